"""By what an item that was only remembered is known again: guid, address and headline, hashed, two of the three.

On first sight of a source its archive is not read, only remembered by the bytes of each item. Those bytes change when a
date moves or a comment is counted, and the item is none the newer for it; so a few marks are remembered beside them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from hashlib import blake2b

BYTES = 8  # per mark
_ENOUGH = 2  # marks of one item that must be known
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|mc_\w+|at_\w+|ref|source)=[^&#]*")
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def of(guid: str, link: str, title: str) -> tuple[bytes, ...]:
    """Marks of an item; fewer where it lacks something. An item without a guid has its address for one."""
    address = _address(link)
    name = guid.strip() or address
    head = " ".join(title.split()).casefold()
    parts = (("g", name), ("l", address), ("t", head))
    return tuple(_hash(kind, text) for kind, text in parts if text)


def link(url: str) -> bytes:
    """The mark of an address; empty for none."""
    address = _address(url)
    return _hash("l", address) if address else b""


def met(marks: Sequence[bytes], known: Collection[bytes]) -> bool:
    """Whether an item with these marks was remembered: two of them are known, or the only one it has."""
    return bool(marks) and sum(mark in known for mark in marks) >= min(_ENOUGH, len(marks))


def holds(remembered: bytes, mark: bytes) -> bool:
    """Whether a mark is among hashes that stand one after the other."""
    at = remembered.find(mark) if mark else -1
    while at >= 0 and at % BYTES:
        at = remembered.find(mark, at + 1)
    return at >= 0


def _address(url: str) -> str:
    address = _SCHEME.sub("", url.strip().replace("&amp;", "&"))
    if "=" in address:
        address = _TRACKING.sub("", address)
    return address.partition("#")[0].rstrip("/?&")


def _hash(kind: str, text: str) -> bytes:
    return blake2b(f"{kind}:{text}".encode("utf-8", "replace"), digest_size=BYTES).digest()
