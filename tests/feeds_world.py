"""The whole way on loopback: an origin with feeds and pages, the poller, a recording platform, one clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape

from bot.deliver import Deliverer
from bot.model import Channel, Person, Source, Workspace
from bot.poll import Poller, Summary
from bot.sources.children import Children
from bot.sources.http import Door
from bot.storage import following, places
from bot.storage import sources as source_steps
from bot.storage.follows import FollowSettings
from bot.storage.planning import Limits
from bot.storage.store import Store
from tests.delivering import Hand, Recorder
from tests.loopback import ALLOW_LOOPBACK, Origin

BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DANA = Person("slack:U1", "dana", "manager")


@dataclass
class Item:
    """One item of a feed; `body` paragraphs make its page."""

    slug: str
    title: str
    teaser: str = ""
    body: tuple[str, ...] = ()
    published: str = "Mon, 02 Mar 2026 10:00:00 GMT"
    guid: str = ""


def rss(origin: Origin, outlet: str, items: list[Item]) -> bytes:
    """A feed whose items lead to pages of the origin."""
    entries = "".join(
        f"<item><title>{escape(one.title)}</title><link>{origin.url('/' + one.slug)}</link>"
        f"<guid isPermaLink='false'>{escape(one.guid or one.slug)}</guid><pubDate>{one.published}</pubDate>"
        f"<description>{escape(one.teaser)}</description></item>"
        for one in items
    )
    head = f"<title>{escape(outlet)}</title><link>{origin.url('/')}</link>"
    return f"<rss version='2.0'><channel>{head}{entries}</channel></rss>".encode()


def page(outlet: str, item: Item) -> bytes:
    """An article page."""
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in item.body)
    return (
        f"<html lang='en'><head><title>{escape(item.title)} | {escape(outlet)}</title></head><body><article>"
        f"<h1>{escape(item.title)}</h1>{paragraphs}</article></body></html>"
    ).encode()


@dataclass
class FeedsWorld:
    """The parts a journey needs."""

    store: Store
    origin: Origin
    poller: Poller
    deliverers: dict[str, Deliverer]
    platforms: dict[str, Recorder]
    hand: Hand
    sources: dict[str, int] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return datetime.fromtimestamp(self.hand.now, UTC)

    def publish(self, outlet: str, items: list[Item]) -> None:
        """Put a feed and its pages on the origin."""
        self.origin.serve(f"/{outlet}.xml", rss(self.origin, outlet, items))
        for item in items:
            self.origin.serve(f"/{item.slug}", page(outlet, item), content_type="text/html")

    async def follow(self, *platforms: str, backlog: int = 0) -> None:
        """A channel of each platform follows everything."""
        for name in platforms:
            workspace = Workspace(f"{name}:W", name, "Team")  # type: ignore[arg-type]  # a platform's name
            channel = Channel(f"{name}:C", workspace.id, "news")
            await self.store.run(places.ensure, workspace, channel, self.hand.now)
            settings = FollowSettings(backlog=backlog)
            await self.store.run(following.begin, channel, DANA, "", settings, old=0, now=self.hand.now)

    async def choose(self, outlet: str, *platforms: str, group: str = "press") -> int:
        """The workspaces of these platforms choose an outlet's feed."""
        source = Source(0, "feed", self.origin.url(f"/{outlet}.xml"), outlet, group=group)
        source_id = await self.store.run(source_steps.add, source, self.hand.now)
        for name in platforms:
            await self.store.run(source_steps.choose, f"{name}:W", source_id, by="slack:U1", now=self.hand.now)
        self.sources[outlet] = source_id
        return source_id

    async def poll(self, minutes: float = 30) -> Summary:
        """Let time pass, look at every source, deliver what is due."""
        self.hand.now += minutes * 60
        summary = await self.poller.cycle(lambda: self.now, only=tuple(self.sources.values()))
        await self.deliver()
        return summary

    async def deliver(self) -> None:
        """Keep what is due now."""
        for deliverer in self.deliverers.values():
            await deliverer.drain()


@asynccontextmanager
async def feeds_world(store: Store, *platforms: str, limits: Limits | None = None) -> AsyncIterator[FeedsWorld]:
    """A world with recorders for these platforms."""
    hand = Hand(BEGAN.timestamp())
    recorders = {name: Recorder(hand, platform=name) for name in platforms or ("slack", "discord")}
    children = Children()
    async with Origin() as origin, Door(allowed=ALLOW_LOOPBACK) as door:
        poller = Poller(store, door, children, limits=limits)
        deliverers = {
            name: Deliverer(store, {name: recorder}, worker=f"w-{name}", clock=hand, sleep=hand.sleep)
            for name, recorder in recorders.items()
        }
        try:
            yield FeedsWorld(store, origin, poller, deliverers, recorders, hand)
        finally:
            await children.close()


def later(published: str, hours: float) -> str:
    """An RFC 822 date some hours later."""
    from email.utils import format_datetime, parsedate_to_datetime

    return format_datetime(parsedate_to_datetime(published) + timedelta(hours=hours))
