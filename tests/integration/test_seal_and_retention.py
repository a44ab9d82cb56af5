"""Stored secrets move to a new key together, and old bodies go while what is shown stays."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, insert, select, text

from bot.errors import StorageError
from bot.storage import retention
from bot.storage.seal import Sealer, reseal, websub_bind
from bot.storage.store import Store
from bot.storage.tables import articles, installs, ledger, promises, sources, websub

OLD = "old-key-0123456789-0123456789-0123456789"
NEW = "new-key-0123456789-0123456789-0123456789"
DAY = 86400.0


def secrets(db: Connection) -> None:
    sealer = Sealer([OLD])
    for name in ("slack:T1", "slack:T2"):
        blob = sealer.seal(f"xoxb-of-{name}", name)
        db.execute(insert(installs).values(workspace_id=name, platform="slack", sealed=blob))
    db.execute(insert(sources).values(id=5, kind="feed", url="https://example.org/feed"))
    blob = sealer.seal("websub-secret", websub_bind(5))
    db.execute(insert(websub).values(source_id=5, hub="https://hub.example.org/", topic="t", sealed=blob))


def test_every_secret_moves_to_the_new_key(store: Store) -> None:
    store.step(secrets)
    assert store.step(reseal, Sealer([NEW, OLD])) == 3
    sealer = Sealer([NEW])
    rows = store.look(lambda db: db.execute(select(installs.c.workspace_id, installs.c.sealed)).all())
    assert {sealer.open(row.sealed, row.workspace_id) for row in rows} == {"xoxb-of-slack:T1", "xoxb-of-slack:T2"}
    blob = store.look(lambda db: db.execute(select(websub.c.sealed)).scalar_one())
    assert sealer.open(blob, websub_bind(5)) == "websub-secret"


def test_a_secret_that_does_not_open_leaves_all_as_they_were(store: Store) -> None:
    store.step(secrets)
    strange = Sealer([NEW]).seal("x", "slack:T9")
    store.step(
        lambda db: db.execute(insert(installs).values(workspace_id="slack:T9", platform="slack", sealed=strange))
    )
    with pytest.raises(StorageError, match="slack:T9"):
        store.step(reseal, Sealer(["third-key-0123456789-0123456789-0123456789", OLD]))
    blob = store.look(
        lambda db: db.execute(select(installs.c.sealed).where(installs.c.workspace_id == "slack:T1")).scalar_one()
    )
    assert Sealer([OLD]).open(blob, "slack:T1") == "xoxb-of-slack:T1"


def news(db: Connection) -> None:
    for number in range(1, 11):
        db.execute(
            insert(articles).values(
                id=number, source_id=1, url=f"https://example.org/{number}", title=f"Headline {number}",
                body="Body text about a chatbot levy.", reading='{"kept": true}', fetched_at=number * DAY,
            )
        )  # fmt: skip


def test_bodies_of_old_articles_are_emptied_in_parts_and_the_rest_stays(store: Store) -> None:
    store.step(news)
    assert [store.step(retention.empty_bodies, 6.5 * DAY, 4) for _ in range(3)] == [4, 2, 0]
    rows = store.look(lambda db: db.execute(select(articles).order_by(articles.c.id)).all())
    assert [bool(row.body) for row in rows] == [False] * 6 + [True] * 4
    assert all(row.title.startswith("Headline") and row.reading == '{"kept": true}' for row in rows)
    found = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'chatbot'"
    if not store.is_sqlite:
        found = "SELECT count(*) FROM articles WHERE words @@ to_tsquery('simple', 'chatbot')"
    assert store.look(lambda db: db.execute(text(found)).scalar_one()) == 4


def test_old_ledger_rows_and_payloads_go(store: Store) -> None:
    def fill(db: Connection) -> None:
        for number in range(1, 6):
            db.execute(insert(ledger).values(url_key="k", step="seen", outcome="new", at=number * DAY))
        for name, state in (("a", "sent"), ("b", "planned")):
            db.execute(
                insert(promises).values(
                    id=name, seq=1, channel_id="slack:C1", kind="notice", about=name, state=state,
                    payload="{}", due_at=DAY, created_at=DAY,
                )
            )  # fmt: skip

    store.step(fill)
    assert store.step(retention.forget_ledger, 3.5 * DAY) == 3
    assert store.step(retention.forget_payloads, 2 * DAY) == 1
    kept = store.look(lambda db: db.execute(select(promises.c.id).where(promises.c.payload != "")).scalars().all())
    assert kept == ["b"]  # what is still owed keeps its words
