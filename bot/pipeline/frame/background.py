"""What a text tells beside its news: what came before it, and what bystanders did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.pipeline import jurisdictions
from bot.pipeline.frame.past import history, recency
from bot.pipeline.jurisdictions import Place
from bot.pipeline.phrases import Hit, Words

_ASIDE: Final = 0.3  # told of somebody else
_REACH: Final = 12  # words after a bystander's name that speak of it
_STOPS: Final = frozenset(".;!?\n")


def aside(words: Words, places: Iterable[Hit[Place]], own: frozenset[str], of_states: bool) -> frozenset[int]:
    """The words of the body that speak of a jurisdiction which is not the story's own.

    `of_states`: the headline speaks of American states, none of which stands by.
    """
    countries = {jurisdictions.country(code) for code in own}
    if len(countries) != 1 or any(code.startswith("X-") or code == "UN" for code in own):
        return frozenset()  # states between them: none of these stands by
    found: set[int] = set()
    for hit in places:
        code = hit.value.code
        if hit.value.kind == "body":
            continue  # others have such a body, too
        if code in own:
            found.difference_update(range(hit.first, hit.last + _REACH + 1))
            continue
        if jurisdictions.country(code) in countries and (of_states or "US" not in countries):
            continue
        for at in range(hit.last, min(hit.last + _REACH, len(words) - 1)):
            if words.gaps[at] != " " and not _STOPS.isdisjoint(words.gaps[at]):
                break
            found.add(at + 1)
    return frozenset(found)


def weight(at: int, words: Words, others: frozenset[int], *, deed: bool = False) -> float:
    """What remains of a proof at word `at` of the body."""
    return min(history(words, at, deed=deed), recency(words, at), _ASIDE if at in others else 1.0)
