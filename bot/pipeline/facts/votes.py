"""Results of votes: “523-46”, “60 votes to 37”, “by 84 votes in favour and 46 against”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention, Scalar
from bot.pipeline.facts.scan import Scan

_VOTE_WORD = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|ballots?|in favou?r|against|abstentions?|abstained|unanimous(?:ly)?|Stimmen|voix|abgestimmt)\b"
    r"|\b(?:passed|approved|adopted|rejected|confirmed|cleared|advanced|ruled|defeated|failed|backed)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?<![\d.,/$£€:-])(\d{1,4})[-–—](?:to-)?(\d{1,4})(?:[-–—](\d{1,3}))?(?![\d/%-]|\.\d)")
_TO = re.compile(
    r"(?<![\d.,/$£€:-])(\d{1,4})(?:[ \u00a0]votes?)?[ \u00a0](?:in favou?r,? |for,? )?(?:to|versus|against|gegen|contre)[ \u00a0](\d{1,4})(?![\d/%]|\.\d)"
    r"(?:(?:,| and| with)[ \u00a0](\d{1,3}) abst\w+)?",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?<![\d.,/$£€:-])(\d{1,4})(?:[ \u00a0](?:votes?|members?|MEPs|Stimmen|voix))?[ \u00a0](?:in favou?r|for|dafür|pour),?[ \u00a0](?:and |to |und |et |with )?"
    r"(\d{1,4})(?:[ \u00a0](?:votes?|voix))?[ \u00a0](?:against|opposed|dagegen|contre)(?:,? (?:and |with )?(\d{1,3}) (?:abst\w+|Enthaltungen))?",
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
    found = []
    for pattern in (_FOR, _TO, _PAIR):
        for match in pattern.finditer(text):
            around = text[max(0, match.start() - _REACH) : match.end() + _REACH]
            if not _VOTE_WORD.search(around) or (_SPORTS.search(around) and "vote" not in around.lower()):
                continue
            yes, no = int(match[1]), int(match[2])
            if 1900 <= yes <= 2100 and pattern is _PAIR:
                continue  # 2024-25 is a span of years
            data: dict[str, Scalar] = {"yes": yes, "no": no}
            if match[3]:
                data["abstained"] = int(match[3])
            found.append(scan.mention("vote", match.start(), match.end(), data))
    for match in _UNANIMOUS.finditer(text):
        found.append(scan.mention("vote", match.start(), match.end(), {"unanimous": True}))
    found.sort(key=lambda mention: (mention.slice.span.start, -mention.slice.span.end))
    covered = -1
    for mention in found:
        if mention.slice.span.start >= covered:
            covered = mention.slice.span.end
            yield mention
