"""What the bot says, in the reader's language: gettext catalogues that Babel compiles, English as the key."""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Formatter
from typing import Protocol

LOCALES = ("en", "de")
# Entries of the catalogue under this context are sentences that are written in English first: errors of lower layers,
# reasons in the ledger. They are stored or logged as they are, and said again when somebody reads them.
TOLD = "told"
_LEAST_TOLD = 9  # letters of ours a sentence inside another one needs, so that a headline is not taken for it


class Speech(Protocol):
    """Says messages in one language."""

    @property
    def language(self) -> str:
        """`de`, also of `de-AT`."""

    def __call__(self, message: str, /, **values: object) -> str:
        """Translate a message, then fill in its named values."""

    def n(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of a message that goes with a number; `{n}` in it is the number."""

    def again(self, sentence: str, /) -> str:
        """A finished English sentence of ours, said again in this language; unknown ones stay as they are."""


def language_of(locale: str) -> str:
    """`de` of `de-AT` or `de_DE`."""
    return locale.replace("-", "_").split("_")[0].lower()


@cache
def speech(locale: str) -> Speech:
    """The speech of a locale such as `de`, `de_AT` or `de-DE`; English where we have none."""
    language = language_of(locale)
    folder = str(resources.files("bot") / "locale")
    return _Catalogue(language, gettext.translation("bot", folder, languages=[language], fallback=True))


@dataclass(frozen=True, eq=False)
class _Catalogue:
    language: str
    found: gettext.NullTranslations

    def __call__(self, message: str, /, **values: object) -> str:
        translated = self.found.gettext(message) if message else ""
        return translated.format(**values) if values else translated

    def n(self, one: str, many: str, n: int, /, **values: object) -> str:
        return self.found.ngettext(one, many, n).format(n=n, **values)

    def again(self, sentence: str, /) -> str:
        if type(self.found) is gettext.NullTranslations:
            return sentence
        return "\n".join(self._line(line) for line in sentence.split("\n"))

    def _line(self, line: str, *, part: bool = False) -> str:
        words = line.strip()
        if not words or (part and words[0] in "“„"):  # a title or words of an article
            return line
        lead, tail = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
        return lead + self._known(words, part) + tail

    def _known(self, words: str, part: bool) -> str:
        exact = self.found.pgettext(TOLD, words)
        if exact != words:
            return exact
        if " " in words or not part:  # one word inside a sentence is more likely a name
            exact = self.found.gettext(words)
            if exact != words:
                return exact
        if "; " in words:  # a list of sentences, if each is one of ours
            said = [self._line(each, part=True) for each in words.split("; ")]
            if all(new != old or _is_number(old) for new, old in zip(said, words.split("; "), strict=True)):
                return "; ".join(said)
        for pattern, template, told in _templates(self.language):
            if part and told < _LEAST_TOLD:
                break
            if match := pattern.fullmatch(words):
                values = {name: self._line(value or "", part=True) for name, value in match.groupdict().items()}
                return self.found.pgettext(TOLD, template).format(**values)
        if "; " in words:
            return "; ".join(self._line(each, part=True) for each in words.split("; "))
        return words


def _is_number(words: str) -> bool:
    return words.replace(".", "", 1).isdecimal()


@cache
def _templates(language: str) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    """Told sentences with values in them: pattern, sentence, letters of ours in it; those with the most first."""
    from babel.messages.mofile import read_mo  # only where somebody reads another language

    with (resources.files("bot") / "locale" / language / "LC_MESSAGES" / "bot.mo").open("rb") as file:
        ids = [
            str(entry.id) for entry in read_mo(file) if entry.context in (TOLD, TOLD.encode())
        ]  # Babel gives it as bytes
    open_ones = sorted((template for template in ids if "{" in template), key=lambda each: -len(_literal(each)))
    return tuple((pattern_of(template), template, len(_literal(template))) for template in open_ones)


def _literal(template: str) -> str:
    return "".join(text for text, *_ in Formatter().parse(template))


def pattern_of(template: str) -> re.Pattern[str]:
    """What a template looks like once its values are filled in."""
    parts = []
    seen: set[str] = set()
    for text, name, *_ in Formatter().parse(template):
        parts.append(re.escape(text))
        if name:
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.*?)")
            seen.add(name)
    return re.compile("".join(parts), re.DOTALL)
