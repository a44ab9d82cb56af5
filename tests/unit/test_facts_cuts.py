"""Clauses are cut where what is left is whole, and nowhere else."""

from __future__ import annotations

import pytest

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
