"""robots.txt, kept to for article pages: fetched once a day per host, through the same door as everything."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

from bot.errors import SourceError
from bot.sources.http import Door

AGENT = "aipolicy-bot"
_KEPT = timedelta(hours=24)  # RFC 9309, 2.4: no longer than a day
_KEPT_AFTER_FAILURE = timedelta(hours=1)
_MOST_HOSTS = 2000
_MOST_BYTES = 500 * 1024  # RFC 9309, 2.5: at least 500 KiB are heeded, more need not be
_MOST_FETCHED = 4 * 1024 * 1024
_MOST_LINES = 5000


class Robots:
    """Says whether a page may be fetched: `await robots.allows(url, now)`.

    RFC 9309: no robots.txt (4xx) allows all; one that cannot be had (5xx, unreachable) disallows for the time being.
    """

    def __init__(self, door: Door) -> None:
        self._door = door
        self._rules: OrderedDict[str, tuple[datetime, Protego | None]] = OrderedDict()
        self._asking: dict[str, asyncio.Future[Protego | None]] = {}

    async def allows(self, url: str, now: datetime) -> bool | None:
        """Whether robots.txt of the page's host lets us fetch it; None when it cannot be had, which forbids for the
        time being. True for feeds is the caller's business."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        rules = await self._of(site, now)
        return None if rules is None else bool(rules.can_fetch(url, AGENT))

    async def _of(self, site: str, now: datetime) -> Protego | None:
        known = self._rules.get(site)
        if known is not None and now < known[0]:
            self._rules.move_to_end(site)
            return known[1]
        if (asking := self._asking.get(site)) is not None:
            return await asyncio.shield(asking)
        answer: asyncio.Future[Protego | None] = asyncio.get_running_loop().create_future()
        self._asking[site] = answer
        rules: Protego | None = None
        try:
            rules, kept = await self._ask(site)
            self._rules[site] = (now + kept, rules)
            while len(self._rules) > _MOST_HOSTS:
                self._rules.popitem(last=False)
        finally:
            del self._asking[site]
            answer.set_result(rules)
        return rules

    async def _ask(self, site: str) -> tuple[Protego | None, timedelta]:
        try:
            answer = await self._door.get(f"{site}/robots.txt", accept="text/plain, */*;q=0.5", limit=_MOST_FETCHED)
        except SourceError as error:
            if error.reason.startswith("http-4") and error.reason != "http-429":
                return Protego.parse(""), _KEPT
            return None, _KEPT_AFTER_FAILURE
        if answer.media_type == "text/html":  # a web page in its place says nothing about robots
            return Protego.parse(""), _KEPT
        lines = answer.body[:_MOST_BYTES].decode("utf-8-sig", "replace").splitlines()[:_MOST_LINES]
        return Protego.parse("\n".join(line[:2000] for line in lines)), _KEPT
