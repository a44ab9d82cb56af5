"""LegiScan's search: bills of Congress and all states with their last action; needs a free key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.errors import SourceError
from bot.model import Entry, Scalar, Source
from bot.pipeline import urls
from bot.sources import Request, bills, key_for, records
from bot.sources.parsed import About, Document, Parsed


def request(source: Source, keys: Mapping[str, str], now: datetime) -> Request:
    """The search; LegiScan takes its key only as a parameter, so it is put in at the last moment."""
    parts = urlsplit(source.url)
    query = {"op": "getSearch", "state": "ALL", **dict(parse_qsl(parts.query)), "key": key_for("legiscan", keys)}
    return Request(urlunsplit(parts._replace(query=urlencode(query))))


def parse(document: Document) -> Parsed:
    """Bills that are new or had a new action. Raises SourceError `http-401` when LegiScan refuses the key."""
    value = records.load(document)
    if isinstance(value, dict) and value.get("status") == "ERROR":
        raise SourceError("refuses the request: check the key", reason="http-401")
    return records.parsed(document, _found(value), _entry, About("LegiScan", "https://legiscan.com/", "en"))


def _found(value: Any) -> list[records.Record]:
    """The results stand beside `summary` under the keys 0, 1, 2 ... or in a list `results`."""
    result = value.get("searchresult") if isinstance(value, dict) else None
    if not isinstance(result, dict):
        raise SourceError("holds no `searchresult`", reason="malformed")
    if isinstance(result.get("results"), list):
        return records.records(result, "results")
    return [result[key] for key in sorted(result, key=_position) if key.isdigit() and isinstance(result[key], dict)]


def _position(key: str) -> int:
    return int(key[:9]) if key.isascii() and key.isdigit() else -1


def _entry(record: records.Record, document: Document) -> Entry | None:
    title, number = records.text(record, "title", most=450), records.text(record, "bill_number", most=40)
    url = urls.canonical(str(record.get("url") or ""))
    if not title or not url:
        return None
    state = records.text(record, "state", most=2).upper()
    action = records.text(record, "last_action", most=1000)
    hints: dict[str, Scalar] = {"instrument": "law", "jurisdiction": "US" if state in ("US", "") else f"US-{state}"}
    if stage := bills.stage(action):
        hints["stage"] = stage
    return Entry(
        guid=f"legiscan:{records.text(record, 'bill_id', most=20) or url}",
        url=url,
        title=f"{number}: {title}" if number else title,
        summary=action,
        published=records.moment(record, "last_action_date", document.now),
        language="en",
        hints=hints,
    )
