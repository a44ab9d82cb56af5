"""The benchmarks run; what they say is for people, not for tests."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("part", ["whole", "storage", "polling", "acknowledging", "planning", "throughput"])
@pytest.mark.slow
def test_a_quick_run_prints_its_table(part: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick", "--only", part], capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    words = {
        "whole": "10 % changed",
        "storage": "search, common word",
        "polling": "all 304",
        "acknowledging": "Discord  all",
        "planning": "500 channels, PostgreSQL",
        "throughput": "1 workers: ",
    }
    assert words[part] in done.stdout
