"""What the bot costs before it does anything: time to the first card, memory when idle: `python -m bench.starting`."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

IDLE_TARGET_MB = 90.0


def resident_mb(pid: int) -> float:
    """Memory a process holds, MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0


def main(idle_seconds: float = 5.0) -> int:
    """Start the demo, wait for its first card, let it idle; print what it took."""
    with tempfile.TemporaryDirectory(prefix="aipolicy-bench-") as folder:
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/bot.db", "NO_COLOR": "1"}
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--demo"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        assert process.stdout is not None
        assert process.stdin is not None
        for line in process.stdout:
            if "http" in line:
                break
        first = time.monotonic() - began
        time.sleep(idle_seconds)
        memory = resident_mb(process.pid)
        process.communicate("quit\n", timeout=60)
    burned = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"first card after {first:.1f} s, idle {memory:.0f} MB, CPU in all {burned.ru_utime + burned.ru_stime:.1f} s")
    return int(memory > IDLE_TARGET_MB)


if __name__ == "__main__":
    sys.exit(main())
