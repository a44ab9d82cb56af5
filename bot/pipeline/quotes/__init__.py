"""Direct quotations, who said them, and which one to pull."""

from __future__ import annotations

from bot.model import Quote
from bot.pipeline import people as persons
from bot.pipeline import text as texts
from bot.pipeline.quotes import blocks, build, marks, speakers, titles, verbs
from bot.pipeline.quotes.choose import pull
from bot.pipeline.quotes.plain import plain
from bot.pipeline.spoken import shown

__all__ = ["find", "pull", "shown"]

_MOST_SEGMENTS = 3000  # a bound on the work; a book of 300 pages has fewer


def find(text: str, language: str = "en") -> tuple[Quote, ...]:
    """All direct quotations of an article, in reading order, with speaker and role as far as the text tells.

    `parts` are slices of `text` without their marks: one for each quoted segment, several when the speaker was
    named in between or the words run over paragraphs. `speaker` is the fullest name the article gives, or the
    noun phrase (`a White House official`), and `speaker_slice` proves it; `role_slice` covers the role together
    with the name. In languages other than English, German and French nothing is found: no quotation is
    better than one with the wrong speaker. Work grows linearly with the text.
    """
    if language not in verbs.BY_LANGUAGE:
        return ()
    heard = plain(text)
    if heard is None:
        return _find(text, language)
    return tuple(heard.outside(text, quote) for quote in _find(heard.text, language))


def _find(text: str, language: str) -> tuple[Quote, ...]:
    spans = texts.paragraphs(text)
    turns = blocks.transcript(text, spans)
    if turns:
        people = persons.scan(text, language)
        return build.quotations(text, speakers.turns(text, turns[:_MOST_SEGMENTS], people), people)
    set_off = blocks.set_off(text, spans)
    taken = {segment.paragraph for segment in set_off}
    marked = titles.spoken(text, spans, marks.segments(text, spans), language)
    segments = [segment for segment in marked if segment.paragraph not in taken]
    segments = sorted([*segments, *set_off], key=lambda segment: segment.start)[:_MOST_SEGMENTS]
    if not segments:
        return ()
    people = persons.scan(text, language)
    return build.quotations(text, speakers.attribute(text, spans, tuple(segments), people, language), people)
