"""Forum channels: a thread per card, with the tags a guild made for its topics."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import discord
import structlog

from bot.errors import ChannelLost
from bot.model import Card, Channel, Message, Promise, Receipt
from bot.pipeline import jurisdictions, taxonomy
from bot.platforms.discord_errors import explained
from bot.platforms.discord_spot import Place, channel_of, is_it, number, permalink, title_of

log = structlog.get_logger()

MOST_TAGS = 5
REPEATED_AFTER = 0.9  # seconds: discord.py waits at least one before it repeats a request by itself
THREADS_LOOKED_AT = 25


def _names(card: Card) -> list[str]:
    """What a guild may have called a tag for this card, most telling first; lower case."""
    frame = card.reading.frame
    labels = [label for label in (frame.topic, *frame.topics_also, frame.instrument, frame.stage) if label is not None]
    names = [name for label in labels for name in (label.id.replace("_", " "), *map_languages(label.id))]
    for place in frame.jurisdictions:
        names += [place.id, jurisdictions.short(place.id), jurisdictions.name(place.id, "en")]
        names.append(jurisdictions.name(place.id, "de"))
    return [name.casefold() for name in names]


def map_languages(label_id: str) -> tuple[str, str]:
    """A label in both languages of the interface."""
    return taxonomy.label(label_id, "en"), taxonomy.label(label_id, "de")


def tags_for(forum: discord.ForumChannel, message: Message) -> list[discord.ForumTag]:
    """Up to five of the forum's tags that fit; where a tag is required and none fits, one that says so or the first."""
    by_name = {tag.name.casefold(): tag for tag in forum.available_tags}
    found: dict[int, discord.ForumTag] = {}
    if isinstance(message, Card):
        for name in _names(message):
            if name in by_name:
                found.setdefault(by_name[name].id, by_name[name])
    chosen = list(found.values())[:MOST_TAGS]
    if not chosen and forum.flags.require_tag and forum.available_tags:
        chosen = [by_name.get("other") or by_name.get("andere") or forum.available_tags[0]]
    return chosen


async def post_thread(
    forum: discord.ForumChannel,
    name: str,
    tags: Sequence[discord.ForumTag],
    arguments: dict[str, Any],
) -> tuple[int, int]:
    """Open a thread with its first message; (thread id, message id), which on Discord are the same.

    Discord takes no nonce here, and discord.py repeats a post after a 5xx by itself: whoever calls looks afterwards.
    """
    made = await forum.create_thread(name=name, applied_tags=tags, **arguments)
    return made.thread.id, made.message.id


async def post_in_forum(
    client: discord.Client,
    channel: Channel,
    place: Place,
    promise: Promise,
    message: Message,
    arguments: dict[str, Any],
) -> Receipt:
    async with explained():
        forum = await client.fetch_channel(number(channel.id))
        if not isinstance(forum, discord.ForumChannel):
            raise ChannelLost("That channel is not a forum any more.", reason="not-a-forum")
        tags = tags_for(forum, message)
        began = asyncio.get_running_loop().time()
        thread_id, message_id = await post_thread(forum, title_of(message, place.locale), tags, arguments)
        if asyncio.get_running_loop().time() - began >= REPEATED_AFTER:
            thread_id, message_id = await one_thread(client, forum, place, promise, thread_id, message_id)
    return Receipt(str(message_id), permalink(place.guild_id, thread_id, message_id), str(thread_id))


async def one_thread(
    client: discord.Client,
    forum: discord.ForumChannel,
    place: Place,
    promise: Promise,
    thread_id: int,
    message_id: int,
) -> tuple[int, int]:
    """Keep the first of several threads of one promise: a forum post has no nonce, and the SDK repeats after a 5xx.

    The others are deleted; where the bot may not (Manage Threads), they lose their first message at least.
    """
    found = await threads_of(client, forum.guild.id, forum.id, place, promise)
    found = sorted({*found, (thread_id, message_id)})
    for extra, first in found[1:]:
        log.warning("repeated thread removed", platform="discord", promise=promise.id, thread=extra)
        thread = await client.fetch_channel(extra)
        try:
            if isinstance(thread, discord.Thread):
                await thread.delete()
        except discord.Forbidden:
            await channel_of(client, extra, place).get_partial_message(first).delete()
    return found[0]


async def threads_of(
    client: discord.Client, guild_id: int, forum_id: int, place: Place, promise: Promise
) -> list[tuple[int, int]]:
    """(thread, first message) of a forum's newest active threads that show this promise."""
    guild = await client.fetch_guild(guild_id, with_counts=False)
    threads = [one for one in await guild.active_threads() if one.parent_id == forum_id]
    found: list[tuple[int, int]] = []
    for thread in sorted(threads, key=lambda one: one.id, reverse=True)[:THREADS_LOOKED_AT]:
        starters = channel_of(client, thread.id, place).history(limit=1, oldest_first=True)
        found += [(thread.id, starter.id) async for starter in starters if is_it(client, starter, promise.id)]
    return found


async def find_thread(client: discord.Client, channel: Channel, place: Place, promise: Promise) -> Receipt | None:
    async with explained("repeatable"):
        found = await threads_of(client, place.guild_id or 0, number(channel.id), place, promise)
    if not found:
        return None
    thread_id, message_id = min(found)
    return Receipt(str(message_id), permalink(place.guild_id, thread_id, message_id), str(thread_id))
