"""Relevance, scored on labelled headlines with snippets and on the labelled articles; the floors only rise."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.pipeline import text
from bot.pipeline.relevance import judge

HERE = Path(__file__).parent
# Precision and recall. Words and weights were tuned on the tuning sets; the mistakes in heldout.tsv were never looked
# at: precision 1.000, recall .862 when first measured. tuning-2.tsv and tuning-3.tsv were held out before they were
# tuned on: .983 / .704 (many of its headlines never say AI) and .889 / .960 (hard negatives) when first measured.
# heldout-2.tsv, pairs of headlines that differ only in being policy, was .979 / .885 when first measured. trade.tsv,
# traps of AI trade feeds beside acts told without policy words, was .941 / .800 when first measured, then tuned on.
# tuning-4.tsv retells what went wrong on 1,043 headlines with leads gathered from feeds and archives of many trades,
# half of them hard cases: seven sets, first read at F1 .913 and .892 by the words of before, then .909, .938, .914,
# .944 and .935 by words tuned on the sets before each. tuning-5.tsv does so for six more sets, 635 headlines, first
# read at .955, .966, .911, .953, .972 and .923.
FLOORS = {
    "tuning": (0.99, 0.98),
    "tuning-2": (0.99, 0.98),
    "tuning-3": (0.99, 0.99),
    "tuning-4": (0.99, 0.98),
    "tuning-5": (0.98, 0.98),
    "heldout": (0.99, 0.98),
    "heldout-2": (0.99, 0.98),
    "trade": (0.98, 0.98),
}


def _rows(name: str) -> list[tuple[bool, str, str]]:
    lines = (HERE / "relevance" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [(label == "1", title, snippet) for label, title, snippet in (line.split("\t") for line in lines)]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_precision_and_recall(name: str) -> None:
    judged = [
        (wanted, judge(title, snippet, language=text.language(f"{title} {snippet}") or "en").relevant, title)
        for wanted, title, snippet in _rows(name)
    ]
    hits = sum(wanted and found for wanted, found, _ in judged)
    precision = hits / sum(found for _, found, _ in judged)
    recall = hits / sum(wanted for wanted, _, _ in judged)
    wrong = [title for wanted, found, title in judged if wanted != found]
    assert precision >= FLOORS[name][0], f"precision {precision:.3f}: {wrong}"
    assert recall >= FLOORS[name][1], f"recall {recall:.3f}: {wrong}"


def test_whole_articles() -> None:
    wrong = []
    for path in sorted((HERE / "articles").glob("*.yaml")):
        article = yaml.safe_load(path.read_text(encoding="utf-8"))
        verdict = judge(article["title"], article["text"], language=article["language"])
        if verdict.relevant is not article["expected"]["relevant"]:
            wrong.append(path.stem)
    assert wrong == []


def test_the_sets_are_what_they_should_be() -> None:
    rows = [row for name in FLOORS for row in _rows(name)]
    assert len(rows) >= 300
    assert 0.4 <= sum(wanted for wanted, _, _ in rows) / len(rows) <= 0.6
    assert len({title for _, title, _ in rows}) == len(rows)
