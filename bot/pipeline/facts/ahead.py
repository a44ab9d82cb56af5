"""Dates ahead: deadlines, hearings, effective and application dates, with the words that prove them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from bot.model import DateAhead, DateKind, Mention, Slice, Span
from bot.pipeline.facts import dates
from bot.pipeline.facts.scan import READ, Scan
from bot.pipeline.facts.scan import scan as scanned

# What is said around a date, in lower case, kind by kind; the first kind that matches wins.
_CUES: tuple[tuple[DateKind, re.Pattern[str]], ...] = (
    (
        "deadline",
        re.compile(
            r"\b(?:deadlines?|(?:comments?|submissions?|responses?|feedback|applications?|proposals?|reports?|"
            r"replies|views|nominations|bids|"
            r"evidence)\b[^.]{0,60}?\b(?:due|until|by|before|close[sd]?|through|no later than|accepted)|(?:is|are|"
            r"be|was|falls?) due|due (?:by|on)|"
            r"comments? period|(?:consultation|call|window|survey|inquiry|comment)\b[^.]{0,50}?\b(?:closes?|ends?|"
            r"runs?|open|until|remains?)|"
            r"no later than|must (?:be )?(?:[a-z]+ ){0,8}?by|has until|have until|until|(?:is|are) required to "
            r"[^.]{0,60}\bby|"
            r"(?:submit|respond|reply|apply|register|comply|file|complete|publish|transpose|report|designate|"
            r"deliver|decide|sign)\b[^.]{0,60}\b(?:by|before|until)|"
            r"frist|bis (?:zum|spätestens)|spätestens|einsendeschluss|stellungnahmen?|date limite|au plus tard|"
            r"avant le|jusqu['’]au|d['’]ici)\b",
        ),
    ),
    (
        "hearing",
        re.compile(
            r"\b(?:hearings?|testify|testif(?:y|ies)|oral arguments?|hear(?:s)? arguments?|argued|trial|"
            r"sentenc(?:ed|ing)|arraign\w+|"
            r"anhörung|mündliche verhandlung|audition|audience)\b",
        ),
    ),
    (
        "effective",
        re.compile(
            r"\b(?:tak(?:es?|ing) effect|took effect|go(?:es)? into (?:effect|force)|com(?:es?|ing) into (?:force|"
            r"effect)|enter(?:s|ing)? into (?:force|effect)|"
            r"entry into force|effective|in force|becomes? law|be in effect|be enforced|expires?|sunsets?|"
            r"in kraft|inkrafttreten|entr(?:e|era|ent|eront|ée) en vigueur)\b",
        ),
    ),
    (
        "application",
        re.compile(
            r"\b(?:appl(?:y|ies|icable)|obligations?|requirements?|rules|provisions|compliance|begins?|starts?|"
            r"starting|beginning|phased in|"
            r"gelten|gilt|anwendbar|anzuwenden|s['’]appliqu\w+|applicables?)\b",
        ),
    ),
    (
        "event",
        re.compile(
            r"\b(?:summit|conference|meet(?:s|ing)?|vote[sd]?|voting|election|session|debate|plenary|launch\w*|"
            r"webinar|workshop|forum|"
            r"markup|takes? place|be held|scheduled|convene[sd]?|published|releas\w+|gipfel|abstimmung|sitzung|"
            r"sommet|vote)\b",
        ),
    ),
)
# One of these is in every cue of the kind: most dates stand near none of them, and the patterns are slow.
_SIGNS: Mapping[DateKind, tuple[str, ...]] = {
    "deadline": (
        *("deadline", "due", "until", "by", "before", "close", "through", "no later than", "accepted", "period"),
        *("end", "run", "open", "remain", "frist", "bis ", "spätestens", "einsendeschluss", "stellungnahme"),
        *("date limite", "au plus tard", "avant le", "jusqu", "ici"),
    ),
    "hearing": ("hear", "testi", "argu", "trial", "sentenc", "arraign", "anhör", "verhandlung", "audi"),
    "effective": ("effect", "force", "law", "expire", "sunset", "kraft", "vigueur"),
    "application": (
        *("appl", "obligation", "requirement", "rules", "provisions", "compliance", "begin", "start", "phased"),
        *("gelten", "gilt", "anwend", "anzuwend"),
    ),
    "event": (
        *("summit", "conference", "meet", "vot", "election", "session", "debate", "plenary", "launch", "webinar"),
        *("workshop", "forum", "markup", "take", "be held", "schedul", "conven", "publish", "releas", "gipfel"),
        *("abstimmung", "sitzung", "sommet"),
    ),
}
_ENDS = re.compile(r"\b(?:end of|Ende|fin)\b", re.IGNORECASE)
_END_OF = re.compile(
    r"\b(?:the )?end of (?:the )?(?:month of )?$|\b(?:Ende|fin)[ \u00a0]$|\bd['’]ici (?:la )?fin (?:de )?$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";|, (?:and|but|while|whereas|und|aber|et|mais)\b|\n")
_MOST = 200  # dates of one text that are looked at
_REACH = 160  # code points before and after a date in which its cue may stand, within the sentence


def dates_ahead(text: str, published: datetime | None, language: str = "en") -> tuple[DateAhead, ...]:
    """What the article says will happen on a named day, in order of the days.

    A date without a year counts only when the publication date and the tense settle it. Days before `published` are
    left out; without `published` only dates that carry their year are given. Linear in the text.
    """
    read = scanned(text[:READ], published, language)
    found: dict[tuple[date, str], DateAhead] = {}
    for one in _found(read):
        found.setdefault((one.on, one.kind), one)
    return tuple(sorted(found.values(), key=lambda one: (one.on, one.words.span.start)))


def _found(scan: Scan) -> Iterator[DateAhead]:
    mentions = [mention for mention in dates.find(scan) if mention.data["iso"]][:_MOST]
    if not mentions:
        return
    places = scan.sentences
    index = 0
    for mention in mentions:
        span = mention.slice.span
        while index + 1 < len(places) and places[index].end <= span.start:
            index += 1
        sentence = places[index]
        if not (sentence.start <= span.start and span.end <= sentence.end):
            continue
        day = _day(scan, mention)
        if day is None or (scan.published is not None and day < scan.published):
            continue
        if scan.published is None and not mention.data["explicit"]:
            continue
        cue = _cue(scan, sentence, span)
        if cue is not None:
            kind, start, end = cue
            what = scan.text[sentence.start : sentence.end]
            yield DateAhead(kind, day, Slice(scan.text[start:end], Span(start, end)), what)


def _day(scan: Scan, mention: Mention) -> date | None:
    """The day named; the last one of a month or year when the words say “the end of”."""
    iso = str(mention.data["iso"])
    if mention.data["precision"] == "day":
        return date.fromisoformat(iso)
    lead = scan.text[max(0, mention.slice.span.start - 16) : mention.slice.span.end]
    words = lead[: lead.rfind(iso[:4])] if iso[:4] in lead else lead
    if not _ENDS.search(words):
        return None
    year = int(iso[:4])
    if len(iso) == 4:
        return date(year, 12, 31)
    month = int(iso[5:7])
    return date(year, month, monthrange(year, month)[1])


def _cue(scan: Scan, sentence: Span, span: Span) -> tuple[DateKind, int, int] | None:
    """The kind of date, and where the words that prove it stand: from the cue to the date.

    The cue is looked for in the date's own clause, then in what stands before it in the sentence (“rules apply from
    May 1, and duties from June 1”).
    """
    text = scan.text
    low, high = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    own = low
    for match in _CLAUSE.finditer(text, low, span.start):
        own = match.end()
    after = _CLAUSE.search(text, span.end, high)
    high = after.start() if after else high
    found = _nearest(text, own, high, span)
    if found is None and own > low:
        found = _nearest(text, low, span.end, span)
        found = found if found and found[0] in ("application", "effective") else None
    if found is None:
        return None
    kind, start, end = found
    if kind == "event" and not dates.is_future(text[own:high]):
        return None
    while start < end and text[start].isspace():
        start += 1
    return kind, start, end


def _lowered(text: str) -> str:
    """The text in lower case, letter for letter."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one if len(one.lower()) != 1 else one.lower() for one in text)


def _nearest(text: str, low: int, high: int, span: Span) -> tuple[DateKind, int, int] | None:
    """The cue that stands nearest to the date; “apply” and events only where no stronger word is found."""
    best: tuple[bool, int, DateKind, int, int] | None = None
    begin = max(0, low - 1)  # the character before tells whether a word begins
    window = _lowered(text[begin:high])
    for rank, (kind, pattern) in enumerate(_CUES):
        if not any(map(window.__contains__, _SIGNS[kind])):
            continue
        for match in pattern.finditer(window, low - begin):
            start, end = match.start() + begin, match.end() + begin
            distance = max(0, span.start - end, start - span.end)
            row = (rank > 2, distance, kind, min(start, span.start), max(end, span.end))
            if best is None or row[:2] < best[:2]:
                best = row
    return best[2:] if best else None
