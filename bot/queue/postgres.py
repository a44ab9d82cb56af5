"""Work that waits on PostgreSQL: procrastinate jobs, deferred inside our own transactions, done on any machine."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection

import procrastinate
import psycopg
import structlog
from procrastinate import exceptions
from procrastinate.jobs import Status
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from bot import failpoints
from bot.errors import StorageError
from bot.queue import Handlers

log = structlog.get_logger()

POLL, DELIVER = "poll", "deliver"
HEARTBEAT_SECONDS = 5.0
STALLED_SECONDS = 20.0  # without a heartbeat for so long a worker is dead (procrastinate's own default is 30)
TRIES, RETRY_SECONDS = 3, 5
RECONNECT_SECONDS = (1.0, 30.0)  # first and longest wait while the database is away
_AWAY = (exceptions.ConnectorException, psycopg.Error, OSError)

# procrastinate's own function, so that its events, triggers and notifications happen as they should. What waits
# already is left out first: a second job with the same queueing lock is an error there.
_DEFER = text(
    """
    SELECT procrastinate_defer_jobs_v1(array_agg(
        ROW(queue, queue, 0, key, key, args, NULL)::procrastinate_job_to_defer_v1 ORDER BY key))
    FROM jsonb_to_recordset(CAST(:jobs AS jsonb)) AS wanted(queue text, key text, args jsonb)
    WHERE NOT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock = key)
    HAVING count(*) > 0
    """
)


class PostgresQueue:
    """queue.Queue on PostgreSQL.

    Args:
        dsn: libpq address, for example Store.dsn.
        name: of this worker, for the log.
        at_once: jobs worked on at the same time by this process.
        stop_seconds: how long `stop` waits for what is under way before it is given back.
    """

    def __init__(
        self,
        dsn: str,
        *,
        name: str,
        at_once: int = 32,
        stop_seconds: float = 8.0,
        heartbeat_seconds: float = HEARTBEAT_SECONDS,
        stalled_seconds: float = STALLED_SECONDS,
    ) -> None:
        self._dsn = dsn
        self._name, self._at_once, self._stop_seconds = name, at_once, stop_seconds
        self._heartbeat, self._stalled = heartbeat_seconds, stalled_seconds
        # A job holds a connection only while it is fetched and finished; one more listens.
        self._app = procrastinate.App(
            connector=procrastinate.PsycopgConnector(
                conninfo=dsn, min_size=1, max_size=4, kwargs={"connect_timeout": 10}
            )
        )
        self._opened = asyncio.Lock()
        self._is_open = self._stopping = False
        self._worker: asyncio.Task[None] | None = None

    # ------------------------------------------------------------------ steps

    def poll(self, db: Connection, source_ids: Collection[int]) -> None:
        """Have these sources read, once this transaction is committed."""
        _defer(db, POLL, "source_id", source_ids)

    def deliver(self, db: Connection, channel_ids: Collection[str]) -> None:
        """Have these channels served, once this transaction is committed. Call it last in the transaction."""
        _defer(db, DELIVER, "channel_id", channel_ids)
        failpoints.hit("wake.after")

    # ------------------------------------------------------------------ a worker

    async def run(self, handlers: Handlers) -> None:
        """Work until cancelled or stopped. Raises StorageError when the database cannot be reached at the start."""
        await self._open()
        if self._stopping:  # asked to stop while the connection was made
            return
        retry = procrastinate.RetryStrategy(max_attempts=TRIES, wait=RETRY_SECONDS)

        @self._app.task(name=POLL, queue=POLL, retry=retry)
        async def poll(source_id: int) -> None:
            await handlers.poll(source_id)

        @self._app.task(name=DELIVER, queue=DELIVER, retry=retry)
        async def deliver(channel_id: str) -> None:
            await handlers.deliver(channel_id)

        self._worker = asyncio.create_task(self._work(), name="queue")
        try:
            await asyncio.shield(self._worker)
        except asyncio.CancelledError:
            await self.stop()
            if (task := asyncio.current_task()) is not None and task.cancelling():
                raise

    async def _work(self) -> None:
        """procrastinate's worker, begun anew when the database was away."""
        wait = RECONNECT_SECONDS[0]
        while True:
            began = asyncio.get_running_loop().time()
            try:
                await self._app.run_worker_async(
                    queues=[POLL, DELIVER],
                    name=self._name,
                    concurrency=self._at_once,
                    install_signal_handlers=False,
                    delete_jobs="always",  # the ledger is the history
                    listen_notify=True,
                    fetch_job_polling_interval=2.0,  # finds what waited behind a lock; new jobs are notified
                    shutdown_graceful_timeout=self._stop_seconds,
                    update_heartbeat_interval=self._heartbeat,
                    stalled_worker_timeout=self._stalled,
                )
                return
            except _AWAY as error:
                if asyncio.get_running_loop().time() - began > RECONNECT_SECONDS[1]:
                    wait = RECONNECT_SECONDS[0]
                log.error("lost the job queue, trying again", seconds=wait, reason=type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(2 * wait, RECONNECT_SECONDS[1])

    async def stop(self) -> None:
        """Take no more work; what is not finished in time is given back to the other workers."""
        self._stopping = True
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
            self._worker = None
        async with self._opened:
            if self._is_open:
                await self._app.close_async()
                self._is_open = False

    # ------------------------------------------------------------------ the clock

    async def mend(self) -> int:
        """Have the jobs of workers that died done by others; how many. Raises StorageError."""
        await self._open()
        manager, mended = self._app.job_manager, 0
        try:
            for job in await manager.get_stalled_jobs(seconds_since_heartbeat=self._stalled):
                assert job.id is not None
                try:
                    await manager.retry_job(job)
                except (exceptions.UniqueViolation, exceptions.ConnectorException):
                    # The same work waits anew already: let go of the dead one, whose lock holds it up.
                    await manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=True)
                log.warning("took up a dead worker's job", task=job.task_name, lock=job.lock)
                mended += 1
        except _AWAY as error:
            raise StorageError("The job queue cannot be reached. Check PostgreSQL and DATABASE_URL.") from error
        return mended

    async def depth(self) -> dict[str, int]:
        """How much waits, by kind."""
        await self._open()
        return {row["name"]: int(row["todo"]) for row in await self._app.job_manager.list_queues_async()}

    async def _open(self) -> None:
        async with self._opened:
            if self._is_open:
                return
            try:  # once without the pool, which would try for half a minute before it says no
                await (await psycopg.AsyncConnection.connect(self._dsn, connect_timeout=5)).close()
                try:
                    await self._app.open_async()
                except BaseException:  # also when we are cut off: a pool half open would try on
                    await self._app.close_async()
                    raise
            except _AWAY as error:
                raise StorageError("The job queue cannot be reached. Check PostgreSQL and DATABASE_URL.") from error
            self._is_open = True


def _defer(db: Connection, queue: str, name: str, items: Collection[int] | Collection[str]) -> None:
    """Add jobs in the caller's transaction; what waits already is left alone."""
    if not items:
        return
    # In one order for everybody (the SQL's), so that two transactions never wait for each other in a ring.
    jobs = json.dumps([{"queue": queue, "key": f"{queue}:{item}", "args": {name: item}} for item in set(items)])
    for _ in range(3):
        try:
            with db.begin_nested():
                db.execute(_DEFER, {"jobs": jobs})
            return
        except IntegrityError:  # another transaction committed the same job in between: now it is seen
            continue
    log.info("jobs not deferred, the next sweep finds the work", queue=queue, count=len(items))
