"""What readers keep and mark: saved stories, useful or not for us, muted sources, reports of wrong labels."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from bot.model import Card, Channel, Person
from bot.storage import audit, news, sources, upsert
from bot.storage.tables import articles, marks, meta, saved, stories

LOOKED_AT = 2000  # newest stories whose outlets can be named
MARKS = ("useful", "not_for_us", "wrong")


def save(db: Connection, person_id: str, story_id: int, now: float) -> bool:
    """Put a story on a person's list; False if it is there."""
    # Not `rowcount`: psycopg says -1 after an insert.
    added = (
        upsert.insert(db.dialect.name, saved)
        .values(person_id=person_id, story_id=story_id, at=now)
        .on_conflict_do_nothing()
    )
    return db.execute(added.returning(saved.c.story_id)).scalar_one_or_none() is not None


def unsave(db: Connection, person_id: str, story_id: int) -> bool:
    """Take it off again."""
    done = db.execute(delete(saved).where(saved.c.person_id == person_id, saved.c.story_id == story_id))
    return done.rowcount > 0


def saved_cards(db: Connection, person_id: str, count: int, skip: int = 0) -> tuple[Card, ...]:
    """A person's list, newest first."""
    rows = db.execute(
        select(saved.c.story_id)
        .where(saved.c.person_id == person_id)
        .order_by(saved.c.at.desc())
        .limit(count)
        .offset(skip)
    )
    return news.stories_by_ids(db, [int(row.story_id) for row in rows])


@dataclass(frozen=True, slots=True)
class Marked:
    """How often a channel's readers gave one mark to one outlet, over all its stories."""

    outlet: str
    useful: int
    not_for_us: int


def mark(db: Connection, channel_id: str, story_id: int, person_id: str, what: str, now: float) -> Marked:
    """Give a mark; useful and not-for-us replace each other. What the outlet has in this channel now."""
    _give(db, channel_id, story_id, person_id, what, now)
    return standing(db, channel_id, story_id)


def _give(db: Connection, channel_id: str, story_id: int, person_id: str, what: str, now: float) -> None:
    if what in ("useful", "not_for_us"):
        _unmark(db, channel_id, story_id, person_id)
    db.execute(
        upsert.insert(db.dialect.name, marks)
        .values(channel_id=channel_id, story_id=story_id, person_id=person_id, mark=what, at=now)
        .on_conflict_do_nothing()
    )


def move(db: Connection, story_id: int, into: int, now: float) -> None:
    """Who saved or marked a story that ends has the other one saved and marked; of two marks the later one stands."""
    for person_id in db.execute(select(saved.c.person_id).where(saved.c.story_id == story_id)).scalars().all():
        save(db, person_id, into, now)
    db.execute(delete(saved).where(saved.c.story_id == story_id))
    given = db.execute(select(marks).where(marks.c.story_id.in_((story_id, into))).order_by(marks.c.at)).all()
    for row in given if any(row.story_id == story_id for row in given) else ():
        _give(db, row.channel_id, into, row.person_id, row.mark, row.at)
    db.execute(delete(marks).where(marks.c.story_id == story_id))


def _unmark(db: Connection, channel_id: str, story_id: int, person_id: str) -> int:
    done = db.execute(
        delete(marks).where(
            marks.c.channel_id == channel_id,
            marks.c.story_id == story_id,
            marks.c.person_id == person_id,
            marks.c.mark.in_(("useful", "not_for_us")),
        )
    )
    return done.rowcount


def unmark(db: Connection, channel_id: str, story_id: int, person_id: str) -> bool:
    """Take one's mark back."""
    return _unmark(db, channel_id, story_id, person_id) > 0


def standing(db: Connection, channel_id: str, story_id: int) -> Marked:
    """What a story's leading outlet has in a channel."""
    card = news.story(db, str(story_id))
    outlet = card.outlet if card else ""
    counts = outlet_marks(db, channel_id).get(outlet.casefold(), (0, 0))
    return Marked(outlet, *counts)


def outlet_marks(db: Connection, channel_id: str) -> dict[str, tuple[int, int]]:
    """Outlet in lower case to (useful, not for us), over the marked stories that it leads in a channel."""
    rows = db.execute(
        select(
            func.lower(articles.c.outlet).label("outlet"), marks.c.mark, func.count(func.distinct(marks.c.person_id))
        )
        .join(stories, stories.c.id == marks.c.story_id)
        .join(articles, articles.c.id == stories.c.lead_article_id)
        .where(marks.c.channel_id == channel_id, marks.c.mark.in_(("useful", "not_for_us")))
        .group_by(func.lower(articles.c.outlet), marks.c.mark)
    )
    found: dict[str, tuple[int, int]] = {}
    for outlet, what, count in rows:
        useful, against = found.get(outlet, (0, 0))
        found[outlet] = (useful + count, against) if what == "useful" else (useful, against + count)
    return found


def _muted_key(channel_id: str, outlet: str) -> str:
    return f"muted {channel_id} {outlet.casefold()}"


def mute(db: Connection, channel: Channel, outlet: str, person: Person, now: float, *, on: bool) -> bool:
    """Keep an outlet's stories out of a channel, or let them in again; False if nothing changed."""
    key = _muted_key(channel.id, outlet)
    there = db.execute(select(meta.c.key).where(meta.c.key == key)).one_or_none() is not None
    if there == on:
        return False
    if on:
        db.execute(insert(meta).values(key=key, value=outlet, at=now))
    else:
        db.execute(delete(meta).where(meta.c.key == key))
    audit.write(
        db, channel.workspace_id, person, "mute" if on else "unmute", f"{channel.name or channel.id}: {outlet}", now
    )
    return True


def muting(db: Connection, channel_ids: Collection[str], outlet: str) -> frozenset[str]:
    """Those of up to 500 channels that do not want an outlet."""
    keys = {_muted_key(channel_id, outlet): channel_id for channel_id in channel_ids}
    found = db.execute(select(meta.c.key).where(meta.c.key.in_(keys)))
    return frozenset(keys[key] for key in found.scalars())


def muted(db: Connection, channel_id: str) -> tuple[str, ...]:
    """Outlets a channel does not want."""
    prefix = _muted_key(channel_id, "")
    rows = db.execute(select(meta.c.value).where(meta.c.key.startswith(prefix, autoescape=True)).order_by(meta.c.key))
    return tuple(row.value for row in rows)


def told_by(db: Connection, channel: Channel) -> tuple[str, ...]:
    """Outlets of the newest stories of a channel's workspace, each once."""
    recent = select(stories.c.outlet).order_by(stories.c.created_at.desc(), stories.c.id.desc()).limit(LOOKED_AT)
    return tuple(dict.fromkeys(db.execute(news.of_workspace(recent, channel.workspace_id)).scalars()))


def outlets(db: Connection, channel: Channel, words: str) -> str:
    """An outlet by its name in any case, as it is written: among those muted in a channel, those of its workspace's
    sources, and those of the newest stories. Empty if there is none."""
    named = (one.name for one in sources.chosen(db, channel.workspace_id))
    wanted = words.casefold()
    for group in (muted(db, channel.id), named, told_by(db, channel)):
        if found := next((outlet for outlet in group if outlet.casefold() == wanted), ""):
            return found
    return ""
