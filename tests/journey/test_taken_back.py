"""A source takes something back: a headline returns to what it was, an entry is said to be deleted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot.storage.store import Store
from bot.storage.tables import stories
from tests.feeds_world import FeedsWorld, Item, feeds_world

BAN = Item(
    "ban",
    "Parliament bans emotion recognition by AI at work",
    "Employers may not use artificial intelligence that reads emotions, parliament decided.",
    ("Employers may not use artificial intelligence that reads emotions of staff, parliament decided on Monday.",),
)
LIMITS = replace(BAN, title="Parliament limits emotion recognition by AI at work")
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"  # RFC 6721
DELETED = "<at:deleted-entry ref='tag:gazette.example,2026:ban' when='2026-03-03T10:00:00Z'/>"
OTHER = Item("chips", "Export rules for AI chips take effect in June", "New export rules for AI chips take effect.")


@pytest.fixture
def on_disk(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    return store


def withdrawn(db: Connection) -> list[str]:
    return list(db.execute(select(stories.c.headline).where(stories.c.withdrawn)).scalars())


def edits(world: FeedsWorld) -> list[str]:
    return [edit.shown for edit in world.platforms["slack"].edits]


def cards(world: FeedsWorld) -> list[str]:
    return [post.shown for post in world.platforms["slack"].posts if post.kind == "card"]


async def begun(world: FeedsWorld) -> None:
    world.publish("gazette", [OTHER])
    await world.follow("slack")
    await world.choose("gazette", "slack")
    await world.poll()
    world.publish("gazette", [BAN, OTHER])
    await world.poll()
    assert cards(world)[-1] == BAN.title


@pytest.mark.parametrize("more", [0, 1], ids=["nothing else changes", "with other news"])
async def test_a_headline_that_returns_is_edited_back(on_disk: Store, more: int) -> None:
    later = [Item("fund", "Ministry opens fund for AI safety tests", "A fund for AI safety tests opens.")][:more]
    async with feeds_world(on_disk, "slack") as world:
        await begun(world)
        posted = len(cards(world)) + more
        world.publish("gazette", [LIMITS, OTHER])
        await world.poll()
        assert edits(world) == [LIMITS.title]
        world.publish("gazette", [*later, BAN, OTHER])
        await world.poll()
        await world.poll()
        assert edits(world) == [LIMITS.title, BAN.title]
        for _ in range(3):
            await world.poll()
        assert edits(world) == [LIMITS.title, BAN.title], "once"
        assert len(cards(world)) == posted, "and nothing is posted again"
    on_disk.close()


async def test_servers_that_answer_from_two_states_in_turn_change_nothing(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await begun(world)
        for _ in range(4):
            world.publish("gazette", [LIMITS, OTHER])
            await world.poll()
            world.publish("gazette", [BAN, OTHER])
            await world.poll()
        assert edits(world) == [LIMITS.title]
        world.publish("gazette", [BAN, OTHER])
        await world.poll()
        assert edits(world) == [LIMITS.title, BAN.title], "until one of them stays"
        assert len(cards(world)) == 2
    on_disk.close()


def atom(world: FeedsWorld, *items: Item, more: str = "") -> None:
    """The gazette as Atom, with `more` between its entries."""
    entries = [
        f"<entry><id>tag:gazette.example,2026:{one.slug}</id><title>{one.title}</title>"
        f"<link href='{world.origin.url('/' + one.slug)}'/><updated>2026-03-02T10:00:00Z</updated>"
        f"<summary>{one.teaser}</summary></entry>"
        for one in items
    ]
    body = f"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='{TOMBSTONES}'><title>gazette</title>"
    world.origin.serve("/gazette.xml", (body + more + more.join(entries) + "</feed>").encode())


async def test_an_entry_that_is_said_to_be_deleted_is_withdrawn(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await begun_as_atom(world)
        atom(world, OTHER, more=DELETED)
        await world.poll()
        assert len(edits(world)) == 1
        assert await on_disk.read(withdrawn) == [BAN.title]
        for _ in range(2):
            await world.poll()
        assert len(edits(world)) == 1, "said once, done once"
        atom(world, BAN, OTHER)
        await world.poll()
        await world.poll()
        assert len(edits(world)) == 2, "and it may come back"
        assert await on_disk.read(withdrawn) == []
        assert len(cards(world)) == 2
    on_disk.close()


async def test_a_tombstone_within_an_entry_or_for_a_stranger_does_nothing(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await begun_as_atom(world)
        content = f"<content type='application/xml'>{DELETED}</content>"
        quoted = f"<entry><id>x</id><title>About tombstones</title>{content}</entry>"
        atom(world, BAN, OTHER, more=quoted + DELETED.replace(":ban", ":never-met"))
        await world.poll()
        assert edits(world) == []
    on_disk.close()


async def begun_as_atom(world: FeedsWorld) -> None:
    world.publish("gazette", [BAN, OTHER])  # for their pages
    atom(world, OTHER)
    await world.follow("slack")
    await world.choose("gazette", "slack")
    await world.poll()
    atom(world, BAN, OTHER)
    await world.poll()
    assert cards(world)[-1] == BAN.title
