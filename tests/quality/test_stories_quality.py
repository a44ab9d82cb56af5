"""Story grouping on the labelled articles beside it, against floors that only rise; `score_stories.py` prints all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from score_stories import Labelled, bcubed, grouped, labelled, one_by_one, pairs

ARTICLES = labelled()
UNDATED = [replace(article, published=None) for article in ARTICLES]
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
        pytest.param(ARTICLES, grouped, 0.95, 0.95, 0.90, id="batch"),
        pytest.param(ARTICLES, one_by_one, 0.94, 0.95, 0.85, id="one by one"),
        pytest.param(HEADLINES, grouped, 0.89, 0.92, 0.70, id="headlines, batch"),
        pytest.param(HEADLINES, one_by_one, 0.88, 0.84, 0.70, id="headlines, one by one"),
        pytest.param(UNDATED, grouped, 0.80, 0.56, 0.72, id="no dates, batch"),
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


def test_german_reports_join_the_english_ones() -> None:
    """Of the German articles whose story has English ones, most stand with at least one of them."""
    found = dict(zip([article.id for article in ARTICLES], grouped(ARTICLES), strict=True))
    english = {(article.story, found[article.id]) for article in ARTICLES if article.language == "en"}
    german = [article for article in ARTICLES if article.language == "de"]
    joined = sum((article.story, found[article.id]) in english for article in german)
    assert joined / len(german) >= 0.85


def test_order_does_not_matter() -> None:
    forward = dict(zip([article.id for article in ARTICLES], grouped(ARTICLES), strict=True))
    backward = dict(zip([article.id for article in reversed(ARTICLES)], grouped(ARTICLES[::-1]), strict=True))
    assert forward == backward
