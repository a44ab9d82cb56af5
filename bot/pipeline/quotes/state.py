"""What the reading of an article remembers: who is named, who spoke, who was the subject."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import msgspec

from bot.model import Span
from bot.pipeline import people as persons
from bot.pipeline.names import Gender
from bot.pipeline.people import People


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks, resolved as far as the article allows."""

    name: str
    start: int  # where `name` stands in the text
    end: int
    person: bool = False
    gender: Gender = ""
    plural: bool = False
    bare: bool = False  # only a family name was written, so it may be a namesake


@dataclass(slots=True)
class State:
    """What the reading so far knows: who spoke, who was the subject, most recent last."""

    people: People
    text: str
    language: str
    known: frozenset[str]
    starts: list[int] = field(default_factory=list)
    salient: list[Speaker] = field(default_factory=list)
    learned: dict[str, Gender] = field(default_factory=dict)  # by name, from the pronouns that followed it
    many: list[Speaker] = field(default_factory=list)  # groups: three economists
    thing: Speaker | None = None  # the last subject that is no person
    last: Speaker | None = None  # speaker of the segment before
    announcement: Span | None = None  # its words, when it ends in a colon
    announced: Speaker | None = None  # the last paragraph ended with `she said:`
    by_role: dict[str, list[tuple[str, persons.Named]]] = field(default_factory=dict)  # people by words of their roles
    second: int = -1  # where a second person is first named; -1 before it was looked for
    open: bool = False  # the last segment was left open at the paragraph's end


def named_in(state: State, start: int, end: int, first: bool = False) -> persons.Named | None:
    at = bisect_left(state.starts, start)
    best: persons.Named | None = None
    while at < len(state.starts) and state.starts[at] < end:
        one = state.people.named[at]
        if one.end <= end + 2:
            if best is None or not first:
                best = one
            if first:
                break
        at += 1
    return best


def speaker_for(state: State, named: persons.Named, bare: bool = False) -> Speaker:
    full = state.people.fullest(named.name, named.start, named.gender)
    chosen = full if full is not None and len(full.name) >= len(named.name) else named
    gender = named.gender or chosen.gender or state.learned.get(chosen.name, "")
    return Speaker(chosen.name, chosen.start, chosen.end, True, gender, bare=bare or named.single)
