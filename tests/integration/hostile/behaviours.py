"""Ways in which a server can misbehave, each with a name and what the bot must make of it."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import quote, unquote

import brotli

from bot.sources.decoding import zstd

FEED = (
    b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Quiet Gazette</title>'
    b"<link>https://gazette.example/</link><description>News</description>"
    b"<item><title>Parliament adopts the AI liability rules</title><link>https://gazette.example/1</link>"
    b"<guid>https://gazette.example/1</guid><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>"
    b"</channel></rss>"
)
FINE = "fine"
METADATA = "169.254.169.254"


@dataclass
class Talk:
    """One connection, after its request head was read."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    path: str
    headers: dict[str, str]
    port: int  # the origin's own
    canary: str  # host:port of a listener that must never be connected to
    times: int  # how often this path was asked for, this one included

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, body: bytes = FEED, status: str = "200 OK", **headers: str) -> None:
        """A proper answer; header names with underscores."""
        given = {"content_type": "application/rss+xml", "content_length": str(len(body)), **headers}
        head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items() if value)
        await self.send(f"HTTP/1.1 {status}\r\n{head}connection: close\r\n\r\n".encode("latin-1") + body)

    async def redirect(self, to: str, status: str = "302 Found") -> None:
        await self.answer(b"", status, location=to)

    async def forever(self, data: bytes, pause: float = 0.0) -> None:
        while not self.writer.is_closing():
            await self.send(data)
            await asyncio.sleep(pause)


Behaviour = Callable[[Talk], Awaitable[None]]


@dataclass(frozen=True)
class Case:
    """A behaviour and the outcomes that are right: reasons of health.TROUBLES, or `fine`."""

    run: Behaviour
    expect: tuple[str, ...]


CASES: dict[str, Case] = {}


def case(name: str, *expect: str) -> Callable[[Behaviour], Behaviour]:
    def add(run: Behaviour) -> Behaviour:
        CASES[name] = Case(run, expect)
        return run

    return add


def says(name: str, expect: str, data: bytes) -> None:
    """Sends these bytes and hangs up."""

    async def run(talk: Talk) -> None:
        await talk.send(data)

    case(name, *expect.split())(run)


def redirects(name: str, expect: str, to: str, status: str = "302 Found") -> None:
    async def run(talk: Talk) -> None:
        await talk.redirect(to.format(port=talk.port, canary=talk.canary), status)

    case(name, *expect.split())(run)


def refuses(status: str, **headers: str) -> None:
    async def run(talk: Talk) -> None:
        await talk.answer(b"no", status, **headers)

    case(f"status {status}", f"http-{status[:3]}")(run)


def packs(name: str, expect: str, body: bytes, coding: str) -> None:
    async def run(talk: Talk) -> None:
        await talk.answer(body, content_encoding=coding)

    case(name, *expect.split())(run)


def tells(name: str, expect: str, body: bytes = FEED, **headers: str) -> None:
    async def run(talk: Talk) -> None:
        await talk.answer(body, **headers)

    case(name, *expect.split())(run)


# --------------------------------------------------------------------------- connections


@case("never says a word", "timeout")
async def _silent(talk: Talk) -> None:
    await asyncio.sleep(60)


@case("hangs up at once", "broken-off")
async def _hangs_up(talk: Talk) -> None:
    return


@case("resets the connection", "broken-off")
async def _resets(talk: Talk) -> None:
    sock = talk.writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    talk.writer.transport.abort()


@case("breaks off once, then answers", FINE)
async def _once(talk: Talk) -> None:
    if talk.times > 1:
        await talk.answer()


@case("answers 502 once, then well", FINE)
async def _bad_gateway_once(talk: Talk) -> None:
    await (talk.answer(b"", "502 Bad Gateway") if talk.times == 1 else talk.answer())


@case("drips the head, a byte at a time", "timeout")
async def _drips_head(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    await talk.forever(b"a", 0.05)


@case("drips the body, a byte at a time", "too-slow", "timeout")
async def _drips_body(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 100000\r\n\r\n")
    await talk.forever(b"a", 0.05)


@case("pauses in the middle of the body", "timeout")
async def _pauses(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss")
    await asyncio.sleep(60)


@case("says 100 Continue for ever", "timeout", "bad-http", "broken-off")
async def _continues(talk: Talk) -> None:
    await talk.forever(b"HTTP/1.1 100 Continue\r\n\r\n", 0.01)


@case("sends a body without end", "too-big")
async def _endless(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n")
    await talk.forever(b"<!-- nothing -->" * 4096)


@case("sends chunks without end", "too-big")
async def _endless_chunks(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    await talk.forever(b"10000\r\n" + b" " * 65536 + b"\r\n")


@case("sends header fields without end", "bad-http", "broken-off")
async def _endless_headers(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\n")
    await talk.forever(b"X-Field: value\r\n" * 100)


@case("sends one header line without end", "bad-http", "broken-off")
async def _endless_header(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\nX-Field: ")
    await talk.forever(b"a" * 4096)


@case("sends chunk extensions without end", "bad-http", "broken-off", "timeout")
async def _endless_extension(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=")
    await talk.forever(b"a" * 4096)


says("breaks off in the status line", "broken-off bad-http", b"HTTP/1.1 20")
says("breaks off in the head", "broken-off bad-http", b"HTTP/1.1 200 OK\r\nContent-Type: te")
says("breaks off in the body", "broken-off", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<rss>")
says("breaks off in a chunk", "broken-off", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<rss")
says("never sends the last chunk", "broken-off", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<rss\r\n")
says(
    "chunk size is no number",
    "broken-off bad-http",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n",
)
says(
    "chunk size is negative", "broken-off bad-http", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n"
)
says("content length is negative", "bad-http", b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")
says("content length is words", "bad-http", b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhello")
says(
    "two different content lengths",
    "bad-http",
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
)
says("claims ten gigabytes", "too-big", b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n<rss>")
says("speaks SSH", "bad-http", b"SSH-2.0-OpenSSH_9.6\r\n")
says("speaks FTP", "bad-http", b"220 Welcome to the archive\r\n")
says("speaks SMTP", "bad-http", b"220 mail.example ESMTP\r\n")
says("answers with a TLS alert", "bad-http", b"\x15\x03\x01\x00\x02\x02\x46")
says("answers without a head", "bad-http", FEED)
says("answers with noise", "bad-http", bytes(range(256)) * 4)
says("status is 999", "bad-http", b"HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n")
says("status is no number", "bad-http", b"HTTP/1.1 OK fine\r\n\r\n")
says("status has seven digits", "bad-http", b"HTTP/1.1 2000000 OK\r\nContent-Length: 0\r\n\r\n")
says("version is 9.9", "bad-http fine", b"HTTP/9.9 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(FEED), FEED))
says("a NUL in a header", "bad-http", b"HTTP/1.1 200 OK\r\nX-Nul: a\x00b\r\nContent-Length: 0\r\n\r\n")
says("a header without colon", "bad-http", b"HTTP/1.1 200 OK\r\nNo colon here\r\nContent-Length: 0\r\n\r\n")
says(
    "switches protocols",
    "bad-http broken-off",
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
)
says(
    "junk after the answer",
    "fine bad-http",
    b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%sjunk\r\n\r\n" % (len(FEED), FEED),
)
says("no length, just the end", "fine", b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n" + FEED)
says("HTTP/1.0", "fine", b"HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n" + FEED)
says(
    "early hints before the answer",
    "fine",
    b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
    % (len(FEED), FEED),
)
says("a header of 64 kB", "bad-http", b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 65536 + b"\r\nContent-Length: 0\r\n\r\n")
says(
    "a validator of 64 kB", "bad-http", b'HTTP/1.1 200 OK\r\nETag: "' + b"a" * 65536 + b'"\r\nContent-Length: 0\r\n\r\n'
)
says("five hundred headers", "bad-http", b"HTTP/1.1 200 OK\r\n" + b"X-Many: 1\r\n" * 500 + b"Content-Length: 0\r\n\r\n")

# --------------------------------------------------------------------------- redirects

redirects("redirects to itself", "bad-redirect", "http://127.0.0.1:{port}/redirects%20to%20itself")
redirects("redirects to a file", "bad-redirect", "file:///etc/passwd")
redirects("redirects to gopher", "bad-redirect", "gopher://127.0.0.1:6379/_FLUSHALL")
redirects("redirects to ftp", "bad-redirect", "ftp://127.0.0.1/feed")
redirects("redirects to data", "bad-redirect", "data:application/rss+xml,<rss/>")
redirects("redirects to javascript", "bad-redirect", "javascript:alert(1)")
redirects("redirects to nowhere", "bad-redirect", "")
redirects("redirects to a host without name, which means the same host", "fine", "http:///feed")
redirects("redirects with a user name", "bad-redirect", "http://admin:secret@127.0.0.1:{port}/fine")
redirects("redirects with a host as user name", "bad-redirect", "http://gazette.example@{canary}/")
redirects("redirects to a private neighbour", "private-address", "http://{canary}/")
redirects("redirects for good to a private neighbour", "private-address", "http://{canary}/", "301 Moved Permanently")
redirects("redirects with 307 to a private neighbour", "private-address", "http://{canary}/", "307 Temporary Redirect")
redirects("redirects to 10.0.0.1", "private-address", "http://10.0.0.1/")
redirects("redirects to 192.168.1.1", "private-address", "http://192.168.1.1/")
redirects("redirects to 172.16.0.1", "private-address", "http://172.16.0.1/")
redirects("redirects to the metadata service", "private-address", f"http://{METADATA}/latest/meta-data/")
redirects("redirects to metadata in decimal", "private-address bad-redirect bad-address", "http://2852039166/")
redirects("redirects to metadata in hex", "private-address bad-redirect bad-address", "http://0xa9fea9fe/")
redirects("redirects to metadata in octal", "private-address bad-redirect bad-address", "http://0251.0376.0251.0376/")
redirects("redirects to metadata in short form", "private-address bad-redirect bad-address", "http://169.254.43518/")
redirects("redirects to mapped metadata", "private-address", f"http://[::ffff:{METADATA}]/")
redirects("redirects to compatible metadata", "private-address", f"http://[::{METADATA}]/")
redirects("redirects to metadata through NAT64", "private-address", "http://[64:ff9b::a9fe:a9fe]/")
redirects("redirects to metadata through 6to4", "private-address", "http://[2002:a9fe:a9fe::]/")
redirects("redirects to AWS metadata over IPv6", "private-address", "http://[fd00:ec2::254]/")
redirects("redirects to link-local IPv6", "private-address bad-redirect bad-address", "http://[fe80::1%25eth0]/")
redirects("redirects to loopback IPv6", "private-address", "http://[::1]:80/")
redirects("redirects to zero", "private-address", "http://0.0.0.0/")
redirects("redirects to Oracle's metadata", "private-address", "http://192.0.0.192/")
redirects("redirects to Alibaba's metadata", "private-address", "http://100.100.100.200/")
redirects("redirects to multicast", "private-address", "http://239.255.255.250/")
redirects("redirects to broadcast", "private-address", "http://255.255.255.255/")
redirects("redirects to the mail port of a public host", "bad-address", "http://93.184.215.14:25/")
redirects("redirects to Redis on a public host", "bad-address", "http://93.184.215.14:6379/")
redirects(
    "redirects to full-width digits",
    "private-address bad-redirect bad-address dns",
    "http://１６９.２５４.１６９.２５４/".encode().decode("latin-1"),
)


@case("a ladder of five redirects", FINE)
async def _ladder(talk: Talk) -> None:
    await (talk.redirect("?" + "x" * talk.times) if talk.times <= 5 else talk.answer())


@case("a ladder of six redirects", "bad-redirect")
async def _long_ladder(talk: Talk) -> None:
    await (talk.redirect("?" + "x" * talk.times) if talk.times <= 6 else talk.answer())


@case("redirects without end, always elsewhere", "bad-redirect")
async def _wanders(talk: Talk) -> None:
    await talk.redirect(f"?{talk.times}")


@case("a cookie wall", "bad-redirect")
async def _cookie_wall(talk: Talk) -> None:
    if "cookie" in talk.headers:
        await talk.answer()
    else:
        await talk.answer(b"", "302 Found", location=talk.path, set_cookie="seen=1")


@case("every redirect takes its time", "timeout")
async def _slow_redirects(talk: Talk) -> None:
    await asyncio.sleep(0.45)
    await talk.redirect(f"?{talk.times}")


# --------------------------------------------------------------------------- refusals

for _status in (
    "400 Bad Request", "401 Unauthorized", "402 Payment Required", "403 Forbidden", "404 Not Found",
    "406 Not Acceptable", "410 Gone", "418 I'm a teapot", "451 Unavailable For Legal Reasons",
    "500 Internal Server Error", "501 Not Implemented", "502 Bad Gateway", "503 Service Unavailable",
    "520 Unknown", "599 Whatever",
):  # fmt: skip
    refuses(_status)


@case("429 until the year 2099", "http-429")
async def _absurd_retry_after(talk: Talk) -> None:
    await talk.answer(b"", "429 Too Many Requests", retry_after="Fri, 31 Dec 2099 23:59:59 GMT")


@case("503 for a billion seconds", "http-503")
async def _absurd_retry_seconds(talk: Talk) -> None:
    await talk.answer(b"", "503 Service Unavailable", retry_after="9" * 30)


@case("304 to somebody who knows nothing", "bad-http")
async def _not_modified(talk: Talk) -> None:
    await talk.answer(b"", "304 Not Modified", content_length="")


# --------------------------------------------------------------------------- codings

_ZEROS = b"\x00" * (64 * 1024 * 1024)
_BLANK_FEED = FEED.replace(b"<title>", b"<!--" + b" " * (20 * 1024 * 1024) + b"--><title>", 1)


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


_GZIPPED = gzip.compress(FEED, mtime=0)
packs("gzip bomb", "too-big", gzip.compress(_ZEROS, 9, mtime=0), "gzip")
packs("gzip bomb around a feed", "too-big", gzip.compress(_BLANK_FEED, 9, mtime=0), "gzip")
packs("gzip bomb in a gzip", "too-big", gzip.compress(gzip.compress(_ZEROS, 9, mtime=0), 9, mtime=0), "gzip, gzip")
packs("brotli bomb", "too-big", brotli.compress(_ZEROS, quality=5), "br")
packs("zstd bomb", "too-big", zstd.compress(_ZEROS), "zstd")
packs("deflate bomb", "too-big", zlib.compress(_ZEROS, 9), "deflate")
packs("a bomb of many gzip members", "too-big", gzip.compress(b"\x00" * 1_000_000, 9, mtime=0) * 60, "gzip")
packs("gzip cut short", "truncated", _GZIPPED[:-40], "gzip")
packs("gzip without its end", "truncated", _GZIPPED[:-8], "gzip")
packs("gzip with a wrong checksum", "bad-coding", _GZIPPED[:-8] + b"\x00" * 8, "gzip")
packs("gzip header, then noise", "bad-coding", b"\x1f\x8b\x08\x00" + b"\xff" * 200, "gzip")
packs("brotli cut short", "truncated", brotli.compress(FEED)[:-20], "br")
packs("brotli that is noise", "bad-coding", b"\xff\xfe\xfd" * 100, "br")
packs("zstd cut short", "truncated", zstd.compress(FEED)[:-20], "zstd")
packs("zstd that is noise", "bad-coding", b"\x28\xb5\x2f\xfd" + b"\xff" * 100, "zstd")
packs("three layers of gzip", "bad-coding", _GZIPPED, "gzip, gzip, gzip")
packs("a coding nobody asked for", "bad-coding", FEED, "compress")
packs("two layers of gzip", "fine", gzip.compress(_GZIPPED, mtime=0), "gzip, gzip")
packs("claims gzip, sends plain text", "fine", FEED, "gzip")
packs("sends gzip unannounced", "fine", _GZIPPED, "")
packs("gzip written X-GZIP", "fine", _GZIPPED, "X-GZIP")
packs("junk after the gzip", "fine", _GZIPPED + b"\x00" * 32, "gzip")
packs("deflate with its header", "fine", zlib.compress(FEED), "deflate")
packs("deflate without its header", "fine", _raw_deflate(FEED), "deflate")
packs("proper brotli", "fine", brotli.compress(FEED), "br")
packs("proper zstd", "fine", zstd.compress(FEED), "zstd")

# --------------------------------------------------------------------------- honest mistakes

tells("an empty body", "empty", b"")
tells("a body of blanks", "empty", b" \r\n\t " * 1000)
tells("a web page", "html-not-feed", b"<!DOCTYPE html><html><head><title>Welcome</title></head><body>Hi</body></html>")
tells("a picture's content type", "fine", content_type="image/png")
tells("no content type", "fine", content_type="")
tells("a content type of noise", "fine", content_type=";;;charset==;\xff")
tells("an unknown charset", "fine", content_type="application/rss+xml; charset=klingon")
tells("stays fresh for a billion years", "fine", cache_control="max-age=99999999999999999999999")
tells("a negative max-age", "fine", cache_control="max-age=-1")
tells("expires in the year 9999", "fine", expires="Fri, 31 Dec 9999 23:59:59 GMT", date="Mon, 05 Jan 2026 10:00:00 GMT")
tells("an Expires of noise", "fine", expires="0", date="yesterday")
tells("a Link header of noise", "fine", link='<<>>;;,,;rel=hub,<>;rel="hub"')
tells("tries to set cookies", "fine", set_cookie="id=1; Domain=.example; Max-Age=999999999")


class HostileOrigin:
    """Serves every case at `/its%20name`; a canary beside it counts connections that must not happen."""

    def __init__(self) -> None:
        self.port = 0
        self.canary = ""
        self.canary_visits = 0
        self._times: dict[str, int] = {}
        self._servers: list[asyncio.Server] = []
        self._talks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        canary = await asyncio.start_server(self._caught, "127.0.0.2", 0)
        self._servers = [server, canary]
        self.port = server.sockets[0].getsockname()[1]
        self.canary = f"127.0.0.2:{canary.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.close()
        for talk in tuple(self._talks):
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)
        for server in self._servers:
            await server.wait_closed()

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{quote(name)}"

    async def _caught(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.canary_visits += 1
        writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            line, *fields = head.split("\r\n")
            path = line.split(" ")[1]
            name = unquote(path.partition("?")[0][1:])
            self._times[name] = self._times.get(name, 0) + 1
            headers = {key.lower(): value.strip() for key, _, value in (field.partition(":") for field in fields)}
            talk = Talk(reader, writer, path, headers, self.port, self.canary, self._times[name])
            await (CASES[name].run(talk) if name in CASES else talk.answer())
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._talks.discard(task)
            writer.close()
