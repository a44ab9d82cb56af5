"""Whatever a server does, one fetch ends soon, with a reason, and without touching what is private."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from bot.model import Source
from bot.sources.addresses import parse_allowed
from bot.sources.children import Children
from bot.sources.fetch import Polled, SourceState, fetch
from bot.sources.health import trouble
from bot.sources.http import Door, Limits
from bot.sources.schedule import Bounds
from bot.storage.codec import dump, load
from tests.integration.hostile import framing, oddities
from tests.integration.hostile.behaviours import CASES, FINE, HostileOrigin

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
# The proportions of the real limits, a hundred times faster.
LIMITS = Limits(
    fetch=1.6, request=0.9, connect=0.8, silence=0.6, slow_after=0.3, slow_rate=1024, retry_pause=0.01, redirects=5
)
assert framing.CASES is oddities.CASES is CASES
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def origin() -> AsyncIterator[HostileOrigin]:
    async with HostileOrigin() as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def children() -> AsyncIterator[Children]:
    pool = Children(size=1)
    yield pool
    await pool.close()


async def look(origin: HostileOrigin, children: Children, name: str) -> Polled:
    source = Source(7, "feed", origin.url(name), title="The source")
    async with Door(allowed=parse_allowed("127.0.0.1/32"), limits=LIMITS) as door:
        return await fetch(source, SourceState(), door, children, NOW)


@pytest.mark.parametrize("name", CASES)
async def test_behaviour(origin: HostileOrigin, children: Children, name: str) -> None:
    before = origin.canary_visits
    loop = asyncio.get_running_loop()
    began = loop.time()
    polled = await look(origin, children, name)
    assert loop.time() - began < 20  # far beyond the limits: it ends, whatever happens
    assert (polled.reason or FINE) in CASES[name].expect
    assert origin.canary_visits == before
    assert NOW < polled.due <= NOW + timedelta(hours=27)
    assert load(SourceState, dump(polled.state)) == polled.state  # it can be kept, whatever bytes came
    if polled.reason:
        assert polled.outcome == "failed"
        assert polled.message.startswith("The source ")
        assert trouble(polled.reason).remedy
        assert not polled.entries
    else:
        assert [entry.title for entry in polled.entries] == ["Parliament adopts the AI liability rules"]


async def test_enough_of_them() -> None:
    assert len(CASES) >= 50


async def test_a_healthy_source_beside_forty_bad_ones(origin: HostileOrigin, children: Children) -> None:
    """Slow and broken hosts hold their own places only; the healthy one is served meanwhile."""
    slow = [name for name, case in CASES.items() if "timeout" in case.expect] * 6
    async with Door(allowed=parse_allowed("127.0.0.0/8"), limits=LIMITS) as door:
        bad = [
            asyncio.create_task(fetch(Source(number, "feed", origin.url(name)), SourceState(), door, children, NOW))
            for number, name in enumerate(slow)
        ]
        healthy = Source(999, "feed", origin.url("fine").replace("127.0.0.1", "localhost"))
        polled = await fetch(healthy, SourceState(), door, children, NOW)
        assert polled.outcome == "read"
        assert not all(task.done() for task in bad)
        await asyncio.gather(*bad)


async def test_names_that_lead_inside_are_refused(origin: HostileOrigin, children: Children) -> None:
    """`localhost` is a name like any other: what counts is the address it leads to."""
    url = origin.url("fine").replace("127.0.0.1", "localhost")
    async with Door(limits=LIMITS) as door:
        polled = await fetch(Source(1, "feed", url), SourceState(), door, children, NOW)
    assert polled.reason == "private-address"


async def test_a_rebinding_name_never_gets_through(
    origin: HostileOrigin, children: Children, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name server says public first and private later: the check is on the address connected to."""
    answers = iter(["93.184.215.14", "127.0.0.2"])

    async def resolve(self: object, host: str, port: int = 0, family: int = 0) -> list[dict[str, object]]:
        given = next(answers, "127.0.0.2")
        return [{"hostname": host, "host": given, "port": port, "family": 2, "proto": 6, "flags": 0}]

    monkeypatch.setattr("bot.sources.resolver.Resolver.resolve", resolve)
    port = origin.canary.rpartition(":")[2]
    async with Door(limits=LIMITS) as door:
        for _ in range(3):
            url = f"http://rebind.example:{port}/"
            polled = await fetch(Source(1, "feed", url), SourceState(), door, children, NOW)
            assert polled.reason in ("bad-address", "private-address")
    assert origin.canary_visits == 0


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "gopher://x/", "data:,x", "ftp://x/", "//x", "http://", "http://a b/", "http://u:p@x.example/",
     "http://x.example:99999/", "http://[::1", "javascript:alert(1)", "unix:///run/x.sock", "", "http://\x00/"],
)  # fmt: skip
async def test_addresses_that_are_not_fetched(children: Children, url: str) -> None:
    async with Door(limits=LIMITS) as door:
        polled = await fetch(Source(1, "feed", url), SourceState(), door, children, NOW)
    assert polled.reason == "bad-address"


async def test_absurd_numbers_are_clamped(origin: HostileOrigin, children: Children) -> None:
    bounds = Bounds()
    latest = NOW + timedelta(seconds=bounds.longest * 1.11)
    assert (await look(origin, children, "stays fresh for a billion years")).due <= latest
    assert (await look(origin, children, "429 until the year 2099")).due <= NOW + timedelta(days=1.11)
    assert (await look(origin, children, "503 for a billion seconds")).due >= NOW + timedelta(days=1)
