"""Command lines behind buttons that are longer than a platform's id may be."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.tables import presses


def key(line: str) -> str:
    """Id of a line: 16 characters of its hash, so the same line has the same id in every process and message."""
    return hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def put(db: Connection, line: str, now: float) -> str:
    """Remember a line and return its id (16 characters); a line known already keeps its id and becomes younger."""
    press_id = key(line)
    if db.execute(update(presses).where(presses.c.id == press_id).values(at=now)).rowcount == 0:
        db.execute(insert(presses).values(id=press_id, line=line, at=now))
    return press_id


def get(db: Connection, press_id: str) -> str | None:
    """The line of an id; None when it was never stored or was cleared away."""
    row = db.execute(select(presses.c.line).where(presses.c.id == press_id)).one_or_none()
    return None if row is None else str(row.line)


def clear(db: Connection, before: float) -> int:
    """Forget lines nobody showed since then (UTC seconds); how many."""
    return db.execute(delete(presses).where(presses.c.at < before)).rowcount
