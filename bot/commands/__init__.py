"""COMMANDS: every command once, answered alike on Slack, Discord and the terminal."""

from bot.commands.answer import answer, answer_line
from bot.commands.services import Services
from bot.commands.spec import Arg, Command, Request
from bot.commands.table import COMMANDS

__all__ = ["COMMANDS", "Arg", "Command", "Request", "Services", "answer", "answer_line"]
