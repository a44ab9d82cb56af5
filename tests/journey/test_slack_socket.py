"""Slack in Socket Mode on local-slack: commands, buttons, menus, modals, Home, posts and edits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from slack_world import APP_TOKEN, BOT_TOKEN, World, local_slack, words

from bot.commands import Services
from bot.platforms.slack import Slack, SlackOptions
from bot.storage.store import Store

pytestmark = [pytest.mark.node]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with local_slack(tmp_path) as found:
        yield found


@pytest.fixture
async def slack(world: World, tmp_path: Path) -> AsyncIterator[Slack]:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    door = Slack(SlackOptions(BOT_TOKEN, APP_TOKEN, api_url=world.api), Services(store))
    await door.start()
    yield door
    await door.stop()
    store.close()


async def test_a_command_is_answered_for_its_asker_alone(world: World, slack: Slack) -> None:
    answer = await world.ask("latest")
    assert answer["subtype"] == "ephemeral"
    assert answer["ephemeral_to"] == "U1ANNA"
    assert "Nothing" in words(answer["blocks"])
