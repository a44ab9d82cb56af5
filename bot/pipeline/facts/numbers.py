"""Numbers as English, German and French write them, in digits and in words, turned into values."""

from __future__ import annotations

import re

# Small numbers in words; “one” and its like are left out of counts because they are mostly articles and pronouns.
WORDS = {
    "en": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "hundred": 100,
    },
    "de": {
        "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
        "elf": 11, "zwölf": 12, "zwanzig": 20, "dreißig": 30, "hundert": 100,
    },
    "fr": {
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "cent": 100,
    },
}  # fmt: skip

# Multipliers as written after a number, in lower case without their full stop.
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "tausend": 10**3, "mille": 10**3, "tsd": 10**3,
    "lakh": 10**5, "million": 10**6, "millions": 10**6, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6,
    "millionen": 10**6, "crore": 10**7, "billion": 10**9, "billions": 10**9, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "mrd": 10**9, "md": 10**9, "mds": 10**9, "milliarde": 10**9, "milliarden": 10**9, "milliard": 10**9,
    "milliards": 10**9, "trillion": 10**12, "trillions": 10**12, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
# German and French “Billion” is a million millions.
_LONG_SCALES = {"billion": 10**12, "billionen": 10**12, "billions": 10**12}

DIGITS = r"\d{1,3}(?:[,.\u00a0\u202f'’ ]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,3})?"
SCALE = (
    r"hundred|thousand|lakh|crore|millions?|billions?|trillions?|tausend|Tausend|Millionen|Million|Milliarden|"
    r"Milliarde|"
    r"Billionen|Mio\.?|Mrd\.?|mille|milliards?|bn|mn|tn|trn|bln|mln|Mds?|md|M|B|K|m|b|k"
)


_BLANKS = re.compile(r"[\s\u00a0\u202f'’]")
_COMMA, _POINT = re.compile(r"\d{1,3},\d{3}"), re.compile(r"\d{1,3}\.\d{3}")


def value(digits: str, language: str = "en") -> float | None:
    """`1,250.5`, `1.250,5`, `1 250,5` as a number, or None; a lone comma or point follows the language."""
    text = digits if digits.isdecimal() else _BLANKS.sub("", digits)
    points, commas = text.count("."), text.count(",")
    if points and commas:
        decimal = "." if text.rfind(".") > text.rfind(",") else ","
        text = text.replace("," if decimal == "." else ".", "").replace(",", ".")
    elif points > 1 or commas > 1:
        text = text.replace(".", "").replace(",", "")
    elif commas:
        thousands = _COMMA.fullmatch(text) is not None and language not in ("de", "fr")
        text = text.replace(",", "" if thousands else ".")
    elif points and _POINT.fullmatch(text) and language == "de":
        text = text.replace(".", "")
    try:
        return float(text)
    except ValueError:
        return None


def scale(word: str, language: str = "en") -> int:
    """What a multiplier multiplies by; 1 if it is none."""
    low = word.lower().rstrip(".")
    if language in ("de", "fr") and low in _LONG_SCALES:
        return _LONG_SCALES[low]
    return SCALES.get(low, 1)


def tidy(number: float) -> int | float:
    """A whole number as int, others rounded to what was written."""
    return round(number) if abs(number - round(number)) < 1e-6 else round(number, 6)
