"""What a kind of source is given and what it gives back; both travel to and from child processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.model import Entry, Source


@dataclass(frozen=True, slots=True)
class Document:
    """One answer to read. `known` holds the 8-byte hashes of items met before, one after the other."""

    source: Source
    body: bytes
    url: str  # where it came from, after redirects: the base of relative links
    now: datetime
    headers: Mapping[str, str] = field(default_factory=dict)
    known: bytes = b""
    most: int = 100  # new items that are read, newest first; the rest is only remembered as seen

    def known_hashes(self) -> frozenset[bytes]:
        """The hashes as a set."""
        return frozenset(self.known[at : at + 8] for at in range(0, len(self.known), 8))


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of itself as a whole."""

    title: str = ""
    homepage: str = ""
    language: str = ""
    ttl_minutes: float = 0.0
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()  # Monday is 0
    hub: str = ""  # WebSub
    self_url: str = ""  # what to subscribe to at the hub


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read. `entries` are the new ones only, newest first where the document allows."""

    entries: tuple[Entry, ...] = ()
    hashes: bytes = b""  # of every item in the document, 8 bytes each, and the marks of those only remembered
    total: int = 0  # items in the document
    new: int = 0  # of these, not known before
    about: About | None = None  # None: nothing new, so nothing was read
    whole: bool = False  # the scan was in doubt and the whole document was parsed
    deleted: tuple[str, ...] = ()  # guids of entries that the feed says are gone, when it says so for the first time


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a page."""

    url: str
    text: str
    summary: str = ""
    day: str = ""  # ISO 8601, when a date stands beside it


@dataclass(frozen=True, slots=True)
class Found:
    """A list on a page: the shape of its links and the links, in the order of the page."""

    pattern: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Feeds a page names, likeliest first, and lists of articles on it."""

    title: str = ""
    language: str = ""
    feeds: tuple[tuple[str, str], ...] = ()  # (address, title)
    lists: tuple[Found, ...] = ()
