"""Amounts of money as data: currency (ISO 4217), amount, qualifier; English, German and French spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.model import Mention, Scalar
from bot.pipeline.facts import numbers
from bot.pipeline.facts.scan import Scan
from bot.pipeline.text import word_set

_SYMBOLS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "R$": "BRL",
    "NT$": "TWD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₪": "ILS",
    "₺": "TRY", "₴": "UAH", "₦": "NGN", "฿": "THB", "RS": "INR", "CN¥": "CNY", "RMB": "CNY", "KSH": "KES",
}  # fmt: skip
_CODES = word_set(
    "USD EUR GBP JPY CNY INR KRW CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF SGD HKD TWD BRL MXN ZAR TRY ILS AED SAR "
    "NGN KES"
)
# Names after the number, in lower case; the adjective before them decides where a name is shared.
_NAMES = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "pfund": "GBP",
    "livres": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR", "rupee": "INR", "won": "KRW",
    "francs": "CHF", "franken": "CHF", "kronor": "SEK", "kroner": "DKK", "zloty": "PLN", "shekels": "ILS",
    "reais": "BRL", "real": "BRL",
    "pesos": "MXN", "rand": "ZAR", "roubles": "RUB", "rubles": "RUB", "dirhams": "AED", "naira": "NGN",
    "cents": "USD", "pence": "GBP",
}  # fmt: skip
_ADJECTIVES = {
    "us": "USD", "u.s": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "singapore": "SGD",
    "swiss": "CHF", "british": "GBP",
}  # fmt: skip
QUALIFIER = (
    r"(?:more|less|fewer|no more|no less) than|not more than|as (?:much|many|little) as|up to|at (?:least|most)|"
    r"an estimated|"
    r"over|about|around|nearly|almost|roughly|approximately|some|under|above|below|just (?:over|under)|upwards of|"
    r"mehr als|weniger als|rund|etwa|bis zu|mindestens|höchstens|knapp|über|fast|circa|ca\.|"
    r"plus de|moins de|environ|près de|jusqu['’]à|au moins|au plus|quelque"
)
# What such words end with; most numbers have none of them before.
_QUALIFYING = word_set(
    "than as to least most estimated over about around nearly almost roughly approximately some under above below of "
    "als rund etwa zu mindestens höchstens knapp über fast circa de environ moins plus quelque"
)
_ARTICLE_AHEAD = frozenset({"a", "the", "an"})
_QUALIFIED = re.compile(rf"(?<!\w)({QUALIFIER})[ \u00a0](?:a |the |an )?$", re.IGNORECASE)
_SYMBOL = re.compile("[$£€¥₹₩₽₪₺₴₦฿]")
_COUNTRY = re.compile(r"(?<![A-Za-z])(?:US|AU|CA|NZ|HK|NT|CN|[ACSR])$")  # the letters before $ in US$, A$, ...
_AMOUNT = re.compile(rf"[ \u00a0]?({numbers.DIGITS})(?:[ \u00a0\u202f\-]?({numbers.SCALE})(?!\w))?", re.IGNORECASE)
_NUMBER_BACK = re.compile(
    rf"(?<![\w.,])({numbers.DIGITS}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|"
    r"thirty|forty|fifty|"
    r"hundred|half a|a|zwei|drei|fünf|zehn|eine|einer|deux|trois|cinq|dix|un))"
    rf"(?:[ \u00a0\u202f\-]?({numbers.SCALE}))?[ \u00a0\u202f\-]?(?:de |d['’])?$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\b(US|U\.S\.|American|Canadian|Australian|Singapore|Swiss|British)[ \-]$", re.IGNORECASE)
_ARTICLES = {"a": 1.0, "half a": 0.5, "eine": 1.0, "einer": 1.0, "un": 1.0}
_WINDOW = 44  # code points read before a currency name


def may_qualify(before: str) -> bool:
    """Whether the words before a number may say that it is more or less; False is certain, and cheap."""
    words = before.rsplit(None, 2)
    if words and words[-1].lower() in _ARTICLE_AHEAD:
        words.pop()
    last = words[-1].rpartition(" ")[2] if words else ""
    return last.lower() in _QUALIFYING or not last.isalpha()  # with marks, “(about”, it takes a closer look


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
    """$5 million, EUR 20bn, Rs 500 crore; and 5 €."""
    text = scan.text
    for match in _SYMBOL.finditer(text):
        letters = _COUNTRY.search(text[max(0, match.start() - 3) : match.start()])
        prefix = letters[0] if letters else ""
        currency = _SYMBOLS.get(prefix + match[0]) or _SYMBOLS.get(match[0], "USD")
        found = _leading(scan, match.start() - len(prefix), match.end(), currency)
        if found is None:
            found = _trailing(scan, match.start(), match.end(), currency)
        if found:
            yield found
    for start, end in scan.triggers("currency"):
        code = text[start:end]
        if code in _CODES or code in ("Rs", "RMB", "KSh"):
            currency = _SYMBOLS.get(code.upper(), code)
            if found := _leading(scan, start, end + (text[end : end + 1] == "."), currency):
                yield found


def _leading(scan: Scan, start: int, end: int, currency: str) -> Mention | None:
    """The amount after a symbol or code that stands at `start` to `end`."""
    amount = _AMOUNT.match(scan.text, end)
    number = numbers.value(amount[1], scan.language) if amount else None
    if amount is None or number is None:
        return None
    factor = numbers.scale(amount[2] or "", scan.language)
    return _mention(scan, start, amount.end(), currency, number * factor)


def _number_first(scan: Scan) -> Iterator[Mention]:
    """5 million dollars, 100 Millionen Euro, 20 milliards d'euros, half a billion pounds."""
    text = scan.text
    for start, end in scan.triggers("currency"):
        name = text[start:end].lower()
        currency = _NAMES.get(name) or (text[start:end] if text[start:end] in _CODES else "")
        if not currency:
            continue
        adjective = _ADJECTIVE.search(text[max(0, start - 12) : start])
        if adjective and name not in ("pounds", "francs"):
            currency = _ADJECTIVES.get(adjective[1].lower().rstrip("."), currency)
        begin = start - (len(adjective[0]) if adjective else 0)
        found = _trailing(scan, begin, end, currency, hundredths=name in ("cents", "pence"))
        if found:
            yield found


def _trailing(scan: Scan, start: int, end: int, currency: str, *, hundredths: bool = False) -> Mention | None:
    """The amount before a symbol or name that stands at `start` to `end`."""
    low = max(0, start - _WINDOW)
    before = _NUMBER_BACK.search(scan.text[low:start])
    if before is None:
        return None
    word = before[1].lower()
    factor = numbers.scale(before[2] or "", scan.language)
    if word in _ARTICLES and factor == 1:
        return None
    number = _ARTICLES.get(word)
    if number is None:
        spoken = next((table[word] for table in numbers.WORDS.values() if word in table), None)
        number = float(spoken) if spoken is not None else numbers.value(before[1], scan.language)
    if number is None:
        return None
    return _mention(scan, low + before.start(1), end, currency, number * factor / (100 if hundredths else 1))


def _mention(scan: Scan, start: int, end: int, currency: str, amount: float) -> Mention:
    low = max(0, start - 24)
    near = scan.text[low:start]
    qualifier = _QUALIFIED.search(near) if may_qualify(near) else None
    data: dict[str, Scalar] = {"currency": currency, "amount": numbers.tidy(amount)}
    if qualifier:
        data["qualifier"] = qualifier[1].lower()
        start = low + qualifier.start(1)
    return scan.mention("money", start, end, data)
