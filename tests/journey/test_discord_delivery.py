"""Delivery to Discord in SimCord: shapes, refusals, edits, threads, forums, announcements, doubt."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from simcord.builders import ChannelHandle, GuildHandle
from sqlalchemy import update

from bot.errors import AccessRevoked, ChannelLost, Doubtful, MessageLost, PayloadRefused, TryLater
from bot.model import Channel, Edition, EditionItem, EditionSection, Person, Promise, Reply, Workspace
from bot.platforms.discord_sender import DiscordSender
from bot.platforms.discord_spot import marker
from bot.storage import following, places
from bot.storage.codec import dump
from bot.storage.follows import FollowSettings
from bot.storage.tables import stories, workspaces
from tests.discord_rules import check, check_limits, without_nulls
from tests.discord_world import NOW, World, add_stories, model_card, world

pytestmark = pytest.mark.node  # Discord's schemas are turned by Node


@pytest.fixture
async def discord_world(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as made:
        yield made


def promise(kind: Any = "card", **changes: Any) -> Promise:
    made = Promise("c" + "abcdefgh" * 3, "", kind, "1")
    return replace(made, **changes)


def known(world: World, guild: GuildHandle, channel: ChannelHandle, kind: Any = "text", **settings: str) -> Channel:
    """The channel as our database knows it."""
    workspace = Workspace(f"discord:{guild.id}", "discord", guild.name)
    place = Channel(f"discord:{channel.id}", workspace.id, channel.name or "", kind)
    world.store.step(places.ensure, workspace, place, NOW.timestamp())
    if settings:
        world.store.step(following.begin, place, Person("discord:1"), "", FollowSettings(**settings), old=0, now=0.0)
    return place


def posts(world: World, path: str = "/messages") -> list[Any]:
    return [one for one in world.env.http_requests if one.method == "POST" and one.path.endswith(path)]


async def sending(world: World, work: Any) -> Any:
    """Deliveries are the bot's own work in SimCord's eyes."""
    return await work


@pytest.fixture
def sender(discord_world: World) -> DiscordSender:
    return discord_world.platform.sender


async def test_a_card_leaves_with_its_nonce_and_pings_nobody(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)

    receipt = await sender.send(place, promise(), model_card())

    [sent] = posts(discord_world)
    assert sent.json["nonce"] == "c" + "abcdefgh" * 3
    assert sent.json["enforce_nonce"] is True
    assert sent.json["allowed_mentions"]["parse"] == []
    check("MessageCreateRequest", without_nulls(sent.json))
    check_limits(sent.json)
    message = channel.last_message
    assert message is not None
    assert receipt.message_id == str(message.id)
    assert receipt.permalink == f"https://discord.com/channels/{guild.id}/{channel.id}/{message.id}"
    assert receipt.thread_id == ""


async def test_a_guild_may_choose_embeds(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    discord_world.store.step(
        lambda db: db.execute(update(workspaces).values(settings=dump({"discord_cards": "embed"}), locale="de"))
    )
    await sender.send(place, promise(), model_card())
    message = channel.last_message
    assert message is not None
    assert message.embeds[0].title == "Two governments agree to test AI models together"
    assert "Abkommen › Unterzeichnet" in (message.embeds[0].description or "")


async def test_a_refused_layout_is_sent_plainer_and_never_dropped(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    discord_world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, times=2)

    await sender.send(place, promise(), model_card())

    tried = posts(discord_world)
    assert len(tried) == 3
    assert tried[1].json["components"] != tried[0].json["components"]
    assert "embeds" in tried[2].json
    assert {one.json["nonce"] for one in tried} == {promise().id}
    assert len(channel.history()) == 1


async def test_plain_is_text_alone(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    await sender.send(place, promise(plain=1), model_card())
    message = channel.last_message
    assert message is not None
    assert message.content.startswith("Two governments agree to test AI models together")
    assert not message.components


async def test_everything_refused_is_said(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    place = known(discord_world, guild, guild.create_text_channel("news"))
    discord_world.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, times=None)
    with pytest.raises(PayloadRefused):
        await sender.send(place, promise(), model_card())


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (429, 0, TryLater),
        (401, 0, AccessRevoked),
        (403, 50001, ChannelLost),
        (403, 50013, ChannelLost),
        (403, 40333, TryLater),
        (404, 10003, ChannelLost),
        (500, 0, Doubtful),
        (502, 0, Doubtful),
        (503, 0, TryLater),
    ],
)
async def test_refusals_find_their_rule(
    discord_world: World, sender: DiscordSender, status: int, code: int, expected: type[Exception]
) -> None:
    guild = discord_world.env.create_guild()
    place = known(discord_world, guild, guild.create_text_channel("news"))
    discord_world.env.inject_error("POST", "/channels/*/messages", status=status, code=code, times=None)
    with pytest.raises(expected) as caught:
        await sender.send(place, promise(), model_card())
    assert type(caught.value) is expected


async def test_an_edit_replaces_the_card(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    receipt = await sender.send(place, promise(), model_card())
    edit = promise("edit", message_id=receipt.message_id)

    again = await sender.edit(place, edit, model_card(withdrawn=True))

    assert again.message_id == receipt.message_id
    assert len(channel.history()) == 1
    assert "Withdrawn by its source" in str(channel.last_message.components)
    [patched] = [one for one in discord_world.env.http_requests if one.method == "PATCH"]
    check("MessageEditRequestPartial", {key: one for key, one in without_nulls(patched.json).items() if key != "tts"})


async def test_an_embed_stays_editable_after_the_guild_changed_its_mind(
    discord_world: World, sender: DiscordSender
) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    receipt = await sender.send(place, promise(), model_card())
    discord_world.store.step(
        lambda db: db.execute(update(workspaces).values(settings=dump({"discord_cards": "embed"})))
    )
    await sender.edit(place, promise("edit", message_id=receipt.message_id), model_card(withdrawn=True))
    assert "Withdrawn by its source" in str(channel.last_message.components)


async def test_editing_or_deleting_what_is_gone(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    place = known(discord_world, guild, guild.create_text_channel("news"))
    with pytest.raises(MessageLost):
        await sender.edit(place, promise("edit", message_id="123456789012345678"), model_card())
    await sender.delete(place, promise("delete", message_id="123456789012345678"))


async def test_a_delete_takes_the_message_away(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    receipt = await sender.send(place, promise(), model_card())
    await sender.delete(place, promise("delete", message_id=receipt.message_id))
    assert channel.history() == []


async def test_a_doubtful_post_is_found_by_its_marker(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    assert await sender.find(place, promise()) is None
    receipt = await sender.send(place, promise(), model_card())
    await sender.send(place, promise(id="cother"), model_card("2"))

    assert await sender.find(place, promise()) == receipt
    assert await sender.find(place, promise(id="cnever")) is None
    assert marker(promise().id) != marker("cother")


async def test_a_hidden_history_is_waited_for_rather_than_repeated(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    await sender.send(place, promise(), model_card())
    me = guild.me
    assert me is not None
    bot_channel = discord_world.platform.client.get_channel(channel.id)
    await bot_channel.set_permissions(guild.me.guild.default_role, read_message_history=False)
    await discord_world.env.settle()
    with pytest.raises(TryLater) as caught:
        await sender.find(place, promise())
    assert caught.value.reason == "history-hidden"


async def test_a_thread_under_each_story(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel, threads="story")
    receipt = await sender.send(place, promise(), model_card())
    [thread] = channel.threads
    assert receipt.thread_id == receipt.message_id == str(thread.id)
    assert thread.name == "Two governments agree to test AI models together"

    note = promise("note", id="nnote", thread_id=receipt.thread_id)
    told = await sender.send(place, note, Reply.say("The vote moved to 4 May."))
    assert told.thread_id == str(thread.id)
    assert "The vote moved to 4 May." in str(thread.last_message.components)
    assert await sender.find(place, note) == told


async def test_a_note_makes_the_thread_it_needs(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    receipt = await sender.send(place, promise(), model_card())
    note = promise("note", id="nnote", message_id=receipt.message_id)
    told = await sender.send(place, note, Reply.say("Signed today."))
    assert told.thread_id == receipt.message_id
    again = await sender.send(place, promise("note", id="n2", message_id=receipt.message_id), Reply.say("More."))
    assert again.thread_id == receipt.message_id
    assert len(channel.threads) == 1


async def test_one_thread_for_a_dossier(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel, threads="dossier")
    first = await sender.send(place, promise(), model_card(dossier="EU AI Act"))
    second = await sender.send(place, promise(id="c2"), model_card("2", dossier="EU AI Act"))
    other = await sender.send(place, promise(id="c3"), model_card("3"))
    [thread] = channel.threads
    assert (thread.name, first.thread_id, second.thread_id) == ("EU AI Act", str(thread.id), str(thread.id))
    assert other.thread_id == ""
    edited = await sender.edit(
        place, promise("edit", message_id=first.message_id, thread_id=first.thread_id), model_card(withdrawn=True)
    )
    assert edited.message_id == first.message_id


async def test_a_deleted_thread_is_not_the_channels_loss(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel, threads="dossier")
    first = await sender.send(place, promise(), model_card(dossier="EU AI Act"))
    await (await discord_world.platform.client.fetch_channel(int(first.thread_id))).delete()
    await discord_world.env.settle()

    edit = promise("edit", channel_id=place.id, message_id=first.message_id, thread_id=first.thread_id)
    with pytest.raises(MessageLost):
        await sender.edit(place, edit, model_card(withdrawn=True))
    with pytest.raises(MessageLost):
        await sender.send(place, promise("note", id="n1", thread_id=first.thread_id), Reply.say("Signed."))
    second = await sender.send(place, promise(id="c2"), model_card("2", dossier="EU AI Act"))
    assert second.thread_id not in ("", first.thread_id)


async def test_a_doubtful_card_is_looked_for_in_its_dossiers_thread(
    discord_world: World, sender: DiscordSender
) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    await discord_world.env.settle()
    place = known(discord_world, guild, channel, threads="dossier")
    discord_world.store.step(add_stories, place.workspace_id, 1)
    card = model_card("1", dossier="EU AI Act")
    discord_world.store.step(lambda db: db.execute(update(stories).values(card=dump(card))))
    receipt = await sender.send(place, promise(), card)
    assert await sender.find(place, promise()) == receipt


async def test_a_forum_gets_a_tagged_thread_per_card(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    forum = guild.create_forum_channel("policy")
    real = discord_world.platform.client.get_channel(forum.id)
    await real.create_tag(name="AI safety and testing")
    await real.create_tag(name="Copyright")
    await discord_world.env.settle()
    place = known(discord_world, guild, forum, "forum")

    receipt = await sender.send(place, promise(), model_card())

    [made] = posts(discord_world, "/threads")
    tags = {tag.name: tag.id for tag in discord_world.platform.client.get_channel(forum.id).available_tags}
    assert made.json["applied_tags"] == [str(tags["AI safety and testing"])]
    assert made.json["name"] == "Two governments agree to test AI models together"
    check_limits(made.json["message"])
    [thread] = forum.threads
    assert receipt.thread_id == str(thread.id)
    assert await sender.find(place, promise()) == receipt
    assert await sender.find(place, promise(id="cnever")) is None
    edit = promise("edit", message_id=receipt.message_id, thread_id=receipt.thread_id)
    assert (await sender.edit(place, edit, model_card(withdrawn=True))).message_id == receipt.message_id


async def test_announcements_are_published_ten_an_hour(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_news_channel("announcements")
    place = known(discord_world, guild, channel, "announcement")
    for number in range(12):
        await sender.send(place, promise(id=f"c{number}"), model_card(str(number + 1)))
    assert len(posts(discord_world, "/crosspost")) == 10
    assert len(channel.history()) == 12
    discord_world.clock.forward(3601)
    await sender.send(place, promise(id="c99"), model_card("99"))
    assert len(posts(discord_world, "/crosspost")) == 11


async def test_a_card_that_cannot_be_published_is_still_delivered(discord_world: World, sender: DiscordSender) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_news_channel("announcements")
    place = known(discord_world, guild, channel, "announcement")
    discord_world.env.inject_error("POST", "/channels/*/crosspost", status=429, code=0)
    receipt = await sender.send(place, promise(), model_card())
    assert receipt.message_id


async def test_a_digest_goes_on_in_its_thread(discord_world: World, sender: DiscordSender) -> None:
    items = tuple(
        EditionItem(
            str(number), f"Story {number} " + "with a long headline " * 6, f"https://example.org/{number}", "Courier"
        )
        for number in range(40)
    )
    edition = Edition("e1", "", "AI policy today", "09:00 UTC", sections=(EditionSection("open", "Open", items),))
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    place = known(discord_world, guild, channel)
    first = await sender.send(place, promise("edition", id="d0"), edition)
    second = await sender.send(place, promise("edition", id="d1", part=1, thread_id=first.thread_id), edition)
    [thread] = channel.threads
    assert (first.thread_id, second.thread_id) == (str(thread.id), str(thread.id))
    assert [len(posts(discord_world, f"/{where.id}/messages")) for where in (channel, thread)] == [1, 1]


async def test_a_place_that_is_not_on_discord(sender: DiscordSender) -> None:
    with pytest.raises(ChannelLost):
        await sender.send(Channel("discord:dm:x", "discord:dm:x"), promise(), model_card())
