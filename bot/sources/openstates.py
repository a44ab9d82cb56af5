"""Open States' API, v3: bills of the US states with their latest action; needs a free key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.model import Entry, Scalar, Source
from bot.pipeline import urls
from bot.sources import Request, bills, key_for, records
from bot.sources.parsed import About, Document, Parsed

_STATE = re.compile(r"country:us/(?:state|district|territory):([a-z]{2})\b")


def request(source: Source, keys: Mapping[str, str], now: datetime) -> Request:
    """The search, newest change first; the key goes in a header, never in the address."""
    parts = urlsplit(source.url)
    query = [("sort", "updated_desc"), ("per_page", "20"), ("include", "abstracts")]
    given = [(name, value) for name, value in parse_qsl(parts.query) if name != "apikey"]
    names = {name for name, _ in given}
    query = [*given, *((name, value) for name, value in query if name not in names)]
    return Request(urlunsplit(parts._replace(query=urlencode(query))), {"X-API-KEY": key_for("openstates", keys)})


def parse(document: Document) -> Parsed:
    """Bills that are new or had a new action."""
    found = records.records(records.load(document), "results")
    return records.parsed(document, found, _entry, About("Open States", "https://openstates.org/", "en"))


def _entry(record: records.Record, document: Document) -> Entry | None:
    title, identifier = records.text(record, "title", most=450), records.text(record, "identifier", most=40)
    url = urls.canonical(str(record.get("openstates_url") or ""))
    if not title or not url:
        return None
    place = records.inner(record, "jurisdiction")
    state = _STATE.search(str(place.get("id", "")))
    action = records.text(record, "latest_action_description", most=1000)
    hints: dict[str, Scalar] = {"instrument": "law", "jurisdiction": f"US-{state[1].upper()}" if state else "US"}
    if stage := bills.stage(action):
        hints["stage"] = stage
    abstracts = record.get("abstracts") if isinstance(record.get("abstracts"), list) else []
    abstract = next((records.text(one, "abstract") for one in abstracts or () if isinstance(one, dict)), "")
    return Entry(
        guid=records.text(record, "id", most=200) or url,
        url=url,
        title=f"{identifier}: {title}" if identifier else title,
        summary=abstract or action,
        published=records.moment(record, "latest_action_date", document.now),
        updated=records.moment(record, "updated_at", document.now),
        outlet=records.text(place, "name", most=100),
        language="en",
        hints=hints,
    )
