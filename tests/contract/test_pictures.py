"""Pictures: every one that a document names is there, and every one that is there is shown to somebody."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
MOST_BYTES = 2_500_000  # all together: a clone of the repository carries every version of them


def _named() -> dict[Path, str]:
    """Picture -> the document that shows it first."""
    found: dict[Path, str] = {}
    for page in PAGES:
        for words, address in re.findall(r"!\[([^\]]*)\]\(([^)\s]+\.png)\)", page.read_text("utf-8")):
            assert words.strip(), f"{page.name}: {address} has no words for people who cannot see it"
            found.setdefault((page.parent / address).resolve(), page.name)
    return found


def test_every_picture_that_is_named_is_there_and_the_other_way_round() -> None:
    there = set((ROOT / "docs" / "pictures").iterdir())
    named = _named()
    assert there == set(named), {str(one): named.get(one, "shown nowhere") for one in there ^ set(named)}


def test_the_pictures_stay_light() -> None:
    assert sum(one.stat().st_size for one in (ROOT / "docs" / "pictures").iterdir()) <= MOST_BYTES
