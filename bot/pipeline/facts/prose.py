"""Which sentences of a text are told prose: no headings, menus, tables, citations, questions or direct speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bot.model import Span
from bot.pipeline import boilerplate
from bot.pipeline import text as texts
from bot.pipeline.facts import openings

_LONGEST_SENTENCE = 1200  # code points; what is longer is a list or a page without full stops
_CAPITAL = re.compile("[A-Z\u00c0-\u00de]")
_SMALL = re.compile("[a-z]")
# Where sentences end in a text without capitals: behind no single letter and no title; and in one cut into tokens.
_STOP_MARK = re.compile(
    r"(?<![ .][a-z0-9])(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\bmrs)(?<!\bgen)(?<!\bsen)(?<!\brep)(?<!\bgov)(?<!\blt)"
    r"[ ]?[.!?](?:[ ]?[\"'”’)])*(?=\s)|\n\n+"
)
_TOKEN_STOP = re.compile(r"[ ][.!?](?:[ ](?:''|-rrb-|-RRB-|[\"”’)]))*(?=\s|$)|\n\n+")
# A case cited, not told: Stern v. Lane, 301 F.3d 12, 15 (15th Cir. 2002); 17 U.S.C. § 302(a)
_CITATION = re.compile(
    r"\b\d{1,4} (?:F\.(?:[2-4][a-z]{1,2}|[ ]?Supp)|U\.S\.(?:C\.)?|S\.[ ]?Ct|WL|Cal\.|N\.[EWY]\.)|§ ?\d"
)
_LONG_CITATION = 14  # words; in a longer sentence something is told beside it
# When a page was published: “Updated: 15:36 EST, 25 October 2013”.
_STAMP = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|created)\b[ :.]{0,4})?\d{1,2}[:.]\d\d ?"
    r"(?:[ap]\.?m\.?|uhr|h)?(?: [a-z]{2,4})?,? ",
    re.IGNORECASE,
)
_LONGEST_STAMP = 12  # words
_LONG_CREDIT = 25  # words
# Who took a picture, or the words before one.
_CREDIT = re.compile(
    r"\b(?:Getty Images|AP Photo|AP Images|Shutterstock|Reuters Pictures|picture alliance|imago images|"
    r"EPA-EFE)\b\W{0,3}$|^(?:Photo|Foto|Image|Bild|Picture)(?: (?:by|von|:)|:|credit)",
)
_CREDITED = (
    "Images",
    "Photo",
    "Shutterstock",
    "Pictures",
    "alliance",
    "images",
    "EPA",
    "Foto",
    "Image",
    "Bild",
    "Picture",
)
_MARKUP = re.compile(r"</?[a-z]+[ />]")  # tags that survived extraction
_QUOTATION = re.compile(r"[“\"„«][^“”\"„«»]{1,400}[”\"»]|``[^`]{1,400}?''")
_LONGEST_QUOTATION = 1500  # code points of a paragraph in which a quotation may have begun
_MOST_QUOTED = 0.45  # of a sentence; what holds more is somebody's direct speech
_MOST_COUNTED = 0.55  # of one that tells a figure beside the speech
_OPEN_QUOTES = "“\"„«‘'`"
_NO_BEGINNING = _OPEN_QUOTES + "”»)]|,;:>"
_LONG_WORD = 5  # letters
_SMALL_IN_HEADINGS = texts.word_set(
    "against before behind between during through toward towards within without despite"
)
_BULLETS = "•·▪‣◦●■*"


def prose(text: str, blocked: list[Span], *, lower: bool = False) -> Iterator[Span]:
    """The told sentences outside of the blocked spans, in reading order.

    Args:
        text: what is read.
        blocked: spans to leave out, in order of their starts.
        lower: whether `text` was written without capitals.
    """
    return (span for span in _sentences(text, blocked, lower) if _prose(text, span))


def raised(text: str) -> str:
    """A text without capitals as it would stand with one at the start of every sentence, letter for letter."""
    letters = list(text)
    for sentence in _at_stops(text):
        first = text[sentence.start]
        letters[sentence.start] = first.upper() if first.isascii() else first
    return "".join(letters)


def _sentences(text: str, blocked: list[Span], lower: bool) -> Iterator[Span]:
    """Sentences outside of the blocked spans."""
    at = 0
    for sentence in _at_stops(text) if lower or _tokens(text) else texts.sentences(text):
        while at < len(blocked) and blocked[at].end <= sentence.start:
            at += 1
        start = sentence.start
        if at < len(blocked) and blocked[at].start < sentence.end:
            if blocked[at].start > sentence.start or blocked[at].end >= sentence.end:
                continue
            start = texts.trim(text, Span(blocked[at].end, sentence.end)).start
        if lower and not sentence.start and (dateline := openings.LOWER_DATELINE.match(text, start, start + 60)):
            start = dateline.end()
        if not lower and _quoted(text, start):
            continue  # the second sentence of somebody's words
        if not lower and text[start].islower() and not text[start + 1 : start + 2].isupper():
            continue  # the end of something that was cut off before
        yield Span(start, sentence.end)


def _quoted(text: str, start: int) -> bool:
    """Whether a quotation that began in an earlier sentence of the paragraph is still open at `start`."""
    begin = max(text.rfind("\n", 0, start) + 1, start - _LONGEST_QUOTATION)
    low = text.rfind("„", begin, start)
    if low >= 0:  # „…“: here the mark that opens English quotations closes
        return text.find("“", low, start) < 0 and text.find("”", low, start) < 0
    pointed = text.rfind("«", begin, start)
    if pointed >= 0 and (pointed == begin or text[pointed - 1].isspace()):
        return text.find("»", pointed, start) < 0
    curly = text.rfind("“", begin, start)
    if curly >= 0:
        return text.find("”", curly, start) < 0
    straight = text.rfind('"', begin, start)
    if straight < 0 or text[straight + 1 : straight + 2].isspace():
        return False
    return straight == begin or text[straight - 1] in " \u00a0("


def lower_case(text: str) -> bool:
    """A text whose capitals were taken away (as in some corpora and transcripts): sentences are told by stops alone."""
    sample = text[:3000]
    most = -(-len(sample) // 400)  # capitals; the first ones are enough to tell
    if len(sample) <= 200 or sum(1 for _ in islice(_CAPITAL.finditer(sample), most)) >= most:
        return False
    return len(_SMALL.findall(sample)) * 2 > len(sample)


def _tokens(text: str) -> bool:
    """A text cut into tokens (as in some corpora): marks stand alone, brackets are written -lrb-, quotations `` ''."""
    return text.count(" . ", 0, 3000) > 2 and text.count(" , ", 0, 3000) > 2


def _at_stops(text: str) -> tuple[Span, ...]:
    found: list[Span] = []
    start = 0
    for match in (_TOKEN_STOP if _tokens(text) else _STOP_MARK).finditer(text):
        found.append(texts.trim(text, Span(start, match.end())))
        start = match.end()
    found.append(texts.trim(text, Span(start, len(text))))
    return tuple(span for span in found if span.start < span.end)


def _prose(text: str, sentence: Span) -> bool:
    """A told sentence: not a heading, a list item's stub, a question, or somebody's direct speech."""
    if sentence.end - sentence.start > _LONGEST_SENTENCE:
        return False
    part = text[sentence.start : sentence.end]
    words = part.split()
    length = len(words)
    if length < 5 or part[-1] in "?:" or (part[-1] not in ".!…。”\"’'»)" and length < 12):
        return False
    if part.endswith(("...", "…")) or (part[0] in _BULLETS and part.lstrip(_BULLETS + " \u00a0")[:1].islower()):
        return False  # a teaser that breaks off; a line of a menu
    if part[0] in _NO_BEGINNING or (part[0] in "([" and part[-1] in ")]") or " | " in part:
        return False
    if length < _LONG_CITATION and (_CITATION.search(part) or (length < _LONGEST_STAMP and _STAMP.match(part))):
        return False
    if part.isupper() or (length < _LONG_CREDIT and any(map(part.__contains__, _CREDITED)) and _CREDIT.search(part)):
        return False
    if ("<" in part and _MARKUP.search(part)) or _is_heading(words) or boilerplate.greets(part):
        return False
    if not ("“" in part or '"' in part or "„" in part or "«" in part or "``" in part):
        return True
    quoted = sum(map(len, _QUOTATION.findall(part)))
    return quoted < _MOST_QUOTED * len(part) or (quoted < _MOST_COUNTED * len(part) and _counts(part))


def _counts(part: str) -> bool:
    """Whether a figure stands outside of the quotations of a sentence."""
    return any(map(str.isdigit, _QUOTATION.sub("", part)))


def _is_heading(words: list[str]) -> bool:
    """A headline in capitals, which some texts hold with a full stop: nearly every long word begins with one."""
    capital = small = 0
    for word in words:
        if len(word) > 3 and (first := word[0]).isalpha():
            if first.isupper():
                capital += 1
            else:
                small += 1
                if small * 10 > len(words) or (len(word) > _LONG_WORD and word not in _SMALL_IN_HEADINGS):
                    return False  # prose is told by its first few words, or by its verb
    return capital + small >= 5 and small * 10 <= capital + small
