"""Linear models over the words of headline and opening: what is stored, which features count, and their sums.

Learned by `tests/quality/learn_frame.py` and `learn_relevance.py` from labelled items; one file each in pipeline/data.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import Final

import msgspec

_OPENING = 80  # words of the text that are read
_SHOWN = 4  # letters of the shortest word that is told as a reason
ZERO: Final = 128
"""The byte that stands for a weight of nothing."""
SIGNAL: Final = 0.3
"""What a feature counts that is no word: about as much as two words of a headline."""


class Weights(msgspec.Struct, frozen=True):
    """A model as it is stored: one list of classes over all fields, and what each feature adds to them.

    `classes` are field, value and bias; `weights` are class and weight in turns, by feature, a byte each; weights count
    in 1/`unit` from `ZERO`. `text` is what the words of the opening count against those of the headline.
    """

    unit: float
    text: float
    classes: list[tuple[str, str, float]]
    weights: dict[str, bytes]


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


@lru_cache(maxsize=2)  # two models read the same article
def _features(title: tuple[str, ...], text: tuple[str, ...]) -> tuple[list[str], list[str]]:
    return features(title, text)


def scales(headed: list[str], opened: list[str], text: float) -> tuple[float, float]:
    """What one feature of the headline and one of the opening counts: length one in all, and `text`."""
    return 1.0 / math.sqrt(len(headed) or 1), text / math.sqrt(len(opened) or 1)


class Model:
    """A model as it is read: what a feature adds to all classes is one number with a lane of bits for each of them,
    so that the sums of every class are one addition per feature, and less memory than lists."""

    def __init__(self, stored: Weights) -> None:
        self.unit, self.text, self.classes = stored.unit, stored.text, stored.classes
        most = max((abs(weight - ZERO) for row in stored.weights.values() for weight in row[1::2]), default=0)
        self._bits = 16 if most * _AT_ONCE < 1 << 15 else 32
        self._middle = 1 << self._bits - 1  # what stands for nothing in a lane
        self.rows = {
            name: sum((row[at + 1] - ZERO) << self._bits * row[at] for at in range(0, len(row), 2))
            for name, row in stored.weights.items()
        }
        self._zero = sum(self._middle << self._bits * at for at in range(len(stored.classes)))

    def sums(self, names: Sequence[str]) -> Sequence[int]:
        """What these features add to every class."""
        if len(names) > _AT_ONCE:
            rest = self.sums(names[_AT_ONCE:])
            return [one + other for one, other in zip(self.sums(names[:_AT_ONCE]), rest, strict=True)]
        total = sum(filter(None, map(self.rows.get, names)), self._zero)
        held = memoryview(total.to_bytes(len(self.classes) * self._bits // 8, sys.byteorder))
        lanes = held.cast("H") if self._bits == 16 else held.cast("I")
        middle = self._middle
        return [lane - middle for lane in (lanes if sys.byteorder == "little" else reversed(lanes))]


_AT_ONCE = 250  # features whose sums fit a lane


@cache
def weights(name: str) -> Model:
    """The model `pipeline/data/<name>.msgpack`."""
    stored = resources.files("bot.pipeline.data").joinpath(f"{name}.msgpack").read_bytes()
    return Model(msgspec.msgpack.decode(stored, type=Weights))


def totals(model: Model, title: Sequence[str], text: Sequence[str], signals: Sequence[str] = ()) -> list[float]:
    """The sum of every class, its bias included; `signals` are features that are no words, each counting `SIGNAL`."""
    headed, opened = _features(tuple(title), tuple(text[:_OPENING]))
    one, other = scales(headed, opened, model.text)
    sums = zip(model.classes, model.sums(headed), model.sums(opened), model.sums(signals), strict=True)
    return [bias + (head * one + rest * other + said * SIGNAL) / model.unit for (_, _, bias), head, rest, said in sums]


def strongest(model: Model, at: int, title: Sequence[str], text: Sequence[str]) -> tuple[int, int, int] | None:
    """The run of words that adds most to class `at`: 0 for the headline or 1 for the opening, first and last word."""
    text = text[:_OPENING]
    best, most = None, 0.0
    for place, words, mark, scale in zip(
        (0, 1), (title, text), ("^", ""), scales(*features(title, text), model.text), strict=True
    ):
        for first in range(len(words)):
            for last in range(first, min(len(words), first + 3)):
                name = mark + " ".join(words[first : last + 1])
                pull = model.sums((name,))[at] * scale if name in model.rows else 0.0
                if pull > most and len(name) > _SHOWN:
                    best, most = (place, first, last), pull
    return best


def telling(model: Model, title: Sequence[str], text: Sequence[str], sign: int, most: int = 3) -> tuple[str, ...]:
    """The words that pull most towards (`sign` 1) or away from (-1) the first class, strongest first; none under four
    letters, and of phrases that hold one another only the strongest."""
    both = _features(tuple(title), tuple(text[:_OPENING]))
    pulls: dict[str, float] = {}
    for names, scale in zip(both, scales(*both, model.text), strict=True):
        for name in names:
            shown = name.removeprefix("^")
            if name in model.rows and len(shown) >= _SHOWN:
                pulls[shown] = pulls.get(shown, 0.0) + sign * model.sums((name,))[0] * scale
    ranked = sorted((one for one in pulls if pulls[one] > 0.0), key=lambda one: (-pulls[one], one))
    told: list[str] = []
    for one in ranked:
        if len(told) == most:
            break
        if not any(f" {one} " in f" {other} " or f" {other} " in f" {one} " for other in told):
            told.append(one)
    return tuple(told)
