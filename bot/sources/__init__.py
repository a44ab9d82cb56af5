"""Where news comes from: KINDS says how each kind of source is asked and read; `fetch` reads one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module

from bot.errors import SourceError, UsageError
from bot.model import Source

FEED_TYPES = "application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/xml;q=0.9, */*;q=0.5"
PAGE_TYPES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
ARCHIVE = "archive"  # the option of a source that is complete: that it is silent is no trouble
PATTERN = "pattern"  # the option of a list page that holds the shape of its links
JSON_TYPES = "application/json, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for: an address, and headers that go to its host only (keys of an API)."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


def plain_request(source: Source, keys: Mapping[str, str], now: datetime) -> Request:
    """The source's own address, as it is."""
    return Request(source.url)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of source.

    Attributes:
        parse: `module:function` taking a `Document` and giving `Parsed`; runs in a child process.
        what: what it is, for people.
        accept: the Accept header.
        request: `module:function` from (source, keys, now) to a Request; empty for the plain address.
        key: name of the access key it needs, in `keys`; empty if none.
    """

    parse: str
    what: str
    accept: str = FEED_TYPES
    request: str = ""
    key: str = ""


KINDS: dict[str, Kind] = {
    "feed": Kind("bot.sources.feed:parse", "RSS or Atom feed"),
    "json_feed": Kind("bot.sources.json_feed:parse", "JSON Feed", JSON_TYPES),
    "page": Kind("bot.sources.list_page:parse", "web page with a list of articles", PAGE_TYPES),
    "google_news": Kind("bot.sources.google_news:parse", "Google News search"),
    "federal_register": Kind(
        "bot.sources.federal_register:parse",
        "Federal Register search",
        JSON_TYPES,
        "bot.sources.federal_register:request",
    ),
    "govuk": Kind("bot.sources.govuk:parse", "GOV.UK search", JSON_TYPES, "bot.sources.govuk:request"),
    "congress": Kind(
        "bot.sources.congress:parse", "bills of Congress", JSON_TYPES, "bot.sources.congress:request", "congress"
    ),
    "openstates": Kind(
        "bot.sources.openstates:parse",
        "bills of the US states, from Open States",
        JSON_TYPES,
        "bot.sources.openstates:request",
        "openstates",
    ),
    "legiscan": Kind(
        "bot.sources.legiscan:parse",
        "bills of the US states, from LegiScan",
        JSON_TYPES,
        "bot.sources.legiscan:request",
        "legiscan",
    ),
}


def key_for(name: str, keys: Mapping[str, str]) -> str:
    """The access key of that name. Raises SourceError `no-key` when there is none."""
    if key := keys.get(name, ""):
        return key
    raise SourceError(f"The {name} key is not set.", reason="no-key")


def kind_of(source: Source) -> Kind:
    """The kind of a source. Raises UsageError if there is none of that name."""
    if source.kind not in KINDS:
        raise UsageError(f"`{source.kind}` is no kind of source; the kinds are {', '.join(sorted(KINDS))}.")
    return KINDS[source.kind]


def request_for(source: Source, keys: Mapping[str, str], now: datetime) -> Request:
    """What to ask for. Raises SourceError `no-key` when the kind needs a key that `keys` does not hold."""
    kind = kind_of(source)
    if not kind.request:
        return plain_request(source, keys, now)
    module, _, name = kind.request.partition(":")
    ask: Callable[[Source, Mapping[str, str], datetime], Request] = getattr(import_module(module), name)
    return ask(source, keys, now)
