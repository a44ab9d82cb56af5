"""Counts of things and percentages: “nine research hubs”, “1,200 jobs”, “15 per cent”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention, Scalar
from bot.pipeline.facts import numbers
from bot.pipeline.facts.money import QUALIFIER
from bot.pipeline.facts.scan import Scan

_PERCENT = re.compile(
    rf"(?<![\w.,])({numbers.DIGITS})[ \u00a0\u202f\-]?(%|per ?cent\b|percentage points?|Prozent(?:punkte)?\b|pour ?cent\b)",
    re.IGNORECASE,
)
_WORD_NUMBERS = "|".join(
    sorted(
        {
            word
            for table in numbers.WORDS.values()
            for word in table
            if word not in ("one", "hundred", "cent", "hundert", "dozen")
        }
    )
)
# “nine research hubs”, “36 countries”, “1.2 million users”: a number, then one to three words in lower case.
_DIGIT_COUNT = re.compile(
    rf"(?<![\w.,$£€/:#-])({numbers.DIGITS})(?:[ \u00a0]({numbers.SCALE}))?[ \u00a0](?=([^\W\d_]+))", re.IGNORECASE
)
_WORD_COUNT = re.compile(
    rf"(?<![\w-])({_WORD_NUMBERS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    rf"(?:[ \u00a0](dozen|hundred|thousand|million|billion))?[ \u00a0](?=([^\W\d_]+))",
    re.IGNORECASE,
)
_THING = re.compile(r"(?:(?:of )?[^\W\d_][\w'’-]*[ \u00a0]){0,3}?[^\W\d_]{2,}s(?![\w'’])")
_QUALIFIED = re.compile(rf"(?<!\w)({QUALIFIER})[ \u00a0](?:the )?$", re.IGNORECASE)
# What follows a number that counts nothing: months, times, parts of addresses, words that end the phrase.
_NOT_THINGS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec am pm a.m p.m est edt gmt utc bst and or in to of the on at by for as was is has had were are with "
    "that who which percent per cent januar februar märz mai juni juli oktober dezember janvier février mars avril juin "
    "juillet août septembre octobre novembre décembre uhr prozent und oder der die das et ou dollars euros pounds euro votes "
    "o'clock".split()
)
_STOP_INSIDE = re.compile(
    r"\b(?:in|to|of|the|on|at|by|for|as|was|is|has|had|were|are|with|that|who|which|and|or|from|after|before|but|over|its|their)\b"
)
_SINGULAR_S = frozenset(
    "this its his was has is does as us yes less process congress business access address across".split()
)


def percentages(scan: Scan) -> Iterator[Mention]:
    """Every percentage, with its value."""
    for match in _PERCENT.finditer(scan.text):
        number = numbers.value(match[1], scan.language)
        if number is not None:
            yield _mention(scan, "percentage", match.start(), match.end(), number)


def counts(scan: Scan) -> Iterator[Mention]:
    """Every number of things, with the things' name."""
    text = scan.text
    for pattern in (_DIGIT_COUNT, _WORD_COUNT):
        for match in pattern.finditer(text):
            following = match[3].lower()
            if following in _NOT_THINGS:
                continue
            thing = _THING.match(text, match.end(), match.end() + 60)
            if thing is None or _STOP_INSIDE.search(thing[0]) or thing[0].lower() in _SINGULAR_S:
                continue
            word = match[1].lower()
            spoken = next((table[word] for table in numbers.WORDS.values() if word in table), None)
            number = float(spoken) if spoken is not None else numbers.value(match[1], scan.language)
            if number is None or (
                spoken is None and match[2] is None and 1900 <= number <= 2100 and len(match[1]) == 4
            ):
                continue
            factor = 12 if (match[2] or "").lower() == "dozen" else numbers.scale(match[2] or "", scan.language)
            yield _mention(scan, "count", match.start(), thing.end(), number * factor)


def find(scan: Scan) -> Iterator[Mention]:
    """Percentages and counts, in reading order."""
    yield from sorted((*percentages(scan), *counts(scan)), key=lambda mention: mention.slice.span.start)


def _mention(scan: Scan, kind: str, start: int, end: int, number: float) -> Mention:
    low = max(0, start - 24)
    data: dict[str, Scalar] = {"value": numbers.tidy(number)}
    qualifier = _QUALIFIED.search(scan.text[low:start])
    if qualifier:
        data["qualifier"] = qualifier[1].lower()
    return scan.mention(kind, start, end, data)
