"""Grouping time per new article at 1 k, 100 k and 1 M stored articles: it must not grow with what is stored.

Run: python bench/grouping.py [stored ...]        (CPU microseconds per new article, median and 95th of 500)

The index here is a dict that behaves as the table `story_terms(term, story_id, day)` does: per term the newest
stories of the window, at most PER_TERM. To time the database, hand `measure` another `Shelf`.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.pipeline import stories
from bot.pipeline.stories import Signature, Statistics, StorySignature

PER_TERM, CANDIDATES = 40, 16
WINDOW = timedelta(days=5)
START = datetime(2020, 1, 1, tzinfo=UTC)
A_DAY = 550  # articles; a million is five years
VERBS = ("fines", "sues", "warns", "backs", "bans", "probes", "joins", "funds", "blocks", "hires")
THINGS = ("chatbot", "database", "camera", "lyrics", "export", "licence", "audit", "label", "school", "hospital")


class Shelf(Protocol):
    """What the bench needs of a store."""

    def candidates(self, article: Signature, day: int) -> tuple[list[StorySignature], Statistics]: ...

    def add(self, article: Signature, day: int, story_id: str | None) -> None: ...


class InMemory:
    """The index as dicts, members of the newest stories only."""

    def __init__(self) -> None:
        self.terms: dict[str, list[tuple[int, str]]] = {}
        self.stories: dict[str, StorySignature] = {}

    def candidates(self, article: Signature, day: int) -> tuple[list[StorySignature], Statistics]:
        shared: Counter[str] = Counter()
        frequency = {}
        for term in stories.terms(article):
            newest = [story for when, story in self.terms.get(term, [])[-PER_TERM:] if when >= day - WINDOW.days]
            frequency[term] = len(newest)
            shared.update(newest)
        found = [self.stories[story] for story, _ in shared.most_common(CANDIDATES) if story in self.stories]
        return found, Statistics(A_DAY * WINDOW.days, frequency)

    def add(self, article: Signature, day: int, story_id: str | None) -> None:
        name = story_id or article.id
        self.stories[name] = self.stories.get(name, StorySignature(name, ())).grown(article)
        for term in stories.terms(article):
            rows = self.terms.setdefault(term, [])
            if (day, name) not in rows[-PER_TERM:]:
                rows.append((day, name))


def title(rnd: random.Random) -> str:
    """A headline out of 4,000 names, so that names come back as they do in the news."""
    name, other = f"Firm{rnd.randrange(4000)}", f"Agency{rnd.randrange(300)}"
    return f"{other} {rnd.choice(VERBS)} {name} over {rnd.choice(THINGS)} {rnd.choice(THINGS)} rules"


def fill(shelf: InMemory, stored: int, rnd: random.Random) -> int:
    """Store articles without placing them, in order of time; returns the last day."""
    day = 0
    for number in range(stored):
        day = number // A_DAY
        made = stories.signature(f"s{number}", title(rnd), published=START + timedelta(days=day))
        if stored - number > 20 * A_DAY:  # of old stories only the index rows matter here
            row = (day, made.id)
            for term in stories.terms(made):
                shelf.terms.setdefault(term, []).append(row)
        else:
            shelf.add(made, day, None)
    return day


def measure(shelf: Shelf, day: int, rnd: random.Random, articles: int = 500) -> list[float]:
    """CPU microseconds of each new article: signature, look-up, placing, adding."""
    found = []
    for number in range(articles):
        headline, published = title(rnd), START + timedelta(days=day, seconds=number)
        start = time.process_time_ns()
        made = stories.signature(f"n{number}", headline, published=published)
        near, known = shelf.candidates(made, day)
        shelf.add(made, day, stories.place(made, near, known).story_id)
        found.append((time.process_time_ns() - start) / 1000)
    return found


def main(sizes: list[int]) -> None:
    for stored in sizes:
        rnd = random.Random(7)
        shelf = InMemory()
        times = measure(shelf, fill(shelf, stored, rnd), rnd)
        ninety_fifth = statistics.quantiles(times, n=20)[-1]
        print(f"stored {stored:>9,}  median {statistics.median(times):7.0f} us  95th {ninety_fifth:7.0f} us")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 100_000, 1_000_000])
