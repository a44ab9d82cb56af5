"""CPU seconds per 1,000 feeds of `aipolicy poll --once`, database included: `python -m bench.whole [FEEDS]`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.polling import CYCLES, TARGETS, address, change, origin


def poll(folder: Path, port: int, kind: str, count: int) -> dict[str, float]:
    """One cycle as a user runs it, in a process of its own; the summary it prints."""
    listed = folder / f"{kind}.txt"
    listed.write_text("\n".join(address(port, kind, number) for number in range(count)))
    command = [sys.executable, "-m", "bot", "poll", "--once", "--json", "--sources", str(listed)]
    done = subprocess.run(
        [*command, "--db", f"sqlite:///{folder / 'bot.db'}"],
        env={**os.environ, "AIPOLICY_FETCH_ALLOW": "127.0.0.0/8"},
        capture_output=True,
        text=True,
        check=True,
    )
    summary: dict[str, float] = json.loads(done.stdout)
    assert not summary["failed"], summary
    return summary


def main(count: int = 1000) -> int:
    """Print the table; exit status 1 when a figure is missed."""
    good = True
    with tempfile.TemporaryDirectory(prefix="aipolicy-bench-") as name, origin(count, datetime.now(UTC)) as port:
        folder = Path(name)
        print(f"aipolicy poll --once, {count} feeds of 35 items, SQLite: CPU seconds per 1,000 feeds")
        print(f"{'cycle':<14}{'CPU s':>8}{'to reach':>10}{'feeds/s':>9}{'relevant':>10}")
        for cycle, target in zip(CYCLES, TARGETS, strict=True):
            if cycle == "same bytes":
                poll(folder, port, "plain", count)  # these addresses are met for the first time
            if cycle == "10 % changed":
                change(port, 10)
            found = poll(folder, port, "plain" if cycle == "same bytes" else "feed", count)
            spent = found["cpu_seconds"] * 1000 / count
            good = good and spent <= target
            speed = count / found["seconds"]
            print(f"{cycle:<14}{spent:>8.2f}{target:>10.2f}{speed:>9.0f}{found['relevant']:>10}", flush=True)
    return int(not good)


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
