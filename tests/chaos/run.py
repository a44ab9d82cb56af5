"""The killer: kills the bot at every step and at random moments, then counts what was lost or repeated.

python -m tests.chaos.run --kills 1000 --db sqlite|postgres|both
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

# ruff: noqa: E402  # a script: its neighbours are found by the line above
from chaos.servers import Discord, Kept, Platform, Slack
from chaos.subject import DELETED, DISCORD, EDITED, SLACK, Fast, Life, prepare

from bot import failpoints

SPEED = 20.0
NAMES = failpoints.NAMES
PATIENCE_SECONDS = 4.0  # a failpoint that is not reached by then: killed anyway
STORIES_AHEAD = 2


@dataclass
class Count:
    """What a run found."""

    kills: int = 0
    at: Counter[str] = field(default_factory=Counter)
    stories: int = 0
    owed: int = 0
    lost: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)  # an old version, or not taken back
    disordered: list[str] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    repeats_stopped: int = 0  # by Discord's nonce
    looks: int = 0  # into Slack's history
    seconds: float = 0.0

    def __str__(self) -> str:
        return "\n".join(
            (
                f"kills {self.kills}: " + ", ".join(f"{name} {count}" for name, count in sorted(self.at.items())),
                f"faults {self.faults.total()}: "
                + ", ".join(f"{name} {count}" for name, count in sorted(self.faults.items())),
                f"stories {self.stories}, messages owed {self.owed}, looks into history {self.looks}, "
                f"repeats the nonce stopped {self.repeats_stopped}, {self.seconds:.0f} s",
                f"lost {len(self.lost)}, repeated {len(self.repeated)}, wrong content {len(self.wrong)}, "
                f"out of order {len(self.disordered)}",
                *(f"  {line}" for line in (self.lost + self.repeated + self.wrong + self.disordered)[:20]),
            )
        )

    @property
    def clean(self) -> bool:
        """Nothing lost, repeated, wrong or out of order."""
        return not (self.lost or self.repeated or self.wrong or self.disordered)


class Subject:
    """A zygote and the life it leads now."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        here = Path(__file__)
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(here.with_name("subject.py")),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": f"{here.parents[1]}:{here.parents[2]}"},
        )

    async def stop(self) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def live(self, life: Life, kill_after: float | None) -> tuple[bool, int]:
        """Lead one life. Returns (we killed it, exit code); a failpoint's kill is its own."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write((json.dumps(life.__dict__) + "\n").encode())
        await process.stdin.drain()
        pid = int(await process.stdout.readline())
        ended = asyncio.ensure_future(process.stdout.readline())
        done, _ = await asyncio.wait({ended}, timeout=kill_after)
        ours = not done
        if ours:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:  # its failpoint was faster by a moment
                ours = False
        return ours, int(await ended)


async def torture(database: str, *, kills: int, seed: int, workers: int = 1, fault_rate: float = 0.15) -> Count:
    """Kill the bot this often while it works, let it finish, and count."""
    rng = random.Random(seed)
    clock = Fast(time.time(), SPEED)
    slack, discord = Slack(clock, random.Random(seed + 1)), Discord(clock, random.Random(seed + 2))
    platforms: tuple[Platform, ...] = (slack, discord)
    for platform in platforms:
        await platform.start()
        platform.fault_rate = fault_rate
    await asyncio.to_thread(prepare, database)
    subjects = [Subject() for _ in range(workers)]
    count, began = Count(), time.monotonic()
    for subject in subjects:
        await subject.start()

    def life(arm: str = "", finish: bool = False) -> Life:
        if not finish:
            count.stories += STORIES_AHEAD
        return Life(database, slack.url, discord.url, clock.base, SPEED, count.stories, arm, finish, workers == 1)

    tried: Counter[str] = Counter()

    async def torment(subject: Subject, share: int) -> None:
        number, killed = -1, 0
        while killed < share:
            number += 1
            arm, moment = "", rng.uniform(0.02, 0.5)
            if number % 2 == 0:
                # The step killed at least often, so that one that was not reached in time is tried again, at its
                # first occasion then.
                name = min(NAMES, key=lambda one: (count.at[one], tried[one]))
                missed = tried[name] > count.at[name]
                tried[name] += 1
                arm, moment = f"{name}:{1 if missed else rng.randint(1, 4)}", PATIENCE_SECONDS
            ours, code = await subject.live(life(arm), moment)
            if code == -signal.SIGSEGV:  # a fault in a C extension: another way to die, counted apart
                count.at["crashed by itself"] += 1
                continue
            if code != -signal.SIGKILL:
                raise AssertionError(f"a life ended by itself with {code}")
            killed += 1
            count.kills += 1
            count.at["at a random moment" if ours else arm.partition(":")[0]] += 1
            if workers == 1:
                for platform in platforms:
                    await platform.quiet()

    try:
        await asyncio.gather(*(torment(subject, kills // workers) for subject in subjects))
        for platform in platforms:
            platform.fault_rate = 0.0
        _, code = await subjects[0].live(life(finish=True), 600.0)
        if code != 0:
            raise AssertionError(f"the last life did not finish: {code}")
    finally:
        for subject in subjects:
            await subject.stop()
        for platform in platforms:
            await platform.stop()
    for platform in platforms:
        count.faults += platform.faults
    count.repeats_stopped, count.looks = discord.repeats_stopped, slack.requests["conversations.history"]
    count.seconds = time.monotonic() - began
    judge(count, slack, SLACK)
    judge(count, discord, DISCORD)
    return count


def judge(count: Count, platform: Platform, channels: tuple[str, ...]) -> None:
    """Compare what a platform got with what its channels were owed."""
    for channel in channels:
        name = channel.partition(":")[2]
        got: dict[int, list[Kept]] = {}
        order = []
        for kept in platform.messages.values():
            if kept.channel == name:
                number = _story(kept.body)
                got.setdefault(number, []).append(kept)
                order.append(number)
        for number in range(1, count.stories + 1):
            count.owed += 1
            copies = got.get(number, [])
            what = f"story {number} in {channel}"
            taken_back = number % EDITED == 0 and number % DELETED == 0
            if not copies:
                if not taken_back:  # taken back before it was posted: nothing was owed
                    count.lost.append(what)
                continue
            if len(copies) > 1:
                count.repeated.append(f"{what}: {len(copies)} times, promises {[kept.promise for kept in copies]}")
            if taken_back != copies[0].deleted:
                count.wrong.append(f"{what} {'was not' if taken_back else 'was'} taken back")
            if number % EDITED == 0 and not taken_back and "second edition" not in copies[0].body:
                count.wrong.append(f"{what} shows its first edition")
        if order != sorted(order):
            count.disordered.append(f"{channel}: {order}")


def _story(body: str) -> int:
    """The number of the story a message shows."""
    return int(body.split("Story ", 1)[1].split(" ", 1)[0])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="on each database")
    parser.add_argument("--db", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2, help="bots at once on PostgreSQL")
    asked = parser.parse_args()
    counts = []
    if asked.db != "postgres":
        print("SQLite, one bot", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/bot.db"
            counts.append(asyncio.run(torture(url, kills=asked.kills, seed=asked.seed)))
        print(counts[-1], flush=True)
    if asked.db != "sqlite":
        from conftest import own_database, running_postgres

        print(f"PostgreSQL, {asked.workers} bots at once", flush=True)
        with running_postgres() as server, own_database(server) as url:
            counts.append(asyncio.run(torture(url, kills=asked.kills, seed=asked.seed, workers=asked.workers)))
        print(counts[-1], flush=True)
    return 0 if all(count.clean and count.kills >= asked.kills for count in counts) else 1


if __name__ == "__main__":
    sys.exit(main())
