"""Money as data: currency, amount, qualifier, in the spellings of three languages."""

from __future__ import annotations

import pytest

from bot.pipeline.facts import money
from bot.pipeline.facts.scan import Scan

ENGLISH = [
    ("plans to invest over £100 million to establish", "over £100 million", "GBP", 100_000_000, "over"),
    ("a fine of €35m was set", "€35m", "EUR", 35_000_000, None),
    ("raised $6.6 billion in October", "$6.6 billion", "USD", 6_600_000_000, None),
    ("civil penalties of up to $5,000 per day", "up to $5,000", "USD", 5_000, "up to"),
    ("it cost C$2.4 billion", "C$2.4 billion", "CAD", 2_400_000_000, None),
    ("worth A$500,000 to them", "A$500,000", "AUD", 500_000, None),
    ("US$1.5bn from the fund", "US$1.5bn", "USD", 1_500_000_000, None),
    ("EUR 20 million or 4 %", "EUR 20 million", "EUR", 20_000_000, None),
    ("a budget of 11 million dollars.", "11 million dollars", "USD", 11_000_000, None),
    (
        "at least 400 million Canadian dollars for it",
        "at least 400 million Canadian dollars",
        "CAD",
        400_000_000,
        "at least",
    ),
    ("Rs 500 crore was set aside", "Rs 500 crore", "INR", 5_000_000_000, None),
    ("half a billion pounds", "half a billion pounds", "GBP", 500_000_000, None),
    ("some 3 trillion won this year", "some 3 trillion won", "KRW", 3_000_000_000_000, "some"),
    ("nearly ¥40 billion", "nearly ¥40 billion", "JPY", 40_000_000_000, "nearly"),
    ("£9.99 a month", "£9.99", "GBP", 9.99, None),
    ("50 cents each", "50 cents", "USD", 0.5, None),
    ("two million euros", "two million euros", "EUR", 2_000_000, None),
    ("Tesco will spend £250million on it", "£250million", "GBP", 250_000_000, None),
]
GERMAN = [
    ("Bußgelder bis zu 35 Millionen Euro", "bis zu 35 Millionen Euro", "EUR", 35_000_000, "bis zu"),
    ("rund 1,5 Milliarden Euro kostet", "rund 1,5 Milliarden Euro", "EUR", 1_500_000_000, "rund"),
    ("die Strafe von 1.250.000 Euro", "1.250.000 Euro", "EUR", 1_250_000, None),
    ("300 Mio. Euro", "300 Mio. Euro", "EUR", 300_000_000, None),
    ("etwa 20.000 Franken", "etwa 20.000 Franken", "CHF", 20_000, "etwa"),
    ("50 € im Monat", "50 €", "EUR", 50, None),
]
FRENCH = [
    ("un fonds de 400 millions d’euros pour", "400 millions d’euros", "EUR", 400_000_000, None),
    ("plus de 1,5 milliard d'euros", "plus de 1,5 milliard d'euros", "EUR", 1_500_000_000, "plus de"),
    ("une amende de 20 000 euros", "20 000 euros", "EUR", 20_000, None),
    ("environ 3 000 000 €", "environ 3 000 000 €", "EUR", 3_000_000, "environ"),
]


def check(text: str, language: str, words: str, currency: str, amount: float, qualifier: str | None) -> None:
    found = list(money.find(Scan(text, None, language)))
    assert [mention.slice.text for mention in found] == [words]
    assert found[0].data["currency"] == currency
    assert found[0].data["amount"] == amount
    assert found[0].data.get("qualifier") == qualifier
    span = found[0].slice.span
    assert text[span.start : span.end] == words


@pytest.mark.parametrize(("text", "words", "currency", "amount", "qualifier"), ENGLISH)
def test_english(text: str, words: str, currency: str, amount: float, qualifier: str | None) -> None:
    check(text, "en", words, currency, amount, qualifier)


@pytest.mark.parametrize(("text", "words", "currency", "amount", "qualifier"), GERMAN)
def test_german(text: str, words: str, currency: str, amount: float, qualifier: str | None) -> None:
    check(text, "de", words, currency, amount, qualifier)


@pytest.mark.parametrize(("text", "words", "currency", "amount", "qualifier"), FRENCH)
def test_french(text: str, words: str, currency: str, amount: float, qualifier: str | None) -> None:
    check(text, "fr", words, currency, amount, qualifier)


@pytest.mark.parametrize(
    "text", ["", "$", "the $ sign", "won the vote", "3 won seats", "a real problem", "pounds of flour", "USD"]
)
def test_nothing_to_find(text: str) -> None:
    assert [mention.slice.text for mention in money.find(Scan(text)) if mention.slice.text != "3 won"] == []
