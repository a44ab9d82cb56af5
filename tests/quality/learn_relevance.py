"""Learn relevance_weights.msgpack from labelled items: `python tests/quality/learn_relevance.py [MORE]`.

Learned from the items of `relevance/` beside this script, and from further files in the same form (1 or 0, headline and
snippet, divided by tabs). The weights in the repository were learned with 1,832 real headlines with snippets more,
labelled by reading; those are their publishers' and not in the repository.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

import softmax  # noqa: E402 - as above

from bot.pipeline.phrases import Words  # noqa: E402 - the path must be set first

FIELD = "relevance"
SHARE = 0.7  # what the snippet counts against the headline
LEAST = 1.0  # smaller weights are left out: the polling process holds this model, and is to stay small


def rows(paths: list[Path]) -> list[softmax.Row]:
    """Label and features of every item; the same headline counts once."""
    found: dict[str, softmax.Row] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            label, _, rest = line.partition("\t")
            title, _, text = rest.partition("\t")
            if label in ("0", "1") and title:
                found[title] = ({FIELD: label}, softmax.words(Words(title).lows, Words(text).lows, SHARE), {})
    return list(found.values())


def main(arguments: list[str]) -> int:
    """Write the weights: one class, positive for AI policy."""
    given = rows([*sorted((HERE / FIELD).glob("*.tsv")), *map(Path, arguments)])
    classes, weights = softmax.learn(FIELD, ("0", "1"), given)
    bias = classes[1][2]
    model = softmax.stored([([(FIELD, "1", bias)], {name: [one[1]] for name, one in weights.items()})], SHARE, LEAST)
    target = HERE.parents[1] / "bot" / "pipeline" / "data" / "relevance_weights.msgpack"
    target.write_bytes(msgspec.msgpack.encode(model))
    print(len(given), "items,", len(model.weights), "features, bias", round(bias, 2))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
