"""Filter rules: words, phrases, NOT, OR, NEAR and fields; read once, answered in linear time, never a pattern."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from bot.errors import UsageError
from bot.pipeline import rule_syntax
from bot.pipeline.rule_syntax import All, AnyOf, Field, Near, Node, Not, Term, folded

# Code points of a text that rules look at. News articles are a tenth of it; a hostile megabyte costs no more.
_READ: Final = 120_000


@dataclass(frozen=True)
class Document:
    """What a rule is asked about. Ids are the taxonomy's, codes those of `jurisdictions`, `language` ISO 639-1."""

    title: str
    text: str = ""
    topic: str = ""
    topics_also: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    stage: str = ""
    instrument: str = ""
    source: str = ""
    language: str = ""
    outlet: str = ""

    @cached_property
    def words(self) -> list[str]:
        """Words of headline and text in one order; an empty word between them keeps phrases from crossing."""
        return [*folded(self.title), "", *folded(self.text[:_READ])]

    @cached_property
    def headline(self) -> str:
        """Words of the headline, each between blanks."""
        return _spaced(folded(self.title))

    @cached_property
    def line(self) -> str:
        """All words, each between blanks: a phrase is found by one search of a plain string."""
        return _spaced(self.words)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins in `line`, the blank before it."""
        return [0, *accumulate(len(word) + 1 for word in self.words)]


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "


@dataclass(frozen=True)
class Rule:
    """A rule that was read. `str(rule)` is its canonical form, and reading that gives an equal rule."""

    node: Node

    def matches(self, document: Document) -> bool:
        """Whether the rule holds. Time grows linearly with the document, whatever the rule says."""
        return _holds(self.node, document)

    def why(self, document: Document) -> tuple[str, ...]:
        """The parts that decided, as short sentences: what was found if the rule holds, else what was missing."""
        lines: list[str] = []
        _explain(self.node, document, _holds(self.node, document), lines)
        return tuple(dict.fromkeys(lines))

    def __str__(self) -> str:
        return rule_syntax.write(self.node)


def parse(text: str) -> Rule:
    """Read a rule as a person typed it.

    Raises:
        UsageError: the message says what is wrong and marks the place in a second and third line.
    """
    return Rule(rule_syntax.read(text))


# --------------------------------------------------------------------------- does it hold


def _holds(node: Node, document: Document) -> bool:
    match node:
        case Term():
            return _needle(node) in document.line
        case Near():
            return _near(node, document)
        case Field():
            return _field(node, document)
        case Not():
            return not _holds(node.part, document)
        case All():
            return all(_holds(part, document) for part in node.parts)
        case AnyOf():
            return any(_holds(part, document) for part in node.parts)


def _needle(term: Term) -> str:
    """What to look for in a line of blank-divided words."""
    return f" {' '.join(term.words)}{'' if term.prefix else ' '}"


def _near(near: Near, document: Document) -> bool:
    """At most `near.distance` words apart, either way round: two sorted lists walked once."""
    left, right = _places(near.left, document), _places(near.right, document)
    index = 0
    for first, last in left:
        while index < len(right) and right[index][0] < first - near.distance - len(near.right.words):
            index += 1
        for other_first, other_last in right[index : index + 2 * near.distance + 2]:
            if other_first > last + near.distance:
                break
            gap = other_first - last if other_first > last else first - other_last
            if 0 < gap <= near.distance:
                return True
    return False


def _places(term: Term, document: Document) -> list[tuple[int, int]]:
    """First and last word index of every place of a term, in order."""
    needle, line, starts = _needle(term), document.line, document.starts
    places: list[tuple[int, int]] = []
    at = line.find(needle)
    while at >= 0:
        first = bisect_left(starts, at)
        places.append((first, first + len(term.words) - 1))
        at = line.find(needle, at + 1)
    return places


def _field(field: Field, document: Document) -> bool:
    return any(_FIELDS[field.name](document, value) for value in field.values)


def _in_place(document: Document, code: str) -> bool:
    """A country stands for its parts: US holds for US-CA, not the other way round."""
    return any(own == code or own.startswith(code + "-") for own in document.jurisdictions)


def _from_source(document: Document, value: str) -> bool:
    wanted = _spaced(folded(value))
    return wanted in _spaced(folded(document.source)) or wanted in _spaced(folded(document.outlet))


_FIELDS: Final[dict[str, Callable[[Document, str], bool]]] = {
    "topic": lambda document, value: value == document.topic or value in document.topics_also,
    "jurisdiction": _in_place,
    "stage": lambda document, value: value == document.stage,
    "instrument": lambda document, value: value == document.instrument,
    "source": _from_source,
    "lang": lambda document, value: value == document.language.split("-")[0].lower(),
}


# --------------------------------------------------------------------------- why


def _explain(node: Node, document: Document, holds: bool, lines: list[str]) -> None:
    """Collect the parts that made `node` come out as `holds`."""
    match node:
        case Not():
            _explain(node.part, document, not holds, lines)
        case All() | AnyOf():
            decisive = isinstance(node, AnyOf) == holds  # one part is enough to decide
            for part in node.parts:
                if _holds(part, document) == holds:
                    _explain(part, document, holds, lines)
                    if decisive:
                        return
        case Term() | Near() | Field():
            lines.append(_sentence(node, document, holds))


def _sentence(node: Term | Near | Field, document: Document, holds: bool) -> str:
    shown = rule_syntax.write(node)
    if isinstance(node, Field):
        return f"{shown} holds" if holds else f"{shown} does not hold"
    if not holds:
        return f"{shown} is not there"
    if isinstance(node, Term) and _needle(node) in document.headline:
        return f"{shown} is in the headline"
    return f"{shown} is in the text"


__all__ = ["Document", "Rule", "UsageError", "parse"]
