"""What every extractor reads: the text, its words, the day it was published, its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import NamedTuple

from bot.model import Mention, Scalar, Slice, Span
from bot.pipeline import text as texts
from bot.pipeline.facts.triggers import TABLE
from bot.pipeline.phrases import SHARED, Words, shared

READ = SHARED  # code points of a text that are read


def day(published: datetime | date | None) -> date | None:
    """The day of publication in its own zone, if it is one: other years are mistakes, and cannot be counted from."""
    found = published.date() if isinstance(published, datetime) else published
    return found if found is not None and 1900 <= found.year <= 2200 else None


class Scan:
    """One text to be read by all extractors; what several of them need is made once."""

    def __init__(self, text: str, published: datetime | date | None = None, language: str = "en") -> None:
        self.text = text
        self.published = day(published)
        self.language = language[:2].lower() or "en"

    @cached_property
    def words(self) -> Words:
        """The text's words with their places."""
        return shared(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The text's sentences, in reading order."""
        return texts.sentences(self.text)

    @cached_property
    def digits(self) -> tuple[int, ...]:
        """Where each run of digits starts that does not go on an earlier one (after `.` or `,`)."""
        text = self.text
        return tuple(
            start
            for start, _ in texts.digits(text)
            if not start or text[start - 1] not in ".," or not text[max(0, start - 2)].isdigit()
        )

    @cached_property
    def _spots(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        table, lows = TABLE, self.words.lows
        for index in [at for at, low in enumerate(lows) if low in table]:
            for name in table[lows[index]]:
                if name in found:
                    found[name].append(index)
                else:
                    found[name] = [index]
        return found

    def spots(self, name: str) -> Sequence[int]:
        """Every word that makes the extractor `name` look, in reading order."""
        return self._spots.get(name, ())

    def triggers(self, name: str) -> list[tuple[int, int]]:
        """Start and end of every word that makes the extractor `name` look, in reading order."""
        starts, ends = self.words.starts, self.words.ends
        return [(starts[at], ends[at]) for at in self._spots.get(name, ())]

    def mention(self, kind: str, start: int, end: int, data: Mapping[str, Scalar] | None = None) -> Mention:
        """A mention of `text[start:end]`."""
        return Mention(kind, Slice(self.text[start:end], Span(start, end)), data or {})


@lru_cache(maxsize=2)
def scan(text: str, published: datetime | date | None = None, language: str = "en") -> Scan:
    """The scan of a text; the last few are kept, because facts, choice and dates ahead read the same one."""
    return Scan(text, published, language)


class Extractor(NamedTuple):
    """One line of the registry: a name, the kinds of mention it yields, and the function that finds them.

    `find` must be linear in the text, raise for no text, and yield slices of it.
    """

    name: str
    kinds: frozenset[str]
    find: Callable[[Scan], Iterable[Mention]]
