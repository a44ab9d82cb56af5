"""The Federal Register's API, v1: instrument, stage, comment deadline and effective date as data; no key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl, quote_plus, urlsplit, urlunsplit

from bot.model import Entry, Scalar, Source
from bot.pipeline import urls
from bot.sources import Request, records
from bot.sources.entries import clipped
from bot.sources.parsed import About, Document, Parsed

_FIELDS = (
    "title", "type", "abstract", "action", "dates", "document_number", "html_url", "publication_date", "agencies",
    "effective_on", "comments_close_on", "signing_date", "subtype",
)  # fmt: skip
# The API writes types out where its filter abbreviates them; hints carry the abbreviation.
_TYPES = {"Rule": "RULE", "Proposed Rule": "PRORULE", "Notice": "NOTICE", "Presidential Document": "PRESDOCU"}


def request(source: Source, keys: Mapping[str, str], now: datetime) -> Request:
    """The search as given, with the fields an entry needs: the deadlines are left out unless asked for."""
    parts = urlsplit(source.url)
    if any(name == "fields[]" for name, _ in parse_qsl(parts.query)):
        return Request(source.url)
    asked = "&".join(f"fields%5B%5D={quote_plus(field)}" for field in _FIELDS)
    return Request(urlunsplit(parts._replace(query=f"{parts.query}&{asked}" if parts.query else asked)))


def parse(document: Document) -> Parsed:
    """New documents of a search."""
    found = records.records(records.load(document), "results")
    return records.parsed(document, found, _entry, About("Federal Register", "https://www.federalregister.gov/"))


def _entry(record: records.Record, document: Document) -> Entry | None:
    url = urls.canonical(str(record.get("html_url") or ""), document.url)
    title = records.text(record, "title", most=500)
    if not url or not title:
        return None
    hints: dict[str, Scalar] = {"jurisdiction": "US"}
    if kind := _TYPES.get(records.text(record, "type"), ""):
        hints["type"] = kind
    if deadline := records.day(record, "comments_close_on"):
        hints["deadline"] = deadline
    if effective := records.day(record, "effective_on"):
        hints["effective"] = effective
    if "request for information" in records.text(record, "action").lower() or (kind == "NOTICE" and deadline):
        hints["stage"] = "consultation"
    agencies = record.get("agencies") if isinstance(record.get("agencies"), list) else []
    names = [records.text(agency, "name", most=200) for agency in agencies or () if isinstance(agency, dict)]
    return Entry(
        guid=clipped(records.text(record, "document_number"), 100) or url,
        url=url,
        title=title,
        summary=records.text(record, "abstract", "dates", "action"),
        published=records.moment(record, "publication_date", document.now),
        authors=tuple(dict.fromkeys(name for name in names if name))[:5],
        language="en",
        tags=tuple(
            value for value in (records.text(record, "type"), records.text(record, "action", most=100)) if value
        ),
        hints=hints,
    )
