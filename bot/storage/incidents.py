"""Incidents of sources: opened once, told once with the remedy, closed and told when the source is well again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from bot.model import Source
from bot.pipeline import redact
from bot.sources import health
from bot.sources.fetch import Polled as Look
from bot.storage import sources, trouble
from bot.storage.sources import Polled

# A feed that answers so was perhaps given up for another address: worth a look at its home page.
_ELSEWHERE = frozenset({"gone", "http-404", "http-410", "html-not-feed", "malformed", "empty", "stale"})


def begins(source: Source, look: Look, now: datetime) -> health.Incident | None:
    """The incident a failed look begins or belongs to; None while it may still be a bad minute."""
    state = look.state
    name = source.title or redact.address(source.url)
    return health.incident(
        source.id, name, look.reason, failures=state.failures, since=state.failing_since, now=now, moved_to=look.move_to
    )


def may_be_elsewhere(reason: str) -> bool:
    """Whether looking for a new address makes sense."""
    return reason in _ELSEWHERE


def quiet_reason(look: Look, now: datetime) -> str:
    """`empty` or `stale` for a source that answers well and brings nothing; empty text when all is well."""
    if look.reason == "empty" and not look.first:
        return "empty"
    return "stale" if health.stale(look.state.newest, None, now) and not look.new else ""


def after_failure(
    db: Connection, source: Source, row: Polled, incident: health.Incident | None, new_address: str, now: float
) -> None:
    """Record a failed look; one message to the managers of every workspace that chose the source."""
    sources.mark(db, [row], now)
    if incident is not None and sources.open_incident(db, source.id, incident.reason, incident.remedy, now):
        trouble.begun(db, source, incident.message, incident.remedy, now, new_address=new_address)


def after_answer(db: Connection, source: Source, row: Polled, was: str, quiet: str, now: float) -> None:
    """Record a good look: a trouble before it is over, or silence has become one."""
    sources.mark(db, [row], now)
    if row.url:
        trouble.moved(db, source, row.url, now)
    if quiet:
        found = health.trouble(quiet)
        if was != quiet and sources.open_incident(db, source.id, quiet, found.remedy, now):
            trouble.begun(db, source, f"{source.title or redact.address(source.url)} {found.what}.", found.remedy, now)
    elif was and sources.close_incident(db, row.source_id, now):
        trouble.over(db, source, now)
