"""Atom tombstones (RFC 6721): entries that a feed says it deleted."""

from __future__ import annotations

from contextlib import suppress
from xml.parsers import expat

_NAMESPACE = "http://purl.org/atompub/tombstones/1.0"
_MOST = 1000  # deleted entries of one document that are heeded, and characters of one id


def deleted(data: bytes) -> tuple[str, ...]:
    """Ids of the entries that a feed in UTF-8 says are gone, each once, in its order; of a broken document those before
    the break. Only direct children of the root count: a tombstone that is quoted inside an entry deletes nothing."""
    if _NAMESPACE.encode() not in data:
        return ()
    found: dict[str, None] = {}
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        if depth == 1 and name == f"{_NAMESPACE} deleted-entry" and len(found) < _MOST:
            ref = attributes.get("ref", "").strip()
            if 0 < len(ref) <= _MOST:
                found[ref] = None
        depth += 1

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    with suppress(expat.ExpatError, ValueError):  # what stood before the break was read
        parser.Parse(data, True)
    return tuple(found)
