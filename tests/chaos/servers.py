"""Slack and Discord as the killer needs them: they remember every message, and fail as real ones do."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

NONCE_SECONDS = 300.0  # "unique in the past few minutes" (Discord's message resource)
HANG_SECONDS = 30.0

# What may happen to one request, and how often among faults. "taken": the message is there, the answer is not.
POST_FAULTS = {
    "limited": 3,  # 429 with Retry-After
    "limited everywhere": 1,
    "failed": 3,  # 5xx, nothing taken
    "taken, failed": 3,  # 5xx, taken
    "reset": 2,  # connection closed, nothing taken
    "taken, reset": 3,
    "taken, silent": 2,  # no answer until the client gives up
    "silent": 1,
}
OTHER_FAULTS = {"limited": 3, "failed": 3, "reset": 2, "taken, reset": 2}


@dataclass
class Kept:
    """One message on a platform."""

    channel: str
    promise: str
    body: str
    edits: int = 0
    deleted: bool = False


@dataclass
class Platform:
    """What both stand-ins have in common. Times are by `clock`, which may run faster than the wall's."""

    clock: Callable[[], float]
    rng: random.Random
    fault_rate: float = 0.0
    messages: dict[str, Kept] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    under_way: int = 0
    url: str = ""
    _runner: web.AppRunner | None = None
    _number: int = 0

    async def start(self) -> None:
        app = web.Application(middlewares=[self._watched])
        app.router.add_route("*", "/{path:.*}", self.answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def quiet(self) -> None:
        """Return when everything a dead client sent has been read and dealt with."""
        for _ in range(20):
            await asyncio.sleep(0.001)
        while self.under_way:
            await asyncio.sleep(0.002)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        raise AssertionError(f"nobody answers {request.path}")

    @web.middleware
    async def _watched(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.under_way += 1
        try:
            response: web.StreamResponse = await handler(request)
            return response
        finally:
            self.under_way -= 1

    def fault(self, faults: dict[str, int]) -> str:
        """The fault this request meets; empty for none."""
        if self.rng.random() >= self.fault_rate:
            return ""
        chosen = self.rng.choices(list(faults), list(faults.values()))[0]
        self.faults[chosen] += 1
        return chosen

    async def silent(self, request: web.Request) -> web.StreamResponse:
        """Say nothing until the client is gone."""
        for _ in range(int(HANG_SECONDS / 0.02)):
            await asyncio.sleep(0.02)
            if request.transport is None or request.transport.is_closing():
                break
        return self.reset(request)

    def reset(self, request: web.Request) -> web.StreamResponse:
        """Close the connection without an answer."""
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def posted(self) -> Counter[tuple[str, str]]:
        """How often each promise was posted in each channel."""
        return Counter((kept.channel, kept.promise) for kept in self.messages.values())


class Slack(Platform):
    """chat.postMessage, chat.update, chat.delete, conversations.history and auth.test."""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.path.rsplit("/", 1)[-1]
        self.requests[method] += 1
        asked = await _arguments(request)
        fault = self.fault(POST_FAULTS if method == "chat.postMessage" else OTHER_FAULTS)
        if fault == "reset":
            return self.reset(request)
        if fault == "silent":
            return await self.silent(request)
        if fault.startswith("limited"):
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "2"})
        if fault == "failed":
            return web.json_response({"ok": False, "error": "service_unavailable"}, status=503)
        answer = self._do(method, asked)
        if fault == "taken, reset":
            return self.reset(request)
        if fault == "taken, silent":
            return await self.silent(request)
        if fault == "taken, failed":
            return web.json_response({"ok": False, "error": "internal_error"}, status=500)
        return web.json_response(answer)

    def _do(self, method: str, asked: dict[str, Any]) -> dict[str, Any]:
        channel = str(asked.get("channel", ""))
        match method:
            case "auth.test":
                return {"ok": True, "team_id": "T1", "team": "T", "user_id": "U0", "bot_id": "B0", "url": "https://x/"}
            case "chat.postMessage":
                self._number += 1
                ts = f"{self.clock():.3f}{self._number % 1000:03d}"
                metadata = _mapping(asked.get("metadata"))
                promise = str(metadata.get("event_payload", {}).get("promise", ""))
                self.messages[ts] = Kept(channel, promise, json.dumps(asked, ensure_ascii=False))
                return {"ok": True, "channel": channel, "ts": ts, "message": {"ts": ts}}
            case "chat.update":
                kept = self.messages.get(str(asked["ts"]))
                if kept is None or kept.deleted:
                    return {"ok": False, "error": "message_not_found"}
                kept.body, kept.edits = json.dumps(asked, ensure_ascii=False), kept.edits + 1
                return {"ok": True, "channel": channel, "ts": asked["ts"]}
            case "chat.delete":
                kept = self.messages.get(str(asked["ts"]))
                if kept is None or kept.deleted:
                    return {"ok": False, "error": "message_not_found"}
                kept.deleted = True
                return {"ok": True, "channel": channel, "ts": asked["ts"]}
            case "conversations.history":
                return self._history(channel, asked)
            case "chat.getPermalink":
                return {"ok": True, "permalink": "https://x/archives/1"}
        return {"ok": False, "error": "unknown_method"}

    def _history(self, channel: str, asked: dict[str, Any]) -> dict[str, Any]:
        oldest, limit = float(asked.get("oldest") or 0), int(asked.get("limit") or 100)
        begin = int(asked.get("cursor") or 0)
        newest_first = [
            {
                "ts": ts,
                "metadata": {"event_type": "aipolicy_promise", "event_payload": {"promise": kept.promise}},
            }
            for ts, kept in sorted(self.messages.items(), reverse=True)
            if kept.channel == channel and not kept.deleted and float(ts) > oldest
        ]
        more = begin + limit < len(newest_first)
        return {
            "ok": True,
            "messages": newest_first[begin : begin + limit],
            "has_more": more,
            "response_metadata": {"next_cursor": str(begin + limit) if more else ""},
        }


class Discord(Platform):
    """Messages of text channels, with enforced nonces, and who the bot is."""

    def __init__(self, clock: Callable[[], float], rng: random.Random, fault_rate: float = 0.0) -> None:
        super().__init__(clock, rng, fault_rate)
        self._payloads: dict[str, dict[str, Any]] = {}
        self._nonces: dict[str, tuple[str, float]] = {}
        self.repeats_stopped = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        parts = request.path.strip("/").split("/")
        self.requests[f"{request.method} {'message' if 'messages' in parts else parts[-1]}"] += 1
        asked = await _arguments(request)
        if "messages" not in parts:
            return _json(self._about(parts))
        fault = self.fault(POST_FAULTS if request.method == "POST" else OTHER_FAULTS)
        if fault == "reset":
            return self.reset(request)
        if fault == "silent":
            return await self.silent(request)
        if fault.startswith("limited"):
            body = {"message": "slow", "retry_after": 0.2, "global": fault.endswith("everywhere")}
            return _json(body, 429, {"Retry-After": "1", "Via": "1.1 google"})
        if fault == "failed":
            return _json({"message": "no", "code": 0}, 503)
        status, answer = self._do(request.method, parts, asked)
        if fault == "taken, reset":
            return self.reset(request)
        if fault == "taken, silent":
            return await self.silent(request)
        if fault == "taken, failed":
            return _json({"message": "no", "code": 0}, 502)
        return _json(answer, status)

    def _about(self, parts: list[str]) -> Any:
        if "applications" in parts:
            return {
                "id": "900",
                "name": "bot",
                "description": "",
                "icon": None,
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "0",
                "flags": 0,
                "owner": self._about(["users", "@me"]),
                "team": None,
            }
        if parts[-1] == "@me":
            return {"id": "900", "username": "bot", "discriminator": "0", "avatar": None, "bot": True, "flags": 0}
        return {"id": parts[-1], "type": 0, "guild_id": "9", "name": "news", "position": 0, "permission_overwrites": []}

    def _do(self, method: str, parts: list[str], asked: dict[str, Any]) -> tuple[int, Any]:
        channel = parts[parts.index("channels") + 1]
        message = parts[-1]
        if method == "POST":
            nonce = str(asked.get("nonce", ""))
            first = self._nonces.get(nonce)
            if asked.get("enforce_nonce") and first and self.clock() - first[1] < NONCE_SECONDS:
                self.repeats_stopped += 1
                return 200, self._payloads[first[0]]
            self._number += 1
            message = str((int(self.clock() * 1000) << 22) + self._number)
            self._nonces[nonce] = (message, self.clock())
            self.messages[message] = Kept(channel, nonce, json.dumps(asked, ensure_ascii=False))
            self._payloads[message] = self._object(message, channel, asked)
            return 200, self._payloads[message]
        if method == "GET":
            found = [
                self._payloads[one]
                for one, kept in sorted(self.messages.items(), key=lambda pair: int(pair[0]), reverse=True)
                if kept.channel == channel and not kept.deleted
            ]
            return 200, found[:100]
        kept = self.messages.get(message)
        if kept is None or kept.deleted:
            return 404, {"message": "Unknown Message", "code": 10008}
        if method == "DELETE":
            kept.deleted = True
            return 204, None
        kept.body, kept.edits = json.dumps(asked, ensure_ascii=False), kept.edits + 1
        self._payloads[message] |= {"components": asked.get("components", []), "embeds": asked.get("embeds", [])}
        return 200, self._payloads[message]

    def _object(self, message: str, channel: str, asked: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": message,
            "channel_id": channel,
            "type": 0,
            "author": self._about(["@me"]),
            "content": asked.get("content") or "",
            "nonce": asked.get("nonce"),
            "timestamp": "2026-01-01T00:00:00.000000+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": asked.get("embeds") or [],
            "components": asked.get("components") or [],
            "pinned": False,
            "flags": asked.get("flags") or 0,
        }


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """discord.py reads JSON only where the content type has no charset."""
    if body is None:
        return web.Response(status=status)
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json", **(headers or {})}
    )


async def _arguments(request: web.Request) -> dict[str, Any]:
    asked: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        asked |= await request.json()
    elif request.can_read_body:
        asked |= {key: value for key, value in (await request.post()).items() if isinstance(value, str)}
    return asked


def _mapping(value: Any) -> dict[str, Any]:
    found = json.loads(value) if isinstance(value, str) else value
    return found if isinstance(found, dict) else {}
