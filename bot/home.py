"""The terminal's own workspace: it is there, and follows, without anybody having typed anything."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from bot.config import Settings
from bot.model import Source, Workspace
from bot.storage import following, follows, places, sources
from bot.storage.follows import FollowSettings


def workspace(settings: Settings) -> Workspace:
    """The terminal's own workspace."""
    return Workspace("console:local", "console", "This terminal", settings.locale, settings.zone)


def prepare(db: Connection, settings: Settings, found: Sequence[Source], now: float) -> None:
    """Let the terminal follow everything, with these sources where it has none, so that a newcomer sees cards."""
    from bot.platforms.console import CHANNEL, PERSON

    home, channel = places.ensure(db, workspace(settings), CHANNEL, now)
    assert channel is not None
    if follows.get(db, channel.id) is None:
        chosen = FollowSettings(backlog=settings.first_posts, zone=home.zone)
        following.begin(db, channel, PERSON, "", chosen, old=0, now=now)
    if sources.count(db, home.id) == 0:
        choose(db, settings, found, now)


def choose(db: Connection, settings: Settings, found: Sequence[Source], now: float) -> tuple[int, ...]:
    """Let the terminal's workspace have these sources; their ids."""
    home, _ = places.ensure(db, workspace(settings), None, now)
    known = sources.known_addresses(db, [source.url for source in found])
    ids = [known[source.url] if source.url in known else sources.add(db, source, now) for source in found]
    sources.choose_all(db, home.id, ids, by="start", now=now)
    return tuple(dict.fromkeys(ids))
