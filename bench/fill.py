"""Fills a database with plausible stories fast: cards, articles, words, identity keys and what grouping looks up."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import psycopg

from bench.archive import NOW, rows
from bench.grouping import A_DAY, title
from bot.pipeline import stories
from bot.storage.codec import dump
from bot.storage.store import Store

SOURCES = 500
MINE = 20  # sources one workspace chose
BATCH = 10_000
GROUPED_DAYS = 20  # of older stories only the index rows matter

_TABLES = {
    "stories": "id, lead_article_id, headline, url, outlet, card, topics, jurisdictions, instrument, stage, "
    "created_at, updated_at",
    "articles": "id, source_id, story_id, url, title, body, outlet, fetched_at, signature",
    "article_keys": "key, article_id, seen_at",
    "story_terms": "term, story_id, day",
}
Row = tuple[object, ...]


def today() -> int:
    """The day of the newest story, days since 1970."""
    return int(NOW.timestamp() // 86400)


def batches(count: int) -> Iterator[dict[str, list[Row]]]:
    """Rows of every table, so many stories at a time, oldest first."""
    dice = random.Random(7)
    batch: dict[str, list[Row]] = {name: [] for name in _TABLES}
    for number, (story, article) in enumerate(rows(count), 1):
        age = (count - number) // A_DAY
        day = today() - age
        made = stories.signature(f"s{number}", title(dice), published=NOW - timedelta(days=age))
        kept = dump(made) if age < GROUPED_DAYS else ""
        batch["stories"].append(story)
        batch["articles"].append((number, 1 + number % SOURCES, *article[2:], kept))
        batch["article_keys"].append((f"u:{number:020d}", number, NOW.timestamp()))
        batch["story_terms"] += [(term, number, day) for term in stories.terms(made)]
        if number % BATCH == 0 or number == count:
            yield batch
            batch = {name: [] for name in _TABLES}


def _sources(db: sqlite3.Connection | psycopg.Connection, mark: str) -> None:
    execute = db.cursor().execute
    execute(f"INSERT INTO workspaces (id, platform) VALUES ({mark}, {mark})", ("slack:W", "slack"))
    for number in range(1, SOURCES + 1):
        values = (number, "feed", f"https://news{number}.example/feed", NOW.timestamp() + 3600)
        execute(f"INSERT INTO sources (id, kind, url, due_at) VALUES ({mark}, {mark}, {mark}, {mark})", values)
        if number <= MINE:
            row = ("slack:W", number)
            execute(f"INSERT INTO choices (workspace_id, source_id) VALUES ({mark}, {mark})", row)


def sqlite(path: Path, count: int) -> Store:
    """A database file with so many stories, written without a journal: nobody needs it after a crash."""
    store = Store(f"sqlite:///{path}")
    store.open()
    store.close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode=OFF")
    db.execute("PRAGMA synchronous=OFF")
    _sources(db, "?")
    for batch in batches(count):
        for table, columns in _TABLES.items():
            marks = ",".join("?" * (columns.count(",") + 1))
            db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", batch[table])
    db.commit()
    db.execute("PRAGMA journal_mode=DELETE")
    db.close()
    store = Store(f"sqlite:///{path}")
    store.open()
    return store


def postgres(url: str, count: int) -> Store:
    """The same on PostgreSQL, by COPY."""
    store = Store(url)
    store.open()
    with psycopg.connect(store.dsn) as db:
        _sources(db, "%s")
        for batch in batches(count):
            for table, columns in _TABLES.items():
                with db.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                    for row in batch[table]:
                        copy.write_row(row)
    with psycopg.connect(store.dsn, autocommit=True) as db:
        db.execute("ANALYZE")
    return store
