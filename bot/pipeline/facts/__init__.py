"""EXTRACTORS in card order, one small file each, and the choice of the facts that earn a place on a card."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime

from bot.model import Mention
from bot.pipeline import boilerplate
from bot.pipeline.facts import (
    counts,
    dates,
    instruments,
    money,
    organisations,
    people,
    places,
    votes,
)
from bot.pipeline.facts.ahead import dates_ahead
from bot.pipeline.facts.choose import choose
from bot.pipeline.facts.scan import READ, Extractor, Scan, scan

__all__ = ["EXTRACTORS", "Extractor", "Scan", "choose", "dates_ahead", "extract"]

# A new extractor is a file with a `find` and one line here; tests/contract/test_extractors.py runs over this table.
EXTRACTORS: tuple[Extractor, ...] = (
    Extractor("money", frozenset({"money"}), money.find),
    Extractor("counts", frozenset({"count", "percentage"}), counts.find),
    Extractor("dates", frozenset({"date"}), dates.find),
    Extractor("people", frozenset({"person"}), people.find),
    Extractor("organisations", frozenset({"organisation"}), organisations.find),
    Extractor("places", frozenset({"place"}), places.find),
    Extractor("instruments", frozenset({"instrument"}), instruments.find),
    Extractor("votes", frozenset({"vote"}), votes.find),
)


def extract(text: str, published: datetime | None = None, language: str = "en") -> tuple[Mention, ...]:
    """Everything the extractors find in `text`, in card order and then in reading order.

    Link blocks, bylines, captions and footers are left out. Dates are resolved against `published` (the day in its
    own zone) and never guessed: `iso` is None without it. Every mention is a slice of `text`; linear in its length.
    """
    text = text[:READ]
    read = scan(text, published, language)
    blocked = boilerplate.spans(text)
    starts = [span.start for span in blocked]
    if not blocked:
        return tuple(mention for extractor in EXTRACTORS for mention in extractor.find(read))
    found: list[Mention] = []
    for extractor in EXTRACTORS:
        for mention in extractor.find(read):
            at = bisect_right(starts, mention.slice.span.start) - 1
            if at < 0 or blocked[at].end <= mention.slice.span.start:
                found.append(mention)
    return tuple(found)
