"""Telling managers about a source: one message per incident, one when it is over."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.model import Button, Source
from bot.pipeline import redact
from bot.speech import speech
from bot.storage import notices, places, sources


def begun(db: Connection, source: Source, message: str, remedy: str, now: float, *, new_address: str = "") -> None:
    """Tell every workspace that chose a source what is wrong with it and what to do, with its new address if one
    was found."""
    for workspace_id in sources.workspaces_of(db, source.id):
        say = speech(places.locale_of(db, workspace_id))
        text = " ".join(part for part in (say.again(message), say.again(remedy)) if part)
        found: tuple[Button, ...] = ()
        if new_address:
            text += " " + say("A feed was found at {url}.", url=redact.address(new_address))
            found = (Button(say("Use the New Address"), f"sources add {new_address}", style="primary"),)
        notices.tell(
            db,
            workspace_id,
            key=f"trouble {source.id} {int(now)}",
            text=text,
            now=now,
            buttons=(
                *found,
                Button(say("Check Again"), f"sources check {source.id}"),
                Button(say("Pause Source"), f"sources pause {source.id}"),
            ),
        )


def over(db: Connection, source: Source, now: float) -> None:
    """Tell them it is well again."""
    for workspace_id in sources.workspaces_of(db, source.id):
        say = speech(places.locale_of(db, workspace_id))
        words = say("{name} can be read again.", name=source.title or redact.address(source.url))
        notices.tell(db, workspace_id, key=f"recovered {source.id} {int(now)}", text=words, now=now)


def moved(db: Connection, source: Source, url: str, now: float) -> None:
    """Tell them that it moved for good, and that it is read at its new address."""
    for workspace_id in sources.workspaces_of(db, source.id):
        say = speech(places.locale_of(db, workspace_id))
        words = say(
            "{name} moved for good; it is read at {url} now.",
            name=source.title or redact.address(source.url),
            url=redact.address(url),
        )
        notices.tell(db, workspace_id, key=f"moved {source.id} {int(now)}", text=words, now=now)
