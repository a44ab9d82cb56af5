"""Characters nobody reads aloud change neither what is found nor who says it; slices stay true to the original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Quote
from bot.pipeline import quotes
from bot.pipeline.quotes.plain import plain

STORY = (
    "Trade Secretary Mina Okafor met the panel. “We will test every large model before it is sold,” Okafor said. "
    "“That is a promise.”"
)
SILENT = ["\u200e", "\u200f", "\u2068", "\u2069", "\u202b", "\u200b", "\ufeff", "\xad", "🚨", "✅\ufe0f", "👩\u200d💻"]


def slices(text: str, quote: Quote) -> None:
    for one in (*quote.parts, quote.attribution, quote.speaker_slice, quote.role_slice):
        if one is not None:
            assert text[one.span.start : one.span.end] == one.text
    assert quote.speaker == (quote.speaker_slice.text if quote.speaker_slice else "")
    if quote.role_slice:
        assert quote.role in quote.role_slice.text


def heard(text: str) -> str:
    found = plain(text)
    return found.text if found else text


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(STORY)), st.sampled_from(SILENT)), min_size=1, max_size=8))
def test_silent_characters_change_nothing(noise: list[tuple[int, str]]) -> None:
    text = STORY
    for at, char in sorted(noise, reverse=True):
        text = text[:at] + char + text[at:]
    found = quotes.find(text)
    for quote in found:
        slices(text, quote)
    wanted = quotes.find(STORY)
    assert [(heard(q.speaker), heard(q.role), heard(quotes.shown(q))) for q in found] == [
        (q.speaker, q.role, quotes.shown(q)) for q in wanted
    ]
    pulled = quotes.pull(text, found)
    assert pulled in found


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        (
            "🚨 “We will not wait for the next harm to children,” said Ana Reis, chair of the agency. 🚀",
            "Ana Reis",
            True,
        ),
        (
            "\u2067Trade Secretary\u2069 \u2068Ana Reis\u2069: “\u2068We will not wait for the next harm\u2069.”",
            "Ana Reis",
            True,
        ),
        ("“We will not wait for the next harm to children” 👏👏 said Ana Reis, chair of the agency.", "Ana Reis", True),
    ],
)
def test_pictures_and_direction_marks(text: str, speaker: str, role: bool) -> None:
    found = quotes.find(text)
    assert [quote.speaker for quote in found] == [speaker]
    assert bool(found[0].role) == role
    assert quotes.pull(text, found) == found[0]
    slices(text, found[0])
