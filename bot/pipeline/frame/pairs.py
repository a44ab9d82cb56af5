"""Two words near each other that prove a value together: “opens” … “inquiry”, “Senate” … “backs”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from bot.pipeline.data.words import PairRow
from bot.pipeline.frame.weigh import Proofs
from bot.pipeline.inflection import expanded
from bot.pipeline.phrases import Hit, Words, registered

# 100m and €5bn are one word each.
_SUMS: Final = ("m", "bn", "tn", "mn")
# Words of a text that are read: pairs say what happened, and that stands at the beginning.
_READ: Final = 150
_FARTHEST: Final = 16  # no row reaches farther, numbers with points counted
_NOUN: Final = 4  # shortest word whose plural is looked for, too
# 1.3 billion and 1,300 are one number each.
_IN_NUMBERS: Final = frozenset(".,")
# What ends a clause: no pair reaches across it.
_ENDS: Final = frozenset(".;!?\n")


class _Rule(NamedTuple):
    proofs: Proofs
    second: frozenset[str]
    within: int
    unless: frozenset[str]


class Pairs:
    """Pairs looked up in one pass; every word costs a bounded number of look-ups."""

    def __init__(self, rows: Iterable[PairRow]) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        for id, weight, first, second, within, unless in rows:
            rule = _Rule(((id, weight),), _set(second, plurals=True), within, _set(unless))
            for word in _set(first):
                self._rules.setdefault(word, []).append(rule)
        # Every second word of a first one: most first words stand alone, and one look tells.
        self._seconds = {
            word: frozenset[str]().union(*(rule.second for rule in rules)) for word, rules in self._rules.items()
        }

        self._number = -1

    def find(self, words: Words) -> list[Hit[Proofs]]:
        """Every pair in reading order of its first word; the nearest second word counts."""
        found: list[Hit[Proofs]] = []
        lows = words.lows
        rules_of, seconds_of = self._rules, self._seconds
        if self._number < 0:
            self._number = registered(rules_of)
        for index in words.spots(self._number):
            if index >= _READ:
                break
            ahead = lows[index + 1 : index + 1 + _FARTHEST]
            seconds = seconds_of[lows[index]]
            if seconds.isdisjoint(ahead) and "million" not in seconds:
                continue
            before = lows[index - 1] if index else ""
            rules = [
                rule
                for rule in rules_of[lows[index]]
                if not (rule.second.isdisjoint(ahead) and "million" not in rule.second) and before not in rule.unless
            ]
            if not rules:
                continue
            reach = _reach(words, index, max(rule.within for rule in rules))
            for rule in rules:
                for last, cost in reach:
                    if cost > rule.within:
                        break
                    low = lows[last]
                    if low in rule.second or (low[0].isdigit() and low.endswith(_SUMS) and "million" in rule.second):
                        found.append(Hit(rule.proofs, index, last, words.starts[index], words.ends[last]))
                        break
        return found


def _reach(words: Words, index: int, farthest: int) -> list[tuple[int, int]]:
    """The words after word `index` in its clause, each with how far it is; a comma or colon is worth two words."""
    reach: list[tuple[int, int]] = []
    cost = 0
    for last in range(index + 1, min(index + 1 + farthest, len(words))):
        gap = words.gaps[last - 1]
        if gap in _IN_NUMBERS:
            continue
        if not _ENDS.isdisjoint(gap):
            break
        cost += 3 if "," in gap or ":" in gap else 1
        reach.append((last, cost))
    return reach


def _set(words: str, *, plurals: bool = False) -> frozenset[str]:
    forms = {form for word in words.split() for form in expanded(word)}
    if plurals:
        forms |= {word + "s" for word in forms if len(word) >= _NOUN and not word.endswith("s")}
    return frozenset(forms)
