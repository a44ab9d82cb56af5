"""Pictures of the bot on Discord: what the real program answers in SimCord, drawn by SimCord's own renderer."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from discord import Permissions
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import async_playwright

from bot.model import Channel, Person, Workspace
from bot.storage import following
from bot.storage import places as place_steps
from bot.storage.follows import FollowSettings
from bot.storage.store import Store
from tests.discord_world import World, world
from tests.pictures.files import keep
from tests.pictures.newsroom import BEGIN, HOSTS, Bot, newsroom, places
from tests.prepare import browser as find_browser

WIDTH = 720
TAGS = ("AI safety and testing", "Enforcement", "Signed", "Law")


async def browser(folder: Path) -> None:
    """Let Playwright find the machine's own Chromium: a link where it looks for the one it would download."""
    own = find_browser()
    if own is None:
        return
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(folder)
    async with async_playwright() as started:
        try:
            await (await started.chromium.launch()).close()
        except PlaywrightError as error:
            wanted = re.search(r"Executable doesn't exist at (\S+)", str(error))
            if wanted is None:
                raise
            link = Path(wanted[1])
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(own)


@dataclass
class Guild:
    """A newsroom's server, with a channel for cards, one for digests and a forum."""

    bot: Bot
    made: World
    folder: Path
    guild: Any
    news: Any
    weekly: Any
    forum: Any
    alice: Any
    workspace: Workspace

    def place(self, channel: Any, kind: str = "channel") -> Channel:
        return Channel(f"discord:{channel.id}", self.workspace.id, channel.name, kind)  # type: ignore[arg-type]

    def at_hand(self) -> None:
        """SimCord's clock shows what the bot's shows."""
        clock = self.made.env.backend.clock
        clock._epoch = self.bot.now - timedelta(seconds=clock.elapsed)

    async def take(self, name: str, channel: Any, target: Any, *, whole: int = 0, top: int = 0) -> None:
        """One picture of one message or modal, at most its `top` pixels; of a `whole` channel or thread so many."""
        async with self.made.env.preview(
            channel,
            viewers=[self.alice],
            layout="channel" if whole else "message",
            width=WIDTH,
            height=whole or 2400,
            presentation_time=self.bot.now,
        ) as preview:
            mode = "viewport" if whole else "surface"
            shot = await preview.screenshot(None, viewer=self.alice, target=target, mode=mode, allow_incomplete=True)
            keep(shot.png, self.folder / f"discord-{name}.png", top=top)

    async def ask(self, name: str, line: str, channel: Any = None, *, top: int = 0, **options: Any) -> Any:
        """A slash command, its answer kept; of a long one so many pixels from above."""
        answer = await self.alice.slash(channel or self.news, line, **options)
        await self.take(name, channel or self.news, answer, top=top)
        return answer

    def card(self, headline: str, channel: Any = None) -> Any:
        """The message with a story's card."""
        return next(one for one in (channel or self.news).history() if headline in shown(one))


def shown(message: Any) -> str:
    """All the words a message shows."""
    parts = [component.to_dict() for component in message.components] + [one.to_dict() for one in message.embeds]
    return f"{message.content} {parts}"


@asynccontextmanager
async def guild(folder: Path, pictures: Path, begin: datetime = BEGIN) -> AsyncIterator[Guild]:
    """The bot in a simulated server, with nothing chosen yet."""
    store = Store(f"sqlite:///{folder / 'bot.db'}")
    store.open()
    try:
        async with newsroom(store, begin) as bot, world(folder, services=bot.services) as made:
            made.env.backend.bot_user.name = "AI Policy"
            server = made.env.create_guild(name="Newsroom")
            keeper = server.create_role("keeper", permissions=Permissions(manage_guild=True))
            names = ("ai-policy", "weekly")
            news, weekly = (server.create_text_channel(name) for name in names)
            forum = server.create_forum_channel("stories")
            await made.env.settle()
            real = made.platform.client.get_channel(forum.id)
            for tag in TAGS:
                await real.create_tag(name=tag)
            await made.env.settle()
            alice = server.add_member(made.env.create_user("alice"), roles=[keeper])
            workspace, _ = places("discord", str(server.id), "0", "")
            at = Guild(bot, made, pictures, server, news, weekly, forum, alice, workspace)
            for channel, kind in ((news, "channel"), (weekly, "channel"), (forum, "forum")):
                await store.run(place_steps.ensure, workspace, at.place(channel, kind), bot.hand.now)
            bot.senders["discord"] = made.platform.sender
            bot.moved = at.at_hand
            at.at_hand()
            yield at
    finally:
        store.close()


async def reading(at: Guild) -> None:
    """Cards come; people press and ask."""
    person = Person(f"discord:{at.alice.id}", "alice", "manager")
    await at.bot.choose(at.workspace, person, "ledger", "summit", "docket", "wire")
    await at.alice.slash(at.news, "aipolicy follow", start="new")
    await at.alice.slash(at.weekly, "aipolicy follow", start="new", digest_only=True)
    await at.bot.until(datetime(2024, 4, 3, 9, tzinfo=UTC))
    await at.bot.turn(60)
    memo = at.card("London")
    await at.take("card", at.news, memo)
    form = await at.alice.slash(at.news, "aipolicy sources add")
    await at.take("add-source-form", at.news, form)
    sent = await at.alice.submit_modal(form, {"address": f"https://{HOSTS['bulletin']}"})
    await at.take("add-source", at.news, sent)
    await at.bot.choose(at.workspace, person, "bulletin")
    await at.take("coverage", at.news, await at.alice.click(memo, label="Coverage (1)"))
    await at.bot.store.run(
        following.begin, at.place(at.forum, "forum"), person, "", FollowSettings(), old=0, now=at.bot.hand.now
    )
    await at.alice.slash(at.news, "aipolicy tune", threads="story")
    await at.bot.until(datetime(2024, 10, 2, 9, tzinfo=UTC))
    await at.bot.turn(60)
    grown = at.card("SB 1047")
    await at.take("card-corrected", at.news, at.card("FTC announces"))
    thread = next(one for one in at.news.threads if "SB 1047" in str(one.name))
    await at.take("thread", thread, thread.last_message, whole=640)
    post = next(one for one in at.forum.threads if "SB 1047" in str(one.name))
    await at.take("forum-post", post, post.last_message, whole=760)
    story = re.search(r"save (\d+)", shown(grown))
    assert story is not None
    await at.ask("latest", "aipolicy latest", count=2)
    await at.ask("search", "aipolicy search", words="AI")
    await at.ask("why", "aipolicy why", about=story[1])
    await at.ask("facts", "aipolicy story", story=story[1], facts=True)
    await at.ask("help", "aipolicy help", top=640)
    await at.ask("sources", "aipolicy sources list")
    await at.ask("deadlines", "aipolicy deadlines", days=365)
    await at.ask("timeline", "aipolicy timeline", measure="SB 1047")


async def managing(at: Guild) -> None:
    """Forms, a digest, a source that fails, embeds."""
    offer = await at.ask("follow", "aipolicy follow")
    await at.take("follow-form", at.news, await at.alice.click(offer.response, label="Choose in a form"))
    planned = await at.alice.slash(at.weekly, "aipolicy digest schedule")
    await at.take("digest-form", at.weekly, await at.alice.click(planned.response, label="Choose in a form"))
    await at.alice.slash(at.weekly, "aipolicy digest schedule", cadence="weekly", at="09:00", day="monday", most=6)
    await at.ask("digest-preview", "aipolicy digest preview", at.weekly)
    await at.alice.slash(at.weekly, "aipolicy digest now")
    await at.bot.deliver()
    await at.take("digest", at.weekly, at.weekly.last_message)
    at.bot.room.shut.add("wire")
    for _ in range(8):
        await at.bot.turn(180)
    await at.take("incident", at.news, at.card("Capitol Wire refuses"))
    await at.alice.slash(at.news, "aipolicy tune", cards="embed")
    await at.bot.until(datetime(2024, 12, 27, 9, tzinfo=UTC))
    await at.take("card-embed", at.news, at.card("Korea"))


async def german(at: Guild) -> None:
    """The same in German."""
    person = Person(f"discord:{at.alice.id}", "alice", "manager")
    await at.bot.choose(at.workspace, person, "depesche", "summit")
    await at.alice.slash(at.news, "aipolicy language", language="de", zone="Europe/Berlin", everyone=True)
    await at.alice.slash(at.news, "aipolicy follow", start="new")
    await at.alice.slash(at.weekly, "aipolicy follow", start="new", digest_only=True)
    await at.bot.until(datetime(2024, 9, 7, 9, tzinfo=UTC))
    await at.bot.turn(60)
    await at.take("german-card", at.news, at.card("Bußgeld"))
    await at.ask("german-help", "aipolicy help", top=420)
    offer = await at.alice.slash(at.news, "aipolicy follow")
    await at.take("german-follow-form", at.news, await at.alice.click(offer.response, label="Im Formular auswählen"))
    await at.alice.slash(at.weekly, "aipolicy digest schedule", cadence="weekly", at="09:00", day="monday", most=6)
    await at.alice.slash(at.weekly, "aipolicy digest now")
    await at.bot.deliver()
    await at.take("german-digest", at.weekly, at.weekly.last_message)


async def pictures(folder: Path) -> None:
    """Every surface."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as browsers:
        await browser(Path(browsers))
        with tempfile.TemporaryDirectory() as data:
            async with guild(Path(data), folder) as at:
                await reading(at)
                await managing(at)
        with tempfile.TemporaryDirectory() as data:
            async with guild(Path(data), folder, datetime(2024, 7, 30, 9, tzinfo=UTC)) as at:
                await german(at)
