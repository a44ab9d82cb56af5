"""Cities and sites an article names; countries and states are the policy frame's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention
from bot.pipeline.facts.scan import Scan
from bot.pipeline.facts.triggers import CITIES

_NAME = re.compile(r"(?:[A-Z][\w’'-]+[ \u00a0]){1,3}$")
_OPENER = re.compile(r"^(?:(?:The|In|At|On|By|From|And|But|To|Near)[ \u00a0])+")


def find(scan: Scan) -> Iterator[Mention]:
    """Every place, in reading order."""
    text = scan.text
    found: list[tuple[int, int]] = [
        (start, end)
        for start, after in scan.triggers("city")
        if text[start].isupper()  # not every “the” for The Hague
        and (end := CITIES.end(text, start, text[start:after].lower()))
    ]
    for head, end in scan.triggers("site"):
        if not scan.text[head].isupper():
            continue
        window = scan.text[max(0, head - 48) : head]
        name = _NAME.search(window)
        if name is None:
            continue
        opener = _OPENER.match(name[0])
        start = head - len(name[0]) + (opener.end() if opener else 0)
        if start < head:
            found.append((start, end))
    found.sort(key=lambda pair: (pair[0], -pair[1]))
    covered = -1
    for start, end in found:
        if start >= covered:
            covered = end
            yield scan.mention("place", start, end, {"name": " ".join(scan.text[start:end].split())})
