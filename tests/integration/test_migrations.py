"""The revisions make exactly the tables the code knows, and tell a newer database from an older one."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from bot.errors import StorageError
from bot.storage import migrate
from bot.storage.store import Store
from bot.storage.tables import metadata

# Made by revisions and by procrastinate, and not described as tables of ours.
_OTHERS = ("articles_fts", "procrastinate_", "alembic_version", "articles_words", "stories_labels", "sqlite_")


def differences(db: Connection) -> list[object]:
    def ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        if kind == "column" and name == "words":  # the generated search column of PostgreSQL
            return False
        return not (name or "").startswith(_OTHERS)

    context = MigrationContext.configure(db, opts={"include_object": ours, "compare_type": False})
    return list(compare_metadata(context, metadata))


def test_revisions_and_tables_agree(store: Store) -> None:
    assert store.step(differences) == []


def test_a_second_start_changes_nothing(store: Store) -> None:
    before = store.step(migrate.current)
    store.open()
    assert store.step(migrate.current) == before == migrate.scripts().get_current_head()


def test_a_newer_database_is_refused(store: Store) -> None:
    store.step(lambda db: db.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(StorageError, match="written by a newer version"):
        store.open()


def test_without_upgrade_an_empty_database_is_refused(tmp_path: Path) -> None:
    empty = Store(f"sqlite:///{tmp_path}/empty.db")
    with pytest.raises(StorageError, match="aipolicy migrate"):
        empty.open(upgrade=False)
    empty.close()


def test_whether_tables_are_up_to_date_is_asked_without_making_any(tmp_path: Path) -> None:
    fresh = Store(f"sqlite:///{tmp_path}/fresh.db")
    assert not fresh.up_to_date()
    fresh.open()
    assert fresh.up_to_date()
    fresh.step(lambda db: db.execute(text("UPDATE alembic_version SET version_num = '0001'")))
    assert not fresh.up_to_date()
    fresh.close()
    (tmp_path / "fresh.db").write_bytes(b"not a database at all " * 100)
    assert not Store(f"sqlite:///{tmp_path}/fresh.db").up_to_date()


def test_no_revision_depends_on_todays_tables() -> None:
    for revision in migrate.scripts().walk_revisions():
        assert "storage.tables" not in Path(revision.path).read_text("utf-8")
