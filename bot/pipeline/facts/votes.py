"""Results of votes: “523-46”, “60 votes to 37”, “by 84 votes in favour and 46 against”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from bot.model import Mention, Scalar
from bot.pipeline.facts.scan import Scan

_PAIR = re.compile(r"(?<![\d.,/$£€:-])(\d{1,4})[-–—](?:to-)?(\d{1,4})(?:[-–—](\d{1,3}))?(?![\d/%-]|\.\d)")
_TO = re.compile(
    r"(?<![\d.,/$£€:-])(\d{1,4})(?:[ \u00a0](?:votes?|voix|Stimmen))?[ \u00a0](?:in favou?r,? |for,? )?"
    r"(?:to|versus|against|gegen|zu|contre)[ \u00a0](\d{1,4})(?![\d/%]|\.\d)"
    r"(?:(?:,| and| with)[ \u00a0](\d{1,3}) abst\w+)?",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?<![\d.,/$£€:-])(\d{1,4})(?:[ \u00a0](?:votes?|members?|MEPs|Stimmen|voix))?[ \u00a0](?:in favou?r|for|"
    r"dafür|pour),?[ \u00a0](?:and |to |und |et |with )?"
    r"(\d{1,4})(?:[ \u00a0](?:votes?|voix))?[ \u00a0](?:against|opposed|dagegen|contre)(?:,? (?:and |with "
    r")?(\d{1,3}) (?:abst\w+|Enthaltungen))?",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(r"\b(?:unanimously|unanimous (?:vote|decision|consent))\b", re.IGNORECASE)
_REACH = 90  # code points around a pair of numbers in which a word of voting must stand
_SPORTS = re.compile(
    r"\b(?:goals?|scored?|match|game|games|win over|beat|innings|quarter|points|season|coach|team)\b", re.IGNORECASE
)


def find(scan: Scan) -> Iterator[Mention]:
    """Every result, in reading order. Data: `yes`, `no`, and `abstained` when it is given."""
    text = scan.text
    cues = scan.triggers("vote")
    if not cues:
        return
    starts = [start for start, _ in cues]
    found = []
    covered = -1
    for place in scan.digits:
        near = bisect_left(starts, place - _REACH)
        if place < covered or near == len(starts) or starts[near] > place + _REACH:
            continue
        match = _FOR.match(text, place) or _TO.match(text, place) or _PAIR.match(text, place)
        if match is None or (1900 <= int(match[1]) <= 2100 and match.re is _PAIR):
            continue  # 2024-25 is a span of years
        around = text[max(0, match.start() - _REACH) : match.end() + _REACH]
        if _SPORTS.search(around) and "vote" not in around.lower():
            continue
        covered = match.end()
        data: dict[str, Scalar] = {"yes": int(match[1]), "no": int(match[2])}
        if match[3]:
            data["abstained"] = int(match[3])
        found.append(scan.mention("vote", match.start(), match.end(), data))
    for start, _ in cues:
        if text[start : start + 5].lower() == "unani" and (whole := _UNANIMOUS.match(text, start)):
            found.append(scan.mention("vote", start, whole.end(), {"unanimous": True}))
    yield from sorted(found, key=lambda mention: mention.slice.span.start)
