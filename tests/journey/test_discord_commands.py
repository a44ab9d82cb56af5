"""Commands on Discord, end to end in SimCord: the real discord.py, a simulated server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.discord_world import World, add_stories, world


@pytest.fixture
async def discord_world(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as made:
        yield made


async def test_latest_shows_the_newest_card_privately(discord_world: World) -> None:
    guild = discord_world.env.create_guild()
    channel = guild.create_text_channel("news")
    alice = guild.add_member(discord_world.env.create_user("alice"))
    first = await alice.slash(channel, "aipolicy latest", count=1)
    assert first.ephemeral
    discord_world.store.step(add_stories, f"discord:{guild.id}", 2)

    answer = await alice.slash(channel, "aipolicy latest", count=1)

    assert answer.ephemeral
    assert answer.response is not None
    [box, *_] = answer.response.components
    assert "Two governments agree to test AI models together" in str(box)
