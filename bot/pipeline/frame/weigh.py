"""Which value of a table a story proves best: weights of words times where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from bot.model import Label, Origin, Slice
from bot.pipeline.data.frame_words import Table
from bot.pipeline.frame.story import TITLE_WEIGHT, Story
from bot.pipeline.phrases import Hit, Lexicon, Words

# A value's score is its best word, plus shrinking shares of its next ones: many weak words never beat a plain one.
_SHARES: Final = (1.0, 0.5, 0.35, 0.25, 0.2)


class _Found(NamedTuple):
    value: float
    hit: Hit[tuple[str, float]]
    origin: Origin


class Weighed(NamedTuple):
    """A value with its score and the words that prove it best."""

    id: str
    score: float
    proof: Slice
    strongest: float  # table weight of the best word, before its place counted


# How much of a hit's weight remains in its context, 0 to 1: `discount(words, hit)`.
Discount = Callable[[Words, Hit[tuple[str, float]]], float]


def lexicon(table: Table) -> Lexicon[tuple[str, float]]:
    """A table as phrases with (id, weight)."""
    return Lexicon(
        (phrase, (id, weight))
        for id, rows in table.items()
        for weight, row in rows.items()
        for phrase in row.split("|")
    )


def weigh(
    story: Story,
    words_table: Lexicon[tuple[str, float]],
    *,
    discount: Discount | None = None,
    factors: Mapping[str, float] | None = None,
) -> list[Weighed]:
    """Every value the story speaks of, best first; ties keep the order of their best words in the text."""
    found: dict[str, dict[str, _Found]] = {}
    for origin, hit, place_weight in _hits(story, words_table):
        id, weight = hit.value
        words = story.title if origin == "title" else story.body
        value = weight * place_weight
        if discount is not None:
            value *= discount(words, hit)
        said = words.text[hit.start : hit.end].lower()
        of_id = found.setdefault(id, {})
        if said not in of_id or value > of_id[said].value:
            of_id[said] = _Found(value, hit, origin)
    weighed = [_total(story, id, list(of_id.values()), (factors or {}).get(id, 1.0)) for id, of_id in found.items()]
    return sorted(weighed, key=lambda one: -one.score)


def _hits(
    story: Story, words_table: Lexicon[tuple[str, float]]
) -> Iterable[tuple[Origin, Hit[tuple[str, float]], float]]:
    for hit in words_table.find(story.title):
        yield "title", hit, TITLE_WEIGHT
    for hit in words_table.find(story.body):
        weight = story.weight(hit.start)
        if weight:
            yield "body", hit, weight


def _total(story: Story, id: str, found: list[_Found], factor: float) -> Weighed:
    ranked = sorted(found, key=lambda one: -one.value)
    score = sum(share * one.value for share, one in zip(_SHARES, ranked, strict=False))
    best = ranked[0]
    return Weighed(id, score * factor, story.slice(best.hit.start, best.hit.end, best.origin), best.hit.value[1])


def label(weighed: Weighed) -> Label:
    """The value with its proof."""
    return Label(weighed.id, (weighed.proof,))
