"""Runs the `aipolicy` program as a person would: in a folder of its own, with nothing of this machine's settings."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def environment(home: Path, **settings: str) -> dict[str, str]:
    """A clean environment: no setting, no token, an empty home."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "100",
        "PORT": settings.get("PORT", "0"),
        **settings,
    }


def command(*words: str) -> list[str]:
    """The program with these words."""
    return [sys.executable, "-m", "bot", *words]


# Root as anyone else: without the rights that let it pass over the permissions of files (util-linux).
_DROPPED = "-dac_override,-dac_read_search"
UNPRIVILEGED = ("setpriv", "--bounding-set", _DROPPED, "--inh-caps", _DROPPED) if os.geteuid() == 0 else ()


def run(
    home: Path, *words: str, given: str = "", seconds: float = 60, under: Sequence[str] = (), **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the program to its end; `under` another one, for example UNPRIVILEGED."""
    return subprocess.run(
        [*under, *command(*words)],
        input=given,
        capture_output=True,
        text=True,
        cwd=home,
        env=environment(home, **settings),
        timeout=seconds,
        check=False,
    )


@contextmanager
def started(home: Path, *words: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """The program while the block lasts; its output can be read line by line."""
    with running(command(*words), stdin=subprocess.PIPE, cwd=home, env=environment(home, **settings)) as process:
        yield process


@contextmanager
def running(command: list[str], **how: Any) -> Iterator[subprocess.Popen[str]]:
    """Any process while the block lasts: killed with all it started if it is still there at the end, so that a test
    that fails leaves nothing behind for the next one to stumble over."""
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, **how}
    process = subprocess.Popen(command, start_new_session=True, **given)
    try:
        yield process
    finally:
        below = _below(process.pid) if process.poll() is None else ()
        for group in {process.pid, *below}:  # a process manager gives each of its own a group of its own
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(group, signal.SIGKILL)
        for pid in below:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        process.wait()


def _below(pid: int) -> tuple[int, ...]:
    """Every process that descends from this one, where the system tells (Linux)."""
    found: list[int] = []
    with suppress(OSError):
        for listed in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in map(int, listed.read_text().split()):
                found += (child, *_below(child))
    return tuple(found)
