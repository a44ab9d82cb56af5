"""WebSub (W3C Recommendation, 2018): subscribe at a feed's hub, answer its checks, and trust only signed pushes."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlencode

from bot.errors import SourceError
from bot.model import Source
from bot.pipeline import urls
from bot.sources.fetch import SourceState
from bot.sources.http import Door

LEASE_SECONDS = 7 * 86400  # what we ask for; the hub decides
_LEAST_LEASE, _MOST_LEASE = 300, 30 * 86400
_RENEW_AT = 0.7  # of a lease's time
_METHODS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha384": hashlib.sha384, "sha512": hashlib.sha512}
MOST_PUSHED = 4 * 1024 * 1024  # bytes of one push

State = Literal["asked", "active", "denied"]


@dataclass(frozen=True, slots=True)
class Subscription:
    """What we asked a hub for. `secret` is sealed where it is stored; `callback` is ours and cannot be guessed."""

    source_id: int
    hub: str
    topic: str
    callback: str
    secret: str
    state: State = "asked"
    expires: datetime | None = None
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to answer a hub: a status and a body; `after` is the subscription to store, None when nothing changed."""

    status: int
    body: str = ""
    after: Subscription | None = None
    reason: str = ""


def offered(source: Source, state: SourceState) -> tuple[str, str]:
    """Hub and topic of a feed that offers WebSub, else two empty texts. The topic must live where the feed lives."""
    topic = state.self_url or source.url
    if not state.hub or urls.host(topic) != urls.host(source.url):
        return "", ""
    return state.hub, topic


def due(subscription: Subscription | None, now: datetime) -> bool:
    """Whether to ask (again): never asked, no answer within an hour, denied a day ago, or the lease nears its end."""
    if subscription is None or subscription.asked_at is None:
        return True
    if subscription.state == "asked":
        return now - subscription.asked_at > timedelta(hours=1)
    if subscription.state == "denied":
        return now - subscription.asked_at > timedelta(days=1)
    if subscription.expires is None:
        return True
    whole = subscription.expires - subscription.asked_at
    return now >= subscription.asked_at + whole * _RENEW_AT


def active(subscription: Subscription | None, now: datetime) -> bool:
    """Whether pushes can be counted on; polling goes on all the same, at the longest interval."""
    return (
        subscription is not None
        and subscription.state == "active"
        and subscription.expires is not None
        and now < subscription.expires
    )


async def ask(door: Door, subscription: Subscription, mode: Literal["subscribe", "unsubscribe"] = "subscribe") -> None:
    """Send the request to the hub. Raises SourceError when the hub does not take it (202 or 204)."""
    body = urlencode(
        {
            "hub.callback": subscription.callback,
            "hub.mode": mode,
            "hub.topic": subscription.topic,
            "hub.lease_seconds": LEASE_SECONDS,
            "hub.secret": subscription.secret,
        }
    ).encode()
    answer = await door.post(subscription.hub, body, content_type="application/x-www-form-urlencoded")
    if answer.status not in (200, 202, 204):
        raise SourceError(f"The hub answered {answer.status}.", reason="bad-http")


def verify(subscription: Subscription | None, query: Mapping[str, str], now: datetime) -> Verdict:
    """Answer to a hub's GET on our callback: the challenge if we asked for this very topic, else 404."""
    mode, topic = query.get("hub.mode", ""), query.get("hub.topic", "")
    if subscription is None or topic != subscription.topic:
        return Verdict(404, reason="unknown subscription")
    if mode == "denied":
        denied = _changed(subscription, "denied", None, now)
        return Verdict(200, after=denied, reason=query.get("hub.reason", "")[:200] or "denied")
    challenge = query.get("hub.challenge", "")
    if mode != "subscribe" or not challenge or len(challenge) > 1000:
        return Verdict(404, reason="not asked for")
    given = query.get("hub.lease_seconds", "")
    seconds = int(given[:9]) if given.isascii() and given.isdigit() else LEASE_SECONDS
    lease = timedelta(seconds=max(_LEAST_LEASE, min(seconds, _MOST_LEASE)))
    return Verdict(200, challenge, _changed(subscription, "active", now + lease, now))


def received(subscription: Subscription | None, body: bytes, headers: Mapping[str, str], now: datetime) -> Verdict:
    """Judge a push: 202 when it is signed with our secret, 404 for what we did not ask for.

    A push with a wrong signature is answered like a good one and thrown away, as the Recommendation (8.1) says, so
    nobody learns anything; `reason` tells the two apart. A trusted push is a reason to poll the source at once.
    """
    if subscription is None or not active(subscription, now):
        return Verdict(404, reason="unknown subscription")
    if len(body) > MOST_PUSHED:
        return Verdict(413, reason="too-big")
    if not signed(body, headers, subscription.secret):
        return Verdict(202, reason="bad signature")
    return Verdict(202)


def signed(body: bytes, headers: Mapping[str, str], secret: str) -> bool:
    """Whether X-Hub-Signature proves that the sender knows our secret. `headers` have lower-case names."""
    method, _, given = headers.get("x-hub-signature", "").strip().partition("=")
    digest = _METHODS.get(method.lower())
    if digest is None or not secret:
        return False
    expected = hmac.new(secret.encode(), body, digest).hexdigest()
    return hmac.compare_digest(expected.encode(), given.strip().lower().encode("utf-8", "replace"))


def _changed(subscription: Subscription, state: State, expires: datetime | None, now: datetime) -> Subscription:

    return replace(subscription, state=state, expires=expires, asked_at=now)
