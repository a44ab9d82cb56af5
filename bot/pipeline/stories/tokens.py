"""Words of a headline or lead as weighted terms: stems and beginnings of words, the same in every inflection."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.pipeline.stories.vocabulary import COMMON, FRENCH, GERMAN, STOP

# Tuned on tests/quality/score_stories.py. A beginning of a word lets "Libya" meet "Libyan" and "Pono" "PonoMusic".
COMMON_WEIGHT = 0.6
_BEGINNING = 4  # letters
BEGINNING_SHARE = 0.7  # of the weight of the word itself

# A word with its apostrophes, points and ampersands, a number with its commas, `600-1` as the number it is.
_WORD = re.compile(r"[^\W_]+(?:(?:['’.&]|(?<=\d),(?=\d)|(?<=\d\d\d)(?<!20\d\d)-(?=\d{1,2}\b))[^\W_]+)*")
_THOUSANDS = re.compile(r"^\d{1,3}(?:[.,]\d{3})+$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_ELIDED = re.compile(r"(?:[ldnsjcmt]|qu|jusqu|lorsqu)'(?=\w{2})")
_CAPITALS = ("us", "la")  # words that say nothing, except in capitals
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ion", "ions", "e", "s", "ly", "al", "y")
_BY_LAST = {last: tuple(ending for ending in _ENDINGS if ending[-1] == last) for last in "gsdrneyl"}
_LEAST_STEM = 4
_GERMAN_ENDINGS = ("enden", "eten", "ete", "ende", "ten", "te", "en", "em", "er", "es", "et", "e", "n", "s", "t")
_LEAST_GERMAN = 6  # letters, so that hardly an English word looks German


class Reading(NamedTuple):
    """What the matcher reads in one word; weights are before any statistics."""

    root: str = ""  # empty for a word that says nothing
    weight: float = 0.0
    beginning: str = ""  # its first letters, if it has more


_NOTHING = Reading()


def words(text: str) -> list[str]:
    """Words as written, marks left out; `U.S.` and `AT&T` stay one word."""
    return _WORD.findall(text)


def stem(word: str) -> str:
    """A word in lower case without its English ending: short words stay, and no stem is shorter than four letters."""
    if len(word) > _LEAST_STEM:
        for ending in _BY_LAST.get(word[-1], ()):
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
                return word[: -len(ending)]
    elif len(word) == _LEAST_STEM and word[-1] == "s" and word[-2] != "s":
        return word[:-1]
    return word


def _german_stem(low: str) -> str:
    """A German word without the ending of its case or tense: `billigen`, `billigte` and `billigt` are one."""
    for ending in _GERMAN_ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_GERMAN:
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=50_000)  # some 25 MB at most; headlines repeat each other's words
def read(word: str) -> Reading:
    """Root, weight and beginning of a word as written."""
    low = word.lower()
    if not low.isalpha():
        if low[0].isdigit():
            return _number(low)
        low = low.replace("’", "'").removesuffix("'s")
        if match := _ELIDED.match(low):  # `l'IA`, `d'une`, `qu'elle`
            low = low[match.end() :]
        low = low.replace("'", "").replace(".", "")
    low = GERMAN.get(low) or FRENCH.get(low) or _GERMAN_STEMS.get(_german_stem(low), low)
    if len(low) < 2 or (low in STOP and not (low in _CAPITALS and word[:2] in ("US", "U.", "LA"))):
        return _NOTHING
    root = stem(low)
    weight = COMMON_WEIGHT if low in COMMON or root in COMMON_STEMS else 1.0
    return Reading(root, weight, "^" + low[:_BEGINNING] if len(low) > _BEGINNING else "")


def _number(low: str) -> Reading:
    """A number in one form, English or German: `1,5` and `1.5`, `193,000` and `193.000`. Days and years say less."""
    if _THOUSANDS.match(low):
        low = low.replace(",", "").replace(".", "")
    low = low.replace(",", ".")
    return Reading(low, COMMON_WEIGHT if len(low) < 2 or _YEAR.match(low) else 1.0)


COMMON_STEMS = frozenset(stem(word) for word in COMMON)
_GERMAN_STEMS = {
    _german_stem(word): english
    for word, english in reversed(GERMAN.items())
    if len(_german_stem(word)) >= _LEAST_GERMAN and _german_stem(word) not in {*COMMON, *GERMAN.values()}
}
