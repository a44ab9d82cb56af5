"""A small Discord on loopback: the REST routes and the gateway our bot needs, for what SimCord cannot show."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import WSMsgType, web

TOKEN = "good.token"
BOT = {"id": "900", "username": "aipolicy", "discriminator": "0", "avatar": None, "global_name": None, "bot": True}
APPLICATION = {
    "id": "900",
    "name": "aipolicy",
    "icon": None,
    "description": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "0" * 64,
    "flags": 0,
    "summary": "",
    "hook": True,
    "is_monetized": False,
    "owner": {"id": "5", "username": "owner", "discriminator": "0", "avatar": None, "global_name": None},
}
EVERYBODY = {"id": "1", "name": "@everyone", "permissions": str(1 << 10 | 1 << 11 | 1 << 16), "position": 0}
GUILD = {
    "id": "1",
    "name": "Newsroom",
    "owner_id": "5",
    "unavailable": False,
    "roles": [{**EVERYBODY, "color": 0, "hoist": False, "managed": False, "mentionable": False}],
    "emojis": [],
    "features": [],
    "channels": [{"id": "77", "type": 0, "name": "news", "position": 0, "permission_overwrites": []}],
    "members": [
        {"user": BOT, "roles": [], "joined_at": "2026-01-01T00:00:00Z", "deaf": False, "mute": False, "flags": 0}
    ],
    "threads": [],
    "voice_states": [],
    "presences": [],
    "stickers": [],
    "stage_instances": [],
    "guild_scheduled_events": [],
    "member_count": 2,
    "large": False,
    "preferred_locale": "de",
    "verification_level": 0,
    "default_message_notifications": 0,
    "explicit_content_filter": 0,
    "mfa_level": 0,
    "afk_timeout": 300,
    "system_channel_flags": 0,
    "premium_tier": 0,
    "nsfw_level": 0,
    "soundboard_sounds": [],
}
FORUM = {
    "id": "78",
    "type": 15,
    "guild_id": "1",
    "name": "policy",
    "position": 1,
    "permission_overwrites": [],
    "available_tags": [],
    "flags": 0,
    "parent_id": None,
    "nsfw": False,
    "topic": None,
    "default_forum_layout": 0,
    "default_reaction_emoji": None,
    "default_sort_order": None,
}
Fault = Callable[[web.Request], web.StreamResponse | None]


def answer(body: Any, status: int = 200, **headers: str) -> web.Response:
    """JSON as Discord sends it: discord.py reads it only without a charset."""
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json", **headers}
    )


@dataclass
class DiscordServer:
    """An async context manager; `api` and `gateway` are its addresses."""

    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    posted: list[dict[str, Any]] = field(default_factory=list)  # every body that arrived, taken or not
    callbacks: list[dict[str, Any]] = field(default_factory=list)
    threads: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)  # what happens to the next posts, first first
    synced: int = 0
    identified: int = 0
    intents: int = 0
    api: str = ""
    gateway: str = ""
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    _runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        route = app.router.add_route
        route("GET", "/api/v10/users/@me", self._guarded(lambda _: BOT))
        route("GET", "/api/v10/oauth2/applications/@me", self._guarded(lambda _: APPLICATION))
        route("PUT", "/api/v10/applications/900/commands", self._sync)
        route("POST", "/api/v10/channels/{channel}/messages", self._post)
        route("GET", "/api/v10/channels/{channel}/messages", self._history)
        route("GET", "/api/v10/channels/{channel}", self._channel)
        route("DELETE", "/api/v10/channels/{channel}", self._delete_channel)
        route("POST", "/api/v10/channels/{channel}/threads", self._post_thread)
        route("GET", "/api/v10/guilds/1", self._guarded(lambda _: GUILD))
        route("GET", "/api/v10/guilds/1/threads/active", self._active_threads)
        route("GET", "/api/v10/gateway/bot", self._gateway_bot)
        route("POST", "/api/v10/interactions/{id}/{token}/callback", self._callback)
        route("GET", "/gateway/", self._socket)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        address = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self.api, self.gateway = f"http://{address}/api/v10", f"ws://{address}/gateway/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for socket in self.sockets:
            await socket.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _guarded(self, make: Callable[[web.Request], Any]) -> Any:
        async def handler(request: web.Request) -> web.Response:
            if request.headers.get("Authorization") != f"Bot {TOKEN}":
                return answer({"message": "401: Unauthorized", "code": 0}, 401)
            return answer(make(request))

        return handler

    async def _gateway_bot(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
        return answer({"url": self.gateway, "shards": 1, "session_start_limit": limit})

    async def _sync(self, request: web.Request) -> web.Response:
        self.synced += 1
        return answer(
            [
                {"description": "", **one, "id": str(10 + at), "application_id": "900", "version": "1"}
                for at, one in enumerate(await request.json())
            ]
        )

    def _message(self, channel: str, body: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": str(1000 + len(self.messages)),
            "channel_id": channel,
            "author": BOT,
            "content": body.get("content") or "",
            "timestamp": "2026-03-04T09:00:00.000000+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": body.get("embeds") or [],
            "components": body.get("components") or [],
            "pinned": False,
            "type": 0,
            "flags": body.get("flags", 0),
        }

    async def _post(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.posted.append(body)
        fault = self.faults.pop(0) if self.faults else ""
        if fault == "limited":
            return answer({"message": "slow down", "retry_after": 7.5, "global": False}, 429, **{"Retry-After": "7.5"})
        if fault == "banned":
            return web.Response(text="<html>error 1015</html>", status=429, content_type="text/html")
        if fault == "revoked":
            return answer({"message": "401: Unauthorized", "code": 0}, 401)
        if fault == "away":
            return answer({"message": "unavailable", "code": 0}, 503)
        known = self.messages.get(body["nonce"])
        if known is None:
            known = self.messages[body["nonce"]] = self._message(request.match_info["channel"], body)
        if fault == "taken, reset":
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        if fault == "taken, unreadable":
            return web.Response(text="not json", content_type="text/plain")
        return answer(known)

    async def _history(self, request: web.Request) -> web.Response:
        found = [one for one in self.messages.values() if one["channel_id"] == request.match_info["channel"]]
        return answer(found[::-1])

    async def _channel(self, request: web.Request) -> web.Response:
        known = self.threads.get(request.match_info["channel"])
        return answer(known or FORUM)

    async def _delete_channel(self, request: web.Request) -> web.Response:
        return answer(self.threads.pop(request.match_info["channel"]))

    async def _active_threads(self, request: web.Request) -> web.Response:
        return answer({"threads": list(self.threads.values()), "members": [], "has_more": False})

    async def _post_thread(self, request: web.Request) -> web.Response:
        body = await request.json()
        number = str(3000 + len(self.threads))
        metadata = {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": "2026-03-04T09:00:00.000000+00:00",
            "locked": False,
        }
        self.threads[number] = {
            "id": number,
            "type": 11,
            "guild_id": "1",
            "parent_id": request.match_info["channel"],
            "owner_id": "900",
            "name": body["name"],
            "thread_metadata": metadata,
            "message_count": 0,
            "member_count": 1,
            "rate_limit_per_user": 0,
            "flags": 0,
        }
        first = {**self._message(number, body["message"]), "id": number}
        self.messages[number] = first
        if self.faults and self.faults.pop(0) == "taken, 502":
            return answer({"message": "bad gateway", "code": 0}, 502)
        return answer({**self.threads[number], "message": first})

    async def _callback(self, request: web.Request) -> web.Response:
        self.callbacks.append(await request.json())
        return answer(
            {
                "interaction": {"id": request.match_info["id"], "type": 2, "response_message_id": "5000"},
                "resource": {"type": 4, "message": self._message("77", {})},
            }
        )

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}, "s": None, "t": None})
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            sent = json.loads(frame.data)
            if sent["op"] == 1:
                await socket.send_json({"op": 11, "d": None})
            elif sent["op"] == 2:
                if sent["d"]["token"] != TOKEN:
                    await socket.close(code=4004)
                    break
                self.identified += 1
                self.intents = sent["d"]["intents"]
                ready = {
                    "v": 10,
                    "user": BOT,
                    "guilds": [{"id": "1", "unavailable": True}],
                    "session_id": "s",
                    "resume_gateway_url": self.gateway,
                    "application": {"id": "900", "flags": 0},
                }
                await self.event("READY", ready, 1)
                await self.event("GUILD_CREATE", GUILD, 2)
        return socket

    async def event(self, name: str, body: Any, number: int = 9) -> None:
        """Send a gateway event to everybody connected."""
        for socket in self.sockets:
            if not socket.closed:
                await socket.send_json({"op": 0, "t": name, "s": number, "d": body})

    async def command(
        self, name: str, options: list[dict[str, Any]] | None = None, *, owners: dict[str, str] | None = None
    ) -> dict[str, Any]:
        """Somebody types a command; what the bot answers. `owners`: who installed it, `{"1": user}` for a person."""
        before = len(self.callbacks)
        member = {
            "user": {**BOT, "id": "55", "username": "alice", "bot": False},
            "roles": [],
            "joined_at": "2026-01-01T00:00:00Z",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": str(1 << 10),
        }
        leaf = {"type": 1, "name": name, "options": options or []}
        await self.event(
            "INTERACTION_CREATE",
            {
                "id": "4000",
                "application_id": "900",
                "type": 2,
                "token": "interaction-token",
                "version": 1,
                "guild_id": "1",
                "channel_id": "77",
                "channel": {"id": "77", "type": 0, "name": "news", "permissions": str(1 << 10)},
                "member": member,
                "locale": "de",
                "guild_locale": "de",
                "app_permissions": str(1 << 10 | 1 << 11),
                "entitlements": [],
                "authorizing_integration_owners": owners or {"0": "1"},
                "context": 0,
                "attachment_size_limit": 1000000,
                "data": {"id": "10", "name": "aipolicy", "type": 1, "options": [leaf]},
            },
        )
        for _ in range(500):
            if len(self.callbacks) > before:
                return self.callbacks[-1]
            await asyncio.sleep(0.01)
        raise AssertionError("the bot did not answer")
