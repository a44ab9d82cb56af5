"""Cells of a table: people as mentions, commands as code, everything else as plain words."""

from __future__ import annotations

import json

from bot.model import Button, Buttons, Form, Reply, Table, Words
from bot.render import discord, plain, slack
from bot.render.slack_parts import listing
from bot.storage import presses

TABLE = Table(
    ("Who", "What to do"),
    (("slack:U1", "try `/aipolicy sources add <page>`"), ("discord:5", "*bold* <!channel> https://a.example/x")),
    "Log",
    people=("slack:U1", "discord:5"),
)


def test_on_slack_in_a_table_and_in_a_modals_list() -> None:
    for blocks in (slack.pages(Reply((TABLE,)))[0].blocks, [block for group in listing(TABLE) for block in group]):
        shown = json.dumps(blocks)
        assert '{"type": "user", "user_id": "U1"}' in shown
        assert '"text": "/aipolicy sources add <page>", "style": {"code": true}' in shown
        assert "@5" in shown
        assert '"type": "link"' not in shown
        assert "*bold* <!channel> https://a.example/x" in shown


def test_on_discord() -> None:
    shown = json.dumps(discord.payload(Reply((TABLE,)), "v2", "en", presses.key).body, ensure_ascii=False)
    assert "<@5>" in shown
    assert "`/aipolicy sources add <page>`" in shown
    assert "*bold*" not in shown.replace("\\\\*", "")


def test_in_the_terminal_people_are_written_as_one_types_them() -> None:
    assert "@U1" in plain.reply(Reply((TABLE,)))
    assert "slack:U1" not in plain.reply(Reply((TABLE,)))


def test_a_form_beside_buttons_is_not_the_main_one() -> None:
    alone = Reply((Words("Fill it in."), Form("follow", "Form")))
    beside = Reply(
        (Words("Choose."), Buttons((Button("Start", "follow --start now", style="primary"),)), Form("follow", "Form"))
    )
    for reply, count in ((alone, 1), (beside, 1)):
        assert json.dumps(slack.pages(reply)[0].blocks).count('"style": "primary"') == count
        on_discord = json.dumps(discord.payload(reply, "v2", "en", presses.key).body)
        assert on_discord.count('"style": 1') == count
