"""Words of a text with their places, and tables of phrases looked up in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

# U.S. and A.I. stay one word; everything else is a run of letters and digits.
_WORD = re.compile(r"((?:[A-Za-z]\.){2,}|[^\W_]+)")
# What may stand between two words of one phrase: a blank, a line break, a hyphen, an apostrophe, a slash, a mark.
_JOINTS = frozenset(" \n\t\u00a0\u202f-\u2010\u2011\u2013'’/&\"“”«»")
_LONGEST_JOINT = 3  # code points
_STEM = 4  # shortest stem, and the length stems are indexed by
_BEGINNING = itemgetter(slice(_STEM))


class Words:
    """The words of `text`: `lows[i]` in lower case stands at `text[starts[i]:ends[i]]`, `gaps[i]` follows it."""

    __slots__ = ("beginnings", "ends", "gaps", "lows", "starts", "text")

    def __init__(self, text: str) -> None:
        parts = _WORD.split(text)  # gap, word, gap, word, ..., gap
        borders = list(accumulate(map(len, parts)))
        self.text = text
        self.starts = borders[0:-1:2]
        self.ends = borders[1::2]
        self.lows = list(map(str.lower, parts[1::2]))
        self.beginnings = list(map(_BEGINNING, self.lows))
        self.gaps = parts[2::2]

    def __len__(self) -> int:
        return len(self.lows)

    def slice(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, both included, verbatim."""
        return self.text[self.starts[first] : self.ends[last]]

    def joined(self, index: int) -> bool:
        """Whether word `index` and the next may belong to one phrase: no stop or comma between them."""
        gap = self.gaps[index]
        return gap == " " or (len(gap) <= _LONGEST_JOINT and _JOINTS.issuperset(gap))


class Hit(NamedTuple, Generic[Value]):
    """A phrase of the table, found: words `first` to `last`, both included, `text[start:end]`."""

    value: Value
    first: int
    last: int
    start: int
    end: int


class _Phrase(NamedTuple, Generic[Value]):
    tail: tuple[str, ...]  # words after the first; a trailing * means “begins with”
    stem: str  # what the first word begins with, or empty when it is known to match
    exact: str  # the whole phrase as it must be written, or empty when case does not matter
    value: Value


# First word (or its first letters) -> second word -> phrases, longest first. Phrases of one word, and those whose
# second word is a stem, stand under the empty word.
_Table = dict[str, dict[str, list[_Phrase[Value]]]]


class Lexicon(Generic[Value]):
    """Phrases with a value each. Linear in the text: every word costs a bounded number of look-ups.

    How a phrase is written: `export control` matches in any case and across a hyphen; `discriminat*` matches every
    word that begins so (four letters at least); `=US` matches only as written, `=Act` likewise. At one place the
    longest phrase wins; unless `nested`, phrases inside a longer one are not reported.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]], *, nested: bool = False) -> None:
        self._nested = nested
        self._heads: _Table[Value] = {}
        self._stems: _Table[Value] = {}
        for written, value in phrases:
            self._add(written, value)
        for table in (self._heads, self._stems):
            for by_second in table.values():
                for rows in by_second.values():
                    rows.sort(key=lambda row: (-len(row.tail), -len(row.stem), row.exact == ""))

    def _add(self, written: str, value: Value) -> None:
        exact = written[1:] if written.startswith("=") else ""
        words: list[str] = []
        for piece in (exact or written).split():
            found = [word.lower() for word in _WORD.findall(piece)]
            words += [*found[:-1], found[-1] + "*" * piece.endswith("*")]
        first, tail = words[0], tuple(words[1:])
        table, key, stem = self._heads, first, ""
        if first.endswith("*"):
            stem = first[:-1]
            if len(stem) < _STEM:
                raise ValueError(f"the stem {first!r} is shorter than {_STEM} letters")
            table, key = self._stems, stem[:_STEM]
        second = tail[0] if tail and not tail[0].endswith("*") else ""
        table.setdefault(key, {}).setdefault(second, []).append(_Phrase(tail, stem, exact, value))

    def find(self, words: Words) -> list[Hit[Value]]:
        """Every phrase of the table in reading order."""
        hits: list[Hit[Value]] = []
        heads, stems, lows = self._heads, self._stems, words.lows
        beginnings = words.beginnings
        covered = -1  # the last word of the phrase reported before
        for index in [
            at for at, (low, four) in enumerate(zip(lows, beginnings, strict=True)) if low in heads or four in stems
        ]:
            if index <= covered:
                continue
            table = heads.get(lows[index])
            found = _longest(table, words, index) if table is not None else None
            if found is None:
                table = stems.get(beginnings[index])
                found = _longest(table, words, index) if table is not None else None
                if found is None:
                    continue
            row, last = found
            if not self._nested:
                covered = last
            hits.append(Hit(row.value, index, last, words.starts[index], words.ends[last]))
        return hits


def _longest(by_second: dict[str, list[_Phrase[Value]]], words: Words, index: int) -> tuple[_Phrase[Value], int] | None:
    """The longest phrase that stands at word `index`, and the index of its last word."""
    lows = words.lows
    for second in (lows[index + 1] if index + 1 < len(lows) else "", ""):
        for row in by_second.get(second, ()):
            if row.stem and not lows[index].startswith(row.stem):
                continue
            last = index + len(row.tail)
            if last >= len(lows) or (row.tail and not _continues(row.tail, words, index)):
                continue
            if row.exact and words.slice(index, last) != row.exact:
                continue
            return row, last
    return None


def _continues(tail: tuple[str, ...], words: Words, index: int) -> bool:
    for offset, wanted in enumerate(tail):
        low = words.lows[index + offset + 1]
        if wanted[-1] == "*":
            if not low.startswith(wanted[:-1]):
                return False
        elif low != wanted:
            return False
        if not words.joined(index + offset):
            return False
    return True
