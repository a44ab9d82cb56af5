"""Tokens of installed workspaces, sealed at rest; uninstalling marks them and deletes nothing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from bot.storage.codec import dump, load
from bot.storage.seal import Sealer
from bot.storage.tables import installs

State = Literal["active", "revoked", "removed"]


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must never be read from the database file alone."""

    bot_token: str
    refresh_token: str = ""
    expires_at: float = 0.0  # UTC seconds; 0 when the token does not expire


@dataclass(frozen=True, slots=True)
class Install:
    """One workspace's installation of the app."""

    workspace_id: str  # slack:T1; slack:E1 for an installation on a whole organisation
    secrets: Secrets
    scopes: str = ""
    bot_user: str = ""
    installed_by: str = ""  # person id
    state: State = "active"
    at: float = 0.0

    def __repr__(self) -> str:  # never shows a token in a log or a traceback
        return f"Install({self.workspace_id}, {self.state})"


def save(db: Connection, install: Install, sealer: Sealer, now: float) -> None:
    """Store or replace a workspace's tokens; installing again makes it active again."""
    values = {
        "sealed": sealer.seal(dump(asdict(install.secrets)), install.workspace_id),
        "scopes": install.scopes,
        "bot_user": install.bot_user,
        "installed_by": install.installed_by,
        "state": install.state,
        "at": now,
    }
    match = installs.c.workspace_id == install.workspace_id
    if db.execute(update(installs).where(match).values(**values)).rowcount == 0:
        platform = install.workspace_id.partition(":")[0]
        db.execute(insert(installs).values(workspace_id=install.workspace_id, platform=platform, **values))


def find(db: Connection, workspace_id: str, sealer: Sealer) -> Install | None:
    """The installation of a workspace, whatever its state. Raises StorageError when our key does not open it."""
    row = db.execute(select(installs).where(installs.c.workspace_id == workspace_id)).one_or_none()
    if row is None:
        return None
    secrets = load(Secrets, sealer.open(row.sealed, row.workspace_id))
    return Install(row.workspace_id, secrets, row.scopes, row.bot_user, row.installed_by, row.state, row.at or 0.0)


def set_state(db: Connection, workspace_id: str, state: State, now: float) -> bool:
    """Mark an installation active, revoked or removed. True if there is one and its state changed."""
    done = db.execute(
        update(installs)
        .where(installs.c.workspace_id == workspace_id, installs.c.state != state)
        .values(state=state, at=now)
    )
    return done.rowcount > 0


def active(db: Connection, platform: str) -> tuple[str, ...]:
    """Workspaces of a platform whose token should work, in order of their id."""
    rows = db.execute(
        select(installs.c.workspace_id)
        .where(installs.c.platform == platform, installs.c.state == "active")
        .order_by(installs.c.workspace_id)
    )
    return tuple(row.workspace_id for row in rows)
