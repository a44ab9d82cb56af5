"""The words around a verb: who acts, on what, and whether it is done, planned, denied or long past."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from bot.pipeline.data import deed_words as data
from bot.pipeline.data.false_friends import FALSE_FRIENDS
from bot.pipeline.inflection import forms
from bot.pipeline.phrases import Words
from bot.pipeline.text import word_set

_BACK, _AHEAD = 18, 12  # words of the clause looked at before and after the verb
_APART: Final = 16  # words between the parts of a German verb
_BASE, _THIRD, _PAST, _RUNNING, _ANY = range(5)


class _Verb(NamedTuple):
    deed: str
    form: int
    noun: bool  # as often a noun


def _english() -> dict[str, _Verb]:
    nouns = set(data.ALSO_NOUNS.split())
    found: dict[str, _Verb] = {}
    for deed, verbs in data.VERBS.items():
        for verb in verbs.split():
            written = forms(verb)
            for index, form in enumerate(written):
                kind = (_BASE, _THIRD)[index] if index < 2 else _RUNNING if form == written[-1] else _PAST
                found[form] = _Verb(deed, kind, kind == _BASE or (kind == _THIRD and verb in nouns))
    return found


def _written_out(rows: dict[str, str]) -> dict[str, _Verb]:
    return {form: _Verb(deed, _ANY, False) for deed, written in rows.items() for form in written.split()}


_ENGLISH: Final = _english()
_FOREIGN: Final = {language: _written_out(rows) for language, rows in data.FOREIGN.items()}
_ENGLISH_TOO = word_set(data.ENGLISH_TOO)
_VERBS: Final = {
    "en": {
        **{form: verb for rows in _FOREIGN.values() for form, verb in rows.items() if form not in _ENGLISH_TOO},
        **_ENGLISH,
    },
    **{
        language: {
            **{form: verb for form, verb in _ENGLISH.items() if form not in FALSE_FRIENDS[language].split()},
            **_FOREIGN[language],
        }
        for language in ("de", "fr")
    },
}
_PARTED: Final = {form: parts for written, parts in data.PARTED.items() for form in written.split()}
_PHRASAL: Final = {
    form: (index, parts)
    for written, parts in data.PHRASAL.items()
    for verb in written.split()
    for index, form in enumerate(forms(verb))
}
_SEEN: Final = {language: frozenset(verbs) | _PHRASAL.keys() | _PARTED.keys() for language, verbs in _VERBS.items()}
_ACTORS: Final = {word: kind for kind, written in data.ACTORS.items() for word in written.split()}
_OBJECTS: Final = {word: kind for kind, written in data.OBJECTS.items() for word in written.split()}
_MODAL, _NEGATION, _CONTRACTED = word_set(data.MODAL), word_set(data.NEGATION), word_set(data.CONTRACTED)
_CONSIDERING = frozenset(form for verb in data.CONSIDERING.split() for form in forms(verb))
_BEING, _PASSIVE = word_set(data.BEING), word_set(data.PASSIVE)
_RESOLVED = frozenset(form for verb in data.RESOLVED.split() for form in forms(verb))
_DENYING = frozenset(form for verb in data.DENYING.split() for form in forms(verb))
_EARLIER, _UNCERTAIN, _RELATIVE = word_set(data.EARLIER), word_set(data.UNCERTAIN), word_set(data.RELATIVE)
_OBJECTING = word_set(data.OBJECTING)
_AGENT = word_set("by par von vom durch")
_BY = _AGENT | word_set("in im")
_PREPOSITIONS = word_set("of in on for from by with against to at over under de du des pour par von vom für gegen im")
_ARTICLES = word_set("the der die das dem den le la l")
_GERMAN_MODAL = word_set("soll sollen sollte könnte kann muss will")
_GERMAN_NEGATION = word_set("nicht nie kein keine")
_AFTER_PASSIVE = word_set("by in until as after over without on with for and par von durch unanimously")
_SKIPPED = word_set("also now again yet even still just then formally today both all officially dann nun auch plus")
# No actor: White House is one, but not a chamber; United States; Justice Department.
_NOT_AFTER = {"house": "white", "states": "united", "commission": "of"}
_PARTIES = frozenset({"democrats", "republicans", "gop", "democrat", "republican"})
_NOT_BEFORE = {
    "justice": frozenset({"department"}),
    "state": frozenset({"department"}),
    "senate": _PARTIES,
    "house": _PARTIES,
}
_COMMITTEE: Final = "ausschuss"  # Rechtsausschuss, Digitalausschuss
_NO_CHAMBER = word_set("scientific advisory expert experts independent standing")
_TITLES = word_set("gov sen rep mr mrs ms dr st lt dept reps sens no art nr")
_FRENCH = word_set("france french paris macron france's")
_OF_A_KIND = word_set("state city country nation first latest second third only newest county")
_CLOSE = word_set("yield exclude")  # deeds whose verb has its second part right after it
_BACKGROUND = 0.4  # what a deed told as the past of another is worth
_ENDS: Final = frozenset(".;!?:\n")
_DASHES: Final = frozenset("-–—")


def at_verbs(words: Words, read: int, language: str) -> list[int]:
    """Where one of the first `read` words may be a deed's verb."""
    forms_of = _SEEN.get(language, _SEEN["en"])
    return [at for at, low in enumerate(words.lows[:read]) if low in forms_of]


_MEMBERS = word_set("meps mps lawmakers legislators members eurodéputés abgeordnete")
_COMMITTEES = word_set("committee committees panel subcommittee")
_WHOLE_ASSEMBLIES = word_set("national general un nations health parliamentary")


class Clause:
    """The words around a verb: who acts, on what, and whether it is done."""

    def __init__(self, words: Words, index: int, language: str) -> None:
        self._words, self._lows, self._index = words, words.lows, index
        self._language, self._form = language, _ANY
        low = words.lows[index]
        self._german = language == "de" or low in _PARTED or (low in _FOREIGN["de"] and low not in _ENGLISH)
        # The clause, and its part between commas.
        self._low, self._left = _edges(words, index, -1)
        self._high, self._right = _edges(words, index, 1)
        self.end_of_verb = self.governor = index
        self.actor_at = -1

    def deed(self) -> str:
        """What the verb says was done; empty where the word is no verb here."""
        found = self._read()
        if found is None:
            return ""
        self._form = found[1]
        return found[0]

    def _read(self) -> tuple[str, int] | None:
        index, lows = self._index, self._lows
        low = lows[index]
        verb = _VERBS.get(self._language, _VERBS["en"]).get(low)
        if low in _PARTED:
            for last in range(min(self._high, index + _APART), index, -1):
                if lows[last] in _PARTED[low] and self._ends_clause(last):
                    self.end_of_verb = last
                    return _PARTED[low][lows[last]], _THIRD
        if low in _PHRASAL and not self._german:
            form, parts = _PHRASAL[low]
            for last in range(index + 1, min(self._high, index + 6) + 1):
                part = parts.get(lows[last])
                if part is None or (part in _CLOSE and last > index + 1):
                    continue
                if not (lows[last] == "back" and lows[last + 1 : last + 2] and lows[last + 1] in _OBJECTING):
                    self.end_of_verb = last
                    return part, _THIRD if form < 2 else _PAST
        if verb is None:
            return None
        if verb.noun and not self._may_be_verb(verb.form):
            return None
        if lows[index + 1 : index + 2] == ["or"] and verb.form == _PAST:
            return None  # bills enacted or pending
        if verb.form == _RUNNING and lows[index + 1 : index + 2] == ["of"]:
            return None
        if verb.deed == "sign" and lows[index + 1 : index + 2] == ["off"]:
            return "adopt", verb.form
        return verb.deed, verb.form

    def _ends_clause(self, last: int) -> bool:
        return last == len(self._lows) - 1 or self._words.gaps[last] != " " or self._lows[last + 1] in ("und", "oder")

    def _may_be_verb(self, form: int) -> bool:
        """“Senators back”, “to block”, “judge stays”: not “a pause”, “veto of”, “stay on”."""
        index, lows = self._index, self._lows
        if index == self._low:
            return False
        before = lows[index - 1]
        if before == "to" or before in _MODAL or before in _NEGATION:
            return True
        following = lows[index + 1 : index + 2]
        if following and following[0] in ("of", "on", "for", "in", "to", "and", "power"):
            return False
        if form == _BASE:
            return before.endswith("s") and bool(before in _ACTORS or self.who() or self.onto())
        return bool(self.who()) or (before[:1].isalpha() and not before.endswith("s"))

    @property
    def is_foreign(self) -> bool:
        """Whether the verb is one of German or French, whose form tells neither tense nor voice."""
        return self._form == _ANY

    # How it is said.

    def manner(self) -> str:
        """`done`, `resolved` (voted, agreed or decided), `planned` or `denied`."""
        lows, index = self._lows, self._index
        if index > self._low and lows[index - 1] in _CONSIDERING:
            return "planned"  # “weighs ‘stop the clock’ on”: the name of what is weighed
        at = index - 1
        negated = modal = being = False
        while at >= self._low and self._words.gaps[at][:1] != ",":
            low = lows[at]
            if low == "to":
                return self._infinitive(at, negated)
            if low in _NEGATION or (low == "t" and lows[at - 1] in _CONTRACTED):
                negated = True
                if low == "t":
                    modal = modal or lows[at - 1] == "won"
                    at -= 1
            elif low in _MODAL:
                modal = True
            elif low in _BEING:
                being = True
            elif not (low in _SKIPPED or low.endswith("ly")):
                break
            at -= 1
        if self._german and not modal:
            around = lows[self._left : self._right + 1]
            modal = not _GERMAN_MODAL.isdisjoint(around) or ("wird" in around and lows[index][-1:] not in ("t", "n"))
            negated = negated or not _GERMAN_NEGATION.isdisjoint(around)
        if negated:
            return "denied"
        if modal or (self._form == _RUNNING and not being) or self._is_uncertain():
            return "planned"
        return "done"

    def _infinitive(self, at: int, negated: bool) -> str:
        """“Votes 99-1 to strip” is done, “refuses to sign” denied, “plans to repeal” no more than a plan."""
        if negated or self._lows[at - 1] in _NEGATION:  # “appears not to have signed”
            return "denied"
        if self._lows[at + 1] in ("have", "has"):
            return "done"  # “is said to have signed”
        for index in range(at - 1, max(self._low, at - 8) - 1, -1):
            low = self._lows[index]
            if low in _RESOLVED:
                return "resolved"
            if low in _DENYING:
                self.governor = index
                return "denied"
            if low in ("becomes", "became", "become", "first"):
                return "resolved"  # the latest state to pass
            if low in _OF_A_KIND:
                continue
            if not (low[0].isdigit() or low in _SKIPPED or low in ("in", "favour", "favor", "unanimously")):
                break
        return "planned"

    def _is_uncertain(self) -> bool:
        return not _UNCERTAIN.isdisjoint(self._lows[self._left : self._index])

    def nearness(self) -> float:
        """What a deed told as the past of another is worth."""
        before = self._lows[self._left : self._index]
        if not _EARLIER.isdisjoint(before) or not _RELATIVE.isdisjoint(before[-5:]):
            return _BACKGROUND
        return 1.0

    def is_passive(self) -> bool:
        """Whether the subject undergoes it."""
        if self._form not in (_PAST, _ANY):
            return False
        lows, index = self._lows, self._index
        at = index - 1
        while at >= self._low and (lows[at] in _BEING or lows[at] in _SKIPPED or lows[at].endswith("ly")):
            if lows[at] in _PASSIVE:
                return True
            at -= 1
        if self._german and not _PASSIVE.isdisjoint(lows[self._left : self._right + 1]):
            return True
        following = lows[index + 1] if index < self._high else ""
        if following in _AGENT:
            return True
        return at == index - 1 >= self._low and lows[at] in _OBJECTS and (not following or following in _AFTER_PASSIVE)

    # Who and what.

    def who(self) -> str:
        """The kind of the first that acts in the clause before the verb, not of one in a phrase about another."""
        if self.actor_at < 0:
            if self._german:
                reach = range(self._left, min(self._right, self._index + _AHEAD) + 1)
            else:
                reach = range(self._left, self._index)
            found = self._first(reach)
            if found < 0 and not self._german:
                found = self._first(range(max(self._low, self._index - _BACK), self._index))
            self.actor_at = found
        return self._kind(self.actor_at) if self.actor_at >= 0 else ""

    def _kind(self, at: int) -> str:
        """“National Assembly” is all of a legislature, but for the French one; so are a “General Assembly” and the
        assemblies of nations."""
        whole = self._lows[at] == "assembly" and at > 0 and self._lows[at - 1] in _WHOLE_ASSEMBLIES
        if whole and _FRENCH.isdisjoint(self._lows[: at + 20]):
            return "legislature"
        if self._lows[at] in _MEMBERS and not _COMMITTEES.isdisjoint(self._lows[at + 1 : min(at + 6, self._index)]):
            return "chamber"  # “MEPs in two committees adopted”
        return _ACTORS.get(self._lows[at], "chamber")

    def _first(self, reach: range) -> int:
        for at in reach:
            if self._acts(at):
                if at > 0 and self._lows[at - 1] in _PREPOSITIONS and self._words.gaps[at - 1] == " ":
                    continue
                if at > 1 and self._lows[at - 1] in _ARTICLES and self._lows[at - 2] in _PREPOSITIONS:
                    continue
                if self._lows[at + 1 : at + 2] == ["s"] and self._words.gaps[at] != " ":
                    continue  # the court's order, the governor's veto
                if at + 1 in reach and self._acts(at + 1) and self._words.gaps[at] == " ":
                    if self._kind(at) == "chamber" and self._kind(at + 1) == "legislature":
                        return at  # House lawmakers
                    return at + 1  # Parliament committees, Senate panel
                return at
        return -1

    def _acts(self, at: int) -> bool:
        low = self._lows[at]
        if low not in _ACTORS:
            return low.endswith(_COMMITTEE)
        if low in _NOT_AFTER and at and self._lows[at - 1] == _NOT_AFTER[low]:
            return False
        if low in ("panel", "committee", "commission") and at and self._lows[at - 1] in _NO_CHAMBER:
            return False
        return low not in _NOT_BEFORE or _NOT_BEFORE[low].isdisjoint(self._lows[at + 1 : at + 2])

    def by(self) -> str:
        """Who acts, in the passive."""
        lows = self._lows
        for at in range(self._index + 1, min(self._high, self._index + 5) + 1):
            if lows[at] in _BY:
                if at == self._index + 1:
                    self.end_of_verb = at
                for after in range(at + 1, min(self._high, at + 7) + 1):
                    if self._acts(after):
                        return self._kind(after)
                return ""
        if self._german:
            return self.who()
        return ""

    def onto(self) -> str:
        """What is acted on."""
        reach: Iterable[int] = range(self._index + 1, min(self._high, self._index + _AHEAD) + 1)
        if self._german:
            reach = range(self._left, min(self._right, self._index + _AHEAD) + 1)
        return next((_OBJECTS[self._lows[at]] for at in reach if at != self._index and self._lows[at] in _OBJECTS), "")

    def undergoes(self) -> str:
        """What is acted on, in the passive."""
        for at in range(self._index - 1, max(self._low, self._index - _BACK) - 1, -1):
            if self._lows[at] in _OBJECTS:
                return _OBJECTS[self._lows[at]]
        return self.onto() if self._german else ""

    def ahead(self) -> list[str]:
        """The words of the clause after the verb."""
        return self._lows[self._index + 1 : min(self._high, self._index + _AHEAD) + 1]

    def around(self) -> set[str]:
        """The words of the clause."""
        return set(self._lows[max(self._low, self._index - _BACK) : min(self._high, self._index + _AHEAD) + 1])

    def chamber_ahead(self) -> str:
        """“Bill passes the Senate”: who let it through."""
        for at in range(self._index + 1, min(self._high, self._index + 5) + 1):
            if self._acts(at):
                return self._kind(at)
        return ""

    def names_both_chambers(self) -> bool:
        """“House and Senate”: not “passes the House, heads to the Senate”."""
        lows = self._lows
        for at in range(self._low, self._high - 1):
            if lows[at] in ("house", "senate", "assembly") and lows[at + 1] == "and":
                following = lows[at + 2 : at + 4]
                if "senate" in following or "house" in following or "assembly" in following:
                    return True
        return False

    def before(self) -> list[str]:
        """The words of the clause before the verb."""
        return self._lows[self._low : self._index]

    def is_measure(self) -> bool:
        """The subject is an act, not somebody."""
        before = self._lows[max(self._low, self._index - _BACK) : self._index]
        return any(_OBJECTS.get(low) in ("measure", "clause") for low in before)


def _edges(words: Words, index: int, step: int) -> tuple[int, int]:
    """The farthest word of the clause, and of its part up to a comma.

    A stop, colon or dash ends a clause, the point of “Gov.” does not.
    """
    gaps, last = words.gaps, len(words) - 1
    at, comma = index, -1
    for _ in range(_BACK + 4):
        if not 0 <= at + step <= last:
            break
        nearer = at - 1 if step < 0 else at
        gap = gaps[nearer]
        if gap != " ":
            if not _ENDS.isdisjoint(gap) and not (gap[0] == "." and words.lows[nearer] in _TITLES):
                break
            if len(gap) > 1 and gap.strip() in _DASHES:
                break
            if comma < 0 and "," in gap:
                comma = at
        at += step
    return at, at if comma < 0 else comma
