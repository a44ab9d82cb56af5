"""Scores story grouping: BCubed and pairs, on the labelled articles beside it and, when present, on dev headlines.

Run: python tests/quality/score_stories.py [headlines.jsonl]   (default: ../shared/data/stories-dev.jsonl)
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bot.pipeline import stories

HERE = Path(__file__).parent
DEV = HERE.parents[2] / "shared" / "data" / "stories-dev.jsonl"


@dataclass(frozen=True)
class Labelled:
    """An article and the story a reader put it in."""

    id: str
    story: str
    dossier: str
    title: str
    summary: str = ""
    text: str = ""
    published: datetime | None = None
    outlet: str = ""
    language: str = "en"

    def signature(self) -> stories.Signature:
        return stories.signature(
            self.id,
            self.title,
            self.text,
            summary=self.summary,
            published=self.published,
            outlet=self.outlet,
            language=self.language,
        )


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float


def labelled(folder: Path = HERE / "stories") -> list[Labelled]:
    """The articles of tests/quality/stories: `== story | dossier`, then `@ time | outlet | language` and lines."""
    found: list[Labelled] = []
    story = dossier = ""
    block: list[str] = []

    def end() -> None:
        if block:
            when, outlet, language = (part.strip() for part in block[0][1:].split("|"))
            published = datetime.fromisoformat(when).replace(tzinfo=UTC)
            number = f"{story}/{sum(article.story == story for article in found) + 1}"
            lines = [*block[1:], "", ""]
            found.append(
                Labelled(number, story, dossier, lines[0], lines[1], lines[2], published, outlet, language),
            )
        block.clear()

    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=="):
                end()
                story, dossier = (part.strip() for part in line[2:].split("|"))
            elif line.startswith("@"):
                end()
                block.append(line)
            elif line.strip() and not line.startswith("#"):
                block.append(line)
        end()
    return found


def headlines(path: Path) -> Iterator[list[Labelled]]:
    """The development headlines, one list per fold, the last list all of them."""
    folds: dict[int, list[Labelled]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        when = datetime.fromtimestamp(row["date"], UTC)
        article = Labelled(row["id"], row["story"], "", row["title"], published=when, outlet=row["source"])
        folds.setdefault(row["fold"], []).append(article)
    yield from folds.values()
    yield [article for fold in folds.values() for article in fold]


def bcubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Mean over articles of the share of true companions among the found ones, and the reverse."""
    both, true, guessed = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(count * count / guessed[group] for (_, group), count in both.items()) / len(gold)
    recall = sum(count * count / true[label] for (label, _), count in both.items()) / len(gold)
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def pairs(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Over all pairs put together."""

    def count(groups: Counter[Hashable]) -> int:
        return sum(size * (size - 1) // 2 for size in groups.values())

    both = count(Counter(zip(gold, found, strict=True)))
    guessed, true = count(Counter(found)), count(Counter(gold))
    precision, recall = both / guessed if guessed else 1.0, both / true if true else 1.0
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0)


def grouped(articles: Sequence[Labelled]) -> list[str]:
    """The story `cluster` gives each article."""
    return [found.story for found in stories.cluster(article.signature() for article in articles)]


def one_by_one(articles: Sequence[Labelled], limit: int = 40) -> list[str]:
    """The story of each article when they arrive one after the other in order of time, as in the running bot."""
    index: dict[str, list[str]] = {}
    known: dict[str, stories.StorySignature] = {}
    given: dict[str, str] = {}
    for article in sorted(articles, key=lambda one: (one.published is None, one.published, one.id)):
        own = article.signature()
        listed = {term: index.get(term, [])[-limit:] for term in stories.terms(own)}
        near = Counter(story for found in listed.values() for story in found)
        candidates = [known[story] for story, _ in near.most_common(20)]
        statistics = stories.Statistics(len(known), {term: len(found) for term, found in listed.items()})
        placed = stories.place(own, candidates, statistics)
        story = placed.story_id or article.id
        known[story] = known.get(story, stories.StorySignature(story, ())).grown(own)
        for term in listed:
            if story not in index.setdefault(term, []):
                index[term].append(story)
        given[article.id] = story
    return [given[article.id] for article in articles]


def report(name: str, articles: Sequence[Labelled]) -> None:
    gold = [article.story for article in articles]
    for way, group in (("batch", grouped), ("one by one", one_by_one)):
        start = time.process_time()
        found = group(articles)
        seconds = time.process_time() - start
        b, p = bcubed(gold, found), pairs(gold, found)
        print(
            f"{name:22} {way:10} {len(articles):5} articles  BCubed {b.precision:.3f} {b.recall:.3f} {b.f1:.3f}"
            f"  pairs {p.precision:.3f} {p.recall:.3f} {p.f1:.3f}  {len(articles) / max(seconds, 1e-9):8.0f}/s"
        )


def main(path: Path) -> None:
    own = labelled()
    report("policy", own)
    near = labelled(HERE / "stories" / "near_misses")
    report("near misses", near)
    trade = labelled(HERE / "stories" / "trade")
    report("trade press", trade)
    report("trade press, no dates", [replace(article, published=None) for article in trade])
    report("near misses, no dates", [replace(article, published=None) for article in near])
    report("policy, no dates", [replace(article, published=None) for article in own])
    report("policy, headlines only", [replace(article, summary="", text="") for article in own])
    if path.exists():
        *folds, everything = headlines(path)
        for number, fold in enumerate(folds):
            report(f"headlines, fold {number}", fold)
        report("headlines, all", everything)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEV)
