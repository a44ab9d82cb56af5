"""Promises: plan, lease, settle; the one place that knows what is still owed to which channel."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, update

from bot.model import Promise, PromiseKind
from bot.storage import upsert
from bot.storage.batches import batches
from bot.storage.tables import channels, lanes, promises, workspaces
from bot.storage.work import LOST

# First letter of a promise's id, so that a person who reads one knows what it was.
_LETTER = {"card": "c", "edit": "e", "note": "n", "delete": "x", "edition": "d", "notice": "i", "reminder": "r"}
# A story is posted and deleted once per channel whatever its version is; the others are owed once per version.
_ONCE = ("card", "delete")
UNSENT = ("planned", "later", "held")


@dataclass(frozen=True, slots=True)
class Held:
    """A message kept for a digest. `about` is the story's id, `at` when it was promised, UTC seconds."""

    id: str
    about: str
    reason: str
    at: float


@dataclass(frozen=True, slots=True)
class Owed:
    """One message owed to one channel, among many of a kind. `due_at`: not before, UTC seconds."""

    channel_id: str
    workspace_id: str
    due_at: float
    payload: str = ""
    held: str = ""  # why it is kept for the next digest instead


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
    owed = Owed(channel_id, workspace_id, now if due_at is None else due_at, payload)
    # A note may also go into another thread than the card's.
    if (kind in ("edit", "delete") or (kind == "note" and not thread_id)) and _settled(
        db, kind, about, [channel_id], version
    ):
        return None
    row = _row(kind, about, owed, now=now, version=version, part=part, trace=trace)
    row |= {"message_id": message_id, "thread_id": thread_id}
    return db.execute(_insert(db.dialect.name).returning(promises.c.id), row).scalar_one_or_none()


def plan_all(
    db: Connection,
    kind: PromiseKind,
    about: str,
    owed: Sequence[Owed],
    *,
    now: float,
    version: int = 1,
    source_id: int | None = None,
    trace: str = "",
) -> dict[str, str]:
    """Promise one message each to many channels, as `plan` does for one, in a few statements for all of them.

    Returns:
        Channel id to promise id, of what is newly owed and of what is held for a digest.
    """
    planned: dict[str, str] = {}
    for some in batches(owed):
        names = [one.channel_id for one in some]
        settled = _settled(db, kind, about, names, version) if kind in ("edit", "delete", "note") else frozenset()
        rows = [
            _row(kind, about, one, now=now, version=version, trace=trace) | {"source_id": source_id}
            for one in some
            if one.channel_id not in settled
        ]
        before = db.execute(select(promises.c.id).where(promises.c.id.in_([row["id"] for row in rows])))
        known = frozenset(before.scalars())
        fresh = [row for row in rows if row["id"] not in known]
        if fresh:
            db.execute(_insert(db.dialect.name), fresh)
        planned |= {row["channel_id"]: row["id"] for row in fresh}
    return planned


def _row(
    kind: PromiseKind, about: str, owed: Owed, *, now: float, version: int, part: int = 0, trace: str = ""
) -> dict[str, Any]:
    return {
        "id": promise_id(kind, about, owed.channel_id, part=part, version=version),
        "channel_id": owed.channel_id,
        "this_channel": owed.channel_id,
        "workspace_id": owed.workspace_id,
        "kind": kind,
        "about": about,
        "part": part,
        "version": version,
        "payload": owed.payload,
        "trace": trace,
        "state": "held" if owed.held else "planned",
        "reason": owed.held,
        "due_at": owed.due_at,
        "created_at": now,
    }


@lru_cache
def _insert(dialect: str) -> Any:
    """The next one of its channel, unless it was promised before. Built once: that costs more than running it."""
    last = select(func.coalesce(func.max(promises.c.seq), 0) + 1).where(
        promises.c.channel_id == bindparam("this_channel")
    )
    statement = upsert.insert(dialect, promises).values(seq=last.scalar_subquery())
    return statement.on_conflict_do_nothing(index_elements=[promises.c.id])


def _settled(
    db: Connection, kind: PromiseKind, about: str, channel_ids: Collection[str], version: int
) -> frozenset[str]:
    """The channels whose card itself takes care of it; older edits that have not left give way to a newer edit or
    deletion.

    The cards' rows are changed, not only read: on PostgreSQL that makes a worker who is just leasing a card wait for
    this transaction, or this one for the worker, so that a change is never lost between the two.
    """
    here = (promises.c.about == about) & promises.c.channel_id.in_(channel_ids)
    unsent = here & (promises.c.kind == "card") & promises.c.state.in_(UNSENT) & promises.c.doubtful.is_(False)
    new = {"state": "dropped", "reason": "withdrawn"} if kind == "delete" else {"version": version}
    found = db.execute(update(promises).where(unsent).values(new).returning(promises.c.channel_id))
    settled = frozenset(found.scalars())
    if kind in ("edit", "delete"):
        older = here & (promises.c.kind == "edit") & promises.c.state.in_(UNSENT)
        db.execute(update(promises).where(older).values(state="dropped", reason="superseded"))
    return settled


# --------------------------------------------------------------------------- held: for the next digest


def hold(db: Connection, promise_id: str, reason: str) -> bool:
    """Keep an unsent promise for the next digest: quiet hours, a cap. False when it has left already."""
    unsent = (promises.c.id == promise_id) & promises.c.state.in_(UNSENT) & promises.c.doubtful.is_(False)
    return bool(db.execute(update(promises).where(unsent).values(state="held", reason=reason)).rowcount)


def release(db: Connection, promise_id: str, now: float) -> bool:
    """Send a held promise after all. False when it is not held."""
    held_one = (promises.c.id == promise_id) & (promises.c.state == "held")
    values = {"state": "planned", "reason": "", "due_at": now}
    return bool(db.execute(update(promises).where(held_one).values(values)).rowcount)


def held(db: Connection, channel_id: str) -> tuple[Held, ...]:
    """What waits for a channel's next digest, in the order it was promised."""
    rows = db.execute(
        select(promises.c.id, promises.c.about, promises.c.reason, promises.c.created_at)
        .where(promises.c.channel_id == channel_id, promises.c.state == "held")
        .order_by(promises.c.seq)
    )
    return tuple(Held(row.id, row.about, row.reason, row.created_at) for row in rows)


def fold(db: Connection, promise_ids: Collection[str], edition_id: str) -> int:
    """Held promises went into an edition: call it in the transaction that plans the edition. How many there were."""
    gone = promises.c.id.in_(promise_ids) & (promises.c.state == "held")
    return db.execute(update(promises).where(gone).values(state="dropped", reason=f"in edition {edition_id}")).rowcount


def drop_unsent(db: Connection, channel_id: str, reason: str) -> int:
    """A channel stopped following, or left: what has not been sent is not owed any more. How many there were."""
    unsent = (promises.c.channel_id == channel_id) & promises.c.state.in_(UNSENT)
    return db.execute(update(promises).where(unsent).values(state="dropped", reason=reason)).rowcount


# --------------------------------------------------------------------------- for people: retry and status


def retry(db: Connection, now: float, *, channel_id: str = "", workspace_id: str = "") -> int:
    """Owe again what was given up in a channel or workspace, and try lost places at once. How many promises.

    A dead promise that may have arrived stays doubtful: it is looked for before it is repeated.
    """
    if not channel_id and not workspace_id:
        return 0
    here = promises.c.channel_id == channel_id if channel_id else promises.c.workspace_id == workspace_id
    place = channels.c.id == channel_id if channel_id else channels.c.workspace_id == workspace_id
    lost = place & channels.c.state.in_(("paused", "gone")) & channels.c.state_reason.startswith(LOST)
    db.execute(update(channels).where(lost).values(state="ok", state_reason="", state_at=now))
    houses = select(channels.c.workspace_id).where(place)
    revoked = workspaces.c.id.in_(houses) & (workspaces.c.state == "revoked")
    db.execute(update(workspaces).where(revoked).values(state="active", state_at=now))
    names = select(channels.c.id).where(place).union(houses)
    db.execute(update(lanes).where(lanes.c.id.in_(names)).values(not_before=None, reason=""))
    waiting = here & (promises.c.state == "later") & (promises.c.due_at > now)
    db.execute(update(promises).where(waiting).values(due_at=now))
    again = {"state": "planned", "attempts": 0, "plain": 0, "due_at": now, "created_at": now, "reason": "retry"}
    return db.execute(update(promises).where(here & (promises.c.state == "dead")).values(again)).rowcount


def open_counts(db: Connection) -> dict[str, tuple[int, float]]:
    """For every state that is not final: (how many, when the oldest was promised, UTC seconds); `dead` too."""
    rows = db.execute(
        select(promises.c.state, func.count(), func.min(promises.c.created_at))
        .where(promises.c.state.in_(("planned", "leased", "later", "held", "dead")))
        .group_by(promises.c.state)
    )
    return {state: (number, oldest) for state, number, oldest in rows}


def waiting(db: Connection, workspace_id: str, *, most: int = 20) -> tuple[Promise, ...]:
    """What a workspace is still owed, or was not given, for `status`: newest first."""
    rows = db.execute(
        select(promises)
        .where(promises.c.workspace_id == workspace_id, promises.c.state.in_((*UNSENT, "leased", "dead")))
        .order_by(promises.c.created_at.desc(), promises.c.seq.desc())
        .limit(most)
    )
    return tuple(noun(row) for row in rows)


def find(db: Connection, promise_id: str) -> Promise | None:
    """One promise as it stands."""
    row = db.execute(select(promises).where(promises.c.id == promise_id)).one_or_none()
    return noun(row) if row else None


def noun(row: Row[Any]) -> Promise:
    """A row as the noun everybody shares."""
    return Promise(
        id=row.id,
        channel_id=row.channel_id,
        kind=row.kind,
        about=row.about,
        state=row.state,
        due=datetime.fromtimestamp(row.due_at, UTC),
        attempts=row.attempts,
        message_id=row.message_id,
        thread_id=row.thread_id,
        part=row.part,
        version=row.version,
        reason=row.reason,
        doubtful=row.doubtful,
        trace=row.trace,
        plain=row.plain,
    )
