"""The program itself against Discord on loopback: it connects, answers, says what is wrong, and stops in time."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.discord_server import TOKEN, DiscordServer
from tests.program import command, environment

pytestmark = pytest.mark.slow


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as running:
        yield running


async def started(server: DiscordServer, folder: Path, token: str) -> asyncio.subprocess.Process:
    """`aipolicy run` with Discord as its only platform, in a folder of its own."""
    settings = environment(
        folder,
        DISCORD_TOKEN=token,
        DISCORD_API_URL=server.api,
        DISCORD_GATEWAY_URL=server.gateway,
        DATABASE_URL=f"sqlite:///{folder / 'news.db'}",
    )
    return await asyncio.create_subprocess_exec(
        *command("run"), cwd=folder, env=settings, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )


async def test_it_answers_and_stops_when_told(server: DiscordServer, tmp_path: Path) -> None:
    program = await started(server, tmp_path, TOKEN)
    try:
        for _ in range(600):
            if server.identified or program.returncode is not None:
                break
            await asyncio.sleep(0.1)
        assert (server.identified, server.synced) == (1, 1)
        answer = await server.command("help")
        assert "/aipolicy latest" in str(answer["data"]["components"])
        program.send_signal(signal.SIGTERM)
        said, _ = await asyncio.wait_for(program.communicate(), 10)
    finally:
        if program.returncode is None:
            program.kill()
            await program.wait()
    assert program.returncode == 0
    assert TOKEN not in said.decode()


async def test_a_wrong_token_is_one_clear_sentence(server: DiscordServer, tmp_path: Path) -> None:
    program = await started(server, tmp_path, "wrong.token")
    try:
        said, _ = await asyncio.wait_for(program.communicate(), 60)
    finally:
        if program.returncode is None:
            program.kill()
            await program.wait()
    assert program.returncode != 0
    assert "DISCORD_TOKEN" in said.decode()
    assert "Traceback" not in said.decode()
    assert "wrong.token" not in said.decode()
