"""What people call a measure: `EU AI Act (2024/1689)` for the token 2024/1689, `AB 2013` where nobody named it."""

from __future__ import annotations

import re
from typing import Final

from bot.pipeline.data.named_measures import NAMED

_ACRONYMS = frozenset(
    ["ai", "eu", "us", "uk", "un", "g7", "kr", "jp", "cn", "oecd", "unesco", "gpai", "nist", "rmf", "ftc"]
)
_SMALL = frozenset(["of", "the", "and", "in", "on", "for", "to", "a", "an", "by", "with"])
# How the kind of a number is written where it is not all capitals.
_KINDS = {"law": "Law", "bill": "Bill", "loi": "Loi", "drs": "Drs.", "prop": "Prop."}


def spoken(name: str) -> str:
    """A phrase of the lexicon as people write a title: `eu ai act` is EU AI Act."""
    if name.startswith("="):
        return name[1:]
    words = [
        word.upper() if word in _ACRONYMS else word if at and word in _SMALL else word[:1].upper() + word[1:]
        for at, word in enumerate(name.split())
    ]
    return " ".join(words)


def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, token in NAMED:
        found.setdefault(token, spoken(name))
    return found


NAMES: Final[dict[str, str]] = _names()  # token -> the first name people call it by


def number(token: str) -> str:
    """A token's number as it is printed: `sb 53` is SB 53, `com/2021/206` is COM(2021) 206."""
    if match := re.fullmatch(r"com/(\d{4})/(\d+)", token):
        return f"COM({match[1]}) {match[2]}"
    kind, gap, rest = token.partition(" ")
    return f"{_KINDS.get(kind, kind.upper())}{gap}{rest.upper()}"


def title(token: str) -> str:
    """The name people use, with the number where the measure has one; a token nobody named, written as it is printed.

    Whatever this gives is understood when it is typed: `dossiers.name(title(token)) == token`.
    """
    name = NAMES.get(token, "")
    if not any(letter.isdigit() for letter in token):
        return name or token
    printed = number(token)
    if not name or printed in name:
        return name or printed
    return f"{name} ({printed})"
