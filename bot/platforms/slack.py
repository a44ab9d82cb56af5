"""Slack, Socket Mode or HTTP: the door for people and the sender for promises."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.commands import Services
from bot.errors import ConfigError, DeliveryError, TryLater
from bot.platforms import slack_examine
from bot.platforms.slack_door import Door
from bot.platforms.slack_errors import explain
from bot.platforms.slack_events import Events
from bot.platforms.slack_people import People
from bot.platforms.slack_sender import SlackSender
from bot.platforms.slack_workspaces import SlackOptions, Workspaces, quiet_logger

__all__ = ["Slack", "SlackOptions"]

log = structlog.get_logger()

STOP_SECONDS = 2.0  # for the answers under way
EVENTS_REMEMBERED = 2000  # Slack repeats an event up to three times within an hour
CONNECT_SECONDS = 10.0  # for the first Socket Mode connection
RECONNECT_SECONDS = (2.0, 60.0)  # first and longest wait while Slack cannot be reached at start


class Slack:
    """platforms.Platform for Slack."""

    def __init__(self, options: SlackOptions, services: Services) -> None:
        self.options = options
        self._services = services
        self.workspaces = Workspaces(options, services)
        self.sender = SlackSender(self.workspaces, services)
        self._people = People(self.workspaces, services)
        self._door = Door(self.workspaces, self._people, services)
        self._events = Events(self.workspaces, services)
        self._app: AsyncApp | None = None
        self._socket: AsyncSocketModeHandler | None = None
        self._connecting: asyncio.Future[Any] | None = None

    async def start(self) -> None:
        """Connect and begin to answer; while Slack cannot be reached, go on trying.

        Raises:
            ConfigError: a token is refused or missing; the message says which and where to get it.
        """
        if self.options.mode == "socket" and not self.options.app_token:
            raise ConfigError(
                "Slack's Socket Mode needs SLACK_APP_TOKEN (xapp-…, scope connections:write): api.slack.com/apps > "
                "your app > Basic Information > App-Level Tokens."
            )
        if self.options.mode == "http" and not self.options.signing_secret:
            raise ConfigError(
                "Slack over HTTP needs SLACK_SIGNING_SECRET: api.slack.com/apps > your app > Basic Information."
            )
        self._app = self._bolt()
        try:
            await self._connect()
        except ConfigError:
            await self.workspaces.close()
            raise
        except TryLater as error:
            log.warning("slack not reached, going on trying", reason=error.reason)
            self._connecting = asyncio.create_task(self._connect_later(), name="slack-connect")

    async def stop(self) -> None:
        """Stop listening, finish the answers under way, let the connections go."""
        if self._connecting is not None:
            self._connecting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._connecting
        if self._socket is not None:
            await self._socket.client.disconnect()  # type: ignore[no-untyped-call]  # the SDK's own
        await self._door.finish(STOP_SECONDS)
        if self._socket is not None:
            await self._socket.close_async()  # type: ignore[no-untyped-call]  # the SDK's own
        await self.workspaces.close()

    async def dispatch(self, body: str, headers: Mapping[str, str]) -> tuple[int, str, str]:
        """Answer one HTTP request of Slack's, its signature checked already: (status, content type, body)."""
        if self._app is None:  # a web process answers without having started the door
            self._app = self._bolt()
        request = AsyncBoltRequest(body=body, headers=dict(headers))
        response = await self._app.async_dispatch(request)
        kind = response.first_headers().get("content-type", "text/plain")
        return response.status, kind.split(";")[0], response.body or ""

    async def examine(self) -> str:
        """For `doctor`: one sentence about tokens and scopes. Raises ConfigError and TryLater with what is wrong."""
        return await slack_examine.examine(self.workspaces, self._services)

    def installed(self, workspace_id: str) -> None:
        """A workspace installed the app (again): use its new token."""
        self.workspaces.forget(workspace_id)

    # ----------------------------------------------------------------------- parts of it

    def _bolt(self) -> AsyncApp:
        async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
            return await self._authorize(enterprise_id, team_id)  # a function: bolt injects by argument name

        logger = quiet_logger()
        level = logger.level
        logger.setLevel(logging.ERROR)  # bolt reads SLACK_BOT_TOKEN by itself and warns that it does not need it
        app = AsyncApp(
            client=self.workspaces.bare(),
            authorize=authorize,  # type: ignore[arg-type]  # None means not installed, as bolt documents
            request_verification_enabled=False,  # web.slack checks before bolt, which answers 500 to malformed ones
            logger=logger,
        )
        logger.setLevel(level)
        app.middleware(self._once())
        self._door.listen(app)
        self._events.listen(app)
        return app

    def _once(self) -> Callable[..., Awaitable[BoltResponse | None]]:
        """Middleware: an event that Slack sends again (it saw no answer in 3 s) is answered and left out."""
        seen: deque[str] = deque(maxlen=EVENTS_REMEMBERED)

        async def once(body: dict[str, Any], next: Callable[[], Awaitable[None]]) -> BoltResponse | None:
            event = str(body.get("event_id") or "")
            if event and event in seen:
                return BoltResponse(status=200, body="")
            if event:
                seen.append(event)
            await next()
            return None

        return once

    async def _authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Whose token answers a request; None where the app is not installed."""
        enterprise = enterprise_id or ""
        try:
            home = await self.workspaces.home(f"slack:{team_id or enterprise}", enterprise)
            client = await self.workspaces.client(f"slack:{team_id or enterprise}", enterprise)
        except DeliveryError as error:
            log.warning("slack request of an unknown workspace", workspace=f"slack:{team_id}", reason=error.reason)
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=client.token,
            bot_user_id=home.bot_user,
            bot_id=home.bot_id,
        )

    async def _connect(self) -> None:
        """Raises ConfigError when a token is refused, TryLater when Slack cannot be reached."""
        home = await self.workspaces.check()
        if self.options.mode == "socket":
            await self._open_socket()
        log.info("slack ready", mode=self.options.mode, workspace=home.workspace_id if home else "installed ones")

    async def _open_socket(self) -> None:
        assert self._app is not None
        web = self.workspaces.bare()
        try:
            address = await web.apps_connections_open(app_token=self.options.app_token)
        except SlackApiError as error:
            known = explain(error)
            if isinstance(known, TryLater):
                raise known from error
            raise ConfigError(
                f"Slack refuses SLACK_APP_TOKEN ({known.reason}). Copy an app-level token (xapp-…) with the scope "
                "connections:write from api.slack.com/apps > your app > Basic Information."
            ) from error
        self._socket = AsyncSocketModeHandler(self._app, self.options.app_token, web_client=web, logger=quiet_logger())
        self._socket.client.wss_uri = address["url"]
        # The SDK goes on trying by itself; start does not wait longer than this for the first connection.
        connecting = asyncio.ensure_future(self._socket.connect_async())  # type: ignore[no-untyped-call]  # the SDK's
        self._connecting = connecting
        await asyncio.wait({connecting}, timeout=CONNECT_SECONDS)

    async def _connect_later(self) -> None:
        wait, most = RECONNECT_SECONDS
        while True:
            await asyncio.sleep(wait)
            try:
                await self._connect()
                return
            except TryLater:
                wait = min(wait * 2, most)
            except ConfigError as error:
                log.error("slack stays off", error=str(error))
                return
