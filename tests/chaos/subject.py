"""The process under test: plans stories and delivers them with the real code, until somebody kills it.

Started once, it forks a child for every life, so that a thousand lives do not import the SDKs a thousand times.
"""

from __future__ import annotations

import asyncio
import faulthandler
import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import discord
import structlog
from sqlalchemy import Connection, func, select, text

sys.path.insert(0, str(Path(__file__).parents[1]))

from delivering import promise, seed, tell_story

from bot import failpoints, logs
from bot.commands import Services
from bot.deliver import Deliverer
from bot.deliver.sender import Limits
from bot.errors import StorageError
from bot.platforms.discord import Discord, DiscordOptions
from bot.platforms.slack import Slack, SlackOptions
from bot.queue import Queue
from bot.queue.local import LocalQueue
from bot.queue.postgres import PostgresQueue
from bot.storage.store import Store
from bot.storage.tables import promises, stories
from bot.storage.work import OPEN

SLACK = ("slack:C1", "slack:C2", "slack:C3")
DISCORD = ("discord:101", "discord:102", "discord:103")
EDITED, DELETED = 3, 7  # every third story gets a second version, every seventh is taken back


@dataclass(frozen=True)
class Life:
    """What one life is told."""

    database: str
    slack: str
    discord: str
    base: float  # wall time at which the fast clock began
    speed: float  # of the fast clock
    stories: int  # plan until there are so many
    arm: str = ""  # failpoint that ends it
    finish: bool = False  # end when everything is settled
    only: bool = True  # no other process is at work


class Fast:
    """A clock that runs `speed` times as fast as the wall's, the same in every life and on the stand-ins."""

    def __init__(self, base: float, speed: float) -> None:
        self.base, self.speed = base, speed

    def __call__(self) -> float:
        return self.base + (time.time() - self.base) * self.speed

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.speed)


def plan_next(db: Connection, queue: Queue, until: int, now: float) -> bool:
    """The next thing that happens in the news, and a job that says so; False when nothing is left."""
    if db.dialect.name == "postgresql":  # what happens to one story happens in order, as grouping sees to
        db.execute(text("SELECT pg_advisory_xact_lock(1)"))
    last = db.execute(select(func.max(stories.c.id))).scalar_one() or 0
    edited = select(stories.c.id).where(stories.c.version == 1, stories.c.id % EDITED == 0, stories.c.id < last - 1)
    number = db.execute(edited.limit(1)).scalar_one_or_none()
    if number is not None or last >= until:
        if number is None:
            pending = select(stories.c.id).where(stories.c.version == 1, stories.c.id % EDITED == 0)
            number = db.execute(pending.limit(1)).scalar_one_or_none()
        if number is None:
            return False
        tell_story(db, number, f"Story {number} second edition.", version=2, now=now)
        for channel in SLACK + DISCORD:
            promise(db, channel, number, "edit", version=2, now=now)
            if number % DELETED == 0:
                promise(db, channel, number, "delete", now=now)
    else:
        tell_story(db, last + 1, f"Story {last + 1} first edition.", now=now)
        for channel in SLACK + DISCORD:
            promise(db, channel, last + 1, now=now)
    queue.deliver(db, SLACK + DISCORD)
    failpoints.hit("plan.before-commit")
    return True


def unsettled(db: Connection) -> int:
    """How many promises are still owed."""
    return db.execute(select(func.count()).where(promises.c.state.in_(OPEN))).scalar_one()


async def live(life: Life) -> None:
    """Plan and deliver for as long as we are left alone."""
    clock = Fast(life.base, life.speed)
    store = Store(life.database)
    # Its jobs are deferred with the promises and done by nobody: losing every one of them must lose nothing.
    queue: Queue = LocalQueue() if store.is_sqlite else PostgresQueue(store.dsn, name="chaos")
    services = Services(store, clock=lambda: datetime.fromtimestamp(clock(), UTC))
    slack = Slack(SlackOptions(bot_token="xoxb-test", api_url=f"{life.slack}/api/"), services)
    door = Discord(DiscordOptions(token="test.token", api_url=f"{life.discord}/api/v10", shards=1), services)
    slack.sender.limits = Limits(pace_seconds=0.2, everywhere="workspace")
    deliverer = Deliverer(
        store,
        {"slack": slack.sender, "discord": door.sender},
        worker=f"{os.getpid()}-{time.time_ns()}",
        clock=clock,
        sleep=clock.sleep,
        shared_clock=False,
        try_seconds=10.0 * life.speed / 20,  # half a second of the wall's
        lease_seconds=60.0,
        look_wait=1.0,  # the killer lets what is on its way arrive before it starts the next life
    )
    if life.only:
        await deliverer.recover()
    while True:
        try:
            planned = await store.run(plan_next, queue, life.stories, clock())
            if planned:
                failpoints.hit("plan.after-commit")
            await deliverer.sweep()
            if not planned and life.finish and not await store.read(unsettled):
                break
        except StorageError as error:
            structlog.get_logger().error("storage", reason=str(error))
        await asyncio.sleep(0.01)
    await deliverer.close(5)
    await slack.workspaces.close()
    await door.client.close()
    store.close()


def prepare(url: str) -> None:
    """Make the database and the places in it."""
    store = Store(url)
    store.open()
    store.step(seed, *SLACK, workspace="slack:T1")
    store.step(seed, *DISCORD, workspace="discord:9")
    store.close()


def born(life: Life) -> None:
    """A forked child: never returns."""
    sink = open(os.environ.get("AIPOLICY_CHAOS_LOG", os.devnull), "a", buffering=1)  # noqa: SIM115  # until the end
    os.dup2(sink.fileno(), 1)
    os.dup2(sink.fileno(), 2)
    logs.configure(form="text")
    faulthandler.enable(sink)
    failpoints.arm(life.arm)
    code = 1
    try:
        asyncio.run(live(life))
        code = 0
    finally:
        os._exit(code)


def main() -> None:
    """One JSON line in, one child; its process id out, then how it ended."""
    assert discord.__version__
    for line in sys.stdin:
        life = Life(**json.loads(line))
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            born(life)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
