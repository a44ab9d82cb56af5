"""Dates as written, resolved only against the publication date, and the dates ahead they prove."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.pipeline import facts
from bot.pipeline.facts import dates
from bot.pipeline.facts.scan import Scan

APRIL_2024 = datetime(2024, 4, 2, 12, tzinfo=UTC)  # a Tuesday

CASES = [
    ("In October, the president signed an order.", "en", "In October", None, "2023-10"),
    ("while in January, the department proposed rules.", "en", "in January", None, "2024-01"),
    ("It was published on April 1, 2024 in the journal.", "en", "April 1, 2024", "2024-04-01", "2024-04-01"),
    ("The act of 13 June 2024 applies.", "en", "13 June 2024", "2024-06-13", "2024-06-13"),
    ("It takes effect on 2 August.", "en", "2 August", None, "2024-08-02"),
    ("He resigned on March 5.", "en", "March 5", None, "2024-03-05"),
    ("He resigned on November 5.", "en", "November 5", None, "2023-11-05"),
    ("The vote was held on Monday.", "en", "on Monday", None, "2024-04-01"),
    ("The committee will vote on Friday.", "en", "on Friday", None, "2024-04-05"),
    ("The committee will vote next Friday.", "en", "next Friday", None, None),
    ("The rule was signed on 2024-03-28.", "en", "2024-03-28", "2024-03-28", "2024-03-28"),
    ("It was filed on 03/04/2024.", "en", "03/04/2024", None, None),
    ("It was filed on 23/04/2024.", "en", "23/04/2024", "2024-04-23", "2024-04-23"),
    ("The goal is set for the end of 2030, by 2035 at the latest.", "en", "by 2035", "2035", "2035"),
    ("Das Gesetz soll am 1. Januar 2026 in Kraft treten.", "de", "1. Januar 2026", "2026-01-01", "2026-01-01"),
    ("Der Rat stimmte am 21.05.2024 zu.", "de", "21.05.2024", "2024-05-21", "2024-05-21"),
    ("La loi entre en vigueur le 1er juillet 2025.", "fr", "1er juillet 2025", "2025-07-01", "2025-07-01"),
    ("They met yesterday in Paris.", "en", "yesterday", None, "2024-04-01"),
    ("Sales fell last year.", "en", "last year", None, "2023"),
    ("It begins next month.", "en", "next month", None, "2024-05"),
    ("On Feb. 29, 2024, it closed.", "en", "Feb. 29, 2024", "2024-02-29", "2024-02-29"),
]


@pytest.mark.parametrize(("text", "language", "words", "alone", "published"), CASES)
def test_resolved_only_with_evidence(
    text: str, language: str, words: str, alone: str | None, published: str | None
) -> None:
    without = {mention.slice.text: mention.data["iso"] for mention in dates.find(Scan(text, None, language))}
    resolved = {mention.slice.text: mention.data["iso"] for mention in dates.find(Scan(text, APRIL_2024, language))}
    assert without[words] == alone
    assert resolved[words] == published


@pytest.mark.parametrize(
    "text",
    [
        "It may pass.",
        "May Lin spoke.",
        "They march on.",
        "An august body.",
        "30 February 2024 does not exist.",
        "Chapter 2024 of it",
    ],
)
def test_not_dates(text: str) -> None:
    assert [m for m in dates.find(Scan(text, APRIL_2024)) if m.data["iso"]] == []


AHEAD = [
    ("Comments are due by June 3, 2024.", "deadline", date(2024, 6, 3), "Comments are due by June 3, 2024"),
    ("The consultation closes on 9 July 2024.", "deadline", date(2024, 7, 9), "consultation closes on 9 July 2024"),
    ("The committee will hold a hearing on May 14.", "hearing", date(2024, 5, 14), "hearing on May 14"),
    ("The law takes effect on January 1, 2026.", "effective", date(2026, 1, 1), "takes effect on January 1, 2026"),
    (
        "The ban enters into force on 2 February 2025.",
        "effective",
        date(2025, 2, 2),
        "enters into force on 2 February 2025",
    ),
    ("The rules apply from 2 August 2026.", "application", date(2026, 8, 2), "apply from 2 August 2026"),
    ("Companies must comply by the end of 2025.", "deadline", date(2025, 12, 31), None),
    ("The summit will be held in Seoul on 21 May 2024.", "event", date(2024, 5, 21), None),
    ("The agency has until 30 June to answer.", "deadline", date(2024, 6, 30), None),
]


@pytest.mark.parametrize(("text", "kind", "on", "words"), AHEAD)
def test_dates_ahead(text: str, kind: str, on: date, words: str | None) -> None:
    found = facts.dates_ahead(text, APRIL_2024)
    assert [(one.kind, one.on) for one in found] == [(kind, on)]
    if words:
        assert found[0].words.text == words
    span = found[0].words.span
    assert text[span.start : span.end] == found[0].words.text
    assert found[0].what == text


@pytest.mark.parametrize(
    ("text", "language", "kind", "on"),
    [
        ("Das Gesetz soll am 1. Januar 2026 in Kraft treten.", "de", "effective", date(2026, 1, 1)),
        ("Stellungnahmen sind bis zum 30. Juni 2024 möglich.", "de", "deadline", date(2024, 6, 30)),
        ("Le règlement entre en vigueur le 1er août 2024.", "fr", "effective", date(2024, 8, 1)),
        ("Les réponses sont attendues au plus tard le 15 mai 2024.", "fr", "deadline", date(2024, 5, 15)),
    ],
)
def test_dates_ahead_in_german_and_french(text: str, language: str, kind: str, on: date) -> None:
    assert [(one.kind, one.on) for one in facts.dates_ahead(text, APRIL_2024, language)] == [(kind, on)]


@pytest.mark.parametrize(
    "text",
    [
        "The law took effect on February 1, 2024.",  # past
        "She was born on June 3, 2030.",  # nothing is due
        "The rules apply from August.",  # no day is named
        "It is due next Friday.",  # which Friday is anybody's guess
        "The hearing was on March 3.",
    ],
)
def test_nothing_ahead(text: str) -> None:
    assert facts.dates_ahead(text, APRIL_2024) == ()


def test_without_a_publication_date_only_full_dates_count() -> None:
    text = "Comments are due by June 3. The law takes effect on January 1, 2030."
    assert [(one.kind, one.on) for one in facts.dates_ahead(text, None)] == [("effective", date(2030, 1, 1))]


def test_a_second_date_shares_the_verb_of_the_first() -> None:
    text = "Rules for models apply from 2 August 2025, and duties for products from 2 August 2026."
    found = facts.dates_ahead(text, APRIL_2024)
    assert [(one.kind, one.on) for one in found] == [
        ("application", date(2025, 8, 2)),
        ("application", date(2026, 8, 2)),
    ]


def test_a_vote_that_was_held_is_not_ahead() -> None:
    text = "Parliament approved the act on Tuesday by 523 votes in favour and 46 against."
    assert facts.dates_ahead(text, APRIL_2024) == ()
