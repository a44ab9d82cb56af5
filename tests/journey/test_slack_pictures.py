"""Slack's pictures can be made anew at any time: the program's blocks are drawn in a real browser."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from tests.pictures.slack import ANNA, HOME, desk
from tests.pictures.slack_page import Surface, draw

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.node]


async def test_a_card_an_answer_and_a_form_are_drawn(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.bot.choose(HOME, ANNA, "ledger", "summit")
        await at.world.ask("follow --start new")
        await at.bot.until(datetime(2024, 4, 3, 9, tzinfo=UTC))
        at.keep("card", await at.card("Washington and London"))
        await at.ask("sources", "sources")
        at.seen.append(Surface("form", view=await at.form("sources add", "Fill In a Form")))
    await draw(at.seen, tmp_path)
    for name in ("card", "sources", "form"):
        with Image.open(tmp_path / f"slack-{name}.png") as image:
            assert image.mode == "P"
            assert image.width >= 600
            assert image.height >= 150
