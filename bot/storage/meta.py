"""Small facts about the whole deployment, by key: hash of the synced command tree, a dossier's thread, ..."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from bot.storage.tables import meta


def get(db: Connection, key: str) -> str:
    """The value of a key; empty when it was never set."""
    row = db.execute(select(meta.c.value).where(meta.c.key == key)).one_or_none()
    return "" if row is None else str(row.value)


def put(db: Connection, key: str, value: str, now: float) -> None:
    """Set a key."""
    if db.execute(update(meta).where(meta.c.key == key).values(value=value, at=now)).rowcount == 0:
        db.execute(insert(meta).values(key=key, value=value, at=now))


def take(db: Connection, key: str, most: int, seconds: float, now: float) -> bool:
    """Use one of `most` turns per `seconds`, counted over all processes; False when they are used up."""
    used = [float(at) for at in get(db, key).split() if 0 <= now - float(at) < seconds]
    if len(used) >= most:
        return False
    put(db, key, " ".join(map(str, [*used, now])), now)
    return True
