"""What is hidden in texts and addresses, and what is left readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import Redactor
from bot.pipeline import redact

PLAIN = [
    "https://www.gov.uk/search/news-and-communications.atom?keywords=artificial+intelligence",
    "https://news.google.com/rss/search?q=%22AI+act%22&hl=en-US&gl=US&ceid=US:en",
    "https://example.org/2026/03/02/eu-ai-act-2024-1689-guidance-published-for-general-purpose-models",
    "https://example.org/feed.xml",
    "https://example.org/a@b/feed?format=rss#top",
]


@pytest.mark.parametrize("url", PLAIN)
def test_an_honest_address_stays_as_it_is(url: str) -> None:
    assert redact.address(url) == url
    assert redact.text(f"read {url} twice") == f"read {url} twice"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://anna:hunter22@host.example/feed", "https://•••@host.example/feed"),
        ("https://host.example/feed?token=abc", "https://host.example/feed?token=•••"),
        ("https://host.example/feed?q=ai&api_key=abc&n=3", "https://host.example/feed?q=ai&api_key=•••&n=3"),
        ("https://host.example/feed?accessToken=abc", "https://host.example/feed?accessToken=•••"),
        ("https://host.example/feed?u=k3J9xPq2LmN8vB5c", "https://host.example/feed?u=•••"),
        (
            "https://host.example/private/5f0c8f3e-93b1-4c57-8f0e-2b9b1b7a9f10.rss",
            "https://host.example/private/•••",
        ),
        ("https://host.example/u/k3J9xPq2LmN8vB5c/feed.xml", "https://host.example/u/•••/feed.xml"),
        ("https://hooks.slack.com/services/T0/B0/abc", "https://hooks.slack.com/•••"),
        ("https://discord.com/api/webhooks/123/abc", "https://discord.com/api/webhooks/•••"),
        ("https://a:b@host.example/host.example/x?k=1", "https://•••@host.example/host.example/x?k=1"),
    ],
)
def test_secrets_in_addresses_go(url: str, shown: str) -> None:
    assert redact.address(url) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("refused xoxb-1-2-abcDEF here", "refused ••• here"),
        ('{"token": "xapp-1-A-2-b"}', '{"token": "•••"}'),
        ("Authorization: Bearer abcdefghijklmnop123", "Authorization: Bearer •••"),
        ("host=db password=hunter22 dbname=x", "host=db password=••• dbname=x"),
        ("postgresql://bot:hunter22@db.example/news failed", "postgresql://•••@db.example/news failed"),
        ("GET https://h.example/f?token=abc&n=1, then", "GET https://h.example/f?token=•••&n=1, then"),
    ],
)
def test_secrets_in_texts_go(text: str, shown: str) -> None:
    assert redact.text(text) == shown


def test_known_secrets_go_in_every_spelling_and_every_kind_of_value() -> None:
    secret = 'pa ss/w"ord+1'
    clean = Redactor((secret, "abc"))
    line = clean(None, "info", {
        "event": f"a {secret} b",
        "error": ValueError(secret),
        "many": [secret, {"deep": (secret, 3)}],
        "address": "https://h/?x=pa%20ss%2Fw%22ord%2B1",
        "form": "x=pa+ss%2Fw%22ord%2B1",
        "json": '{"p": "pa ss/w\\"ord+1"}',
        "count": 7,
        "abc": None,
    })  # fmt: skip
    assert "ss" not in repr({key: value for key, value in line.items() if key != "address"}).replace("ss/", "ss")
    assert "ord" not in repr(line)
    assert line["count"] == 7
    assert line["abc"] is None


@given(st.text(max_size=200))
def test_any_text_can_be_cleaned_and_cleaning_twice_changes_nothing(text: str) -> None:
    once = redact.text(text)
    assert redact.text(once) == once
    redact.address(text)


@given(st.from_regex(r"https://[a-z]{3,10}\.example/[a-z/]{0,20}\?token=[A-Z0-9]{8,40}", fullmatch=True))
def test_a_token_never_survives(url: str) -> None:
    token = url.rpartition("=")[2]
    assert token not in redact.text(f"could not read {url}: refused")
    assert token not in redact.address(url)
