"""Segments become quotations: interrupted halves joined, speakers named in full, roles looked up."""

from __future__ import annotations

import re

from bot.model import Quote, Slice, Span
from bot.pipeline.names import key
from bot.pipeline.offices import FIELDS
from bot.pipeline.people import Named, People
from bot.pipeline.quotes import verbs
from bot.pipeline.quotes.sentence import Said
from bot.pipeline.quotes.state import Speaker

_LONGEST_GAP = 240  # characters between two halves of one quotation
_AFTERTHOUGHT = 7  # words an attribution may add after the name: `said Smith on Tuesday in Geneva`
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def quotations(text: str, said: tuple[Said, ...], people: People) -> tuple[Quote, ...]:
    """One quotation for each run of segments that one person says without anything else in between."""
    found: list[Quote] = []
    group: list[Said] = []
    breaks: list[bool] = []
    for one in said:
        joined = _joined(text, group[-1], one) if group else None
        if joined is None:
            if group:
                found.append(_quote(text, group, breaks, people))
            group, breaks = [one], []
        else:
            group.append(one)
            breaks.append(joined)
    if group:
        found.append(_quote(text, group, breaks, people))
    return tuple(found)


def _joined(text: str, first: Said, second: Said) -> bool | None:
    """Whether `second` goes on with `first`: None if not, else whether it begins a new sentence."""
    a, b = first.segment, second.segment
    if first.speaker is None or second.speaker is None or first.speaker.name != second.speaker.name:
        return None
    if b.paragraph != a.paragraph:
        goes_on = second.how == "carried" or first.how == "onward"
        return True if not a.closed and b.paragraph == a.paragraph + 1 and goes_on else None
    gap = text[a.outer_end : b.outer_start]
    if (
        len(gap) > _LONGEST_GAP
        or first.attribution is None
        or first.how != "after"
        or gap.rstrip()[-1:] not in tuple(".,;:—–-")
    ):
        return None
    if gap.rstrip()[-1] == ":" and text[a.start].islower():
        return None  # a fragment inside the sentence that announces the next quotation
    if first.attribution.start < a.end or first.attribution.end > b.start:
        return None
    rest = text[first.attribution.end : b.outer_start]
    extra = _WORD.findall(rest)
    if rest[:2] == ", " and gap.rstrip()[-1] == ".":  # said Jane Doe, founder and head of the lab in Turin. “…”
        if any(word == "but" or (word in verbs.ENGLISH and word not in verbs.DOUBTFUL) for word in extra):
            return None
    elif len(extra) > _AFTERTHOUGHT or any(
        word in ("and", "but", "adding", "saying", "calling", "who") for word in extra
    ):
        return None
    return gap.rstrip()[-1] in ".:"


def _quote(text: str, group: list[Said], breaks: list[bool], people: People) -> Quote:
    parts = tuple(_slice(text, one.segment.start, one.segment.end) for one in group)
    who = group[0].speaker
    attribution = next((one.attribution for one in group if one.attribution is not None), None)
    words = _slice(text, attribution.start, attribution.end) if attribution else None
    if who is None:
        return Quote(parts, attribution=words, breaks=tuple(breaks))
    role: Named | None = people.role_of(who.name) if who.person else None
    named = _with_title(text, who, people)
    if who.person and attribution is not None and (both := _together(text, who, attribution, people)) is not None:
        named, role = both, None
    return Quote(
        parts,
        speaker=named.text,
        role=role.role if role else "",
        attribution=words,
        speaker_slice=named,
        role_slice=_role_slice(text, role) if role else None,
        breaks=tuple(breaks),
    )


_TWO = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w.’'-]* ){0,4}[A-Z][\w’-]+) and ((?:[A-Z][\w.’'-]* ){0,4}[A-Z][\w’-]+)(?![\w]|['’]s)"
)
_NEAR = 60  # characters beside the words that attribute


def _together(text: str, who: Speaker, words: Span, people: People) -> Slice | None:
    """Two people who say it together, `Doe and Roe wrote`, by the words that name them, in full where both stand so."""
    start, end = max(0, words.start - _NEAR), min(len(text), words.end + _NEAR)
    if " and " not in text[start:end]:
        return None
    for match in _TWO.finditer(text, start, end):
        if match.end() < words.start or match.start() > words.end:
            continue
        two = [_known(match[n], match.start(n), people) for n in (1, 2)]
        if two[0] is None or two[1] is None or who.name not in (two[0].name, two[1].name) or two[0].name == two[1].name:
            continue
        full = f"{two[0].name} and {two[1].name}"
        at = text.find(full)
        if at >= 0:
            return _slice(text, at, at + len(full))
        named = next((one for one in (two[0].name, two[0].last) if match[1].endswith(one)), match[1])
        return _slice(text, match.end(1) - len(named), match.end())
    return None


def _known(words: str, at: int, people: People) -> Named | None:
    """The person named in full somewhere whom these words mean."""
    last = words.split()[-1].removesuffix("’s").removesuffix("'s")
    if last in FIELDS:
        return None  # Science and Technology Secretary Jane Doe
    one = people.fullest(last, at) if key(last) in people.by_last else None
    return one if one is not None and not one.single else None


_PEERAGE = re.compile(r"\b(?:Baroness|Lord|Lady|Viscount(?:ess)?|Earl|Countess|Dame|Sir|King|Queen|Prince(?:ss)?)\s$")


def _with_title(text: str, who: Speaker, people: People) -> Slice:
    """The speaker's name; a family name alone keeps the title it is never written without: `Baroness Jones`."""
    if who.person and " " not in who.name:
        for one in people.by_last.get(key(who.name), ()):
            title = _PEERAGE.search(text, max(0, one.start - 12), one.start) if one.single else None
            if title:
                return _slice(text, title.start(), one.end)
    return _slice(text, who.start, who.end)


def _role_slice(text: str, named: Named) -> Slice:
    """The role with the name beside it: that they stand together is the proof."""
    if named.role_start >= 0:
        return _slice(text, named.role_start, named.end)
    return _slice(text, named.start, named.role_end)


def _slice(text: str, start: int, end: int) -> Slice:
    return Slice(text[start:end], Span(start, end))
