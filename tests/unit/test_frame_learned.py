"""The learned model chooses among values the tables have proven, and says none of its own."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest

from bot.model import Article, Label, Slice, Span
from bot.pipeline import digest, frame, taxonomy
from bot.pipeline.frame import learned
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Weighed


def proven(id: str, score: float = 4.0) -> Weighed:
    return Weighed(id, score, Slice(id, Span(0, len(id)), "title"), 3.0)


def test_a_far_likelier_value_with_words_to_prove_it_is_preferred() -> None:
    own = Label("passed", (Slice("passes", Span(0, 6), "title"),))
    chosen = learned.preferred(own, [proven("advanced")], {"passed": -9.0, "advanced": -0.1})
    assert chosen is not None
    assert (chosen.id, chosen.evidence[0].text) == ("advanced", "advanced")


def test_what_is_a_little_likelier_unproven_or_hardly_proven_is_not() -> None:
    own = Label("passed")
    assert learned.preferred(own, [proven("advanced")], {"passed": -1.0, "advanced": -0.5}) is own
    assert learned.preferred(own, [], {"passed": -9.0, "advanced": -0.1}) is own
    assert learned.preferred(own, [proven("advanced", 0.2)], {"passed": -9.0, "advanced": -0.1}) is own


def test_unknown_stays_unknown() -> None:
    assert learned.preferred(None, [proven("advanced")], {"advanced": -0.1}) is None
    assert frame.read("A walk in the woods", "The sky was blue and the grass was green.").stage is None


def test_every_value_of_the_taxonomy_has_a_probability_and_they_add_up() -> None:
    likely = learned.likely(Story("Senate passes chatbot bill 31-6", "The bill goes to the House."))
    for field, terms in (("topic", taxonomy.TOPICS), ("instrument", taxonomy.INSTRUMENTS), ("stage", taxonomy.STAGES)):
        assert likely[field].keys() == terms.keys()
        assert math.isclose(sum(map(math.exp, likely[field].values())), 1.0, rel_tol=1e-9)


def test_no_words_are_no_failure() -> None:
    assert learned.likely(Story("", ""))["stage"]


def test_a_fine_is_likely_enforcement_and_a_signature_a_signed_law() -> None:
    fined = learned.likely(Story("Watchdog fines app maker 2 million euros over scraped photos", ""))
    assert max(fined["stage"], key=lambda id: fined["stage"][id]) == "enforced"
    signed = learned.likely(Story("Governor signs bill on companion chatbots into law", ""))
    assert max(signed["stage"], key=lambda id: signed["stage"][id]) == "signed"
    assert max(signed["topic"], key=lambda id: signed["topic"][id]) == "children_companions"


@pytest.mark.parametrize(
    ("title", "text", "stage"),
    [
        (
            "Chatbot law takes effect in Norland",
            "The law takes effect on September 1, 2026. It binds makers of companion chatbots.",
            "passed",
        ),
        (
            "Norland's chatbot law enters into force",
            "The law enters into force today, January 15. Makers of companion chatbots are bound from now on.",
            "in_force",
        ),
        (
            "Chatbot law in force in Norland",
            "The law took effect on Monday. Duties for smaller firms take effect on September 1, 2026.",
            "in_force",
        ),
    ],
)
def test_what_takes_effect_on_a_day_to_come_is_not_in_force(title: str, text: str, stage: str) -> None:
    article = Article("https://e.example/1", title, text, published=datetime(2026, 1, 15, tzinfo=UTC))
    found = digest(article).frame.stage
    assert found is not None
    assert found.id == stage
