"""A bill's road in words that name no act: where it heads, what it clears, whose yes it wins, how it dies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from bot.pipeline.data import road_words as data
from bot.pipeline.frame.clause import Clause
from bot.pipeline.inflection import forms
from bot.pipeline.phrases import Words
from bot.pipeline.text import word_set

_STOPS: Final = frozenset(",.;:!?\n")
_READ: Final = 90  # words of a text that are read
_AHEAD: Final = 8  # words between a verb and where it leads
_PLAIN, _COMING, _BROUGHT, _NAMED = 4.0, 3.2, 3.3, 3.0


def _every(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in forms(verb))


BILLS: Final = word_set(data.BILLS)
_BILLS = BILLS
_OWN_BILLS = _BILLS - word_set("plan ban law laws limits rules act provision provisions")
_GOING, _CLEARING, _GETTING = _every(data.GOING), _every(data.CLEARING), _every(data.GETTING)
_TOWARDS, _THROUGH = word_set(data.TOWARDS), word_set(data.THROUGH)
_CHAMBERS, _LEGISLATURES, _DESKS = word_set(data.CHAMBERS), word_set(data.LEGISLATURES), word_set(data.DESKS)
_HURDLES, _AWAITING, _YES = word_set(data.HURDLES), word_set(data.AWAITING), word_set(data.YES)
_FIRST, _FINAL = word_set(data.FIRST), word_set("final full both concurrence")
_LAWMAKERS, _BRINGING, _BROUGHT_IN = word_set(data.LAWMAKERS), _every(data.BRINGING), word_set(data.BROUGHT)
_DYING, _LEFT, _HELD = _every(data.DYING), word_set(data.LEFT), word_set(data.HELD)
_ENDING = {form: word_set(after) for verbs, after in data.ENDING.items() for form in _every(verbs)}
_PANELS = word_set("committee panel subcommittee commission")
_COMING_NOW = word_set("will now next")
_TABLING, _SURVIVING = _every("table"), _every("survive")
_TURNED = word_set("from against back off moratorium preemption provision")
_WISHING = _every("urge call ask press lobby oppose fight resist warn agree vote")
_TRIGGERS: Final = (
    _GOING | _CLEARING | _GETTING | _AWAITING | _BRINGING | _BROUGHT_IN | _DYING | _LEFT | _HELD | _ENDING.keys()
    | _TABLING | word_set("bound way desk introduction")
)  # fmt: skip


class Step(NamedTuple):
    """A step of a bill: words `first` to `last`, both included, say it."""

    stage: str
    weight: float
    first: int
    last: int


def read(words: Words, known: bool) -> tuple[list[Step], frozenset[int]]:
    """The steps, and the words whose meaning they settle. `known`: the headline speaks of a bill.

    Every word costs a bounded number of look-ups; only the beginning is read.
    """
    steps: list[Step] = []
    settled: set[int] = set()
    lows = words.lows[:_READ]
    if _TRIGGERS.isdisjoint(words.different) or not (known or not BILLS.isdisjoint(lows)):
        return steps, frozenset()
    for index in [at for at, low in enumerate(lows) if low in _TRIGGERS]:
        if index in settled:
            continue
        clause = Clause(words, index, "en")
        at = _At(words, index, lows[index], clause, known)
        for rule in _RULES:
            step = rule(at)
            if step is not None:
                settled.update(range(step.first, step.last + 1))
                if step.stage:
                    steps.append(step._replace(weight=step.weight * clause.nearness()))
                break
    return steps, frozenset(settled)


class _At(NamedTuple):
    words: Words
    at: int
    low: str
    clause: Clause
    known: bool

    def ahead(self, reach: int = _AHEAD) -> list[str]:
        """The words after the verb, up to a comma or the end of the clause."""
        gaps, lows, at = self.words.gaps, self.words.lows, self.at
        stop = min(at + reach, len(lows) - 1)
        end = at
        while end < stop and (gaps[end] == " " or _STOPS.isdisjoint(gaps[end]) or lows[end] == "gov"):
            end += 1
        return lows[at + 1 : end + 1]

    def of_a_bill(self) -> bool:
        """Whether a bill travels: its word, or “it” where the headline names one."""
        around = self.clause.before()
        if not _BILLS.isdisjoint(around) or not _BILLS.isdisjoint(self.ahead()):
            return True
        return self.known and not {"it", "which", "and"}.isdisjoint(around)

    def step(self, stage: str, weight: float, length: int) -> Step:
        return Step(stage, weight, self.at, min(self.at + length, len(self.words) - 1))


def _place(ahead: list[str]) -> tuple[str, int]:
    """The stage that lies at the end of “to the Senate”, “through committee”, “to the governor”."""
    through = to = False
    for offset, low in enumerate(ahead):
        if low in _DESKS and to and not through:
            return "passed", offset + 1
        if low in _CHAMBERS and (to or through):
            if not {"both", "legislature"}.isdisjoint(ahead[:offset]) and not to:
                return "passed", offset + 1
            return "proposed" if low in _PANELS and not through else "advanced", offset + 1
        if low in _LEGISLATURES and through:
            return "passed", offset + 1
        to = to or low in _TOWARDS
        through = through or low in _THROUGH
    return "", 0


def _goes(at: _At) -> Step | None:
    """“Heads to Senate”, “sent to Newsom”, “sails through committee”, “voted out of committee”."""
    if at.low not in _GOING and at.low not in ("bound", "way"):
        return None
    ahead = at.ahead()
    lead = [at.low, *ahead] if at.low in _TOWARDS else ahead
    stage, length = _place(lead)
    if not stage or not at.of_a_bill():
        return None
    manner = at.clause.manner()
    if manner == "denied":
        return None
    if manner == "planned":
        if _COMING_NOW.isdisjoint(at.clause.before()[-4:]):
            return None
        return at.step(stage, _COMING, length)
    return at.step(stage, _PLAIN, length)


_ALL_OF_IT = word_set("national federal general")  # a National Assembly is no chamber of two


def _clears(at: _At) -> Step | None:
    """“Clears committee”, “clears House, heads to Senate”, “survives crossover”."""
    if at.low not in _CLEARING or not at.of_a_bill() or at.clause.manner() in ("denied", "planned"):
        return None
    ahead = at.ahead(5)
    for offset, low in enumerate(ahead):
        if low in _BILLS and low != "act":
            return None  # who passes it is for the deeds
        if low == "assembly" and offset and ahead[offset - 1] in _ALL_OF_IT:
            return at.step("passed", _PLAIN, offset + 1)
        if low in _CHAMBERS or low in _HURDLES:
            both = "both" in ahead[:offset] or (ahead[offset + 1 : offset + 2] == ["and"] and len(ahead) > offset + 2)
            joined = both and ("both" in ahead[:offset] or ahead[offset + 2] in _CHAMBERS)
            return at.step("passed" if joined else "advanced", _PLAIN, offset + 1)
        if low in _LEGISLATURES:
            return at.step("passed", _PLAIN, offset + 1)
    return at.step("advanced", _COMING, 0) if at.low in _SURVIVING else None


def _wins(at: _At) -> Step | None:
    """“Wins House approval”, “gives initial okay”, “gets final passage”."""
    if at.low not in _GETTING or at.clause.manner() in ("denied", "planned") or not at.of_a_bill():
        return None
    ahead = at.ahead()
    yes = next((offset for offset, low in enumerate(ahead) if low in _YES), -1)
    if yes < 0:
        return None
    around = {*at.clause.before()[-8:], *ahead}
    if not _FINAL.isdisjoint(around):
        stage = "passed"
    elif not _FIRST.isdisjoint(around) or not _CHAMBERS.isdisjoint(around):
        stage = "advanced"
    elif not _LEGISLATURES.isdisjoint(around) or "council" in around:
        stage = "passed"
    elif not (_DESKS - {"desk"}).isdisjoint(around):
        stage = "signed"
    else:
        return None
    return at.step(stage, _PLAIN, yes + 1)


def _awaits(at: _At) -> Step | None:
    """“Awaits Newsom's signature”, “on the governor's desk”."""
    if at.low == "desk":
        before = at.words.lows[max(0, at.at - 4) : at.at]
        if _DESKS.isdisjoint(before) or at.clause.manner() == "planned":
            return None
        return at.step("passed", _PLAIN, 0)
    if at.low not in _AWAITING:
        return None
    ahead = at.ahead(5)
    length = next((offset + 1 for offset, low in enumerate(ahead) if low in _DESKS), 0)
    return at.step("passed", _PLAIN, length) if length and at.of_a_bill() else None


def _is_brought(at: _At) -> Step | None:
    """“Senator files bill”, “bill introduced by”, “introduction of an act”."""
    ahead, lows = at.ahead(), at.words.lows
    if at.low == "introduction":
        return at.step("proposed", _BROUGHT, 1) if ahead[:1] == ["of"] and not _BILLS.isdisjoint(ahead) else None
    if at.low in _BROUGHT_IN and at.at and lows[at.at - 1] in _OWN_BILLS:
        if ahead[:1] and ahead[0] in _THROUGH - {"by"}:
            return None
        return at.step("proposed", _NAMED, 0)
    if at.low not in _BRINGING or at.clause.manner() == "denied":
        return None
    if _LAWMAKERS.isdisjoint(at.clause.before()[-7:]):
        return None
    length = next((offset + 1 for offset, low in enumerate(ahead) if low in _OWN_BILLS or low == "act"), 0)
    if not length or _TURNED & set(ahead[:length]) or not _WISHING.isdisjoint(at.clause.before()[-7:]):
        return None
    return at.step("proposed", _BROUGHT, length)


def _dies(at: _At) -> Step | None:
    """“Bill dies in committee”, “falls short”, “left out of defense bill”, “held for the year”."""
    before, ahead = at.clause.before()[-10:], at.ahead(5)
    if at.clause.manner() in ("denied", "planned"):
        return None
    if at.low in _LEFT and ahead[:1] and ahead[0] in ("out", "from", "of"):
        carrier = not _BILLS.isdisjoint(ahead) or "ndaa" in ahead
        named = not _BILLS.isdisjoint(before) or not {"effort", "push", "language"}.isdisjoint(before)
        return at.step("rejected", _PLAIN, 2) if carrier and named else None
    if _OWN_BILLS.isdisjoint(before):
        return None
    if at.low in _DYING:
        return at.step("rejected", _PLAIN, 0)
    if at.low in _ENDING and ahead[:1] and not _ENDING[at.low].isdisjoint(ahead[:4]):
        return at.step("rejected", _PLAIN, 1)
    if at.low == "tabled" and not _LAID_BEFORE.isdisjoint(ahead):
        return at.step("proposed", _NAMED, 2)  # elsewhere than in America it is brought in
    if at.low == "defeated" and _BILLS.isdisjoint(before):
        return None
    if at.low in _HELD and (not ahead or ahead[0] in ("by", "in", "for", "up", "after", "as", "amid", "until")):
        return at.step("rejected", _COMING, min(1, len(ahead)))
    return None


_LAID_BEFORE: Final = word_set("parliament commons lords lok sabha rajya dáil seanad knesset diet house")


def _tables(at: _At) -> Step | None:
    """“Panel tables bill”: in America it puts it aside."""
    if at.low not in _TABLING or _PANELS.isdisjoint(at.clause.before()[-4:]) or _BILLS.isdisjoint(at.ahead(6)):
        return None
    return at.step("rejected", _PLAIN, 0)


_RULES: Final[tuple[Callable[[_At], Step | None], ...]] = (
    _dies, _tables, _clears, _wins, _awaits, _goes, _is_brought,
)  # fmt: skip
