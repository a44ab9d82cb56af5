"""Reading and grouping with 1 k, 100 k and 1 M stored: `python -m bench.storage [STORIES ...] [--postgres]`.

Milliseconds on the wall and, beside them, of CPU in this process (SQLite works inside it, PostgreSQL does not).
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection

from bench import fill
from bench.archive import NOW, WEIGHTS, WORDS
from bench.grouping import title
from bot.pipeline import stories
from bot.storage import condition, grouping, news
from bot.storage import sources as source_steps
from bot.storage.store import Store

ASKED = 200
SEARCH_TARGET_MS = 50.0


def questions(dice: random.Random) -> dict[str, Callable[[Connection], object]]:
    """What people and the poller ask, each time a little different."""

    def group(db: Connection) -> object:
        made = stories.signature("new", title(dice), published=NOW + timedelta(seconds=1))
        return grouping.place(db, made, fill.today())

    def search(words: Callable[[], str], **more: str) -> Callable[[Connection], object]:
        return lambda db: news.search(db, words(), 10, **more)

    return {
        "latest 10": lambda db: news.latest(db, 10),
        "latest 10, 20 of 500 sources": lambda db: news.latest(db, 10, workspace_id="slack:W"),
        "latest 3 of a place": lambda db: news.latest(db, 3, news.Wanted(jurisdiction="DE"), workspace_id="slack:W"),
        "search, common word": search(lambda: WORDS[dice.randrange(10)]),
        "search, any word": search(lambda: dice.choices(WORDS, cum_weights=WEIGHTS)[0]),
        "search, rare word": search(lambda: WORDS[-1 - dice.randrange(500)]),
        "search, two words": search(lambda: " ".join(dice.choices(WORDS, cum_weights=WEIGHTS, k=2))),
        "search, own sources": search(lambda: WORDS[dice.randrange(100)], workspace_id="slack:W"),
        "group a new article": group,
        "status": lambda db: condition.of_workspace(db, "slack:W", NOW.timestamp()),
        "sources due": lambda db: source_steps.due_count(db, NOW.timestamp()),
    }


def measure(store: Store, count: int, asked: int = ASKED) -> bool:
    """Print p50 and p99 of every question; whether searches stay under the target."""
    good = True
    dice = random.Random(11)
    name = "SQLite" if store.is_sqlite else "PostgreSQL"
    print(f"{name}, {count:,} stored, {asked} times each")
    print(f"{'':<34}{'p50 ms':>9}{'p99 ms':>9}{'CPU p50':>9}{'CPU p99':>9}")
    for what, ask in questions(dice).items():
        wall, cpu = [], []
        for number in range(asked + 10):
            began, burned = time.perf_counter(), time.process_time()
            store.look(ask)
            if number >= 10:
                wall.append((time.perf_counter() - began) * 1000)
                cpu.append((time.process_time() - burned) * 1000)
        wall.sort()
        cpu.sort()
        last = max(0, int(asked * 0.99) - 1)
        spent = cpu[last] if store.is_sqlite else wall[last]  # the wall also shows what else this machine does
        good = good and not (what.startswith("search") and spent > SEARCH_TARGET_MS)
        row = (wall[asked // 2], wall[last], cpu[asked // 2], cpu[last])
        print(f"{what:<34}" + "".join(f"{one:>9.2f}" for one in row), flush=True)
    return good


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--asked", type=int, default=ASKED)
    asked = parser.parse_args(arguments)
    good = True
    for count in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="aipolicy-bench-") as folder:
            store = fill.sqlite(Path(folder) / "bot.db", count)
            good &= measure(store, count, asked.asked)
            store.close()
        if asked.postgres:
            from tests.conftest import own_database, running_postgres

            with running_postgres() as server, own_database(server) as url:
                store = fill.postgres(url, count)
                good &= measure(store, count, asked.asked)
                store.close()
    return int(not good)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
