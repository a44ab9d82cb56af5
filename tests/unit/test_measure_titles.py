"""Measures under the names people use, and those names understood again."""

from __future__ import annotations

import pytest

from bot.pipeline import dossiers
from bot.pipeline.measure_titles import NAMES, title


@pytest.mark.parametrize(
    ("token", "shown"),
    [
        ("2024/1689", "EU AI Act (2024/1689)"),
        ("2016/679", "GDPR (2016/679)"),
        ("2022/2065", "Digital Services Act (2022/2065)"),
        ("sb 53", "Transparency in Frontier Artificial Intelligence Act (SB 53)"),
        ("sb 24-205", "Colorado AI Act (SB 24-205)"),
        ("c-27", "Artificial Intelligence and Data Act (C-27)"),
        ("eo 14319", "Preventing Woke AI in the Federal Government (EO 14319)"),
        ("kosa", "Kids Online Safety Act"),
        ("take it down act", "Take It Down Act"),
        ("ab 2013", "AB 2013"),
        ("hr 1234", "HR 1234"),
        ("com/2021/206", "COM(2021) 206"),
        ("law 144", "Law 144"),
        ("pl 118-31", "PL 118-31"),
        ("words nobody knows", "words nobody knows"),
    ],
)
def test_measures_are_shown_as_people_say_them(token: str, shown: str) -> None:
    assert title(token) == shown


# "AI Act" typed by a person means the EU's, which has a number.
@pytest.mark.parametrize("token", [*sorted(NAMES.keys() - {"ai act"}), "ab 2013", "hr 1234", "com/2021/206", "law 144"])
def test_what_is_shown_is_understood_when_it_is_typed(token: str) -> None:
    assert dossiers.name(title(token)) == token
