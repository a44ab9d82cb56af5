"""Amounts of money in headlines, and what they are for: a round of funding, a purchase, a penalty."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.pipeline.stories import tokens

ROUNDING: Final = 0.1  # two newsrooms round one amount differently by no more than this share
_CURRENCY: Final = {
    "€": "eur", "euro": "eur", "euros": "eur", "eur": "eur", "$": "usd", "us$": "usd", "dollar": "usd",
    "dollars": "usd", "usd": "usd", "£": "gbp", "pound": "gbp", "pounds": "gbp", "gbp": "gbp",
}  # fmt: skip
_SCALE: Final = {"": 1.0, "k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
_NUMBER: Final = (
    r"(?P<{0}>\d{{1,15}}(?:[.,]\d{{1,15}}){{0,5}})[ -]?"
    r"(?P<{1}>k|thousand|tausend|mn|mln|m(?:illion(?:en)?)?|bn|b|billion|mio|mrd|milliarden?)?\b\.?"
)
_MONEY: Final = re.compile(
    rf"(?P<sign>US\$|[€$£]|\bEUR\b|\bUSD\b)\s?{_NUMBER.format('n1', 's1')}"
    rf"|(?<!\d)(?<!\d[.,]){_NUMBER.format('n2', 's2')}[ -]?(?P<unit>euros?|dollars?|pounds?|€|eur|usd|gbp)",
    re.IGNORECASE,
)
RATES: Final = 2.0  # dollar, euro and pound have been nearer than that to each other for thirty years
_KINDS: Final = {
    tokens.stem(word): row.split()[0]
    for row in (
        "funding raise raises raised raising round financing funded fundraise fundraising lève levée "
        "finanzierungsrunde",
        "investment invest invests investing invested stake stakes investiert investieren beteiligt investit",
        "purchase acquire acquires acquired acquisition buy buys bought buying takeover übernimmt übernahme kauft "
        "rachète",
        "penalty penalties fine fines fined pay pays settle settles settlement verdict damages strafe geldbuße bußgeld "
        "geldstrafe millionenstrafe amende amendes",
    )
    for word in row.split()
}
# What a company is worth is no part of a deal: `raises $1B at $26B valuation`, `joins the $10bn club`.
_WORTH: Final = re.compile(
    r"\b(?:valued|valuation|worth|bewertet|bewertung|valorisée?|at|bei)\b[^$€£\d]{0,20}[$€£]?\s?[\d.,]{1,9}\s?\w{0,10}"
    r"|[$€£]\s?[\d.,]{1,9}\s?\w{0,10}[ -](?:\w{1,3} )?(?:valuation|company|club|startup|market cap)\b",
    re.IGNORECASE,
)


def amounts(title: str) -> tuple[tuple[str, float], ...]:
    """Amounts of money a headline names, as (currency, value in its units)."""
    found = []
    for match in _MONEY.finditer(title):
        sign = match["sign"] or match["unit"]
        root = tokens.read(match["n1"] or match["n2"]).root
        scale = (match["s1"] or match["s2"] or "").lower()
        power = 1e9 if scale in ("mrd", "milliarde", "milliarden") else _SCALE[scale[:1]]
        try:
            found.append((_CURRENCY.get(sign.lower(), sign), float(root) * power))
        except ValueError:  # 1.2.3 is no amount
            continue
    return tuple(found)


@lru_cache(maxsize=8192)
def stakes(title: str) -> tuple[frozenset[str], tuple[tuple[str, float], ...]]:
    """What money a headline tells of (`funding`, `investment`, `purchase`, `penalty`), and the amounts of it."""
    kinds = frozenset(found for word in tokens.words(title) if (found := _KINDS.get(tokens.stem(word.lower()))))
    return kinds, amounts(_WORTH.sub(" ", title)) if kinds else ()


def other_money(one: tuple[tuple[str, float], ...], other: tuple[tuple[str, float], ...]) -> bool:
    """Whether two headlines name amounts of money and none of about the same value, whatever the day's rates are."""
    close = [
        abs(mine - theirs) <= ROUNDING * max(mine, theirs)
        if unit == kind
        else max(mine, theirs) <= RATES * min(mine, theirs)
        for unit, mine in one
        for kind, theirs in other
    ]
    return bool(close) and not any(close)
