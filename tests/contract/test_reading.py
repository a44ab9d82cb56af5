"""The whole way from a text or a page to its card: every word shown is a slice at its offsets, and work is linear."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model import Article, Mention, Reading, Slice
from bot.pipeline import digest, people
from bot.sources import page

PUBLISHED = datetime(2024, 4, 2, tzinfo=UTC)
SENTENCES = (
    "The Senate passed the AI bill by 52 votes to 48 on Tuesday, and it takes effect on May 3, 2025. ",
    "“We owe people an answer when a machine says no to them,” said Senator Jane Doe. ",
    "The European Commission fined the company €5 million under Regulation (EU) 2024/1689. ",
    "'This is not the end of it', he added; “it is the beginning,” she told the committee.\n\n",
    "Der Bundestag hat das KI-Gesetz beschlossen. „Wir schützen die Menschen vor Risiken“, sagte Anna Berger. ",
    "« Nous devons agir maintenant pour tous », a déclaré la ministre Claire Morel à Paris. ",
    "By John Roe, Reuters\n",
    "Also Read\nA court asks for more\n",
)
# What moves offsets or eyes: bidi marks and overrides, zero-width signs, letters that change length with their case,
# combining marks, pairs of surrogates and halves of them, ends of lines of many kinds.
ODD = (
    "\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "e\u0301\u0323",
    "\U0001f469\u200d\U0001f680", "\U0001d400", "\ud83d", "\udc00", "İ", "ß", "ﬁ", "ǅ", "\x00", "\x1f", "\r", "\r\n",
    "\u2028", "\u2029", "\x85", "\u00a0", "\u3000", "\t",
)  # fmt: skip
MARKS = tuple("\"'“”‘’„‟«»‹›‚‛`´")
PARTS = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(ODD), st.sampled_from(MARKS), st.text(max_size=12))
TEXTS = st.one_of(st.text(max_size=300), st.lists(PARTS, max_size=40).map("".join))


@st.composite
def riddled(draw: st.DrawFn) -> str:
    """Prose that has odd signs in the middle of its words."""
    words = "".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)))
    for place in sorted(draw(st.lists(st.integers(0, len(words)), max_size=12)), reverse=True):
        words = words[:place] + draw(st.sampled_from((*ODD, *MARKS))) + words[place:]
    return words


def slices(found: object) -> Iterator[Slice]:
    """Every slice inside a reading, however deep."""
    if isinstance(found, Slice):
        yield found
    elif isinstance(found, tuple):
        for one in found:
            yield from slices(one)
    elif isinstance(found, Mention):
        yield found.slice
    elif is_dataclass(found):
        for part in fields(found):
            yield from slices(getattr(found, part.name))


def check(article: Article, found: Reading) -> int:
    """How many slices were looked at."""
    origins: Mapping[str, str] = {"title": article.title, "summary": article.summary, "body": article.text}
    count = 0
    for one in slices(found):
        count += 1
        assert 0 <= one.span.start <= one.span.end <= len(origins[one.origin])
        assert origins[one.origin][one.span.start : one.span.end] == one.text
    return count


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    title=st.text(max_size=80),
    summary=TEXTS,
    text=st.one_of(TEXTS, riddled()),
    language=st.sampled_from(("", "en", "de", "fr", "zh")),
)
def test_every_word_of_a_reading_is_a_slice(title: str, summary: str, text: str, language: str) -> None:
    article = Article("https://n.example/x", title, text, summary, published=PUBLISHED, language=language)
    check(article, digest(article))


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(parts=st.lists(st.one_of(st.sampled_from(SENTENCES), riddled()), min_size=4, max_size=9))
def test_every_word_of_a_megabyte_is_a_slice(parts: list[str]) -> None:
    text = "".join(parts)
    text = (text * (1_000_000 // len(text) + 1))[:1_000_000]
    article = Article("https://n.example/x", "The Senate passed the AI bill", text, published=PUBLISHED)
    assert check(article, digest(article)) > 1000


def test_the_check_sees_a_slice_that_is_off_by_one() -> None:
    article = Article("https://n.example/x", "A title", "".join(SENTENCES), published=PUBLISHED)
    found = digest(article)
    assert check(article, found) > 20
    with pytest.raises(AssertionError):
        check(Article("https://n.example/x", "A title", "x" + article.text), found)


def spent(step: Callable[[], object]) -> float:
    """CPU seconds, without the collector's: what it walks through is the heap of all tests before this one."""
    people.scan.cache_clear()
    gc.disable()
    try:
        begun = time.process_time()
        step()
        return time.process_time() - begun
    finally:
        gc.enable()


def grows_no_faster(make: Callable[[int], Callable[[], object]], size: int) -> None:
    """Ten times the input, at most twelve times the work (and some slack for the smallest times a clock can tell)."""
    make(size // 10)()
    small = min(spent(make(size // 10 - shift)) for shift in (1, 2))
    large = min(spent(make(size - shift)) for shift in (1, 2))
    assert large <= 12 * small + 0.15


TEXT_PIECES = {
    "article": "".join(SENTENCES),
    "one language": "".join(SENTENCES[:4]),
    "one word": "a",
    "one number": "7",
    "blanks": " ",
    "lines": "\n",
    "words": "word ",
    "capitals": "Aaa Bbb ",
    "initials": "A. ",
    "money": "$5 million ",
    "open marks": "“",
    "straight marks": '"',
    "apostrophes": "'a ",
    "said": "said Jane Doe, ",
    "labels": "Also Read\nA line\n",
    "laws": "the EU AI Act and SB 1047 and ",
    "countries": "France, Germany and the United States ",
    "steps": "passed the bill, signed the law, ",
    "tables": "a | b | c\n",
    "brackets": "(a [b ",
    "hidden": "\u200b\u202ea ",
}


@pytest.mark.parametrize("name", TEXT_PIECES)
def test_a_card_costs_what_its_text_does(name: str) -> None:
    piece = TEXT_PIECES[name]

    def make(size: int) -> Callable[[], object]:
        text = (piece * (size // len(piece) + 1))[:size]
        return lambda: digest(
            Article("https://n.example/x", "The Senate passed the AI bill", text, published=PUBLISHED)
        )

    grows_no_faster(make, 60_000)


BEGIN = (
    "<html><head><title>The Senate passed the bill - Courant</title></head><body><h1>The Senate passed the bill</h1>"
)
PAGE_PIECES = {
    "paragraphs": "<p>The Senate passed the bill by 52 votes to 48 on Tuesday, its speaker said.</p>",
    "links": "<a href='/a/b-c-d'>A court asks for more than the law does</a> ",
    "headings": "<h1>The Senate passed the bill</h1>",
    "authors": "<a rel=author href=/author/x>Jane Doe</a>",
    "bylines": "<div class=byline>By Jane Doe, May 3, 2024</div>",
    "times": "<time datetime=soon>soon</time>",
    "metas": "<meta property=article:author content='Jane Doe'>",
    "scripts": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A"}</script>',
    "open script": '"headline": "',
    "lists": "<li>one<li>two",
    "tables": "<tr><td>one<td>two",
    "spans": "<span>",
    "blanks": " ",
    "words": "word ",
}


@pytest.mark.parametrize("name", PAGE_PIECES)
def test_a_page_costs_what_its_length_does(name: str) -> None:
    piece = PAGE_PIECES[name]
    begin = BEGIN + ('<script type="application/ld+json">{' if name == "open script" else "")

    def make(size: int) -> Callable[[], object]:
        html = (begin + piece * (size // len(piece))).encode()
        return lambda: page.read(html, "https://n.example/x")

    grows_no_faster(make, 200_000)
