"""Hostile documents cut, doubled and mixed by chance: refused for a reason, or read; and read once."""

from __future__ import annotations

import random
import warnings
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from bot.errors import SourceError
from bot.model import Source
from bot.sources import feed
from bot.sources.health import TROUBLES
from bot.sources.parsed import Document, Parsed
from tests.integration.hostile import shapes, strange, strange_json
from tests.integration.hostile.documents import DOCUMENTS

assert shapes.DOCUMENTS is strange.DOCUMENTS is strange_json.DOCUMENTS is DOCUMENTS
NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
SOURCE = Source(1, "feed", "https://feeds.example/rss")
SMALL = [one.body for one in DOCUMENTS.values() if len(one.body) < 6000]
SCRAPS = (
    b"<", b">", b"&", b"]]>", b"<![CDATA[", b"\x00", b"\xff", b"\xed\xa0\x80", b"http://[", b"&#xD83D;", b"xmlns:a='b'",
    b'"', b"'", b"<item>", b"</item>", b"<entry>", b"<!--", b"\\ud83d", b"1e999", b"0001-01-01T00:00:00+23:59", b"{",
    b"[", b"null", b"<?xml encoding='utf-16'?>", b"<at:deleted-entry ref='x'/>", b"xml:base='http://['",
)  # fmt: skip
TYPES = ("application/rss+xml", "text/xml", "text/html; charset=utf-16", 'application/xml; charset="', "")


def mutant(chance: random.Random) -> bytes:
    body = bytearray(chance.choice(SMALL))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(body) + 1)
        match chance.choice(("insert", "insert", "cut", "double", "noise")):
            case "insert":
                body[at:at] = chance.choice(SCRAPS)
            case "cut":
                del body[at : at + chance.randint(1, 40)]
            case "double":
                body[at:at] = body[max(0, at - chance.randint(1, 300)) : at]
            case _:
                body[at : at + 3] = chance.randbytes(3)
    return bytes(body)


@pytest.mark.parametrize("seed", range(8))
def test_mutants(seed: int) -> None:
    chance = random.Random(seed)
    warnings.simplefilter("ignore")  # feedparser's and Beautiful Soup's
    for _ in range(40):
        body, kind = mutant(chance), chance.choice(TYPES)
        document = Document(SOURCE, body, SOURCE.url, NOW, {"content-type": kind}, most=20)
        try:
            parsed = feed.parse(document)
            again = feed.parse(replace(document, known=parsed.hashes))
        except SourceError as refused:
            assert refused.reason in TROUBLES  # noqa: PT017  # either is right
        else:
            assert msgspec.msgpack.decode(msgspec.msgpack.encode(parsed), type=Parsed) == parsed
            assert again.entries == ()
