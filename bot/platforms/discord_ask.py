"""What a person asked, as text behind a button: a typed line, or a command and its arguments."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.commands import COMMANDS
from bot.commands.parse import arguments, find, tokens
from bot.commands.spec import Command
from bot.errors import UsageError


@dataclass(frozen=True, slots=True)
class Ask:
    """Either `line`, as typed, or `path` with typed arguments, as Discord's options and forms bring them."""

    line: str = ""
    path: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        """As stored behind a button. Files cannot be: an answer to one has no pages to turn."""
        if not self.path:
            return self.line
        return json.dumps({"do": self.path, "with": dict(self.args)}, ensure_ascii=False, separators=(",", ":"))

    @property
    def keepable(self) -> bool:
        """Whether asking again later is possible."""
        return not any(isinstance(value, bytes) for value in self.args.values())


def read(text: str) -> Ask:
    """What `Ask.text` wrote; anything else is a typed line."""
    if text.startswith('{"do":'):
        try:
            stored = json.loads(text)
            path, args = stored["do"], stored["with"]
        except (ValueError, KeyError, TypeError):
            return Ask(text)
        if path in COMMANDS and isinstance(args, dict):
            return Ask(path=path, args=args)
    return Ask(text)


def chosen(line: str, value: str) -> str:
    """A menu's line with the chosen value in place of `{}`: quoted where it stands among other words."""
    if line.strip() == "{}" or " " not in value:
        return line.replace("{}", value)
    inside = value.replace("\\", "\\\\").replace('"', '\\"')
    return line.replace("{}", f'"{inside}"')


def bare(ask: Ask) -> Command | None:
    """The command, when it was asked without something it needs: then its form opens instead of a complaint."""
    if ask.path:
        command = COMMANDS[ask.path]
        return command if any(arg.required and ask.args.get(arg.name) in (None, "") for arg in command.args) else None
    try:
        command, rest = find([word for word in tokens(ask.line) if word], COMMANDS)
    except UsageError:
        return None
    if rest or not any(arg.required for arg in command.args):
        return None
    try:
        arguments(command, rest)
    except UsageError:
        return command
    return None
