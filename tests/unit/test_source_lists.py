"""The catalogue, OPML, and lists in files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import catalog
from bot.errors import UsageError
from bot.model import Source
from bot.sources import KINDS, opml


def test_the_catalogue_is_whole() -> None:
    entries = catalog.entries()
    assert len(entries) >= 100
    assert {entry.group for entry in entries} == set(catalog.GROUPS)
    assert {entry.kind for entry in entries} >= {
        "feed",
        "federal_register",
        "govuk",
        "congress",
        "openstates",
        "legiscan",
    }
    starters = catalog.starter()
    assert 25 <= len(starters) <= 60
    assert {source.jurisdiction for source in starters} >= {"US", "GB", "EU", "FR", "JP", "KR", "IN"}
    assert all(not KINDS[source.kind].key for source in starters)  # the default set works without any account
    assert not any(entry.starter and entry.group == "aggregator" for entry in entries)


def test_search_finds_by_word_place_and_starter() -> None:
    assert {entry.id for entry in catalog.search("starter eu")} >= {"eu-digital-strategy", "eu-edpb"}
    assert [entry.id for entry in catalog.search("techmeme")] == ["techmeme"]
    assert catalog.search("legislature us")
    assert catalog.search("no such thing") == ()
    assert catalog.search("") == catalog.entries()


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("sources: 5", "must hold"),
        ("group: press\nsources: [{id: a-b, name: A}]", "a-b: `url` is no web address"),
        ("group: press\nsources: [{id: a-b, url: https://a.example/}]", "`name` is missing"),
        ("group: gossip\nsources: [{id: a-b, name: A, url: https://a.example/}]", "`group` is one of"),
        ("group: press\nsources: [{id: a-b, name: A, url: https://a.example/, kind: fax}]", "`kind` is one of"),
        ("group: press\nsources: [{id: a-b, name: A, url: https://a.example/, place: Mars}]", "`place` is"),
        ("group: press\nsources: [{id: a-b, name: A, url: https://a.example/, starter: maybe}]", "`starter` is true"),
        ("group: press\nsources: [{id: a-b, name: A, url: https://a.example/, colour: red}]", "`colour` is unknown"),
        ("group: press\nsources: [7]", "entry 1 is not a mapping"),
        ("- not an address", "no web address"),
        ("a: [", "is not YAML"),
    ],
)
def test_mistakes_in_a_list_are_named(tmp_path: Path, text: str, mistake: str) -> None:
    file = tmp_path / "list.yaml"
    file.write_text(text)
    with pytest.raises(UsageError, match=mistake.replace("[", r"\[")):
        catalog.read_list(file)


def test_a_double_is_named(tmp_path: Path) -> None:
    file = tmp_path / "list.yaml"
    one = "{id: %s, name: A, url: https://a.example/feed}"
    file.write_text(f"group: press\nsources: [{one % 'a-b'}, {one % 'a-c'}]")
    with pytest.raises(UsageError, match="twice"):
        catalog.read_list(file)


def test_lists_of_three_shapes(tmp_path: Path) -> None:
    lines = tmp_path / "list.txt"
    lines.write_text("# mine\nhttps://a.example/feed\n\n  http://b.example/rss#top\nhttps://a.example/feed\n")
    assert [one.url for one in catalog.read_list(lines)] == ["https://a.example/feed", "http://b.example/rss#top"]
    file = tmp_path / "list.yml"
    file.write_text("- https://a.example/feed\n")
    assert [one.url for one in catalog.read_list(file)] == ["https://a.example/feed"]
    outline = tmp_path / "list.opml"
    outline.write_bytes(opml.write([(Source(0, "feed", "https://c.example/"), "C")], "Mine"))
    assert [one.title for one in catalog.read_list(outline)] == ["C"]
    with pytest.raises(UsageError, match="cannot be read"):
        catalog.read_list(tmp_path / "missing")


def test_opml_there_and_back() -> None:
    sources = [
        Source(0, "feed", "https://a.example/feed?x=1&y=2", 'A & "B" <c>', "https://a.example/", language="de"),
        Source(0, "page", "https://b.example/news", "List", options={"pattern": "/news/{s}"}),
    ]
    back = opml.read(opml.write([(one, one.title) for one in sources], "My <sources>"))
    assert [(one.kind, one.url, one.title, one.homepage, one.language, dict(one.options)) for one in back] == [
        ("feed", "https://a.example/feed?x=1&y=2", 'A & "B" <c>', "https://a.example/", "de", {}),
        ("page", "https://b.example/news", "List", "", "", {"pattern": "/news/{s}"}),
    ]


def test_opml_of_other_readers() -> None:
    text = """<?xml version="1.0" encoding="UTF-8"?><opml version="1.0"><head><title>R&D</title></head><body>
    <outline text="Folder"><outline type="rss" text="A" xmlUrl="https://a.example/?a=1&b=2"/></outline>
    <outline TEXT="B" XMLURL="https://b.example/"/><outline text="no address"/>
    <outline text="bad" xmlUrl="file:///etc/passwd"/><outline text="again" xmlUrl="http://www.b.example"/></body></opml>"""
    for data in (text.encode(), text.encode("utf-16"), b"\xef\xbb\xbf" + text.encode()):
        assert [one.title for one in opml.read(data)] == ["A", "B"]


@pytest.mark.parametrize(
    "data",
    [b"", b"words", b"<html></html>", b"<opml", b'<!DOCTYPE o [<!ENTITY a "b">]><opml>&a;</opml>',
     '<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>'.encode("utf-16"),
     b"<opml>" + b" " * 5_000_000],
)  # fmt: skip
def test_what_is_no_opml(data: bytes) -> None:
    with pytest.raises(UsageError):
        opml.read(data)


@given(st.binary(max_size=200))
def test_opml_of_any_bytes(data: bytes) -> None:
    try:
        assert opml.read(b"<opml>" + data + b"</opml>") is not None
    except UsageError:
        assert data  # an empty list is fine
