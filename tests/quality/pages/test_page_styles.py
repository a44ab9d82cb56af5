"""27 pages in the markup of different content systems, each beside what a reader sees on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.model import Page
from bot.sources import page

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.html"))
# Every page is right today; a page that turns wrong is a step back.
FLOORS = {"title": 1.0, "authors": 1.0, "published": 1.0, "outlet": 1.0, "language": 1.0, "text": 1.0}


def load(name: str) -> tuple[Page, dict[str, object]]:
    expected = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return page.read((HERE / f"{name}.html").read_bytes(), expected["url"]), expected


def right(found: Page, expected: dict[str, object]) -> dict[str, bool]:
    has, without = expected["has"], expected["hasnt"]
    assert isinstance(has, list)
    assert isinstance(without, list)
    return {
        "title": found.title == expected["title"],
        "authors": list(found.authors) == expected["authors"],
        "published": (found.published.date().isoformat() if found.published else "") == expected["published"],
        "outlet": found.outlet == expected["outlet"],
        "language": found.language == expected["language"],
        "text": all(words in found.text for words in has) and not any(words in found.text for words in without),
    }


def test_there_are_enough_pages() -> None:
    assert len(NAMES) >= 25


@pytest.mark.parametrize("field", FLOORS)
def test_floor(field: str) -> None:
    wrong = [name for name in NAMES if not right(*load(name))[field]]
    assert 1 - len(wrong) / len(NAMES) >= FLOORS[field], wrong
