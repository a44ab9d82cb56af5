"""Pictures of the archive's pages, with the stories of the newsroom."""

from __future__ import annotations

import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
from playwright.async_api import async_playwright

from bot.commands import answer_line
from bot.metrics import Metrics
from bot.model import Person
from bot.storage import following
from bot.storage import places as place_steps
from bot.storage.follows import FollowSettings
from bot.storage.store import Store
from bot.web import archive
from bot.web.server import Web
from tests.pictures.files import keep
from tests.pictures.newsroom import Bot, newsroom, places
from tests.prepare import browser as find_browser

WIDTH = 900
ANNA = Person("slack:U1ANNA", "Anna", "manager")
HOME, NEWS = places("slack", "T01TEST", "C1NEWS", "ai-policy")


async def fill(bot: Bot) -> None:
    """Half a year of stories, and a digest of one channel."""
    await bot.store.run(place_steps.ensure, HOME, NEWS, bot.hand.now)
    settings = FollowSettings(digest_only=True)
    await bot.store.run(following.begin, NEWS, ANNA, "", settings, old=0, now=bot.hand.now)
    await bot.choose(HOME, ANNA, "ledger", "summit", "docket", "wire")
    await bot.until(datetime(2024, 4, 3, 9, tzinfo=UTC))
    await bot.choose(HOME, ANNA, "bulletin")
    await bot.until(datetime(2024, 10, 2, 9, tzinfo=UTC))
    await bot.turn(60)
    for line in ("digest schedule weekly 09:00 --most 8", "digest now"):
        reply = await answer_line(line, services=bot.services, person=ANNA, workspace=HOME, channel=NEWS, door="slack")
        assert not reply.error, reply


@asynccontextmanager
async def serving(bot: Bot) -> AsyncIterator[str]:
    """The archive on a free port; its address."""
    web = Web(bot.services, Metrics(), host="127.0.0.1", port=0)
    web.add(archive.routes(archive.Archive(bot.store, lambda: bot.now, "local", "")))
    await web.start()
    try:
        yield f"http://127.0.0.1:{web.port}"
    finally:
        await web.stop()


async def _found(url: str, pattern: str) -> str:
    """The first address on a page that fits."""
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        found = re.search(pattern, await answer.text())
    assert found is not None, url
    return found[1]


async def pictures(folder: Path) -> None:
    """The pages of the archive, the longest of them from above."""
    with tempfile.TemporaryDirectory() as scratch:
        store = Store(f"sqlite:///{scratch}/bot.db")
        store.open()
        async with newsroom(store) as bot:
            await fill(bot)
            async with serving(bot) as url, async_playwright() as started:
                story = await _found(f"{url}/?q=memorandum", r'href="(?:[^"]*)(/stories/\d+)"')
                edition = await _found(f"{url}/editions", r'href="(?:[^"]*)(/editions/[^"]+)"')
                pages = {  # name -> (address, most pixels from above, language)
                    "index": ("/", 1100, "en-GB"),
                    "story": (story, 1500, "en-GB"),
                    "edition": (edition, 1300, "en-GB"),
                    "measure": ("/measures/2024/1689", 0, "en-GB"),
                    "dates": ("/dates", 0, "en-GB"),
                    "german-story": (story, 800, "de-DE"),
                }
                browser = await started.chromium.launch(
                    executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"]
                )
                for name, (path, top, locale) in pages.items():
                    tab = await browser.new_page(
                        viewport={"width": WIDTH, "height": 600},
                        device_scale_factor=1.25,
                        color_scheme="light",
                        locale=locale,
                    )
                    await tab.goto(url + path)
                    keep(await tab.screenshot(full_page=True), folder / f"web-{name}.png", top=int(top * 1.25))
                await browser.close()
        store.close()
