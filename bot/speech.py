"""What the bot says, in the reader's language: gettext catalogues that Babel compiles, English as the key."""

from __future__ import annotations

import gettext
from functools import cache
from importlib import resources
from typing import Protocol

LOCALES = ("en", "de")


class Speech(Protocol):
    """Translate a message, then fill in its named values."""

    def __call__(self, message: str, **values: object) -> str: ...


@cache
def speech(locale: str) -> Speech:
    """The speech of a locale such as `de`, `de_AT` or `de-DE`; English where we have none."""
    language = locale.replace("-", "_").split("_")[0].lower()
    folder = str(resources.files("bot") / "locale")
    catalogue = gettext.translation("bot", folder, languages=[language], fallback=True)

    def say(message: str, **values: object) -> str:
        translated = catalogue.gettext(message) if message else ""
        return translated.format(**values) if values else translated

    return say
