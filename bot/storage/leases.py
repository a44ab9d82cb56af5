"""Leases: the next promise of a channel is taken, and what became of it is written, one transaction each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, and_, func, not_, or_, select, update

from bot.model import Card, Channel, Message, Promise
from bot.storage import lanes, payloads, settle
from bot.storage.codec import load_any
from bot.storage.tables import channels, promises, schedules, workspaces
from bot.storage.tables import lanes as lanes_table
from bot.storage.work import LOST, OPEN, Terms, Wait, Work

# A message we wait to look for stops holding up its channel after this; it may well be there already.
DOUBT_BLOCKS_SECONDS = 600.0
# After an outage a channel with a digest gets its newest cards, and the older ones in the digest.
OUTAGE_SECONDS = 7200.0
CATCH_UP = 5


def due(db: Connection, *, platforms: Collection[str], now: float, limit: int) -> tuple[str, ...]:
    """Channels with something to deliver now, longest waiting first; not those that wait or are being served."""
    own, shared, whole = lanes_table.alias("own"), lanes_table.alias("shared"), lanes_table.alias("whole")
    ready = or_(
        and_(promises.c.state.in_(("planned", "later")), promises.c.due_at <= now),
        and_(promises.c.state == "leased", promises.c.lease_until <= now),
    )
    query = (
        select(promises.c.channel_id)
        .join(channels, channels.c.id == promises.c.channel_id)
        .join(workspaces, workspaces.c.id == channels.c.workspace_id)
        .outerjoin(own, own.c.id == channels.c.id)
        .outerjoin(shared, shared.c.id == workspaces.c.id)
        .outerjoin(whole, whole.c.id == workspaces.c.platform)
        .where(promises.c.state.in_(OPEN), ready, _reachable())
        .where(workspaces.c.platform.in_(platforms))
        .where(or_(own.c.lease_until.is_(None), own.c.lease_until <= now))
        .where(*(func.coalesce(lane.c.not_before, 0.0) <= now for lane in (own, shared)))
        .where(func.coalesce(whole.c.not_before, 0.0) <= now + 1)  # this one is also moved by the spacing of requests
        .group_by(promises.c.channel_id)
        .order_by(func.min(promises.c.due_at), promises.c.channel_id)
        .limit(limit)
    )
    return tuple(db.execute(query).scalars())


def advance(db: Connection, channel_id: str, terms: Terms, now: float) -> Work | Wait:
    """Take the channel's next promise.

    Returns Wait, and gives the channel back, when its next promise may not be sent yet, another worker serves it,
    or nothing is left.
    """
    if not lanes.lease(db, channel_id, terms.worker, now, now + terms.lease_seconds):
        return Wait()
    taken = _next(db, channel_id, terms, now)
    if isinstance(taken, Wait):
        lanes.release(db, channel_id, terms.worker)
        if taken.until > now:
            lanes.pause(db, channel_id, taken.until, "")
    return taken


def _reachable() -> ColumnElement[bool]:
    """Channels one may post to, and those that were lost and are tried again now and then."""
    lost = and_(channels.c.state == "paused", channels.c.state_reason.startswith(LOST))
    return and_(workspaces.c.state.in_(("active", "revoked")), or_(channels.c.state == "ok", lost))


def _next(db: Connection, channel_id: str, terms: Terms, now: float) -> Work | Wait:
    place = db.execute(
        select(
            channels, workspaces.c.platform, workspaces.c.state.label("house"), workspaces.c.state_at.label("house_at")
        )
        .join(workspaces, workspaces.c.id == channels.c.workspace_id)
        .where(channels.c.id == channel_id, _reachable())
    ).one_or_none()
    if place is None:
        return Wait()
    waits = [channel_id, place.workspace_id]
    if not terms.spacing_seconds:  # where requests are spaced, the platform's lane counts when a moment is reserved
        waits.append(place.platform)
    held = lanes.longest(db, *waits)
    if held.until > now:
        return Wait(held.until)
    while True:
        row = _head(db, channel_id, now)
        if row is None:
            return Wait(_first_due(db, channel_id, now))
        until = row.lease_until if row.state == "leased" else row.due_at
        if until > now:
            return Wait(until)
        if _hold_after_outage(db, row, now):
            continue
        aim = _aim(db, row, now)
        if isinstance(aim, str):
            if aim:
                settle.close(db, row, "dropped", aim, now)
            continue
        try:
            message = payloads.load(db, row.kind, row.about, row.payload)
        except (msgspec.MsgspecError, KeyError, ValueError, TypeError):
            settle.close(db, row, "dead", "unreadable", now)
            continue
        if message is None and row.kind != "delete":
            settle.close(db, row, "dropped", "nothing-to-show", now)
            continue
        at = lanes.slot(db, place.platform, terms.spacing_seconds, now)
        if at - now > lanes.QUEUE_SECONDS:
            return Wait(at)
        return _lease(db, row, aim, place, message, terms, now, at)


def _head(db: Connection, channel_id: str, now: float) -> Row[Any] | None:
    """The promise whose turn it is: the first one made that is not scheduled for later."""
    scheduled = and_(promises.c.state == "planned", promises.c.due_at > now)
    aside = and_(
        promises.c.state == "later",
        promises.c.doubtful,
        promises.c.due_at > now,
        promises.c.tried_at < now - DOUBT_BLOCKS_SECONDS,
    )
    return db.execute(
        select(promises)
        .where(promises.c.channel_id == channel_id, promises.c.state.in_(OPEN), not_(scheduled))
        .where(not_(func.coalesce(aside, False)))
        .order_by(promises.c.seq, promises.c.created_at, promises.c.id)
        .limit(1)
        .with_for_update()  # who plans an edit or takes a card back waits until we have read what we send, or we wait
    ).one_or_none()


def _first_due(db: Connection, channel_id: str, now: float) -> float:
    """When the first of the scheduled ones is due; 0 when there is none."""
    waiting = select(func.min(promises.c.due_at)).where(
        promises.c.channel_id == channel_id, promises.c.state.in_(("planned", "later")), promises.c.due_at > now
    )
    return db.execute(waiting).scalar_one() or 0.0


def _hold_after_outage(db: Connection, row: Row[Any], now: float) -> bool:
    """Leave the older cards of a long outage to the channel's digest, if it has one; True if this one is among them."""
    overdue = now - row.due_at
    if row.kind != "card" or row.state != "planned" or overdue <= OUTAGE_SECONDS:
        return False
    if db.execute(select(schedules.c.channel_id).where(schedules.c.channel_id == row.channel_id)).first() is None:
        return False
    waiting = (
        select(promises.c.id)
        .where(promises.c.channel_id == row.channel_id, promises.c.kind == "card", promises.c.state == "planned")
        .where(promises.c.due_at < now - OUTAGE_SECONDS)
        .order_by(promises.c.seq.desc())
    )
    late = db.execute(waiting).scalars().all()[CATCH_UP:]
    if late:
        db.execute(update(promises).where(promises.c.id.in_(late)).values(state="held", reason="outage"))
    return row.id in late


@dataclass(frozen=True, slots=True)
class _Aim:
    """Which message a promise is about, and the thread it belongs to."""

    message_id: str = ""
    thread_id: str = ""


def _aim(db: Connection, row: Row[Any], now: float) -> _Aim | str:
    """Find the posted card an edit, a deletion or a note is about, and the first message a digest's rest belongs to.

    Returns the reason when nothing is owed any more; the empty text when it was put off, because the card waits.
    """
    if row.kind == "edition" and row.part:
        return _aim_below_first(db, row, now)
    if row.kind not in ("edit", "delete", "note") or (row.kind == "note" and row.thread_id):
        return _Aim(row.message_id, row.thread_id)
    card = db.execute(
        select(promises).where(
            promises.c.about == row.about, promises.c.channel_id == row.channel_id, promises.c.kind == "card"
        )
    ).one_or_none()
    if card is None:
        if row.message_id:
            return _Aim(row.message_id, row.thread_id)
        return "nothing-posted"
    if card.state in OPEN:
        return _put_off(db, row, card, "card-waits", now)
    if card.state != "sent":
        return "nothing-posted"
    if row.kind == "edit" and row.version <= card.version:
        return "already-shown"
    return _Aim(row.message_id or card.message_id, row.thread_id or card.thread_id)


def _aim_below_first(db: Connection, row: Row[Any], now: float) -> _Aim | str:
    """The thread of a digest's first part, once it was sent. A first part that was given up leaves the rest to stand
    in the channel: a list without its title is better than no list."""
    first = db.execute(
        select(promises).where(
            promises.c.about == row.about,
            promises.c.channel_id == row.channel_id,
            promises.c.kind == "edition",
            promises.c.part == 0,
        )
    ).one_or_none()
    if first is None or first.state in ("dead", "dropped"):
        return _Aim(row.message_id, row.thread_id)
    if first.state != "sent":
        return _put_off(db, row, first, "first-part-waits", now)
    return _Aim(row.message_id or first.message_id, row.thread_id or first.thread_id)


def _put_off(db: Connection, row: Row[Any], other: Row[Any], reason: str, now: float) -> str:
    """Wait for another promise of the channel."""
    put_off = max(other.due_at, other.lease_until or 0.0, now + 5)
    db.execute(
        update(promises)
        .where(promises.c.id == row.id)
        .values(state="later", due_at=put_off, reason=reason, lease_by="", lease_until=None)
    )
    return ""


def _before(db: Connection, row: Row[Any]) -> str:
    """Our last message in the channel that was there before this one was tried."""
    known = select(promises.c.message_id).where(
        promises.c.channel_id == row.channel_id,
        promises.c.seq < row.seq,
        promises.c.state == "sent",
        promises.c.kind.not_in(("edit", "delete")),
        promises.c.message_id != "",
        promises.c.thread_id == "",
        promises.c.sent_at <= (row.tried_at or row.created_at),
    )
    return db.execute(known.order_by(promises.c.seq.desc()).limit(1)).scalar_one_or_none() or ""


def _lease(
    db: Connection,
    row: Row[Any],
    aim: _Aim,
    place: Row[Any],
    message: Message | None,
    terms: Terms,
    now: float,
    at: float,
) -> Work:
    interrupted = row.state == "leased"  # its worker died between taking it and writing what became of it
    doubtful = (row.doubtful or interrupted) and row.kind not in ("edit", "delete")
    # What may have arrived shows the version of that try, not the one we would send now.
    version = message.version if isinstance(message, Card) and not doubtful else row.version
    db.execute(
        update(promises)
        .where(promises.c.id == row.id)
        .values(
            state="leased",
            lease_by=terms.worker,
            lease_until=now + terms.lease_seconds,
            attempts=row.attempts + 1,
            doubtful=doubtful,
            version=version if row.kind == "card" else row.version,
            tried_at=row.tried_at if doubtful else now,
        )
    )
    after_id = _before(db, row) if doubtful else ""
    # Where no message of ours bounds the look, our own clock has to, and it may have been a day ahead.
    looked_from = (row.tried_at or row.created_at) - 86400.0
    promise = Promise(
        row.id,
        row.channel_id,
        row.kind,
        row.about,
        "leased",
        datetime.fromtimestamp(looked_from if doubtful else row.due_at, UTC),
        row.attempts + 1,
        aim.message_id,
        aim.thread_id,
        row.part,
        version,
        row.reason,
        doubtful,
        row.trace,
        row.plain,
        after_id,
    )
    story_id, url = payloads.story_url(db, row.about)
    since = [
        now - (when or now)
        for when, lost in ((place.state_at, place.state != "ok"), (place.house_at, place.house != "active"))
        if lost
    ]
    return Work(
        promise=promise,
        channel=Channel(place.id, place.workspace_id, place.name, place.kind, place.state, load_any(place.settings)),
        message=message,
        url=url,
        story_id=story_id,
        age=now - row.created_at,
        since_try=now - row.tried_at if doubtful and row.tried_at is not None else None,
        lost_for=max(since) if since else None,
        at=at,
    )
