"""Softmax regression (scikit-learn) over words and signals of labelled texts, stored for `bot.pipeline.linear`.

Needs what `requirements-learn.lock` pins; nothing of it is needed to run or to test the bot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bot.pipeline import linear

FINEST = 100.0  # weights are stored as whole numbers of 1/100, or coarser ones where a byte cannot hold them
LEAST = 0.4  # smaller weights of words are left out: half the memory, on texts held out no difference
_SIGNALS, _LEAST_SIGNAL = frozenset("=+%&@"), 0.1
SEEN = 2  # texts that hold a word, at least, for it to count
STRENGTH = 20.0  # C of the regression; 3 to 100 differ by less than a point on texts held out
Row = tuple[dict[str, str], dict[str, float], dict[str, list[str]]]
"""Labels by field; words as features with their values; signals by the field that they are for."""
Learned = tuple[list[tuple[str, str, float]], dict[str, list[float]]]
"""One field's classes with their biases, and the weights of each feature by class."""


def words(title: list[str], text: list[str], share: float) -> dict[str, float]:
    """The features of one item's words with their values; title and text are words in lower case, `share` is what the
    text counts against the headline."""
    headed, opened = linear.features(title, text)
    one, other = linear.scales(headed, opened, share)
    return {**dict.fromkeys(headed, one), **dict.fromkeys(opened, other)}


def learn(field: str, allowed: Collection[str], given: list[Row]) -> Learned:
    """The model of one field; rows whose label is not `allowed` are passed over. Deterministic."""
    known = [(labels[field], row, signals) for labels, row, signals in given if labels.get(field) in allowed]
    seen = Counter(name for _, row, _ in known for name in row)
    examples = [
        {name: value for name, value in row.items() if seen[name] >= SEEN}
        | dict.fromkeys(signals.get(field, ()), linear.SIGNAL)
        for _, row, signals in known
    ]
    turned = DictVectorizer(dtype=float)
    matrix = turned.fit_transform(examples)
    model = LogisticRegression(C=STRENGTH, max_iter=500, class_weight="balanced", random_state=7)
    model.fit(matrix, [label for label, *_ in known])
    rows = [[float(weight) for weight in row] for row in model.coef_]
    biases = [float(bias) for bias in model.intercept_]
    if len(rows) == 1:  # of two classes the second is told from the first
        rows, biases = [[0.0] * len(rows[0]), *rows], [0.0, *biases]
    by_feature = {name: [row[at] for row in rows] for at, name in enumerate(turned.feature_names_)}
    classes = [(field, str(one), round(bias, 3)) for one, bias in zip(model.classes_, biases, strict=True)]
    return classes, by_feature


def stored(found: list[Learned], share: float, least: float = LEAST) -> linear.Weights:
    """Models of several fields as they are stored, without small weights."""
    classes: list[tuple[str, str, float]] = []
    weights: dict[str, list[int]] = {}
    most = max(abs(one) for _, by_feature in found for values in by_feature.values() for one in values)
    unit = min(FINEST, round((linear.ZERO - 1) / most, 2))
    for named, by_feature in found:
        for feature, values in sorted(by_feature.items()):
            for n, one in enumerate(values, len(classes)):
                if abs(one) >= (least if feature[0] not in _SIGNALS else _LEAST_SIGNAL):
                    weights.setdefault(feature, []).extend((n, round(one * unit) + linear.ZERO))
        classes += named
    return linear.Weights(unit, share, classes, {name: bytes(row) for name, row in sorted(weights.items())})
