"""What runs inside a child process: one job at a time, each within limits the kernel keeps."""

from __future__ import annotations

import importlib
import os
import pickle  # see children.py  # nosec B403
import resource
import signal
import struct
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

import msgspec

from bot.errors import BotError, SourceError

HEADER = struct.Struct("!c?I")  # what it is, whether the child ends after it, bytes that follow
DONE, REFUSED, FAILED, READY = b"D", b"R", b"F", b"S"
# A process that holds this much after a job ends, so that memory once needed is given back. Not `ru_maxrss`: a new
# process inherits that from its parent.
_MOST_HELD = 192 * 1024 * 1024


def main() -> None:
    """Answer jobs from standard input until it ends. Arguments: seconds of CPU and bytes of memory per job."""
    seconds, memory = float(sys.argv[1]), int(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)  # a stray print must not be taken for an answer
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    importlib.import_module("bot.sources.feed")  # nearly every job's; its start is no document's time
    _answer(answers, READY, b"")
    while header := jobs.read(HEADER.size):
        _, _, size = HEADER.unpack(header)
        body = jobs.read(size)
        if len(body) < size:
            return
        _limit(seconds, memory)
        status, payload = _run(body)
        leaving = _pages()[1] * resource.getpagesize() > _MOST_HELD
        _answer(answers, status, payload, leaving)
        if leaving:
            return


def _run(body: bytes) -> tuple[bytes, bytes]:
    try:
        path, args = pickle.loads(body)  # noqa: S301  # written by our own parent  # nosec B301
        return DONE, msgspec.msgpack.encode(_function(path)(*args))
    except SourceError as error:
        return REFUSED, msgspec.msgpack.encode((error.reason, str(error)))
    except MemoryError:
        return REFUSED, msgspec.msgpack.encode(("too-big", "needs more memory than a document may take"))
    except RecursionError:
        return REFUSED, msgspec.msgpack.encode(("malformed", "is nested too deeply"))
    except BotError as error:
        return FAILED, msgspec.msgpack.encode((type(error).__name__, str(error)))
    except Exception as error:
        # Any library may raise anything on hostile bytes; the parent turns it into one source's failure.
        return FAILED, msgspec.msgpack.encode((type(error).__name__, _where(error)))


def _function(path: str) -> Callable[..., Any]:
    module, _, name = path.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def _where(error: BaseException) -> str:
    """File and line, not the message: that may quote what a stranger sent."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else ""


def _limit(seconds: float, memory: int) -> None:
    """Give the next job its own share: so much CPU and address space beyond what is in use now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = used.ru_utime + used.ru_stime
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent + seconds) + 2, resource.RLIM_INFINITY))
    held = _pages()[0] * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + memory, resource.RLIM_INFINITY))


def _pages() -> tuple[int, int]:
    """Pages of address space, and of these in memory; 0 where there is no /proc, so a fixed bound remains."""
    try:
        with open("/proc/self/statm", "rb") as file:
            whole, resident, *_ = file.read().split()
    except OSError:
        return 0, 0
    return int(whole), int(resident)


def _answer(answers: BinaryIO, status: bytes, payload: bytes, leaving: bool = False) -> None:
    answers.write(HEADER.pack(status, leaving, len(payload)) + payload)
    answers.flush()


if __name__ == "__main__":
    main()
