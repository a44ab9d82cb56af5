"""Lanes: who serves a channel, and how long a channel, a workspace or a whole platform has to wait."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, or_, select, update

from bot.storage import upsert
from bot.storage.tables import lanes

QUEUE_SECONDS = 2.0  # how far ahead a moment of a platform may be reserved


@dataclass(frozen=True, slots=True)
class Pause:
    """Until when (UTC seconds) and why; `until` is 0 when nothing holds."""

    until: float = 0.0
    reason: str = ""


def ensure(db: Connection, *ids: str) -> None:
    """Make sure the lanes exist."""
    db.execute(
        upsert.insert(db.dialect.name, lanes).on_conflict_do_nothing(index_elements=[lanes.c.id]),
        [{"id": name} for name in ids],
    )


def lease(db: Connection, channel_id: str, worker: str, now: float, until: float) -> bool:
    """Take or prolong the right to serve a channel; False while another worker has it."""
    mine = lanes.c.id == channel_id
    free = or_(lanes.c.lease_by == "", lanes.c.lease_by == worker, lanes.c.lease_until <= now)
    taken = update(lanes).where(mine, free).values(lease_by=worker, lease_until=until)
    if db.execute(taken).rowcount:
        return True
    ensure(db, channel_id)
    return bool(db.execute(taken).rowcount)


def release(db: Connection, channel_id: str, worker: str) -> None:
    """Give the channel back, if it is still ours."""
    db.execute(
        update(lanes).where(lanes.c.id == channel_id, lanes.c.lease_by == worker).values(lease_by="", lease_until=None)
    )


def pause(db: Connection, lane: str, until: float, reason: str) -> None:
    """Nobody uses this lane before `until`; a longer pause stays."""
    ensure(db, lane)
    db.execute(
        update(lanes)
        .where(lanes.c.id == lane, or_(lanes.c.not_before.is_(None), lanes.c.not_before < until))
        .values(not_before=until, reason=reason)
    )


def clear(db: Connection, lane: str) -> None:
    """End a pause."""
    db.execute(update(lanes).where(lanes.c.id == lane).values(not_before=None, reason=""))


def longest(db: Connection, *ids: str) -> Pause:
    """The pause that ends last among these lanes."""
    rows = db.execute(
        select(lanes.c.not_before, lanes.c.reason).where(lanes.c.id.in_(ids), lanes.c.not_before.is_not(None))
    )
    return max((Pause(row.not_before, row.reason) for row in rows), key=lambda pause: pause.until, default=Pause())


def slot(db: Connection, lane: str, spacing: float, now: float) -> float:
    """Reserve this lane's next moment, `spacing` seconds after the one before; `now` where there is no spacing.

    All workers draw from the same row, so together they stay below one request per `spacing`. Nothing is reserved
    while the moment lies more than `QUEUE_SECONDS` ahead: that is a pause, not a queue.
    """
    if not spacing:
        return now
    ensure(db, lane)
    db.execute(update(lanes).where(lanes.c.id == lane).values(lease_by=""))  # locks the row: no moment twice
    at = max(db.execute(select(lanes.c.not_before).where(lanes.c.id == lane)).scalar_one() or 0.0, now)
    if at - now <= QUEUE_SECONDS:
        db.execute(update(lanes).where(lanes.c.id == lane).values(not_before=at + spacing))
    return at
