"""Words of older texts stay quotations and are never the one a card shows."""

from __future__ import annotations

import pytest

from bot.pipeline import quotes

_WORDS = "The right to be let alone is one that every citizen should keep against the machine."


def pulled(text: str) -> bool:
    return quotes.pull(text, quotes.find(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"As Judge Alma Roe wrote in 1931, “{_WORDS}”", id="wrote in"),
        pytest.param(f"As Judge Alma Roe wrote in her 1931 dissent: “{_WORDS}”", id="in a dissent of"),
        pytest.param(f"In 1958, Judge Alma Roe warned: “{_WORDS}”", id="in a year"),
        pytest.param(f"Judge Alma Roe once wrote: “{_WORDS}”", id="once"),
        pytest.param(f"Judge Alma Roe said: “{_WORDS}” Hale v. Acme Corp., 81 F.2d 49 (2d Cir. 1936).", id="case"),
        pytest.param(f"Judge Alma Roe said: “{_WORDS}” 598 U.S. 508, 529.", id="reporter"),
    ],
)
def test_cited_words_are_not_pulled(text: str) -> None:
    assert quotes.find(text)
    assert not pulled(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Judge Alma Roe, who joined the bench in 1998, said: “{_WORDS}”", id="a year of hers"),
        pytest.param(f"Judge Alma Roe said: “{_WORDS}” The law was passed in 1996.", id="a year behind"),
        pytest.param(
            f"Judge Alma Roe said on Tuesday: “{_WORDS}” She heard Hale v. Acme last year.", id="a case later"
        ),
    ],
)
def test_words_of_today_are(text: str) -> None:
    assert pulled(text)
