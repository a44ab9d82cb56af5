"""Cut a feed into its items without understanding them, so that only new ones need a full parser."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b
from xml.parsers import expat

from bot.pipeline import marks

HASH_BYTES = 8  # per item; chance collisions within one feed of 4,000 items: 1 in 10**12

# Comments and CDATA may hold these words too. That needs no look: such a cut leaves something between two items, leaves
# an item open, or makes a document that `well_formed` refuses, and each of these means doubt.
_TOKEN = re.compile(rb"<(/?)(item|entry)[\s/>]")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)[^<>]*>")
_DECLARED = re.compile(rb"""\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# With these roots feedparser settles the version before the first item; for RDF its default name space does.
_ROOTS = (b"rss", b"feed")
_RDF_VERSION = re.compile(
    rb"""xmlns\s*=\s*["'](http://purl\.org/rss/1\.0/|http://my\.netscape\.com/rdf/simple/0\.9/)["']"""
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A document as `head + items + tail`; each item is the slice `data[start:end]` and all are siblings."""

    data: bytes
    items: tuple[tuple[int, int], ...]
    hashes: tuple[bytes, ...]

    @property
    def head(self) -> bytes:
        """Everything before the first item."""
        return self.data[: self.items[0][0]] if self.items else self.data

    @property
    def tail(self) -> bytes:
        """Everything after the last item."""
        return self.data[self.items[-1][1] :] if self.items else b""

    def only(self, chosen: Collection[int]) -> bytes:
        """The same feed with no items but these, in the order of the document."""
        kept = [self.data[start:end] for number, (start, end) in enumerate(self.items) if number in chosen]
        return b"".join((self.head, *kept, self.tail))


def cut(data: bytes) -> Cut | None:
    """Cut a feed that is UTF-8 already. None when in doubt: then the whole document must be parsed.

    In doubt are a document type (it may define entities), unknown roots, nested or unclosed items, anything but
    white space and comments between two items, and prefixes that mean different things in different items.
    """
    items: list[tuple[int, int]] = []
    start, name, last = -1, b"", -1
    for match in _TOKEN.finditer(data):
        if match[1]:
            if start < 0 or match[2] != name:
                return None
            last = data.find(b">", match.start()) + 1
            items.append((start, last))
            start = -1
        elif start >= 0 or (last >= 0 and not _blank(data, last, match.start())):
            return None
        else:
            start, name = match.start(), match[2]
    if start >= 0 or not _known_root(data, items[0][0] if items else len(data)):
        return None
    if not _same_prefixes(data, items):
        return None
    return Cut(data, tuple(items), tuple(item_hash(data[begin:end]) for begin, end in items))


_GUID = re.compile(rb"<(?:guid|id)\b[^>]{0,200}>\s{0,20}(?:<!\[CDATA\[)?\s{0,20}([^<\]]{1,1000})")
_LINK = re.compile(
    rb"""<link\b(?:[^>]{0,200}?\bhref\s{0,3}=\s{0,3}["']([^"']{1,1000})|[^>]{0,200}>\s{0,20}(?:<!\[CDATA\[)?\s{0,20}([^<\]\s]{1,1000}))"""
)
_TITLE = re.compile(rb"<title\b[^>]{0,200}>\s{0,20}(?:<!\[CDATA\[)?([^<\]]{1,300})")


def marks_of(data: bytes, start: int, end: int) -> tuple[bytes, ...]:
    """Marks of the item at `data[start:end]`, by its first guid, link and title as they are written."""
    guid, link, title = (pattern.search(data, start, end) for pattern in (_GUID, _LINK, _TITLE))
    return marks.of(
        guid[1].decode("utf-8", "replace") if guid else "",
        (link[1] or link[2]).decode("utf-8", "replace") if link else "",
        title[1].decode("utf-8", "replace") if title else "",
    )


def item_hash(item: bytes) -> bytes:
    """Name of an item's content."""
    return blake2b(item, digest_size=HASH_BYTES).digest()


def well_formed(data: bytes) -> bool:
    """Whether feedparser's own strict parser would take the document: it uses expat with name spaces too."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        return False
    return True


def _blank(data: bytes, start: int, end: int) -> bool:
    between = data[start:end].strip()
    return not between or not _COMMENT.sub(b"", between).strip()


def _known_root(data: bytes, end: int) -> bool:
    head = data[:end]
    if b"<!DOCTYPE" in head[:4096] or b"<!ENTITY" in head:
        return False
    root = _ROOT.search(_COMMENT.sub(b"", head))
    if root is None:
        return False
    return root[1] in _ROOTS or (root[1].endswith(b":RDF") and _RDF_VERSION.search(root[0]) is not None)


def _same_prefixes(data: bytes, items: list[tuple[int, int]]) -> bool:
    """feedparser never forgets a prefix once declared, so each must have one meaning, and each meaning one prefix."""
    if not items or data.find(b"xmlns", items[0][0], items[-1][1]) < 0:
        return True
    meaning: dict[bytes, bytes] = {}
    prefix: dict[bytes, bytes] = {}
    for match in _DECLARED.finditer(data):
        short, uri = match[1] or b"", match[2] or match[3] or b""
        if not short and match.start() > items[0][0]:
            continue  # a default name space of xhtml content: feedparser looks only prefixes up
        if meaning.setdefault(short, uri) != uri or prefix.setdefault(uri, short) != short:
            return False
    return True
