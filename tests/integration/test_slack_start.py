"""Starting on Slack: refused tokens are said by name, an unreachable Slack is waited for, no secret is ever logged."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from slack_api import Api, slack_api
from slack_probe import CARD, NOON, promise

from bot.commands import Services
from bot.errors import ConfigError, DeliveryError
from bot.model import Channel
from bot.platforms import slack as slack_platform
from bot.platforms.slack import Slack, SlackOptions
from bot.storage import places
from bot.storage.seal import Sealer
from bot.storage.store import Store

CANARY = "xoxb-canary-7f3a"
APP_CANARY = "xapp-canary-9b1c"


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


def _slack(store: Store, **options: Any) -> Slack:
    return Slack(SlackOptions(**options), Services(store, clock=lambda: NOON))


MISSING = [
    ({"bot_token": "t", "mode": "socket"}, "SLACK_APP_TOKEN"),
    ({"bot_token": "t", "mode": "http"}, "SLACK_SIGNING_SECRET"),
    ({"mode": "http", "signing_secret": "s"}, "SLACK_BOT_TOKEN"),
    ({"mode": "http", "signing_secret": "s", "client_id": "1", "client_secret": "2"}, "SLACK_BOT_TOKEN"),
]


@pytest.mark.parametrize(("options", "named"), MISSING)
async def test_what_is_missing_is_named(store: Store, options: dict[str, Any], named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        await _slack(store, **options).start()


async def test_refused_tokens_are_named_and_not_shown(store: Store, api: Api) -> None:
    tokens = {"bot_token": CANARY, "app_token": APP_CANARY, "api_url": api.url}
    api.script["auth.test"] = [{"ok": False, "error": "invalid_auth"}]
    with pytest.raises(ConfigError, match="SLACK_BOT_TOKEN") as first:
        await _slack(store, **tokens).start()
    api.script["apps.connections.open"] = [{"ok": False, "error": "invalid_auth"}]
    with pytest.raises(ConfigError, match="SLACK_APP_TOKEN") as second:
        await _slack(store, **tokens).start()
    for error in (first.value, second.value):
        assert "canary" not in str(error)
        assert "api.slack.com/apps" in str(error)


async def test_many_workspaces_need_no_token_of_the_settings(store: Store, api: Api) -> None:
    options = {"client_id": "1", "client_secret": "2", "signing_secret": "3", "mode": "http", "api_url": api.url}
    slack = _slack(store, sealer=Sealer(["k" * 43]), **options)
    await slack.start()
    assert api.asked == []
    await slack.stop()


async def test_an_unreachable_slack_is_waited_for(store: Store, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slack_platform, "RECONNECT_SECONDS", (0.01, 0.02))
    api.script["auth.test"] = [{"ok": False, "error": "ratelimited"}] * 3
    slack = _slack(store, bot_token=CANARY, signing_secret="s", mode="http", api_url=api.url)
    await slack.start()  # does not fail, and does not wait
    async with asyncio.timeout(5):
        while store.look(places.find_workspace, "slack:T1") is None:
            await asyncio.sleep(0.01)
    await slack.stop()


async def test_stopping_while_it_waits_stops(store: Store) -> None:
    slack = _slack(store, bot_token=CANARY, signing_secret="s", mode="http", api_url="http://127.0.0.1:9/api/")
    await slack.start()
    async with asyncio.timeout(3):
        await slack.stop()


async def test_no_secret_is_logged_at_any_level(
    store: Store, api: Api, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    options = {"bot_token": CANARY, "signing_secret": "s-canary", "client_secret": "c-canary"}
    slack = _slack(store, mode="http", api_url=api.url, **options)
    assert "canary" not in repr(slack.options)
    await slack.start()
    api.script["chat.postMessage"] = [{"ok": False, "error": "invalid_auth"}, {"ok": False, "error": "fatal_error"}]
    for _ in range(2):
        with pytest.raises(DeliveryError) as caught:
            await slack.sender.send(Channel("slack:C1", "slack:T1"), promise("p1"), CARD)
        assert "canary" not in f"{caught.value} {caught.value.__cause__!r} {caught.value.__cause__}"
    await slack.sender.send(Channel("slack:C1", "slack:T1"), promise("p1"), CARD)
    body = '{"type":"event_callback","team_id":"T1","event":{"type":"app_mention","user":"U1","text":"latest"}}'
    await slack.dispatch(body, {"content-type": "application/json"})
    await slack.stop()
    captured = capsys.readouterr()
    assert "canary" not in caplog.text + captured.out + captured.err
