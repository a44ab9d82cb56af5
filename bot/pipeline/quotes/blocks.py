"""Speech without quotation marks: set-off block quotations and transcripts (`SMITH: ...`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model import Span
from bot.pipeline.quotes.marks import Segment

_BLOCK = re.compile(r">[ \t>]*(?=\S)")
_LABEL = re.compile(
    r"((?:(?:MR|MRS|MS|DR|SEN|REP|THE)\.? )?[A-Z][A-Z.'’-]{1,24}(?: [A-Z][A-Z.'’-]{1,24}){0,3}"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep)\.? [A-Z]\w{1,24})"
    r"(?: \([^()\n]{1,40}\))?:[ \t]+(?=\S)"
)
_TURNS = 3  # labelled paragraphs that make a transcript
_SHORTEST = 3  # words of a turn that counts as a quotation


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a transcript: the words, and the label that names the speaker."""

    segment: Segment
    label: Span


def set_off(text: str, spans: tuple[Span, ...]) -> tuple[Segment, ...]:
    """Paragraphs marked as quotations with `>`, one segment each."""
    found: list[Segment] = []
    if ">" not in text:
        return ()
    for index, span in enumerate(spans):
        mark = _BLOCK.match(text, span.start, span.end)
        if mark:
            start, end = mark.end(), span.end
            if text[start] in '“"«' and text[end - 1] in '”"»':
                start, end = start + 1, end - 1
            if start < end:
                found.append(Segment(start, end, span.start, span.end, index))
    return tuple(found)


def transcript(text: str, spans: tuple[Span, ...]) -> tuple[Turn, ...]:
    """The turns of an interview or hearing, when at least three paragraphs begin with a name in capitals."""
    if text.count(": ") + text.count(":\t") < _TURNS:
        return ()
    labels = [(index, _LABEL.match(text, span.start, span.end)) for index, span in enumerate(spans)]
    named = [(index, match) for index, match in labels if match]
    if len(named) < _TURNS or len({match[1] for _, match in named}) < 2 or len(named) * 3 < len(spans):
        return ()
    return tuple(
        Turn(Segment(match.end(), spans[index].end, match.end(), spans[index].end, index), Span(*match.span(1)))
        for index, match in named
        if len(text[match.end() : spans[index].end].split()) >= _SHORTEST
    )
