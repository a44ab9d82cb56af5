"""A measure over time: its stories, who tracks it, and what trackers are owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.model import Card, Channel, Person
from bot.pipeline import dossiers
from bot.pipeline.dossiers import DossierState, Step
from bot.storage import audit
from bot.storage.batches import batches
from bot.storage.codec import load
from bot.storage.tables import channels, stories, tracks

MOST_STORIES = 200


@dataclass(frozen=True, slots=True)
class Track:
    """A channel that follows a measure."""

    channel: Channel
    measure: str
    last_stage: str


def cards_of(db: Connection, measure: str) -> tuple[Card, ...]:
    """The stories of a measure, oldest first."""
    rows = db.execute(
        select(stories.c.card)
        .where(stories.c.measure == measure)
        .order_by(stories.c.created_at.desc(), stories.c.id.desc())
        .limit(MOST_STORIES)
    ).all()
    return tuple(load(Card, row.card) for row in reversed(rows))


def timeline(db: Connection, words: str) -> tuple[str, tuple[Step, ...]]:
    """(measure, its steps) for a measure by any of its names."""
    measure = dossiers.name(words)
    return measure, dossiers.timeline(cards_of(db, measure))


def known(db: Connection, prefix: str = "", most: int = 25) -> tuple[tuple[str, int], ...]:
    """Measures that stories are about, with how many stories each has, most told first."""
    rows = db.execute(
        select(stories.c.measure, func.count().label("n"))
        .where(stories.c.measure != "", stories.c.measure.startswith(prefix.lower(), autoescape=True))
        .group_by(stories.c.measure)
        .order_by(func.count().desc(), stories.c.measure)
        .limit(most)
    )
    return tuple((row.measure, int(row.n)) for row in rows)


def track(db: Connection, channel: Channel, words: str, person: Person, now: float) -> tuple[str, bool]:
    """Let a channel follow a measure: (its name, whether it is new here)."""
    measure = dossiers.name(words)
    match = (tracks.c.channel_id == channel.id) & (tracks.c.measure == measure)
    if db.execute(select(tracks.c.measure).where(match)).one_or_none():
        return measure, False
    stage = dossiers.state(cards_of(db, measure)).stage
    db.execute(insert(tracks).values(channel_id=channel.id, measure=measure, last_stage=stage, by=person.id, at=now))
    audit.write(db, channel.workspace_id, person, "track", f"{channel.name or channel.id}: {measure}", now)
    return measure, True


def untrack(db: Connection, channel: Channel, words: str, person: Person, now: float) -> tuple[str, bool]:
    """Stop following a measure: (its name, whether it was followed)."""
    measure = dossiers.name(words)
    done = db.execute(delete(tracks).where(tracks.c.channel_id == channel.id, tracks.c.measure == measure))
    if done.rowcount:
        audit.write(db, channel.workspace_id, person, "untrack", f"{channel.name or channel.id}: {measure}", now)
    return measure, done.rowcount > 0


def tracked(db: Connection, channel_id: str) -> tuple[str, ...]:
    """Measures a channel follows."""
    rows = db.execute(select(tracks.c.measure).where(tracks.c.channel_id == channel_id).order_by(tracks.c.measure))
    return tuple(row.measure for row in rows)


def trackers(db: Connection, measure: str, workspace_ids: tuple[str, ...]) -> tuple[Track, ...]:
    """Channels of these workspaces that follow a measure."""
    if not measure:
        return ()
    rows = db.execute(
        select(tracks, channels.c.workspace_id, channels.c.name, channels.c.kind, channels.c.state)
        .join(channels, channels.c.id == tracks.c.channel_id)
        .where(tracks.c.measure == measure, channels.c.workspace_id.in_(workspace_ids), channels.c.state != "gone")
        .order_by(tracks.c.channel_id)
    )
    return tuple(
        Track(Channel(row.channel_id, row.workspace_id, row.name, row.kind, row.state), row.measure, row.last_stage)
        for row in rows
    )


def before(db: Connection, measure: str, card: Card) -> DossierState:
    """What the measure's earlier stories have shown."""
    return dossiers.state([each for each in cards_of(db, measure) if each.story_id != card.story_id])


def told(db: Connection, measure: str, channel_ids: Sequence[str], card: Card) -> None:
    """Remember the stage that trackers were told."""
    stage = card.reading.frame.stage
    if stage is None:
        return
    for some in batches(channel_ids):
        here = tracks.c.channel_id.in_(some) & (tracks.c.measure == measure)
        db.execute(update(tracks).where(here).values(last_stage=stage.id))
