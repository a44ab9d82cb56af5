"""What a person may want to name next, from what is stored: rules, measures, newest stories."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.storage.tables import articles, choices, saved_rules, stories, tracks

MOST = 200  # rows looked at; what is shown is narrowed to 25 afterwards


def rules(db: Connection, workspace_id: str) -> tuple[tuple[str, str], ...]:
    """(name, rule) of the workspace's saved rules."""
    rows = db.execute(
        select(saved_rules.c.name, saved_rules.c.rule)
        .where(saved_rules.c.workspace_id == workspace_id)
        .order_by(saved_rules.c.name)
        .limit(MOST)
    )
    return tuple((row.name, row.rule) for row in rows)


def measures(db: Connection, channel_id: str) -> tuple[str, ...]:
    """Measures to offer: those this channel tracks, then those of the newest stories."""
    tracked = db.execute(select(tracks.c.measure).where(tracks.c.channel_id == channel_id)).scalars()
    newest = db.execute(
        select(stories.c.measure).order_by(stories.c.created_at.desc(), stories.c.id.desc()).limit(MOST)
    ).scalars()
    return tuple(dict.fromkeys(measure for measure in (*tracked, *newest) if measure))


def newest_stories(db: Connection, workspace_id: str) -> tuple[tuple[str, str], ...]:
    """(headline, id) of the newest stories the workspace's sources told."""
    told = (
        select(articles.c.id)
        .join(choices, choices.c.source_id == articles.c.source_id)
        .where(articles.c.story_id == stories.c.id, choices.c.workspace_id == workspace_id)
    )
    rows = db.execute(
        select(stories.c.id, stories.c.headline)
        .where(told.exists())
        .order_by(stories.c.created_at.desc(), stories.c.id.desc())
        .limit(MOST)
    )
    return tuple((row.headline, str(row.id)) for row in rows)
