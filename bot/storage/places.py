"""Workspaces, channels and people: remembered when they first speak, and who may change what."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from bot.model import Channel, Workspace
from bot.storage.codec import dump, load_any
from bot.storage.tables import channels, follows, managers, people, workspaces


def ensure(
    db: Connection, workspace: Workspace, channel: Channel | None, now: float
) -> tuple[Workspace, Channel | None]:
    """Remember a workspace and channel the first time they are seen; names and kinds follow the platform.

    Settings, locale, zone and state are ours and win over what is passed.
    """
    known = find_workspace(db, workspace.id)
    if known is None:
        db.execute(
            insert(workspaces).values(
                id=workspace.id,
                platform=workspace.platform,
                name=workspace.name,
                locale=workspace.locale,
                zone=workspace.zone,
                settings=dump(workspace.settings),
                created_at=now,
                state_at=now,
            )
        )
        known = workspace
    elif workspace.name and workspace.name != known.name:
        db.execute(update(workspaces).where(workspaces.c.id == workspace.id).values(name=workspace.name))
    if channel is None:
        return known, None
    place = find_channel(db, channel.id)
    if place is None:
        db.execute(
            insert(channels).values(
                id=channel.id,
                workspace_id=workspace.id,
                name=channel.name,
                kind=channel.kind,
                settings=dump(channel.settings),
                state_at=now,
            )
        )
        place = channel
    elif (channel.name and channel.name != place.name) or channel.kind != place.kind:
        db.execute(
            update(channels)
            .where(channels.c.id == channel.id)
            .values(name=channel.name or place.name, kind=channel.kind)
        )
    return known, place


def find_workspace(db: Connection, workspace_id: str) -> Workspace | None:
    """The workspace as we know it."""
    row = db.execute(select(workspaces).where(workspaces.c.id == workspace_id)).one_or_none()
    if row is None:
        return None
    return Workspace(row.id, row.platform, row.name, row.locale, row.zone, row.state, load_any(row.settings))


def locale_of(db: Connection, workspace_id: str) -> str:
    """The language a workspace reads; English for one we do not know."""
    found = db.execute(select(workspaces.c.locale).where(workspaces.c.id == workspace_id)).scalar_one_or_none()
    return str(found or "en")


def find_channel(db: Connection, channel_id: str) -> Channel | None:
    """The channel as we know it."""
    row = db.execute(select(channels).where(channels.c.id == channel_id)).one_or_none()
    if row is None:
        return None
    return Channel(row.id, row.workspace_id, row.name, row.kind, row.state, load_any(row.settings))


def workspaces_named(db: Connection, name: str = "") -> tuple[Workspace, ...]:
    """Workspaces with this id, id on their platform, or name in any case; without a name, all, as they came."""
    rows = db.execute(select(workspaces).order_by(workspaces.c.created_at, workspaces.c.id))
    return tuple(
        Workspace(row.id, row.platform, row.name, row.locale, row.zone, row.state, load_any(row.settings))
        for row in rows
        if not name or _called(name, row.id, row.name)
    )


def channels_named(db: Connection, name: str, workspace_id: str = "") -> tuple[Channel, ...]:
    """Channels with this id, id on their platform, or name in any case (`#` or not); of one workspace or of all."""
    query = select(channels).order_by(channels.c.id)
    if workspace_id:
        query = query.where(channels.c.workspace_id == workspace_id)
    return tuple(
        Channel(row.id, row.workspace_id, row.name, row.kind, row.state, load_any(row.settings))
        for row in db.execute(query)
        if _called(name.removeprefix("#"), row.id, row.name.removeprefix("#"))
    )


def channels_of(db: Connection, workspace_id: str) -> tuple[Channel, ...]:
    """The channels of a workspace the bot has met, those that follow first."""
    query = (
        select(channels)
        .outerjoin(follows, follows.c.channel_id == channels.c.id)
        .where(channels.c.workspace_id == workspace_id, channels.c.kind != "dm")
        .order_by(follows.c.channel_id.is_(None), channels.c.id)
    )
    return tuple(
        Channel(row.id, row.workspace_id, row.name, row.kind, row.state, load_any(row.settings))
        for row in db.execute(query)
    )


def _called(name: str, own_id: str, own_name: str) -> bool:
    return name in (own_id, own_id.partition(":")[2]) or (bool(own_name) and name.casefold() == own_name.casefold())


def set_workspace(db: Connection, /, workspace_id: str, now: float, **values: str) -> None:
    """Change name, locale, zone or state of a workspace."""
    if "state" in values:
        values = {**values}
        db.execute(update(workspaces).where(workspaces.c.id == workspace_id).values(state_at=now))
    db.execute(update(workspaces).where(workspaces.c.id == workspace_id).values(**values))


def set_channel_state(db: Connection, channel_id: str, state: str, reason: str, now: float) -> bool:
    """Pause, lose or resume a channel; nothing of it is deleted. True if the state changed."""
    changed = db.execute(
        update(channels)
        .where(channels.c.id == channel_id, channels.c.state != state)
        .values(state=state, state_reason=reason, state_at=now)
    )
    return changed.rowcount > 0


def is_manager(db: Connection, workspace_id: str, subjects: Iterable[str]) -> bool:
    """Whether one of a person's ids (their own, their roles') was made a manager here. Deny by default."""
    found = db.execute(
        select(managers.c.subject)
        .where(managers.c.workspace_id == workspace_id, managers.c.subject.in_(list(subjects)))
        .limit(1)
    )
    return found.one_or_none() is not None


def add_manager(db: Connection, workspace_id: str, subject: str, by: str, now: float) -> bool:
    """Make a person or role a manager; False if they were one."""
    if is_manager(db, workspace_id, [subject]):
        return False
    db.execute(insert(managers).values(workspace_id=workspace_id, subject=subject, added_by=by, added_at=now))
    return True


def remove_manager(db: Connection, workspace_id: str, subject: str) -> bool:
    """Take the right away; False if they had none."""
    done = db.execute(delete(managers).where(managers.c.workspace_id == workspace_id, managers.c.subject == subject))
    return done.rowcount > 0


def list_managers(db: Connection, workspace_id: str) -> tuple[str, ...]:
    """Subjects who may change things here, in the order they were added."""
    rows = db.execute(
        select(managers.c.subject).where(managers.c.workspace_id == workspace_id).order_by(managers.c.added_at)
    )
    return tuple(row.subject for row in rows)


def person_settings(db: Connection, person_id: str, workspace_id: str) -> tuple[str, str]:
    """(locale, zone) a person chose here; empty strings where they chose nothing."""
    row = db.execute(
        select(people.c.locale, people.c.zone).where(people.c.id == person_id, people.c.workspace_id == workspace_id)
    ).one_or_none()
    return (row.locale, row.zone) if row else ("", "")


def set_person(db: Connection, /, person_id: str, workspace_id: str, **values: str) -> None:
    """Remember a person's name, locale or zone."""
    match = (people.c.id == person_id) & (people.c.workspace_id == workspace_id)
    if db.execute(update(people).where(match).values(**values)).rowcount == 0:
        db.execute(insert(people).values(id=person_id, workspace_id=workspace_id, **values))
