"""Dates ahead: deadlines, hearings and start dates of stories, moved in place when a story moves them."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.model import Card, DateAhead
from bot.storage.codec import dump
from bot.storage.tables import dates

_KNOWN = select(dates).where(dates.c.story_id == bindparam("this_id"))  # built once: building costs more than running


def remember(db: Connection, story_id: int, card: Card, now: float) -> None:
    """Keep the card's dates as it says them now.

    A kind of date the lead article no longer says, while it says a new one of that kind, is the same date, moved: its
    row is kept, and so its event in calendars. One it no longer says at all goes.
    """
    known = db.execute(_KNOWN, {"this_id": story_id}).all()
    said = {(one.kind, one.on.isoformat()): one for one in reversed(card.reading.dates_ahead)}
    present = {(row.kind, row.on_date) for row in known}
    stale = [row for row in known if (row.kind, row.on_date) not in said]
    for (kind, day), one in sorted(said.items(), key=lambda item: item[0][1]):
        if (kind, day) in present:
            continue
        # The words it stood in tell which of several moved; else the first of its kind.
        alike = [row for row in stale if row.kind == kind]
        moved = next((row for row in alike if row.what == one.what), alike[0] if alike else None)
        if moved is not None:
            stale.remove(moved)
            _move(db, moved.id, moved.on_date, one, card, now)
            continue
        db.execute(
            insert(dates).values(
                story_id=story_id,
                kind=kind,
                on_date=day,
                what=one.what,
                words=dump(one.words),
                article_id=card.article_id,
                measure=card.dossier,
                updated_at=now,
            )
        )
    gone = [row.id for row in stale if row.article_id == card.article_id]
    if gone:
        db.execute(delete(dates).where(dates.c.id.in_(gone)))


def _move(db: Connection, date_id: int, before: str, one: DateAhead, card: Card, now: float) -> None:
    """The same date on another day: its row, and so its event in calendars, is kept."""
    db.execute(
        update(dates)
        .where(dates.c.id == date_id)
        .values(
            on_date=one.on.isoformat(),
            moved_from=before,
            what=one.what,
            words=dump(one.words),
            article_id=card.article_id,
            updated_at=now,
        )
    )
