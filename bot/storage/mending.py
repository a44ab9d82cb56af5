"""After a crash or a jump of the clock: leases nobody holds and waits nobody meant are put right."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select, text, update

from bot.storage.tables import lanes, promises
from bot.storage.work import OPEN

# No wait or lease that a rule makes is longer; one that is was written by a clock that ran ahead.
LONGEST_WAIT_SECONDS = 6 * 3600.0 + 60
LONGEST_LEASE_SECONDS = 300.0
TOLERANCE_SECONDS = 60.0  # by which the clocks of two machines may differ


@dataclass(frozen=True, slots=True)
class Mended:
    """How many promises and lanes were put right."""

    promises: int = 0
    lanes: int = 0


def offset(db: Connection, now: float) -> float:
    """Seconds to add to this machine's clock, so that all workers of one database share one; 0 on SQLite."""
    if db.dialect.name != "postgresql":
        return 0.0
    return float(db.execute(text("SELECT extract(epoch FROM clock_timestamp())::float8")).scalar_one()) - now


def recover(db: Connection, now: float, *, wait: float) -> int:
    """At the start of the only process there is: leases of the one before are over. How many promises it was sending.

    What was being sent may have arrived, or still arrive: it is looked for after `wait` seconds.
    """
    left = update(promises).where(promises.c.state == "leased")
    interrupted = db.execute(
        left.values(
            state="later", doubtful=True, due_at=now + wait, reason="interrupted", lease_by="", lease_until=None
        )
    ).rowcount
    db.execute(update(lanes).where(lanes.c.lease_by != "").values(lease_by="", lease_until=None))
    return interrupted


def mend_clock(db: Connection, now: float) -> Mended:
    """Undo what a clock that ran ahead left behind; nothing is lost by it, and nothing sent twice.

    Messages promised "in the future" keep the distance they were meant to have; waits and leases longer than any
    rule makes end now (a lease then counts as interrupted, so its message is looked for).
    """
    ahead = and_(promises.c.state == "planned", promises.c.created_at > now + TOLERANCE_SECONDS)
    moved = db.execute(
        update(promises).where(ahead).values(due_at=now + (promises.c.due_at - promises.c.created_at), created_at=now)
    ).rowcount
    waits = and_(promises.c.state == "later", promises.c.due_at > now + LONGEST_WAIT_SECONDS)
    moved += db.execute(update(promises).where(waits).values(due_at=now)).rowcount
    leased = and_(promises.c.state == "leased", promises.c.lease_until > now + LONGEST_LEASE_SECONDS)
    moved += db.execute(update(promises).where(leased).values(lease_until=now)).rowcount
    paused = update(lanes).where(lanes.c.not_before > now + LONGEST_WAIT_SECONDS)
    freed = db.execute(paused.values(not_before=None, reason="")).rowcount
    held = update(lanes).where(lanes.c.lease_until > now + LONGEST_LEASE_SECONDS)
    freed += db.execute(held.values(lease_by="", lease_until=None)).rowcount
    return Mended(moved, freed)


def next_moment(db: Connection, now: float) -> float | None:
    """When the next waiting promise is due, UTC seconds; None when none waits."""
    soonest = select(func.min(promises.c.due_at)).where(promises.c.state.in_(OPEN), promises.c.due_at > now)
    found: float | None = db.execute(soonest).scalar_one()
    return found
