"""What the bot writes is its user's own: the database, what SQLite puts beside it, the log, the terminal's history."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from bot.errors import StorageError
from bot.storage.store import Store
from tests import program


def open_to_others(folder: Path) -> list[str]:
    """Files somebody else could read or write; the lock holds a process number and nothing else."""
    return [path.name for path in folder.rglob("*") if path.is_file() and path.stat().st_mode & 0o077]


@pytest.fixture(autouse=True)
def _usual_umask() -> object:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_new_database_and_what_stands_beside_it_are_private(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/deep/er/bot.db")
    store.open()
    store.step(lambda db: db.exec_driver_sql("INSERT INTO meta (key, value, at) VALUES ('k', 'v', 1)"))
    names = {path.name for path in (tmp_path / "deep" / "er").iterdir()}
    assert names >= {"bot.db"}
    assert open_to_others(tmp_path) == []
    store.close()


def test_an_older_file_keeps_the_rights_its_owner_gave_it(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    sqlite3.connect(file).close()
    file.touch()
    file.chmod(0o640)
    store = Store(f"sqlite:///{file}")
    store.open()
    store.close()
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["a b?c#d%41.db", "ünï.db"])
def test_any_file_name_is_that_file(tmp_path: Path, name: str) -> None:
    store = Store(URL.create("sqlite", database=f"{tmp_path}/{name}").render_as_string())
    store.open()
    assert store.up_to_date()
    store.close()
    made = {path.name for path in tmp_path.iterdir()}
    assert store.url.database == f"{tmp_path}/{next(iter(made))}"


def test_looking_makes_nothing(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/none/bot.db")
    assert not store.up_to_date()
    with pytest.raises(StorageError, match="There is no database"):
        store.open(upgrade=False)
    with pytest.raises(StorageError, match="cannot be opened"):
        store.look(lambda db: None)
    store.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [("doctor",), ("key", "reseal"), ("db", "copy", "sqlite:///none/a.db", "sqlite:///none/b.db")],
    ids=lambda words: words[0],
)
def test_commands_that_need_a_database_do_not_make_one(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = program.run(tmp_path, *words, AIPOLICY_SECRET_KEYS="A" * 43 + "=")
    assert "Traceback" not in done.stderr
    assert "no database" in done.stderr or "There is none at data/aipolicy.db yet" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_log_and_the_database_of_a_run_are_private(tmp_path: Path) -> None:
    done = program.run(tmp_path, "latest", "1")
    assert done.returncode == 0, done.stderr
    assert {"aipolicy.db", "aipolicy.log"} <= {path.name for path in (tmp_path / "data").iterdir()}
    assert open_to_others(tmp_path / "data") == []
