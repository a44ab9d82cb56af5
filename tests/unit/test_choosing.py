"""A summariser may only choose: whatever is not exactly an offered slice is dropped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.model import Slice, Span
from bot.pipeline.choosing import choose

TEXT = "The bill passed 60 to 2. It takes effect in May. Fines reach $1 million."
FIRST = Slice(TEXT[0:24], Span(0, 24))
SECOND = Slice(TEXT[25:48], Span(25, 48))
THIRD = Slice(TEXT[49:72], Span(49, 72))
OFFERED = (FIRST, SECOND, THIRD)


def test_keeps_the_endpoints_order_and_drops_repeats() -> None:
    assert choose(OFFERED, [THIRD.text, FIRST.text, THIRD.text]) == (THIRD, FIRST)


def test_accepts_list_and_quotation_marks_around_a_line() -> None:
    assert choose(OFFERED, ["- It takes effect in May. ", "“Fines reach $1 million.”"]) == (SECOND, THIRD)


def test_drops_everything_that_is_not_offered() -> None:
    answers = [
        "The bill passed 61 to 2.",  # changed
        "The bill passed",  # cut
        f"{FIRST.text} {SECOND.text}",  # merged
        "THE BILL PASSED 60 TO 2.",
        "",
        None,
        7,
        {"text": FIRST.text},
    ]
    assert choose(OFFERED, answers) == ()


def test_takes_at_most_so_many() -> None:
    assert choose(OFFERED, [FIRST.text, SECOND.text, THIRD.text], most=2) == (FIRST, SECOND)


@given(st.lists(st.text() | st.none() | st.sampled_from([one.text for one in OFFERED])))
def test_result_is_always_a_part_of_the_offer(answers: list[str | None]) -> None:
    assert set(choose(OFFERED, answers)) <= set(OFFERED)
