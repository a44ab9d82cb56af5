"""Telling managers about a source: one message per incident, one when it is over."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.model import Button, Source
from bot.speech import speech
from bot.storage import notices, sources
from bot.storage.tables import workspaces


def _locale(db: Connection, workspace_id: str) -> str:
    found = db.execute(select(workspaces.c.locale).where(workspaces.c.id == workspace_id)).scalar_one_or_none()
    return str(found or "en")


def begun(db: Connection, source: Source, message: str, remedy: str, now: float) -> None:
    """Tell every workspace that chose a source what is wrong with it and what to do."""
    for workspace_id in sources.workspaces_of(db, source.id):
        say = speech(_locale(db, workspace_id))
        notices.tell(
            db,
            workspace_id,
            key=f"trouble {source.id} {int(now)}",
            text=" ".join(part for part in (say(message), say(remedy)) if part),
            now=now,
            buttons=(
                Button(say("Check Again"), f"sources check {source.id}"),
                Button(say("Pause Source"), f"sources pause {source.id}"),
            ),
        )


def over(db: Connection, source: Source, now: float) -> None:
    """Tell them it is well again."""
    for workspace_id in sources.workspaces_of(db, source.id):
        say = speech(_locale(db, workspace_id))
        words = say("{name} can be read again.", name=source.title or source.url)
        notices.tell(db, workspace_id, key=f"recovered {source.id} {int(now)}", text=words, now=now)
