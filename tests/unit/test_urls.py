"""Addresses: absolute, canonical, comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pipeline import urls


@pytest.mark.parametrize(
    ("href", "base", "expected"),
    [
        ("https://Example.org/A", "", "https://example.org/A"),
        ("/news/1", "https://example.org/feed.xml", "https://example.org/news/1"),
        ("news 1.html", "https://example.org/a/feed.xml", "https://example.org/a/news%201.html"),
        ("//cdn.example.org/x", "https://example.org/", "https://cdn.example.org/x"),
        ("www.example.org/x", "", "http://www.example.org/x"),
        ("  https://example.org/a\n  b ", "", "https://example.org/a%20%20b"),
        ("https://example.org:443/a", "", "https://example.org/a"),
        ("https://example.org:8443/a", "", "https://example.org:8443/a"),
        ("https://example.org", "", "https://example.org/"),
        ("https://bücher.example/ä", "", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://example.org/%C3%A4", "", "https://example.org/%C3%A4"),
        ("javascript:alert(1)", "https://example.org/", ""),
        ("data:text/html,x", "https://example.org/", ""),
        ("mailto:a@example.org", "", ""),
        ("file:///etc/passwd", "", ""),
        ("https://user:secret@example.org/", "", ""),
        ("https://user@example.org/", "", ""),
        ("https://example.org:99999/", "", ""),
        ("https://[::1/", "", ""),
        ("https:///x", "", ""),
        ("relative", "", ""),
        ("", "https://example.org/", ""),
        ("https://example.org/" + "a" * 2100, "", ""),
        ("https://example.org/a‮b", "", "https://example.org/a%E2%80%AEb"),
    ],
)
def test_absolute(href: str, base: str, expected: str) -> None:
    assert urls.absolute(href, base) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?utm_source=rss&utm_medium=rss&id=7", "https://example.org/a?id=7"),
        ("https://example.org/a?id=7&fbclid=xyz#comments", "https://example.org/a?id=7"),
        ("https://example.org/#!/bill/7", "https://example.org/#!/bill/7"),
        ("https://example.org/a?ref=rss", "https://example.org/a"),
        ("https://example.org/a?ref=HR1234", "https://example.org/a?ref=HR1234"),
        ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Futm_campaign%3Dx&sa=D", "https://example.org/a"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fb&data=1",
            "https://example.org/b",
        ),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
        ("ftp://example.org/", ""),
    ],
)
def test_canonical(url: str, expected: str) -> None:
    assert urls.canonical(url) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.example.org/a/", "https://example.org/a"),
        ("https://example.org/a?b=1&a=2", "https://example.org/a?a=2&b=1&utm_source=x"),
        ("https://m.example.org/a/amp/", "https://example.org/a"),
        ("https://example.org/story/index.html", "https://example.org/story"),
        ("https://example.org/%7Ea", "https://example.org/~a"),
    ],
)
def test_same_page_has_one_key(one: str, other: str) -> None:
    assert urls.key(one) == urls.key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://a.example.org/x", "https://b.example.org/x"),
    ],
)
def test_other_pages_have_other_keys(one: str, other: str) -> None:
    assert urls.key(one) != urls.key(other)


@given(st.text(max_size=200))
def test_never_raises_and_only_web_addresses_come_out(text: str) -> None:
    address = urls.canonical(text, "https://example.org/feed/")
    assert address == "" or (address.isascii() and address.startswith(("http://", "https://")))
    assert urls.canonical(address) == address or not address
    urls.key(text)
    urls.host(text)
