"""What Discord tests share: the model card, a database with stories, the platform under SimCord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import simcord
from sqlalchemy import Connection, insert

from bot.commands.services import Services
from bot.errors import SourceError
from bot.model import Card, Coverage, Fact, Frame, Label, Quote, Reading, Slice, Source, Span, Verdict
from bot.platforms.discord import Discord, DiscordOptions
from bot.storage import sources
from bot.storage.codec import dump
from bot.storage.store import Store
from bot.storage.tables import articles, stories

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
SETTLE_SECONDS = 60.0  # how long the bot may take over an answer on a busy machine; SimCord gives up after 5


def words(text: str) -> Slice:
    """Words as if taken from an article."""
    return Slice(text, Span(0, len(text)))


def model_card(story_id: str = "1", **changes: Any) -> Card:
    """A card like the one the design gives as its model, in our own words."""
    reading = Reading(
        headline=words("Two governments agree to test AI models together"),
        verdict=Verdict(True, 0.98),
        pull=Quote(
            (words("No country can judge these systems alone,"), words("Testing them together is how we keep up.")),
            "Ada Brandt",
            "Minister for Technology",
        ),
        facts=(
            Fact(words("memorandum of understanding signed by both ministers in Washington on Monday")),
            Fact(words("the institutes will run at least one joint test on a publicly available model")),
            Fact(words("the ministry set aside £100 million for nine research hubs last year"), background=True),
        ),
        frame=Frame(
            jurisdictions=(Label("US"), Label("GB")),
            instrument=Label("agreement"),
            stage=Label("signed"),
            topic=Label("frontier_safety"),
        ),
    )
    card = Card(
        story_id=story_id,
        article_id=int(story_id),
        url=f"https://example.org/news/joint-testing-{story_id}",
        outlet="Policy Courier",
        reading=reading,
        published=datetime(2026, 3, 2, 12, 0, tzinfo=UTC),
        also=tuple(
            Coverage(name, f"https://{name.lower()}.example/{story_id}", "Joint tests agreed")
            for name in ("Hunter", "Networker", "Gazette")
        ),
    )
    return replace(card, **changes)


def add_stories(db: Connection, workspace_id: str, count: int, *, first: int = 1) -> None:
    """Stories 1..count, told by one source the workspace chose, each newer than the one before."""
    now = NOW.timestamp()
    source_id = sources.add(db, Source(0, "feed", "https://example.org/feed.xml", "Policy Courier"), now)
    sources.choose(db, workspace_id, source_id, by="discord:1", now=now, name="Policy Courier")
    for number in range(first, first + count):
        card = model_card(str(number))
        at = now - 3600 * (1000 - number)
        db.execute(
            insert(stories).values(
                id=number,
                lead_article_id=number,
                headline=card.reading.headline.text,
                url=card.url,
                outlet=card.outlet,
                card=dump(card),
                topic="frontier_safety",
                topics=" frontier_safety ",
                jurisdictions=" US GB ",
                instrument="agreement",
                stage="signed",
                created_at=at,
                updated_at=at,
            )
        )
        db.execute(
            insert(articles).values(
                id=number,
                source_id=source_id,
                story_id=number,
                url=card.url,
                title=card.reading.headline.text,
                outlet=card.outlet,
                fetched_at=at,
                published_at=at,
            )
        )


class Offline:
    """A way out that leads nowhere: every source is unreachable."""

    async def get(self, url: str, **_: Any) -> Any:
        """Refuse."""
        raise SourceError(f"{url} cannot be reached.", reason="dns")


class Clock:
    """A clock tests move themselves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        """Time passes."""
        self.now += timedelta(seconds=seconds)


@dataclass
class World:
    """A running bot in a simulated Discord."""

    env: simcord.Env
    platform: Discord
    store: Store
    services: Services
    clock: Clock

    def again(self) -> Discord:
        """The platform of a fresh process on the same database."""
        return Discord(DiscordOptions("token", shards=1), self.services)


@asynccontextmanager
async def world(
    folder: Path, *, shards: int = 1, services: Services | None = None, **options: Any
) -> AsyncIterator[World]:
    """A database in `folder` (or the bot's parts as they are given), the platform, and SimCord around it."""
    clock = Clock()
    own = services is None
    if services is None:
        services = Services(Store(f"sqlite:///{folder / 'news.db'}"), clock=clock, door=Offline())
        services.store.open()
    store = services.store
    platform = Discord(DiscordOptions("token", shards=shards), services)
    try:
        options.setdefault("settle_timeout", SETTLE_SECONDS)
        env = simcord.Env(platform.client, **options)
        await env.start()
        try:
            yield World(env, platform, store, services, clock)
        finally:
            await env.shutdown()
        env.raise_errors()
    finally:
        if own:
            store.close()


async def newsroom(made: World) -> tuple[Any, Any, Any]:
    """A guild with one channel, somebody who may manage it, and a reader: channel, boss, alice."""
    guild = made.env.create_guild()
    channel = guild.create_text_channel("news")
    keeper = guild.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
    boss = guild.add_member(made.env.create_user("boss"), roles=[keeper])
    alice = guild.add_member(made.env.create_user("alice"))
    await made.env.settle()
    return channel, boss, alice
