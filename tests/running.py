"""The whole bot in this process, as app.py builds it, with platforms that record instead of chat SDKs."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet

from bot import config
from bot.app import Bot, Plan
from bot.config import Settings
from bot.model import Channel, Person, Source, Workspace
from bot.storage import following, places
from bot.storage import sources as source_steps
from bot.storage.follows import FollowSettings
from tests.delivering import Recorder

DANA = Person("slack:U1", "dana", "manager")


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def settings(folder: Path, **more: Any) -> Settings:
    """Settings of a bot that lives in a folder, may fetch from loopback, and looks at sources as often as it can."""
    given: dict[str, Any] = {
        "DATABASE_URL": f"sqlite:///{folder / 'bot.db'}",
        "AIPOLICY_FETCH_ALLOW": "127.0.0.0/8",
        "AIPOLICY_SECRET_KEYS": Fernet.generate_key().decode(),
        "PORT": 0,
        **more,
    }
    found, wrong = config.parse(given)
    assert not wrong, wrong
    return found


class Stand:
    """A platform without people: `sender` records."""

    def __init__(self, name: str) -> None:
        self.sender = Recorder(time.time, platform=name)  # type: ignore[arg-type]  # a clock is a clock
        self.started = self.stopped = False

    async def start(self) -> None:
        self.started = True

    async def stop(self) -> None:
        self.stopped = True


class Standing(Bot):
    """The bot with such platforms."""

    def build(self, name: str) -> Any:
        return Stand(name)

    def sender(self, name: str) -> Recorder:
        """What a platform recorded."""
        found: Recorder = self.platforms[name].sender
        return found

    async def follow(self, *names: str, backlog: int = 5) -> None:
        """A channel of each platform follows everything."""
        for name in names:
            workspace = Workspace(f"{name}:W", name, "Team")  # type: ignore[arg-type]  # a platform's name
            channel = Channel(f"{name}:C", workspace.id, "news")
            now = time.time()
            await self.store.run(places.ensure, workspace, channel, now)
            await self.store.run(following.begin, channel, DANA, "", FollowSettings(backlog=backlog), old=0, now=now)

    async def choose(self, url: str, name: str = "slack", **about: Any) -> int:
        """The workspace of a platform chooses a source, due at once."""
        now = time.time()
        source_id = await self.store.run(source_steps.add, Source(0, "feed", url, **about), now)
        await self.store.run(source_steps.choose, f"{name}:W", source_id, by=DANA.id, now=now)
        self.wake()
        return source_id


@asynccontextmanager
async def running(found: Settings, *names: str, web: bool = False) -> AsyncIterator[Standing]:
    """A started bot, stopped at the end."""
    bot = Standing(found, Plan(platforms=names or ("slack",), web=web))
    await bot.start()
    try:
        yield bot
    finally:
        await bot.stop()


async def until(true: Callable[[], Any], seconds: float = 30) -> None:
    """Wait until something has become true."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)
