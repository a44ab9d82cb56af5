"""What all pages of the archive have in common: whom they answer, in which language, validators, kind failures."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit

import structlog
from aiohttp import ETag, hdrs, web

from bot.errors import StorageError
from bot.speech import LOCALES, speech
from bot.storage import archive as shelf
from bot.storage.archive_names import Names, fresh_key
from bot.storage.store import Store
from bot.web import pages
from bot.web.pages import Page, Reader

log = structlog.get_logger()

PAGE_SECONDS = 60  # how long others may keep a public page

_HOST = re.compile(r"([\w.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?", re.ASCII)
Handler = Callable[[web.Request, Reader], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True)
class Archive:
    """What the archive needs; put together in parts.py. `public_url` is the address it is reached at from outside."""

    store: Store
    clock: Callable[[], datetime]
    mode: Literal["local", "public"]
    public_url: str = ""


class Missing(Exception):
    """There is no such page; the text says what was looked for."""


def is_here(request: web.Request) -> bool:
    """Whether a request comes from this machine itself: not forwarded, and asked for under a name of this machine.

    The name matters: a page elsewhere can point a host name of its own to 127.0.0.1 and read what it shows.
    """
    if any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "X-Real-IP")):
        return False
    try:
        peer = ipaddress.ip_address((request.remote or "").partition("%")[0])
        host = (urlsplit(f"//{request.host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    peer = getattr(peer, "ipv4_mapped", None) or peer
    try:
        named = host == "localhost" or host.endswith(".localhost") or ipaddress.ip_address(host).is_loopback
    except ValueError:
        named = False
    return bool(peer.is_loopback) and named


class Answers:
    """How the archive answers; the pages themselves are `archive.Pages`."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.store = archive.store
        self._names: Names | None = Names() if archive.mode == "local" else None
        self._root = urlsplit(archive.public_url).path.rstrip("/") if archive.mode == "public" else ""

    # ------------------------------------------------------------------ around every page

    def page(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
        """A handler with what all have in common: who may read, the language, friendly failures, validators."""

        async def answer(request: web.Request) -> web.Response:
            if self.archive.mode == "local" and not is_here(request):
                say = speech(pages.language(request.headers.get(hdrs.ACCEPT_LANGUAGE, "")))
                return web.Response(status=403, text=say("This archive answers only on the machine it runs on."))
            reader = self._reader(request)
            try:
                return await handler(request, reader)
            except Missing as missing:
                return self.message(reader, 404, speech(reader.locale)("Not found"), str(missing))
            except StorageError as error:
                log.warning("archive", outcome="failed", path=request.path, reason=str(error))
                say = speech(reader.locale)
                words = say("The archive cannot be read just now. Please try again in a minute.")
                return self.message(reader, 503, say("Not available"), words)

        return answer

    def _reader(self, request: web.Request) -> Reader:
        asked = request.query.get("lang", "")
        locale = asked if asked in LOCALES else pages.language(request.headers.get(hdrs.ACCEPT_LANGUAGE, ""))
        if self.archive.mode == "public" and self.archive.public_url:
            base = self.archive.public_url.rstrip("/")
        else:
            if not _HOST.fullmatch(request.host):
                raise web.HTTPBadRequest
            base = str(request.url.origin())
        return Reader(locale, asked in LOCALES, self._root, base)

    async def names(self) -> Names:
        """What channels and editions are called in addresses."""
        if self._names is None:
            key = await self.store.run(shelf.key, fresh_key(), self.archive.clock().timestamp())
            self._names = Names(key)
        return self._names

    def message(self, reader: Reader, status: int, title: str, words: str) -> web.Response:
        html = pages.render("message.html", Page(title, "", indexed=False), reader, text=words, status=status)
        response = web.Response(status=status, text=html, content_type="text/html")
        response.headers[hdrs.CACHE_CONTROL] = "no-store"
        if status == 503:
            response.headers[hdrs.RETRY_AFTER] = "60"
        return response

    def answer(
        self,
        request: web.Request,
        body: bytes,
        mime: str,
        *,
        seconds: int = PAGE_SECONDS,
        modified: datetime | None = None,
        more: Mapping[str, str] | None = None,
    ) -> web.Response:
        """A 200, or a 304 when the reader has the same already (RFC 9110, section 13.2.2)."""
        # Weak: the same page may leave compressed or not.
        tag = hashlib.blake2b(body, digest_size=12).hexdigest()
        if request.if_none_match:
            same = any(one.value in (tag, "*") for one in request.if_none_match)
        else:
            since = request.if_modified_since
            same = modified is not None and since is not None and modified.replace(microsecond=0) <= since
        text = mime.startswith("text/") or mime.endswith(("+xml", "json"))
        response = web.Response(status=304) if same else web.Response(body=body)
        if not same:
            response.headers[hdrs.CONTENT_TYPE] = f"{mime}; charset=utf-8" if text else mime
            response.enable_compression()
        response.etag = ETag(tag, is_weak=True)
        if modified is not None:
            response.last_modified = modified
        shared = "public" if self.archive.mode == "public" else "private"
        response.headers[hdrs.CACHE_CONTROL] = f"{shared}, max-age={seconds}"
        response.headers[hdrs.VARY] = "Accept-Language, Accept-Encoding"
        response.headers.update(more or {})
        return response

    def html(self, request: web.Request, template: str, page: Page, reader: Reader, **values: object) -> web.Response:
        html = pages.render(template, page, reader, **values)
        return self.answer(
            request, html.encode("utf-8", "replace"), "text/html", more={"Content-Language": reader.locale}
        )
