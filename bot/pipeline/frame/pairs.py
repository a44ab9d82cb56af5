"""Two words near each other that prove a value together: “opens” … “inquiry”, “Senate” … “backs”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from bot.pipeline.data.words import PairRow
from bot.pipeline.frame.weigh import Proofs
from bot.pipeline.inflection import expanded
from bot.pipeline.phrases import Hit, Words

# What ends a clause: no pair reaches across it.
_ENDS: Final = frozenset(".;:!?\n")


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
            rule = _Rule(((id, weight),), _set(second), within, _set(unless))
            for word in _set(first):
                self._rules.setdefault(word, []).append(rule)

    def find(self, words: Words) -> list[Hit[Proofs]]:
        """Every pair in reading order of its first word; the nearest second word counts."""
        found: list[Hit[Proofs]] = []
        lows = words.lows
        for index in [at for at, low in enumerate(lows) if low in self._rules]:
            rules = self._rules[lows[index]]
            ahead = _clause(words, index, max(rule.within for rule in rules))
            before = lows[index - 1] if index else ""
            for rule in rules:
                if before in rule.unless:
                    continue
                for last in range(index + 1, index + 1 + min(rule.within, ahead)):
                    if lows[last] in rule.second:
                        found.append(Hit(rule.proofs, index, last, words.starts[index], words.ends[last]))
                        break
        return found


def _clause(words: Words, index: int, longest: int) -> int:
    """How many words follow word `index` in its clause, at most `longest`."""
    for ahead in range(longest):
        gap = words.gaps[index + ahead]
        if index + ahead + 1 >= len(words) or not _ENDS.isdisjoint(gap):
            return ahead
    return longest


def _set(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in expanded(word))
