"""When a page says it was published: JSON-LD, meta tags, time elements, byline text, the address."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from bot.pipeline.text import word_set
from bot.sources.page_signals import Signals, plain
from bot.sources.page_title import Near, text_of

# Month names by their first letters, English, German, French, Spanish, Italian, Portuguese, Dutch.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen jän",
            "feb fév fev fevr févr",
            "mar mär maa mrt märz mars",
            "apr abr avr",
            "may mai mag mei mayo",
            "jun juin giu",
            "jul juil lug",
            "aug ago aoû aou août",
            "sep set",
            "oct okt ott out",
            "nov",
            "dec dez déc dic",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|"
    r"[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_COMPACT = re.compile(r"(20\d{2}|19\d{2})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2})(?::?(\d{2}))?(Z|[+-]\d{2}:?\d{2})?)?")
_WORDY = re.compile(
    r"(?<!\d)(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s\-./]*(?:de |of )?([^\W\d_]{3,10})\.?,?[\s\-./]*(?:de |del "
    r")?(\d{4})"
    r"|([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4}))(?!\d)"
)
_NUMERIC = re.compile(
    r"(?<![\d/.])(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})(?![\d/])|(?<![\d/.])(\d{4})([/.])(\d{1,2})\6(\d{1,2})(?!\d)"
)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\b\.?)?", re.IGNORECASE)
_ZONES = {
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
}
_ZONE = re.compile(r"\b(EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|UTC|GMT)\b")
_URL = re.compile(
    r"[/_\-=.](20[0-4]\d|199\d)(?:([/\-_.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|"
    r"3[01]))"
    r"(?:[/_\-.?&]|$)"
)

_URL_WORDY = re.compile(r"/(20[0-4]\d|199\d)/([a-z]{3})/(\d{1,2})(?:/|$)")

_META = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "pub_date",
    "publication_date",
    "published_time",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dc.issued",
    "govuk:first-published-at",
    "rnews:datepublished",
    "ptime",
    "displaydate",
    "iso-8601-publish-date",
    "shareaholic:article_published_time",
    "article:create_at",
    "created",
    "date",
)
_META_LAST = (
    "article:modified_time",
    "og:updated_time",
    "last-modified",
    "dcterms.modified",
    "lastmod",
    "govuk:public-updated-at",
)
_EARLIEST = 1995  # before the web had news; older dates are about something else


def zone(text: str) -> timezone | None:
    """Time zone out of `Z`, `+02:00`, `EST`; None when it says nothing."""
    if not text:
        return None
    if text[0] in "+-":
        digits = text[1:].replace(":", "").ljust(4, "0")
        hours, minutes = int(digits[:2]), int(digits[2:4])
        if hours > 14 or minutes > 59:
            return None
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(-offset if text[0] == "-" else offset)
    return timezone(timedelta(hours=_ZONES.get(text.upper(), 0)))


def parse(text: str, *, month_first: bool = False) -> datetime | None:
    """One date, with its time when that stands beside it; aware, in the zone it is written in (UTC if none is).

    `month_first`: how to read 03/04/2024. None for anything that is not clearly one full date.
    """
    text = text.strip()[:200]
    if text.isdigit() and len(text) in (10, 13):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC) if 788918400 < seconds < 4102444800 else None
    found = _ISO.search(text) or _COMPACT.fullmatch(text)
    if found:
        year, month, day, hour, minute, second, offset = found.groups()
        return _made(year, month, day, hour or 0, minute or 0, second or 0, zone(offset or ""))
    if re.match(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} ", text):
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, OverflowError):
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    for match in _WORDY.finditer(text):
        day, name, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        month = _month(name)
        if month:
            return _timed(
                year, month, day, text[match.end() : match.end() + 40], text[max(0, match.start() - 24) : match.start()]
            )
    numeric = _NUMERIC.search(text)
    if numeric is None:
        return None
    match = numeric
    if match[5]:
        return _timed(match[5], match[7], match[8], text[match.end() :], "")
    first, second = int(match[1]), int(match[3])
    by_month = (month_first and match[2] == "/" and first <= 12) or second > 12
    month, day = (first, second) if by_month else (second, first)
    return _timed(match[4], month, day, text[match.end() :], text[: match.start()])


def _month(name: str) -> int:
    lower = name.lower()
    for length in (5, 4, 3):
        number = _MONTHS.get(lower[:length])
        if number and (len(lower) <= length or lower[:3] in _FULL_STARTS):
            return number if lower in _FULL or len(lower) <= 4 else 0
    return 0


_FULL = word_set(
    "january february march april may june july august september october november december sept januar jänner "
    "februar märz april mai juni juli august september oktober november dezember janvier février fevrier mars "
    "avril mai juin juillet août aout septembre octobre novembre décembre decembre enero febrero marzo abril "
    "mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio "
    "settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro dezembro januari "
    "februari maart mei juni juli augustus oktober"
)
_FULL_STARTS = frozenset(name[:3] for name in _FULL)


def _timed(year: str, month: int | str, day: str | int, after: str, before: str) -> datetime | None:
    """A date with the clock time written after it, or before it."""
    clock = _CLOCK.search(after) or _CLOCK.search(before)
    hour = minute = 0
    if clock:
        hour, minute = int(clock[1]), int(clock[2])
        if clock[3] and clock[3].lower() == "p" and hour < 12:
            hour += 12
        elif clock[3] and clock[3].lower() == "a" and hour == 12:
            hour = 0
        if hour > 23 or minute > 59:
            hour = minute = 0
    named = _ZONE.search(after) or _ZONE.search(before)
    return _made(year, month, day, hour, minute, 0, zone(named[1] if named else ""))


def _made(
    year: str,
    month: int | str,
    day: int | str,
    hour: int | str,
    minute: int | str,
    second: int | str,
    where: timezone | None,
) -> datetime | None:
    try:
        moment = datetime(
            int(year), int(month), int(day), int(hour) % 24, int(minute), min(59, int(second)), tzinfo=where or UTC
        )
    except (ValueError, OverflowError):
        return None
    return moment if _EARLIEST <= moment.year <= 2100 else None


def choose(tree: Any, near: Near, signals: Signals, url: str, language: str, hint: datetime | None) -> datetime | None:
    """The day the page was first published, best signal first; None when it does not say.

    The feed's own time (`hint`) is used when the data of the page is
    silent, before guesses from its text.
    """
    english = language.lower() in ("en", "en-us", "")
    day_first = signals.first("og:locale").lower().replace("_", "-") in _DAY_FIRST
    month_first = english and not day_first and not _host(url).endswith(_DAY_FIRST_HOSTS)
    for node in (signals.article, signals.other):
        for key in ("datePublished", "dateCreated", "uploadDate"):
            if moment := parse(plain(node.get(key)), month_first=month_first):
                return moment
    for name in _META:
        for value in signals.meta.get(name, ())[:2]:
            if moment := parse(value, month_first=month_first):
                return moment
    in_url = from_url(url)
    timed = _from_times(near, month_first)
    if timed and (in_url is None or timed.date() == in_url.date()):
        return timed
    if in_url:
        return in_url
    if hint:
        return hint
    if moment := _from_byline(near, month_first):
        return moment
    if moment := _searched(tree, url):
        return moment
    for key in ("dateModified",):
        for node in (signals.article, signals.other):
            if moment := parse(plain(node.get(key)), month_first=month_first):
                return moment
    for name in _META_LAST:
        if moment := parse(signals.first(name), month_first=month_first):
            return moment
    return None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _searched(tree: Any, url: str) -> datetime | None:
    """What htmldate finds in the rest of the page; slow, so only when nothing else speaks."""
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url or None)
    except Exception:  # assorted errors on hostile pages; a page without a date is still a page
        return None
    return parse(found) if found else None


_DAY_FIRST_HOSTS = (".uk", ".au", ".nz", ".ie", ".in", ".za", ".sg", ".ng", ".ke", ".eu")
_DAY_FIRST = word_set("en-gb en-au en-nz en-ie en-in en-za en-sg de-de fr-fr es-es it-it nl-nl pt-br")


def from_url(url: str) -> datetime | None:
    """A full date in the address: /2024/04/01/ or -20240401- or /2024/apr/01/."""
    if match := _URL.search(url):
        return _made(match[1], match[3] or match[5], match[4] or match[6], 0, 0, 0, None)
    if (match := _URL_WORDY.search(url)) and (month := _MONTHS.get(match[2])):
        return _made(match[1], month, match[3], 0, 0, 0, None)
    return None


_DATE_MARK = re.compile(
    r"publi|posted|pubdate|date|time(?:stamp)?|byline|meta|dateline|created|datum|fecha", re.IGNORECASE
)
_MODIFIED_MARK = re.compile(r"updat|modif|aktualis|mis à jour|edited", re.IGNORECASE)
# How agency reports and press releases open: “Feb. 23, 2015 -- ”, “BERLIN, 3 March 2024 /Newswire/ -- ”.
_DATELINE = re.compile(
    r"\s{0,20}(?:[^\W\d_][\w .,'’-]{1,40}, ?)?\(?"
    r"([^\W\d_]{3,9}\.? \d{1,2}, \d{4}|\d{1,2}\.? [^\W\d_]{3,9}\.? \d{4})"
    r"\)?(?: ?/[\w -]{2,30}/)? ?(?:--|[-–—:(])"
)
_ASIDE = frozenset(("aside", "footer", "nav"))
_ASIDE_MARK = re.compile(
    r"relat|comment|sidebar|recommend|widget|teaser|promo|footer|most-|trending|latest|more-", re.IGNORECASE
)


def aside(element: Any) -> bool:
    """Whether the element stands in a part of the page that is about other articles, or in comments."""
    for steps, parent in enumerate(element.iterancestors()):
        if steps > 12:
            return False
        if parent.tag in _ASIDE:
            return True
        if parent.tag in ("body", "html", "main"):
            return False
        if parent.tag == "article":
            continue
        marks = f"{parent.get('class') or ''} {parent.get('id') or ''}"
        if marks != " " and _ASIDE_MARK.search(marks):
            return True
    return False


def _from_times(near: Near, month_first: bool) -> datetime | None:
    """The first `time` element (or element with a datePublished mark) after the headline, else the last before it."""
    later: datetime | None = None
    earlier: datetime | None = None
    seen = 0
    for place, element in enumerate(near.elements):
        tag = element.tag
        prop = (element.get("itemprop") or element.get("property") or "").lower()
        if tag not in ("time", "relative-time") and "datepublished" not in prop and "published" not in prop:
            continue
        if aside(element):
            continue
        seen += 1
        if seen > 60:
            break
        value = element.get("datetime") or element.get("content") or element.get("title") or text_of(element)
        moment = parse(value, month_first=month_first) or parse(text_of(element), month_first=month_first)
        if moment is None:
            continue
        parent = element.getparent()
        around = f"{element.get('class') or ''} {prop} {(parent.text or '') if parent is not None else ''}"
        if "modified" in prop or _MODIFIED_MARK.search(around):
            later = later or moment
            continue
        if place > near.heading:
            return moment
        earlier = moment
    return earlier or later


def _from_byline(near: Near, month_first: bool) -> datetime | None:
    """A date in a short element that is marked as date, or stands near the headline."""
    later: datetime | None = None
    looked = 0
    passed = 0  # elements since the headline
    for place, element in enumerate(near.elements):
        tag = element.tag
        if tag in ("script", "style", "head", "meta", "link", "a", "option") or place == near.heading:
            continue
        passed += 0 <= near.heading < place
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        marked = marks != " " and _DATE_MARK.search(marks) is not None
        if not marked and not 0 < passed < 40:
            continue
        own = element.text_content() if marked and len(element) < 12 else "".join(element.xpath("text()"))
        if tag == "p" and (opening := _DATELINE.match(own)) and (moment := parse(opening[1])) and not aside(element):
            return moment
        if not 6 <= len(own) <= 400 or not any(char.isdigit() for char in own):
            continue
        looked += 1
        if looked > 80:
            break
        if not marked and len(own.strip()) > 90:
            continue
        moment = parse(" ".join(own.split()), month_first=month_first)
        if moment and not aside(element):
            if _MODIFIED_MARK.search(own) and not re.search(r"publi|posted|veröff", own, re.IGNORECASE):
                later = later or moment
                continue
            return moment
    return later
