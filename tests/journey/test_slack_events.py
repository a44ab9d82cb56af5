"""Slack over HTTP on local-slack: it signs and posts, our web door checks and answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_probe import CARD, CHANNEL, probes, promise  # noqa: F401  # a fixture
from slack_world import BOT_TOKEN, SECRET, World, elements, free_port, local_slack, until, words

from bot.commands import Services
from bot.platforms.slack import Slack, SlackOptions
from bot.storage import places
from bot.storage.store import Store
from bot.web.slack import SlackHttp, routes

pytestmark = [pytest.mark.node, pytest.mark.usefixtures("probes")]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[tuple[World, Slack]]:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    port = free_port()
    async with local_slack(tmp_path, request_url=f"http://127.0.0.1:{port}/slack/events") as found:
        slack = Slack(SlackOptions(BOT_TOKEN, signing_secret=SECRET, api_url=found.api, mode="http"), Services(store))
        app = web.Application()
        app.add_routes(routes(SlackHttp(SECRET, slack.dispatch, store, lambda: datetime.now(UTC))))
        server = TestServer(app, port=port)
        await server.start_server()
        await slack.start()
        store.step(places.add_manager, "slack:T01TEST", "slack:U1ANNA", "test", 0.0)
        yield found, slack
        await server.close()
        await slack.stop()
    store.close()


async def test_commands_buttons_and_forms_work_over_http(world: tuple[World, Slack]) -> None:
    people, slack = world
    answer = await people.ask("probe press")
    assert answer["subtype"] == "ephemeral"
    before = len(await people.messages())
    await people.press(answer, elements(answer)["Echo"], user="U2BEN")
    assert "heard words=pressed" in words((await people.new(before))[0]["blocks"])

    await people.command("probe form")
    await until(lambda: _open(people, "form"))
    await people.submit({"url": {"value": {"type": "plain_text_input", "value": "https://a.example"}}})
    shown = await until(lambda: _open(people, "shown"))
    assert "heard url=https://a.example" in words(shown["blocks"])

    await people.open_home("U1ANNA")
    await until(lambda: _home(people))

    await slack.sender.send(CHANNEL, promise("c1"), CARD)
    posted = (await people.messages())[-1]
    option = elements(posted)["…"]["options"][0]
    before = len(await people.messages())
    await people.press(posted, elements(posted)["…"], selected_option=option)
    assert (await people.new(before))[0]["subtype"] == "ephemeral"


async def _open(people: World, callback: str) -> dict | None:  # type: ignore[type-arg]  # JSON
    stack = (await people.screen())["modalStack"]
    return stack[-1] if stack and stack[-1]["callback_id"] == callback else None


async def _home(people: World) -> bool:
    return "U1ANNA" in (await people.screen())["homeViews"]
