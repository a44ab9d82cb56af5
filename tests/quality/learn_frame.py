"""Learn bot/pipeline/data/frame_weights.json from labelled leads: `python tests/quality/learn_frame.py [MORE.tsv ...]`.

Softmax regression by AdaGrad with L2, deterministic. Learned from the leads, stage wordings and articles beside this
script, and from further files in the form of the leads (topic, instrument, stage, places, title and text, divided by
tabs). The weights in the repository were learned with 437 leads of real articles more, labelled by
reading; those texts are their publishers' and not in the repository.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from pathlib import Path

import msgspec
import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from bot.pipeline import taxonomy  # noqa: E402 - the path must be set first
from bot.pipeline.frame import learned  # noqa: E402 - as above
from bot.pipeline.frame.story import Story  # noqa: E402 - as above

FIELDS = {"topic": taxonomy.TOPICS, "instrument": taxonomy.INSTRUMENTS, "stage": taxonomy.STAGES}
ROUNDS, STEP, DECAY = 30, 0.5, 2e-5
UNIT = 10  # weights are stored as whole numbers of 1/10
LEAST, LEAST_AGAINST = 0.7, 1.2  # smaller weights are left out
Row = tuple[dict[str, str], list[tuple[str, float]]]  # labels by field; features with their values


def rows(paths: list[Path]) -> list[Row]:
    """Labels by field and features of every lead and wording."""
    found: list[Row] = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            parts = line.split("\t")
            if line.startswith("#") or len(parts) not in (2, 6):
                continue
            labels = {"stage": parts[0]} if len(parts) == 2 else dict(zip(FIELDS, parts, strict=False))
            title, text = (parts[1], "") if len(parts) == 2 else (parts[4], parts[5])
            found.append((labels, _row(title, text)))
    return found


def articles() -> list[Row]:
    """The relevant English articles of tests/quality/articles."""
    found: list[Row] = []
    for path in sorted((HERE / "articles").glob("*.yaml")):
        one = yaml.safe_load(path.read_text(encoding="utf-8"))
        if one["language"] == "en" and one["expected"]["relevant"]:
            labels = {field: one["expected"][field] or "" for field in FIELDS}
            found.append((labels, _row(one["title"], one["text"])))
    return found


def _row(title: str, text: str) -> list[tuple[str, float]]:
    headed, opened = learned.features(Story(title, text))
    one, other = learned.scales(headed, opened)
    return [*((name, one) for name in headed), *((name, other) for name in opened)]


def learn(field: str, given: list[Row]) -> tuple[list[tuple[str, str, float]], dict[str, list[float]]]:
    """One field's classes with their biases, and the weights of each feature."""
    classes = sorted({labels[field] for labels, _ in given if labels.get(field) in FIELDS[field]})
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


def main(arguments: list[str]) -> int:
    """Write the weights."""
    own = [*sorted((HERE / "frame").glob("*.tsv")), HERE / "frame_leads.tsv", HERE / "stage_wordings.tsv"]
    given = [*rows([*own, *map(Path, arguments)]), *articles()]
    classes: list[tuple[str, str, float]] = []
    weights: dict[str, list[int]] = {}
    for field in FIELDS:
        found, by_feature = learn(field, given)
        for feature, row in sorted(by_feature.items()):
            for n, one in enumerate(row, len(classes)):
                if one >= LEAST or one <= -LEAST_AGAINST:
                    weights.setdefault(feature, []).extend((n, round(one * UNIT)))
        classes += found
    target = HERE.parents[1] / "bot" / "pipeline" / "data" / "frame_weights.json"
    target.write_bytes(msgspec.json.encode(learned.Weights(UNIT, classes, dict(sorted(weights.items())))) + b"\n")
    print(len(given), "leads, wordings and articles,", len(weights), "features")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
