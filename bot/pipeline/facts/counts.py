"""Counts of things and percentages: “nine research hubs”, “1,200 jobs”, “15 per cent”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention, Scalar
from bot.pipeline.facts import numbers
from bot.pipeline.facts.money import QUALIFIER, may_qualify
from bot.pipeline.facts.scan import Scan
from bot.pipeline.text import word_set

_PERCENT = re.compile(
    rf"(?<![\w.,])({numbers.DIGITS})[ \u00a0\u202f\-]?(%|per ?cent\b|percentage points?|Prozent(?:punkte)?\b|pour "
    r"?cent\b)",
    re.IGNORECASE,
)
# “nine research hubs”, “36 countries”, “1.2 million users”: a number, then one to three words in lower case.
_DIGIT_COUNT = re.compile(
    rf"(?<![\w.,$£€/:#-])({numbers.DIGITS})(?:[ \u00a0]({numbers.SCALE}))?[ \u00a0](?=([^\W\d_]+))", re.IGNORECASE
)
_WORD_COUNT = re.compile(
    r"(\w+)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"(?:[ \u00a0](dozen|hundred|thousand|million|billion))?[ \u00a0](?=([^\W\d_]+))",
    re.IGNORECASE,
)
_THING = re.compile(r"(?:(?:of )?[^\W\d_][\w'’-]*[ \u00a0]){0,3}?[^\W\d_]{2,}s(?![\w'’])")
_QUALIFIED = re.compile(rf"(?<!\w)({QUALIFIER})[ \u00a0](?:the )?$", re.IGNORECASE)
# What follows a number that counts nothing: months, times, parts of addresses, words that end the phrase.
_NOT_THINGS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep "
    "sept oct nov dec am pm a.m p.m est edt gmt utc bst and or in to of the on at by for as was is has had were "
    "are with "
    "that who which percent per cent januar februar märz mai juni juli oktober dezember janvier février mars "
    "avril juin "
    "juillet août septembre octobre novembre décembre uhr prozent und oder der die das et ou dollars euros "
    "pounds euro votes stimmen voix "
    "o'clock"
)
_WORDS = re.compile(r"\w+")
_STOP_INSIDE = word_set(
    "in to of the on at by for as was is has had were are with that who which and or from after before but over its "
    "their"
)
_SINGULAR_S = word_set("this its his was has is does as us yes less process congress business access address across")


def find(scan: Scan) -> Iterator[Mention]:
    """Percentages and counts with the things' name, in reading order."""
    text = scan.text
    found: list[Mention] = []
    covered = -1  # where the last number found ends: “3 000” is one
    for start in scan.digits:
        if start < covered:
            continue
        percent = _PERCENT.match(text, start)
        if percent:
            number = numbers.value(percent[1], scan.language)
            if number is not None:
                found.append(_mention(scan, "percentage", start, percent.end(), number))
        elif (match := _DIGIT_COUNT.match(text, start)) and (counted := _count(scan, match)):
            found.append(counted)
            covered = match.end()
    for start, _ in scan.triggers("number"):
        if start and text[start - 1] == "-":
            continue
        if (match := _WORD_COUNT.match(text, start)) and (counted := _count(scan, match)):
            found.append(counted)
    return iter(sorted(found, key=lambda mention: mention.slice.span.start))


def _count(scan: Scan, match: re.Match[str]) -> Mention | None:
    """The count whose number `match` holds, if a thing counted follows."""
    text = scan.text
    if match[3].lower() in _NOT_THINGS:
        return None
    thing = _THING.match(text, match.end(), match.end() + 60)
    if thing is None or not _STOP_INSIDE.isdisjoint(_WORDS.findall(thing[0])) or thing[0].lower() in _SINGULAR_S:
        return None
    word = match[1].lower()
    spoken = next((table[word] for table in numbers.WORDS.values() if word in table), None)
    number = float(spoken) if spoken is not None else numbers.value(match[1], scan.language)
    if number is None or (spoken is None and match[2] is None and 1900 <= number <= 2100 and len(match[1]) == 4):
        return None
    factor = 12 if (match[2] or "").lower() == "dozen" else numbers.scale(match[2] or "", scan.language)
    return _mention(scan, "count", match.start(), thing.end(), number * factor)


def _mention(scan: Scan, kind: str, start: int, end: int, number: float) -> Mention:
    low = max(0, start - 24)
    data: dict[str, Scalar] = {"value": numbers.tidy(number)}
    near = scan.text[low:start]
    qualifier = _QUALIFIED.search(near) if may_qualify(near) else None
    if qualifier:
        data["qualifier"] = qualifier[1].lower()
    return scan.mention(kind, start, end, data)
