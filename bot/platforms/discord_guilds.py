"""What happens to servers and channels: outage, kick, return, deletion, lost and regained rights."""

from __future__ import annotations

from collections.abc import Iterable

import discord
import structlog
from sqlalchemy import Connection, select, update

from bot.commands.services import Services
from bot.model import Workspace
from bot.platforms.discord_who import kind_of, language
from bot.render.discord_text import escape
from bot.speech import speech
from bot.storage import lanes, notices, places
from bot.storage.tables import channels, follows, workspaces

log = structlog.get_logger()

NO_RIGHT = "no-permission"
DELETED = "deleted"
PRESENT = ("active", "unavailable")


def joined(db: Connection, workspace: Workspace, now: float) -> bool:
    """Remember a server, or take it up again after a kick: nothing of it was deleted. True if it came back."""
    known, _ = places.ensure(db, workspace, None, now)
    if known.state == "active":
        return False
    places.set_workspace(db, workspace.id, now, state="active")
    lanes.clear(db, workspace.id)
    return True


def left(db: Connection, workspace_id: str, now: float) -> None:
    """The bot was removed: everything waits, nothing is deleted."""
    if places.find_workspace(db, workspace_id) is not None:
        places.set_workspace(db, workspace_id, now, state="removed")


def out(db: Connection, workspace_id: str, now: float) -> None:
    """The server does not answer: an outage of Discord's, not a kick."""
    known = places.find_workspace(db, workspace_id)
    if known is not None and known.state == "active":
        places.set_workspace(db, workspace_id, now, state="unavailable")


def reconcile(db: Connection, present: frozenset[str], now: float) -> tuple[str, ...]:
    """After a start: servers we knew and are not in any more count as left. Returns them."""
    rows = db.execute(
        select(workspaces.c.id).where(
            workspaces.c.platform == "discord",
            workspaces.c.state.in_(PRESENT),
            workspaces.c.id.not_like("discord:dm:%"),
        )
    ).scalars()
    gone = tuple(one for one in rows if one not in present)
    for workspace_id in gone:
        places.set_workspace(db, workspace_id, now, state="removed")
    return gone


def lose(db: Connection, channel_id: str, state: str, reason: str, now: float) -> str | None:
    """Pause or lose a channel, and tell the managers of one that follows in another channel.

    None when it is no news; otherwise what is still to be told, where no channel was left to tell it in, or nothing.
    """
    known = places.find_channel(db, channel_id)
    if known is None or not places.set_channel_state(db, channel_id, state, reason, now):
        return None
    followed = db.execute(select(follows.c.channel_id).where(follows.c.channel_id == channel_id)).one_or_none()
    workspace = places.find_workspace(db, known.workspace_id)
    if followed is None or workspace is None:
        return ""
    say = speech(workspace.locale)
    name = known.name or channel_id
    text = (
        say(
            "#{channel} was deleted. What it followed is kept; `follow` in another channel goes on there.", channel=name
        )
        if reason == DELETED
        else say(
            "I may not post in #{channel} any more. Give the bot View Channel and Send Messages there; "
            "what is owed to the channel waits and is posted then.",
            channel=name,
        )
    )
    key = f"channel:{channel_id}:{reason}"
    if notices.where(db, known.workspace_id, channel_id) is None:
        return text
    notices.tell(db, known.workspace_id, key=key, text=text, now=now, avoid=channel_id)
    return ""


def regain(db: Connection, channel_id: str, now: float) -> bool:
    """A channel that waited for a right has it again. True if it was waiting."""
    row = db.execute(select(channels.c.state, channels.c.state_reason).where(channels.c.id == channel_id)).one_or_none()
    if row is None or row.state != "paused":
        return False
    lanes.clear(db, channel_id)
    return places.set_channel_state(db, channel_id, "ok", "", now)


def rename(db: Connection, channel_id: str, name: str, kind: str) -> None:
    """Follow the platform's name and kind of a channel we know."""
    db.execute(update(channels).where(channels.c.id == channel_id).values(name=name, kind=kind))


def waiting(db: Connection, workspace_id: str) -> tuple[str, ...]:
    """Channels of a server that we know."""
    rows = db.execute(select(channels.c.id).where(channels.c.workspace_id == workspace_id, channels.c.state != "gone"))
    return tuple(row.id for row in rows)


def may_post(channel: discord.abc.GuildChannel, me: discord.Member) -> bool:
    """Whether the bot can post there: in a forum a post is a thread, for which Send Messages is enough too."""
    rights = channel.permissions_for(me)
    return rights.view_channel and rights.send_messages


class Guilds:
    """Turns Discord's events into the state of workspaces and channels."""

    def __init__(self, services: Services, client: discord.Client) -> None:
        self._services = services
        self._client = client

    def _now(self) -> float:
        return self._services.clock().timestamp()

    def _workspace(self, guild: discord.Guild) -> Workspace:
        return Workspace(f"discord:{guild.id}", "discord", guild.name, language(guild.preferred_locale))

    async def present(self, guilds: Iterable[discord.Guild]) -> None:
        """The bot is connected: note who is there, who is out and who has gone meanwhile."""
        there = list(guilds)
        gone = await self._services.store.run(reconcile, frozenset(f"discord:{one.id}" for one in there), self._now())
        for workspace_id in gone:
            log.info("guild", id=workspace_id, state="removed", reason="not there after the start")
        for guild in there:
            if guild.unavailable:
                await self.outage(guild)
            else:
                await self.arrived(guild)

    async def arrived(self, guild: discord.Guild) -> None:
        """Joined, available again, or there at the start."""
        workspace = self._workspace(guild)
        known = await self._services.store.read(places.find_workspace, workspace.id)
        settled = known is not None and (known.state, known.name) == ("active", workspace.name)
        # Thousands of servers are there at a start; only what changed is written.
        if not settled and await self._services.store.run(joined, workspace, self._now()):
            log.info("guild", id=guild.id, state="active")
            self._services.wake()
        await self.check(guild)

    async def departed(self, guild: discord.Guild) -> None:
        """Kicked, or the server was deleted."""
        await self._services.store.run(left, f"discord:{guild.id}", self._now())
        log.info("guild", id=guild.id, state="removed", reason="removed from the server")

    async def outage(self, guild: discord.Guild) -> None:
        """Discord says the server is unavailable."""
        await self._services.store.run(out, f"discord:{guild.id}", self._now())
        log.info("guild", id=guild.id, state="unavailable")

    async def channel_deleted(self, channel_id: int, guild_id: int) -> None:
        """A channel or thread is gone; what it followed stays."""
        await self._lost(channel_id, guild_id, "gone", DELETED)

    async def _lost(self, channel_id: int, guild_id: int, state: str, reason: str) -> None:
        untold = await self._services.store.run(lose, f"discord:{channel_id}", state, reason, self._now())
        if untold is None:
            return
        log.info("channel", id=channel_id, state=state, reason=reason)
        if untold:
            await self._tell(guild_id, untold)

    async def _tell(self, guild_id: int, words: str) -> None:
        """No channel is left to say it in: one direct message to the owner and to each person named a manager."""
        named = await self._services.store.read(places.list_managers, f"discord:{guild_id}")
        people = [int(tail) for tail in (subject.removeprefix("discord:") for subject in named) if tail.isdecimal()]
        guild = self._client.get_guild(guild_id)
        owner = [guild.owner_id] if guild is not None and guild.owner_id else []
        for person in dict.fromkeys((*owner, *people)):
            try:
                channel = await self._client.create_dm(discord.Object(person))
                await channel.send(escape(words))
            except discord.HTTPException as error:  # they take no messages from strangers, or are gone
                log.warning("manager not told", platform="discord", person=person, code=error.code)

    async def channel_changed(self, channel: discord.abc.GuildChannel) -> None:
        """Renamed, made private, or its permissions changed."""
        known = await self._services.store.read(places.find_channel, f"discord:{channel.id}")
        if known is None or known.state == "gone":
            return
        if (channel.name, kind_of(channel)) != (known.name, known.kind):
            await self._services.store.run(rename, known.id, channel.name, kind_of(channel))
        me = channel.guild.me
        if me is None:
            return
        if may_post(channel, me):
            if await self._services.store.run(regain, known.id, self._now()):
                log.info("channel", id=channel.id, state="ok")
                self._services.wake()
        else:
            await self._lost(channel.id, channel.guild.id, "paused", NO_RIGHT)

    async def check(self, guild: discord.Guild) -> None:
        """Look at every channel of a server that we know: after a start, an outage or a change of roles."""
        for channel_id in await self._services.store.read(waiting, f"discord:{guild.id}"):
            tail = channel_id.rpartition(":")[2]
            channel = guild.get_channel(int(tail)) if tail.isdecimal() else None
            if channel is not None:
                await self.channel_changed(channel)
