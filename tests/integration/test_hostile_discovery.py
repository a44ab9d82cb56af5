"""Pages that mislead whoever looks for their feed: what is good is found, and nothing private is touched."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.errors import SourceError
from bot.sources.children import Children
from bot.sources.discovery import discover
from bot.sources.http import Door, Limits
from tests.integration.hostile import oddities
from tests.integration.hostile.behaviours import FEED, HostileOrigin
from tests.loopback import ALLOW_LOOPBACK, Origin

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
LIMITS = Limits(fetch=3, request=2, connect=0.8, silence=0.6, slow_after=0.3, slow_rate=1024, retry_pause=0.01)
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def children() -> AsyncIterator[Children]:
    pool = Children(size=1, seconds=5)
    yield pool
    await pool.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door() -> AsyncIterator[Door]:
    async with Door(allowed=ALLOW_LOOPBACK, limits=LIMITS) as opened:
        yield opened


def named(*addresses: str) -> str:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{one}">' for one in addresses)
    return f"<html><head><title>Site</title>{links}</head><body>Hello</body></html>"


@pytest.mark.parametrize(
    "bad",
    [
        "http://169.254.169.254/latest/", "http://10.0.0.1/feed", "file:///etc/passwd", "javascript:alert(1)",
        "http://[::1", "http://xn--a/", "http://user:secret@127.0.0.1/feed", "//", "http://93.184.215.14:22/feed",
    ],
)  # fmt: skip
async def test_a_bad_address_beside_a_good_one(door: Door, children: Children, bad: str) -> None:
    async with Origin() as origin:
        origin.serve("/", named(bad, "/good", bad), content_type="text/html")
        origin.serve("/good", FEED)
        found = await discover(origin.url("/"), door, children, NOW)
        assert [one.source.url for one in found] == [origin.url("/good")]


@pytest.mark.parametrize(
    "bad",
    [
        "sends a body without end", "never says a word", "gzip bomb", "resets the connection", "redirects to a file",
        "redirects without end, always elsewhere", "redirects to the metadata service", "speaks SSH", "a web page",
        "chunk size is negative", "breaks off in the body", "an empty body", "a hundred thousand empty gzip members",
    ],
)  # fmt: skip
async def test_a_feed_that_misbehaves_beside_a_good_one(door: Door, children: Children, bad: str) -> None:
    assert bad in oddities.CASES
    async with HostileOrigin() as hostile, Origin() as origin:
        origin.serve("/", named(hostile.url(bad), "/good"), content_type="text/html")
        origin.serve("/good", FEED)
        found = await discover(origin.url("/"), door, children, NOW)
        assert [one.source.url for one in found] == [origin.url("/good")]
        assert hostile.canary_visits == 0


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 100_000,
        "<html><base href='http://[::'>" + named("good")[6:],
        "<html><base href='javascript:alert(1)'>" + named("good")[6:],
        named(*(f"/nothing/{number}" for number in range(5000))),
        "<html>" + "<a href='/feed'>feed</a>" * 50_000,
        "<html><title>" + "x" * 1_000_000,
        "<html " + " ".join(f"a{number}=1" for number in range(50_000)) + ">",
        "<html><body>" + "<!--" * 100_000,
        "<html><body>\x00\x01\x02\ufffe" + "&#xD83D;" * 1000,
        "<html>" + "<a href='" + "../" * 100_000 + "rss'>x</a>",
        "<html>" + "".join(f"<a href='/n/{number}/{'ab-' * 9}c'>{'word ' * 9}{number}</a>" for number in range(20_000)),
    ],
)
async def test_pages_of_any_shape_end_with_an_answer(door: Door, children: Children, page: str) -> None:
    async with Origin() as origin:
        origin.serve("/", page.encode(), content_type="text/html")
        try:
            found = await discover(origin.url("/"), door, children, NOW)
        except SourceError as refused:
            assert refused.reason in ("too-slow", "too-big", "malformed", "parser")  # noqa: PT017  # either is right
        else:
            assert len(found) <= 20
        assert len(origin.asked) <= 20, "a page cannot make the bot ask more"
