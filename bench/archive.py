"""CPU milliseconds per archive page at 1,000,000 stories, asked over loopback: `python -m bench.archive [STORIES]`.

Every story has one article of about 80 words in the full-text index. The words follow Zipf's law, so that some are in
every second article and some in a handful. What is counted is the CPU time of server, database and client together.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import ClientSession

from bot.commands import Services
from bot.metrics import Metrics
from bot.model import Card, Fact, Frame, Label, Quote, Reading, Slice, Span
from bot.pipeline import jurisdictions, taxonomy
from bot.storage.codec import dump
from bot.storage.store import Store
from bot.web import archive
from bot.web.server import Web

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
REQUESTS = 200
TARGET_MS = 50.0
WORDS = [f"word{number}" for number in range(20_000)]
WEIGHTS = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(WORDS))))


def slice_of(text: str) -> Slice:
    return Slice(text, Span(0, len(text)))


def rows(count: int, seed: int = 7) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    """(story, article) rows, oldest first; one in 100,000 stories is about Tuvalu, the rarest label."""
    dice = random.Random(seed)
    topics, stages, instruments = (list(one) for one in (taxonomy.TOPICS, taxonomy.STAGES, taxonomy.INSTRUMENTS))
    places = [code for code in jurisdictions.codes() if code != "TV"][:60]
    for number in range(1, count + 1):
        words = dice.choices(WORDS, cum_weights=WEIGHTS, k=80)
        title, body = " ".join(words[:9]).capitalize(), " ".join(words)
        topic, stage, instrument = dice.choice(topics), dice.choice(stages), dice.choice(instruments)
        place = "TV" if number % 100_000 == 1 else dice.choice(places)
        found = slice_of(words[0])
        frame = Frame((Label(place, (found,)),), Label(instrument), Label(stage, (found,)), Label(topic))
        reading = Reading(
            slice_of(title),
            pull=Quote((slice_of(" ".join(words[9:30])),), "Ana Prado", "rapporteur of the bill"),
            facts=tuple(Fact(slice_of(" ".join(words[at : at + 14]))) for at in (30, 44, 58)),
            frame=frame,
            language="en",
        )
        url = f"https://news{number % 500}.example/{number}"
        card = Card(str(number), number, url, f"Outlet {number % 500}", reading, NOW)
        at = NOW.timestamp() - (count - number) * 30
        yield (
            (
                number,
                number,
                title,
                url,
                card.outlet,
                dump(card),
                f" {topic} ",
                f" {place} ",
                instrument,
                stage,
                at,
                at,
            ),
            (number, 1, number, url, title, body, card.outlet, at),
        )


def fill(path: Path, count: int) -> None:
    """A database with so many stories; written without a journal, because nobody needs it after a crash."""
    store = Store(f"sqlite:///{path}")
    store.open()
    store.close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode=OFF")
    db.execute("PRAGMA synchronous=OFF")
    made = rows(count)
    for start in range(0, count, 10_000):
        batch = [row for _, row in zip(range(min(10_000, count - start)), made, strict=False)]
        db.executemany(
            "INSERT INTO stories (id, lead_article_id, headline, url, outlet, card, topics, jurisdictions, instrument, "
            "stage, created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            [story for story, _ in batch],
        )
        db.executemany(
            "INSERT INTO articles (id, source_id, story_id, url, title, body, outlet, fetched_at) "
            "VALUES (?,?,?,?,?,?,?,?)",
            [article for _, article in batch],
        )
    db.commit()
    db.execute("PRAGMA journal_mode=DELETE")
    db.close()


async def measure(path: Path, count: int) -> bool:
    """Ask for each kind of page many times; whether the slow ones stay under the target."""
    dice = random.Random(11)
    asked = {
        "index": lambda: "/",
        "index, further back": lambda: f"/?before={NOW.timestamp() - dice.randrange(count) * 30.0!r}~{count}",
        "one topic": lambda: f"/?topic={dice.choice(list(taxonomy.TOPICS))}",
        "topic, stage and kind": lambda: "/?topic={}&stage={}&instrument={}".format(
            *(dice.choice(list(one)) for one in (taxonomy.TOPICS, taxonomy.STAGES, taxonomy.INSTRUMENTS))
        ),
        "rarest place": lambda: "/?jurisdiction=TV",
        "search, common word": lambda: f"/?q={WORDS[dice.randrange(10)]}",
        "search, any word": lambda: f"/?q={dice.choices(WORDS, cum_weights=WEIGHTS)[0]}",
        "search, rare word": lambda: f"/?q={WORDS[-1 - dice.randrange(500)]}",
        "search, two words": lambda: "/?q=" + "+".join(dice.choices(WORDS, cum_weights=WEIGHTS, k=2)),
        "search, common word and rarest place": lambda: "/?q=word0&jurisdiction=TV",
        "story": lambda: f"/stories/{dice.randrange(count) + 1}",
        "feed of a topic": lambda: f"/feeds/{dice.choice(list(taxonomy.TOPICS))}.rss",
    }
    store = Store(f"sqlite:///{path}")
    store.open()
    web = Web(Services(store, clock=lambda: NOW), Metrics(), host="127.0.0.1", port=0)
    web.add(archive.routes(archive.Archive(store, lambda: NOW, "local")))
    await web.start()
    good = True
    print(f"{count:,} stories, {path.stat().st_size / 1e9:.1f} GB, {REQUESTS} requests each; CPU ms, client included")
    print(f"{'page':<40} {'p50':>7} {'p99':>7}")
    async with ClientSession(f"http://127.0.0.1:{web.port}") as session:
        for name, address in asked.items():
            spent = []
            for number in range(REQUESTS + 20):
                url = address()
                before = time.process_time()
                async with session.get(url) as response:
                    await response.read()
                    assert response.status == 200, (url, response.status)
                if number >= 20:
                    spent.append((time.process_time() - before) * 1000)
            spent.sort()
            p50, p99 = spent[len(spent) // 2], spent[int(len(spent) * 0.99) - 1]
            good = good and p99 < TARGET_MS
            print(f"{name:<40} {p50:>7.1f} {p99:>7.1f}", flush=True)
    await web.stop()
    store.close()
    return good


def main() -> None:
    count = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="aipolicy-bench-") as folder:
        path = Path(folder) / "archive.db"
        fill(path, count)
        good = asyncio.run(measure(path, count))
    print(f"p99 under {TARGET_MS:.0f} ms everywhere: {'yes' if good else 'NO'}")
    sys.exit(not good)


if __name__ == "__main__":
    main()
