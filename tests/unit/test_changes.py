"""What changed between two readings, and what is only typography."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.model import Card, DateAhead, Fact, Frame, Label, Mention, Quote, Reading, Slice, Span
from bot.pipeline import changes
from bot.pipeline.changes import Change, between, material


def cut(text: str) -> Slice:
    return Slice(text, Span(0, len(text)))


def fact(text: str) -> Fact:
    return Fact(cut(text))


HUBS = "The government will fund nine research hubs."
OLD = Reading(
    headline=cut("Senate passes AI bill"),
    pull=Quote((cut("This is the first law of its kind"),), "Ann Lee"),
    quotes=(Quote((cut("This is the first law of its kind"),), "Ann Lee"),),
    facts=(fact(HUBS), fact("The bill was passed by 60 votes to 38.")),
    frame=Frame(stage=Label("passed")),
    dates_ahead=(DateAhead("effective", date(2026, 1, 1), cut("January 1")),),
)


def test_nothing_changed() -> None:
    assert between(OLD, OLD) == ()


def test_typography_is_no_change() -> None:
    new = replace(
        OLD,
        headline=cut("Senate  passes “AI” bill"),
        pull=Quote((cut("This is the first law of its kind,"),), "Ann Lee"),
        facts=(fact(HUBS.replace(" ", "\u00a0")), fact("The bill was passed by 60 votes to 38")),
    )
    assert between(replace(OLD, headline=cut('Senate passes "AI" bill')), new) == ()


def test_headline() -> None:
    new = replace(OLD, headline=cut("Upper house backs AI bill"))
    assert between(OLD, new) == (Change("headline", "headline was “Senate passes AI bill”"),)
    assert not material(between(OLD, new))


def test_stage_number_and_date_are_material() -> None:
    stage = replace(OLD, frame=Frame(stage=Label("signed")))
    number = replace(OLD, facts=(fact(HUBS), fact("The bill was passed by 61 votes to 38.")))
    day = replace(OLD, dates_ahead=(DateAhead("effective", date(2026, 6, 30), cut("June 30")),))
    assert between(OLD, stage) == (Change("stage", "stage was passed, is signed", True),)
    assert between(OLD, number) == (Change("number", "60 became 61", True),)
    assert between(OLD, day) == (Change("date", "effective was 2026-01-01, is 2026-06-30", True),)


def test_counted_things_go_before_other_digits() -> None:
    def counted(words: str, sentence: str) -> Fact:
        return Fact(cut(sentence), mentions=(Mention("count", cut(words)),))

    old = replace(OLD, facts=(counted("60 hubs", "On 3 May it named 60 hubs."),))
    new = replace(OLD, facts=(counted("60 hubs", "On 4 May it named 60 hubs."),))
    assert [change.kind for change in between(old, new)] == ["fact"]


def test_quote_reworded_and_quote_exchanged_are_told_apart() -> None:
    reworded = Quote((cut("This is the first law of any kind"),), "Ann Lee")
    assert between(OLD, replace(OLD, pull=reworded, quotes=(reworded,))) == (
        Change("quote", "the quoted words were changed"),
    )
    another = Quote((cut("We will watch this closely"),), "Bo Ray")
    assert between(OLD, replace(OLD, pull=another, quotes=(*OLD.quotes, another))) == (
        Change("quote", "another quote was chosen"),
    )


def test_a_fact_added() -> None:
    assert between(OLD, replace(OLD, facts=(*OLD.facts, fact("The minister resigned.")))) == (
        Change("fact", "a fact was added"),
    )


def test_unknown_stage_is_no_change() -> None:
    assert between(OLD, replace(OLD, frame=Frame())) == ()


def test_another_lead_article_is_named_and_not_compared() -> None:
    mine = Card("1", 7, "https://a.example/1", "A", OLD)
    theirs = Card("1", 8, "https://gov.example/1", "Ministry", replace(OLD, headline=cut("Act signed")))
    assert between(mine, theirs) == (Change("lead", "now led by Ministry"),)
    assert between(mine, replace(mine, reading=theirs.reading))[0].kind == "headline"


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Withdrawn: Governor vetoes bill", ""),
        ("[RETRACTED] Governor vetoes bill", ""),
        ("Retraction – Governor vetoes bill", ""),
        ("Zurückgezogen: Gouverneur stoppt Gesetz", ""),
        ("Governor vetoes bill", "This article has been removed at the request of the office."),
        ("Removed", ""),
    ],
)
def test_a_notice_that_an_article_was_taken_back(title: str, summary: str) -> None:
    assert changes.is_withdrawn(title, summary)


@pytest.mark.parametrize(
    "title",
    [
        "Withdrawn AI liability directive leaves a gap, lawyers say",
        "Commission withdraws AI liability directive",
        "Governor: bill removed protections",
        "Deleted chats must be kept, judge tells OpenAI",
    ],
)
def test_news_about_something_withdrawn_is_no_such_notice(title: str) -> None:
    assert not changes.is_withdrawn(title, "The directive has been withdrawn by the Commission.")
