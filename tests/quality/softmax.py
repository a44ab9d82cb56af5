"""Softmax regression by AdaGrad with L2: deterministic, without a dependency, minutes for thousands of short texts."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Collection

from bot.pipeline import linear

ROUNDS, STEP, DECAY = 30, 0.5, 2e-5
UNIT = 10  # weights are stored as whole numbers of 1/10
LEAST, LEAST_AGAINST = 0.7, 1.2  # smaller weights are left out
Row = tuple[dict[str, str], list[tuple[str, float]]]  # labels by field; features with their values


def row(title: list[str], text: list[str]) -> list[tuple[str, float]]:
    """The features of one item with their values; title and text are words in lower case."""
    headed, opened = linear.features(title, text)
    one, other = linear.scales(headed, opened)
    return [*((name, one) for name in headed), *((name, other) for name in opened)]


def learn(
    field: str, allowed: Collection[str], given: list[Row]
) -> tuple[list[tuple[str, str, float]], dict[str, list[float]]]:
    """One field's classes with their biases, and the weights of each feature."""
    classes = sorted({labels[field] for labels, _ in given if labels.get(field) in allowed})
    index = {name: n for n, name in enumerate(classes)}
    examples = [(index[labels[field]], row) for labels, row in given if labels.get(field) in index]
    counts = Counter(name for name, _ in examples)
    scale = {n: math.sqrt(len(examples) / len(classes) / counts[n]) for n in counts}  # rare values count more
    seen = Counter(feature for _, row in examples for feature, _ in row)
    weights = {
        feature: [0.0] * len(classes) for feature, count in seen.items() if count >= (2 if feature[0] == "^" else 3)
    }
    grown = {feature: [1e-6] * len(classes) for feature in weights}
    bias = [0.0] * len(classes)
    order = random.Random(7)
    for _ in range(ROUNDS):
        order.shuffle(examples)
        for wanted, row in examples:
            known = [(feature, value) for feature, value in row if feature in weights]
            total = bias[:]
            for feature, value in known:
                for n, weight in enumerate(weights[feature]):
                    total[n] += weight * value
            most = max(total)
            shares = [math.exp(one - most) for one in total]
            norm = sum(shares)
            wrong = [scale[wanted] * (share / norm - (n == wanted)) for n, share in enumerate(shares)]
            for n, error in enumerate(wrong):
                bias[n] -= 0.02 * error
            for feature, value in known:
                mine, steps = weights[feature], grown[feature]
                for n, error in enumerate(wrong):
                    if abs(error) > 1e-3:
                        slope = error * value + DECAY * mine[n]
                        steps[n] += slope * slope
                        mine[n] -= STEP * slope / math.sqrt(steps[n])
    return [(field, name, round(one, 3)) for name, one in zip(classes, bias, strict=True)], weights


def stored(
    found: list[tuple[list[tuple[str, str, float]], dict[str, list[float]]]],
    least: float = LEAST,
    least_against: float = LEAST_AGAINST,
) -> linear.Weights:
    """Models of several fields as they are stored, without small weights."""
    classes: list[tuple[str, str, float]] = []
    weights: dict[str, list[int]] = {}
    for named, by_feature in found:
        for feature, values in sorted(by_feature.items()):
            for n, one in enumerate(values, len(classes)):
                if one >= least or one <= -least_against:
                    weights.setdefault(feature, []).extend((n, round(one * UNIT)))
        classes += named
    return linear.Weights(UNIT, classes, {name: tuple(row) for name, row in sorted(weights.items())})
