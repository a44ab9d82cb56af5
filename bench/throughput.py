"""How deliveries a second grow with the number of worker processes, on PostgreSQL and a platform that takes its time.

python -m bench.throughput --workers 1 2 4

A platform's answer is what a worker waits for, so workers add up until the cores are full. Every round goes through all
numbers of workers, so that what else the machine does falls on all alike; rates are medians over the rounds.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

# ruff: noqa: E402  # a script: its neighbours are found by the line above
import psycopg
from aiohttp import ClientSession, web
from conftest import own_database, running_postgres
from delivering import promise, seed, tell_story
from sqlalchemy import Connection

from bot import logs
from bot.deliver import Deliverer, Limits
from bot.errors import TryLater
from bot.model import Channel, Message, Promise, Receipt
from bot.queue import Handlers
from bot.queue.postgres import PostgresQueue
from bot.storage.store import Store

CHANNELS = [f"slack:C{number}" for number in range(400)]


class Platform:
    """A sender that posts to the stand-in; what a real one costs in rendering is measured elsewhere."""

    platform = "slack"
    limits = Limits()

    def __init__(self, url: str) -> None:
        self._url, self._session = url, ClientSession()

    async def send(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        async with self._session.post(self._url, json={"channel": channel.id, "promise": promise.id}) as answer:
            if answer.status != 200:
                raise TryLater("no", reason=f"http-{answer.status}")
            return Receipt(await answer.text())

    async def edit(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        return await self.send(channel, promise, message)

    async def delete(self, channel: Channel, promise: Promise) -> None:
        await self.send(channel, promise, None)  # type: ignore[arg-type]  # nothing to show

    async def find(self, channel: Channel, promise: Promise) -> Receipt | None:
        return None


async def work(dsn: str, url: str, name: str, at_once: int) -> None:
    """One worker process: takes channels from the queue and delivers."""
    logs.configure(level="warning")
    store = Store(dsn)
    platform = Platform(url)
    deliverer = Deliverer(store, {"slack": platform}, worker=name, clock=time.time, concurrency=at_once)
    queue = PostgresQueue(store.dsn, name=name, at_once=at_once)

    async def nothing(_: int) -> None:
        return

    await queue.run(Handlers(nothing, deliverer.serve))


async def measure(workers: int, messages: int, latency: float, at_once: int, server: str) -> tuple[float, float]:
    """(messages a second, cores busy) with so many worker processes."""
    arrived: list[float] = []

    async def take(_: web.Request) -> web.Response:
        await asyncio.sleep(latency)
        arrived.append(time.monotonic())
        return web.Response(text=str(len(arrived)))

    app = web.Application()
    app.router.add_post("/", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    with own_database(server) as dsn:
        store = Store(dsn)
        await asyncio.to_thread(store.open)
        queue = PostgresQueue(store.dsn, name="plan")
        channels = CHANNELS[:messages]

        def plan(db: Connection) -> None:
            seed(db, *channels)
            for number in range(messages):  # every channel its first, then every channel its second
                story = number // len(channels) + 1
                if number % len(channels) == 0:
                    tell_story(db, story, f"Story {story}")
                promise(db, channels[number % len(channels)], story, now=time.time())

        await store.run(plan)
        told = [sys.executable, __file__, "--dsn", dsn, "--url", url, "--at-once", str(at_once)]
        children = [subprocess.Popen([*told, "--worker", f"w{number}"]) for number in range(workers)]
        while len(_registered(dsn)) < workers:
            await asyncio.sleep(0.1)
        before, began = _cpu(), time.monotonic()
        await store.run(queue.deliver, channels)
        while len(arrived) < messages:
            await asyncio.sleep(0.02)
            if time.monotonic() - began > 300:
                raise TimeoutError(f"{len(arrived)} of {messages} arrived")
        busy = (_cpu() - before) / (time.monotonic() - began)
        for child in children:
            child.kill()
            child.wait()
        await queue.stop()
        store.close()
    await runner.cleanup()
    # The steady part: without the first and last tenth, where workers start and run out of channels.
    steady = arrived[len(arrived) // 10 : len(arrived) - len(arrived) // 10]
    return (len(steady) - 1) / (steady[-1] - steady[0]), busy


def _registered(dsn: str) -> list[int]:
    with psycopg.connect(dsn) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM procrastinate_workers")]


def _cpu() -> float:
    """CPU seconds the whole machine has spent working."""
    fields = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    idle = int(fields[3]) + int(fields[4])
    return (sum(map(int, fields)) - idle) / os.sysconf("SC_CLK_TCK")


def _some(word: str) -> int:
    """A number of messages that leaves a steady part to measure."""
    if not word.isdecimal() or int(word) < 20:
        raise argparse.ArgumentTypeError("give 20 or more")
    return int(word)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--messages", type=_some, default=800, help="at least 20")
    parser.add_argument("--latency", type=float, default=0.4, help="seconds the platform takes to answer")
    parser.add_argument("--at-once", type=int, default=4, help="channels one worker serves at a time")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--dsn", help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.worker:
        asyncio.run(work(asked.dsn, asked.url, asked.worker, asked.at_once))
        return
    rates: dict[int, list[float]] = {workers: [] for workers in asked.workers}
    cores: dict[int, list[float]] = {workers: [] for workers in asked.workers}
    print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    with running_postgres() as server:
        for _ in range(asked.rounds):
            for workers in asked.workers:
                rate, busy = asyncio.run(measure(workers, asked.messages, asked.latency, asked.at_once, server))
                rates[workers].append(rate)
                cores[workers].append(busy)
    for workers, found in rates.items():
        shown = " ".join(f"{rate:.1f}" for rate in found)
        print(
            f"{workers} workers: {statistics.median(found):.1f} messages/s ({shown}), "
            f"{statistics.median(cores[workers]):.2f} cores busy on the machine"
        )
    if 2 in rates and 4 in rates:
        print(f"4 workers do {statistics.median(rates[4]) / statistics.median(rates[2]):.2f} times what 2 do")


if __name__ == "__main__":
    main()
