"""Congress.gov's API, v3: bills with their latest action; needs a free key of api.data.gov."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.model import Entry, Scalar, Source
from bot.sources import Request, bills, key_for, records
from bot.sources.parsed import About, Document, Parsed

_PATHS = {
    "HR": "house-bill", "S": "senate-bill", "HJRES": "house-joint-resolution", "SJRES": "senate-joint-resolution",
    "HRES": "house-resolution", "SRES": "senate-resolution", "HCONRES": "house-concurrent-resolution",
    "SCONRES": "senate-concurrent-resolution",
}  # fmt: skip
_NAMES = {
    "HR": "H.R.", "S": "S.", "HJRES": "H.J.Res.", "SJRES": "S.J.Res.", "HRES": "H.Res.", "SRES": "S.Res.",
    "HCONRES": "H.Con.Res.", "SCONRES": "S.Con.Res.",
}  # fmt: skip
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def request(source: Source, keys: Mapping[str, str], now: datetime) -> Request:
    """Bills by latest change, as JSON; the key goes in a header, never in the address."""
    parts = urlsplit(source.url)
    query = {"format": "json", "sort": "updateDate desc", "limit": "100", **dict(parse_qsl(parts.query))}
    query.pop("api_key", None)
    key = key_for("congress", keys)
    return Request(urlunsplit(parts._replace(query=urlencode(query))), {"X-Api-Key": key})


def parse(document: Document) -> Parsed:
    """Bills that are new or had a new action."""
    found = records.records(records.load(document), "bills")
    return records.parsed(document, found, _entry, About("Congress.gov", "https://www.congress.gov/", "en"))


def _entry(record: records.Record, document: Document) -> Entry | None:
    title = records.text(record, "title", most=450)
    kind, number = records.text(record, "type", most=10).upper(), records.text(record, "number", most=10)
    congress = records.text(record, "congress", most=4)
    if not title or kind not in _PATHS or not number.isdecimal() or not congress.isdecimal():
        return None
    action = records.inner(record, "latestAction")
    words = records.text(action, "text", most=1000)
    hints: dict[str, Scalar] = {"jurisdiction": "US", "instrument": "law"}
    if stage := bills.stage(words):
        hints["stage"] = stage
    return Entry(
        guid=f"congress:{congress}-{kind.lower()}-{number}",
        url=f"https://www.congress.gov/bill/{congress}{_ordinal(int(congress))}-congress/{_PATHS[kind]}/{number}",
        title=f"{_NAMES[kind]} {number}: {title}",
        summary=words,
        published=records.moment(action, "actionDate", document.now),
        updated=records.moment(record, "updateDate", document.now),
        language="en",
        hints=hints,
    )


def _ordinal(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else _ORDINALS.get(number % 10, "th")
