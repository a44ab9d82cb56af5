"""procrastinate's tables on PostgreSQL: made with ours, and moved forward by its own migrations."""

from __future__ import annotations

from importlib import resources
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.storage.tables import meta

PREFIX = "procrastinate-migration:"


def apply(db: Connection) -> int:
    """Bring the job tables to the installed version, in one transaction; how many of its scripts were run or noted."""
    folder = resources.files("procrastinate.sql") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    noted = select(meta.c.key).where(meta.c.key.startswith(PREFIX))
    known = {key.removeprefix(PREFIX) for key in db.execute(noted).scalars()}
    missing = [name for name in names if name not in known]
    if not missing:
        return 0
    if known:
        for name in missing:
            _script(db, (folder / name).read_text(encoding="utf-8"))
    else:  # a new database: the whole schema, which contains every migration
        _script(db, (resources.files("procrastinate.sql") / "schema.sql").read_text(encoding="utf-8"))
    db.execute(insert(meta), [{"key": PREFIX + name} for name in missing])
    return len(missing)


def _script(db: Connection, sql: str) -> None:
    """Run a script of several statements; only the driver itself takes those, and only without parameters."""
    driver: Any = db.connection.driver_connection
    driver.execute(sql)
