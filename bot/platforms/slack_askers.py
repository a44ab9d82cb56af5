"""Who asks on Slack, and where: read from payloads of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.commands import Services
from bot.model import Channel, Person, Workspace
from bot.platforms.slack_payloads import team_of
from bot.platforms.slack_people import People
from bot.platforms.slack_surfaces import Surface
from bot.platforms.slack_workspaces import Workspaces
from bot.storage import places


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, where, and how they are answered."""

    person: Person
    workspace: Workspace
    channel: Channel
    surface: Surface
    enterprise: str = ""

    @property
    def locale(self) -> str:
        return self.person.locale or self.workspace.locale

    @property
    def zone(self) -> str:
        return self.person.zone or self.workspace.zone


class Askers:
    """Makes an Asker of a payload; writes workspaces and channels down when they are first seen."""

    def __init__(self, workspaces: Workspaces, people: People, services: Services) -> None:
        self._workspaces = workspaces
        self._people = people
        self._services = services

    async def of(self, body: Mapping[str, Any], *, channel: str = "", view: Mapping[str, Any] | None = None) -> Asker:
        """Read who asks from a payload of any kind. Raises DeliveryError when the app is not installed there."""
        user = body.get("user_id") or (body.get("user") or {}).get("id") or ""
        enterprise = str(body.get("enterprise_id") or (body.get("enterprise") or {}).get("id") or "")
        workspace_id = await self._workspaces.installed_in(team_of(body) or enterprise)
        place = body.get("channel") or {}
        channel = channel or body.get("channel_id") or place.get("id") or ""
        name = str(body.get("channel_name") or place.get("name") or "")
        if name in ("directmessage", "privategroup", "mpdm") or name == channel:
            name = ""
        client = await self._workspaces.client(workspace_id, enterprise)
        if not channel:  # the Home tab and modals opened there: the conversation with the person
            channel = await self._workspaces.direct(workspace_id, user, enterprise)
        kind = "dm" if channel.startswith(("D", "U", "W")) else "text"
        found = await self._place(
            Workspace(workspace_id, "slack", "", settings={"enterprise": enterprise} if enterprise else {}),
            Channel(f"slack:{channel}", workspace_id, name, kind),  # type: ignore[arg-type]  # one of Channel's kinds
        )
        workspace, here = found
        person = await self._people.person(workspace, user, enterprise)
        if here.workspace_id != workspace.id:  # a channel shared with us: its own workspace decides about it
            person = replace(person, role="reader")
        return Asker(
            person,
            workspace,
            here,
            Surface(
                client,
                self._workspaces,
                response_url=str(body.get("response_url") or ""),
                view_id=str((view or {}).get("id") or "") if (view or {}).get("type") == "modal" else "",
                trigger_id=str(body.get("trigger_id") or ""),
                channel=channel,
                user=user,
            ),
            enterprise,
        )

    async def _place(self, workspace: Workspace, channel: Channel) -> tuple[Workspace, Channel]:
        """The workspace and channel as we know them; written down only when they are new or renamed."""
        store = self._services.store
        known = await store.read(places.find_workspace, workspace.id)
        here = await store.read(places.find_channel, channel.id)
        if known and here and (not channel.name or channel.name == here.name):
            return known, here
        kept, place = await store.run(places.ensure, workspace, channel, self._services.clock().timestamp())
        return kept, place or channel
