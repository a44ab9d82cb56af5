"""Story grouping on the labelled articles beside it, against floors that only rise; `score_stories.py` prints all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from score_stories import HERE, Labelled, bcubed, grouped, labelled, one_by_one, pairs

ARTICLES = labelled()
UNDATED = [replace(article, published=None) for article in ARTICLES]
NEAR = labelled(HERE / "stories" / "near_misses")
TRADE = labelled(HERE / "stories" / "trade")
HEADLINES = [replace(article, summary="", text="") for article in ARTICLES]


def test_the_set_is_large_enough_and_has_near_misses() -> None:
    stories = {article.story for article in ARTICLES}
    assert len(stories) >= 40
    assert len(ARTICLES) >= 150
    dossiers = {article.story: article.dossier for article in ARTICLES}
    assert len(stories) - len(set(dossiers.values())) >= 12  # steps of one measure that must stay apart
    assert sum(article.language == "de" for article in ARTICLES) >= 20


@pytest.mark.parametrize(
    ("articles", "way", "bcubed_f1", "precision", "recall"),
    [
        pytest.param(ARTICLES, grouped, 0.967, 0.985, 0.92, id="batch"),
        pytest.param(ARTICLES, one_by_one, 0.955, 0.985, 0.875, id="one by one"),
        pytest.param(NEAR, grouped, 0.962, 0.99, 0.873, id="near misses, batch"),
        pytest.param(NEAR, one_by_one, 0.97, 0.99, 0.90, id="near misses, one by one"),
        pytest.param(TRADE, grouped, 0.98, 0.99, 0.93, id="trade press, batch"),
        pytest.param(TRADE, one_by_one, 0.98, 0.99, 0.93, id="trade press, one by one"),
        pytest.param(HEADLINES, grouped, 0.908, 0.99, 0.715, id="headlines, batch"),
        pytest.param(HEADLINES, one_by_one, 0.888, 0.94, 0.68, id="headlines, one by one"),
        pytest.param(UNDATED, grouped, 0.885, 0.75, 0.78, id="no dates, batch"),
    ],
)
def test_floors(
    articles: Sequence[Labelled],
    way: Callable[[Sequence[Labelled]], list[str]],
    bcubed_f1: float,
    precision: float,
    recall: float,
) -> None:
    gold = [article.story for article in articles]
    found = way(articles)
    score = pairs(gold, found)
    assert bcubed(gold, found).f1 >= bcubed_f1
    assert score.precision >= precision
    assert score.recall >= recall


BACKGROUND = (
    "The EU AI Act, adopted in 2024, sorts systems by risk and bans some uses; most duties apply from August 2026.",
    "OpenAI, Google, Meta and Anthropic have asked lawmakers for lighter rules, saying that regulation slows them.",
    "Civil society groups say that voluntary commitments of the industry do not protect the public from harm.",
    "There is no federal law on artificial intelligence, and California, Colorado and Texas have passed their own.",
    "Authors and artists have filed dozens of lawsuits over the use of their works by developers of generative AI.",
)


def test_background_paragraphs_do_not_glue_stories_together() -> None:
    """Articles on one subject repeat the same background; it must not make one story of them."""
    long = [
        replace(article, text=" ".join(BACKGROUND[(number + step) % len(BACKGROUND)] for step in (0, 2)))
        for number, article in enumerate(ARTICLES)
    ]
    gold = [article.story for article in long]
    assert pairs(gold, grouped(long)).precision >= 0.94
    assert pairs(gold, one_by_one(long)).precision >= 0.945


def test_french_reports_join_the_english_ones() -> None:
    found = dict(zip([article.id for article in TRADE], grouped(TRADE), strict=True))
    english = {(article.story, found[article.id]) for article in TRADE if article.language == "en"}
    french = [article for article in TRADE if article.language == "fr"]
    assert len(french) >= 4
    assert all((article.story, found[article.id]) in english for article in french)


@pytest.mark.parametrize("articles", [ARTICLES, NEAR], ids=["all", "near misses"])
def test_german_reports_join_the_english_ones(articles: Sequence[Labelled]) -> None:
    """Of the German articles, most stand with at least one of the English ones of their story."""
    found = dict(zip([article.id for article in articles], grouped(articles), strict=True))
    english = {(article.story, found[article.id]) for article in articles if article.language == "en"}
    german = [article for article in articles if article.language == "de"]
    joined = sum((article.story, found[article.id]) in english for article in german)
    assert joined / len(german) >= 0.85


def test_order_does_not_matter() -> None:
    forward = dict(zip([article.id for article in ARTICLES], grouped(ARTICLES), strict=True))
    backward = dict(zip([article.id for article in reversed(ARTICLES)], grouped(ARTICLES[::-1]), strict=True))
    assert forward == backward
