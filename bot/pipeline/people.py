"""People named in an article: where, their fullest name, and the role written beside the name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from bot.model import Mention, Slice, Span
from bot.pipeline import lexicon as lex
from bot.pipeline.names import RUN, Gender, Run, compatible, cut, family_name, gender_of, is_given, is_role, key
from bot.pipeline.names_abroad import (
    PARTY_BEHIND,
    before_body,
    maybe_german_name,
    party_ahead,
    role_over_field,
    speaking,
    with_place,
    without_noun,
    without_owned,
    without_party,
)
from bot.pipeline.offices import behind_places, body_and_short_form, role_signed
from bot.pipeline.roles import (
    body_of,
    role_comma,
    role_left,
    role_right,
    role_taken_up,
    role_told,
    title_before,
    with_field,
)


class Named(msgspec.Struct, frozen=True):
    """One place where a person is named. `name` is as written there, without titles."""

    start: int
    end: int
    name: str
    role: str = ""
    role_start: int = -1  # where the role before the name begins
    role_end: int = -1  # where the role after the name ends
    gender: Gender = ""

    @property
    def last(self) -> str:
        """The family name: last word, without a generation suffix; a particle belongs to it."""
        return family_name(self.name)

    @property
    def single(self) -> bool:
        """Only one name is written here, as in `Mr. Obama`."""
        return " " not in self.name and "\u00a0" not in self.name


_MOST_NAMESAKES = 20  # different names kept for one family name: a bound on the work, far above any real article
_PLACES_TOO = frozenset({"Georgia", "Jordan", "Chad", "Sydney", "Austin", "Dallas", "Madison", "Lincoln", "Jackson"})
_MOST_ROLES = 8  # roles kept for one person


@dataclass(slots=True)
class People:
    """Everybody an article names, and who a bare family name stands for.

    `by_last` has the first mention of each different name, by family name; `starts` where each name is written.
    """

    named: list[Named] = field(default_factory=list)
    by_last: dict[str, list[Named]] = field(default_factory=dict)
    starts: dict[str, list[int]] = field(default_factory=dict)
    roles: dict[str, list[Named]] = field(default_factory=dict)  # by fullest name
    by_first: dict[str, list[Named]] = field(default_factory=dict)  # people named in full, by first name
    whole: dict[str, Named | None] = field(default_factory=dict)  # by a full name, who it means: asked again and again

    def fullest(self, name: str, at: int, gender: Gender = "") -> Named | None:
        """The mention that writes this person's name in full.

        Of several people with the family name, a bare one means whoever was last named before `at`.
        """
        if name in self.whole:
            return self.whole[name]
        words = name.split()
        if not words:
            return None
        known = [one for one in self.by_last.get(key(family_name(name)), ()) if not one.single]
        if len(words) > 1:
            same = [one for one in known if compatible(words[0], one.name.split()[0])]
            longer = [one for one in known if one.name.endswith(f" {name}")]  # Rose Doe, where Jane Rose Doe is named
            if longer and len({one.name for one in longer}) == 1:
                same = longer
            if is_role(words[0]):  # Dean Amar, where Vikram Amar is named too
                same = [one for one in known if one not in same] or same
            self.whole[name] = (
                same[0]
                if len(same) == 1
                else max(same, key=lambda one: (len(one.name.split()), -one.start), default=None)
            )
            return self.whole[name]
        if not known:  # Lin Jian may be called Lin, and a founder by the first name
            first = self.by_first.get(key(name), ())
            return first[0] if len(first) == 1 else None
        if gender:
            known = [one for one in known if not one.gender or one.gender == gender] or known
        if len(known) == 1:
            return known[0]
        nearest = max(known, key=lambda one: self._last_before(one.name, at))
        same = [one for one in known if compatible(nearest.name.split()[0], one.name.split()[0])]
        return max(same, key=lambda one: (len(one.name.split()), -one.start))

    def _last_before(self, name: str, at: int) -> int:
        """Where `name` was last written before `at`; what comes first counts when none was."""
        starts = self.starts[name]
        index = bisect_right(starts, at)
        return starts[index - 1] if index else -starts[0] - 1

    def role_of(self, name: str) -> Named | None:
        """The mention that gives this person's role: the first one with a written-out role, else the first at all."""
        known = self.roles.get(name, [])
        return next((one for one in known if " " in one.role), known[0] if known else None)


_KIN = re.compile(r"\b(?:colleague|successor|predecessor|counterpart|co-author|sister|brother|daughter|son|friend)\s$")


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \u00a0")
    return not before or before[-1] in ".!?:\n“”\"‘’'»«—–"


@lru_cache(maxsize=2)  # quotations and facts read the same article one after the other
def scan(text: str, language: str = "en") -> People:
    """Everybody the text names, to be read only. Linear: one pass over runs of capitalised words."""
    people = People()
    alone: set[str] = set()
    asides: list[tuple[int, int]] = []  # family names with words behind a comma
    unsure: list[Run] = []
    runs: list[Run] = []
    speakers = speaking(text) if language == "de" else frozenset()
    for match in RUN.finditer(text):
        chunk = match[0]
        if len(chunk) > 160:
            continue
        if " " not in chunk and "\u00a0" not in chunk:
            if chunk not in lex.OPENERS:
                alone.add(key(chunk))
                if text.startswith(", ", match.end()):
                    asides.append(match.span())
            continue
        start, end = match.span()
        if text[end : end + 3] == " & " and text[end + 3 : end + 4].isupper():
            continue  # Stewart Montgomery & Doe LLC: a firm
        led = with_field(text, start, chunk)
        if led is not None:
            start, chunk = start + led[1], chunk[led[1] :]
        if language == "de":
            chunk = before_body(chunk)
        elif language == "fr" and (mark := party_ahead(chunk)):
            start, chunk = start + mark, chunk[mark:]
        found = cut(chunk, _starts_sentence(text, start))
        if found is None:
            continue
        run = Run(
            led[0] if led else found.start + start,
            found.name_start + start,
            found.name_end + start,
            found.name,
            found.title,
            led is not None or found.role,
            led is not None or found.sure,
        )
        if language == "de":
            if is_role(run.name.split()[-1]) and not is_given(run.name.split()[0]):
                continue  # die Mainzer Verlegerin
            run = with_place(text, without_owned(run), speakers)
        elif language == "fr" and len(run.name.split()) > 2:
            run = without_party(text, run)
        if len(run.name.split()) == 1:
            alone.add(key(run.name))
        (runs if run.sure else unsure).append(run)
    for run in unsure:
        if language == "de" and not maybe_german_name(run.name):
            continue
        size = len(run.name.split())
        if 2 <= size <= 4 and (
            (key(family_name(run.name)) in alone and (language != "de" or run.name.split()[-1] in speakers))
            or (language != "en" and PARTY_BEHIND.match(text, run.name_end) is not None)
            or _KIN.search(text, max(0, run.start - 20), run.start)
            or (run.name.partition(" ")[0] in lex.FAMILY_FIRST and family_name(run.name) != run.name.split()[-1])
            or (text[run.start - 2 : run.start] == ", " and role_comma(text, run.start) is not None)
            or role_left(text, run.start, False) < run.start
            or role_right(text, run.name_end)[0]
            or role_signed(text, run.start, run.name_end) >= 0
        ):
            runs.append(run)
    if language == "de":
        runs = [without_noun(run, alone) for run in runs]
    runs.sort(key=lambda run: run.name_start)
    for run in runs:
        people.named.append(_describe(text, run))
    _index(people)
    _roles(people, text, asides)
    return people


_FRENCH_ARTICLES: dict[str, Gender] = {"la": "she", "le": "he"}


_CLOSED = re.compile(r"(?: \([^()\n]{1,40}\))?[,.:]")
_LETTERS = re.compile(r",? ((?:MSP|MEP|MLA|MP|TD)s?)(?![\w’'-])")


def _describe(text: str, run: Run) -> Named:
    courtesy = run.title.rstrip(".") in lex.COURTESY
    inside = run.role and not courtesy
    role_start = role_left(text, run.start, inside)
    if inside:
        role_start = min(role_start, run.start)
    if text[role_start - 2 : role_start] == ") " and (inside or role_start < run.start):
        role_start = body_and_short_form(text, role_start)
    elif inside and text[role_start - 5 : role_start] == " and ":
        role_start = behind_places(text, role_start)
    role = text[role_start : run.name_start].strip() if (inside or role_start < run.start) else ""
    if courtesy and role:
        role = text[role_start : run.start].strip()
    elif courtesy and run.role:  # chief executive Dame Jane Doe
        role, role_start = _before_title(text, run)
    if role.rpartition(" ")[2].rstrip(".") in lex.SEVERAL:
        role = ""
    elif inside and role.rpartition(" ")[2].rstrip(".") in lex.COURTESY:  # Secretary for National Security Dr. Jane Doe
        role = role.rpartition(" ")[0]
    title = title_before(text, run.start) if not role else None
    if title is not None:
        role, role_start = text[title.start : title.end], title.start
    elif courtesy and not role:
        field = role_over_field(text, run.start)
        if field is not None:
            role, role_start = text[field.start : field.end], field.start
    role_end = -1
    if not role or len(role.split()) < 2:
        after, after_end = role_right(text, run.name_end)
        if not after and (signed := role_signed(text, run.start, run.name_end)) >= 0:
            after, after_end = text[run.name_end : signed].lstrip(" –—|-\n"), signed
        if after and not role:
            role, role_end, role_start = after, after_end, -1
        if not role and _CLOSED.match(text, run.name_end):
            before = role_comma(text, run.start)
            if before:
                role, role_start = text[before.start : before.end], before.start
        elif not role and not courtesy and text[run.start - 2 : run.start] == ", ":
            taken = role_taken_up(text, run.start)
            if taken is not None:
                role, role_start = text[taken.start : taken.end], taken.start
    if not role and (letters := _LETTERS.match(text, run.name_end)):  # Jane Doe MSP said
        role, role_end = letters[1], letters.end()
    gender = gender_of(run.name, run.title)
    if not gender and role and role_end < 0:
        words = role.split()
        article = _FRENCH_ARTICLES.get(text[max(0, role_start - 3) : role_start].lower().strip(), "")
        gender = gender_of("", words[-1]) or gender_of("", words[0]) or article
    return Named(
        run.name_start, run.name_end, run.name, role, role_start if role and role_end < 0 else -1, role_end, gender
    )


def _before_title(text: str, run: Run) -> tuple[str, int]:
    """The role that a run has in front of a courtesy title, and where it begins; empty when there is none."""
    title = text.rfind(run.title.rstrip("."), run.start, run.name_start)
    role = text[run.start : max(run.start, title)].strip()
    return (role, run.start) if role and is_role(role.split()[-1]) else ("", run.start)


def _index(people: People) -> None:
    _sort_by_last(people)
    hints: dict[str, Gender] = {}
    for one in people.named:  # a title anywhere tells for every mention of the same full name
        if one.gender:
            hints.setdefault(key(one.name), one.gender)
            if one.single:
                wholes = {key(other.name) for other in people.by_last[key(one.last)] if not other.single}
                if len(wholes) == 1:
                    hints.setdefault(wholes.pop(), one.gender)
    for index, one in enumerate(people.named):
        if not one.gender and key(one.name) in hints:
            people.named[index] = replace(one, gender=hints[key(one.name)])
    people.by_last.clear()
    people.starts.clear()
    _sort_by_last(people)
    for namesakes in people.by_last.values():
        for one in namesakes:
            first, more, _ = one.name.partition(" ")
            if more and first not in _PLACES_TOO and first not in lex.PLACES:
                people.by_first.setdefault(key(first), []).append(one)


def _roles(people: People, text: str, asides: list[tuple[int, int]]) -> None:
    for one in people.named:
        if one.role:
            full = people.fullest(one.name, one.start, one.gender)
            roles = people.roles.setdefault(full.name if full else one.name, [])
            if len(roles) < _MOST_ROLES:
                roles.append(one)
    for start, end in asides:  # Donelan, the technology secretary, said
        full = people.fullest(text[start:end], start) if key(text[start:end]) in people.by_last else None
        if full is None or full.last != text[start:end]:
            continue
        role, role_end = role_right(text, end)
        known = people.roles.setdefault(full.name, []) if role else []
        if role and len(known) < _MOST_ROLES:
            known.append(Named(start, end, text[start:end], role, -1, role_end))
    for one in people.named:  # who has no role beside the name: what they are said to be, or the body they belong to
        if not one.role and not one.single:
            full = people.fullest(one.name, one.start, one.gender)
            name = full.name if full else one.name
            if name in people.roles:
                continue
            body = role_told(text, one.end) or body_of(text, one.start, one.end)
            if body is not None:
                before = body.start < one.start
                places = (body.start, -1) if before else (-1, body.end)
                told = replace(one, role=text[body.start : body.end], role_start=places[0], role_end=places[1])
                people.roles[name] = [told]


def _sort_by_last(people: People) -> None:
    for one in people.named:
        known = people.by_last.setdefault(key(one.last), [])
        if one.name in people.starts:
            people.starts[one.name].append(one.start)
        elif len(known) < _MOST_NAMESAKES:
            known.append(one)
            people.starts[one.name] = [one.start]


def find(text: str, language: str = "en") -> tuple[Mention, ...]:
    """Mentions of people by full name, or by a role and a name, in reading order.

    Each has kind `person` and data `name` (the fullest the article gives), `last` and `role` (as written beside
    this mention, may be empty). The slice covers a role before the name, or one in an apposition after it.
    In languages other than English, German and French only full names with a known first name are found.
    """
    people = scan(text, language)
    found: list[Mention] = []
    for one in people.named:
        full = people.fullest(one.name, one.start, one.gender)
        if one.single and not (one.role and full):
            continue
        start = one.role_start if one.role_start >= 0 else one.start
        end = max(one.end, one.role_end)
        name = full.name if full and len(full.name) >= len(one.name) else one.name
        found.append(
            Mention(
                "person",
                Slice(text[start:end], Span(start, end)),
                {"name": name, "role": one.role, "last": family_name(name)},
            )
        )
    return tuple(found)
