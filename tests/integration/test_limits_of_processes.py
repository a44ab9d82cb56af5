"""Limits that all workers share hold between processes: two workers on one PostgreSQL, as on two machines.

Only lower bounds of time are asked for, so a slow machine breaks nothing here.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web
from delivering import promise, seed, states, tell_story
from sqlalchemy import Connection, select

from bot.queue.postgres import PostgresQueue
from bot.storage import leases
from bot.storage.store import Store
from bot.storage.tables import lanes
from tests import program

WORKER = Path(__file__).parents[1] / "deliver_worker.py"
WORKERS = ("one", "two")
pytestmark = [pytest.mark.postgres, pytest.mark.slow]


@dataclass(frozen=True)
class Asked:
    """A request, and when it came, UTC seconds."""

    worker: str
    channel: str
    at: float


@dataclass
class Platform:
    """Takes messages from both workers; `answer` decides."""

    answer: Callable[[Asked], Awaitable[web.Response]]
    asked: list[Asked] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        told = await request.json()
        one = Asked(told["worker"], told["channel"], time.time())
        self.asked.append(one)
        return await self.answer(one)


async def fine(_: Asked) -> web.Response:
    return web.Response(text="m1")


@asynccontextmanager
async def two_workers(store: Store, platform: Platform, *words: str) -> AsyncIterator[None]:
    """Two worker processes that wait for work."""
    app = web.Application()
    app.router.add_post("/", platform.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    async with AsyncExitStack() as stack:
        stack.push_async_callback(runner.cleanup)
        for name in WORKERS:
            told = [sys.executable, str(WORKER), store.dsn, url, name, *words]
            process = stack.enter_context(program.running(told))
            assert process.stdout is not None
            assert (await asyncio.to_thread(process.stdout.readline)).strip() == "ready"
        yield


async def sweep(store: Store, queue: PostgresQueue, done: Callable[[], bool]) -> None:
    """What the clock does: have due channels served, until it is done."""

    def step(db: Connection) -> None:
        due = leases.due(db, platforms=("slack",), now=time.time(), limit=100)
        queue.deliver(db, due)

    async with asyncio.timeout(120):
        while not done():
            await store.run(step)
            await asyncio.sleep(0.1)


def owe(db: Connection, channels: int, each: int) -> None:
    """So many messages to so many channels."""
    names = [f"slack:C{number}" for number in range(channels)]
    seed(db, *names, now=time.time())
    for number in range(1, each + 1):
        tell_story(db, number, f"Story {number}")
        for name in names:
            promise(db, name, number, now=time.time())


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    """The database both workers share."""
    found = Store(postgres_url)
    yield found
    found.close()


async def test_requests_a_second_are_counted_together(store: Store) -> None:
    """Each worker alone would take half of this time."""
    rate, channels, each = 20.0, 10, 8
    store.step(owe, channels, each)
    seen: set[str] = set()
    both = asyncio.Event()

    async def answer(one: Asked) -> web.Response:
        """The first waits for the other: with all its five hands full it cannot serve the other five channels."""
        seen.add(one.worker)
        if seen == set(WORKERS):
            both.set()
        await both.wait()
        return await fine(one)

    platform = Platform(answer)
    queue = PostgresQueue(store.dsn, name="clock")
    async with two_workers(store, platform, "--per-second", str(rate), "--at-once", "5"):
        began = time.time()
        await sweep(store, queue, lambda: len(platform.asked) >= channels * each)
    assert Counter(one.worker for one in platform.asked).keys() == set(WORKERS)
    assert max(one.at for one in platform.asked) - began >= (channels * each - 1) / rate
    assert {state for _, state, _ in store.look(states)} <= {"sent", "leased"}  # the last receipts are on their way


@pytest.mark.parametrize(
    ("lane", "words"),
    [
        ("slack:T1", ("--everywhere", "workspace")),  # as Slack means it
        ("slack", ("--everywhere", "platform", "--per-second", "40")),  # as Discord means it
        ("slack", ("--everywhere", "platform")),
    ],
)
async def test_told_to_wait_all_wait(store: Store, lane: str, words: tuple[str, ...]) -> None:
    """One worker is told that everybody is to wait; the other, busy just then, begins nothing before it is over."""
    store.step(owe, 12, 1)
    queue = PostgresQueue(store.dsn, name="clock")
    first: dict[str, list[str]] = {name: [] for name in WORKERS}
    both_busy, written = asyncio.Event(), asyncio.Event()
    told: list[Asked] = []

    async def answer(one: Asked) -> web.Response:
        if written.is_set():
            return await fine(one)
        first[one.worker].append(one.channel)
        if all(len(channels) == 2 for channels in first.values()):
            both_busy.set()
        await both_busy.wait()
        if one.worker == "one":
            told.append(one)
            return web.Response(status=429, headers={"Retry-After": "3"})
        await written.wait()
        return await fine(one)

    def pause(db: Connection) -> float:
        row = db.execute(select(lanes.c.not_before).where(lanes.c.id == lane, lanes.c.reason != "")).one_or_none()
        return float(row.not_before) if row else 0.0

    async def wait_for_pause() -> float:
        while not (until := await store.read(pause)):
            await asyncio.sleep(0.02)
        written.set()
        return until

    platform = Platform(answer)
    async with two_workers(store, platform, "--at-once", "2", *words):
        waiting = asyncio.create_task(wait_for_pause())
        await sweep(store, queue, lambda: len(platform.asked) >= 12 + len(told) and waiting.done())
    until = await waiting
    assert told
    late = platform.asked[4:]  # all but the four that were under way
    assert len(late) >= 8 + len(told)
    assert min(one.at for one in late) >= until - 0.01  # float seconds through PostgreSQL
    assert {one.worker for one in late} == set(WORKERS)
