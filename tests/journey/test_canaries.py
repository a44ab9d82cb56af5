"""Secrets are planted everywhere and looked for everywhere: log, metrics, answers, doctor, and every column."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests import program
from tests.feeds_world import Item, page, rss
from tests.loopback import Origin
from tests.running import free_port

pytestmark = pytest.mark.slow

SECRETS = {
    "SLACK_BOT_TOKEN": "xoxb-1-CanaryBot4Slack",
    "SLACK_APP_TOKEN": "xapp-1-A1-CanaryApp4Slack",
    "SLACK_SIGNING_SECRET": "CanarySigning8f14e45f",
    "SLACK_CLIENT_SECRET": "CanaryClient1c9a2",
    "DISCORD_TOKEN": "MTCanaryDiscord0123456789.Gabcde.CanaryDiscordTail0123456789abcdef",
    "CONGRESS_API_KEY": "CanaryCongress55",
    "OPENSTATES_API_KEY": "CanaryOpenStates66",
    "LEGISCAN_API_KEY": "CanaryLegiScan77",
    "AIPOLICY_CHOOSER_KEY": "CanaryChooser88",
    "AIPOLICY_SECRET_KEYS": "CanaryKeyCanaryKeyCanaryKeyCanaryKeyCanaryK=",
}
QUERY, PLACE, PASSWORD, HOOK = "CanaryQuery99", "CanaryPath0a1b2c3d4e5f", "CanaryPass00", "CanaryHook11"
# Every planted secret shares this word, so nothing has to be listed twice.
CANARY = "canary"
# Where an address has to stand as it is, or the source could not be read and the button would lead nowhere.
NEEDED = {("sources", "url"), ("sources", "polling"), ("presses", "line")}

NEWS = Item(
    "news",
    "Ministry publishes draft rules for AI models in hospitals",
    "The health ministry published draft rules for artificial intelligence in hospitals.",
    ("The health ministry published draft rules on Monday for artificial intelligence in hospitals.",),
)


async def echo(request: web.Request) -> web.StreamResponse:
    """A platform that fails, and repeats all it was told."""
    told = f"{request.headers.get('Authorization', '')} {request.path_qs} {await request.text()}"
    return web.json_response({"ok": False, "error": "fatal_error", "message": told, "code": 0}, status=500)


async def refuse(request: web.Request) -> web.StreamResponse:
    """A platform that refuses our token, and repeats it."""
    told = request.headers.get("Authorization", "")
    return web.json_response({"ok": False, "error": "invalid_auth", "message": f"401: {told}", "code": 0}, status=401)


class Platforms:
    """Both chat platforms on one origin: every method fails in the same way."""

    def __init__(self, origin: Origin, answer: Any) -> None:
        for method in ("auth.test", "apps.connections.open", "chat.postMessage", "conversations.info", "bots.info"):
            origin.handle(f"/slack/{method}", answer)
        for path in ("/users/@me", "/oauth2/applications/@me", "/applications/@me", "/gateway/bot"):
            origin.handle(f"/discord{path}", answer)
        self.settings = {
            "SLACK_API_URL": origin.url("/slack/"),
            "DISCORD_API_URL": origin.url("/discord"),
            "DISCORD_GATEWAY_URL": "ws://127.0.0.1:9/",
        }


def clean(text: str) -> str:
    """The text, after making sure that no secret stands in it.

    One line may: what a manager is to type next on the terminal, with the address just typed. Words like this test's
    file name do not count.
    """
    lines = [line for line in text.splitlines() if not line.rstrip().endswith("--yes")]
    found = [line for line in lines if CANARY in line.lower().replace("test_canaries", "")]
    assert not found, found[:3]
    return text


async def run(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    done = await asyncio.to_thread(program.run, folder, *words, seconds=120, **settings)
    clean(done.stdout + done.stderr)
    return done


def columns_with_secrets(path: Path) -> set[tuple[str, str]]:
    found = set()
    with sqlite3.connect(path) as db:
        db.text_factory = bytes
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            rows = db.execute(f'SELECT * FROM "{table.decode()}"')
            names = [one[0] for one in rows.description]
            for row in rows:
                for name, value in zip(names, row, strict=True):
                    if isinstance(value, bytes) and CANARY.encode() in value.lower():
                        found.add((table.decode(), name))
    db.close()
    return found


@pytest.mark.parametrize("answer", [echo, refuse])
async def test_no_secret_appears_anywhere(tmp_path: Path, answer: Any) -> None:
    port = free_port()
    async with Origin() as origin:
        given = {
            **SECRETS,
            **Platforms(origin, answer).settings,
            "AIPOLICY_LOG_LEVEL": "debug",
            "AIPOLICY_LOG_FORMAT": "json",
            "AIPOLICY_FETCH_ALLOW": "127.0.0.0/8",
            "AIPOLICY_CHOOSER_URL": origin.url("/chooser"),
            "PORT": str(port),
        }
        origin.handle("/chooser", answer)
        feed = f"/feeds/{PLACE}/news.xml"
        origin.serve(feed, rss(origin, "", [NEWS, Item("odd", NEWS.title + " again", NEWS.teaser)]))
        origin.serve("/news", page("Gazette", NEWS), content_type="text/html")
        address = f"{origin.url(feed)}?token={QUERY}"
        broken = f"{origin.url('/gone.xml')}?api_key={QUERY}"
        hook = f"https://hooks.slack.com/services/T0/B0/{HOOK}"
        listed = tmp_path / "list.txt"
        listed.write_text(f"{address}\n{broken}\n")

        assert "relevant: 2" in (await run(tmp_path, "poll", "--once", "--sources", str(listed), **given)).stdout
        for words in (
            ("sources",),
            ("sources", "check"),
            ("sources", "add", f"https://anna:{PASSWORD}@127.0.0.1/feed?token={QUERY}"),
            ("sources", "add", address),
            ("sources", "add", hook),
            ("sources", "pause", "1"),
            ("why", origin.url("/news")),
            ("status",),
            ("log",),
            ("latest",),
            ("doctor",),
            ("db", "copy", f"postgresql://bot:{PASSWORD}@127.0.0.1:1/news", "sqlite:///copied.db"),
        ):
            await run(tmp_path, *words, **given)

        counted = ""
        with program.started(tmp_path, "run", **given) as process:
            async with aiohttp.ClientSession() as session, asyncio.timeout(60):
                while process.poll() is None and (answer is refuse or not counted):  # refused, it ends by itself
                    await asyncio.sleep(0.2)
                    try:
                        async with session.get(f"http://127.0.0.1:{port}/metrics") as found:
                            counted = await found.text()
                    except aiohttp.ClientError:
                        continue
            process.terminate()
            said, _ = await asyncio.to_thread(process.communicate, timeout=20)
        clean(said)
        clean(counted)
        if answer is refuse:
            assert process.returncode == 1
            assert "SLACK_BOT_TOKEN" in said
        else:
            assert "aipolicy_polls_total" in counted

    for log in (tmp_path / "data").glob("*.log"):
        assert '"level": "debug"' in clean(log.read_text())
    assert columns_with_secrets(tmp_path / "data" / "aipolicy.db") <= NEEDED


@pytest.mark.parametrize("level", ["debug", "info", "warning"])
def test_a_database_that_refuses_us_shows_no_password(tmp_path: Path, level: str) -> None:
    url = f"postgresql://bot:{PASSWORD}@127.0.0.1:1/news"
    for words in (("migrate",), ("status",), ("doctor",), ("run", "worker"), ("run", "--demo")):
        done = program.run(tmp_path, *words, DATABASE_URL=url, AIPOLICY_LOG_LEVEL=level)
        clean(done.stdout + done.stderr)
        assert "Traceback" not in done.stderr
        if words != ("run", "--demo"):
            assert "does not answer. Check that PostgreSQL runs" in done.stdout + done.stderr
    for log in (tmp_path / "data").glob("*.log"):
        clean(log.read_text())


def test_mistaken_settings_are_named_without_their_values(tmp_path: Path) -> None:
    wrong = {
        "DATABASE_URL": f"mysql://bot:{PASSWORD}@db/x",
        "SLACK_BOT_TOKEN": f"xoxp-{PASSWORD}",
        "AIPOLICY_SECRET_KEYS": PASSWORD,
        "AIPOLICY_CHOOSER_URL": f"ftp://x:{PASSWORD}@host",
        "AIPOLICY_FETCH_ALLOW": "nonsense",
    }
    done = program.run(tmp_path, "run", **wrong)
    assert done.returncode == 1
    clean(done.stdout + done.stderr)
    for name in wrong:
        assert name in done.stderr
