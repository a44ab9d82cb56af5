"""What the words of headline and opening, and what the tables make of them, make likely: a learned linear model.

Softmax regression over words, short runs of words and the tables' own findings, learned by
`tests/quality/learn_frame.py` from labelled leads. It chooses among values that have words to prove them; only where it
is surer than `SURE` does it say one the tables have no words for, and then shows the words that speak most for it. Why
beside the tables: see docs/decisions.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from bot.model import Label, Origin
from bot.pipeline import linear
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Tabled, label

TRUST: Final = 1.2
"""How much likelier (as a natural logarithm) another value must be than the one the tables choose."""
SURE: Final = 0.4
"""Probability from which on the model may say a value that no table has words for."""
_LEAST: Final = 2.0  # score of a value's words in the tables, for it to be chosen
_TOLD: Final = 6  # values of a field that are looked at
_MOST: Final = 6  # classes of how strong a value's words are
_SHARES: Final = 5  # and of its share in all of the field's

Likely = dict[str, float]  # log probability by value
NOTHING: Final[Likely] = {}


def signals(tables: Mapping[str, Tabled]) -> dict[str, list[str]]:
    """What the tables say, as features by the field they are for: the value they choose in every field, and for one's
    own field how strong each value's words are and where they stand."""
    own = {field: tabled.own.id if tabled.own else "" for field, tabled in tables.items()}
    shared = [f"={field} {id}" for field, id in own.items()]
    found: dict[str, list[str]] = {}
    for field, tabled in tables.items():
        of_field = found.setdefault(field, [*shared, f"&{field} {own[field]} {own['instrument']}"])
        total = sum(one.score for one in tabled.ranked) or 1.0
        for one in tabled.ranked[:_TOLD]:
            strength = min(_MOST, round(2 * math.log1p(one.score)))
            share = min(_SHARES - 1, int(_SHARES * one.score / total))
            of_field += (f"+{one.id} {strength}", f"%{one.id} {share}", f"@{one.id} {one.proof.origin}")
    return found


def likely(story: Story, tables: Mapping[str, Tabled]) -> dict[str, Likely]:
    """Log probability of every value by field, `{"stage": {"passed": -0.3, ...}, "topic": ...}`; nothing of a story of
    which no table says anything."""
    if not any(tabled.own for tabled in tables.values()):
        return {}
    model = linear.weights("frame_weights")
    told = dict.fromkeys(name for names in signals(tables).values() for name in names)
    fields: dict[str, Likely] = {}
    totals = linear.totals(model, story.title.lows, story.body.lows, list(told))
    for (field, value, _), total in zip(model.classes, totals, strict=True):
        fields.setdefault(field, {})[value] = total
    for one in fields.values():
        most = max(one.values())
        norm = most + math.log(sum(math.exp(total - most) for total in one.values()))
        for value in one:
            one[value] -= norm
    return fields


def chosen(story: Story, tabled: Tabled, likely: Likely) -> Label | None:
    """The likeliest value with words to prove it; what the tables say where there is no model."""
    own = tabled.own
    if not likely:
        return own
    best = max(likely, key=lambda id: likely[id])
    # What a table found but weighed as nothing was planned, denied or told in passing.
    unheard = math.exp(likely[best]) >= SURE and all(one.id != best for one in tabled.ranked)
    if own is None:
        return _by_its_words(story, best) if unheard else None
    least = likely.get(own.id, -math.inf) + TRUST
    if likely[best] < least:
        return own
    if unheard and (said := _by_its_words(story, best)):
        return said
    proven = {one.id: one for one in tabled.ranked if one.score >= _LEAST}
    likeliest = max(proven.values(), key=lambda one: likely.get(one.id, -math.inf), default=None)
    return label(likeliest) if likeliest and likely.get(likeliest.id, -math.inf) >= least else own


def _by_its_words(story: Story, id: str) -> Label | None:
    """The value with the words that speak most for it."""
    model = linear.weights("frame_weights")
    at = next(index for index, (_, value, _) in enumerate(model.classes) if value == id)
    origins: tuple[Origin, Origin] = ("title", "body")
    found = linear.strongest(model, at, story.title.lows, story.body.lows)
    if found is None:
        return None
    place, first, last = found
    words, origin = (story.title, story.body)[place], origins[place]
    return Label(id, (story.slice(words.starts[first], words.ends[last], origin),))
