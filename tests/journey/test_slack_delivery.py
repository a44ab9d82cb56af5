"""The real deliverer over the real Slack client, with a Slack that takes posts and loses the answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from delivering import Hand, deliverer, promise, seed, states, tell_story
from slack_api import Api, slack_api

from bot.commands import Services
from bot.platforms.slack import Slack, SlackOptions
from bot.storage.store import Store


class Keeper:
    """A channel that keeps what is posted, metadata included; the answers in `lost` never leave."""

    def __init__(self, api: Api) -> None:
        self.messages: list[dict[str, Any]] = []
        self.lost: set[int] = set()
        self.posts = 0
        self.limited = 0
        api.script["chat.postMessage"] = [self.post] * 50
        api.script["conversations.history"] = [self.history] * 50
        self._api = api

    async def post(self, request: web.Request) -> web.StreamResponse:
        sent = self._api.of("chat.postMessage")[-1]
        self.posts += 1
        ts = f"18000000{self.posts:02d}.000100"
        self.messages.insert(0, {"ts": ts, "metadata": sent["metadata"], "text": sent["text"]})
        if self.posts in self.lost:
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"ok": True, "ts": ts, "channel": sent["channel"]})

    async def history(self, request: web.Request) -> web.StreamResponse:
        if self.limited:
            self.limited -= 1
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "60"})
        return web.json_response({"ok": True, "messages": self.messages})


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with slack_api() as found:
        yield found


@pytest.fixture
def store(tmp_path: Path) -> Any:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    yield store
    store.close()


async def test_a_lost_answer_is_looked_up_and_nothing_is_posted_twice(api: Api, store: Store) -> None:
    clock = Hand()
    slack = Slack(
        SlackOptions("xoxb-1", api_url=api.url), Services(store, clock=lambda: datetime.fromtimestamp(clock(), UTC))
    )
    channel = Keeper(api)
    channel.lost = {1, 3}
    channel.limited = 2

    def step(db: Any) -> None:
        seed(db, "slack:C1")
        for number in (1, 2, 3):
            tell_story(db, number, f"Story {number}")
            promise(db, "slack:C1", number)

    store.step(step)
    keeper = deliverer(store, clock, slack.sender)  # type: ignore[arg-type]  # a Sender like the recorder
    for _ in range(40):
        await keeper.drain()
        if all(state == "sent" for _, state, _ in store.look(states)):
            break
        clock.now += 30
    assert [state for _, state, _ in store.look(states)] == ["sent"] * 3
    assert sorted(message["text"] for message in channel.messages) == [f"Story {n} (Example)" for n in (1, 2, 3)]
    assert channel.posts == 3
    await slack.stop()
