"""A source in trouble: managers hear once, with the remedy, and once when it is well again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage import sources as source_steps
from bot.storage.store import Store
from tests.feeds_world import FeedsWorld, Item, feeds_world

VETO = Item("veto", "Governor vetoes AI safety bill SB 1047", "The governor vetoed the AI safety bill SB 1047.")
FINE = Item("fine", "Privacy authority fines AI chatbot maker €15 million", "The authority fined an AI chatbot maker.")


@pytest.fixture
def on_disk(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    return store


def notices(world: FeedsWorld) -> list[str]:
    return [post.shown for post in world.platforms["slack"].posts if post.kind == "notice"]


async def fail(world: FeedsWorld, status: int, times: int) -> None:
    world.origin.serve("/gazette.xml", b"", status=status)
    for _ in range(times):
        await world.poll(180)


async def test_a_failing_source_is_told_once_with_its_remedy_and_once_when_it_is_well(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [VETO])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        await fail(world, 403, 1)
        assert notices(world) == [], "one bad minute is no incident"
        await fail(world, 403, 6)
        assert len(notices(world)) == 1
        assert notices(world)[0].startswith("gazette ")
        (chosen,) = await on_disk.read(source_steps.chosen, "slack:W")
        assert (chosen.reason, chosen.failures) == ("http-403", 7)
        assert chosen.remedy

        world.publish("gazette", [FINE, VETO])
        await world.poll(180)
        assert notices(world)[1:] == ["gazette can be read again."]
        cards = [post.shown for post in world.platforms["slack"].posts if post.kind == "card"]
        assert cards == [VETO.title, FINE.title], "what came meanwhile is posted"
        await world.poll(180)
        assert len(notices(world)) == 2
    on_disk.close()


async def test_a_source_that_is_gone_is_told_at_once_and_retired(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [VETO])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        await fail(world, 410, 1)
        assert len(notices(world)) == 1
        (chosen,) = await on_disk.read(source_steps.chosen, "slack:W")
        assert chosen.state == "retired"
    on_disk.close()


async def test_a_feed_that_moved_without_a_word_is_found_at_its_home_page(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [VETO])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        world.publish("new-home", [FINE])
        link = f"<link rel='alternate' type='application/rss+xml' href='{world.origin.url('/new-home.xml')}'>"
        page = f"<html><head><title>Gazette</title>{link}</head><body><h1>Gazette</h1></body></html>".encode()
        world.origin.serve("/", page, content_type="text/html")
        await fail(world, 404, 6)
        assert len(notices(world)) == 1
        assert world.origin.url("/new-home.xml") in notices(world)[0]
    on_disk.close()
