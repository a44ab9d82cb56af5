"""A WebSub hub that means ill: it learns nothing, makes nothing up, and has no source looked at more than it may be."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import time
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.config import Settings
from bot.storage import hubs
from bot.web import websub as listening
from tests.journey.test_websub_push import COURT, RULES, publish, subscribed
from tests.loopback import Origin
from tests.running import Standing, free_port, running, settings, until
from tests.websub_hub import Hub


def given(folder: Path) -> Settings:
    port = free_port()
    public = {"PORT": port, "AIPOLICY_PUBLIC_URL": f"http://127.0.0.1:{port}", "AIPOLICY_POLL_MIN_SECONDS": 3600}
    return settings(folder, **public)


def looks(origin: Origin) -> int:
    return len(origin.asked_for("/news.xml"))


async def send(hub: Hub, body: bytes, headers: dict[str, str]) -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.post(hub.asked[-1]["hub.callback"], data=body, headers=headers) as answer,
    ):
        assert await answer.text() == ""
        return answer.status


async def test_forged_signatures_of_every_kind(tmp_path: Path) -> None:
    async with Origin() as origin, running(given(tmp_path), web=True) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        await subscribed(bot, origin, hub)
        before = looks(origin)
        body = publish(origin, hub, [COURT, RULES])
        secret = hub.asked[-1]["hub.secret"].encode()
        right = hmac.new(secret, body, hashlib.sha256).hexdigest()
        forged = [
            "", "sha256", "sha256=", f"sha256={right[:-1]}", f"sha256={right}0", f"sha1={right}", f"md5={right}", right,
            f"sha256 = {right} ,", "sha256=" + "a" * 7000, f"={right}", "none=", "sha256=\xe9\xff",
            f"sha256={hmac.new(secret, body + b' ', hashlib.sha256).hexdigest()}",
            f"sha256={hmac.new(b'', body, hashlib.sha256).hexdigest()}",
        ]  # fmt: skip
        for one in forged:
            assert await send(hub, body, {"X-Hub-Signature": one} if one else {}) == 202, one
        assert looks(origin) == before
        assert len(bot.sender("slack").posts) == 1


async def test_a_flood_of_pushes_costs_two_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub knows the secret, so even signed pushes are heeded only so often; the last one is never lost."""
    async with Origin() as origin, running(given(tmp_path), web=True) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        await subscribed(bot, origin, hub)
        before = looks(origin)
        monkeypatch.setattr(listening, "LOOK_PAUSE", 2.0)
        body = publish(origin, hub, [RULES])
        assert set(await asyncio.gather(*(hub.push(body) for _ in range(100)))) == {202}
        assert looks(origin) <= before + 1
        body = publish(origin, hub, [COURT, RULES])
        assert await hub.push(body) == 202
        await until(lambda: len(bot.sender("slack").posts) == 2)
        assert looks(origin) <= before + 2
        assert set(await asyncio.gather(*(hub.push(body, secret="a guess") for _ in range(100)))) == {202}
        assert looks(origin) <= before + 2


async def test_what_a_hub_makes_up_is_not_believed(tmp_path: Path) -> None:
    async with Origin() as origin, running(given(tmp_path), web=True) as bot:
        hub = Hub(origin)
        made_up = publish(origin, hub, [COURT, RULES])
        publish(origin, hub, [RULES])
        await subscribed(bot, origin, hub)
        before = looks(origin)
        assert await hub.push(made_up) == 202
        await until(lambda: looks(origin) == before + 1)
        await bot.poller.cycle(bot.services.clock)
        assert bot.sender("slack").shown() == [RULES.title], "only what stands at the source's own address"


async def test_challenges_it_must_not_answer(tmp_path: Path) -> None:
    async with Origin() as origin, running(given(tmp_path), web=True) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        source_id = await subscribed(bot, origin, hub)
        assert await hub.check(mode="unsubscribe") == (404, "")
        assert await hub.check(mode="") == (404, "")
        assert await hub.check(mode="publish") == (404, "")
        assert await hub.check(challenge="x" * 1001) == (404, "")
        assert await hub.check(challenge="") == (404, "")
        assert await hub.check(topic=origin.url("/other.xml")) == (404, "")
        hub.lease_seconds = 10**30
        assert await hub.check(challenge="<script>alert(1)</script>") == (200, "<script>alert(1)</script>")
        async with aiohttp.ClientSession() as session:
            query = {"hub.mode": "subscribe", "hub.topic": hub.asked[-1]["hub.topic"], "hub.challenge": "<b>"}
            async with session.get(hub.asked[-1]["hub.callback"], params=query) as answer:
                assert answer.content_type == "text/plain", "what it wrote is no page of ours"
        (standing,) = await bot.store.read(hubs.standings)
        assert standing.lease_until is not None
        assert standing.lease_until < time.time() + 31 * 86400
        assert await bot.store.read(hubs.pushed, [source_id], time.time()) == {source_id}


@pytest.mark.parametrize("how", ["redirects inside", "never ends", "hangs up", "answers 200 with a page"])
async def test_it_answers_a_subscription_badly(tmp_path: Path, how: str) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        if how == "redirects inside":
            return web.Response(status=307, headers={"Location": "http://169.254.169.254/latest/"})
        if how == "hangs up":
            assert request.transport is not None
            request.transport.close()
        if how == "never ends":
            stream = web.StreamResponse()
            await stream.prepare(request)
            for _ in range(100):
                await stream.write(b" " * 65536)
            return stream
        return web.Response(text="<html>Welcome</html>", content_type="text/html")

    async with Origin() as origin, running(given(tmp_path)) as bot:
        hub = Hub(origin)
        publish(origin, hub, [RULES])
        origin.handle(hub.path, answer)
        await asked(bot, origin)
        (standing,) = await bot.store.read(hubs.standings)
        assert standing.state == "asked", "polling goes on, and the hub is asked again later"


@pytest.mark.parametrize(
    "hub_url", ["http://169.254.169.254/hub", "http://10.0.0.7/hub", "http://93.184.215.14:25/hub"]
)
async def test_a_feed_that_names_a_private_hub(tmp_path: Path, hub_url: str) -> None:
    async with Origin() as origin, running(given(tmp_path)) as bot:
        hub = Hub(origin)
        body = publish(origin, hub, [RULES]).replace(hub.url.encode(), hub_url.encode())
        origin.serve("/news.xml", body)
        await asked(bot, origin)
        assert hub.asked == []
        assert bot.sender("slack").shown() == [RULES.title]


async def asked(bot: Standing, origin: Origin) -> None:
    await bot.follow("slack")
    await bot.choose(origin.url("/news.xml"))
    await until(lambda: bot.sender("slack").posts)
    assert await bot.websub.ask_due() <= 1
