"""Content words folded for comparison: case, inflection and the commonest names of countries made alike."""

from __future__ import annotations

import re

from bot.pipeline.text import word_set

_WORD = re.compile(r"[^\W_][^\W_]*(?:[.'’][^\W_]+)*")  # the first letter apart: it is looked for fast
_ASCII_WORD = re.compile(r"[0-9A-Za-z][0-9A-Za-z]*(?:[.'][0-9A-Za-z]+)*")  # faster
_STOP = word_set(
    "a an the and or but nor so yet if of in on at to for from by with without about into onto over under after "
    "before during "
    "between among through against within across upon as is are was were be been being am do does did done has "
    "have had having "
    "will would shall should can could may might must it its he him his she her they them their we us our you "
    "your i me my this "
    "that these those there here who whom whose which what when where why how not no than then also more most "
    "some any each "
    "other such only own same too very just said says say told tell added according new one two up out off all "
    "both while "
    "however because since until though although per via monday tuesday wednesday thursday friday saturday "
    "sunday today "
    "yesterday mr mrs ms dr s t re ve ll d m cnn "
    "der die das den dem des ein eine einer eines einem einen und oder aber nicht mit von vom zu zum zur im am "
    "auf für ist sind "
    "war waren wird werden wurde wurden hat haben hatte sich auch als wie bei nach aus über es er sie wir dass "
    "daß sein seine ihre "
    "le la les un une des du de et ou mais dans en au aux pour par sur avec est sont été a ont avait ce cette "
    "ces qui que dont il "
    "elle ils elles se sa son ses leur leurs ne pas plus"
)
_ALIASES = {
    "u.s": "us", "u.s.a": "us", "usa": "us", "u.k": "uk", "britain": "uk", "british": "uk",
    "america": "us", "american": "us",
    "artificial": "ai", "intelligence": "ai", "a.i": "ai", "e.u": "eu", "european": "eu",
}  # fmt: skip
_PAIRS = {("unit", "stat"): "us", ("unit", "kingdom"): "uk", ("eu", "union"): "eu"}
_SECOND = frozenset(second for _, second in _PAIRS)


def stems(text: str) -> list[str]:
    """Content words of a text, folded for comparison: case, inflection, the commonest names of countries."""
    plain = list(filter(None, map(_STEMS.__getitem__, (_ASCII_WORD if text.isascii() else _WORD).findall(text))))
    if _SECOND.isdisjoint(plain):
        return plain
    found: list[str] = []
    for stem in plain:
        if found and (found[-1], stem) in _PAIRS:
            found[-1] = _PAIRS[(found[-1], stem)]
        else:
            found.append(stem)
    return found


def _stem(word: str) -> str:
    """First letters, enough to bring inflected forms together (sign, signed, signing); nothing for a function word."""
    low = word.lower()
    if low.endswith(("'s", "’s")):
        low = low[:-2]
    if low in _STOP and not (word.isupper() and len(word) in (2, 3)):
        return ""
    low = _ALIASES.get(low, low)
    if len(low) <= 4 or low.isdigit():
        return low
    for ending in ("ings", "ing", "ies", "ied", "ed", "es", "s", "ly"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    return low[:7].rstrip("e")


class _Stems(dict[str, str]):
    """The stems of words met so far, as many as a few hundred articles have."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        found = self[word] = _stem(word)
        return found


_MOST_STEMS = 20_000
_STEMS = _Stems()

# Words that say that there is news and not what it is: a lead with few others tells a headline again.
VAGUE = frozenset(
    stems(
        "establish form create set start begin launch introduce unveil release publish announce announcement reveal "
        "agree join cooperate collaborate work together team plan aim effort move step formal official new major key "
        "important significant address tackle deal concern concerns issue issues question matter challenge regard "
        "regarding related country nation government force forces"
    )
)
