"""Changes to a workspace itself, each with its audit row."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from bot.model import Person
from bot.storage import audit, notices, places, promises
from bot.storage.codec import dump, load_any
from bot.storage.tables import workspaces


def add_manager(db: Connection, workspace_id: str, subject: str, person: Person, now: float) -> bool:
    """Name a manager; False if they are one."""
    done = places.add_manager(db, workspace_id, subject, person.id, now)
    if done:
        audit.write(db, workspace_id, person, "managers add", subject, now)
    return done


def remove_manager(db: Connection, workspace_id: str, subject: str, person: Person, now: float) -> bool:
    """Take the right away; False if they had none."""
    done = places.remove_manager(db, workspace_id, subject)
    if done:
        audit.write(db, workspace_id, person, "managers remove", subject, now)
    return done


def set_workspace(db: Connection, /, workspace_id: str, person: Person, now: float, **values: str) -> None:
    """Language and zone for everyone."""
    places.set_workspace(db, workspace_id, now, **values)
    audit.write(db, workspace_id, person, "language", ", ".join(values.values()), now)


def set_setting(db: Connection, workspace_id: str, name: str, value: str) -> None:
    """One of a workspace's further settings."""
    found = db.execute(select(workspaces.c.settings).where(workspaces.c.id == workspace_id)).scalar_one_or_none()
    settings = {**(load_any(found) if found else {}), name: value}
    db.execute(update(workspaces).where(workspaces.c.id == workspace_id).values(settings=dump(settings)))


def set_notices(db: Connection, workspace_id: str, channel_id: str, person: Person, now: float) -> None:
    """Where managers hear of problems."""
    set_setting(db, workspace_id, notices.ALERTS, channel_id)
    audit.write(db, workspace_id, person, "notices", channel_id, now)


def set_cards(db: Connection, workspace_id: str, look: str, person: Person, now: float) -> None:
    """How cards look on Discord: `layout` (Components V2) or `embed`."""
    set_setting(db, workspace_id, "discord_cards", look)
    audit.write(db, workspace_id, person, "cards", look, now)


def retry(db: Connection, workspace_id: str, person: Person, now: float) -> int:
    """Owe again what was given up in a workspace, and try its lost channels at once; how many promises.

    A doubtful one is still looked for first.
    """
    again = promises.retry(db, now, workspace_id=workspace_id)
    if again:
        audit.write(db, workspace_id, person, "retry", str(again), now)
    return again
