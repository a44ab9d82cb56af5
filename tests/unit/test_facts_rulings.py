"""A court's own opinion gives its holding and its order, each reading on its own."""

from __future__ import annotations

from bot.pipeline import facts
from bot.pipeline.facts.rulings import holdings

OPINION = """Doe v. Registrar of Copyrights

United States Court of Appeals for the Fifteenth Circuit

No. 24-1187. Argued October 9, 2025. Decided March 3, 2026.

Before: MARSH, OKAFOR and LINDT, Circuit Judges.

Opinion for the Court filed by Circuit Judge OKAFOR.

Jonathan Doe built a generative program that he calls the Painting Engine. In 2021 he asked the Copyright Office to \
register a picture that the program had made.

The Copyright Office denied the application because no human being had drawn the work. Doe sued in the district court.

We review the grant of summary judgment de novo. Stern v. Lane, 301 F.3d 12, 15 (15th Cir. 2002).

We therefore hold that the Copyright Act requires all eligible work to be authored in the first instance by a human \
being. We hold that it does so in every case.

For these reasons the judgment of the district court is affirmed.
"""


def shown(text: str) -> list[str]:
    return [fact.slice.text for fact in facts.choose("", text, facts.extract(text))]


def test_the_holding_is_a_fact_without_we_hold_that() -> None:
    found = shown(OPINION)
    assert "the Copyright Act requires all eligible work to be authored in the first instance by a human being" in found
    assert "the judgment of the district court is affirmed" in found
    assert all(fact in OPINION for fact in found)


def test_neither_a_citation_nor_the_heading_of_an_opinion_is_a_fact() -> None:
    assert not [fact for fact in shown(OPINION) if "F.3d" in fact or "filed by" in fact]


def test_what_the_court_holds_of_an_it_is_left_out() -> None:
    assert not [span for span in holdings(OPINION) if OPINION[span.start : span.end].startswith("it ")]


def test_news_about_a_court_is_no_opinion() -> None:
    news = (
        "A judge in Oslo ruled on Monday that the police may not use the face search. We hold that rights come first, "
        "said a lawyer for the plaintiffs in Berg v. Norway. The order is stayed until May."
    )
    assert holdings(news) == ()


def test_a_german_judgment_gives_its_order() -> None:
    text = (
        "Im Namen des Volkes\n\nUrteil in dem Rechtsstreit Verband e. V. gegen Kramer GmbH (7 O 12/25)\n\n"
        "Die Klage wird abgewiesen.\n\nDer Kläger trägt die Kosten des Verfahrens."
    )
    assert [text[span.start : span.end] for span in holdings(text)] == ["Die Klage wird abgewiesen"]


def test_a_long_text_is_read_in_linear_time() -> None:
    text = OPINION + "The Court therefore, as we said, hold " * 4000
    assert holdings(text)
