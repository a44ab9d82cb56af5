"""Opening: an entry that is ours is read with its page, judged again and made an article; a failed page is owed."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

import structlog

from bot.errors import SourceError, SourceGone
from bot.model import Article, Entry, Source, Verdict
from bot.pipeline import redact
from bot.pipeline.identity import Identity
from bot.sources import PAGE_TYPES, google_links
from bot.sources.article import Read
from bot.sources.children import Children
from bot.sources.chooser import Chooser
from bot.sources.http import Door
from bot.storage.shelf import Arrived, Note

log = structlog.get_logger()

# Groups of the catalogue whose members speak for themselves.
PRIMARY_GROUPS = frozenset({"government_regulator", "legislature", "court", "standards_body"})
ENOUGH_TEXT = 700  # characters of a feed's own text that make fetching the page unnecessary
# A page that is closed to us, or an address we must not ask, is no better later.
_FOR_GOOD = frozenset(
    {"http-401", "http-402", "http-403", "http-410", "http-451", "private-address", "bad-address", "too-big"}
)
_READ = "bot.sources.article:read"


@dataclass(frozen=True, slots=True)
class _Page:
    """Where an entry's text comes from. `missing`: its page failed, and may come later."""

    html: bytes = b""
    url: str = ""
    charset: str = ""
    missing: bool = False


class Opener:
    """Reads entries as articles.

    Args:
        may_fetch: says whether robots.txt lets us read an article page, None when that cannot be known now; without
            it nobody is asked.
    """

    def __init__(
        self,
        door: Door,
        children: Children,
        *,
        may_fetch: Callable[[str], Awaitable[bool | None]] | None = None,
        chooser: Chooser | None = None,
    ) -> None:
        self._door = door
        self._children = children
        self._may_fetch = may_fetch
        self._chooser = chooser

    async def open(
        self,
        source: Source,
        entry: Entry,
        outlet: str,
        item: Identity,
        first: Verdict,
        trace: str,
        *,
        seen: Sequence[Note] = (),
        known: bool = False,
        gate: asyncio.Semaphore | None = None,
    ) -> Arrived:
        """An entry whose title and summary leave it in: read with its page, then judged once more.

        `gate` bounds the pages of one source that are read together; `seen` is what the ledger is told first. The
        page of a `known` article that was taken off for good takes the article back.
        """
        notes = list(seen)
        async with gate or contextlib.nullcontext():
            try:
                read, missing = await self._read(source, entry, outlet, notes, known)
            except SourceError as error:  # this one entry; the others of its feed go on
                notes.append(Note("read", "failed", str(error)))
                gone = known and isinstance(error, SourceGone)
                return Arrived(entry.url, item, first.score, tuple(notes), trace=trace, withdrawn=gone)
            for note in notes[len(seen) :]:
                log.info(note.step, source=source.id, outcome=note.outcome, reason=note.reason, trace=trace)
            article, reading = read.article, read.reading
            if self._chooser is not None and reading.verdict.relevant:
                reading = await self._chooser.choose(self._door, reading)
        verdict = reading.verdict
        if verdict.score < first.score:  # the headline and summary were clear; a long page may water them down
            reading = replace(reading, verdict=replace(verdict, score=max(verdict.score, min(first.score, 0.6))))
            reading = replace(reading, verdict=replace(reading.verdict, relevant=reading.verdict.score >= 0.5))
        notes.append(
            Note(
                "judged",
                "kept" if reading.verdict.relevant else "left out",
                words(reading.verdict.score, reading.verdict.reasons),
            )
        )
        if not reading.verdict.relevant:
            return Arrived(entry.url, item, reading.verdict.score, tuple(notes), trace=trace)
        owed = entry if missing else None
        return Arrived(entry.url, item, reading.verdict.score, tuple(notes), article, reading, trace, missing=owed)

    async def _read(
        self, source: Source, entry: Entry, outlet: str, notes: list[Note], known: bool
    ) -> tuple[Read, bool]:
        """The entry read as an article, with its page's text when the feed gives a teaser only; whether it is owed.

        Raises SourceGone for the page of a known article that was taken off for good.
        """
        if source.kind == "google_news":
            entry = replace(entry, url=await google_links.resolve(entry.url, self._door))
        article = Article(
            url=entry.url or source.homepage or redact.address(source.url),
            title=entry.title,
            text=entry.summary,
            summary=entry.summary,
            outlet=outlet,
            authors=entry.authors,
            published=entry.published,
            language=entry.language or source.language,
            primary=source.group in PRIMARY_GROUPS,
            jurisdiction=source.jurisdiction if source.group in PRIMARY_GROUPS else "",
            hints=entry.hints,
        )
        page = await self._page(entry, notes, known)
        for body in (page.html, b""):
            try:
                read = await self._children.run(_READ, article, body, page.url, page.charset, returns=Read)
                return read, page.missing
            except SourceError as error:
                notes.append(Note("read", "failed", str(error)))
                article = replace(article, text=article.text[:5000])
        raise SourceError("Neither the page nor the entry could be read.", reason="parser")

    async def _page(self, entry: Entry, notes: list[Note], known: bool) -> _Page:
        """The entry's text: the feed's own if it is long enough, else its page's."""
        if len(entry.content_html) >= ENOUGH_TEXT:
            notes.append(Note("fetched", "feed", "the feed carries the full text"))
            html = f"<html><body><article>{entry.content_html}</article></body></html>"
            return _Page(html.encode("utf-8", "replace"), entry.url, "utf-8")
        if not entry.url:
            return _Page()
        allowed = True if self._may_fetch is None else await self._may_fetch(entry.url)
        if allowed is None:
            notes.append(Note("fetched", "not allowed", "the site's robots.txt cannot be read now, so its pages wait"))
            return _Page(missing=True)
        if not allowed:
            notes.append(Note("fetched", "not allowed", "robots.txt of the site asks us not to read its pages"))
            return _Page()
        try:
            answer = await self._door.get(entry.url, accept=PAGE_TYPES)
        except SourceError as error:
            if known and isinstance(error, SourceGone):
                raise
            notes.append(Note("fetched", "failed", str(error)))
            return _Page(missing=error.reason not in _FOR_GOOD)
        notes.append(Note("fetched", "page"))
        return _Page(answer.body, answer.url, answer.charset)


def words(score: float, reasons: tuple[str, ...]) -> str:
    """A verdict for the ledger."""
    words = "; ".join(reasons) or "nothing in it points to AI policy"
    return f"{words}; {score:.2f} of 1 for AI policy"
