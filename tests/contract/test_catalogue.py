"""The catalogue of messages: every one is in it, translated, with the same values, and compiled."""

from __future__ import annotations

import io
import re
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import read_mo

from bot.speech import LOCALES, TOLD, speech
from tests import locale_catalogue as made

OTHERS = [locale for locale in LOCALES if locale != "en"]
MAKE = "run `make locale`, then translate what it names in bot/locale"


def messages(locale: str) -> list[Message]:
    """Every entry but the header."""
    return [message for message in made.catalogue(locale) if message.id]


def pairs(message: Message) -> list[tuple[str, str]]:
    """(English, translation) of each form."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return list(zip(message.id, message.string, strict=True))


def names(text: str) -> set[str]:
    """The values a message takes."""
    return {name for _, name, *_ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("locale", OTHERS)
def test_every_message_is_in_the_catalogue_and_no_other(locale: str) -> None:
    have = {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0])
        for message in messages(locale)
    }
    want = set(made.collect().entries)
    assert want - have == set(), MAKE
    assert have - want == set(), "`make locale` takes out what nobody says any more"


@pytest.mark.parametrize("locale", OTHERS)
def test_every_message_is_translated(locale: str) -> None:
    empty = [message.id for message in messages(locale) for _, told in pairs(message) if not told.strip()]
    assert empty == [], MAKE
    assert [message.id for message in messages(locale) if message.fuzzy] == []


@pytest.mark.parametrize("locale", OTHERS)
def test_values_are_the_same_in_both_languages(locale: str) -> None:
    wrong = [
        (english, told)
        for message in messages(locale)
        for english, told in pairs(message)
        if names(english) != names(told)
    ]
    assert wrong == []


@pytest.mark.parametrize("locale", OTHERS)
def test_what_is_typed_stays_as_it_is_typed(locale: str) -> None:
    """Commands and words of rules in backquotes are no words to translate."""

    def typed(text: str) -> set[str]:
        return {re.sub(r"<\w+>", "<>", found) for found in re.findall(r"`([^`]+)`", text) if "{" not in found}

    wrong = [
        (english, told)
        for message in messages(locale)
        for english, told in pairs(message)
        if typed(english) - typed(told)
    ]
    assert wrong == []


def test_german_uses_its_own_quotation_marks_and_addresses_people_politely() -> None:
    for message in messages("de"):
        for english, told in pairs(message):
            quoted = told.replace('"South Korea"', "").replace('"Wendung in Anführungszeichen"', "")
            assert '"' not in quoted, told
            assert told.count("„") == told.count("“"), told
            assert not re.search(r"\b(du|dein|deine|dir|dich)\b", told), told
            assert english.endswith("?") == told.endswith("?") or english == "is it AI policy", told


@pytest.mark.parametrize("locale", OTHERS)
def test_what_is_compiled_is_what_is_written(locale: str) -> None:
    folder = made.LOCALE / locale / "LC_MESSAGES"
    whole = io.BytesIO(made.mo_bytes(made.catalogue(locale)))
    with (folder / "bot.mo").open("rb") as file:
        have, want = read_mo(file), read_mo(whole)
    assert {(one.context, str(one.id)): one.string for one in have if one.id} == {
        (one.context, str(one.id)): one.string for one in want if one.id
    }, MAKE


def test_numbers_take_their_form() -> None:
    english, german = speech("en"), speech("de")
    assert [english.n("{n} source", "{n} sources", n) for n in (0, 1, 2)] == ["0 sources", "1 source", "2 sources"]
    assert [german.n("{n} source", "{n} sources", n) for n in (0, 1, 2)] == ["0 Quellen", "1 Quelle", "2 Quellen"]


@pytest.mark.parametrize(
    ("sentence", "german"),
    [
        ("example.org does not answer in time.", "example.org antwortet nicht rechtzeitig."),
        ("one poll posts 10 at most", "ein Abruf postet höchstens 10"),
        ("a fact was added; the quote was taken out", "ein Fakt kam hinzu; das Zitat wurde entfernt"),
        ("stage was proposed, is in force", "Stand war „Vorgeschlagen“, ist „In Kraft“"),
        ("12 became 14", "aus 12 wurde 14"),
        (
            "about AI: “chatbot”; 0.71 of 1 for AI policy",
            "über KI: “chatbot”; 0.71 von 1 für KI-Politik",
        ),
        ("#n cannot be reached: the channel is archived. Its posts wait, and are tried again now and then.",
         "#n ist nicht erreichbar: der Kanal ist archiviert. Was ansteht, wartet und wird ab und zu wieder versucht."),
        ("`latset` is not a command. Did you mean `latest`? `help` lists all.",
         "`latset` ist kein Befehl. Meinten Sie `latest`? `help` zählt alle auf."),
        ("There is nothing in these brackets.\nAI AND ()\n       ^",
         "In diesen Klammern steht nichts.\nAI AND ()\n       ^"),
        ("close to “Startup became a unicorn” (Courier), but another country",
         "nah an “Startup became a unicorn” (Courier), aber ein anderes Land"),
        ("Nobody ever wrote this sentence here.", "Nobody ever wrote this sentence here."),
        ("", ""),
    ],
)  # fmt: skip
def test_finished_sentences_are_said_again(sentence: str, german: str) -> None:
    assert speech("de").again(sentence) == german
    assert speech("en").again(sentence) == sentence


def test_told_sentences_have_enough_words_of_ours_to_be_known_again() -> None:
    for context, message in made.collect().entries:
        if context == TOLD and "{" in message:
            assert len(re.sub(r"\{\w+\}", "", message).strip()) >= 5, message


@pytest.mark.parametrize("locale", ["de", "de-DE", "de_AT", "DE"])
def test_german_of_every_country_is_german(locale: str) -> None:
    assert speech(locale)("Read") == "Lesen"


@pytest.mark.parametrize("locale", ["en", "en-GB", "fr", "", "zz"])
def test_other_languages_read_english(locale: str) -> None:
    assert speech(locale)("Read") == "Read"
