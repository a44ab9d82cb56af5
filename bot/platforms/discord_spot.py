"""One channel on Discord as a sender sees it, and what our messages there are known by."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import discord

from bot.errors import ChannelLost
from bot.model import Card, Channel, Message, Promise
from bot.render.discord import Shape
from bot.render.discord_text import MOST_THREAD_NAME
from bot.render.plain import fallback, one_line, shorten

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """How messages look in one channel."""

    guild_id: int | None
    locale: str
    zone: str
    shape: Shape
    threads: Literal["", "story", "dossier"]


def number(platform_id: str) -> int:
    """`discord:123` as Discord's own number. Raises ChannelLost for anything else."""
    _, _, tail = platform_id.rpartition(":")
    if not tail.isdecimal():
        raise ChannelLost(f"{platform_id} is not a place on Discord.", reason="not-discord")
    return int(tail)


def marker(promise_id: str) -> int:
    """Id of a message's first component: what `find` knows our message by. 31 bits, never 0."""
    return (zlib.crc32(promise_id.encode()) & 0x7FFFFFFF) or 1


def marked(body: Body, promise_id: str) -> Body:
    """The body with the marker on its first component; a message without components has only its nonce."""
    parts = body.get("components") or []
    if not parts:
        return body
    first = parts[0]
    if "flags" not in body:  # rows are made by discord.py there: their first button carries the marker
        inside = [{**first["components"][0], "id": marker(promise_id)}, *first["components"][1:]]
        first = {**first, "components": inside}
    else:
        first = {**first, "id": marker(promise_id)}
    return {**body, "components": [first, *parts[1:]]}


def _ids(components: list[Any]) -> Iterator[int]:
    for component in components:
        found = getattr(component, "id", None)
        if isinstance(found, int):
            yield found
        yield from _ids(list(getattr(component, "children", ())))


def permalink(guild_id: int | None, channel_id: int, message_id: int) -> str:
    """Where people read the message."""
    return f"https://discord.com/channels/{guild_id or '@me'}/{channel_id}/{message_id}"


def channel_of(client: discord.Client, channel_id: int, place: Place) -> discord.PartialMessageable:
    return client.get_partial_messageable(channel_id, guild_id=place.guild_id)


def where_of(channel: Channel, promise: Promise) -> int:
    """The channel a posted message stands in: a forum's or dossier's thread, else the channel itself."""
    if channel.kind == "forum":
        return int(promise.thread_id or promise.message_id or number(channel.id))
    inside = promise.thread_id.isdecimal() and promise.thread_id != promise.message_id
    return int(promise.thread_id) if inside else number(channel.id)


def title_of(message: Message, locale: str) -> str:
    words = message.reading.headline.text if isinstance(message, Card) else fallback(message, locale)
    return shorten(one_line(words), MOST_THREAD_NAME) or "–"


def is_it(client: discord.Client, message: discord.Message, promise_id: str) -> bool:
    if client.user is None or message.author.id != client.user.id:
        return False
    return str(message.nonce or "") == promise_id or marker(promise_id) in _ids(list(message.components))
