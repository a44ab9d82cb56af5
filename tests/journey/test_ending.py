"""SIGTERM ends every role within ten seconds: at any moment of its start, and whatever it waits for."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from bot.storage.migrate import LOCK_KEY
from tests import program

pytestmark = pytest.mark.slow

# By what a process had computed when the signal came, in CPU seconds: a start takes about one, on any machine.
MOMENTS = (0.02, 0.4, 0.8, 60.0)  # the last is never reached: it has started and waits
CALM_LOOKS = 40  # as many looks without any work: it waits for something
FINE = (0, 128 + signal.SIGTERM, -signal.SIGTERM)  # the last two: before there was anything to close
TOKENS = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "SLACK_API_URL": "http://127.0.0.1:9/api/",
    "DISCORD_TOKEN": "a.b.c",
    "DISCORD_API_URL": "http://127.0.0.1:9/d",
}


def wait_for_work(process: subprocess.Popen[str], seconds: float) -> None:
    """Return when a process has used so much CPU time, or does nothing any more."""
    before, calm = 0.0, 0
    while calm < CALM_LOOKS and process.poll() is None:
        fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        used = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        if used >= seconds:
            return
        before, calm = used, calm + 1 if used == before and used else 0
        time.sleep(0.01)


def ends(process: subprocess.Popen[str]) -> str:
    """SIGTERM, and what the process said until it was gone; fails after ten seconds."""
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=10)
    return said


def at_every_moment(folder: Path, *words: str, **settings: str) -> None:
    for moment in MOMENTS:
        with program.started(folder, *words, AIPOLICY_ARCHIVE="off", **TOKENS, **settings) as process:
            wait_for_work(process, moment)
            assert process.poll() is None
            said = ends(process)
            assert process.returncode in FINE, said
            assert "Traceback" not in said


@pytest.mark.postgres
@pytest.mark.parametrize("role", ["clock", "worker", "slack", "discord", "web", ""])
def test_every_role_ends_at_every_moment_on_postgresql(tmp_path: Path, postgres_url: str, role: str) -> None:
    at_every_moment(tmp_path, "run", *([role] if role else []), DATABASE_URL=postgres_url)


@pytest.mark.parametrize("words", [("run",), ("run", "--demo")])
def test_all_in_one_ends_at_every_moment_on_sqlite(tmp_path: Path, words: tuple[str, ...]) -> None:
    at_every_moment(tmp_path, *words)


def reads_until(process: subprocess.Popen[str], words: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return
    pytest.fail(f"it never said: {words}")


@pytest.mark.postgres
@pytest.mark.parametrize("role", ["clock", "worker", "web"])
def test_waiting_for_another_process_that_migrates_is_said_and_left(
    tmp_path: Path, postgres_url: str, role: str
) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s)", (LOCK_KEY,))
        with program.started(tmp_path, "run", role, DATABASE_URL=postgres_url) as process:
            reads_until(process, "waiting for another process that brings the database up to date")
            said = ends(process)
            assert process.returncode == 0
            assert "cut off" not in said


@pytest.mark.postgres
def test_a_statement_that_never_returns_is_cut_off(tmp_path: Path, postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as other:
        other.execute("LOCK TABLE sources, promises IN ACCESS EXCLUSIVE MODE")
        with program.started(tmp_path, "run", DATABASE_URL=postgres_url, **TOKENS) as process:
            reads_until(process, '"event": "database"')
            wait_for_work(process, 60)
            said = ends(process)
        assert '"outcome": "cut off"' in said
        assert process.returncode == 1


@pytest.mark.parametrize("role", ["worker", "clock"])
def test_a_server_that_takes_the_call_and_says_nothing(tmp_path: Path, role: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"postgresql://bot@127.0.0.1:{listening.getsockname()[1]}/news"
        with program.started(tmp_path, "run", role, DATABASE_URL=url) as process:
            call, _ = listening.accept()
            with call:
                assert "Traceback" not in ends(process)
