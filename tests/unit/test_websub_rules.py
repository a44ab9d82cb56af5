"""WebSub: what a hub may make us believe."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Source
from bot.sources.fetch import SourceState
from bot.sources.websub import Subscription, active, due, offered, received, signed, verify

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
ASKED = Subscription(
    1, "https://hub.example/", "https://g.example/feed", "https://bot.example/w/x", "s3cret", asked_at=NOW
)
ACTIVE = replace(ASKED, state="active", expires=NOW + timedelta(days=7))
BODY = b"<rss/>"


def signature(body: bytes = BODY, secret: str = "s3cret", method: str = "sha256") -> dict[str, str]:
    return {"x-hub-signature": f"{method}={hmac.new(secret.encode(), body, getattr(hashlib, method)).hexdigest()}"}


def test_offered_only_for_the_feeds_own_topic() -> None:
    source = Source(1, "feed", "https://g.example/feed")
    assert offered(source, SourceState()) == ("", "")
    state = SourceState(hub="https://hub.example/", self_url="https://g.example/feed.xml")
    assert offered(source, state) == ("https://hub.example/", "https://g.example/feed.xml")
    assert offered(source, replace(state, self_url="")) == ("https://hub.example/", "https://g.example/feed")
    assert offered(source, replace(state, self_url="https://other.example/feed")) == ("", "")


def test_the_challenge_is_answered_for_what_we_asked() -> None:
    query = {"hub.mode": "subscribe", "hub.topic": ASKED.topic, "hub.challenge": "abc", "hub.lease_seconds": "86400"}
    verdict = verify(ASKED, query, NOW)
    assert (verdict.status, verdict.body) == (200, "abc")
    assert verdict.after is not None
    assert verdict.after.expires == NOW + timedelta(days=1)
    assert active(verdict.after, NOW)
    assert verify(None, query, NOW).status == 404
    assert verify(ASKED, {**query, "hub.topic": "https://g.example/other"}, NOW).status == 404
    assert verify(ASKED, {**query, "hub.mode": "unsubscribe"}, NOW).status == 404
    assert verify(ASKED, {**query, "hub.challenge": ""}, NOW).status == 404


@pytest.mark.parametrize(("given_", "days"), [("999999999999", 30), ("soon", 7), ("", 7), ("-1", 7)])
def test_leases_are_clamped(given_: str, days: int) -> None:
    query = {"hub.mode": "subscribe", "hub.topic": ASKED.topic, "hub.challenge": "abc", "hub.lease_seconds": given_}
    after = verify(ASKED, query, NOW).after
    assert after is not None
    assert after.expires == NOW + timedelta(days=days)


def test_denial_is_kept() -> None:
    verdict = verify(ASKED, {"hub.mode": "denied", "hub.topic": ASKED.topic, "hub.reason": "no thanks"}, NOW)
    assert verdict.after is not None
    assert (verdict.status, verdict.after.state, verdict.reason) == (200, "denied", "no thanks")
    assert not active(verdict.after, NOW)


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_signed_pushes_are_believed(method: str) -> None:
    assert signed(BODY, signature(method=method), "s3cret")
    assert received(ACTIVE, BODY, signature(method=method), NOW).reason == ""


@pytest.mark.parametrize(
    "headers",
    [{}, {"x-hub-signature": ""}, {"x-hub-signature": "sha256="}, {"x-hub-signature": "md5=abc"}, signature(b"other"),
     signature(secret="wrong"), {"x-hub-signature": "sha256=ü"}],
)  # fmt: skip
def test_others_are_not_and_learn_nothing(headers: dict[str, str]) -> None:
    verdict = received(ACTIVE, BODY, headers, NOW)
    assert (verdict.status, verdict.reason) == (202, "bad signature")


def test_a_push_without_subscription_or_after_its_end() -> None:
    assert received(None, BODY, signature(), NOW).status == 404
    assert received(ASKED, BODY, signature(), NOW).status == 404
    assert received(ACTIVE, BODY, signature(), NOW + timedelta(days=8)).status == 404
    assert received(ACTIVE, b"a" * 5_000_000, signature(b"a" * 5_000_000), NOW).status == 413


def test_when_to_ask_again() -> None:
    assert due(None, NOW)
    assert not due(ASKED, NOW + timedelta(minutes=5))
    assert due(ASKED, NOW + timedelta(hours=2))
    assert not due(ACTIVE, NOW + timedelta(days=4))
    assert due(ACTIVE, NOW + timedelta(days=5))
    assert not due(replace(ASKED, state="denied"), NOW + timedelta(hours=20))


@given(st.dictionaries(st.sampled_from(["hub.mode", "hub.topic", "hub.challenge", "hub.lease_seconds"]), st.text()))
def test_any_query(query: dict[str, str]) -> None:
    assert verify(ASKED, query, NOW).status in (200, 404)
