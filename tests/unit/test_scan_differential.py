"""What feedparser reads in a cut feed is what it reads in the whole one, item by item."""

from __future__ import annotations

import io
import random
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sources import scan

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "georss": "http://www.georss.org/georss",
    "odd": "urn:example:odd",
}
DECLARED = " ".join(f'xmlns:{short}="{uri}"' for short, uri in NAMESPACES.items())

# Children an item may have, each written out; feedparser keeps state for many of them.
RSS_PARTS = (
    "<title>Senate passes chip bill</title>",
    "<title><![CDATA[Q&A: what <b>frontier</b> means]]></title>",
    "<title>AI &amp; copyright &lt;i&gt;again&lt;/i&gt;</title>",
    "<title/>",
    "<link>https://news.example/a?x=1&amp;y=2</link>",
    "<link>/relative/path</link>",
    "<guid>https://news.example/guid</guid>",
    '<guid isPermaLink="false">tag:news.example,2026:7</guid>',
    "<pubDate>Tue, 06 Jan 2026 09:30:00 +0100</pubDate>",
    "<pubDate>not a date</pubDate>",
    "<dc:date>2026-01-06T09:30:00Z</dc:date>",
    "<description>Plain words only</description>",
    "<description><![CDATA[<p>Words with <a href='x'>links</a> &nbsp; and entities</p>]]></description>",
    "<description>&lt;p&gt;Escaped &amp;amp; twice&lt;/p&gt;</description>",
    "<content:encoded><![CDATA[<h2>Full</h2><p>text</p>]]></content:encoded>",
    "<author>ada@news.example (Ada Writer)</author>",
    "<dc:creator>Ada Writer</dc:creator><dc:creator>Ben Scribe</dc:creator>",
    '<category domain="topics">AI</category><category>Law</category>',
    '<source url="https://other.example/feed">Other outlet</source>',
    '<enclosure url="https://news.example/a.mp3" length="12" type="audio/mpeg"/>',
    '<media:content url="https://news.example/a.jpg"><media:title>Picture</media:title></media:content>',
    '<media:group><media:thumbnail url="https://news.example/b.jpg"/></media:group>',
    "<itunes:author>Pod Person</itunes:author><itunes:keywords>a,b</itunes:keywords>",
    "<slash:comments>12</slash:comments><comments>https://news.example/a#c</comments>",
    "<georss:point>45.2 -71.9</georss:point>",
    '<odd:thing weight="3">strange</odd:thing>',
    "<odd:other/>",
    '<atom:link rel="alternate" href="https://news.example/atom"/>',
    "<image><url>https://news.example/i.png</url><title>Inner image</title></image>",
    "<textinput><title>Search</title><name>q</name></textinput>",
    "<!-- a remark -->",
    "<expirationDate>Tue, 06 Jan 2027 09:30:00 GMT</expirationDate>",
)
ATOM_PARTS = (
    "<title>Commission opens consultation</title>",
    '<title type="html">A &lt;b&gt;bold&lt;/b&gt; plan</title>',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">An <i>xhtml</i> title</div></title>',
    "<id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>",
    "<id>https://news.example/id</id>",
    '<link href="https://news.example/a"/>',
    '<link rel="alternate" type="text/html" href="/b"/><link rel="self" href="c"/>',
    '<link rel="enclosure" href="https://news.example/d.pdf" type="application/pdf" length="9"/>',
    "<updated>2026-01-06T09:30:00+01:00</updated>",
    "<published>2026-01-05T08:00:00Z</published>",
    "<summary>Short words</summary>",
    '<summary type="html">&lt;p&gt;Escaped&lt;/p&gt;</summary>',
    '<content type="html"><![CDATA[<p>Full text</p>]]></content>',
    '<content type="xhtml" xml:lang="fr"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le texte</p></div></content>',
    '<content type="text">AT&amp;amp;T</content>',
    '<content src="https://news.example/elsewhere" type="text/html"/>',
    "<author><name>Ada Writer</name><email>ada@news.example</email></author>",
    "<author><name>Ben Scribe</name><uri>/ben</uri></author>",
    "<contributor><name>Cleo</name></contributor>",
    '<category term="ai" label="AI" scheme="https://news.example/tags"/>',
    '<source xml:base="https://other.example/"><id>urn:x</id><title>Other</title><link href="/o"/></source>',
    "<rights>Free</rights>",
    "<dc:subject>Policy</dc:subject>",
    "<media:thumbnail url='https://news.example/t.png'/>",
    "<!-- remark -->",
)
ITEM_ATTRIBUTES = ("", ' xml:lang="de"', ' xml:base="https://base.example/dir/"', " ")
RSS_BEFORE = (
    "<title>News</title>",
    "<link>https://news.example/</link>",
    "<description>All of it</description>",
    "<language>en-GB</language>",
    "<managingEditor>desk@news.example</managingEditor>",
    "<image><url>https://news.example/logo.png</url><title>Logo</title><link>https://news.example/</link></image>",
    "<textInput><title>Find</title><description>d</description><name>q</name><link>/s</link></textInput>",
    '<atom:link rel="self" href="https://news.example/feed"/>',
    "<ttl>60</ttl>",
    "<!-- <item> in a remark </item> -->",
    "<category>News</category>",
)


def item(parts: list[str], attributes: str, name: str) -> str:
    return f"<{name}{attributes}>{''.join(parts)}</{name}>"


def items(parts: tuple[str, ...], name: str) -> st.SearchStrategy[list[str]]:
    one = st.builds(item, st.lists(st.sampled_from(parts), max_size=8), st.sampled_from(ITEM_ATTRIBUTES), st.just(name))
    return st.lists(one, min_size=1, max_size=6)


def rss(version: str, before: list[str], found: list[str], after: list[str], gap: str, outside: bool) -> str:
    body = gap.join(found)
    inner = (
        f"{''.join(before)}</channel>{body}" if outside else f"{''.join(before)}{gap}{body}{''.join(after)}</channel>"
    )
    return f'<?xml version="1.0"?><rss version="{version}" {DECLARED}><channel>{inner}</rss>'


def rdf(before: list[str], found: list[str], gap: str) -> str:
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'{DECLARED}><channel rdf:about="https://news.example/">{"".join(before)}</channel>{gap.join(found)}</rdf:RDF>'
    )


def atom(uri: str, version: str, before: list[str], found: list[str], gap: str) -> str:
    extra = " ".join(f'xmlns:{short}="{NAMESPACES[short]}"' for short in ("dc", "media", "odd"))
    head = f'<feed xmlns="{uri}" {extra} {version} xml:base="https://base.example/" xml:lang="en">'
    return f"{head}{''.join(before)}{gap.join(found)}</feed>"


GAPS = st.sampled_from(["", "\n", "\n  <!-- between -->\n"])
BEFORE = st.lists(st.sampled_from(RSS_BEFORE), max_size=6)
ATOM_BEFORE = st.lists(
    st.sampled_from(
        [
            "<title>News</title>",
            "<id>urn:feed</id>",
            "<author><name>Desk</name></author>",
            '<link href="/"/>',
            "<icon>i</icon>",
        ]
    ),
    max_size=5,
)
DOCUMENTS = st.one_of(
    st.builds(
        rss,
        st.sampled_from(["2.0", "0.91", "0.92", "0.93", "0.94", "2.1", ""]),
        BEFORE,
        items(RSS_PARTS, "item"),
        BEFORE,
        GAPS,
        st.booleans(),
    ),
    st.builds(rdf, BEFORE, items(RSS_PARTS, "item"), GAPS),
    st.builds(atom, st.just("http://www.w3.org/2005/Atom"), st.just(""), ATOM_BEFORE, items(ATOM_PARTS, "entry"), GAPS),
    st.builds(
        atom,
        st.just("http://purl.org/atom/ns#"),
        st.just('version="0.3"'),
        ATOM_BEFORE,
        items(ATOM_PARTS, "entry"),
        GAPS,
    ),
)


def read(data: bytes) -> Any:
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": "https://news.example/feed"}
    return feedparser.parse(
        io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )


def check(data: bytes, chosen: set[int]) -> bool:
    """True when the document was cut and the chosen items came out the same."""
    cut = scan.cut(data)
    if cut is None or not cut.items or not scan.well_formed(data):
        return False
    try:
        whole = read(data).entries
    except KeyError:  # feedparser's own: a textinput inside an item; `feed` then reads item by item
        return True
    chosen = {number % len(cut.items) for number in chosen} or {0}
    part = read(cut.only(chosen)).entries
    assert len(whole) == len(cut.items)
    assert part == [whole[number] for number in sorted(chosen)]
    return True


@settings(max_examples=400, deadline=None, derandomize=True)
@given(DOCUMENTS, st.sets(st.integers(0, 50), max_size=4))
def test_generated_feeds(document: str, chosen: set[int]) -> None:
    check(document.encode(), chosen)


def test_nearly_every_generated_feed_is_cut() -> None:
    """In doubt is the exception, else the scan would be of no use."""
    chance = random.Random(7)
    documents = [
        rss(
            "2.0",
            list(RSS_BEFORE[:5]),
            [item(chance.sample(RSS_PARTS, 6), "", "item") for _ in range(5)],
            [],
            "\n",
            False,
        ).encode()
        for _ in range(50)
    ]
    assert sum(check(document, {1, 3}) for document in documents) == 50


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"not xml",
        b"<rss version='2.0'><channel><item><title>one</title></channel></rss>",
        b"<rss version='2.0'><channel><item><item/></item></channel></rss>",
        b"<rss version='2.0'><channel><item/><item><title>x</title></item></channel></rss>",
        b"<rss version='2.0'><channel><item></item><title>between</title><item></item></channel></rss>",
        b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'><channel><item><title>&a;</title></item></channel></rss>",
        b"<channel><item><title>CDF</title></item></channel>",
        b"<rss version='2.0'><channel><item><d><![CDATA[</item>]]></d></item></channel></rss>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry xmlns:p='urn:a'/><entry xmlns:p='urn:b'></entry></feed>",
        b"<feed xmlns='urn:atom'><entry xmlns:p='urn:a'></entry><entry xmlns:p='urn:b'></entry></feed>",
        b"<feed xmlns='urn:atom'><entry xmlns:p='urn:a'></entry><entry xmlns:q='urn:a'></entry></feed>",
        b"<rdf:RDF xmlns:rdf='x'><item></item></rdf:RDF>",
    ],
)
def test_doubt(document: bytes) -> None:
    assert scan.cut(document) is None


def test_no_items_is_no_doubt() -> None:
    cut = scan.cut(b"<rss version='2.0'><channel><title>new</title></channel></rss>")
    assert cut is not None
    assert cut.items == ()


def test_a_cdata_section_that_pretends_to_be_two_items_is_found_out() -> None:
    data = b"<rss version='2.0'><channel><item><d><![CDATA[</item> <item>]]></d></item></channel></rss>"
    cut = scan.cut(data)
    assert cut is not None
    assert not scan.well_formed(cut.only({1}))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    scan.cut(data)
    scan.well_formed(data)


@given(
    st.lists(
        st.sampled_from(["<item>", "</item>", "<item ", "<rss>", "</rss>", "<![CDATA[", "]]>", "<!--", "-->", "x"])
    )
)
def test_pieces_of_feeds(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    cut = scan.cut(data)
    if cut is not None and cut.items:
        assert cut.head + data[cut.items[0][0] : cut.items[-1][1]] + cut.tail == data
