"""When a look at a source deserves people's attention: failing for long, silent, empty, perhaps somewhere else now."""

from __future__ import annotations

from datetime import datetime

from bot.model import Source
from bot.sources import ARCHIVE, health
from bot.sources.fetch import Polled

# A feed that answers so was perhaps given up for another address: worth a look at its home page.
_ELSEWHERE = frozenset({"gone", "http-404", "http-410", "html-not-feed", "malformed", "empty", "stale"})


def failing(source: Source, look: Polled, now: datetime) -> health.Incident | None:
    """The incident a failed look belongs to; None while it may still be a bad minute."""
    state = look.state
    name = source.title or source.url
    return health.incident(
        source.id, name, look.reason, failures=state.failures, since=state.failing_since, now=now, moved_to=look.move_to
    )


def perhaps_elsewhere(reason: str) -> bool:
    """Whether looking for a new address makes sense."""
    return reason in _ELSEWHERE


def quiet(source: Source, look: Polled, now: datetime) -> str:
    """`empty` or `stale` for a source that answers well and brings nothing; empty text when all is well."""
    if look.reason == "empty" and not look.first:
        return "empty"
    return "stale" if silent(source, look.state.newest, now) and not look.new else ""


def silent(source: Source, newest: datetime | None, now: datetime) -> bool:
    """Whether a source has published nothing for so long that it needs a look."""
    return not source.options.get(ARCHIVE) and health.stale(newest, None, now)
