"""A model of promises, driven by hypothesis: whatever happens in whatever order, every card is there exactly once."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from delivering import Hand, Recorder, deliverer, promise, seed, states, tell_story
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from bot.deliver import Limits
from bot.errors import AccessRevoked, ChannelLost, Doubtful, PayloadRefused, TryLater
from bot.storage import promises
from bot.storage.store import Store
from bot.storage.tables import promises as table

CHANNELS = ("slack:C1", "slack:C2", "discord:1")
FAULTS = {
    "limited": lambda: TryLater("x", reason="http-429", after=30),
    "limited everywhere": lambda: TryLater("x", reason="http-429", after=30, everywhere=True),
    "down": lambda: TryLater("x", reason="http-500"),
    "lost": lambda: ChannelLost("x", reason="not_in_channel"),
    "refused": lambda: PayloadRefused("x", reason="invalid_blocks"),
    "revoked": lambda: AccessRevoked("x", reason="invalid_auth"),
    "silent": lambda: Doubtful("x", reason="timeout"),
    "bug": lambda: RuntimeError("x"),
    "killed": lambda: KeyboardInterrupt(),
}
LATE = {name: FAULTS[name] for name in ("silent", "bug", "killed")}  # raised after the message was taken
_templates = tempfile.TemporaryDirectory()


def template() -> Path:
    """An empty database, made once."""
    path = Path(_templates.name) / "empty.db"
    if not path.exists():
        store = Store(f"sqlite:///{path}")
        store.open()
        store.step(seed, "slack:C1", "slack:C2")
        store.step(seed, "discord:1", workspace="discord:9")
        store.close()
    return path


class Promises(RuleBasedStateMachine):
    """What channels are owed, by the model, against what the platforms got."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "bot.db"
        shutil.copy(template(), path)
        self.store = Store(f"sqlite:///{path}")
        self.clock = Hand()
        self.slack = Recorder(self.clock)
        self.discord = Recorder(self.clock, "discord", Limits(repeat_seconds=120, per_second=40))
        self.owed: set[tuple[str, int]] = set()
        self.withdrawn: set[tuple[str, int]] = set()
        self.held: set[tuple[str, int]] = set()
        self.versions: dict[int, int] = {}
        self.life = 0

    @initialize()
    def begin(self) -> None:
        self.be_born()

    def be_born(self) -> None:
        self.life += 1
        self.bot = deliverer(self.store, self.clock, self.slack, self.discord, worker=f"w{self.life}")
        asyncio.run(self.bot.recover())

    # ------------------------------------------------------------------ what happens in the news

    @rule(number=st.integers(1, 6), channels=st.sets(st.sampled_from(CHANNELS), min_size=1))
    def a_story(self, number: int, channels: set[str]) -> None:
        if number not in self.versions:
            self.versions[number] = 1
            self.store.step(tell_story, number, f"Story {number} v1")
        for channel in sorted(channels):
            made = self.store.step(promise, channel, number, now=self.clock())
            assert (made is not None) is ((channel, number) not in self.owed)
            self.owed.add((channel, number))

    @precondition(lambda self: self.versions)
    @rule(data=st.data())
    def a_correction(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.versions)))
        self.versions[number] += 1
        version = self.versions[number]
        self.store.step(tell_story, number, f"Story {number} v{version}", version=version)
        for channel, owed in sorted(self.owed):
            if owed == number:
                self.store.step(promise, channel, number, "edit", version=version, now=self.clock())

    @precondition(lambda self: self.owed)
    @rule(data=st.data())
    def a_withdrawal(self, data: st.DataObject) -> None:
        channel, number = data.draw(st.sampled_from(sorted(self.owed)))
        self.store.step(promise, channel, number, "delete", now=self.clock())
        self.withdrawn.add((channel, number))

    @precondition(lambda self: self.owed)
    @rule(data=st.data())
    def kept_for_the_digest(self, data: st.DataObject) -> None:
        channel, number = data.draw(st.sampled_from(sorted(self.owed)))
        if self.store.step(promises.hold, promises.promise_id("card", str(number), channel), "cap"):
            self.held.add((channel, number))

    @rule()
    def released(self) -> None:
        for channel, number in self.held:
            self.store.step(promises.release, promises.promise_id("card", str(number), channel), self.clock())
        self.held.clear()

    # ------------------------------------------------------------------ what happens to the bot

    @rule(channel=st.sampled_from(CHANNELS), fault=st.sampled_from(sorted(FAULTS)))
    def a_fault(self, channel: str, fault: str) -> None:
        self.platform(channel).faults.setdefault(channel, []).append(FAULTS[fault]())

    @rule(channel=st.sampled_from(CHANNELS), fault=st.sampled_from(sorted(LATE)))
    def a_lost_answer(self, channel: str, fault: str) -> None:
        self.platform(channel).late.setdefault(channel, []).append(LATE[fault]())

    @rule()
    def may_not_look(self) -> None:
        self.slack.blind.append(TryLater("x", reason="history-limited", after=60))

    @rule(seconds=st.sampled_from([1, 31, 100, 700, 4000]))
    def time_passes(self, seconds: int) -> None:
        self.clock.now += seconds

    @rule()
    def deliver(self) -> None:
        try:
            asyncio.run(self.bot.drain())
        except KeyboardInterrupt:
            self.be_born()

    @rule()
    def somebody_says_retry(self) -> None:
        for channel in CHANNELS:
            self.store.step(promises.retry, self.clock(), channel_id=channel)

    # ------------------------------------------------------------------ what must hold

    def platform(self, channel: str) -> Recorder:
        return self.slack if channel.startswith("slack") else self.discord

    @invariant()
    def nothing_is_posted_twice(self) -> None:
        for platform in (self.slack, self.discord):
            counts = Counter(post.promise for post in platform.posts)
            assert all(count == 1 for count in counts.values()), counts

    def teardown(self) -> None:
        try:
            self.everything_is_there_in_the_end()
        finally:
            self.store.close()
            self.folder.cleanup()

    def everything_is_there_in_the_end(self) -> None:
        if not self.life:
            return
        self.released()
        for platform in (self.slack, self.discord):
            platform.faults.clear()
            platform.late.clear()
            platform.blind.clear()
        for _ in range(4):
            self.somebody_says_retry()
            with contextlib.suppress(KeyboardInterrupt):
                asyncio.run(self.bot.drain())
            self.clock.now += 2000
        left = [row for row in self.store.look(states) if row[1] not in ("sent", "dropped")]
        assert not left, left
        for channel, number in self.owed:
            platform = self.platform(channel)
            shown = [post for post in platform.posts if (post.channel, post.kind) == (channel, "card")]
            mine = [post for post in shown if post.shown.startswith(f"Story {number} ")]
            if (channel, number) in self.withdrawn:
                assert all(post.message_id in platform.deleted for post in mine)
                continue
            assert len(mine) == 1, f"{channel} {number}: {mine}"
            edits = [edit for edit in platform.edits if edit.message_id == mine[0].message_id]
            last = (mine + edits)[-1].shown
            assert last == f"Story {number} v{self.versions[number]}"
            row = self.store.look(
                lambda db, one=mine[0]: db.execute(select(table).where(table.c.id == one.promise)).one()
            )
            assert row.message_id == mine[0].message_id


TestPromises = Promises.TestCase
TestPromises.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
