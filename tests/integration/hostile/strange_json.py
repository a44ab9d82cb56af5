"""JSON Feeds that break readers: values of the wrong kind, half letters, depth, size. Adds to DOCUMENTS."""

from __future__ import annotations

import json

from tests.integration.hostile.documents import DOCUMENTS, PLAIN, reads, refused
from tests.integration.hostile.shapes import feed_of

__all__ = ["DOCUMENTS"]

_GOOD = {"id": "1", "url": "https://gazette.example/1", "title": PLAIN}

_HALF = "AI \ud83d rules"
reads(
    "JSON Feed with half a surrogate everywhere",
    feed_of(
        {**_GOOD, "title": _HALF, "summary": _HALF, "content_html": _HALF, "content_text": _HALF, "tags": [_HALF],
         "authors": [{"name": _HALF}], "language": "\ud83d"},
        {"id": "\ud83d", "title": PLAIN, "url": "https://gazette.example/\ud83d"},
        title=_HALF, home_page_url="https://\ud83d.example/", feed_url="\ud83d", language="\ud83d",
        hubs=[{"type": "WebSub", "url": "https://\ud83d/"}],
    ),
    check="clean-title",
)  # fmt: skip
for _name, _when in {
    "the year 1 in the far east": "0001-01-01T00:00:00+23:59",
    "the year 9999 in the far west": "9999-12-31T23:59:59-23:59",
    "a zone of 99 hours": "2026-01-05T10:00:00+99:99",
    "words": "yesterday",
    "a megabyte": "2" * 1_000_000,
    "an object": {"$date": 1},
    "a true": True,
}.items():
    reads(
        f"JSON Feed dated {_name}",
        feed_of({**_GOOD, "date_published": _when, "date_modified": _when}),
        PLAIN,
        check="published=None",
    )
reads("JSON Feed with a version of a number", feed_of(_GOOD, version=1.1), check="any", or_="malformed")
reads(
    "JSON Feed with an item nested 500 deep",
    feed_of({**_GOOD, "x": json.loads("[" * 500 + "]" * 500)}),
    PLAIN,
    or_="malformed",
)
reads(
    "JSON Feed with an item nested 100,000 deep",
    feed_of(_GOOD).replace(b'"id"', b'"x": ' + b"[" * 100_000 + b"]" * 100_000 + b', "id"'),
    check="any",
    or_="not-json malformed",
)
reads(
    "JSON Feed with infinity",
    feed_of({**_GOOD, "size": float("inf"), "id": float("-inf")}),
    check="any",
    or_="not-json",
)
reads("JSON Feed with 1e999", feed_of(_GOOD).replace(b'"id": "1"', b'"id": 1e999'), check="any")
reads(
    "JSON Feed with an id of a thousand digits",
    feed_of(_GOOD).replace(b'"id": "1"', b'"id": ' + b"9" * 1000),
    check="any",
)
reads("JSON Feed with an id of true", feed_of({**_GOOD, "id": True}), PLAIN)
reads(
    "JSON Feed with an address of an object",
    feed_of({**_GOOD, "url": {"href": "x"}, "external_url": []}),
    PLAIN,
    check="url=",
)
reads(
    "JSON Feed with authors of names",
    feed_of({**_GOOD, "authors": ["Ada", None, 5, {"name": ["x"]}], "author": "Ada"}),
    PLAIN,
)
reads("JSON Feed with tags of objects", feed_of({**_GOOD, "tags": [{"a": 1}, None, "AI", ["x"]]}), PLAIN)
reads("JSON Feed with hubs of a word", feed_of(_GOOD, hubs="https://hub.example/"), PLAIN)
reads("JSON Feed with hubs of a number", feed_of(_GOOD, hubs=7), PLAIN)
reads("JSON Feed with a title of an object", feed_of({**_GOOD, "title": {"en": "x"}}), "")
reads(
    "JSON Feed with markup in the title",
    feed_of({**_GOOD, "title": "<b>AI</b> <script>alert(1)</script>rules"}),
    "AI rules",
)
reads(
    "JSON Feed of a hundred thousand items",
    feed_of(*({"id": str(n), "title": f"AI {n}"} for n in range(100_000))),
    *(f"AI {n}" for n in range(20)),
    or_="too-slow too-big",
)
reads("JSON Feed with a word of nine megabytes", feed_of({**_GOOD, "content_html": "x" * 9_000_000}), PLAIN)
reads("JSON Feed in UTF-16", feed_of(_GOOD).decode().encode("utf-16"), PLAIN, or_="malformed not-json")
reads("JSON Feed in Latin-1", feed_of(_GOOD).replace(b"Council", b"Counc\xefl"), check="any", or_="malformed not-json")
refused("JSON Feed with a comma too many", feed_of(_GOOD)[:-1] + b",}", "not-json", "malformed")
refused("JSON Feed with a comment", b"/* feed */" + feed_of(_GOOD), "not-json", "malformed")
refused("JSON Feed behind a guard", b")]}'\n" + feed_of(_GOOD), "not-json", "malformed")
refused("JSON Feed in a call", b"callback(" + feed_of(_GOOD) + b")", "not-json", "malformed")
refused("two JSON Feeds, line by line", feed_of(_GOOD) + b"\n" + feed_of(_GOOD), "not-json", "malformed")
refused("a JSON list", b"[1, 2, 3]", "not-json", "malformed")
refused("a JSON word", b'"https://127.0.0.2/"', "not-json", "malformed")
