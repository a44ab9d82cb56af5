"""Clocks that jump, disks that fill, databases that lock or go away, two bots at once: nothing lost, one clear line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from delivering import NOON, Hand, Recorder, deliverer, promise, seed, states, tell_story
from sqlalchemy import Connection
from structlog.testing import capture_logs

from bot.errors import Doubtful, StorageError, TryLater
from bot.storage import mending
from bot.storage.lock import OneProcess
from bot.storage.store import Store
from tests import program

DAY = 86400.0
ONE, TWO = "slack:C1", "slack:C2"


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def slack(clock: Hand) -> Recorder:
    return Recorder(clock)


def fill(db: Connection, now: float = NOON) -> None:
    seed(db, ONE, TWO, now=now)
    for number, channel in ((1, ONE), (2, ONE), (3, TWO)):
        tell_story(db, number, f"Story {number}", now=now)
        promise(db, channel, number, now=now)


# --------------------------------------------------------------------------- the clock


async def test_a_clock_set_back_a_day_delays_nothing(store: Store, clock: Hand, slack: Recorder) -> None:
    clock.now = NOON + DAY
    store.step(fill, clock())
    store.step(tell_story, 4, "Story 4")
    store.step(promise, TWO, 4, now=clock(), due_at=clock() + 3600)  # quiet hours: one hour from now
    slack.faults[ONE] = [TryLater("no", reason="http-500")]
    slack.late[TWO] = [Doubtful("no answer", reason="timeout")]
    await deliverer(store, clock, slack).drain()
    clock.now = NOON  # somebody mends the clock
    with capture_logs() as lines:
        bot = deliverer(store, clock, slack)
        await bot.mend()
        await bot.drain()
    assert [line["event"] for line in lines if line["log_level"] == "warning"] == ["the clock went back; waits mended"]
    assert sorted(slack.shown()) == ["Story 1", "Story 2", "Story 3"]
    clock.now += 3590
    await bot.drain()
    assert len(slack.posts) == 3
    clock.now += 20
    await bot.drain()
    assert slack.shown(TWO) == ["Story 3", "Story 4"]


async def test_a_clock_set_forward_a_day_repeats_nothing(store: Store, clock: Hand, slack: Recorder) -> None:
    store.step(fill)
    slack.late[ONE] = [Doubtful("no answer", reason="timeout")]
    await deliverer(store, clock, slack).drain()
    clock.now += DAY
    bot = deliverer(store, clock, slack)
    await bot.mend()
    await bot.drain()
    assert sorted(slack.shown()) == ["Story 1", "Story 2", "Story 3"]


async def test_a_lease_of_a_clock_that_ran_ahead_ends(store: Store, clock: Hand, slack: Recorder) -> None:
    store.step(fill)
    clock.now = NOON + DAY
    slack.late[ONE] = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        await deliverer(store, clock, slack).serve(ONE)
    clock.now = NOON
    other = deliverer(store, clock, slack, worker="w2")
    await other.drain()
    assert slack.shown(ONE) == ["Story 1"]
    await other.mend()
    clock.now += 1
    await other.drain()
    assert slack.shown(ONE) == ["Story 1", "Story 2"]


def test_a_clock_that_is_right_is_left_alone(store: Store) -> None:
    store.step(fill)
    store.step(promise, ONE, 9, "reminder", payload="{}", due_at=NOON + 300 * DAY)
    assert store.step(mending.mend_clock, NOON) == mending.Mended()
    assert store.step(mending.mend_clock, NOON - 30) == mending.Mended()  # two machines never agree to the second


def test_all_machines_go_by_the_databases_clock(store: Store) -> None:
    offset = store.look(mending.offset, NOON)
    assert (offset == 0.0) is store.is_sqlite


# --------------------------------------------------------------------------- the database


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    store.step(fill)
    yield store
    store.close()


async def test_a_full_disk_keeps_what_was_promised_and_posts_nothing_twice(
    disk: Store, clock: Hand, slack: Recorder
) -> None:
    pages = disk.step(lambda db: db.exec_driver_sql("PRAGMA page_count").scalar_one())
    ballast = "x" * 3000

    def fills_up(db: Connection) -> None:
        db.exec_driver_sql(f"PRAGMA max_page_count={pages + 8}")
        for number in range(1000):
            tell_story(db, 100 + number, ballast)

    with pytest.raises(StorageError, match="disk is full"):
        disk.step(fills_up)

    sends = slack.send

    async def send(*call):  # type: ignore[no-untyped-def]
        receipt = await sends(*call)
        # The disk fills while the message is on its way: its receipt cannot be written at first.
        disk.step(
            lambda db: db.exec_driver_sql(
                "CREATE TEMP TRIGGER full BEFORE UPDATE ON promises BEGIN "
                "SELECT RAISE(ABORT, 'database or disk is full'); END"
            )
        )
        return receipt

    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        clock.now += seconds
        if len(waits) > 3:  # somebody makes room
            disk.step(lambda db: db.exec_driver_sql("DROP TRIGGER IF EXISTS full"))
            slack.send = sends  # type: ignore[method-assign]

    slack.send = send  # type: ignore[method-assign]
    bot = deliverer(disk, clock, slack)
    bot._sleep = sleep  # the bot's own waits make the time pass
    with capture_logs() as lines:
        await bot.serve(ONE)
    await bot.drain()
    errors = [line for line in lines if line["log_level"] == "error"]
    assert len(errors) == 1
    assert "disk is full" in errors[0]["reason"]
    assert sorted(slack.shown()) == ["Story 1", "Story 2", "Story 3"]
    assert {state for _, state, _ in disk.look(states)} == {"sent"}


def test_a_disk_that_is_really_full_is_called_full(tmp_path: Path) -> None:
    """A file system of 900 kB where this user may mount one; elsewhere the kernel's file size limit stands for it
    (tests/journey/test_program.py)."""
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        return
    try:
        store = Store(f"sqlite:///{small / 'bot.db'}")
        store.open()
        store.step(fill)
        ballast = small / "ballast"
        with ballast.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)

        def more(db: Connection) -> None:
            for number in range(100, 2000):
                tell_story(db, number, "x" * 3000)

        with pytest.raises(StorageError, match=r"could not grow: the disk is full\. Free some space"):
            store.step(more)
        kept = store.look(states)
        assert [state for _, state, _ in kept] == ["planned"] * 3
        ballast.unlink()
        store.step(tell_story, 9, "There is room again.")
        store.close()
    finally:
        subprocess.run(["umount", "--lazy", str(small)], check=True)


def test_a_database_that_may_not_be_written_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    store = Store(f"sqlite:///{path}")
    store.open()
    store.step(fill)
    store.step(lambda db: db.exec_driver_sql("PRAGMA query_only=ON"))
    with pytest.raises(StorageError, match=f"{path} is read-only. Give this user the right to write"):
        store.step(promise, ONE, 9)
    store.close()


async def test_a_read_only_database_stops_before_anything_is_posted(disk: Store, clock: Hand, slack: Recorder) -> None:
    disk.step(lambda db: db.exec_driver_sql("PRAGMA query_only=ON"))
    with capture_logs() as lines:
        await deliverer(disk, clock, slack).drain()
    assert slack.posts == []
    assert {line["event"] for line in lines} == {"cannot take promises"}
    again = Store(str(disk.url))
    await deliverer(again, clock, slack).drain()
    again.close()
    assert len(slack.posts) == 3


HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_locked_database_says_so_and_nothing_is_lost(disk: Store) -> None:
    disk.step(lambda db: db.exec_driver_sql("PRAGMA busy_timeout=50"))
    with program.running([sys.executable, "-c", HOLD, str(disk.url.database)], stdin=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StorageError, match="is locked by another program"):
            disk.step(promise, ONE, 9)
        other.communicate(timeout=60)
    assert disk.step(promise, ONE, 9) is not None


async def test_a_platform_that_is_gone_for_an_hour_and_back(store: Store, clock: Hand, slack: Recorder) -> None:
    store.step(fill)
    away = TryLater("unreachable", reason="unreachable")
    slack.faults = {ONE: [away] * 1000, TWO: [away] * 1000}
    bot = deliverer(store, clock, slack)
    end = clock() + 3600
    tries = 0
    while clock() < end:
        await bot.drain()
        clock.now += 20
    tries = 2000 - sum(map(len, slack.faults.values()))
    assert tries < 40  # an outage is not made worse by asking all the time
    slack.faults = {}
    clock.now += 20 * 60
    await bot.drain()
    assert sorted(slack.shown()) == ["Story 1", "Story 2", "Story 3"]


# --------------------------------------------------------------------------- two bots

SECOND = """
import sys
from bot.errors import StorageError
from bot.storage.lock import OneProcess
from bot.storage.store import Store

store = Store(sys.argv[1])
store.open()
lock = OneProcess(store)
try:
    lock.take()
except StorageError as error:
    print(error)
    sys.exit(3)
print("mine", flush=True)
sys.stdin.read()
"""


def test_a_second_bot_on_one_sqlite_database_ends_with_a_clear_line(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    with program.running([sys.executable, "-c", SECOND, url], stdin=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "mine\n"
        second = subprocess.run([sys.executable, "-c", SECOND, url], capture_output=True, check=False)
        assert second.returncode == 3
        assert f"(process {first.pid}) is at work" in second.stdout.decode()
    # it was killed: the system let the lock go
    third = Store(url)
    third.open()
    lock = OneProcess(third)
    lock.take()
    lock.release()
    third.close()


async def test_two_workers_on_one_database_post_everything_once(store: Store, clock: Hand, slack: Recorder) -> None:
    store.step(fill)
    for number in range(10, 40):
        store.step(tell_story, number, f"Story {number}")
        store.step(promise, (ONE, TWO)[number % 2], number)
    bots = [deliverer(store, clock, slack, worker=f"w{number}") for number in range(3)]
    for _ in range(4):
        for bot in bots:
            await bot.sweep()
        for bot in bots:
            await bot.settled()
    assert len(slack.posts) == 33
    assert len({post.promise for post in slack.posts}) == 33
    for channel in (ONE, TWO):
        numbers = [int(shown.split()[1]) for shown in slack.shown(channel)]
        assert numbers == sorted(numbers)
