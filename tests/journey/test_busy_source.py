"""A source that publishes much at once: some cards now, the rest in the digest, and `status` says why."""

from __future__ import annotations

from pathlib import Path

from bot import editions
from bot.commands import Services, answer_line
from bot.model import Channel, Reply, Table, Workspace
from bot.pipeline.calendar import Schedule
from bot.storage import editions as shelf
from bot.storage.planning import Limits
from bot.storage.store import Store
from tests.feeds_world import DANA, FeedsWorld, Item, feeds_world

TITLES = (
    "Kenya's parliament passes bill on artificial intelligence in hiring",
    "Ireland names fifteen authorities to enforce the EU AI Act",
    "Texas attorney general sues chatbot maker over children's safety",
    "South Korea publishes decree on labels for AI-generated pictures",
    "Canada's privacy commissioner opens inquiry into xAI's Grok",
    "Brazil's Senate approves law on artificial intelligence and copyright",
    "Australia drops plan for mandatory guardrails on high-risk AI",
)
REASON = "one source posts 3 an hour at most"


def items(count: int) -> list[Item]:
    """The first `count` items of the busy source."""
    return [
        Item(f"n{number}", title, f"{title}, officials said.", (f"{title}, officials said on Monday.",))
        for number, title in enumerate(TITLES[:count])
    ]


def shown(world: FeedsWorld, platform: str) -> list[str]:
    return [post.shown for post in world.platforms[platform].posts if post.kind == "card"]


async def ask(world: FeedsWorld, platform: str, line: str) -> Reply:
    workspace = Workspace(f"{platform}:W", platform, "Team")  # type: ignore[arg-type]  # a platform's name
    return await answer_line(
        line,
        services=Services(world.store, clock=lambda: world.now, door=None, children=None),  # type: ignore[arg-type]
        person=DANA,
        workspace=workspace,
        channel=Channel(f"{platform}:C", workspace.id, "news"),
        door=platform,  # type: ignore[arg-type]  # a platform's name
    )


async def test_the_rest_of_the_hour_goes_into_the_digest_and_status_says_so(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    limits = Limits(first_posts=100, posts_per_poll=100, posts_per_source_hour=3)
    async with feeds_world(store, "slack", "discord", limits=limits) as world:
        await world.follow("slack", "discord")
        world.publish("gazette", [])
        await world.choose("gazette", "slack", "discord")
        await world.poll()
        world.publish("gazette", items(2))
        await world.poll(10)
        world.publish("gazette", items(6))
        await world.poll(10)
        await world.poll(10)
        for platform in ("slack", "discord"):
            assert len(shown(world, platform)) == 3
            status = await ask(world, platform, "status")
            (waiting,) = [part for part in status.parts if isinstance(part, Table)]
            assert waiting.rows == (("news", "card", "3", REASON),)

        world.publish("gazette", items(7))  # another hour, another card
        await world.poll(60)
        for platform in ("slack", "discord"):
            posted = shown(world, platform)
            assert len(posted) == 4
            assert posted[-1] == TITLES[6]
            channel = Channel(f"{platform}:C", f"{platform}:W", "news")
            store.step(
                shelf.save,
                channel,
                Schedule("daily", 18),
                by=DANA.id,
                now=world.hand.now,
                most=20,
                say_nothing=False,
                approve=False,
            )
        world.hand.now += 24 * 3600
        for planned in store.look(shelf.due, world.hand.now):
            assert store.step(editions.run, planned, world.now) == "published"
        for _, edition in store.look(shelf.published, 10):
            stood = [item for part in edition.sections for item in part.items]
            platform = edition.channel_id.partition(":")[0]
            assert sorted([item.headline for item in stood] + shown(world, platform)) == sorted(TITLES)
            assert {item.held_reason for item in stood} == {REASON}
            assert "3 were kept for this digest." in edition.closing
        await world.deliver()
        status = await ask(world, "slack", "status")
        assert not [part for part in status.parts if isinstance(part, Table)]  # nothing waits any more
    store.close()
