"""Health, readiness and metrics: with the database there, and away; on SQLite and on PostgreSQL."""

from __future__ import annotations

import time
from pathlib import Path

import aiohttp
from delivering import promise, seed, tell_story

from bot.app import Plan
from bot.commands import Services
from bot.metrics import Metrics
from bot.queue.postgres import PostgresQueue
from bot.storage import pulse
from bot.storage.store import Store
from bot.web.server import Web
from tests.running import Standing, free_port, settings


async def get(port: int, path: str) -> tuple[int, str, str]:
    """(status, body, the policy that browsers are given)."""
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.text(), answer.headers.get("Content-Security-Policy", "")


async def test_the_pulse_is_shown_by_state_and_age(store: Store) -> None:
    now = time.time()
    store.step(seed, "slack:C1", now=now)
    for number, age in ((1, 5), (2, 500), (3, 90000)):
        store.step(tell_story, number, f"Story {number}", now=now)
        store.step(promise, "slack:C1", number, now=now - age)
    if not store.is_sqlite:
        queue = PostgresQueue(store.dsn, name="w")
        store.step(lambda db: queue.poll(db, (1, 2)))
    web = Web(Services(store), Metrics(), host="127.0.0.1", port=0)
    await web.start()
    try:
        status, body, _ = await get(web.port, "/metrics")
        assert status == 200
        lines = set(body.splitlines())
        assert {
            'aipolicy_promises{state="planned"} 3.0',
            'aipolicy_promises{state="dead"} 0.0',
            'aipolicy_promises_due{age="minute"} 1.0',
            'aipolicy_promises_due{age="quarter"} 1.0',
            'aipolicy_promises_due{age="hour"} 0.0',
            'aipolicy_promises_due{age="older"} 1.0',
            "aipolicy_database_up 1.0",
            f'aipolicy_queue_jobs{{queue="poll"}} {0 if store.is_sqlite else 2}.0',
        } <= lines
        oldest = next(float(line.split()[1]) for line in lines if line.startswith("aipolicy_oldest_due_seconds "))
        assert 90000 <= oldest < 90100
        assert (await get(web.port, "/healthz"))[:2] == (200, '{"status": "ok"}')
        assert (await get(web.port, "/readyz"))[:2] == (200, '{"status": "ready"}')
        status, _, policy = await get(web.port, "/nothing-here")
        assert status == 404
        assert "default-src 'none'" in policy
    finally:
        await web.stop()


async def test_without_its_database_it_lives_and_is_not_ready(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/none/bot.db")
    web = Web(Services(store), Metrics(), host="127.0.0.1", port=0)
    await web.start()
    try:
        assert (await get(web.port, "/healthz"))[0] == 200
        status, body, _ = await get(web.port, "/readyz")
        assert status == 503
        assert "cannot be opened. Check that the folder exists" in body
        status, body, _ = await get(web.port, "/metrics")
        assert status == 200
        assert "aipolicy_database_up 0.0" in body
        assert "aipolicy_polls" in body
    finally:
        await web.stop()
        store.close()


async def test_a_process_without_web_part_can_be_watched(tmp_path: Path) -> None:
    port = free_port()
    found = settings(tmp_path, AIPOLICY_METRICS_PORT=port)
    bot = Standing(found, Plan(platforms=("slack",), doors=(), work=False, web=False))
    await bot.start()
    try:
        assert (await get(port, "/readyz"))[0] == 200
        assert (await get(port, "/stories/1"))[0] == 404
    finally:
        await bot.stop()


def test_killed_readers_are_counted_once() -> None:
    metrics = Metrics()
    for total in (2, 2, 5):
        metrics.killed(total)
    assert metrics.registry.get_sample_value("aipolicy_children_killed_total") == 5


def test_an_empty_database_has_a_quiet_pulse(store: Store) -> None:
    found = store.look(pulse.read, time.time())
    assert (found.promises, found.due, found.oldest_due, found.sources, found.sources_failing) == ({}, {}, 0.0, 0, 0)
