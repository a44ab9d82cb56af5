"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.errors import SourceError
from bot.model import Entry
from bot.pipeline import urls
from bot.sources import records
from bot.sources.entries import MOST_CONTENT, clipped, entry_hash
from bot.sources.parsed import About, Document, Parsed


def parse(document: Document) -> Parsed:
    """New items of a JSON Feed. Raises SourceError when it is none."""
    feed = records.load(document)
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version", "")):
        raise SourceError("is JSON, but no JSON Feed", reason="malformed")
    language = records.text(feed, "language", most=20).lower()
    given = feed.get("hubs")
    hubs = [
        hub
        for hub in (given if isinstance(given, list) else ())
        if isinstance(hub, dict) and hub.get("type") == "WebSub"
    ]
    about = About(
        title=records.text(feed, "title", most=200),
        homepage=urls.absolute(_string(feed, "home_page_url"), document.url),
        language=language,
        hub=urls.absolute(_string(hubs[0], "url")) if hubs else "",
        self_url=urls.absolute(_string(feed, "feed_url"), document.url),
    )
    authors = _authors(feed)

    def entry(item: records.Record, document: Document) -> Entry:
        made = _entry(item, document, language)
        return made if made.authors or not authors else replace(made, authors=authors)

    return records.parsed(document, records.records(feed, "items"), entry, about)


def _entry(item: records.Record, document: Document, language: str) -> Entry:
    # An item of a link blog names its own page and the article it is about; the article is what readers want.
    url = urls.canonical(_string(item, "external_url") or _string(item, "url"), document.url)
    content = _string(item, "content_html") or _string(item, "content_text")
    summary = records.text(item, "summary") or clipped(records.text(item, "content_text", "content_html"), 600)
    title = records.text(item, "title", most=500)
    guid = clipped(records.text(item, "id"), 1000) or url
    return Entry(
        guid=guid or entry_hash(title, summary),
        url=url or (urls.canonical(guid) if guid.startswith(("http://", "https://")) else ""),
        title=title,
        summary=summary,
        content_html=content[:MOST_CONTENT],
        published=records.moment(item, "date_published", document.now),
        updated=records.moment(item, "date_modified", document.now),
        authors=_authors(item),
        language=records.text(item, "language", most=20).lower() or language,
        tags=tuple(str(tag)[:100] for tag in (item.get("tags") or ())[:20] if isinstance(tag, str))
        if isinstance(item.get("tags"), list)
        else (),
    )


def _authors(record: records.Record) -> tuple[str, ...]:
    given: list[Any] = record["authors"] if isinstance(record.get("authors"), list) else [record.get("author")]
    names = (records.text(author, "name", most=200) for author in given[:10] if isinstance(author, dict))
    return tuple(dict.fromkeys(name for name in names if name))


def _string(record: records.Record, name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""
