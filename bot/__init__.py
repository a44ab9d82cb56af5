"""AI-policy news from many places, one trustworthy card per story, in Slack, Discord and the terminal."""

__version__ = "0.1.0"
