"""The ledger: one row for everything that happened to an address, in order; `why <link>` reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, insert, or_, select

from bot.pipeline import urls
from bot.storage.tables import ledger

_INSERT = insert(ledger)  # built once: building a statement costs more than running it


@dataclass(frozen=True, slots=True)
class Row:
    """One step of one address. `at` is UTC seconds since 1970."""

    at: float
    step: str  # seen fetched judged grouped planned held posted edited deleted waits failed ...
    outcome: str
    reason: str = ""
    url: str = ""
    article_id: int | None = None
    story_id: int | None = None
    source_id: int | None = None
    channel_id: str = ""
    promise_id: str = ""
    trace: str = ""


@lru_cache(1024)  # every step of one item asks again
def url_key(url: str) -> str:
    """Hash under which every spelling of one address is found; 24 hex digits, empty for an empty address."""
    if not url:
        return ""
    return hashlib.blake2b((urls.key(url) or url).encode(), digest_size=12).hexdigest()


def entry(
    *,
    url: str,
    step: str,
    outcome: str,
    now: float,
    reason: str = "",
    article_id: int | None = None,
    story_id: int | None = None,
    source_id: int | None = None,
    channel_id: str = "",
    promise_id: str = "",
    trace: str = "",
) -> dict[str, object]:
    """One row to be, for `write_all`."""
    return {
        "url_key": url_key(url),
        "url": url,
        "article_id": article_id,
        "story_id": story_id,
        "source_id": source_id,
        "channel_id": channel_id,
        "promise_id": promise_id,
        "step": step,
        "outcome": outcome,
        "reason": reason,
        "trace": trace,
        "at": now,
    }


def write_all(db: Connection, rows: Sequence[dict[str, object]]) -> None:
    """Append rows in their order, in the transaction of the steps they tell about."""
    if rows:
        db.execute(_INSERT, rows)


def write(
    db: Connection,
    *,
    url: str,
    step: str,
    outcome: str,
    now: float,
    reason: str = "",
    article_id: int | None = None,
    story_id: int | None = None,
    source_id: int | None = None,
    channel_id: str = "",
    promise_id: str = "",
    trace: str = "",
) -> None:
    """Append one row, in the transaction of the step it tells about."""
    row = entry(
        url=url,
        step=step,
        outcome=outcome,
        now=now,
        reason=reason,
        article_id=article_id,
        story_id=story_id,
        source_id=source_id,
        channel_id=channel_id,
        promise_id=promise_id,
        trace=trace,
    )
    write_all(db, [row])


def for_url(db: Connection, url: str, *, most: int = 500) -> tuple[Row, ...]:
    """What happened to this address: its own rows and those of its articles, oldest first."""
    if not url:
        return ()
    own = ledger.c.url_key == url_key(url)
    articles = select(ledger.c.article_id).where(own, ledger.c.article_id.is_not(None))
    return _rows(db, or_(own, ledger.c.article_id.in_(articles)), most)


def for_story(db: Connection, story_id: int, *, most: int = 500) -> tuple[Row, ...]:
    """What happened to a story in every channel, oldest first."""
    return _rows(db, ledger.c.story_id == story_id, most)


def _rows(db: Connection, wanted: ColumnElement[bool], most: int) -> tuple[Row, ...]:
    newest = select(ledger).where(wanted).order_by(ledger.c.id.desc()).limit(most)
    return tuple(
        Row(
            row.at,
            row.step,
            row.outcome,
            row.reason,
            row.url,
            row.article_id,
            row.story_id,
            row.source_id,
            row.channel_id,
            row.promise_id,
            row.trace,
        )
        for row in reversed(db.execute(newest).all())
    )
