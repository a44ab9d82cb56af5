"""The queues: once however often asked, never twice at a time, with the transaction or not at all, and mended."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import psycopg
import pytest
from sqlalchemy import Connection, text

from bot.errors import StorageError
from bot.queue import Handlers, Queue
from bot.queue.leader import Leader
from bot.queue.local import LocalQueue
from bot.queue.postgres import PostgresQueue
from bot.storage.store import Store
from tests import program

CHANNELS = [f"slack:C{number}" for number in range(8)]


def a_queue(store: Store, name: str = "w1", **more: float) -> PostgresQueue | LocalQueue:
    return LocalQueue(**more) if store.is_sqlite else PostgresQueue(store.dsn, name=name, **more)  # type: ignore[arg-type]  # numbers only


@asynccontextmanager
async def at_work(queue: Queue, handlers: Handlers) -> AsyncIterator[None]:
    task = asyncio.create_task(queue.run(handlers))
    try:
        yield
    finally:
        await queue.stop()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


async def nothing(_: object) -> None:
    """A handler for what a test does not look at."""


async def test_work_asked_for_in_a_transaction_is_done_once(store: Store) -> None:
    queue, polled, served = a_queue(store), list[int](), list[str]()

    async def poll(source_id: int) -> None:
        polled.append(source_id)

    async def deliver(channel_id: str) -> None:
        served.append(channel_id)

    def step(db: Connection) -> None:
        queue.poll(db, [7, 7, 8])
        queue.deliver(db, CHANNELS)
        queue.deliver(db, CHANNELS)
        queue.deliver(db, [])

    await store.run(step)
    async with at_work(queue, Handlers(poll, deliver)):
        await until(lambda: len(served) >= 8 and len(polled) >= 2)
        await asyncio.sleep(0.1)
    assert sorted(polled) == [7, 8]
    assert sorted(served) == CHANNELS


async def test_work_of_a_transaction_that_fails_is_never_seen(store: Store) -> None:
    queue, served = a_queue(store), list[str]()

    async def deliver(channel_id: str) -> None:
        served.append(channel_id)

    def step(db: Connection) -> None:
        queue.deliver(db, ["slack:C1"])
        raise ValueError("the article could not be stored")

    with pytest.raises(ValueError):
        await store.run(step)
    await store.run(queue.deliver, ["slack:C2"])
    async with at_work(queue, Handlers(nothing, deliver)):
        await until(lambda: bool(served))
    assert served == ["slack:C2"]


async def test_a_channel_asked_for_while_it_is_served_is_served_again_afterwards(store: Store) -> None:
    queue, running, most, served = a_queue(store), 0, 0, 0
    go = asyncio.Event()

    async def deliver(_: str) -> None:
        nonlocal running, most, served
        running += 1
        most = max(most, running)
        await go.wait()
        running -= 1
        served += 1

    await store.run(queue.deliver, ["slack:C1"])
    async with at_work(queue, Handlers(nothing, deliver)):
        await until(lambda: running == 1)
        await store.run(queue.deliver, ["slack:C1"])
        await asyncio.sleep(0.2)
        go.set()
        await until(lambda: served == 2)
    assert most == 1


async def test_a_failing_job_stops_nobody(store: Store) -> None:
    queue, served = a_queue(store), list[str]()

    async def deliver(channel_id: str) -> None:
        if channel_id == "slack:C0":
            raise StorageError("not now")
        served.append(channel_id)

    await store.run(queue.deliver, CHANNELS)
    async with at_work(queue, Handlers(nothing, deliver)):
        await until(lambda: len(served) == 7)
    assert sorted(served) == CHANNELS[1:]


async def test_stopping_waits_for_what_is_under_way(store: Store) -> None:
    queue, begun, ended = a_queue(store), asyncio.Event(), False

    async def deliver(_: str) -> None:
        nonlocal ended
        begun.set()
        await asyncio.sleep(0.1)
        ended = True

    await store.run(queue.deliver, ["slack:C1"])
    async with at_work(queue, Handlers(nothing, deliver)):
        await begun.wait()
    assert ended


# --------------------------------------------------------------------------- PostgreSQL only


@pytest.fixture
def shared(postgres_url: str) -> AsyncIterator[Store]:
    store = Store(postgres_url)
    store.open()
    yield store
    store.close()


@pytest.mark.postgres
async def test_several_workers_share_the_work(shared: Store) -> None:
    done: dict[str, list[str]] = {"w1": [], "w2": []}

    def worker(name: str) -> Callable[[str], Awaitable[None]]:
        async def deliver(channel_id: str) -> None:
            done[name].append(channel_id)
            await asyncio.sleep(0.05)

        return deliver

    one, two = (PostgresQueue(shared.dsn, name=name, at_once=2) for name in done)
    wanted = [f"slack:C{number}" for number in range(40)]
    async with at_work(one, Handlers(nothing, worker("w1"))), at_work(two, Handlers(nothing, worker("w2"))):
        for ready in ("w1", "w2"):  # both are awake before there is anything to share
            await shared.run(one.deliver, [f"slack:{ready}"])
        await until(lambda: sum(map(len, done.values())) == 2)
        await until(lambda: shared.look(workers) == 2)
        await shared.run(one.deliver, wanted)
        await until(lambda: sum(map(len, done.values())) == 42)
    assert sorted(done["w1"] + done["w2"]) == sorted([*wanted, "slack:w1", "slack:w2"])
    assert min(map(len, done.values())) >= 1


def workers(db: Connection) -> int:
    return int(db.execute(text("SELECT count(*) FROM procrastinate_workers")).scalar_one())


@pytest.mark.postgres
async def test_two_transactions_that_want_the_same_channels_do_not_fail(shared: Store) -> None:
    queue = PostgresQueue(shared.dsn, name="w1")
    await asyncio.gather(*(shared.run(queue.deliver, CHANNELS[::step]) for step in (1, -1) * 10))
    assert await queue.depth() == {"deliver": 8}
    await queue.stop()


WORKER = """
import asyncio, sys
from bot.queue import Handlers
from bot.queue.postgres import PostgresQueue

async def hang(item):
    print("has", item, flush=True)
    await asyncio.sleep(600)

queue = PostgresQueue(sys.argv[1], name="doomed", heartbeat_seconds=0.2, stalled_seconds=1.0)
asyncio.run(queue.run(Handlers(hang, hang)))
"""


@pytest.mark.postgres
async def test_a_killed_workers_job_is_done_by_another(shared: Store) -> None:
    queue, served = PostgresQueue(shared.dsn, name="w2", heartbeat_seconds=0.2, stalled_seconds=1.0), list[str]()

    async def deliver(channel_id: str) -> None:
        served.append(channel_id)

    await shared.run(queue.deliver, ["slack:C1"])
    doomed = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WORKER, shared.dsn, stdout=subprocess.PIPE, env=dict(os.environ)
    )
    assert doomed.stdout is not None
    assert await doomed.stdout.readline() == b"has slack:C1\n"
    doomed.send_signal(signal.SIGKILL)
    await doomed.wait()
    await shared.run(queue.deliver, ["slack:C1"])  # waits behind the dead worker's lock
    async with at_work(queue, Handlers(nothing, deliver)):
        async with asyncio.timeout(20):
            while not served:
                await queue.mend()
                await asyncio.sleep(0.05)
    assert served == ["slack:C1"]


@pytest.mark.postgres
async def test_one_clock_leads_and_the_other_takes_over(shared: Store) -> None:
    first = Leader(shared.dsn, name="c1", check_seconds=0.1)
    second = Leader(shared.dsn, name="c2", check_seconds=0.1)
    leading = asyncio.create_task(first.run())
    await until(lambda: first.leads)
    waiting = asyncio.create_task(second.run())
    await asyncio.sleep(0.5)
    assert not second.leads
    with psycopg.connect(shared.dsn, autocommit=True) as connection:  # the first one's connection breaks
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
    await until(lambda: first.leads != second.leads)
    leader, task = (first, leading) if first.leads else (second, waiting)
    other = second if first.leads else first
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert not leader.leads
    await until(lambda: other.leads)
    for one in (leading, waiting):
        one.cancel()
    await asyncio.gather(leading, waiting, return_exceptions=True)


CLOCK = """
import asyncio, sys
from bot.queue.leader import Leader

asyncio.run(Leader(sys.argv[1], name="doomed", check_seconds=0.1).run())
"""


@pytest.mark.postgres
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
async def test_a_clock_that_was_killed_or_does_not_stir_is_followed_by_another(
    shared: Store, number: signal.Signals
) -> None:
    """Three looks (15 s) until a leader counts as stuck, one (5 s) to see it, then at once: 20 of 30 seconds."""
    with program.running([sys.executable, "-c", CLOCK, shared.dsn]) as first:
        assert first.stdout is not None
        assert "has the clock" in first.stdout.readline()
        second = Leader(shared.dsn, name="c2", check_seconds=0.1)
        looks = 0

        async def look() -> bool:
            nonlocal looks
            looks += not second.leads
            return await ask()

        ask, second._look = second._look, look  # type: ignore[method-assign]  # counted, not replaced
        waiting = asyncio.create_task(second.run())
        await until(lambda: looks >= 5)
        assert not second.leads, "the first one stirs"
        first.send_signal(number)
        await until(lambda: second.leads)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


async def test_a_clock_that_slept_does_not_believe_that_it_leads(postgres_url: str) -> None:
    leader = Leader(postgres_url, name="c1", check_seconds=0.1)
    leading = asyncio.create_task(leader.run())
    await until(lambda: leader.leads)
    leader._seen -= 0.31  # it was stopped for longer than the others wait for it
    assert not leader.leads
    await until(lambda: leader.leads)
    leading.cancel()
    await asyncio.gather(leading, return_exceptions=True)


@pytest.mark.postgres
def test_the_job_tables_come_with_ours_and_only_once(shared: Store) -> None:
    shared.open()
    versions = shared.look(
        lambda db: db.execute(text("SELECT count(*) FROM meta WHERE key LIKE 'procrastinate-%'")).scalar_one()
    )
    assert versions > 10
    assert shared.look(lambda db: db.execute(text("SELECT count(*) FROM procrastinate_jobs")).scalar_one()) == 0


@pytest.mark.postgres
async def test_a_queue_that_cannot_be_reached_says_so() -> None:
    queue = PostgresQueue("postgresql://127.0.0.1:1/none", name="w1")
    with pytest.raises(StorageError, match="cannot be reached"):
        async with asyncio.timeout(60):
            await queue.run(Handlers(nothing, nothing))


@pytest.mark.postgres
async def test_a_worker_survives_a_database_that_goes_away(shared: Store) -> None:
    queue, served = PostgresQueue(shared.dsn, name="w1", heartbeat_seconds=0.2, stalled_seconds=1.0), list[str]()

    async def deliver(channel_id: str) -> None:
        served.append(channel_id)

    async with at_work(queue, Handlers(nothing, deliver)):
        await shared.run(queue.deliver, ["slack:C1"])
        await until(lambda: served == ["slack:C1"])
        with psycopg.connect(shared.dsn, autocommit=True) as connection:  # every connection breaks, as at a restart
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        await shared.run(queue.deliver, ["slack:C2"])
        await until(lambda: "slack:C2" in served)
