"""Threads under stories, one thread per dossier, announcements sent on within the hourly limit."""

from __future__ import annotations

import discord
import structlog

from bot.commands.services import Services
from bot.errors import DeliveryError
from bot.model import Card, Channel, Message
from bot.pipeline.measure_titles import title
from bot.platforms.discord_errors import THREAD_THERE, explained
from bot.platforms.discord_spot import Place, channel_of, number
from bot.render.discord_text import MOST_THREAD_NAME
from bot.render.plain import one_line, shorten
from bot.storage import meta

log = structlog.get_logger()

PUBLISHED_PER_HOUR = 10  # announcements one channel may publish to its followers


async def start_thread(client: discord.Client, where: int, place: Place, message_id: int, name: str) -> str:
    """A thread under a message; its id is the message's. Empty when there may be none: the message stands."""
    if place.guild_id is None:
        return ""
    try:
        async with explained("repeatable"):
            parent = await client.fetch_channel(where)
            if not isinstance(parent, discord.TextChannel):
                return ""
            await parent.create_thread(name=name, message=discord.Object(message_id))
    except DeliveryError as error:
        if error.reason.endswith(str(THREAD_THERE)):
            return str(message_id)
        log.warning("no thread", platform="discord", channel=where, reason=error.reason)
        return ""
    return str(message_id)


async def dossier_thread(
    services: Services,
    client: discord.Client,
    channel: Channel,
    place: Place,
    message: Message | None,
    *,
    make: bool,
) -> int:
    """The one thread of this measure in this channel, made with its first card."""
    own = number(channel.id)
    if not isinstance(message, Card) or not message.dossier or place.guild_id is None:
        return own
    key = _key(channel, message)
    known = await services.store.read(meta.get, key)
    if known.isdecimal():
        return int(known)
    if not make:
        return own
    name = shorten(one_line(title(message.dossier)), MOST_THREAD_NAME)
    try:
        async with explained("repeatable"):
            parent = await client.fetch_channel(own)
            if not isinstance(parent, discord.TextChannel):
                return own
            thread = await parent.create_thread(name=name, type=discord.ChannelType.public_thread)
    except DeliveryError as error:
        log.warning("no thread", platform="discord", channel=own, reason=error.reason)
        return own
    await services.store.run(meta.put, key, str(thread.id), services.clock().timestamp())
    return thread.id


def _key(channel: Channel, card: Card) -> str:
    return f"discord-thread:{channel.id}:{card.dossier}"


async def forget_thread(services: Services, channel: Channel, card: Card) -> None:
    """The dossier's thread was deleted: the next card makes a new one."""
    await services.store.run(meta.put, _key(channel, card), "", services.clock().timestamp())


async def reopen(client: discord.Client, thread_id: int) -> None:
    """Open an archived thread again; only then can anything in it change."""
    thread = await client.fetch_channel(thread_id)
    if isinstance(thread, discord.Thread):
        await thread.edit(archived=False)


async def publish(services: Services, client: discord.Client, channel: Channel, place: Place, message_id: int) -> None:
    """Send an announcement on to the channels that follow it, within Discord's hourly limit."""
    now = services.clock().timestamp()
    key = f"discord-published:{channel.id}"
    if not await services.store.run(meta.take, key, PUBLISHED_PER_HOUR, 3600.0, now):
        log.info("not published", platform="discord", channel=channel.id, reason="hourly limit of announcements")
        return
    try:
        async with explained("repeatable"):
            await channel_of(client, number(channel.id), place).get_partial_message(message_id).publish()
    except DeliveryError as error:  # the card is there; only its followers elsewhere do not see it
        log.warning("not published", platform="discord", channel=channel.id, reason=error.reason)
