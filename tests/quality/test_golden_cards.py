"""The first golden files: whole cards of an article written for it, and of the seed article where that is at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot import batch

SEED = Path(__file__).parents[1] / "data" / "seed"
# Given beside the repository; its words are its author's, so only the card's short quotation and offsets are kept here.
GIVEN = Path(__file__).parents[2].parent / "shared" / "seed" / "us-uk-ai-security.txt"


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SEED / name).read_text(encoding="utf-8"))
    return found


def check(card: dict[str, Any], wanted: dict[str, Any]) -> None:
    assert card["headline"] == wanted["headline"]
    assert card["quote"]["text"] == wanted["quote"]
    assert (card["quote"]["speaker"], card["quote"]["role"]) == (wanted["speaker"], wanted["role"])
    for field in ("jurisdictions", "instrument", "stage", "topic"):
        assert card[field] == wanted[field]
    for fact in card["facts"]:
        assert [card["body"][start:end] for start, end in fact["spans"]] == [fact["text"]]


def test_own_article_gives_its_golden_card() -> None:
    wanted = expected("own.json")
    body = (SEED / "own.txt").read_text(encoding="utf-8")
    card = batch.card_line({"id": 1, "text": body, "outlet": "The Data Desk"})
    check(card, wanted)
    story = [fact["text"] for fact in card["facts"] if not fact["background"]]
    background = [fact["text"] for fact in card["facts"] if fact["background"]]
    assert all(any(words in fact for fact in story) for words in wanted["facts"])
    assert all(any(words in fact for fact in background) for words in wanted["background"])
    shown = " ".join(story + background)
    assert "Also Read" not in shown
    assert "datadesk" not in shown
    assert wanted["headline"] not in shown


def test_seed_article_gives_its_golden_card_where_it_is_at_hand() -> None:
    if not GIVEN.exists():
        return
    wanted = expected("card.json")
    card = batch.card_line({"id": 1, "text": GIVEN.read_text(encoding="utf-8"), "outlet": "CDO Magazine"})
    check(card, wanted)
    assert card["quote"]["spans"] == wanted["quote_spans"]
    assert [fact["spans"][0] for fact in card["facts"] if not fact["background"]] == wanted["fact_spans"]
    assert [fact["spans"][0] for fact in card["facts"] if fact["background"]] == wanted["background_spans"]
