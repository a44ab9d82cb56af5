"""One part of the bot per process, on PostgreSQL: clock, worker, and a door each for Slack, Discord and the web."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

import structlog
from sqlalchemy import Connection

from bot import ending
from bot.app import (
    EDITION_TICK_SECONDS,
    MEND_TICK_SECONDS,
    STOP_SECONDS,
    SUBSCRIBE_TICK_SECONDS,
    Bot,
    Plan,
    serve,
)
from bot.config import Settings
from bot.deliver import Deliverer
from bot.errors import ConfigError
from bot.platforms import PLATFORMS
from bot.queue import Handlers, Queue
from bot.queue.leader import Leader
from bot.queue.postgres import PostgresQueue
from bot.storage import leases, mending
from bot.storage import sources as source_steps

log = structlog.get_logger()

SWEEP_SECONDS = 2.0  # between two looks of the clock at what is due
MEND_SECONDS = 15.0  # between two looks at the work of workers that died
MOST_SWEPT = 500


async def run(settings: Settings, role: str) -> None:
    """Run one role until a signal asks to stop.

    Raises:
        ConfigError: the role needs PostgreSQL, or a token that is not there.
    """
    if not settings.database_url.startswith(("postgres://", "postgresql://", "postgresql+psycopg://")):
        raise ConfigError(
            f"`run {role}` shares the work with other processes, so it needs DATABASE_URL=postgresql://…; "
            "with SQLite, `aipolicy run` does everything in one."
        )
    if role in ("slack", "discord") and role not in settings.platforms:
        raise ConfigError(f"{role} has no token yet. README.md says how to get one; it goes into .env.")
    finished = asyncio.Event()
    ending.heed(finished)
    if role == "clock":
        await clock(settings, finished)
    elif role == "worker":
        await worker(settings, finished)
    else:
        names = (role,) if role in PLATFORMS else settings.platforms
        plan = Plan(platforms=names, doors=() if role == "web" else names, work=False, web=role == "web")
        bot = Bot(settings, plan)
        queue = PostgresQueue(bot.store.dsn, name=bot.worker)
        bot.queue = queue
        try:
            await serve(bot, finished)
        finally:
            await queue.stop()


async def worker(settings: Settings, finished: asyncio.Event) -> None:
    """Poll and deliver what the queue brings, until asked to stop."""
    plan = Plan(platforms=settings.platforms, doors=(), work=False, web=False)
    bot = Bot(settings, plan)
    queue = PostgresQueue(bot.store.dsn, name=bot.worker, at_once=settings.concurrency, stop_seconds=STOP_SECONDS)
    bot.poller.use(queue)

    async def work() -> None:
        assert bot.deliverer is not None
        await queue.run(handlers(bot, bot.deliverer))

    try:
        await serve(bot, finished, work)
    finally:
        await queue.stop()


def handlers(bot: Bot, deliverer: Deliverer) -> Handlers:
    """What a worker does with work."""

    async def poll(source_id: int) -> None:
        bot.count(await bot.poller.cycle(lambda: datetime.now(UTC), only=(source_id,)))

    async def deliver(channel_id: str) -> None:
        await deliverer.serve(channel_id)

    return Handlers(poll, deliver)


async def clock(settings: Settings, finished: asyncio.Event) -> None:
    """Say what is due while this process leads; stand by while another does."""
    bot = Bot(settings, Plan(work=False, web=False))
    queue = PostgresQueue(bot.store.dsn, name=bot.worker)
    leader = Leader(bot.store.dsn, name=bot.worker)
    tick = Tick(bot, queue, tuple(PLATFORMS))

    async def sweep() -> None:
        bot.metrics.leader.set(leader.leads)
        if leader.leads:
            await tick()

    async def lead() -> None:
        bot.jobs.every(SWEEP_SECONDS, "sweep", sweep)
        await leader.run()

    try:
        await serve(bot, finished, lead)
    finally:
        await queue.stop()


class Tick:
    """One look of the clock: due sources and channels to the queue, due digests made, dead workers' work taken up."""

    def __init__(self, bot: Bot, queue: Queue, platforms: Collection[str]) -> None:
        self._bot = bot
        self._queue = queue
        self._platforms = platforms
        self._after: dict[str, float] = {}

    async def __call__(self) -> None:
        now = time.time()
        swept = await self._bot.store.run(_sweep, self._queue, self._platforms, now)
        if any(swept.values()):
            log.info("sweep", **swept)
        if self._due("editions", EDITION_TICK_SECONDS, now):
            await self._bot.make_editions()
        if self._due("remind", 3600, now):
            await self._bot.remind()
        if self._due("tidy", 3600, now):
            await self._bot.tidy()
        if self._due("websub", SUBSCRIBE_TICK_SECONDS, now):
            await self._bot.subscribe()
        if self._due("clocks", MEND_TICK_SECONDS, now):
            await self._bot.mend()
        if self._due("mend", MEND_SECONDS, now):
            waits = await self._bot.store.run(mending.mend_clock, now)
            if waits.promises or waits.lanes:
                log.warning("the clock went back; waits mended", promises=waits.promises, lanes=waits.lanes)
            mended = await self._queue.mend()
            if mended:
                log.warning("took up the work of a worker that died", jobs=mended)

    def _due(self, what: str, seconds: float, now: float) -> bool:
        if now - self._after.get(what, 0.0) < seconds and now >= self._after.get(what, 0.0):
            return False
        self._after[what] = now
        return True


def _sweep(db: Connection, queue: Queue, platforms: Collection[str], now: float) -> Mapping[str, int]:
    """Defer a job for every source and channel that is due; one that waits already is not deferred again."""
    due = source_steps.due_ids(db, now, MOST_SWEPT)
    channels = leases.due(db, platforms=platforms, now=now, limit=MOST_SWEPT)
    if due:
        queue.poll(db, due)
    if channels:
        queue.deliver(db, channels)
    return {"sources": len(due), "channels": len(channels)}
