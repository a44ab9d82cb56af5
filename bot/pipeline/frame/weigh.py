"""Which value of a table a story proves best: weights of words times where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, Protocol

from bot.model import Label, Origin, Slice
from bot.pipeline.data.false_friends import FALSE_FRIENDS
from bot.pipeline.data.words import Table
from bot.pipeline.frame.story import TITLE_WEIGHT, Story
from bot.pipeline.inflection import expanded
from bot.pipeline.phrases import Hit, Lexicon, Words
from bot.pipeline.text import word_set

# A value's score is its best word, plus shrinking shares of its next ones: many weak words never beat a plain one.
_SHARES: Final = (1.0, 0.5, 0.35, 0.25, 0.2)

_SHOWN: Final = 0.6  # of the best word's value

_FALSE_FRIENDS: Final = {language: word_set(words) for language, words in FALSE_FRIENDS.items()}

# What a phrase proves: ids with weights. Phrases that only absorb others prove nothing.
Proofs = tuple[tuple[str, float], ...]

# How much of a hit's weight remains in its context, 0 to 1: `discount(words, hit, id)`.
Discount = Callable[[Words, Hit[Proofs], str], float]


class Finder(Protocol):
    """A table that finds what proves values in a text: a lexicon, or pairs."""

    def find(self, words: Words) -> list[Hit[Proofs]]:
        """Every proof in reading order."""


class _Found(NamedTuple):
    value: float
    weight: float  # of the table, before its place counted
    proof: Slice | tuple[int, int, Origin]  # or where it stands: few are shown


class Weighed(NamedTuple):
    """A value with its score and the words that prove it best."""

    id: str
    score: float
    proof: Slice
    strongest: float  # table weight of the best word, before its place counted


class Tabled(NamedTuple):
    """What the tables say of one field: the value they choose, or None, and all they found proof for, best first."""

    own: Label | None
    ranked: list[Weighed]


def lexicon(*tables: Table, absorbing: str = "") -> Lexicon[Proofs]:
    """Tables as phrases with what each proves; `absorbing` phrases keep their words from proving anything."""
    proofs: dict[str, dict[str, float]] = {phrase: {} for phrase in absorbing.split("|") if phrase}
    for id, weight, row in (
        (id, weight, row) for table in tables for id, rows in table.items() for weight, row in rows.items()
    ):
        for phrase in (form for written in row.split("|") for form in expanded(written)):
            of_phrase = proofs.setdefault(phrase, {})
            of_phrase[id] = max(weight, of_phrase.get(id, 0.0))
    return Lexicon((phrase, tuple(of_phrase.items())) for phrase, of_phrase in proofs.items())


class _Native:
    """A table of English words, without those that are other words in the text's language.

    `apart`: the words of a hit do not form one phrase, so that each of them has to be English.
    """

    def __init__(self, table: Finder, friends: frozenset[str], apart: bool) -> None:
        self._table, self._friends, self._apart = table, friends, apart

    def find(self, words: Words) -> list[Hit[Proofs]]:
        return [hit for hit in self._table.find(words) if not self._is_other(words.lows, hit)]

    def _is_other(self, lows: list[str], hit: Hit[Proofs]) -> bool:
        if self._apart:
            return lows[hit.first] in self._friends or lows[hit.last] in self._friends
        return hit.first == hit.last and lows[hit.first] in self._friends


def read_in(language: str, phrases: Finder, pairs: Finder, own: Mapping[str, Finder]) -> tuple[Finder, ...]:
    """The tables to read a text of that language with: phrases, pairs of words, and the language's own phrases."""
    friends = _FALSE_FRIENDS.get(language)
    if not friends:
        return phrases, pairs
    native = _Native(phrases, friends, apart=False), _Native(pairs, friends, apart=True)
    return (*native, own[language]) if language in own else native


def weigh(
    story: Story,
    *tables: Finder,
    discount: Discount | None = None,
    factors: Mapping[str, float] | None = None,
    also: Iterable[tuple[str, float, Slice]] = (),
) -> list[Weighed]:
    """Every value the story speaks of, best first; ties keep the order of their best words in the text.

    `also`: further proofs as id, weight and words, for what no phrase can say, such as the number of a bill.
    """
    found: dict[str, dict[str, _Found]] = {}
    for id, weight, proof in also:
        place_weight = TITLE_WEIGHT if proof.origin == "title" else story.weight(proof.span.start)
        found.setdefault(id, {}).setdefault(proof.text, _Found(weight * place_weight, weight, proof))
    for origin, hit, place_weight in _hits(story, tables):
        words = story.title if origin == "title" else story.body
        start, end = hit.start, hit.end
        said = words.text[start:end].lower()
        for id, weight in hit.value:
            value = weight * place_weight
            of_id = found.get(id)
            if of_id is None:
                of_id = found[id] = {}
            known = of_id.get(said)
            if known is not None and value <= known.value:
                continue  # nor would what is left of it count
            if discount is not None:
                value *= discount(words, hit, id)
            if known is None or value > known.value:
                of_id[said] = _Found(value, weight, (start, end, origin))
    factors = factors or {}
    weighed = [_total(story, id, list(of_id.values()), factors.get(id, 1.0)) for id, of_id in found.items()]
    return sorted(weighed, key=lambda one: -one.score)


def _hits(story: Story, tables: tuple[Finder, ...]) -> Iterator[tuple[Origin, Hit[Proofs], float]]:
    aside = _aside(story.title)
    for table in tables:
        for hit in table.find(story.title):
            yield "title", hit, TITLE_WEIGHT if hit.first < aside else _ASIDE * TITLE_WEIGHT
        for hit in table.find(story.body):
            weight = story.weight(hit.start)
            if weight:
                yield "body", hit, weight


# “… as deepfake pressures mount”, “… amid credibility concerns”: what goes on around the news.
_AROUND: Final = word_set("as amid despite malgré trotz angesichts")
_BEFORE: Final = 4  # words of a headline that come before it
_ASIDE: Final = 0.6


def _aside(title: Words) -> int:
    """The word of a headline from which on it tells what goes on around the news."""
    for index, low in enumerate(title.lows):
        if low in _AROUND and index >= _BEFORE and title.lows[index - 1] not in _SAME:
            return index
    return len(title)


_SAME: Final = word_set("such known well same far soon long much many seen used named appointed described")


def _total(story: Story, id: str, found: list[_Found], factor: float) -> Weighed:
    if len(found) == 1:
        return Weighed(id, found[0].value * factor, _proof(story, found[0]), found[0].weight)
    ranked = sorted(found, key=lambda one: -one.value)
    score = sum(share * one.value for share, one in zip(_SHARES, ranked, strict=False))
    # Of words that count about as much, the plainest are shown as the proof.
    near = (one for one in ranked if one.value >= _SHOWN * ranked[0].value)
    plainest = max(near, key=lambda one: (int(one.weight), one.value))
    return Weighed(id, score * factor, _proof(story, plainest), plainest.weight)


def _proof(story: Story, found: _Found) -> Slice:
    return found.proof if isinstance(found.proof, Slice) else story.slice(*found.proof)


def label(weighed: Weighed) -> Label:
    """The value with its proof."""
    return Label(weighed.id, (weighed.proof,))
