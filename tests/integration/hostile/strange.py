"""Still more documents that break readers of feeds: encodings, look-alikes, sizes, dates. Adds to DOCUMENTS."""

from __future__ import annotations

from tests.integration.hostile.documents import DOCUMENTS, PLAIN, dated, item, linked, reads, refused, rss

__all__ = ["DOCUMENTS"]

_ATOM = "http://www.w3.org/2005/Atom"
_TITLE = f"<title>{PLAIN}</title>"
_INNER = rss(item("<title>Evil</title>"), "")
_DIVS = "<div>" * 100_000 + "</div>" * 100_000


def titled(title: str, more: str = "") -> str:
    return rss(item(f"<title>{title}</title>{more}"))


def beside(name: str, part: str, or_: str = "") -> None:
    """A strange part in one item must not cost the next one."""
    body = rss(
        item(f"<title>{PLAIN}</title>{part}<guid isPermaLink='false'>a</guid>") + item("<title>Beside it</title>")
    )
    reads(name, body, PLAIN, "Beside it", or_=or_)


# --------------------------------------------------------------------------- encodings

_BARE = rss(item(_TITLE), "")
for _codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
    reads(f"{_codec} that says nothing of it", _BARE.encode(_codec), PLAIN, or_="malformed")
reads("UTF-16 that says it is UTF-8", rss(item(_TITLE)).encode("utf-16"), PLAIN)
reads("UTF-8 that says it is UTF-16", rss(item(_TITLE), '<?xml version="1.0" encoding="utf-16"?>'), PLAIN)
reads("UTF-8 that says it is UTF-32", rss(item(_TITLE), '<?xml version="1.0" encoding="UTF-32LE"?>'), PLAIN)
reads("UTF-8 that says it is EBCDIC", rss(item(_TITLE), '<?xml version="1.0" encoding="cp500"?>'), PLAIN)
reads("UTF-8 in a header of UTF-16", rss(item(_TITLE)), PLAIN, content_type="text/xml; charset=UTF-16LE")
reads(
    "two encodings in one document",
    rss(item("<title>Règles sur l’IA</title>"))
    .encode()
    .replace(b"</channel>", item("<title>Loi française</title>").encode("latin-1") + b"</channel>"),
    check="clean-title",
)
reads("a NUL after every letter of a title", titled("\x00".join("AI rules")), check="clean-title")
reads("NULs before the feed", b"\x00" * 64 + rss(item(_TITLE)).encode(), PLAIN, or_="malformed")
reads("NULs after the feed", rss(item(_TITLE)).encode() + b"\x00" * 4096, PLAIN)
reads("a mark of the end of a DOS file", rss(item(_TITLE)).encode() + b"\x1a", PLAIN)
reads("old Macintosh line ends", rss("\r" + item(f"\r{_TITLE}\r") + "\r"), PLAIN)
reads("form feeds between items", rss(f"{item(_TITLE)}\x0c{item('<title>Beside it</title>')}"), PLAIN, "Beside it")
reads("XML 1.1", rss(item(_TITLE), '<?xml version="1.1" encoding="utf-8"?>'), PLAIN)
reads("XML 9.9", rss(item(_TITLE), '<?xml version="9.9"?>'), PLAIN)
reads("a declaration without quotes", rss(item(_TITLE), "<?xml version=1.0 encoding=utf-8?>"), PLAIN)
reads("two declarations", rss(item(_TITLE), '<?xml version="1.0"?><?xml version="1.0"?>'), PLAIN)
reads(
    "a declaration that is not closed", rss(item(_TITLE), '<?xml version="1.0"'), PLAIN, or_="malformed html-not-feed"
)
reads("unused PHP before the feed", rss(item(_TITLE), "<?php header('Content-Type: text/xml'); ?>\n"), PLAIN)

# --------------------------------------------------------------------------- document types

_DEFAULTS = f'<?xml version="1.0"?><!DOCTYPE rss [<!ATTLIST item x CDATA "{"a" * 100_000}">]>'
reads(
    "default attributes for two thousand items",
    rss(item(_TITLE) + "<item/>" * 2000, _DEFAULTS),
    check="any",
    or_="malformed too-slow too-big",
)
_LAUGH = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
reads(
    "laughs in an attribute",
    rss(
        item(f"<guid isPermaLink='&l9;'>x</guid>{_TITLE}"),
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{_LAUGH}]>',
    ),
    check="any",
    or_="malformed too-slow too-big",
)
reads(
    "laughs behind five kilobytes of comment",
    rss(
        item("<title>&l9;</title>"),
        f'<?xml version="1.0"?><!--{"x" * 5000}--><!DOCTYPE rss [<!ENTITY l0 "lol">{_LAUGH}]>',
    ),
    check="any",
    or_="malformed too-slow too-big",
)
reads(
    "parameter entities in a chain",
    rss(
        item(_TITLE),
        "<?xml version='1.0'?><!DOCTYPE rss ["
        + "<!ENTITY % a 'x'>"
        + "".join(f"<!ENTITY % a{n} '%a;%a;'>" for n in range(500))
        + "]>",
    ),
    PLAIN,
    or_="malformed too-slow",
)
reads(
    "a hundred thousand entities that nobody uses",
    rss(item(_TITLE), "<!DOCTYPE rss [" + "".join(f"<!ENTITY e{n} 'x'>" for n in range(100_000)) + "]>"),
    PLAIN,
    or_="malformed too-slow",
)
reads("a document type of HTML around a feed", rss(item(_TITLE), "<!DOCTYPE html>"), check="any", or_="html-not-feed")
reads(
    "an entity that holds an item",
    rss("&i;", "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY i '<item><title>Evil</title></item>'>]>").replace(
        "</channel>", f"{item(_TITLE)}</channel>"
    ),
    check="any",
    or_="malformed",
)

# --------------------------------------------------------------------------- name spaces and look-alikes

reads(
    "a default name space for RSS",
    rss(item(_TITLE)).replace("<rss ", "<rss xmlns='http://backend.userland.com/rss2' "),
    PLAIN,
)
reads("Atom's name space on RSS", rss(item(_TITLE)).replace("<rss ", f"<rss xmlns='{_ATOM}' "), PLAIN)
reads(
    "RSS under a prefix of its own",
    f"<r:rss xmlns:r='urn:x' version='2.0'><r:channel><r:item><r:title>{PLAIN}</r:title></r:item></r:channel></r:rss>",
    PLAIN,
    or_="malformed empty",
)
reads("an item that leaves the name space", rss(f"<item xmlns=''>{_TITLE}</item>"), PLAIN)
reads(
    "a title of the medium after the title",
    titled(PLAIN, "<media:title xmlns:media='http://search.yahoo.com/mrss/'>photo.jpg</media:title>"),
    PLAIN,
)
reads(
    "a title of the medium before the title",
    rss(item(f"<media:title xmlns:media='http://search.yahoo.com/mrss/'>photo.jpg</media:title>{_TITLE}")),
    PLAIN,
)
reads(
    "a title of the podcast after the title",
    titled(PLAIN, "<itunes:title xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>Episode 7</itunes:title>"),
    check="any",
)
reads(
    "a prefix declared ten thousand times",
    rss("".join(f"<item xmlns:p='urn:p'>{_TITLE}<guid>{n}</guid></item>" for n in range(10_000))),
    check="any",
    or_="too-slow",
)
reads(
    "a prefix of xml that lies",
    f"<rss version='2.0' xmlns:xml='urn:x'><channel>{item(_TITLE)}</channel></rss>",
    PLAIN,
    or_="malformed",
)
reads(
    "a base that is no address",
    f"<feed xmlns='{_ATOM}' xml:base='http://[::'><entry>{_TITLE}<link href='/a'/><id>1</id></entry></feed>",
    PLAIN,
)
reads(
    "a base that is a script",
    f"<feed xmlns='{_ATOM}' xml:base='javascript:alert(1)//'><entry>{_TITLE}<link href='a'/><id>1</id></entry></feed>",
    PLAIN,
    check="url=https://feeds.example/a",
)
reads(
    "a base in every element",
    f"<feed xmlns='{_ATOM}'>"
    + f"<entry xml:base='http://a.example/{'b/' * 900}'>{_TITLE}<link href='c'/></entry>" * 200
    + "</feed>",
    check="any",
    or_="too-slow",
)
reads(
    "a language of a megabyte",
    rss(item(_TITLE)).replace("<channel>", f"<channel><language>{'en-' * 300_000}</language>"),
    PLAIN,
)
reads(
    "an xml:lang of noise",
    f"<feed xmlns='{_ATOM}' xml:lang='\u202e&#xFFFD;'><entry>{_TITLE}<id>1</id></entry></feed>",
    PLAIN,
)
for _name, _document in {
    "a list of feeds (OPML)": "<opml version='2.0'><body><outline xmlUrl='http://127.0.0.2:1/feed'/></body></opml>",
    "a site map": "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://g.example/</loc></url></urlset>",
    "a picture in SVG": "<svg xmlns='http://www.w3.org/2000/svg'><title>AI</title><script>alert(1)</script></svg>",
    "a property list": "<plist version='1.0'><dict><key>title</key><string>AI</string></dict></plist>",
    "an answer in SOAP": "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>",
    "an error of a store": "<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>",
    "a style sheet in XSLT": "<xsl:stylesheet xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>",
    "a calendar": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:AI rules\r\nEND:VEVENT\r\nEND:VCALENDAR",
    "a table in CSV": "title,link\nAI rules,https://gazette.example/1\n",
}.items():  # fmt: skip
    refused(_name, _document, "malformed", "empty")
reads(
    "RSS inside a web page",
    f"<html><body><pre>{rss(item(_TITLE))}</pre></body></html>",
    check="any",
    or_="html-not-feed",
)
reads(
    "RSS inside Atom",
    f"<feed xmlns='{_ATOM}'><entry>{_TITLE}<id>1</id><content type='application/xml'>{_INNER}</content></entry></feed>",
    check="any",
    or_="malformed",
)
reads("a feed twice over", rss(item(_TITLE)) * 2, PLAIN, or_="malformed")
reads("RSS of version 9.99", rss(item(_TITLE)).replace("2.0", "9.99"), PLAIN)
reads("RSS without a version", rss(item(_TITLE)).replace(' version="2.0"', ""), PLAIN)
reads("RSS without a channel", f"<rss version='2.0'>{item(_TITLE)}</rss>", PLAIN, or_="malformed")

# --------------------------------------------------------------------------- sizes

reads(
    "a hundred thousand items",
    rss("".join(f"<item><title>AI {n}</title><guid>{n}</guid></item>" for n in range(100_000))),
    *(f"AI {n}" for n in range(20)),
    or_="too-slow too-big",
)
reads("a hundred thousand empty items", rss("<item/>" * 100_000), check="any", or_="too-slow")
reads(
    "an item of nine megabytes of paragraphs",
    titled(PLAIN, f"<description><![CDATA[{'<p>AI rules</p>' * 600_000}]]></description>"),
    PLAIN,
    or_="too-slow too-big",
)
reads(
    "a description of a hundred thousand tables",
    titled(PLAIN, f"<description><![CDATA[{'<table><tr><td>' * 100_000}]]></description>"),
    PLAIN,
    or_="too-slow",
)
reads(
    "a description of half a megabyte of less-thans",
    titled(PLAIN, f"<description>{'&lt;' * 500_000}</description>"),
    PLAIN,
    or_="too-slow",
)
reads(
    "a description of a million ampersands",
    titled(PLAIN, f"<description>{'&amp;' * 1_000_000}</description>"),
    PLAIN,
    or_="too-slow",
)
reads(
    "a description of comments that never end",
    titled(PLAIN, f"<description><![CDATA[{'<!--' * 200_000}]]></description>"),
    PLAIN,
    or_="too-slow",
)
reads(
    "Atom of a hundred thousand divs",
    f"<feed xmlns='{_ATOM}'><entry>{_TITLE}<id>1</id><content type='xhtml'>{_DIVS}</content></entry></feed>",
    PLAIN,
    or_="too-slow malformed too-big",
)
reads("ten thousand authors", titled(PLAIN, "<author>a@b.example (Ada)</author>" * 10_000), PLAIN, or_="too-slow")
reads(
    "ten thousand enclosures",
    titled(PLAIN, "<enclosure url='http://127.0.0.2:1/x' length='9' type='audio/mpeg'/>" * 10_000),
    PLAIN,
    or_="too-slow",
)
for _part in ("pubDate", "guid", "link", "category", "author", "comments", "ttl"):
    reads(
        f"a {_part} of a megabyte of digits",
        titled(PLAIN, f"<{_part}>{'1' * 1_000_000}</{_part}>"),
        PLAIN,
        or_="too-slow",
    )
reads(
    "a date of a megabyte of blanks",
    titled(PLAIN, f"<pubDate>Mon,{' ' * 1_000_000}5 Jan 2026</pubDate>"),
    PLAIN,
    or_="too-slow",
)
reads(
    "a shape of a megabyte",
    titled(PLAIN, f"<g:polygon xmlns:g='http://www.georss.org/georss'>{'1 2 ' * 250_000}</g:polygon>"),
    PLAIN,
    or_="too-slow",
)
reads(
    "a waiting time of a million digits",
    rss(item(_TITLE)).replace("<channel>", f"<channel><ttl>{'9' * 1_000_000}</ttl>"),
    PLAIN,
)
reads(
    "skip hours of all sorts",
    rss(item(_TITLE)).replace(
        "<channel>",
        "<channel><skipHours><hour>99</hour><hour>-1</hour><hour>٣</hour><hour/></skipHours><skipDays><day>Never</day></skipDays>",
    ),
    PLAIN,
)

# --------------------------------------------------------------------------- items

reads(
    "items oldest first",
    rss(
        "".join(
            f"<item><title>AI {n}</title><guid>{n}</guid><pubDate>Mon, {n:02} Dec 2025 10:00:00 GMT</pubDate></item>"
            for n in range(1, 29)
        )
    ),
    *(f"AI {n}" for n in range(28, 8, -1)),
)
reads(
    "guids that differ in case",
    rss("".join(f"<item><title>AI {x}</title><guid isPermaLink='false'>{x}</guid></item>" for x in "aA")),
    "AI a",
    "AI A",
    check="own-guid",
)
reads(
    "one link for all",
    rss(
        "".join(
            f"<item><title>AI {n}</title><guid isPermaLink='false'>{n}</guid><link>https://g.example/</link></item>"
            for n in range(3)
        )
    ),
    "AI 0",
    "AI 1",
    "AI 2",
    check="own-guid",
)
reads(
    "one guid and one link for all",
    rss(
        "".join(
            f"<item><title>AI {n}</title><guid isPermaLink='false'>x</guid><link>https://g.example/</link></item>"
            for n in range(3)
        )
    ),
    check="any",
)
reads("a title given three times", rss(item(_TITLE * 3)), PLAIN)
reads("a title of nothing seen", titled("\u200b\u2060\ufeff \u00ad"), check="any")
reads("a title of an image", titled("&lt;img src=x onerror=alert(1)&gt;AI rules"), "AI rules")
reads("a title of line and paragraph separators", titled("AI\u2028rules\u2029pass"), "AI rules pass")
reads("a title in elements", rss(item("<title>AI <b>rules</b> pass</title>")), check="clean-title")
reads("a title in CDATA in CDATA", titled("<![CDATA[AI <![CDATA[rules]]>"), check="clean-title")
reads(
    "an Atom title that says less than",
    f"<feed xmlns='{_ATOM}'><entry><id>1</id><title type='text'>AI &lt;b&gt; rules</title></entry></feed>",
    "AI <b> rules",
)
reads("a guid that is half an address", titled(PLAIN, "<guid>http://[x</guid>"), PLAIN, check="guid=http://[x")
reads(
    "an encoding that is no text",
    rss(item(_TITLE), '<?xml version="1.0" encoding="ENCODING"?>').encode().replace(b"ENCODING", b"ut\xb6f"),
    PLAIN,
)
beside("an address with half a bracket", "<link>http://[::1</link>")
beside("a guid with half a bracket", "<guid>http://[x</guid>")
beside("a guid of a surrogate", "<guid isPermaLink='false'>&#xD83D;</guid>")
beside("an enclosure with half a bracket", "<enclosure url='http://[' length='x' type=''/>")
beside("a comment address with half a bracket", "<comments>http://[</comments>")
beside("a source with half a bracket", "<source url='http://['>Other</source>")
beside("a date of nonsense", "<pubDate>{{ item.date }}</pubDate>")
beside("a category of brackets", "<category domain='http://['>]</category>")
beside(
    "a picture with half a bracket",
    "<description><![CDATA[<img src='http://['><a href='http://[::1'>x</a>]]></description>",
)
beside("a length that is no number", "<enclosure url='https://g.example/a.mp3' length='many' type='x'/>")
beside("a cloud in an item", "<cloud domain='127.0.0.2' port='1' path='/' registerProcedure='x' protocol='soap'/>")

linked("a link with a line break inside", "https://gazette.example/a\n\t b", "https://gazette.example/a%20b")
linked("a link of a feed reader", "feed://gazette.example/1", "")
linked("a link with a port of words", "https://gazette.example:http/1", "")
linked("a link to an address in brackets", "http://[::1]/admin", "http://[::1]/admin")
linked("a link with half a bracket", "http://[::1", "")
linked(
    "a link in Chinese",
    "https://gazette.example/人工智能",
    "https://gazette.example/%E4%BA%BA%E5%B7%A5%E6%99%BA%E8%83%BD",
)
linked("a link to a host in German", "https://bücher.example/1", "https://xn--bcher-kva.example/1")
linked("a link of blanks", "   ", "")
linked("a link of dots", "../../..", "https://feeds.example/")
linked(
    "a link with a script after a tracker",
    "https://www.google.com/url?q=javascript:alert(1)",
    "https://www.google.com/url?q=javascript:alert(1)",
)

for _name, _date, _day in (
    ("yesterday", "yesterday", "None"),
    ("nothing at all", " ", "None"),
    ("a number of seconds", "1767607200", "any"),
    ("a number of milliseconds", "1767607200000", "any"),
    ("a negative number", "-1", "None"),
    ("the thirteenth month", "2026-13-45T99:99:99Z", "None"),
    ("24 o'clock", "Mon, 05 Jan 2026 24:00:00 GMT", "any"),
    ("the sixtieth second", "Mon, 05 Jan 2026 10:00:60 GMT", "any"),
    ("Eastern time", "Mon, 05 Jan 2026 10:00:00 EST", "2026-01-05"),
    ("Central European time", "Mon, 05 Jan 2026 10:00:00 CET", "any"),
    ("an unknown zone", "Mon, 05 Jan 2026 10:00:00 XYZ", "any"),
    ("a zone of four digits too many", "Mon, 05 Jan 2026 10:00:00 +00000000", "any"),
    ("a year of two digits", "Mon, 05 Jan 26 10:00:00 GMT", "2026-01-05"),
    ("the wrong day of the week", "Sun, 05 Jan 2026 10:00:00 GMT", "2026-01-05"),
    ("no day of the week", "5 Jan 2026 10:00 GMT", "2026-01-05"),
    ("a month in capitals", "MON, 05 JAN 2026 10:00:00 GMT", "2026-01-05"),
    ("a month written out", "Mon, 05 January 2026 10:00:00 GMT", "2026-01-05"),
    ("a month in French", "lun., 05 janv. 2026 10:00:00 GMT", "any"),
    ("the year 1601", "Mon, 01 Jan 1601 00:00:00 GMT", "None"),
    ("the year 1", "0001-01-01T00:00:00+23:59", "None"),
    ("the year 9999", "9999-12-31T23:59:59-23:59", "None"),
    ("Arabic digits", "Mon, ٠٥ Jan ٢٠٢٦ 10:00:00 GMT", "any"),
    ("a template", "%a, %d %b %Y %H:%M:%S GMT", "None"),
):
    dated(f"dated with {_name}", _date, _day)
