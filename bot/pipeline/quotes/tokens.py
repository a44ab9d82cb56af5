"""Words, marks and quotations of one paragraph as tokens, cut into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, repeat

from bot.model import Span
from bot.pipeline import lexicon as lex
from bot.pipeline.quotes.marks import Segment
from bot.pipeline.text import LONG, is_wide, near

# A word keeps its inner marks (don't, U.S, AI-made); a full stop belongs to it after an initial or a title.
_TOKENS = (
    r"([^\W_]+(?:['’.\-&][^\W_]+)*(?:['’]|\.(?:(?<=\b[A-Z]\.)|(?<=\b(?:Mr|Ms|Mx|Dr|Lt|St|Jr|Sr|Co|No)\.)"
    r"|(?<=\b(?:Sen|Rep|Gov|Gen|Col|Maj|Sgt|Adm|Rev|Hon|Mrs|Drs|Inc|Ltd|Jan|Feb|Aug|Oct|Nov|Dec)\.)"
    r"|(?<=\b(?:Sens|Reps|Govs|Capt|Cmdr|Cllr|Pres|Prof|Atty|Corp|Sept)\.)))?|\.{2,}|[^\s\w])"
)
_TOKEN = re.compile(_TOKENS)
_CLITIC = re.compile(r"(?i:(he|she|they|we|i|it|there|that|what|here|who|this)(['’](?:s|d|ll|ve|re|m)))$")
_INSERTED = frozenset("[]")
WORD, MARK, QUOTE = 0, 1, 2
Token = tuple[str, int, int, int]  # text, start, end, kind
_TERMINAL = frozenset(".!?…")


@dataclass(slots=True)
class Paragraph:
    """The tokens of one paragraph; `quotes` gives the token index of each of its segments."""

    tokens: list[Token]
    lines: list[tuple[int, int]]
    quotes: list[int]


def read(text: str, span: Span, segments: list[Segment], known: frozenset[str]) -> Paragraph:
    """Tokens of the paragraph at `span`, each quoted segment being one token. `known` are the speech verbs."""
    tokens: list[Token] = []
    places: list[int] = []
    pattern = _pattern(text)
    at = span.start
    for segment in segments:
        _words(text, at, segment.outer_start, tokens, known, pattern)
        places.append(len(tokens))
        tokens.append((text[segment.end - 1], segment.start, segment.end, QUOTE))
        at = segment.outer_end
    _words(text, at, span.end, tokens, known, pattern)
    return Paragraph(tokens, _lines(tokens, known), places)


@lru_cache(maxsize=2)
def _pattern(text: str) -> re.Pattern[str]:
    return _TOKEN if len(text) < LONG or is_wide(text) else near(_TOKENS)


def _words(
    text: str, start: int, end: int, tokens: list[Token], known: frozenset[str], pattern: re.Pattern[str]
) -> None:
    parts = pattern.split(text[start:end])  # gap, token, gap, token, ..., gap
    borders = list(accumulate(map(len, parts), initial=start))
    pieces = parts[1::2]
    found: list[Token] = list(zip(pieces, borders[1::2], borders[2::2], repeat(WORD), strict=False))
    if text.find("[", start, end) >= 0:  # A [British] government spokesperson
        found = [one for one in found if one[0] not in _INSERTED]
        pieces = [one[0] for one in found]
    for index in [n for n, whole in enumerate(map(str.isalnum, pieces)) if not whole]:
        word, at, after, _ = found[index]
        if not word[0].isalnum():
            found[index] = (word, at, after, MARK)
    if text.find("'", start, end) < 0 and text.find("’", start, end) < 0:
        tokens += found
        return
    taken = 0
    for index in [n for n, piece in enumerate(pieces) if "'" in piece or "’" in piece]:
        word, at, after, _ = found[index]
        if 2 < len(word) < 9 and (clitic := _CLITIC.match(word)):
            cut = at + clitic.end(1)  # he's: the pronoun and the rest
            parted: list[Token] = [(clitic[1], at, cut, WORD), (clitic[2], cut, after, MARK)]
        elif word[:2] in ("s'", "s’") and word[2:] in known:
            parted = [(word[:2], at, at + 2, WORD), (word[2:], at + 2, after, WORD)]  # s’inquiète
        else:
            continue
        tokens += found[taken:index]
        tokens += parted
        taken = index + 1
    tokens += found[taken:]


def _lines(tokens: list[Token], known: frozenset[str]) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    lo = 0
    last = len(tokens) - 1
    for i in [n for n, token in enumerate(tokens) if token[3] != WORD]:
        word, _, _, kind = tokens[i]
        if word[0] not in _TERMINAL:
            continue
        if i < last and (_opens_sentence(tokens, i + 1, known, word) if kind == QUOTE else _begins(tokens[i + 1])):
            lines.append((lo, i + 1))
            lo = i + 1
    lines.append((lo, len(tokens)))
    return lines


def _begins(token: Token) -> bool:
    return token[3] == QUOTE or (not token[0][0].islower() and token[0] not in (")", "]", ","))


def _opens_sentence(tokens: list[Token], i: int, known: frozenset[str], mark: str) -> bool:
    """Whether a new sentence begins at `i`, right after a quotation that ends in a full stop or `?`."""
    token = tokens[i]
    if token[3] == QUOTE:
        return True
    if token[3] == MARK:
        return token[0] in "([“\"'‘•*"
    if token[0][0].islower():
        return False
    # “Why?” Smith asked. is one sentence; so is the careless “No.” Smith said.
    for j in range(i, min(i + _LONGEST_TITLE, len(tokens))):
        word, _, _, kind = tokens[j]
        if j >= i + 6 and not (is_name_word(word) or word in _IN_TITLES or word.lower() in known):
            return True
        if kind == MARK and word == "," and j > i and mark != "." and is_name_word(tokens[j - 1][0]):
            return not _apposition_then_verb(tokens, j, known)
        if kind != WORD:
            return True
        if word.lower() in known and word not in lex.GIVEN:
            after = tokens[j + 1] if j + 1 < len(tokens) else None
            if after is not None and word[0].isupper() and after[3] == WORD and is_name_word(after[0]):
                continue  # State University
            if after is not None and (
                after[0] == ":"
                or after[3] == QUOTE
                or (after[0] == "," and j + 2 < len(tokens) and tokens[j + 2][3] == QUOTE)
            ):
                return True
            # “No.” Smith said. is careless but common; “No.” Smith said in June that ... begins a sentence
            ends = after is None or after[0] in (".", ",")
            return j == i or not (
                (after is None or after[0] == ".") if mark == "." else ends or word.lower() in _ASKING
            )
    return True


_LONGEST_TITLE = 14  # tokens of `State University Psychology Professor Jane Doe told`; of other words six are enough
_IN_TITLES = frozenset({"of", "for", "the", "and", "at", "&"})
_ASKING = frozenset({"said", "says", "asked", "asks", "wrote", "told", "replied", "shouted", "wondered", "exclaimed"})


def _apposition_then_verb(tokens: list[Token], comma: int, known: frozenset[str]) -> bool:
    """`Miller, a retired worker from the plant, said`: the comma that closes is followed by a speech verb."""
    for j in range(comma + 1, min(comma + 24, len(tokens) - 1)):
        if tokens[j][3] == QUOTE or tokens[j][0] in (".", ":", ";"):
            return False
        if tokens[j][0] == "," and tokens[j + 1][0].lower() in known:
            return True
    return False


@lru_cache(maxsize=4096)
def is_name_word(word: str) -> bool:
    """A capitalised word that can be part of a name; `al-Olama` counts as one."""
    if word[0] in "ae" and len(word) > 4 and word[:3] in ("al-", "el-") and word[3].isupper():
        return True
    return (
        word[0].isupper() and (word not in lex.OPENERS or word in lex.GIVEN) and word.rstrip("'’") not in lex.CALENDAR
    )


_NOUNS_IN_LY = frozenset({"family", "assembly", "supply", "ally", "monopoly", "anomaly", "bully", "rally", "reply"})


def is_adverb(word: str) -> bool:
    """`repeatedly`, but neither `family` nor a name."""
    return word.endswith("ly") and word[0].islower() and len(word) > 4 and word not in _NOUNS_IN_LY
