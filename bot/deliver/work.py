"""Deliverer: serves one channel at a time, many channels at once, and writes down what became of every message."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

import structlog
from sqlalchemy import Connection

from bot import failpoints
from bot.deliver import rules
from bot.deliver.sender import Sender
from bot.errors import DeliveryError, Doubtful, StorageError
from bot.model import Card, Promise, Receipt
from bot.storage import lanes, leases, mending, settle
from bot.storage.store import Store
from bot.storage.work import Done, Terms, Wait, Work

log = structlog.get_logger()

TRY_SECONDS = 25.0  # one request to a platform, cut off after this
LEASE_SECONDS = (
    120.0  # longer than a look, a post and a slow database together: a lease that ends was a worker that died
)
PATIENCE_SECONDS = 2.0  # a wait this short is slept through with the channel kept: Slack's second between messages
OFFSET_SECONDS = 60.0  # how often the database's clock is read

Outcome = Counter[str]  # sent, later, dead, dropped: how many


class Deliverer:
    """Keeps promises through the platforms' senders.

    Args:
        worker: a name no other process has, now or before: host, process id, start time.
        clock: UTC seconds since 1970.
        look_wait: seconds before a message that was under way when the last process died is looked for.
        shared_clock: on PostgreSQL, go by the database's clock, so that all workers' leases mean the same.
        watch: called with everything that became of a promise, for metrics.
    """

    def __init__(
        self,
        store: Store,
        senders: Mapping[str, Sender],
        *,
        worker: str,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        concurrency: int = 32,
        try_seconds: float = TRY_SECONDS,
        lease_seconds: float = LEASE_SECONDS,
        look_wait: float = TRY_SECONDS + rules.LOOK_AFTER,
        shared_clock: bool = True,
        watch: Callable[[Done], None] = lambda _done: None,
    ) -> None:
        self._store, self._senders, self._worker = store, senders, worker
        self._clock, self._sleep = clock, sleep
        self._try_seconds, self._lease_seconds, self._look_wait = try_seconds, lease_seconds, look_wait
        self._watch = watch
        # Counted per platform, so that one that hangs does not take the places of another.
        self._places = {name: asyncio.Semaphore(concurrency) for name in senders}
        self._serving: set[str] = set()
        self._again: set[str] = set()
        self._tasks: set[asyncio.Task[Outcome]] = set()
        self._stopping = False
        self._shared_clock = shared_clock and not store.is_sqlite
        self._offset, self._offset_at = 0.0, float("-inf")

    async def recover(self) -> int:
        """At the start, when no other process may be at work (SQLite): take up what the last one left."""
        now = await self._now()
        interrupted = await self._store.run(mending.recover, now, wait=self._look_wait)
        if interrupted:
            log.warning("took up unfinished deliveries of the last process", promises=interrupted)
        return interrupted

    async def mend(self) -> None:
        """Put right what a clock that ran ahead left behind. At the start, and now and then. Raises StorageError."""
        mended = await self._store.run(mending.mend_clock, await self._now())
        if mended.promises or mended.lanes:
            log.warning("the clock went back; waits mended", promises=mended.promises, lanes=mended.lanes)

    async def drain(self, limit: int = 200) -> Outcome:
        """Serve every channel that has something due, once; returns when all of them are done or have to wait."""
        now = await self._now()
        due = await self._store.read(leases.due, platforms=tuple(self._senders), now=now, limit=limit)
        total: Outcome = Counter()
        for outcome in await asyncio.gather(*(self.serve(channel_id) for channel_id in due)):
            total.update(outcome)
        return total

    async def sweep(self, limit: int = 200) -> int:
        """Begin to serve every channel that has something due, and return: a slow one delays no other.

        Returns how many were begun. Raises StorageError.
        """
        now = await self._now()
        due = await self._store.read(leases.due, platforms=tuple(self._senders), now=now, limit=limit)
        begun = [channel_id for channel_id in due if channel_id not in self._serving and not self._stopping]
        for channel_id in begun:
            task = asyncio.create_task(self.serve(channel_id), name=f"deliver {channel_id}")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return len(begun)

    async def settled(self) -> None:
        """Wait until nothing is being served."""
        while self._tasks:
            await asyncio.wait(tuple(self._tasks))

    async def close(self, seconds: float) -> None:
        """Take no more, and wait this long for the messages under way; what is cut off is looked for later."""
        self.stop()
        if self._tasks:
            _, left = await asyncio.wait(tuple(self._tasks), timeout=seconds)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def serve(self, channel_id: str) -> Outcome:
        """Deliver to one channel, in order, until nothing is due, it has to wait, or another worker has it."""
        outcome: Outcome = Counter()
        platform = channel_id.partition(":")[0]
        if platform not in self._senders:
            return outcome
        if channel_id in self._serving:  # whoever serves it looks once more before leaving
            self._again.add(channel_id)
            return outcome
        self._serving.add(channel_id)
        try:
            async with self._places[platform]:
                await self._serve(channel_id, self._senders[platform], outcome)
        finally:
            self._serving.discard(channel_id)
            self._again.discard(channel_id)
        return outcome

    def stop(self) -> None:
        """Finish the messages under way and take no more."""
        self._stopping = True

    async def _serve(self, channel_id: str, sender: Sender, outcome: Outcome) -> None:
        limits = sender.limits
        terms = Terms(
            self._worker,
            self._lease_seconds,
            limits.pace_seconds,
            1 / limits.per_second if limits.per_second else 0.0,
            limits.repeat_seconds,
        )
        done: Done | None = None
        while not self._stopping or done is not None:
            step = await self._advance(channel_id, terms, done)
            if done is not None:
                failpoints.hit("settle.after-commit")
                self._after(done, outcome)
                done = None
            if step is None:
                return
            if isinstance(step, Work):
                done = await self._attempt(step, sender, terms)
                continue
            wait = step.until - await self._now()
            if step.until and wait <= PATIENCE_SECONDS:
                await self._sleep(max(wait, 0.0))
            elif channel_id in self._again:
                self._again.discard(channel_id)
            else:
                return

    async def _advance(self, channel_id: str, terms: Terms, done: Done | None) -> Work | Wait | None:
        """Write and take; a receipt is offered to the database until it takes it, for it is nowhere else."""
        tries = 0
        while True:
            try:
                step = await self._store.run(_step, channel_id, terms, await self._now(), done, self._stopping)
            except StorageError as error:
                if done is None:
                    log.error("cannot take promises", channel=channel_id, reason=str(error))
                    return None
                if tries == 0:
                    log.error(
                        "cannot write a receipt, going on trying", promise=done.work.promise.id, reason=str(error)
                    )
                if self._stopping and tries >= 3:
                    return None
                tries += 1
                await self._sleep(min(30.0, 0.5 * 2.0 ** min(tries, 6)))
            else:
                if isinstance(step, Work):
                    failpoints.hit("take.after-commit")
                return step

    async def _attempt(self, work: Work, sender: Sender, terms: Terms) -> Done:
        """One try of one promise; never raises but for a cancelled task."""
        promise, tried, taken_at = work.promise, False, await self._now()
        await self._sleep(max(0.0, work.at - await self._now()))
        try:
            if promise.doubtful and not rules.may_repeat(work.since_try, terms.repeat_seconds):
                failpoints.hit("look.before")
                async with asyncio.timeout(self._try_seconds):
                    found = await sender.find(work.channel, promise)
                failpoints.hit("look.after")
                if found is not None:
                    return Done(work, "sent", "found after a doubtful try", found, version=promise.version)
                version = work.message.version if isinstance(work.message, Card) else promise.version
                promise = replace(promise, doubtful=False, version=version)
            if await self._now() - taken_at > self._lease_seconds - self._try_seconds:
                return Done(work, "later", "too slow for its lease", doubtful=promise.doubtful, plain=promise.plain)
            failpoints.hit("send.before")
            tried = True
            async with asyncio.timeout(self._try_seconds):
                receipt = await self._call(sender, work, promise)
            failpoints.hit("send.after")
            return Done(work, "sent", "", receipt, version=promise.version)
        except DeliveryError as error:
            return self._failed(work, promise, error, tried)
        except Exception as error:  # a fault of ours or of an SDK: this message waits, the others go on
            if not isinstance(error, TimeoutError):
                log.exception("delivery failed unexpectedly", promise=promise.id)
            elif not tried:
                error = Doubtful("the look was cut off", reason="timeout")
            return self._failed(work, promise, error, tried)

    async def _call(self, sender: Sender, work: Work, promise: Promise) -> Receipt | None:
        if promise.kind == "delete":
            await sender.delete(work.channel, promise)
            return None
        assert work.message is not None
        if promise.kind == "edit":
            return await sender.edit(work.channel, promise, work.message)
        return await sender.send(work.channel, promise, work.message)

    def _failed(self, work: Work, promise: Promise, error: BaseException, tried: bool) -> Done:
        now = self._clock() + self._offset
        verdict = rules.after(
            error, promise, age=work.age, since_try=work.since_try or 0.0, lost_for=work.lost_for or 0.0
        )
        platform = work.channel.id.partition(":")[0]
        everywhere = work.channel.workspace_id if self._senders[platform].limits.everywhere == "workspace" else platform
        paused = {"": "", "channel": "", "workspace": work.channel.workspace_id, "everywhere": everywhere}
        return Done(
            work,
            verdict.state,
            verdict.reason,
            until=now + verdict.wait,
            doubtful=verdict.doubtful,
            plain=verdict.plain,
            lane=paused[verdict.pause],
            lost=verdict.lost,
            # Within the platform's window of repeats the first doubtful try is the one that counts.
            tried=tried and not promise.doubtful,
            tell=verdict.tell,
        )

    def _after(self, done: Done, outcome: Outcome) -> None:
        promise = done.work.promise
        outcome[done.state] += 1
        self._watch(done)
        write = log.info if done.state == "sent" else log.warning
        write(
            "delivery",
            promise=promise.id,
            kind=promise.kind,
            channel=promise.channel_id,
            outcome=done.state,
            reason=done.reason,
            attempts=promise.attempts,
            trace=promise.trace,
        )

    async def _now(self) -> float:
        """UTC seconds; the database's, where it is the shared clock."""
        if self._shared_clock and abs(self._clock() - self._offset_at) > OFFSET_SECONDS:
            try:
                self._offset = await self._store.read(mending.offset, self._clock())
                self._offset_at = self._clock()
            except StorageError:
                log.warning("the database's clock cannot be read")
        return self._clock() + self._offset


def _step(db: Connection, channel_id: str, terms: Terms, now: float, done: Done | None, stop: bool) -> Work | Wait:
    """One transaction: the last receipt, and the next promise unless we are stopping."""
    if done is not None:
        settle.settle(db, done, terms, now)
        failpoints.hit("settle.before-commit")
    if stop:
        lanes.release(db, channel_id, terms.worker)
        return Wait()
    step = leases.advance(db, channel_id, terms, now)
    if isinstance(step, Work):
        failpoints.hit("take.before-commit")
    return step
