"""Words of a headline or lead as weighted terms: stems and beginnings of words, the same in every inflection."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.pipeline.stories.vocabulary import COMMON, GERMAN, STOP

# Tuned on tests/quality/score_stories.py. A beginning of a word lets "Libya" meet "Libyan" and "Pono" "PonoMusic".
COMMON_WEIGHT = 0.5
_BEGINNINGS = ((4, 0.5), (6, 0.5))  # (letters, weight beside the stem's own)
_MOST_WORDS_KEPT = 50_000  # entries of the word cache, some 25 MB at most

# A number with its commas and points, else a word with its apostrophes, points and ampersands.
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’.&][^\W_]+)*")
_THOUSANDS = re.compile(r"^\d{1,3}(?:[.,]\d{3})+$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ion", "ions", "e", "s", "ly", "al", "y")
_LEAST_STEM = 4

Terms = tuple[tuple[str, float], ...]


def words(text: str) -> list[str]:
    """Words as written, marks left out; `U.S.` and `AT&T` stay one word."""
    return _WORD.findall(text)


def stem(word: str) -> str:
    """A word in lower case without its English ending: short words stay, and no stem is shorter than four letters."""
    if len(word) > _LEAST_STEM:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
                return word[: -len(ending)]
    elif len(word) == _LEAST_STEM and word[-1] == "s" and word[-2] != "s":
        return word[:-1]
    return word


@lru_cache(maxsize=_MOST_WORDS_KEPT)
def terms(word: str) -> Terms:
    """(term, weight) of one word as written; none for a word that says nothing. Weights are before any statistics."""
    low = word.lower().replace("’", "'")
    if low[0].isdigit():
        return _number(low)
    low = low.removesuffix("'s").replace("'", "").replace(".", "")
    low = GERMAN.get(low, low)
    if low in STOP and not (low == "us" and word[:2] in ("US", "U.")):
        return ()
    if len(low) < 2:
        return ()
    root = stem(low)
    weight = COMMON_WEIGHT if low in COMMON or root in _COMMON_STEMS else 1.0
    found = [(root, weight)]
    found += [("^" + low[:letters], weight * share) for letters, share in _BEGINNINGS if len(low) > letters]
    return tuple(found)


def _number(low: str) -> Terms:
    """A number in one form, English or German: `1,5` and `1.5`, `193,000` and `193.000`. Days and years say less."""
    if _THOUSANDS.match(low):
        low = low.replace(",", "").replace(".", "")
    low = low.replace(",", ".")
    return ((low, COMMON_WEIGHT if len(low) < 2 or _YEAR.match(low) else 1.0),)


_COMMON_STEMS = frozenset(stem(word) for word in COMMON)
