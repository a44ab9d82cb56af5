"""Which body `the company wrote` means, for the one quotation a card shows: its name, where the article names it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.model import Quote, Slice, Span
from bot.pipeline import lexicon as lex
from bot.pipeline import people as persons
from bot.pipeline.names import family_name, key
from bot.pipeline.quotes import heads

_AGAIN = re.compile(
    r"[Tt]he (?:company|firm|start-?up|chipmaker|developer|lab|publisher|bank|group|organi[sz]ation|charity|"
    r"non-?profit|union|association|think tank|agency|regulator|watchdog)$"
)
_REACH = 1200  # characters before the words in which the body is named
_SUBJECT = re.compile(  # at the start of a sentence, or behind an adverbial and its comma
    r"(?:(?<=[.!?”\"] )|(?<=\n)|(?<=, )|\A)([A-Z][\w&’-]*\w(?: (?:(?:of|for|the|and) )?[A-Z][\w&’-]*\w){0,5})"
    r"(?:, [^,.\n]{2,100},)? (?:also |now |later |recently )?"
    r"(?:[a-z]{2,14}ed|said|says|wrote|writes|is|was|has|had|will|did|told|found|plans|wants|gave|made|put|took|sent)\b"
)


def named(text: str, quote: Quote, title: str) -> Quote:
    """The quotation with the name of the body it only calls `the company`, else as it is.

    The name is the last subject before the words that is nobody's and no newspaper's, and the title must have it.
    """
    if not _AGAIN.match(quote.speaker) or quote.attribution is None:
        return quote
    people = persons.scan(text)
    found: Span | None = None
    for match in _SUBJECT.finditer(text, max(0, quote.attribution.span.start - _REACH), quote.attribution.span.start):
        name = match[1]
        if name.split()[0] in lex.OPENERS or name in lex.PLACES or key(family_name(name)) in people.by_last:
            continue
        if name in title and heads.tells(name):
            found = Span(*match.span(1))
    if found is None:
        return quote
    slice_ = Slice(text[found.start : found.end], found)
    return replace(quote, speaker=slice_.text, speaker_slice=slice_)
