"""Score the policy frame on the leads of tests/quality/frame, beside naive word lists where a taxonomy file is given.

Run `python tests/quality/score_frame.py [--taxonomy FILE] [--wrong] [SET ...]`. A set is a file of `frame/` without
its ending. The naive lists take the value with most triggers in headline (twice) and text; the stage whose trigger
comes first in the file's order of stages; every place the text names.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bot.pipeline import frame, jurisdictions
from bot.pipeline.phrases import Words

HERE = Path(__file__).parent / "frame"
FIELDS = ("topic", "instrument", "stage", "jurisdictions")


class Row(NamedTuple):
    """One labelled lead; `jurisdictions` are codes in alphabetical order, divided by commas."""

    topic: str
    instrument: str
    stage: str
    jurisdictions: str
    title: str
    text: str


def rows(name: str) -> list[Row]:
    """The labelled leads of one set."""
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if line]


def names() -> list[str]:
    """Every set there is."""
    return sorted(path.stem for path in HERE.glob("*.tsv"))


def ours(row: Row) -> dict[str, str]:
    """What the program reads off one lead."""
    found = frame.read(row.title, row.text)
    return {
        "topic": found.topic.id if found.topic else "",
        "instrument": found.instrument.id if found.instrument else "",
        "stage": found.stage.id if found.stage else "",
        "jurisdictions": ",".join(sorted(label.id for label in found.jurisdictions)),
    }


def naive(row: Row, taxonomy: dict[str, Any]) -> dict[str, str]:
    """What plain lists of trigger words say."""

    def most(kind: str) -> str:
        counts = {
            id: 2 * _count(row.title, term["triggers"]) + _count(row.text, term["triggers"])
            for id, term in taxonomy[kind].items()
        }
        best = max(counts, key=lambda id: counts[id])
        return best if counts[best] else ""

    def first(text: str) -> str:
        return next((id for id, term in taxonomy["stages"].items() if _count(text, term["triggers"])), "")

    places = {hit.value.code for hit in jurisdictions.find(Words(f"{row.title}. {row.text}"))}
    return {
        "topic": most("topics"),
        "instrument": most("instruments"),
        "stage": first(row.title) or first(row.text),
        "jurisdictions": ",".join(sorted(places)),
    }


def _count(text: str, triggers: list[str]) -> int:
    low = " " + text.lower()
    return sum(" " + trigger.lower() in low for trigger in triggers)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--taxonomy", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list every mistake")
    asked = parser.parse_args()
    taxonomy = yaml.safe_load(asked.taxonomy.read_text(encoding="utf-8")) if asked.taxonomy else None
    for name in asked.sets or names():
        labelled = rows(name)
        began = time.process_time()
        found = [ours(row) for row in labelled]
        spent = time.process_time() - began
        print(f"{name}: {len(labelled)} leads, {1000 * spent / len(labelled):.2f} ms of CPU each")
        guessed = [naive(row, taxonomy) for row in labelled] if taxonomy else []
        for field in FIELDS:
            right = [one[field] == getattr(row, field) for one, row in zip(found, labelled, strict=True)]
            line = f"  {field:14}{sum(right) / len(right):.3f}"
            if guessed:
                plain = [one[field] == getattr(row, field) for one, row in zip(guessed, labelled, strict=True)]
                line += f"   naive {sum(plain) / len(plain):.3f}"
            print(line)
            if asked.wrong:
                for one, row, good in zip(found, labelled, right, strict=True):
                    if not good:
                        print(f"      {one[field] or '-'}, not {getattr(row, field)}: {row.title}")


if __name__ == "__main__":
    main()
