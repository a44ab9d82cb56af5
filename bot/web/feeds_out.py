"""Feeds of stories: RSS 2.0 and Atom by feedgenerator, JSON Feed 1.1 as jsonfeed.org/version/1.1 asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import feedgenerator
import msgspec
from markupsafe import Markup

from bot.model import Card
from bot.pipeline import jurisdictions, taxonomy, urls
from bot.render import labels, plain
from bot.speech import Speech
from bot.storage.archive import Listed

MIME = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
MOST = 40  # stories in a feed
_EMPTY = datetime(2000, 1, 1, tzinfo=UTC)  # "updated" of a feed without stories: the same at every asking


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to write. `page` is the archive's page with the same stories, `url` the feed's own address."""

    title: str
    about: str
    page: str
    url: str
    language: str
    stories: tuple[Listed, ...]
    story_url: Callable[[str], str]  # story id -> absolute address of its page


def modified(stories: Sequence[Listed]) -> datetime:
    """When the newest change among these stories was made."""
    return max((datetime.fromtimestamp(one.updated_at, UTC) for one in stories), default=_EMPTY)


def write(feed: Feed, form: str, say: Speech) -> bytes:
    """The feed's bytes as `rss`, `atom` or `json`."""
    if form == "json":
        return _json(feed, say)
    kind: Any = _Rss if form == "rss" else _Atom
    out = kind(
        title=feed.title,
        link=feed.page,
        description=feed.about,
        language=feed.language,
        feed_url=feed.url,
        author_name=feed.title,
        feed_guid=feed.url,
    )
    out.modified = modified(feed.stories)
    for one in feed.stories:
        card = one.card
        url = feed.story_url(card.story_id)
        out.add_item(
            title=plain.headline(card, feed.language),
            link=url,
            description=str(content(card, say, feed.language)),
            author_name=plain.one_line(card.outlet) or None,
            unique_id=url,
            unique_id_is_permalink=True,
            pubdate=_published(one),
            updateddate=datetime.fromtimestamp(one.updated_at, UTC),
            categories=categories(card, feed.language),
        )
    text: str = out.writeString("utf-8")
    return text.encode()


class _Atom(feedgenerator.Atom1Feed):  # type: ignore[misc]  # the library has no types
    modified = _EMPTY

    def latest_post_date(self) -> datetime:
        """Not the clock when there are no stories, so that an unchanged feed has unchanged bytes."""
        return self.modified


class _Rss(feedgenerator.Rss201rev2Feed):  # type: ignore[misc]  # the library has no types
    modified = _EMPTY

    def latest_post_date(self) -> datetime:
        """As for Atom."""
        return self.modified


def _published(one: Listed) -> datetime:
    return one.card.published or datetime.fromtimestamp(one.created_at, UTC)


def categories(card: Card, locale: str) -> tuple[str, ...]:
    """A story's labels as words."""
    frame = card.reading.frame
    found = [taxonomy.label(one.id, locale) for one in (frame.topic, frame.instrument) if one]
    found += [stage] if (stage := labels.stage(frame, locale)) else []
    found += [jurisdictions.name(one.id, locale) for one in frame.jurisdictions]
    return tuple(dict.fromkeys(found))


def content(card: Card, say: Speech, locale: str) -> Markup:
    """What a feed reader shows: labels, quote, facts, link to the source. Everything of others is escaped."""
    parts = [Markup("<p>{}</p>").format(line)] if (line := labels.line(card, locale)) else []
    if card.withdrawn:
        parts.append(Markup("<p><strong>{}</strong></p>").format(say("Withdrawn by its source")))
    pull = card.reading.pull
    if pull:
        who = plain.speaker_text(pull)
        said = Markup("<br>— {}").format(who) if who else ""
        parts.append(Markup("<blockquote><p>“{}”{}</p></blockquote>").format(plain.quote_text(pull), said))
    facts = [Markup("<li>{}</li>").format(plain.fact_text(fact, say)) for fact in card.reading.facts]
    if facts:
        parts.append(Markup("<ul>{}</ul>").format(Markup("").join(facts)))
    source = plain.one_line(card.outlet) or say("Source")
    if address := urls.absolute(card.url):
        source = Markup('<a href="{}">{}</a>').format(address, source)
    also = plain.also_text(card, say)
    parts.append(Markup("<p>{}{}</p>").format(source, f" · {also}" if also else ""))
    return Markup("\n").join(parts)


def _json(feed: Feed, say: Speech) -> bytes:
    items: list[dict[str, Any]] = []
    for one in feed.stories:
        card = one.card
        url = feed.story_url(card.story_id)
        item: dict[str, Any] = {
            "id": url,
            "url": url,
            "title": plain.headline(card, feed.language),
            "content_html": str(content(card, say, feed.language)),
            "date_published": _published(one).isoformat(),
            "date_modified": datetime.fromtimestamp(one.updated_at, UTC).isoformat(),
            "tags": list(categories(card, feed.language)),
            "authors": [{"name": plain.one_line(card.outlet)}] if card.outlet else [],
        }
        if source := urls.absolute(card.url):
            item["external_url"] = source
        if card.reading.language:
            item["language"] = card.reading.language
        items.append(item)
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.url,
        "description": feed.about,
        "language": feed.language,
        "items": items,
    }
    return msgspec.json.encode(whole)
