"""WebSub subscriptions: which feeds offered a hub, what was asked of it, and until when it pushes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from secrets import token_urlsafe

from sqlalchemy import Connection, and_, delete, insert, select, update

from bot.storage.seal import Sealer, websub_bind
from bot.storage.tables import choices, sources, websub

_RANDOM_BYTES = 24  # of the secret and of the callback's path, each; the Recommendation wants less than 200 characters
_NEW = "new"  # offered, not asked for yet


@dataclass(frozen=True, slots=True)
class Stored:
    """One subscription. Times are UTC seconds; `secret` and `path` are kept sealed and were made at random."""

    source_id: int
    hub: str
    topic: str
    path: str  # last part of the callback's address, which nobody can guess
    secret: str
    state: str = _NEW  # new asked active denied
    asked_at: float | None = None
    lease_until: float | None = None


def offer(db: Connection, sealer: Sealer, source_id: int, hub: str, topic: str) -> bool:
    """Remember that a feed offers a hub; True when this hub or topic is new and has to be asked."""
    row = db.execute(select(websub.c.hub, websub.c.topic).where(websub.c.source_id == source_id)).one_or_none()
    if row is not None and (row.hub, row.topic) == (hub, topic):
        return False
    db.execute(delete(websub).where(websub.c.source_id == source_id))
    fresh = f"{token_urlsafe(_RANDOM_BYTES)} {token_urlsafe(_RANDOM_BYTES)}"
    sealed = sealer.seal(fresh, websub_bind(source_id))
    db.execute(insert(websub).values(source_id=source_id, hub=hub, topic=topic, sealed=sealed, state=_NEW))
    return True


def withdraw(db: Connection, source_id: int) -> None:
    """Forget the hub of a feed that offers none any more."""
    db.execute(delete(websub).where(websub.c.source_id == source_id))


def get(db: Connection, sealer: Sealer, source_id: int) -> Stored | None:
    """One subscription. Raises StorageError when it does not open with the present keys."""
    row = db.execute(select(websub).where(websub.c.source_id == source_id)).one_or_none()
    if row is None:
        return None
    path, secret = sealer.open(row.sealed, websub_bind(source_id)).split(" ")
    return Stored(source_id, row.hub, row.topic, path, secret, row.state, row.asked_at, row.lease_until)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a subscription is, without its secret."""

    source_id: int
    state: str
    asked_at: float | None
    lease_until: float | None


def standings(db: Connection) -> tuple[Standing, ...]:
    """Every subscription of a source that somebody still wants."""
    wanted = select(choices.c.source_id).where(choices.c.source_id == websub.c.source_id, choices.c.state == "active")
    rows = db.execute(
        select(websub.c.source_id, websub.c.state, websub.c.asked_at, websub.c.lease_until)
        .join(sources, sources.c.id == websub.c.source_id)
        .where(sources.c.state == "active", wanted.exists())
        .order_by(websub.c.source_id)
    )
    return tuple(Standing(*row) for row in rows)


def save(db: Connection, one: Stored) -> None:
    """Write down how far a subscription is, if it is still the one of this hub and topic."""
    db.execute(
        update(websub)
        .where(websub.c.source_id == one.source_id, websub.c.hub == one.hub, websub.c.topic == one.topic)
        .values(state=one.state, asked_at=one.asked_at, lease_until=one.lease_until)
    )


def pushed(db: Connection, source_ids: Collection[int], now: float) -> frozenset[int]:
    """Which of these sources a hub pushes for at present."""
    rows = db.execute(
        select(websub.c.source_id).where(
            and_(websub.c.source_id.in_(list(source_ids)), websub.c.state == "active", websub.c.lease_until > now)
        )
    )
    return frozenset(int(row.source_id) for row in rows)
