"""The program as a newcomer meets it: piped, interrupted, twice at once, on a bad database, with bad settings."""

from __future__ import annotations

import contextlib
import json
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import program

pytestmark = pytest.mark.slow


def test_piped_lines_wait_for_the_first_poll_are_answered_and_end_it(tmp_path: Path) -> None:
    done = program.run(tmp_path, "run", given="latest 3\nlatset\nstatus\n")
    assert done.returncode == 0, done.stderr
    assert "no Slack or Discord token is set" in done.stdout
    assert "Council of Europe" in done.stdout
    assert "Did you mean `latest`?" in done.stdout
    assert "4 sources, 0 failing, 0 paused." in done.stdout
    assert not list(tmp_path.glob("data/*.db")), "the demo keeps nothing"


def test_a_look_at_the_demos_sources_agrees_with_their_list(tmp_path: Path) -> None:
    """Its articles are of 2024 and 2025, and it is complete: that nothing follows is no trouble."""
    done = program.run(tmp_path, "run", "--demo", given="sources\nsources check\n")
    assert "All can be read." in done.stdout
    assert "published nothing" not in done.stdout


def test_the_demo_has_twelve_articles_on_eight_stories(tmp_path: Path) -> None:
    done = program.run(tmp_path, "run", "--demo", given="status\nlatest 10\n")
    assert done.returncode == 0
    stories = next(line for line in done.stdout.splitlines() if "stories stored" in line)
    assert int(stories.split()[0]) >= 8
    assert "also: " in done.stdout


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_within_ten_seconds(tmp_path: Path, number: signal.Signals) -> None:
    with program.started(tmp_path, "run", "--demo") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "token is set" in line:
                break
        process.send_signal(number)
        process.communicate(timeout=10)
        assert process.returncode in (0, 130)


def test_a_second_bot_on_one_database_says_so(tmp_path: Path) -> None:
    with program.started(tmp_path, "run", "--platform", "console", AIPOLICY_ARCHIVE="off") as first:
        lock = tmp_path / "data" / "aipolicy.db.lock"
        deadline = time.monotonic() + 30
        while not (lock.exists() and lock.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        second = program.run(tmp_path, "run", "--platform", "console")
        assert second.returncode == 1
        assert f"(process {first.pid}) is at work" in second.stderr
        assert len(second.stderr.strip().splitlines()) == 1
        first.send_signal(signal.SIGTERM)
        first.communicate(timeout=10)


def test_bad_settings_are_all_named_at_once(tmp_path: Path) -> None:
    done = program.run(tmp_path, "run", PORT="many", AIPOLICY_ZONE="Mars", SLACK_BOT_TOKEN="secret-canary")
    assert done.returncode == 1
    assert "PORT" in done.stderr
    assert "AIPOLICY_ZONE" in done.stderr
    assert "SLACK_BOT_TOKEN" in done.stderr
    assert "canary" not in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_that_need_each_other_are_named_with_the_single_mistakes(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SLACK_BOT_TOKN=xoxb-canary\nSLACK_CLIENT_ID=1.2\nAIPOLICY_CONCURRENCY=many\n")
    done = program.run(tmp_path, "run", AIPOLICY_POLL_MIN_SECONDS="900", AIPOLICY_POLL_MAX_SECONDS="600")
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith("  - ")]
    for words in (
        "SLACK_BOT_TOKN is not a setting. Did you mean SLACK_BOT_TOKEN?",
        "AIPOLICY_CONCURRENCY is not a whole number from 1 to 256",
        "AIPOLICY_POLL_MIN_SECONDS is larger than AIPOLICY_POLL_MAX_SECONDS.",
        "SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET.",
        "SLACK_CLIENT_ID needs AIPOLICY_SECRET_KEYS",
    ):
        assert sum(words in line for line in lines) == 1, done.stderr
    assert len(lines) == 5
    assert "canary" not in done.stderr


def test_a_wrong_setting_is_not_blamed_on_the_one_that_needs_it(tmp_path: Path) -> None:
    done = program.run(tmp_path, "run", SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="nonsense")
    assert [line[:19] for line in done.stderr.splitlines()[1:]] == ["  - SLACK_APP_TOKEN"]


def test_a_platform_without_token_is_refused_in_words(tmp_path: Path) -> None:
    done = program.run(tmp_path, "run", "--platform", "discord")
    assert done.returncode == 1
    assert "discord has no token yet" in done.stderr


def test_a_role_needs_postgresql(tmp_path: Path) -> None:
    done = program.run(tmp_path, "run", "worker")
    assert done.returncode == 1
    assert "needs DATABASE_URL=postgresql://" in done.stderr


def test_a_database_newer_than_the_code_is_left_alone(tmp_path: Path) -> None:
    assert program.run(tmp_path, "migrate").returncode == 0
    with sqlite3.connect(tmp_path / "data" / "aipolicy.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    done = program.run(tmp_path, "latest")
    assert done.returncode == 1
    assert "written by a newer version" in done.stderr


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "aipolicy.db").write_text("These are my notes about the AI Act.\n" * 50)
    done = program.run(tmp_path, "latest")
    assert done.returncode == 1
    assert "is not a database of ours" in done.stderr
    assert (tmp_path / "data" / "aipolicy.db").read_text().startswith("These are my notes")


def test_a_read_only_database_is_named(tmp_path: Path) -> None:
    assert program.run(tmp_path, "migrate").returncode == 0
    for path in (tmp_path / "data").iterdir():
        path.chmod(0o444)
    done = program.run(tmp_path, "sources", "catalog", "starter", "--add", under=program.UNPRIVILEGED)
    assert done.returncode == 1
    assert "is read-only" in done.stdout + done.stderr


def test_a_file_that_the_kernel_does_not_let_grow_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    """The kernel itself refuses (EFBIG): no right to mount a small disk is needed, and root is refused as well."""
    assert program.run(tmp_path, "migrate").returncode == 0
    limited = [sys.executable, "-c", LIMITED, *program.command("sources", "catalog", "starter", "--add")[1:]]
    done = subprocess.run(
        limited, capture_output=True, text=True, check=False, cwd=tmp_path, env=program.environment(tmp_path)
    )
    assert done.returncode == 1
    assert "a quota, a file size limit or the disk" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    again = program.run(tmp_path, "sources", "catalog", "starter", "--add")
    assert again.returncode == 0, again.stdout + again.stderr


LIMITED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def test_a_backup_and_its_restore_go_as_they_are_written(tmp_path: Path) -> None:
    """The SQL is the one in docs/operating.md, run while another connection keeps the database open as a bot does."""
    written = (program.ROOT / "docs" / "operating.md").read_text("utf-8")
    found = re.search(r"VACUUM INTO 'backup/aipolicy-\$\(date \+%F\)\.db'", written)
    assert found, "the backup is not explained any more"
    assert program.run(tmp_path, "sources", "catalog", "starter", "--add").returncode == 0
    (tmp_path / "backup").mkdir()
    database, kept = tmp_path / "data" / "aipolicy.db", tmp_path / "backup" / "aipolicy-day.db"
    with contextlib.closing(sqlite3.connect(database)) as running:
        (count,) = running.execute("SELECT count(*) FROM sources").fetchone()
        with contextlib.closing(sqlite3.connect(database)) as other:
            other.execute(found[0].replace("backup/aipolicy-$(date +%F).db", str(kept)))
        running.execute("DELETE FROM sources")
        running.commit()
    kept.replace(database)
    for beside in ("-wal", "-shm"):
        Path(f"{database}{beside}").unlink(missing_ok=True)
    assert program.run(tmp_path, "migrate").returncode == 0
    done = program.run(tmp_path, "doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    assert count
    assert f"sources: {count} known" in done.stdout


def test_a_log_file_on_a_full_disk_is_said_once_and_the_bot_goes_on(tmp_path: Path) -> None:
    """`/dev/full` is the kernel's own full disk: opening is taken, every byte is refused with ENOSPC."""
    full = {"AIPOLICY_LOG_FILE": "/dev/full", "AIPOLICY_LOG_LEVEL": "debug"}
    done = program.run(tmp_path, "run", "--demo", given="status\n", **full)
    assert done.returncode == 0, done.stderr
    assert "4 sources, 0 failing, 0 paused." in done.stdout
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("The log file /dev/full cannot be written (No space left on device). The bot goes on")


def test_a_log_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    done = program.run(tmp_path, "run", "--demo", AIPOLICY_LOG_FILE=str(tmp_path))
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert f"The log file {tmp_path} cannot be opened (Is a directory)" in line
    assert "AIPOLICY_LOG_FILE" in line


def test_a_folder_that_takes_no_log_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder, so that the log cannot be made in it")
    done = program.run(tmp_path, "run", "--demo", given="status\n")
    assert done.returncode == 0, done.stderr
    assert "4 sources, 0 failing, 0 paused." in done.stdout


REFUSED_THEN_TAKEN = """
import logging, resource, sys
from bot import logs
logs.configure(level="info", form="text", file=sys.argv[1])
log = logging.getLogger("bot")
log.info("first")
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
size = __import__("os").path.getsize(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 10, hard))
log.info("second")
log.info("third")
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
log.info("fourth")
"""


def test_a_log_file_that_is_taken_again_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "bot.log"
    done = subprocess.run(
        [sys.executable, "-c", REFUSED_THEN_TAKEN, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env=program.environment(tmp_path),
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    first, cut, gap, fourth = path.read_text("utf-8").splitlines()
    assert "event=first" in first
    assert len(cut) == 10, "what of the second line was taken before the limit stays a line of its own"
    assert "2 log lines could not be written here before this one" in gap
    assert "level=warning" in gap
    assert "event=fourth" in fourth


def test_a_locked_database_is_named_and_nothing_is_lost(tmp_path: Path) -> None:
    assert program.run(tmp_path, "migrate").returncode == 0
    with sqlite3.connect(tmp_path / "data" / "aipolicy.db") as db:
        db.execute("BEGIN EXCLUSIVE")
        done = program.run(tmp_path, "sources", "catalog", "starter", "--add")
        db.rollback()
    assert done.returncode == 1
    assert "is locked by another program" in done.stdout + done.stderr


def test_sources_from_the_shell(tmp_path: Path) -> None:
    added = program.run(tmp_path, "sources", "catalog", "starter", "--add")
    assert added.returncode == 0, added.stdout + added.stderr
    listed = program.run(tmp_path, "sources")
    assert "Federal Register" in listed.stdout
    exported = program.run(tmp_path, "sources", "export")
    assert exported.returncode == 0
    opml = (tmp_path / "aipolicy-sources.opml").read_text()
    assert opml.count("xmlUrl") >= 20
    unknown = program.run(tmp_path, "sources", "remove", "nothing like it")
    assert unknown.returncode == 1
    assert "No source here is called" in unknown.stdout


LISTS = {
    "list.txt": "# one a line\n\nhttp://127.0.0.1:9/feed.xml\n",
    "list.opml": '<opml version="2.0"><body><outline text="T" xmlUrl="http://127.0.0.1:9/feed.xml"/></body></opml>',
    "list.yaml": "group: press\nsources:\n  - {id: tt, name: T, url: 'http://127.0.0.1:9/feed.xml', place: US}\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_poll_once_says_what_came_of_it(tmp_path: Path, name: str) -> None:
    listed = tmp_path / name
    listed.write_text(LISTS[name])
    done = program.run(
        tmp_path, "poll", "--once", "--json", "--sources", str(listed), "--db", f"sqlite:///{tmp_path}/x.db"
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["feeds"] == 1
    assert sum(found["failed"].values()) == 1
    assert set(found) >= {"feeds", "fetched", "unchanged", "entries", "new", "failed", "seconds", "cpu_seconds"}


def test_the_procfile_starts_with_honcho(tmp_path: Path, postgres_url: str) -> None:
    # Unbuffered, because honcho 2.0 dies ("reentrant call inside BufferedWriter") when the signal that ends it comes
    # while it prints, and leaves what it started running (docs/operating.md says so too).
    env = program.environment(tmp_path, DATABASE_URL=postgres_url, PORT="0", PYTHONUNBUFFERED="1")
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    launcher = bin_folder / "aipolicy"
    launcher.write_text(f'#!/bin/sh\nexec {program.command()[0]} -m bot "$@"\n')
    launcher.chmod(0o755)
    env["PATH"] = f"{bin_folder}:{env['PATH']}"
    honcho = [program.command()[0], "-m", "honcho", "--no-colour", "-f", str(program.ROOT / "Procfile"), "start"]
    with program.running([*honcho, "web", "worker", "clock"], cwd=tmp_path, env=env) as process:
        assert process.stdout is not None
        seen = ""
        for line in process.stdout:
            seen += line
            if '"event": "web"' in seen and "has the clock" in seen and seen.count('"event": "database"') >= 3:
                break
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=30)  # read on: what nobody reads may fill the pipe and hold it up
    assert rest.count('"event": "stopped"') == 3, seen + rest
    assert process.returncode == 143
