"""100,000 sources, 50,000 channels, 10,000,000 articles: measures what one step costs, then plays two busy hours.

python bench/scale_sim.py --measure     costs and sizes on this machine's PostgreSQL
python bench/scale_sim.py               the simulation; docs/scale.md explains it
"""

from __future__ import annotations

import argparse
import asyncio
import heapq
import os
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

# ruff: noqa: E402  # a script: its neighbours are found by the line above
import psycopg
from conftest import own_database, running_postgres
from delivering import Hand, Recorder, deliverer, seed, tell_story
from sqlalchemy import insert, text

from bench import planning
from bot import logs
from bot.storage import promises
from bot.storage.store import Store
from bot.storage.tables import articles


@dataclass(frozen=True)
class Load:
    """What comes in. Rates are of two busy hours: three times the day's average."""

    sources: int = 100_000
    channels: int = 50_000
    discord_share: float = 0.4
    mean_interval: float = 1200.0  # seconds between two looks at a source: they adapt, 5 to 60 minutes
    new_share: float = 0.012  # of looks that find something new
    relevant_share: float = 0.04  # of new items
    reach: tuple[tuple[float, float], ...] = ((0.9, 0.002), (0.09, 0.02), (0.01, 0.4))  # share of stories, of channels
    hours: float = 2.0


@dataclass(frozen=True)
class Machines:
    """What there is, and what one thing costs (measured; see docs/scale.md)."""

    workers: int = 12  # processes of one core each
    polls_at_once: int = 64  # of one worker
    sends_at_once: int = 32
    poll_cpu: float = 0.0045  # a look that answers "unchanged", over TLS, with its job and its row
    new_cpu: float = 0.060  # reading a changed feed, its new page and the pipeline
    plan_cpu: float = 0.0005  # one promise planned, with its ledger row and its job
    send_cpu: float = 0.0090  # one message: leased, rendered, posted, recorded
    discord_per_second: float = 45.0  # of 50 for the whole bot
    fetch_seconds: tuple[float, float, float] = (0.4, 2.0, 20.0)  # half, nearly all, one in a hundred
    post_seconds: float = 0.25


@dataclass
class Found:
    """What the simulation saw. Times in seconds."""

    polls: int = 0
    stories: int = 0
    messages: int = 0
    poll_waits: list[float] | None = None
    slack: list[float] | None = None
    discord: list[float] | None = None
    cpu: float = 0.0


def play(load: Load, machines: Machines, seed: int = 1) -> Found:
    """Two busy hours, event by event: sources fall due, fetches and posts take places, limits make them wait."""
    rng = random.Random(seed)
    end = load.hours * 3600
    found = Found(poll_waits=[], slack=[], discord=[])
    assert found.poll_waits is not None
    assert found.slack is not None
    assert found.discord is not None
    fetchers = [0.0] * (machines.workers * machines.polls_at_once)
    senders = [0.0] * (machines.workers * machines.sends_at_once)
    for places in (fetchers, senders):
        heapq.heapify(places)
    cores = [0.0] * machines.workers  # when each is free
    heapq.heapify(cores)
    discord_free, channel_free = 0.0, [0.0] * load.channels
    on_discord = int(load.channels * load.discord_share)

    def compute(at: float, seconds: float) -> float:
        """When `seconds` of CPU asked for at `at` are done."""
        found.cpu += seconds
        begin = max(at, heapq.heappop(cores))
        heapq.heappush(cores, begin + seconds)
        return begin + seconds

    rate = load.sources / load.mean_interval
    # (when, order, what, channel, since when): a look begins, its answer is read, a message may be sent
    events: list[tuple[float, int, str, int, float]] = [(rng.expovariate(rate), 0, "look", 0, 0.0)]
    order = 0
    while events:
        now, _, what, channel, since = heapq.heappop(events)
        order += 1
        if what == "look":
            if now < end:
                heapq.heappush(events, (now + rng.expovariate(rate), order, "look", 0, 0.0))
            begin = max(now, heapq.heappop(fetchers))
            lot = rng.random()
            half, most, rare = machines.fetch_seconds
            took = half if lot < 0.5 else most if lot < 0.99 else rare
            heapq.heappush(fetchers, begin + took)
            found.polls += 1
            found.poll_waits.append(begin - now)
            heapq.heappush(events, (begin + took, -order, "read", 0, now))
        elif what == "read":
            done = compute(now, machines.poll_cpu)
            if rng.random() >= load.new_share:
                continue
            done = compute(done, machines.new_cpu)
            if rng.random() >= load.relevant_share:
                continue
            found.stories += 1
            lot, share = rng.random(), 0.0
            for chance, reach in load.reach:
                share = reach
                if (lot := lot - chance) < 0:
                    break
            audience = rng.sample(range(load.channels), int(load.channels * share))
            done = compute(done, machines.plan_cpu * len(audience))  # one transaction
            for number, one in enumerate(audience):
                heapq.heappush(events, (done, number, "send", one, since))
        elif what == "send":  # its turn in its channel, and on Discord in the bot's own limit; it waits in the database
            begin = max(now, channel_free[channel])
            if channel < on_discord:
                begin = discord_free = max(begin, discord_free + 1 / machines.discord_per_second)
            channel_free[channel] = begin + 1.0  # one message a second and channel
            heapq.heappush(events, (begin, order, "post", channel, since))
        else:
            begin = max(now, heapq.heappop(senders))
            finished = compute(begin, machines.send_cpu) + machines.post_seconds
            heapq.heappush(senders, finished)
            (found.discord if channel < on_discord else found.slack).append(finished - since)
            found.messages += 1
    return found


def part(values: list[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)] if values else 0.0


def show(load: Load, machines: Machines) -> None:
    began = time.process_time()
    found = play(load, machines)
    assert found.poll_waits is not None
    assert found.slack is not None
    assert found.discord is not None
    seconds = load.hours * 3600
    print(
        f"{machines.workers} workers: {found.polls / seconds:.0f} looks/s, {found.stories} stories, "
        f"{found.messages} messages ({found.messages / seconds:.0f}/s); cores busy {found.cpu / seconds:.1f}"
    )
    print(f"  a look waits p50 {part(found.poll_waits, 0.5):.1f} s, p99 {part(found.poll_waits, 0.99):.1f} s")
    for name, lags in (("Slack", found.slack), ("Discord", found.discord)):
        print(
            f"  {name}: due to posted p50 {part(lags, 0.5):.1f} s, p95 {part(lags, 0.95):.0f} s, "
            f"p99 {part(lags, 0.99):.0f} s, longest {max(lags):.0f} s"
        )
    print(f"  ({time.process_time() - began:.0f} s of CPU to simulate)")


# --------------------------------------------------------------------------- what one thing costs


def measure() -> None:
    """CPU of one promise planned and one message delivered, and bytes of rows, on a PostgreSQL of our own."""
    logs.configure(level="error")
    with running_postgres() as server:
        with own_database(server) as url:
            cost, _ = planning.measure(url, 5000)
        each = 1000 / cost.count
        print(
            f"one promise planned, with the rule and the ledger row: {cost.own * each:.2f} ms of this process, "
            f"{cost.database * each:.2f} ms of PostgreSQL"
        )
        with own_database(server) as url:
            _measure_delivery(url)


def _machine_seconds() -> float:
    """CPU seconds of all processes of this machine, PostgreSQL's among them."""
    fields = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")


def _measure_delivery(url: str) -> None:
    """One message delivered, and rows as they grow."""
    store = Store(url)
    store.open()
    names = [f"slack:C{number}" for number in range(500)]
    clock = Hand()
    store.step(seed, *names)
    store.step(tell_story, 1, "Story 1 " + "words " * 400)

    def plan(db, number: int) -> None:  # type: ignore[no-untyped-def]
        owed = [promises.Owed(name, "slack:T1", clock()) for name in names]
        promises.plan_all(db, "card", str(number), owed, now=clock())

    for number in (1, 2, 3, 4):
        store.step(tell_story, number, f"Story {number} " + "words " * 400)
        store.step(plan, number)
    recorder = Recorder(clock)
    began, everywhere = time.process_time(), _machine_seconds()
    asyncio.run(deliverer(store, clock, recorder, concurrency=32).drain(limit=1000))
    print(
        f"one message delivered: {(time.process_time() - began) / 2000 * 1000:.2f} ms of this process, "
        f"{(_machine_seconds() - everywhere) / 2000 * 1000:.2f} ms of the machine (everything that ran, PostgreSQL too)"
    )
    assert len(recorder.posts) == 2000
    rng = random.Random(1)
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(2, 10))) for _ in range(20_000)]

    def rows(count: int) -> list[dict[str, object]]:
        return [
            {
                "source_id": 1,
                "url": f"https://example.org/{rng.random()}",
                "title": " ".join(rng.choices(words, k=10)),
                "body": " ".join(rng.choices(words, k=700)),
                "reading": " ".join(rng.choices(words, k=350)),
                "summary": " ".join(rng.choices(words, k=40)),
            }
            for _ in range(count)
        ]

    for _ in range(10):
        store.step(lambda db: db.execute(insert(articles), rows(500)))
    size = "SELECT pg_total_relation_size(CAST(:name AS text))"
    counts = {"articles": 5000, "promises": 2000, "ledger": 2000}
    for name, count in counts.items():
        total = store.look(lambda db, name=name: db.execute(text(size), {"name": name}).scalar_one())
        print(f"one row of {name}: {total / count:.0f} bytes with its indexes")
    store.step(lambda db: db.execute(text("UPDATE articles SET body = ''")))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM FULL articles")
    total = store.look(lambda db: db.execute(text(size), {"name": "articles"}).scalar_one())
    print(f"one row of articles whose body was emptied: {total / 5000:.0f} bytes with its indexes")
    store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--workers", type=int, nargs="+", default=[4, 8, 12])
    asked = parser.parse_args()
    if asked.measure:
        measure()
        return
    for workers in asked.workers:
        show(Load(), Machines(workers=workers))


if __name__ == "__main__":
    main()
