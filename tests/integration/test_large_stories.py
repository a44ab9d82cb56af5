"""A story of very many articles costs what one of a hundred does, and its card stands on the right ones."""

from __future__ import annotations

from sqlalchemy import Connection, insert, update

from bot.storage import grouping
from bot.storage.codec import dump
from bot.storage.store import Store
from bot.storage.tables import articles
from tests.delivering import tell_story
from tests.filled import NOW, story_card


def test_a_card_is_made_of_the_first_the_primary_and_the_newest(store_url: str) -> None:
    store = Store(store_url)
    store.open()
    reading = dump(story_card(1).reading)

    def many(db: Connection) -> None:
        tell_story(db, 1, "A story everybody tells")
        db.execute(
            insert(articles),
            [
                {"id": at, "source_id": 1, "story_id": 1, "url": f"https://example.org/{at}", "title": f"Report {at}",
                 "outlet": f"Outlet {at}", "reading": reading, "fetched_at": NOW.timestamp(), "primary_source": False}
                for at in range(1000, 1600)
            ],
        )  # fmt: skip
        db.execute(update(articles).where(articles.c.id == 1300).values(primary_source=True))

    store.step(many)
    told = [row[0] for row in store.look(grouping.members, 1)]
    assert told == sorted(told)
    assert len(told) <= 24 + 100 + 1 + 1
    assert 1300 in told
    assert {1000, 1001, 1500, 1599} <= set(told)
    store.close()
