"""Keys: what an entry is known again by, and the article it was made into, or none."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.pipeline.identity import Identity, Known
from bot.storage import upsert
from bot.storage.batches import batches
from bot.storage.tables import article_keys

_KNOWN = select(article_keys).where(article_keys.c.key.in_(bindparam("keys", expanding=True)))


def known(db: Connection, keys: Sequence[str]) -> dict[str, Known]:
    """What the store knows of these keys."""
    found: dict[str, Known] = {}
    for some in batches(keys):
        rows = db.execute(_KNOWN, {"keys": list(some)})
        found.update({row.key: Known(int(row.article_id), row.title_hash, row.text_hash) for row in rows})
    return found


def left_out_id(identity: Identity) -> int:
    """The id that stands for an entry without an article: negative, the same for the same entry."""
    text = identity.keys[0] if identity.keys else identity.title_hash
    return -(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 2) - 1


def remember(db: Connection, identity: Identity, article_id: int, now: float) -> None:
    """Point an entry's keys to its article."""
    remember_all(db, [(identity, article_id)], now)


def remember_all(db: Connection, entries: Sequence[tuple[Identity, int]], now: float) -> None:
    """Point the keys of many entries to their articles, in one statement. A key keeps its article once it has one."""
    rows = [
        {
            "key": key,
            "article_id": article_id,
            "title_hash": identity.title_hash,
            "text_hash": identity.text_hash,
            "seen_at": now,
        }
        for identity, article_id in entries
        for key in identity.keys
    ]
    if not rows:
        return
    db.execute(_remember_statement(db.dialect.name), rows)


@lru_cache
def _remember_statement(dialect: str) -> Any:
    statement = upsert.insert(dialect, article_keys)
    # An entry that was left out and then taken: its keys now have an article. Never the other way round.
    taken = statement.excluded.article_id > 0
    own = article_keys.c.article_id == statement.excluded.article_id
    return statement.on_conflict_do_update(
        index_elements=[article_keys.c.key],
        set_={
            "article_id": statement.excluded.article_id,
            "title_hash": statement.excluded.title_hash,
            "text_hash": statement.excluded.text_hash,
        },
        where=own | (taken & (article_keys.c.article_id < 0)),
    )
