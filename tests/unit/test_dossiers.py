"""A measure over time: its steps, and what its followers hear."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.model import Card, Frame, Label, Reading, Slice, Span
from bot.pipeline import dossiers


def card(
    story: str,
    day: int | None,
    stage: str = "",
    *,
    primary: bool = False,
    outlet: str = "Wire",
    withdrawn: bool = False,
) -> Card:
    words = Slice(stage, Span(0, len(stage)))
    frame = Frame(stage=Label(stage, (words,)) if stage else None, measures=("sb 53",))
    return Card(
        story,
        int(story),
        f"https://example.org/{story}",
        outlet,
        Reading(headline=Slice("SB 53", Span(0, 5)), frame=frame),
        published=datetime(2025, 9, day, tzinfo=UTC) if day else None,
        primary=primary,
        withdrawn=withdrawn,
    )


def test_aliases_are_one_dossier() -> None:
    assert dossiers.name("Senate Bill 53") == dossiers.name("SB 53") == dossiers.name("sb53") == "sb 53"
    assert dossiers.name("EU AI Act") == dossiers.name("Regulation (EU) 2024/1689") == "2024/1689"
    assert dossiers.of(card("1", 1)) == "sb 53"


def test_timeline_has_each_step_once_oldest_first_with_its_evidence() -> None:
    steps = dossiers.timeline(
        [card("3", 29, "signed"), card("1", 13, "passed"), card("2", 14, "passed"), card("4", 30)]
    )
    assert [(step.stage, step.story_id) for step in steps] == [("passed", "1"), ("signed", "3")]
    assert steps[0].evidence is not None
    assert steps[0].evidence.text == "passed"


def test_a_primary_source_stands_for_its_step() -> None:
    steps = dossiers.timeline([card("1", 29, "signed"), card("2", 30, "signed", primary=True, outlet="Governor")])
    assert [(step.story_id, step.primary) for step in steps] == [("2", True)]


def test_a_stage_that_comes_back_is_a_step_again() -> None:
    steps = dossiers.timeline([card("1", 1, "passed"), card("2", 5, "delayed"), card("3", 9, "passed")])
    assert [step.stage for step in steps] == ["passed", "delayed", "passed"]


def test_withdrawn_cards_are_no_step_and_undated_ones_come_last() -> None:
    steps = dossiers.timeline(
        [card("3", None, "signed"), card("1", 1, "passed"), card("2", 2, "rejected", withdrawn=True)]
    )
    assert [step.stage for step in steps] == ["passed", "signed"]


def test_followers_hear_of_a_new_stage_or_a_new_primary_source_only() -> None:
    known = dossiers.state([card("1", 13, "passed"), card("2", 14, "passed", primary=True, outlet="Senate")])
    table = [
        (card("3", 15, "passed"), False, ""),
        (card("4", 15), False, ""),
        (card("5", 29, "signed"), True, "now signed, was passed"),
        (card("6", 29, "passed", primary=True, outlet="Governor"), True, "new primary source: Governor"),
        (card("7", 29, primary=True, outlet="SENATE"), False, ""),
        (card("8", 29, "signed", withdrawn=True), False, ""),
    ]
    for one, news, why in table:
        assert (dossiers.is_news(known, one), dossiers.why(known, one)) == (news, why), one.story_id


def test_first_step_of_a_dossier_is_news() -> None:
    assert dossiers.why(dossiers.DossierState(), card("1", 13, "passed")) == "first step seen: passed"
