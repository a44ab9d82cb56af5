"""COMMANDS, in the order help shows them; the doors, the help and the documents are made from it."""

from __future__ import annotations

from bot.commands.digests import DIGESTS
from bot.commands.following import FOLLOWING
from bot.commands.governing import GOVERNING
from bot.commands.reading import READING
from bot.commands.spec import Command

COMMANDS: dict[str, Command] = {command.path: command for command in (*READING, *FOLLOWING, *DIGESTS, *GOVERNING)}
