"""Composition root: builds the parts from the settings, schedules them, starts them and stops them in reverse."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from bot import editions, platforms
from bot.commands import Services
from bot.config import Settings
from bot.deliver import Deliverer, Sender
from bot.errors import BotError, ConfigError
from bot.metrics import Metrics
from bot.model import Source, Workspace
from bot.poll import Poller, Summary
from bot.queue import Queue
from bot.sources.addresses import parse_allowed
from bot.sources.children import Children
from bot.sources.chooser import Chooser
from bot.sources.http import Door
from bot.sources.robots import Robots
from bot.sources.schedule import Bounds
from bot.storage import editions as edition_steps
from bot.storage import following, follows, places, presses, retention
from bot.storage import sources as source_steps
from bot.storage.follows import FollowSettings
from bot.storage.lock import OneProcess
from bot.storage.planning import Limits
from bot.storage.store import Store, make_folder, sqlite_version
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
        if self.store.is_sqlite and self.store.url.database:
            make_folder(Path(self.store.url.database).parent)
        allow = ", ".join(part for part in (settings.fetch_allow, plan.allow) if part)
        self.metrics = Metrics()
        self.door = Door(allowed=parse_allowed(allow), contact=settings.contact, at_once=settings.concurrency)
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
        keys = {
            "congress": settings.congress_key.get_secret_value(),
            "openstates": settings.openstates_key.get_secret_value(),
            "legiscan": settings.legiscan_key.get_secret_value(),
        }
        robots = Robots(self.door)
        self.websub = self._websub()
        self.poller = Poller(
            self.store,
            self.door,
            self.children,
            bounds=Bounds(shortest=settings.poll_min_seconds, longest=settings.poll_max_seconds),
            limits=Limits(settings.first_posts, settings.posts_per_poll, settings.posts_per_source_hour),
            keys={name: value for name, value in keys.items() if value},
            worker=self.worker,
            at_once=settings.concurrency,
            may_fetch=lambda url: robots.allows(url, self.services.clock()),
            chooser=Chooser(settings.chooser_url, settings.chooser_model, settings.chooser_key.get_secret_value())
            if settings.chooser_url
            else None,
            notice=self.websub.notice if self.websub else None,
        )
        self.platforms: dict[str, Any] = {}
        self.deliverer: Deliverer | None = None
        self.scheduler = AsyncIOScheduler(
            executors={"default": AsyncIOExecutor()},
            # A blocked loop must not drop a run (APScheduler's own grace is one second), only join them.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone=UTC,
        )
        self.queue: Queue | None = None  # where another process polls; set by roles.py
        self._lock = OneProcess(self.store)
        self._running: set[asyncio.Task[Any]] = set()
        self._troubles: dict[str, str] = {}  # why a timed job fails at present
        self._started: list[Callable[[], Awaitable[None]]] = []

    # ------------------------------------------------------------------ start

    async def start(self) -> None:
        """Open everything, in the order it depends on each other. Raises ConfigError and StorageError."""
        if self.store.is_sqlite and self.plan.work:
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
        await self.store.run(self._prepare, time.time())
        if self.plan.web:
            await self._start_web()
        elif self.settings.metrics_port:
            await self._start_watching()
        self._schedule()
        await self._open_doors(self.plan.platforms if self.plan.doors is None else self.plan.doors)

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
        from bot.web.server import Web

        web = Web(self.services, self.metrics, host=self.settings.host, port=self.settings.port)
        if "slack" in self.platforms:
            self._add_slack(web)
        if self.websub:
            web.add(self.websub.routes())
        if self.settings.archive != "off":
            from bot.web import archive

            web.add(
                archive.routes(
                    archive.Archive(
                        self.store, self.services.clock, self.settings.archive, public_url=self.settings.public_url
                    )
                )
            )
        try:
            await web.start()
        except ConfigError:
            if not self.plan.database:
                raise
            web.port = 0  # a newcomer's demo does not fail because the port is taken
            await web.start()
        self._started.append(web.stop)

    async def _start_watching(self) -> None:
        """Health and metrics alone, in a process without the web part."""
        from bot.web.server import Web

        web = Web(self.services, self.metrics, host=self.settings.host, port=self.settings.metrics_port)
        await web.start()
        self._started.append(web.stop)

    def _websub(self) -> Any:
        """Subscribes to hubs, where they can reach us and a secret can be kept; else None: polling finds everything."""
        sealer = self.sealer()
        if not self.settings.public_url or sealer is None:
            return None
        from bot.web.websub import WebSub

        return WebSub(self.store, self.door, sealer, self.settings.public_url, self.services.clock, self.look_at)

    async def look_at(self, source_id: int) -> None:
        """Have one source polled now, because a hub says it has news: here, or by a worker through the queue."""
        if self.queue is not None:
            await self.store.run(_look_at, self.queue, source_id, time.time())
            return
        await self.store.run(source_steps.make_due, (source_id,), time.time())
        self._background(self.tracked(partial(self._poll, (source_id,)))())

    def _background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def _add_slack(self, web: Any) -> None:
        """Slack's HTTP door: events where there is no Socket Mode, and installing by OAuth."""
        from bot.web import slack as slack_web

        settings, slack = self.settings, self.platforms["slack"]
        if not settings.slack_signing_secret.get_secret_value():
            return
        web.add(
            slack_web.routes(
                slack_web.SlackHttp(
                    signing_secret=settings.slack_signing_secret.get_secret_value(),
                    dispatch=slack.dispatch,
                    store=self.store,
                    clock=self.services.clock,
                    installed=slack.installed,
                    client_id=settings.slack_client_id,
                    client_secret=settings.slack_client_secret.get_secret_value(),
                    sealer=self.sealer(),
                    public_url=settings.public_url,
                    api_url=settings.slack_api_url,
                )
            )
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

    def build(self, name: str) -> Any:
        """A platform from the settings, not started."""
        kind = platforms.load(name)
        if name == "console":
            from bot.platforms.console import ConsoleOptions

            options = ConsoleOptions(workspace=self.terminal(), **self.plan.console)
            return kind(options, self.services, ready=self.polled.wait, finished=self.finished.set)
        settings = self.settings
        if name == "slack":
            from bot.platforms.slack_workspaces import SlackOptions

            app_token = settings.slack_app_token.get_secret_value()
            return kind(
                SlackOptions(
                    bot_token=settings.slack_bot_token.get_secret_value(),
                    app_token=app_token,
                    signing_secret=settings.slack_signing_secret.get_secret_value(),
                    client_id=settings.slack_client_id,
                    client_secret=settings.slack_client_secret.get_secret_value(),
                    api_url=settings.slack_api_url,
                    mode="socket" if app_token else "http",
                    sealer=self.sealer(),
                ),
                self.services,
            )
        from bot.platforms.discord import DiscordOptions

        return kind(
            DiscordOptions(
                token=settings.discord_token.get_secret_value(),
                api_url=settings.discord_api_url,
                gateway_url=settings.discord_gateway_url,
                shards=settings.discord_shards,
            ),
            self.services,
        )

    def sealer(self) -> Any:
        """Seals tokens of workspaces; None without keys."""
        from bot.storage.seal import Sealer

        keys = [key.get_secret_value() for key in self.settings.secret_keys]
        return Sealer(keys) if keys else None

    def terminal(self) -> Workspace:
        return Workspace("console:local", "console", "This terminal", self.settings.locale, self.settings.zone)

    def _prepare(self, db: Connection, now: float) -> None:
        """The terminal follows by itself, so that a newcomer sees cards without typing anything."""
        if "console" not in self.plan.platforms:
            return
        from bot.platforms.console import CHANNEL, PERSON

        workspace, channel = places.ensure(db, self.terminal(), CHANNEL, now)
        assert channel is not None
        if follows.get(db, channel.id) is None:
            settings = FollowSettings(backlog=self.settings.first_posts, zone=workspace.zone)
            following.begin(db, channel, PERSON, "", settings, old=0, now=now)
        if source_steps.count(db, workspace.id) == 0:
            self.choose_for_terminal(db, self.plan.sources, now)

    def choose_for_terminal(self, db: Connection, found: Sequence[Source], now: float) -> tuple[int, ...]:
        """Let the terminal's workspace have these sources; their ids."""
        workspace, _ = places.ensure(db, self.terminal(), None, now)
        known = source_steps.known_addresses(db, [source.url for source in found])
        ids = [known[source.url] if source.url in known else source_steps.add(db, source, now) for source in found]
        source_steps.choose_all(db, workspace.id, ids, by="start", now=now)
        return tuple(dict.fromkeys(ids))

    # ------------------------------------------------------------------ the clock

    def _schedule(self) -> None:
        add = self.scheduler.add_job
        soon = datetime.now(UTC)
        if self.plan.work:
            add(self.tracked(self._poll), "interval", seconds=POLL_TICK_SECONDS, id="poll", next_run_time=soon)
            add(self.tracked(self._deliver), "interval", seconds=DELIVER_TICK_SECONDS, id="deliver")
            add(
                self.tracked(self.make_editions),
                "interval",
                seconds=EDITION_TICK_SECONDS,
                id="editions",
                next_run_time=soon,
            )
            add(self.tracked(self._remind), "interval", hours=1, id="remind", next_run_time=soon)
            add(self.tracked(self.mend), "interval", seconds=MEND_TICK_SECONDS, id="mend", next_run_time=soon)
            add(self.tracked(self.tidy), "interval", hours=1, id="tidy")
            if self.websub:
                add(self.tracked(self.subscribe), "interval", seconds=SUBSCRIBE_TICK_SECONDS, id="websub")
        self.scheduler.start()

    def tracked(self, job: Callable[[], Awaitable[None]]) -> Callable[[], Coroutine[Any, Any, None]]:
        """Jobs as tasks of our own: APScheduler 3 cancels running coroutines when it shuts down."""

        async def run() -> None:
            task: asyncio.Task[None] = asyncio.ensure_future(job())
            self._running.add(task)
            task.add_done_callback(self._running.discard)
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError:
                return
            except BotError as error:  # the database is away or full: one line when it begins, one when it is over
                self.metrics.job_failures.labels(name).inc()
                if self._troubles.get(name) != str(error):
                    log.error("job", name=name, outcome="failed", reason=str(error))
                self._troubles[name] = str(error)
            except Exception:
                self.metrics.job_failures.labels(name).inc()
                log.exception("job", name=name, outcome="failed")
            else:
                if self._troubles.pop(name, ""):
                    log.info("job", name=name, outcome="works again")

        name = getattr(job, "__name__", "job").strip("_")
        return run

    def wake(self) -> None:
        """Look for due work now rather than at the next tick. Safe to call from commands."""
        for name in ("poll", "deliver"):
            job = self.scheduler.get_job(name) if self.scheduler.running else None
            if job is not None:
                job.modify(next_run_time=datetime.now(UTC))

    async def _poll(self, only: Sequence[int] = ()) -> None:
        summary = await self.poller.cycle(lambda: datetime.now(UTC), only=only)
        self.count(summary)
        if summary.feeds:
            log.info("cycle", **cycle_words(summary))
        if summary.channels or not self.polled.is_set():
            await self._deliver()
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

    async def _deliver(self) -> None:
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

    async def _remind(self) -> None:
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
        await asyncio.gather(self._finish_jobs(), self._finish_messages())
        if self.scheduler.running:
            self.scheduler.shutdown(wait=False)
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
        if self.scheduler.running:
            self.scheduler.pause()
        self.poller.stop()
        if self.deliverer is not None:
            self.deliverer.stop()
        self.store.leave()

    async def _finish_jobs(self) -> None:
        if self._running:
            _, left = await asyncio.wait(tuple(self._running), timeout=STOP_SECONDS)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

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


def chosen_platforms(settings: Settings, wanted: Sequence[str]) -> tuple[str, ...]:
    """The platforms to run: those asked for, else those with a token.

    Raises:
        ConfigError: one was asked for that has no token.
    """
    for name in wanted:
        if name not in platforms.PLATFORMS:
            raise ConfigError(f"There is no platform {name}. There are {', '.join(platforms.PLATFORMS)}.")
        if name != "console" and name not in settings.platforms:
            raise ConfigError(f"{name} has no token yet. README.md says how to get one; it goes into .env.")
    return tuple(wanted) or settings.platforms
