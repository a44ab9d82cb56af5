"""Custom ids that carry the command line a button runs, so it outlives a restart."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.render.discord_text import MOST_CUSTOM_ID, MOST_OPTION
from bot.render.plain import units

Act = Literal["run", "choose", "page", "form"]

_LETTERS: dict[Act, str] = {"run": "r", "choose": "c", "page": "p", "form": "f"}
_ACTS = {letter: act for act, letter in _LETTERS.items()}
_READ = re.compile(r"([rcpf])(\d{1,3})([:=])(.*)", re.DOTALL)
_STORED = "x:"  # in a menu's value: the line is stored under what follows


@dataclass(frozen=True, slots=True)
class Press:
    """What a custom id means. `line` is the command line itself, or the id of a stored one."""

    act: Act
    number: int  # page for `page`, step for `form`; else only there to make the id unique within its message
    line: str
    stored: bool


@dataclass(slots=True)
class Ids:
    """Custom ids of one message: unique there, at most 100 long; lines that are longer wait in `stored` to be kept."""

    key: Callable[[str], str]  # id of a line that must be stored, storage.presses.key
    stored: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def of(self, act: Act, line: str, number: int | None = None) -> str:
        """A custom id for a line."""
        if number is None:
            number = self._count
            self._count += 1
        head = f"{_LETTERS[act]}{number}"
        if units(f"{head}:{line}") <= MOST_CUSTOM_ID:
            return f"{head}:{line}"
        return f"{head}={self._keep(line)}"

    def value(self, line: str) -> str:
        """A menu's value for a line: the line itself where it fits."""
        if units(line) <= MOST_OPTION and line and not line.startswith(_STORED):
            return line
        return _STORED + self._keep(line)

    def _keep(self, line: str) -> str:
        name = self.key(line)
        self.stored[name] = line
        return name


def read(custom_id: str) -> Press | None:
    """What a custom id of ours means; None for anything else."""
    match = _READ.fullmatch(custom_id)
    if match is None:
        return None
    return Press(_ACTS[match[1]], int(match[2]), match[4], match[3] == "=")


def read_value(value: str) -> tuple[str, bool]:
    """(line or its id, whether it is stored) of a menu's value."""
    return (value[len(_STORED) :], True) if value.startswith(_STORED) else (value, False)
