"""All of the bot in this one process: as it is set up, as a demo, or for one cycle over the sources."""

from __future__ import annotations

import asyncio
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import catalog, ending, home, parts
from bot.app import Bot, Plan, serve
from bot.config import Settings
from bot.demo import Newsroom
from bot.storage.store import Store

GREETING = "[bold]AI policy[/bold] · type [bold]help[/bold] for all commands, [bold]quit[/bold] to leave."
DEMO_GREETING = "\n".join(
    (
        "[bold]AI policy[/bold] · no Slack or Discord token is set: this is a demo in your terminal.",
        "It reads a small newsroom of its own and keeps nothing. README.md says how to connect Slack and Discord.",
        "Type [bold]help[/bold] for all commands, [bold]quit[/bold] to leave.",
    )
)


async def run(settings: Settings, wanted: Sequence[str]) -> None:
    """Run everything on the platforms asked for, else on those with a token, until something asks to stop.

    Raises:
        ConfigError: a platform was asked for that has no token.
    """
    names = parts.chosen_platforms(settings, wanted)
    starter = catalog.starter() if "console" in names else ()
    await _serve(Bot(settings, Plan(platforms=names, console=_console(GREETING), sources=starter)))


async def demo(settings: Settings) -> None:
    """Run the demo newsroom in the terminal; nothing of it is kept."""
    async with Newsroom() as room:
        # A thread of the database that is cut off may still write a file while the folder goes.
        with tempfile.TemporaryDirectory(prefix="aipolicy-demo-", ignore_cleanup_errors=True) as folder:
            plan = Plan(
                platforms=("console",),
                database=f"sqlite:///{folder}/demo.db",
                allow=room.allow,
                console=_console(DEMO_GREETING),
                sources=room.sources(),
            )
            await _serve(Bot(settings, plan))


async def _serve(bot: Bot) -> None:
    """Run until something asks to stop: a signal, the end of input."""
    ending.heed(bot.finished)
    if bot.store.is_sqlite:
        await _make_tables(bot.store)
    await serve(bot, bot.finished)


async def _make_tables(store: Store) -> None:
    """A new or older SQLite file is brought up to date by `aipolicy migrate` in a process of its own: Alembic is 14 MB
    that would stay with this one for its whole life. Whatever goes wrong there is met and told when it is opened here.
    """
    if await asyncio.to_thread(store.up_to_date):
        return
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "migrate",
        env={**os.environ, "DATABASE_URL": store.url.render_as_string(hide_password=False)},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await child.wait()
    finally:
        if child.returncode is None:  # asked to stop meanwhile: nothing may write to a folder that goes
            child.kill()
            await child.wait()


def _console(greeting: str) -> dict[str, Any]:
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    history = Path("data") / "history"
    if interactive:
        history.parent.mkdir(parents=True, exist_ok=True)
        history.touch(mode=0o600)  # typed addresses may hold keys
    return {"greeting": greeting, "interactive": interactive, "history": history if interactive else None}


async def poll_once(settings: Settings, file: Path | None, database: str) -> dict[str, Any]:
    """One cycle over what is due, or over the sources of a list; what came of it, with `seconds` and `cpu_seconds`.

    Raises:
        ConfigError, StorageError: the list or the database cannot be read.
    """
    began, burned = time.monotonic(), _cpu_seconds()
    listed = catalog.read_list(file) if file else ()
    bot = Bot(settings, Plan(work=False, web=False, database=database))
    async with bot.opened():
        only = await bot.store.run(home.choose, settings, listed, time.time()) if file else ()
        with _progress(len(only)) as progress:
            summary = await bot.poller.cycle(lambda: datetime.now(UTC), only=only, progress=progress)
    return {
        "feeds": summary.feeds,
        "fetched": summary.fetched,
        "unchanged": summary.unchanged,
        "entries": summary.entries,
        "new": summary.new,
        "relevant": summary.relevant,
        "failed": dict(summary.failed),
        "seconds": round(time.monotonic() - began, 3),
        "cpu_seconds": round(_cpu_seconds() - burned, 3),
    }


def _cpu_seconds() -> float:
    """CPU time of this process and of its children that ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console as Screen
    from rich.progress import Progress

    with Progress(console=Screen(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading sources", total=total or None)
        yield lambda count: bar.advance(task, count)
