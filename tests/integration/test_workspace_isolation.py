"""What one workspace's sources brought is that workspace's: another one neither reads nor changes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands import Services, answer_line
from bot.model import Channel, Person, Reply, Source, Words, Workspace
from bot.storage import audit, governing, news, places
from bot.storage import sources as source_steps
from bot.storage.store import Store
from tests.feeds_world import DANA, Item, feeds_world

FINE = Item("fine", "Privacy authority fines AI chatbot maker €15 million", "The authority fined an AI chatbot maker.")
OURS = Item("ours", "Korea's assembly passes AI Basic Act with 260 votes", "Korea's assembly passed the AI Basic Act.")
STRANGER = Workspace("slack:T2", "slack", "Elsewhere")
ROOM = Channel("slack:C9", "slack:T2", "theirs")
BOB = Person("slack:U9", "bob", "manager")


@pytest.fixture
def on_disk(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    return store


async def said(store: Store, line: str) -> Reply:
    """What a manager of another workspace is told."""
    return await answer_line(line, services=Services(store), person=BOB, workspace=STRANGER, channel=ROOM, door="slack")


def words(reply: Reply) -> str:
    return " ".join(part.text for part in reply.parts if isinstance(part, Words))


async def test_a_stranger_neither_reads_nor_changes(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [FINE])
        world.publish("herald", [Item("fine2", FINE.title, FINE.teaser)])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.choose("herald", "slack")
        await world.poll()
        await on_disk.run(places.ensure, STRANGER, ROOM, world.hand.now)
        other = await on_disk.run(
            source_steps.add, Source(0, "feed", "https://else.example/feed", "Else"), world.hand.now
        )
        await on_disk.run(source_steps.choose, STRANGER.id, other, by=BOB.id, now=world.hand.now)
        (card,) = await on_disk.read(news.latest, 5)
        for line in (f"story {card.story_id}", f"save {card.story_id}", f"mute {card.story_id}"):
            assert (await said(on_disk, line)).error, line
        for line in (f"split {card.story_id}", f"split {card.url}", f"replay {card.story_id}", f"replay {card.url}"):
            reply = await said(on_disk, line)
            assert reply.error, line
            assert "your sources" in words(reply)
        why = await said(on_disk, f"why {card.url}")
        assert "never seen" in words(why)
        (still,) = await on_disk.read(news.latest, 5)
        assert still == card
        assert await on_disk.read(audit.newest, STRANGER.id, 10) == ()
    on_disk.close()


async def test_search_looks_past_what_belongs_to_others(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack", "discord") as world:
        await world.follow("slack", "discord")
        world.publish("gazette", [OURS])
        await world.choose("gazette", "slack")
        await world.poll()
        lands = ("Chile", "Kenya", "Norway", "Peru", "Ghana", "Italy")
        many = [Item(f"k{n}", f"{land} drafts AI bill", f"{land} cites Korea.") for n, land in enumerate(lands)]
        world.publish("herald", many)
        await world.choose("herald", "discord")
        await world.poll()
        newest, go_on = await on_disk.read(news.hits, "Korea", most=2)
        assert go_on is not None, "there are more hits than are looked at at once"
        (found,) = await on_disk.read(news.search, "Korea", 5, workspace_id="slack:W")
        assert found.reading.headline.text == OURS.title
        assert int(found.story_id) not in newest
    on_disk.close()


async def test_what_a_person_set_up_stays_when_they_leave(on_disk: Store) -> None:
    """Sources and follows belong to the workspace: whoever made them may go, and the next manager changes them."""
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        workspace, channel = Workspace("slack:W", "slack"), Channel("slack:C", "slack:W")
        await on_disk.run(governing.add_manager, workspace.id, BOB.id, DANA, world.hand.now)
        await on_disk.run(governing.remove_manager, workspace.id, DANA.id, BOB, world.hand.now)
        world.publish("gazette", [OURS])
        await world.poll()
        assert [post.kind for post in world.platforms["slack"].posts] == ["card"]

        async def bob(line: str) -> Reply:
            services = Services(on_disk)
            return await answer_line(
                line, services=services, person=BOB, workspace=workspace, channel=channel, door="slack"
            )

        assert "gazette" in str(await bob("sources"))
        assert not (await bob("tune --strictness strict")).error
        assert not (await bob("unfollow")).error
        world.publish("gazette", [OURS, FINE])
        await world.poll()
        assert [post.kind for post in world.platforms["slack"].posts] == ["card"]
        kept = await on_disk.read(audit.newest, workspace.id, 10)
        assert [row.person for row in kept if row.action == "unfollow"] == ["bob"]
    on_disk.close()
