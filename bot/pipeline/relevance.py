"""AI policy or not: a score from the words of headline and text, with the words that decided."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.model import Verdict
from bot.pipeline import linear
from bot.pipeline import text as texts
from bot.pipeline.data import relevance_state_words, relevance_words
from bot.pipeline.phrases import Hit, Lexicon, Words, different_words, opening, shared

_READ = 1_200  # code points of the text that are read: the lead decides, and hostile length costs nothing
_HEADLINE = 600  # and of the headline


class _Sign(NamedTuple):
    kind: str
    weight: float
    ambiguous: bool  # it rests on the two letters AI, which are also a flu, an airline and a human-rights group


_AMBIGUOUS = frozenset({"=AI", "=A.I.", "=AIs", "=IA", "=KI"})

# A phrase that stands in several rows counts in the first of them.
_TABLE = {kind: (relevance_words.TABLE | relevance_state_words.TABLE)[kind] for kind in relevance_words.ORDER}

_LEXICON: Lexicon[_Sign] = Lexicon(
    (phrase, _Sign(kind, weight, phrase in _AMBIGUOUS or phrase.lower().startswith(("ai ", "=ai "))))
    for kind, rows in _TABLE.items()
    for weight, phrases in rows.items()
    for phrase in phrases.split("|")
)

# Without any of these nothing is about AI, whatever else is said; most entries of general feeds end here.
_SUBJECTS = frozenset({"ai", "near", "both"})
_SUBJECT: Lexicon[str] = Lexicon(
    (phrase, kind) for kind in sorted(_SUBJECTS) for phrases in _TABLE[kind].values() for phrase in phrases.split("|")
)
_NOTHING = 0.02
_NO_STATE = "nothing says law, government or courts"
_NO_SUBJECT = Verdict(False, _NOTHING, ("nothing says it is about AI",))

# What one more sign of a kind adds once its first is counted: a second law is worth half, a third a quarter.
_FADING = 0.5
# What soft words are worth where nothing else speaks of a state; the second where a place at least is named. Tuned on
# tests/quality/relevance and on 68 headlines of AI trade feeds (2026), of which a quarter of the wrong ones were these.
_SOFT_ALONE, _SOFT_IN_PLACE = 0.4, 0.8
# The title counts whole; the text less, and less again after its first hundred words.
_TITLE, _LEAD, _REST = 1.0, 0.65, 0.25
_LEAD_WORDS = 60

# Logistic regression drawn towards the weights used before (penalty 1 on the difference) over the sets of
# tests/quality/relevance and 532 headlines with leads of 2023 to 2026, gathered from feeds and archives of technology,
# law, government, business and general news, then rounded and damped; held-out figures: test_relevance_quality.py.
_BIAS = -4.8
_WEIGHTS = {
    "ai": 1.2,
    "policy": 5.0,
    "actor": 4.0,
    "place": 1.7,
    "both": 1.8,
    "pair": 0.8,
    "product": -2.1,
    "money": -1.4,
    "earnings": -3.6,
    "research": -1.7,
    "it": -2.3,
    "culture": -2.0,
    "howto": -1.6,
}
_NAMES = {
    "product": "product news",
    "money": "a deal or a funding round",
    "earnings": "markets and earnings",
    "research": "research",
    "it": "insurance, interest rates or IT administration",
    "culture": "culture and entertainment",
    "howto": "advice for users",
}


def judge(
    title: str,
    text: str = "",
    *,
    outlet: str = "",
    language: str = "en",
    strictness: float = 0.5,
    words: Words | None = None,
) -> Verdict:
    """Decide whether an item is AI policy, from its headline and its summary or full text.

    `strictness` from 0 (take nearly everything about AI and the state) to 1 (only the plain cases); .5 is the
    balance the weights were tuned for. Never raises; empty input is not relevant. Linear in the text, of which
    only the beginning is read. `words` are those of the text, where they are known.
    """
    if not _SUBJECT.touches(_different(title[:_HEADLINE], text, words)):
        return _NO_SUBJECT
    found = _Evidence(language)
    found.add_headline(title[:_HEADLINE])
    beginning = _beginning(title, text)
    found.add(beginning, _LEAD, _REST)
    heading = shared(title[:_HEADLINE]).lows
    learned = _learned(title[:_HEADLINE], heading, beginning)
    strengths = found.strengths()
    score, least = found.score(strengths, learned), threshold(strictness)
    reasons = found.reasons()
    if (score >= least) != (found.score(strengths, 0.0) >= least):
        reasons += (_decided(score >= least, heading, beginning),)
    return Verdict(score >= least, round(score, 3), reasons)


def _different(headline: str, text: str, words: Words | None) -> set[str]:
    """The different words of the headline and of the text's beginning, the one included that is cut at its end."""
    if words is None:
        return different_words(f"{headline}\n{text[:_READ]}")
    count = bisect_right(words.ends, _READ)
    cut = text[words.ends[count - 1] : _READ] if count else text[:_READ]
    return {*words.lows[:count], *different_words(f"{headline}\n{cut}")}


def tells_of_no_state(verdict: Verdict) -> bool:
    """Whether an item is about AI and nothing in it speaks of a state: what is done in it is no measure."""
    return not verdict.relevant and _NO_STATE in verdict.reasons


def threshold(strictness: float = 0.5) -> float:
    """The least score that counts as relevant at a strictness from 0 to 1."""
    return 0.2 + 0.6 * min(max(strictness, 0.0), 1.0)


def _beginning(title: str, text: str) -> Words:
    """The words of the text's beginning; one that only repeats its headline proves nothing more."""
    if title and text.startswith(title):
        return Words(text[len(title) : _READ])
    return opening(text).head(_READ)


_OF_A_STATE = frozenset({"policy", "actor", "both", "soft"})
# “Revenue jumps even as export curbs bite”: the result is the news, in spite of what stands after these words.
_CONCEDED = re.compile(r"\b(?:even as|even though|despite|in spite of|notwithstanding|trotz|malgré)\b", re.IGNORECASE)
_SURE = 0.61  # how strongly AI must seem to be a flu or an airline, and a place to be more than where a firm sits
_PRIVATE = frozenset(relevance_state_words.PRIVATE.split("|"))
_PRIVATE_ALONE = 0.45
_ASIDE = 0.6  # what acts of state told after a headline of another kind are worth
# Words of results and funding rounds: the laws a headline names beside them are a cause or a customer's trouble,
# “Profit slumps on chip curbs”, unless somebody acts in it, “Washington lifts curbs”.
_BUSINESS = 0.4
_BUSINESS_KINDS = frozenset({"earnings", "money"})
_NOT_BUSINESS = frozenset(relevance_words.NOT_BUSINESS.split("|"))
# A house that puts up money of its own; states do so too, and are named as who does.
_SPENDING = re.compile(
    r"\b(?:pledges?|commits?|invests?|spends?|pours?|bets?|sinks?|plans) "
    r"(?:to (?:invest|spend) )?(?:another |up to |over )?[$€£₹¥]\d{1,6}",
    re.IGNORECASE,
)
_STATES = frozenset({"government", "governments", "state", "states", "ministers", "council", "commission", "federal"})
# Bills by their numbers; and flights, which are no artificial intelligence either: AI 171, AI-2939, but not AI 2027.
_NUMBERED = re.compile(
    r"[SHAL](?<!\w[SHAL])(?:"  # the first letter apart: it is looked for fast
    r"(?P<bill>(?:[BF](?<=SB|HB|AB|SF|HF|LB)|D(?<=LD)|\.R\.(?<=H\.R\.)|\.B\.(?<=[SH]\.B\.)) ?\d{1,5})"
    r"|(?P<flight>I(?<=AI)[ -]?(?!20\d\d)\d{3,4}))\b"
)
# In front of IA, or after it, it is the French, Spanish, Italian or Portuguese AI; elsewhere in English it is Iowa.
_ROMANCE = frozenset(
    {"l", "d", "la", "de", "da", "del", "della", "dell", "sull", "en", "une", "par", "cette", "con", "qu", "aux", "et"}
)
_AFTER_IA = frozenset({"dans", "et", "à", "au", "aux", "en", "pour", "générative", "generativa", "y", "e", "nas", "na"})
_GERMAN = frozenset(
    {"ki", "der", "das", "und", "für", "mit", "ein", "eine", "im", "zum", "zur", "bei", "auf", "wird", "will"}
)
_LONG = 8  # letters of a German compound; its last part says what it is
_DEEDS = frozenset(relevance_state_words.DEEDS.split("|"))
# Deeds that are as often things: “offsets China curbs”, “shrugs off US limits”.
_NOUNS = frozenset(
    {"ban", "bans", "curbs", "limits", "order", "orders", "plans", "rules", "sets", "strikes", "protests"}
)
_OPENERS = frozenset({"as", "after", "while", "when", "and", "but", "before", "if", "how", "why", "until", "since"})
_PLAIN = 0.75  # the least weight of words that make a pair
_OPENING = 3  # words
_RELEASED_BY_STATES = 0.5  # what words of product news are worth where a state's body opens the headline
_PLACE_ACTS = 0.7  # “Denmark wants …”: what a place as the subject of a headline is worth as an actor


class _Evidence:
    """What was found, by kind: how strongly, and the words for the reasons."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._seen: dict[str, dict[str, float]] = {}  # kind -> word -> strongest weight
        self._ambiguous: set[str] = set()
        self._pair = False
        self._aside = 1.0
        self._german = language == "de"
        self._leads = False  # a body of a state opens the headline
        self._acted = False  # a place is the subject of what is done in the headline

    def add_headline(self, text: str) -> None:
        """Read a headline: whole, or first what stands before “despite”, which is its news."""
        aside = _CONCEDED.search(text)
        if aside:
            self.add(Words(text[: aside.start()]), _TITLE, _TITLE)
            if "earnings" in self._seen and _OF_A_STATE.isdisjoint(self._seen):
                self._aside = _ASIDE
        words = shared(text)
        self.add(words, _TITLE, _TITLE, deeds=True)
        spending = _SPENDING.search(text)
        if spending and not self._acted and "actor" not in self._seen and _STATES.isdisjoint(words.different):
            self._note("money", spending[0], _TITLE)
        kinds = self._seen.keys()
        if self._is_business():
            for kind in ("policy", "soft"):
                self._seen[kind] = {word: _BUSINESS * value for word, value in self._seen.get(kind, {}).items()}
            self._aside = _ASIDE
            self._pair = False
        elif not kinds.isdisjoint(_NAMES) and kinds.isdisjoint(_OF_A_STATE):
            self._aside = _ASIDE

    def _is_business(self) -> bool:
        """A headline of results or a funding round in which nobody acts for a state."""
        if self._acted or "actor" in self._seen or "both" in self._seen:
            return False
        return any(word.lower() not in _NOT_BUSINESS for kind in _BUSINESS_KINDS for word in self._seen.get(kind, {}))

    def add(self, words: Words, lead: float, rest: float, *, deeds: bool = False) -> None:
        """Note every sign in `words`; `deeds`: and places that do something, “Italy blocks”, “New York to make”."""
        previous: Hit[_Sign] | None = None
        for hit in _LEXICON.find(words):
            kind, weight, ambiguous = hit.value
            shown = words.text[hit.start : hit.end]
            if ambiguous:
                if shown == "IA" and self._language == "en" and not _is_romance(words, hit.first):
                    continue
                self._ambiguous.add(shown)
            value = weight * (lead if hit.first < _LEAD_WORDS else rest)
            self._note(kind, shown, value)
            if deeds and kind == "actor" and hit.first < _OPENING and weight >= _PLAIN:
                self._leads = True
            if deeds and kind == "place" and _does(words, hit):
                self._acted = True
                self._note("actor", words.slice(hit.first, hit.last + 1), _PLACE_ACTS)
            if previous is not None and hit.first - previous.last <= 5 and _is_pair(previous.value, hit.value):
                self._pair = True
            previous = hit
        self._german = self._german or not _GERMAN.isdisjoint(words.different)
        if self._german:
            self._add_compounds(words, lead)
        for found in _NUMBERED.finditer(words.text, 0, _HEADLINE):
            self._note("policy" if found["bill"] else "not_ai", found[0], lead)

    def _add_compounds(self, words: Words, lead: float) -> None:
        """German compounds of the beginning: “Wirtschaftssenatorin”, “Rechtsausschuss”, “Meldepflicht”."""
        for index, low in enumerate(words.lows[:_LEAD_WORDS]):
            if len(low) >= _LONG:
                for kind, endings in relevance_state_words.GERMAN_ENDINGS.items():
                    if low.endswith(endings):
                        self._note(kind, words.slice(index, index), lead)

    def _note(self, kind: str, shown: str, value: float) -> None:
        seen = self._seen.setdefault(kind, {})
        if kind in _OF_A_STATE:
            value *= self._aside
        if value > seen.get(shown, 0.0):
            seen[shown] = value

    def strength(self, kind: str) -> float:
        """Weights of one kind, the strongest whole, each further one worth half of the one before."""
        seen = self._seen.get(kind)
        return _fading(seen.values()) if seen else 0.0

    def _is_private(self) -> bool:
        """Rules and bans, which houses of every kind give themselves, and no state, court or place in sight."""
        acts = self._seen.get("policy", {})
        known = max(self._seen.get("place", {}).values(), default=0.0) >= _SURE or self._seen.get("both")
        return not known and all(word.lower() in _PRIVATE for word in acts)

    def _policy(self, both: float, actor: float) -> float:
        """Strength of acts; soft words count as acts beside an act, an actor or a plain phrase, and little alone."""
        acts, soft = self._seen.get("policy"), self._seen.get("soft")
        if acts and not actor and self._is_private():
            return _PRIVATE_ALONE * _fading([*acts.values(), *(soft or {}).values()])
        if not soft:
            return self.strength("policy")
        if acts or actor or both:
            return _fading([*(acts or {}).values(), *soft.values()])
        return (_SOFT_IN_PLACE if self._seen.get("place") else _SOFT_ALONE) * self.strength("soft")

    def _of(self, kind: str) -> Iterable[tuple[str, float]]:
        return self._seen.get(kind, {}).items()

    def _not_ai(self) -> bool:
        """The letters AI stand for something else here, and nothing else speaks of artificial intelligence."""
        if self.strength("not_ai") < _SURE:
            return False
        return {*self._seen.get("ai", {}), *self._seen.get("both", {})} <= self._ambiguous

    def score(self, strengths: dict[str, float], learned: float) -> float:
        """From 0 to 1; `learned` is how far the words beside the tables speak for AI policy, -1 to 1, 0 unknown."""
        if strengths["ai"] == 0.0:
            return _NOTHING
        total = _BIAS + sum(_WEIGHTS[kind] * value for kind, value in strengths.items())
        total += _LEARNED * learned + _LENIENT if learned else 0.0
        return 1.0 / (1.0 + math.exp(-total))

    def strengths(self) -> dict[str, float]:
        """What the score is made of: one number for each of the weights."""
        both = self.strength("both")
        near = self.strength("near")
        ai = min(max(self.strength("ai"), both), 1.3)
        actor = min(self.strength("actor"), 1.5)
        policy = min(max(self._policy(both, actor), both * 0.8), 2.0)
        if self._not_ai():
            ai = both = 0.0
        if ai < 0.7 and near and policy + actor >= 1.0:
            ai = max(ai, min(0.75 * near, 0.85))
        found = {"ai": ai, "policy": policy, "actor": actor, "place": min(self.strength("place"), 1.5)}
        found |= {"both": min(both, 1.5), "pair": float(self._pair)}
        found |= {kind: min(self.strength(kind), 2.0) for kind in _NAMES}
        if self._leads or self._acted:
            found["product"] *= _RELEASED_BY_STATES
        return found

    def reasons(self) -> tuple[str, ...]:
        """For people, one clause each without a full stop; the deciding words in quotation marks."""
        if self._not_ai():
            words = _quoted(self._seen["not_ai"])
            return (f"AI does not stand for artificial intelligence here: {words}",)
        about = {**self._seen.get("ai", {}), **self._seen.get("both", {})} or self._seen.get("near", {})
        state = {
            kind_word: weight for kind in ("place", "actor", "policy", "soft") for kind_word, weight in self._of(kind)
        }
        lines = [f"about AI: {_quoted(about)}" if about else "nothing says it is about AI"]
        if state:
            lines.append(f"law, government or courts: {_quoted(state)}")
        elif not self._seen.get("both"):
            lines.append(_NO_STATE)
        for kind, name in _NAMES.items():
            if self._seen.get(kind):
                lines.append(f"speaks against it, looks like {name}: {_quoted(self._seen[kind])}")
        return tuple(lines)


# What a model of the words, learned from labelled items, adds beside the tables (both as log odds). On 635 real items
# that neither had seen the tables of then had P .967 R .816 F1 .885, the model .836, and both together F1 .91 to .93.
_LEARNED, _LENIENT = 1.5, 0.3
_TELLING = 300  # characters by which the language is told


def _learned(title: str, heading: Sequence[str], beginning: Words) -> float:
    """How far the words speak for AI policy, from -1 to 1; 0 in other languages than English, not learned from."""
    if texts.language(f"{title}. {beginning.text[:_TELLING]}") != "en":
        return 0.0
    (total,) = linear.totals(linear.weights("relevance_weights"), heading, beginning.lows)
    return math.tanh(total / 2)


def _decided(relevant: bool, heading: Sequence[str], beginning: Words) -> str:
    """The reason where the words beside the tables turned the scale."""
    model = linear.weights("relevance_weights")
    told = ", ".join(f"“{one}”" for one in linear.telling(model, heading, beginning.lows, 1 if relevant else -1))
    if relevant:
        return f"words of such news turned the scale: {told}" if told else "words of such news turned the scale"
    return f"words of other news turned the scale: {told}" if told else "words of other news turned the scale"


def _fading(values: Iterable[float]) -> float:
    total, share = 0.0, 1.0
    for value in sorted(values, reverse=True)[:5]:
        total += share * value
        share *= _FADING
    return total


def _does(words: Words, place: Hit[_Sign]) -> bool:
    """Whether a deed follows; “curbs” and the like are one where a clause begins with the place."""
    last = place.last
    if last + 1 >= len(words) or words.lows[last + 1] not in _DEEDS or not words.joined(last):
        return False
    before = place.first - 1
    return (
        words.lows[last + 1] not in _NOUNS or before < 0 or not words.joined(before) or words.lows[before] in _OPENERS
    )


def _is_romance(words: Words, index: int) -> bool:
    if index > 0 and words.lows[index - 1] in _ROMANCE:
        return True
    return index + 1 < len(words.lows) and words.lows[index + 1] in _AFTER_IA


def _is_pair(one: _Sign, other: _Sign) -> bool:
    """AI beside an act or an actor, and not one of the weaker words for them."""
    kinds = {one.kind, other.kind}
    return min(one.weight, other.weight) >= _PLAIN and kinds in ({"ai", "policy"}, {"ai", "actor"}, {"near", "policy"})


def _quoted(words: dict[str, float]) -> str:
    strongest = _distinct(sorted(words, key=lambda word: -words[word])[:6])
    whole = [one for one in strongest if not any(one != other and f" {one} " in f" {other} " for other in strongest)]
    return ", ".join(f"“{word}”" for word in whole[:4])


def _distinct(words: Iterable[str]) -> list[str]:
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(word.lower(), word)
    return list(seen.values())
