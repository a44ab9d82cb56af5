"""An archive for tests: the demo newsroom in a database, a digest of one channel, and the web part serving it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from bot import editions
from bot.commands import Services
from bot.demo import Newsroom
from bot.metrics import Metrics
from bot.model import Card, Channel, Reading, Slice, Span, Workspace
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
from bot.storage.tables import articles, stories
from bot.web import archive
from bot.web.server import Web
from tests.feeds_world import DANA

NOW = datetime(2025, 1, 20, 8, 0, tzinfo=UTC)
TEAM = Workspace("slack:T1", "slack", "Team", zone="Europe/Berlin")
CHANNEL = Channel("slack:C1", TEAM.id, "ai-policy")
EDITION = f"{CHANNEL.id}@first"


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
            poller = Poller(store, door, children)
            for one in ids:  # one after the other, so that every story has the same number each time
                await poller.cycle(lambda: NOW, only=(one,))
    finally:
        await children.close()


def prepare(folder: Path) -> Path:
    """A database file with the newsroom's stories and one published digest; copy it before writing to it."""
    path = folder / "newsroom.db"

    async def fill() -> None:
        store = Store(f"sqlite:///{path}")
        store.open()
        async with Newsroom() as room:
            await read_newsroom(store, room)
        store.step(publish_digest)
        store.close()

    asyncio.run(fill())
    return path


@contextmanager
def copied(path: Path, folder: Path) -> Iterator[Store]:
    """An open copy of a prepared database."""
    store = Store(f"sqlite:///{shutil.copy(path, folder / 'bot.db')}")
    store.open()
    yield store
    store.close()


def publish_digest(db: Connection) -> None:
    """Publish what the channel's digest holds now, as the edition EDITION."""
    planned = edition_steps.get(db, CHANNEL.id)
    assert planned is not None
    now = NOW.timestamp()
    assert edition_steps.begin(db, planned, EDITION, now, now)
    made = editions.make(planned, edition_steps.material(db, CHANNEL, now), NOW, edition_id=EDITION)
    editions.publish(db, planned, made, now)


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
    text = db.execute(select(stories.c.card).where(stories.c.id == story_id)).scalar_one()
    card = replace(load(Card, text), withdrawn=True)
    db.execute(update(stories).where(stories.c.id == story_id).values(card=dump(card), withdrawn=True))


def plain_card(number: str, title: str, **changes: object) -> Card:
    """A card with nothing but a headline."""
    made = Card(
        number,
        int(number),
        "https://news.example/a",
        "News",
        Reading(Slice(title, Span(0, len(title)), "title"), language="en"),
    )
    return replace(made, **changes)


def tell(db: Connection, card: Card, at: float, body: str = "", **values: object) -> None:
    """Store a story as it stands, with the article that leads it; `at` is when it came (UTC seconds)."""
    frame = card.reading.frame
    row: dict[str, object] = {
        "id": int(card.story_id),
        "lead_article_id": card.article_id,
        "headline": card.reading.headline.text,
        "url": card.url,
        "outlet": card.outlet,
        "card": dump(card),
        "topics": f" {frame.topic.id if frame.topic else ''} ",
        "jurisdictions": f" {' '.join(one.id for one in frame.jurisdictions)} ",
        "instrument": frame.instrument.id if frame.instrument else "",
        "stage": frame.stage.id if frame.stage else "",
        "measure": card.dossier,
        "withdrawn": card.withdrawn,
        "created_at": at,
        "updated_at": at,
        **values,
    }
    db.execute(insert(stories).values(**row))
    db.execute(
        insert(articles).values(
            id=card.article_id,
            source_id=1,
            story_id=int(card.story_id),
            url=card.url,
            title=card.reading.headline.text,
            body=body,
            outlet=card.outlet,
            fetched_at=at,
        )
    )
