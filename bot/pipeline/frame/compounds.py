"""German compounds: the last part of a long word says what it is, “Durchführungsgesetz” a law."""

from __future__ import annotations

from typing import Final

from bot.model import Slice
from bot.pipeline.frame.story import Story

_ENDINGS: Final = (
    "gesetz", "gesetzes", "gesetze", "gesetzentwurf", "gesetzesentwurf", "gesetzespaket", "gesetzesnovelle",
)  # fmt: skip
_WEIGHT: Final = 2.8
_READ: Final = 80  # words: the beginning says what the story is about
_NEAR: Final = 1_000  # code points that hold them


def laws(story: Story) -> list[tuple[str, float, Slice]]:
    """Every law named by a compound in headline or beginning, as a proof for `weigh`."""
    found: list[tuple[str, float, Slice]] = []
    for words, origin in story.parts:
        if "gesetz" not in words.text[:_NEAR].lower():
            continue
        for index, low in enumerate(words.lows[:_READ]):
            if low.endswith(_ENDINGS):
                found.append(("law", _WEIGHT, story.slice(words.starts[index], words.ends[index], origin)))
    return found
