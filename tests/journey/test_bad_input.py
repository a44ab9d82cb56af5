"""Bad days of the running bot: each is one clear sentence, nothing is lost, and the rest goes on."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import Connection
from structlog.testing import capture_logs

from bot.errors import TryLater
from bot.storage import ledger, news
from bot.storage import sources as source_steps
from tests import program
from tests.delivering import states
from tests.feeds_world import Item, page, rss
from tests.loopback import Origin
from tests.running import Standing, running, settings, until

NEWS = [
    Item(
        f"news-{number}",
        title,
        f"{title}. The rules for artificial intelligence apply from next year.",
        (f"{title} on Monday. The rules for artificial intelligence apply from next year.",),
        f"Mon, 02 Mar 2026 1{number}:00:00 GMT",
    )
    for number, title in enumerate(
        (
            "Parliament of Norway passes AI liability act",
            "Kenya opens consultation on national AI strategy",
            "Brazil's senate delays vote on AI bill",
        )
    )
]


def publish(origin: Origin, items: list[Item], path: str = "/news.xml") -> str:
    origin.serve(path, rss(origin, "Gazette", items))
    for item in items:
        origin.serve(f"/{item.slug}", page("Gazette", item), content_type="text/html")
    return origin.url(path)


def titles(items: list[Item]) -> list[str]:
    return sorted(item.title for item in items)


# --------------------------------------------------------------------------- tokens and platforms


@pytest.mark.slow
@pytest.mark.parametrize("platform", ["slack", "discord"])
async def test_a_wrong_token_is_one_sentence_at_the_start(tmp_path: Path, platform: str) -> None:
    async with Origin() as origin:
        origin.serve("/s/auth.test", b'{"ok": false, "error": "invalid_auth"}', content_type="application/json")
        origin.serve("/d/users/@me", b'{"message": "401", "code": 0}', status=401, content_type="application/json")
        given = {
            "slack": {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": origin.url("/s/")},
            "discord": {"DISCORD_TOKEN": "wrong", "DISCORD_API_URL": origin.url("/d")},
        }[platform]
        done = await asyncio.to_thread(program.run, tmp_path, "run", AIPOLICY_LOG_LEVEL="error", **given)
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith(f"aipolicy: {platform.capitalize()} refuses")
    assert f"{platform.upper()}_" in line


@pytest.mark.slow
async def test_unreachable_platforms_are_waited_for_while_the_rest_goes_on(tmp_path: Path) -> None:
    """Both are away at the start: sources are read all the same, nothing is lost, and SIGTERM ends it in time."""
    gone = {"SLACK_API_URL": "http://127.0.0.1:9/api/", "DISCORD_API_URL": "http://127.0.0.1:9/d"}
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "DISCORD_TOKEN": "token"}
    async with Origin() as origin:
        listed = tmp_path / "list.txt"
        listed.write_text(publish(origin, NEWS))
        common = {"AIPOLICY_FETCH_ALLOW": "127.0.0.0/8", "AIPOLICY_LOG_FORMAT": "json", "AIPOLICY_ARCHIVE": "off"}
        await asyncio.to_thread(program.run, tmp_path, "poll", "--once", "--sources", str(listed), **common)
        log = tmp_path / "log.jsonl"

        def said() -> str:
            return log.read_text() if log.exists() else ""

        with program.started(tmp_path, "run", AIPOLICY_LOG_FILE=str(log), **common, **gone, **tokens) as process:
            publish(origin, [*NEWS])
            await until(lambda: "slack not reached" in said() and "not connected" in said(), 60)
            assert process.poll() is None
            process.send_signal(signal.SIGTERM)
            told, _ = await asyncio.to_thread(process.communicate, timeout=10)
        assert process.returncode == 0, told
        assert "Traceback" not in said() + told


async def test_a_platform_that_goes_away_later_delays_and_loses_nothing(tmp_path: Path) -> None:
    async with Origin() as origin, running(settings(tmp_path), "slack", "discord") as bot:
        await bot.follow("slack", "discord")
        away = TryLater("Slack cannot be reached.", reason="unreachable", after=1.0)
        bot.sender("slack").faults["slack:C"] = [away]
        address = publish(origin, NEWS)
        await bot.choose(address)
        await bot.choose(address, "discord")
        await until(lambda: len(bot.sender("discord").posts) == 3)
        await until(lambda: len(bot.sender("slack").posts) == 3)
        assert sorted(bot.sender("slack").shown()) == sorted(bot.sender("discord").shown()) == titles(NEWS)


async def test_one_channel_that_hangs_delays_no_other(tmp_path: Path) -> None:
    async with Origin() as origin, running(settings(tmp_path), "slack", "discord") as bot:
        await bot.follow("slack", "discord")
        hang = asyncio.Event()
        sends = bot.sender("slack").send

        async def send(*call: Any) -> Any:
            await hang.wait()
            return await sends(*call)

        bot.sender("slack").send = send  # type: ignore[method-assign]  # a platform that does not answer
        address = publish(origin, NEWS)
        await bot.choose(address)
        await bot.choose(address, "discord")
        await until(lambda: len(bot.sender("discord").posts) == 3)
        assert bot.sender("slack").posts == []
        hang.set()
        await until(lambda: len(bot.sender("slack").posts) == 3)


# --------------------------------------------------------------------------- sources and articles


async def test_an_article_without_text_becomes_a_card_of_its_headline(tmp_path: Path) -> None:
    bare = Item("bare", "Senate passes bill on artificial intelligence in elections", "")
    async with Origin() as origin, running(settings(tmp_path)) as bot:
        await bot.follow("slack")
        address = publish(origin, [bare])
        origin.serve(
            "/bare", b"<html><body><script>document.write('later')</script></body></html>", content_type="text/html"
        )
        await bot.choose(address)
        await until(lambda: bot.sender("slack").posts)
        assert bot.sender("slack").shown() == [bare.title]


async def test_a_page_instead_of_a_feed_and_a_good_source_beside_it(tmp_path: Path) -> None:
    async with Origin() as origin, running(settings(tmp_path)) as bot:
        await bot.follow("slack")
        origin.serve(
            "/cookies",
            b"<!doctype html><html><body><h1>Accept our cookies</h1></body></html>",
            content_type="text/html",
        )
        bad = await bot.choose(origin.url("/cookies"))
        with capture_logs() as lines:
            await bot.choose(publish(origin, NEWS))
            await until(lambda: len(bot.sender("slack").posts) == 3)
        found = {one.source.id: one for one in await bot.store.read(source_steps.chosen, "slack:W")}
        assert found[bad].reason == "html-not-feed"
        assert [line for line in lines if line["log_level"] in ("error", "critical")] == []


# --------------------------------------------------------------------------- the database


async def test_a_full_disk_while_polling_and_room_again(tmp_path: Path) -> None:
    """What could not be stored is read again, because the source's validators move with it."""
    async with Origin() as origin, running(settings(tmp_path)) as bot:
        await bot.follow("slack")
        origin.serve("/news.xml", rss(origin, "Gazette", []))
        source_id = await bot.choose(origin.url("/news.xml"))
        await until(lambda: bot.store.look(source_steps.chosen, "slack:W")[0].ok_at)
        await bot.store.run(_full, True)
        publish(origin, NEWS)
        with capture_logs() as lines:
            await bot.poller.cycle(bot.services.clock, only=(source_id,))
        failed = [line for line in lines if line.get("outcome") == "failed" and line["event"] == "poll"]
        assert len(failed) == 1
        assert "the disk is full. Free some space" in failed[0]["reason"]
        assert bot.sender("slack").posts == []
        await bot.store.run(_full, False)
        await bot.look_at(source_id)
        await until(lambda: len(bot.sender("slack").posts) == 3)
        assert sorted(bot.sender("slack").shown()) == titles(NEWS)


def _full(db: Connection, full: bool) -> None:
    """Let no article in, with SQLite's own words for a full disk."""
    db.exec_driver_sql("DROP TRIGGER IF EXISTS full")
    if full:
        db.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON articles BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )


async def test_a_database_that_goes_away_is_said_once_and_its_return_too(tmp_path: Path) -> None:
    async with Origin() as origin, running(settings(tmp_path)) as bot:
        await bot.follow("slack")
        await until(lambda: bot.polled.is_set())
        reads = bot.store.read

        async def gone(step: Any, *args: Any, **more: Any) -> Any:
            from bot.errors import StorageError

            raise StorageError("The database bot.db cannot be opened. Check that the folder exists.")

        sweep = bot.jobs.tracked("deliver", bot.deliver)
        with capture_logs() as lines:
            bot.store.read = gone  # type: ignore[method-assign]  # the disk was taken out
            for _ in range(5):
                await sweep()
            bot.store.read = reads  # type: ignore[method-assign]
            await sweep()
        told = [(line["log_level"], line.get("outcome")) for line in lines if line["event"] == "job"]
        assert told == [("error", "failed"), ("info", "works again")]
        await bot.choose(publish(origin, NEWS))
        await until(lambda: len(bot.sender("slack").posts) == 3)


# --------------------------------------------------------------------------- stopping


async def test_stopping_in_the_middle_of_a_poll_loses_nothing(tmp_path: Path) -> None:
    """A page hangs while the bot is told to stop: it stops in time, and the next start posts everything once."""
    found = settings(tmp_path)
    async with Origin() as origin:
        address = publish(origin, NEWS)
        hang = asyncio.Event()

        async def slow(_request: web.Request) -> web.StreamResponse:
            await hang.wait()
            return web.Response(text="<html></html>")

        origin.handle("/news-1", slow)
        async with running(found) as bot:
            await bot.follow("slack")
            await bot.choose(address)
            await until(lambda: origin.asked_for("/news-1"))
            async with asyncio.timeout(10):
                await bot.stop()
        hang.set()
        publish(origin, NEWS)
        async with running(found) as again:  # at once: no lease of the dead has to run out
            await until(lambda: len(again.sender("slack").posts) == 3)
            assert sorted(again.sender("slack").shown()) == titles(NEWS)


async def test_stopping_in_the_middle_of_a_delivery_repeats_nothing(tmp_path: Path) -> None:
    """The platform has the message and its answer hangs: it is looked for, not sent again."""
    found = settings(tmp_path)
    async with Origin() as origin:
        bot = Standing(found, _plan())
        await bot.start()
        await bot.follow("slack")
        first = bot.sender("slack")
        sends = first.send

        async def send(*call: Any) -> Any:
            await sends(*call)
            await asyncio.Event().wait()

        first.send = send  # type: ignore[method-assign]  # the answer never comes
        await bot.choose(publish(origin, NEWS[:1]))
        await until(lambda: first.posts)
        async with asyncio.timeout(10):
            await bot.stop()
        again = Standing(found, _plan())
        await again.start()
        try:
            again.sender("slack").posts.extend(first.posts)  # the same Slack
            await again.store.run(_hurry)
            await until(lambda: again.sender("slack").looks)
            await until(lambda: _sent(again))
            assert again.sender("slack").shown() == titles(NEWS[:1])
        finally:
            await again.stop()


def _plan() -> Any:
    from bot.app import Plan

    return Plan(platforms=("slack",), web=False)


def _hurry(db: Connection) -> None:
    """As if the wait before a doubtful message is looked for were over."""
    db.exec_driver_sql("UPDATE promises SET due_at = due_at - 3600, tried_at = tried_at - 3600")


def _sent(bot: Standing) -> bool:
    return [state for _, state, _ in bot.store.look(states)] == ["sent"]


# --------------------------------------------------------------------------- one id


@pytest.mark.slow
def test_one_search_in_the_log_follows_an_article_from_fetch_to_receipt(tmp_path: Path) -> None:
    done = program.run(tmp_path, "run", "--demo", given="latest 1\n", AIPOLICY_LOG_FORMAT="json")
    assert done.returncode == 0
    lines = [json.loads(line) for line in (tmp_path / "data" / "aipolicy.log").read_text().splitlines()]
    delivered = [line for line in lines if line["event"] == "delivery" and line["kind"] == "card"]
    assert delivered
    for delivery in delivered:
        assert delivery["trace"]
        steps = [line["event"] for line in lines if line.get("trace") == delivery["trace"]]
        assert steps[0] == "fetched"
        assert steps.index("fetched") < steps.index("article") < steps.index("delivery")


async def test_the_same_id_stands_in_article_promise_and_ledger(tmp_path: Path) -> None:
    async with Origin() as origin, running(settings(tmp_path)) as bot:
        await bot.follow("slack")
        with capture_logs() as lines:
            await bot.choose(publish(origin, NEWS[:1]))
            await until(lambda: bot.sender("slack").posts)
            await until(lambda: any(line["event"] == "delivery" for line in lines))
        (trace,) = {line["trace"] for line in lines if line["event"] == "delivery"}
        (card,) = await bot.store.read(news.latest, 1)
        rows = await bot.store.read(ledger.for_url, card.url)
        assert {row.trace for row in rows} == {trace}
        assert rows[0].step == "seen"
        assert rows[-1].step in ("posted", "sent")
