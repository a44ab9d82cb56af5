"""`aipolicy doctor`: looks at a deployment and says what to fix; changes nothing."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from rich.console import Console as Screen
from rich.text import Text
from sqlalchemy import Connection, func, select

from bot.app import Bot, Plan
from bot.config import Settings
from bot.errors import BotError, DeliveryError, StorageError
from bot.pipeline import redact
from bot.storage import mending, seal
from bot.storage.store import WAL_SAFE, sqlite_version
from bot.storage.tables import channels, promises, sources, workspaces

LEAST_FREE_BYTES = 500 * 1024 * 1024
MOST_CLOCK_SECONDS = 5.0
COLOURS = {"fine": "green", "look": "yellow", "broken": "red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it is and, unless it is fine, what to do."""

    what: str
    state: Literal["fine", "look", "broken"]
    words: str
    remedy: str = ""


async def report(settings: Settings) -> int:
    """Print what was found, a line each; the exit status, 1 when something is broken."""
    bot = Bot(settings, Plan(work=False, web=False))
    screen = Screen(highlight=False)
    broken = False
    try:
        async for found in examine(bot, settings.platforms):
            broken |= found.state == "broken"
            line = Text(f"{found.state:7}", style=COLOURS[found.state])
            line.append(f"{found.what}: {found.words} {found.remedy}".rstrip(), style="default")
            screen.print(line)
    finally:
        await bot.close()
    return int(broken)


async def examine(bot: Bot, names: tuple[str, ...]) -> AsyncIterator[Finding]:
    """Look at settings, database, clock, platforms, channels and sources, one finding each."""
    settings = bot.settings
    there = not bot.store.is_missing
    if there:
        try:
            await asyncio.to_thread(bot.store.open, upgrade=False)
        except BotError as error:
            yield Finding("database", "broken", str(error), "Nothing else can be looked at before this is mended.")
            return
        yield _database(bot)
    else:
        yield Finding(
            "database", "look", f"There is none at {bot.store.url.database} yet.", "The first start makes it."
        )
    yield await _clock(bot)
    if settings.log_file:
        yield _log_file(Path(settings.log_file))
    if not names:
        yield Finding(
            "platforms",
            "look",
            "No Slack or Discord token is set.",
            "README.md says how to get one; it goes into .env.",
        )
    for name in names:
        yield await _platform(name, bot.build(name), there=there)
    if settings.slack_client_id and not settings.public_url.startswith("https://"):
        yield Finding(
            "slack install", "broken", "Installing by OAuth needs an https address.", "Set AIPOLICY_PUBLIC_URL."
        )
    if settings.public_url and not settings.secret_keys:
        yield Finding(
            "websub",
            "look",
            "Hubs cannot push to us: their secrets could not be sealed.",
            "Set AIPOLICY_SECRET_KEYS to what `aipolicy key` prints.",
        )
    if there:
        yield await bot.store.read(_secrets, [key.get_secret_value() for key in settings.secret_keys])
    if not settings.contact:
        yield Finding(
            "contact", "look", "Sites we read cannot reach you.", "Set AIPOLICY_CONTACT to a mail address or page."
        )
    for step in (_workspaces, _channels, _promises, _sources) if there else ():
        yield await bot.store.read(step, time.time())


def _database(bot: Bot) -> Finding:
    if not bot.store.is_sqlite:
        return Finding("database", "fine", "PostgreSQL answers and is up to date.")
    version = sqlite_version()
    path = Path(bot.store.url.database or ".")
    free = shutil.disk_usage(path.parent).free
    if path.stat().st_mode & 0o077:
        return Finding("database", "look", f"Other users of this machine may open {path}.", f"Run `chmod 600 {path}*`.")
    if free < LEAST_FREE_BYTES:
        return Finding("database", "look", f"Only {free // 2**20} MiB are free beside {path}.", "Free some space.")
    if tuple(int(part) for part in version.split(".")) < WAL_SAFE:
        return Finding(
            "database",
            "look",
            f"SQLite {version} is older than {'.'.join(map(str, WAL_SAFE))}, so the slower, safe journal is used.",
            "Install pysqlite3 to get a newer one.",
        )
    return Finding("database", "fine", f"SQLite {version}, up to date, {free // 2**30} GiB free.")


async def _clock(bot: Bot) -> Finding:
    if datetime.now(UTC).year < 2026:
        return Finding(
            "clock", "broken", f"This machine believes it is {datetime.now(UTC):%Y}.", "Set its clock (NTP)."
        )
    if bot.store.is_sqlite:
        return Finding("clock", "fine", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC.")
    offset = await bot.store.read(mending.offset, time.time())
    if abs(offset) > MOST_CLOCK_SECONDS:
        return Finding("clock", "look", f"This machine and the database differ by {offset:.0f} s.", "Set both by NTP.")
    return Finding("clock", "fine", f"Within {abs(offset):.1f} s of the database's.")


def _log_file(path: Path) -> Finding:
    """Whether lines can be added, without adding one."""
    place = path if path.exists() else next(folder for folder in path.absolute().parents if folder.exists())
    if not os.access(place, os.W_OK):
        return Finding("log", "broken", f"{path} cannot be written.", "Give this user the right, or another file.")
    return Finding("log", "fine", f"It goes to {path}.")


async def _platform(name: str, platform: Any, *, there: bool) -> Finding:
    try:
        words = await platform.examine()
    except StorageError as error:
        if there:
            return Finding(name, "broken", str(error))
        return Finding(name, "look", "Who installed it stands in the database.", "Look again after the first start.")
    except (BotError, DeliveryError) as error:
        return Finding(name, "broken", str(error), "README.md has the steps for its token and scopes.")
    return Finding(name, "fine", words)


def _secrets(db: Connection, keys: list[str]) -> Finding:
    found = seal.standing(db, keys)
    if found.unopened:
        names = ", ".join(found.unopened[:5])
        return Finding(
            "secrets",
            "broken",
            f"{len(found.unopened)} do not open: {names}.",
            "Put the key they were sealed with behind the others in AIPOLICY_SECRET_KEYS, or install again there.",
        )
    if found.older:
        return Finding(
            "secrets",
            "look",
            f"{found.older} are sealed with an older key.",
            "Run `aipolicy key reseal`, then drop it.",
        )
    return Finding("secrets", "fine", f"{found.first} are stored, sealed with the first key.")


def _workspaces(db: Connection, _now: float) -> Finding:
    count = int(db.execute(select(func.count()).select_from(workspaces)).scalar_one())
    lost = db.execute(select(workspaces.c.id).where(workspaces.c.state != "active")).scalars().all()
    if lost:
        return Finding("workspaces", "look", f"{len(lost)} of {count} cannot be reached: {', '.join(lost[:5])}.",
                       "Install the app there again, or leave them: nothing is deleted.")  # fmt: skip
    return Finding("workspaces", "fine", f"{count} known.")


def _channels(db: Connection, _now: float) -> Finding:
    lost = db.execute(
        select(channels.c.name, channels.c.id, channels.c.state_reason).where(channels.c.state != "ok")
    ).all()
    if not lost:
        return Finding("channels", "fine", "The bot can post in all it knows.")
    names = ", ".join(f"{row.name or row.id} ({row.state_reason})" for row in lost[:5])
    return Finding("channels", "look", f"{len(lost)} cannot be posted to: {names}.", "Invite the bot again.")


def _promises(db: Connection, now: float) -> Finding:
    dead = int(db.execute(select(func.count()).where(promises.c.state == "dead")).scalar_one())
    late = db.execute(
        select(func.min(promises.c.due_at)).where(promises.c.state.in_(("planned", "later")), promises.c.due_at < now)
    ).scalar_one()
    if dead:
        return Finding("promises", "look", f"{dead} were given up.", "`retry` in their workspace tries again.")
    if late is not None and now - late > 900:
        return Finding(
            "promises", "look", f"The oldest waits for {(now - late) / 60:.0f} minutes.", "Is a worker running?"
        )
    return Finding("promises", "fine", "None was given up, none is late.")


def _sources(db: Connection, _now: float) -> Finding:
    rows = db.execute(select(sources.c.title, sources.c.url, sources.c.reason, sources.c.failures)).all()
    bad = [row for row in rows if row.failures >= 3]
    if not rows:
        return Finding(
            "sources", "look", "No source is known.", "`sources catalog starter --add` takes the starter set."
        )
    if bad:
        names = ", ".join(f"{row.title or redact.address(row.url)} ({row.reason})" for row in bad[:5])
        return Finding(
            "sources", "look", f"{len(bad)} of {len(rows)} fail: {names}.", "`sources check` says what to do."
        )
    return Finding("sources", "fine", f"{len(rows)} known, none fails.")
