"""Slack's sender: posts, edits, deletes, and looks whether a doubtful post arrived."""

from __future__ import annotations

from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.commands import Services, native
from bot.deliver import Limits
from bot.errors import AccessRevoked, ChannelLost, MessageLost, PayloadRefused, TryLater
from bot.model import Card, Channel, Edition, Message, Promise, Receipt, Reply
from bot.platforms.slack_errors import explained, refused_blocks
from bot.platforms.slack_lines import paged
from bot.platforms.slack_workspaces import Workspaces
from bot.render import slack as render
from bot.render.slack import Payload
from bot.render.slack_edition import edition_parts
from bot.storage import places

log = structlog.get_logger()

EVENT_TYPE = "aipolicy_promise"
# A doubtful post was tried after its due time; clocks of ours and Slack's may differ by this much.
CLOCK_SLACK_SECONDS = 120.0
# How far back to look when the promise does not say when it was due.
LOOK_BACK_SECONDS = 24 * 3600.0
PAGE = 200  # messages a page; apps that are limited get 15
MOST_PAGES = 20
# What Slack says when it does not like the content, and a plainer message may pass.
_CONTENT = frozenset(
    ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long", "only_one_table_allowed")
)


class SlackSender:
    """deliver.Sender for Slack. Slack has no idempotency key: the promise's id goes into the message's metadata."""

    platform = "slack"
    # "One message per second per channel" (docs.slack.dev/apis/web-api/rate-limits); a 429 is the workspace's.
    limits = Limits(pace_seconds=1.0, everywhere="workspace")

    def __init__(self, workspaces: Workspaces, services: Services) -> None:
        self._workspaces = workspaces
        self._services = services
        self._cursors: dict[str, str] = {}  # promise id -> where a look into the history was stopped by a limit

    async def send(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        """Post, into the thread of `promise.thread_id` if it has one. Raises DeliveryError."""
        client = await self._client(channel)
        target = await self._target(channel)
        payload, locale, zone = await self._payload(channel, promise, message)
        arguments: dict[str, Any] = {
            "channel": target,
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"promise": promise.id}},
        }
        if thread := _thread(promise):
            arguments["thread_ts"] = thread

        async def post(shown: Payload) -> Any:
            fields = {**arguments, **shown.fields()}
            if not shown.blocks:
                fields["mrkdwn"] = False
            return await client.chat_postMessage(**fields)

        answer = await self._shown(post, payload, message, locale, zone, channel, repeatable=False)
        return await self._receipt(channel, target, str(answer["ts"]), thread)

    async def edit(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        """Replace what `promise.message_id` shows; its metadata stays. Raises DeliveryError."""
        client = await self._client(channel)
        target = await self._target(channel)
        payload, locale, zone = await self._payload(channel, promise, message)

        async def update(shown: Payload) -> Any:
            return await client.chat_update(
                channel=target, ts=promise.message_id, text=shown.text, blocks=list(shown.blocks)
            )

        await self._shown(update, payload, message, locale, zone, channel, repeatable=True)
        return await self._receipt(channel, target, promise.message_id, promise.thread_id)

    async def delete(self, channel: Channel, promise: Promise) -> None:
        """Take the message away; that it is gone already is success. Raises DeliveryError."""
        client = await self._client(channel)
        target = await self._target(channel)
        try:
            async with explained(repeatable=True):
                await client.chat_delete(channel=target, ts=promise.message_id)
        except MessageLost as error:
            if error.reason != "message_not_found":
                raise

    async def find(self, channel: Channel, promise: Promise) -> Receipt | None:
        """Look for the promise's id in the channel's history, or in its thread.

        Raises:
            TryLater: Slack limits reading now, or we may not read there; the place reached is remembered.
        """
        client = await self._client(channel)
        target = await self._target(channel)
        now = self._services.clock().timestamp()
        due = promise.due.timestamp() if promise.due else now - LOOK_BACK_SECONDS
        # Our message before it bounds the look by Slack's own clock, whatever ours says.
        oldest = promise.after_id or f"{max(due - CLOCK_SLACK_SECONDS, 0):.6f}"
        cursor, thread = self._cursors.pop(promise.id, ""), _thread(promise)
        method = "conversations.replies" if thread else "conversations.history"
        for _ in range(MOST_PAGES):
            where: dict[str, Any] = {"channel": target, "oldest": oldest, "limit": PAGE, "include_all_metadata": "true"}
            if thread:
                where["ts"] = thread
            if cursor:
                where["cursor"] = cursor
            try:
                async with explained(repeatable=True):
                    answer = await client.api_call(method, data=where)
            except TryLater as error:
                if cursor:
                    self._cursors[promise.id] = cursor
                # Limits are per method: reading must wait, posting in other channels need not.
                raise TryLater(str(error), reason=error.reason, after=error.after) from error
            except MessageLost:  # the thread's first message is gone, so nothing of ours is in it
                return None
            except AccessRevoked as error:
                if error.reason != "missing_scope":
                    raise
                raise TryLater(f"{error} Until then we wait rather than repeat.", reason="cannot-look") from error
            for message in answer.get("messages") or []:
                payload = (message.get("metadata") or {}).get("event_payload") or {}
                if payload.get("promise") == promise.id:
                    return await self._receipt(channel, target, str(message["ts"]), thread)
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return None
        raise TryLater("There is too much in that channel to look through at once.", reason="long-history")

    # ----------------------------------------------------------------------- parts of it

    async def _client(self, channel: Channel) -> AsyncWebClient:
        return await self._workspaces.client(channel.workspace_id)

    async def _target(self, channel: Channel) -> str:
        """Slack's id of the channel; for a person, of the conversation with them."""
        target = channel.id.partition(":")[2]
        if target.startswith(("U", "W")):
            return await self._workspaces.direct(channel.workspace_id, target)
        return target

    async def _payload(self, channel: Channel, promise: Promise, message: Message) -> tuple[Payload, str, str]:
        """What to show, in the language and zone of the channel, else of its workspace."""
        place = await self._services.store.read(places.find_workspace, channel.workspace_id)
        locale = str(channel.settings.get("locale") or (place.locale if place else "en"))
        zone = str(channel.settings.get("zone") or (place.zone if place else "UTC"))
        if isinstance(message, Reply):
            message = native.reply(message, "slack")
        if promise.plain:
            return render.plain_payload(message, locale, zone), locale, zone
        if isinstance(message, Card):
            return render.card(message, locale, zone), locale, zone
        if isinstance(message, Edition):
            parts = edition_parts(message, locale)
            if promise.part >= len(parts):
                raise PayloadRefused(f"The edition has {len(parts)} parts, not {promise.part + 1}.", reason="no-part")
            return parts[promise.part], locale, zone
        return await paged(message, self._services, locale, zone), locale, zone

    async def _shown(
        self,
        send: Any,
        payload: Payload,
        message: Message,
        locale: str,
        zone: str,
        channel: Channel,
        *,
        repeatable: bool,
    ) -> Any:
        """Send; when Slack dislikes a block send without it, then as plain text, rather than drop the news."""
        for _ in range(3):
            try:
                async with explained(repeatable=repeatable):
                    return await send(payload)
            except PayloadRefused as error:
                cause = error.__cause__
                if error.reason not in _CONTENT or not payload.blocks or not isinstance(cause, SlackApiError):
                    raise
                refused = refused_blocks(cause)
                log.warning("slack refused blocks", channel=channel.id, reason=error.reason, blocks=refused)
                payload = render.without(payload, refused, message, locale, zone)
            except (AccessRevoked, ChannelLost) as error:
                if isinstance(error, AccessRevoked):
                    self._workspaces.forget(channel.workspace_id)
                raise
        async with explained(repeatable=repeatable):
            return await send(render.without(payload, (), message, locale, zone))

    async def _receipt(self, channel: Channel, target: str, ts: str, thread: str) -> Receipt:
        """The receipt, with the address people can open; it costs no request of its own."""
        try:
            home = await self._workspaces.home(channel.workspace_id)
        except (TryLater, AccessRevoked):  # the message is there; its address can be missing
            return Receipt(ts, "", thread)
        link = f"{home.url.rstrip('/')}/archives/{target}/p{ts.replace('.', '')}" if home.url else ""
        if link and thread and thread != ts:
            link += f"?thread_ts={thread}&cid={target}"
        return Receipt(ts, link, thread)


def _thread(promise: Promise) -> str:
    """The thread to post into: on Slack that of a note, or of a digest's rest, is the message it belongs to."""
    return promise.thread_id or (promise.message_id if promise.kind in ("note", "edition") else "")
