"""CPU seconds per 1,000 feeds for four cycles, beside PyPI's `reader` on the same feeds in the same run."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.model import Source
from bot.sources.addresses import parse_allowed
from bot.sources.children import Children
from bot.sources.fetch import SourceState, fetch
from bot.sources.http import Door

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
CYCLES = ("first", "all 304", "same bytes", "10 % changed")
TARGETS = (8.0, 0.95, 1.5, 1.6)


def cpu_seconds() -> float:
    """CPU this process and its children, living and ended, have used."""
    spent = time.process_time()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent += ended.ru_utime + ended.ru_stime
    for child in _children():
        with contextlib.suppress(OSError):
            spent += _spent(child)
    return spent


@contextlib.contextmanager
def origin(count: int, now: datetime = NOW) -> Iterator[int]:
    """The feeds, fresh at `now`, in a process outside this one's children as far as CPU goes; gives its port."""
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("origin.py")), str(count), now.isoformat()],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.kill()
        process.wait()


def change(port: int, percent: int) -> None:
    """Give so many percent of the feeds two new items each."""
    urllib.request.urlopen(f"http://127.0.0.1:{port}/change/{percent}").close()


def address(port: int, kind: str, number: int) -> str:
    """A host of its own for every feed, as in life: all of 127.0.0.0/8 is this machine."""
    return f"http://127.{1 + number // 62500}.{number // 250 % 250}.{1 + number % 250}:{port}/{kind}/{number}"


class Ours:
    """The bot's fetch over every feed, storage left out."""

    def __init__(self, port: int, count: int) -> None:
        self._port, self._count = port, count
        self._states: dict[int, SourceState] = {}
        self._now = NOW
        self.new = 0

    async def cycle(self, door: Door, children: Children, kind: str) -> None:
        """Look at every feed once, sixteen at a time."""
        self._now += timedelta(hours=1)
        numbers = iter(range(self._count))
        self.new = 0

        async def worker() -> None:
            for number in numbers:
                source = Source(number, "feed", address(self._port, kind, number))
                state = self._states.get(number, SourceState())
                if kind == "plain":
                    state = replace(state, etag="", last_modified="")
                polled = await fetch(source, state, door, children, self._now)
                assert polled.outcome != "failed", polled.message
                self._states[number] = polled.state
                self.new += polled.new

        await asyncio.gather(*(worker() for _ in range(16)))


async def ours(port: int, count: int, meter: Meter) -> list[float]:
    """CPU seconds per 1,000 feeds of the four cycles."""
    run = Ours(port, count)
    children = Children(size=1)
    figures = []
    async with Door(allowed=parse_allowed("127.0.0.0/8")) as door:
        for name in CYCLES:
            if name == "10 % changed":
                change(port, 10)
            began = meter.read()
            await run.cycle(door, children, "plain" if name == "same bytes" else "feed")
            figures.append((meter.read() - began) * 1000 / count)
    await children.close()
    return figures


def readers(port: int, count: int, meter: Meter) -> list[float]:
    """The same cycles through `reader`, on a database of its own; it has no use for the third."""
    from reader import make_reader

    figures = []
    with tempfile.TemporaryDirectory() as folder:
        reader = make_reader(f"{folder}/db.sqlite")
        for number in range(count):
            reader.add_feed(address(port, "feed", number))
        for name in CYCLES:
            if name == "same bytes":
                figures.append(float("nan"))
                continue
            if name == "10 % changed":
                change(port, 10)
            began = meter.read()
            reader.update_feeds(scheduled=False)
            figures.append((meter.read() - began) * 1000 / count)
        reader.close()
    return figures


class Meter:
    """CPU of this process tree without the origin, which is also a child."""

    def __init__(self) -> None:
        self._origin = next(iter(_children()))

    def read(self) -> float:
        """Seconds so far."""
        return cpu_seconds() - _spent(self._origin)


def _children() -> list[int]:
    return [int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]


def _spent(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(count: int = 1000, reader_count: int = 200) -> int:
    """Print the table; exit status 1 when a figure is missed."""
    with origin(count) as port:
        mine = asyncio.run(ours(port, count, Meter()))
    with origin(reader_count) as port:
        theirs = readers(port, reader_count, Meter())
    print(f"CPU seconds per 1,000 feeds of 35 items ({count} feeds here, {reader_count} for reader)")
    print(f"{'cycle':<14}{'bot':>8}{'reader':>8}{'ratio':>8}{'to reach':>10}")
    for name, our, their, target in zip(CYCLES, mine, theirs, TARGETS, strict=True):
        print(f"{name:<14}{our:>8.2f}{their:>8.2f}{their / our:>8.1f}{target:>10.2f}")
    return int(any(our > target for our, target in zip(mine, TARGETS, strict=True)))


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
