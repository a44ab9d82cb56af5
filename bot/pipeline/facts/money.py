"""Amounts of money as data: currency (ISO 4217), amount, qualifier; English, German and French spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention, Scalar
from bot.pipeline.facts import numbers
from bot.pipeline.facts.scan import Scan

_SYMBOLS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "NT$": "TWD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₪": "ILS", "₺": "TRY",
    "₴": "UAH", "₦": "NGN", "฿": "THB", "RS": "INR", "CN¥": "CNY", "RMB": "CNY", "KSH": "KES",
}  # fmt: skip
_CODES = frozenset(
    "USD EUR GBP JPY CNY INR KRW CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF SGD HKD TWD BRL MXN ZAR TRY ILS AED SAR NGN KES".split()
)
# Names after the number, in lower case; the adjective before them decides where a name is shared.
_NAMES = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "pfund": "GBP",
    "livres": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR", "rupee": "INR", "won": "KRW",
    "francs": "CHF", "franken": "CHF", "kronor": "SEK", "kroner": "DKK", "zloty": "PLN", "shekels": "ILS", "reais": "BRL",
    "real": "BRL", "pesos": "MXN", "rand": "ZAR", "roubles": "RUB", "rubles": "RUB", "dirhams": "AED", "naira": "NGN",
    "cents": "USD", "pence": "GBP",
}  # fmt: skip
_ADJECTIVES = {
    "us": "USD", "u.s": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "singapore": "SGD",
    "hong": "HKD", "swiss": "CHF", "british": "GBP", "new": "NZD",
}  # fmt: skip
QUALIFIER = (
    r"(?:more|less|fewer|no more|no less) than|not more than|as (?:much|many|little) as|up to|at (?:least|most)|an estimated|"
    r"over|about|around|nearly|almost|roughly|approximately|some|under|above|below|just (?:over|under)|upwards of|"
    r"mehr als|weniger als|rund|etwa|bis zu|mindestens|höchstens|knapp|über|fast|circa|ca\.|"
    r"plus de|moins de|environ|près de|jusqu['’]à|au moins|au plus|quelque"
)
_QUALIFIED = re.compile(rf"(?<!\w)({QUALIFIER})[ \u00a0](?:a |the |an )?$", re.IGNORECASE)
_BEFORE = re.compile(
    r"(US\$|AU\$|CA\$|NZ\$|HK\$|NT\$|CN¥|[ACSR]\$|\$|£|€|¥|₹|₩|₽|₪|₺|₴|₦|฿|\bRs\.?|\bRMB|\bKSh"
    r"|\b(?:USD|EUR|GBP|JPY|CNY|INR|KRW|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|SGD|HKD|TWD|BRL|MXN|ZAR|TRY|ILS|AED|SAR|NGN|KES))"
    rf"[ \u00a0]?(?=(?P<digits>{numbers.DIGITS}))"
)
_AFTER_SYMBOL = re.compile(
    rf"({numbers.DIGITS})(?:[ \u00a0\u202f\-]?({numbers.SCALE})(?![\w]))?(?:\s?[-–]\s?(?=\d)|)", re.IGNORECASE
)
# A number with a currency after it: found from the currency's name backwards, which is rarer than digits.
_AFTER = re.compile(
    r"(?:€|£|\$|(?:(?:US|U\.S\.|American|Canadian|Australian|Singapore|Swiss|British)[ \-])?"
    r"(?:dollars?|euros?|Euros?|pounds?|Pfund|yen|Yen|yuan|Yuan|renminbi|rupees?|won|francs|Franken|kronor|kroner|zloty|shekels|"
    r"reais|pesos|rand|roubles|rubles|dirhams|naira|livres|pence|cents)|US-Dollar|Dollar|"
    r"USD|EUR|GBP|JPY|CNY|INR|KRW|CHF|CAD|AUD|SEK|NOK|DKK)(?!\w)"
)
_NUMBER_BACK = re.compile(
    rf"(?<![\w.,])({numbers.DIGITS}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"hundred|half a|a|zwei|drei|fünf|zehn|eine|einer|deux|trois|cinq|dix|un))"
    rf"(?:[ \u00a0\u202f\-]?({numbers.SCALE}))?[ \u00a0\u202f\-]?(?:de |d['’])?$",
    re.IGNORECASE,
)
_ARTICLES = {"a": 1.0, "half a": 0.5, "eine": 1.0, "einer": 1.0, "un": 1.0}
_WINDOW = 44  # code points read before a currency name


def find(scan: Scan) -> Iterator[Mention]:
    """Every amount of money, in reading order."""
    found = [*_symbol_first(scan), *_number_first(scan)]
    found.sort(key=lambda mention: (mention.slice.span.start, -mention.slice.span.end))
    covered = -1
    for mention in found:
        if mention.slice.span.start >= covered:
            covered = mention.slice.span.end
            yield mention


def _symbol_first(scan: Scan) -> Iterator[Mention]:
    """$5 million, EUR 20bn, Rs 500 crore."""
    text = scan.text
    for match in _BEFORE.finditer(text):
        amount = _AFTER_SYMBOL.match(text, match.end())
        if amount is None:
            continue
        number = numbers.value(amount[1], "en" if match[1] in "$£US$" else scan.language)
        if number is None:
            continue
        symbol = match[1].rstrip(".").upper()
        currency = _SYMBOLS.get(symbol) or (symbol if symbol in _CODES else "USD")
        end = amount.end(2) if amount[2] else amount.end(1)
        factor = numbers.scale(amount[2] or "", scan.language)
        yield _mention(scan, match.start(), end, currency, number * factor)


def _number_first(scan: Scan) -> Iterator[Mention]:
    """5 million dollars, 100 Millionen Euro, 20 milliards d'euros, half a billion pounds."""
    text = scan.text
    for match in _AFTER.finditer(text):
        low = max(0, match.start() - _WINDOW)
        before = _NUMBER_BACK.search(text[low : match.start()])
        if before is None or (match[0] in "€£$" and text[match.end() : match.end() + 1].isdigit()):
            continue
        word = before[1].lower()
        factor = numbers.scale(before[2] or "", scan.language)
        if word in _ARTICLES and factor == 1:
            continue
        number = _ARTICLES.get(word)
        if number is None:
            spoken = next((table[word] for table in numbers.WORDS.values() if word in table), None)
            number = float(spoken) if spoken is not None else numbers.value(before[1], scan.language)
        if number is None:
            continue
        name = match[0].lower().replace("us-", "us ")
        last = re.split(r"[ \-]", name)[-1]
        currency = _SYMBOLS.get(match[0]) or _NAMES.get(last) or (match[0] if match[0] in _CODES else "")
        adjective = name.split(" ")[0].rstrip(".")
        if adjective != last and adjective in _ADJECTIVES and last not in ("pounds", "francs"):
            currency = _ADJECTIVES[adjective]
        if not currency:
            continue
        if last in ("cents", "pence"):
            number /= 100
        yield _mention(scan, low + before.start(1), match.end(), currency, number * factor)


def _mention(scan: Scan, start: int, end: int, currency: str, amount: float) -> Mention:
    low = max(0, start - 24)
    qualifier = _QUALIFIED.search(scan.text[low:start])
    data: dict[str, Scalar] = {"currency": currency, "amount": numbers.tidy(amount)}
    if qualifier:
        data["qualifier"] = qualifier[1].lower()
        start = low + qualifier.start(1)
    return scan.mention("money", start, end, data)
