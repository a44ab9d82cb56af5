"""Chat commands from the shell: for which workspace and channel a line is asked, and its answer on standard output."""

from __future__ import annotations

import asyncio
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console as Screen
from sqlalchemy import Connection

from bot import home
from bot.app import Bot, Plan
from bot.commands import answer_line
from bot.config import Settings
from bot.errors import UsageError
from bot.model import Channel, Workspace
from bot.platforms.console import CHANNEL, PERSON, keep_files
from bot.render import terminal
from bot.storage import places, sources

# First words of commands that are about the channel they are asked in.
ABOUT_ONE_CHANNEL = frozenset(
    [
        "digest",
        "follow",
        "mute",
        "not-for-us",
        "replay",
        "track",
        "tune",
        "unfollow",
        "unmark",
        "unmute",
        "untrack",
        "useful",
    ]
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A line without the words that say where it is asked; empty names mean the terminal's own workspace."""

    words: tuple[str, ...]
    workspace: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """The workspace and channel a line is answered for, and what to say about that on standard error."""

    workspace: Workspace
    channel: Channel
    hint: str = ""


def asked(words: Sequence[str]) -> Asked:
    """Take `--workspace NAME` and `--channel NAME` out of the words of a shell.

    Raises:
        UsageError: one of them without a name.
    """
    rest: list[str] = []
    named = {"--workspace": "", "--channel": ""}
    queue = list(words)
    while queue:
        word = queue.pop(0)
        flag, equals, value = word.partition("=")
        if flag not in named:
            rest.append(word)
            continue
        if not equals:
            value = queue.pop(0) if queue else ""
        if not value:
            raise UsageError(f"`{flag}` wants a name behind it, for example `{flag} policy`.")
        named[flag] = value
    return Asked(tuple(rest), named["--workspace"], named["--channel"])


def locate(db: Connection, line: Asked, own: Workspace, now: float) -> Where:
    """Where a line is answered.

    Raises:
        UsageError: no such workspace or channel, several of that name, or a command that needs one channel of many.
    """
    if not line.workspace and not line.channel:
        workspace, channel = places.ensure(db, own, CHANNEL, now)
        others = [one for one in places.workspaces_named(db) if one.id != own.id]
        hint = ""
        if others and sources.count(db, own.id) == 0:
            hint = (
                "This answers for the terminal's own workspace, which has no sources. For another, add --workspace "
                f"{others[0].name or others[0].id} or --channel NAME. There are: {_names(others)}."
            )
        return Where(workspace, channel or CHANNEL, hint)
    homes = places.workspaces_named(db, line.workspace)
    if line.workspace and len(homes) != 1:
        if homes:
            raise UsageError(f"Several workspaces are called {line.workspace}: {_names(homes, ids=True)}.")
        raise UsageError(f"There is no workspace {line.workspace}. There are: {_names(places.workspaces_named(db))}.")
    if line.channel:
        found = places.channels_named(db, line.channel, homes[0].id if line.workspace else "")
        if not found:
            raise UsageError(f"The bot knows no channel {line.channel}{' there' if line.workspace else ''}.")
        if len(found) > 1:
            ids = ", ".join(one.id for one in found)
            raise UsageError(f"Several channels are called {line.channel}: {ids}. Name one by its id.")
        home = places.find_workspace(db, found[0].workspace_id)
        assert home is not None  # a channel's workspace is there: a foreign key
        return Where(home, found[0])
    return Where(homes[0], _only_channel(db, homes[0], line))


def _only_channel(db: Connection, home: Workspace, line: Asked) -> Channel:
    known = places.channels_of(db, home.id)
    if len(known) != 1 and line.words and line.words[0].lower() in ABOUT_ONE_CHANNEL:
        names = ", ".join(f"#{one.name}" if one.name else one.id for one in known) or "none yet"
        raise UsageError(f"That is about one channel: name it with --channel. The bot knows there: {names}.")
    return known[0] if known else Channel(f"{home.platform}:", home.id)


def _names(found: Sequence[Workspace], *, ids: bool = False) -> str:
    return ", ".join(one.id if ids or not one.name else one.name for one in found) or "none"


async def answer(settings: Settings, words: Sequence[str]) -> int:
    """Answer one chat command on standard output; the exit status, 1 when the answer is an error.

    Raises:
        UsageError: it is not clear for which workspace or channel it is asked.
        StorageError: the database cannot be opened.
    """
    line = asked(words)
    bot = Bot(settings, Plan(work=False, web=False))
    async with bot.opened():
        where = await bot.store.run(locate, line, home.workspace(settings), time.time())
        if where.hint:
            print(where.hint, file=sys.stderr)  # noqa: T201  # the shell's own words, beside the answer
        reply = await answer_line(
            " ".join(_quoted(word) for word in line.words),
            services=bot.services,
            person=PERSON,
            workspace=where.workspace,
            channel=where.channel,
            door="console",
        )
        screen = Screen(highlight=False, stderr=False)
        kept = await asyncio.to_thread(keep_files, reply, Path())
        screen.print(terminal.reply(kept, where.workspace.locale, where.workspace.zone))
        return int(reply.error)


# What makes a word of a shell a piece of a line rather than a phrase: its own quotation marks, operators, fields.
_PIECE = re.compile(r'"|\b(?:AND|OR|NOT|NEAR)\b|\b(?:topic|jurisdiction|stage|instrument|source|lang):\w')


def _quoted(word: str) -> str:
    """A word of the shell as a word of a typed line: `age verification` is a phrase, `copyright NOT music` a rule."""
    spaced = not word or any(letter.isspace() for letter in word)
    return f'"{word}"' if spaced and not _PIECE.search(word) else word
