"""Jobs: what runs again and again, let finish at the end; a trouble is said once, and once that it is over."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

import structlog
from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.errors import BotError
from bot.metrics import Metrics

log = structlog.get_logger()

Job = Callable[[], Awaitable[None]]


class Jobs:
    """Timed jobs by name, on APScheduler; a job that still runs when its time comes again is not started twice."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._scheduler = AsyncIOScheduler(
            executors={"default": AsyncIOExecutor()},
            # A blocked loop must not drop a run (APScheduler's own grace is one second), only join them.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone=UTC,
        )
        self._running: set[asyncio.Task[Any]] = set()
        self._troubles: dict[str, str] = {}  # why a job fails at present

    def every(self, seconds: float, name: str, job: Job, *, soon: bool = False) -> None:
        """Run a job every so many seconds, the first time after them or at once."""
        first = {"next_run_time": datetime.now(UTC)} if soon else {}
        self._scheduler.add_job(self.tracked(name, job), "interval", seconds=seconds, id=name, **first)

    def start(self) -> None:
        self._scheduler.start()

    def wake(self, *names: str) -> None:
        """Have these jobs run now rather than at their next time."""
        for name in names:
            job = self._scheduler.get_job(name) if self._scheduler.running else None
            if job is not None:
                job.modify(next_run_time=datetime.now(UTC))

    def begin(self, name: str, job: Job) -> None:
        """Run a job once, now, beside what else runs."""
        self._keep(asyncio.create_task(self.tracked(name, job)()))

    def tracked(self, name: str, job: Job) -> Callable[[], Coroutine[Any, Any, None]]:
        """A job as a task of our own: APScheduler 3 cancels running coroutines when it shuts down."""

        async def run() -> None:
            task: asyncio.Task[None] = asyncio.ensure_future(job())
            self._keep(task)
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError:
                return
            except BotError as error:  # the database is away or full: one line when it begins, one when it is over
                self._metrics.job_failures.labels(name).inc()
                if self._troubles.get(name) != str(error):
                    log.error("job", name=name, outcome="failed", reason=str(error))
                self._troubles[name] = str(error)
            except Exception:
                self._metrics.job_failures.labels(name).inc()
                log.exception("job", name=name, outcome="failed")
            else:
                if self._troubles.pop(name, ""):
                    log.info("job", name=name, outcome="works again")

        return run

    def _keep(self, task: asyncio.Task[Any]) -> None:
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def pause(self) -> None:
        """Start no further run."""
        if self._scheduler.running:
            self._scheduler.pause()

    async def finish(self, seconds: float) -> None:
        """Wait so long for what runs, and cut off what is left."""
        if self._running:
            _, left = await asyncio.wait(tuple(self._running), timeout=seconds)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    def close(self) -> None:
        """The end of the timer; `finish` comes before."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
