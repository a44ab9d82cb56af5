"""Whether a clause tells what happened before the story: tense, words of time, and dates long past."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from bot.model import Mention
from bot.pipeline.text import word_set

_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
# An opening that sets the clause in the past, whatever its verb is (“Since 2023, nine states have …”).
OPENING = re.compile(
    rf"(?:In|in|Back in|Since|since) (?:early |late |mid-)?(?:{_MONTHS})\b|(?:In|in|Since|since) (?:19|20)\d\d\b|"
    rf"(?:Last|last) (?:year|month|spring|summer|autumn|fall|winter|{_MONTHS})\b|"
    r"(?:Earlier|earlier) (?:this|last) (?:year|month|week)\b|(?:Previously|previously|Historically|Years ago|"
    r"Months ago|A year ago|Two years ago|Back then|At the time|In the past)\b|"
    r"(?:Im|im) (?:vergangenen|letzten|vorigen)\b|(?:Bereits|Schon) (?:im Jahr )?(?:19|20)\d\d\b|(?:Zuvor|Damals|"
    r"Seit (?:19|20)\d\d)\b|(?:L['’]an dernier|L['’]année dernière|Auparavant|Depuis (?:19|20)\d\d|"
    r"(?:Dès|Déjà en|En) (?:19|20)\d\d)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|must|shall|may|expected|due|scheduled|soll|sollen|wird|werden|muss|müssen|doit|doivent|devra|"
    r"devront|sera|seront)\b"
)
# Said beside the main clause: relative clauses between commas, brackets, quotations.
_BESIDE = re.compile(
    r",[ \u00a0](?:which|who|whose|whom|where|die|der|das|dem|deren|qui|dont|que)\b[^,]{0,160},|\([^()]{0,120}\)|"
    r"[“\"„«][^“”\"„«»]{1,400}[”\"»]"
)
# Where the main clause ends and another begins that has a time of its own.
_ANOTHER = re.compile(
    r"\b(?:that|which|who|whom|whose|whether|after|before|when|while|where|because|if|although|though|until|unless|"
    r"how|as|for [a-z]+ing|and (?:had|has|have|was|were|is|are|will|would|[a-z]{2,}ed)|"
    r"between|dass|weil|nachdem|bevor|wenn|ob|zwischen|que|qui|dont|après|avant|lorsque|entre)\b"
)
_VERB = re.compile(
    r"\b(?:(?P<perfect>had|hadn['’]t|hatten?|ava(?:it|ient))|(?P<now>is|are|has|have|will|would|can|could|may|might|"
    r"must|should|shall|does|do|[a-z]{3,}(?:ies|[^us\W]s)(?= (?:the|an?|its|to|that|more|about|no|nearly)\b)|ist|sind|"
    r"wird|werden|muss|müssen|soll|sollen|kann|können|est|sont|doit|doivent|peut|peuvent)|"
    r"was|were|did|[a-z]{2,}ed|began|came|chose|fell|found|gave|got|held|kept|led|left|lost|made|met|paid|put|ran|"
    r"rose|said|saw|sent|set|signed|sought|spent|struck|sued|threw|told|took|went|won|wrote|wurden?|war(?:en)?)\b"
)
_PARTICIPLE = re.compile(
    r"(?:[ \u00a0](?:not|never|also|already|previously|earlier|long|since|first|initially|once|only|just|both|"
    r"[a-z]+ly)){0,3}[ \u00a0](?:been|begun|brought|bought|built|come|done|drawn|fallen|found|given|gone|got|held|"
    r"kept|known|led|left|lost|made|met|paid|put|run|said|seen|sent|set|shown|sought|spent|struck|sued|taken|told|"
    r"won|written|[a-z]{2,}ed)\b"
)
_FRENCH_PARTICIPLE = re.compile(
    r"(?:[ \u00a0](?:déjà|été|pas|jamais|aussi|également|d['’]abord)){0,3}[ \u00a0]\w+(?:é|i|u|is|it)e?s?\b"
)
_GERMAN_PARTICIPLE = re.compile(
    r"\b(?:\w*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert|vor\w+t)"
    r"(?=[ \u00a0]*(?:,|$|\bund\b))"
)
# One of these stands in each of the words of time below; most clauses hold none.
_TIME = word_set(
    "last ago ago, earlier earlier, previous previously vergangenen letzten vorigen vor dernier dernier, dernière "
    "dernière, passé passé, y"
)
_PERFECT = word_set("had hadn't hadn’t hatte hatten war waren avait avaient n'avait n’avait")
_WORDS = re.compile(
    rf"(?:(?<!than )(?<!from )(?<!with )(?<!of )(?<!over )\blast (?:year|month|spring|summer|autumn|fall|winter|"
    rf"{_MONTHS})\b(?!['’]s)|\b(?:years?|months|decades?) (?:ago|earlier)\b|\bearlier (?:this|last) (?:year|month)\b|"
    r"\bthe previous (?:year|month)\b|\bpreviously\b|\b(?:vergangenen|letzten|vorigen) (?:Jahr|Monat|Sommer|Herbst|"
    r"Winter|Frühjahr)\b|\bvor \w+ (?:Jahren|Monaten)\b|\bl['’](?:an dernier|année dernière|an passé)\b|"
    r"\bil y a \w+ (?:ans|mois)\b)"
)
# “had fallen by 6 p.m.”: how far the story itself has come.
_BY_NOW = re.compile(r"\bby (?:\d|noon|midnight|then|now|early|late|mid|[A-Z][a-z]+day)")
_DAYS = 30  # a day further back than this before publication is no part of the news
_COMPARED = ("than ", "from ", "with ", "of ", "over ", "to ")
# How a date begins that says when something happened; “of 2024” and “from 2024” belong to a name or a span.
_SET_IN = re.compile(
    r"(?:in|on|since|last|early|late|mid-|im|am|seit|en|depuis|le|\d{1,2}\.?[ \u00a0])\b", re.IGNORECASE
)


def tells(
    part: str, dates: Sequence[tuple[int, Mention]], published: date | None, told: Sequence[str] | None = None
) -> bool:
    """Whether the main clause of `part` lies before the story.

    Args:
        part: a clause, verbatim.
        dates: its dates with their places in `part`; those without a day prove nothing.
        published: the article's day; without it only tense and words of time count.
        told: the clause cut at blanks, where that is known.
    """
    old = [
        at
        for at, mention in dates
        if published is not None and _SET_IN.match(part, at) and _long_past(mention, published)
    ]
    told = part.split() if told is None else told
    words = None if _TIME.isdisjoint(told) else _WORDS.search(part)
    perfect = not _PERFECT.isdisjoint(told)
    opening = OPENING.match(part)
    if not (old or words or perfect or opening):
        return False
    plain = _BESIDE.sub(lambda match: " " * len(match[0]), part)
    another = _ANOTHER.search(plain, 1)
    main = plain[: another.start()] if another else plain
    if opening:
        return _AHEAD.search(main) is None
    verb = _VERB.search(main)
    if verb is None:
        return False
    if verb["perfect"] and _is_pluperfect(main, verb) and not _BY_NOW.search(main, verb.end()):
        return True
    if verb[0].startswith("war") and _GERMAN_PARTICIPLE.search(main, verb.end()):
        return True
    if verb["now"] or verb["perfect"]:
        return False
    if words and words.start() < len(main):
        return True
    return any(at < len(main) and not main.endswith(_COMPARED, 0, at) for at in old)


def _is_pluperfect(main: str, verb: re.Match[str]) -> bool:
    if verb[0].startswith("hatte"):
        return _GERMAN_PARTICIPLE.search(main, verb.end()) is not None
    pattern = _FRENCH_PARTICIPLE if verb[0].startswith("av") else _PARTICIPLE
    return pattern.match(main, verb.end()) is not None


def _long_past(mention: Mention, published: date) -> bool:
    """Whether the last day that a date may mean lies more than `_DAYS` days before publication."""
    iso = mention.data["iso"]
    if not isinstance(iso, str):
        return False
    year = int(iso[:4])
    month = int(iso[5:7]) if len(iso) > 4 else 12
    day = int(iso[8:10]) if len(iso) > 7 else monthrange(year, month)[1]
    return date(year, month, day) < published - timedelta(days=_DAYS)
