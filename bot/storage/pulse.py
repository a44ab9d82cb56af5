"""The state of the whole deployment in a few numbers, for metrics and readiness."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, and_, case, func, select, text

from bot.storage import sources as source_steps
from bot.storage.tables import promises, sources, websub

_OPEN = ("planned", "leased", "later")
# Upper bounds in seconds of how long a promise has been due.
AGES = (("minute", 60.0), ("quarter", 900.0), ("hour", 3600.0), ("day", 86400.0), ("older", float("inf")))


@dataclass(frozen=True, slots=True)
class Pulse:
    """Promises by state (the settled ones not counted) and, where due, by age; age in seconds of the oldest; sources;
    jobs that wait by queue; WebSub subscriptions by state."""

    promises: dict[str, int]
    oldest_due: float
    sources_due: int
    sources_failing: int
    sources: int = 0
    due: dict[str, int] = field(default_factory=dict)
    jobs: dict[str, int] = field(default_factory=dict)
    hubs: dict[str, int] = field(default_factory=dict)


def alive(db: Connection) -> None:
    """The smallest question there is."""
    db.execute(select(1))


def read(db: Connection, now: float) -> Pulse:
    """The pulse at `now` (UTC seconds); every part uses an index."""
    rows = db.execute(
        select(promises.c.state, func.count())
        .where(promises.c.state.in_((*_OPEN, "held", "dead")))
        .group_by(promises.c.state)
    )
    due = and_(promises.c.state.in_(("planned", "later")), promises.c.due_at <= now)
    oldest = db.execute(select(func.min(promises.c.due_at)).where(due)).scalar_one_or_none()
    age = case(*((promises.c.due_at > now - bound, name) for name, bound in AGES[:-1]), else_=AGES[-1][0])
    ages = db.execute(select(age, func.count()).where(due).group_by(age))
    failing = func.sum(case((sources.c.failures > 0, 1), else_=0))
    known = db.execute(select(func.count(), failing).where(sources.c.state == "active")).one()
    hubs = db.execute(select(websub.c.state, func.count()).group_by(websub.c.state))
    return Pulse(
        {row[0]: int(row[1]) for row in rows},
        max(0.0, now - oldest) if oldest is not None else 0.0,
        source_steps.due_count(db, now),
        int(known[1] or 0),
        int(known[0]),
        {row[0]: int(row[1]) for row in ages},
        _jobs(db),
        {row[0]: int(row[1]) for row in hubs},
    )


def _jobs(db: Connection) -> dict[str, int]:
    """Jobs that wait on PostgreSQL; elsewhere work waits in the tables only."""
    if db.dialect.name != "postgresql":
        return {}
    rows = db.execute(
        text("SELECT queue_name, count(*) FROM procrastinate_jobs WHERE status = 'todo' GROUP BY queue_name")
    )
    return {row[0]: int(row[1]) for row in rows}
