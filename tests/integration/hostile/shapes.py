"""More documents that break readers of feeds: name spaces, CDATA, encodings and JSON Feeds. Adds to DOCUMENTS."""

from __future__ import annotations

import json

from tests.integration.hostile.documents import DOCUMENTS, PLAIN, encoded, item, linked, reads, refused, rss

__all__ = ["DOCUMENTS"]

_ATOM = "http://www.w3.org/2005/Atom"
_MILLION = " ".join(f'a{n}="1"' for n in range(700_000))
_SPACES = " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(100_000))
_DIV = "<div xmlns='http://www.w3.org/1999/xhtml'><b>AI</b> rules</div>"
_BASE64 = f"<content type='application/octet-stream'>{'QQ==' * 1000}</content>"
_SECOND = "<title>AI second</title>"
_GOOD_ITEM = item(f"<title>{PLAIN}</title>")
_ENTRY = f"<title>{PLAIN}</title><id>tag:gazette.example,2026:1</id><link href='https://gazette.example/1'/>"

# --------------------------------------------------------------------------- encodings

encoded("UTF-16 without a byte order mark", "utf-16-le", "utf-16", title=PLAIN)
encoded("UTF-16 the other way round", "utf-16-be", "utf-16", title=PLAIN)
encoded("UTF-32 with a byte order mark", "utf-32", title="Règles sur l’IA")
reads(
    "two byte order marks",
    b"\xef\xbb\xbf\xef\xbb\xbf" + rss(item(f"<title>{PLAIN}</title>")).encode(),
    PLAIN,
    or_="malformed",
)
reads(
    "UTF-7 that hides a script",
    rss(item("<title>AI +ADw-script+AD4-alert(1)+ADw-/script+AD4-</title>"), '<?xml version="1.0" encoding="utf-7"?>'),
    check="no-script",
    or_="malformed",
)
reads(
    "half a character at the end", rss(item(f"<title>{PLAIN}</title>")).encode() + b"\xe2\x82", PLAIN, or_="malformed"
)
reads("an over-long slash", rss(item("<title>AI rules\xc0\xaf pass</title>")).encode("latin-1"), check="clean-title")
reads("a byte order mark in the middle", rss(item("<title>AI \ufeffrules</title>")), "AI rules")
reads(
    "tags of invisible letters",
    rss(item("<title>AI rules" + "".join(chr(0xE0000 + ord(x)) for x in "evil") + "</title>")),
    "AI rules",
)
reads("a title of isolates", rss(item("<title>\u2066AI\u2069 \u2067rules\u2069</title>")), "AI rules")

# --------------------------------------------------------------------------- CDATA, comments, name spaces

reads("CDATA end in two sections", rss(item("<title><![CDATA[AI ]]]]><![CDATA[> rules]]></title>")), "AI ]]> rules")
reads(
    "an item that begins in CDATA",
    rss(item(f"<title>{PLAIN}</title><description><![CDATA[</item><item><title>Evil</title>]]></description>")),
    PLAIN,
)
reads(
    "an item that ends in a comment",
    rss(item(f"<title>{PLAIN}</title><!-- </item><item><title>Evil</title> -->")),
    PLAIN,
)
reads(
    "an item in a processing instruction",
    rss(item(f"<title>{PLAIN}</title><?x </item><item><title>Evil</title> ?>")),
    PLAIN,
)
reads("an end tag in an attribute", rss(item(f'<title a="&lt;/item>">{PLAIN}</title>')), PLAIN)
reads(
    "prefixes swapped between two items",
    rss(
        f'<item xmlns:a="{_ATOM}" xmlns:b="urn:x"><title>{PLAIN}</title><b:title>Evil</b:title></item>'
        f'<item xmlns:b="{_ATOM}" xmlns:a="urn:x"><title>{PLAIN} again</title><a:title>Evil</a:title></item>'
    ),
    check="clean-title",
)
reads("Atom under a prefix", f"<a:feed xmlns:a='{_ATOM}'><a:entry><a:title>{PLAIN}</a:title></a:entry></a:feed>", PLAIN)
reads(
    "Atom in the name space of RSS 1.0", f"<feed xmlns='http://purl.org/rss/1.0/'><entry>{_ENTRY}</entry></feed>", PLAIN
)
reads(
    "an Atom title in XHTML",
    f"<feed xmlns='{_ATOM}'><entry><id>1</id><title type='xhtml'>{_DIV}</title></entry></feed>",
    "AI rules",
)
reads(
    "an Atom content from a file",
    f"<feed xmlns='{_ATOM}'><entry>{_ENTRY}<content src='file:///etc/passwd' type='text/html'/></entry></feed>",
    PLAIN,
    check="no-passwd",
)
reads(
    "an Atom content in base64",
    f"<feed xmlns='{_ATOM}'><entry>{_ENTRY}{_BASE64}</entry></feed>",
    PLAIN,
)
reads(
    "entries within entries",
    f"<feed xmlns='{_ATOM}'>{f'<entry>{_ENTRY}' * 300}{'</entry>' * 300}</feed>",
    check="any",
    or_="malformed",
)
reads(
    "two channels",
    f"<rss version='2.0'><channel>{_GOOD_ITEM}</channel><channel>{item(_SECOND)}</channel></rss>",
    PLAIN,
    "AI second",
)
reads(
    "a feed in a web page's comment",
    f"<!-- <html> -->{rss(_GOOD_ITEM, '')}",
    PLAIN,
    or_="malformed html-not-feed",
)
reads(
    "a hundred thousand name spaces",
    rss(item(f"<title>{PLAIN}</title>"), "", "<title>G</title>").replace("<rss ", "<rss " + _SPACES + " "),
    PLAIN,
    or_="too-slow malformed too-big",
)
reads(
    "a million attributes",
    rss(item(f"<title {_MILLION}>{PLAIN}</title>")),
    PLAIN,
    or_="too-slow malformed too-big",
)
reads(
    "a tag name of a megabyte",
    rss(item(f"<title>{PLAIN}</title><{'a' * 1_000_000}>x</{'a' * 1_000_000}>")),
    PLAIN,
    or_="too-slow malformed",
)
reads(
    "a hundred thousand links",
    rss(item(f"<title>{PLAIN}</title>" + "<link>https://gazette.example/1</link>" * 100_000)),
    PLAIN,
    or_="too-slow too-big",
)
reads(
    "a hundred thousand comments", rss("<!-- x -->" * 100_000 + item(f"<title>{PLAIN}</title>")), PLAIN, or_="too-slow"
)
reads(
    "an item of unclosed tags",
    rss(item(f"<title>{PLAIN}</title>" + "<guid" * 100_000)),
    check="any",
    or_="malformed too-slow",
)
reads(
    "a description of open tags",
    rss(item(f"<title>{PLAIN}</title><description>{'&lt;div' * 100_000}</description>")),
    PLAIN,
    or_="too-slow",
)
reads(
    "a description of a hundred thousand divs",
    rss(item(f"<title>{PLAIN}</title><description>{'&lt;div&gt;' * 100_000}</description>")),
    PLAIN,
    or_="too-slow",
)
linked("a link to this machine", "http://localhost/admin", "http://localhost/admin")
linked("a link with a tab in its scheme", "java\tscript:alert(1)", "")
linked("a link with hidden characters", "https://gazette.example/\u202e1", "https://gazette.example/%E2%80%AE1")

# --------------------------------------------------------------------------- JSON Feed


def feed_of(*items: object, **more: object) -> bytes:
    given = {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": list(items), **more}
    return json.dumps(given).encode()


_GOOD = {"id": "1", "url": "https://gazette.example/1", "title": PLAIN}
reads("JSON Feed with numbers for words", feed_of({"id": 1, "url": 5, "title": 7}, _GOOD), check="any")
reads(
    "JSON Feed with lists for words",
    feed_of(
        {**_GOOD, "title": [PLAIN], "tags": "x", "authors": "me"},
        {**_GOOD, "id": "2", "url": "https://gazette.example/2"},
    ),
    check="any",
)
reads("JSON Feed with items that are none", feed_of(None, 1, "x", [], _GOOD), PLAIN)
reads("JSON Feed with a date of a number", feed_of({**_GOOD, "date_published": 1e300}), PLAIN, check="published=None")
reads("JSON Feed with half a surrogate", feed_of({**_GOOD, "title": "AI \ud83d rules"}), check="clean-title")
reads("JSON Feed with a script as address", feed_of({**_GOOD, "url": "javascript:alert(1)"}), PLAIN, check="url=")
reads(
    "JSON Feed with a key given twice",
    feed_of(_GOOD).replace(b'"title": "Council', b'"title": "x", "title": "Council'),
    PLAIN,
)
reads("JSON Feed with NaN", feed_of({**_GOOD, "size": float("nan")}), PLAIN, or_="not-json malformed")
reads("JSON Feed after a byte order mark", b"\xef\xbb\xbf" + feed_of(_GOOD), PLAIN, or_="malformed")
refused("JSON Feed whose items are an object", feed_of().replace(b"[]", b"{}"), "", "malformed", "empty", "not-json")
refused("JSON with a number of a million digits", b'{"items": ' + b"9" * 1_000_000 + b"}", "", "malformed", "not-json")
