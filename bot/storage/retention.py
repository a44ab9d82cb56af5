"""Retention: bodies of old articles are emptied; what cards, archive and search need of them stays."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from bot.storage.tables import articles, ledger, promises

BATCH = 500  # rows in one transaction, so that nobody waits for long


def empty_bodies(db: Connection, before: float, most: int = BATCH) -> int:
    """Empty the bodies of articles fetched before this time (UTC seconds), oldest first; how many there were.

    Their headline, quotes, facts and address stay: the reading holds the words that are shown. Call again until 0.
    """
    old = (
        select(articles.c.id)
        .where(articles.c.fetched_at < before, articles.c.body != "")
        .order_by(articles.c.fetched_at)
        .limit(most)
    )
    return db.execute(update(articles).where(articles.c.id.in_(old.scalar_subquery())).values(body="")).rowcount


def forget_ledger(db: Connection, before: float, most: int = BATCH) -> int:
    """Delete ledger rows written before this time, oldest first; how many. `why` then knows less about that time."""
    old = select(ledger.c.id).where(ledger.c.at < before).order_by(ledger.c.id).limit(most)
    return db.execute(delete(ledger).where(ledger.c.id.in_(old.scalar_subquery()))).rowcount


def forget_payloads(db: Connection, before: float, most: int = BATCH) -> int:
    """Empty the payloads of editions and notices that were settled before this time; how many there were."""
    settled = promises.c.state.in_(("sent", "dropped"))
    old = (
        select(promises.c.id)
        .where(settled, promises.c.due_at < before, promises.c.payload != "")
        .limit(most)
        .scalar_subquery()
    )
    return db.execute(update(promises).where(promises.c.id.in_(old)).values(payload="")).rowcount
