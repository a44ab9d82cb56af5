"""Commands the bot names can be typed as they stand, at every door."""

from __future__ import annotations

import pytest

from bot.commands import native
from bot.model import Reply, Table, Words


@pytest.mark.parametrize(
    ("said", "slack", "discord"),
    [
        ("`saved` shows your list.", "`/aipolicy saved` shows your list.", "`/aipolicy saved` shows your list."),
        ("Type `latest 3`.", "Type `/aipolicy latest 3`.", "Type `/aipolicy latest count:3`."),
        ("`sources` lists them.", "`/aipolicy sources` lists them.", "`/aipolicy sources list` lists them."),
        ("`log` tells.", "`/aipolicy log` tells.", "`/aipolicy-admin log` tells."),
        ("`unmute Gazette`", "`/aipolicy unmute Gazette`", "`/aipolicy card unmute story:Gazette`"),
        (
            "run `sources add <page>`",
            "run `/aipolicy sources add <page>`",
            "run `/aipolicy sources add address:<page>`",
        ),
        (
            "`tune --quiet 22:00-07:00`",
            "`/aipolicy tune --quiet 22:00-07:00`",
            "`/aipolicy tune quiet:22:00-07:00`",
        ),
        (
            "Usage: `search <words> [--most <most>]`",
            "Usage: `/aipolicy search <words> [--most <most>]`",
            "Usage: `/aipolicy search`",
        ),
        # what only looks like a command: an argument's name, a value, an operator's command
        ("`save` needs `story`.", "`/aipolicy save` needs `story`.", "`/aipolicy save` needs `story`."),
        (
            "`quiet` is off; `aipolicy migrate`",
            "`quiet` is off; `aipolicy migrate`",
            "`quiet` is off; `aipolicy migrate`",
        ),
    ],
)
def test_commands_are_written_as_they_are_typed_there(said: str, slack: str, discord: str) -> None:
    assert native.sentence(said, "slack") == slack
    assert native.sentence(said, "discord") == discord
    assert native.sentence(said, "console") == said


def test_tables_too_and_code_not() -> None:
    given = Reply((Table(("What to do",), (("`status`",),)), Words("`status`", code=True)))
    table, code = native.reply(given, "slack").parts
    assert isinstance(table, Table)
    assert table.rows == (("`/aipolicy status`",),)
    assert code == given.parts[1]
