"""What `aipolicy doctor` finds out about Slack: whether the tokens work and which scopes they carry."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.commands import Services
from bot.errors import AccessRevoked, ConfigError
from bot.platforms.slack_errors import explained
from bot.platforms.slack_workspaces import Workspaces
from bot.render.slack_manifest import SCOPES
from bot.storage.tables import installs

_HOW = "Add them at api.slack.com/apps > your app > OAuth & Permissions, and install the app again."


async def examine(workspaces: Workspaces, services: Services) -> str:
    """One sentence about tokens and scopes.

    Raises:
        ConfigError: a token is refused or missing, or scopes are missing; the message says what to do.
        TryLater: Slack cannot be reached.
    """
    options = workspaces.options
    try:
        words = await _token(workspaces) if workspaces.single else await services.store.read(_installed)
        return f"{words} {await _socket(workspaces)}".strip() if options.mode == "socket" else words
    finally:
        await workspaces.close()


async def _token(workspaces: Workspaces) -> str:
    home = await workspaces.who()
    assert home is not None
    async with explained(repeatable=True):
        answer = await workspaces.bare(workspaces.options.bot_token).auth_test()
    given = {name.lower(): str(value) for name, value in dict(answer.headers or {}).items()}.get("x-oauth-scopes", "")
    return f"The token works in {home.name or home.workspace_id}. {_judged(given)}"


async def _socket(workspaces: Workspaces) -> str:
    try:
        async with explained(repeatable=True):
            await workspaces.bare().apps_connections_open(app_token=workspaces.options.app_token)
    except AccessRevoked as error:
        raise ConfigError(
            f"Slack refuses SLACK_APP_TOKEN ({error.reason}); it needs the scope connections:write."
        ) from error
    return "Socket Mode opens."


def _judged(given: str) -> str:
    """What a list of scopes means. Raises ConfigError when some are missing."""
    have = {one.strip() for one in given.split(",") if one.strip()}
    if not have:
        return "Slack does not say which scopes it has."
    missing = sorted(set(SCOPES) - have)
    if missing:
        raise ConfigError(f"The Slack app lacks the scopes {', '.join(missing)}. {_HOW}")
    more = sorted(have - set(SCOPES))
    return f"It has more scopes than the bot needs: {', '.join(more)}." if more else "It has the scopes it needs."


def _installed(db: Connection) -> str:
    """What is known of the workspaces that installed the app. Raises ConfigError when scopes are missing."""
    rows = db.execute(select(installs.c.workspace_id, installs.c.scopes).where(installs.c.state == "active")).all()
    for row in rows:
        missing = sorted(set(SCOPES) - {one.strip() for one in row.scopes.split(",")}) if row.scopes else []
        if missing:
            raise ConfigError(
                f"{row.workspace_id} installed the app without {', '.join(missing)}: install it there again."
            )
    return (
        f"{len(rows)} workspaces installed the app, with the scopes it needs." if rows else "Nobody installed it yet."
    )
