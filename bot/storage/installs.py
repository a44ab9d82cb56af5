"""Tokens of installed workspaces, sealed at rest, and the states of installations under way."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.codec import dump, load
from bot.storage.seal import Sealer
from bot.storage.tables import installs, meta

State = Literal["active", "revoked", "removed"]


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must never be read from the database file alone."""

    bot_token: str
    refresh_token: str = ""
    expires_at: float = 0.0  # UTC seconds; 0 when the token does not expire


@dataclass(frozen=True, slots=True)
class Install:
    """One workspace's installation of the app. Uninstalling marks it and deletes nothing."""

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


# --------------------------------------------------------------------------- installing, in a browser

# Between pressing "Add to Slack" and coming back.
STATE_SECONDS = 600.0
_STATE = "oauth-state:"


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def remember_state(db: Connection, state: str, browser: str, now: float) -> None:
    """Remember a state we sent somebody away with, and whose browser it was; neither is kept in clear."""
    db.execute(delete(meta).where(meta.c.key.startswith(_STATE), meta.c.at < now - STATE_SECONDS))
    db.execute(insert(meta).values(key=_STATE + _digest(state), value=_digest(browser), at=now))


def take_state(db: Connection, state: str, browser: str, now: float) -> bool:
    """Whether this state is ours, fresh and of this browser. It is spent by asking, whatever the answer."""
    key = _STATE + _digest(state)
    row = db.execute(select(meta).where(meta.c.key == key)).one_or_none()
    if row is None or db.execute(delete(meta).where(meta.c.key == key)).rowcount == 0:
        return False
    fresh = 0 <= now - float(row.at or 0) <= STATE_SECONDS
    return fresh and bool(browser) and hmac.compare_digest(row.value, _digest(browser))
