"""Store: opens the database, brings it up to date, and gives each step one transaction."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.errors import ConfigError, StorageError
from bot.storage import migrate
from bot.storage.complaints import explain

try:  # PyPI's pysqlite3 carries a current SQLite; Python's own may have the WAL fault mended in 3.51.3
    import pysqlite3.dbapi2 as sqlite_module
except ImportError:
    import sqlite3 as sqlite_module

P = ParamSpec("P")
T = TypeVar("T")

# SQLite before 3.51.3 can corrupt a WAL database that has two or more connections (its change log).
WAL_SAFE = (3, 51, 3)
BUSY_SECONDS = 5.0
CONNECT_SECONDS = 8  # for a PostgreSQL server that takes the connection and says nothing


def sqlite_version() -> str:
    """Version of the SQLite library in use."""
    return str(sqlite_module.sqlite_version)


def _journal() -> str:
    return "WAL" if sqlite_module.sqlite_version_info >= WAL_SAFE else "DELETE"


def normalise(url: str) -> URL:
    """A database address with the driver we use: `sqlite:///file`, `postgresql://…`, `postgres://…`.

    Raises:
        ConfigError: the address is of another kind or cannot be read.
    """
    try:
        parsed = make_url(url.replace("postgres://", "postgresql://", 1))
    except Exception as error:
        raise ConfigError("DATABASE_URL cannot be read. Write sqlite:///data/bot.db or postgresql://…") from error
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite":
        if parsed.database in (None, "", ":memory:"):
            raise ConfigError("DATABASE_URL names no file. Write sqlite:///data/bot.db: news outlives a restart.")
        return parsed.set(drivername="sqlite+pysqlite")
    raise ConfigError(f"DATABASE_URL is for {parsed.get_backend_name()}; we keep news in sqlite:/// or postgresql://.")


def _sqlite_engine(url: URL, *, writer: bool) -> Engine:
    # `rw`: a file that is not there is not made by opening it; see Store.make.
    file = f"file:{quote(url.database or '')}?mode=rw"
    engine = create_engine(
        url,
        module=sqlite_module,
        creator=lambda: sqlite_module.connect(file, uri=True, timeout=BUSY_SECONDS, check_same_thread=False),
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _setup(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, so that a writer locks at once
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA journal_mode={_journal()}" if writer else "PRAGMA query_only=ON")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA temp_store=MEMORY")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")

    return engine


class Store:
    """One database. `run` for steps that write, `read` for steps that only read; each is one transaction.

    A step is a plain function `step(db: Connection, …)`. SQLite has one writing connection on one thread and
    one reading connection on another (one for both where its library is not safe with two); PostgreSQL has a pool.
    """

    def __init__(self, url: str, *, pool: int = 4) -> None:
        self.url = normalise(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self._writer = _sqlite_engine(self.url, writer=True)
            two = _journal() == "WAL" and self.url.database not in (None, "", ":memory:")
            self._reader = _sqlite_engine(self.url, writer=False) if two else self._writer
            self._write_threads = ThreadPoolExecutor(1, "db-write")
            self._read_threads = ThreadPoolExecutor(1, "db-read") if two else self._write_threads
        else:
            self._writer = self._reader = create_engine(
                self.url,
                pool_size=pool,
                max_overflow=pool,
                pool_pre_ping=True,
                hide_parameters=True,
                connect_args={"connect_timeout": CONNECT_SECONDS},
            )
            self._write_threads = self._read_threads = ThreadPoolExecutor(pool, "db")
        self._leaving = threading.Event()

    @property
    def dsn(self) -> str:
        """libpq address, for the job queue and the clock's lock; it may hold a password. Empty on SQLite."""
        if self.is_sqlite:
            return ""
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)

    def make(self) -> None:
        """Make the file of an SQLite database where there is none, with its folder; readable for this user alone,
        and so are the files SQLite puts beside it.

        Raises:
            StorageError: the folder or the file cannot be made.
        """
        if not self.is_sqlite:
            return
        file = Path(self.url.database or "")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                f"The folder {file.parent} for the database cannot be made: {error.strerror}."
            ) from error
        with suppress(OSError):  # opening says why, in better words
            os.close(os.open(file, os.O_CREAT | os.O_RDONLY | os.O_CLOEXEC, 0o600))

    @property
    def is_missing(self) -> bool:
        """Whether this is an SQLite database whose file is not there yet."""
        return self.is_sqlite and not Path(self.url.database or "").exists()

    def require(self) -> None:
        """Raises StorageError when the database is missing."""
        if self.is_missing:
            raise StorageError(
                f"There is no database {self.url.database} yet. The first start makes it, or `aipolicy migrate`."
            )

    def open(self, *, upgrade: bool = True) -> None:
        """Bring the tables up to date, blocking; call before the event loop runs or in a thread.

        A database that is not there is made, except with `upgrade=False`, which only looks.

        Raises:
            StorageError: unreachable, read-only, locked, or written by a newer version of this program.
        """
        if upgrade:
            self.make()
        else:
            self.require()
        try:
            with self._writer.connect() as connection:
                migrate.to_head(connection, upgrade=upgrade, leave=self._leaving)
        except DBAPIError as error:
            raise explain(error, self.url) from error

    def up_to_date(self) -> bool:
        """Whether the tables are there and of this program's revision; a database that cannot be asked is not."""
        try:
            with self._reader.connect() as connection:
                return migrate.current(connection) == migrate.newest()
        except DBAPIError:
            return False

    def leave(self) -> None:
        """Do not wait any longer until another process has brought the tables up to date: this one is to end."""
        self._leaving.set()

    def step(self, step: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a writing step in this thread, in one transaction."""
        return self._transaction(self._writer, step, *args, **kwargs)

    def look(self, step: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a reading step in this thread."""
        return self._transaction(self._reader, step, *args, **kwargs)

    async def run(self, step: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a writing step off the event loop, in one transaction. Raises StorageError."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._write_threads, lambda: self.step(step, *args, **kwargs))

    async def read(self, step: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a reading step off the event loop. Raises StorageError."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._read_threads, lambda: self.look(step, *args, **kwargs))

    def _transaction(
        self, engine: Engine, step: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        try:
            with engine.begin() as connection:
                return step(connection, *args, **kwargs)
        except (OperationalError, DBAPIError) as error:
            raise explain(error, self.url) from error

    def close(self) -> None:
        """Wait for the steps under way, then let the connections go."""
        self._write_threads.shutdown(wait=True)
        self._read_threads.shutdown(wait=True)
        self._writer.dispose()
        self._reader.dispose()
