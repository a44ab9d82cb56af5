"""How the program ends: asked by a signal at any moment, it is gone within ten seconds, whatever it waits for."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from types import FrameType

import structlog

log = structlog.get_logger()

# After the orderly way, which takes five seconds for what is under way and four to close (bot/app.py).
CUT_OFF_SECONDS = 9.4
KERNEL_SECONDS = 9.8  # the kernel's own alarm, for a process that is stuck outside of Python
TERMINATED = 128 + signal.SIGTERM


def early() -> None:
    """While nothing is open yet, SIGTERM ends the program at once.

    That is what it does by itself, except as process 1 of a container, where the kernel ignores what nobody handles.
    """
    signal.signal(signal.SIGTERM, lambda _number, _frame: os._exit(TERMINATED))


def heed(finished: asyncio.Event) -> None:
    """From now on SIGINT and SIGTERM set `finished`; what is not over in time then is cut off.

    Handlers of Python's own, not the loop's: they also run while the loop is busy.
    """
    loop = asyncio.get_running_loop()

    def asked(_number: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(finished.set)
        if not signal.getitimer(signal.ITIMER_REAL)[0]:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, KERNEL_SECONDS)
            timer = threading.Timer(CUT_OFF_SECONDS, _cut_off)
            timer.daemon = True
            timer.start()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, asked)


def _cut_off() -> None:
    """The database or a platform does not answer: promises are kept where they are, so nothing is lost by leaving."""
    log.error("stop", outcome="cut off", reason="something did not answer in time; the next start takes it up")
    os._exit(1)
