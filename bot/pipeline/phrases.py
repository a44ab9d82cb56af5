"""Words of a text with their places, and tables of phrases looked up in one linear pass."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

import msgspec

from bot.pipeline.text import LONG, is_wide, near

Value = TypeVar("Value")

# U.S. and A.I. stay one word; everything else is a run of letters and digits.
_WORDS = r"([^\W_](?:\.(?<=[A-Za-z]\.)(?:[A-Za-z]\.)+|[^\W_]*))"
_WORD = re.compile(_WORDS)


def _pattern(text: str) -> re.Pattern[str]:
    return _WORD if len(text) < LONG or is_wide(text) else near(_WORDS)


def different_words(text: str) -> set[str]:
    """The different words of a text in lower case, without their places."""
    return set(map(str.lower, _pattern(text).findall(text)))


# What may stand between two words of one phrase: a blank, a line break, a hyphen, an apostrophe, a slash, a mark.
_JOINTS = frozenset(" \n\t\u00a0\u202f-\u2010\u2011\u2013'’/&\"“”«»")
_LONGEST_JOINT = 3  # code points
_MANY_WORDS = 500  # longer texts are read by few tables, each for itself
_STEM = 4  # shortest stem, and the length stems are indexed by


class Words:
    """The words of `text`: `lows[i]` in lower case stands at `text[starts[i]:ends[i]]`, `gaps[i]` follows it."""

    __slots__ = ("_different", "_spots", "_whole", "ends", "gaps", "lows", "starts", "text")

    def __init__(self, text: str) -> None:
        low = text.lower()
        apart = len(low) != len(text) or "Σ" in text  # letters that are written otherwise alone or in another place
        parts = _pattern(text).split(text if apart else low)  # gap, word, gap, word, ..., gap
        borders = list(accumulate(map(len, parts)))
        self.text = text
        self.starts = borders[0:-1:2]
        self.ends = borders[1::2]
        self.lows = list(map(str.lower, parts[1::2])) if apart else parts[1::2]
        self.gaps = parts[2::2]
        self._different: frozenset[str] | None = None
        self._spots: list[list[int]] = []
        self._whole: Words | None = None

    def __len__(self) -> int:
        return len(self.lows)

    def head(self, stop: int) -> Words:
        """The words of `text[:stop]`, without one that is cut there."""
        if stop >= len(self.text):
            return self
        count = bisect_right(self.ends, stop)
        head = Words.__new__(Words)
        head.text = self.text[:stop]
        head.starts, head.ends, head.lows = self.starts[:count], self.ends[:count], self.lows[:count]
        head.gaps = self.gaps[:count]
        head._different = None
        head._spots = []
        head._whole = self if len(self.lows) <= _MANY_WORDS else None
        return head

    @property
    def different(self) -> frozenset[str]:
        """The different words."""
        if self._different is None:
            self._different = frozenset(self.lows)
        return self._different

    def spots(self, table: int) -> list[int]:
        """The words that may begin a phrase of the table of that number, in reading order."""
        if self._whole is not None:
            found = self._whole.spots(table)
            return found[: bisect_left(found, len(self.lows))]
        if len(self._spots) <= table:
            self._spots = _DIRECTORY.spots(self)
        return self._spots[table]

    def slice(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, both included, verbatim."""
        return self.text[self.starts[first] : self.ends[last]]

    def joined(self, index: int) -> bool:
        """Whether word `index` and the next may belong to one phrase: no stop or comma between them."""
        gap = self.gaps[index]
        return gap == " " or (len(gap) <= _LONGEST_JOINT and _JOINTS.issuperset(gap))


SHARED = 200_000  # code points of a text that any stage reads: a bound on the work, four times a very long article


@lru_cache(maxsize=3)
def shared(text: str) -> Words:
    """The words of a text, to be read only; the last few are kept, because every stage reads the same article."""
    return Words(text)


OPENING = 1_500  # code points at the beginning of a text that say what happened, in news


@lru_cache(maxsize=2)
def opening(text: str) -> Words:
    """The words of a text's beginning, to be read only."""
    return shared(text[:SHARED]).head(OPENING)


class Hit(msgspec.Struct, Generic[Value], frozen=True):
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
_Table = dict[str, dict[str, tuple[_Phrase[Value], ...]]]


def _add(
    heads: dict[str, dict[str, list[_Phrase[Value]]]],
    stems: dict[str, dict[str, list[_Phrase[Value]]]],
    written: str,
    value: Value,
) -> None:
    exact = written[1:] if written.startswith("=") else ""
    words: list[str] = []
    for piece in (exact or written).split():
        found = [word.lower() for word in _WORD.findall(piece)]
        words += [*found[:-1], found[-1] + "*" * piece.endswith("*")]
    first, tail = words[0], tuple(words[1:])
    table, key, stem = heads, first, ""
    if first.endswith("*"):
        stem = first[:-1]
        if len(stem) < _STEM:
            raise ValueError(f"the stem {first!r} is shorter than {_STEM} letters")
        table, key = stems, stem[:_STEM]
    second = tail[0] if tail and not tail[0].endswith("*") else ""
    table.setdefault(key, {}).setdefault(second, []).append(_Phrase(tail, stem, exact, value))


def _ranked(found: dict[str, dict[str, list[_Phrase[Value]]]]) -> _Table[Value]:
    """The longest phrase of each place first, then the one written out.

    Words that stand for the same alone share one entry, and tuples hold less than lists: thousands of words, megabytes.
    """
    shared: dict[tuple[tuple[str, tuple[_Phrase[Value], ...]], ...], dict[str, tuple[_Phrase[Value], ...]]] = {}
    ranked: _Table[Value] = {}
    for first, by_second in found.items():
        one = {
            second: tuple(sorted(rows, key=lambda row: (-len(row.tail), -len(row.stem), row.exact == "")))
            for second, rows in by_second.items()
        }
        ranked[first] = shared.setdefault(tuple(one.items()), one)
    return ranked


_Seconds = Mapping[str, object]  # phrases by their second word
# Numbers of tables that have phrases with one first word, each with the words of which one has to follow, if any has.
_Tables = tuple[tuple[int, _Seconds | None], ...]
_REMEMBERED = 5_000  # words; as many as a few dozen openings have


class _Directory(dict[str, _Tables]):
    """Which tables a word may begin a phrase of, over all that were asked so far.

    A short text is asked by a dozen tables: one pass finds the places for each. As a dictionary it holds the words that
    were looked up last.
    """

    def __init__(self) -> None:
        super().__init__()
        self._heads: list[Mapping[str, _Seconds]] = []  # by table, its phrases by first and second word
        self._stems: dict[str, tuple[tuple[str, int], ...]] = {}  # stems and their tables by their first letters
        # By first word, the tables; not the first one, which is all that a process has that only judges headlines.
        self._others: dict[str, tuple[int, ...]] = {}

    def add(self, heads: Mapping[str, _Seconds], stems: Mapping[str, tuple[str, ...]]) -> int:
        """The number of a new table: its phrases by first and second word, and the stems by their first letters."""
        number = len(self._heads)
        self._heads.append(heads)
        for four, listed in stems.items():
            self._stems[four] = (*self._stems.get(four, ()), *((stem, number) for stem in listed))
        if number:
            shared: dict[tuple[int, ...], tuple[int, ...]] = {}
            for word in heads:
                tables = (*self._others.get(word, ()), number)
                self._others[word] = shared.setdefault(tables, tables)
        self.clear()
        return number

    def __missing__(self, low: str) -> _Tables:
        if len(self) >= _REMEMBERED:
            self.clear()
        others, stems = self._others.get(low), self._stems.get(low[:_STEM])
        if others is None and stems is None and low not in self._heads[0]:
            self[low] = ()
            return ()
        found: dict[int, _Seconds | None] = {}
        for number in (0, *(others or ())):
            seconds = self._heads[number].get(low)
            if seconds is not None:
                found[number] = None if "" in seconds else seconds
        found.update((number, None) for stem, number in stems or () if low.startswith(stem))
        self[low] = tuple(found.items())
        return self[low]

    def spots(self, words: Words) -> list[list[int]]:
        """By table, the words that may begin a phrase of it, in reading order."""
        lows = words.lows
        spots: list[list[int]] = [[] for _ in self._heads]
        for at, (tables, following) in enumerate(zip(map(self.__getitem__, lows), [*lows[1:], ""], strict=False)):
            for table, seconds in tables:
                if seconds is None or following in seconds:
                    spots[table].append(at)
        return spots


_DIRECTORY = _Directory()


def registered(words: Iterable[str]) -> int:
    """The number by which `Words.spots` tells where these words stand, for tables that are no lexicons."""
    return _DIRECTORY.add(dict.fromkeys(words, _ALONE), {})


_ALONE: _Seconds = {"": None}


class Lexicon(Generic[Value]):
    """Phrases with a value each. Linear in the text: every word costs a bounded number of look-ups.

    How a phrase is written: `export control` matches in any case and across a hyphen; `discriminat*` matches every
    word that begins so (four letters at least); `=US` matches only as written, `=Act` likewise. At one place the
    longest phrase wins; unless `nested`, phrases inside a longer one are not reported.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]], *, nested: bool = False) -> None:
        self._nested = nested
        heads: dict[str, dict[str, list[_Phrase[Value]]]] = {}
        stems: dict[str, dict[str, list[_Phrase[Value]]]] = {}
        for written, value in phrases:
            _add(heads, stems, written, value)
        self._heads: _Table[Value] = _ranked(heads)
        self._stems: _Table[Value] = _ranked(stems)
        self._alone = frozenset(first for first, by_second in self._heads.items() if "" in by_second)
        self._stems_by_four = {
            four: tuple({row.stem for rows in by_second.values() for row in rows})
            for four, by_second in self._stems.items()
        }
        self._number = -1

    @property
    def firsts(self) -> frozenset[str]:
        """The words that phrases begin with, of a table without stems there."""
        return frozenset(self._heads)

    def find(self, words: Words, spots: Sequence[int] | None = None) -> list[Hit[Value]]:
        """Every phrase of the table in reading order; `spots` are the words among `firsts`, where they are known."""
        hits: list[Hit[Value]] = []
        heads, stems, lows = self._heads, self._stems, words.lows
        last_word = len(lows) - 1
        covered = -1  # the last word of the phrase reported before
        for index in self._spots(words) if spots is None else spots:
            if index <= covered:
                continue
            low = lows[index]
            following = lows[index + 1] if index < last_word else ""
            table = heads.get(low)
            found = _at(table, following, words, index) if table is not None else None
            if found is None and stems:
                table = stems.get(low[:_STEM])
                found = _at(table, following, words, index) if table is not None else None
            if found is not None:
                row, last = found
                if not self._nested:
                    covered = last
                hits.append(Hit(row.value, index, last, words.starts[index], words.ends[last]))
        return hits

    def touches(self, different: frozenset[str] | set[str]) -> bool:
        """Whether a text of these different words, in lower case, may hold a phrase: False is certain, and cheap."""
        heads, alone, stems = self._heads, self._alone, self._stems_by_four
        if any(low in alone or not different.isdisjoint(heads[low]) for low in heads.keys() & different):
            return True
        return any(low[:_STEM] in stems and low.startswith(stems[low[:_STEM]]) for low in different)

    def _spots(self, words: Words) -> list[int]:
        """Where a phrase may begin, in reading order; found by the text's different words, which are few."""
        if len(words.lows) <= _MANY_WORDS:
            if self._number < 0:
                self._number = _DIRECTORY.add(self._heads, self._stems_by_four)
            return words.spots(self._number)
        heads, stems = self._heads, self._stems_by_four
        if not stems:
            return [at for at, low in enumerate(words.lows) if low in heads]
        return [
            at
            for at, low in enumerate(words.lows)
            if low in heads or (low[:_STEM] in stems and low.startswith(stems[low[:_STEM]]))
        ]


def _at(
    by_second: dict[str, tuple[_Phrase[Value], ...]], following: str, words: Words, index: int
) -> tuple[_Phrase[Value], int] | None:
    """The longest phrase that stands at word `index`, which `following` follows, and the index of its last word."""
    rows = by_second.get(following)
    found = _longest(rows, words, index) if rows is not None else None
    if found is None and following:
        rows = by_second.get("")
        found = _longest(rows, words, index) if rows is not None else None
    return found


def _longest(rows: tuple[_Phrase[Value], ...], words: Words, index: int) -> tuple[_Phrase[Value], int] | None:
    """The longest of these phrases that stands at word `index`, and the index of its last word."""
    for row in rows:
        tail, stem, exact, _ = row
        if stem and not words.lows[index].startswith(stem):
            continue
        last = index
        if tail:
            last += len(tail)
            if last >= len(words.lows):
                continue
            if words.gaps[index] != " " and not words.joined(index):
                continue
            if not _continues(tail, words, index):
                continue
        if exact and words.slice(index, last) != exact:
            continue
        return row, last
    return None


def _continues(tail: tuple[str, ...], words: Words, index: int) -> bool:
    """Whether these words follow word `index`; that the first of them is joined to it is known."""
    at = index
    for wanted in tail:
        if at > index and not words.joined(at):
            return False
        at += 1
        low = words.lows[at]
        if low != wanted and not (wanted[-1] == "*" and low.startswith(wanted[:-1])):
            return False
    return True
