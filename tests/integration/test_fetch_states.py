"""One source over many looks: seeded, unchanged, changed, moved, retired, failing, well again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest_asyncio

from bot.model import Source
from bot.sources import google_links
from bot.sources.children import Children
from bot.sources.fetch import Polled, SourceState, fetch
from bot.sources.http import Door, Limits
from bot.sources.robots import Robots
from bot.sources.schedule import Bounds
from bot.sources.websub import Subscription, ask
from tests.loopback import ALLOW_LOOPBACK, Origin

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)


def feed(*numbers: int, channel: str = "") -> bytes:
    items = "".join(
        f"<item><title>Rule {number} on AI</title><link>https://g.example/{number}</link><guid>{number}</guid>"
        f"<pubDate>{(NOW + timedelta(hours=number - 100)).strftime('%a, %d %b %Y %H:%M:%S GMT')}</pubDate></item>"
        for number in numbers
    )
    return f'<rss version="2.0"><channel><title>Gazette</title>{channel}{items}</channel></rss>'.encode()


@dataclass
class Reader:
    """Looks at one source again and again and keeps its state."""

    source: Source
    door: Door
    children: Children
    state: SourceState = field(default_factory=SourceState)
    now: datetime = NOW

    async def look(self, hours: float = 1, **more: object) -> Polled:
        polled = await fetch(self.source, self.state, self.door, self.children, self.now, **more)  # type: ignore[arg-type]
        self.state = polled.state
        self.now += timedelta(hours=hours)
        return polled


@pytest_asyncio.fixture
async def origin() -> AsyncIterator[Origin]:
    async with Origin() as running:
        yield running


@pytest_asyncio.fixture
async def reader(origin: Origin) -> AsyncIterator[Reader]:
    children = Children(size=1)
    async with Door(allowed=ALLOW_LOOPBACK, limits=Limits(retry_pause=0.0)) as door:
        yield Reader(Source(5, "feed", origin.url("/f"), title="Gazette"), door, children)
    await children.close()


def titles(polled: Polled) -> list[str]:
    return [entry.title for entry in polled.entries]


async def test_first_sight_reads_the_newest_and_remembers_the_rest(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed(*range(3900, 0, -1)))
    first = await reader.look()
    assert (first.first, first.total, first.new) == (True, 3900, 3900)
    assert titles(first) == [f"Rule {number} on AI" for number in range(3900, 3895, -1)]
    served.body = feed(*range(3901, 0, -1))
    second = await reader.look()
    assert (second.first, titles(second)) == (False, ["Rule 3901 on AI"])


async def test_a_feed_that_is_oldest_first(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed(*range(1, 51)))
    assert titles(await reader.look())[:2] == ["Rule 50 on AI", "Rule 49 on AI"]
    served.body = feed(*range(1, 53))
    assert titles(await reader.look()) == ["Rule 52 on AI", "Rule 51 on AI"]


async def test_three_looks_at_one_input_bring_what_one_does(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed(3, 2, 1), validators=False)
    assert len((await reader.look()).entries) == 3
    assert (await reader.look()).outcome == "unchanged"
    served.body += b"\n<!-- rebuilt -->"
    third = await reader.look()
    assert (third.outcome, third.entries, third.new, third.total) == ("read", (), 0, 3)


async def test_an_item_that_leaves_and_comes_back_is_not_new(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed(3, 2, 1))
    await reader.look()
    served.body = feed(4, 3)
    assert titles(await reader.look()) == ["Rule 4 on AI"]
    served.body = feed(4, 3, 2, 1)
    assert (await reader.look()).entries == ()


async def test_a_changed_item_is_read_again(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed(3, 2, 1))
    await reader.look()
    served.body = served.body.replace(b"Rule 2 on AI", b"Rule 2 on AI, corrected")
    assert titles(await reader.look()) == ["Rule 2 on AI, corrected"]


async def test_failures_are_told_and_forgotten(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed(1))
    await reader.look()
    served.status = 503
    served.headers = {"Retry-After": "7200"}
    bad = await reader.look()
    assert (bad.outcome, bad.reason, bad.state.failures) == ("failed", "http-503", 1)
    assert bad.message == "Gazette is overloaded or closed for maintenance (503)."
    assert bad.due >= NOW + timedelta(hours=3)
    assert bad.state.known  # nothing is forgotten meanwhile
    worse = await reader.look()
    assert (worse.state.failures, worse.state.failing_since) == (2, NOW + timedelta(hours=1))
    served.status = 200
    served.body = feed(2, 1)
    good = await reader.look()
    assert titles(good) == ["Rule 2 on AI"]
    assert (good.state.failures, good.state.reason, good.state.failing_since) == (0, "", None)


async def test_410_retires_and_a_feed_that_returns_is_taken_up(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed(1))
    await reader.look()
    served.status = 410
    gone = await reader.look()
    assert (gone.retired, gone.state.retired, gone.reason) == (True, True, "http-410")
    assert gone.due >= NOW + timedelta(days=1)
    served.status = 200
    assert not (await reader.look()).state.retired


async def test_a_permanent_redirect_is_confirmed_before_the_address_moves(origin: Origin, reader: Reader) -> None:
    origin.serve("/new", feed(1))
    origin.serve("/f", status=301, headers={"Location": "/new"})
    assert [(await reader.look(hours=11)).move_to for _ in range(4)] == ["", "", "", origin.url("/new")]


async def test_a_redirect_that_changes_its_mind_moves_nothing(origin: Origin, reader: Reader) -> None:
    origin.serve("/a", feed(1))
    origin.serve("/b", feed(1))
    moved = origin.serve("/f", status=301, headers={"Location": "/a"})
    for target in ("/a", "/b", "/a", "/b", "/a"):
        moved.headers = {"Location": target}
        assert (await reader.look(hours=20)).move_to == ""


async def test_an_empty_feed_is_said_to_be_empty_and_is_no_failure(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed())
    empty = await reader.look()
    assert (empty.outcome, empty.reason, empty.state.failures) == ("read", "empty", 0)
    served.body = feed(1)
    assert (await reader.look()).reason == ""


async def test_what_the_feed_asks_is_kept_to(origin: Origin, reader: Reader) -> None:
    channel = (
        "<ttl>120</ttl><skipHours><hour>14</hour><hour>15</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
    )
    origin.serve("/f", feed(1, channel=channel))
    first = await reader.look()
    assert (first.state.ttl_minutes, first.state.skip_hours, first.state.skip_days) == (120, (14, 15), (6,))
    assert first.due >= NOW + timedelta(hours=4)


async def test_a_hub_in_the_header_or_the_feed(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/f", feed(1), headers={"Link": '<https://hub.example/>; rel="hub", </f>; rel=self'})
    assert (await reader.look()).state.hub == "https://hub.example/"
    assert reader.state.self_url == origin.url("/f")
    served.headers = {}
    atom = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://other.example/"/>'
    served.body = feed(2, channel=atom)
    assert (await reader.look()).state.hub == "https://other.example/"


async def test_bounds_are_the_admins(origin: Origin, reader: Reader) -> None:
    origin.serve("/f", feed(1), headers={"Cache-Control": "max-age=86400"})
    polled = await reader.look(bounds=Bounds(shortest=60, longest=600, usual=300))
    assert NOW + timedelta(seconds=60) <= polled.due <= NOW + timedelta(seconds=661)


async def test_robots_txt_is_kept_to_and_asked_for_once(origin: Origin, reader: Reader) -> None:
    origin.serve("/robots.txt", b"User-agent: *\nDisallow: /members/\nAllow: /members/free", content_type="text/plain")
    robots = Robots(reader.door)
    assert not await robots.allows(origin.url("/members/1"), NOW)
    assert await robots.allows(origin.url("/members/free"), NOW)
    assert await robots.allows(origin.url("/news/1"), NOW)
    assert len(origin.asked_for("/robots.txt")) == 1
    await robots.allows(origin.url("/news/1"), NOW + timedelta(hours=25))
    assert len(origin.asked_for("/robots.txt")) == 2


async def test_robots_txt_that_names_us_or_cannot_be_had(origin: Origin, reader: Reader) -> None:
    served = origin.serve("/robots.txt", b"User-agent: aipolicy-bot\nDisallow: /", content_type="text/plain")
    assert not await Robots(reader.door).allows(origin.url("/x"), NOW)
    served.status = 404
    assert await Robots(reader.door).allows(origin.url("/x"), NOW)
    served.status = 500
    assert not await Robots(reader.door).allows(origin.url("/x"), NOW)
    served.status, served.body, served.content_type = 200, b"<html>Disallow: /</html>", "text/html"
    assert await Robots(reader.door).allows(origin.url("/x"), NOW)


async def test_subscribing_at_a_hub(origin: Origin, reader: Reader) -> None:
    origin.serve("/hub", status=202)
    subscription = Subscription(5, origin.url("/hub"), origin.url("/f"), "https://bot.example/w/1", "s3cret")
    await ask(reader.door, subscription)
    (asked,) = origin.asked_for("/hub")
    assert b"hub.mode=subscribe" in asked.body
    assert b"hub.secret=s3cret" in asked.body


async def test_a_google_link_is_resolved_by_two_requests(origin: Origin, reader: Reader) -> None:
    token = "CBMiAU_yqLNewFormTokenThatHidesItsAddress123456"
    page = b'<c-wiz><div data-n-a-sg="AbCdEf123" data-n-a-ts="1767700000"></div></c-wiz>'
    origin.serve(f"/rss/articles/{token}", page, content_type="text/html")
    answer = (
        b')]}\'\n\n[["wrb.fr","Fbv4je","[\\"garturlres\\",\\"https://island.example/basic-law?a\\\\u003d1\\",1]",null]]'
    )
    origin.serve("/_/DotsSplashUi/data/batchexecute", answer, content_type="application/json")
    found = await google_links.resolve(origin.url(f"/rss/articles/{token}"), reader.door)
    assert found == "https://island.example/basic-law?a=1"
    (asked,) = origin.asked_for("/_/DotsSplashUi/data/batchexecute")
    assert token.encode() in asked.body
    assert b"AbCdEf123" in asked.body
    origin.serve(f"/rss/articles/{token}", b"<html>changed</html>", content_type="text/html")
    link = origin.url(f"/rss/articles/{token}")
    assert await google_links.resolve(link, reader.door) == link
