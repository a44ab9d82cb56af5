"""Slack's sender against an API that fails in every way: each failure has its rule, and nothing is posted twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_api import Api, slack_api
from slack_probe import CARD, NOON, promise

from bot.commands import Services
from bot.errors import AccessRevoked, ChannelLost, DeliveryError, Doubtful, MessageLost, PayloadRefused, TryLater
from bot.model import Channel, Reply
from bot.platforms import slack_workspaces
from bot.platforms.slack import Slack, SlackOptions
from bot.storage import installs
from bot.storage.seal import Sealer
from bot.storage.store import Store

CHANNEL = Channel("slack:C1", "slack:T1", "news")
SEALER = Sealer(["k" * 43])


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


@pytest.fixture
async def slack(api: Api, store: Store) -> AsyncIterator[Slack]:
    found = Slack(SlackOptions("xoxb-1", api_url=api.url), Services(store, clock=lambda: NOON))
    yield found
    await found.stop()


async def _html(request: web.Request) -> web.Response:
    return web.Response(status=500, text="<h1>oops</h1>", content_type="text/html")


async def _proxy(request: web.Request) -> web.Response:
    return web.Response(status=502, text="bad gateway")


async def _reset(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


def _status(status: int, **headers: str) -> web.Response:
    return web.json_response(
        {"ok": False, "error": "ratelimited" if status == 429 else "x"}, status=status, headers=headers
    )


FAILURES: list[tuple[str, Any, type[DeliveryError], float | None]] = [
    ("429", lambda: _status(429, **{"Retry-After": "30"}), TryLater, 30.0),
    ("429 without a time", lambda: _status(429), TryLater, None),
    ("429 with an absurd time", lambda: _status(429, **{"Retry-After": "999999"}), TryLater, 3600.0),
    ("ratelimited", lambda: {"ok": False, "error": "ratelimited"}, TryLater, None),
    ("503", lambda: _status(503), TryLater, None),
    ("500 html", lambda: _html, Doubtful, None),
    ("502 text", lambda: _proxy, Doubtful, None),
    ("internal_error", lambda: {"ok": False, "error": "internal_error"}, Doubtful, None),
    ("reset after the request left", lambda: _reset, Doubtful, None),
    ("msg_too_long", lambda: {"ok": False, "error": "no_text"}, PayloadRefused, None),
    ("channel_not_found", lambda: {"ok": False, "error": "channel_not_found"}, ChannelLost, None),
    ("is_archived", lambda: {"ok": False, "error": "is_archived"}, ChannelLost, None),
    ("not_in_channel", lambda: {"ok": False, "error": "not_in_channel"}, ChannelLost, None),
    ("restricted_action", lambda: {"ok": False, "error": "restricted_action"}, ChannelLost, None),
    ("invalid_auth", lambda: {"ok": False, "error": "invalid_auth"}, AccessRevoked, None),
    ("token_revoked", lambda: {"ok": False, "error": "token_revoked"}, AccessRevoked, None),
    ("account_inactive", lambda: {"ok": False, "error": "account_inactive"}, AccessRevoked, None),
    ("missing_scope", lambda: {"ok": False, "error": "missing_scope", "needed": "chat:write"}, AccessRevoked, None),
]


@pytest.mark.parametrize(("answer", "kind", "after"), [row[1:] for row in FAILURES], ids=[row[0] for row in FAILURES])
async def test_each_failure_of_a_post_has_its_rule(
    slack: Slack, api: Api, answer: Any, kind: type[DeliveryError], after: float | None
) -> None:
    api.script["chat.postMessage"] = [answer()]
    with pytest.raises(DeliveryError) as caught:
        await slack.sender.send(CHANNEL, promise("p1"), CARD)
    assert type(caught.value) is kind
    assert getattr(caught.value, "after", None) == after
    assert len(api.of("chat.postMessage")) == 1  # the SDK would repeat a lost connection by itself
    assert "xoxb" not in str(caught.value)


async def test_a_limit_holds_for_the_workspace(slack: Slack, api: Api) -> None:
    api.script["chat.postMessage"] = [_status(429, **{"Retry-After": "2"})]
    with pytest.raises(TryLater) as caught:
        await slack.sender.send(CHANNEL, promise("p1"), CARD)
    assert caught.value.everywhere
    assert slack.sender.limits.everywhere == "workspace"


async def test_nobody_listening_means_nothing_was_posted(store: Store) -> None:
    slack = Slack(SlackOptions("xoxb-1", api_url="http://127.0.0.1:9/api/"), Services(store, clock=lambda: NOON))
    with pytest.raises(TryLater) as caught:
        await slack.sender.send(CHANNEL, promise("p1"), CARD)
    assert caught.value.reason == "unreachable"
    await slack.stop()


async def test_no_answer_in_time_is_doubtful(slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    held = asyncio.Event()

    async def never(request: web.Request) -> web.Response:
        await held.wait()
        return web.json_response({"ok": True})

    monkeypatch.setattr(slack_workspaces, "TIMEOUT", aiohttp.ClientTimeout(total=0.3))
    api.script["chat.postMessage"] = [never]
    with pytest.raises(Doubtful):
        await slack.sender.send(CHANNEL, promise("p1"), CARD)
    held.set()


async def test_a_refused_block_is_left_out_and_the_rest_is_posted(slack: Slack, api: Api) -> None:
    refusal = {
        "ok": False,
        "error": "invalid_blocks",
        "response_metadata": {"messages": ["[ERROR] invalid url [json-pointer:/blocks/4/elements/0/url]"]},
    }
    api.script["chat.postMessage"] = [refusal]
    await slack.sender.send(CHANNEL, promise("p1"), CARD)
    first, second = api.of("chat.postMessage")
    assert second["blocks"] == [block for at, block in enumerate(first["blocks"]) if at != 4]
    assert second["metadata"] == first["metadata"]


async def test_what_is_refused_without_a_reason_is_posted_as_plain_text(slack: Slack, api: Api) -> None:
    api.script["chat.postMessage"] = [{"ok": False, "error": "invalid_blocks"}]
    await slack.sender.send(CHANNEL, promise("p1"), CARD)
    plain = api.of("chat.postMessage")[1]
    assert not plain.get("blocks")
    assert "Parliament votes to label synthetic speech" in plain["text"]
    assert "312 votes to 201" in plain["text"]
    assert plain["mrkdwn"] in (False, "0", 0)


async def test_a_promise_to_be_plain_is_sent_plain(slack: Slack, api: Api) -> None:
    await slack.sender.send(CHANNEL, promise("p1", plain=1), CARD)
    assert not api.of("chat.postMessage")[0].get("blocks")


async def test_posts_say_whose_promise_they_keep_and_never_unfurl(slack: Slack, api: Api) -> None:
    await slack.sender.send(CHANNEL, promise("cabc"), CARD)
    sent = api.of("chat.postMessage")[0]
    assert sent["metadata"] == {"event_type": "aipolicy_promise", "event_payload": {"promise": "cabc"}}
    assert str(sent["unfurl_links"]).lower() in ("false", "0")
    assert str(sent["unfurl_media"]).lower() in ("false", "0")


async def test_edits_and_deletions_are_never_doubtful(slack: Slack, api: Api) -> None:
    api.script["chat.update"] = [_html, {"ok": False, "error": "message_not_found"}]
    api.script["chat.delete"] = [_reset, {"ok": False, "error": "message_not_found"}]
    edit = promise("e1", kind="edit", message_id="1700000000.000100")
    with pytest.raises(TryLater):
        await slack.sender.edit(CHANNEL, edit, CARD)
    with pytest.raises(MessageLost):
        await slack.sender.edit(CHANNEL, edit, CARD)
    with pytest.raises(TryLater):
        await slack.sender.delete(CHANNEL, edit)
    await slack.sender.delete(CHANNEL, edit)  # gone already


def _history(*promises: str, cursor: str = "") -> dict[str, Any]:
    messages = [
        {"ts": f"17000001{at:02d}.000100", "metadata": {"event_payload": {"promise": name}}} if name else {"ts": "1.1"}
        for at, name in enumerate(promises)
    ]
    return {"ok": True, "messages": messages, "response_metadata": {"next_cursor": cursor}}


async def test_a_doubtful_post_is_looked_for_in_the_channel(slack: Slack, api: Api) -> None:
    api.script["conversations.history"] = [_history("other", "", cursor="more"), _history("wanted")]
    found = await slack.sender.find(CHANNEL, promise("wanted"))
    assert found is not None
    assert found.message_id == "1700000100.000100"
    assert found.permalink == "https://desk.slack.example/archives/C1/p1700000100000100"
    first, second = api.of("conversations.history")
    assert first["include_all_metadata"] == "true"
    assert float(first["oldest"]) == (NOON - timedelta(seconds=120)).timestamp()
    assert second["cursor"] == "more"
    assert await slack.sender.find(CHANNEL, promise("never")) is None


async def test_a_limited_look_waits_and_goes_on_where_it_stopped(slack: Slack, api: Api) -> None:
    api.script["conversations.history"] = [
        _history("a", cursor="page2"),
        _status(429, **{"Retry-After": "60"}),
        _history("wanted"),
    ]
    with pytest.raises(TryLater) as caught:
        await slack.sender.find(CHANNEL, promise("wanted"))
    assert caught.value.after == 60
    assert not caught.value.everywhere  # posting elsewhere need not wait for reading here
    assert await slack.sender.find(CHANNEL, promise("wanted")) is not None
    assert api.of("conversations.history")[2]["cursor"] == "page2"


async def test_where_we_may_not_look_we_wait_rather_than_repeat(slack: Slack, api: Api) -> None:
    refusal = {"ok": False, "error": "missing_scope", "needed": "channels:history"}
    api.script["conversations.history"] = [refusal]
    with pytest.raises(TryLater, match="channels:history"):
        await slack.sender.find(CHANNEL, promise("wanted"))


async def test_a_doubtful_reply_is_looked_for_in_its_thread(slack: Slack, api: Api) -> None:
    api.script["conversations.replies"] = [_history("parent", "wanted")]
    found = await slack.sender.find(CHANNEL, promise("wanted", kind="note", thread_id="1.2"))
    assert found is not None
    assert found.thread_id == "1.2"
    assert api.of("conversations.replies")[0]["ts"] == "1.2"
    api.script["conversations.replies"] = [{"ok": False, "error": "thread_not_found"}]
    assert await slack.sender.find(CHANNEL, promise("wanted", kind="note", thread_id="1.2")) is None


async def test_a_person_gets_a_direct_message_and_slack_is_asked_once_where(slack: Slack, api: Api) -> None:
    person = Channel("slack:U1", "slack:T1", kind="dm")
    await slack.sender.send(person, promise("p1"), Reply.say("Hello"))
    await slack.sender.send(person, promise("p2"), Reply.say("Again"))
    assert [sent["channel"] for sent in api.of("chat.postMessage")] == ["DU1", "DU1"]
    assert len(api.of("conversations.open")) == 1


# --------------------------------------------------------------------------- many workspaces


def _many(api: Api, store: Store) -> Slack:
    options = SlackOptions(client_id="1", client_secret="2", signing_secret="3", api_url=api.url, sealer=SEALER)
    return Slack(options, Services(store, clock=lambda: NOON))


def _install(token: str, expires_in: float = 0.0) -> installs.Install:
    expires = NOON.timestamp() + expires_in if expires_in else 0.0
    return installs.Install("slack:T1", installs.Secrets(token, "refresh-1" if expires_in else "", expires))


async def test_a_token_about_to_expire_is_renewed_once_and_kept(api: Api, store: Store) -> None:
    store.step(installs.save, _install("old", 3600.0), SEALER, 0.0)
    api.script["oauth.v2.access"] = [
        {"ok": True, "access_token": "new", "refresh_token": "refresh-2", "expires_in": 43200}
    ]
    slack = _many(api, store)
    await slack.sender.send(CHANNEL, promise("p1"), CARD)
    await slack.sender.send(CHANNEL, promise("p2"), CARD)
    asked = api.of("oauth.v2.access")
    assert [one["refresh_token"] for one in asked] == ["refresh-1"]
    kept = store.look(installs.find, "slack:T1", SEALER)
    assert kept is not None
    assert kept.secrets == installs.Secrets("new", "refresh-2", NOON.timestamp() + 43200)
    posts = [token for (method, _), token in zip(api.asked, api.tokens, strict=True) if method == "chat.postMessage"]
    assert posts == ["new", "new"]
    await slack.stop()


async def test_a_renewal_that_fails_leaves_the_working_token(api: Api, store: Store) -> None:
    store.step(installs.save, _install("old", 3600.0), SEALER, 0.0)
    api.script["oauth.v2.access"] = [_status(503)]
    slack = _many(api, store)
    await slack.sender.send(CHANNEL, promise("p1"), CARD)
    assert api.tokens[-1] == "old" or "old" in api.tokens
    await slack.stop()


async def test_what_is_not_installed_or_sealed_otherwise_is_revoked(api: Api, store: Store) -> None:
    slack = _many(api, store)
    with pytest.raises(AccessRevoked, match="not installed"):
        await slack.sender.send(CHANNEL, promise("p1"), CARD)
    store.step(installs.save, _install("t"), Sealer(["another key of forty-three characters, ok?"]), 0.0)
    with pytest.raises(AccessRevoked, match="does not open"):
        await slack.sender.send(CHANNEL, promise("p1"), CARD)
    assert api.of("chat.postMessage") == []
    await slack.stop()
