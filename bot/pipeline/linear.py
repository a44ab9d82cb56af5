"""Linear models over the words of headline and opening: what is stored, which features count, and their sums.

Learned by `tests/quality/learn_frame.py` and `learn_relevance.py` from labelled items; plain numbers in pipeline/data.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

import msgspec

_OPENING = 80  # words of the text that are read
_SHOWN = 4  # letters of the shortest word that is told as a reason
_TEXT = 0.7  # what a feature of the text weighs against one of the headline


class Weights(msgspec.Struct, frozen=True):
    """A model as it is stored: one list of classes over all fields, and what each feature adds to them.

    `classes` are field, value and bias; `weights` are class and weight in turns, by feature; weights count in 1/`unit`.
    """

    unit: int
    classes: list[tuple[str, str, float]]
    weights: dict[str, tuple[int, ...]]


def features(title: Sequence[str], text: Sequence[str]) -> tuple[list[str], list[str]]:
    """Words, pairs and triples of the headline, and words and pairs of the opening, each once.

    Both are given as words in lower case; features of the headline begin with `^`.
    """
    text = text[:_OPENING]
    headed = [f"^{one}" for one in title]
    headed += [f"^{one} {two}" for one, two in pairwise(title)]
    headed += [f"^{one} {two} {three}" for one, two, three in zip(title, title[1:], title[2:], strict=False)]
    opened = [*text, *[f"{one} {two}" for one, two in pairwise(text)]]
    return list(dict.fromkeys(headed)), list(dict.fromkeys(opened))


def scales(headed: list[str], opened: list[str]) -> tuple[float, float]:
    """What one feature of the headline and one of the opening counts: each kind has length one in all."""
    return 1.0 / math.sqrt(len(headed) or 1), _TEXT / math.sqrt(len(opened) or 1)


@cache
def weights(name: str) -> Weights:
    """The model `pipeline/data/<name>.json`."""
    stored = resources.files("bot.pipeline.data").joinpath(f"{name}.json").read_bytes()
    model = msgspec.json.decode(stored, type=Weights)
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}  # many words weigh the same
    return Weights(
        model.unit, model.classes, {name: shared.setdefault(row, row) for name, row in model.weights.items()}
    )


def totals(model: Weights, title: Sequence[str], text: Sequence[str]) -> list[float]:
    """The sum of every class, its bias included."""
    found = [0.0] * len(model.classes)
    rows = model.weights
    both = features(title, text)
    for names, scale in zip(both, scales(*both), strict=True):
        for name in names:
            row = rows.get(name)
            if row is not None:
                for at in range(0, len(row), 2):
                    found[row[at]] += row[at + 1] * scale
    return [bias + total / model.unit for (_, _, bias), total in zip(model.classes, found, strict=True)]


def telling(model: Weights, title: Sequence[str], text: Sequence[str], sign: int, most: int = 3) -> tuple[str, ...]:
    """The words that pull most towards (`sign` 1) or away from (-1) the first class, strongest first; none under four
    letters, and of phrases that hold one another only the strongest."""
    both = features(title, text)
    pulls: dict[str, float] = {}
    for names, scale in zip(both, scales(*both), strict=True):
        for name in names:
            row = model.weights.get(name)
            shown = name.removeprefix("^")
            if row is not None and row[0] == 0 and len(shown) >= _SHOWN:
                pulls[shown] = pulls.get(shown, 0.0) + sign * row[1] * scale
    ranked = sorted((one for one in pulls if pulls[one] > 0.0), key=lambda one: (-pulls[one], one))
    told: list[str] = []
    for one in ranked:
        if len(told) == most:
            break
        if not any(f" {one} " in f" {other} " or f" {other} " in f" {one} " for other in told):
            told.append(one)
    return tuple(told)
