"""Learn frame_weights.msgpack from labelled leads: `python tests/quality/learn_frame.py [MORE ...]`.

Learned from the leads, stage wordings and articles beside this script, and from further files in the form of the leads
(topic, instrument, stage, places, title and text, divided by tabs), on top of what the tables say of each. The weights
in the repository were learned with 980 leads of real articles more, labelled by reading; those texts are
their publishers' and not in the repository. Needs `pip install -r requirements-learn.lock`. After a change of the
tables of `pipeline.frame` it should be run again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

import softmax  # noqa: E402 - the path must be set first

from bot.pipeline import frame, taxonomy  # noqa: E402 - as above
from bot.pipeline import text as texts  # noqa: E402 - as above
from bot.pipeline.frame import learned  # noqa: E402 - as above

FIELDS = {"topic": taxonomy.TOPICS, "instrument": taxonomy.INSTRUMENTS, "stage": taxonomy.STAGES}
SHARE = 1.0  # what the opening counts against the headline; .7 is half a point worse on texts held out
EVERY = 10  # of the leads that test_frame_quality.py keeps to measure on, one in so many


def held_out(path: Path) -> list[list[str]]:
    """The leads of a file of `leads/` that are measured on and never learned from."""
    return _lines(path)[::EVERY]


def _lines(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


def leads(arguments: list[str]) -> Iterator[tuple[dict[str, str], str, str]]:
    """Labels, headline and text of everything that is learned from."""
    for path in [*sorted((HERE / "frame").glob("*.tsv")), HERE / "frame_leads.tsv", *map(Path, arguments)]:
        for parts in _lines(path):
            if len(parts) == 6:
                yield dict(zip(FIELDS, parts, strict=False)), parts[4], parts[5]
    for path in sorted((HERE / "leads").glob("*.tsv")):
        for at, parts in enumerate(_lines(path)):
            if at % EVERY:
                yield dict(zip(FIELDS, parts, strict=False)), parts[4], parts[5]
    for name in ("stage_wordings", "stage_wordings_world"):
        for parts in _lines(HERE / f"{name}.tsv"):
            yield {"stage": parts[0]}, parts[-1], ""
    for path in sorted((HERE / "articles").glob("*.yaml")):
        one = yaml.safe_load(path.read_text(encoding="utf-8"))
        if one["expected"]["relevant"]:
            yield {field: one["expected"][field] or "" for field in FIELDS}, one["title"], one["text"]


def row(labels: dict[str, str], title: str, text: str) -> softmax.Row:
    """One lead with its words and with what the tables make of it."""
    story, tables = frame.tables(title, text, texts.language(f"{title}\n{text}"))
    return labels, softmax.words(story.title.lows, story.body.lows, SHARE), learned.signals(tables)


def main(arguments: list[str]) -> int:
    """Write the weights."""
    given = [row(*one) for one in leads(arguments)]
    model = softmax.stored([softmax.learn(field, terms, given) for field, terms in FIELDS.items()], SHARE)
    target = HERE.parents[1] / "bot" / "pipeline" / "data" / "frame_weights.msgpack"
    target.write_bytes(msgspec.msgpack.encode(model))
    print(len(given), "leads, wordings and articles,", len(model.weights), "features")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
