"""The words of a text without what nobody reads aloud: direction marks, zero-width characters, pictures."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.model import Quote, Slice, Span
from bot.pipeline.text import is_wide

# Controls of direction and width, joiners, selectors and tags; and emoji, which stand where words end or begin.
_NEAR = (
    "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u20e3"
    "\u2600-\u26ff\u2705\u270a-\u270d\u2728\u274c\u2757\u2764\u2b50"
)
_SILENT = re.compile(f"[{_NEAR}\U0001f000-\U0001faff\U000e0000-\U000e0fff]+")
_SILENT_NEAR = re.compile(f"[{_NEAR}]")  # those of two bytes, which are looked for five times as fast


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its silent characters, and where each of the rest stands in the original."""

    text: str
    places: tuple[int, ...]

    def outside(self, original: str, quote: Quote) -> Quote:
        """The quotation with its slices counted in the original text."""
        speaker = self._slice(original, quote.speaker_slice)
        role = quote.role_slice
        at = role.text.find(quote.role) + role.span.start if role and quote.role in role.text else -1
        return replace(
            quote,
            parts=tuple(self._part(original, part.span) for part in quote.parts),
            speaker=speaker.text if speaker else quote.speaker,
            role=self._part(original, Span(at, at + len(quote.role))).text if at >= 0 and quote.role else quote.role,
            speaker_slice=speaker,
            role_slice=self._slice(original, role),
            attribution=self._slice(original, quote.attribution),
        )

    def inside(self, quote: Quote) -> Quote:
        """The quotation of the original with its parts and attribution counted in the plain text."""
        return replace(
            quote,
            parts=tuple(self._within(part) for part in quote.parts),
            attribution=self._within(quote.attribution) if quote.attribution else None,
        )

    def _slice(self, original: str, slice_: Slice | None) -> Slice | None:
        return self._part(original, slice_.span) if slice_ else None

    def _part(self, original: str, span: Span) -> Slice:
        start, end = self.places[span.start], self.places[span.end - 1] + 1
        return Slice(original[start:end], Span(start, end))

    def _within(self, slice_: Slice) -> Slice:
        start, end = bisect_left(self.places, slice_.span.start), bisect_left(self.places, slice_.span.end)
        return Slice(self.text[start:end], Span(start, end))


@lru_cache(maxsize=2)  # asked for finding quotations, and for choosing one of them
def plain(text: str) -> Plain | None:
    """The text as it is read, or None when it has no silent characters, as nearly all have not. Linear."""
    if text.isascii() or not (_SILENT_NEAR.search(text) or (is_wide(text) and _SILENT.search(text))):
        return None
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for match in _SILENT.finditer(text):
        pieces.append(text[done : match.start()])
        places += range(done, match.start())
        done = match.end()
    pieces.append(text[done:])
    places += range(done, len(text))
    return Plain("".join(pieces), tuple(places))
