"""How soon people are acknowledged while sources are read: `python -m bench.acknowledging [STORIES] [--asked N]`.

Through the real SDKs, in one process with the poller and its SQLite database of so many stories (`bench/fill.py`):
Slack's Bolt with requests as Slack posts them, discord.py under SimCord. Milliseconds on the wall from what the
platform sends to the acknowledgement, so a busy machine makes them longer; the poller reads 200 feeds again and again.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import discord
import simcord
import structlog
from aiohttp import web
from sqlalchemy import Connection

from bench import fill
from bench.archive import WEIGHTS, WORDS
from bench.polling import address, change, origin
from bot.app import Bot, Plan
from bot.config import Settings
from bot.model import Source
from bot.platforms.discord import Discord, DiscordOptions
from bot.platforms.slack import Slack, SlackOptions
from bot.storage import places, sources

ASKED = 300
TARGET_MS = 300.0
FEEDS = 200
TEAM = "slack:W"  # the workspace `bench/fill.py` makes

Question = tuple[str, dict[str, Any]]  # command, its options


def question(dice: random.Random) -> Question:
    """Something people ask."""
    word = dice.choices(WORDS, cum_weights=WEIGHTS)[0]
    asked: tuple[Question, ...] = (
        ("latest", {"count": 3}),
        ("latest", {"count": 3, "about": "DE"}),
        ("search", {"words": word}),
        ("search", {"words": WORDS[dice.randrange(10)]}),
        ("story", {"story": str(dice.randrange(1, 1000))}),
        ("status", {}),
        ("deadlines", {}),
        ("help", {}),
        ("simulate", {"rule": word}),
        ("follow", {}),
    )
    return dice.choice(asked)


async def _said(request: web.Request) -> web.Response:
    """A Web API that says yes."""
    user = {"id": "U1", "team_id": "W", "is_admin": True}
    home = {"team_id": "W", "user_id": "U0", "bot_id": "B0", "url": "https://desk.slack.example/"}
    return web.json_response({"ok": True, "user": user, "ts": "1.1", **(home if "auth" in request.path else {})})


@contextlib.asynccontextmanager
async def slack_asker(bot: Bot) -> AsyncIterator[Callable[[Question], Awaitable[float]]]:
    """Types slash commands to Bolt; gives the seconds until its answer to Slack's request."""
    app = web.Application()
    app.router.add_route("*", "/api/{method}", _said)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    slack = Slack(SlackOptions("xoxb-1", signing_secret="s", api_url=api, mode="http"), bot.services)
    await slack.start()

    async def ask(asked: Question) -> float:
        name, options = asked
        body = {"command": "/aipolicy", "text": " ".join([name, *map(str, options.values())]), "user_id": "U1"}
        place = {"team_id": "W", "channel_id": "C1", "response_url": f"{api}hook"}
        began = time.perf_counter()
        status, _, _ = await slack.dispatch(
            urlencode(body | place), {"content-type": "application/x-www-form-urlencoded"}
        )
        assert status == 200, status
        return time.perf_counter() - began

    try:
        yield ask
    finally:
        await slack.stop()
        await runner.cleanup()


@contextlib.asynccontextmanager
async def discord_asker(bot: Bot) -> AsyncIterator[Callable[[Question], Awaitable[float]]]:
    """Types slash commands to discord.py; gives the seconds until its callback for the interaction."""
    env = simcord.Env(Discord(DiscordOptions("token", shards=1), bot.services).client, strict_sync=False)
    await env.start()
    guild = env.create_guild()
    channel = guild.create_text_channel("news")
    keeper = guild.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
    boss = guild.add_member(env.create_user("boss"), roles=[keeper])
    await env.settle()
    mine = [*range(1, fill.MINE + 1)]
    await bot.store.run(lambda db: sources.choose_all(db, f"discord:{guild.id}", mine, by="bench", now=0.0))

    async def ask(asked: Question) -> float:
        name, options = asked
        before = len(env.http_requests)
        began = time.perf_counter()
        typing = asyncio.ensure_future(boss.slash(channel, f"aipolicy {name}", **options))
        while not any(one.path.endswith("/callback") for one in env.http_requests[before:]):
            if typing.done():
                typing.result()
            await asyncio.sleep(0.001)
        spent = time.perf_counter() - began
        await typing
        return spent

    try:
        yield ask
    finally:
        await env.shutdown()


async def keep_reading(bot: Bot, port: int, ids: list[int], read: dict[str, int]) -> None:
    """Poll without a pause, the first time everything is new; now and then some feeds have new items."""
    while True:
        summary = await bot.poller.cycle(lambda: datetime.now(UTC), only=ids)
        read["cycles"] += 1
        read["new"] += summary.new
        await asyncio.to_thread(change, port, 30)


def report(name: str, found: dict[str, list[float]]) -> bool:
    """Print p50, p99 and the longest of each command and of all; whether p99 of all is under the target."""
    rows = [*sorted(found.items()), ("all", [each for many in found.values() for each in many])]
    for command, many in rows:
        many = sorted(1000 * each for each in many)
        p99 = many[int(len(many) * 0.99)]
        print(f"{name:<9}{command:<12}{len(many):>6}{many[len(many) // 2]:>9.1f}{p99:>9.1f}{many[-1]:>9.1f}")
    return p99 <= TARGET_MS


async def measure(path: Path, asked: int) -> bool:
    """Ask at both doors while a poll cycle is always under way."""
    settings = Settings(poll_min_seconds=1)
    bot = Bot(settings, Plan(web=False, allow="127.0.0.0/8", database=f"sqlite:///{path}"))
    bot.store.open()
    good = True
    read = {"cycles": 0, "new": 0}
    with origin(FEEDS, datetime.now(UTC)) as port:

        def add(db: Connection) -> list[int]:
            listed = (Source(0, "feed", address(port, "feed", number), f"Feed {number}") for number in range(FEEDS))
            ids = [sources.add(db, source, 0.0) for source in listed]
            assert places.find_workspace(db, TEAM) is not None
            sources.choose_all(db, TEAM, ids, by="bench", now=0.0)
            return ids

        ids = await bot.store.run(add)
        polling = asyncio.create_task(keep_reading(bot, port, ids, read))
        print(f"{'':<9}{'command':<12}{'asked':>6}{'p50 ms':>9}{'p99 ms':>9}{'most':>9}")
        for name, asker in (("Slack", slack_asker), ("Discord", discord_asker)):
            dice = random.Random(3)
            found: dict[str, list[float]] = {}
            async with asker(bot) as ask:
                for _ in range(asked):
                    one = question(dice)
                    found.setdefault(one[0], []).append(await ask(one))
            good = report(name, found) and good
        polling.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await polling
    print(f"read meanwhile: {read['cycles']} cycles of {FEEDS} feeds, {read['new']} new entries")
    await bot.door.close()
    await bot.children.close()
    bot.store.close()
    return good


def main(arguments: list[str]) -> int:
    """Exit status 1 when p99 of a platform is over the target."""
    parser = argparse.ArgumentParser(prog="python -m bench.acknowledging", description=__doc__)
    parser.add_argument("stories", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=ASKED)
    parser.add_argument("--keep", type=Path, help="a database of bench/fill.py to use again")
    given = parser.parse_args(arguments)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory(prefix="aipolicy-bench-") as folder:
        path = given.keep or Path(folder) / "news.db"
        if not path.exists():
            fill.sqlite(path, given.stories).close()
        return int(not asyncio.run(measure(path, given.asked)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
