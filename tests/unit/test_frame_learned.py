"""The learned model chooses among what tables found; where it is sure and they are silent, its own words prove it."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest

from bot.model import Article, Label, Slice, Span
from bot.pipeline import digest, frame, linear, taxonomy
from bot.pipeline.frame import learned
from bot.pipeline.frame.learned import Likely
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Tabled, Weighed

STORY = Story("Chamber waves chatbot bill through", "The vote was 31 to 6.")
OWN = Label("passed", (Slice("passes", Span(0, 6), "title"),))


def proven(id: str, score: float = 4.0) -> Weighed:
    return Weighed(id, score, Slice(id, Span(0, len(id)), "title"), 3.0)


def likely(title: str, text: str = "") -> dict[str, Likely]:
    story, tables = frame.tables(title, text, "en")
    return learned.likely(story, tables)


def test_a_likelier_value_with_words_to_prove_it_is_chosen() -> None:
    chosen = learned.chosen(STORY, Tabled(OWN, [proven("advanced")]), {"passed": -3.0, "advanced": -0.1})
    assert chosen is not None
    assert (chosen.id, chosen.evidence[0].text) == ("advanced", "advanced")


def test_what_is_a_little_likelier_or_was_found_and_weighed_as_nothing_is_not() -> None:
    assert learned.chosen(STORY, Tabled(OWN, [proven("advanced")]), {"passed": -1.0, "advanced": -0.5}) is OWN
    assert learned.chosen(STORY, Tabled(OWN, [proven("advanced", 0.2)]), {"passed": -9.0, "advanced": -0.1}) is OWN
    assert learned.chosen(STORY, Tabled(None, [proven("advanced", 0.2)]), {"passed": -9.0, "advanced": -0.1}) is None


def test_without_a_model_the_tables_decide() -> None:
    assert learned.chosen(STORY, Tabled(OWN, [proven("advanced", 9.0)]), {}) is OWN
    assert learned.chosen(STORY, Tabled(None, []), {}) is None


def test_where_the_tables_are_silent_a_sure_value_shows_words_of_the_text() -> None:
    chosen = learned.chosen(STORY, Tabled(None, []), {"advanced": -0.1, "passed": -3.0})
    assert chosen is not None
    (proof,) = chosen.evidence
    words = STORY.title if proof.origin == "title" else STORY.body
    assert words.text[proof.span.start : proof.span.end] == proof.text
    assert learned.chosen(STORY, Tabled(None, []), {"advanced": -1.5, "passed": -1.6}) is None


def test_of_a_text_of_which_no_table_says_anything_nothing_is_likely() -> None:
    assert likely("A walk in the woods", "The sky was blue and the grass was green.") == {}
    assert likely("") == {}
    assert frame.read("A walk in the woods", "The sky was blue and the grass was green.").stage is None


def test_every_value_of_the_taxonomy_has_a_probability_and_they_add_up() -> None:
    found = likely("Senate passes chatbot bill 31-6", "The bill goes to the House.")
    for field, terms in (("topic", taxonomy.TOPICS), ("instrument", taxonomy.INSTRUMENTS), ("stage", taxonomy.STAGES)):
        assert found[field].keys() == terms.keys()
        assert math.isclose(sum(map(math.exp, found[field].values())), 1.0, rel_tol=1e-9)


def test_a_fine_is_likely_enforcement_and_a_signature_a_signed_law() -> None:
    fined = likely("Watchdog fines app maker 2 million euros over scraped photos")
    assert max(fined["stage"], key=lambda id: fined["stage"][id]) == "enforced"
    signed = likely("Governor signs bill on companion chatbots into law")
    assert max(signed["stage"], key=lambda id: signed["stage"][id]) == "signed"
    assert max(signed["topic"], key=lambda id: signed["topic"][id]) == "children_companions"


def test_sums_of_many_words_stay_exact() -> None:
    stored = linear.Weights(1.0, 1.0, [("f", "a", 0.0), ("f", "b", 0.0)], {"^w": bytes((0, 255, 1, 1))})
    model = linear.Model(stored)
    assert list(model.sums(["^w"] * 1000)) == [127_000, -127_000]


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
