"""A team moves between databases: every row, every id, and the bot goes on where it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from delivering import NOON, Hand, Recorder, deliverer, promise, seed, states, tell_story
from sqlalchemy import Connection, insert, select, text

from bot.errors import StorageError
from bot.storage.copy import copy
from bot.storage.store import Store
from bot.storage.tables import articles, audit, installs, metadata, promises, sources, splits

pytestmark = pytest.mark.postgres


@pytest.fixture
def pair(tmp_path: Path, postgres_url: str):  # type: ignore[no-untyped-def]
    stores = Store(f"sqlite:///{tmp_path / 'bot.db'}"), Store(postgres_url)
    for store in stores:
        store.open()
    yield stores
    for store in stores:
        store.close()


def fill(db: Connection) -> None:
    seed(db, "slack:C1", "slack:C2")
    for number in (1, 2, 41):
        tell_story(db, number, f"Story {number}")
        promise(db, "slack:C1", number)
    db.execute(insert(sources).values(id=77, kind="feed", url="https://example.org/feed", items=b"\x00\xff" * 40))
    for number in range(1, 1203):  # more than two batches
        db.execute(
            insert(articles).values(
                id=number * 3, source_id=77, url=f"https://example.org/{number}", title=f"Título № {number} 法案",
                body="a\x00b", primary_source=number % 2 == 0, score=0.25, fetched_at=NOON + number,
            )
        )  # fmt: skip
    db.execute(insert(installs).values(workspace_id="slack:T1", platform="slack", sealed=bytes(range(256))))
    db.execute(insert(splits).values(article_id=3, story_id=1, by="slack:U1"))
    db.execute(insert(audit).values(workspace_id="slack:T1", action="follow", at=NOON))


def everything(db: Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        table.name: sorted((tuple(row) for row in db.execute(select(table))), key=repr)
        for table in metadata.sorted_tables
        if table.name != "meta"
    }


@pytest.mark.parametrize("way", ["sqlite to postgres", "postgres to sqlite"])
def test_every_row_arrives_with_its_id(pair: tuple[Store, Store], way: str) -> None:
    source, target = pair if way.startswith("sqlite") else pair[::-1]
    source.step(fill if source.is_sqlite else clean_fill)
    seen = []
    counts = copy(source, target, now=NOON, progress=lambda table, rows: seen.append((table, rows)))
    assert counts["articles"] == 1202
    assert ("articles", 1000) in seen
    before, after = source.look(everything), target.look(everything)
    for name, rows in before.items():
        assert [tuple(str(value).replace("\x00", "") for value in row) for row in rows] == [
            tuple(str(value) for value in row) for row in after[name]
        ], name


def clean_fill(db: Connection) -> None:
    fill(NulFree(db))  # type: ignore[arg-type]  # a connection for what `fill` does


class NulFree:
    """PostgreSQL cannot hold the NUL that the SQLite side of this test has."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self.dialect = db.dialect

    def execute(self, statement, *more):  # type: ignore[no-untyped-def]
        if getattr(statement, "is_insert", False) and statement.table is articles:
            statement = statement.values(body="ab")
        return self._db.execute(statement, *more)


def test_new_rows_count_on_from_the_copied_ones(pair: tuple[Store, Store]) -> None:
    source, target = pair
    source.step(fill)
    copy(source, target, now=NOON)

    def add(db: Connection) -> int:
        made = db.execute(insert(articles).values(source_id=77, url="https://example.org/new", title="New"))
        return int(made.inserted_primary_key[0])

    assert target.step(add) == 1202 * 3 + 1
    found = target.look(
        lambda db: db.execute(
            text("SELECT count(*) FROM articles WHERE words @@ to_tsquery('simple', '法案')")
        ).scalar()
    )
    assert found == 1202


def test_a_database_with_rows_is_not_written_over(pair: tuple[Store, Store]) -> None:
    source, target = pair
    source.step(fill)
    target.step(seed, "slack:C9")
    with pytest.raises(StorageError, match="has rows in workspaces already"):
        copy(source, target, now=NOON)
    assert target.look(lambda db: len(db.execute(select(articles)).all())) == 0


async def test_the_bot_goes_on_where_it_was(pair: tuple[Store, Store]) -> None:
    source, target = pair
    clock = Hand()
    slack = Recorder(clock)
    source.step(fill)
    slack.late["slack:C1"] = [KeyboardInterrupt()]  # stopped hard in the middle of a post
    with pytest.raises(KeyboardInterrupt):
        await deliverer(source, clock, slack).serve("slack:C1")
    copy(source, target, now=clock())
    assert target.look(lambda db: db.execute(select(promises.c.doubtful).order_by(promises.c.seq)).scalars().first())
    moved = deliverer(target, clock, slack, worker="w2")
    clock.now += 61
    await moved.drain()
    assert slack.shown() == ["Story 1", "Story 2", "Story 41"]
    assert {state for _, state, _ in target.look(states)} == {"sent"}
