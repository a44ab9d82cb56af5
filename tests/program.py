"""Runs the `aipolicy` program as a person would: in a folder of its own, with nothing of this machine's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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


def run(
    home: Path, *words: str, given: str = "", seconds: float = 60, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    return subprocess.run(
        command(*words),
        input=given,
        capture_output=True,
        text=True,
        cwd=home,
        env=environment(home, **settings),
        timeout=seconds,
        check=False,
    )


def start(home: Path, *words: str, **settings: str) -> subprocess.Popen[str]:
    """Start the program; its output can be read line by line."""
    return subprocess.Popen(
        command(*words),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=home,
        env=environment(home, **settings),
    )
