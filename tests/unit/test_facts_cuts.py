"""Clauses are cut where what is left is whole, and nowhere else."""

from __future__ import annotations

import pytest

from bot.model import Span
from bot.pipeline.facts import clauses

CUT = clauses._ends


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        (
            "The European Union's AI Act entered into force on 1 August 2024, twenty days after the regulation was "
            "published in the Official Journal",
            "twenty days",
        ),
        (
            "The treaty will enter into force three months after five signatories, including at least three member "
            "states of the Council of Europe, have ratified it",
            "five signatories",
        ),
        ("The agency opened its inquiry into the chatbot only weeks before the company went public", "only weeks"),
    ],
)
def test_a_measure_or_a_subject_is_not_left_without_its_verb(sentence: str, never: str) -> None:
    ends = [sentence[:end] for end in CUT(sentence, 0, len(sentence))]
    assert ends[0] == sentence
    assert not [end for end in ends if end.endswith(never)]


def test_an_aside_at_the_end_still_goes() -> None:
    sentence = (
        "The court blocked the deepfake law on Tuesday, citing the freedom of speech of those who made the videos"
    )
    ends = [sentence[:end] for end in CUT(sentence, 0, len(sentence))]
    assert "The court blocked the deepfake law on Tuesday" in ends


def _cuts(sentence: str) -> list[str]:
    return [
        sentence[one.start : one.end]
        for one in clauses.clauses(sentence, Span(0, len(sentence)), place=2)
        if not one.dangling
    ]


def test_a_day_stays_with_what_happened_on_it() -> None:
    assert _cuts("The regulator fined the two banks 30 million pounds on Monday.") == [
        "The regulator fined the two banks 30 million pounds on Monday"
    ]


@pytest.mark.parametrize(
    ("sentence", "rubble"),
    [
        (
            "The minister did not say whether the review, to be led by a retired judge, the former head of the court, "
            "would be published.",
            "The minister did not say whether the review, to be led by a retired judge",
        ),
        (
            "Getting rid of the bank's guaranteed source of profit -- borrowing at nothing -- would cost the state "
            "two billion pounds.",
            "Getting rid of the bank's guaranteed source of profit",
        ),
        (
            "In a letter dated 12 February 2026 — seven months before the attack — the director asked for guards.",
            "In a letter dated 12 February 2026",
        ),
        (
            "A student from northern Leeds was so ill after eating the dish that an ambulance was called.",
            "A student from northern Leeds was so ill",
        ),
        (
            "Two ministers praised a treaty that names four areas of work as well as areas where they disagree.",
            "Two ministers praised a treaty that names four areas of work as well as areas",
        ),
        (
            "The oil had been burned or skimmed at sea; evaporated at the surface; or dissolved under the water.",
            "The oil had been burned or skimmed at sea; evaporated at the surface",
        ),
        (
            "Despite the damage to the two old towers, a report from the agency said the bridge was safe.",
            "Despite the damage to the two old towers",
        ),
        (
            "Other members of the house echoed those comments, saying the president's strategy, although it had failed "
            "before, would work.",
            "Other members of the house echoed those comments, saying the president's strategy",
        ),
        (
            "The president's share in the polls of the party fell to a quarter right before the vote in the senate.",
            "The president's share in the polls of the party fell to a quarter right",
        ),
        (
            "At the close of trading on Wednesday its value was $349 billion, just behind its rival's $358 billion.",
            "just behind its rival's $358 billion",
        ),
    ],
)
def test_what_a_cut_leaves_is_a_sentence(sentence: str, rubble: str) -> None:
    found = _cuts(sentence)
    assert found
    assert rubble not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "This month, the agency released a report on the spill.",
        "This year's budget sets aside two million euros for inspectors.",
        "The senator lost in Ohio, and it is clear that he will stay in the race.",
        "Asked if she believed the report, Clinton said the police would answer that.",
    ],
)
def test_what_names_its_own_subject_does_not_point_back(sentence: str) -> None:
    assert _cuts(sentence)


@pytest.mark.parametrize(
    "dateline",
    [
        "WASHINGTON \u2015 ",
        "NEW YORK--",
        "NEW YORK -- ",
        "Bern (sda) ",
        "München (dpa/lby) - ",
        "ZÜRICH (Keystone-SDA) ",
    ],
)
def test_a_dateline_goes_whatever_its_dash(dateline: str) -> None:
    sentence = dateline + "Verity Motors is testing a bus without a driver on two routes."
    assert _cuts(sentence) == ["Verity Motors is testing a bus without a driver on two routes"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry might like the idea of one rule for all states, but that is not for the ministry to decide",
        "Chatbot makers may be willing to move fast — with our money and our children — but they must answer for it",
    ],
)
def test_what_is_only_conceded_is_not_told_without_its_but(sentence: str) -> None:
    assert [sentence[:end] for end in CUT(sentence, 0, len(sentence))] == [sentence]


def test_a_reference_to_another_text_goes() -> None:
    sentence = "The report seals a ban on tools that undress people in pictures (see Brief 13827/8)"
    found = list(clauses.clauses(sentence, Span(0, len(sentence))))
    assert sentence[found[0].start : found[0].end] == sentence[: sentence.index(" (see")]
