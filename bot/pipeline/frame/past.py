"""What is told as the past of the news: “last year the EU adopted”, “since 2019”, “in October”, “nach der Anhörung”."""

from __future__ import annotations

from typing import Final

from bot.pipeline.phrases import Words
from bot.pipeline.text import word_set

_REACH: Final = 9  # words of the clause before and after a deed in which its time is told
_EARLIER = word_set(
    "previously formerly originally ago former précédemment auparavant zuvor ursprünglich damals vergangenen "
    "vergangenes vergangene letztes letzten dernier dernière vorigen voriges"
)
_LAST = word_set("last earlier previous")
_PERIODS = word_set(
    "year month months summer autumn fall winter spring week weeks weekend january february march april may june july "
    "august september october november december government administration"
)
_MONTHS = word_set(
    "january february march april may june july august september october november december januar februar märz mai "
    "juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre"
)
_IN = word_set("in since im seit en depuis by late early mid")
_STOPS: Final = frozenset(".;!?\n")


_BEFORE, _THEN = 0.25, 0.45


def recency(words: Words, at: int) -> float:
    """What of a deed's weight remains, 0 to 1, by what the clause around word `at` says of its time.

    A day, “on 3 October”, is told of news as well; a month or a year alone is not.
    """
    lows, gaps = words.lows, words.gaps
    begin = end = at
    while begin > 0 and at - begin < _REACH and _STOPS.isdisjoint(gaps[begin - 1]):
        begin -= 1
    while end + 1 < len(lows) and end - at < _REACH and _STOPS.isdisjoint(gaps[end]):
        end += 1
    for index in range(begin, end + 1):
        low = lows[index]
        if low in _EARLIER:
            return _BEFORE
        if low in _LAST and index < end and (lows[index + 1] in _PERIODS or lows[index + 1] == "this"):
            return _BEFORE
        if low in _IN and index < end and _is_dateless(lows, index + 1):
            return _THEN
    return 1.0


def _is_dateless(lows: list[str], at: int) -> bool:
    """“2023”, “October”, “October 2023”: no day beside it."""
    low = lows[at]
    if low.isdigit():
        return len(low) == 4
    if low not in _MONTHS:
        return False
    following = lows[at + 1] if at + 1 < len(lows) else ""
    return not (following.isdigit() and len(following) <= 2)


_CAME_BEFORE: Final = 0.5  # of its weight
_WORDS_BEFORE, _WORDS_AFTER = 14, 7  # words of the sentence looked at around a proof
# “Last year, lawmakers passed …”, “had vetoed”, “was first introduced”, “a ban that failed two years ago”.
_OPENING = word_set("earlier previously last initially originally historically formerly prior")
_UNITS = word_set("year month fall spring summer winter session term decade years months decades congress")
_HAD = word_set("had previously already originally initially")
_AFTERWARDS = word_set("after since following")


def history(words: Words, at: int, *, deed: bool = False) -> float:
    """What remains of a proof at word `at` of the body where its sentence tells it as past history; else 1.

    `deed`: its clause was read already, with what “after” and “since” say of it.
    """
    lows, gaps = words.lows, words.gaps
    first = at
    for _ in range(_WORDS_BEFORE):
        if first == 0 or (gaps[first - 1] != " " and not _STOPS.isdisjoint(gaps[first - 1])):
            break
        first -= 1
    before = lows[first:at]
    if not _HAD.isdisjoint(before[-3:]) or (not deed and not _AFTERWARDS.isdisjoint(before[-6:])):
        return _CAME_BEFORE
    for offset, low in enumerate(before[:6]):
        following = before[offset + 1 : offset + 2]
        if low in _OPENING and following != ["today"] and (low != "last" or not _UNITS.isdisjoint(following)):
            return _CAME_BEFORE
    for after in range(at, min(at + _WORDS_AFTER, len(lows) - 1)):
        if gaps[after] != " " and not _STOPS.isdisjoint(gaps[after]):
            break
        low = lows[after + 1]
        if low == "ago" or (low == "last" and lows[after + 2 : after + 3] and lows[after + 2] in _UNITS):
            return _CAME_BEFORE
    return 1.0
