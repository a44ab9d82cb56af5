"""Counts, percentages, votes, bodies, places and instruments, read from sentences written for it."""

from __future__ import annotations

import pytest

from bot.pipeline.facts import counts, instruments, organisations, places, votes
from bot.pipeline.facts.scan import Scan


@pytest.mark.parametrize(
    ("text", "kind", "words", "value"),
    [
        ("to establish nine research hubs and", "count", "nine research hubs", 9),
        ("more than 36 countries signed", "count", "36 countries", 36),
        ("used by 1.2 million users a day", "count", "1.2 million users", 1_200_000),
        ("About 2,000 jobs will go", "count", "2,000 jobs", 2000),
        ("fines of 7% of turnover", "percentage", "7%", 7),
        ("15 per cent of them", "percentage", "15 per cent", 15),
        ("a 2.5 percentage points rise", "percentage", "2.5 percentage points", 2.5),
        ("les 3 000 entreprises du pays", "count", "3 000 entreprises", 3000),
        ("two dozen lawmakers left", "count", "two dozen lawmakers", 24),
    ],
)
def test_counts(text: str, kind: str, words: str, value: float) -> None:
    found = [(m.kind, m.slice.text, m.data["value"]) for m in counts.find(Scan(text))]
    assert found == [(kind, words, value)]


def test_german_and_french_percentages() -> None:
    assert [m.data["value"] for m in counts.find(Scan("rund 12,5 Prozent der Firmen", None, "de"))] == [12.5]
    assert [m.data["value"] for m in counts.find(Scan("près de 30 pour cent des élus", None, "fr"))] == [30]


@pytest.mark.parametrize(
    "text", ["in 2024 elections", "at 10 am", "on 5 May", "one of its members", "seven of them", "24/7 access"]
)
def test_what_counts_nothing(text: str) -> None:
    assert [m for m in counts.find(Scan(text)) if m.kind == "count"] == []


@pytest.mark.parametrize(
    ("text", "words", "yes", "no", "abstained"),
    [
        ("Parliament approved the act by 523-46, with 49 abstentions.", "523-46", 523, 46, None),
        ("The Senate passed it 60 votes to 37.", "60 votes to 37", 60, 37, None),
        (
            "It was adopted with 84 votes in favour and 46 against and 5 abstentions.",
            "84 votes in favour and 46 against and 5 abstentions",
            84,
            46,
            5,
        ),
        ("The House voted 219–210 to pass the bill.", "219–210", 219, 210, None),
        ("Der Bundestag stimmte mit 412 zu 201 Stimmen für das Gesetz.", "412 zu 201", 412, 201, None),
        ("Le Sénat a adopté le texte par 212 voix contre 98.", "212 voix contre 98", 212, 98, None),
        ("The court ruled 6-3 that the order stands.", "6-3", 6, 3, None),
    ],
)
def test_votes(text: str, words: str, yes: int, no: int, abstained: int | None) -> None:
    found = list(votes.find(Scan(text)))
    assert [m.slice.text for m in found] == [words]
    assert (found[0].data["yes"], found[0].data["no"], found[0].data.get("abstained")) == (yes, no, abstained)


@pytest.mark.parametrize(
    "text", ["Everton won the game 3-2.", "The 2024-25 budget was approved.", "Call 555-1234.", "pages 3-4"]
)
def test_not_votes(text: str) -> None:
    assert list(votes.find(Scan(text))) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("while the US Commerce Department proposed regulations", "US Commerce Department"),
        ("The Federal Trade Commission said so.", "Federal Trade Commission"),
        (
            "officials at the Department of Science, Innovation and Technology said",
            "Department of Science, Innovation and Technology",
        ),
        ("a study by Stanford University found", "Stanford University"),
        ("lawyers for OpenAI argued", "OpenAI"),
        ("the House of Representatives met", "House of Representatives"),
    ],
)
def test_organisations(text: str, name: str) -> None:
    assert name in [m.slice.text for m in organisations.find(Scan(text))]


def test_a_bare_head_word_names_nobody() -> None:
    assert list(organisations.find(Scan("The Commission met. A Court sat. The Board agreed."))) == []


def test_places() -> None:
    text = "They met in Washington DC after a summit in Bletchley Park and flew to São Paulo."
    assert [m.slice.text for m in places.find(Scan(text))] == ["Washington DC", "Bletchley Park", "São Paulo"]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("lawmakers passed SB 1047 in August", "sb 1047"),
        ("under Regulation (EU) 2024/1689 providers", "2024/1689"),
        ("Executive Order 14110 was revoked", "eo 14110"),
        ("H.R. 1234 was introduced", "hr 1234"),
        ("a memorandum of understanding signed by both", "memorandum of understanding"),
    ],
)
def test_instruments(text: str, token: str) -> None:
    assert token in [m.data["id"] for m in instruments.find(Scan(text))]
