"""Three outlets tell one vote; the poller and the deliverer work through a real platform at its stand-in server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.commands import Services
from bot.deliver import Deliverer
from bot.deliver.sender import Sender
from bot.poll import Poller
from bot.sources.children import Children
from bot.sources.http import Door
from bot.storage.store import Store
from tests.delivering import Hand
from tests.feeds_world import Item, page, rss
from tests.loopback import ALLOW_LOOPBACK, Origin

BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OUTLETS = ("Gazette", "Herald", "Tribune")
QUOTE = "“This is the first law of its kind in the country,” said Senator Ann Lee."
TITLES = {
    "Gazette": "Senate passes Safe Algorithms Act on AI",
    "Herald": "Safe Algorithms Act on AI passed by Senate",
    "Tribune": "Senate approves Safe Algorithms Act on AI",
}


def told_by(outlet: str, title: str = "") -> Item:
    """An outlet's report of the vote."""
    lead = "The Senate passed the Safe Algorithms Act on artificial intelligence by 60 votes to 38 on Monday."
    body = (lead, QUOTE, "It takes effect on 1 January 2027 and fines go up to $5 million.")
    return Item(outlet.lower(), title or TITLES[outlet], lead, body)


@dataclass
class Press:
    """The outlets' server, the bot's own clock, and its half-hours."""

    origin: Origin
    poller: Poller
    services: Services
    hand: Hand
    deliverers: list[Deliverer] = field(default_factory=list)

    def through(self, platform: str, sender: Sender) -> None:
        """Deliver through a platform."""
        store = self.services.store
        deliverer = Deliverer(store, {platform: sender}, worker=platform, clock=self.hand, sleep=self.hand.sleep)
        self.deliverers.append(deliverer)

    def feed(self, outlet: str) -> str:
        return self.origin.url(f"/{outlet.lower()}.xml")

    def publish(self, outlet: str, *items: Item) -> None:
        """Put an outlet's feed, which always has something older on sport, and pages on the server."""
        sport = Item(f"{outlet.lower()}-sport", "Cup final ends in a draw", "Extra time brought no goal either.")
        items = (*items, sport)
        self.origin.serve(f"/{outlet.lower()}.xml", rss(self.origin, outlet, list(items)))
        for item in items:
            self.origin.serve(f"/{item.slug}", page(outlet, item), content_type="text/html")

    async def turn(self, minutes: float = 61) -> None:
        """Time passes; what is due is read and delivered."""
        self.hand.now += minutes * 60
        await self.poller.cycle(lambda: datetime.fromtimestamp(self.hand.now, UTC))
        for deliverer in self.deliverers:
            await deliverer.drain()

    async def tell(self) -> None:
        """One after the other, the outlets report the vote."""
        for outlet in OUTLETS:
            self.publish(outlet, told_by(outlet))
            await self.turn()
        await self.turn()  # the last edit of the card


@asynccontextmanager
async def press(store: Store) -> AsyncIterator[Press]:
    """The press, and the bot's parts without a platform."""
    hand, children = Hand(BEGAN.timestamp()), Children()
    async with Origin() as origin, Door(allowed=ALLOW_LOOPBACK) as door:
        services = Services(store, clock=lambda: datetime.fromtimestamp(hand.now, UTC), door=door, children=children)
        made = Press(origin, Poller(store, door, children), services, hand)
        for outlet in OUTLETS:
            made.publish(outlet)
        try:
            yield made
        finally:
            await children.close()
