"""What readers and managers lean on: the count before is the count after, every exit has a reason, marks that show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import shell
from bot.commands import COMMANDS
from bot.model import Attachment, Channel, Reply, Words, Workspace
from bot.pipeline import rules
from bot.sources import opml
from bot.storage import explaining, following, follows, places, simulating, sources
from bot.storage.planning import Limits
from bot.storage.store import Store
from bot.storage.tables import sources as table
from tests import program
from tests.feeds_world import DANA, Item, feeds_world
from tests.filled import NOW, Desk

NEWS = (
    Item("peru", "Peru's congress passes law against election deepfakes", "The deepfake law passed by 80 votes."),
    Item("kenya", "Kenya opens consultation on AI in lending", "Comments on AI in lending are due on 30 April 2026."),
    Item("japan", "Japan's cabinet adopts AI promotion strategy", "The cabinet adopted an AI strategy on Monday."),
    Item("hamburg", "Court in Hamburg rules on copyright and AI training", "The court ruled on AI training data."),
    Item("norway", "Norway's privacy regulator fines face recognition firm", "The fine for face recognition is high."),
    Item("phone", "Ten best phones of the spring", "Our testers compared cameras and batteries."),
    Item("flu", "Avian influenza AI cases rise in poultry farms", "Farmers cull flocks as AI spreads among poultry."),
    Item("", "Notice without an address", "A notice about AI law without any link of its own."),
)


@pytest.fixture
def on_disk(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    return store


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, "slack")
    yield made
    made.close()


def said(reply: Reply) -> str:
    return "\n".join(part.text for part in reply.parts if isinstance(part, Words))


RULES = ("", "court OR fines", "AI NOT consultation", "stage:passed OR stage:in_force", "law NEAR/6 deepfakes")


@pytest.mark.parametrize("rule", RULES)
async def test_the_count_shown_before_saving_is_the_count_posted(on_disk: Store, rule: str) -> None:
    """Simulated over the time in which the channel followed, with the rule it followed by."""
    limits = Limits(first_posts=100, posts_per_poll=100, posts_per_source_hour=100)
    async with feeds_world(on_disk, "slack", limits=limits) as world:
        world.publish("gazette", [])
        await world.follow("slack")
        canonical = str(rules.parse(rule)) if rule else ""
        channel = Channel("slack:C", "slack:W", "news")
        await on_disk.run(
            following.begin, channel, DANA, canonical, follows.FollowSettings(), old=0, now=world.hand.now
        )
        await world.choose("gazette", "slack")
        await world.poll()
        world.publish("gazette", list(NEWS))
        await world.poll()
        follow = await on_disk.read(follows.get, "slack:C")
        assert follow is not None
        foreseen = await on_disk.read(
            simulating.would_post, "slack:W", canonical, follow.settings, 0.0, world.hand.now, "slack:C"
        )
        posted = [post.shown for post in world.platforms["slack"].posts]
        assert sorted(card.reading.headline.text for card in foreseen) == sorted(posted)
        assert posted, "a rule that lets nothing through would show nothing here"
    on_disk.close()


async def test_every_item_that_was_ever_met_is_answerable(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        world.publish("gazette", list(NEWS[:-1]))
        await world.poll()
        for item in NEWS[:-1]:
            trail = await on_disk.read(explaining.trail, world.origin.url(f"/{item.slug}"), "slack:W")
            assert trail.rows, item.slug
            assert all(row.reason or row.outcome for row in trail.rows), item.slug
        never = await on_disk.read(explaining.trail, world.origin.url("/never"), "slack:W")
        assert not never.rows
    on_disk.close()


async def test_what_stood_there_at_first_sight_is_answerable_too(desk: Desk, on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", list(NEWS[:-1]))
        await world.follow("slack")
        source_id = await world.choose("gazette", "slack")
        await world.poll()
        for item in NEWS[:-1]:
            url = world.origin.url(f"/{item.slug}")
            trail = await on_disk.read(explaining.trail, url, "slack:W")
            archives = await on_disk.read(sources.remembering, "slack:W", f"{url}?utm_source=x")
            assert bool(trail.rows) != bool(archives), item.slug
        assert not await on_disk.read(sources.remembering, "slack:W", world.origin.url("/never"))
        assert not await on_disk.read(sources.remembering, "slack:other", world.origin.url("/phone"))
        kept = await on_disk.read(
            lambda db: db.execute(select(table.c["items"]).where(table.c.id == source_id)).scalar_one()
        )
    mine = desk.store.look(sources.chosen, desk.workspace.id)[0].source.id
    desk.store.step(lambda db: db.execute(update(table).where(table.c.id == mine).values({"items": kept})))
    assert "already when that source was first read" in said(await desk.ask(f"why {world.origin.url('/phone')}"))
    on_disk.close()


async def test_marks_of_both_kinds_cancel_and_say_so(desk: Desk) -> None:
    assert "shown more" in said(await desk.ask("useful 1"))
    assert "place in this channel's digests stays" in said(await desk.ask("not-for-us 3"))
    assert not (await desk.ask("unmark 1")).error
    assert "shown less" in said(await desk.ask("not-for-us 2"))


async def test_the_sources_of_what_was_found_are_a_file_for_any_reader(desk: Desk) -> None:
    told = {one.source.url for one in desk.store.look(sources.that_told, desk.workspace.id, [1, 2, 3])}
    assert told
    assert told < {one.source.url for one in desk.store.look(sources.chosen, desk.workspace.id)}
    reply = await desk.ask("export --as opml")
    (file,) = [part for part in reply.parts if isinstance(part, Attachment)]
    assert {one.url for one in opml.read(file.data)} == told


async def test_a_rule_is_tried_for_another_channel_of_the_team(desk: Desk) -> None:
    desk.store.step(places.ensure, desk.workspace, Channel("slack:C7", desk.workspace.id, "courts"), NOW.timestamp())
    courts = Channel("slack:C7", desk.workspace.id, "courts")
    assert not (await desk.ask("follow stage:passed --start new", channel=courts)).error
    for name in ("courts", "#courts", "C7", "slack:C7", "<#C7>", "<#C7|courts>"):
        assert "`stage:passed` would have posted 1 card" in said(await desk.ask(f"simulate --channel {name}")), name
    assert (await desk.ask("simulate --channel nowhere")).error


def test_commands_about_one_channel_are_commands() -> None:
    assert {path.split()[0] for path in COMMANDS} > shell.ABOUT_ONE_CHANNEL


def test_the_shell_asks_for_any_workspace_and_channel(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'data' / 'aipolicy.db'}")
    (tmp_path / "data").mkdir()
    store.open()
    team = Workspace("slack:T1", "slack", "Acme Policy")
    for name in ("C1", "C2"):
        store.step(places.ensure, team, Channel(f"slack:{name}", team.id, f"news-{name[1]}"), NOW.timestamp())
    store.step(places.ensure, Workspace("discord:9", "discord", "Lab"), None, NOW.timestamp() + 1)
    store.close()

    def ask(*words: str) -> tuple[int, str, str]:
        done = program.run(tmp_path, *words)
        return done.returncode, done.stdout, done.stderr

    status, _, hint = ask("sources")
    assert status == 0
    assert "--workspace" in hint
    assert "Acme Policy, Lab" in hint
    status, shown, hint = ask("follow", "law", "--start", "new", "--channel", "#news-2")
    assert (status, hint) == (0, "")
    status, shown, _ = ask("following", "--workspace=acme policy")
    assert "news-2" in shown
    status, shown, _ = ask("simulate", "--days", "14", "--channel", "news-2")
    assert (status, "`law` would have posted 0 cards" in shown) == (0, True)
    for words, answer in (
        (("follow", "--workspace", "Acme Policy"), "name it with --channel. The bot knows there: #news-2, #news-1."),
        (("status", "--workspace", "Nobody"), "There is no workspace Nobody."),
        (("status", "--channel", "nowhere"), "knows no channel nowhere"),
        (("status", "--channel"), "wants a name"),
    ):
        status, shown, said = ask(*words)
        assert status == 1, words
        assert answer in said, words
