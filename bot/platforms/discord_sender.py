"""Delivers promises to Discord: nonce and marker, plainer shapes when refused, threads, forums, announcements."""

from __future__ import annotations

import zlib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import discord
import structlog

from bot.commands.services import Services
from bot.deliver import Limits
from bot.errors import ChannelLost, DeliveryError, MessageLost, PayloadRefused, TryLater
from bot.model import Card, Channel, Edition, Message, Promise, Receipt
from bot.platforms.discord_errors import THREAD_ARCHIVED, THREAD_THERE, explained
from bot.platforms.discord_forum import post_thread, tags_for
from bot.platforms.discord_objects import edit_arguments, send_arguments
from bot.render.discord import Shape, edition_parts, payload, without_rows
from bot.render.discord_text import MOST_THREAD_NAME
from bot.render.plain import fallback, one_line, shorten
from bot.storage import follows, meta, places, presses

log = structlog.get_logger()

Body = dict[str, Any]

# Discord remembers a nonce "in the past few minutes" (resources/message, enforce_nonce): we count on two.
REPEAT_SECONDS = 120.0
PER_SECOND = 45.0  # of 50 for the whole bot (topics/rate-limits); answers to people are outside this limit
PUBLISHED_PER_HOUR = 10  # announcements one channel may publish to its followers
LOOKED_THROUGH = 100  # newest messages of a channel when we look for a doubtful one


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


class DiscordSender:
    """The Sender of Discord. Needs no gateway: `ready` gives a client that has logged in."""

    platform = "discord"
    limits = Limits(per_second=PER_SECOND, repeat_seconds=REPEAT_SECONDS, everywhere="platform")

    def __init__(self, ready: Callable[[], Awaitable[discord.Client]], services: Services) -> None:
        self._ready = ready
        self._services = services

    # ------------------------------------------------------------------ the four things delivery asks for

    async def send(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        """Post in the shape the guild chose, plainer where Discord refuses that."""
        client = await self._client()
        place = await self._place(channel)
        refused: PayloadRefused | None = None
        for body in await self._bodies(place, promise, message):
            try:
                return await self._post(client, channel, place, promise, message, marked(body, promise.id))
            except PayloadRefused as error:
                refused = error
                log.warning("refused", platform="discord", promise=promise.id, reason=error.reason)
        raise refused or PayloadRefused("There was nothing to send.", reason="empty")

    async def edit(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        """Replace the message's content; its shape stays what it was posted in where Discord insists on that."""
        client = await self._client()
        place = await self._place(channel)
        where = _where(channel, promise)
        refused: PayloadRefused | None = None
        for body in await self._bodies(place, promise, message):
            try:
                arguments = _arguments(edit_arguments, marked(body, promise.id))
                await self._change(client, place, where, promise, partial(_edit, arguments))
                link = permalink(place.guild_id, where, int(promise.message_id))
                return Receipt(promise.message_id, link, promise.thread_id)
            except PayloadRefused as error:
                refused = error
        raise refused or PayloadRefused("There was nothing to edit.", reason="empty")

    async def delete(self, channel: Channel, promise: Promise) -> None:
        """Take the message away; when it is gone already that is success."""
        client = await self._client()
        place = await self._place(channel)
        try:
            await self._change(client, place, _where(channel, promise), promise, lambda one: one.delete())
        except MessageLost:
            log.info("deleted", platform="discord", promise=promise.id, reason="was gone")

    async def find(self, channel: Channel, promise: Promise) -> Receipt | None:
        """Look through the newest messages for the nonce or the marker."""
        client = await self._client()
        place = await self._place(channel)
        if channel.kind == "forum" and not promise.thread_id:
            return await self._find_thread(client, channel, place, promise)
        where = await self._target(client, channel, place, promise, None, make=False)
        seen = 0
        async with explained("repeatable"):
            async for message in _channel(client, where, place).history(limit=LOOKED_THROUGH):
                seen += 1
                if _is_it(client, message, promise.id):
                    thread = (
                        str(message.id)
                        if message.flags.has_thread
                        else str(where if where != number(channel.id) else "")
                    )
                    return Receipt(str(message.id), permalink(place.guild_id, where, message.id), thread)
        if not seen:
            await self._must_read(client, channel, place)
        return None

    # ------------------------------------------------------------------ posting

    async def _client(self) -> discord.Client:
        try:
            async with explained("repeatable"):
                return await self._ready()
        except PayloadRefused as error:  # nothing was sent yet
            raise TryLater(str(error), reason=error.reason) from error

    async def _place(self, channel: Channel) -> Place:
        workspace = await self._services.store.read(places.find_workspace, channel.workspace_id)
        follow = await self._services.store.read(follows.get, channel.id)
        tail = channel.workspace_id.split(":", 1)[-1]
        chosen = workspace.settings.get("discord_cards") if workspace else None
        threads = follow.settings.threads if follow else ""
        return Place(
            guild_id=int(tail) if tail.isdecimal() else None,
            locale=workspace.locale if workspace else "en",
            zone=workspace.zone if workspace else "UTC",
            shape="embed" if chosen == "embed" else "v2",
            threads="story" if threads == "story" else "dossier" if threads == "dossier" else "",
        )

    async def _bodies(self, place: Place, promise: Promise, message: Message) -> list[Body]:
        """What to try, richest first; lines behind long buttons are stored before anybody can press them."""
        shapes: tuple[Shape, ...] = ("text",) if promise.plain else (place.shape,)
        if not promise.plain:
            shapes += ("v2",) if place.shape == "embed" and promise.kind == "edit" else ("embed",)
        found: list[Body] = []
        stored: dict[str, str] = {}
        for shape in dict.fromkeys(shapes):
            made = payload(message, shape, place.locale, presses.key, part=promise.part, zone=place.zone)
            stored |= made.stored
            found += [body for body in (made.body, without_rows(made.body)) if body not in found]
        if stored:
            now = self._services.clock().timestamp()
            await self._services.store.run(keep_lines, stored, now)
        return found

    async def _post(
        self, client: discord.Client, channel: Channel, place: Place, promise: Promise, message: Message, body: Body
    ) -> Receipt:
        arguments = _arguments(send_arguments, body)
        if channel.kind == "forum" and not promise.thread_id:
            return await self._post_in_forum(client, channel, place, message, arguments)
        where = await self._target(client, channel, place, promise, message)
        async with explained():
            try:
                sent = await _channel(client, where, place).send(nonce=promise.id, **arguments)
            except discord.HTTPException as error:
                if error.code != THREAD_ARCHIVED:
                    raise
                await self._reopen(client, where)
                sent = await _channel(client, where, place).send(nonce=promise.id, **arguments)
        thread = str(where) if where != number(channel.id) else ""
        if channel.kind == "announcement" and promise.kind in ("card", "edition") and not thread:
            await self._publish(client, channel, place, sent.id)
        if not thread and self._wants_thread(place, promise, message):
            thread = await self._start_thread(client, where, place, sent.id, _title(message, place.locale))
        return Receipt(str(sent.id), permalink(place.guild_id, where, sent.id), thread)

    async def _target(
        self,
        client: discord.Client,
        channel: Channel,
        place: Place,
        promise: Promise,
        message: Message | None,
        *,
        make: bool = True,
    ) -> int:
        """The channel or thread a message goes into; a thread it needs is made first."""
        own = number(channel.id)
        if promise.kind == "note" and not promise.thread_id and promise.message_id and place.guild_id and make:
            title = _title(message, place.locale) if message is not None else "Updates"
            started = await self._start_thread(client, own, place, int(promise.message_id), title)
            return int(started) if started else own
        if promise.kind == "note" and promise.thread_id:
            return int(promise.thread_id)
        if promise.part and promise.thread_id:
            return int(promise.thread_id)
        if promise.kind == "card" and place.threads == "dossier" and channel.kind == "text":
            return await self._dossier_thread(client, channel, place, promise, message, make=make)
        return int(promise.thread_id) if channel.kind == "forum" and promise.thread_id else own

    def _wants_thread(self, place: Place, promise: Promise, message: Message) -> bool:
        if place.guild_id is None:
            return False
        if isinstance(message, Edition):
            return promise.part == 0 and edition_parts(message, place.locale) > 1
        return isinstance(message, Card) and promise.kind == "card" and place.threads == "story"

    async def _change(
        self,
        client: discord.Client,
        place: Place,
        where: int,
        promise: Promise,
        do: Callable[[discord.PartialMessage], Awaitable[Any]],
    ) -> None:
        if not promise.message_id.isdecimal():
            raise MessageLost("There is no message to change.", reason="no-message")
        message = _channel(client, where, place).get_partial_message(int(promise.message_id))
        async with explained("repeatable"):
            try:
                await do(message)
            except discord.HTTPException as error:
                if error.code != THREAD_ARCHIVED:
                    raise
                await self._reopen(client, where)
                await do(message)

    # ------------------------------------------------------------------ threads, forums, announcements

    async def _start_thread(self, client: discord.Client, where: int, place: Place, message_id: int, name: str) -> str:
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

    async def _dossier_thread(
        self,
        client: discord.Client,
        channel: Channel,
        place: Place,
        promise: Promise,
        message: Message | None,
        *,
        make: bool,
    ) -> int:
        """The one thread of this measure in this channel, made with its first card."""
        own = number(channel.id)
        if not isinstance(message, Card) or not message.dossier or place.guild_id is None:
            return own
        key = f"discord-thread:{channel.id}:{message.dossier}"
        known = await self._services.store.read(meta.get, key)
        if known.isdecimal():
            return int(known)
        if not make:
            return own
        name = shorten(one_line(message.dossier), MOST_THREAD_NAME)
        try:
            async with explained("repeatable"):
                parent = await client.fetch_channel(own)
                if not isinstance(parent, discord.TextChannel):
                    return own
                thread = await parent.create_thread(name=name, type=discord.ChannelType.public_thread)
        except DeliveryError as error:
            log.warning("no thread", platform="discord", channel=own, reason=error.reason)
            return own
        await self._services.store.run(meta.put, key, str(thread.id), self._services.clock().timestamp())
        return thread.id

    async def _reopen(self, client: discord.Client, thread_id: int) -> None:
        thread = await client.fetch_channel(thread_id)
        if isinstance(thread, discord.Thread):
            await thread.edit(archived=False)

    async def _post_in_forum(
        self, client: discord.Client, channel: Channel, place: Place, message: Message, arguments: dict[str, Any]
    ) -> Receipt:
        async with explained():
            forum = await client.fetch_channel(number(channel.id))
            if not isinstance(forum, discord.ForumChannel):
                raise ChannelLost("That channel is not a forum any more.", reason="not-a-forum")
            tags = tags_for(forum, message)
            thread_id, message_id = await post_thread(forum, _title(message, place.locale), tags, arguments)
        return Receipt(str(message_id), permalink(place.guild_id, thread_id, message_id), str(thread_id))

    async def _find_thread(
        self, client: discord.Client, channel: Channel, place: Place, promise: Promise
    ) -> Receipt | None:
        async with explained("repeatable"):
            guild = await client.fetch_guild(place.guild_id or 0, with_counts=False)
            threads = [one for one in await guild.active_threads() if one.parent_id == number(channel.id)]
            for thread in sorted(threads, key=lambda one: one.id, reverse=True)[:25]:
                async for starter in _channel(client, thread.id, place).history(limit=1, oldest_first=True):
                    if _is_it(client, starter, promise.id):
                        link = permalink(place.guild_id, thread.id, starter.id)
                        return Receipt(str(starter.id), link, str(thread.id))
        return None

    async def _publish(self, client: discord.Client, channel: Channel, place: Place, message_id: int) -> None:
        """Send an announcement on to the channels that follow it, within Discord's hourly limit."""
        now = self._services.clock().timestamp()
        key = f"discord-published:{channel.id}"
        if not await self._services.store.run(meta.take, key, PUBLISHED_PER_HOUR, 3600.0, now):
            log.info("not published", platform="discord", channel=channel.id, reason="hourly limit of announcements")
            return
        try:
            async with explained("repeatable"):
                await _channel(client, number(channel.id), place).get_partial_message(message_id).publish()
        except DeliveryError as error:  # the card is there; only its followers elsewhere do not see it
            log.warning("not published", platform="discord", channel=channel.id, reason=error.reason)

    async def _must_read(self, client: discord.Client, channel: Channel, place: Place) -> None:
        """Raise when an empty history means that we may not read it: Discord answers with nothing then."""
        if place.guild_id is None or client.user is None:
            return
        async with explained("repeatable"):
            guild = client.get_guild(place.guild_id) or await client.fetch_guild(place.guild_id)
            found = await client.fetch_channel(number(channel.id))
            me = await guild.fetch_member(client.user.id)
        if isinstance(found, discord.abc.GuildChannel) and not found.permissions_for(me).read_message_history:
            raise TryLater("Give the bot Read Message History, so it can look first.", reason="history-hidden")


def keep_lines(db: Any, stored: dict[str, str], now: float) -> None:
    """Store the lines behind long buttons."""
    for line in stored.values():
        presses.put(db, line, now)


def _arguments(make: Callable[[Body], dict[str, Any]], body: Body) -> dict[str, Any]:
    try:
        return make(body)
    except (ValueError, TypeError) as error:  # discord.py's own limits
        raise PayloadRefused(f"discord.py refused the message ({error}).", reason="client-side") from error


def _channel(client: discord.Client, channel_id: int, place: Place) -> discord.PartialMessageable:
    return client.get_partial_messageable(channel_id, guild_id=place.guild_id)


async def _edit(arguments: dict[str, Any], message: discord.PartialMessage) -> None:
    await message.edit(**arguments)


def _where(channel: Channel, promise: Promise) -> int:
    """The channel a posted message stands in: a forum's or dossier's thread, else the channel itself."""
    if channel.kind == "forum":
        return int(promise.thread_id or promise.message_id or number(channel.id))
    inside = promise.thread_id.isdecimal() and promise.thread_id != promise.message_id
    return int(promise.thread_id) if inside else number(channel.id)


def _title(message: Message, locale: str) -> str:
    words = message.reading.headline.text if isinstance(message, Card) else fallback(message, locale)
    return shorten(one_line(words), MOST_THREAD_NAME) or "–"


def _is_it(client: discord.Client, message: discord.Message, promise_id: str) -> bool:
    if client.user is None or message.author.id != client.user.id:
        return False
    return str(message.nonce or "") == promise_id or marker(promise_id) in _ids(list(message.components))
