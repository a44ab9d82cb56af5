"""Documents that break readers of feeds, each with its name and what must come of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hostile:
    """A document and what is right: the titles read, or the reasons it may be refused for."""

    body: bytes
    titles: tuple[str, ...] | None = None
    reasons: tuple[str, ...] = ()
    content_type: str = "application/rss+xml"
    check: str = ""  # an attribute and value that must hold for the first entry: `published=None`


DOCUMENTS: dict[str, Hostile] = {}
PLAIN = "Council agrees on AI rules"
_ITEM = f"<item><title>{PLAIN}</title><link>https://gazette.example/1</link><guid>1</guid></item>"


def rss(
    items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>', channel: str = "<title>Gazette</title>"
) -> str:
    return f'{head}<rss version="2.0"><channel>{channel}{items}</channel></rss>'


def item(inside: str) -> str:
    return f"<item>{inside}</item>"


def reads(
    name: str,
    body: str | bytes,
    *titles: str,
    content_type: str = "application/rss+xml",
    check: str = "",
    or_: str = "",
) -> None:
    data = body.encode() if isinstance(body, str) else body
    DOCUMENTS[name] = Hostile(data, titles, tuple(or_.split()), content_type, check)


def refused(name: str, body: str | bytes, *reasons: str) -> None:
    data = body.encode() if isinstance(body, str) else body
    DOCUMENTS[name] = Hostile(data, None, reasons)


# --------------------------------------------------------------------------- entities and document types

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
reads(
    "billion laughs",
    rss(item("<title>&l9;</title>"), f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{_LAUGHS}]>'),
    or_="malformed too-slow too-big",
)
_QUADRATIC = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]>'
reads("quadratic blow-up", rss(item(f"<title>{'&a;' * 50_000}</title>"), _QUADRATIC), or_="malformed too-slow too-big")
for _name, _uri in {
    "a file": "file:///etc/passwd",
    "a device": "file:///dev/zero",
    "the network": "http://127.0.0.2:1/secret",
    "metadata": "http://169.254.169.254/latest/",
    "a shell": "expect://id",
}.items():
    reads(
        f"external entity from {_name}",
        rss(item("<title>x&e;y</title>"), f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e SYSTEM "{_uri}">]>'),
        or_="malformed",
        check="no-passwd",
    )
reads(
    "external document type",
    rss(_ITEM, '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.2:1/evil.dtd">'),
    PLAIN,
)
reads(
    "parameter entity",
    rss(_ITEM, '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.2:1/p"> %p;]>'),
    PLAIN,
    or_="malformed",
)
reads(
    "Netscape's document type",
    '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
    f'"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>{_ITEM}</channel></rss>',
    PLAIN,
)
reads(
    "an entity that refers to itself",
    rss(item("<title>&a;</title>"), '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "&a;">]>'),
    or_="malformed",
)
reads("two thousand harmless entities", rss(item(f"<title>{'&amp;' * 2000}</title>")), "&" * 500)
reads("an undeclared entity", rss(item("<title>caf&eacute; law</title><guid>2</guid>")), "café law")
reads(
    "XInclude",
    rss(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>{_ITEM}'),
    PLAIN,
)
reads(
    "a style sheet",
    rss(_ITEM, '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://127.0.0.2:1/x"?>'),
    PLAIN,
)

# --------------------------------------------------------------------------- characters

for _name, _reference in {
    "half a surrogate": "&#xD83D;",
    "beyond Unicode": "&#x110000;",
    "far beyond Unicode": "&#99999999999;",
    "a NUL": "&#0;",
    "minus": "&#-1;",
    "a vertical tab": "&#11;",
    "a thousand digits": "&#" + "9" * 1000 + ";",
}.items():
    reads(
        f"character reference to {_name}",
        rss(item(f"<title>AI {_reference} rules</title><guid>c</guid>") + _ITEM),
        check="clean-title",
    )
reads("a NUL in the title", rss(item("<title>AI\x00 rules</title>")).encode(), check="clean-title")
reads("control characters", rss(item("<title>AI\x01\x02\x1b[31m rules</title>")).encode(), check="clean-title")
reads("text turned round by bidi marks", rss(item("<title>AI \u202egnihton\u202c rules</title>")), "AI gnihton rules")
reads("zero-width characters", rss(item("<title>A\u200bI r\ufeffules</title>")), "AI rules")
reads("piles of combining marks", rss(item("<title>Z" + "\u0301" * 5000 + "algo</title>")), check="short-title")
reads("line breaks in the title", rss(item("<title>AI\n\n   rules\t pass</title>")), "AI rules pass")
reads("a title of a megabyte", rss(item(f"<title>{'AI rules ' * 120_000}</title>")), check="short-title")
reads("a title of one endless word", rss(item(f"<title>{'A' * 1_000_000}</title>")), check="short-title")
reads("script in the title", rss(item("<title>AI &lt;script&gt;alert(1)&lt;/script&gt;rules</title>")), "AI rules")
reads("markup in the title", rss(item("<title><![CDATA[<b>AI</b> &amp; <i>rules</i>]]></title>")), "AI & rules")
reads("entities twice over", rss(item("<title>AT&amp;amp;T and AI</title>")), "AT&T and AI")
reads("less than three", rss(item("<title>Lawmakers &lt;3 AI</title>")), "Lawmakers <3 AI")

# --------------------------------------------------------------------------- encodings


def encoded(
    name: str, codec: str, declared: str = "", content_type: str = "application/rss+xml", title: str = PLAIN
) -> None:
    head = f'<?xml version="1.0" encoding="{declared or codec}"?>'
    reads(name, rss(item(f"<title>{title}</title>"), head).encode(codec), title, content_type=content_type)


encoded("UTF-16 with a byte order mark", "utf-16", title="Règles sur l’IA")
encoded("UTF-8 with a byte order mark", "utf-8-sig", "utf-8", title="Règles sur l’IA")
encoded("Shift_JIS", "shift_jis", title="生成AIの規則を採択")
encoded("EUC-KR", "euc-kr", title="인공지능 기본법 시행")
encoded("GB2312", "gb2312", title="人工智能管理办法")
encoded("ISO-2022-JP", "iso-2022-jp", title="人工知能の規則")
encoded("KOI8-R", "koi8-r", title="Закон об ИИ")
encoded("windows-1252 declared as ISO-8859-1", "windows-1252", "iso-8859-1", title="Rules for “AI”")
encoded("windows-1252 declared as UTF-8", "windows-1252", "utf-8", title="Règles pour l’IA")
encoded("UTF-8 declared as us-ascii", "utf-8", "us-ascii", title="Règles pour l’IA")
encoded("text/xml without charset", "utf-8", "utf-8", "text/xml", "Règles pour l’IA")
encoded("header and declaration disagree", "utf-8", "iso-8859-1", "application/xml; charset=utf-8", "Règles pour l’IA")
encoded("an encoding nobody knows", "utf-8", "klingon", title="Règles pour l’IA")
reads("UTF-8 read as Latin-1 and written again", rss(item("<title>CafÃ© law</title>")), "Café law")
reads("broken bytes", rss(item("<title>AI rules</title>")).encode().replace(b"AI", b"A\xff\xfeI"), check="clean-title")

# --------------------------------------------------------------------------- shapes

_MANY_ATTRIBUTES = " ".join(f'a{n}="1"' for n in range(50_000))
reads("a feed without end tag", rss(_ITEM).replace("</channel></rss>", ""), PLAIN)
reads("an item without end tag", rss(_ITEM.replace("</item>", "") + _ITEM), check="clean-title")
reads("tags crossed over", rss("<item><title><b>AI rules</title></b></item>"), "AI rules")
reads("an undeclared prefix", rss(item(f"<title>{PLAIN}</title><wfw:x>1</wfw:x>")), PLAIN)
reads("upper-case tags", f"<RSS VERSION='2.0'><CHANNEL><ITEM><TITLE>{PLAIN}</TITLE></ITEM></CHANNEL></RSS>", PLAIN)
reads("junk before the declaration", "\n\n  junk " + rss(_ITEM), PLAIN, or_="malformed")
reads("blank lines before the declaration", "\n\n" + rss(_ITEM), PLAIN)
reads(
    "a warning of the server before the feed",
    "<br />\n<b>Warning</b>: mysql in x.php on line 3<br />\n" + rss(_ITEM),
    PLAIN,
)
reads(
    "bare ampersands", rss(item("<title>R&D and AI</title><link>https://gazette.example/?a=1&b=2</link>")), "R&D and AI"
)
reads("items outside the channel", f'<rss version="2.0"><channel><title>x</title></channel>{_ITEM}</rss>', PLAIN)
reads("items in a comment", rss(f"<!-- {_ITEM} -->{_ITEM}"), PLAIN)
reads("items in CDATA", rss(item(f"<title>{PLAIN}</title><description><![CDATA[{_ITEM}]]></description>")), PLAIN)
reads("no items", rss(""))
reads("an item with nothing in it", rss("<item></item>"), "")
reads(
    "a hundred thousand levels",
    rss(item("<a>" * 100_000 + "</a>" * 100_000 + f"<title>{PLAIN}</title>")),
    PLAIN,
    or_="malformed too-slow too-big",
)
reads(
    "fifty thousand categories",
    rss(item(f"<title>{PLAIN}</title>" + "<category>a</category>" * 50_000)),
    PLAIN,
    or_="too-slow too-big",
)
reads(
    "fifty thousand different categories",
    rss(item(f"<title>{PLAIN}</title>" + "".join(f"<category>a{n}</category>" for n in range(50_000)))),
    PLAIN,
    or_="too-slow",
)
reads(
    "fifty thousand attributes",
    rss(item(f"<title {_MANY_ATTRIBUTES}>{PLAIN}</title>")),
    PLAIN,
    or_="too-slow malformed",
)
reads("an author of 64 kB", rss(item(f"<title>{PLAIN}</title><author>{'a' * 65536}</author>")), PLAIN, or_="too-slow")
reads(
    "a style of nested addresses",
    rss(item(f"<title>{PLAIN}</title><description>&lt;p style='{'a:url(' * 8000}'&gt;x&lt;/p&gt;</description>")),
    PLAIN,
)
reads(
    "a token of nine megabytes", rss(item(f"<title>{PLAIN}</title><description>{'x' * 9_000_000}</description>")), PLAIN
)
reads(
    "an unclosed CDATA of megabytes",
    rss(item(f"<title>{PLAIN}</title><description><![CDATA[{'<![CDATA[' * 100_000}</description>")),
    or_="malformed too-slow",
    check="any",
)
reads("an unclosed comment", rss(f"{_ITEM}<!-- {'- ' * 100_000}"), PLAIN, or_="malformed")
reads(
    "ten thousand items",
    rss("".join(item(f"<title>AI {n}</title><guid>{n}</guid>") for n in range(10_000))),
    *(f"AI {n}" for n in range(20)),
)
reads("the same item ten times", rss(_ITEM * 10), PLAIN)
reads(
    "one guid for all",
    rss("".join(item(f"<title>AI {n}</title><guid>same</guid><link>https://g.example/{n}</link>") for n in range(3))),
    "AI 0", "AI 1", "AI 2", check="own-guid",
)  # fmt: skip
reads("nested items", rss(f"<item><title>{PLAIN}</title>{_ITEM}</item>"), check="clean-title")
refused("nothing but a root", "<rss/>", "malformed", "empty", "")
refused("an address instead of a feed", "http://169.254.169.254/latest/meta-data/", "malformed")
refused("a file name instead of a feed", "/dev/zero", "malformed")
refused("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "malformed")
refused("a ZIP", b"PK\x03\x04" + b"\x00" * 4000, "malformed")
refused("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "malformed")
refused("nothing but NULs", b"\x00" * 100_000, "malformed", "empty")
refused("JSON that is no feed", b'{"error": "forbidden"}', "malformed", "not-json")
refused("JSON nested a million deep", b'{"a":' + b"[" * 1_000_000, "not-json", "malformed")
refused(
    "a web page that calls itself XML",
    b'<?xml version="1.0"?><!DOCTYPE html><html><body>Please log in</body></html>',
    "html-not-feed",
)
refused("XHTML", b'<html xmlns="http://www.w3.org/1999/xhtml"><body><item>x</item></body></html>', "html-not-feed")
refused("a page in upper case", b"<HTML><HEAD><TITLE>403</TITLE></HEAD></HTML>", "html-not-feed")
refused("words", b"Service temporarily unavailable", "malformed")

# --------------------------------------------------------------------------- dates and links


def dated(name: str, date: str, expected: str) -> None:
    reads(name, rss(item(f"<title>{PLAIN}</title><pubDate>{date}</pubDate>")), PLAIN, check=f"published={expected}")


dated("dated 1970", "Thu, 01 Jan 1970 00:00:00 GMT", "None")
dated("dated 2099", "Thu, 31 Dec 2099 00:00:00 GMT", "None")
dated("dated in the year 0", "Mon, 01 Jan 0000 00:00:00 GMT", "None")
dated("dated in the year 99999", "Mon, 01 Jan 99999 00:00:00 GMT", "None")
dated("dated 31 February", "Tue, 31 Feb 2026 00:00:00 GMT", "any")
dated("dated in words", "last Tuesday", "None")
dated("dated with a wild zone", "Mon, 05 Jan 2026 10:00:00 +9999", "any")
dated("dated tomorrow, as a gazette is", "Wed, 07 Jan 2026 00:00:00 GMT", "2026-01-07")
dated("dated in ISO", "2026-01-05T10:00:00Z", "2026-01-05")


def linked(name: str, link: str, expected: str) -> None:
    reads(name, rss(item(f"<title>{PLAIN}</title><link>{link}</link>")), PLAIN, check=f"url={expected}")


linked("a relative link", "/news/1", "https://feeds.example/news/1")
linked("a link without scheme", "//gazette.example/1", "https://gazette.example/1")
linked("a link with tracking", "https://gazette.example/1?utm_source=rss&amp;id=2", "https://gazette.example/1?id=2")
linked("a script as link", "javascript:alert(1)", "")
linked("data as link", "data:text/html,hello", "")
linked("a file as link", "file:///etc/passwd", "")
linked("a link with a password", "https://user:secret@gazette.example/1", "")
linked("a link of 10 kB", "https://gazette.example/" + "a" * 10_000, "")
linked("a link with line breaks", "\n https://gazette.example/1\n ", "https://gazette.example/1")
linked("no link at all", "", "")
