"""`make bench`: every measurement, one after the other. `python -m bench --quick` is a small run of each."""

from __future__ import annotations

import argparse
import subprocess
import sys

# What it is, the module, its arguments, and those of a quick run.
PARTS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Fetching, beside PyPI's reader", "bench.polling", (), ("40", "10")),
    ("Polling with storage", "bench.whole", (), ("40",)),
    ("Cards", "bench.cards", (), ("--rounds", "1")),
    ("Reading and grouping", "bench.storage", ("1000", "100000", "1000000", "--postgres"), ("500", "--asked", "5")),
    ("Grouping by itself", "bench.grouping", (), ("200",)),
    ("Promising one story to many", "bench.planning", (), ("500",)),
    ("Archive pages", "bench.archive", (), ("500",)),
    ("Acknowledging", "bench.acknowledging", (), ("500", "--asked", "5")),
    (
        "Workers that share",
        "bench.throughput",
        ("--workers", "2", "4", "--messages", "320"),
        ("--workers", "1", "--messages", "20", "--rounds", "1", "--latency", "0.05"),
    ),
    ("Starting and idling", "bench.starting", (), ()),
)


def main(arguments: list[str]) -> int:
    """Run the parts; exit status 1 when one missed its figure."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--quick", action="store_true", help="small runs: that they work, not what they cost")
    parser.add_argument("--only", default="", help="one part, for example storage")
    asked = parser.parse_args(arguments)
    missed = []
    for title, module, full, quick in PARTS:
        if asked.only and module != f"bench.{asked.only}":
            continue
        print(f"\n== {title} ({module})", flush=True)
        done = subprocess.run([sys.executable, "-m", module, *(quick if asked.quick else full)], check=False)
        if done.returncode > 1 or done.returncode < 0:
            print(f"{module} failed", file=sys.stderr)
            return done.returncode
        if done.returncode:
            missed.append(title)
    if missed:
        print(f"\nMissed on this machine now: {', '.join(missed)}")
    return int(bool(missed) and not asked.quick)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
