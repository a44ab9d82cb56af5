"""Plain text of cards, answers and editions, and the cutting every renderer uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_probe import CARD, EDITION, piece

from bot.model import Button, Buttons, Quote, Reply, Table, Words
from bot.render import plain


def test_a_card_says_everything_in_lines() -> None:
    assert plain.card(CARD).splitlines() == [
        "Parliament votes to label synthetic speech",
        "The Example · 1 Mar 2026 · also: Second Paper",
        "“Nobody should have to guess whether a voice is real.”",
        "  Ana Prado, the rapporteur",
        "• Parliament adopted the bill by 312 votes to 201",
        "• Background: fines reach 2 million euros",
        "differs: 312 / 311 (votes)",
        "https://news.example/parliament-labels",
    ]


def test_the_day_is_the_readers_own() -> None:
    late = replace(CARD, published=datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    assert "2 Mar 2026" in plain.card(late, "en", "Europe/Berlin")
    assert "02.03.2026" in plain.card(late, "de-AT", "Europe/Berlin")


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (("We agree,", "But we wait."), "We agree. But we wait."),
        (("We agree,", "but we wait."), "We agree, but we wait."),
        (("We agree.", "We wait,"), "We agree. We wait."),
        (("  one\n two  ",), "one two"),
        (("", "x"), "x"),
    ],
)
def test_interrupted_quotes_are_joined_as_the_pipeline_says(parts: tuple[str, ...], shown: str) -> None:
    assert plain.quote_text(Quote(tuple(map(piece, parts)))) == shown


def test_an_answer_becomes_lines_to_type() -> None:
    reply = Reply((Words("Hello", "Title"), Table(("A", "B"), (("1", "two"),)), Buttons((Button("Go", "latest 3"),))))
    assert plain.reply(reply) == "Title\nHello\n\nA  B\n-  ---\n1  two\n\nGo: latest 3"


def test_an_edition_keeps_its_order() -> None:
    text = plain.edition(EDITION)
    assert text.startswith("AI policy, 2 March\nMonday 09:00 Europe/Berlin\n\nDates ahead\n9 Mar  Comments close")
    assert "Story number 2\n  Passed · The Example · 2 outlets\n  https://news.example/2" in text
    assert text.endswith("60 stories from 12 sources, 1 source silent")


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("short", 10, "short"),
        ("one two three four", 12, "one two…"),
        ("onetwothreefour", 8, "onetwot…"),
        ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 12, "👩‍👩‍👧‍👦…"),
        ("🇺🇸🇬🇧", 6, "🇺🇸…"),
    ],
)
def test_cutting_is_at_words_and_never_inside_a_letter(text: str, most: int, cut: str) -> None:
    assert plain.shorten(text, most) == cut


@given(st.text(max_size=300), st.integers(1, 80))
def test_cut_text_fits_both_ways_of_counting(text: str, most: int) -> None:
    cut = plain.shorten(text, most)
    assert len(cut) <= most
    assert len(cut.encode("utf-16-le", "surrogatepass")) // 2 <= most
    assert text.startswith(cut.removesuffix("…").rstrip()) or cut == text


def test_a_notification_line_is_never_empty() -> None:
    assert plain.fallback(Reply()) == "AI policy"
    assert plain.fallback(CARD) == "Parliament votes to label synthetic speech (The Example)"
    assert len(plain.fallback(replace(CARD, outlet="x" * 900))) <= 300
