"""A pool of child processes in which strangers' documents are read: killed when they take too long or too much."""

from __future__ import annotations

import asyncio
import os
import pickle  # only what we wrote travels by it, and only from parent to child  # nosec B403
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bot.errors import SourceError
from bot.sources.child import DONE, HEADER, READY, REFUSED

T = TypeVar("T")

SECONDS = 10.0  # per document
MEMORY = 512 * 1024 * 1024  # bytes of address space per document, beyond what an idle child has
_ROOT = str(Path(__file__).resolve().parents[2])  # where `bot` is found, for children started elsewhere
_START_SECONDS = 60.0
_IDLE_SECONDS = 30.0
_MOST_ANSWER = 64 * 1024 * 1024
_OVERDUE_SECONDS = 1.0  # a job that runs longer is not worth waiting behind: another child (40 to 60 MB) starts
# Nothing of the parent's environment reaches a child: it needs no token, and hostile bytes are read there.
_ENVIRONMENT = {
    "PATH": os.defpath,
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
}


class _DiedIdle(SourceError):
    """A child ended between two jobs (the kernel needed its memory): the job may be innocent, so it runs once more."""


class Children:
    """Runs functions in children, started on demand and stopped when idle.

    `await children.run("bot.sources.feed:parse", job, returns=Parsed)`: arguments travel by pickle (we trust
    ourselves), results by msgpack into the named type (a child that was taken over can send nothing but values).

    Args:
        size: children at most; another one starts only when every one there is stuck in a long job.
        seconds: wall time for one job, then the child is killed.
        memory: bytes one job may take.
        idle_seconds: after so long without work the last child ends.
    """

    def __init__(
        self, *, size: int = 2, seconds: float = SECONDS, memory: int = MEMORY, idle_seconds: float = _IDLE_SECONDS
    ) -> None:
        self._size = size
        self._seconds = seconds
        self._memory = memory
        self._idle_seconds = idle_seconds
        self._idle: list[_Child] = []
        self._living: set[_Child] = set()
        self._starting = 0
        self._settled = asyncio.Event()  # no child is being started
        self._settled.set()
        self._overdue: set[_Child] = set()
        self._ending: set[asyncio.Task[None]] = set()  # killed, and not yet buried
        self._waiting: deque[asyncio.Future[_Child | None]] = deque()
        self._closing: asyncio.TimerHandle | None = None
        self.killed = 0  # children ended by force, for metrics

    @property
    def living(self) -> int:
        """Children running now."""
        return len(self._living)

    async def run(self, function: str, *args: Any, returns: type[T], seconds: float | None = None) -> T:
        """The value of `function(*args)`, computed in a child. `function` is written `module:name`.

        Raises SourceError: the function's own one, `too-slow` when it was cut off, `too-big` when it ran out of
        memory, `parser` when it failed in any other way or took its process with it.
        """
        job = pickle.dumps((function, args), protocol=pickle.HIGHEST_PROTOCOL)
        try:
            status, payload = await self._ask(job, seconds or self._seconds)
        except _DiedIdle:
            status, payload = await self._ask(job, seconds or self._seconds)
        if status == DONE:
            return _decoded(payload, returns)
        first, second = _decoded(payload, tuple[str, str])
        if status == REFUSED:
            raise SourceError(f"The document {second}.", reason=first)
        raise SourceError(f"Reading the document failed: {first} at {second}.", reason="parser")

    async def _ask(self, job: bytes, seconds: float) -> tuple[bytes, bytes]:
        """Status and payload of one job. Raises _DiedIdle when a child that had worked before was found dead."""
        child = await self._take()
        fine = False
        overdue = asyncio.get_running_loop().call_later(_OVERDUE_SECONDS, self._fall_behind, child)
        try:
            async with asyncio.timeout(seconds):
                answer = await child.ask(job)
            fine = True
            return answer
        except TimeoutError as error:
            raise SourceError("The document takes too long to read.", reason="too-slow") from error
        except (OSError, EOFError) as error:
            kind = _DiedIdle if child.worked else SourceError
            raise kind("The reader of documents stopped.", reason="parser") from error
        finally:
            overdue.cancel()
            self._overdue.discard(child)
            self._give_back(child, fine)

    async def close(self) -> None:
        """End every child; jobs under way fail with `parser`."""
        if self._closing is not None:
            self._closing.cancel()
        self._size = 0
        self._idle.clear()
        await asyncio.gather(*(child.kill() for child in tuple(self._living)))
        self._living.clear()
        while self._waiting:
            self._wake(None)
        await self._settled.wait()
        while self._ending:
            await asyncio.gather(*self._ending, return_exceptions=True)

    async def _take(self) -> _Child:
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None
        while True:
            while self._idle:
                child = self._idle.pop()
                if child.usable:
                    return child
                self._let_go(child)
            count = len(self._living) + self._starting
            if count < self._size and len(self._overdue) >= count:
                return await self._start()
            if self._size == 0:
                raise SourceError("The bot is stopping.", reason="parser")
            turn: asyncio.Future[_Child | None] = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                handed = await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled() and (given := turn.result()) is not None:
                    self._hand_on(given)
                else:
                    with suppress(ValueError):
                        self._waiting.remove(turn)
                raise
            if handed is not None:
                return handed

    async def _start(self) -> _Child:
        self._starting += 1
        self._settled.clear()
        try:
            child = await _Child.start(self._seconds, self._memory)
            if self._size == 0:  # closed meanwhile
                await child.kill()
                raise EOFError
        except BaseException as error:
            self._wake(None)
            if isinstance(error, OSError | EOFError | TimeoutError):
                raise SourceError("The reader of documents could not be started.", reason="parser") from error
            raise
        finally:
            self._starting -= 1
            if not self._starting:
                self._settled.set()
        self._living.add(child)
        return child

    def _fall_behind(self, child: _Child) -> None:
        """A job takes long: let the next one waiting see whether another child may start."""
        self._overdue.add(child)
        self._wake(None)

    def _give_back(self, child: _Child, fine: bool) -> None:
        if fine and child.usable and self._size:
            self._hand_on(child)
            return
        self.killed += not fine
        self._let_go(child)
        self._wake(None)

    def _let_go(self, child: _Child) -> None:
        """Kill a child now, and wait for its end beside everything else: `close` leaves no process behind."""
        self._living.discard(child)
        child.end()
        if not child.gone:
            burial = asyncio.get_running_loop().create_task(child.kill())
            self._ending.add(burial)
            burial.add_done_callback(self._ending.discard)

    def _hand_on(self, child: _Child) -> None:
        if not self._wake(child):
            self._idle.append(child)
            if len(self._idle) == len(self._living):
                loop = asyncio.get_running_loop()
                self._closing = loop.call_later(self._idle_seconds, self._retire)

    def _wake(self, child: _Child | None) -> bool:
        """Give the next waiting job this child, or let it look again; False if nobody waits."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(child)
                return True
        return False

    def _retire(self) -> None:
        self._closing = None
        for child in self._idle:
            self._let_go(child)
        self._idle.clear()


class _Child:
    """One process and its two pipes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        self._leaving = False
        self.worked = False  # it answered a job before
        self._jobs = process.stdin
        self._answers = process.stdout

    @classmethod
    async def start(cls, seconds: float, memory: int) -> _Child:
        """Start and wait until it is ready, so that a document's time begins with its own work."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.sources.child", str(seconds), str(memory),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            cwd="/", env={**_ENVIRONMENT, "PYTHONPATH": _ROOT}, close_fds=True, start_new_session=False,
        )  # fmt: skip
        child = cls(process)
        try:
            async with asyncio.timeout(_START_SECONDS):
                status, _ = await child._answer()
            if status != READY:
                raise EOFError
        except BaseException:
            await child.kill()
            raise
        return child

    @property
    def usable(self) -> bool:
        """False once the process has ended, closed its side, or said that it will."""
        return not self._leaving and self._process.returncode is None and not self._answers.at_eof()

    @property
    def gone(self) -> bool:
        """Whether the process has ended and the system let go of it."""
        return self._process.returncode is not None

    async def ask(self, job: bytes) -> tuple[bytes, bytes]:
        """Send one job and wait for its answer: status and payload. Raises OSError or EOFError if the child dies."""
        self._jobs.write(HEADER.pack(b"J", False, len(job)) + job)
        await self._jobs.drain()
        answer = await self._answer()
        self.worked = True
        return answer

    async def _answer(self) -> tuple[bytes, bytes]:
        status, self._leaving, size = HEADER.unpack(await self._answers.readexactly(HEADER.size))
        if size > _MOST_ANSWER:
            raise EOFError("an answer beyond all bounds")
        return status, await self._answers.readexactly(size) if size else b""

    def end(self) -> None:
        """Kill it now; whatever it was doing is not wanted any more."""
        with suppress(ProcessLookupError):
            self._process.kill()
        self._jobs.close()

    async def kill(self) -> None:
        """Kill it and wait until it is gone."""
        self.end()
        await self._process.wait()


def _decoded(payload: bytes, kind: type[T]) -> T:
    """The value a child sent. Raises SourceError `parser` if it is of another type than promised."""
    try:
        value: T = msgspec.msgpack.decode(payload, type=kind)
    except msgspec.MsgspecError as error:
        raise SourceError("The reader of documents answered nonsense.", reason="parser") from error
    return value
