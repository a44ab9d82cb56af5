"""How far a measure has come, in the words for its kind."""

import pytest

from bot.model import Frame, Label, Slice, Span
from bot.pipeline import taxonomy
from bot.render import labels


def of(instrument: str, stage: str, proof: str = "x") -> Frame:
    kind = Label(instrument) if instrument else None
    return Frame(instrument=kind, stage=Label(stage, (Slice(proof, Span(0, len(proof))),)))


@pytest.mark.parametrize(
    ("instrument", "stage", "english", "german"),
    [
        ("law", "passed", "Passed", "Verabschiedet"),
        ("", "passed", "Passed", "Verabschiedet"),
        ("regulation", "passed", "Adopted", "Erlassen"),
        ("trade_control", "passed", "Issued", "Erlassen"),
        ("guidance", "passed", "Published", "Veröffentlicht"),
        ("court", "passed", "Decided", "Entschieden"),
        ("guidance", "consultation", "Open for comment", "Konsultation"),
    ],
)
def test_the_kind_of_measure_chooses_the_word(instrument: str, stage: str, english: str, german: str) -> None:
    assert labels.stage(of(instrument, stage)) == english
    assert labels.stage(of(instrument, stage), "de") == german


def test_a_veto_is_called_one_and_a_lost_vote_is_not() -> None:
    assert labels.stage(of("law", "rejected", "Vetoes")) == "Vetoed"
    assert labels.stage(of("law", "rejected", "vetoed"), "de") == "Veto"
    assert labels.stage(of("law", "rejected", "voted down")) == "Rejected"


def test_an_unknown_stage_has_no_word() -> None:
    assert labels.stage(Frame(instrument=Label("law"))) == ""


def test_every_special_word_is_for_a_kind_and_stage_there_are() -> None:
    for stage, kinds in taxonomy.STAGES_OF.items():
        assert stage in taxonomy.STAGES
        assert kinds.keys() <= taxonomy.INSTRUMENTS.keys()
