"""States and countries as headlines name them: two laws of two states read alike, and are two stories."""

from __future__ import annotations

from typing import Final

from bot.pipeline import jurisdictions
from bot.pipeline.text import word_set

# States of the USA of several words are known by their last one, as people are by their surname.
_LAST_WORDS: Final = {
    "York": "US-NY", "Jersey": "US-NJ", "Hampshire": "US-NH", "Carolina": "US-NC", "Dakota": "US-ND",
    "Texan": "US-TX", "Kaliforniens": "US-CA", "Delhi": "IN", "Kong": "HK", "Zealand": "NZ", "Arabia": "SA",
    "Chinas": "CN", "Kyiv": "UA", "Tokyo": "JP", "Seoul": "KR", "Rome": "IT", "Munich": "DE", "Hamburg": "DE",
    "Dutch": "NL",
}  # fmt: skip
# More often the government than the state, a person's name, a word of its own, or a company's.
_NOT_HERE: Final = word_set("Washington Georgia Warner Harris Cruz Champagne Bund Quad Xi bloc Kemp Wiener Markey Modi")
_MEMBERS: Final = word_set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")


def _read() -> tuple[dict[str, str], frozenset[str]]:
    """The two tables below; the places themselves are not kept."""
    words = {word: place for word, place in jurisdictions.single_words().items() if word not in _NOT_HERE}
    places = {word: place.code for word, place in words.items() if place.code[:2] not in ("X-", "UN")} | _LAST_WORDS
    return places, frozenset(word for word in places if word not in words or words[word].kind != "actor")


PLACES: dict[str, str]
"""Word as written -> code of the jurisdiction it stands for: names, demonyms, capitals, bodies and office-holders."""
NAMES: frozenset[str]
"""Those that name a place, not somebody who acts for one."""
PLACES, NAMES = _read()

DAILY: Final = frozenset({"US", "EU", "GB", "CN", "US-CA"})
"""Places in the news of AI policy every day: to share one of them tells little."""


def two_states(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines name states of the USA, and none in common."""
    mine, theirs = _states(one), _states(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def two_countries(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines name one country each, not the same: such laws, fines and courts read alike. A member
    state and the European Union may be one event's two places.
    """
    mine, theirs = _countries(one), _countries(other)
    return len(mine) == len(theirs) == 1 and not _overlap(mine, theirs)


def elsewhere(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines name places, and none in common; weaker evidence, since one event may touch several."""
    return bool(one and other) and not _overlap(_countries(one), _countries(other))


def _overlap(one: set[str], other: set[str]) -> bool:
    if not one.isdisjoint(other):
        return True
    return ("EU" in one and not _MEMBERS.isdisjoint(other)) or ("EU" in other and not _MEMBERS.isdisjoint(one))


def _countries(places: frozenset[str]) -> set[str]:
    return {jurisdictions.country(place) for place in places}


def _states(places: frozenset[str]) -> set[str]:
    return {place for place in places if place.startswith("US-")}
