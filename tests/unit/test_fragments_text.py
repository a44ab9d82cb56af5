"""Scraps of HTML to plain text; dates and lengths that make sense; stages of bills; links of Google News."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources import bills, fragments, google_links
from bot.sources.entries import clipped, sensible_date


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain words", "plain words"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("a<br>b<br/>c", "a b c"),
        ("<b>bo</b>ld", "bold"),
        ("AT&amp;T &lt;b&gt; caf&eacute; &#8217;", "AT&T <b> café ’"),
        ("x &amp;amp; y", "x &amp; y"),
        ("<script>alert(1)</script>ok<style>p{}</style>", "ok"),
        ("<p>kept<!-- not --> too", "kept too"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("<div><form><input value=x>hidden</form>seen</div>", "seen"),
        ("<<b>>odd<</b>>", "<>odd<>"),
        ("line\n  break\tand\u00a0space", "line break and space"),
        ("a\x00b <i>c</i>", "a\ufffdb c"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_plain(html: str, text: str) -> None:
    assert fragments.plain(html) == text


@given(st.text(max_size=300))
def test_plain_of_anything_is_one_clean_line(html: str) -> None:
    text = fragments.plain(html)
    assert text == " ".join(text.split())
    assert not any(char in text for char in "\x00\u202e\u200b\ufeff")
    text.encode()


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<script>", "</script>", "<!--", "-->", "<", ">", "&", ";", "#x", "a", '"'])
    )
)
def test_plain_of_broken_markup(pieces: list[str]) -> None:
    assert "<script>" not in fragments.plain("".join(pieces)) or "&" in "".join(pieces) or "<<" in "".join(pieces)


def test_clipped_cuts_between_words() -> None:
    assert clipped("one two three", 50) == "one two three"
    assert clipped("one two three", 9) == "one two"
    assert clipped("a" * 100, 10) == "a" * 10


@pytest.mark.parametrize(
    ("year", "month", "kept"), [(1970, 1, False), (1994, 12, False), (1995, 1, True), (2026, 1, True), (2099, 1, False)]
)
def test_sensible_date(year: int, month: int, kept: bool) -> None:
    moment = datetime(year, month, 1, tzinfo=UTC)
    assert (sensible_date(moment, datetime(2026, 1, 6, tzinfo=UTC)) == moment) is kept


@pytest.mark.parametrize(
    ("action", "stage"),
    [
        ("Became Public Law No: 119-80.", "signed"),
        ("Signed by Governor Jan 3", "signed"),
        ("Approved by the Governor. Chaptered by Secretary of State.", "signed"),
        ("Vetoed by Governor.", "rejected"),
        ("Veto overridden by the Senate", "signed"),
        ("Presented to President.", "passed"),
        ("Enrolled and sent to the Governor", "passed"),
        ("Passed Senate with an amendment by Yea-Nay Vote. 60 - 40.", "advanced"),
        ("Ordered to be reported favorably", "advanced"),
        ("Third reading", "advanced"),
        ("Read twice and referred to the Committee on Commerce.", "proposed"),
        ("Introduced in House", "proposed"),
        ("Committee hearing scheduled", "proposed"),
        ("Died on calendar", "rejected"),
        ("Failed to pass House", "rejected"),
        ("Indefinitely postponed", "rejected"),
        ("", ""),
        ("Fiscal note available", ""),
    ],
)
def test_stage_of_a_bill(action: str, stage: str) -> None:
    assert bills.stage(action) == stage


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://news.google.com/rss/articles/CBMiKGh0dHBzOi8vaGFyYm91ci5leGFtcGxlL3RlY2gvYWdlbnQtZ3VpZGXSAQA?oc=5",
            "https://harbour.example/tech/agent-guide",
        ),
        ("https://news.google.com/rss/articles/CBMiAU_yqLNewFormTokenThatHidesItsAddress123456?oc=5", ""),
        ("https://example.org/articles/short", ""),
        ("not an address", ""),
    ],
)
def test_address_inside_a_google_link(url: str, expected: str) -> None:
    assert google_links.inside(url) == expected


@given(st.text(max_size=200))
def test_any_text_as_a_google_link(text: str) -> None:
    google_links.inside(f"https://news.google.com/articles/{text}")
    google_links.answered(text)
