"""The one way out: every request the bot makes to a stranger's server goes through `Door`."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from errno import EACCES
from hashlib import blake2b
from types import TracebackType
from typing import Any, Self

import aiohttp
from multidict import CIMultiDictProxy
from yarl import URL

from bot import __version__
from bot.errors import SourceError
from bot.pipeline import urls
from bot.sources import FEED_TYPES, addresses, decoding
from bot.sources.failures import failure, reason_of, refusal
from bot.sources.resolver import Resolver

MOST_BYTES = 10 * 1024 * 1024  # decoded; the same bound holds for the bytes on the wire
_BIG = 256 * 1024  # bytes on the wire from which an answer needs one of the few places for big ones
_BIG_AT_ONCE = 4
_OPEN_AT_ONCE = 128  # requests of any pace
_MOST_HEADER = 8190  # bytes of one header field, as aiohttp, Apache and nginx have it
_MOST_HEADERS = 128
_KEPT_HEADERS = (
    "content-type", "etag", "last-modified", "cache-control", "expires", "date", "age", "retry-after", "link",
    "content-language", "x-robots-tag",
)  # fmt: skip
_LISTS = frozenset({"cache-control", "link"})  # may come in several fields, which mean one list (RFC 9110, 5.3)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_WORTH_A_RETRY = frozenset({"broken-off", "unreachable", "http-502", "http-504"})

# Set while one request runs, for the connector: the admin opened this host and port by name.
_opened: ContextVar[bool] = ContextVar("_opened", default=False)


class PrivateAddress(OSError):
    """Refused before a socket exists. The words `not public` survive aiohappyeyeballs joining several errors."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a stranger may keep us; seconds."""

    fetch: float = 40.0  # one fetch, over all its redirects and its retry
    request: float = 30.0
    connect: float = 10.0
    silence: float = 15.0  # to the first byte, and between any two reads
    slow_after: float = 10.0  # from then on a drip ...
    slow_rate: float = 1024.0  # ... is less than so many bytes a second
    retry_pause: float = 1.0  # before the single retry of a broken connection
    lively: float = 3.0  # after this a request gives its place to others and goes on beside them
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `unchanged`: a 304, or the very bytes the caller already knows; `body` is empty then."""

    status: int
    url: str  # the last one, after redirects
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)  # lower-case names, only those in _KEPT_HEADERS
    moved_to: str = ""  # where an unbroken row of 301 and 308 led from the first address
    unchanged: bool = False
    wire_bytes: int = 0
    wire_hash: bytes = b""  # of the bytes on the wire: the same hash means the same answer
    seconds: float = 0.0

    @property
    def charset(self) -> str:
        """Charset of the Content-Type, empty if it names none."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'")
        return ""

    @property
    def media_type(self) -> str:
        """`text/html`, in lower case; empty when the server does not say."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Door:
    """One HTTP client for all sources. Use as an async context manager, or call `close`.

    Args:
        allowed: private ranges and odd ports an admin opened.
        contact: address or page where a site's owner reaches us; part of the User-Agent.
        at_once: lively requests under way at the same time; two at most to one host.
        limits: how long a stranger may keep us.
        tls: trust other certificates than the system's; for tests.
    """

    def __init__(
        self,
        *,
        allowed: addresses.Allowed = addresses.NOTHING,
        contact: str = "",
        at_once: int = 16,
        limits: Limits | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._allowed = allowed
        self._agent = f"aipolicy-bot/{__version__}" + (f" (+{contact})" if contact else "")
        self._at_once = at_once
        self._limits = limits or Limits()
        self._tls = tls
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(at_once)
        self._open_places = asyncio.Semaphore(_OPEN_AT_ONCE)
        self._big = asyncio.Semaphore(_BIG_AT_ONCE)
        self._hosts: dict[str, _Host] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        known_hash: bytes = b"",
        headers: Mapping[str, str] | None = None,
        accept: str = FEED_TYPES,
        limit: int = MOST_BYTES,
        retry: bool = True,
    ) -> Answer:
        """Fetch `url`, at most `limit` decoded bytes, within the limits of time and redirects.

        Raises SourceError with a reason from health.TROUBLES for everything else than 2xx and 304, SourceGone for 410.
        `headers` (keys of an API) go to the first host only.
        """
        asked = {"Accept": accept}
        if etag:
            asked["If-None-Match"] = etag
        if last_modified:
            asked["If-Modified-Since"] = last_modified
        budget = _Budget(self._limits.fetch)
        try:
            return await self._follow(url, asked, dict(headers or {}), known_hash, limit, budget)
        except SourceError as error:
            if not retry or error.reason not in _WORTH_A_RETRY or budget.left < 2 * self._limits.retry_pause:
                raise
        budget.left -= self._limits.retry_pause
        await asyncio.sleep(self._limits.retry_pause)
        return await self._follow(url, asked, dict(headers or {}), known_hash, limit, budget)

    async def post(
        self, url: str, body: bytes, *, content_type: str, headers: Mapping[str, str] | None = None, limit: int = 65536
    ) -> Answer:
        """Send `body` once, without retry and without following redirects. Raises SourceError as `get` does."""
        asked = {"Content-Type": content_type, **(headers or {})}
        answer = await self._once("POST", url, asked, body, b"", limit, _Budget(self._limits.request))
        if answer.status in _REDIRECTS:
            raise failure("bad-redirect", url)
        return answer

    async def _follow(
        self, url: str, asked: dict[str, str], keys: dict[str, str], known_hash: bytes, limit: int, budget: _Budget
    ) -> Answer:
        moved, permanent = "", True
        first = urls.host(url)
        for _ in range(self._limits.redirects + 1):
            sent = {**asked, **keys} if keys and urls.host(url) == first else asked
            answer = await self._once("GET", url, sent, None, known_hash, limit, budget)
            if answer.status not in _REDIRECTS:
                return replace(answer, moved_to=moved) if moved else answer
            target = urls.absolute(answer.headers.get("location", ""), answer.url)
            if not target:
                raise failure("bad-redirect", url)
            permanent = permanent and answer.status in _PERMANENT
            if permanent:
                moved = target
            url = target
        raise failure("bad-redirect", url)

    async def _once(
        self,
        method: str,
        url: str,
        sent: dict[str, str],
        data: bytes | None,
        known_hash: bytes,
        limit: int,
        budget: _Budget,
    ) -> Answer:
        address = urls.absolute(url)
        if not address:
            raise failure("bad-address", url)
        target = URL(address, encoded=True)
        host, port = target.raw_host or "", target.port or 0
        async with self._slot(host):
            token = _opened.set((host, port) in self._allowed.hosts)
            loop = asyncio.get_running_loop()
            began = loop.time()
            seconds = min(self._limits.request, budget.left)
            try:
                async with asyncio.timeout(seconds), self._request(method, target, sent, data) as response:
                    return await self._read(response, address, known_hash, limit, began)
            except TimeoutError as error:
                raise failure("timeout", url) from error
            except (aiohttp.ClientError, OSError, ValueError, UnicodeError) as error:
                raise failure(reason_of(error), url) from error
            finally:
                budget.left -= loop.time() - began
                _opened.reset(token)

    def _request(
        self, method: str, target: URL, sent: dict[str, str], data: bytes | None
    ) -> aiohttp.client._RequestContextManager:
        if self._session is None:
            self._session = self._open()
        return self._session.request(method, target, headers=sent, data=data, allow_redirects=False)

    async def _read(
        self, response: aiohttp.ClientResponse, url: str, known_hash: bytes, limit: int, began: float
    ) -> Answer:
        status, given = response.status, response.headers
        headers = _kept(given)
        loop = asyncio.get_running_loop()
        if status in _REDIRECTS:
            headers["location"] = given.get("Location", "")
            return Answer(status, url, headers=headers)
        if status == 304:
            return Answer(status, url, headers=headers, unchanged=True, seconds=loop.time() - began)
        if not 200 <= status < 300:
            raise refusal(status, url, headers)
        if status == 206:  # a piece, which we never ask for
            raise failure("truncated", url)
        if (response.content_length or 0) > limit:
            raise failure("too-big", url)
        wire = await self._body(response, url, limit, began)
        coding = ", ".join(given.getall("Content-Encoding", ()))
        seen = blake2b(wire, digest_size=16, key=coding[:16].encode("ascii", "replace")).digest()
        seconds = loop.time() - began
        if seen == known_hash:
            return Answer(status, url, b"", headers, "", True, len(wire), seen, seconds)
        body = await _unpacked(wire, coding, limit, url)
        return Answer(status, url, body, headers, "", False, len(wire), seen, seconds)

    async def _body(self, response: aiohttp.ClientResponse, url: str, limit: int, began: float) -> bytes:
        """The bytes on the wire. Above 256 kB it goes on only in one of the few places for big answers."""
        loop = asyncio.get_running_loop()
        chunks: list[bytes] = []
        size = 0
        big = False
        try:
            async for chunk in response.content.iter_any():
                chunks.append(chunk)
                size += len(chunk)
                if size > limit:
                    raise failure("too-big", url)
                spent = loop.time() - began
                if spent > self._limits.slow_after and size < spent * self._limits.slow_rate:
                    raise failure("too-slow", url)
                if size > _BIG and not big:
                    await self._big.acquire()
                    big = True
        finally:
            if big:
                self._big.release()
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    @asynccontextmanager
    async def _slot(self, host: str) -> AsyncIterator[None]:
        """A place for this request: at most two to one host, then one of the global ones; waiting costs no budget.

        A host that hangs keeps its global place for some seconds only, so a hundred of them cannot hold up the rest.
        """
        entry = self._hosts.get(host)
        if entry is None:
            entry = self._hosts[host] = _Host()
        entry.users += 1
        try:
            async with entry.places, self._open_places:
                await self._places.acquire()
                place = _Place(self._places)
                timer = asyncio.get_running_loop().call_later(self._limits.lively, place.leave)
                try:
                    yield
                finally:
                    timer.cancel()
                    place.leave()
        finally:
            entry.users -= 1
            if not entry.users:
                del self._hosts[host]

    def _open(self) -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            limit=0,  # `_slot` bounds them
            ttl_dns_cache=60,
            resolver=Resolver(),
            socket_factory=self._socket,
            keepalive_timeout=5,
            ssl=self._tls or True,
        )
        return aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=self._limits.connect, sock_read=self._limits.silence
            ),
            headers={"User-Agent": self._agent, "Accept-Encoding": decoding.ACCEPTED},
            max_line_size=_MOST_HEADER,
            max_field_size=_MOST_HEADER,
            max_headers=_MOST_HEADERS,
        )

    def _socket(self, info: Any) -> socket.socket:
        """Called by the connector with the very address it is about to connect to."""
        family, kind, protocol, _, where = info
        address, port = str(where[0]), int(where[1])
        if not _opened.get() and not self._allowed.opens(address):
            if network := addresses.denied(address):
                raise PrivateAddress(EACCES, f"{address} is not public ({network})")
            if port not in addresses.USUAL_PORTS:
                raise PrivateAddress(EACCES, f"port {port} is not one of the web (odd port)")
        return socket.socket(family=family, type=kind, proto=protocol)


@dataclass(slots=True)
class _Host:
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    users: int = 0


@dataclass(slots=True)
class _Place:
    """One of the global places, left once."""

    places: asyncio.Semaphore
    taken: bool = True

    def leave(self) -> None:
        """Give it to the next one."""
        if self.taken:
            self.taken = False
            self.places.release()


@dataclass(slots=True)
class _Budget:
    left: float  # seconds of work this fetch may still take; waiting for a place is not counted


def _kept(given: CIMultiDictProxy[str]) -> dict[str, str]:
    """The fields we use. One that is no text (bytes that are not UTF-8) is left out: it cannot be kept or sent back."""
    found = {}
    for name in _KEPT_HEADERS:
        if name in given:
            value = ", ".join(given.getall(name)) if name in _LISTS else given[name]
            with suppress(UnicodeEncodeError):
                value.encode()
                found[name] = value
    return found


async def _unpacked(wire: bytes, coding: str, limit: int, url: str) -> bytes:
    """Decoded body; lets others run between pieces of 256 kB."""
    try:
        parts = []
        for part in decoding.pieces(wire, coding, limit):
            parts.append(part)
            if len(parts) > 1:
                await asyncio.sleep(0)
    except SourceError as error:
        raise failure(error.reason, url) from error
    return parts[0] if len(parts) == 1 else b"".join(parts)
