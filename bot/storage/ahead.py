"""Dates ahead: deadlines, hearings and start dates of stories, moved in place when a story moves them."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from bot.model import Card, DateAhead
from bot.storage.codec import dump
from bot.storage.tables import dates


def remember(db: Connection, story_id: int, card: Card, now: float) -> None:
    """Keep the card's dates. One kind of date of one story that now names another day is the same date, moved."""
    known = db.execute(select(dates).where(dates.c.story_id == story_id)).all()
    present = {(row.kind, row.on_date) for row in known}
    fresh = [one for one in card.reading.dates_ahead if (one.kind, one.on.isoformat()) not in present]
    said = {(one.kind, one.on.isoformat()) for one in card.reading.dates_ahead}
    stale = [row for row in known if (row.kind, row.on_date) not in said and row.article_id == card.article_id]
    inserted: set[tuple[str, str]] = set()
    for one in fresh:
        if (one.kind, one.what) in inserted:  # one sentence that names several days: the first stands for it
            continue
        moved = next((row for row in stale if row.kind == one.kind), None)
        if moved is not None:
            stale.remove(moved)
            _move(db, moved.id, moved.on_date, one, now)
            continue
        same = next((row for row in known if (row.kind, row.what) == (one.kind, one.what)), None)
        if same is not None:  # another article of the story says the same of another day
            if (same.kind, same.on_date) not in said:
                _move(db, same.id, same.on_date, one, now)
            continue
        inserted.add((one.kind, one.what))
        db.execute(
            insert(dates).values(
                story_id=story_id,
                kind=one.kind,
                on_date=one.on.isoformat(),
                what=one.what,
                words=dump(one.words),
                article_id=card.article_id,
                measure=card.dossier,
                updated_at=now,
            )
        )


def _move(db: Connection, date_id: int, before: str, one: DateAhead, now: float) -> None:
    """The same date on another day: its row, and so its event in calendars, is kept."""
    db.execute(
        update(dates)
        .where(dates.c.id == date_id)
        .values(on_date=one.on.isoformat(), moved_from=before, words=dump(one.words), updated_at=now)
    )
