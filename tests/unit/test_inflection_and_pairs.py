"""Verb forms, and two words near each other that prove a value."""

from __future__ import annotations

import pytest

from bot.pipeline.frame.pairs import Pairs
from bot.pipeline.inflection import expanded, forms
from bot.pipeline.phrases import Words


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("table", ("table", "tables", "tabled", "tabling")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("drop", ("drop", "drops", "dropped", "dropping")),
        ("veto", ("veto", "vetoes", "vetoed", "vetoing")),
        ("push", ("push", "pushes", "pushed", "pushing")),
        ("withdraw", ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing")),
    ],
)
def test_forms(verb: str, expected: tuple[str, ...]) -> None:
    assert forms(verb) == expected


def test_a_phrase_is_expanded_at_its_mark() -> None:
    assert expanded("revoke~ order") == ("revoke order", "revokes order", "revoked order", "revoking order")
    assert expanded("final rule") == ("final rule",)


PAIRS = Pairs([("enforced", 3.0, "open~", "inquiry million", 4, "to")])


@pytest.mark.parametrize(
    ("text", "proof"),
    [
        ("Watchdog opens formal inquiry into chatbot", "opens formal inquiry"),
        ("Watchdog opens two inquiries", None),  # only a plain s is added
        ("Watchdog opens door. Inquiry ends", None),  # another sentence
        ("Watchdog wants to open inquiry", None),  # what must not stand before
        ("Firm opens, under pressure, inquiry", None),  # commas are far
        ("Fund opens with 1.5 million", "opens with 1.5 million"),  # a decimal point ends nothing
        ("Fund opens with €20m", "opens with €20m"),
    ],
)
def test_pairs(text: str, proof: str | None) -> None:
    words = Words(text)
    found = [text[hit.start : hit.end] for hit in PAIRS.find(words)]
    assert found == ([proof] if proof else [])
