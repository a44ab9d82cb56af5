"""Links of Google News: told apart from others, and resolved to the article they lead to."""

from __future__ import annotations

import base64
import binascii
import json
import re
from urllib.parse import quote_plus, urlsplit

from bot.errors import SourceError
from bot.pipeline import urls
from bot.sources import PAGE_TYPES
from bot.sources.http import Door

_ARTICLE = re.compile(r"/(?:rss/)?articles/([A-Za-z0-9_-]{20,2000})|/read/([A-Za-z0-9_-]{20,2000})")
_INSIDE = re.compile(rb"https?://[\x21-\x7e]{8,1000}")
_SIGNATURE = re.compile(r'data-n-a-sg="([^"]{5,200})"')
_TIME = re.compile(r'data-n-a-ts="(\d{5,15})"')
_ANSWERED = re.compile(r'\[\\"garturlres\\",\\"(https?://[^"\\]{8,2000}(?:\\\\u[0-9a-f]{4}[^"\\]*)*)\\"')


def inside(url: str) -> str:
    """The article's address, for links of the older form that carry it in their own letters; else empty."""
    token = _token(url)
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        return ""
    found = _INSIDE.search(raw)
    if found is None:
        return ""
    # A length byte stands before the address, and further fields follow it.
    size = raw[found.start() - 1] if found.start() else 0
    return urls.canonical(found[0][: size if 12 <= size <= len(found[0]) else None].decode("ascii"))


async def resolve(url: str, door: Door) -> str:
    """The article's own address behind a Google News link; the link itself when it cannot be found out.

    Newer links carry a signed token: the page behind the link holds signature and time, and the page's own
    script asks Google's `batchexecute` for the address. Two requests; never raises SourceError.
    """
    token = _token(url)
    if not token or (address := inside(url)):
        return address if token else url
    try:
        answer = await door.get(url, accept=PAGE_TYPES, limit=3 * 1024 * 1024)
        if _token(answer.url) == "":
            return urls.canonical(answer.url) or url
        page = answer.body.decode("utf-8", "replace")
        signature, at = _SIGNATURE.search(page), _TIME.search(page)
        if not signature or not at:
            return url
        parts = urlsplit(answer.url)
        asked = question(token, signature[1], int(at[1]))
        reply = await door.post(
            f"{parts.scheme}://{parts.netloc}/_/DotsSplashUi/data/batchexecute",
            asked,
            content_type="application/x-www-form-urlencoded;charset=UTF-8",
        )
    except SourceError:
        return url
    return answered(reply.body.decode("utf-8", "replace")) or url


def question(token: str, signature: str, at: int) -> bytes:
    """The body of the request for a token's address."""
    inner = json.dumps(
        ["garturlreq", [["X", "X", ["X", "X"], None, None, 1, 1, "US:en", None, 1], "X", "X", 1, [1, 1, 1], 1, 1,
                        None, 0, 0, None, 0], token, at, signature]
    )  # fmt: skip
    return f"f.req={quote_plus(json.dumps([[['Fbv4je', inner]]]))}".encode()


def answered(body: str) -> str:
    """The address in the answer, or the empty text."""
    found = _ANSWERED.search(body)
    return urls.canonical(found[1].replace("\\\\u003d", "=").replace("\\\\u0026", "&")) if found else ""


def _token(url: str) -> str:
    parts = urlsplit(url)
    found = _ARTICLE.search(parts.path) if parts.hostname else None
    return (found[1] or found[2]) if found else ""
