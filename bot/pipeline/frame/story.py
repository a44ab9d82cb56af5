"""The part of an article that says what happened: headline and beginning, each word with what it weighs."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile
from typing import Final

from bot.model import Origin, Slice, Span
from bot.pipeline import text as texts
from bot.pipeline.frame import claims
from bot.pipeline.phrases import SHARED, Words, opening, shared

_SENTENCES_IN: Final = 1_200
_TITLE: Final = 600
# Weight of a word in the headline, in the first sentences, and after them.
TITLE_WEIGHT: Final = 3.0
SENTENCE_WEIGHTS: Final = (2.0, 1.6, 1.3, 0.9, 0.7)
REST_WEIGHT: Final = 0.3


class Story:
    """Headline and body as words; sentence 0 is the first that is neither the headline again nor a dateline."""

    def __init__(self, title: str, body: str) -> None:
        self.title = shared(title[:_TITLE])
        self.body = opening(body)
        early = takewhile(lambda span: span.start < _SENTENCES_IN, texts.sentences(body[:SHARED]))
        spans = [span for span in early if not _repeats(body, span, title)]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        self._weights: dict[int, float] = {}
        self._claimed = [claims.claimed_from(body[span.start : span.end]) for span in spans]

    @property
    def parts(self) -> tuple[tuple[Words, Origin], tuple[Words, Origin]]:
        """Headline and body with what each is called."""
        return (self.title, "title"), (self.body, "body")

    def sentence(self, place: int) -> int:
        """Index of the body sentence at code point `place`; -1 for a repeated headline."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or (place >= self._ends[index] and index + 1 < len(self._ends)):
            return -1
        return index

    def weight(self, place: int) -> float:
        """What a word of the body at code point `place` weighs; 0 in a headline or a claim repeated."""
        found = self._weights.get(place)  # several tables find the same words
        if found is None:
            found = self._weights[place] = self._weight(place)
        return found

    def _weight(self, place: int) -> float:
        index = self.sentence(place)
        if index < 0:
            return 0.0
        claimed = self._claimed[index]
        if claimed is not None and self._starts[index] + claimed <= place < self._ends[index]:
            return 0.0
        return SENTENCE_WEIGHTS[index] if index < len(SENTENCE_WEIGHTS) else REST_WEIGHT

    def slice(self, start: int, end: int, origin: Origin) -> Slice:
        """Words of headline or body as evidence."""
        words = self.title if origin == "title" else self.body
        return Slice(words.text[start:end], Span(start, end), origin)


def _repeats(body: str, span: Span, title: str) -> bool:
    return bool(title) and body[span.start : span.end].strip(" .") == title.strip(" .")
