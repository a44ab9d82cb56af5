"""What a text tells beside its news: what came before it, and what bystanders did."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.pipeline import jurisdictions
from bot.pipeline.frame.past import recency
from bot.pipeline.jurisdictions import Place
from bot.pipeline.phrases import Hit, Words
from bot.pipeline.text import word_set

_PAST: Final = 0.5  # of its weight: told as what came before
_ASIDE: Final = 0.3  # told of somebody else
_BEFORE, _AFTER = 14, 7  # words of the sentence looked at around a proof
_REACH: Final = 12  # words after a bystander's name that speak of it
# “Last year, lawmakers passed …”, “had vetoed”, “was first introduced”, “a ban that failed two years ago”.
_OPENING = word_set("earlier previously last initially originally historically formerly prior")
_UNITS = word_set("year month fall spring summer winter session term decade years months decades congress")
_HAD = word_set("had previously already originally initially")
_AFTERWARDS = word_set("after since following")
_STOPS: Final = frozenset(".;!?\n")


def past(words: Words, at: int, *, deed: bool = False) -> float:
    """What remains of a proof at word `at` of the body where its sentence tells it as past history; else 1.

    `deed`: its clause was read already, with what “after” and “since” say of it.
    """
    lows, gaps = words.lows, words.gaps
    first = at
    for _ in range(_BEFORE):
        if first == 0 or (gaps[first - 1] != " " and not _STOPS.isdisjoint(gaps[first - 1])):
            break
        first -= 1
    before = lows[first:at]
    if not _HAD.isdisjoint(before[-3:]) or (not deed and not _AFTERWARDS.isdisjoint(before[-6:])):
        return _PAST
    for offset, low in enumerate(before[:6]):
        following = before[offset + 1 : offset + 2]
        if low in _OPENING and following != ["today"] and (low != "last" or not _UNITS.isdisjoint(following)):
            return _PAST
    for after in range(at, min(at + _AFTER, len(lows) - 1)):
        if gaps[after] != " " and not _STOPS.isdisjoint(gaps[after]):
            break
        low = lows[after + 1]
        if low == "ago" or (low == "last" and lows[after + 2 : after + 3] and lows[after + 2] in _UNITS):
            return _PAST
    return 1.0


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
    return min(past(words, at, deed=deed), recency(words, at), _ASIDE if at in others else 1.0)
