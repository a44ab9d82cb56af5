"""Dates as written, with the day, month or year they name; resolved only against the publication date, never guessed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from bot.model import Mention, Scalar
from bot.pipeline.facts.scan import Scan

_NAMES = (
    "january jan januar jänner janvier",
    "february feb februar février",
    "march mar märz mars",
    "april apr avril",
    "may mai",
    "june jun juni juin",
    "july jul juli juillet",
    "august aug août",
    "september sept sep septembre",
    "october oct oktober octobre",
    "november nov novembre",
    "december dec dezember décembre",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday montag lundi",
            "tuesday dienstag mardi",
            "wednesday mittwoch mercredi",
            "thursday donnerstag jeudi",
            "friday freitag vendredi",
            "saturday samstag samedi",
            "sunday sonntag dimanche",
        )
    )
    for name in names.split()
}
_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"
_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|"
    r"juillet|août|septembre|octobre|novembre|décembre)\b\.?"
)
_DAY_BEFORE = re.compile(
    r"(?<![\d.,/:$£€-])(?:the |le |dem |den |du |am )?(\d{1,2})(?:st|nd|rd|th|er|\.)?[ \u00a0](?:of )?$"
)
_DAY_AFTER = re.compile(
    rf"[ \u00a0](?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|[ \u00a0](?:million|billion|per))(?:,?[ \u00a0]({_YEAR})\b)?"
)
_YEAR_AFTER = re.compile(rf",?[ \u00a0](?:of |de )?({_YEAR})\b")
_LEAD = re.compile(
    r"(?<!\w)(?:(?:by|until|till|before|since|from|after|through|during|in|on|of|at|to)[ \u00a0])?"
    r"(?:(?:the )?(?:end|start|beginning|middle) of |early |late |mid-|last |next |this |this past |"
    r"Anfang |Ende |Mitte |im |ab |bis |seit |en |depuis |fin |début |dès |d'ici )?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:\b(?:on|last|next|this|by|until|am|le)[ \u00a0])?(?:(?:last|next|this)[ \u00a0])?\b"
    r"(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b(?:[ \u00a0](?:morning|afternoon|evening|night))?"
)
_PLAIN_YEAR = re.compile(
    rf"\b(?:(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|of|mid-?|early|late|seit|bis|ab|[Ee]n|depuis)[ \u00a0])"
    rf"(?:the end of |the start of |early |late |mid-|fiscal year |fiscal )?({_YEAR})\b(?![-–/.,]?\d)"
)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(20\d\d|19\d\d)-(\d\d)-(\d\d)|(\d{1,2})([./])(\d{1,2})\5((?:19|20)\d\d))(?![\d/-])"
)
_RELATIVE = re.compile(
    r"\b(yesterday|today|tomorrow|(?:earlier |later )?(?:this|last|next) (?:week|month|year|spring|summer|autumn|fall|winter)|"
    r"gestern|heute|morgen|hier|aujourd['’]hui|demain)\b",
    re.IGNORECASE,
)
# Signs of the future and of the past around a date without a year; without either it stays unresolved.
FUTURE = re.compile(
    r"\b(?:will|shall|must|would|until|upcoming|due|scheduled|expected|plans?|set to|is to|are to|next|deadline|takes? effect|"
    r"comes? into|enters? into|applies|apply|begins|starts|closes|ends|by|no later than|wird|werden|soll|müssen|muss|"
    r"tritt|treten|bis|sera|seront|devra|devront|doit|doivent|entrera|entre|jusqu)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|said|was|were|had|has|have|came|went|took|made|gave|began|won|lost|met|held|told|wrote|sent|put|led|"
    r"last|since|ago|earlier|wurde|wurden|hat|hatte|haben|war|a été|ont|avait|était)\b"
)
_AROUND = 110  # code points looked at on each side for signs of tense, within the sentence


def find(scan: Scan) -> Iterator[Mention]:
    """Every date, in reading order. Data: `iso` (2024-04-01, 2024-04, 2024, or None), `precision`, `explicit`."""
    found = [*_months(scan), *_numeric(scan), *_weekdays(scan), *_years(scan), *_relative(scan)]
    found.sort(key=lambda mention: (mention.slice.span.start, -mention.slice.span.end))
    covered = -1
    for mention in found:
        if mention.slice.span.start >= covered:
            covered = mention.slice.span.end
            yield mention


def _mention(scan: Scan, start: int, end: int, iso: str | None, precision: str, explicit: bool) -> Mention:
    data: dict[str, Scalar] = {"iso": iso, "precision": precision, "explicit": explicit}
    return scan.mention("date", start, end, data)


def _months(scan: Scan) -> Iterator[Mention]:
    text = scan.text
    for match in _MONTH.finditer(text):
        name = match[1].lower()
        month = MONTHS[name]
        low = max(0, match.start() - 24)
        window = text[low : match.start()]
        stop = (
            match.end()
            if text[match.end() - 1 : match.end()] != "." or text[match.end() : match.end() + 1] == " "
            else match.end() - 1
        )
        before = _DAY_BEFORE.search(window)
        start, end = match.start(), stop
        day = year = None
        if before and 1 <= int(before[1]) <= 31:
            day = int(before[1])
            start = low + before.start(1)
        else:
            after = _DAY_AFTER.match(text, stop)
            if after and 1 <= int(after[1]) <= 31:
                day, end = int(after[1]), after.end()
                year = int(after[2]) if after[2] else None
        if year is None and (found := _YEAR_AFTER.match(text, end)):
            year, end = int(found[1]), found.end()
        lead = _LEAD.search(text[max(0, start - 24) : start])
        opened = start - (len(lead[0]) if lead else 0)
        if day is None and year is None and (not lead or not lead[0].strip()):
            continue  # May Smith, March on: a bare month needs a preposition
        if text[end - 1] == "." and name in ("may", "march", "june", "july", "april", "august"):
            end -= 1
        whole = opened if day is None else start
        yield _resolved(scan, whole, end, day, month, year, lead[0].strip().lower() if lead else "")


def _resolved(scan: Scan, start: int, end: int, day: int | None, month: int, year: int | None, lead: str) -> Mention:
    explicit = year is not None
    if year is None and scan.published is not None:
        year = _nearest_year(scan, start, end, day or 1, month, lead, by_month=day is None)
    if year is None:
        return _mention(scan, start, end, None, "day" if day else "month", False)
    if day is None:
        return _mention(scan, start, end, f"{year:04d}-{month:02d}", "month", explicit)
    if day > monthrange(year, month)[1]:
        return _mention(scan, start, end, None, "day", False)
    return _mention(scan, start, end, f"{year:04d}-{month:02d}-{day:02d}", "day", explicit)


def _tense(scan: Scan, start: int, end: int) -> str:
    """`future`, `past` or nothing, from the words of the sentence around a date."""
    text = scan.text
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = re.split(r"[.!?\n][ \n\"”]", text[low:start])[-1]
    after = re.split(r"[.!?](?:\s|$)|\n", text[end:high])[0]
    clause_after = re.split(r", (?:while|but|and)\b|;", after)[0]
    clause_before = re.split(r", (?:while|but|and)\b|;", before)[-1]
    around = f"{clause_before} {clause_after}"
    if FUTURE.search(around) and not re.search(r"\blast\b", around):
        return "future"
    return "past" if PAST.search(around) else ""


def _nearest_year(scan: Scan, start: int, end: int, day: int, month: int, lead: str, *, by_month: bool) -> int | None:
    """The year a date without one must mean, seen from the publication date and the tense; None when neither tells."""
    published = scan.published
    assert published is not None
    if lead.endswith("last"):
        tense = "past"
    elif lead.endswith("next"):
        tense = "future"
    elif lead.endswith("this"):
        return published.year
    else:
        tense = _tense(scan, start, end)
    if not tense:
        return None
    this = (month,) if by_month else (month, day)
    now = (published.month,) if by_month else (published.month, published.day)
    if tense == "past":
        return published.year if this <= now else published.year - 1
    return published.year if this >= now else published.year + 1


def _numeric(scan: Scan) -> Iterator[Mention]:
    for match in _NUMERIC.finditer(scan.text):
        if match[1]:
            year, month, day = int(match[1]), int(match[2]), int(match[3])
        else:
            first, second, year = int(match[4]), int(match[6]), int(match[7])
            if match[5] == "/" and first <= 12 and second <= 12 and first != second and scan.language == "en":
                yield _mention(scan, *match.span(), None, "day", False)  # 03/04/2024 says nothing without a country
                continue
            day, month = (second, first) if second > 12 else (first, second)
        try:
            iso = date(year, month, day).isoformat()
        except ValueError:
            continue
        yield _mention(scan, *match.span(), iso, "day", True)


def _weekdays(scan: Scan) -> Iterator[Mention]:
    for match in _WEEKDAY.finditer(scan.text):
        iso = None
        words = match[0].lower().split()
        if scan.published is not None and "last" not in words and "next" not in words:
            ahead = (_WEEKDAYS[match[1].lower()] - scan.published.weekday()) % 7
            tense = _tense(scan, *match.span())
            if tense == "past":
                iso = (scan.published - timedelta(days=(7 - ahead) % 7)).isoformat()
            elif tense == "future":
                iso = (scan.published + timedelta(days=ahead)).isoformat()
        yield _mention(scan, *match.span(), iso, "day", False)


def _years(scan: Scan) -> Iterator[Mention]:
    for match in _PLAIN_YEAR.finditer(scan.text):
        yield _mention(scan, *match.span(), match[1], "year", True)


def _relative(scan: Scan) -> Iterator[Mention]:
    for match in _RELATIVE.finditer(scan.text):
        words = match[1].lower().split()
        iso, precision = None, "day"
        if len(words) == 1:
            step = {"yesterday": -1, "gestern": -1, "hier": -1, "tomorrow": 1, "morgen": 1, "demain": 1}.get(
                words[0], 0
            )
            if words[0] == "hier" and scan.language != "fr":
                continue
            if words[0] in ("morgen", "heute", "gestern") and scan.language != "de":
                continue
            if scan.published is not None:
                iso = (scan.published + timedelta(days=step)).isoformat()
        else:
            step = {"last": -1, "this": 0, "next": 1}[words[-2]]
            precision = words[-1] if words[-1] in ("month", "year", "week") else "season"
            if scan.published is not None and precision == "year":
                iso = str(scan.published.year + step)
            elif scan.published is not None and precision == "month":
                months = scan.published.year * 12 + scan.published.month - 1 + step
                iso = f"{months // 12:04d}-{months % 12 + 1:02d}"
        yield _mention(scan, *match.span(), iso, precision, False)
