"""One feed, three doors: one story once on Slack, on Discord and in the terminal, and one answer to `latest 1`.

Slack is local-slack, Discord is SimCord; the SDKs and the senders are the real ones.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console as Screen

from bot.commands import Services
from bot.deliver import Deliverer
from bot.model import Channel, Source, Workspace
from bot.platforms.console import CHANNEL, WORKSPACE, Console, ConsoleOptions
from bot.platforms.slack import Slack, SlackOptions
from bot.poll import Poller
from bot.render import terminal
from bot.sources.children import Children
from bot.sources.http import Door
from bot.storage import following, places
from bot.storage import sources as source_steps
from bot.storage.follows import FollowSettings
from bot.storage.store import Store
from tests.delivering import Hand
from tests.discord_rules import walk
from tests.discord_world import NOW, world
from tests.feeds_world import DANA, Item, page, rss
from tests.loopback import ALLOW_LOOPBACK, Origin
from tests.slack_world import APP_TOKEN, BOT_TOKEN, local_slack
from tests.slack_world import words as slack_words

pytestmark = pytest.mark.node

LEAD = (
    "Norway's parliament passed the AI Act implementation law on Tuesday by 88 votes to 12.",
    "“People must be able to trust the machines that decide about them,” said Digital Minister Kari Holm.",
    "The law takes effect on 1 January 2027. Fines reach 35 million euros.",
)
OLD = Item(
    "old", "Norway's parliament passes law to implement the EU AI Act", LEAD[0], LEAD, "Wed, 04 Mar 2026 08:00:00 GMT"
)
NEW = Item(
    "new",
    "Privacy regulator fines face recognition firm €20 million",
    "The privacy regulator fined a facial recognition company €20 million.",
    ("The privacy regulator fined a facial recognition company €20 million on Tuesday for scraping photos.",),
    "Wed, 04 Mar 2026 12:00:00 GMT",
)


@dataclass
class Everywhere:
    """The bot on all three doors over one database."""

    store: Store
    origin: Origin
    poller: Poller
    deliverer: Deliverer
    hand: Hand
    source_id: int = 0

    async def turn(self) -> None:
        """Half an hour later: look, deliver."""
        self.hand.now += 1800
        await self.poller.cycle(lambda: datetime.fromtimestamp(self.hand.now, UTC), only=(self.source_id,))
        await self.deliverer.drain()

    def publish(self, *items: Item) -> None:
        self.origin.serve("/feed.xml", rss(self.origin, "Nordic Law", list(items)))
        for item in items:
            self.origin.serve(f"/{item.slug}", page("Nordic Law", item), content_type="text/html")


def all_text(value: Any) -> str:
    """Every text in a Discord message, layout or embed."""
    if isinstance(value, dict):
        return " ".join(all_text(inner) for key, inner in value.items() if key not in ("url", "custom_id"))
    if isinstance(value, list | tuple):
        return " ".join(map(all_text, value))
    return value if isinstance(value, str) else ""


async def test_one_story_on_three_doors_and_the_same_answer(tmp_path: Path) -> None:
    async with (
        world(tmp_path) as discord,
        local_slack(tmp_path) as slack_world,
        Origin() as origin,
        Door(allowed=ALLOW_LOOPBACK) as door,
    ):
        store, hand, children = discord.store, Hand(NOW.timestamp() - 3600), Children()
        services = Services(store)
        slack = Slack(SlackOptions(BOT_TOKEN, APP_TOKEN, api_url=slack_world.api), services)
        out = io.StringIO()
        screen = Screen(file=out, width=100, highlight=False)
        console = Console(ConsoleOptions(), services, ready=_never, finished=lambda: None, screen=screen)
        await slack.start()
        guild = discord.env.create_guild()
        channel = guild.create_text_channel("news")
        alice = guild.add_member(discord.env.create_user("alice"))
        try:
            rooms = (
                (Workspace("slack:T01TEST", "slack", "Team"), Channel("slack:C1NEWS", "slack:T01TEST", "news")),
                (
                    Workspace(f"discord:{guild.id}", "discord", "Guild"),
                    Channel(f"discord:{channel.id}", f"discord:{guild.id}", "news"),
                ),
                (WORKSPACE, CHANNEL),
            )
            source_id = await store.run(
                source_steps.add, Source(0, "feed", origin.url("/feed.xml"), "Nordic Law"), hand.now
            )
            for workspace, room in rooms:
                await store.run(places.ensure, workspace, room, hand.now)
                await store.run(following.begin, room, DANA, "", FollowSettings(), old=0, now=hand.now - 86400)
                await store.run(source_steps.choose, workspace.id, source_id, by="x", now=hand.now)
            senders = {"slack": slack.sender, "discord": discord.platform.sender, "console": console.sender}
            deliverer = Deliverer(store, senders, worker="w", clock=hand, sleep=hand.sleep)
            bot = Everywhere(store, origin, Poller(store, door, children), deliverer, hand, source_id)

            bot.publish(OLD)
            await bot.turn()  # 200
            await bot.turn()  # 304
            bot.publish(NEW, OLD)
            await bot.turn()  # changed
            await bot.turn()

            on_slack = await slack_world.messages()
            on_discord = [
                one for one in discord.env.http_requests if one.method == "POST" and one.path.endswith("/messages")
            ]
            printed = out.getvalue()
            for item in (OLD, NEW):
                assert sum(item.title in slack_words(one["blocks"]) for one in on_slack) == 1
                assert sum(item.title in all_text(one.json) for one in on_discord) == 1
                assert printed.count(item.title) == 1
            quote = "People must be able to trust the machines that decide about them"
            assert quote in slack_words(on_slack[0]["blocks"])
            assert quote in all_text(on_discord[0].json)
            assert quote in " ".join(printed.split())

            answer = slack_words((await slack_world.ask("latest 1"))["blocks"])
            reply = await console.answer("latest 1")
            with screen.capture() as captured:
                screen.print(terminal.reply(reply))
            typed = " ".join(captured.get().replace("│", " ").split())
            asked = await alice.slash(channel, "aipolicy latest", count=1)
            shown = asked.response or asked.followups[0]
            said = " ".join(part.get("content") or "" for part in walk(shown.components))
            for words in (NEW.title, "Nordic Law", "€20 million"):
                assert words in answer
                assert words in typed
                assert words in said
            for given in (answer, typed, said):
                assert OLD.title not in given
        finally:
            await slack.stop()
            await children.close()


async def _never() -> None:
    raise AssertionError("the terminal is not read here")
