"""How a filter rule is written: its parts, reading it with the wrong place marked, and its canonical form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.errors import UsageError
from bot.pipeline import jurisdictions, taxonomy

LONGEST: Final = 1_000  # code points of a rule
MOST_PARTS: Final = 120  # words, phrases and fields in it
DEEPEST: Final = 12  # brackets inside brackets
LONGEST_PHRASE: Final = 16  # words
FARTHEST: Final = 50  # words between the two sides of NEAR
_NEAR_DEFAULT: Final = 10
_SHORTEST_STEM: Final = 3  # letters before *
_SHOWN: Final = 70  # code points of the rule shown with the mark


@dataclass(frozen=True)
class Term:
    """A word or a phrase; `prefix`: its last word may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True)
class Near:
    """Two terms at most `distance` words apart, in either order."""

    left: Term
    right: Term
    distance: int


@dataclass(frozen=True)
class Field:
    """A field that has one of the values."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: Node


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Node, ...]


Node = Term | Near | Field | Not | All | AnyOf

_WORD = re.compile(r"[^\W_]+")
_NEAR = re.compile(r"near(?:/(\d{1,6}))?", re.IGNORECASE)
_NAME = re.compile(r"([^\W\d_]+):")
_CLOSING: Final = {'"': '"', "“": "”", "„": "“", "«": "»"}
_QUOTES: Final = frozenset('"“”„«»')
_OPERATORS: Final = frozenset({"and", "or", "not"})
_FIELD_NAMES: Final = {
    "topic": "topic", "jurisdiction": "jurisdiction", "place": "jurisdiction", "country": "jurisdiction",
    "stage": "stage", "instrument": "instrument", "source": "source", "outlet": "source",
    "lang": "lang", "language": "lang",
}  # fmt: skip
_FIELDS_SHOWN: Final = "topic: jurisdiction: stage: instrument: source: lang:"


class _Token(NamedTuple):
    kind: str  # word, phrase, field, and, or, not, near, (, )
    text: str
    at: int


def folded(text: str) -> list[str]:
    """The words of a text as rules compare them: case folded, everything but letters and digits left out."""
    return _WORD.findall(text.casefold())


def read(typed: str) -> Node:
    """The parts of a rule. Raises UsageError with the place marked."""
    text = re.sub(r"\s", " ", typed)
    if len(text) > LONGEST:
        raise UsageError(f"A rule has at most {LONGEST} characters, this one has {len(text)}. Make it shorter.")
    if not text.strip():
        raise UsageError("A rule needs at least one word, for example `copyright AND training`.")
    return _Reader(text).rule()


def _wrong(text: str, at: int, what: str) -> UsageError:
    """The sentence, the rule around the place, and a caret under it."""
    start = max(0, min(at - _SHOWN // 2, len(text) - _SHOWN))
    before = "…" if start else ""
    after = "…" if start + _SHOWN < len(text) else ""
    shown = f"{before}{text[start : start + _SHOWN]}{after}"
    return UsageError(f"{what}\n{shown}\n{' ' * (at - start + len(before))}^")


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == " ":
            at += 1
        elif char in "()":
            tokens.append(_Token(char, char, at))
            at += 1
        elif char in _CLOSING or char in _QUOTES:
            end = _end_of_quote(text, at)
            tokens.append(_Token("phrase", text[at + 1 : end], at))
            at = end + 1
        elif char in "-−" and at + 1 < len(text) and text[at + 1] not in " )":
            tokens.append(_Token("not", char, at))
            at += 1
        else:
            end = at
            while end < len(text) and text[end] not in " ()" and text[end] not in _QUOTES:
                end += 1
            tokens.append(_named(text, at, end))
            at = end
    return tokens


def _end_of_quote(text: str, at: int) -> int:
    ends = [end for end in (text.find(mark, at + 1) for mark in {_CLOSING.get(text[at], '"'), '"', "”"}) if end > 0]
    if not ends:
        raise _wrong(text, at, "This quotation mark is never closed.")
    return min(ends)


def _named(text: str, at: int, end: int) -> _Token:
    run = text[at:end]
    low = run.lower()
    if low in _OPERATORS:
        return _Token(low, run, at)
    if _NEAR.fullmatch(run):
        return _Token("near", run, at)
    if _NAME.match(run) and not run.startswith(("http:", "https:")):
        return _Token("field", run, at)
    return _Token("word", run, at)


class _Reader:
    """Recursive descent over the tokens; depth is bounded by `DEEPEST`, every token is read once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._next = 0
        self._depth = 0
        self._parts = 0

    def rule(self) -> Node:
        node = self._any()
        token = self._peek()
        if token is not None:
            raise _wrong(self._text, token.at, "This closing bracket has no opening one.")
        return node

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self, kind: str) -> _Token | None:
        token = self._peek()
        if token is None or token.kind != kind:
            return None
        self._next += 1
        return token

    def _any(self) -> Node:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return _joined(AnyOf, parts)

    def _all(self) -> Node:
        parts = [self._not()]
        while (token := self._peek()) is not None and token.kind not in ("or", ")"):
            self._take("and")
            parts.append(self._not())
        return _joined(All, parts)

    def _not(self) -> Node:
        negative = False
        while self._take("not"):
            negative = not negative
        node = self._near()
        if not negative:
            return node
        return node.part if isinstance(node, Not) else Not(node)

    def _near(self) -> Node:
        left_token = self._peek()
        left = self._part()
        token = self._take("near")
        if token is None:
            return left
        right_token = self._peek()
        right = self._part()
        for side, at in ((left, left_token), (right, right_token)):
            if not isinstance(side, Term):
                place = at.at if at else token.at
                raise _wrong(
                    self._text, place, "NEAR stands between two words or phrases, for example `AI NEAR/5 tax`."
                )
        assert isinstance(left, Term)
        assert isinstance(right, Term)
        return Near(left, right, self._distance(token))

    def _distance(self, token: _Token) -> int:
        match = _NEAR.fullmatch(token.text)
        distance = int(match[1]) if match and match[1] else _NEAR_DEFAULT
        if not 1 <= distance <= FARTHEST:
            raise _wrong(self._text, token.at, f"NEAR/ takes a number from 1 to {FARTHEST}.")
        return distance

    def _part(self) -> Node:
        token = self._peek()
        if token is None:
            raise _wrong(self._text, len(self._text), "Something is missing at the end: a word, a phrase or a field.")
        if token.kind == "(":
            return self._bracket(token)
        self._next += 1
        if token.kind not in ("word", "phrase", "field"):
            raise _wrong(self._text, token.at, _MISPLACED[token.kind])
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise _wrong(self._text, token.at, f"A rule has at most {MOST_PARTS} words, phrases and fields.")
        return self._field(token) if token.kind == "field" else self._term(token)

    def _bracket(self, opening: _Token) -> Node:
        self._next += 1
        self._depth += 1
        if self._depth > DEEPEST:
            raise _wrong(self._text, opening.at, f"Brackets go at most {DEEPEST} deep.")
        following = self._peek()
        if following is not None and following.kind == ")":
            raise _wrong(self._text, opening.at, "There is nothing in these brackets.")
        node = self._any()
        if not self._take(")"):
            raise _wrong(self._text, opening.at, "This bracket is never closed.")
        self._depth -= 1
        return node

    def _term(self, token: _Token) -> Term:
        prefix = token.kind == "word" and token.text.endswith("*")
        words = tuple(folded(token.text))
        if not words:
            raise _wrong(self._text, token.at, "There is no word here.")
        if len(words) > LONGEST_PHRASE:
            raise _wrong(self._text, token.at, f"A phrase has at most {LONGEST_PHRASE} words.")
        if prefix and len(words[-1]) < _SHORTEST_STEM:
            raise _wrong(self._text, token.at, f"At least {_SHORTEST_STEM} letters stand before *.")
        return Term(words, prefix)

    def _field(self, token: _Token) -> Field:
        typed, _, rest = token.text.partition(":")
        name = _FIELD_NAMES.get(typed.lower())
        if name is None:
            raise _wrong(self._text, token.at, f"There is no field `{typed}:`. Fields are {_FIELDS_SHOWN}")
        at = token.at + len(typed) + 1
        if not rest:
            quoted = self._take("phrase")
            if quoted is None:
                raise _wrong(self._text, at, f"`{typed}:` needs a value, for example `{_EXAMPLES[name]}`.")
            return Field(name, (self._value(name, quoted.text, quoted.at),))
        values = [self._value(name, value, at) for value in rest.split(",") if value]
        if not values:
            raise _wrong(self._text, at, f"`{typed}:` needs a value, for example `{_EXAMPLES[name]}`.")
        return Field(name, tuple(dict.fromkeys(values)))

    def _value(self, name: str, typed: str, at: int) -> str:
        if name == "source":
            words = folded(typed)
            if not words:
                raise _wrong(self._text, at, "`source:` needs a name, for example `source:reuters`.")
            return " ".join(words)
        if name == "lang":
            if not re.fullmatch(r"[A-Za-z]{2}", typed):
                raise _wrong(self._text, at, "A language is two letters, for example `lang:de`.")
            return typed.lower()
        if name == "jurisdiction":
            code = jurisdictions.resolve(typed)
            if code is None:
                raise _wrong(self._text, at, f'I know no jurisdiction “{typed}”. Try `EU`, `US-CA` or `"South Korea"`.')
            return code
        id = taxonomy.resolve(typed, _AMONG[name])
        if id is None:
            choices = ", ".join(_AMONG[name])
            raise _wrong(self._text, at, f"There is no {name} “{typed}”. Choose from: {choices}.")
        return id


_AMONG: Final = {"topic": taxonomy.TOPICS, "stage": taxonomy.STAGES, "instrument": taxonomy.INSTRUMENTS}
_EXAMPLES: Final = {
    "topic": "topic:copyright_ip",
    "jurisdiction": "jurisdiction:EU",
    "stage": "stage:passed",
    "instrument": "instrument:law",
    "source": "source:reuters",
    "lang": "lang:de",
}
_MISPLACED: Final = {
    "and": "AND stands between two parts; to look for the word itself, put it in quotation marks.",
    "or": "OR stands between two parts; to look for the word itself, put it in quotation marks.",
    "near": "NEAR stands between two words or phrases, for example `AI NEAR/5 tax`.",
    ")": "This closing bracket comes too early.",
}


def _joined(kind: type[All] | type[AnyOf], parts: list[Node]) -> Node:
    """One flat node: brackets around parts of the same kind change nothing."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


# --------------------------------------------------------------------------- canonical form


def write(node: Node) -> str:
    """The rule as text; reading it gives the same node."""
    match node:
        case Term():
            return _write_term(node)
        case Near():
            return f"{_write_term(node.left)} NEAR/{node.distance} {_write_term(node.right)}"
        case Field():
            if len(node.values) == 1 and " " in node.values[0]:
                return f'{node.name}:"{node.values[0]}"'
            return f"{node.name}:{','.join(value.replace(' ', '-') for value in node.values)}"
        case Not():
            inner = write(node.part)
            return f"NOT ({inner})" if isinstance(node.part, All | AnyOf) else f"NOT {inner}"
        case All():
            return " AND ".join(f"({write(part)})" if isinstance(part, AnyOf) else write(part) for part in node.parts)
        case AnyOf():
            return " OR ".join(write(part) for part in node.parts)


def _write_term(term: Term) -> str:
    text = " ".join(term.words)
    if term.prefix:
        return "-".join(term.words) + "*" if len(term.words) > 1 else text + "*"
    if len(term.words) > 1 or text in _OPERATORS or _NEAR.fullmatch(text):
        return f'"{text}"'
    return text
