"""Where an answer is shown on Slack: after a command, in a modal, from the Home tab, or as a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import DeliveryError, PayloadRefused
from bot.model import Reply
from bot.platforms.slack_errors import explained
from bot.platforms.slack_workspaces import Workspaces
from bot.render import slack as render
from bot.render.slack import Payload

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Surface:
    """One place to answer at. Which fields are set says which place it is.

    Attributes:
        response_url: of a command, a button or a shortcut; five answers within 30 minutes.
        view_id: of the modal the button stands in; the answer replaces its content.
        trigger_id: opens a modal, once, within three seconds.
        turns: the button stands in an answer only its asker sees, where another page may take this one's place.
        channel: where to post when there is nothing better; `user` for whom alone.
    """

    client: AsyncWebClient
    workspaces: Workspaces
    response_url: str = ""
    view_id: str = ""
    trigger_id: str = ""
    channel: str = ""
    thread: str = ""
    user: str = ""
    turns: bool = False

    async def show(self, payload: Payload, *, private: bool, reply: Reply, locale: str, zone: str) -> None:
        """Show one page of an answer; a refused block is left out and the rest shown. Raises DeliveryError."""
        for _ in range(3):
            try:
                await self._send(payload, private)
                return
            except PayloadRefused as error:
                if not payload.blocks:
                    raise
                log.warning("slack refused an answer", reason=error.reason)
                payload = render.without(payload, (), reply, locale, zone)

    async def _send(self, payload: Payload, private: bool) -> None:
        if self.response_url:
            place: dict[str, Any] = {"replace_original": self.turns}
            place["response_type"] = "ephemeral" if private else "in_channel"
            await self._hook({**payload.fields(), **place})
            return
        fields: dict[str, Any] = {"channel": self.channel, **payload.fields()}
        if self.thread:
            fields["thread_ts"] = self.thread
        async with explained():
            if private and not self.channel.startswith("D"):
                fields.pop("unfurl_links"), fields.pop("unfurl_media")
                await self.client.chat_postEphemeral(user=self.user, **fields)
            else:
                await self.client.chat_postMessage(**fields)

    async def _hook(self, body: Mapping[str, Any]) -> None:
        async with (
            explained(),
            self.workspaces.session.post(self.response_url, json=dict(body)) as answer,
        ):
            said = await answer.text()
        if answer.status >= 400:
            # `used_url`, `expired_url`: five answers or half an hour are over; others are about the content
            reason = said.strip()[:60] or f"http-{answer.status}"
            raise PayloadRefused(f"Slack refused an answer ({reason}).", reason=reason)

    async def open(self, view: Mapping[str, Any]) -> bool:
        """Open a modal, or put it over the one the button stands in. False when the three seconds have passed."""
        if not self.trigger_id:
            return False
        try:
            async with explained(repeatable=True):
                if self.view_id:
                    await self.client.views_push(trigger_id=self.trigger_id, view=dict(view))
                else:
                    await self.client.views_open(trigger_id=self.trigger_id, view=dict(view))
        except DeliveryError as error:
            log.warning("slack view not opened", reason=error.reason)
            return False
        return True

    async def update(self, view: Mapping[str, Any]) -> bool:
        """Replace the content of the modal. False when it was closed meanwhile."""
        try:
            async with explained(repeatable=True):
                await self.client.views_update(view_id=self.view_id, view=dict(view))
        except DeliveryError as error:
            log.warning("slack view not updated", reason=error.reason)
            return False
        return True
