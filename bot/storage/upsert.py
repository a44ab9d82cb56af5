"""`INSERT … ON CONFLICT` in the dialect at hand; the other is not loaded: PostgreSQL's is 3 MB of an idle bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Table

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


def insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert with SQLAlchemy's `on_conflict_do_nothing` and `on_conflict_do_update`.

    Args:
        dialect: SQLAlchemy's name of it, `postgresql` or `sqlite`.
    """
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as postgresql_insert

        return postgresql_insert(table)
    from sqlalchemy.dialects.sqlite import insert as sqlite_insert

    return sqlite_insert(table)
