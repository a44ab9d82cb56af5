"""A worker in a process of its own that posts to a stand-in for a platform: `python deliver_worker.py DSN URL NAME …`.

It says `ready` on standard output once the queue knows it, and works until it is killed.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

# ruff: noqa: E402  # a script: its neighbours are found by the line above
from aiohttp import ClientSession

from bot import logs
from bot.deliver import Deliverer, Limits
from bot.errors import TryLater
from bot.model import Channel, Message, Promise, Receipt
from bot.queue import Handlers
from bot.queue.postgres import PostgresQueue
from bot.storage.store import Store


class Sender:
    """Posts who sends what to where; 429 stops everything for as long as the answer says."""

    platform = "slack"

    def __init__(self, session: ClientSession, url: str, worker: str, limits: Limits) -> None:
        self._session, self._url, self._worker, self.limits = session, url, worker, limits

    async def send(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        told = {"worker": self._worker, "channel": channel.id, "promise": promise.id}
        async with self._session.post(self._url, json=told) as answer:
            if answer.status == 429:
                after = float(answer.headers["Retry-After"])
                raise TryLater("all of us wait", reason="ratelimited", after=after, everywhere=True)
            return Receipt(await answer.text())

    async def edit(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        raise AssertionError("only new messages are owed here")

    async def delete(self, channel: Channel, promise: Promise) -> None:
        raise AssertionError("only new messages are owed here")

    async def find(self, channel: Channel, promise: Promise) -> Receipt | None:
        raise AssertionError("only new messages are owed here")


async def nothing(_: int) -> None:
    """No source is polled here."""


async def work(dsn: str, url: str, name: str, limits: Limits, at_once: int) -> None:
    """Deliver what the queue brings."""
    logs.configure(level="warning")
    store = Store(dsn)
    async with ClientSession() as session:
        sender = Sender(session, url, name, limits)
        deliverer = Deliverer(store, {"slack": sender}, worker=name, clock=time.time, concurrency=at_once)
        queue = PostgresQueue(store.dsn, name=name, at_once=at_once)
        print("ready", flush=True)
        await queue.run(Handlers(nothing, deliverer.serve))


def main() -> None:
    """Read what to do, and do it."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("dsn", "url", "name"):
        parser.add_argument(name)
    parser.add_argument("--per-second", type=float, default=0.0)
    parser.add_argument("--everywhere", choices=["workspace", "platform"], default="platform")
    parser.add_argument("--at-once", type=int, default=2)
    asked = parser.parse_args()
    limits = Limits(per_second=asked.per_second, everywhere=asked.everywhere)
    asyncio.run(work(asked.dsn, asked.url, asked.name, limits, asked.at_once))


if __name__ == "__main__":
    main()
