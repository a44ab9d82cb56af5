"""The first readers of a noun may be several threads at once: msgspec by itself crashes the process then."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys, threading
sys.setswitchinterval(1e-6)
from bot.model import Card, Reading, Slice, Span
from bot.storage import codec

text = codec.dump(Card("1", 1, "https://example.org", "Example", Reading(Slice("x", Span(0, 1)))))
start, found = threading.Barrier(8), []

def read():
    start.wait()
    found.append(codec.load(Card, text))

threads = [threading.Thread(target=read) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert len(found) == 8 and len({card.story_id for card in found}) == 1
"""


def test_many_threads_read_their_first_card_at_once() -> None:
    for _ in range(4):  # without the lock nearly every second process dies of signal 11
        done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()[-500:]
