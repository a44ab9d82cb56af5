"""Discord: the gateway client that answers people, and the sender that needs no gateway."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import discord
import structlog
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.commands import COMMANDS
from bot.commands.services import Services
from bot.errors import AccessRevoked, ConfigError, StorageError, TryLater
from bot.platforms import discord_examine, discord_tree
from bot.platforms.discord_door import Door
from bot.platforms.discord_guilds import Guilds
from bot.platforms.discord_sender import DiscordSender
from bot.storage import meta

log = structlog.get_logger()

READY_SECONDS = 20.0  # how long start waits for the gateway before it lets the rest of the bot go on
STOP_SECONDS = 5.0
RECONNECT_MOST = 60.0
LONGEST_WAIT = 30.0  # discord.py waits so long for a rate limit itself; above it the promise waits instead
NOT_RECOVERABLE = (4004, 4010, 4011, 4012, 4013, 4014)  # close codes (events/gateway): trying again would not help

REFUSED = "Discord refuses the token. Copy a new one from the application's Bot page into DISCORD_TOKEN."


@dataclass(frozen=True, slots=True)
class DiscordOptions:
    """What parts.py decides for Discord.

    Attributes:
        api_url, gateway_url: other addresses than Discord's own, for proxies and stand-ins; empty for Discord.
        shards: connections to the gateway; 0 lets Discord say how many.
    """

    token: str = field(default="", repr=False)
    api_url: str = ""
    gateway_url: str = ""
    shards: int = 0


discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it never speaks: nothing to warn about


class _Behaviour:
    """What both kinds of client do; they differ only in how many connections they hold."""

    tree: app_commands.CommandTree[Any]
    door: Door
    guild_states: Guilds
    services: Services
    answering: bool
    application_id: int | None

    async def setup_hook(self) -> None:
        """After the login: register the commands, but only when they are not registered like this already."""
        if not self.answering:
            return
        await self.tree.set_translator(discord_tree.Translator())
        mark = discord_tree.fingerprint(await discord_tree.payloads(self.tree))
        key = f"discord-tree:{self.application_id}"
        if await self.services.store.read(meta.get, key) == mark:
            return
        try:
            await self.tree.sync()
        except (discord.DiscordException, KeyError, TypeError, ValueError) as error:
            # The commands of before still work, and deliveries do not need any: go on, and try again at the next start.
            log.error("commands not registered", platform="discord", reason=f"{type(error).__name__}: {error}"[:500])
            return
        await self.services.store.run(meta.put, key, mark, self.services.clock().timestamp())
        log.info("commands registered", platform="discord")

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        await self.door.interaction(interaction)

    async def on_ready(self) -> None:
        guilds = list(self.guilds)  # type: ignore[attr-defined]  # of the client this is mixed into
        await self.guild_states.present(guilds)
        log.info("connected", platform="discord", guilds=len(guilds))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.guild_states.arrived(guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        await self.guild_states.arrived(guild)

    async def on_guild_unavailable(self, guild: discord.Guild) -> None:
        await self.guild_states.outage(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self.guild_states.departed(guild)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self.guild_states.channel_deleted(channel.id, channel.guild.id)

    async def on_guild_channel_update(self, before: object, after: discord.abc.GuildChannel) -> None:
        await self.guild_states.channel_changed(after)

    async def on_guild_role_update(self, before: object, after: discord.Role) -> None:
        await self.guild_states.check(after.guild)

    async def on_member_update(self, before: object, after: discord.Member) -> None:
        if after == after.guild.me:
            await self.guild_states.check(after.guild)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        await self.guild_states.channel_deleted(payload.thread_id, payload.guild_id)

    async def on_error(self, event: str, *args: Any, **kwargs: Any) -> None:
        log.exception("event failed", platform="discord", gateway_event=event)


class _Client(_Behaviour, discord.Client):
    pass


class _ShardedClient(_Behaviour, discord.AutoShardedClient):
    pass


class _Tree(app_commands.CommandTree[Any]):
    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError, /) -> None:
        log.error("command failed", platform="discord", exc_info=error)


class Discord:
    """The platform: `start` and `stop` for the gateway, `sender` for deliveries (it logs in by itself)."""

    def __init__(self, options: DiscordOptions, services: Services) -> None:
        self._options = options
        self._services = services
        self._gateway: asyncio.Task[None] | None = None
        self._login = asyncio.Lock()
        self._stopping = False
        if options.api_url:
            Route.BASE = options.api_url.rstrip("/")
        if options.gateway_url:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(options.gateway_url)
        self.client = self._build()
        self.sender = DiscordSender(self._ready, services)

    def _build(self) -> discord.Client:
        settings: dict[str, Any] = {
            "intents": discord.Intents(guilds=True),  # nothing privileged: interactions bring what they are about
            "allowed_mentions": discord.AllowedMentions.none(),
            "max_messages": None,
            "chunk_guilds_at_startup": False,
            "member_cache_flags": discord.MemberCacheFlags.none(),
            "max_ratelimit_timeout": LONGEST_WAIT,
        }
        shards = self._options.shards or (1 if self._options.gateway_url else 0)
        client: _Client | _ShardedClient
        if shards == 1:
            client = _Client(**settings)
        else:
            client = _ShardedClient(shard_count=shards or None, **settings)
        client.services = self._services
        client.door = Door(self._services)
        client.guild_states = Guilds(self._services, client)
        client.answering = True
        client.tree = _Tree(client)
        door = client.door
        discord_tree.build(client.tree, COMMANDS, door.command, door.completion, door.explain)
        return client

    async def _ready(self) -> discord.Client:
        """The client, logged in; without a gateway if `start` was not called."""
        async with self._login:
            if self.client.user is None:
                self.client.answering = self._gateway is not None  # type: ignore[attr-defined]
                try:
                    await self._log_in()
                except discord.LoginFailure as error:
                    raise AccessRevoked(REFUSED, reason="token-refused") from error
        return self.client

    async def _log_in(self) -> None:
        """Log in. A client that failed is closed and replaced: discord.py opens a new session with every try."""
        try:
            await self.client.login(self._options.token)
        except BaseException:
            answering = self.client.answering  # type: ignore[attr-defined]
            await self.client.close()
            self.client = self._build()
            self.client.answering = answering  # type: ignore[attr-defined]
            raise

    async def start(self) -> None:
        """Log in, register the commands if they changed, and answer people until `stop`.

        Raises:
            ConfigError: the token is refused, or Discord does not want this bot on the gateway.
        """
        try:
            async with self._login:
                if self.client.user is None:
                    await self._log_in()
                else:  # the sender was first: it logs in without registering commands
                    self.client.answering = True  # type: ignore[attr-defined]
                    await self.client.setup_hook()
        except discord.LoginFailure as error:
            raise ConfigError(REFUSED) from error
        except (discord.DiscordException, aiohttp.ClientError, OSError, KeyError, TypeError, ValueError) as error:
            log.warning("not connected", platform="discord", reason=type(error).__name__)
        self._gateway = asyncio.create_task(self._stay_connected(), name="discord-gateway")
        if self.client.user is None:
            return  # unreachable now: the rest of the bot goes on, and `_stay_connected` keeps trying
        ready = asyncio.create_task(self.client.wait_until_ready())
        done, _ = await asyncio.wait({ready, self._gateway}, timeout=READY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if self._gateway in done:
            self._gateway.result()

    async def _stay_connected(self) -> None:
        """discord.py reconnects by itself; what it gives up on (a malformed event, a login that failed) we begin anew.

        Raises:
            ConfigError: trying again would not help.
        """
        wait = 1.0
        while not self._stopping:
            try:
                async with self._login:
                    if self.client.user is None:
                        self.client.answering = True  # type: ignore[attr-defined]
                        await self._log_in()
                await self.client.connect()
                wait = 1.0
            except (discord.LoginFailure, discord.PrivilegedIntentsRequired) as error:
                log.error("gateway refused", platform="discord", reason=REFUSED)
                raise ConfigError(REFUSED) from error
            except discord.ConnectionClosed as error:
                if error.code in NOT_RECOVERABLE:
                    log.error("gateway refused", platform="discord", code=error.code)
                    raise ConfigError(f"Discord closed the gateway ({error.code}). {REFUSED}") from error
                log.warning("gateway lost", platform="discord", code=error.code)
            except StorageError as error:
                log.warning("gateway lost", platform="discord", reason=str(error))
            except Exception as error:
                log.warning("gateway lost", platform="discord", reason=f"{type(error).__name__}: {error}"[:200])
            if self._stopping or self.client.is_closed():
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, RECONNECT_MOST)

    async def examine(self) -> str:
        """For `doctor`: one sentence about token, intents and permissions.

        Raises ConfigError, AccessRevoked and TryLater with what is wrong.
        """
        try:
            return await discord_examine.examine(await self._ready())
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            raise TryLater("Discord cannot be reached just now.", reason="unreachable") from error
        finally:
            await self._let_go()

    async def stop(self) -> None:
        """Let the answers under way finish for a moment, then disconnect."""
        self._stopping = True
        await self.client.door.finish(STOP_SECONDS)  # type: ignore[attr-defined]
        await self._let_go()
        if self._gateway is not None:
            if self.client.user is not None:  # else it only waits for the next try
                await asyncio.wait({self._gateway}, timeout=STOP_SECONDS)
            self._gateway.cancel()
            await asyncio.gather(self._gateway, return_exceptions=True)
            self._gateway = None

    async def _let_go(self) -> None:
        """Close the client. One that never began to log in has nothing to close, and discord.py would fail on it."""
        if self.client.user is not None or self._gateway is not None:
            with contextlib.suppress(AttributeError):  # AutoShardedClient.close, before its first login
                await self.client.close()
        await self.client.http.close()
