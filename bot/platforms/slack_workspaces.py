"""Which token speaks for which Slack workspace: the one of the settings, or the sealed ones of installations."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field, replace
from typing import Literal

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.commands import Services
from bot.errors import AccessRevoked, BotError, ConfigError, StorageError
from bot.model import Workspace
from bot.platforms.slack_errors import explained
from bot.storage import installs, places
from bot.storage.seal import Sealer

log = structlog.get_logger()

API = "https://slack.com/api/"
# One request to Slack: 20 s in all, 5 s to connect (a lost connection is found out before delivery's lease ends).
TIMEOUT = aiohttp.ClientTimeout(total=20, connect=5, sock_connect=5)
# Rotating tokens live 12 hours (docs.slack.dev/authentication/using-token-rotation); renewed well before.
RENEW_SECONDS = 2 * 3600
# An installation read from the database is believed this long, so that other processes' changes are seen.
BELIEVE_SECONDS = 60


def quiet_logger() -> logging.Logger:
    """The SDK's log from WARNING on, whatever the root's level: its DEBUG lines show tokens, codes and addresses."""
    logger = logging.getLogger("slack")
    logger.setLevel(max(logger.level, logging.WARNING))
    return logger


@dataclass(frozen=True, slots=True)
class SlackOptions:
    """What the Slack platform is told by the settings. Secrets never show in its repr."""

    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    api_url: str = API
    mode: Literal["socket", "http"] = "socket"
    sealer: Sealer | None = None  # for many workspaces; None with the single token of the settings


@dataclass(frozen=True, slots=True)
class Home:
    """What auth.test says of a token: where it works and who we are there."""

    workspace_id: str
    team_id: str
    name: str = ""
    url: str = ""  # https://example.slack.com/
    bot_user: str = ""
    bot_id: str = ""


@dataclass(slots=True)
class _Known:
    client: AsyncWebClient
    until: float  # when to read the database again
    home: Home | None = None


class Workspaces:
    """Clients by workspace id (`slack:T1`), sharing one HTTP session. Renews tokens that expire."""

    def __init__(self, options: SlackOptions, services: Services) -> None:
        self.options = options
        self._services = services
        self._session: aiohttp.ClientSession | None = None
        self._known: dict[str, _Known] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._direct: dict[tuple[str, str], str] = {}

    @property
    def single(self) -> bool:
        """One workspace, whose token is in the settings."""
        return bool(self.options.bot_token)

    @property
    def session(self) -> aiohttp.ClientSession:
        """The HTTP session for Slack; made when first needed."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(timeout=TIMEOUT, trust_env=False)
        return self._session

    async def close(self) -> None:
        """Let the connections go."""
        if self._session is not None:
            await self._session.close()
        self._known.clear()

    def bare(self, token: str | None = None) -> AsyncWebClient:
        """A client that never repeats a request by itself: a repeated post would be a second message."""
        return AsyncWebClient(
            token=token,
            base_url=self.options.api_url,
            session=self.session,
            retry_handlers=[],
            logger=quiet_logger(),
        )

    async def client(self, workspace_id: str, enterprise_id: str = "") -> AsyncWebClient:
        """The client of a workspace.

        Raises:
            AccessRevoked: not installed there, uninstalled, or the token was taken back.
        """
        return (await self._find(workspace_id, enterprise_id)).client

    async def home(self, workspace_id: str, enterprise_id: str = "") -> Home:
        """What auth.test says of the workspace's token; asked once. Raises DeliveryError."""
        known = await self._find(workspace_id, enterprise_id)
        if known.home is None:
            known.home = await self.identify(known.client)
        return known.home

    async def installed_in(self, team: str) -> str:
        """Id of the workspace a payload is for: with a single token always its own. Raises DeliveryError."""
        asked = f"slack:{team}"
        return (await self.home(asked)).workspace_id if self.single else asked

    async def direct(self, workspace_id: str, user: str, enterprise_id: str = "") -> str:
        """Id of our conversation with a person; asked once. Raises DeliveryError."""
        if (workspace_id, user) not in self._direct:
            client = await self.client(workspace_id, enterprise_id)
            async with explained(repeatable=True):
                answer = await client.conversations_open(users=user)
            self._direct[workspace_id, user] = str(answer["channel"]["id"])
        return self._direct[workspace_id, user]

    async def identify(self, client: AsyncWebClient) -> Home:
        """auth.test. Raises AccessRevoked when the token is refused, TryLater when Slack cannot be asked."""
        async with explained(repeatable=True):
            answer = await client.auth_test()
        team = answer.get("team_id") or answer.get("enterprise_id") or ""
        return Home(
            f"slack:{team}",
            team,
            answer.get("team") or "",
            answer.get("url") or "",
            answer.get("user_id") or "",
            answer.get("bot_id") or "",
        )

    def forget(self, workspace_id: str) -> None:
        """Read the installation again when it is next needed: it was installed anew, or its token was refused."""
        self._known.pop(workspace_id, None)

    async def check(self) -> Home | None:
        """Ask who we are, and remember the workspace of the single token. Raises as `who` does."""
        home = await self.who()
        if home is not None:
            now = self._services.clock().timestamp()
            place = Workspace(home.workspace_id, "slack", home.name)
            await self._services.store.run(places.ensure, place, None, now)
        return home

    async def who(self) -> Home | None:
        """Ask who we are with the single token; None where workspaces install by OAuth. Nothing is written.

        Raises:
            ConfigError: Slack refuses the token, or there is neither a token nor a way to install.
            TryLater: Slack cannot be reached now.
        """
        if not self.single:
            if not (self.options.client_id and self.options.client_secret and self.options.sealer):
                raise ConfigError(
                    "Slack needs SLACK_BOT_TOKEN, or for many workspaces SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and a "
                    "key that seals their tokens."
                )
            return None
        client = self.bare(self.options.bot_token)
        try:
            home = await self.identify(client)
        except AccessRevoked as error:
            raise ConfigError(
                f"Slack refuses SLACK_BOT_TOKEN ({error.reason}). Copy the Bot User OAuth Token (xoxb-…) from "
                "api.slack.com/apps > your app > OAuth & Permissions."
            ) from error
        self._known[home.workspace_id] = _Known(client, float("inf"), home)
        return home

    async def _find(self, workspace_id: str, enterprise_id: str = "") -> _Known:
        now = self._services.clock().timestamp()
        known = self._known.get(workspace_id)
        if known is not None and known.until > now:
            return known
        if self.single:  # whatever workspace of a shared channel asks: our token is the one we have
            found = _Known(self.bare(self.options.bot_token), float("inf"))
            self._known[workspace_id] = found
            return found
        async with self._locks.setdefault(workspace_id, asyncio.Lock()):
            known = self._known.get(workspace_id)
            if known is not None and known.until > now:
                return known
            install = await self._install(workspace_id, enterprise_id)
            if install.secrets.expires_at:
                install = await self._renewed(install, now)
            if known is not None and known.client.token == install.secrets.bot_token:
                known.until = now + BELIEVE_SECONDS
                return known
            found = _Known(self.bare(install.secrets.bot_token), now + BELIEVE_SECONDS)
            self._known[workspace_id] = found
            return found

    async def _install(self, workspace_id: str, enterprise_id: str) -> installs.Install:
        store, sealer = self._services.store, self.options.sealer
        if sealer is None:
            raise AccessRevoked("There is no key to open the tokens of workspaces with.", reason="no-key")
        if not enterprise_id:
            place = await store.read(places.find_workspace, workspace_id)
            enterprise_id = str(place.settings.get("enterprise", "")) if place else ""
        for owner in (workspace_id, f"slack:{enterprise_id}" if enterprise_id else ""):
            try:
                install = await store.read(installs.find, owner, sealer) if owner else None
            except StorageError as error:
                raise AccessRevoked(str(error), reason="sealed") from error
            if install is not None and install.state == "active":
                return install
        raise AccessRevoked("The app is not installed in that workspace any more.", reason="not-installed")

    async def _renewed(self, install: installs.Install, now: float) -> installs.Install:
        """The installation with a fresh token when its own is about to expire."""
        secrets, sealer = install.secrets, self.options.sealer
        if secrets.expires_at - now > RENEW_SECONDS or not secrets.refresh_token or sealer is None:
            return install
        try:
            async with explained(repeatable=True):
                answer = await self.bare().oauth_v2_access(
                    client_id=self.options.client_id,
                    client_secret=self.options.client_secret,
                    grant_type="refresh_token",
                    refresh_token=secrets.refresh_token,
                )
        except BotError as error:
            if secrets.expires_at > now:  # the old one still works: try again with the next request
                log.warning("slack token not renewed", workspace=install.workspace_id, reason=type(error).__name__)
                return install
            raise
        fresh = installs.Secrets(
            answer["access_token"],
            answer.get("refresh_token") or secrets.refresh_token,
            now + float(answer.get("expires_in") or 12 * 3600),
        )
        renewed = replace(install, secrets=fresh)
        await self._services.store.run(installs.save, renewed, sealer, now)
        log.info("slack token renewed", workspace=install.workspace_id)
        return renewed
