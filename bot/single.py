"""The card of one article, from a file, an address or standard input; no database."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console as Screen

from bot import batch, parts
from bot.config import Settings
from bot.errors import UsageError
from bot.model import Article, Card
from bot.pipeline import digest, urls
from bot.render import terminal
from bot.sources import PAGE_TYPES
from bot.sources import article as reader


def show(source: str, settings: Callable[[], Settings], *, as_json: bool) -> None:
    """Print the card on standard output; the settings are asked for only where a page has to be fetched.

    Raises:
        UsageError: it cannot be read, or there is no text in it.
        SourceError: the page cannot be fetched.
    """
    url = ""
    if not source.strip():
        raise UsageError("Name a file or an address, or - for standard input.")
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]{1,20}://", source):
        if not urls.absolute(source):
            raise UsageError(
                f"{source[:200]} is no web address that can be fetched. Write it whole: https://example.org/news/1."
            )
        raw, url = asyncio.run(_fetch(source, settings())), source
    elif source == "-":
        raw = sys.stdin.buffer.read()
    else:
        try:
            raw = Path(source).read_bytes()
        except OSError as error:
            raise UsageError(f"{source} cannot be read: {error.strerror}.") from error
    batch.as_text(raw, source if source != "-" else "Standard input")
    head = raw[:2000].lstrip().lower()
    if url or head.startswith((b"<!doctype", b"<html", b"<?xml")) or b"<body" in head or b"<head" in head:
        read = reader.read(Article(url, "", outlet=""), raw, url)
        article, reading = read.article, read.reading
    else:
        body = raw.decode("utf-8", "replace")
        article = Article(url, batch.first_line(body), body)
        reading = digest(article)
    if not article.text.strip():
        raise UsageError(
            "There is no text in it. A page that needs a script or a log-in shows its text to nobody else."
        )
    if as_json:
        sys.stdout.buffer.write(batch.written(batch.as_json(source, article, reading), indent=1))
        return
    shown = Card("0", 0, article.url, article.outlet or urls.host(url), reading, article.published, article.authors)
    Screen(highlight=False).print(terminal.card(shown))


async def _fetch(url: str, settings: Settings) -> bytes:
    async with parts.door(settings) as door:
        return (await door.get(url, accept=PAGE_TYPES)).body
