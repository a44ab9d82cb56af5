"""What a web page says about feeds: links it declares, links that look like feeds, lists of articles it holds."""

from __future__ import annotations

import re

from bot.errors import SourceError
from bot.pipeline import urls
from bot.sources import fragments, list_page
from bot.sources.entries import clipped
from bot.sources.parsed import Document, PageLinks

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_MAYBE_TYPES = ("application/xml", "text/xml", "application/json")
_LOOKS_LIKE_FEED = re.compile(r"(^|[/.?=_-])(rss2?|atom|feeds?|rdf)([/.?=_-]|$)|\.(rss|atom|rdf)$", re.IGNORECASE)
_COMMENTS = re.compile(r"comments?\b|/comments/", re.IGNORECASE)
_MOST = 12


def read(document: Document) -> PageLinks:
    """Links of an HTML page. Raises SourceError `malformed`."""
    if not document.body.strip():
        raise SourceError("is empty", reason="empty")
    tree = list_page.tree_of(document.body, list_page.charset_of(document))
    base = urls.absolute(tree.xpath("string(//base/@href)"), document.url) or document.url
    declared: dict[str, str] = {}
    likely: dict[str, str] = {}
    for link in tree.iter("link"):
        kind = (link.get("type") or "").split(";")[0].strip().lower()
        rel = (link.get("rel") or "").lower().split()
        address = urls.absolute(link.get("href") or "", base)
        title = fragments.one_line(link.get("title") or "")[:200]
        if address and "alternate" in rel and (kind in _FEED_TYPES or "feed" in rel):
            declared.setdefault(address, title)
        elif address and "alternate" in rel and kind in _MAYBE_TYPES and _LOOKS_LIKE_FEED.search(address):
            likely.setdefault(address, title)
    for anchor in tree.iter("a"):
        address = urls.absolute(anchor.get("href") or "", base)
        if address and _LOOKS_LIKE_FEED.search(address.partition("//")[2].partition("/")[2]):
            likely.setdefault(address, "")
    feeds = sorted(declared.items(), key=lambda one: bool(_COMMENTS.search(one[0] + one[1])))
    feeds += [one for one in likely.items() if one[0] not in declared and not _COMMENTS.search(one[0])]
    return PageLinks(
        title=clipped(fragments.one_line(tree.xpath("string(//title)")), 200),
        language=clipped(str(tree.get("lang") or ""), 20).lower(),
        feeds=tuple(feeds[:_MOST]),
        lists=list_page.find(document.body, document.url, list_page.charset_of(document)),
    )
