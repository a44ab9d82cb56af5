"""A page that fails when its entry is new is read again; the card follows in place, and nothing is posted twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.storage import ledger, news
from bot.storage.store import Store
from bot.storage.tables import pages_owed
from tests.feeds_world import FeedsWorld, Item, feeds_world, page

VETO = Item(
    "veto",
    "Governor vetoes bill on safety tests for large AI models",
    "The governor vetoed SB 1047, which would have required safety tests of the largest AI models.",
    (
        "The governor of California vetoed SB 1047 on Sunday, the bill that would have required developers of the "
        "largest artificial intelligence models to test them for catastrophic harm.",
        "“This bill looks at the size of a model rather than at the risk of its use,” said Governor Ana Torres in a "
        "letter to the legislature. The Senate had passed the bill by 30 votes to 9.",
        "The bill covered models that cost more than $100 million to train. The attorney general could have sued.",
    ),
    "Mon, 02 Mar 2026 09:30:00 GMT",
)
QUOTE = "at the size of a model"


@pytest.fixture
def on_disk(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    return store


async def begin(world: FeedsWorld, status: int = 503) -> None:
    """A feed whose only page answers with this status."""
    world.publish("gazette", [VETO])
    world.origin.serve("/veto", b"Out of order", content_type="text/html", status=status)
    await world.follow("slack")
    await world.choose("gazette", "slack")
    await world.poll()


def owed(store: Store) -> int:
    return store.look(lambda db: db.execute(select(func.count()).select_from(pages_owed)).scalar_one())


def repaired(world: FeedsWorld) -> None:
    world.origin.serve("/veto", page("gazette", VETO), content_type="text/html")


async def test_the_card_follows_in_place_when_the_page_comes(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await begin(world)
        slack = world.platforms["slack"]
        assert [post.shown for post in slack.posts] == [VETO.title]
        assert owed(on_disk) == 1
        (card,) = await on_disk.read(news.latest, 10)
        assert card.reading.pull is None
        repaired(world)
        await world.poll(minutes=6)
        (card,) = await on_disk.read(news.latest, 10)
        assert card.reading.pull is not None
        assert QUOTE in card.reading.pull.parts[0].text
        await world.poll(minutes=10)
        assert (len(slack.posts), len(slack.edits), owed(on_disk)) == (1, 1, 0)
        rows = await on_disk.read(ledger.for_url, world.origin.url("/veto"))
        assert [(row.step, row.outcome) for row in rows if row.step == "fetched"] == [
            ("fetched", "failed"),
            ("fetched", "page"),
        ]
    on_disk.close()


async def test_it_is_given_up_after_a_few_tries_and_the_card_stays(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await begin(world)
        for minutes in (1, 5, 31, 181, 721, 721, 721):
            await world.poll(minutes=minutes)
        # The door itself tries a 503 twice within one request.
        assert len(world.origin.asked_for("/veto")) in (5, 10)
        assert owed(on_disk) == 0
        rows = await on_disk.read(ledger.for_url, world.origin.url("/veto"))
        assert rows[-1].reason == "the page never came; the card stays as the feed gave it"
        assert [post.shown for post in world.platforms["slack"].posts] == [VETO.title]
        assert world.platforms["slack"].edits == []
    on_disk.close()


@pytest.mark.parametrize("status", [403, 410, 451])
async def test_a_page_that_is_closed_to_us_is_not_owed(on_disk: Store, status: int) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await begin(world, status)
        assert [post.shown for post in world.platforms["slack"].posts] == [VETO.title]
        assert owed(on_disk) == 0
    on_disk.close()


async def test_an_entry_that_changes_meanwhile_brings_its_page_itself(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await begin(world)
        changed = Item(VETO.slug, "Governor vetoes bill on tests of large AI models", VETO.teaser, VETO.body)
        world.publish("gazette", [changed])
        await world.poll(minutes=2)
        assert owed(on_disk) == 0
        await world.poll(minutes=10)
        assert len(world.platforms["slack"].posts) == 1
        (card,) = await on_disk.read(news.latest, 10)
        assert card.reading.headline.text == changed.title
    on_disk.close()


async def test_a_try_that_died_with_its_process_comes_back(on_disk: Store) -> None:
    from bot.storage import owing

    async with feeds_world(on_disk, "slack") as world:
        await begin(world)
        repaired(world)
        world.hand.now += 360
        taken = await on_disk.run(owing.take, world.hand.now, 8)  # and then nothing more of it is heard
        assert len(taken) == 1
        assert await on_disk.run(owing.take, world.hand.now, 8) == ()
        await world.poll(minutes=11)
        assert owed(on_disk) == 0
        (card,) = await on_disk.read(news.latest, 10)
        assert card.reading.pull is not None
    on_disk.close()


async def test_an_article_that_was_taken_back_is_owed_no_page(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await begin(world)
        notice = Item(VETO.slug, f"Withdrawn: {VETO.title}", "This article was withdrawn.", VETO.body)
        world.publish("gazette", [notice])
        await world.poll(minutes=2)
        (card,) = await on_disk.read(news.latest, 10)
        assert card.withdrawn
        assert owed(on_disk) == 0
        await world.poll(minutes=10)
        (card,) = await on_disk.read(news.latest, 10)
        assert card.withdrawn
    on_disk.close()
