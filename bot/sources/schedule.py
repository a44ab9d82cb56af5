"""When a source is due next: how often it publishes, what it asks for, and how it has been failing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from itertools import pairwise

_DAY = 86400.0
_MOST_ASKED = _DAY  # no origin may silence itself for longer with one number
_GROWTH = 1.2  # of the interval after each poll without news
_PER_GAP = 0.25  # of the median time between two items: four looks per item
_JITTER = 0.1
_FIRST_RETRY = 300.0  # seconds
_MAX_AGE = re.compile(r"(?:^|[\s,])(?:s-)?max-?age\s*=\s*\"?(\d{1,15})", re.IGNORECASE)
_NO_STORE = re.compile(r"no-(?:cache|store)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How often sources may be polled, in seconds; an admin sets them."""

    shortest: float = 300.0
    longest: float = 4 * 3600.0
    usual: float = 1800.0  # a source nothing is known of yet


@dataclass(frozen=True, slots=True)
class Asked:
    """What an origin asks for, in people's units, as it stands in the document or the headers; nothing is checked."""

    fresh_seconds: float = 0.0  # Cache-Control or Expires
    ttl_minutes: float = 0.0  # RSS <ttl>, sy:updatePeriod
    skip_hours: tuple[int, ...] = ()  # UTC
    skip_days: tuple[int, ...] = ()  # Monday is 0


def fresh_seconds(headers: Mapping[str, str]) -> float:
    """How long the answer stays fresh by Cache-Control, else Expires (RFC 9111); 0 when it does not say."""
    control = headers.get("cache-control", "")
    if control:
        if found := _MAX_AGE.search(control):
            return max(0.0, min(float(found[1]), _MOST_ASKED) - _number(headers.get("age", "")))
        if _NO_STORE.search(control):
            return 0.0
    expires, sent = http_date(headers.get("expires", "")), http_date(headers.get("date", ""))
    if expires is None or sent is None:
        return 0.0
    return _clamp((expires - sent).total_seconds(), 0.0, _MOST_ASKED)


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds the origin asks to wait (RFC 9110, 10.2.3), at most a day; None when it does not say."""
    given = headers.get("retry-after", "").strip()
    if not given:
        return None
    if given.isascii() and given.isdigit():
        return min(float(given[:15]), _MOST_ASKED)
    at = http_date(given)
    if at is None:
        return None
    return _clamp((at - (http_date(headers.get("date", "")) or now)).total_seconds(), 0.0, _MOST_ASKED)


def http_date(text: str) -> datetime | None:
    """An HTTP date as an aware UTC time; None for what is none."""
    if not text or len(text) > 60:
        return None
    try:
        found = parsedate_to_datetime(text)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def interval(before: float, *, news: bool, published: Sequence[datetime], bounds: Bounds) -> float:
    """Seconds between two looks, from how often the source really publishes.

    With news it follows the median gap of the newest items; without, it grows by a fifth. `published` are the dates
    of the items just read, newest first or not.
    """
    now_at = before or bounds.usual
    if not news:
        return _clamp(now_at * _GROWTH, bounds.shortest, bounds.longest)
    gap = _median_gap(published)
    aim = gap * _PER_GAP if gap is not None else now_at / 2
    return _clamp(min(aim, now_at), bounds.shortest, bounds.longest)


def due_after_answer(key: str, now: datetime, seconds: float, asked: Asked, bounds: Bounds) -> datetime:
    """Next look after an answer: the adaptive interval, but not sooner than the origin asks, not later than a day.

    What it asks counts up to the admin's longest interval: one absurd `max-age` must not silence a source.
    """
    wished = _clamp(max(asked.fresh_seconds, asked.ttl_minutes * 60), 0.0, bounds.longest)
    wait = max(_clamp(seconds, bounds.shortest, bounds.longest), wished)
    return _outside(now + timedelta(seconds=wait * (1 + _JITTER * _share(key, now))), asked)


def due_after_failure(
    key: str, now: datetime, seconds: float, failures: int, asked_wait: float | None, bounds: Bounds
) -> datetime:
    """Next look after the `failures`-th failure in a row: soon at first, then ever later, at most a day.

    `asked_wait` is the origin's Retry-After and is kept to.
    """
    base = min(_FIRST_RETRY, max(seconds, bounds.shortest))
    wait = min(base * 2.0 ** min(failures - 1, 16), max(bounds.longest, 6 * 3600.0))
    if asked_wait is not None:
        wait = max(wait, _clamp(asked_wait, 0.0, _MOST_ASKED))
    return now + timedelta(seconds=wait * (1 + _JITTER * _share(key, now)))


def _outside(due: datetime, asked: Asked) -> datetime:
    """The same or a later hour that the feed does not ask to skip; what would skip everything is ignored."""
    hours = {hour % 24 for hour in asked.skip_hours}
    days = {day for day in asked.skip_days if 0 <= day <= 6}
    if len(hours) >= 24 or len(days) >= 7 or not (hours or days):
        return due
    for _ in range(24 * 7):
        if due.hour not in hours and due.weekday() not in days:
            return due
        due = due.replace(minute=due.minute % 10, second=0, microsecond=0) + timedelta(hours=1)
    return due


def _median_gap(published: Sequence[datetime]) -> float | None:
    newest = sorted(published, reverse=True)[:12]
    gaps = sorted((later - earlier).total_seconds() for later, earlier in pairwise(newest))
    gaps = [gap for gap in gaps if gap > 0]
    return gaps[len(gaps) // 2] if len(gaps) >= 3 else None


def _share(key: str, now: datetime) -> float:
    """A number from 0 to 1 that looks random and is the same whenever the same poll is computed."""
    digest = blake2b(f"{key} {int(now.timestamp())}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 0xFFFFFFFF


def _number(text: str) -> float:
    text = text.strip()
    return float(text[:15]) if text.isascii() and text.isdigit() else 0.0


def _clamp(value: float, low: float, high: float) -> float:
    return low if value != value else max(low, min(value, high))
