"""A WebSub hub on loopback: takes subscriptions, checks them as the Recommendation says, and pushes signed bodies."""

from __future__ import annotations

import hashlib
import hmac
import io
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import aiohttp
from aiohttp import web

from tests.loopback import Origin


@dataclass
class Hub:
    """Answers at `path` of an origin. `asked` holds every subscription request, `checks` the answers to challenges."""

    origin: Origin
    path: str = "/hub"
    lease_seconds: int = 86400
    asked: list[dict[str, str]] = field(default_factory=list)
    checks: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.origin.handle(self.path, self._subscribe)

    @property
    def url(self) -> str:
        return self.origin.url(self.path)

    async def _subscribe(self, request: web.Request) -> web.StreamResponse:
        # The origin has read the body already.
        form = {name: values[0] for name, values in parse_qs((await request.read()).decode()).items()}
        self.asked.append(form)
        return web.Response(status=202)

    async def check(self, *, mode: str = "subscribe", topic: str = "", challenge: str = "c-1") -> tuple[int, str]:
        """Ask the last subscriber whether it meant it."""
        form = self.asked[-1]
        query = {
            "hub.mode": mode,
            "hub.topic": topic or form["hub.topic"],
            "hub.challenge": challenge,
            "hub.lease_seconds": str(self.lease_seconds),
        }
        async with (
            aiohttp.ClientSession() as session,
            session.get(form["hub.callback"], params=query, allow_redirects=False) as answer,
        ):
            self.checks.append((answer.status, await answer.text()))
        return self.checks[-1]

    async def push(self, body: bytes, *, secret: str | None = None, callback: str = "") -> int:
        """Bring news to the last subscriber; signed with its secret unless told otherwise."""
        form = self.asked[-1]
        key = form["hub.secret"] if secret is None else secret
        signature = hmac.new(key.encode(), body, hashlib.sha256).hexdigest()
        async with (
            aiohttp.ClientSession() as session,
            session.post(
                callback or form["hub.callback"],
                data=io.BytesIO(body),
                headers={"X-Hub-Signature": f"sha256={signature}", "Content-Type": "application/rss+xml"},
            ) as answer,
        ):
            return answer.status
