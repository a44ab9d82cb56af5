"""An origin on loopback for every test: says what it is told to say, and remembers what it was asked."""

from __future__ import annotations

import gzip
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.sources.addresses import Allowed, parse_allowed

ALLOW_LOOPBACK: Allowed = parse_allowed("127.0.0.0/8, ::1/128")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Resource:
    """What stands at one path. Change its attributes to change the next answer."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/rss+xml"
    validators: bool = True  # answer 304 to a matching If-None-Match or If-Modified-Since
    packed: bool = False
    handler: Handler | None = None

    @property
    def etag(self) -> str:
        """A strong validator of the present body."""
        return f'"{sha256(self.body).hexdigest()[:16]}"'


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str  # with its query
    headers: Mapping[str, str]
    body: bytes


class Origin:
    """A server on 127.0.0.1 at a free port, as an async context manager.

    origin.serve("/feed.xml", body)          -> Resource, which can be changed later
    origin.handle("/slow", handler)          -> any aiohttp handler
    origin.url("/feed.xml")                  -> http://127.0.0.1:PORT/feed.xml
    origin.asked                             -> every request so far
    """

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.host = host
        self.port = 0
        self.asked: list[Asked] = []
        self.resources: dict[str, Resource] = {}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=16 * 1024 * 1024)
        app.router.add_route("*", "/{rest:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    def url(self, path: str = "/") -> str:
        """Address of a path."""
        return f"http://{self.host}:{self.port}{path}"

    def serve(
        self,
        path: str,
        body: bytes | str = b"",
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        content_type: str = "application/rss+xml",
        validators: bool = True,
        packed: bool = False,
    ) -> Resource:
        """Put a body at a path (without query) and give the resource back."""
        data = body.encode() if isinstance(body, str) else body
        resource = Resource(data, status, dict(headers or {}), content_type, validators, packed)
        self.resources[path] = resource
        return resource

    def handle(self, path: str, handler: Handler) -> None:
        """Answer a path with a function."""
        self.resources[path] = Resource(handler=handler)

    def asked_for(self, path: str) -> list[Asked]:
        """Requests for one path, whatever their query."""
        return [request for request in self.asked if request.path.partition("?")[0] == path]

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.asked.append(Asked(request.method, request.path_qs, headers, body))
        resource = self.resources.get(request.path)
        if resource is None:
            return web.Response(status=404, text="nothing here")
        if resource.handler is not None:
            return await resource.handler(request)
        given = dict(resource.headers)
        if resource.validators and resource.status == 200:
            given.setdefault("ETag", resource.etag)
            if headers.get("if-none-match") == given["ETag"]:
                return web.Response(status=304, headers={"ETag": given["ETag"]})
        given.setdefault("Content-Type", resource.content_type)
        data = resource.body
        if resource.packed:
            data = gzip.compress(data, mtime=0)
            given["Content-Encoding"] = "gzip"
        return web.Response(status=resource.status, body=data, headers=given)
