"""AI policy or not: a score from the words of headline and text, with the words that decided."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.model import Verdict
from bot.pipeline.data.relevance_words import TABLE
from bot.pipeline.phrases import SHARED, Hit, Lexicon, Words, different_words, shared

_READ = 1_600  # code points of the text that are read: the lead decides, and hostile length costs nothing
_HEADLINE = 600  # and of the headline


class _Sign(NamedTuple):
    kind: str
    weight: float
    ambiguous: bool  # it rests on the two letters AI, which are also a flu, an airline and a human-rights group


_AMBIGUOUS = frozenset({"=AI", "=A.I.", "=AIs", "=IA", "=KI"})

_LEXICON: Lexicon[_Sign] = Lexicon(
    (phrase, _Sign(kind, weight, phrase in _AMBIGUOUS or phrase.lower().startswith(("ai ", "=ai "))))
    for kind, rows in TABLE.items()
    for weight, phrases in rows.items()
    for phrase in phrases.split("|")
)

# Without any of these nothing is about AI, whatever else is said; most entries of general feeds end here.
_SUBJECTS = frozenset({"ai", "near", "both"})
_SUBJECT: Lexicon[str] = Lexicon(
    (phrase, kind) for kind in sorted(_SUBJECTS) for phrases in TABLE[kind].values() for phrase in phrases.split("|")
)
_NOTHING = 0.02
_NO_SUBJECT = Verdict(False, _NOTHING, ("nothing says it is about AI",))

# What one more sign of a kind adds once its first is counted: a second law is worth half, a third a quarter.
_FADING = 0.5
# What soft words are worth where nothing else speaks of a state; the second where a place at least is named. Tuned on
# tests/quality/relevance and on 68 headlines of AI trade feeds (2026), of which a quarter of the wrong ones were these.
_SOFT_ALONE, _SOFT_IN_PLACE = 0.4, 0.8
# The title counts whole; the text less, and less again after its first hundred words.
_TITLE, _LEAD, _REST = 1.0, 0.65, 0.25
_LEAD_WORDS = 60

# Logistic regression drawn towards the weights set by hand before (penalty 1 on the difference) over the tuning sets of
# tests/quality/relevance and 145 unseen headlines with leads of 2023 to 2026 from trade feeds and policy digests, then
# rounded; held-out figures are pinned in test_relevance_quality.py.
_BIAS = -4.5
_WEIGHTS = {
    "ai": 1.5,
    "policy": 3.8,
    "actor": 3.1,
    "place": 1.9,
    "both": 1.4,
    "near": 0.0,
    "pair": 1.2,
    "product": -1.7,
    "money": -1.4,
    "earnings": -3.0,
    "research": -1.4,
    "it": -2.2,
    "culture": -2.1,
    "howto": -1.4,
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


def judge(title: str, text: str = "", *, outlet: str = "", language: str = "en", strictness: float = 0.5) -> Verdict:
    """Decide whether an item is AI policy, from its headline and its summary or full text.

    `strictness` from 0 (take nearly everything about AI and the state) to 1 (only the plain cases); .5 is the
    balance the weights were tuned for. Never raises; empty input is not relevant. Linear in the text, of which
    only the beginning is read.
    """
    if not _SUBJECT.touches(different_words(title[:_HEADLINE] + "\n" + text[:_READ])):
        return _NO_SUBJECT
    found = _Evidence(language)
    headline = title[:_HEADLINE]
    aside = _CONCEDED.search(headline)
    if aside:
        found.add(Words(headline[: aside.start()]), _TITLE, _TITLE)
        found.close_result()
    found.add(Words(headline), _TITLE, _TITLE)
    found.close_headline()
    found.add(_beginning(title, text), _LEAD, _REST)
    score = found.score()
    return Verdict(score >= threshold(strictness), round(score, 3), found.reasons())


def threshold(strictness: float = 0.5) -> float:
    """The least score that counts as relevant at a strictness from 0 to 1."""
    return 0.2 + 0.6 * min(max(strictness, 0.0), 1.0)


def _beginning(title: str, text: str) -> Words:
    """The words of the text's beginning; one that only repeats its headline proves nothing more."""
    if title and text.startswith(title):
        return Words(text[len(title) : _READ])
    return shared(text[:SHARED]).head(_READ)


_OF_A_STATE = frozenset({"policy", "actor", "both", "soft"})
# “Revenue jumps even as export curbs bite”: the result is the news, in spite of what stands after these words.
_CONCEDED = re.compile(r"\b(?:even as|even though|despite|in spite of|notwithstanding|trotz|malgré)\b", re.IGNORECASE)
_ASIDE = 0.6  # what acts of state told after a headline of another kind are worth


class _Evidence:
    """What was found, by kind: how strongly, and the words for the reasons."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._seen: dict[str, dict[str, float]] = {}  # kind -> word -> strongest weight
        self._ambiguous: set[str] = set()
        self._pair = False
        self._aside = 1.0

    def close_result(self) -> None:
        """A headline of a company's results, before it says in spite of what: acts of state are told as an aside."""
        if "earnings" in self._seen and _OF_A_STATE.isdisjoint(self._seen):
            self._aside = _ASIDE

    def close_headline(self) -> None:
        """A headline that speaks against, and of no state or act: the text names those as background."""
        kinds = self._seen.keys()
        if not kinds.isdisjoint(_NAMES) and kinds.isdisjoint(_OF_A_STATE):
            self._aside = _ASIDE

    def add(self, words: Words, lead: float, rest: float) -> None:
        previous: Hit[_Sign] | None = None
        for hit in _LEXICON.find(words):
            kind, weight, ambiguous = hit.value
            shown = words.text[hit.start : hit.end]
            if ambiguous:
                if shown == "IA" and self._language == "en":
                    continue
                self._ambiguous.add(shown)
            seen = self._seen.setdefault(kind, {})
            value = weight * (lead if hit.first < _LEAD_WORDS else rest)
            if kind in _OF_A_STATE:
                value *= self._aside
            if value > seen.get(shown, 0.0):
                seen[shown] = value
            if previous is not None and hit.first - previous.last <= 5 and _is_pair(previous.value.kind, kind):
                self._pair = True
            previous = hit

    def strength(self, kind: str) -> float:
        """Weights of one kind, the strongest whole, each further one worth half of the one before."""
        return _fading(self._seen.get(kind, {}).values())

    def _policy(self, both: float, actor: float) -> float:
        """Strength of acts; soft words count as acts beside an act, an actor or a plain phrase, and little alone."""
        acts, soft = self._seen.get("policy"), self._seen.get("soft")
        if not soft:
            return self.strength("policy")
        if acts or actor or both:
            return _fading([*(acts or {}).values(), *soft.values()])
        return (_SOFT_IN_PLACE if self._seen.get("place") else _SOFT_ALONE) * self.strength("soft")

    def _of(self, kind: str) -> Iterable[tuple[str, float]]:
        return self._seen.get(kind, {}).items()

    def _not_ai(self) -> bool:
        """The letters AI stand for something else here, and nothing else speaks of artificial intelligence."""
        if not self._seen.get("not_ai"):
            return False
        return {*self._seen.get("ai", {}), *self._seen.get("both", {})} <= self._ambiguous

    def score(self) -> float:
        both = self.strength("both")
        near = self.strength("near")
        ai = min(max(self.strength("ai"), both), 1.3)
        actor = min(self.strength("actor"), 1.5)
        policy = min(max(self._policy(both, actor), both * 0.8), 2.0)
        if self._not_ai():
            ai = both = 0.0
        if ai < 0.7 and near and policy + actor >= 1.0:
            ai = max(ai, min(0.75 * near, 0.85))
        if ai == 0.0:
            return _NOTHING
        logit = _BIAS + _WEIGHTS["ai"] * ai + _WEIGHTS["policy"] * policy + _WEIGHTS["actor"] * actor
        logit += _WEIGHTS["place"] * min(self.strength("place"), 1.5)
        logit += _WEIGHTS["both"] * min(both, 1.5) + (_WEIGHTS["pair"] if self._pair else 0.0)
        for kind in _NAMES:
            logit += _WEIGHTS[kind] * min(self.strength(kind), 2.0)
        return 1.0 / (1.0 + math.exp(-logit))

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
            lines.append("nothing says law, government or courts")
        for kind, name in _NAMES.items():
            if self._seen.get(kind):
                lines.append(f"speaks against it, looks like {name}: {_quoted(self._seen[kind])}")
        return tuple(lines)


def _fading(values: Iterable[float]) -> float:
    total, share = 0.0, 1.0
    for value in sorted(values, reverse=True)[:5]:
        total += share * value
        share *= _FADING
    return total


def _is_pair(one: str, other: str) -> bool:
    return {one, other} in ({"ai", "policy"}, {"ai", "actor"}, {"near", "policy"})


def _quoted(words: dict[str, float]) -> str:
    strongest = sorted(words, key=lambda word: -words[word])[:4]
    return ", ".join(f"“{word}”" for word in _distinct(strongest))


def _distinct(words: Iterable[str]) -> list[str]:
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(word.lower(), word)
    return list(seen.values())
