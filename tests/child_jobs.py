"""Jobs for children that go wrong in every way; run in child processes by test_children_pool.py."""

from __future__ import annotations

import os
import signal
import sys
import time

from bot.errors import SourceError


def double(number: int) -> int:
    return number * 2


def process() -> int:
    return os.getpid()


def environment() -> list[str]:
    return sorted(os.environ)


def work(milliseconds: int) -> int:
    until = time.process_time() + milliseconds / 1000
    while time.process_time() < until:
        pass
    return 1


def spin() -> int:
    while True:
        pass


def sleep() -> int:
    time.sleep(60)
    return 1


def swell() -> int:
    return len([b"x" * 1_000_000 for _ in range(10_000)])


def leave() -> int:
    os._exit(0)


def crash() -> int:
    os.kill(os.getpid(), signal.SIGSEGV)
    return 1


def fail() -> int:
    raise ValueError("secret words of a document")


def refuse() -> int:
    raise SourceError("is broken", reason="malformed")


def dig() -> int:
    return dig() + 1


def lie() -> str:
    return "not a number"


def shout() -> int:
    print("words that are no answer")
    sys.stdout.flush()
    os.write(1, b"more of them")
    return 7


def write(path: str) -> int:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open(path, "wb") as file:
        file.write(b"x" * 100_000)
    return 1
