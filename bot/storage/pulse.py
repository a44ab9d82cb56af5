"""The state of the whole deployment in a few numbers, for metrics and readiness."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from bot.storage import sources as source_steps
from bot.storage.tables import promises, sources

_OPEN = ("planned", "leased", "later")


@dataclass(frozen=True, slots=True)
class Pulse:
    """Promises by state (the settled ones not counted), age in seconds of the oldest due one, sources."""

    promises: dict[str, int]
    oldest_due: float
    sources_due: int
    sources_failing: int


def read(db: Connection, now: float) -> Pulse:
    """The pulse at `now` (UTC seconds); every part uses an index."""
    rows = db.execute(
        select(promises.c.state, func.count())
        .where(promises.c.state.in_((*_OPEN, "held", "dead")))
        .group_by(promises.c.state)
    )
    oldest = db.execute(
        select(func.min(promises.c.due_at)).where(promises.c.state.in_(("planned", "later")), promises.c.due_at <= now)
    ).scalar_one_or_none()
    failing = db.execute(select(func.count()).where(sources.c.failures > 0, sources.c.state == "active")).scalar_one()
    return Pulse(
        {row[0]: int(row[1]) for row in rows},
        max(0.0, now - oldest) if oldest is not None else 0.0,
        source_steps.due_count(db, now),
        int(failing),
    )
