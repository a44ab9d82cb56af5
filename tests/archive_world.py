"""An archive for tests: the demo newsroom read into a database, a digest of one channel, and the web part serving it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, select, update

from bot import editions
from bot.commands import Services
from bot.demo import Newsroom
from bot.metrics import Metrics
from bot.model import Channel, Workspace
from bot.pipeline.calendar import Schedule
from bot.poll import Poller
from bot.sources.addresses import parse_allowed
from bot.sources.children import Children
from bot.sources.http import Door
from bot.storage import editions as edition_steps
from bot.storage import following, places
from bot.storage import sources as source_steps
from bot.storage.codec import dump, load
from bot.storage.follows import FollowSettings
from bot.storage.store import Store
from bot.storage.tables import stories
from bot.web import archive
from bot.web.server import Web
from tests.feeds_world import DANA

NOW = datetime(2025, 12, 15, 8, 0, tzinfo=UTC)
TEAM = Workspace("slack:T1", "slack", "Team", zone="Europe/Berlin")
CHANNEL = Channel("slack:C1", TEAM.id, "ai-policy")


async def read_newsroom(store: Store, room: Newsroom) -> None:
    """Poll the demo's outlets once; the channel chose them all and has a digest."""
    now = NOW.timestamp()
    await store.run(places.ensure, TEAM, CHANNEL, now)
    settings = FollowSettings(digest_only=True)
    await store.run(following.begin, CHANNEL, DANA, "", settings, old=0, now=now - 3 * 365 * 86400)
    schedule = Schedule("daily", 9, 0, 0, "Europe/Berlin", "")
    await store.run(
        edition_steps.save,
        CHANNEL,
        schedule,
        most=20,
        say_nothing=False,
        approve=False,
        by=DANA.id,
        now=now - 86400,
    )
    ids = []
    for source in room.sources():
        source_id = await store.run(source_steps.add, source, now)
        await store.run(source_steps.choose, TEAM.id, source_id, by=DANA.id, now=now)
        ids.append(source_id)
    children = Children()
    try:
        async with Door(allowed=parse_allowed(room.allow)) as door:
            await Poller(store, door, children).cycle(lambda: NOW, only=tuple(ids))
    finally:
        await children.close()


async def publish_digest(store: Store, archive_url: str = "") -> list[str]:
    """Let every digest that is due go out; what became of each."""
    due = await store.read(edition_steps.due, NOW.timestamp() + 3600)
    at = datetime.fromtimestamp(NOW.timestamp() + 3600, UTC)
    return [await store.run(editions.run, planned, at, archive_url) for planned in due]


@asynccontextmanager
async def serving(store: Store, mode: Literal["local", "public"] = "local", public_url: str = "") -> AsyncIterator[str]:
    """The web part with the archive on a free port of 127.0.0.1; its address."""
    web = Web(Services(store, clock=lambda: NOW), Metrics(), host="127.0.0.1", port=0)
    web.add(archive.routes(archive.Archive(store, lambda: NOW, mode, public_url)))
    await web.start()
    try:
        yield f"http://127.0.0.1:{web.port}"
    finally:
        await web.stop()


def withdraw(db: Connection, story_id: int) -> None:
    """The source takes a story back."""
    from dataclasses import replace

    from bot.model import Card

    text = db.execute(select(stories.c.card).where(stories.c.id == story_id)).scalar_one()
    card = replace(load(Card, text), withdrawn=True)
    db.execute(update(stories).where(stories.c.id == story_id).values(card=dump(card), withdrawn=True))
