"""From the address a person has to the source they mean: feeds behind a page, or the page's own list of links."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urljoin

from bot.errors import SourceError
from bot.model import Entry, Source
from bot.pipeline import redact, urls
from bot.sources import PAGE_TYPES, PATTERN, attention
from bot.sources.children import Children
from bot.sources.fetch import SourceState, fetch
from bot.sources.health import trouble
from bot.sources.http import Answer, Door
from bot.sources.parsed import Document, PageLinks, Parsed

SHOWN = 20  # entries read for a preview
_TRIED = 6  # addresses a page names that are looked at
# Where WordPress, Ghost, Hugo, Jekyll, Drupal, Blogger and Squarespace put their feed.
_PLACES = (
    "feed/",
    "rss/",
    "feed.xml",
    "rss.xml",
    "atom.xml",
    "index.xml",
    "feed.json",
    "feeds/posts/default",
    "?format=rss",
)
_NO_FEED = frozenset({"html-not-feed", "malformed", "empty", "not-json", "parser", "too-slow"})
_API_HOSTS = {
    ("www.federalregister.gov", "/api/v1/documents.json"): "federal_register",
    ("www.gov.uk", "/api/search.json"): "govuk",
    ("api.congress.gov", "/v3/bill"): "congress",
    ("v3.openstates.org", "/bills"): "openstates",
    ("api.legiscan.com", "/"): "legiscan",
    ("news.google.com", "/rss/search"): "google_news",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that could be added, and what stands there now."""

    source: Source
    entries: tuple[Entry, ...] = ()
    why: str = ""  # how it was found, for people


@dataclass(frozen=True, slots=True)
class Check:
    """How one source is, for a table. Texts are short; `remedy` is empty when all is well."""

    state: str
    fine: bool
    items: int = 0
    newest: datetime | None = None
    text: str = ""  # full, teaser, titles
    validators: str = ""
    charset: str = ""
    remedy: str = ""


async def discover(
    address: str, door: Door, children: Children, now: datetime, *, keys: Mapping[str, str] | None = None
) -> list[Candidate]:
    """Sources behind an address, likeliest first; empty if there is nothing to follow.

    A feed is taken as it is. A page is asked for the feeds it names, then common places are tried, then its own
    list of links is offered. Raises SourceError when the address itself cannot be read.
    """
    url = urls.absolute(address if "://" in address else f"https://{address}")
    if not url:
        bad = trouble("bad-address")
        raise SourceError(f"{redact.address(address[:200])} {bad.what}.", reason="bad-address", remedy=bad.remedy)
    if kind := _api_kind(url):
        source = Source(0, kind, url)
        polled = await fetch(source, SourceState(), door, children, now, keys=keys, first_entries=SHOWN)
        if polled.outcome == "failed":
            raise SourceError(polled.message, reason=polled.reason, remedy=polled.remedy)
        title = polled.about.title if polled.about else ""
        return [Candidate(replace(source, title=title), polled.entries, "public interface")]
    answer = await door.get(url, accept=f"{PAGE_TYPES}, application/rss+xml, application/atom+xml")
    own = await _as_feed(answer, children, now)
    if own is not None:
        return [own]
    document = Document(Source(0, "page", answer.url), answer.body, answer.url, now, answer.headers)
    page = await children.run("bot.sources.page_links:read", document, returns=PageLinks)
    named = [feed for feed, _ in page.feeds[:_TRIED]]
    found = await _feeds(named, "named by the page", door, children, now)
    if not found:
        guesses = [urljoin(_folder(answer.url), place) for place in _PLACES]
        guesses += [urljoin(answer.url, f"/{place}") for place in _PLACES[:6]]
        guesses = [one for one in dict.fromkeys(guesses) if one not in named]
        found = await _feeds(guesses, "found beside the page", door, children, now)
    titles = dict(page.feeds)
    found = [_titled(one, titles.get(one.source.url, "") or page.title) for one in found]
    return found + await _lists(page, document, children)


async def check_all(
    sources: Sequence[Source],
    door: Door,
    children: Children,
    now: datetime,
    *,
    keys: Mapping[str, str] | None = None,
    at_once: int = 8,
) -> list[Check]:
    """Look at every source now, as if for the first time; results in the order given."""
    places = asyncio.Semaphore(at_once)

    async def one(source: Source) -> Check:
        async with places:
            return await check(source, door, children, now, keys=keys)

    return list(await asyncio.gather(*(one(source) for source in sources)))


async def check(
    source: Source, door: Door, children: Children, now: datetime, *, keys: Mapping[str, str] | None = None
) -> Check:
    """How a source is: reachable, fresh, items, full text or teaser, validators, charset; and what to do."""
    polled = await fetch(source, SourceState(), door, children, now, keys=keys, first_entries=SHOWN)
    if polled.outcome == "failed":
        return Check(trouble(polled.reason).what, False, remedy=polled.remedy)
    state = polled.state
    validators = ", ".join(name for name, value in (("ETag", state.etag), ("date", state.last_modified)) if value)
    dates = [entry.published for entry in polled.entries if entry.published]
    newest = max(dates, default=None)
    reason = "empty" if not polled.total else ""
    if attention.silent(source, newest, now):
        reason = "stale"
    return Check(
        state=trouble(reason).what if reason else "fine",
        fine=not reason,
        items=polled.total,
        newest=newest,
        text=_text(polled.entries),
        validators=validators,
        charset=polled.charset,
        remedy=trouble(reason).remedy if reason else "",
    )


def _text(entries: Sequence[Entry]) -> str:
    """How much of an article the items hold, by the middle one."""
    if not entries:
        return ""
    sizes = sorted(max(len(entry.content_html), len(entry.summary)) for entry in entries)
    middle = sizes[len(sizes) // 2]
    return "full" if middle > 1500 else "teaser" if middle > 40 else "titles"


async def _feeds(addresses: Sequence[str], why: str, door: Door, children: Children, now: datetime) -> list[Candidate]:
    """Those of the addresses that are feeds; the others are passed over."""

    async def one(address: str) -> Candidate | None:
        try:
            answer = await door.get(address, retry=False)
            found = await _as_feed(answer, children, now)
        except SourceError:  # one that cannot be read must not hide the others
            return None
        return replace(found, why=why) if found else None

    looked = await asyncio.gather(*(one(address) for address in addresses))
    unique: dict[str, Candidate] = {}
    for found in looked:
        if found is not None:
            unique.setdefault(urls.key(found.source.url), found)
    return sorted(unique.values(), key=lambda found: not found.entries)  # empty feeds last, else in the order named


async def _as_feed(answer: Answer, children: Children, now: datetime) -> Candidate | None:
    """The answer as a feed, or None when it is something else. Raises SourceError when reading it is cut off."""
    url = answer.moved_to or answer.url
    document = Document(Source(0, "feed", url), answer.body, answer.url, now, answer.headers, most=SHOWN)
    try:
        parsed = await children.run("bot.sources.feed:parse", document, returns=Parsed)
    except SourceError as error:
        if error.reason in _NO_FEED:
            return None
        raise
    about = parsed.about
    kind = "json_feed" if answer.body.lstrip()[:1] == b"{" else "feed"
    source = Source(
        0,
        kind,
        url,
        title=about.title if about else "",
        homepage=about.homepage if about else "",
        language=about.language if about else "",
    )
    return Candidate(source, parsed.entries, "a feed itself")


async def _lists(page: PageLinks, document: Document, children: Children) -> list[Candidate]:
    """The page's own lists as sources; a person confirms the one whose links are the articles."""
    found = []
    for one in page.lists:
        source = Source(
            0,
            "page",
            document.url,
            title=page.title,
            homepage=document.url,
            language=page.language,
            options={PATTERN: one.pattern},
        )
        parsed = await children.run(
            "bot.sources.list_page:parse", replace(document, source=source, most=SHOWN), returns=Parsed
        )
        found.append(Candidate(source, parsed.entries, f"links like {one.pattern}"))
    return found


def _api_kind(url: str) -> str:
    for (host, path), kind in _API_HOSTS.items():
        if url.partition("?")[0].rstrip("/") == f"https://{host}{path}".rstrip("/"):
            return kind
    return ""


def _folder(url: str) -> str:
    address = url.partition("?")[0].partition("#")[0]
    last = address.rpartition("/")[2]
    return address if address.endswith("/") else address.removesuffix(last) if "." in last else f"{address}/"


def _titled(found: Candidate, title: str) -> Candidate:
    return found if found.source.title else replace(found, source=replace(found.source, title=title))
