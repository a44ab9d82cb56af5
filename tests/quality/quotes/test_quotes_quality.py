"""Quotations, speakers, roles and the pull quote on articles written and labelled for this test."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.model import Quote
from bot.pipeline import quotes

ARTICLES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("articles.yaml").read_text(encoding="utf-8"))

# Floors: they only rise.
SEGMENTS_F1 = 0.99
SPEAKERS_F1 = 0.99
ROLES = 0.98
PULL_PRECISION = 0.98
PULL_RECALL = 0.98


@dataclass
class Count:
    labelled: int = 0
    found: int = 0
    matched: int = 0
    speaker: int = 0
    roles: int = 0
    role: int = 0
    pulls: int = 0
    pulled: int = 0
    pulled_right: int = 0


def compare(article: dict[str, Any], count: Count) -> list[str]:
    """Count one article; returns what went wrong, in words."""
    text, wrong = article["text"], []
    found = quotes.find(text, article.get("language", "en"))
    parts = [(part, quote) for quote in found for part in quote.parts if len(part.text.split()) >= 4]
    labels = article["quotes"]
    if labels != "any":
        count.labelled += len(labels)
        count.found += len(parts)
        for label in labels:
            at = text.index(label["words"])
            quote = next((quote for part, quote in parts if part.span.start == at), None)
            if quote is None:
                wrong.append(f"missed {label['words']!r}")
                continue
            count.matched += 1
            wrong += judge(quote, label, count)
        if len(parts) > len(labels):
            wrong.append(f"too many: {[part.text for part, _ in parts]}")
    wrong += judge_pull(article, found, count)
    return [f"{article['name']}: {what}" for what in wrong]


def judge(quote: Quote, label: dict[str, str], count: Count) -> list[str]:
    wrong = []
    if label["speaker"] in ("any", quote.speaker) or label["speaker"].lower() == quote.speaker.lower().removeprefix(
        "the "
    ):
        count.speaker += 1
    else:
        wrong.append(f"{label['words']!r} by {quote.speaker!r}, not {label['speaker']!r}")
    if "role" in label:
        count.roles += 1
        if quote.role == label["role"]:
            count.role += 1
        else:
            wrong.append(f"role of {label['speaker']} is {quote.role!r}, not {label['role']!r}")
    return wrong


def judge_pull(article: dict[str, Any], found: tuple[Quote, ...], count: Count) -> list[str]:
    text, wanted = article["text"], article["pull"]
    chosen = quotes.pull(text, found, article["title"], article.get("language", "en"))
    count.pulls += wanted is not None
    count.pulled += chosen is not None
    if chosen is not None and wanted is not None:
        # any labelled quotation of a named speaker is a good choice; the label says which one is best
        labels = [text.index(label["words"]) for label in article["quotes"]]
        if any(part.span.start in labels for part in chosen.parts):
            count.pulled_right += 1
            return []
    if (chosen is None) == (wanted is None):
        return [] if chosen is None else [f"pulled {quotes.shown(chosen)!r}"]
    return [f"pulled {quotes.shown(chosen)!r}" if chosen else "pulled nothing"]


def test_floors() -> None:
    count = Count()
    wrong = [what for article in ARTICLES for what in compare(article, count)]
    report = "\n".join(wrong)
    assert 2 * count.matched / (count.found + count.labelled) >= SEGMENTS_F1, report
    assert 2 * count.speaker / (count.found + count.labelled) >= SPEAKERS_F1, report
    assert count.role / count.roles >= ROLES, report
    assert count.pulled_right / count.pulled >= PULL_PRECISION, report
    assert count.pulled_right / count.pulls >= PULL_RECALL, report


def test_the_set_is_large_and_has_articles_without_a_quote() -> None:
    assert len(ARTICLES) >= 45
    assert sum(article["pull"] is None for article in ARTICLES) >= 12


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["name"])
def test_every_part_is_a_slice(article: dict[str, Any]) -> None:
    for quote in quotes.find(article["text"], article.get("language", "en")):
        for part in (*quote.parts, quote.attribution, quote.speaker_slice, quote.role_slice):
            if part is not None:
                assert article["text"][part.span.start : part.span.end] == part.text
        assert quote.speaker == (quote.speaker_slice.text if quote.speaker_slice else "")
