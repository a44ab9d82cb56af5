"""robots.txt as hostile or broken servers have it: it never holds anybody up, and in doubt the page is left alone."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from aiohttp import web

from bot.sources.http import Door, Limits
from bot.sources.robots import Robots
from tests.loopback import ALLOW_LOOPBACK, Origin

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
LIMITS = Limits(fetch=1.6, request=0.9, connect=0.8, silence=0.6, slow_after=0.3, retry_pause=0.01)
PLAIN = "text/plain"


@pytest_asyncio.fixture
async def origin() -> AsyncIterator[Origin]:
    async with Origin() as running:
        yield running


@pytest_asyncio.fixture
async def robots() -> AsyncIterator[Robots]:
    async with Door(allowed=ALLOW_LOOPBACK, limits=LIMITS) as door:
        yield Robots(door)


@pytest.mark.parametrize(
    ("body", "allowed"),
    [
        (b"", True),
        (bytes(range(256)) * 200, True),
        (b"\x00" * 5000, True),
        (b"\xff\xfe" + "User-agent: *\nDisallow: /".encode("utf-16-le"), True),
        (b"\xef\xbb\xbfUser-agent: *\nDisallow: /news/", False),
        (b"User-agent: *\rDisallow: /news/", False),
        (b"USER-AGENT: *\nDISALLOW: /news/", False),
        (b"Disallow: /", True),  # belongs to nobody
        (b"User-agent: *\nDisallow: /news/\n" + b"# filler\n" * 200_000, False),  # 1.8 MB: the beginning counts
        (b"# filler\n" * 200_000 + b"User-agent: *\nDisallow: /news/\n", True),  # beyond the first 500 KiB
        (b"User-agent: *\nDisallow: /" + b"*a" * 100_000 + b"$", False),  # a rule too long is cut, and forbids more
        (b"User-agent: *\n" + b"Disallow: /%zz\n" * 5000, True),
        (b"User-agent: *\nCrawl-delay: -1\nRequest-rate: 0/0\nVisit-time: 99-99\nDisallow:", True),
        (b"User-agent: *\nAllow: /\nSitemap: file:///etc/passwd\nSitemap: http://169.254.169.254/", True),
        ("User-agent: *\nDisallow: /новости/".encode(), True),
    ],
)
async def test_bodies(origin: Origin, robots: Robots, body: bytes, allowed: bool) -> None:
    origin.serve("/robots.txt", body, content_type=PLAIN)
    began = time.process_time()
    assert await robots.allows(origin.url("/news/" + "a" * 1500), NOW) is allowed
    assert time.process_time() - began < 5


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 599])
async def test_a_server_in_trouble_forbids_for_an_hour(origin: Origin, robots: Robots, status: int) -> None:
    served = origin.serve("/robots.txt", b"", status=status, content_type=PLAIN)
    assert await robots.allows(origin.url("/x"), NOW) is None
    served.status, served.body = 200, b"User-agent: *\nAllow: /"
    assert await robots.allows(origin.url("/x"), NOW + timedelta(minutes=50)) is None
    assert await robots.allows(origin.url("/x"), NOW + timedelta(minutes=61)) is True


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
async def test_none_there_allows(origin: Origin, robots: Robots, status: int) -> None:
    origin.serve("/robots.txt", b"User-agent: *\nDisallow: /", status=status, content_type=PLAIN)
    assert await robots.allows(origin.url("/x"), NOW) is True


@pytest.mark.parametrize(
    "location",
    ["http://169.254.169.254/robots.txt", "file:///etc/passwd", "/robots.txt", "http://10.0.0.1/", "", "data:,x"],
)
async def test_redirects_to_where_nobody_may_go(origin: Origin, robots: Robots, location: str) -> None:
    origin.serve("/robots.txt", b"", status=302, headers={"Location": location})
    assert await robots.allows(origin.url("/x"), NOW) is None


async def test_a_redirect_that_leads_to_rules(origin: Origin, robots: Robots) -> None:
    origin.serve("/robots.txt", b"", status=301, headers={"Location": "/rules.txt"})
    origin.serve("/rules.txt", b"User-agent: *\nDisallow: /members/", content_type=PLAIN)
    assert await robots.allows(origin.url("/members/1"), NOW) is False
    assert await robots.allows(origin.url("/news/1"), NOW) is True


async def test_one_that_never_comes_or_never_ends_is_asked_for_once(origin: Origin, robots: Robots) -> None:
    asked = 0

    async def slow(request: web.Request) -> web.StreamResponse:
        nonlocal asked
        asked += 1
        answer = web.StreamResponse()
        await answer.prepare(request)
        for _ in range(1000):
            await answer.write(b"# and so on\n" * 1000)
            await asyncio.sleep(0.02)
        return answer

    origin.handle("/robots.txt", slow)
    answers = await asyncio.gather(*(robots.allows(origin.url(f"/{number}"), NOW) for number in range(20)))
    assert set(answers) == {None}
    assert asked == 1
