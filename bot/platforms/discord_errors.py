"""Discord's refusals and lost connections, as the DeliveryErrors whose rules delivery knows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

import aiohttp
import discord

from bot.errors import (
    AccessRevoked,
    ChannelLost,
    DeliveryError,
    Doubtful,
    MessageLost,
    PayloadRefused,
    TryLater,
)

# docs.discord.com/developers/topics/opcodes-and-status-codes, JSON error codes.
UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_USER = 10003, 10004, 10008, 10013
_MESSAGE_GONE = {UNKNOWN_MESSAGE, 50005, 50021}  # not ours, or of a kind that cannot be edited
_CHANNEL_GONE = {UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_USER}
_NO_RIGHT = {50001: "may not see that channel", 50013: "lacks a permission there", 50007: "is not let into that DM"}
THREAD_ARCHIVED, THREAD_LOCKED, THREAD_THERE = 50083, 160005, 160004
_INTERNAL = 40333  # "internal network error": Cloudflare, with status 403
_AWAY = {503, 520, 521, 522, 523}  # nothing reached the application
MOST_WAIT = 3600.0

Doing = Literal["post", "repeatable"]


def _number(text: str | None) -> float | None:
    try:
        seconds = float(text) if text else None
    except ValueError:
        return None
    return min(max(seconds, 0.5), MOST_WAIT) if seconds is not None and seconds == seconds else None


def explain(error: discord.HTTPException, doing: Doing = "post") -> DeliveryError:
    """The rule for an answer that was not 2xx."""
    reason = f"http-{error.status}" + (f"-{error.code}" if error.code else "")
    headers = error.response.headers
    if error.status == 429:
        # Without JSON it is Cloudflare's ban of our address; the global limit names itself.
        scope = headers.get("X-RateLimit-Scope", "")
        everywhere = scope == "global" or bool(headers.get("X-RateLimit-Global")) or error.text.lstrip()[:1] == "<"
        after = _number(headers.get("Retry-After") or headers.get("X-RateLimit-Reset-After"))
        return TryLater(
            "Discord asks us to wait before the next message.",
            reason="ratelimited",
            after=after,
            everywhere=everywhere,
        )
    if error.status == 401:
        return AccessRevoked("Discord refuses our token. Put a new one in DISCORD_TOKEN.", reason="token-refused")
    if error.status in _AWAY or error.code == _INTERNAL:
        return TryLater("Discord is not available right now.", reason=reason, everywhere=error.status == 503)
    if error.status >= 500:
        if doing == "repeatable":
            return TryLater("Discord failed in the middle.", reason=reason)
        return Doubtful("Discord failed in the middle; the message may be there.", reason=reason)
    if error.code in _MESSAGE_GONE:
        return MessageLost("The message is not there any more, or is not ours.", reason=reason)
    if error.code in _CHANNEL_GONE:
        return ChannelLost("The channel is not there any more.", reason=reason)
    if error.status == 404:
        return ChannelLost("Discord knows no such place.", reason=reason)
    if error.code == THREAD_LOCKED:
        return ChannelLost("The thread is locked.", reason=reason)
    if error.status == 403:
        why = _NO_RIGHT.get(error.code, "is not allowed to")
        return ChannelLost(f"The bot {why}. Give it View Channel and Send Messages.", reason=reason)
    return PayloadRefused(f"Discord refused the message ({error.status} {error.code}).", reason=reason)


@asynccontextmanager
async def explained(doing: Doing = "post") -> AsyncIterator[None]:
    """Turn whatever the SDK raises inside into a DeliveryError; with `repeatable` nothing is doubtful."""
    try:
        yield
    except DeliveryError:
        raise
    except discord.LoginFailure as error:
        raise AccessRevoked(
            "Discord refuses our token. Put a new one in DISCORD_TOKEN.", reason="token-refused"
        ) from error
    except discord.RateLimited as error:
        raise TryLater(
            "Discord asks us to wait before the next message.", reason="ratelimited", after=error.retry_after
        ) from error
    except discord.HTTPException as error:
        raise explain(error, doing) from error
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise TryLater("Discord cannot be reached.", reason="unreachable", everywhere=True) from error
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        if doing == "repeatable":
            raise TryLater("Discord did not answer.", reason="no-answer") from error
        raise Doubtful("The message left and no answer came.", reason="no-answer") from error
    except (discord.DiscordException, KeyError, TypeError, AttributeError, ValueError) as error:
        # The post may be there, but the answer was not Discord's JSON: a proxy's page, or cut off.
        if doing == "repeatable":
            raise TryLater("Discord's answer could not be read.", reason="unreadable") from error
        raise Doubtful("Discord's answer could not be read; the message may be there.", reason="unreadable") from error
