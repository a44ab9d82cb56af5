"""Learn bot/pipeline/data/frame_weights.json from labelled leads: `python tests/quality/learn_frame.py [MORE.tsv ...]`.

Softmax regression by AdaGrad with L2, deterministic. Learned from the leads, stage wordings and articles beside this
script, and from further files in the form of the leads (topic, instrument, stage, places, title and text, divided by
tabs). The weights in the repository were learned with 437 leads of real articles more, labelled by
reading; those texts are their publishers' and not in the repository.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import yaml

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

import softmax  # noqa: E402 - as above

from bot.pipeline import taxonomy  # noqa: E402 - the path must be set first
from bot.pipeline.frame.story import Story  # noqa: E402 - as above

FIELDS = {"topic": taxonomy.TOPICS, "instrument": taxonomy.INSTRUMENTS, "stage": taxonomy.STAGES}


def rows(paths: list[Path]) -> list[softmax.Row]:
    """Labels by field and features of every lead and wording."""
    found: list[softmax.Row] = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            parts = line.split("\t")
            if line.startswith("#") or len(parts) not in (2, 6):
                continue
            labels = {"stage": parts[0]} if len(parts) == 2 else dict(zip(FIELDS, parts, strict=False))
            title, text = (parts[1], "") if len(parts) == 2 else (parts[4], parts[5])
            found.append((labels, _row(title, text)))
    return found


def articles() -> list[softmax.Row]:
    """The relevant English articles of tests/quality/articles."""
    found: list[softmax.Row] = []
    for path in sorted((HERE / "articles").glob("*.yaml")):
        one = yaml.safe_load(path.read_text(encoding="utf-8"))
        if one["language"] == "en" and one["expected"]["relevant"]:
            labels = {field: one["expected"][field] or "" for field in FIELDS}
            found.append((labels, _row(one["title"], one["text"])))
    return found


def _row(title: str, text: str) -> list[tuple[str, float]]:
    story = Story(title, text)
    return softmax.row(story.title.lows, story.body.lows)


def main(arguments: list[str]) -> int:
    """Write the weights."""
    own = [*sorted((HERE / "frame").glob("*.tsv")), HERE / "frame_leads.tsv", HERE / "stage_wordings.tsv"]
    given = [*rows([*own, *map(Path, arguments)]), *articles()]
    model = softmax.stored([softmax.learn(field, terms, given) for field, terms in FIELDS.items()])
    target = HERE.parents[1] / "bot" / "pipeline" / "data" / "frame_weights.json"
    target.write_bytes(msgspec.json.encode(model) + b"\n")
    print(len(given), "leads, wordings and articles,", len(model.weights), "features")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
