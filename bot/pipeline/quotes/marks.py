"""Where quoted words begin and end: every style of marks, paragraph by paragraph, in one linear pass."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from bot.model import Span
from bot.pipeline.text import trim

# The first mark apart, because it is looked for fast; of '' `` ‘‘ ’’ one alone says nothing here.
_DOUBLE = re.compile("[\"“”„‟«»‹›'`‘’](?:(?<=[\"“”„‟«»‹›])|(?<=')'|(?<=`)`|(?<=’)’|(?<=‘)(?<![\\w‘]‘)‘(?=\\w))")
_SINGLE = re.compile("[‘’‚']")
_ANY = re.compile("[\"“”„‟«»‹›‘’‚'`]")
_OPENS_PARAGRAPH = re.compile("[\\s>]*(?:''|``|‘‘|[\"“„«»‘'])")
_ELISION = re.compile(r"(?:tis|twas|til|till|em|cause|n|bout|round|\d\ds?)\b", re.IGNORECASE)
_BEFORE_OPENING = " \t\n\u00a0\u2002\u2003\u2009\u202f([{<—–-−/…:;,“‘\"'«„>*_|"
_MAY_OPEN = re.compile("[" + re.escape(_BEFORE_OPENING) + "]['‘‚]")
_NESTED_REACH = 1500  # characters looked ahead to tell a nested quotation from one that was never closed
_LONGEST_SINGLE = 1500  # characters between single marks; more is an apostrophe that found no partner


class Segment(msgspec.Struct, frozen=True):
    """Words between one pair of marks inside one paragraph.

    `start:end` are the words, `outer_start:outer_end` include the marks. `opened` and `closed` tell whether the
    mark is there: a quotation over several paragraphs leaves all but its last segment unclosed.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    single: bool = False
    opened: bool = True
    closed: bool = True


@dataclass(slots=True)
class _Open:
    kind: str
    mark: int  # where the mark stands
    inside: int  # first character after it


_CLOSES = {
    "“": '”“"',
    "„": '“”"‟',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    '"': '"”',
    "''": "''\"",
    "``": "''",
    "‘‘": "’’",
    "”": "”",
    "’’": "’’",
    "‟": '”“"',
}


def segments(text: str, paragraphs: tuple[Span, ...]) -> tuple[Segment, ...]:
    """Quoted segments in reading order; segments never overlap and never cross a paragraph break."""
    found: list[Segment] = []
    pending = False  # the last paragraph ended inside a quotation that was not closed
    for index, paragraph in enumerate(paragraphs):
        if not _ANY.search(text, paragraph.start, paragraph.end):
            pending = False
            continue
        nearby = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        goes_on = nearby is not None and _OPENS_PARAGRAPH.match(text, nearby.start) is not None
        here, pending = _double(text, paragraph, index, pending, goes_on)
        found += _with_single(text, paragraph, index, here, goes_on)
    return tuple(found)


def _segment(
    text: str, opened: _Open | None, inside: int, end: int, outer_end: int, index: int, closed: bool
) -> Segment | None:
    span = trim(text, Span(inside, end))
    if span.start >= span.end:
        return None
    start = opened.mark if opened else inside
    return Segment(span.start, span.end, start, outer_end, index, False, opened is not None, closed)


def _double(text: str, paragraph: Span, index: int, pending: bool, goes_on: bool) -> tuple[list[Segment], bool]:
    found: list[Segment] = []
    state: _Open | None = None
    depth = 0
    start, stop = paragraph.start, paragraph.end
    if goes_on and _quotes_within(text, start, stop):
        held = _segment(text, _Open('"', start, start + 1), start + 1, stop, stop, index, False)
        return ([held] if held else []), True
    for match in _DOUBLE.finditer(text, start, stop):
        at, after = match.span()
        mark = match.group()
        before = text[at - 1] if at > start else " "
        following = text[after] if after < stop else " "
        if state is not None:
            if depth and mark in ("”", "»") and not following.isalnum():
                depth -= 1
                continue
            if mark in _CLOSES[state.kind] and _may_close(mark, state, before, following):
                segment = _segment(text, state, state.inside, at, after, index, True)
                if segment:
                    found.append(segment)
                state = None
                continue
            if mark == state.kind and mark in "“«„" and not before.isalnum():
                rest_open = text.count(mark, after, min(stop, after + _NESTED_REACH))
                rest_close = text.count({"“": "”", "«": "»", "„": "“"}[mark], after, min(stop, after + _NESTED_REACH))
                if rest_close >= rest_open + 2:
                    depth += 1
                    continue
                state = _Open(mark, at, after)
            elif mark == state.kind and before.isspace() and not following.isspace() and mark in ('"', "''"):
                state = _Open(mark, at, after)  # the earlier one was never closed
            continue
        if _may_open(mark, before, following) or (mark == '"' and _spaced(text, at, after, start, stop)):
            if (mark in ('"', "''") and before.isdigit()) or before == "=":
                continue  # inches, or an attribute left over from HTML
            state, depth = _Open(mark, at, after), 0
        elif pending and not found and mark in ("”", '"', "''", "»", "“", "’’"):
            segment = _segment(text, None, start, at, after, index, True)  # carried over without a new mark
            if segment:
                found.append(segment)
        pending = False
    if state is None:
        return found, False
    lead = text[max(start, state.mark - 2) : state.mark].strip()
    whole = lead[-1:] in tuple(",:.?!") and text[stop - 1] in ".?!"
    if goes_on or state.mark == start or lead[-1:] in (",", ":") or whole:
        segment = _segment(text, state, state.inside, stop, stop, index, False)
        if segment:
            found.append(segment)
    return found, True


def _quotes_within(text: str, start: int, stop: int) -> bool:
    """A paragraph of a longer quotation in straight marks that quotes others in them: `"It is "the one thing."`

    The mark after the first opens, too, and one stays without its partner because the next paragraph goes on.
    """
    if text[start] != '"':
        return False
    second = text.find('"', start + 1, stop)
    return (
        second > start + 1
        and text[second - 1].isspace()
        and text[second + 1 : second + 2].isalnum()
        and text.count('"', start, stop) % 2 == 1
    )


def _spaced(text: str, at: int, after: int, start: int, stop: int) -> bool:
    """`" Nous agissons ", a-t-il dit`: French marks typed straight keep the blanks inside them."""
    if text[after : after + 1] not in _BLANKS or (at > start and not text[at - 1].isspace()):
        return False
    closing = text.find('"', after, stop)
    return closing > after + 1 and text[closing - 1] in _BLANKS and not text[closing + 1 : closing + 2].isalnum()


_BLANKS = (" ", "\u00a0", "\u202f")


def _may_open(mark: str, before: str, following: str) -> bool:
    if mark in ("”", "’’"):
        return before.isspace() and following.isalnum()
    if mark in ("“", "„", "‟", "«", "‹", "``", "‘‘"):
        return True
    if mark in "»›":
        return not following.isspace() and (before in _BEFORE_OPENING)
    return not following.isspace() and (
        before in _BEFORE_OPENING or (following.isalnum() and not before.isalnum() and before not in ".,!?")
    )


def _may_close(mark: str, state: _Open, before: str, following: str) -> bool:
    if mark == state.kind and mark in ("“", "„"):
        return not before.isspace() and not following.isalnum()
    if mark in ('"', "''"):
        return not before.isspace() or following.isspace() or following in ",.;:)?!"
    if mark == "“":  # closes „ in German
        return not (before.isspace() and following.isalnum())
    return True


def _with_single(text: str, paragraph: Span, index: int, double: list[Segment], goes_on: bool) -> list[Segment]:
    """The segments of a paragraph, those in single marks outside the double ones included."""
    found: list[Segment] = []
    at = paragraph.start
    for segment in double:
        found += _singles(text, at, segment.outer_start, index, False)
        found.append(segment)
        at = segment.outer_end
    found += _singles(text, at, paragraph.end, index, goes_on and not double)
    return found


def _singles(text: str, start: int, stop: int, index: int, goes_on: bool) -> list[Segment]:
    found: list[Segment] = []
    if text[start : start + 1] not in ("'", "‘", "‚") and not _MAY_OPEN.search(text, start, stop):
        return found  # apostrophes only
    if goes_on and _held_open(text, start, stop):
        return [Segment(start + 1, stop, start, stop, index, True, True, False)]
    opening = -1
    fallback = -1
    for match in _SINGLE.finditer(text, start, stop):
        at, after = match.span()
        before = text[at - 1] if at > start else " "
        following = text[after] if after < stop else " "
        opens = match.group() != "’" and before in _BEFORE_OPENING and (following.isalnum() or following in "[…£$€")
        if opens and _ELISION.match(text, after):
            continue
        closes = match.group() not in "‘‚" and not before.isspace() and not following.isalnum()
        if match.group() == "‘" and opening >= 0 and text[opening] == "‚":
            opens, closes = False, True
        if opens:
            if opening >= 0 and fallback >= 0:
                found.append(_single(opening, fallback, index))
            elif opening >= 0 and text[opening] == "‘" and match.group() == "'":
                continue
            opening, fallback = at, -1
        elif closes and opening >= 0 and (text[opening] == "'") == (match.group() == "'"):
            if at - opening > _LONGEST_SINGLE:
                opening, fallback = -1, -1
            elif before in ",.!?…—" or (fallback < 0 and before not in "sS"):
                found.append(_single(opening, at, index))
                opening, fallback = -1, -1
            elif fallback < 0:
                fallback = at
    if opening >= 0 and fallback >= 0:
        found.append(_single(opening, fallback, index))
    elif opening >= 0 and goes_on and (opening == start or text[opening - 2 : opening] in (": ", ", ")):
        found.append(Segment(opening + 1, stop, opening, stop, index, True, True, False))
    return found


def _held_open(text: str, start: int, stop: int) -> bool:
    """A paragraph of a longer quotation in single marks that quotes others in them: `'They call it a 'gift' to us.`"""
    mark = text[start]
    if mark not in ("'", "‘"):
        return False
    depth = 0
    for match in _SINGLE.finditer(text, start, stop):
        at, after = match.span()
        before = text[at - 1] if at > start else " "
        following = text[after] if after < stop else " "
        if match.group() == mark and before in _BEFORE_OPENING and following.isalnum():
            depth += 1
        elif match.group() != "‘" and not before.isspace() and not following.isalnum() and before not in "sS":
            depth -= 1
            if depth == 0:
                return False
    return depth == 1


def _single(opening: int, closing: int, index: int) -> Segment:
    return Segment(opening + 1, closing, opening, closing + 1, index, True)
