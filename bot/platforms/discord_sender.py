"""Delivers promises to Discord: nonce and marker, plainer shapes when refused, edits, looks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import discord
import structlog

from bot.commands import native
from bot.commands.services import Services
from bot.deliver import Limits
from bot.errors import MessageLost, PayloadRefused, TryLater
from bot.model import Card, Channel, Edition, Message, Promise, Receipt, Reply
from bot.platforms.discord_errors import THREAD_ARCHIVED, UNKNOWN_CHANNEL, explained
from bot.platforms.discord_forum import find_thread, post_in_forum
from bot.platforms.discord_objects import edit_arguments, send_arguments
from bot.platforms.discord_spot import Body, Place, channel_of, is_it, marked, number, permalink, title_of, where_of
from bot.platforms.discord_threads import dossier_thread, forget_thread, publish, reopen, start_thread
from bot.render.discord import Shape, edition_parts, payload, without_rows
from bot.storage import follows, news, places, presses

log = structlog.get_logger()

# Discord remembers a nonce "in the past few minutes" (resources/message, enforce_nonce): we count on two.
REPEAT_SECONDS = 120.0
PER_SECOND = 45.0  # of 50 for the whole bot (topics/rate-limits); answers to people are outside this limit
LOOKED_THROUGH = 100  # newest messages of a channel when we look for a doubtful one


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
        where = where_of(channel, promise)
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
            await self._change(client, place, where_of(channel, promise), promise, lambda one: one.delete())
        except MessageLost:
            log.info("deleted", platform="discord", promise=promise.id, reason="was gone")

    async def find(self, channel: Channel, promise: Promise) -> Receipt | None:
        """Look through the newest messages for the nonce or the marker."""
        client = await self._client()
        place = await self._place(channel)
        if channel.kind == "forum" and not promise.thread_id:
            return await find_thread(client, channel, place, promise)
        card: Message | None = None
        if promise.kind == "card" and place.threads == "dossier":
            card = await self._services.store.read(news.story, promise.about)
        where = await self._target(client, channel, place, promise, card, make=False)
        seen = 0
        async with explained("repeatable"):
            async for message in channel_of(client, where, place).history(limit=LOOKED_THROUGH):
                seen += 1
                if is_it(client, message, promise.id):
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
        if isinstance(message, Reply):
            message = native.reply(message, "discord")
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
            return await post_in_forum(client, channel, place, promise, message, arguments)
        where = await self._target(client, channel, place, promise, message)
        async with explained():
            try:
                sent = await self._into(client, where, place, promise, arguments)
            except discord.NotFound as error:
                if error.code != UNKNOWN_CHANNEL or where == number(channel.id):
                    raise
                where = await self._instead(client, channel, place, promise, message)
                sent = await self._into(client, where, place, promise, arguments)
        thread = str(where) if where != number(channel.id) else ""
        if channel.kind == "announcement" and promise.kind in ("card", "edition") and not thread:
            await publish(self._services, client, channel, place, sent.id)
        if not thread and self._wants_thread(place, promise, message):
            thread = await start_thread(client, where, place, sent.id, title_of(message, place.locale))
        return Receipt(str(sent.id), permalink(place.guild_id, where, sent.id), thread)

    async def _into(
        self, client: discord.Client, where: int, place: Place, promise: Promise, arguments: dict[str, Any]
    ) -> discord.Message:
        """Post into a channel or thread; an archived thread is opened again."""
        try:
            return await channel_of(client, where, place).send(nonce=promise.id, **arguments)
        except discord.HTTPException as error:
            if error.code != THREAD_ARCHIVED:
                raise
            await reopen(client, where)
            return await channel_of(client, where, place).send(nonce=promise.id, **arguments)

    async def _instead(
        self, client: discord.Client, channel: Channel, place: Place, promise: Promise, message: Message
    ) -> int:
        """Where a message goes whose thread somebody deleted: the channel lives, so it is not the channel's loss."""
        if promise.kind == "note":
            raise MessageLost("The thread it belongs to was deleted.", reason="thread-gone")
        if place.threads == "dossier" and isinstance(message, Card):
            await forget_thread(self._services, channel, message)
            return await dossier_thread(self._services, client, channel, place, message, make=True)
        return number(channel.id)

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
            title = title_of(message, place.locale) if message is not None else "Updates"
            started = await start_thread(client, own, place, int(promise.message_id), title)
            return int(started) if started else own
        if promise.kind == "note" and promise.thread_id:
            return int(promise.thread_id)
        if promise.part and promise.thread_id:
            return int(promise.thread_id)
        if promise.kind == "card" and place.threads == "dossier" and channel.kind == "text":
            return await dossier_thread(self._services, client, channel, place, message, make=make)
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
        message = channel_of(client, where, place).get_partial_message(int(promise.message_id))
        async with explained("repeatable"):
            try:
                await do(message)
            except discord.HTTPException as error:
                if error.code == UNKNOWN_CHANNEL and where != number(promise.channel_id or f"discord:{where}"):
                    raise MessageLost("The thread it stood in was deleted.", reason="thread-gone") from error
                if error.code != THREAD_ARCHIVED:
                    raise
                await reopen(client, where)
                await do(message)

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


async def _edit(arguments: dict[str, Any], message: discord.PartialMessage) -> None:
    await message.edit(**arguments)
