"""The demo newsroom: a few outlets of our own on loopback, read by the very code that reads any source."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from importlib import resources
from typing import Any

import jinja2
import yaml
from aiohttp import web

from bot.model import Source
from bot.sources import ARCHIVE


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of the newsroom."""

    outlet: str
    slug: str
    title: str
    author: str
    published: datetime
    teaser: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet with its pieces, newest first."""

    key: str
    name: str
    feed: str  # rss or atom
    group: str
    about: str
    pieces: tuple[Piece, ...]


def load() -> tuple[Outlet, ...]:
    """The outlets that ship in `catalog/demo/newsroom.yaml`."""
    raw: Any = yaml.safe_load((resources.files("bot.catalog") / "demo" / "newsroom.yaml").read_text("utf-8"))
    pieces = [
        Piece(a["outlet"], a["slug"], a["title"], a["author"], a["published"], a["teaser"], tuple(a["body"]))
        for a in raw["articles"]
    ]
    return tuple(
        Outlet(
            key,
            one["name"],
            one["feed"],
            one["group"],
            one["about"],
            tuple(sorted((p for p in pieces if p.outlet == key), key=lambda p: p.published, reverse=True)),
        )
        for key, one in raw["outlets"].items()
    )


class Newsroom:
    """Serves the outlets over HTTP on 127.0.0.1, on a port of its own.

    Use as `async with Newsroom() as room: room.sources()`.
    """

    def __init__(self) -> None:
        self.outlets = {outlet.key: outlet for outlet in load()}
        folder = resources.files("bot.catalog") / "demo" / "templates"
        self._pages = jinja2.Environment(
            loader=jinja2.FunctionLoader(lambda name: (folder / name).read_text("utf-8")), autoescape=True
        )
        self._pages.filters["rfc822"] = format_datetime
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def __aenter__(self) -> Newsroom:
        app = web.Application()
        app.add_routes(
            [
                web.get("/{outlet}/", self._front),
                web.get("/{outlet}/feed.xml", self._feed),
                web.get("/{outlet}/{slug}", self._article),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def address(self) -> str:
        """Base address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def allow(self) -> str:
        """What the fetch door must open for it, in the form of AIPOLICY_FETCH_ALLOW."""
        return f"127.0.0.1:{self.port}"

    def sources(self) -> tuple[Source, ...]:
        """The outlets as sources."""
        return tuple(
            Source(
                0, "feed", f"{self.address}/{one.key}/feed.xml", one.name, f"{self.address}/{one.key}/", one.group,
                "", "en", {ARCHIVE: True},
            )
            for one in self.outlets.values()
        )  # fmt: skip

    def _outlet(self, request: web.Request) -> Outlet:
        outlet = self.outlets.get(request.match_info["outlet"])
        if outlet is None:
            raise web.HTTPNotFound
        return outlet

    def _render(self, name: str, mime: str, **values: object) -> web.Response:
        text = self._pages.get_template(name).render(base=self.address, **values)
        etag = f'"{zlib.crc32(text.encode()):08x}"'
        return web.Response(text=text, content_type=mime, charset="utf-8", headers={"ETag": etag})

    async def _front(self, request: web.Request) -> web.Response:
        return self._render("front.html", "text/html", outlet=self._outlet(request))

    async def _feed(self, request: web.Request) -> web.Response:
        outlet = self._outlet(request)
        response = self._render(f"{outlet.feed}.xml", f"application/{outlet.feed}+xml", outlet=outlet)
        if request.headers.get("If-None-Match") == response.headers["ETag"]:
            return web.Response(status=304, headers={"ETag": response.headers["ETag"]})
        return response

    async def _article(self, request: web.Request) -> web.Response:
        outlet = self._outlet(request)
        slug = re.sub(r"[^a-z0-9-]", "", request.match_info["slug"])
        for piece in outlet.pieces:
            if piece.slug == slug:
                return self._render("article.html", "text/html", outlet=outlet, piece=piece)
        raise web.HTTPNotFound
