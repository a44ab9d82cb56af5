"""Bodies an article names: agencies, ministries, courts, companies; by their head word, or from a short list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention
from bot.pipeline.facts.scan import Scan
from bot.pipeline.facts.triggers import KNOWN_BODIES
from bot.pipeline.text import word_set

_JOINS = word_set("of for the and on de des la du &")
_BEFORE = 7  # words read before a head word
_RIGHT = re.compile(
    r"(?:[ \u00a0](?:of|for|on)(?:[ \u00a0]the)?(?:[ \u00a0][A-Z\u00c0-\u00de][\w’'-]*){1,4}"
    r"(?:(?:,[ \u00a0][A-Z][\w-]*)*,?[ \u00a0](?:and|&)[ \u00a0][A-Z][\w-]*(?:[ \u00a0][A-Z][\w-]*)?)?)?"
)
_OPENERS = re.compile(
    r"^(?:(?:The|A|An|In|On|At|By|For|From|And|But|With|of|for|the|and|on|de|des|la|du|That|This|Its|His|Her|"
    r"Their|As|To)[ \u00a0])+"
)


def find(scan: Scan) -> Iterator[Mention]:
    """Every body, in reading order; the longer of two overlapping names."""
    text = scan.text
    found: list[tuple[int, int]] = [
        (start, end)
        for start, after in scan.triggers("known")
        if (end := KNOWN_BODIES.end(text, start, text[start:after].lower()))
    ]
    for head, after in scan.triggers("body"):
        if not text[head].isupper():
            continue
        start = _left(text, head)
        opener = _OPENERS.match(text[start:head])
        start += opener.end() if opener else 0
        right = _RIGHT.match(text, after, after + 100)
        end = right.end() if right else after
        if start == head and end == after:
            continue  # a bare Commission or Court names nothing by itself
        found.append((start, end))
    found.sort(key=lambda pair: (pair[0], -pair[1]))
    covered = -1
    for start, end in found:
        if start >= covered and start < end:
            covered = end
            yield scan.mention("organisation", start, end, {"name": " ".join(text[start:end].split())})


def _left(text: str, head: int) -> int:
    """Where the capitalised words before the head word begin, joined by “of”, “for the” and the like."""
    start = head
    low = max(0, head - 80)
    for _ in range(_BEFORE):
        if start <= low or text[start - 1] not in " \u00a0":
            break
        edge = max(
            text.rfind(" ", low, start - 1), text.rfind("\u00a0", low, start - 1), text.rfind("\n", low, start - 1)
        )
        word = text[edge + 1 : start - 1]
        plain = word.replace(".", "").replace("’", "").replace("'", "").replace("-", "").replace("&", "")
        if not word or not (word in _JOINS or (word[0].isupper() and (plain.isalnum() or not plain))):
            break
        if word.endswith(".") and len(word) > 4:
            break  # the sentence before
        start = edge + 1
    return start
