"""Still more ways in which a server misbehaves: false lengths, odd statuses, places to go, numbers. Adds to CASES."""

from __future__ import annotations

import gzip
import zlib

import brotli

from bot.sources.decoding import zstd
from tests.integration.hostile.behaviours import CASES, FEED, FINE, Talk, case, packs, redirects, says, tells

__all__ = ["CASES"]

_TYPE = b"Content-Type: application/rss+xml\r\n"
_LENGTH = b"Content-Length: %d\r\n" % len(FEED)


def answers(name: str, expect: str, status: bytes = b"200 OK", fields: bytes = _LENGTH, body: bytes = FEED) -> None:
    """Bytes as they stand, so that a head may lie."""
    says(name, expect, b"HTTP/1.1 " + status + b"\r\n" + _TYPE + fields + b"\r\n" + body)


# --------------------------------------------------------------------------- lengths

answers("the same content length twice", "fine bad-http", fields=_LENGTH * 2)
answers("content lengths in a list", "fine bad-http", fields=b"Content-Length: 5, 5\r\n")
answers("a content length with a plus", "bad-http", fields=b"Content-Length: +5\r\n")
answers("a content length in hex", "bad-http", fields=b"Content-Length: 0x5\r\n")
answers("a content length in Arabic digits", "bad-http", fields="Content-Length: ٥\r\n".encode())
answers("a content length of 200 digits", "bad-http too-big", fields=b"Content-Length: " + b"9" * 200 + b"\r\n")
answers("an empty content length", "bad-http", fields=b"Content-Length: \r\n")
answers("a content length of nothing, and a body", "bad-http empty", fields=b"Content-Length: 0\r\n")
answers(
    "a chunk longer than it says",
    "bad-http broken-off",
    fields=b"Transfer-Encoding: chunked\r\n",
    body=b"5\r\n<rss version='2.0'>\r\n0\r\n\r\n",
)
answers("chunks that are none", "bad-http broken-off", fields=b"Transfer-Encoding: chunked\r\n")
answers(
    "a million empty trailers",
    "bad-http broken-off fine",
    fields=b"Transfer-Encoding: chunked\r\n",
    body=b"%x\r\n%s\r\n0\r\n" % (len(FEED), FEED) + b"X: \r\n" * 200_000 + b"\r\n",
)
answers("a transfer coding of gzip", "fine bad-http bad-coding", fields=b"Transfer-Encoding: gzip\r\n", body=FEED)

# --------------------------------------------------------------------------- statuses

answers("a status without words", FINE, b"200 ")
answers("a status without words or blank", FINE, b"200")
answers("a status in Greek", FINE, "200 Εντάξει".encode())
answers("a status of 100 kB", "bad-http", b"200 " + b"O" * 100_000)
answers("status 000", "bad-http", b"000 Nothing")
answers("status 199 and nothing else", "bad-http broken-off", b"199 Almost", b"", b"")
answers("status 299", FINE, b"299 Miscellaneous")
answers("202 while it thinks", "empty", b"202 Accepted", b"Content-Length: 0\r\n", b"")
answers("203 from a proxy", FINE, b"203 Non-Authoritative Information")
answers("205 with nothing", "empty", b"205 Reset Content", b"Content-Length: 0\r\n", b"")
answers("206 of the first half", "truncated", b"206 Partial Content", b"Content-Range: bytes 0-99/999\r\n", FEED[:100])
answers("226 of a delta", FINE, b"226 IM Used")
answers("300 without a choice", "bad-http", b"300 Multiple Choices", b"Content-Length: 0\r\n", b"")
answers("304 with a whole body", "bad-http", b"304 Not Modified")
answers(
    "305 to a proxy", "bad-http", b"305 Use Proxy", b"Location: http://127.0.0.2:3128/\r\nContent-Length: 0\r\n", b""
)
answers("306 that means nothing", "bad-http", b"306 Switch Proxy", b"Content-Length: 0\r\n", b"")
answers("407 of a proxy", "http-407", b"407 Proxy Authentication Required", b"Content-Length: 0\r\n", b"")
answers(
    "a refresh instead of a redirect",
    "empty",
    fields=b"Refresh: 0; url=http://127.0.0.2/\r\nContent-Length: 0\r\n",
    body=b"",
)
says(
    "speaks HTTP/2 from the start",
    "bad-http",
    b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + b"\x00\x03\x00\x00\x00\x64" * 3,
)
says("calls itself HTTP/2", "bad-http fine", b"HTTP/2 200\r\n" + _TYPE + _LENGTH + b"\r\n" + FEED)
says("calls itself ICY", "bad-http fine", b"ICY 200 OK\r\n" + _TYPE + b"\r\n" + FEED)
says("blank lines before the answer", "fine bad-http", b"\r\n\r\n\r\nHTTP/1.1 200 OK\r\n" + _LENGTH + b"\r\n" + FEED)

# --------------------------------------------------------------------------- numbers and dates

for _name, _wait in {
    "a negative number": "-5",
    "a fraction": "1.5",
    "the past": "Mon, 05 Jan 2015 10:00:00 GMT",
    "words": "soon",
    "an address": "http://127.0.0.2/",
    "Arabic digits": "٣٦٠٠",
    "infinity": "inf",
    "a wild zone": "Mon, 05 Jan 2026 10:00:00 +999999",
}.items():

    @case(f"asks to wait {_name}", "http-429")
    async def _waits(talk: Talk, wait: str = _wait) -> None:
        await talk.answer(b"", "429 Too Many Requests", retry_after=wait.encode().decode("latin-1"))


for _name, _fields in {
    "max-age without a number": {"cache_control": "max-age="},
    "max-age in quotes": {"cache_control": 'max-age="99999999999"'},
    "max-age of NaN": {"cache_control": "max-age=NaN, s-maxage=1e309"},
    "a thousand directives": {"cache_control": ", ".join(["max-age=1"] * 700)},
    "an Age below zero": {"cache_control": "max-age=60", "age": "-9999999999"},
    "an Age beyond all": {"cache_control": "max-age=60", "age": "9" * 40},
    "an Expires in the year 0": {"expires": "Sat, 01 Jan 0000 00:00:00 GMT", "date": "Mon, 05 Jan 2026 10:00:00 GMT"},
    "an Expires with a wild zone": {"expires": "Mon, 05 Jan 2026 10:00:00 +9999999", "date": "1 Jan 0001 00:00 -2359"},
    "a Last-Modified in the future": {"last_modified": "Fri, 31 Dec 2100 23:59:59 GMT"},
    "a Last-Modified of noise": {"last_modified": "\xff\xfe now"},
    "an ETag of Latin-1": {"etag": '"\xe9\xff\xfe"'},
    "an ETag without quotes": {"etag": "W/abc def"},
    "an ETag that is a list": {"etag": '"a", "b", *'},
    "an ETag of a star": {"etag": "*"},
    "a language of noise": {"content_language": "\xff\x80" + "x" * 500},
    "a type of multipart": {"content_type": "multipart/x-mixed-replace; boundary=x"},
    "a type of 8 kB": {"content_type": "application/" + "x" * 8000},
    "a location beside 200": {"location": "http://127.0.0.2/"},
    "a Link to a private hub": {"link": '<http://169.254.169.254/hub>; rel="hub", <file:///etc/passwd>; rel="self"'},
    "a charset of surrogates": {"content_type": "text/xml; charset=\xed\xa0\x80"},
    "a charset of UTF-16 that is not": {"content_type": "text/xml; charset=utf-16"},
    "a charset of EBCDIC that is not": {"content_type": "text/xml; charset=cp037"},
}.items():  # fmt: skip
    tells(_name, FINE, **_fields)

tells("a HEAD's answer: type and no body", "empty", b"", content_type="application/rss+xml", content_length="")
tells(
    "a login page that answers 200",
    "html-not-feed",
    b"<!-- cached -->\n<!-- 2026 -->\n<html lang=en><head><title>Sign in</title></head><form></form></html>",
    content_type="application/rss+xml",
)
tells(
    "a page of scripts only",
    "html-not-feed",
    b"<script>location.href='/'</script><noscript>Enable JavaScript</noscript>",
    content_type="text/html",
)

# --------------------------------------------------------------------------- redirects

for _name, _to in {
    "many dots": "../../../../../../etc/passwd",
    "a path with blanks and umlauts": "/f\xfc r alle",
    "a path with header lines in it": "/x%0d%0aX-Evil:%201%0d%0a%0d%0a",
    "blanks around it": "  /fine  ",
    "another case": "HTTP://127.0.0.1:{port}/fine",
    "an address with a fragment": "/fine#" + "x" * 500,
    "backslashes, which lead nowhere else": "http:\\\\{canary}\\",
    "a slash and a backslash, which lead nowhere else": "/\\{canary}/",
    "two backslashes, which lead nowhere else": "\\\\{canary}\\share",
    "three slashes, which lead nowhere else": "///{canary}/",
}.items():
    redirects(f"redirects to {_name}", FINE, _to)
for _name, _to in {
    "a host without scheme": "//{canary}/",
    "a host in percents": "http://%31%32%37.0.0.2/",
    "a host before a hash": "http://{canary}#@gazette.example/",
    "a host before a question mark": "http://{canary}?@gazette.example/",
    "a number with leading zeros": "http://0177.0.0.2/",
    "a short loopback": "http://127.2/",
    "loopback in mixed bases": "http://0x7f.0.2/",
    "loopback with a dot": "http://127.0.0.2./",
    "loopback in ideographic dots": "http://127。0。0。2/".encode().decode("latin-1"),
    "loopback with a soft hyphen": "http://127.0.0\u00ad.2/",
    "a zone": "http://[::1%lo]/",
    "mapped loopback with leading zeros": "http://[0000:0000:0000:0000:0000:ffff:127.0.0.2]/",
    "unique local IPv6": "http://[fc00::1]/",
    "IPv6 site local": "http://[fec0::1]/",
    "this host": "http://0/",
    "IPv6 nothing": "http://[::]/",
    "Azure's platform": "http://168.63.129.16/",
    "an address of the future": "http://[v1.fe80::a]/",
}.items():
    redirects(f"redirects to {_name}", "private-address bad-redirect bad-address dns", _to)
for _name, _to in {
    "port 0": "http://93.184.215.14:0/",
    "port 70000": "http://93.184.215.14:70000/",
    "a port of words": "http://93.184.215.14:http/",
    "port 22": "http://93.184.215.14:22/",
    "an empty label": "http://gazette..example/",
    "a host of 300 letters": "http://" + "a" * 300 + ".example/",
    "a host of a hundred labels": "http://" + "a." * 150 + "example/",
    "broken punycode": "http://xn--a/",
    "a host with a blank": "http://gazette .example/",
    "a host with brackets": "http://[gazette.example]/",
    "a mail address": "mailto:editor@gazette.example",
    "a feed scheme": "feed:http://127.0.0.2/",
    "view-source": "view-source:http://127.0.0.2/",
    "a jar": "jar:http://127.0.0.2/x!/y",
    "about": "about:blank",
    "a scheme alone": "http:",
    "a fragment of the same address": "#top",
    "a bare question mark": "?",
    "a fragment of 5 kB": "/fine#" + "x" * 5000,
}.items():
    redirects(f"redirects to {_name}", "bad-redirect bad-address dns tls", _to)


redirects("redirects to https of a plain port", "tls timeout", "https://127.0.0.1:{port}/fine")


@case("two locations", "bad-redirect", "private-address", FINE)
async def _two_locations(talk: Talk) -> None:
    await talk.send(b"HTTP/1.1 302 Found\r\nLocation: /fine\r\nLocation: http://%b/\r\n" % talk.canary.encode())
    await talk.send(b"Content-Length: 0\r\n\r\n")


@case("redirects and changes between two addresses", "bad-redirect")
async def _ping_pong(talk: Talk) -> None:
    await talk.redirect("?ping" if "pong" in talk.path else "?pong", "301 Moved Permanently")


# --------------------------------------------------------------------------- codings

_PLAIN = gzip.compress(FEED, mtime=0)
_NOTHING = gzip.compress(b"", mtime=0)
packs("a hundred thousand empty gzip members", "bad-coding", _NOTHING * 100_000, "gzip")
packs("a hundred thousand empty zstd frames", "bad-coding", zstd.compress(b"") * 100_000, "zstd")
packs(
    "a hundred thousand gzip members of a letter", "bad-coding too-big", gzip.compress(b" ", mtime=0) * 100_000, "gzip"
)
packs(
    "a feed in a hundred gzip members",
    FINE,
    b"".join(gzip.compress(FEED[at : at + 5]) for at in range(0, len(FEED), 5)),
    "gzip",
)
packs(
    "a feed after a skippable zstd frame", FINE, b"\x50\x2a\x4d\x18\x04\x00\x00\x00skip" + zstd.compress(FEED), "zstd"
)
packs("gzip, then a second member of noise", "bad-coding truncated fine", _PLAIN + b"\x1f\x8b\x08\x00\xff\xff", "gzip")
packs("junk after the brotli", "fine bad-coding", brotli.compress(FEED) + b"junk", "br")
packs("junk after the deflate", FINE, zlib.compress(FEED) + b"junk", "deflate")
packs("claims zstd, sends plain text", FINE, FEED, "zstd")
packs("claims deflate, sends plain text", "bad-coding", FEED, "deflate")
packs("claims zstd, sends gzip", "fine bad-coding malformed", _PLAIN, "zstd")
packs("a coding that is a charset", FINE, FEED, "utf-8")
packs("a coding of none", FINE, FEED, "none")
packs("a coding with a weight", "fine bad-coding", _PLAIN, "gzip;q=1")
packs("a coding of noise", "bad-coding", FEED, "\xff\xfe")
packs("a coding of commas", FINE, FEED, ",,, ,")
packs("a zstd window of a gigabyte", "bad-coding", b"\x28\xb5\x2f\xfd\x00\xa0" + b"\x00" * 64, "zstd")
packs("a coding of gzip that is a ZIP", "malformed", b"PK\x03\x04" + b"\x00" * 2000, "gzip")


@case("the same coding in two fields", FINE)
async def _two_codings(talk: Talk) -> None:
    body = gzip.compress(_PLAIN, mtime=0)
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
    await talk.send(head % len(body) + body)
