"""The bot is killed at every step and at random moments while platforms fail: nothing lost, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from chaos.run import NAMES, torture


@pytest.mark.slow
async def test_kills_on_sqlite_lose_and_repeat_nothing(tmp_path: Path) -> None:
    count = await torture(f"sqlite:///{tmp_path / 'bot.db'}", kills=40, seed=11)
    print(count)
    assert count.kills == 40
    assert set(NAMES) <= set(count.at), "a step was not tried"
    assert count.clean, str(count)
    assert count.owed == count.stories * 6


@pytest.mark.slow
@pytest.mark.postgres
async def test_kills_of_two_workers_on_postgresql_lose_and_repeat_nothing(postgres_url: str) -> None:
    count = await torture(postgres_url, kills=24, seed=12, workers=2)
    print(count)
    assert count.kills == 24
    assert count.clean, str(count)
