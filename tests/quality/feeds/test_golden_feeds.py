"""Whole feeds in the manner of real publishing systems, read as a person would read them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.model import Source
from bot.sources.feed import parse
from bot.sources.parsed import Document, Parsed

HERE = Path(__file__).parent
EXPECTED: dict[str, Any] = yaml.safe_load((HERE / "expected.yaml").read_text("utf-8"))
NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)


def read(name: str, known: bytes = b"") -> Parsed:
    given = EXPECTED[name]
    source = Source(1, "feed", "https://feeds.example/x", options=given.get("options", {}))
    headers = {"content-type": given.get("content_type", "application/rss+xml; charset=UTF-8")}
    return parse(Document(source, (HERE / "data" / name).read_bytes(), source.url, NOW, headers, known))


def test_every_feed_is_expected() -> None:
    assert set(EXPECTED) == {path.name for path in (HERE / "data").iterdir()}


@pytest.mark.parametrize("name", EXPECTED)
def test_feed(name: str) -> None:
    parsed = read(name)
    expected = EXPECTED[name]["entries"]
    assert [entry.title for entry in parsed.entries] == [one["title"] for one in expected]
    for entry, one in zip(parsed.entries, expected, strict=True):
        for field, value in one.items():
            if field == "summary_begins":
                assert entry.summary.startswith(value)
            elif field == "content_holds":
                assert value in entry.content_html
            elif field == "published" and value is not None:
                assert entry.published == value.replace(tzinfo=value.tzinfo or UTC)
            else:
                found = getattr(entry, field)
                assert (list(found) if isinstance(found, tuple) else found) == value
    assert parsed.about is not None
    for field, value in EXPECTED[name].get("about", {}).items():
        found = getattr(parsed.about, field)
        assert (list(found) if isinstance(found, tuple) else found) == value


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_twice(name: str) -> None:
    assert read(name, read(name).hashes).entries == ()
