"""Every command answers a German reader in German: no sentence of ours is left in English."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest

from bot.commands import COMMANDS
from bot.model import Attachment, Buttons, Card, Form, Part, Reply, Select, Shown, Table, Words
from bot.render import card_actions, labels, plain
from bot.speech import TOLD, pattern_of, speech
from tests import locale_catalogue
from tests.filled import GONE, Desk, everything

# What readers type stays English in every language, as do names, addresses and the words of articles.
KEPT = re.compile(r"`[^`]*`|https?://\S+|“[^”]*”|\[[^\]]*\]|<[^>]*>|--\w+")
MISTAKES = [
    "lates",
    "sources ad x.org",
    "digest",
    "latest 99",
    "search",
    "latest nowhere at all",
    "follow topic:chldren",
    "follow (",
    "follow --topics nothing",
    "story 99",
    "save 99",
    "why https://nowhere.example/x",
    "digest schedule dayly",
    "digest schedule daily 99:00",
    "digest schedule daily --holidays XX",
    "sources pause nothing",
    "sources add nonsense",
    "sources add",
    "rules save ,, chatbot",
    "rules remove nothing",
    "language xx",
    "language de Nowhere",
    "latest --pgae 2",
    "tune",
    "tune --quiet never",
    "replay https://nowhere.example/x",
    "split 1",
    "managers add a b",
]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(tmp_path, locale="de")
    await made.settle_in()
    yield made
    made.close()


def english() -> list[re.Pattern[str]]:
    """Messages of at least two words that read otherwise in German, as patterns of whole sentences."""
    found = []
    say = speech("de")
    for context, message in locale_catalogue.collect().entries:
        bare = re.sub(r"\{\w+\}", "", KEPT.sub("", message))
        if len(re.findall(r"[A-Za-z]{2,}", bare)) < 2 or len(bare.strip()) < 8:
            continue
        told = say.found.pgettext(TOLD, message) if context else say(message)  # type: ignore[attr-defined]
        if told != message:
            found.append(re.compile(rf"(?<!\w){pattern_of(KEPT.sub(' ', message).strip()).pattern}(?!\w)", re.DOTALL))
    return found


PATTERNS = english()


def texts(card: Card) -> Iterable[str]:
    say = speech("de")
    yield labels.line(card, "de")
    yield plain.also_text(card, say)
    yield plain.changed_text(card, say, "")
    yield from (button.label for button in (*card_actions.card_buttons(card, say), *card_actions.card_menu(card, say)))


def words_of(part: Part) -> Iterable[str]:
    """The words people read in a part of an answer, without lines to type."""
    match part:
        case Words():
            yield from (part.title, *part.text.split("\n"))
        case Table():
            yield from (part.title, *part.columns, *(cell for row in part.rows for cell in row))
        case Shown():
            yield from texts(part.card)
        case Buttons():
            yield from (button.label for button in part.buttons)
        case Select():
            yield part.placeholder
        case Form():
            yield part.title
        case Attachment():
            pass


def left_in_english(reply: Reply) -> list[str]:
    """Sentences of an answer that are English messages of ours."""
    found = []
    for part in reply.parts:
        for text in words_of(part):
            bare = KEPT.sub(" ", text)
            found += [text for pattern in PATTERNS if pattern.fullmatch(bare.strip())]
            found += [text for pattern in PATTERNS if len(pattern.pattern) > 40 and pattern.search(bare)]
    return found


def test_the_check_finds_english() -> None:
    assert left_in_english(Reply.say("This workspace has no sources yet."))
    assert left_in_english(Reply.say("`sources` goes with one of: add, remove."))
    assert not left_in_english(Reply.say("Dieser Arbeitsbereich hat noch keine Quellen."))


async def test_every_command_answers_in_german(desk: Desk) -> None:
    left: dict[str, list[str]] = {}
    for line in everything():
        if english_words := left_in_english(await desk.ask(line)):
            left[line] = english_words
    assert left == {}


async def test_every_command_answers_a_stranger_in_german(tmp_path: Path) -> None:
    """On an empty database: the empty states."""
    desk = Desk(tmp_path, locale="de")
    left: dict[str, list[str]] = {}
    try:
        for person in (desk.reader, desk.manager):
            for line in [path for path in COMMANDS if path not in GONE]:
                if english_words := left_in_english(await desk.ask(line, person)):
                    left[line] = english_words
    finally:
        desk.close()
    assert left == {}


@pytest.mark.parametrize("line", MISTAKES)
async def test_a_mistake_is_explained_in_german(desk: Desk, line: str) -> None:
    reply = await desk.ask(line)
    assert left_in_english(reply) == []
    assert re.search(
        r"[äöüß]|\b(ist|nicht|es|gibt|Sie|zum|eine?|der|die|das|keine?|und|auf)\b", plain.reply(reply, "de")
    )


@pytest.mark.parametrize("path", COMMANDS)
async def test_help_for_each_command_is_german(desk: Desk, path: str) -> None:
    assert left_in_english(await desk.ask(f"help {path}")) == []


async def test_dates_are_written_as_germans_write_them(desk: Desk) -> None:
    shown = [plain.reply(await desk.ask(line), "de", "Europe/Berlin") for line in ("why 2", "deadlines", "status")]
    assert "04.03.2026, 10:00" in shown[0]
    assert "20.03.2026" in shown[1]
    assert "Frist" in shown[1]
    assert "04.03.2026, 10:00" in shown[2]
    timeline = plain.reply(await desk.ask("timeline EU AI Act"), "de", "Europe/Berlin")
    assert "02.03.2026" in timeline
    assert "Verabschiedet" in timeline
    digest = plain.reply(await desk.ask("digest preview"), "de", "Europe/Berlin")
    assert "Mittwoch, 4. März 2026, 10:00 Europe/Berlin" in digest
    assert "Analysen und Ankündigungen" in digest


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (FileNotFoundError, "Diese Datei oder diesen Ordner gibt es nicht"),
        (PermissionError, "Keine Berechtigung"),
        (IsADirectoryError, "Das ist ein Ordner"),
    ],
)
def test_what_the_system_says_of_a_file_is_german(fault: type[OSError], said: str) -> None:
    code = {FileNotFoundError: errno.ENOENT, PermissionError: errno.EACCES, IsADirectoryError: errno.EISDIR}[fault]
    sentence = f"/mnt/news.csv cannot be written: {os.strerror(code)}."
    assert speech("de").again(sentence) == f"/mnt/news.csv lässt sich nicht schreiben: {said}."


async def test_a_file_that_is_not_there_is_said_in_german(desk: Desk, tmp_path: Path) -> None:
    (said,) = (await desk.ask(f"sources import {tmp_path / 'none.opml'}")).parts
    assert isinstance(said, Words)
    assert said.text.endswith("Diese Datei oder diesen Ordner gibt es nicht.")


async def test_a_reported_label_is_german_in_the_log_and_the_note_is_as_written(desk: Desk) -> None:
    await desk.ask("wrong 2 the vote: 30 to 4", desk.reader)
    table = next(part for part in (await desk.ask("log")).parts if isinstance(part, Table))
    assert table.rows[0][3] == "#2 Gesetz › Verabschiedet · Kinder und KI-Begleiter: the vote: 30 to 4"


async def test_places_of_the_catalogue_are_words(desk: Desk) -> None:
    for words, place in (
        ("weltweit", "Weltweit"),
        ("X-OECD", "OECD"),
        ("ieee", "IEEE"),
        ("GB", "Vereinigtes Königreich"),
    ):
        table = next(part for part in (await desk.ask(f"sources catalog {words}")).parts if isinstance(part, Table))
        assert {row[2] for row in table.rows} == {place}, words
