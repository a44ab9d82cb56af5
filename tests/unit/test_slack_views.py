"""Every command's form, Home and any answer in a modal are views Slack takes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from slack_probe import PROBES
from slack_schema import invalid_view, longest, problems
from slack_strategies import locales, replies

from bot.commands import COMMANDS, Command
from bot.model import Person, Reply
from bot.platforms import slack_forms as forms
from bot.platforms.slack_forms import Where
from bot.platforms.slack_home import first_steps, home_view
from bot.render import slack
from bot.render.slack_parts import groups
from bot.speech import speech

pytestmark = pytest.mark.node

EVERY = {**COMMANDS, **{command.path: command for command in PROBES}}


def _checked(view: dict[str, Any]) -> None:
    assert problems(view["blocks"], view=True) == []
    assert invalid_view(view) == []
    for name in ("title", "submit", "close"):
        if name in view:
            assert 1 <= longest(view[name]["text"]) <= 24
    assert longest(view.get("private_metadata", "")) <= 3000


@pytest.mark.parametrize("locale", ["en", "de"])
@pytest.mark.parametrize("command", EVERY.values(), ids=EVERY)
def test_the_form_of_every_command(command: Command, locale: str) -> None:
    given_values = {arg.name: "09:00" if arg.kind == "time" else "1" for arg in command.args}
    many = {arg.name: [(f"Option {n}", f"o{n}") for n in range(100)] for arg in command.args if arg.kind == "choice"}
    for where in (
        Where(command.path, "C1"),
        Where(command.path, "C1", True, given_values),
        Where(command.path, "D1", True, {arg.name: "x" * 3000 for arg in command.args if arg.kind in ("text", "rule")}),
    ):
        view = forms.form(command, where, speech(locale), many, zone="Europe/Berlin")
        _checked(view)
        assert Where.load(view["private_metadata"]).command == command.path
        asked = {block["block_id"] for block in view["blocks"] if block["type"] == "input"} - {forms.CHANNEL}
        assert asked == {arg.name for arg in command.args if arg.door != "discord"} - {"page", "yes"}


@given(replies, locales)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_answer_in_a_modal(reply: Reply, locale: str) -> None:
    found = groups(reply, locale, cards=lambda card, short: slack.card_blocks(card, locale, short=short), tables=False)
    blocks = slack.packed(found, 98)
    for page in blocks or [[]]:
        _checked(
            forms.answer_view("/aipolicy latest", list(slack.numbered(page, "a")), Where("", "C1"), speech(locale))
        )


@given(replies, locales)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_home_whatever_the_commands_answer(reply: Reply, locale: str) -> None:
    import asyncio

    async def ask(path: str) -> Reply:
        return reply

    async def same(found: Reply) -> Reply:
        return found

    for role in ("reader", "manager"):
        view = asyncio.run(
            home_view(
                ask,
                person=Person("slack:U1", "Anna", role),  # type: ignore[arg-type]  # both roles there are
                locale=locale,
                zone="Europe/Berlin",
                say=speech(locale),
                archive="https://bot.example/archive",
                shorten=same,
            )
        )
        _checked(view)


async def test_a_manager_reaches_every_command_from_home() -> None:
    async def ask(path: str) -> Reply:
        return Reply.say("nothing")

    async def same(found: Reply) -> Reply:
        return found

    person = Person("slack:U1", "Anna", "manager")
    view = await home_view(ask, person=person, locale="en", zone="UTC", say=speech("en"), shorten=same)
    reached = {
        json.loads(option["value"])["command"]
        for block in view["blocks"]
        for element in block.get("elements", ())
        for option in element.get("options", ())
        if element.get("type") == "static_select"
    }
    assert reached == set(COMMANDS)
    pressed = {element["text"]["text"] for element in view["blocks"][1]["elements"]}
    assert {label for path, label in first_steps(speech("en")) if path in COMMANDS} <= pressed
