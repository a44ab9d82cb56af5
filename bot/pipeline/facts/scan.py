"""What every extractor reads: the text, its words, the day it was published, its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from bot.model import Mention, Scalar, Slice, Span
from bot.pipeline import text as texts
from bot.pipeline.phrases import Words


class Scan:
    """One text to be read by all extractors; what several of them need is made once."""

    def __init__(self, text: str, published: datetime | date | None = None, language: str = "en") -> None:
        self.text = text
        self.published: date | None = published.date() if isinstance(published, datetime) else published
        self.language = language[:2].lower() or "en"

    @cached_property
    def words(self) -> Words:
        """The text's words with their places."""
        return Words(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The text's sentences, in reading order."""
        return texts.sentences(self.text)

    def mention(self, kind: str, start: int, end: int, data: Mapping[str, Scalar] | None = None) -> Mention:
        """A mention of `text[start:end]`."""
        return Mention(kind, Slice(self.text[start:end], Span(start, end)), data or {})


class Extractor(NamedTuple):
    """One line of the registry: a name, the kinds of mention it yields, and the function that finds them.

    `find` must be linear in the text, raise for no text, and yield slices of it.
    """

    name: str
    kinds: frozenset[str]
    find: Callable[[Scan], Iterable[Mention]]
