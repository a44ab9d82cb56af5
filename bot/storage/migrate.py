"""Alembic, run from inside: forward to this code's revision, with a clear word when the database is newer."""

from __future__ import annotations

import re
from importlib import resources
from threading import Event
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import Connection, inspect, text

from bot.errors import StorageError
from bot.storage import jobs_schema

log = structlog.get_logger()

LOCK_KEY = 0x6D_69_67_72  # held while tables are made or changed
TURN_SECONDS = 0.2  # between two looks whether it is our turn


if TYPE_CHECKING:
    from alembic.script import ScriptDirectory

_REVISION = re.compile(r'^(down_revision|revision) = "(\w+)"', re.MULTILINE)


def scripts() -> ScriptDirectory:
    """The revisions that ship with the package."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(resources.files("bot.storage") / "migrations"))
    return ScriptDirectory.from_config(config)


def newest() -> str:
    """The revision this program brings a database to: the one no other builds on. Read without loading Alembic,
    which is 15 MB that a running bot does not need."""
    found: dict[str, set[str]] = {"revision": set(), "down_revision": set()}
    for entry in (resources.files("bot.storage") / "migrations" / "versions").iterdir():
        if entry.name.endswith(".py"):
            for name, value in _REVISION.findall(entry.read_text(encoding="utf-8")):
                found[name].add(value)
    (head,) = found["revision"] - found["down_revision"]
    return head


def current(connection: Connection) -> str | None:
    """Revision the database stands at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def to_head(connection: Connection, *, upgrade: bool = True, leave: Event | None = None) -> str:
    """Bring the database to the newest revision; with `upgrade=False` only check that it is there.

    On PostgreSQL the job engine's own tables come with ours, and processes that start together take turns; one that
    waits for its turn gives up when `leave` is set.

    Raises:
        StorageError: the database was written by a newer program, needs `aipolicy migrate`, or is not ready and we
            are to leave.
    """
    if connection.dialect.name != "postgresql":
        return _to_head(connection, upgrade=upgrade)
    _take_turn(connection, leave or Event())
    try:
        head = _to_head(connection, upgrade=upgrade)
        if upgrade:
            jobs_schema.apply(connection)
            connection.commit()
        return head
    finally:
        connection.rollback()
        connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": LOCK_KEY})
        connection.commit()


def _take_turn(connection: Connection, leave: Event) -> None:
    """Have the lock under which tables are changed: asked for, not waited for, since nobody could leave that wait."""
    said = False
    while True:
        taken = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": LOCK_KEY}).scalar_one()
        connection.commit()
        if taken:
            return
        if not said:
            log.info("waiting for another process that brings the database up to date")
            said = True
        if leave.wait(TURN_SECONDS):
            raise StorageError("Another process still brings the database up to date.")


def _to_head(connection: Connection, *, upgrade: bool) -> str:
    head = newest()
    at = current(connection)
    connection.rollback()
    if at == head:
        return head
    return _forward(connection, at, head, upgrade=upgrade)


def _forward(connection: Connection, at: str | None, head: str, *, upgrade: bool) -> str:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.util import CommandError

    directory = scripts()
    if at is not None:
        try:
            directory.get_revision(at)
        except CommandError as error:
            raise StorageError(
                f"This database was written by a newer version (revision {at}, this program knows {head}). "
                "Install the newer version, or restore the backup made before the upgrade."
            ) from error
    if not upgrade:
        raise StorageError("The database needs an upgrade first: run `aipolicy migrate`.")

    def revisions(revision: object, _context: object) -> list[object]:
        return list(directory._upgrade_revs(head, revision))  # type: ignore[arg-type]  # Alembic's own callback shape

    with EnvironmentContext(Config(), directory, fn=revisions) as environment:
        environment.configure(connection=connection, fn=revisions)
        with environment.begin_transaction():
            environment.run_migrations()
    connection.commit()
    return head
