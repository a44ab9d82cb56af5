"""Words with their places, and tables of phrases: what matches, what does not, and the places of both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pipeline.phrases import Lexicon, Words, different_words

TABLE: Lexicon[str] = Lexicon(
    [
        ("export control", "pair"),
        ("export control*", "controls"),
        ("export", "one"),
        ("=US", "country"),
        ("u.s.", "dots"),
        ("discriminat*", "stem"),
        ("=Act", "act"),
        ("won't sign", "refusal"),
    ]
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("export controls", ["controls"]),
        ("Export-Control", ["pair"]),  # any case, and across a hyphen
        ("export\ncontrol", ["pair"]),
        ("export, control", ["one"]),  # a comma divides
        ("the US and us", ["country"]),
        ("the U.S. Senate", ["dots"]),
        ("discriminatory and discriminate", ["stem", "stem"]),
        ("discrimi", []),
        ("Act or act", ["act"]),
        ("they won’t sign", ["refusal"]),
        ("exports", []),
        ("", []),
    ],
)
def test_matches(text: str, values: list[str]) -> None:
    assert [hit.value for hit in TABLE.find(Words(text))] == values


def test_phrases_inside_a_longer_one_are_reported_only_when_nested() -> None:
    rows = [("new mexico", "US-NM"), ("mexico", "MX")]
    words = Words("New Mexico and Mexico")
    assert [hit.value for hit in Lexicon(rows).find(words)] == ["US-NM", "MX"]
    assert [hit.value for hit in Lexicon(rows, nested=True).find(words)] == ["US-NM", "MX", "MX"]


def test_a_short_stem_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Lexicon([("ban*", "x")])


@given(st.text())
def test_words_and_hits_are_slices_in_order(text: str) -> None:
    words = Words(text)
    assert len(words.lows) == len(words.starts) == len(words.ends) == len(words.gaps)
    last = 0
    for low, start, end in zip(words.lows, words.starts, words.ends, strict=True):
        assert last <= start < end <= len(text)
        assert text[start:end].lower() == low
        last = end
    for hit in TABLE.find(words):
        assert words.slice(hit.first, hit.last) == text[hit.start : hit.end]


def test_touches_is_false_only_where_nothing_is_found() -> None:
    table: Lexicon[int] = Lexicon([("export control", 1), ("discriminat*", 2), ("=US", 3)])
    for text, may in (
        ("an export control", True),
        ("exports and control", False),
        ("discriminatory tools", True),
        ("between us", True),
        ("nothing here", False),
    ):
        assert table.touches(different_words(text)) is may
        assert may or not table.find(Words(text))
