"""COMMANDS, in the order help shows them; the doors, the help and the documents are made from it."""

from __future__ import annotations

from bot.commands.choosing import CHOOSING
from bot.commands.digests import DIGESTS
from bot.commands.explaining import EXPLAINING
from bot.commands.following import FOLLOWING
from bot.commands.governing import GOVERNING
from bot.commands.helping import HELPING
from bot.commands.keeping import KEEPING
from bot.commands.logbook import LOGBOOK
from bot.commands.reading import READING
from bot.commands.spec import Command
from bot.commands.stocking import STOCKING
from bot.commands.tracking import TRACKING

_ALL = (
    *READING,
    *HELPING,
    *CHOOSING,
    *STOCKING,
    *FOLLOWING,
    *DIGESTS,
    *TRACKING,
    *EXPLAINING,
    *KEEPING,
    *GOVERNING,
    *LOGBOOK,
)

COMMANDS: dict[str, Command] = {command.path: command for command in _ALL}
