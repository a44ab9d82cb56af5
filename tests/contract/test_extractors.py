"""One suite over every extractor of the registry: slices, kinds, order, linear work, no text that breaks it."""

from __future__ import annotations

import gc
import time
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.pipeline import boilerplate, facts
from bot.pipeline.facts import EXTRACTORS, Extractor, Scan

PUBLISHED = datetime(2024, 4, 2, tzinfo=UTC)
WORDS = """
    $ £ € 5 million 1,000 12.5% per cent in on by May 3, 2025 June 14 2024-04-01 Monday next last year nine hubs SB
    1047 Regulation (EU) 2024/1689 The Department of Trade vote 52-48 in favour against signed by said . , ; : “ ” "
    ' ( ) — - \u202e \u200b \u200d \ufeff \U0001f469\u200d\U0001f680 é İ ǅ \x00 Mr. U.S. U.K. Also Read Related
    Stories By Jane Doe Washington DC Park Senate AI Act memorandum of understanding While, but and he it they
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", " \n\n", "Also Read\n"])
TEXTS = st.one_of(
    st.text(max_size=400), st.lists(PIECES, max_size=80).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)
LANGUAGES = st.sampled_from(["en", "de", "fr", "zh", ""])


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, language=LANGUAGES)
def test_mentions_are_slices(extractor: Extractor, text: str, language: str) -> None:
    last = -1
    for mention in extractor.find(Scan(text, PUBLISHED, language)):
        span = mention.slice.span
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == mention.slice.text
        assert mention.kind in extractor.kinds
        assert span.start >= last
        last = span.start


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=st.text(max_size=60), text=TEXTS, language=LANGUAGES)
def test_facts_and_dates_are_slices_and_never_boilerplate(title: str, text: str, language: str) -> None:
    mentions = facts.extract(text, PUBLISHED, language)
    chosen = facts.choose(title, text, mentions, published=PUBLISHED)
    blocked = boilerplate.spans(text, title)
    assert len(chosen) <= 5
    for fact in chosen:
        span = fact.slice.span
        assert text[span.start : span.end] == fact.slice.text == fact.slice.text.strip()
        assert all(span.end <= block.start or span.start >= block.end for block in blocked)
    ordered = sorted((fact.slice.span.start, fact.slice.span.end) for fact in chosen)
    assert all(one[1] <= two[0] for one, two in pairwise(ordered))
    for one in facts.dates_ahead(text, PUBLISHED, language):
        assert text[one.words.span.start : one.words.span.end] == one.words.text
        assert one.on >= PUBLISHED.date()


HOSTILE = {
    "digits": "1,234.56 " * 6_000,
    "one number": "7" * 60_000,
    "commas": "a, " * 20_000,
    "currency": "5 million dollars " * 3_000,
    "months": "May 5, 2025 " * 4_500,
    "capitals": "Department Of The And " * 2_700,
    "no spaces": "aB1" * 20_000,
    "quotes": "“" * 60_000,
    "lines": "By A\n" * 12_000,
    "spaces": " " * 60_000,
    "conjunctions": "X was seen, and Y was, which was, but Z said, " * 1_200,
    "related": "Also Read\nA line\n" * 3_600,
    "short lines": "A b\n" * 15_000,
    "one sentence": "the word and then " * 3_400,
    "parentheses": "(a b) " * 10_000,
    "open parentheses": "(" * 60_000,
    "votes": "voted 52-48 " * 5_000,
    "people": "Jane Doe said. " * 4_000,
    "roles": "Mr. Smith, chief executive of Acme, " * 1_700,
    "credits": "a (photo by " * 5_000,
    "carriage returns": "a\r\n" * 20_000,
    "bills": "SB 1047 H.R. 12 " * 3_700,
}


def work(text: str) -> float:
    """CPU seconds, without the collector's: what it walks through is the heap of all tests before this one."""
    gc.disable()
    try:
        start = time.process_time()
        mentions = facts.extract(text, PUBLISHED)
        facts.choose("A title", text, mentions)
        facts.dates_ahead(text, PUBLISHED)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    """Ten times the text, at most twelve times the work (and some slack for the smallest times a clock can tell)."""
    whole = HOSTILE[name]
    work(whole[: len(whole) // 10])
    small = min(work(whole[: len(whole) // 10 - shift]) for shift in (1, 2))
    large = min(work(whole[: len(whole) - shift]) for shift in (1, 2))
    assert large <= 12 * small + 0.15
