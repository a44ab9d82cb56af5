"""Slack's HTTP door: signed events, commands and interactions, and installing the app into a workspace."""

from __future__ import annotations

import hashlib
import hmac
import html
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode

import aiohttp
import structlog
from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Connection

from bot.model import Workspace
from bot.render.slack_manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH, SCOPES
from bot.storage import installs, lanes, places
from bot.storage.seal import Sealer
from bot.storage.store import Store

log = structlog.get_logger()

# Slack's own advice: refuse what is older (docs.slack.dev/authentication/verifying-requests-from-slack).
WINDOW_SECONDS = 300
COOKIE = "aipolicy_slack_install"
MOST_BODY = 1024 * 1024
_TIMESTAMP = re.compile(r"\d{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")

# (body, headers) -> (status, content type, body); the body's signature is checked before.
Dispatch = Callable[[str, Mapping[str, str]], Awaitable[tuple[int, str, str]]]


@dataclass(frozen=True, slots=True)
class SlackHttp:
    """What Slack's HTTP door needs; put together in parts.py."""

    signing_secret: str = field(repr=False)
    dispatch: Dispatch
    store: Store
    clock: Callable[[], datetime]
    installed: Callable[[str], None] = lambda workspace_id: None  # a workspace's token changed
    client_id: str = ""  # empty: no installing by others
    client_secret: str = field(default="", repr=False)
    sealer: Sealer | None = None
    public_url: str = ""  # https address people and Slack reach us at
    api_url: str = "https://slack.com/api/"


class Signatures:
    """Checks that a request comes from Slack, is fresh, and was not seen before."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._seen: dict[tuple[str, str], float] = {}

    def accept(self, timestamp: str, signature: str, body: bytes, now: float) -> bool:
        """True once for each request Slack signed within the last five minutes."""
        if not self._secret or not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
            return False
        if abs(now - int(timestamp)) > WINDOW_SECONDS:
            return False
        expected = hmac.new(self._secret, b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(f"v0={expected}", signature):
            return False
        self._seen = {pair: at for pair, at in self._seen.items() if at >= now - 2 * WINDOW_SECONDS}
        if (timestamp, signature) in self._seen:
            return False
        self._seen[timestamp, signature] = now
        return True


def routes(door: SlackHttp) -> list[web.RouteDef]:
    """The routes of Slack's HTTP mode; those for installing only where installing is set up."""
    signatures = Signatures(door.signing_secret)

    async def events(request: web.Request) -> web.Response:
        if request.content_length is not None and request.content_length > MOST_BODY:
            return web.Response(status=413)
        body = await request.read()
        accepted = signatures.accept(
            request.headers.get("X-Slack-Request-Timestamp", ""),
            request.headers.get("X-Slack-Signature", ""),
            body,
            door.clock().timestamp(),
        )
        if not accepted:
            log.warning("slack request refused", reason="signature")
            return web.Response(status=401, text="This request is not signed by Slack, too old, or a repeat.")
        status, kind, text = await door.dispatch(body.decode("utf-8", "replace"), dict(request.headers))
        return web.Response(status=status, text=text, content_type=kind)

    found = [web.post(EVENTS_PATH, events)]
    if door.client_id and door.client_secret and door.sealer and door.public_url:
        found += [
            web.get(INSTALL_PATH, partial(_install, door)),
            web.get(REDIRECT_PATH, partial(_redirected, door)),
        ]
    return found


# --------------------------------------------------------------------------- installing


async def _install(door: SlackHttp, request: web.Request) -> web.StreamResponse:
    """Send a person to Slack, with a state that only their browser can come back with."""
    state, browser = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    await door.store.run(installs.remember_state, state, browser, door.clock().timestamp())
    asked = urlencode(
        {
            "client_id": door.client_id,
            "scope": ",".join(SCOPES),
            "state": state,
            "redirect_uri": door.public_url.rstrip("/") + REDIRECT_PATH,
        }
    )
    base = door.api_url.rstrip("/").removesuffix("/api")
    response = web.Response(status=302, headers={"Location": f"{base}/oauth/v2/authorize?{asked}"})
    response.set_cookie(
        COOKIE,
        browser,
        max_age=int(installs.STATE_SECONDS),
        path="/slack",
        httponly=True,
        samesite="Lax",
        secure=door.public_url.startswith("https://"),
    )
    return response


async def _redirected(door: SlackHttp, request: web.Request) -> web.StreamResponse:
    """A person comes back: check the state, take the tokens, seal them, name the first manager."""
    assert door.sealer is not None  # else there is no such route
    now = door.clock().timestamp()
    state, browser = request.query.get("state", ""), request.cookies.get(COOKIE, "")
    if not await door.store.run(installs.take_state, state, browser, now):
        return _page(400, "This link is not yours, too old, or was used before.", "Start again", INSTALL_PATH)
    if error := request.query.get("error", ""):
        said = "You did not allow it, so nothing was installed." if error == "access_denied" else "Slack said no."
        return _page(400, said, "Start again", INSTALL_PATH)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=15)) as session:
        quiet = logging.getLogger("slack.install")
        quiet.setLevel(logging.WARNING)  # the SDK's DEBUG lines show codes, secrets and tokens
        client = AsyncWebClient(base_url=door.api_url, session=session, retry_handlers=[], logger=quiet)
        try:
            answer = await client.oauth_v2_access(
                client_id=door.client_id,
                client_secret=door.client_secret,
                code=request.query.get("code", ""),
                redirect_uri=door.public_url.rstrip("/") + REDIRECT_PATH,
            )
            granted = Granted.read(answer.data if isinstance(answer.data, dict) else {}, now)
            client.token = granted.install.secrets.bot_token
            admin = await _is_admin(client, granted.user)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, KeyError, ValueError) as error:
            word = error.response.get("error") if isinstance(error, SlackApiError) else type(error).__name__
            log.warning("slack install failed", reason=word)
            return _page(502, "Slack did not complete the installation.", "Try again", INSTALL_PATH)
    await door.store.run(_keep, granted, door.sealer, admin, now)
    door.installed(granted.install.workspace_id)
    log.info("slack installed", workspace=granted.install.workspace_id, by=granted.install.installed_by)
    name = granted.name or "your workspace"
    return _page(
        200, f"Installed in {name}. Type /aipolicy help in Slack.", "Open Slack", "https://slack.com/app_redirect"
    )


@dataclass(frozen=True, slots=True)
class Granted:
    """What oauth.v2.access gave."""

    install: installs.Install
    name: str
    user: str

    @classmethod
    def read(cls, data: Mapping[str, Any], now: float) -> Granted:
        """Raises KeyError when Slack left out what every installation has."""
        whole = bool(data.get("is_enterprise_install"))
        owner = (data.get("enterprise") if whole else data.get("team")) or {}
        user = str((data.get("authed_user") or {}).get("id") or "")
        expires = float(data.get("expires_in") or 0)
        install = installs.Install(
            f"slack:{owner['id']}",
            installs.Secrets(
                str(data["access_token"]), str(data.get("refresh_token") or ""), now + expires if expires else 0.0
            ),
            scopes=str(data.get("scope") or ""),
            bot_user=str(data.get("bot_user_id") or ""),
            installed_by=f"slack:{user}" if user else "",
        )
        return cls(install, str(owner.get("name") or ""), user)


async def _is_admin(client: AsyncWebClient, user: str) -> bool:
    """Whether Slack calls the installer an admin or owner; False where it does not say."""
    try:
        found = (await client.api_call("users.info", data={"user": user})).get("user") or {}
    except (SlackApiError, aiohttp.ClientError, TimeoutError):
        return False
    return bool(found.get("is_admin") or found.get("is_owner"))


def _keep(db: Connection, granted: Granted, sealer: Sealer, admin: bool, now: float) -> None:
    """Tokens, workspace and first manager in one transaction.

    Installing again gives nobody new rights unless Slack calls them an admin: any member may press the button.
    """
    install = granted.install
    places.ensure(db, Workspace(install.workspace_id, "slack", granted.name), None, now)
    places.set_workspace(db, install.workspace_id, now, state="active", installed_by=install.installed_by)
    installs.save(db, install, sealer, now)
    lanes.clear(db, install.workspace_id)  # what waited for a token is tried now
    if install.installed_by and (admin or not places.list_managers(db, install.workspace_id)):
        places.add_manager(db, install.workspace_id, install.installed_by, install.installed_by, now)


def _page(status: int, words: str, link: str, url: str) -> web.Response:
    """A small page that needs nothing else."""
    body = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<title>AI Policy for Slack</title><main><h1>AI Policy for Slack</h1>"
        f'<p>{html.escape(words)}</p><p><a href="{html.escape(url)}">{html.escape(link)}</a></p></main></html>'
    )
    response = web.Response(status=status, text=body, content_type="text/html")
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.del_cookie(COOKIE, path="/slack")
    return response
