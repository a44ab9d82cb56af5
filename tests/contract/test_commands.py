"""The table of commands: each can be typed as it is shown, explains itself, and every button leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot import editions
from bot.commands import COMMANDS, helping, slash
from bot.commands.parse import arguments, find, tokens
from bot.commands.spec import Command
from bot.model import Button, Buttons, Form, Person, Reply, Select, Shown, Source
from bot.platforms import slack_home
from bot.render import card_actions
from bot.sources import health
from bot.speech import speech
from bot.storage import editions as shelf
from bot.storage import payloads, trouble
from bot.storage.tables import promises
from tests import locale_catalogue
from tests.filled import NOW, Desk, everything, line_of, story_card

ROOTS = {path.split(" ")[0] for path in COMMANDS}


def understood(line: str) -> tuple[Command, dict[str, object]]:
    """The command a line names, with its arguments."""
    command, rest = find(tokens(line), COMMANDS)
    return command, arguments(command, rest)


@pytest.mark.parametrize("path", COMMANDS)
def test_what_a_command_needs_can_be_typed(path: str) -> None:
    command, given = understood(line_of(COMMANDS[path]))
    assert command.path == path
    assert set(given) >= {arg.name for arg in command.args if arg.required}


@pytest.mark.parametrize("path", COMMANDS)
def test_all_it_takes_can_be_typed(path: str) -> None:
    command, given = understood(line_of(COMMANDS[path], whole=True))
    assert command.path == path
    assert set(given) == {arg.name for arg in command.args}


@pytest.mark.parametrize("path", COMMANDS)
def test_usage_names_every_argument(path: str) -> None:
    command = COMMANDS[path]
    assert command.usage.startswith(path)
    for arg in command.args:
        assert arg.flag in command.usage or arg.name in command.usage or all(c in command.usage for c in arg.choices)


@pytest.mark.parametrize("path", [path for path, command in COMMANDS.items() if command.example])
def test_an_example_works_as_it_stands(path: str) -> None:
    command, given = understood(COMMANDS[path].example)
    assert command.path == path
    assert given, "an example shows an argument"


@pytest.mark.parametrize("path", [path for path, command in COMMANDS.items() if len(command.args) > 2])
def test_commands_with_many_arguments_have_an_example(path: str) -> None:
    assert COMMANDS[path].example


@pytest.mark.parametrize("path", COMMANDS)
def test_summaries_and_help_are_short_and_plain(path: str) -> None:
    command = COMMANDS[path]
    for text in (command.summary, *(arg.help for arg in command.args)):
        assert 1 <= len(text) <= 100, text
        assert text[0].isupper(), text
        assert not text.endswith("."), text
        assert text == text.strip(), text
        assert 1 <= len(speech("de")(text)) <= 100, speech("de")(text)


def test_no_two_commands_say_the_same() -> None:
    counted = Counter(command.summary for command in COMMANDS.values())
    assert [summary for summary, count in counted.items() if count > 1] == []


def test_names_are_unique_within_a_command() -> None:
    for path, command in COMMANDS.items():
        names = [arg.name for arg in command.args]
        assert len(set(names)) == len(names), path


def test_two_words_are_a_group_of_several() -> None:
    """`digest now` is one of a group; a group of one would be a command with an odd name."""
    groups = Counter(path.split(" ")[0] for path in COMMANDS if " " in path)
    assert all(count >= 2 for count in groups.values()), groups
    assert all(path.count(" ") <= 1 for path in COMMANDS)


def test_help_shows_each_command_in_one_group() -> None:
    named = Counter(name for _, names in helping.GROUPS for name in names)
    assert set(named) == ROOTS
    assert max(named.values()) == 1


def test_forms_and_places_are_of_commands_there_are() -> None:
    assert set(COMMANDS) >= slash.FORMS
    assert set(COMMANDS) >= slash.ON_CARDS - {"facts"}
    assert set(COMMANDS) >= slash.PUBLIC
    assert slash.ADMIN <= ROOTS
    say = speech("en")
    for path, _ in (*slack_home.sections(say), *slack_home.first_steps(say)):
        assert path in COMMANDS


NAMES = {word for path in COMMANDS for word in path.split(" ")}
OPTIONS = {arg.name for command in COMMANDS.values() for arg in command.args}


@pytest.mark.parametrize("name", sorted(NAMES | OPTIONS))
def test_each_name_has_a_german_one(name: str) -> None:
    assert slash.GERMAN.get(name), name


def codes(message: str) -> Iterator[str]:
    """What stands in backquotes in a message and is a command."""
    for found in re.findall(r"`([^`]+)`", message):
        words = re.sub(r"\{\w+\}|<(\w+)>", "x", found).split()
        if words and words[0] in ROOTS and "{" not in found.split()[0]:
            yield found


@pytest.mark.parametrize("locale", ["en", "de"])
def test_every_command_a_message_names_exists(locale: str) -> None:
    entries = locale_catalogue.catalogue(locale) if locale != "en" else None
    texts = [message for _, message in locale_catalogue.collect().entries]
    if entries is not None:
        texts = [
            str(form)
            for one in entries
            if one.id
            for form in ([one.string] if isinstance(one.string, str) else one.string)
        ]
    for text in texts:
        for code in codes(text):
            line = re.sub(r"<\w+>", "https://example.org/page", re.sub(r"\{\w+\}", "EU", code))
            command, _ = find(tokens(line), COMMANDS)
            assert line.startswith(command.path), text


# ---------------------------------------------------------------------------- every button of every answer


def lines_of(reply: Reply) -> Iterator[str]:
    """Lines that pressing something in an answer types."""
    say = speech("en")
    for part in reply.parts:
        match part:
            case Buttons():
                yield from pressed(part.buttons)
            case Select():
                yield from (part.line.replace("{}", value) for _, value in part.options)
            case Shown():
                yield from pressed(
                    (*card_actions.card_buttons(part.card, say), *card_actions.card_menu(part.card, say))
                )
            case Form():
                assert part.command in COMMANDS, part
            case _:
                pass


def pressed(buttons: tuple[Button, ...]) -> Iterator[str]:
    """Lines of buttons; one that only opens an address has none."""
    for button in buttons:
        assert bool(button.line) != bool(button.url), button
        assert button.label.strip(), button
        if button.line:
            yield button.line


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(tmp_path)
    await made.settle_in()
    yield made
    made.close()


async def check(desk: Desk, lines: list[str], person: Person) -> set[str]:
    """Ask every line; every button of the answers is a line that is understood. The commands they lead to."""
    led: set[str] = set()
    for line in lines:
        for pressed_line in lines_of(await desk.ask(line, person)):
            command, _ = understood(pressed_line)
            led.add(command.path)
    return led


async def test_every_button_of_every_answer_leads_somewhere(desk: Desk) -> None:
    lines = [*everything(), *(line_of(command, whole=True) for command in COMMANDS.values() if command.who == "anyone")]
    led = await check(desk, lines, desk.reader) | await check(desk, lines, desk.manager)
    assert {"follow", "latest", "split", "retry", "unmark", "unmute", "unsave", "story", "save"} <= led


async def test_every_button_of_empty_states_leads_somewhere(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.workspace = replace(desk.workspace, id="console:EMPTY")
    desk.channel = replace(desk.channel, id="console:NONE", workspace_id="console:EMPTY")
    try:
        led = await check(desk, list(COMMANDS), desk.manager)
    finally:
        desk.close()
    assert {"sources catalog", "follow"} <= led


def stored(db: Connection) -> list[Reply]:
    """Answers that wait in promises: notices, drafts, reminders."""
    rows = db.execute(select(promises.c.payload).where(promises.c.kind.in_(("notice", "reminder")))).scalars()
    return [found for row in rows if row and isinstance(found := payloads.load_reply(row), Reply)]


@pytest.mark.parametrize("reason", health.TROUBLES)
async def test_the_buttons_of_a_source_in_trouble_lead_to_it(desk: Desk, reason: str) -> None:
    found = health.trouble(reason)
    source = Source(1, "feed", "https://example.org/feed.xml", "Policy Courier")
    before = len(desk.store.step(stored))
    desk.store.step(
        trouble.begun, source, f"Policy Courier {found.what}.", found.remedy, NOW.timestamp(),
        new_address="https://example.org/new.xml",
    )  # fmt: skip
    told = desk.store.step(stored)
    assert len(told) == before + 1
    assert {understood(line)[0].path for line in lines_of(told[-1])} == {
        "sources add",
        "sources check",
        "sources pause",
    }


async def test_the_buttons_of_a_draft_lead_to_it(desk: Desk) -> None:
    await desk.ask("digest schedule daily 09:00 --approve --mode digest")
    await desk.ask("tune --mode digest --quiet off")

    def draft(db: Connection) -> str:
        planned = shelf.get(db, desk.channel.id)
        assert planned is not None
        assert planned.next_at is not None
        from datetime import UTC, datetime

        return editions.run(db, planned, datetime.fromtimestamp(planned.next_at + 1, UTC))

    if desk.store.step(draft) != "draft":
        pytest.fail("no draft was made")
    lines = [line for reply in desk.store.step(stored) for line in lines_of(reply)]
    led = {understood(line)[0].path for line in lines}
    assert {"digest drop", "digest pin", "digest approve", "digest discard"} <= led


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_buttons_of_a_card_lead_to_its_story(number: int) -> None:
    for card in (story_card(number), replace(story_card(number), withdrawn=True)):
        for say in (speech("en"), speech("de")):
            buttons = (*card_actions.card_buttons(card, say), *card_actions.card_menu(card, say))
            for line in pressed(buttons):
                _, given = understood(line)
                assert str(number) in map(str, given.values()), line
