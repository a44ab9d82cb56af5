"""Move a team from one database to another, SQLite or PostgreSQL, with every id kept."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import BigInteger, Connection, Table, func, insert, select, text

from bot.errors import StorageError
from bot.storage import mending
from bot.storage.jobs_schema import PREFIX
from bot.storage.store import Store
from bot.storage.tables import meta, metadata

BATCH = 500  # rows read and written at a time


def copy(
    source: Store, target: Store, *, now: float, progress: Callable[[str, int], None] = lambda _table, _rows: None
) -> dict[str, int]:
    """Copy every row into an empty database, in one transaction there: it is all there afterwards, or nothing is.

    Both databases are open and at this program's revision, and no bot works on either. What was being delivered when
    the old bot stopped is looked for by the new one before it is repeated.

    Returns:
        Rows per table.

    Raises:
        StorageError: the target is not empty, or one of the two failed.
    """
    return source.look(_from, target, now, progress)


def _from(old: Connection, target: Store, now: float, progress: Callable[[str, int], None]) -> dict[str, int]:
    return target.step(_into, old, now, progress)


def _into(new: Connection, old: Connection, now: float, progress: Callable[[str, int], None]) -> dict[str, int]:
    for table in metadata.sorted_tables:
        if new.execute(_rows(table).limit(1)).first() is not None:
            raise StorageError(f"The database to copy into has rows in {table.name} already. Give an empty one.")
    copied = {}
    for table in metadata.sorted_tables:
        count = 0
        result = old.execution_options(yield_per=BATCH).execute(_rows(table))
        for rows in result.mappings().partitions():
            new.execute(insert(table), [{name: _storable(value) for name, value in row.items()} for row in rows])
            count += len(rows)
            progress(table.name, count)
        _continue_counting(new, table)
        there = new.execute(select(func.count()).select_from(_rows(table).subquery())).scalar_one()
        if there != count:
            raise StorageError(f"{table.name} has {count} rows here and {there} there; nothing was kept. Try again.")
        copied[table.name] = count
    mending.recover(new, now, wait=60.0)
    return copied


def _rows(table: Table):  # type: ignore[no-untyped-def]  # SQLAlchemy's select of a whole table
    """Everything but what a database says about its own job tables."""
    rows = select(table)
    return rows.where(meta.c.key.not_like(f"{PREFIX}%")) if table is meta else rows


def _storable(value: object) -> object:
    """PostgreSQL has no NUL in text; SQLite has."""
    return value.replace("\x00", "") if isinstance(value, str) else value


def _continue_counting(new: Connection, table: Table) -> None:
    """PostgreSQL's sequences go on after the highest id copied; SQLite does so by itself."""
    keys = list(table.primary_key.columns)
    counted = len(keys) == 1 and isinstance(keys[0].type, BigInteger) and not keys[0].foreign_keys
    if new.dialect.name != "postgresql" or not counted:
        return
    name = keys[0].name
    sequence = new.execute(
        text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": table.name, "column": name}
    ).scalar_one()
    if sequence is not None:
        highest = new.execute(select(func.coalesce(func.max(keys[0]), 0))).scalar_one()
        new.execute(
            text("SELECT setval(:sequence, :value, :used)"),
            {"sequence": sequence, "value": max(highest, 1), "used": highest > 0},
        )
