"""The newsroom of the pictures: the demo's outlets and a few more, each article there from its hour on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from aiohttp import web

from bot.commands import Services
from bot.deliver import Deliverer
from bot.deliver.sender import Sender
from bot.demo import Newsroom, Outlet, Piece
from bot.model import Channel, Person, Source, Workspace
from bot.poll import Poller
from bot.sources.addresses import parse_allowed
from bot.sources.children import Children
from bot.sources.http import Answer, Door
from bot.storage import sources as source_steps
from bot.storage.store import Store
from tests.delivering import Hand

BEGIN = datetime(2024, 3, 20, 7, 0, tzinfo=UTC)
WEEKS = 52  # of notes
FEED = 15  # items
MORE = Path(__file__).with_name("articles.yaml")
ARCHIVE = "https://news.example/archive"
HOSTS = {
    "ledger": "policy-ledger.example",
    "summit": "summit-statehouse.example",
    "docket": "docket-watch.example",
    "bulletin": "open-bulletin.example",
    "wire": "capitol-wire.example",
    "depesche": "berliner-depesche.example",
}


class Room(Newsroom):
    """Outlets on loopback that show what is out at `now`; those in `shut` answer 403."""

    def __init__(self) -> None:
        super().__init__()
        raw = yaml.safe_load(MORE.read_text("utf-8"))
        for key, one in raw["outlets"].items():
            found = [Piece(**{**a, "body": tuple(a["body"])}) for a in raw["articles"] if a["outlet"] == key]
            newest = tuple(sorted(found, key=lambda piece: piece.published, reverse=True))
            self.outlets[key] = Outlet(key, one["name"], one["feed"], one["group"], one["about"], newest)
        self.all = {key: replace(one, pieces=(*one.pieces, *_notes(one))) for key, one in self.outlets.items()}
        self.corrected: list[dict[str, Any]] = raw["corrected"]
        self.shut: set[str] = set()

    def show(self, now: datetime) -> None:
        """Let articles out whose hour has come."""
        self.outlets = {
            key: replace(one, pieces=tuple(self._as_of(piece, now) for piece in _newest(one.pieces, now)))
            for key, one in self.all.items()
        }

    def _as_of(self, piece: Piece, now: datetime) -> Piece:
        """An article as it stood at a moment."""
        for one in self.corrected:
            if one["slug"] == piece.slug and now < one["at"]:
                title, *body = (text.replace(one["now"], one["was"]) for text in (piece.title, *piece.body))
                piece = replace(piece, title=title, body=tuple(body))
        return piece

    def hours(self, since: datetime) -> list[datetime]:
        """When articles come out, in order."""
        told = (piece for one in self.all.values() for piece in one.pieces if not piece.slug.startswith("notes-"))
        moments = {piece.published for piece in told} | {one["at"] for one in self.corrected}
        return sorted(moment for moment in moments if moment > since)

    def _outlet(self, request: web.Request) -> Outlet:
        if request.match_info["outlet"] in self.shut:
            raise web.HTTPForbidden
        return super()._outlet(request)


def _newest(pieces: tuple[Piece, ...], now: datetime) -> tuple[Piece, ...]:
    """What a feed holds at a moment: the newest of what is out."""
    out = sorted((piece for piece in pieces if piece.published <= now), key=lambda piece: piece.published)
    return tuple(reversed(out[-FEED:]))


def _notes(one: Outlet) -> list[Piece]:
    """What every outlet tells its own people each week and no channel wants: an outlet is never silent for long."""
    words = "Our new office has room for twelve desks and a coffee machine. Lunch is at noon."
    first = BEGIN - timedelta(days=30)
    return [
        Piece(one.key, f"notes-{week}", f"Notes from our office, week {week}", "Editors", out, words, (words,))
        for week in range(1, WEEKS)
        if (out := first + timedelta(days=7 * week))
    ]


class Named(Door):
    """The door, through which the newsroom is found at addresses of the web rather than on loopback."""

    def __init__(self, room: Room) -> None:
        super().__init__(allowed=parse_allowed(room.allow))
        self._room = room

    async def get(self, url: str, **more: Any) -> Answer:
        """Ask the newsroom; whatever it answers speaks of the public addresses."""
        answer = await super().get(self._inside(url), **more)
        body = answer.body
        for key, host in HOSTS.items():
            body = body.replace(f"{self._room.address}/{key}".encode(), f"https://{host}".encode())
            body = body.replace(f'href="/{key}/'.encode(), b'href="/')
        return replace(answer, url=self._outside(answer.url), moved_to="", body=body)

    def _inside(self, url: str) -> str:
        for key, host in HOSTS.items():
            if url.startswith(f"https://{host}"):
                return url.replace(f"https://{host}", f"{self._room.address}/{key}", 1)
        return url

    def _outside(self, url: str) -> str:
        for key, host in HOSTS.items():
            if url.startswith(f"{self._room.address}/{key}"):
                return url.replace(f"{self._room.address}/{key}", f"https://{host}", 1)
        return url


@dataclass
class Bot:
    """The bot's own parts at the newsroom, on a clock set by hand."""

    room: Room
    services: Services
    poller: Poller
    hand: Hand
    senders: dict[str, Sender] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)  # source ids by outlet
    moved: Callable[[], None] = lambda: None  # told whenever the clock was set

    @property
    def store(self) -> Store:
        return self.services.store

    @property
    def now(self) -> datetime:
        return datetime.fromtimestamp(self.hand.now, UTC)

    async def choose(self, workspace: Workspace, person: Person, *outlets: str) -> None:
        """A workspace chooses outlets."""
        for key in outlets:
            one = self.room.all[key]
            source = Source(0, "feed", f"https://{HOSTS[key]}/feed.xml", one.name, f"https://{HOSTS[key]}/", one.group)
            self.ids[key] = await self.store.run(source_steps.add, source, self.hand.now)
            await self.store.run(
                source_steps.choose, workspace.id, self.ids[key], by=person.id, now=self.hand.now, name=one.name
            )

    async def turn(self, minutes: float = 30) -> None:
        """Time passes; every outlet is read and what is due is posted."""
        self.hand.now += minutes * 60
        self.moved()
        self.room.show(self.now)
        for one in self.ids.values():
            await self.poller.cycle(lambda: self.now, only=(one,))
        await self.deliver()

    async def deliver(self) -> None:
        """Post what is due."""
        sleep = self.hand.sleep
        await Deliverer(self.store, self.senders, worker="p", clock=self.hand, sleep=sleep).drain()

    async def until(self, day: datetime) -> None:
        """Read each article in the hour it comes out, up to a day."""
        for hour in self.room.hours(self.now):
            if hour > day:
                break
            self.hand.now = max(self.hand.now, hour.timestamp() + 600)
            await self.turn(0)
            await self.turn(40)  # edits of cards wait a little
        self.hand.now = max(self.hand.now, day.timestamp())
        await self.turn(0)


@asynccontextmanager
async def newsroom(store: Store, begin: datetime = BEGIN) -> AsyncIterator[Bot]:
    """The newsroom, and the bot's parts without a platform; `senders` are put in by whoever has one."""
    hand, children = Hand(begin.timestamp()), Children()
    try:
        async with Room() as room, Named(room) as door:
            room.show(begin)
            services = Services(
                store, clock=lambda: datetime.fromtimestamp(hand.now, UTC), door=door, children=children,
                public_url=ARCHIVE,
            )  # fmt: skip
            yield Bot(room, services, Poller(store, door, children), hand)
    finally:
        await children.close()


def places(platform: str, workspace: str, channel: str, name: str) -> tuple[Workspace, Channel]:
    """A workspace and its channel."""
    home = Workspace(f"{platform}:{workspace}", platform, "Desk")  # type: ignore[arg-type]  # a platform's name
    return home, Channel(f"{platform}:{channel}", home.id, name)
