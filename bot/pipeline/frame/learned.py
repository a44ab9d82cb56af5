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
from importlib import resources
from itertools import pairwise
from typing import Final

import msgspec

from bot.model import Label
from bot.pipeline.frame.story import Story
from bot.pipeline.frame.weigh import Weighed, label

_OPENING: Final = 80  # words of the body that are read
_BODY: Final = 0.7  # what a feature of the body weighs against one of the headline
# How much likelier (as a natural logarithm) another value must be than the one the tables say. On 41 real articles that
# nothing was tuned on or learned from, 2 to 3.5 were right equally often.
_TRUST: Final = 3.5
_LEAST: Final = 1.0  # score of a value's words in the tables, for it to be preferred

Likely = dict[str, float]  # log probability by value
NOTHING: Final[Likely] = {}


class Weights(msgspec.Struct, frozen=True):
    """The models as they are stored: one list of classes over all fields, and what each feature adds to them.

    `classes` are field, value and bias; `weights` are class and weight in turns, by feature; weights count in 1/`unit`.
    """

    unit: int
    classes: list[tuple[str, str, float]]
    weights: dict[str, list[int]]


def features(story: Story) -> tuple[list[str], list[str]]:
    """Words, pairs and triples of the headline, and words and pairs of the opening, each once."""
    title, body = story.title.lows, story.body.lows[:_OPENING]
    headed = [f"^{one}" for one in title]
    headed += [f"^{one} {two}" for one, two in pairwise(title)]
    headed += [f"^{one} {two} {three}" for one, two, three in zip(title, title[1:], title[2:], strict=False)]
    opened = [*body, *[f"{one} {two}" for one, two in pairwise(body)]]
    return list(dict.fromkeys(headed)), list(dict.fromkeys(opened))


def scales(headed: list[str], opened: list[str]) -> tuple[float, float]:
    """What one feature of the headline and one of the opening counts: each kind has length one in all."""
    return 1.0 / math.sqrt(len(headed) or 1), _BODY / math.sqrt(len(opened) or 1)


@cache
def _weights() -> Weights:
    stored = resources.files("bot.pipeline.data").joinpath("frame_weights.json").read_bytes()
    return msgspec.json.decode(stored, type=Weights)


def likely(story: Story) -> dict[str, Likely]:
    """Log probability of every value by field: `{"stage": {"passed": -0.3, ...}, "topic": ...}`."""
    model = _weights()
    rows = model.weights
    totals = [0.0] * len(model.classes)
    both = features(story)
    for found, scale in zip(both, scales(*both), strict=True):
        for feature in found:
            row = rows.get(feature)
            if row is not None:
                for at in range(0, len(row), 2):
                    totals[row[at]] += row[at + 1] * scale
    fields: dict[str, Likely] = {}
    for (field, value, bias), total in zip(model.classes, totals, strict=True):
        fields.setdefault(field, {})[value] = bias + total / model.unit
    for one in fields.values():
        most = max(one.values())
        norm = most + math.log(sum(math.exp(total - most) for total in one.values()))
        for value in one:
            one[value] -= norm
    return fields


def preferred(own: Label | None, ranked: Sequence[Weighed], likely: Likely) -> Label | None:
    """`own`, or another value with words of its own that is far likelier."""
    if own is None or own.id not in likely:
        return own
    best, most = own, likely[own.id] + _TRUST
    for one in ranked:
        if one.id != own.id and one.score >= _LEAST and likely.get(one.id, -math.inf) > most:
            best, most = label(one), likely[one.id]
    return best
