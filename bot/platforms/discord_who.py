"""Who asks, and where: an interaction into Person, Workspace and Channel, its rights checked."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import discord
from sqlalchemy import Connection

from bot.model import Channel, Person, Workspace
from bot.speech import LOCALES
from bot.storage import places

Kind = Literal["text", "announcement", "forum", "thread", "dm"]
Asked = tuple[Person, Workspace, Channel]

_KINDS: dict[discord.ChannelType, Kind] = {
    discord.ChannelType.news: "announcement",
    discord.ChannelType.forum: "forum",
    discord.ChannelType.media: "forum",
    discord.ChannelType.public_thread: "thread",
    discord.ChannelType.private_thread: "thread",
    discord.ChannelType.news_thread: "thread",
    discord.ChannelType.private: "dm",
    discord.ChannelType.group: "dm",
}


def kind_of(channel: object) -> Kind:
    """Our kind of a Discord channel; what we do not tell apart counts as text."""
    found = getattr(channel, "type", None)
    return _KINDS.get(found, "text") if isinstance(found, discord.ChannelType) else "text"


def language(locale: object) -> str:
    """A Discord locale as one of our languages; English where we have none."""
    short = str(getattr(locale, "value", locale) or "").split("-")[0].lower()
    return short if short in LOCALES else "en"


def is_private(interaction: discord.Interaction) -> bool:
    """Asked in a direct message, or through a person's own installation where the server has none: no server speaks."""
    return interaction.guild_id is None or (
        interaction.is_user_integration() and not interaction.is_guild_integration()
    )


def manages(interaction: discord.Interaction) -> bool:
    """Manage Server, Administrator or ownership: Discord says so with each interaction."""
    rights = interaction.permissions
    owner = interaction.guild is not None and interaction.guild.owner_id == interaction.user.id
    return owner or rights.manage_guild or rights.administrator


def subjects(interaction: discord.Interaction) -> list[str]:
    """What may have been made a manager: the person, each of their roles."""
    roles = getattr(interaction.user, "roles", ())
    return [f"discord:{interaction.user.id}", *(f"discord:role:{role.id}" for role in roles)]


def places_of(interaction: discord.Interaction) -> tuple[Workspace, Channel]:
    """Workspace and channel as Discord describes them; what we know of them already wins later."""
    user = interaction.user
    if is_private(interaction):
        workspace = Workspace(f"discord:dm:{user.id}", "discord", user.name, language(interaction.locale))
        here = interaction.channel_id if interaction.guild_id is None else None
        return workspace, Channel(f"discord:{here or f'dm:{user.id}'}", workspace.id, user.name, "dm")
    guild = interaction.guild
    name = guild.name if guild is not None else ""
    workspace = Workspace(f"discord:{interaction.guild_id}", "discord", name, language(interaction.guild_locale))
    channel = interaction.channel
    shown = getattr(channel, "name", "") or ""
    return workspace, Channel(f"discord:{interaction.channel_id}", workspace.id, shown, kind_of(channel))


def look(
    db: Connection, workspace: Workspace, channel: Channel, person: Person, asked_by: list[str], trusted: bool
) -> tuple[Asked, bool]:
    """What we know, and whether something must be remembered first."""
    known = places.find_workspace(db, workspace.id)
    place = places.find_channel(db, channel.id)
    locale, zone = places.person_settings(db, person.id, workspace.id)
    manager = trusted or places.is_manager(db, workspace.id, asked_by)
    person = replace(person, role="manager" if manager else "reader", locale=locale, zone=zone)
    fresh = (
        known is None
        or place is None
        or (workspace.name and known.name != workspace.name)
        or (channel.name and place.name != channel.name)
        or place.kind != channel.kind
    )
    return (person, known or workspace, place or channel), bool(fresh)


def remember(db: Connection, workspace: Workspace, channel: Channel, now: float) -> tuple[Workspace, Channel]:
    """Store a workspace and channel as they are now."""
    kept, place = places.ensure(db, workspace, channel, now)
    return kept, place or channel
