"""Rules every kind of source shares when it makes an entry: lengths, dates that can be true, names for the nameless."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import blake2b

MOST_CONTENT = 500_000  # characters of an item's own HTML that are kept
# A gazette dates items up to a week ahead (the day of publication); before 1995 there was no news on the web, and
# 1970 or 1601 is what a missing date becomes.
_EARLIEST_YEAR = 1995
_MOST_AHEAD = timedelta(days=10)


def sensible_date(moment: datetime | None, now: datetime) -> datetime | None:
    """The date, unless it cannot be true."""
    if moment is None or moment.year < _EARLIEST_YEAR or moment > now + _MOST_AHEAD:
        return None
    return moment


def clipped(text: str, most: int) -> str:
    """At most so many characters, cut between words where that costs little."""
    if len(text) <= most:
        return text
    cut = text[:most]
    space = cut.rfind(" ", most - 60)
    return cut[:space] if space > 0 else cut


def entry_hash(*parts: str) -> str:
    """A stable name for an item that has neither guid nor link."""
    digest = blake2b("\x00".join(parts).encode("utf-8", "replace"), digest_size=12)
    return f"x-{digest.hexdigest()}"
