"""One story, several outlets: whose words agree, and where a number or a name differs. Facts are never merged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from bot.model import Difference, Mention, Quote, Reading
from bot.pipeline.cards import Told
from bot.pipeline.stories.tokens import stem
from bot.pipeline.stories.vocabulary import COMMON, STOP
from bot.pipeline.text import word_set

_UNITS: Final = word_set("thousand hundred million billion dollars euros pounds percent percentage cent points prozent")
_AFTER_A_NAME: Final = word_set("jr sr junior senior ii iii iv phd")
_LEAST_WORDS = 4  # a shorter quotation ("a landmark deal") proves no second witness
_MARKS: Final = re.compile(r"[^\w%€$£]+")
_SKIPPED: Final = re.compile(r"\[[^\]]{0,40}\]|\(\s{0,3}(?:\.{3}|…)\s{0,3}\)|\.{3}|…")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBERS: Final = frozenset({"count", "money", "percentage", "vote"})
# "more than 60" against "61" is no contradiction; the extractors put such words into `data["qualifier"]`.
_ONE_TO_TWELVE: Final = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_AS_WORDS: Final = {word: str(number) for number, word in enumerate(_ONE_TO_TWELVE, start=1)}


def across(told: Sequence[Told], lead_id: int) -> tuple[tuple[str, ...], tuple[Difference, ...]]:
    """(outlets that carry the pulled words too, what the outlets tell differently), seen from the article that leads.

    Articles of the lead's own outlet do not count: they are no second witness.
    """
    lead = next((one for one in told if one.article_id == lead_id), None)
    if lead is None:
        return (), ()
    others = [one for one in told if fold(one.article.outlet) != fold(lead.article.outlet)]
    pull = lead.reading.pull
    confirmed = [one.article.outlet for one in others if pull is not None and confirms(one.reading.quotes, pull)]
    differs = (*_different_numbers(lead, others), *_different_speakers(lead, others))
    return tuple(dict.fromkeys(confirmed)), differs


def confirms(quotes: Sequence[Quote], pull: Quote) -> bool:
    """Whether quotations of another outlet hold all of a pulled one, each part word for word, under the same name or
    none; one part has at least four words.
    """
    parts = _pieces(pull)
    if all(len(words) < _LEAST_WORDS for words in parts):
        return False
    # An attribution in the middle (“…,” she said, “…”) cuts no words out.
    theirs = [
        words
        for quote in quotes
        if not _two_people(pull.speaker, quote.speaker)
        for words in _pieces(quote, whole=True)
    ]
    return all(any(_within(part, words) for words in theirs) for part in parts)


def same_words(one: Quote, other: Quote) -> bool:
    """Whether two quotations share a run of words, at least four, whoever said it: an outlet may cut, not reword."""
    mine, theirs = _segments(one), _segments(other)
    return any(_within(short, long) for short in mine for long in theirs) or any(
        _within(short, long) for short in theirs for long in mine
    )


def _segments(quote: Quote) -> list[list[str]]:
    return [words for words in _pieces(quote) if len(words) >= _LEAST_WORDS]


def _pieces(quote: Quote, *, whole: bool = False) -> list[list[str]]:
    """The words of each part between marks of what was left out; of all parts as they follow each other, if `whole`."""
    parts = [part.text for part in quote.parts]
    if whole:
        parts = [" ".join(parts)]
    found = [fold(piece).split() for part in parts for piece in _SKIPPED.split(part)]
    return [words for words in found if words]


def _within(short: list[str], long: list[str]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def fold(text: str) -> str:
    """Words only: no case, quotation marks, dashes or blanks of one house's style."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("'", "")
    return " ".join(_MARKS.sub(" ", text).split())


def _different_numbers(lead: Told, others: Sequence[Told]) -> list[Difference]:
    """Numbers of the same thing that differ: exactly one value on each side, same kind and same noun."""
    mine = _figures(lead.reading)
    differing: dict[tuple[str, str], dict[str, list[str]]] = {}
    for other in others:
        for what, (value, shown) in _figures(other.reading).items():
            if what in mine and mine[what][0] != value:
                values = differing.setdefault(what, {mine[what][1]: [lead.article.outlet]})
                values.setdefault(shown, []).append(other.article.outlet)
    return [
        Difference(what[1], tuple(values), tuple(outlet for outlets in values.values() for outlet in outlets))
        for what, values in differing.items()
    ]


def _figures(reading: Reading) -> dict[tuple[str, str], tuple[str, str]]:
    """(kind, noun) -> (value as data, words shown), for things told once in the chosen facts and headline."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for fact in reading.facts:
        if fact.background:
            continue
        for mention in fact.mentions:
            # "more than 60" against "61" is no contradiction
            if mention.kind in _NUMBERS and not mention.data.get("qualifier"):
                noun = _noun(mention, fact.slice.text, fact.slice.span.start)
                value = _value(mention)
                if noun and value:
                    what = f"{mention.kind} {mention.data.get('currency') or ''}"
                    found.setdefault((what, noun), set()).add((value, _number_shown(mention)))
    return {what: next(iter(values)) for what, values in found.items() if len({value for value, _ in values}) == 1}


def _value(mention: Mention) -> str:
    """The number as data, the same however it is written; with its currency for money, both sides for a vote."""
    data = mention.data
    if mention.kind == "vote":
        sides = [str(data[key]) for key in ("for", "against", "yes", "no", "ayes", "noes") if key in data]
        return "-".join(sides) or fold(mention.slice.text)
    for key in ("amount", "value", "number", "count"):
        if key in data and data[key] is not None:
            number = data[key]
            plain = f"{float(number):g}" if isinstance(number, int | float) else str(number)
            return f"{data.get('currency') or ''}{plain}"
    digits = re.search(r"\d[\d.,]*", mention.slice.text)
    return digits[0].replace(",", "") if digits else _AS_WORDS.get(fold(mention.slice.text).split(" ")[0], "")


def _number_shown(mention: Mention) -> str:
    """The number alone, verbatim, as the card shows it: 60."""
    if mention.kind in ("money", "vote", "percentage"):
        return mention.slice.text
    digits = re.search(r"\d[\d.,]*\d|\d", mention.slice.text)
    return digits[0] if digits else mention.slice.text.split(" ")[0]


def _noun(mention: Mention, sentence: str, offset: int) -> str:
    """What is counted: the noun the extractor gives, else the last telling word of the mention or the next one after.

    Money and votes of one story are about the same thing when the word before agrees: fine, fund, for.
    """
    for key in ("noun", "unit", "what", "of"):
        if mention.data.get(key):
            return _root(str(mention.data[key]).split()[-1])
    if mention.kind == "vote":
        return "vote"
    own = [word for word in _WORD.findall(mention.slice.text) if _tells(word)]
    start, end = mention.slice.span.start - offset, mention.slice.span.end - offset
    if mention.kind == "money":
        return next((_root(word) for word in reversed(_WORD.findall(sentence[: max(start, 0)])) if _tells(word)), "")
    if own:
        return _root(own[-1])
    return next((_root(word) for word in _WORD.findall(sentence[max(end, 0) :])[:3] if _tells(word)), "")


def _tells(word: str) -> bool:
    low = word.lower()
    return low not in STOP and low not in _UNITS and low not in _AS_WORDS


def _root(word: str) -> str:
    low = word.lower()
    return low if low in COMMON else (stem(low) if low.endswith("s") else low)


def _different_speakers(lead: Told, others: Sequence[Told]) -> list[Difference]:
    """The same words under two names that share no part: "Donelan" and "Michelle Donelan" are one."""
    found = []
    for mine in lead.reading.quotes:
        names: dict[str, list[str]] = {}
        for other in others:
            for quote in other.reading.quotes:
                if _two_people(mine.speaker, quote.speaker) and same_words(mine, quote):
                    names.setdefault(quote.speaker, []).append(other.article.outlet)
        if names:
            outlets = tuple(outlet for some in names.values() for outlet in some)
            found.append(Difference("who said it", (mine.speaker, *names), (lead.article.outlet, *outlets)))
    return found


def _two_people(one: str, other: str) -> bool:
    """Two family names, the last of each name; “Xi” and “Xi Jinping” are one person."""
    mine, theirs = _name(one), _name(other)
    return (
        bool(mine and theirs) and mine[-1] != theirs[-1] and not (set(mine) <= set(theirs) or set(theirs) <= set(mine))
    )


def _name(speaker: str) -> list[str]:
    return [word for word in fold(speaker).split() if word not in _AFTER_A_NAME]
