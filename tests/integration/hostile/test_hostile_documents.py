"""No document takes the bot down, keeps it long, opens a file or a connection; what can be read of it is read."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.errors import SourceError
from bot.model import Entry, Source
from bot.sources.children import Children
from bot.sources.parsed import Document, Parsed
from tests.integration.hostile import shapes, strange, strange_json
from tests.integration.hostile.documents import DOCUMENTS

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
SOURCE = Source(1, "feed", "https://feeds.example/rss")
assert shapes.DOCUMENTS is strange.DOCUMENTS is strange_json.DOCUMENTS is DOCUMENTS  # theirs are among them
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def children() -> AsyncIterator[Children]:
    pool = Children(size=1, seconds=3)
    yield pool
    await pool.close()


def holds(check: str, entries: tuple[Entry, ...]) -> bool:
    """Whether the named check holds."""
    first = entries[0] if entries else None
    if check == "no-passwd":
        with open("/etc/passwd", encoding="utf-8") as file:
            secret = file.readline().strip()
        return all(secret not in repr(entry) for entry in entries)
    assert first is not None
    if check == "clean-title":
        bad = [char for entry in entries for char in entry.title if unicodedata.category(char) in ("Cc", "Cs")]
        return not bad and any("AI" in entry.title or "A" in entry.title for entry in entries)
    if check == "no-script":
        return all("<" not in entry.title for entry in entries)
    if check == "short-title":
        return 0 < len(first.title) <= 500
    if check == "own-guid":
        return len({entry.guid for entry in entries}) == len(entries)
    name, _, value = check.partition("=")
    found = getattr(first, name)
    return value == "any" or str(found if name != "published" or found is None else found.date()) == value


@pytest.mark.parametrize("name", DOCUMENTS)
async def test_document(children: Children, name: str) -> None:
    hostile = DOCUMENTS[name]
    document = Document(SOURCE, hostile.body, SOURCE.url, NOW, {"content-type": hostile.content_type}, most=20)
    try:
        parsed = await children.run("bot.sources.feed:parse", document, returns=Parsed)
    except SourceError as refusal:
        reason = refusal.reason
    else:
        reason = ""
    if reason:
        assert reason in hostile.reasons
        return
    titles = tuple(entry.title for entry in parsed.entries)
    if hostile.titles is None:
        assert not titles
        assert "" in hostile.reasons
    elif hostile.check in ("", "own-guid") or "=" in hostile.check:
        assert not hostile.titles or titles == hostile.titles
    if hostile.check and hostile.check != "any":
        assert holds(hostile.check, parsed.entries)
    again = replace(document, known=parsed.hashes)
    with suppress(SourceError):  # on a busy machine what took two seconds may now take three
        assert (await children.run("bot.sources.feed:parse", again, returns=Parsed)).entries == ()


async def test_enough_of_them() -> None:
    assert len(DOCUMENTS) >= 60


async def test_the_pool_still_works_and_leaks_no_process(children: Children) -> None:
    document = Document(
        SOURCE, b"<rss version='2.0'><channel><item><title>Fine</title></item></channel></rss>", SOURCE.url, NOW
    )
    parsed = await children.run("bot.sources.feed:parse", document, returns=Parsed)
    assert [entry.title for entry in parsed.entries] == ["Fine"]
    assert children.living == 1
    with open(f"/proc/{os.getpid()}/task/{os.getpid()}/children") as file:
        assert len(file.read().split()) <= 2
