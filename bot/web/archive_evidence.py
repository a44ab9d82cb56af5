"""Evidence: the sentence each fact, quote, label and date stands in, with a text-fragment link to it at the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from bot.editions import DATE_WORDS, day_text
from bot.model import Card, Slice, Span
from bot.pipeline import jurisdictions, taxonomy, urls
from bot.pipeline.text import display, sentences
from bot.render import labels, plain
from bot.speech import Speech

MOST_SHOWN = 700  # characters of one sentence; a longer one is shown around the words it proves
AROUND = 300
WHOLE = 5  # words that are more than four fifths of their sentence are the sentence: marking them says nothing
MOST_OF_A_LABEL = 3  # sentences for one label
# A whole sentence up to this length is looked for as it stands; of a longer one its beginning and end, so that the
# address stays short and a difference in the middle (a footnote, an inserted link's text) does not break it.
MOST_IN_ADDRESS = 300
_WORDS_AT_THE_ENDS = 6
_PARAGRAPH = "\n\n"
_LOOK = 4000  # characters around the words in which their sentence is looked for


@dataclass(frozen=True, slots=True)
class Proof:
    """One sentence of the source. `pieces` are (text, whether it is the proof); `claims` what it proves."""

    claims: tuple[str, ...]
    pieces: tuple[tuple[str, bool], ...]
    url: str = ""  # to the sentence at the source; empty when the source has no web address


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of an article that slices may stand in."""

    title: str
    summary: str = ""
    body: str = ""

    def locate(self, part: Slice) -> tuple[str, Span] | None:
        """The text a slice stands in and where; None when the text is gone or was changed since."""
        named = {"body": self.body, "title": self.title, "summary": self.summary}.get(part.origin, "")
        for text in (named, self.body, self.summary, self.title):
            if part.text and text[part.span.start : part.span.end] == part.text:
                return text, part.span
        return None


def fragment(url: str, words: str, before: str = "") -> str:
    """An address that leads to these words on the page (WICG URL Fragment Text Directives).

    `before` are the words just in front of them, given when the same words stand earlier on the page too. The empty
    text when `url` is no web address.
    """
    address = urls.absolute(url)
    words = " ".join(words.split())
    if not address or not words:
        return address
    found = _encoded(words)
    if len(words) > MOST_IN_ADDRESS:
        parts = words.split(" ")
        start, end = parts[:_WORDS_AT_THE_ENDS], parts[-_WORDS_AT_THE_ENDS:]
        if len(parts) <= 2 * _WORDS_AT_THE_ENDS:
            return address  # one endless word: nothing a browser would find
        found = f"{_encoded(' '.join(start))},{_encoded(' '.join(end))}"
    if before:
        found = f"{_encoded(' '.join(before.split()))}-,{found}"
    return f"{address}{'' if '#' in address else '#'}:~:text={found}"


def _encoded(words: str) -> str:
    # `,` `&` and `-` have a meaning in the directive; quote() leaves only the dash of them.
    return quote(words, safe="", errors="replace").replace("-", "%2D")


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or run of sentences, that holds the span."""
    low = text.rfind(_PARAGRAPH, max(0, span.start - _LOOK), span.start)
    low = low + len(_PARAGRAPH) if low >= 0 else max(0, span.start - _LOOK)
    high = text.find(_PARAGRAPH, span.end, span.end + _LOOK)
    high = high if high >= 0 else min(len(text), span.end + _LOOK)
    whole = [Span(one.start + low, one.end + low) for one in sentences(text[low:high])]
    held = [one for one in whole if one.end > span.start and one.start < span.end]
    if not held:
        return span
    return Span(min(held[0].start, span.start), max(held[-1].end, span.end))


def claims(card: Card, say: Speech, locale: str) -> Iterator[tuple[str, Slice]]:
    """(what it is, the words that prove it) for everything on the card."""
    reading, frame = card.reading, card.reading.frame
    if reading.pull:
        who = plain.one_line(reading.pull.speaker)
        name = say("Quote: {who}", who=who) if who else say("Quote")
        for part in (*reading.pull.parts, reading.pull.role_slice or reading.pull.speaker_slice):
            if part:
                yield name, part
    for fact in reading.facts:
        yield (say("Background") if fact.background else say("Fact")), fact.slice
    for label in frame.jurisdictions:
        name = say("Place: {name}", name=jurisdictions.name(label.id, plain.language(locale)))
        yield from ((name, one) for one in label.evidence[:MOST_OF_A_LABEL])
    named = (
        (say("Kind: {name}"), frame.instrument),
        (say("Stage: {name}"), frame.stage),
        (say("Topic: {name}"), frame.topic),
    )
    for words, one in named:
        if one:
            language = plain.language(locale)
            called = labels.stage(frame, language) if one is frame.stage else taxonomy.label(one.id, language)
            name = words.format(name=called)
            yield from ((name, part) for part in one.evidence[:MOST_OF_A_LABEL])
    for dated in reading.dates_ahead:
        kind = say(DATE_WORDS[dated.kind])
        yield f"{kind[:1].upper()}{kind[1:]}: {day_text(dated.on, locale)}", dated.words


def proofs(card: Card, texts: Texts, say: Speech, locale: str) -> tuple[Proof, ...]:
    """Every sentence that proves something on the card, in reading order, each once with all it proves.

    Where the article's text is not kept any more, the proving words stand alone.
    """
    order = {texts.title: 0, texts.summary: 1, texts.body: 2}
    found: dict[tuple[int, str, int, int], list[tuple[str, Span]]] = {}
    for name, part in claims(card, say, locale):
        place = texts.locate(part)
        text, span = place if place else (part.text, Span(0, len(part.text)))
        whole = sentence_around(text, span) if place else span
        found.setdefault((order.get(text, 3), text, whole.start, whole.end), []).append((name, span))
    made: list[Proof] = []
    for (rank, text, start, end), held in sorted(_joined(found).items(), key=lambda one: (one[0][0], *one[0][2:])):
        names = tuple(dict.fromkeys(name for name, _ in held))
        pieces = _pieces(text, Span(start, end), [span for _, span in held])
        words = text[start:end]
        earlier = rank == 2 and text.find(words) < start
        before = " ".join(text[max(0, start - 60) : start].split()[-3:]) if earlier else ""
        # A summary is often not on the page; its link leads to the page's beginning.
        made.append(Proof(names, pieces, urls.absolute(card.url) if rank == 1 else fragment(card.url, words, before)))
    return tuple(made)


_Found = dict[tuple[int, str, int, int], list[tuple[str, Span]]]


def _joined(found: _Found) -> _Found:
    """Sentences that overlap become one: a quotation may run over the sentence a fact stands in."""
    out: _Found = {}
    for (rank, text, start, end), held in sorted(found.items(), key=lambda one: (one[0][0], one[0][1], *one[0][2:])):
        last = next(reversed(out), None)
        if last is not None and last[:2] == (rank, text) and start < last[3]:
            held = [*out.pop(last), *held]
            start, end = last[2], max(last[3], end)
        out[(rank, text, start, end)] = held
    return out


def _pieces(text: str, whole: Span, marked: Iterable[Span]) -> tuple[tuple[str, bool], ...]:
    """The sentence cut into what proves and what stands around, as it may be shown."""
    spans: list[list[int]] = []
    length = whole.end - whole.start
    for one in sorted(marked, key=lambda span: (span.start, span.end)):
        start, end = max(one.start, whole.start), min(one.end, whole.end)
        if (end - start) * WHOLE > length * (WHOLE - 1):
            continue
        if spans and start <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    low, high = whole.start, whole.end
    if high - low > MOST_SHOWN:
        first = spans[0][0] if spans else low
        low, high = max(low, first - AROUND), min(high, first + MOST_SHOWN - AROUND)
    out: list[tuple[str, bool]] = [("… ", False)] if low > whole.start else []
    at = low
    for start, end in spans:
        out.append((text[at : max(at, min(start, high))], False))
        out.append((text[max(low, start) : min(end, high)], True))
        at = max(at, min(end, high))
    out.append((text[at:high], False))
    if high < whole.end:
        out.append((" …", False))
    return tuple((re.sub(r"\s+", " ", display(piece)), proof) for piece, proof in out if piece)
