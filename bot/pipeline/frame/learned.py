"""What words of headline and opening make likely: a linear model that chooses among values the tables have proven.

Softmax regression over words and short runs of words, learned by `tests/quality/learn_frame.py` from labelled leads. It
says no value of its own: it may only prefer another one that has words to prove it. Why beside the tables: on 430 real
leads that neither had seen, the tables alone were right on topic .85, instrument .83 and stage .73, the model alone on
.87, .86 and .74, and both together on .90, .90 and .79 (five-fold, the rest of these leads being learned from).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from bot.model import Label
from bot.pipeline import linear
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Weighed, label

# How much likelier (as a natural logarithm) another value must be than the one the tables say. On 101 real articles
# that nothing was tuned on or learned from, 2 was best for the instrument; for the others 2 to 3.5 were alike.
TRUST: Final = 3.5
TRUST_KIND: Final = 2.0
_LEAST: Final = 1.0  # score of a value's words in the tables, for it to be preferred

Likely = dict[str, float]  # log probability by value
NOTHING: Final[Likely] = {}


def likely(story: Story) -> dict[str, Likely]:
    """Log probability of every value by field: `{"stage": {"passed": -0.3, ...}, "topic": ...}`."""
    model = linear.weights("frame_weights")
    fields: dict[str, Likely] = {}
    totals = linear.totals(model, story.title.lows, story.body.lows)
    for field, begin, values in _fields():
        mine = totals[begin : begin + len(values)]
        most = max(mine)
        norm = most + math.log(sum([math.exp(total - most) for total in mine]))
        fields[field] = {value: total - norm for value, total in zip(values, mine, strict=True)}
    return fields


@cache
def _fields() -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """The model's fields, each with the place of its first class and its values."""
    classes = linear.weights("frame_weights").classes
    found: list[tuple[str, int, tuple[str, ...]]] = []
    for field, run in groupby(classes, key=itemgetter(0)):
        begin = found[-1][1] + len(found[-1][2]) if found else 0
        found.append((field, begin, tuple(value for _, value, _ in run)))
    return tuple(found)


def preferred(own: Label | None, ranked: Sequence[Weighed], likely: Likely, trust: float = TRUST) -> Label | None:
    """`own`, or another value with words of its own that is far likelier: by more than `trust`."""
    if own is None or own.id not in likely:
        return own
    best, most = own, likely[own.id] + trust
    for one in ranked:
        if one.id != own.id and one.score >= _LEAST and likely.get(one.id, -math.inf) > most:
            best, most = label(one), likely[one.id]
    return best
