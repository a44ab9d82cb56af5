"""Google News search feeds: the outlet stands in the title, the link is a redirect that has to be resolved."""

from __future__ import annotations

from dataclasses import replace

from bot.model import Entry
from bot.sources import feed
from bot.sources.google_links import inside
from bot.sources.parsed import Document, Parsed


def parse(document: Document) -> Parsed:
    """New items: `Headline - Outlet` taken apart; the summary is a list of other links and is left out."""
    read = feed.parse(document)
    return replace(read, entries=tuple(_entry(entry) for entry in read.entries))


def _entry(entry: Entry) -> Entry:
    title, outlet = entry.title, entry.outlet
    if outlet and title.endswith(f" - {outlet}"):
        title = title[: -len(outlet) - 3]
    elif not outlet and " - " in title:
        title, _, outlet = title.rpartition(" - ")
    return replace(entry, title=title, outlet=outlet, summary="", content_html="", url=inside(entry.url) or entry.url)
