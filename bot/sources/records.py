"""Answers that are JSON: load them safely, tell records apart by their bytes, read values that may be anything."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.errors import SourceError
from bot.model import Entry
from bot.pipeline import marks
from bot.sources import fragments, scan
from bot.sources.entries import clipped, sensible_date
from bot.sources.parsed import About, Document, Parsed

Record = Mapping[str, Any]
# Escapes that are half a surrogate pair: legal JSON, but no text that can be stored or sent.
_HALF_PAIR = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


def load(document: Document) -> Any:
    """The value of the body. Raises SourceError `empty`, `html-not-feed`, `not-json`."""
    body = document.body.removeprefix(codecs.BOM_UTF8).strip()
    if not body:
        raise SourceError("is empty", reason="empty")
    if body[:1] == b"<":
        raise SourceError("is a web page, not JSON", reason="html-not-feed")
    try:
        text = body.decode(json.detect_encoding(body), "replace")
        return json.loads(_HALF_PAIR.sub(r"\\ufffd", text), parse_int=_whole_number)
    except (ValueError, RecursionError) as error:
        raise SourceError("is not JSON", reason="not-json") from error


def records(value: Any, *path: str) -> list[Record]:
    """The objects of the list found under `path`. Raises SourceError `malformed` if there is no such list."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    if not isinstance(value, list):
        raise SourceError(f"holds no list `{'.'.join(path)}`", reason="malformed")
    return [record for record in value if isinstance(record, dict)]


def parsed(
    document: Document,
    found: Iterable[Record],
    entry: Callable[[Record, Document], Entry | None],
    about: About | None = None,
) -> Parsed:
    """Entries of the records that are not known yet. Records without what an entry needs are left out."""
    known = set(document.known_hashes())
    hashes: list[bytes] = []
    again: list[bytes] = []  # marks of what is only remembered
    new: list[tuple[Record, bytes]] = []
    for record in found:
        name = scan.item_hash(json.dumps(record, sort_keys=True).encode())
        hashes.append(name)
        if name not in known:
            known.add(name)
            mine = _marks(record)
            if document.known and marks.met(mine, known):
                again.extend(mine)
            else:
                new.append((record, name))
    again += [mark for record, _ in new[document.most :] for mark in _marks(record)]
    entries = []
    for record, name in new[: document.most]:
        made = entry(record, document)
        if made is not None:
            entries.append(replace(made, raw_hash=name.hex()))
    return Parsed(tuple(entries), b"".join((*hashes, *again)), len(hashes), len(new), about or About())


def _marks(record: Record) -> tuple[bytes, ...]:
    """Marks of a record under the names that JSON Feed and the APIs here use."""
    return marks.of(
        text(record, "id", "document_number", "_id", "bill_id", most=1000),
        text(record, "url", "external_url", "html_url", "link", most=1000),
        text(record, "title", "name", most=300),
    )


def text(record: Record, *names: str, most: int = 4000) -> str:
    """The first of these values that is a text, as one line of plain words."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return clipped(fragments.plain(value), most)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return ""


def inner(record: Record, name: str) -> Record:
    """The object under a name, or an empty one."""
    value = record.get(name)
    return value if isinstance(value, dict) else {}


def moment(record: Record, name: str, now: datetime) -> datetime | None:
    """A date or time in ISO 8601, if it can be true; days without a time zone count in UTC."""
    value = record.get(name)
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value.strip()[:40])
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):  # the year 1 in the far east lies before all time
        return None
    return sensible_date(found, now)


def day(record: Record, name: str) -> str:
    """A calendar day as `2026-03-31`, or the empty text; for hints, so it may lie years ahead."""
    value = record.get(name)
    if not isinstance(value, str):
        return ""
    try:
        return datetime.fromisoformat(value.strip()[:40]).date().isoformat()
    except ValueError:
        return ""


def _whole_number(digits: str) -> int | float:
    """Integers of any length are legal JSON, and slow."""
    return int(digits) if len(digits) < 20 else float(digits[:300])
