"""Pages owed: an entry that was carded from its feed because its page failed is read again, a few times."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.model import Entry, Source
from bot.storage import sources
from bot.storage.codec import dump, load
from bot.storage.tables import pages_owed

# Seconds until each further try: most faults of publication (a page that is not there yet, a deployment) pass within
# minutes, an outage within hours. After the last one the card stays as the feed gave it.
AFTER = (300.0, 1800.0, 10_800.0, 43_200.0)
LEASE_SECONDS = 600.0  # a try that dies with its process comes back after this


@dataclass(frozen=True, slots=True)
class Owed:
    """A page to be read again. `tries` counts those that failed."""

    article_id: int
    source: Source
    entry: Entry
    outlet: str
    tries: int
    trace: str


_OWE = insert(pages_owed)
_PAID = delete(pages_owed).where(pages_owed.c.article_id == bindparam("this_id"))


def owe(db: Connection, article_id: int, source_id: int, entry: Entry, outlet: str, trace: str, now: float) -> None:
    """Owe the page of an article anew, in the transaction that stores what its feed gave."""
    forget(db, article_id)
    values = {"article_id": article_id, "source_id": source_id, "entry": dump(entry), "outlet": outlet}
    db.execute(_OWE, {**values, "trace": trace, "tries": 1, "due_at": now + AFTER[0]})


def take(db: Connection, now: float, most: int) -> tuple[Owed, ...]:
    """Lease up to so many pages whose time has come, longest due first; those of sources that are gone are dropped.

    A time too far ahead to be ours, left by a clock that was wrong, counts as due.
    """
    due = (pages_owed.c.due_at <= now) | (pages_owed.c.due_at > now + max(AFTER) + 86400)
    query = select(pages_owed).where(due).order_by(pages_owed.c.due_at).limit(most)
    if db.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    rows = db.execute(query).all()
    found = []
    for row in rows:
        source = sources.get(db, row.source_id)
        if source is None:
            forget(db, row.article_id)
            continue
        found.append(Owed(row.article_id, source, load(Entry, row.entry), row.outlet, row.tries, row.trace))
    leased = [one.article_id for one in found]
    if leased:
        db.execute(update(pages_owed).where(pages_owed.c.article_id.in_(leased)).values(due_at=now + LEASE_SECONDS))
    return tuple(found)


def stands(db: Connection, article_id: int, tries: int) -> bool:
    """Whether it is owed still; False if the entry changed meanwhile or another process was quicker."""
    this = (pages_owed.c.article_id == article_id) & (pages_owed.c.tries == tries)
    return db.execute(select(pages_owed.c.tries).where(this)).one_or_none() is not None


def failed(db: Connection, article_id: int, tries: int, now: float) -> bool:
    """One more try failed: owed later, or given up; True when that was the last."""
    if not stands(db, article_id, tries):
        return False
    if tries >= len(AFTER):
        return forget(db, article_id)
    here = pages_owed.c.article_id == article_id
    db.execute(update(pages_owed).where(here).values(tries=tries + 1, due_at=now + AFTER[tries]))
    return False


def forget(db: Connection, article_id: int) -> bool:
    """The page came, or is given up; whether it was owed."""
    return db.execute(_PAID, {"this_id": article_id}).rowcount > 0
