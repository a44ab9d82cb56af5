"""Incidents of sources: opened once, told once with the remedy, closed and told when the source is well again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from bot.model import Source
from bot.storage import sources, trouble
from bot.storage.sources import Polled


@dataclass(frozen=True, slots=True)
class Told:
    """What managers are told of a source: a machine word, a sentence, what to do, where its feed seems to be now."""

    reason: str
    message: str
    remedy: str
    new_address: str = ""


def after_failure(db: Connection, source: Source, row: Polled, told: Told | None, now: float) -> None:
    """Record a failed look; one message to the managers of every workspace that chose the source. `told` is None
    while it may still be a bad minute."""
    sources.mark(db, [row], now)
    if told is not None and sources.open_incident(db, source.id, told.reason, told.remedy, now):
        trouble.begun(db, source, told.message, told.remedy, now, new_address=told.new_address)


def after_answer(db: Connection, source: Source, row: Polled, was: str, quiet: Told | None, now: float) -> None:
    """Record a good look: a trouble before it (`was`) is over, or silence has become one (`quiet`)."""
    sources.mark(db, [row], now)
    if row.url:
        trouble.moved(db, source, row.url, now)
    if quiet is not None:
        if was != quiet.reason and sources.open_incident(db, source.id, quiet.reason, quiet.remedy, now):
            trouble.begun(db, source, quiet.message, quiet.remedy, now)
    elif was and sources.close_incident(db, row.source_id, now):
        trouble.over(db, source, now)
