"""The running bot: puts the parts together, has them do what is due, starts them and stops them in reverse."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection

from bot import editions, home, parts
from bot.commands import Services
from bot.config import Settings
from bot.deliver import Deliverer, Sender
from bot.errors import BotError, ConfigError
from bot.jobs import Jobs
from bot.metrics import Metrics
from bot.model import Source
from bot.poll import Summary
from bot.queue import Queue
from bot.sources.children import Children
from bot.storage import editions as edition_steps
from bot.storage import presses, retention
from bot.storage import sources as source_steps
from bot.storage.lock import OneProcess
from bot.storage.store import Store, sqlite_version
from bot.storage.work import Done

log = structlog.get_logger()

POLL_TICK_SECONDS = 5
DELIVER_TICK_SECONDS = 2
EDITION_TICK_SECONDS = 15
SUBSCRIBE_TICK_SECONDS = 15
MEND_TICK_SECONDS = 60
STOP_SECONDS = 5.0  # for what is under way
CLOSE_SECONDS = 4.0  # for closing all parts after that; together under ten


def worker_name() -> str:
    """A name no other process has, now or before."""
    return f"{socket.gethostname()}-{os.getpid()}-{time.time_ns():x}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What this process is to do."""

    platforms: tuple[str, ...] = ()
    doors: tuple[str, ...] | None = None  # platforms that answer people here; None: all of them
    work: bool = True  # poll and deliver what is due, in this process
    web: bool = True
    database: str = ""  # instead of the settings' one: the demo keeps to itself
    allow: str = ""  # opened for fetching besides the settings' own
    console: dict[str, Any] = field(default_factory=dict)  # further ConsoleOptions
    sources: tuple[Source, ...] = ()  # chosen for the terminal's workspace at the start


class Bot:
    """The running bot. `await start()`, then `await finished.wait()`, then `await stop()`."""

    def __init__(self, settings: Settings, plan: Plan) -> None:
        self.settings = settings
        self.plan = plan
        self.finished = asyncio.Event()
        self.polled = asyncio.Event()  # the first cycle is over and its cards are out
        self.worker = worker_name()
        url = plan.database or settings.database_url
        self.store = Store(url)
        self.metrics = Metrics()
        self.door = parts.door(settings, plan.allow)
        self.children = Children()
        self.services = Services(
            self.store,
            clock=lambda: datetime.now(UTC),
            wake=self.wake,
            timed=lambda command, door, seconds: self.metrics.commands.labels(command, door).observe(seconds),
            public_url=settings.public_url if settings.archive == "public" else "",
            limits={"sources": settings.sources_per_workspace, "first_posts": settings.first_posts},
            door=self.door,
            children=self.children,
        )
        self.websub = parts.websub(settings, self.store, self.door, clock=self.services.clock, look=self.look_at)
        self.poller = parts.poller(
            settings,
            self.store,
            self.door,
            self.children,
            worker=self.worker,
            clock=self.services.clock,
            websub=self.websub,
        )
        self.platforms: dict[str, Any] = {}
        self.deliverer: Deliverer | None = None
        self.jobs = Jobs(self.metrics)
        self.queue: Queue | None = None  # where another process polls; set by roles.py
        self._lock = OneProcess(self.store)
        self._started: list[Callable[[], Awaitable[None]]] = []

    # ------------------------------------------------------------------ start

    async def start(self) -> None:
        """Open everything, in the order it depends on each other. Raises ConfigError and StorageError."""
        if self.store.is_sqlite and self.plan.work:
            self.store.make()
            self._lock.take()
        await asyncio.to_thread(self.store.open)
        self._started.append(self._close_store)
        log.info("database", url=self.store.url.render_as_string(hide_password=True), sqlite=sqlite_version())
        if self.store.is_sqlite and os.environ.get("DYNO"):
            log.warning("this machine forgets its disk at every restart; set DATABASE_URL to a PostgreSQL database")
        self._started.append(self._close_sources)
        for name in self.plan.platforms:
            self.platforms[name] = self.build(name)
        senders: dict[str, Sender] = {name: platform.sender for name, platform in self.platforms.items()}
        self.deliverer = Deliverer(self.store, senders, worker=self.worker, clock=time.time, watch=self._delivered)
        if self.store.is_sqlite and self.plan.work:
            await self.deliverer.recover()
            await self.store.run(source_steps.release)
            await self.deliverer.mend()
        if "console" in self.plan.platforms:
            await self.store.run(home.prepare, self.settings, self.plan.sources, time.time())
        if self.plan.web:
            await self._start_web()
        elif self.settings.metrics_port:
            watching = parts.watching(self.settings, self.services, self.metrics)
            await watching.start()
            self._started.append(watching.stop)
        self._schedule()
        await self._open_doors(self.plan.platforms if self.plan.doors is None else self.plan.doors)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Database and sources at hand for one question; nothing is started."""
        try:
            await asyncio.to_thread(self.store.open)
            yield
        finally:
            await self.close()

    async def close(self) -> None:
        """Let go of database and sources where nothing was started; after a start `stop` does it."""
        await self._close_sources()
        await asyncio.to_thread(self.store.close)

    async def _open_doors(self, names: Sequence[str]) -> None:
        """Connect the platforms together: one that cannot be reached keeps neither the others nor the news waiting."""
        for platform in self.platforms.values():
            self._started.append(platform.stop)  # also where it only sends: its connections are open then
        opening = [asyncio.create_task(self.platforms[name].start(), name=f"start {name}") for name in names]
        try:
            if opening:
                await asyncio.wait(opening, return_when=asyncio.FIRST_EXCEPTION)
            for task in opening:
                if task.done():
                    task.result()
        finally:
            for task in opening:
                task.cancel()
            await asyncio.gather(*opening, return_exceptions=True)

    async def _start_web(self) -> None:
        web = parts.web(
            self.settings, self.services, self.metrics, slack=self.platforms.get("slack"), websub=self.websub
        )
        try:
            await web.start()
        except ConfigError:
            if not self.plan.database:
                raise
            web.port = 0  # a newcomer's demo does not fail because the port is taken
            await web.start()
        self._started.append(web.stop)

    def build(self, name: str) -> Any:
        """A platform from the settings, not started."""
        return parts.platform(
            name,
            self.settings,
            self.services,
            console=self.plan.console,
            ready=self.polled.wait,
            finished=self.finished.set,
        )

    def _delivered(self, done: Done) -> None:
        platform = done.work.promise.channel_id.partition(":")[0]
        self.metrics.deliveries.labels(platform, done.state).inc()
        if done.state in ("later", "dead"):
            self.metrics.delivery_failures.labels(platform, done.reason or "unknown").inc()
        if done.state == "sent" and done.work.promise.kind == "card":
            self.metrics.lag.labels(platform).observe(max(0.0, done.work.age))
            published = getattr(done.work.message, "published", None)
            if published is not None:
                waited = (self.services.clock() - published).total_seconds()
                self.metrics.publication_lag.labels(platform).observe(max(0.0, waited))

    # ------------------------------------------------------------------ the clock

    def _schedule(self) -> None:
        every = self.jobs.every
        if self.plan.work:
            every(POLL_TICK_SECONDS, "poll", self._poll, soon=True)
            every(DELIVER_TICK_SECONDS, "deliver", self.deliver)
            every(EDITION_TICK_SECONDS, "editions", self.make_editions, soon=True)
            every(3600, "remind", self.remind, soon=True)
            every(MEND_TICK_SECONDS, "mend", self.mend, soon=True)
            every(3600, "tidy", self.tidy)
            if self.websub:
                every(SUBSCRIBE_TICK_SECONDS, "websub", self.subscribe)
        self.jobs.start()

    def wake(self) -> None:
        """Look for due work now rather than at the next tick. Safe to call from commands."""
        self.jobs.wake("poll", "deliver")

    async def look_at(self, source_id: int) -> None:
        """Have one source polled now, because a hub says it has news: here, or by a worker through the queue."""
        if self.queue is not None:
            await self.store.run(_look_at, self.queue, source_id, time.time())
            return
        await self.store.run(source_steps.make_due, (source_id,), time.time())
        self.jobs.begin("poll", partial(self._poll, (source_id,)))

    async def _poll(self, only: Sequence[int] = ()) -> None:
        summary = await self.poller.cycle(lambda: datetime.now(UTC), only=only)
        self.count(summary)
        if summary.feeds:
            log.info("cycle", **cycle_words(summary))
        if summary.channels or not self.polled.is_set():
            await self.deliver()
        if not self.polled.is_set():
            assert self.deliverer is not None
            if "console" in self.platforms:  # who waits for the first poll wants to see its cards
                await self.deliverer.settled()
            self.polled.set()

    def count(self, summary: Summary) -> None:
        """A cycle, for the metrics."""
        self.metrics.polled(
            {"read": summary.fetched, "unchanged": summary.unchanged, "failed": summary.failed.total()},
            summary.failed,
            new=summary.new,
            kept=summary.relevant,
        )

    async def deliver(self) -> None:
        """Begin to serve the channels that are owed something; a slow one holds up no other."""
        assert self.deliverer is not None
        await self.deliverer.sweep()

    async def mend(self) -> None:
        """Put right what a clock that ran ahead left behind."""
        assert self.deliverer is not None
        await self.deliverer.mend()

    async def make_editions(self) -> None:
        """Make the digests whose time has come; one that fails holds up no other."""
        now = datetime.now(UTC)
        for planned in await self.store.read(edition_steps.due, now.timestamp()):
            channel = planned.channel.id
            try:
                outcome = await self.store.run(editions.run, planned, now, self.services.public_url)
            except BotError as error:
                outcome = "failed"
                log.error("edition", channel=channel, outcome=outcome, reason=str(error))
            except Exception:
                outcome = "failed"
                log.exception("edition", channel=channel, outcome=outcome)
            else:
                if outcome:
                    log.info("edition", channel=channel, outcome=outcome)
                    self.wake()
            if outcome:
                self.metrics.editions.labels(outcome).inc()

    async def remind(self) -> None:
        """Promise reminders of dates that came near."""
        await self.store.run(editions.remind, datetime.now(UTC))

    async def subscribe(self) -> None:
        """Ask the hubs that feeds offered, and renew what is about to end."""
        if self.websub:
            await self.websub.ask_due()

    async def tidy(self) -> None:
        """Forget what is not needed any more."""
        now = time.time()
        await self.store.run(presses.clear, now - 90 * 86400)
        while await self.store.run(retention.forget_payloads, now - 90 * 86400):
            pass
        if self.settings.ledger_days:
            while await self.store.run(retention.forget_ledger, now - self.settings.ledger_days * 86400):
                pass
        if self.settings.retention_days:
            before = now - self.settings.retention_days * 86400
            while await self.store.run(retention.empty_bodies, before):
                pass

    # ------------------------------------------------------------------ stop

    async def stop(self) -> None:
        """Finish what is under way, within ten seconds; then close in reverse."""
        self.take_no_more()
        await asyncio.gather(self.jobs.finish(STOP_SECONDS), self._finish_messages())
        self.jobs.close()
        until = asyncio.get_running_loop().time() + CLOSE_SECONDS
        for close in reversed(self._started):
            try:
                async with asyncio.timeout_at(until):
                    await close()
            except Exception as error:
                log.warning("stop", outcome="failed", reason=str(error) or type(error).__name__)
        self._lock.release()
        log.info("stopped")

    def take_no_more(self) -> None:
        """Begin nothing new, and wait for nobody's turn."""
        self.jobs.pause()
        self.poller.stop()
        if self.deliverer is not None:
            self.deliverer.stop()
        self.store.leave()

    async def _finish_messages(self) -> None:
        if self.deliverer is not None:
            await self.deliverer.close(STOP_SECONDS)

    async def _close_store(self) -> None:
        with suppress(BotError):  # it is away: the leases end by themselves
            await self.store.run(source_steps.release, self.worker)  # what was cut off is due for the next process
        await asyncio.to_thread(self.store.close)

    async def _close_sources(self) -> None:
        await self.children.close()
        await self.door.close()


async def serve(bot: Bot, finished: asyncio.Event, meanwhile: Callable[[], Awaitable[None]] | None = None) -> None:
    """Run the bot until it is asked to stop, which it may be while it still starts.

    `meanwhile` is what this process does once it has started. Raises what `start` and `meanwhile` raise.
    """

    async def run() -> None:
        await bot.start()
        if meanwhile is not None:
            await meanwhile()

    running, waiting = asyncio.create_task(run()), asyncio.create_task(finished.wait())
    try:
        await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
            await waiting
    finally:
        bot.take_no_more()
        for task in (running, waiting):
            task.cancel()
        await asyncio.gather(running, waiting, return_exceptions=True)
        await bot.stop()


def _look_at(db: Connection, queue: Queue, source_id: int, now: float) -> None:
    source_steps.make_due(db, (source_id,), now)
    queue.poll(db, (source_id,))


def cycle_words(summary: Summary) -> dict[str, object]:
    """A cycle for the log."""
    words: dict[str, object] = {
        "feeds": summary.feeds,
        "unchanged": summary.unchanged,
        "new": summary.new,
        "relevant": summary.relevant,
    }
    if summary.failed:
        words["failed"] = ", ".join(f"{reason} {count}" for reason, count in sorted(summary.failed.items()))
    return words
