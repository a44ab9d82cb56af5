"""Whatever an article, an answer or an edition holds, Slack takes it: schema, limits, and nothing that pings."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from slack_schema import addresses, invalid, longest, problems
from slack_strategies import cards, editions, locales, replies

from bot.model import Card, Edition, Reply
from bot.render import slack
from bot.render.slack_edition import edition_parts

pytestmark = pytest.mark.node
many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

# What may stand between < and > in our mrkdwn: a link of ours, or a date.
_OURS = re.compile(r"<(?:https?://[^<>|]+\|[^<>]*|!date\^\d+\^\{(?:date_short|time)\}\|[^<>]*)>")


def _checked(payload: slack.Payload) -> None:
    blocks: list[dict[str, Any]] = list(payload.blocks)
    assert problems(blocks) == []
    assert invalid(blocks) == []
    assert 1 <= longest(payload.text) <= 3000
    assert not re.search(r"<|>", payload.text)
    for piece in _pieces(blocks):
        if piece.get("type") == "mrkdwn":
            assert piece["verbatim"] is True
            assert not re.search(r"[<>]", _OURS.sub("", piece["text"])), piece["text"]
        assert piece.get("type") not in ("user", "usergroup", "channel", "broadcast", "team", "emoji", "markdown")
    assert all(url.startswith(("https://", "http://")) and "@" not in url.split("/")[2] for url in addresses(blocks))


def _pieces(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(one for inner in value.values() for one in _pieces(inner))]
    return [one for inner in value for one in _pieces(inner)] if isinstance(value, list | tuple) else []


@given(cards, locales)
@many
def test_any_card(card: Card, locale: str) -> None:
    _checked(slack.card(card, locale, "Europe/Berlin"))


@given(replies, locales)
@many
def test_any_reply(reply: Reply, locale: str) -> None:
    pages = slack.pages(reply, locale)
    assert pages
    for number, page in enumerate(pages):
        _checked(slack.with_turns(page, "a" * 16, number, len(pages) + 1, locale))


@given(editions, locales)
@many
def test_any_edition(edition: Edition, locale: str) -> None:
    parts = edition_parts(edition, locale)
    assert parts
    for part in parts:
        _checked(part)


@given(cards, locales)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_card_as_plain_text(card: Card, locale: str) -> None:
    plain = slack.plain_payload(card, locale)
    assert plain.blocks == ()
    assert 1 <= longest(plain.text) <= 3000
    assert not re.search(r"[<>]", plain.text)
