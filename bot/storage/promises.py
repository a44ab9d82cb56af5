"""Promises: plan, lease, settle; the one place that knows what is still owed to which channel."""

from __future__ import annotations

import base64
import hashlib

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.model import PromiseKind
from bot.storage.tables import promises

# First letter of a promise's id, so that a person who reads one knows what it was.
_LETTER = {"card": "c", "edit": "e", "note": "n", "delete": "x", "edition": "d", "notice": "i", "reminder": "r"}
# A story is posted and deleted once per channel whatever its version is; the others are owed once per version.
_ONCE = ("card", "delete")
UNSENT = ("planned", "later", "held")


def promise_id(kind: PromiseKind, about: str, channel_id: str, *, part: int = 0, version: int = 1) -> str:
    """Id derived from what is owed to whom: 25 lower-case letters and digits, as many as Discord's nonce may have."""
    owed = (kind, about, channel_id, str(part), "" if kind in _ONCE else str(version))
    digest = hashlib.blake2b("\x1f".join(owed).encode(), digest_size=15).digest()
    return _LETTER[kind] + base64.b32encode(digest).decode().lower()


def plan(
    db: Connection,
    *,
    channel_id: str,
    workspace_id: str,
    kind: PromiseKind,
    about: str,
    now: float,
    due_at: float | None = None,
    version: int = 1,
    part: int = 0,
    payload: str = "",
    trace: str = "",
    message_id: str = "",
    thread_id: str = "",
) -> str | None:
    """Promise one message to one channel, in the transaction of whatever makes it owed.

    Args:
        about: story id for card, edit, note and delete; edition id for edition; incident key for notice.
        due_at: not before this time; None means at once.
        payload: JSON of the Edition (edition) or Reply (note, notice, reminder); cards are read when they are sent.

    Returns:
        The promise's id; None when nothing new is owed: it was planned before, or an edit, deletion or note is about
        a card that has not been sent (the unsent card shows the newest version anyway, a deletion takes it back).
    """
    identity = promise_id(kind, about, channel_id, part=part, version=version)
    tied = kind in ("edit", "delete") or (kind == "note" and not thread_id)  # a note may also go into another thread
    if tied and _settled_by_card(db, kind, about, channel_id, version):
        return None
    insert = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
    last = select(func.coalesce(func.max(promises.c.seq), 0) + 1).where(promises.c.channel_id == channel_id)
    done = db.execute(
        insert(promises)
        .values(
            id=identity,
            seq=last.scalar_subquery(),
            channel_id=channel_id,
            workspace_id=workspace_id,
            kind=kind,
            about=about,
            part=part,
            version=version,
            payload=payload,
            trace=trace,
            message_id=message_id,
            thread_id=thread_id,
            due_at=now if due_at is None else due_at,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=[promises.c.id])
    )
    return identity if done.rowcount else None


def _settled_by_card(db: Connection, kind: PromiseKind, about: str, channel_id: str, version: int) -> bool:
    """Whether the card itself takes care of it; older edits that have not left give way to a newer edit or deletion.

    The card's row is changed, not only read: on PostgreSQL that makes a worker who is just leasing the card wait for
    this transaction, or this one for the worker, so that a change is never lost between the two.
    """
    here = (promises.c.about == about) & (promises.c.channel_id == channel_id)
    unsent = here & (promises.c.kind == "card") & promises.c.state.in_(UNSENT) & promises.c.doubtful.is_(False)
    if kind == "delete":
        taken_back = db.execute(update(promises).where(unsent).values(state="dropped", reason="withdrawn"))
    else:
        taken_back = db.execute(update(promises).where(unsent).values(version=version))
    if kind in ("edit", "delete"):
        older = here & (promises.c.kind == "edit") & promises.c.state.in_(UNSENT)
        db.execute(update(promises).where(older).values(state="dropped", reason="superseded"))
    return bool(taken_back.rowcount)
