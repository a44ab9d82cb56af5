"""What happens to Slack channels and workspaces: pause with grace, tell the managers, resume by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import structlog
from slack_bolt.async_app import AsyncApp
from sqlalchemy import Connection

from bot.commands import Services
from bot.errors import DeliveryError
from bot.model import Person, Workspace
from bot.platforms.slack_errors import explained
from bot.platforms.slack_payloads import team_of
from bot.platforms.slack_workspaces import Workspaces
from bot.render.slack_text import escape
from bot.speech import Speech
from bot.storage import audit, follows, installs, lanes, notices, places

log = structlog.get_logger()

# Event -> (state of the channel, reason). A channel is never deleted here; `gone` keeps its choices too.
_CHANGES: Mapping[str, tuple[str, str]] = {
    "channel_archive": ("paused", "archived"),
    "group_archive": ("paused", "archived"),
    "channel_unarchive": ("ok", ""),
    "group_unarchive": ("ok", ""),
    "channel_deleted": ("gone", "deleted"),
    "group_deleted": ("gone", "deleted"),
    "channel_left": ("paused", "bot removed"),
    "group_left": ("paused", "bot removed"),
}


class Events:
    """Listens to what Slack says of channels and installations."""

    def __init__(self, workspaces: Workspaces, services: Services) -> None:
        self._workspaces = workspaces
        self._services = services

    def listen(self, app: AsyncApp) -> None:
        """Register the listeners."""
        for name in _CHANGES:
            app.event(name)(self._changed)
        app.event("member_joined_channel")(self._joined)
        app.event("member_left_channel")(self._left)
        app.event("channel_rename")(self._renamed)
        app.event("group_rename")(self._renamed)
        app.event("app_uninstalled")(self._uninstalled)
        app.event("tokens_revoked")(self._revoked)

    async def _changed(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        state, reason = _CHANGES[str(event["type"])]
        await self._set(body, str(event.get("channel") or ""), state, reason)

    async def _joined(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        if await self._is_us(body, str(event.get("user") or "")):
            await self._set(body, str(event.get("channel") or ""), "ok", "")

    async def _left(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        if await self._is_us(body, str(event.get("user") or "")):
            await self._set(body, str(event.get("channel") or ""), "paused", "bot removed")

    async def _is_us(self, body: Mapping[str, Any], user: str) -> bool:
        us = {str(one.get("user_id")) for one in body.get("authorizations") or () if one.get("is_bot")}
        if not us:
            try:
                us = {(await self._workspaces.home(_workspace(body), str(body.get("enterprise_id") or ""))).bot_user}
            except DeliveryError:
                return False
        return user in us

    async def _set(self, body: Mapping[str, Any], channel: str, state: str, reason: str) -> None:
        """Change a channel's state; the managers are told once, and delivery looks again when it is back."""
        now = self._services.clock().timestamp()
        workspace_id = _workspace(body)
        place = await self._services.store.read(places.find_workspace, workspace_id)
        known = await self._services.store.read(places.find_channel, f"slack:{channel}")
        if known is None:
            return
        say = self._services.speech(place.locale if place else "en")
        words = _told(reason, f"#{known.name}" if known.name else channel, say) if reason else ""
        change = _Change(f"slack:{channel}", workspace_id, state, reason, words)
        outcome = await self._services.store.run(_apply, change, now)
        if outcome == "same":
            return
        log.info("slack channel", channel=change.channel_id, state=state, reason=reason)
        self._services.wake()
        if outcome == "untold":
            await self._tell(workspace_id, words)

    async def _tell(self, workspace_id: str, words: str) -> None:
        """No channel is left to say it in: one direct message to each manager."""
        for subject in await self._services.store.read(places.list_managers, workspace_id):
            try:
                target = await self._workspaces.direct(workspace_id, subject.partition(":")[2])
                client = await self._workspaces.client(workspace_id)
                async with explained():
                    await client.chat_postMessage(channel=target, text=escape(words))
            except DeliveryError as error:
                log.warning("slack manager not told", person=subject, reason=error.reason)

    async def _renamed(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        channel = event.get("channel") or {}
        known = await self._services.store.read(places.find_channel, f"slack:{channel.get('id')}")
        if known is not None:
            await self._services.store.run(_rename, known.id, str(channel.get("name") or ""))

    async def _uninstalled(self, body: dict[str, Any]) -> None:
        """The app was taken out of the workspace: everything is kept, nothing is sent any more."""
        await self._gone(body, "removed")

    async def _revoked(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        """Tokens were taken back; only the bot's matter here."""
        if (event.get("tokens") or {}).get("bot"):
            await self._gone(body, "revoked")

    async def _gone(self, body: Mapping[str, Any], state: str) -> None:
        now = self._services.clock().timestamp()
        for owner in {_workspace(body), f"slack:{body.get('enterprise_id') or body.get('team_id')}"}:
            changed = await self._services.store.run(_close, owner, state, now)
            self._workspaces.forget(owner)
            if changed:
                log.info("slack workspace", workspace=owner, state=state)


def _workspace(body: Mapping[str, Any]) -> str:
    return f"slack:{team_of(body) or body.get('enterprise_id') or ''}"


@dataclass(frozen=True, slots=True)
class _Change:
    channel_id: str
    workspace_id: str
    state: str
    reason: str
    words: str  # for the managers; empty when there is nothing to tell


def _told(reason: str, channel: str, say: Speech) -> str:
    """What the managers read."""
    words = {
        "archived": say(
            "{channel} was archived, so nothing is posted there. Unarchive it and it goes on by itself.",
            channel=channel,
        ),
        "deleted": say(
            "{channel} was deleted, so nothing is posted there. Its choices are kept; follow in another one.",
            channel=channel,
        ),
        "bot removed": say(
            "I was removed from {channel}, so nothing is posted there. Invite me and it goes on by itself.",
            channel=channel,
        ),
    }
    return words[reason]


def _apply(db: Connection, change: _Change, now: float) -> Literal["same", "told", "untold"]:
    """A channel that is gone stays so; one of another workspace (shared channels) is theirs to change."""
    known = places.find_channel(db, change.channel_id)
    if known is None or known.workspace_id != change.workspace_id or (known.state == "gone" and change.state != "ok"):
        return "same"
    if not places.set_channel_state(db, known.id, change.state, change.reason, now):
        return "same"
    if change.state == "ok":
        lanes.clear(db, known.id)  # what waits for the channel is tried now, not at the next probe
    if not change.words or follows.get(db, known.id) is None:
        return "told"
    key = f"channel:{known.id}:{change.reason}"
    told = notices.tell(db, known.workspace_id, key=key, text=change.words, now=now, avoid=known.id)
    return "told" if told else "untold"


def _rename(db: Connection, channel_id: str, name: str) -> None:
    channel = places.find_channel(db, channel_id)
    if channel is not None and name:
        workspace = places.find_workspace(db, channel.workspace_id) or Workspace(channel.workspace_id, "slack")
        places.ensure(db, workspace, type(channel)(channel.id, channel.workspace_id, name, channel.kind), 0.0)


def _close(db: Connection, workspace_id: str, state: str, now: float) -> bool:
    changed = installs.set_state(db, workspace_id, "revoked" if state == "revoked" else "removed", now)
    if places.find_workspace(db, workspace_id) is None:
        return changed
    places.set_workspace(db, workspace_id, now, state=state)
    audit.write(db, workspace_id, Person("slack"), f"slack {state}", "", now)
    return True
