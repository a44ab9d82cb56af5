"""What an idle bot does not carry: modules that only a part of it needs are loaded by that part."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "alembic",  # a new or older database is brought up to date by a process of its own
    "discord",
    "feedparser",  # documents are read in child processes
    "holidays",
    "icalendar",
    "lxml",
    "psycopg",
    "slack_bolt",
    "sqlalchemy.dialects.postgresql",
    "trafilatura",
)


def test_a_bot_in_the_terminal_loads_no_more_than_it_needs() -> None:
    code = "import sys, bot.__main__, bot.app, bot.demo, bot.platforms.console, bot.web.server; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "bot.app" in found
    assert [name for name in HEAVY if name in found] == []
