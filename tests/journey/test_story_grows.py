"""One story over its days on both platforms: it grows, is compared, corrected, taken apart, and becomes a dossier."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from bot.model import Channel, Workspace
from bot.storage import audit, condition, dossiers, following, ledger, news, places, splitting
from bot.storage.follows import FollowSettings
from bot.storage.followups import EDIT_EVERY_SECONDS
from bot.storage.store import Store
from tests.feeds_world import DANA, FeedsWorld, Item, feeds_world, later

QUOTE = "“This is the first law of its kind in the country,” said Senator Ann Lee."
FORCE = "It takes effect on 1 January 2027 and fines go up to $5 million."


def vote(slug: str, title: str, votes: str = "60 votes to 38", *more: str) -> Item:
    """A report of one vote, of an outlet's own making."""
    lead = f"The Senate passed the Safe Algorithms Act on artificial intelligence by {votes} on Monday."
    return Item(slug, title, lead, (lead, QUOTE, *(more or (FORCE,))))


@pytest.fixture
def on_disk(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    return store


async def _told(world: FeedsWorld) -> None:
    """Three outlets and, at last, the Senate itself tell one vote."""
    for outlet in ("gazette", "herald", "tribune", "senate"):
        world.publish(outlet, [])
        await world.choose(outlet, "slack", "discord", group="legislature" if outlet == "senate" else "press")
    await world.poll()
    world.publish("gazette", [vote("g1", "Senate passes Safe Algorithms Act on AI")])
    await world.poll(10)
    world.publish("herald", [vote("h1", "Safe Algorithms Act on AI passed by Senate", "61 votes to 38")])
    await world.poll(1)
    world.publish("tribune", [vote("t1", "Senate approves Safe Algorithms Act on AI")])
    await world.poll(1)
    world.publish("senate", [vote("s1", "Senate passes the Safe Algorithms Act on artificial intelligence")])
    await world.poll(1)
    await world.poll(30)


def _kinds(world: FeedsWorld, platform: str) -> list[str]:
    return [post.kind for post in world.platforms[platform].posts if post.kind != "notice"]


async def test_coverage_edits_the_card_ticks_the_quote_and_tells_what_differs(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack", "discord") as world:
        await world.follow("slack", "discord")
        await _told(world)
        (card,) = await on_disk.read(news.latest, 5)
        assert card.outlet == "senate"  # the primary source took the lead
        assert [one.outlet for one in card.also] == ["gazette", "herald", "tribune"]
        assert set(card.confirmed_by) == {"gazette", "herald", "tribune"}
        (different,) = card.differs
        assert different.values == ("60 votes to 38", "61 votes to 38")
        for platform in ("slack", "discord"):
            assert _kinds(world, platform) == ["card"]
            times = [edit.at for edit in world.platforms[platform].edits]
            assert times
            assert all(after - earlier >= EDIT_EVERY_SECONDS for earlier, after in itertools.pairwise(times))
    on_disk.close()


async def test_a_correction_says_when_and_what_and_a_material_one_is_noted_in_the_thread(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack", "discord") as world:
        await world.follow("slack", "discord")
        await _told(world)
        before = len(world.platforms["slack"].edits)
        title = "Senate passes the Safe Algorithms Act on artificial intelligence after recount"
        world.publish("senate", [vote("s1", title, "62 votes to 36", FORCE.replace("January", "July"))])
        await world.poll()
        (card,) = await on_disk.read(news.latest, 5)
        assert card.updated_at is not None
        said = "; ".join(card.changes)
        assert "headline was “Senate passes the Safe Algorithms Act on artificial intelligence”" in said
        assert "60, 38 became 62, 36" in said
        assert "2027-01-01, is 2027-07-01" in said
        for platform in ("slack", "discord"):
            assert len(world.platforms[platform].edits) == before + 1
            assert _kinds(world, platform) == ["card", "note"]
            (note,) = [post.shown for post in world.platforms[platform].posts if post.kind == "note"]
            assert "60, 38 became 62, 36" in note
    on_disk.close()


async def test_a_channel_may_have_new_coverage_as_replies_in_the_thread(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        workspace = Workspace("slack:W", "slack", "Team")
        channel = Channel("slack:C", workspace.id, "news")
        await on_disk.run(places.ensure, workspace, channel, world.hand.now)
        wanted = FollowSettings(backlog=0, coverage_in_thread=True)
        await on_disk.run(following.begin, channel, DANA, "", wanted, old=0, now=world.hand.now)
        for outlet in ("gazette", "herald"):
            world.publish(outlet, [])
            await world.choose(outlet, "slack")
        await world.poll()
        world.publish("gazette", [vote("g1", "Senate passes Safe Algorithms Act on AI")])
        await world.poll()
        world.publish("herald", [vote("h1", "Safe Algorithms Act on AI passed by Senate")])
        await world.poll()
        assert _kinds(world, "slack") == ["card", "note"]
        (reply,) = [post.shown for post in world.platforms["slack"].posts if post.kind == "note"]
        assert "herald: Safe Algorithms Act on AI passed by Senate" in reply
    on_disk.close()


async def test_not_the_same_story_is_remembered_and_audited(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack", "discord") as world:
        await world.follow("slack", "discord")
        await _told(world)
        address = world.origin.url("/h1")
        (before,) = await on_disk.read(news.latest, 5)
        world.hand.now += 2 * 86400
        await on_disk.run(splitting.split, address, "slack:W", DANA, world.hand.now)
        fresh = await on_disk.read(condition.of_workspace, "slack:W", world.hand.now)
        assert fresh.new_stories == 0  # a story taken out of another is no news
        await world.poll()
        changed = vote("h1", "Safe Algorithms Act on AI passed by the Senate, sources say", "61 votes to 38")
        world.publish("herald", [changed])  # the article comes again, and stays where it was put
        await world.poll()
        told = {card.story_id: card.outlet for card in await on_disk.read(news.latest, 5)}
        assert sorted(told.values()) == ["herald", "senate"]
        assert told[before.story_id] == "senate"
        kept = await on_disk.read(audit.newest, "slack:W", 5)
        assert [row.action for row in kept if row.action == "split"] == ["split"]
        assert any(row.outcome == "split" for row in await on_disk.read(ledger.for_url, address))
    on_disk.close()


def _step(slug: str, title: str, lead: str, days: int) -> Item:
    body = (lead, "The measure, Senate Bill 53, covers developers of artificial intelligence.")
    return Item(slug, title, lead, body, later("Mon, 02 Mar 2026 10:00:00 GMT", days * 24))


async def test_trackers_hear_of_a_new_stage_or_a_primary_source_and_of_nothing_else(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        workspace = Workspace("slack:W", "slack", "Team")
        channel = Channel("slack:C", workspace.id, "laws")
        await on_disk.run(places.ensure, workspace, channel, world.hand.now)
        name, fresh = await on_disk.run(dossiers.track, channel, "Senate Bill 53", DANA, world.hand.now)
        assert fresh
        assert (await on_disk.read(dossiers.timeline, "SB 53"))[0] == name  # by any of its names
        for outlet in ("gazette", "herald", "tribune"):
            world.publish(outlet, [])
            await world.choose(outlet, "slack")
        world.publish("office", [])
        await world.choose("office", "slack", group="government_regulator")
        await world.poll()

        def heard() -> list[str]:
            return [post.shown for post in world.platforms["slack"].posts if post.kind == "card"]

        day = 24 * 60
        passed = "Assembly passes SB 53 on artificial intelligence safety"
        world.publish("gazette", [_step("p1", passed, "The Assembly passed SB 53 on AI safety on Monday.", 0)])
        await world.poll()
        assert heard() == [passed]
        again = "What SB 53 means for artificial intelligence start-ups after it passed"
        world.publish(
            "herald", [_step("p2", again, "Start-ups prepare for SB 53, the AI bill the Assembly passed.", 9)]
        )
        await world.poll(9 * day)
        assert heard() == [passed]  # the stage is the same, and the outlet is no primary source
        signed = "Governor signs SB 53 on artificial intelligence safety into law"
        world.publish("tribune", [_step("p3", signed, "The governor signed SB 53 on AI safety into law.", 18)])
        await world.poll(9 * day)
        assert heard() == [passed, signed]
        notice = "Office of the Governor publishes signing message for SB 53 on artificial intelligence"
        world.publish("office", [_step("p4", notice, "The governor signed SB 53, the AI safety bill, into law.", 48)])
        await world.poll(30 * day)
        assert heard() == [passed, signed, notice]

        _, steps = await on_disk.read(dossiers.timeline, "SB 53")
        assert [step.stage for step in steps] == ["advanced", "signed"]
    on_disk.close()
