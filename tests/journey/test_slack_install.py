"""From "Add to Slack" to a posted card on emulate: OAuth, scopes, sealed tokens, metadata, uninstalling."""

from __future__ import annotations

import html
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_emulate import choices, emulate
from slack_probe import CARD, promise
from slack_world import free_port, until

from bot.commands import Services
from bot.errors import AccessRevoked, ChannelLost
from bot.model import Channel, Workspace
from bot.platforms.slack import Slack, SlackOptions
from bot.render.slack_manifest import SCOPES
from bot.storage import installs, places
from bot.storage.seal import Sealer
from bot.storage.store import Store
from bot.web.slack import SlackHttp, routes

pytestmark = [pytest.mark.node]

SEALER = Sealer(["k" * 43])
TEAM = "slack:T000000001"


@pytest.fixture
def store(tmp_path: Path) -> Any:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    yield store
    store.close()


@pytest.fixture
async def desk(tmp_path: Path, store: Store) -> AsyncIterator[tuple[str, str, Slack]]:
    """(Slack's address, our address, our door): a bot that may be installed, over HTTP."""
    port = free_port()
    ours = f"http://127.0.0.1:{port}"
    async with emulate(tmp_path, redirect=f"{ours}/slack/oauth_redirect", scopes=tuple(SCOPES)) as base:
        options = SlackOptions(
            signing_secret="s",
            client_id="1.2",
            client_secret="s3cret",
            api_url=f"{base}/api/",
            mode="http",
            sealer=SEALER,
        )
        slack = Slack(options, Services(store))
        door = SlackHttp(
            "s",
            slack.dispatch,
            store,
            lambda: datetime.now(UTC),
            slack.installed,
            "1.2",
            "s3cret",
            SEALER,
            ours,
            f"{base}/api/",
        )
        app = web.Application()
        app.add_routes(routes(door))
        server = TestServer(app, port=port)
        await server.start_server()
        await slack.start()
        yield base, ours, slack
        await server.close()
        await slack.stop()


async def _install(base: str, ours: str, who: int) -> str:
    """Press "Add to Slack" as one of the people of the picker; the page at the end."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as browser:
        async with browser.get(f"{ours}/slack/install") as answer:
            page = await answer.text()
            assert answer.url.path == "/oauth/v2/authorize"
        form = {name: html.unescape(value) for name, value in choices(page)[who].items()}
        async with browser.post(f"{base}/oauth/v2/authorize/callback", data=form) as answer:
            assert answer.url.path == "/slack/oauth_redirect"
            return await answer.text()


async def test_install_post_find_and_uninstall(desk: tuple[str, str, Slack], store: Store) -> None:
    base, ours, slack = desk
    channel = Channel("slack:C000000001", TEAM, "general")
    with pytest.raises(AccessRevoked):
        await slack.sender.send(channel, promise("c1"), CARD)

    assert "Installed in" in await _install(base, ours, 1)
    (manager,) = store.look(places.list_managers, TEAM)
    installed = store.look(installs.find, TEAM, SEALER)
    assert installed is not None
    assert installed.installed_by == manager
    assert set(installed.scopes.split(",")) == set(SCOPES)
    store.step(places.ensure, Workspace(TEAM, "slack"), channel, 0.0)

    # The promise's id travels in the message's metadata, and is found there again.
    now = datetime.now(UTC)
    sent = await slack.sender.send(channel, replace(promise("c1"), due=now), CARD)
    assert await slack.sender.find(channel, replace(promise("c1"), due=now)) == sent
    assert await slack.sender.find(channel, replace(promise("c2"), due=now)) is None
    thread = replace(promise("n1", kind="note", thread_id=sent.message_id), due=now)
    noted = await slack.sender.send(channel, thread, CARD)
    assert await slack.sender.find(channel, thread) == noted

    with pytest.raises(ChannelLost):
        await slack.sender.send(Channel("slack:C9", TEAM), promise("c3"), CARD)

    body = '{"type":"event_callback","team_id":"T000000001","event_id":"E1","event":{"type":"app_uninstalled"}}'
    assert (await slack.dispatch(body, {"content-type": "application/json"}))[0] == 200
    await until(lambda: store.look(installs.active, "slack") == ())
    with pytest.raises(AccessRevoked):
        await slack.sender.send(channel, promise("c4"), CARD)
    assert store.look(places.list_managers, TEAM) == (manager,)

    # Installing again: everything is as it was, and nobody else became a manager.
    await _install(base, ours, 1)
    assert store.look(places.find_workspace, TEAM).state == "active"
    assert store.look(places.list_managers, TEAM) == (manager,)
    await slack.sender.send(channel, promise("c5"), CARD)
