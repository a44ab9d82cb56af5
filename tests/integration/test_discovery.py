"""From a page's address to the feeds and lists behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
import pytest_asyncio

from bot.errors import SourceError
from bot.sources.children import Children
from bot.sources.discovery import check, discover
from bot.sources.fetch import SourceState, fetch
from bot.sources.http import Door, Limits
from tests.loopback import ALLOW_LOOPBACK, Origin

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>/</link>
<item><title>Regulator opens AI inquiry</title><link>/a</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate>
<description>Plain teaser of some length about the inquiry, long enough.</description></item></channel></rss>"""
LIST = """<!doctype html><html lang="en"><head><title>Ministry newsroom</title></head><body>
<nav><a href="/about-the-ministry-and-us">About the ministry and all of us</a><a href="/contact">Contact</a></nav>
<main><h1>News</h1><ul>
<li><a href="/news/2026/ministry-drafts-ai-liability-rules"><h3>Ministry drafts AI liability rules</h3></a>
 <time datetime="2026-01-05">5 January</time><p>The draft would make makers liable.</p></li>
<li><a href="/news/2026/minister-meets-chip-makers-in-january">Minister meets chip makers in January</a>
 <span>4 January 2026</span></li>
<li><a href="/news/2025/public-consultation-on-ai-in-schools?utm_source=list">Public consultation on AI in
 schools</a></li>
<li><a href="/news/2025/algorithm-register-now-open-to-all"><img src="x.jpg"></a>
 <a href="/news/2025/algorithm-register-now-open-to-all">Algorithm register is now open to all</a></li>
</ul></main><footer><a href="/legal/notice-of-our-terms">Our terms and many other notices</a></footer></body></html>"""


@pytest_asyncio.fixture
async def origin() -> AsyncIterator[Origin]:
    async with Origin() as running:
        yield running


@pytest_asyncio.fixture
async def door() -> AsyncIterator[Door]:
    async with Door(allowed=ALLOW_LOOPBACK, limits=Limits(retry_pause=0.0)) as opened:
        yield opened


@pytest_asyncio.fixture
async def children() -> AsyncIterator[Children]:
    pool = Children(size=1)
    yield pool
    await pool.close()


async def test_a_feed_is_taken_as_it_is(origin: Origin, door: Door, children: Children) -> None:
    origin.serve("/feed", FEED.format(title="Gazette"))
    (found,) = await discover(origin.url("/feed"), door, children, NOW)
    assert (found.source.kind, found.source.url, found.source.title) == ("feed", origin.url("/feed"), "Gazette")
    assert [entry.title for entry in found.entries] == ["Regulator opens AI inquiry"]


async def test_a_page_names_its_feeds_and_comments_come_last(origin: Origin, door: Door, children: Children) -> None:
    origin.serve(
        "/news",
        "<html><head><title>Site</title>"
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/f">'
        '<link rel="alternate" type="application/atom+xml" title="News" href="/f"></head></html>',
        content_type="text/html",
    )
    origin.serve("/f", FEED.format(title=""))
    origin.serve("/comments/f", FEED.format(title="Comments on Site"))
    found = await discover(origin.url("/news"), door, children, NOW)
    assert [one.source.url for one in found] == [origin.url("/f"), origin.url("/comments/f")]
    assert found[0].source.title == "News"


async def test_common_places_are_tried_when_a_page_names_none(origin: Origin, door: Door, children: Children) -> None:
    origin.serve("/blog", "<html><head><title>Blog</title></head><body>Hello</body></html>", content_type="text/html")
    origin.serve("/blog/feed/", FEED.format(title="Blog feed"))
    found = await discover(origin.url("/blog"), door, children, NOW)
    assert [one.source.title for one in found] == ["Blog feed"]


async def test_a_json_feed_is_found(origin: Origin, door: Door, children: Children) -> None:
    origin.serve(
        "/feed.json",
        '{"version": "https://jsonfeed.org/version/1.1", "title": "J", '
        '"items": [{"id": "1", "url": "/x", "title": "AI act"}]}',
        content_type="application/feed+json",
    )
    (found,) = await discover(origin.url("/feed.json"), door, children, NOW)
    assert (found.source.kind, found.entries[0].title) == ("json_feed", "AI act")


async def test_a_list_page_is_offered_with_its_links_and_can_be_polled(
    origin: Origin, door: Door, children: Children
) -> None:
    page = origin.serve("/news", LIST, content_type="text/html")
    found = await discover(origin.url("/news"), door, children, NOW)
    source = found[0].source
    assert (source.kind, source.options, source.title) == ("page", {"pattern": "/news/{n}/{s}"}, "Ministry newsroom")
    first = await fetch(source, SourceState(), door, children, NOW)
    assert [entry.title for entry in first.entries] == [
        "Ministry drafts AI liability rules",
        "Minister meets chip makers in January",
        "Public consultation on AI in schools",
        "Algorithm register is now open to all",
    ]
    assert first.entries[0].published == datetime(2026, 1, 5, tzinfo=UTC)
    assert first.entries[0].summary == "The draft would make makers liable."
    assert first.entries[1].published == datetime(2026, 1, 4, tzinfo=UTC)
    assert first.entries[2].url == origin.url("/news/2025/public-consultation-on-ai-in-schools")
    new = '<li><a href="/news/2026/parliament-votes-on-ai-bill">Parliament votes on AI bill</a></li>'
    page.body = page.body.replace(b"<ul>", b"<ul>" + new.encode())
    second = await fetch(source, first.state, door, children, NOW)
    assert [entry.title for entry in second.entries] == ["Parliament votes on AI bill"]
    page.body = b"<html><body>We have a new site</body></html>"
    assert (await fetch(source, second.state, door, children, NOW)).reason == "no-match"


async def test_nothing_to_follow(origin: Origin, door: Door, children: Children) -> None:
    origin.serve("/", "<html><body><p>Just words</p></body></html>", content_type="text/html")
    assert await discover(origin.url("/"), door, children, NOW) == []


async def test_an_address_that_cannot_be_read_says_why(origin: Origin, door: Door, children: Children) -> None:
    with pytest.raises(SourceError, match=r"is not there any more \(404\)"):
        await discover(origin.url("/gone"), door, children, NOW)
    with pytest.raises(SourceError, match="does not fetch"):
        await discover("ftp://example.org/", door, children, NOW)


async def test_check_tells_how_a_source_is(origin: Origin, door: Door, children: Children) -> None:
    origin.serve("/feed", FEED.format(title="Gazette"))
    (found,) = await discover(origin.url("/feed"), door, children, NOW)
    result = await check(found.source, door, children, NOW)
    assert (result.state, result.fine, result.items) == ("fine", True, 1)
    assert result.newest is not None
    assert result.newest.date() == date(2026, 1, 5)
    assert (result.text, result.validators) == ("teaser", "ETag")
    later = datetime(2026, 6, 1, tzinfo=UTC)
    stale = await check(found.source, door, children, later)
    assert not stale.fine
    assert "published nothing" in stale.state
    origin.serve("/feed", "<html></html>", content_type="text/html")
    assert "web page instead of a feed" in (await check(found.source, door, children, NOW)).state
