"""Discord's pictures can be made anew at any time: SimCord draws what the program answers, in a real browser."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from bot.model import Person
from tests.pictures.discord import browser, guild

pytestmark = [pytest.mark.slow, pytest.mark.browser]


async def test_a_card_and_a_form_are_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", "")
    await browser(tmp_path / "browsers")
    async with guild(tmp_path, tmp_path) as at:
        await at.bot.choose(at.workspace, Person(f"discord:{at.alice.id}", "alice", "manager"), "ledger", "summit")
        await at.alice.slash(at.news, "aipolicy follow", start="new")
        await at.bot.until(datetime(2024, 4, 3, 9, tzinfo=UTC))
        await at.take("card", at.news, at.card("Washington and London"))
        await at.take("form", at.news, await at.alice.slash(at.news, "aipolicy sources add"))
    for name in ("card", "form"):
        with Image.open(tmp_path / f"discord-{name}.png") as image:
            assert image.mode == "P"
            assert image.width >= 300
            assert image.height >= 300
