"""A Slack Web API on loopback that answers as it is told: faults, limits, refusals. Remembers every request."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Answer = dict[str, Any] | web.StreamResponse | Callable[[web.Request], Any]

IDENTITY = {
    "ok": True,
    "url": "https://desk.slack.example/",
    "team": "Desk",
    "team_id": "T1",
    "user_id": "U0BOT",
    "bot_id": "B0BOT",
}
MEMBER = {"id": "U1", "team_id": "T1", "name": "anna", "tz": "Europe/Berlin", "locale": "en-US"}


@dataclass
class Api:
    """What the server saw, and what it says next: `script[method]` in order, then what is usual."""

    url: str = ""
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    script: dict[str, list[Answer]] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=list)
    users: dict[str, dict[str, Any]] = field(default_factory=lambda: {"U1": dict(MEMBER)})

    def of(self, method: str) -> list[dict[str, Any]]:
        """Arguments of the requests for one method."""
        return [arguments for name, arguments in self.asked if name == method]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.content_type == "application/json":
            arguments = await request.json()
        else:
            arguments = {**request.query, **await request.post()}
        for name in ("blocks", "metadata", "view"):
            if isinstance(arguments.get(name), str):
                arguments[name] = json.loads(arguments[name])
        self.asked.append((method, arguments))
        self.tokens.append(request.headers.get("Authorization", "").removeprefix("Bearer "))
        waiting = self.script.get(method) or []
        said = waiting.pop(0) if waiting else self._usual(method, arguments)
        if callable(said):
            said = await said(request)
        return said if isinstance(said, web.StreamResponse) else web.json_response(said)

    def _usual(self, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        match method:
            case "auth.test":
                return IDENTITY
            case "chat.postMessage":
                return {"ok": True, "ts": f"17000000{len(self.asked):02d}.000100", "channel": arguments["channel"]}
            case "users.info":
                user = self.users.get(arguments["user"])
                return {"ok": True, "user": user} if user else {"ok": False, "error": "user_not_found"}
            case "conversations.open":
                return {"ok": True, "channel": {"id": f"D{arguments['users']}"}}
            case "views.open" | "views.push" | "views.update" | "views.publish":
                return {"ok": True, "view": {"id": "V1"}}
        return {"ok": True}


@asynccontextmanager
async def slack_api() -> AsyncIterator[Api]:
    """A running server."""
    api = Api()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", api.answer)
    server = TestServer(app)
    await server.start_server()
    api.url = str(server.make_url("/api/"))
    try:
        yield api
    finally:
        await server.close()
