"""What the terminal offers to type stands there whole, however narrow it is."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.model import Button, Buttons, Reply, Select
from bot.render import terminal
from tests.filled import Desk

LONG = f"sources add https://example.org/{'a' * 150}/feed.xml --yes"


def shown(reply: Reply, width: int) -> str:
    out = io.StringIO()
    Console(file=out, width=width).print(terminal.reply(reply))
    return out.getvalue()


@pytest.mark.parametrize("width", [30, 80])
def test_a_long_line_is_folded_and_not_cut(width: int) -> None:
    buttons = Buttons((Button("Start", LONG), Button("Back", "saved")))
    text = shown(Reply((buttons,)), width)
    assert "…" not in text
    assert LONG.replace(" ", "") in "".join(text.split())


def test_a_long_label_leaves_the_line_whole() -> None:
    text = shown(Reply((Select("Which?", "split {}", (("Gazette: " + "word " * 30, "article:7"),)),)), 60)
    assert "split article:7" in [line.strip() for line in text.splitlines()]


def test_short_ones_stand_side_by_side() -> None:
    buttons = Buttons((Button("Undo", "unmark 2"),))
    assert shown(Reply((buttons,)), 80).strip() == "▸ Undo  unmark 2"


async def test_why_offers_articles_by_number(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    try:
        reply = await desk.ask("why 2")
        lines = [one.line for part in reply.parts if isinstance(part, Buttons) for one in part.buttons]
        assert "split article:2" in lines
        assert not (await desk.ask("split article:2")).error
    finally:
        desk.close()
