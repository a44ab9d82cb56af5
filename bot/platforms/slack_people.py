"""Who asks on Slack, and what they may do: asked of Slack and of our own list, denied by default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from bot.commands import Services
from bot.errors import DeliveryError
from bot.model import Person, Workspace
from bot.platforms.slack_errors import explained
from bot.platforms.slack_workspaces import Workspaces
from bot.speech import LOCALES
from bot.storage import places

log = structlog.get_logger()

# What Slack said of a person is believed this long: short enough for a right taken away, long enough for a burst.
BELIEVE_SECONDS = 60
MOST_KNOWN = 5000


@dataclass(frozen=True, slots=True)
class Profile:
    """What users.info says of a person, as far as it matters here."""

    name: str = ""
    locale: str = ""
    zone: str = ""
    member: bool = False  # of this workspace: no guest, no stranger from another team, no bot, not deactivated
    admin: bool = False  # owner or admin of the workspace


def profile(user: Mapping[str, Any], teams: frozenset[str]) -> Profile:
    """Read a user object of users.info. `teams`: ids of the workspace and of its organisation."""
    outside = any(
        user.get(key)
        for key in ("is_restricted", "is_ultra_restricted", "is_stranger", "is_bot", "deleted", "is_workflow_bot")
    )
    home = {str(user.get("team_id") or "")}
    home |= {str(team) for team in (user.get("enterprise_user") or {}).get("teams") or ()}
    member = not outside and bool(home & teams)
    names = user.get("profile") or {}
    return Profile(
        name=str(
            names.get("display_name") or user.get("real_name") or names.get("real_name") or user.get("name") or ""
        ),
        locale=str(user.get("locale") or ""),
        zone=str(user.get("tz") or ""),
        member=member,
        admin=member and bool(user.get("is_admin") or user.get("is_owner") or user.get("is_primary_owner")),
    )


class People:
    """Persons by Slack's user id, with their role in a workspace."""

    def __init__(self, workspaces: Workspaces, services: Services) -> None:
        self._workspaces = workspaces
        self._services = services
        self._known: dict[tuple[str, str], tuple[float, Profile]] = {}

    async def person(self, workspace: Workspace, user_id: str, enterprise_id: str = "") -> Person:
        """The person, their role decided anew: manager only if Slack calls them a member and one of these holds.

        They were made a manager here (the installer is the first one), or the app runs with the single token of the
        settings and they are an admin or owner of the workspace. Where Slack cannot be asked, they are a reader.
        """
        person_id = f"slack:{user_id}"
        found = await self._profile(workspace, user_id, enterprise_id)
        locale, zone = await self._services.store.read(places.person_settings, person_id, workspace.id)
        named = await self._services.store.read(places.is_manager, workspace.id, [person_id])
        manager = found.member and (named or (self._workspaces.single and found.admin))
        return Person(
            person_id,
            found.name,
            "manager" if manager else "reader",
            locale or _spoken(found.locale, workspace.locale),
            zone or found.zone,
        )

    async def _profile(self, workspace: Workspace, user_id: str, enterprise_id: str) -> Profile:
        now = self._services.clock().timestamp()
        key = (workspace.id, user_id)
        at, known = self._known.get(key, (0.0, Profile()))
        if at > now - BELIEVE_SECONDS:
            return known
        try:
            client = await self._workspaces.client(workspace.id, enterprise_id)
            async with explained(repeatable=True):
                answer = await client.api_call("users.info", data={"user": user_id, "include_locale": "true"})
            home = await self._workspaces.home(workspace.id, enterprise_id)
        except DeliveryError as error:
            log.warning("slack profile unknown", workspace=workspace.id, reason=error.reason)
            return Profile()
        teams = {home.team_id, enterprise_id}
        if home.workspace_id == workspace.id or home.team_id.startswith("E"):  # installed on a whole organisation
            teams.add(workspace.id.partition(":")[2])
        found = profile(answer.get("user") or {}, frozenset(team for team in teams if team))
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[key] = (now, found)
        return found


def _spoken(theirs: str, workspace: str) -> str:
    """The person's Slack language where we speak it and the workspace has not chosen one of its own; else empty."""
    language = theirs.replace("-", "_").split("_")[0].lower()
    return theirs if language in LOCALES and workspace in ("", "en") else ""
