"""Discord over real HTTP and a real gateway on loopback: login, registration, answers, and requests that go wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.commands.services import Services
from bot.errors import AccessRevoked, ConfigError, Doubtful, TryLater
from bot.model import Channel, Promise, Workspace
from bot.platforms.discord import Discord, DiscordOptions
from bot.storage import places
from bot.storage.store import Store
from tests.discord_rules import check_limits
from tests.discord_server import TOKEN, DiscordServer
from tests.discord_world import NOW, model_card
from tests.slack_world import until

PLACE = Channel("discord:77", "discord:1", "news")
PROMISE = Promise("cabcdefghijklmnopqrstuvwx", PLACE.id, "card", "1")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    store = Store(f"sqlite:///{tmp_path / 'news.db'}")
    store.open()
    store.step(places.ensure, Workspace("discord:1", "discord"), PLACE, NOW.timestamp())
    yield Services(store, clock=lambda: NOW)
    store.close()
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as running:
        yield running


@pytest.fixture
async def platform(server: DiscordServer, services: Services) -> AsyncIterator[Discord]:
    made = Discord(DiscordOptions(TOKEN, server.api, server.gateway), services)
    yield made
    await made.stop()


async def test_it_connects_registers_and_answers(server: DiscordServer, platform: Discord, services: Services) -> None:
    await platform.start()
    assert (server.synced, server.identified) == (1, 1)
    assert server.intents == 1  # guilds, and nothing else
    answer = await server.command("help")
    assert answer["type"] == 4
    assert answer["data"]["flags"] & 64
    check_limits(answer["data"])


async def test_it_starts_again_without_registering(server: DiscordServer, services: Services) -> None:
    for _ in range(2):
        made = Discord(DiscordOptions(TOKEN, server.api, server.gateway), services)
        await made.start()
        await made.stop()
    assert (server.synced, server.identified) == (1, 2)


async def test_discord_says_how_many_shards(server: DiscordServer, services: Services) -> None:
    made = Discord(DiscordOptions(TOKEN, server.api), services)
    await made.start()
    assert type(made.client).__mro__[1:3] != ()
    assert (made.client.shard_count, server.identified) == (1, 1)
    await made.stop()


async def test_a_wrong_token_is_said_with_what_to_do(server: DiscordServer, services: Services) -> None:
    made = Discord(DiscordOptions("wrong", server.api, server.gateway), services)
    with pytest.raises(ConfigError, match="DISCORD_TOKEN"):
        await made.start()
    with pytest.raises(AccessRevoked):
        await made.sender.send(PLACE, PROMISE, model_card())
    await made.stop()


async def test_the_sender_needs_no_gateway(server: DiscordServer, platform: Discord) -> None:
    receipt = await platform.sender.send(PLACE, PROMISE, model_card())
    assert (server.synced, server.identified, receipt.message_id) == (0, 0, "1000")
    assert receipt.permalink == "https://discord.com/channels/1/77/1000"


async def test_sending_twice_within_the_window_is_sending_once(server: DiscordServer, platform: Discord) -> None:
    first = await platform.sender.send(PLACE, PROMISE, model_card())
    second = await platform.sender.send(PLACE, PROMISE, model_card())
    assert first == second
    assert len(server.messages) == 1


async def test_a_reset_after_the_post_is_doubtful_and_found(server: DiscordServer, platform: Discord) -> None:
    server.faults = ["taken, reset"]
    with pytest.raises(Doubtful):
        await platform.sender.send(PLACE, PROMISE, model_card())
    receipt = await platform.sender.find(PLACE, PROMISE)
    assert receipt is not None
    assert receipt.message_id == "1000"


async def test_an_answer_nobody_can_read_is_doubtful(server: DiscordServer, platform: Discord) -> None:
    server.faults = ["taken, unreadable"]
    with pytest.raises(Doubtful):
        await platform.sender.send(PLACE, PROMISE, model_card())


@pytest.mark.parametrize(
    ("fault", "after", "everywhere"), [("limited", 7.5, False), ("banned", None, True), ("away", None, True)]
)
async def test_being_told_to_wait(
    server: DiscordServer, platform: Discord, fault: str, after: float | None, everywhere: bool
) -> None:
    server.faults = [fault]
    with pytest.raises(TryLater) as caught:
        await platform.sender.send(PLACE, PROMISE, model_card())
    assert (caught.value.after, caught.value.everywhere) == (after, everywhere)
    assert server.messages == {}


async def test_a_revoked_token_stops_the_workspace(server: DiscordServer, platform: Discord) -> None:
    server.faults = ["revoked"]
    with pytest.raises(AccessRevoked):
        await platform.sender.send(PLACE, PROMISE, model_card())


async def test_a_forum_post_repeated_by_the_sdk_stays_one_thread(
    server: DiscordServer, platform: Discord, services: Services
) -> None:
    forum = Channel("discord:78", "discord:1", "policy", "forum")
    services.store.step(places.ensure, Workspace("discord:1", "discord"), forum, NOW.timestamp())
    server.faults = ["taken, 502"]  # discord.py waits a second and posts again: there is no nonce for threads
    receipt = await platform.sender.send(forum, PROMISE, model_card())
    assert list(server.threads) == ["3000"]
    assert (receipt.thread_id, receipt.message_id) == ("3000", "3000")


async def test_a_persons_own_installation_touches_nothing_of_the_server(
    server: DiscordServer, platform: Discord, services: Services
) -> None:
    await platform.start()
    answer = await server.command("status", owners={"1": "55"})
    assert answer["data"]["flags"] & 64
    # acknowledged first, written down while the answer is made
    channel = await until(lambda: services.store.look(places.find_channel, "discord:dm:55"))
    assert (channel.workspace_id, channel.kind) == ("discord:dm:55", "dm")


async def test_nobody_there(services: Services) -> None:
    made = Discord(DiscordOptions(TOKEN, "http://127.0.0.1:9/api/v10", "ws://127.0.0.1:9/"), services)
    with pytest.raises(TryLater) as caught:
        await made.sender.send(PLACE, PROMISE, model_card())
    assert caught.value.reason == "unreachable"
    await made.stop()


async def test_addresses_are_taken_over(server: DiscordServer, platform: Discord) -> None:
    assert server.api == Route.BASE
    assert yarl.URL(server.gateway) == DiscordWebSocket.DEFAULT_GATEWAY
