"""Slack's refusals and lost connections, as the DeliveryErrors whose rules delivery knows."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.errors import (
    AccessRevoked,
    ChannelLost,
    DeliveryError,
    Doubtful,
    MessageLost,
    PayloadRefused,
    TryLater,
)
from bot.pipeline.text import word_set

# Error words of the Web API methods we call, by the rule that applies (docs.slack.dev/reference/methods).
_REVOKED = word_set(
    "invalid_auth not_authed token_revoked token_expired account_inactive no_permission org_login_required "
    "ekm_access_denied enterprise_is_restricted team_access_not_granted not_allowed_token_type missing_scope "
    "invalid_refresh_token app_not_installed"
)
_CHANNEL = word_set(
    "channel_not_found is_archived not_in_channel restricted_action restricted_action_read_only_channel "
    "restricted_action_thread_only_channel restricted_action_non_threadable_channel restricted_action_thread_locked "
    "cannot_dm_bot user_not_found user_disabled messages_tab_disabled channel_is_limited_access access_denied "
    "method_not_supported_for_channel_type team_not_found is_inactive not_found posting_to_channel_denied "
    "user_not_visible channel_type_not_supported"
)
_MESSAGE = word_set(
    "message_not_found cant_update_message cant_delete_message edit_window_closed thread_not_found "
    "cannot_reply_to_message compliance_exports_prevent_deletion"
)
_WAIT = word_set("ratelimited rate_limited message_limit_exceeded team_added_to_org service_unavailable")
# Slack's own words: "it's possible some aspect of the operation succeeded before the error was raised".
_MAYBE_DONE = word_set("fatal_error internal_error request_timeout")

_BLOCK_POINTER = re.compile(r"/blocks/(\d+)")


def refused_blocks(error: SlackApiError) -> tuple[int, ...]:
    """Positions of the blocks an `invalid_blocks` answer complains about; empty when it names none."""
    details = (_data(error).get("response_metadata") or {}).get("messages") or []
    found = [int(match) for line in details if isinstance(line, str) for match in _BLOCK_POINTER.findall(line)]
    return tuple(dict.fromkeys(found))


def _data(error: SlackApiError) -> dict[str, Any]:
    data = getattr(error.response, "data", None)
    return data if isinstance(data, dict) else {}


def _seconds(headers: Any) -> float | None:
    """Retry-After in seconds, between 1 and an hour; None when it is missing or no number."""
    for name, value in dict(headers or {}).items():
        if str(name).lower() == "retry-after":
            text = str(value[0] if isinstance(value, list | tuple) else value)
            if re.fullmatch(r"\d{1,6}(\.\d+)?", text):
                return min(max(float(text), 1.0), 3600.0)
    return None


def explain(error: SlackApiError) -> DeliveryError:
    """The rule for an answer that was not ok."""
    response = error.response
    status = int(getattr(response, "status_code", 0) or getattr(response, "status", 0) or 0)
    headers = getattr(response, "headers", None)
    word = str(_data(error).get("error") or "")
    if status == 429 or word in _WAIT:
        return TryLater(
            "Slack asks us to wait before the next message.",
            reason=word or "ratelimited",
            after=_seconds(headers),
            everywhere=True,
        )
    if word in _MAYBE_DONE:
        return Doubtful(f"Slack failed in the middle ({word}); the message may be there.", reason=word)
    if status == 503:
        return TryLater("Slack is not available right now.", reason="http-503", after=_seconds(headers))
    if status >= 500 or not word:
        return Doubtful(f"Slack answered {status} and nothing we can read.", reason=f"http-{status}")
    if word in _REVOKED:
        needed = _data(error).get("needed")
        hint = f" The app needs the scope {needed}: add it and install the app again." if needed else ""
        return AccessRevoked(f"Slack refuses our token ({word}).{hint}", reason=word)
    if word in _CHANNEL:
        return ChannelLost(f"Slack does not let us post in that channel ({word}).", reason=word)
    if word in _MESSAGE:
        return MessageLost(f"The message cannot be changed any more ({word}).", reason=word)
    return PayloadRefused(f"Slack refused the message ({word}).", reason=word)


@asynccontextmanager
async def explained(*, repeatable: bool = False) -> AsyncIterator[None]:
    """Turn whatever the SDK raises inside into a DeliveryError.

    Args:
        repeatable: repeating does no harm (an edit, a deletion, a reading), so nothing is doubtful.
    """
    try:
        yield
    except SlackApiError as error:
        known = explain(error)
        if repeatable and isinstance(known, Doubtful):
            known = TryLater(str(known), reason=known.reason)
        raise known from error
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise TryLater("Slack cannot be reached.", reason="unreachable") from error
    except (TimeoutError, aiohttp.ClientError, ValueError, AttributeError, TypeError) as error:
        # The last two: the SDK reads a proxy's plain text answer as if it were a mapping.
        if repeatable:
            raise TryLater("Slack did not answer.", reason="no-answer") from error
        raise Doubtful("The message left and no answer came.", reason="no-answer") from error
