"""Dates ahead: deadlines, hearings and start dates of stories, moved in place when a story moves them."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from bot.model import Card
from bot.storage.codec import dump
from bot.storage.tables import dates


def remember(db: Connection, story_id: int, card: Card, now: float) -> None:
    """Keep the card's dates. One kind of date of one story that now names another day is the same date, moved."""
    known = db.execute(select(dates).where(dates.c.story_id == story_id)).all()
    present = {(row.kind, row.on_date) for row in known}
    fresh = [one for one in card.reading.dates_ahead if (one.kind, one.on.isoformat()) not in present]
    said = {(one.kind, one.on.isoformat()) for one in card.reading.dates_ahead}
    stale = [row for row in known if (row.kind, row.on_date) not in said and row.article_id == card.article_id]
    for one in fresh:
        moved = next((row for row in stale if row.kind == one.kind), None)
        if moved is not None:
            stale.remove(moved)
            db.execute(
                update(dates)
                .where(dates.c.id == moved.id)
                .values(on_date=one.on.isoformat(), moved_from=moved.on_date, words=dump(one.words), updated_at=now)
            )
            continue
        taken = db.execute(
            select(dates.c.id).where(dates.c.story_id == story_id, dates.c.kind == one.kind, dates.c.what == one.what)
        ).first()
        if taken is not None:
            continue
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
