"""GOV.UK's search API: policy papers and consultations with their closing day as data; no key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.model import Entry, Scalar, Source
from bot.pipeline import urls
from bot.sources import Request, records
from bot.sources.parsed import About, Document, Parsed

_FIELDS = "title,link,description,public_timestamp,organisations,end_date,content_store_document_type"
_SITE = "https://www.gov.uk/"


def request(source: Source, keys: Mapping[str, str], now: datetime) -> Request:
    """The search as given, asking for the fields an entry needs."""
    parts = urlsplit(source.url)
    given = [(name, value) for name, value in parse_qsl(parts.query) if name != "fields"]
    return Request(urlunsplit(parts._replace(query=urlencode([*given, ("fields", _FIELDS)], safe=","))))


def parse(document: Document) -> Parsed:
    """New results of a search."""
    found = records.records(records.load(document), "results")
    return records.parsed(document, found, _entry, About("GOV.UK", _SITE, "en"))


def _entry(record: records.Record, document: Document) -> Entry | None:
    url = urls.canonical(str(record.get("link") or ""), _SITE)
    title = records.text(record, "title", most=500)
    if not url or not title:
        return None
    hints: dict[str, Scalar] = {"jurisdiction": "GB"}
    kind = records.text(record, "content_store_document_type", "format", most=60)
    if kind:
        hints["type"] = kind
    if closing := records.day(record, "end_date"):
        hints["deadline"] = closing
        if kind in ("open_consultation", "open_call_for_evidence", "consultation", "call_for_evidence"):
            hints["stage"] = "consultation"
    organisations = record.get("organisations") if isinstance(record.get("organisations"), list) else []
    names = [records.text(one, "title", most=200) for one in organisations or () if isinstance(one, dict)]
    return Entry(
        guid=url,
        url=url,
        title=title,
        summary=records.text(record, "description"),
        published=records.moment(record, "public_timestamp", document.now),
        authors=tuple(dict.fromkeys(name for name in names if name))[:5],
        language="en",
        tags=(kind.replace("_", " "),) if kind else (),
        hints=hints,
    )
