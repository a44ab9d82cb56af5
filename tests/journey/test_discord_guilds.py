"""Servers and channels on Discord: outage, kick, return, deletion, lost and regained rights; nothing is deleted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from simcord.backend import serializers
from sqlalchemy import select

from bot.model import Channel, Person, Workspace
from bot.platforms import discord_guilds
from bot.storage import following, places
from bot.storage.follows import FollowSettings, get
from bot.storage.tables import promises
from tests.discord_world import NOW, World, world


@pytest.fixture
async def discord_world(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as made:
        yield made


class Scene:
    """A server with two channels that follow."""

    def __init__(self, made: World) -> None:
        self.world = made
        self.guild = made.env.create_guild()
        self.news = self.guild.create_text_channel("news")
        self.desk = self.guild.create_text_channel("desk")
        self.workspace = f"discord:{self.guild.id}"

    def begin(self) -> None:
        person = Person("discord:1", "boss")
        for number, handle in enumerate((self.news, self.desk)):
            place = Channel(f"discord:{handle.id}", self.workspace, handle.name or "")
            self.world.store.step(places.ensure, Workspace(self.workspace, "discord"), place, NOW.timestamp())
            self.world.store.step(
                following.begin, place, person, "", FollowSettings(), old=0, now=NOW.timestamp() + number
            )

    @property
    def state(self) -> str:
        found = self.world.store.look(places.find_workspace, self.workspace)
        assert found is not None
        return found.state

    def channel_state(self, handle: Any) -> str:
        found = self.world.store.look(places.find_channel, f"discord:{handle.id}")
        assert found is not None
        return found.state

    def notices(self) -> list[Any]:
        return self.world.store.look(
            lambda db: list(db.execute(select(promises).where(promises.c.kind == "notice").order_by(promises.c.seq)))
        )

    async def emit(self, event: str, payload: dict[str, Any]) -> None:
        self.world.env.backend.emit(event, payload)
        await self.world.env.settle()


@pytest.fixture
async def scene(discord_world: World) -> Scene:
    made = Scene(discord_world)
    await discord_world.env.settle()
    made.begin()
    return made


async def test_a_new_server_is_remembered(scene: Scene) -> None:
    assert scene.state == "active"


async def test_an_outage_is_not_a_kick(scene: Scene) -> None:
    await scene.emit("GUILD_DELETE", {"id": str(scene.guild.id), "unavailable": True})
    assert scene.state == "unavailable"
    back = scene.world.env.backend.guilds[scene.guild.id]
    await scene.emit("GUILD_CREATE", serializers.guild_create_payload(scene.world.env.backend, back))
    assert scene.state == "active"


async def test_a_kick_keeps_everything_and_an_invitation_resumes(scene: Scene) -> None:
    await scene.emit("GUILD_DELETE", {"id": str(scene.guild.id)})
    assert scene.state == "removed"
    follow = scene.world.store.look(get, f"discord:{scene.news.id}")
    assert follow is not None
    assert follow.state == "active"
    back = scene.world.env.backend.guilds[scene.guild.id]
    await scene.emit("GUILD_CREATE", serializers.guild_create_payload(scene.world.env.backend, back))
    assert scene.state == "active"


async def test_a_server_left_while_the_bot_was_down_counts_as_left(scene: Scene) -> None:
    gone = scene.world.store.step(discord_guilds.reconcile, frozenset(), NOW.timestamp())
    assert gone == (scene.workspace,)
    assert scene.state == "removed"
    await scene.world.env.restart_bot(scene.world.again().client)
    assert scene.state == "active"


async def test_a_deleted_channel_is_gone_and_the_managers_hear_elsewhere(scene: Scene) -> None:
    channel = scene.world.platform.client.get_channel(scene.news.id)
    await channel.delete()
    await scene.world.env.settle()
    assert scene.channel_state(scene.news) == "gone"
    [notice] = scene.notices()
    assert notice.channel_id == f"discord:{scene.desk.id}"
    assert "#news was deleted" in notice.payload
    assert scene.world.store.look(get, f"discord:{scene.news.id}") is not None


async def test_a_lost_right_pauses_and_its_return_resumes(scene: Scene) -> None:
    channel = scene.world.platform.client.get_channel(scene.news.id)
    everybody = channel.guild.default_role
    await channel.set_permissions(everybody, send_messages=False)
    await scene.world.env.settle()
    assert scene.channel_state(scene.news) == "paused"
    [notice] = scene.notices()
    assert "I may not post in #news any more" in notice.payload
    assert notice.channel_id == f"discord:{scene.desk.id}"

    await channel.set_permissions(everybody, overwrite=None)
    await scene.world.env.settle()
    assert scene.channel_state(scene.news) == "ok"
    assert len(scene.notices()) == 1


async def test_a_renamed_channel_keeps_its_follow(scene: Scene) -> None:
    channel = scene.world.platform.client.get_channel(scene.news.id)
    await channel.edit(name="ai-policy")
    await scene.world.env.settle()
    found = scene.world.store.look(places.find_channel, f"discord:{scene.news.id}")
    assert found is not None
    assert (found.name, found.state) == ("ai-policy", "ok")


async def test_a_channel_nobody_follows_is_nobodys_news(scene: Scene) -> None:
    other = scene.guild.create_text_channel("other")
    await scene.world.env.settle()
    await scene.world.platform.client.get_channel(other.id).delete()
    await scene.world.env.settle()
    assert scene.notices() == []


async def test_where_no_channel_is_left_owner_and_managers_get_a_direct_message(scene: Scene) -> None:
    """Once for the incident: the last channel that follows is gone, so there is nowhere else to say it."""
    env = scene.world.env
    dana, eve = env.create_user("dana"), env.create_user("eve")
    scene.guild.add_member(dana)
    scene.guild.add_member(eve)
    scene.world.store.step(places.add_manager, scene.workspace, f"discord:{dana.id}", "discord:1", NOW.timestamp())
    scene.world.store.step(places.add_manager, scene.workspace, "discord:role:77", "discord:1", NOW.timestamp())
    for handle in (scene.desk, scene.news):
        await scene.world.platform.client.get_channel(handle.id).delete()
        await env.settle()
    said = [one.json["content"] for one in env.http_requests if one.method == "POST" and one.path.endswith("/messages")]
    owner = scene.world.platform.client.get_guild(scene.guild.id).owner_id
    asked = [int(one.json["recipient_id"]) for one in env.http_requests if one.path.endswith("/users/@me/channels")]
    assert len(said) == 2
    assert all("news was deleted" in words for words in said)
    assert asked == [owner, dana.id]
