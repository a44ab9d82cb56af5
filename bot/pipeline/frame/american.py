"""American stories: whose House, Senate or senator it is, the Union's or a state's; and a state in a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.pipeline.data.american_places import SHORT
from bot.pipeline.data.places import PARTS
from bot.pipeline.frame.story import Story
from bot.pipeline.jurisdictions import Place
from bot.pipeline.phrases import Hit, Lexicon, Words
from bot.pipeline.text import word_set

# Bodies and people that Washington and every state have: the Union's unless a state is named.
_EITHER: Final = (
    "sen|sens|reps|republicans|democrats|republican|democrat|gop|house members|house lawmakers|house passes"
    "|house panel|house committee|house votes|house hearing|house select committee|house approves|house gop"
    "|house republicans|house democrats|senate republicans|senate commerce committee|house judiciary"
    "|senate judiciary|education department|department of education|energy department|department of labor"
    "|labor department|treasury department|health and human services|department of health and human services"
    "|house of representatives|district judge|district court|circuit court"
)
_OF_EITHER: Final = frozenset(_EITHER.split("|"))
_FEDERAL = word_set("federal congress congressional nationwide national nation u.s. moratorium preempt trump")
# Where no place is named at all, American papers mean their own.
_UNNAMED: Final = (
    "federal departments|federal law|federal lawmakers|bipartisan|=Senators|=Senator|=Sen|=Sens|=Rep|=Reps"
    "|house members"
    "|attorney general|attorneys general|federal magistrate|=Judge|=judge|jury|republican senator|democratic senator"
    "|first amendment|across the country|school district*|=K-12|statehouse*|state lawmakers|state legislators"
    "|state legislature*|state senator*|state representative*|governors|coast to coast|class action|class-action"
    "|=NAACP|=ACLU|patent office"
)
OF_THE_STATES: Final[Lexicon[str]] = Lexicon((phrase, "US") for phrase in _UNNAMED.split("|"))
# Bodies of a state or a town that a text with a dateline may leave unnamed.
_LOCAL = word_set(
    "council councilors councillors supervisors lawmakers lawmaker legislature legislators legislative governor gov "
    "house senate assembly mayor county statehouse police sheriff attorney commissioners ordinance"
)
_CASE: Final = 60  # words of the text in which a court is named
# “PORTLAND, Maine (AP) —”
_DATELINE: Final = re.compile(
    r"\s*[A-Z][A-Z.’' -]{2,30},\s([A-Z][A-Za-z.]{1,13}(?:\s[A-Z][a-z]{3,9})?)\s(?:\([\w /.-]{2,30}\)\s?)?[-–—]"
)
_NAMED: Final = {row.split("|")[1].lower(): row.split("|")[0] for row in PARTS.splitlines() if row.startswith("US-")}
# “Boston Globe”, “Kentucky Lantern”, “Ohio State University”: a paper or a school, not the place.
_PAPERS = word_set(
    "times tribune herald globe chronicle journal post sun news star gazette inquirer mercury register beacon examiner "
    "observer dispatch courier lantern illuminator recorder reformer independent mirror current phoenix capitol review "
    "advocate bulletin citizen standard ledger sentinel newsline advance watch today magazine university college "
    "statesman banner republic examiner reflector searchlight"
)


def is_either(words: Words, hit: Hit[Place]) -> bool:
    """Whether Washington and the states have such a body alike: “House panel”, “Sen.”"""
    return hit.value.code == "US" and " ".join(words.lows[hit.first : hit.last + 1]) in _OF_EITHER


def is_paper(words: Words, hit: Hit[Place]) -> bool:
    """Whether the place is part of the name of a newspaper or a university."""
    after = hit.last + 1
    following = words.lows[after : after + 2]
    if following[:1] == ["state"] and following[1:] == ["university"]:
        return True
    if not following or words.gaps[hit.last] != " " or following[0] not in _PAPERS:
        return words.lows[max(0, hit.first - 2) : hit.first] == ["university", "of"]
    return words.text[words.starts[after]].isupper() and following[1:] != ["law"]


def is_washington_state(words: Words, hit: Hit[Place], before: str) -> bool:
    """“Virginia and Washington”, “Georgia, Iowa, Utah and Washington”: a state in a list of states."""
    if words.lows[hit.first] != "washington" or not before.startswith("US-") or not hit.first:
        return False
    return words.lows[hit.first - 1] == "and" or words.gaps[hit.first - 1] == ", "


def is_federal(story: Story, early: int) -> bool:
    """Whether headline or the first `early` words of the text speak of the Union."""
    return not (_FEDERAL.isdisjoint(story.title.lows) and _FEDERAL.isdisjoint(story.body.lows[:early]))


def of_dateline(text: str) -> tuple[str, int, int] | None:
    """The state of a dateline with the place of its name, or None."""
    found = _DATELINE.match(text[:120])
    if found is None:
        return None
    written = found[1].lower()
    code = SHORT.get(written) or SHORT.get(written.rstrip(".")) or _NAMED.get(written)
    return (code, found.start(1), found.end(1)) if code else None


def is_federal_case(story: Story) -> bool:
    """Whether the first words of the text speak of a federal court or judge."""
    lows = story.body.lows[:_CASE]
    return any(
        low in ("federal", "district") and lows[at + 1] in ("court", "judge") for at, low in enumerate(lows[:-1])
    )


def seats_a_court(words: Words, hit: Hit[Place]) -> bool:
    """“California court”: where the federal court sits that the text tells of."""
    following = words.lows[hit.last + 1 : hit.last + 2]
    return hit.value.code.startswith("US-") and hit.value.kind != "actor" and following == ["court"]


def acts_locally(story: Story, early: int) -> bool:
    """Whether a body of a state or a town acts in headline or the first `early` words."""
    return not (_LOCAL.isdisjoint(story.title.lows) and _LOCAL.isdisjoint(story.body.lows[:early]))


def the_state(codes: Iterable[str]) -> str:
    """The one state among the codes, or nothing."""
    states = {code for code in codes if code.startswith("US-")}
    return states.pop() if len(states) == 1 else ""
