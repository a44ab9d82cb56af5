"""Named places where a test may kill the process; they do nothing unless AIPOLICY_FAILPOINT names one."""

from __future__ import annotations

import os
import signal
import sys

VARIABLE = "AIPOLICY_FAILPOINT"  # `name` or `name:3` (the third time it is reached)

# Every step between owing a message and knowing that it was posted. A test walks the whole table.
NAMES = (
    "plan.before-commit",  # article, story and promises are written, not committed
    "plan.after-commit",
    "take.before-commit",  # the promise is leased, not committed
    "take.after-commit",  # leased; the request has not left
    "send.before",
    "send.after",  # the platform has it, nobody here knows
    "look.before",  # about to look for a doubtful message
    "look.after",
    "settle.before-commit",  # the receipt is written, not committed
    "settle.after-commit",
    "wake.after",  # the job that wakes a worker is deferred
)

_armed = ""
_left = 0


def arm(spec: str) -> None:
    """Die at `name`, or with `name:3` the third time it is reached; the empty text disarms."""
    global _armed, _left
    _armed, _, count = spec.partition(":")
    _left = int(count or 1)


def hit(name: str) -> None:
    """Die here, without any clean-up, when this is the failpoint a test armed."""
    global _left
    if name != _armed:
        return
    _left -= 1
    if _left <= 0:
        sys.stderr.write(f"failpoint {name}\n")
        sys.stderr.flush()
        os.kill(os.getpid(), signal.SIGKILL)


arm(os.environ.get(VARIABLE, ""))
