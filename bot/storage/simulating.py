"""What a rule would have posted, counted with the very rules of planning; and saved rules."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select, update

from bot.model import Card, Person
from bot.pipeline import relevance, rules
from bot.storage import audit, keeping, news, planning
from bot.storage.codec import load
from bot.storage.follows import FollowSettings
from bot.storage.tables import saved_rules, stories

MOST_LOOKED_AT = 20_000


def would_post(
    db: Connection,
    workspace_id: str,
    rule: str,
    settings: FollowSettings,
    since: float,
    until: float,
    channel_id: str = "",
) -> tuple[Card, ...]:
    """Stories found between two moments that a rule lets through, newest first; without outlets the channel muted."""
    judged = rules.parse(rule) if rule else None
    least = relevance.threshold(settings.strictness)
    muted = {outlet.casefold() for outlet in keeping.muted(db, channel_id)} if channel_id else set()
    return tuple(
        card
        for card in _between(db, workspace_id, since, until)
        if card.reading.verdict.score >= least
        and card.outlet.casefold() not in muted
        and (judged is None or judged.matches(planning.document(card)))
    )


def _between(db: Connection, workspace_id: str, since: float, until: float) -> Iterator[Card]:
    query = select(stories.c.card).where(stories.c.created_at > since, stories.c.created_at <= until)
    query = news.of_workspace(query, workspace_id).order_by(stories.c.created_at.desc(), stories.c.id.desc())
    for row in db.execute(query.limit(MOST_LOOKED_AT)):
        yield load(Card, row.card)


def saved(db: Connection, workspace_id: str) -> tuple[tuple[str, str], ...]:
    """Saved rules by name."""
    rows = db.execute(
        select(saved_rules.c.name, saved_rules.c.rule)
        .where(saved_rules.c.workspace_id == workspace_id)
        .order_by(saved_rules.c.name)
    )
    return tuple((row.name, row.rule) for row in rows)


def named(db: Connection, workspace_id: str, name: str) -> str | None:
    """The rule of a name."""
    found = db.execute(
        select(saved_rules.c.rule).where(saved_rules.c.workspace_id == workspace_id, saved_rules.c.name == name.lower())
    ).scalar_one_or_none()
    return None if found is None else str(found)


def save(db: Connection, workspace_id: str, name: str, rule: str, person: Person, now: float) -> None:
    """Save a rule, or change it."""
    match = (saved_rules.c.workspace_id == workspace_id) & (saved_rules.c.name == name)
    values = {"rule": rule, "by": person.id, "at": now}
    if db.execute(update(saved_rules).where(match).values(**values)).rowcount == 0:
        db.execute(insert(saved_rules).values(workspace_id=workspace_id, name=name, **values))
    audit.write(db, workspace_id, person, "rules save", f"{name}: {rule}", now)


def remove(db: Connection, workspace_id: str, name: str, person: Person, now: float) -> bool:
    """Forget a rule; False if there is none."""
    done = db.execute(delete(saved_rules).where(saved_rules.c.workspace_id == workspace_id, saved_rules.c.name == name))
    if done.rowcount:
        audit.write(db, workspace_id, person, "rules remove", name, now)
    return done.rowcount > 0
