"""More ways in which a server misbehaves: tricks of framing, heads, codings and redirects. Adds to CASES."""

from __future__ import annotations

import asyncio
import gzip

import brotli

from bot.sources.decoding import zstd
from tests.integration.hostile.behaviours import CASES, FEED, FINE, Talk, case, packs, redirects, says, tells

__all__ = ["CASES"]

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n"


def chunks(data: bytes, size: int) -> bytes:
    """A body in chunks of this size, without the last one."""
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)


says("chunks of one byte", FINE, _CHUNKED + b"\r\n" + chunks(FEED, 1) + b"0\r\n\r\n")
says(
    "chunked and a content length that is a lie",
    "fine bad-http broken-off",
    _CHUNKED + b"Content-Length: 3\r\n\r\n" + chunks(FEED, 64) + b"0\r\n\r\n",
)
says(
    "a chunk size of sixteen digits",
    "bad-http broken-off too-big",
    _CHUNKED + b"\r\nffffffffffffffff\r\n" + FEED,
)
says("a chunk size in leading zeros", "malformed bad-http", _CHUNKED + b"\r\n" + b"0" * 200 + b"4\r\n<rss\r\n0\r\n\r\n")
says(
    "trailers that set a location",
    "fine bad-http",
    _CHUNKED + b"\r\n" + chunks(FEED, 64) + b"0\r\nLocation: http://127.0.0.2/\r\n\r\n",
)
says("chunked, chunked", "bad-http broken-off", _OK + b"Transfer-Encoding: chunked, chunked\r\n\r\n" + chunks(FEED, 9))
says("a transfer coding of noise", "bad-http fine malformed", _OK + b"Transfer-Encoding: \x0bchunked\r\n\r\n" + FEED)
says("a space before the colon", "bad-http fine", _OK + b"Content-Length : 5\r\n\r\n" + FEED)
says(
    "a folded header line",
    "bad-http fine",
    _OK + b"X-Fold: a\r\n b\r\nContent-Length: %d\r\n\r\n%s" % (len(FEED), FEED),
)
says("bare line feeds", "bad-http fine", b"HTTP/1.1 200 OK\nContent-Length: %d\n\n%s" % (len(FEED), FEED))
says("an answer split by a header", "bad-http fine", _OK + b"X-A: b\rLocation: http://127.0.0.2/\r\n\r\n" + FEED)
says(
    "a length of more than it sends, and the connection kept",
    "broken-off",
    _OK + b"Content-Length: 99999\r\n\r\n" + FEED,
)
says(
    "a thousand hints before the answer",
    "fine bad-http broken-off",
    b"HTTP/1.1 103 Early Hints\r\n\r\n" * 1000 + _OK + b"Content-Length: %d\r\n\r\n%s" % (len(FEED), FEED),
)
says("204 with a body", "bad-http empty", b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello")
says("206 that nobody asked for", "truncated", _OK.replace(b"200 OK", b"206 Partial") + b"\r\n" + FEED)


@case("a validator of 8 kB, then 304 for ever", FINE)
async def _large_validator(talk: Talk) -> None:
    if "if-none-match" in talk.headers:
        await talk.answer(b"", "304 Not Modified", content_length="")
    else:
        await talk.answer(etag=f'"{"a" * 7500}"')


@case("a validator that carries a header", FINE, "bad-http")
async def _smuggling_validator(talk: Talk) -> None:
    await talk.answer(etag='"a\x0bX-Evil: 1"', last_modified="never\x0b")


@case("hundred kB of cookies", FINE, "bad-http")
async def _cookies(talk: Talk) -> None:
    await talk.send(_OK + b"".join(b"Set-Cookie: c%d=%s\r\n" % (n, b"x" * 900) for n in range(100)))
    await talk.send(b"Content-Length: %d\r\n\r\n%s" % (len(FEED), FEED))


@case("a good head, then a chunk every now and then", "too-slow", "timeout")
async def _slow_chunks(talk: Talk) -> None:
    await talk.send(_CHUNKED + b"\r\n")
    await talk.forever(b"1\r\n \r\n", 0.1)


@case("bursts of hints with pauses", "timeout", "bad-http", "broken-off")
async def _slow_hints(talk: Talk) -> None:
    await talk.forever(b"HTTP/1.1 102 Processing\r\n\r\n" * 20, 0.1)


@case("accepts, reads nothing more, and keeps still after a hint", "timeout")
async def _hint_and_silence(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 103 Early Hints\r\n\r\n")
    await asyncio.sleep(60)


# --------------------------------------------------------------------------- redirects

redirects("redirects to a NUL", "bad-redirect bad-http private-address", "http://127.0.0.2\x00.example/")
redirects("redirects with a backslash", "bad-redirect private-address", "http://gazette.example\\@{canary}/")
redirects("redirects with a tab in the scheme", "bad-redirect private-address", "ht\ttp://{canary}/")
redirects("redirects to an address of 100 kB", "bad-redirect bad-http", "http://127.0.0.1/" + "a" * 100_000)
redirects("redirects to blob", "bad-redirect", "blob:http://{canary}/x")
redirects("redirects to ws", "bad-redirect", "ws://{canary}/")
redirects("redirects to carrier-grade NAT", "private-address", "http://100.64.0.1/")
redirects("redirects to documentation", "private-address", "http://203.0.113.7/")
redirects("redirects to loopback in one number", "private-address bad-redirect bad-address", "http://2130706434/")
redirects("redirects to a name with a dot at its end", "private-address dns unreachable", "http://localhost./")
redirects(
    "redirects to circled digits",
    "private-address bad-redirect bad-address dns",
    "http://①②⑦.0.0.2/".encode().decode("latin-1"),
)
redirects("redirects to mapped loopback in hex", "private-address", "http://[::ffff:7f00:2]/")
redirects("redirects to Teredo", "private-address", "http://[2001:0:7f00:2::]/")


@case("a redirect whose body never ends", FINE)
async def _endless_redirect(talk: Talk) -> None:
    if talk.times > 1:
        await talk.answer()
        return
    await talk.send(b"HTTP/1.1 302 Found\r\nLocation: ?again\r\nTransfer-Encoding: chunked\r\n\r\n")
    await talk.forever(b"1000\r\n" + b" " * 4096 + b"\r\n", 0.01)


@case("an error whose body never ends", "http-404")
async def _endless_error(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n")
    await talk.forever(b"1000\r\n" + b" " * 4096 + b"\r\n", 0.01)


# --------------------------------------------------------------------------- codings

_ZEROS = b"\x00" * (64 * 1024 * 1024)
packs("brotli bomb in a gzip", "too-big", gzip.compress(brotli.compress(_ZEROS, quality=5), mtime=0), "br, gzip")
packs("zstd bomb in a brotli", "too-big", brotli.compress(zstd.compress(_ZEROS), quality=5), "zstd, br")
packs("zstd of many frames", "too-big", zstd.compress(b" " * 1_000_000) * 60, "zstd")
packs("a coding named a thousand times", "bad-coding bad-http", FEED, ", ".join(["identity"] * 999 + ["klingon"]))
packs("empty gzip", "empty truncated bad-coding", gzip.compress(b"", mtime=0), "gzip")
packs("no bytes that claim gzip", "empty truncated", b"", "gzip")
_PLAIN = gzip.compress(FEED, mtime=0)
_NAMED = _PLAIN[:3] + b"\x08" + _PLAIN[4:10] + b"../../etc/passwd\x00" + _PLAIN[10:]
packs("gzip names its file ../../etc", FINE, _NAMED, "gzip")
tells("a charset of UTF-7", FINE, content_type="application/rss+xml; charset=utf-7")
tells("a charset that is a codec of Python's", FINE, content_type="application/rss+xml; charset=unicode_escape")
tells("a charset that unpacks", FINE, content_type="application/rss+xml; charset=bz2_codec")
tells("a charset of 4 kB", FINE, content_type="application/rss+xml; charset=" + "a" * 4000)
