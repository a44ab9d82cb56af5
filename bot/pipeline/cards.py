"""What earns a place on a story's card, from the readings of its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.model import Article, Card, Coverage, Difference, Reading


@dataclass(frozen=True, slots=True)
class Told:
    """One article of a story, as stored, with its reading."""

    article_id: int
    article: Article
    reading: Reading
    withdrawn: bool = False


def coverage(told: Sequence[Told], lead: int) -> tuple[Coverage, ...]:
    """The other articles, one per outlet, in the order they arrived."""
    seen = {told[lead].article.outlet.casefold()}
    found = []
    for index, one in enumerate(told):
        outlet = one.article.outlet or one.article.url
        if index == lead or outlet.casefold() in seen or one.withdrawn:
            continue
        seen.add(outlet.casefold())
        found.append(Coverage(outlet, one.article.url, one.article.title, one.article.published, one.article.primary))
    return tuple(found)


def build(
    story_id: str,
    told: Sequence[Told],
    lead: int,
    *,
    confirmed_by: tuple[str, ...] = (),
    differs: tuple[Difference, ...] = (),
    dossier: str = "",
) -> Card:
    """The card of a story as its articles stand now; version and changes are `succeed`'s."""
    first = told[lead]
    return Card(
        story_id=story_id,
        article_id=first.article_id,
        url=first.article.url,
        outlet=first.article.outlet,
        reading=first.reading,
        published=first.article.published,
        authors=first.article.authors,
        primary=first.article.primary,
        also=coverage(told, lead),
        confirmed_by=confirmed_by,
        differs=differs,
        withdrawn=first.withdrawn,
        dossier=dossier,
    )


def seen(card: Card) -> tuple[object, ...]:
    """What readers see of a card, dates apart: two cards with the same answer need no edit."""
    reading, frame = card.reading, card.reading.frame
    return (
        reading.headline.text,
        reading.pull and (tuple(part.text for part in reading.pull.parts), reading.pull.speaker, reading.pull.role),
        tuple((fact.slice.text, fact.background) for fact in reading.facts),
        tuple(label.id for label in frame.jurisdictions),
        tuple(label and label.id for label in (frame.instrument, frame.stage, frame.topic)),
        card.url,
        card.outlet,
        tuple(one.outlet for one in card.also),
        card.confirmed_by,
        card.differs,
        card.withdrawn,
    )


def succeed(old: Card, new: Card, changes: tuple[str, ...], now: datetime) -> Card:
    """`new` as the next version of `old`; `old` itself when readers would see no difference.

    `changes` are the corrections to say on the card; more coverage alone is none.
    """
    if seen(old) == seen(new):
        return old
    if not changes:
        return replace(new, version=old.version + 1, updated_at=old.updated_at, changes=old.changes, notes=old.notes)
    return replace(new, version=old.version + 1, updated_at=now, changes=changes, notes=old.notes)
