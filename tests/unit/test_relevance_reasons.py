"""Why an item is AI policy or not, in words: said in the reader's language, and nothing twice."""

from __future__ import annotations

import pytest

from bot.pipeline import linear, relevance
from bot.pipeline.linear import Model, Weights, telling
from bot.pipeline.phrases import Words
from bot.speech import speech

SAID = {"use chatgpt": 9, "^use chatgpt to": 8, "chatgpt": 7, "write": 6, "chatgpts": 5}
MODEL = Model(
    Weights(
        unit=1.0,
        text=0.7,
        classes=[("relevant", "yes", 0.0)],
        weights={phrase: bytes((0, linear.ZERO + weight)) for phrase, weight in SAID.items()},
    )
)


def test_a_phrase_is_told_once() -> None:
    words = ["use", "chatgpt", "to", "write", "chatgpts"]
    told = telling(MODEL, words, words, 1)
    assert len(told) == 3
    assert sum("chatgpt" in one.split() for one in told) == 1
    assert {"write", "chatgpts"} < set(told)


@pytest.mark.parametrize("relevant", [True, False])
def test_without_words_the_reason_ends_with_no_colon(relevant: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linear, "telling", lambda *_: ())
    assert relevance._decided(relevant, [], Words("")).endswith(" turned the scale")


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "about AI: “chatbot”; law, government or courts: “Senate”, “bill”; 0.91 of 1 for AI policy",
            "über KI: “chatbot”; Recht, Regierung oder Gerichte: “Senate”, “bill”; 0.91 von 1 für KI-Politik",
        ),
        (
            "about AI: “AI”; nothing says law, government or courts; words of other news turned the scale: “use”, “to”"
            "; 0.31 of 1 for AI policy",
            "über KI: “AI”; nichts deutet auf Recht, Regierung oder Gerichte hin; Wörter anderer Nachrichten gaben den "
            "Ausschlag: “use”, “to”; 0.31 von 1 für KI-Politik",
        ),
        (
            "about AI: “AI”; law, government or courts: “rules”; speaks against it, looks like product news: "
            "“launches”; words of such news turned the scale; 0.55 of 1 for AI policy",
            "über KI: “AI”; Recht, Regierung oder Gerichte: “rules”; spricht dagegen, sieht nach Produktneuigkeiten "
            "aus: “launches”; Wörter solcher Nachrichten gaben den Ausschlag; 0.55 von 1 für KI-Politik",
        ),
    ],
)
def test_reasons_are_said_in_german_from_end_to_end(english: str, german: str) -> None:
    assert speech("de").again(english) == german
