"""A workspace's choice of sources, each change with its audit row."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.model import Person, Source
from bot.pipeline import redact
from bot.storage import audit, sources
from bot.storage.sources import Chosen


def choose(db: Connection, workspace_id: str, source: Source, person: Person, now: float) -> tuple[int, bool]:
    """Add a source to a workspace: (its number, whether it is new there)."""
    source_id = sources.add(db, source, now)
    fresh = sources.choose(db, workspace_id, source_id, by=person.id, now=now)
    if fresh:
        sources.make_due(db, [source_id], now)
        audit.write(db, workspace_id, person, "sources add", redact.address(source.url), now)
    return source_id, fresh


def unchoose(db: Connection, workspace_id: str, one: Chosen, person: Person, now: float) -> bool:
    """Take a source from a workspace."""
    done = sources.unchoose(db, workspace_id, one.source.id)
    if done:
        audit.write(db, workspace_id, person, "sources remove", redact.address(one.source.url), now)
    return done


def set_paused(db: Connection, workspace_id: str, one: Chosen, paused: bool, person: Person, now: float) -> bool:
    """Pause or resume a source for a workspace."""
    done = sources.set_paused(db, workspace_id, one.source.id, paused)
    if done:
        action = "sources pause" if paused else "sources resume"
        audit.write(db, workspace_id, person, action, redact.address(one.source.url), now)
        if not paused:
            sources.make_due(db, [one.source.id], now)
    return done
