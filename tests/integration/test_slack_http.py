"""Slack's HTTP door: signatures, age, repeats, and installing with a state bound to one browser."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from bot.storage import installs, places
from bot.storage.seal import Sealer
from bot.storage.store import Store
from bot.web.slack import SlackHttp, routes

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
KEY = "k" * 43


def signed(body: bytes, at: float, secret: str = SECRET) -> dict[str, str]:
    """Headers as Slack signs a request."""
    base = b"v0:%d:" % int(at) + body
    return {
        "X-Slack-Request-Timestamp": str(int(at)),
        "X-Slack-Signature": "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest(),
    }


class Grants:
    """oauth.v2.access and users.info as Slack answers them; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answer: dict[str, Any] = {
            "ok": True,
            "access_token": "xoxe.xoxb-1",
            "refresh_token": "xoxe-1",
            "expires_in": 43200,
            "scope": "commands,chat:write",
            "bot_user_id": "U0BOT",
            "team": {"id": "T1", "name": "Desk"},
            "enterprise": None,
            "authed_user": {"id": "U1"},
        }
        self.admin = False

    async def answered(self, request: web.Request) -> web.Response:
        asked = dict(await request.post())
        self.asked.append(asked)
        if request.path.endswith("users.info"):
            return web.json_response({"ok": True, "user": {"id": "U1", "is_admin": self.admin}})
        return web.json_response(self.answer)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    yield store
    store.close()


@pytest.fixture
async def grants() -> AsyncIterator[Grants]:
    found = Grants()
    app = web.Application()
    app.router.add_post("/api/{method}", found.answered)
    server = TestServer(app)
    await server.start_server()
    found.url = str(server.make_url("/api/"))  # type: ignore[attr-defined]  # set once it is known
    yield found
    await server.close()


@pytest.fixture
async def client(store: Store, grants: Grants) -> AsyncIterator[TestClient[Any, Any]]:
    dispatched: list[str] = []

    async def dispatch(body: str, headers: Mapping[str, str]) -> tuple[int, str, str]:
        dispatched.append(body)
        return 200, "text/plain", "ok"

    door = SlackHttp(
        SECRET,
        dispatch,
        store,
        lambda: NOW,
        client_id="1.2",
        client_secret="s3",
        sealer=Sealer([KEY]),
        public_url="http://bot.example",
        api_url=grants.url,  # type: ignore[attr-defined]  # see above
    )
    app = web.Application()
    app.add_routes(routes(door))
    async with TestClient(TestServer(app), cookie_jar=CookieJar(unsafe=True)) as found:
        found.dispatched = dispatched  # type: ignore[attr-defined]  # for the tests to look at
        yield found


async def test_only_fresh_requests_that_slack_signed_get_in_and_each_once(client: Any) -> None:
    at = NOW.timestamp()
    body = b'{"type":"url_verification","challenge":"x"}'
    good = signed(body, at)
    cases: list[tuple[dict[str, str], int]] = [
        ({}, 401),
        ({"X-Slack-Request-Timestamp": good["X-Slack-Request-Timestamp"]}, 401),
        ({**good, "X-Slack-Request-Timestamp": "tomorrow"}, 401),
        ({**good, "X-Slack-Request-Timestamp": "-1"}, 401),
        ({**good, "X-Slack-Request-Timestamp": "9" * 40}, 401),
        ({**good, "X-Slack-Signature": "v0=zz"}, 401),
        ({**good, "X-Slack-Signature": "v0=" + "0" * 64}, 401),
        ({**good, "X-Slack-Signature": good["X-Slack-Signature"].upper()}, 401),
        (signed(body, at, "another secret"), 401),
        (signed(b"another body", at), 401),
        (signed(body, at - 301), 401),
        (signed(body, at + 301), 401),
        (signed(body, at - 299), 200),
        (good, 200),
        (good, 401),  # a replay
    ]
    for headers, status in cases:
        answer = await client.post("/slack/events", data=body, headers=headers)
        assert answer.status == status, headers
    assert client.dispatched == [body.decode()] * 2


async def _leave(client: Any) -> dict[str, list[str]]:
    answer = await client.get("/slack/install", allow_redirects=False)
    assert answer.status == 302
    cookie = answer.cookies["aipolicy_slack_install"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    return parse_qs(urlsplit(answer.headers["Location"]).query)


async def test_installing_seals_the_tokens_and_makes_the_installer_manager(
    client: Any, store: Store, grants: Grants
) -> None:
    asked = await _leave(client)
    assert asked["client_id"] == ["1.2"]
    assert "chat:write" in asked["scope"][0].split(",")
    assert asked["redirect_uri"] == ["http://bot.example/slack/oauth_redirect"]
    answer = await client.get("/slack/oauth_redirect", params={"state": asked["state"][0], "code": "c0de"})
    assert answer.status == 200
    assert "Installed in Desk" in await answer.text()
    assert grants.asked[0]["code"] == "c0de"

    found = store.look(installs.find, "slack:T1", Sealer([KEY]))
    assert found is not None
    assert found.secrets == installs.Secrets("xoxe.xoxb-1", "xoxe-1", NOW.timestamp() + 43200)
    assert "xoxe" not in repr(found)
    assert store.look(places.list_managers, "slack:T1") == ("slack:U1",)
    place = store.look(places.find_workspace, "slack:T1")
    assert (place.name, place.state) == ("Desk", "active")
    store.close()
    assert b"xoxe" not in Path(str(store.url.database)).read_bytes()


async def test_a_state_works_once_and_only_in_the_browser_it_was_given_to(
    client: Any, store: Store, grants: Grants
) -> None:
    asked = await _leave(client)
    state = asked["state"][0]
    async with ClientSession() as stranger:
        stolen = await stranger.get(client.make_url("/slack/oauth_redirect"), params={"state": state, "code": "c"})
        assert stolen.status == 400
    spent = await client.get("/slack/oauth_redirect", params={"state": state, "code": "c"})
    assert spent.status == 400  # asking spends it, even with the wrong browser
    for wrong in ({}, {"code": "c"}, {"state": "made-up", "code": "c"}, {"state": "x" * 5000, "code": "c"}):
        assert (await client.get("/slack/oauth_redirect", params=wrong)).status == 400
    assert grants.asked == []
    assert store.look(installs.active, "slack") == ()


async def test_refusing_and_failing_install_nothing(client: Any, store: Store, grants: Grants) -> None:
    asked = await _leave(client)
    refused = await client.get("/slack/oauth_redirect", params={"state": asked["state"][0], "error": "access_denied"})
    assert "You did not allow it" in await refused.text()
    grants.answer = {"ok": False, "error": "invalid_code"}
    asked = await _leave(client)
    failed = await client.get("/slack/oauth_redirect", params={"state": asked["state"][0], "code": "c"})
    assert failed.status == 502
    assert store.look(installs.active, "slack") == ()


async def test_installing_again_gives_rights_to_admins_only(client: Any, store: Store, grants: Grants) -> None:
    async def install(user: str, *, admin: bool) -> None:
        grants.admin = admin
        grants.answer["authed_user"] = {"id": user}
        asked = await _leave(client)
        answer = await client.get("/slack/oauth_redirect", params={"state": asked["state"][0], "code": "c"})
        assert answer.status == 200

    await install("U1", admin=False)
    await install("U2", admin=False)
    assert store.look(places.list_managers, "slack:T1") == ("slack:U1",)
    await install("U3", admin=True)
    assert set(store.look(places.list_managers, "slack:T1")) == {"slack:U1", "slack:U3"}


async def test_without_installing_set_up_there_are_no_such_routes(store: Store) -> None:
    async def dispatch(body: str, headers: Mapping[str, str]) -> tuple[int, str, str]:
        return 200, "text/plain", ""

    found = routes(SlackHttp(SECRET, dispatch, store, lambda: NOW))
    assert [route.path for route in found] == ["/slack/events"]
