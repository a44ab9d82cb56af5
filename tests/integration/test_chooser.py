"""The optional chooser may choose and order proven facts; whatever else it says changes nothing."""

from __future__ import annotations

import json

import pytest

from bot.model import Article, Reading
from bot.pipeline import digest
from bot.sources.chooser import Chooser
from bot.sources.http import Door
from tests.loopback import ALLOW_LOOPBACK, Origin

TEXT = (
    "The parliament of Norway passed an AI law on Tuesday by 88 votes to 12. Companies that break it pay up to "
    "€20 million. The law takes effect on 1 July 2027. A new AI authority with 40 staff will open in Trondheim."
)


@pytest.fixture
def reading() -> Reading:
    return digest(Article("https://example.org/a", "Norway passes AI law", TEXT))


async def ask(reading: Reading, answer: bytes, status: int = 200) -> Reading:
    async with Origin() as origin, Door(allowed=ALLOW_LOOPBACK) as door:
        origin.serve("/v1/chat/completions", answer, status=status, content_type="application/json")
        return await Chooser(origin.url("/v1"), "any", "key").choose(door, reading)


def said(content: object) -> bytes:
    return json.dumps({"choices": [{"message": {"content": json.dumps(content)}}]}).encode()


async def test_it_may_choose_and_order(reading: Reading) -> None:
    texts = [fact.slice.text for fact in reading.facts]
    assert len(texts) >= 2
    chosen = await ask(reading, said([texts[-1], texts[0]]))
    assert [fact.slice.text for fact in chosen.facts] == [texts[-1], texts[0]]


async def test_what_it_makes_up_is_dropped(reading: Reading) -> None:
    texts = [fact.slice.text for fact in reading.facts]
    chosen = await ask(reading, said(["Norway bans all AI.", texts[0].upper(), 7, None, texts[1]]))
    assert [fact.slice.text for fact in chosen.facts] == [texts[1]]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"", 200),
        (b"not json", 200),
        (b"[]", 200),
        (said("a string"), 200),
        (said(["nothing of this"]), 200),
        (b"{}", 500),
        (b'{"choices": []}', 200),
    ],
)
async def test_whatever_goes_wrong_changes_nothing(reading: Reading, answer: bytes, status: int) -> None:
    assert await ask(reading, answer, status) == reading
