"""Work that waits in this process: nothing to install, nothing to lose that the tables do not know."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Hashable
from typing import Any

import structlog
from sqlalchemy import Connection, event

from bot import failpoints
from bot.queue import Handlers

log = structlog.get_logger()


class LocalQueue:
    """queue.Queue within one event loop; its steps may run in the database's threads.

    Args:
        at_once: how many sources, and how many channels, are worked on at the same time.
        stop_seconds: how long `stop` waits for what is under way.
    """

    def __init__(self, *, at_once: int = 32, stop_seconds: float = 8.0) -> None:
        self._at_once, self._stop_seconds = at_once, stop_seconds
        self._waiting: dict[str, dict[Any, None]] = {"poll": {}, "deliver": {}}  # in order, each once
        self._busy: dict[str, set[Any]] = {"poll": set(), "deliver": set()}
        self._tasks: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._early: deque[tuple[str, tuple[Any, ...]]] = deque()  # asked for before `run`
        self._stopping = False

    def poll(self, db: Connection, source_ids: Collection[int]) -> None:
        """Have these sources read, once this transaction is committed."""
        self._after_commit(db, "poll", tuple(source_ids))

    def deliver(self, db: Connection, channel_ids: Collection[str]) -> None:
        """Have these channels served, once this transaction is committed."""
        self._after_commit(db, "deliver", tuple(channel_ids))
        failpoints.hit("wake.after")

    async def run(self, handlers: Handlers) -> None:
        """Work until cancelled or stopped."""
        self._loop = asyncio.get_running_loop()
        while self._early:
            self._add(*self._early.popleft())
        handle: dict[str, Callable[[Any], Awaitable[object]]] = {"poll": handlers.poll, "deliver": handlers.deliver}
        while not self._stopping:
            self._news.clear()
            for kind, waiting in self._waiting.items():
                for item in [item for item in waiting if item not in self._busy[kind]]:
                    if len(self._busy[kind]) >= self._at_once:
                        break
                    del waiting[item]
                    self._busy[kind].add(item)
                    task = asyncio.create_task(self._work(kind, item, handle[kind]), name=f"{kind} {item}")
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)
            await self._news.wait()

    async def stop(self) -> None:
        """Take no more work; what is not finished in time is cut off, and found again by the next sweep."""
        self._stopping = True
        self._news.set()
        if self._tasks:
            _, left = await asyncio.wait(tuple(self._tasks), timeout=self._stop_seconds)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def mend(self) -> int:
        """Nothing to mend: when this process dies, its jobs die with it and the sweep finds the work again."""
        return 0

    def depth(self) -> dict[str, int]:
        """How much waits, by kind."""
        return {kind: len(waiting) for kind, waiting in self._waiting.items()}

    async def _work(self, kind: str, item: Hashable, handler: Callable[[Any], Awaitable[object]]) -> None:
        try:
            await handler(item)
        except Exception:
            log.exception("job failed", kind=kind, item=item)
        finally:
            self._busy[kind].discard(item)
            self._news.set()

    def _after_commit(self, db: Connection, kind: str, items: tuple[Any, ...]) -> None:
        if items:
            event.listen(db, "commit", lambda _connection: self._commit(kind, items), once=True)

    def _commit(self, kind: str, items: tuple[Any, ...]) -> None:
        if self._loop is None:
            self._early.append((kind, items))
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._add, kind, items)

    def _add(self, kind: str, items: tuple[Any, ...]) -> None:
        self._waiting[kind].update(dict.fromkeys(items))
        self._news.set()
