"""People named in an article: where, their fullest name, and the role written beside the name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bot.model import Mention, Slice, Span
from bot.pipeline import lexicon as lex
from bot.pipeline.names import RUN, Gender, Run, compatible, cut, family_name, gender_of, is_role, key

_APPOSITION = re.compile(
    r"\s?(?:\([^()]{1,40}\))?,\s(?:(?:who is|who was)\s)?((?:the|a|an|one of the)\s)?"
    r"((?:[^,.;:“”\"()\n]|(?<=\b[A-Z])\.(?=[ A-Z])){3,140})"
)
_ROLE_COMMA = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|der|die|le|la)|[’']s)\s((?:[^\s,.;:“”\"]{1,30}\s){0,5}[^\s,.;:“”\"]{1,30}),\s$"
)
_TIMES = frozenset({"year", "week", "month", "day", "time"})
_BEFORE_ROLE = re.compile(r"[^\s]+")
_GROUP_END = re.compile(r"\s(?:who|which|that|said|says|told|has|had|is|was|and)\s")


@dataclass(frozen=True, slots=True)
class Named:
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

    def fullest(self, name: str, at: int, gender: Gender = "") -> Named | None:
        """The mention that writes this person's name in full.

        Of several people with the family name, a bare one means whoever was last named before `at`.
        """
        words = name.split()
        if not words:
            return None
        known = [one for one in self.by_last.get(key(family_name(name)), ()) if not one.single]
        if len(words) > 1:
            same = [one for one in known if compatible(words[0], one.name.split()[0])]
            return max(same, key=lambda one: (len(one.name.split()), -one.start), default=None)
        if not known:  # Lin Jian may be called Lin, and a founder by the first name
            first = self.by_first.get(key(name), ())
            return first[0] if len(first) == 1 else None
        if gender:
            known = [one for one in known if not one.gender or one.gender == gender] or known
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
_ARTICLES = frozenset({"Le", "La", "Les", "Den", "Dem"})


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \u00a0")
    return not before or before[-1] in ".!?:\n“”\"‘’'»«—–"


_PHRASE_ENDS = re.compile('[.,;:“”"()\n—–!?]')
_INITIAL = re.compile(r"\b[A-Z]$")
_HYPHENED = lex.ROLE_HEADS | {"general", "elect"}


def _role_left(text: str, start: int, inside: bool) -> int:
    """Where the role that ends right before `start` begins; `start` itself when there is none.

    `inside`: the run already holds an office, so words like `former` may simply be added to it.
    """
    floor = max(0, start - 100)
    left = text[floor:start]
    if not inside:  # most names have no role in front: one look at the word there tells
        words_left = left.rsplit(None, 1)
        word = words_left[-1] if words_left else ""
        lower = word.lower()
        if not (lower in lex.ROLE_HEADS or lower in lex.ROLE_PARTS or "-" in lower or word.rstrip(".") in lex.OFFICE):
            return start
    marks = [mark.start() for mark in _PHRASE_ENDS.finditer(left)]
    while len(marks) and left[marks[-1]] == "." and _INITIAL.search(left, max(0, marks[-1] - 4), marks[-1]):
        marks.pop()
    cut = marks[-1] if marks else -1
    words = [(m.group(), floor + m.start()) for m in _BEFORE_ROLE.finditer(text[floor:start], max(0, cut + 1))]
    head = inside
    begin = start
    for word, at in reversed(words):
        lower = word.lower()
        if lower in lex.ROLE_HEADS or word.rstrip(".") in lex.OFFICE:
            head = True
        elif (
            (lower in lex.ROLE_PARTS and word != "Then")
            or ("-" in lower and lower.rsplit("-", 1)[-1] in _HYPHENED)
            or (
                word[0].isupper()
                and head
                and word not in lex.OPENERS
                and word not in lex.CALENDAR
                and word not in _ARTICLES
                and "’s" not in word
                and "'s" not in word
            )
            or (lower in ("of", "for") and head and begin < start)
        ):
            pass
        else:
            break
        begin = at
    if not head or begin == start:
        return start
    # never begin with a preposition
    while begin < start:
        match = _BEFORE_ROLE.match(text, begin)
        if match and match.group() in ("of", "for"):
            begin = match.end() + 1
        else:
            break
    return begin


_TITLE_WORD = r"(?:[A-Z][\w’'&-]*|of|for|and|the|to|at|in|&)"
_TITLE_LINE = re.compile(rf"(?:The |the )?({_TITLE_WORD}(?:,? {_TITLE_WORD}){{0,15}}),\s$")
_LONGEST_TITLE = 130  # characters
_LINE_START = re.compile(r"(?:^|[\n.!?:;”\"])[ \t]*(?=\S)")


def _title_before(text: str, start: int) -> Span | None:
    """A title that fills the sentence up to the name: `Secretary of State for Science and Technology, Peter Kyle`."""
    if text[start - 2 : start] != ", ":
        return None
    floor = max(0, start - _LONGEST_TITLE)
    begins = max((mark.end() for mark in _LINE_START.finditer(text, floor, start)), default=floor)
    match = _TITLE_LINE.fullmatch(text, begins, start)
    if match is None or not any(is_role(word.rstrip(",")) for word in match[1].split()):
        return None
    return Span(match.start(1), match.end(1))


def _role_comma(text: str, start: int) -> re.Match[str] | None:
    """`his science adviser, ` right before the name at `start`."""
    before = _ROLE_COMMA.search(text, max(0, start - 90), start)
    if before and before[1].split()[0] not in _TIMES and any(is_role(word) for word in before[1].split()[:4]):
        return before
    return None


def _second_role(phrase: str, end: re.Match[str]) -> bool:
    """`co-founder and CEO of Cohere` is one role; `director and said` is not."""
    if end.group().strip() != "and":
        return False
    return any(is_role(word) for word in phrase[end.end() :].split()[:2])


def _role_right(text: str, end: int) -> tuple[str, int]:
    """The role in an apposition right after a name: `Jane Doe, director of the centre, ...`."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return "", -1
    phrase = match[2]
    cut = next((end for end in _GROUP_END.finditer(phrase) if not _second_role(phrase, end)), None)
    if cut:
        phrase = phrase[: cut.start()]
    words = phrase.split()
    for count, word in enumerate(words[:7]):
        bare = word.lower().rstrip("s") if word.lower() not in lex.ROLE_HEADS else word.lower()
        if bare in lex.ROLE_HEADS or is_role(word):
            before = words[:count]
            if (
                not match[1]
                and before
                and not all(w.lower() in lex.ROLE_PARTS or w[0].isupper() or w.endswith(("’s", "'s")) for w in before)
            ):
                return "", -1
            start = match.start(2)
            return phrase.rstrip(), start + len(phrase.rstrip())
        if word.lower() in ("of", "in", "at", "for", "with", "on", "by", "to", "from"):
            break
    return "", -1


@lru_cache(maxsize=2)  # quotations and facts read the same article one after the other
def scan(text: str) -> People:
    """Everybody the text names, to be read only. Linear: one pass over runs of capitalised words."""
    people = People()
    alone: set[str] = set()
    unsure: list[Run] = []
    runs: list[Run] = []
    for match in RUN.finditer(text):
        start, end = match.span()
        if end - start > 160:
            continue
        chunk = match.group()
        if " " not in chunk and "\u00a0" not in chunk:
            if chunk not in lex.OPENERS:
                alone.add(key(chunk))
            continue
        found = cut(chunk, _starts_sentence(text, start))
        if found is None:
            continue
        run = Run(
            found.start + start,
            found.name_start + start,
            found.name_end + start,
            found.name,
            found.title,
            found.role,
            found.sure,
        )
        if len(run.name.split()) == 1:
            alone.add(key(run.name))
        (runs if run.sure else unsure).append(run)
    for run in unsure:
        size = len(run.name.split())
        if 2 <= size <= 4 and (
            key(family_name(run.name)) in alone
            or _KIN.search(text, max(0, run.start - 20), run.start)
            or (run.name.partition(" ")[0] in lex.FAMILY_FIRST and family_name(run.name) != run.name.split()[-1])
            or (text[run.start - 2 : run.start] == ", " and _role_comma(text, run.start) is not None)
            or _role_left(text, run.start, False) < run.start
            or _role_right(text, run.name_end)[0]
        ):
            runs.append(run)
    runs.sort(key=lambda run: run.name_start)
    for run in runs:
        people.named.append(_describe(text, run))
    _index(people)
    return people


def _describe(text: str, run: Run) -> Named:
    courtesy = run.title.rstrip(".") in lex.COURTESY
    inside = run.role and not courtesy
    role_start = _role_left(text, run.start, inside)
    if inside:
        role_start = min(role_start, run.start)
    role = text[role_start : run.name_start].strip() if (inside or role_start < run.start) else ""
    if courtesy and role:
        role = text[role_start : run.start].strip()
    if role.rpartition(" ")[2].rstrip(".") in lex.SEVERAL:
        role = ""
    title = _title_before(text, run.start) if not role else None
    if title is not None:
        role, role_start = text[title.start : title.end], title.start
    role_end = -1
    if not role or len(role.split()) < 2:
        after, after_end = _role_right(text, run.name_end)
        if after and not role:
            role, role_end, role_start = after, after_end, -1
        if not role and not courtesy and text[run.name_end : run.name_end + 1] in (",", "."):
            before = _role_comma(text, run.start)
            if before:
                role, role_start = before[1], before.start(1)
    gender = gender_of(run.name, run.title) or gender_of("", role.split()[-1] if role and role_end < 0 else "")
    return Named(
        run.name_start, run.name_end, run.name, role, role_start if role and role_end < 0 else -1, role_end, gender
    )


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
    for one in people.named:
        if one.role:
            full = people.fullest(one.name, one.start, one.gender)
            roles = people.roles.setdefault(full.name if full else one.name, [])
            if len(roles) < _MOST_ROLES:
                roles.append(one)


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
    people = scan(text)
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
