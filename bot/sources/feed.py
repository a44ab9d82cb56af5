"""RSS and Atom: scan the document, give feedparser only what is new, and make entries of what it finds."""

from __future__ import annotations

import codecs
import io
import re
from calendar import timegm
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import feedparser
from feedparser.encodings import convert_to_utf8

from bot.errors import SourceError
from bot.model import Entry
from bot.pipeline import marks, urls
from bot.sources import fragments, json_feed, scan, tombstones
from bot.sources.entries import MOST_CONTENT, clipped, entry_hash, sensible_date
from bot.sources.parsed import About, Document, Parsed
from bot.sources.schedule import http_date

_UTF8 = "application/xml; charset=utf-8"
_ITEM_DATE = re.compile(rb"<(?:pubDate|published|updated|issued|(?:dc:)?date)\b[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]{6,40})")
# feedparser raises on these (`&#xD83D;`, `&#99999999999;`) or passes a NUL on (`&#0;`).
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,12})|([0-9]{1,12}))[0-9a-fA-F]*;?")
# A bare `&` outside CDATA and comments: feedparser's loose parser makes `R&D;` of `R&D`.
_AMPERSAND = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|&(?!#?\w{1,32};)", re.DOTALL)
_HREF = re.compile(r"""<a\s[^>]{0,500}?href\s*=\s*["']?([^"'\s>]{1,2000})""", re.IGNORECASE)
_HOUR = re.compile(rb"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_DAY = re.compile(rb"<day>\s*([A-Za-z]{3})[a-z]*\s*</day>", re.IGNORECASE)
_DAYS = {b"mon": 0, b"tue": 1, b"wed": 2, b"thu": 3, b"fri": 4, b"sat": 5, b"sun": 6}
_PERIODS = {"hourly": 60.0, "daily": 1440.0, "weekly": 10080.0, "monthly": 43200.0, "yearly": 525600.0}  # minutes
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|script|noscript|style)\b",
    re.I | re.DOTALL,
)
_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_ENCODING = re.compile(rb"""\s*<\?xml\s[^>]{0,60}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]{0,500}>")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
_AS_UTF8 = {"content-type": _UTF8}
_MOST_TAGS, _MOST_AUTHORS = 20, 10


def parse(document: Document) -> Parsed:
    """Entries of a feed that are not known yet. Raises SourceError `empty`, `html-not-feed`, `malformed`."""
    body = document.body
    if not body.strip():
        raise SourceError("is empty", reason="empty")
    if _HTML.match(body[:4096]):
        raise SourceError("is a web page, not a feed", reason="html-not-feed")
    if body.lstrip()[:1] == b"{":  # a JSON Feed at an address that was added as a feed
        return json_feed.parse(document)
    data = _utf8(body, document.headers)
    known = document.known_hashes()
    parsed = _items(data, document, known)
    gone = {ref: scan.item_hash(b"deleted " + ref.encode("utf-8", "replace")) for ref in tombstones.deleted(data)}
    if not gone:
        return parsed
    fresh = tuple(ref for ref, name in gone.items() if name not in known)
    return replace(parsed, deleted=fresh, hashes=parsed.hashes + b"".join(gone.values()))


def _items(data: bytes, document: Document, known: frozenset[bytes]) -> Parsed:
    cut = scan.cut(data)
    if cut is None or not cut.items:
        return _whole(data, document, known)
    new = _first_of_each(cut.hashes, known)
    hashes = b"".join(cut.hashes)
    again: list[bytes] = []
    if known:
        new = _unmet(new, lambda number: scan.marks_of(data, *cut.items[number]), known, again)
    if not new:
        return Parsed(hashes=hashes + b"".join(again), total=len(cut.items))
    if not scan.well_formed(data):
        return _whole(data, document, known)
    chosen = _newest(cut, new, document.most)
    left = set(new).difference(chosen)
    again += [mark for number in left for mark in scan.marks_of(data, *cut.items[number])]
    smaller = cut.only(frozenset(chosen))
    if not scan.well_formed(smaller):
        return _whole(data, document, known)
    read = _feedparser(smaller, document)
    if read is None:
        (pairs, feed), literal = _one_by_one(cut, chosen, document), False
    elif len(read.entries) != len(chosen):
        return _whole(data, document, known)
    else:
        pairs = [(item, cut.hashes[at]) for item, at in zip(read.entries, sorted(chosen), strict=True)]
        feed, literal = read.feed, _literal(read)
    if chosen[0] > chosen[-1]:
        pairs.reverse()
    return Parsed(
        entries=_entries(pairs, document, feed, literal),
        hashes=hashes + b"".join(again),
        total=len(cut.items),
        new=len(new),
        about=_about(feed, cut.head + cut.tail, document),
    )


def _one_by_one(cut: scan.Cut, chosen: Sequence[int], document: Document) -> tuple[list[tuple[Any, bytes]], Any]:
    """Items on which feedparser fails (a textinput in an item: KeyError) must not cost the others."""
    pairs: list[tuple[Any, bytes]] = []
    feed: Any = {}
    for number in sorted(chosen):
        read = _feedparser(cut.only({number}), document)
        if read is not None and len(read.entries) == 1:
            pairs.append((read.entries[0], cut.hashes[number]))
            feed = read.feed
    return pairs, feed


def _whole(data: bytes, document: Document, known: frozenset[bytes]) -> Parsed:
    """The scan was in doubt: feedparser reads everything, and items are told apart by what they say."""
    read = _feedparser(_AMPERSAND.sub(_escaped, _REFERENCE.sub(_harmless, data)), document)
    if read is None:
        raise SourceError("cannot be read as a feed", reason="malformed")
    if not read.entries and not read.version:
        raise SourceError("is no feed", reason="malformed")
    hashes = [_said(item) for item in read.entries]
    new = _first_of_each(hashes, known)
    again: list[bytes] = []
    if known:
        new = _unmet(new, lambda number: _marks(read.entries[number]), known, again)
    chosen = new[: document.most]
    again += [mark for number in new[document.most :] for mark in _marks(read.entries[number])]
    return Parsed(
        entries=_entries([(read.entries[at], hashes[at]) for at in chosen], document, read.feed, _literal(read)),
        hashes=b"".join((*hashes, *again)),
        total=len(hashes),
        new=len(new),
        about=_about(read.feed, data, document) if new or not hashes else None,
        whole=True,
    )


def _feedparser(data: bytes, document: Document) -> Any:
    """feedparser's reading of UTF-8 bytes, or None when it fails.

    Only ever a stream: given text, feedparser takes it for an address, then for a file name. Its sanitizer and its
    link resolver stay off: they cost half the time, have quadratic corners (a style of 48 kB: 5 s), and every text
    shown goes through `fragments` anyway.
    """
    headers = {"content-type": _UTF8}
    if b"base=" in data:
        # Only for documents with bases of their own: without an address feedparser leaves relative links alone (we
        # resolve them), and saves a sixth of its time, because it joins addresses at every tag.
        headers["content-location"] = document.url
    if language := document.headers.get("content-language"):
        headers["content-language"] = language
    try:
        return feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception:
        # It raises anything from UnicodeEncodeError to TypeError on small malformed inputs.
        return None


def _utf8(body: bytes, headers: Mapping[str, str]) -> bytes:
    """The document in UTF-8, by feedparser's rules (they weigh header and declaration), but for two: a byte order mark
    decides (XML 1.0, F.1), and markup that plainly begins in ASCII is not in a charset that writes `<` otherwise."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return _converted(_AS_UTF8, body[len(mark) :].decode(codec, "replace").encode())
    kind = headers.get("content-type", "")
    if (named := _CHARSET.search(kind)) and not _may_be(body, named[1]):
        kind = kind[: named.start()]
    if (declared := _ENCODING.match(body)) and not _may_be(body, declared[1].decode()):
        return _converted(_AS_UTF8, body)
    return _converted({"content-type": kind} if kind else {}, body)


def _converted(headers: Mapping[str, str], body: bytes) -> bytes:
    try:
        return bytes(convert_to_utf8(headers, body, {}))
    except ValueError:  # the name of the encoding is itself no text
        return _DECLARATION.sub(b"", body, count=1).decode("utf-8", "replace").encode()


def _may_be(body: bytes, charset: str) -> bool:
    """Whether a document may be in this charset (not UTF-16 or EBCDIC when it begins with the ASCII byte of `<`)."""
    start = body[:200].lstrip()
    if start[:1] != b"<" or b"\0" in start:
        return True
    try:
        return "<".encode(charset) == b"<"
    except (LookupError, UnicodeError):
        return True  # feedparser knows what to do with charsets that are none


def _first_of_each(hashes: Sequence[bytes], known: frozenset[bytes]) -> list[int]:
    """Numbers of the items not known, an item that stands there twice only once."""
    met = set(known)
    new = []
    for number, name in enumerate(hashes):
        if name not in met:
            met.add(name)
            new.append(number)
    return new


def _unmet(
    new: list[int], marks_of: Callable[[int], tuple[bytes, ...]], known: frozenset[bytes], again: list[bytes]
) -> list[int]:
    """Of the new items those that were not remembered unread under other bytes; `again` takes the marks of the rest."""
    left = []
    for number in new:
        mine = marks_of(number)
        if marks.met(mine, known):
            again.extend(mine)
        else:
            left.append(number)
    return left


def _marks(item: Any) -> tuple[bytes, ...]:
    return marks.of(item.get("id", "") or "", item.get("link", "") or "", item.get("title", "") or "")


def _newest(cut: scan.Cut, new: list[int], most: int) -> list[int]:
    """At most so many of the new items, newest first: nearly every feed is in that order, some in the opposite one."""
    if len(cut.items) > 1:
        first, last = (_date_of(cut, number) for number in (0, len(cut.items) - 1))
        if first is not None and last is not None and last > first:
            new = new[::-1]
    return new[:most]


def _date_of(cut: scan.Cut, number: int) -> datetime | None:
    found = _ITEM_DATE.search(cut.data, *cut.items[number])
    if not found:
        return None
    words = found[1].decode("utf-8", "replace").strip()
    try:
        moment = datetime.fromisoformat(words)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except ValueError:
        return http_date(words)


def _harmless(match: re.Match[bytes]) -> bytes:
    number = int(match[1], 16) if match[1] else int(match[2])
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return b"&#xFFFD;"
    return match[0]


def _escaped(match: re.Match[bytes]) -> bytes:
    return b"&amp;" if match[0] == b"&" else match[0]


def _said(item: Any) -> bytes:
    """Hash of what an item says, for documents whose bytes could not be cut."""
    content = [part.get("value", "") for part in item.get("content", ())]
    names = ("id", "link", "title", "summary", "published", "updated")
    said = [(name, item[name]) for name in names if name in item]
    return scan.item_hash(repr((said, content)).encode("utf-8", "replace"))


def _literal(read: Any) -> bool:
    """In Atom `text/plain` is what it says; in RSS it is feedparser's guess, and markup there is meant as markup."""
    return str(read.version).startswith("atom")


def _entries(pairs: Sequence[tuple[Any, bytes]], document: Document, feed: Any, literal: bool) -> tuple[Entry, ...]:
    language = str(feed.get("language", ""))
    found = [_entry(item, name, document, language, literal) for item, name in pairs if not _old(item)]
    uses = Counter(entry.guid for entry in found)
    # A guid that several items share names none of them.
    return tuple(replace(entry, guid=entry.url) if uses[entry.guid] > 1 and entry.url else entry for entry in found)


def _entry(item: Any, name: bytes, document: Document, language: str, literal: bool) -> Entry:
    url = urls.canonical(item.get("link", "") or "", document.url) or _address_as_guid(item)
    if document.source.options.get("link") == "description":
        url = _first_link(item.get("summary", "") or "", url or document.url) or url
    title = _words(item.get("title_detail"), item.get("title", ""), literal)
    summary_html = item.get("summary", "") or ""
    summary = _words(item.get("summary_detail"), summary_html, literal)
    content = max((part.get("value", "") or "" for part in item.get("content", ())), key=len, default="")
    if not content and len(summary) > 1000:
        content = summary_html  # full text in the description
    if content and summary_html == content:
        summary = clipped(summary, 600)  # feedparser repeats the content where there is no summary
    guid = (item.get("id", "") or "").strip()
    if guid and item.get("guidislink"):
        with suppress(ValueError):  # half a bracket: then it is a name and no address
            guid = urljoin(document.url, guid)
    guid = clipped(guid, 1000) or url
    origin = item.get("source") or {}
    # `in` first: asked for a missing `updated`, feedparser warns and answers with `published`.
    updated = sensible_date(_moment(item["updated_parsed"]), document.now) if "updated_parsed" in item else None
    return Entry(
        guid=guid or entry_hash(title, summary),
        url=url,
        title=clipped(title, 500),
        summary=clipped(summary, 4000),
        content_html=content[:MOST_CONTENT],
        published=sensible_date(_moment(item.get("published_parsed") or item.get("created_parsed")), document.now)
        or updated,
        updated=updated,
        authors=_authors(item),
        language=_language(item, language),
        tags=_tags(item),
        outlet=clipped(fragments.plain(str(origin.get("title", "") or "")), 200),
        raw_hash=name.hex(),
    )


def _old(item: Any) -> bool:
    """arXiv announces new versions of old papers in the same feed."""
    return str(item.get("arxiv_announce_type", "")).startswith("replace")


def _first_link(html: str, base: str) -> str:
    """The first link of a description that leads to another site: link blogs point to themselves."""
    home = urls.host(base)
    for found in _HREF.finditer(html[:20_000]):
        address = urls.canonical(found[1].replace("&amp;", "&"), base)
        if address and urls.host(address) != home:
            return address
    return ""


def _address_as_guid(item: Any) -> str:
    guid = (item.get("id", "") or "").strip()
    return urls.canonical(guid) if guid.startswith(("http://", "https://")) else ""


def _words(detail: Any, value: str, literal: bool = False) -> str:
    if literal and detail and detail.get("type") == "text/plain":
        return fragments.one_line(value or "")
    return fragments.plain(value or "")


def _moment(parsed: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _authors(item: Any) -> tuple[str, ...]:
    names = [author.get("name", "") or "" for author in item.get("authors", ())] or [item.get("author", "") or ""]
    cleaned = (clipped(fragments.plain(str(name)), 200) for name in names[:_MOST_AUTHORS])
    return tuple(dict.fromkeys(name for name in cleaned if name and "@" not in name))


def _tags(item: Any) -> tuple[str, ...]:
    terms = (tag.get("label") or tag.get("term") or "" for tag in item.get("tags", ())[:_MOST_TAGS])
    cleaned = (clipped(fragments.plain(str(term)), 100) for term in terms)
    return tuple(dict.fromkeys(term for term in cleaned if term))


def _language(item: Any, feed: str) -> str:
    for name in ("content", "summary_detail", "title_detail"):
        detail = item.get(name)
        detail = detail[0] if isinstance(detail, list) and detail else detail
        if detail and (given := detail.get("language")):
            return str(given)[:20].lower()
    return feed[:20].lower()


def _about(feed: Any, envelope: bytes, document: Document) -> About:
    links: dict[str, str] = {}
    for link in feed.get("links", ()):
        for rel in str(link.get("rel", "")).lower().split():
            links.setdefault(rel, urls.absolute(str(link.get("href", "")), document.url))
    return About(
        title=clipped(_words(feed.get("title_detail"), feed.get("title", "")), 200),
        homepage=urls.absolute(str(feed.get("link", "") or ""), document.url),
        language=str(feed.get("language") or (feed.get("title_detail") or {}).get("language") or "")[:20].lower(),
        ttl_minutes=_ttl(feed),
        skip_hours=tuple(sorted({int(found) % 24 for found in _HOUR.findall(envelope)})),
        skip_days=tuple(sorted({_DAYS[day.lower()] for day in _DAY.findall(envelope) if day.lower() in _DAYS})),
        hub=links.get("hub", ""),
        self_url=links.get("self", ""),
    )


def _ttl(feed: Any) -> float:
    """Minutes between two looks that the feed suggests: `<ttl>`, else sy:updatePeriod by sy:updateFrequency."""
    given = str(feed.get("ttl", "")).strip()
    if given.isascii() and given.isdigit():
        return float(given[:9])
    period = _PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower(), 0.0)
    often = str(feed.get("sy_updatefrequency", "1")).strip()
    return period / max(1, int(often[:6])) if often.isascii() and often.isdigit() else period
