"""COMMANDS: every command once, answered alike on Slack, Discord and the terminal."""
