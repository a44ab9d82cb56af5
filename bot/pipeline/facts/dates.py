"""Dates as written and the day they name, resolved only against the publication date, never guessed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from bot.model import Mention, Scalar
from bot.pipeline.facts.scan import Scan
from bot.pipeline.facts.triggers import MONTHS, WEEKDAYS
from bot.pipeline.text import word_set

_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"
_DAY_BEFORE = re.compile(
    r"(?<![\d.,/:$£€-])(?:the |le |dem |den |du |am )?(\d{1,2})(?:st|nd|rd|th|er|\.)?[ \u00a0](?:of )?$"
)
_DAY_AFTER = re.compile(
    rf"[ \u00a0](?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|[ \u00a0](?:million|billion|per))(?:,?[ "
    rf"\u00a0]({_YEAR})\b)?"
)
_YEAR_AFTER = re.compile(rf",?[ \u00a0](?:of |de )?({_YEAR})\b")
_LEAD = re.compile(
    r"(?<!\w)(?:(?:by|until|till|before|since|from|after|through|during|in|on|of|at|to)[ \u00a0])?"
    r"(?:(?:the )?(?:end|start|beginning|middle) of |early |late |mid-|last |next |this |this past |"
    r"Anfang |Ende |Mitte |im |ab |bis |seit |en |depuis |fin |début |dès |d'ici )?$",
    re.IGNORECASE,
)
_DAY_LEAD = re.compile(
    r"(?:\b(?:[Oo]n|[Ll]ast|[Nn]ext|[Tt]his|[Bb]y|[Uu]ntil|[Aa]m|[Ll]e)[ \u00a0])?(?:(?:last|next|this)[ \u00a0])?$"
)
_DAY_PART = re.compile(r"[ \u00a0](?:morning|afternoon|evening|night)\b")
_YEAR_LEAD = re.compile(
    r"\b(?:in|by|since|until|from|before|after|during|of|mid-?|early|late|seit|bis|ab|en|depuis)[ \u00a0]"
    r"(?:the end of |the start of |early |late |mid-|fiscal year |fiscal )?$",
    re.IGNORECASE,
)
_YEAR_HERE = re.compile(rf"{_YEAR}\b(?![-–/.,]?\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(20\d\d|19\d\d)-(\d\d)-(\d\d)|(\d{1,2})([./])(\d{1,2})\5((?:19|20)\d\d))(?![\d/-])"
)
_RELATIVE = re.compile(
    r"\b(yesterday|today|tomorrow|(?:earlier |later )?(?:this|last|next) (?:week|month|year|spring|summer|autumn|"
    r"fall|winter)|"
    r"gestern|heute|morgen|hier|aujourd['’]hui|demain)\b",
    re.IGNORECASE,
)
# Signs of the future and of the past around a date without a year; without either it stays unresolved.
_TOKEN = re.compile(r"\w\w*")  # the first letter apart: it is looked for fast
_FUTURE = word_set(
    "will shall must would until upcoming due scheduled expected plan plans next deadline applies apply begins starts "
    "closes ends wird werden soll müssen muss tritt treten bis sera seront devra devront doit doivent entrera entre "
    "jusqu"
)
_FUTURE_PHRASE = re.compile(
    r"\b(?:set to|is to|are to|takes? effect|comes? into|enters? into|no later than)\b", re.IGNORECASE
)
_BEFORE_FUTURE = word_set("set is are take takes come comes enter enters no")  # each of the phrases has both
_IN_FUTURE = word_set("to effect into than")
_PAST = word_set(
    "said was were had has have came went took made gave began won lost met held told wrote sent put led last since "
    "ago earlier wurde wurden hat hatte haben war ont avait était"
)
_PAST_PHRASE = re.compile(r"\ba été\b")
_REGULAR_PAST = re.compile(r"[a-z]{2,}ed")
_AROUND = 110  # code points looked at on each side for signs of tense, within the sentence


@lru_cache(maxsize=2)
def find(scan: Scan) -> tuple[Mention, ...]:
    """Every date, in reading order. Data: `iso` (2024-04-01, 2024-04, 2024, or None), `precision`, `explicit`.

    Kept for the last few scans, because the dates ahead are read from the same ones.
    """
    found = [*_months(scan), *_digits(scan), *_weekdays(scan), *_relative(scan)]
    found.sort(key=lambda mention: (mention.slice.span.start, -mention.slice.span.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.slice.span.start >= kept[-1].slice.span.end:
            kept.append(mention)
    return tuple(kept)


def _mention(scan: Scan, start: int, end: int, iso: str | None, precision: str, explicit: bool) -> Mention:
    data: dict[str, Scalar] = {"iso": iso, "precision": precision, "explicit": explicit}
    return scan.mention("date", start, end, data)


def _months(scan: Scan) -> Iterator[Mention]:
    text = scan.text
    for begin, close in scan.triggers("month"):
        name = text[begin:close].lower()
        if not (text[begin].isupper() or scan.language == "fr"):
            continue
        month = MONTHS[name]
        low = max(0, begin - 24)
        abbreviated = text[close : close + 2] == ". " and len(name) <= 4 and name not in ("may", "june", "july", "mai")
        stop = close + abbreviated
        before = _DAY_BEFORE.search(text[low:begin])
        start, end = begin, stop
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


_SENTENCE_BEFORE = re.compile(r"[.!?\n][ \n\"”]")
_SENTENCE_AFTER = re.compile(r"[.!?](?:\s|$)|\n")
_CLAUSE = re.compile(r", (?:while|but|and)\b|;")


def is_future(words: str, told: Sequence[str] | None = None) -> bool:
    """Whether words speak of what is still to come; `told` are they one by one, where they are known."""
    lows = set(map(str.lower, _TOKEN.findall(words) if told is None else told))
    if not _FUTURE.isdisjoint(lows):
        return True
    return not (_BEFORE_FUTURE.isdisjoint(lows) or _IN_FUTURE.isdisjoint(lows)) and (
        _FUTURE_PHRASE.search(words) is not None
    )


def _is_past(words: str, told: Sequence[str]) -> bool:
    return (
        not _PAST.isdisjoint(told)
        or any(word.endswith("ed") and _REGULAR_PAST.fullmatch(word) for word in told)
        or _PAST_PHRASE.search(words) is not None
    )


def _tense(scan: Scan, start: int, end: int) -> str:
    """`future`, `past` or nothing, from the words of the sentence around a date."""
    text = scan.text
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = _SENTENCE_BEFORE.split(text[low:start])[-1]
    after = _SENTENCE_AFTER.split(text[end:high], maxsplit=1)[0]
    around = f"{_CLAUSE.split(before)[-1]} {_CLAUSE.split(after, maxsplit=1)[0]}"
    told = _TOKEN.findall(around)
    if is_future(around, told) and "last" not in told:
        return "future"
    return "past" if _is_past(around, told) else ""


def _nearest_year(scan: Scan, start: int, end: int, day: int, month: int, lead: str, *, by_month: bool) -> int | None:
    """The year a date without one must mean, seen from the publication date and the tense; None when neither tells."""
    published = scan.published
    assert published is not None
    if lead.endswith("last"):
        tense = "past"
    elif lead.endswith("next") or lead.startswith(("by", "until", "till", "bis", "d'ici")):
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


def _digits(scan: Scan) -> Iterator[Mention]:
    """Dates in digits, and years alone after a preposition."""
    text = scan.text
    for start in scan.digits:
        match = _NUMERIC.match(text, start)
        if match is None:
            year = _YEAR_HERE.match(text, start)
            lead = _YEAR_LEAD.search(text[max(0, start - 24) : start]) if year else None
            if year and lead:
                yield _mention(scan, start - len(lead[0]), year.end(), year[0], "year", True)
            continue
        if match[1]:
            number, month, day = int(match[1]), int(match[2]), int(match[3])
        else:
            first, second, number = int(match[4]), int(match[6]), int(match[7])
            if match[5] == "/" and first <= 12 and second <= 12 and first != second and scan.language == "en":
                yield _mention(scan, *match.span(), None, "day", False)  # 03/04/2024 says nothing without a country
                continue
            day, month = (second, first) if second > 12 else (first, second)
        try:
            iso = date(number, month, day).isoformat()
        except ValueError:
            continue
        yield _mention(scan, *match.span(), iso, "day", True)


def _weekdays(scan: Scan) -> Iterator[Mention]:
    text = scan.text
    for start, end in scan.triggers("weekday"):
        if not (text[start].isupper() or scan.language == "fr"):
            continue
        lead = _DAY_LEAD.search(text[max(0, start - 14) : start])
        part = _DAY_PART.match(text, end)
        name = text[start:end].lower()
        start -= len(lead[0]) if lead else 0
        end = part.end() if part else end
        iso = None
        words = text[start:end].lower().split()
        if scan.published is not None and "last" not in words and "next" not in words:
            ahead = (WEEKDAYS[name] - scan.published.weekday()) % 7
            tense = "future" if words[0] in ("by", "until") else _tense(scan, start, end)
            if tense == "past":
                iso = (scan.published - timedelta(days=(7 - ahead) % 7)).isoformat()
            elif tense == "future":
                iso = (scan.published + timedelta(days=ahead)).isoformat()
        yield _mention(scan, start, end, iso, "day", False)


def _relative(scan: Scan) -> Iterator[Mention]:
    done = 0
    for start, end in scan.triggers("relative"):
        low = max(done, start - 8)
        match = _RELATIVE.search(scan.text, low, end + 8)
        if match is None or not match.start() <= start < match.end():
            continue
        done = match.end()
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
