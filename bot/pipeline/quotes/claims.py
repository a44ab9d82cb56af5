"""Quotations led in by a noun or by `according to`: `her remark that “…”`, `According to the report, “…”`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bot.model import Span
from bot.pipeline.quotes import noun_phrases, subjects, verbs
from bot.pipeline.quotes.state import Speaker, State
from bot.pipeline.quotes.tokens import QUOTE, WORD, Token
from bot.pipeline.quotes.who import pronoun, resolve
from bot.pipeline.text import word_set

_NOUNS = word_set(
    "comment claim remark statement assertion promise pledge warning argument contention view belief insistence "
    "admission suggestion declaration prediction observation conclusion finding words call demand"
)
_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|does|did|will|would|could|should|can|may|might|must|do)\b")
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_REACH = 4  # tokens between the owner and the noun: `her much-quoted March comment`


def before(state: State, tokens: list[Token], k: int, lo: int) -> tuple[Speaker, Span] | None:
    """Who the words right before the quotation at `k` give it to, when a noun or `according to` leads it in."""
    if state.language != "en" or k - 1 <= lo:
        return None
    return _noun(state, tokens, k, lo) or _according(state, tokens, k, lo) or _minded(state, tokens, k, lo)


_MINDED = word_set(
    "concerned worried convinced adamant confident hopeful sceptical skeptical certain sure alarmed disappointed "
    "pleased proud insistent clear optimistic pessimistic unconvinced unequivocal"
)
_IS = word_set("is are was were remains remained")


def _minded(state: State, tokens: list[Token], k: int, lo: int) -> tuple[Speaker, Span] | None:
    """`Smith is concerned that “…”`: an opinion in somebody's own words."""
    v = k - 2
    if v - 1 <= lo or tokens[k - 1][0] != "that" or tokens[v][0] not in _MINDED or tokens[v - 1][0] not in _IS:
        return None
    found = noun_phrases.phrase_left(tokens, v - 2, lo, state.language)
    speaker = resolve(state, tokens, found) if found else None
    return (speaker, Span(tokens[found[0]][1], tokens[v][2])) if found and speaker else None


def _noun(state: State, tokens: list[Token], k: int, lo: int) -> tuple[Speaker, Span] | None:
    n = k - 1
    while n > lo and tokens[n][0] in ("that", ",", ":"):
        n -= 1
    if tokens[n][0].lower() not in _NOUNS:
        return None
    if n == k - 1 and _FINITE.match(state.text, tokens[k][1]):
        return None  # said his comment “has no place here”: what is said about it
    for owner in range(n - 1, max(lo - 1, n - _REACH - 1), -1):
        word, start, end, kind = tokens[owner]
        if kind != WORD:
            return None
        if word.lower() in _OWNERS:
            speaker = pronoun(state, _OWNERS[word.lower()], start)
            return (speaker, Span(start, tokens[n][2])) if speaker else None
        if word.endswith(("’s", "'s", "s’", "s'")):
            found = noun_phrases.phrase_left(tokens, owner, lo, state.language)
            speaker = resolve(state, tokens, found) if found else None
            if speaker and speaker.name.endswith(("’s", "'s")):  # somebody whom nothing else names
                speaker = replace(speaker, name=speaker.name[:-2], end=speaker.end - 2)
            return (speaker, Span(start, tokens[n][2])) if speaker and speaker.end <= end else None
    return None


def _according(state: State, tokens: list[Token], k: int, lo: int) -> tuple[Speaker, Span] | None:
    """Only when the quotation follows at once: nothing behind it can then name another."""
    if tokens[lo][0] != "According" or tokens[k - 1][0] != "," or k - lo > 20 or subjects.bare(tokens, lo + 1) != "to":
        return None
    if any(tokens[n][3] == QUOTE or tokens[n][0].lower() in verbs.SUBJECT_PRONOUNS["en"] for n in range(lo + 3, k)):
        return None
    found = noun_phrases.phrase_right(tokens, lo + 2, k, state.language)
    speaker = resolve(state, tokens, found, after=True) if found else None
    return (speaker, Span(tokens[lo][1], tokens[found[1]][2])) if found and speaker else None
