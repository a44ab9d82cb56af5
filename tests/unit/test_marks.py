"""Items that were only remembered are known again by two of guid, address and headline."""

from __future__ import annotations

import pytest

from bot.pipeline import marks
from bot.sources import scan

ITEM = ("tag:example.org,2026:1", "https://www.example.org/news/1?utm_source=rss", "Senate passes AI bill")


@pytest.mark.parametrize(
    ("guid", "link", "title", "same"),
    [
        (*ITEM, True),
        ("another", *ITEM[1:], True),
        (ITEM[0], "https://elsewhere.example/1", ITEM[2], True),
        (*ITEM[:2], "Bill on AI passes", True),
        (ITEM[0], "http://example.org/news/1/", "Another headline", True),
        ("another", "https://elsewhere.example/1", ITEM[2], False),
        ("another", ITEM[1], "Another headline", False),
        ("", "", "", False),
    ],
)
def test_two_of_three_are_enough(guid: str, link: str, title: str, same: bool) -> None:
    assert marks.met(marks.of(guid, link, title), marks.of(*ITEM)) is same


def test_without_a_guid_the_address_stands_for_it() -> None:
    known = marks.of("", "https://example.org/a-long-headline", "One")
    assert marks.met(marks.of("", "https://example.org/a-long-headline", "Two"), known)
    assert not marks.met(marks.of("", "https://example.org/another", "One"), known)


def test_a_mark_is_found_only_where_one_begins() -> None:
    one, two = marks.link("https://example.org/1"), marks.link("https://example.org/2")
    assert marks.holds(one + two, two)
    assert not marks.holds(b"x" + one + two[:7], one)
    assert not marks.holds(one, b"")


@pytest.mark.parametrize(
    "item",
    [
        b"<item><title>Senate passes AI bill</title><link>https://example.org/news/1</link><guid>g1</guid></item>",
        b"<item><guid isPermaLink='false'>\n g1 </guid><title><![CDATA[Senate passes AI bill]]></title>"
        b"<link><![CDATA[https://example.org/news/1]]></link></item>",
        b"<entry><id>g1</id><title type='html'>Senate passes AI bill</title>"
        b'<link rel="alternate" href="https://example.org/news/1"/></entry>',
    ],
)
def test_marks_are_read_however_a_feed_writes_them(item: bytes) -> None:
    expected = marks.of("g1", "https://example.org/news/1", "Senate passes AI bill")
    assert scan.marks_of(item, 0, len(item)) == expected


@pytest.mark.parametrize("part", [b"<link", b"<link ", b"<guid>", b"<title", b"<link href=", b"<id \t", b"<title>\n"])
def test_hostile_items_cost_little(part: bytes) -> None:
    item = b"<item>" + part * (400_000 // len(part)) + b"</item>"
    scan.marks_of(item, 0, len(item))  # the suite's time limit is the bound: quadratic work would take hours
