"""Codes, names, flags, and the words that stand for a jurisdiction in a text."""

from __future__ import annotations

import pytest

from bot.pipeline import jurisdictions
from bot.pipeline.phrases import Words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The US and us; it is in no way AT or BE", ["US"]),  # codes are never read from text, US only in capitals
        ("the U.S. Senate", ["US"]),
        ("Latin America, South American firms", []),
        ("America's chips", ["US"]),
        ("Washington state, not Washington", ["US-WA", "US"]),
        ("New Mexico and Mexico", ["US-NM", "MX"]),
        ("a turkey in Turkey", ["TR"]),
        ("according to the New York Times and the South China Morning Post", []),
        ("University of California, Bank of America", []),
        ("the Garante, the CNIL and the ICO", ["IT", "FR", "GB"]),
        ("the Council of Europe and the European Commission", ["X-COE", "EU"]),
        ("African Union, G7, OECD, ASEAN", ["X-AU", "X-G7", "X-OECD", "X-ASEAN"]),
        ("südkoreanische Behörde, Frankreich, Vereinigtes Königreich", ["KR", "FR", "GB"]),
        ("l'Allemagne, les États-Unis et le Royaume-Uni", ["DE", "US", "GB"]),
        ("Newsom, Hochul and Starmer", ["US-CA", "US-NY", "GB"]),
        ("North Korea is not Korea", ["KP", "KR"]),
        ("Hessens Landtag, Kenias Regierung, ivoirien, kenianische", ["DE-HE", "KE", "CI", "KE"]),
        ("the European Court of Human Rights and the European Court of Justice", ["X-COE", "EU"]),
        ("SINGAPORE and Singaporean", ["SG", "SG"]),
    ],
)
def test_words(text: str, codes: list[str]) -> None:
    assert [hit.value.code for hit in jurisdictions.find(Words(text))] == codes


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("DE", "DE"), ("germany", "DE"), ("Deutschland", "DE"), ("us-ca", "US-CA"), ("California", "US-CA"),
        ("uk", "GB"), ("South Korea", "KR"), ("eu", "EU"), ("G7", "X-G7"), ("x-coe", "X-COE"),
        ("council of europe", "X-COE"),
        ("USA", "US"), ("georgia", "GE"), ("atlantis", None), ("", None), ("x-", None),
    ],
)  # fmt: skip
def test_what_a_person_types(typed: str, code: str | None) -> None:
    assert jurisdictions.resolve(typed) == code


def test_names_and_flags() -> None:
    assert jurisdictions.name("KR") == "South Korea"
    assert jurisdictions.name("KR", "de") == "Südkorea"
    assert jurisdictions.name("US-CA", "de") == "California"
    assert jurisdictions.short("GB") == "UK"
    assert jurisdictions.flag("GB") == "🇬🇧"
    assert jurisdictions.flag("US-CA") == "🇺🇸"
    assert jurisdictions.flag("EU") == "🇪🇺"
    assert jurisdictions.flag("GB-SCT") == "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert jurisdictions.flag("X-OECD") == "🌐"
    assert jurisdictions.flag("??") == ""


def test_every_code_has_a_name_a_flag_and_a_country() -> None:
    for code in jurisdictions.codes():
        assert jurisdictions.known(code)
        assert jurisdictions.name(code)
        assert jurisdictions.flag(code)
        assert jurisdictions.known(jurisdictions.country(code))
