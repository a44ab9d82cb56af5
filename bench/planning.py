"""What it costs to promise a story to all who follow: `python -m bench.planning [CHANNELS …]`.

In the transaction an article's arrival has, on SQLite and on the PostgreSQL that the tests bring: a story's cards, and
the edits of all of them once they were sent. Seconds on the wall, which a busy machine makes longer, and CPU seconds of
this process and of PostgreSQL's for our connection, which it hardly does.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

# ruff: noqa: E402  # a script: its neighbours are found by the line above
from conftest import own_database, running_postgres
from delivering import tell_story
from sqlalchemy import Connection, func, insert, select, text, update

from bot.model import Source
from bot.queue.postgres import PostgresQueue
from bot.storage import followups, news, planning, sources
from bot.storage.store import Store
from bot.storage.tables import channels, choices, follows, promises, workspaces

TARGET_SECONDS = 20.0  # for 50,000 channels
TEAMS = 500
RULES = ("", "", "", "topic:privacy OR budget", "NOT crypto")  # a fifth of the channels each
WISHES = ({}, {}, {"quiet": "22:00-07:00", "zone": "Europe/Berlin"}, {"digest_only": True}, {"strictness": 0.3})


def fill(db: Connection, count: int, now: float) -> int:
    """So many channels in 500 teams, all of which chose one source; its id."""
    teams = [{"id": f"slack:T{number}", "platform": "slack"} for number in range(TEAMS)]
    db.execute(insert(workspaces), teams)
    places = [{"id": f"slack:C{number:06}", "workspace_id": f"slack:T{number % TEAMS}"} for number in range(count)]
    db.execute(insert(channels), places)
    wanted = [
        {
            "channel_id": place["id"],
            "workspace_id": place["workspace_id"],
            "rule": RULES[number % len(RULES)],
            "settings": json.dumps(WISHES[number // len(RULES) % len(WISHES)]),
            "since_at": now - 86400,
        }
        for number, place in enumerate(places)
    ]
    db.execute(insert(follows), wanted)
    source_id = sources.add(db, Source(0, "feed", "https://example.org/feed.xml"), now)
    db.execute(insert(choices), [{"workspace_id": team["id"], "source_id": source_id} for team in teams])
    return source_id


def cards(db: Connection, source_id: int, now: float, queue: PostgresQueue | None) -> int:
    """Promise story 1 to all; how many promises there are."""
    card = news.story(db, "1")
    assert card is not None
    arrival = planning.Arrival(source_id, card.url, 0.9, False, now, "bench")
    owed = planning.plan_story(db, card, arrival, planning.Limits(), {})
    if queue is not None:
        queue.deliver(db, owed)
    return int(db.execute(select(func.count()).select_from(promises)).scalar_one())


def edits(db: Connection, now: float) -> int:
    """Promise everybody's edit of the story's next version; how many."""
    db.execute(update(promises).values(state="sent", message_id="m"))
    card = news.story(db, "1")
    assert card is not None
    return len(followups.edits(db, replace(card, version=2), now, "bench"))


def backend_seconds(db: Connection) -> float:
    """CPU seconds PostgreSQL's own process has spent on this connection; 0 on SQLite, which is in ours."""
    if db.dialect.name != "postgresql":
        return 0.0
    pid = db.execute(text("SELECT pg_backend_pid()")).scalar_one()
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What one step cost, in seconds."""

    wall: float
    own: float
    database: float
    count: int

    def __str__(self) -> str:
        return f"{self.count:7} promises {self.wall:7.2f} s, CPU {self.own:6.2f} s + {self.database:5.2f} s database"


def cost(store: Store, step: Callable[[Connection], int]) -> Cost:
    """Run a step in one transaction."""

    def run(db: Connection) -> tuple[int, float]:
        before = backend_seconds(db)
        count = step(db)
        return count, backend_seconds(db) - before

    began, burned = time.monotonic(), time.process_time()
    count, database = store.step(run)
    return Cost(time.monotonic() - began, time.process_time() - burned, database, count)


def measure(url: str, count: int) -> tuple[Cost, Cost]:
    """What so many channels' cards cost, and then their edits, on a fresh database."""
    store, now = Store(url), time.time()
    store.open()
    try:
        queue = None if store.is_sqlite else PostgresQueue(store.dsn, name="bench")
        source_id = store.step(fill, count, now)
        store.step(tell_story, 1, "Senate passes the privacy bill")
        first = cost(store, lambda db: cards(db, source_id, now, queue))
        return first, cost(store, lambda db: edits(db, now))
    finally:
        store.close()


def main() -> int:
    """Measure and print; 1 when 50,000 channels took longer than they should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("channels", type=int, nargs="*", default=[5_000, 50_000])
    asked = parser.parse_args()
    slow = 0.0
    for count in asked.channels:
        with tempfile.TemporaryDirectory() as folder:
            both = {"SQLite": measure(f"sqlite:///{folder}/bot.db", count)}
        with running_postgres() as server, own_database(server) as url:
            both["PostgreSQL"] = measure(url, count)
        for name, (first, second) in both.items():
            print(f"{count} channels, {name}\n  cards {first}\n  edits {second}", flush=True)
            slow = max(slow, first.wall)
    return int(slow > TARGET_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
