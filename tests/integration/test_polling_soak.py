"""2,000 sources over 500 cycles on a fake clock: memory stays flat, and only what changed costs anything."""

from __future__ import annotations

import gc
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

import pytest

from bot.model import Source
from bot.sources import feed
from bot.sources.children import Children
from bot.sources.fetch import SourceState, fetch
from bot.sources.http import Answer, Door
from bot.sources.parsed import Document

START = datetime(2026, 1, 6, 12, tzinfo=UTC)
SOURCES, CYCLES, CHANGED = 2000, 500, 4


def body(source: int, newest: int) -> bytes:
    items = "".join(
        f"<item><title>Item {number} of {source}</title><guid>{number}</guid></item>"
        for number in range(newest, newest - 10, -1)
    )
    return f"<rss version='2.0'><channel><title>{source}</title>{items}</channel></rss>".encode()


class Web:
    """Stands where the door stands: every source answers 304 unless it has something new."""

    def __init__(self) -> None:
        self.newest: dict[int, int] = {}

    async def get(self, url: str, **asked: Any) -> Answer:
        number = int(url.rpartition("/")[2])
        newest = self.newest.get(number, 10)
        etag = f'"{newest}"'
        if asked["etag"] == etag:
            return Answer(304, url, headers={"etag": etag}, unchanged=True)
        data = body(number, newest)
        return Answer(200, url, data, {"etag": etag}, wire_bytes=len(data), wire_hash=blake2b(data).digest()[:16])


class Here:
    """Stands where the children stand: reads in this process."""

    async def run(self, function: str, document: Document, *, returns: Any) -> Any:
        return feed.parse(document)


def resident() -> int:
    """Bytes of memory held."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.slow
async def test_memory_is_flat() -> None:
    web, here = Web(), Here()
    states = dict.fromkeys(range(SOURCES), SourceState())
    now, brought, settled = START, 0, 0
    for cycle in range(CYCLES):
        for step in range(CHANGED):
            number = (cycle * CHANGED + step) % SOURCES
            web.newest[number] = web.newest.get(number, 10) + 2
        for number in range(SOURCES):
            source = Source(number, "feed", f"https://s{number}.example/{number}")
            polled = await fetch(source, states[number], cast(Door, web), cast(Children, here), now)
            assert now < polled.due < now + timedelta(hours=5)
            states[number] = polled.state
            brought += 0 if polled.first else len(polled.entries)
        now += timedelta(minutes=30)
        if cycle == 50:
            settled = resident()
    assert brought == (CYCLES - 1) * CHANGED * 2  # the first cycle's changes stood there at first sight
    assert resident() - settled < 8 * 1024 * 1024
    assert max(len(state.known) for state in states.values()) <= 8 * 200
