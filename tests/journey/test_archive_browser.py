"""The archive in headless Chromium: reading, searching, contrast and landmarks by axe-core, phone, dark mode, print."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, async_playwright

from bot.demo import Newsroom
from bot.storage.store import Store
from tests.archive_world import CHANNEL, EDITION, NOW, copied, plain_card, prepare, serving, tell, withdraw
from tests.npm import npm
from tests.pictures.web import WIDTH, pictures
from tests.prepare import browser as find_browser

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.node]

AXE = "axe-core@4.10.3"
# Nothing of the browser's own leaves this machine.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = {
    "index": "/",
    "found": "/?q=AI&stage=signed",
    "nothing found": "/?q=xyzzy",
    "story": "/stories/1",
    "confirmed": "/stories/3",
    "withdrawn": "/stories/6",
    "long words": "/stories/80",
    "edition": f"/editions/{EDITION}",
    "editions": "/editions",
    "channel": f"/channels/{CHANNEL.id}",
    "measure": "/measures/2024/1689",
    "dates": "/dates",
    "feeds": "/feeds",
    "german": "/stories/1?lang=de",
    "missing": "/stories/999",
}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture
def store(newsroom: Path, tmp_path: Path) -> Iterator[Store]:
    with copied(newsroom, tmp_path) as store:
        store.step(withdraw, 6)
        endless = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3
        store.step(tell, plain_card("80", endless, outlet=endless), NOW.timestamp() + 1)
        yield store


@dataclass
class Seen:
    """What a page complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


@asynccontextmanager
async def opened(browser: Browser, url: str, **context: Any) -> AsyncIterator[Seen]:
    made = await browser.new_context(**context)
    page = await made.new_page()
    seen = Seen(page)
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(url) else seen.elsewhere.append(asked.url))
    try:
        yield seen
    finally:
        await made.close()


@pytest.fixture
async def world(store: Store) -> AsyncIterator[tuple[str, Browser]]:
    async with serving(store) as url, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        try:
            yield url, browser
        finally:
            await browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_page_loads_quietly_and_axe_finds_nothing(world: tuple[str, Browser], scheme: str) -> None:
    url, browser = world
    axe = (npm(AXE) / "axe.min.js").read_text("utf-8")
    async with opened(browser, url, color_scheme=scheme, viewport={"width": 1200, "height": 900}) as seen:
        for name, path in PAGES.items():
            response = await seen.page.goto(url + path)
            assert response is not None
            assert response.status == (404 if name == "missing" else 200), name
            if name == "missing":  # Chromium itself notes a 404 on its console
                assert len(seen.complaints) == 1
                assert "404" in seen.complaints.pop()
            assert seen.complaints == [], name
            await seen.page.evaluate(axe)
            found = await seen.page.evaluate("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
            wrong = [
                (one["id"], node["target"], node.get("failureSummary", ""))
                for one in found["violations"]
                for node in one["nodes"]
            ]
            assert wrong == [], name
            unsure = [(one["id"], node["html"]) for one in found["incomplete"] for node in one["nodes"]]
            assert unsure == [], name
            assert len(found["passes"]) >= 15, name
        assert seen.elsewhere == []


async def test_a_reader_searches_narrows_and_reads(world: tuple[str, Browser]) -> None:
    url, browser = world
    async with opened(browser, url, locale="en-GB") as seen:
        page = seen.page
        await page.goto(url)
        await page.get_by_label("Words, or “a phrase”").fill("fines")
        await page.keyboard.press("Enter")
        await page.wait_for_url(re.compile(r"\?q=fines"))
        assert await page.get_by_role("heading", name="Netherlands fines Clearview AI").count() == 1
        await page.goto(url)
        await page.get_by_label("Place").select_option(label="California")
        await page.get_by_role("button", name="Search").click()
        await page.get_by_role("link", name="California governor rejects AI safety bill SB 1047").click()
        assert await page.get_by_role("heading", level=1).inner_text() == (
            "California governor rejects AI safety bill SB 1047"
        )
        evidence = page.get_by_role("link", name="Show it at the source")
        assert "#:~:text=" in str(await evidence.nth(1).get_attribute("href"))
        await page.get_by_role("search").get_by_role("searchbox").fill("colorado")
        await page.keyboard.press("Enter")
        await page.get_by_role("link", name="Colorado enacts SB 24-205").click()
        await page.get_by_role("link", name="Deutsch").click()
        assert await page.locator("html").get_attribute("lang") == "de"
        assert await page.get_by_role("heading", level=1).inner_text() == (
            "Colorado enacts SB 24-205, the first broad state law on high-risk AI"
        )
        assert seen.complaints == []


async def test_the_keyboard_reaches_the_content_first(world: tuple[str, Browser]) -> None:
    url, browser = world
    async with opened(browser, url, locale="en-GB") as seen:
        await seen.page.goto(url + "/stories/1")
        await seen.page.keyboard.press("Tab")
        assert await seen.page.evaluate("document.activeElement.textContent") == "Skip to content"
        await seen.page.keyboard.press("Enter")
        assert await seen.page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("width", [320, 375, 768])
async def test_narrow_screens_need_no_sideways_scrolling(world: tuple[str, Browser], width: int) -> None:
    url, browser = world
    async with opened(browser, url, viewport={"width": width, "height": 700}, device_scale_factor=1) as seen:
        for name, path in PAGES.items():
            await seen.page.goto(url + path)
            wide = await seen.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (name, wide)
        await seen.page.goto(url)
        small = await seen.page.evaluate(
            "[...document.querySelectorAll('main button, main input, main select')]"
            ".filter(one => one.getBoundingClientRect().height < 40).length"
        )
        assert small == 0


async def test_text_may_be_twice_as_large(world: tuple[str, Browser]) -> None:
    url, browser = world
    async with opened(browser, url, viewport={"width": 640, "height": 700}) as seen:
        for name in ("index", "story", "edition"):
            await seen.page.goto(url + PAGES[name])
            wide = await seen.page.evaluate(
                "document.documentElement.style.setProperty('font-size', '200%'), document.documentElement.scrollWidth"
            )
            assert wide <= 640, name


async def test_print_leaves_out_what_cannot_be_pressed_and_shows_addresses(world: tuple[str, Browser]) -> None:
    url, browser = world
    async with opened(browser, url, color_scheme="dark", locale="en-GB") as seen:
        page = seen.page
        await page.goto(url + "/stories/1")
        await page.emulate_media(media="print")
        for hidden in ("header.site nav", ".quick", ".languages", ".read"):
            assert not await page.locator(hidden).first.is_visible(), hidden
        assert await page.get_by_role("heading", name="Evidence").is_visible()
        style = "getComputedStyle(document.body)"
        assert await page.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
        assert await page.evaluate(f"{style}.color") == "rgb(0, 0, 0)"
        shown = await page.evaluate("getComputedStyle(document.querySelector('.where a'), '::after').content")
        assert "/ledger/eu-ai-act-enters-into-force#:~:text=" in shown
        pdf = await page.pdf(format="A4")
        assert pdf.startswith(b"%PDF")
        assert 1 <= pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") <= 4


async def test_evidence_links_find_their_sentence_at_the_source(world: tuple[str, Browser], tmp_path: Path) -> None:
    """Chromium itself finds every text fragment on the demo's article page."""
    url, browser = world
    async with Newsroom() as room, opened(browser, url) as seen:
        checked = 0
        for number in (1, 3, 7, 9):
            await seen.page.goto(f"{url}/stories/{number}")
            links = await seen.page.evaluate("[...document.querySelectorAll('.where a')].map(one => one.href)")
            for link in links:
                words = re.sub(r"^http://127\.0\.0\.1:\d+", room.address, link)
                await seen.page.goto("about:blank")
                await seen.page.goto(words)
                found = await seen.page.evaluate(FIND, words.partition("#:~:text=")[2])
                assert found, words
                checked += 1
        assert checked >= 15


async def test_the_pictures_of_the_archive_are_drawn(tmp_path: Path) -> None:
    await pictures(tmp_path)
    names = {one.stem.removeprefix("web-") for one in tmp_path.iterdir()}
    assert {"index", "story", "edition", "measure", "dates"} <= names
    for one in tmp_path.iterdir():
        data = one.read_bytes()
        assert data.startswith(b"\x89PNG")
        assert int.from_bytes(data[16:20]) == WIDTH * 5 // 4


# The matching Chromium does (whole words, white space folded), on the page's own text: a scripted tab gives no
# scrolling to fragments, so the text that the link names is looked for.
FIND = """
directive => {
  const text = document.body.innerText.replace(/\\s+/g, ' ');
  const parts = directive.split(',').map(decodeURIComponent);
  let at = 0;
  for (const part of parts.filter(one => one)) {
    const words = part.endsWith('-') ? part.slice(0, -1) : part;
    at = text.indexOf(words, at);
    if (at < 0) return false;
    at += words.length;
  }
  return true;
}
"""
