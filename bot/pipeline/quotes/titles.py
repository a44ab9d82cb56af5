"""Words in quotation marks that nobody says: headlines, titles of acts, reports and shows."""

from __future__ import annotations

import re

from bot.model import Span
from bot.pipeline.quotes.marks import Segment
from bot.pipeline.text import word_set

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ASCII_WORD = re.compile(r"[A-Za-z][\w'.-]*", re.ASCII)  # faster
_SPEECH_MARKS = re.compile('["“„«»]')
_LONGEST_HEADLINE = 24  # words
_SMALL = 3  # letters; shorter words stay lower case in titles
_SPEAKS = re.compile(r"(?:[,:]|\b(?:said|says|wrote|tweeted|shouted|chanted|asked|replied|that))\s*$")
_ATTRIBUTED = re.compile(
    r"\s*(?:,\s*)?(?:(?:[A-Z][\w.’'-]*|he|she|they|the|a)\s){0,3}(?:said|says|wrote|tweeted|told|asked|added)\b"
)
_GERMAN_SMALL = word_set(
    "der die das des dem den ein eine einer eines einem einen und oder zur zum von vom für in im mit auf an am aus bei "
    "über unter nach zu als"
)
_LONG_BUT_SMALL = frozenset({"with", "from", "into", "over", "upon", "und", "oder", "sur", "pour", "dans"})


def spoken(
    text: str, spans: tuple[Span, ...], segments: tuple[Segment, ...], language: str = "en"
) -> tuple[Segment, ...]:
    """The segments without those of headlines and without titles of works; German capitals tell nothing."""
    headlines: dict[int, bool] = {}
    kept: list[Segment] = []
    for segment in segments:
        index = segment.paragraph
        if index not in headlines:
            headlines[index] = _is_headline(text, spans[index], index == 0, language)
        if not headlines[index] and not _is_title(text, segment, language):
            kept.append(segment)
    return tuple(kept)


def _is_headline(text: str, span: Span, first: bool, language: str) -> bool:
    if span.end - span.start > 200:
        return False
    line = text[span.start : span.end]
    words = (_ASCII_WORD if line.isascii() else _WORD).findall(line)
    if len(words) > _LONGEST_HEADLINE:
        return False
    long = [word for word in words if len(word) > _SMALL]
    capitals = sum(word[0].isupper() for word in long)
    if language != "de" and len(long) >= 4 and capitals * 10 >= len(long) * 8:
        return True
    # a headline in sentence case uses single marks, where the article uses double ones
    return first and len(words) <= 16 and not _SPEECH_MARKS.search(line) and not line.endswith(".")


def _is_title(text: str, segment: Segment, language: str) -> bool:
    words = _WORD.findall(text, segment.start, min(segment.end, segment.start + 120))
    if segment.end - segment.start > 120 or len(words) < 2:
        return False
    if language == "de" and any(word.islower() and word not in _GERMAN_SMALL for word in words):
        return False  # nouns are capitalised anyway; a verb, an adverb or an adjective is a sentence's
    long = [word for word in words if len(word) > _SMALL and word not in _LONG_BUT_SMALL]
    if not long or not words[0][0].isupper() or not all(word[0].isupper() for word in long):
        return False
    if len(long) < 2 or text[segment.end - 1] in "?!" or (text[segment.end - 1] == "." and len(words) > 6):
        return False
    if _SPEAKS.search(text, max(0, segment.outer_start - 12), segment.outer_start):
        return False
    return not _ATTRIBUTED.match(text, segment.outer_end, segment.outer_end + 60)
