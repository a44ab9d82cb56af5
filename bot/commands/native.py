"""Commands in what the bot says, written the way they are typed where it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.commands import slash
from bot.commands.parse import arguments, tokens
from bot.commands.spec import Arg, Command
from bot.commands.table import COMMANDS
from bot.errors import UsageError
from bot.model import Part, Reply, Table, Words

_CODE = re.compile(r"`([^`\n]{1,300})`")


def reply(given: Reply, door: str) -> Reply:
    """An answer whose commands can be typed as they stand there."""
    return replace(given, parts=tuple(_part(part, door) for part in given.parts))


def _part(part: Part, door: str) -> Part:
    match part:
        case Words(code=False):
            return replace(part, text=sentence(part.text, door))
        case Table():
            return replace(part, rows=tuple(tuple(sentence(cell, door) for cell in row) for row in part.rows))
    return part


def sentence(text: str, door: str) -> str:
    """A sentence of ours; commands stand in it between back-ticks, as the terminal takes them.

    `follow --places EU` is `/aipolicy follow --places EU` on Slack and `/aipolicy follow places:EU` on Discord.
    """
    if door not in ("slack", "discord") or "`" not in text:
        return text
    return _CODE.sub(lambda found: f"`{line(found[1], door, COMMANDS)}`", text)


def line(typed: str, door: str, table: Mapping[str, Command]) -> str:
    """A command line as a door takes it; anything else as it is, also a word that mistakes call an argument by."""
    words = typed.split()
    path = next((" ".join(words[:size]) for size in (2, 1) if " ".join(words[:size]) in table), "")
    if not path or any(arg.name == typed and _blamed(arg) for command in table.values() for arg in command.args):
        return typed
    if door == "slack":
        return f"/{slash.ROOT} {typed}"
    if door != "discord":
        return typed
    command, rest = table[path], typed[len(path) :].strip()
    return " ".join([slash.typed(command, table), *_options(command, rest)])


def _blamed(arg: Arg) -> bool:
    """Whether a sentence about a mistake may name it: what is needed, a number, one of a few."""
    return arg.required or arg.kind in ("count", "days", "choice")


def _options(command: Command, rest: str) -> list[str]:
    """What follows a command, as Discord's options: `count:3`, `address:<page>`; of a usage, nothing."""
    if not rest or "[" in rest:
        return []
    if rest.startswith("<"):  # places to fill in
        asked = (arg.name for arg in command.args if not arg.named and arg.kind != "flag")
        return [f"{name}:{word}" for name, word in zip(asked, rest.split(), strict=False)]
    try:
        values = arguments(command, tokens(rest))
    except UsageError:
        return [rest]
    return [f"{name}:{value}" for name, value in values.items()]
