"""One process per SQLite database: a second bot started by mistake says so and ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import TextIO

from bot.errors import StorageError
from bot.storage.store import Store


class OneProcess:
    """A lock beside the database file, held while the bot runs and let go by the system when it dies."""

    def __init__(self, store: Store) -> None:
        self._path = Path(f"{store.url.database}.lock") if store.is_sqlite and store.url.database else None
        self._file: TextIO | None = None

    def take(self) -> None:
        """Raises StorageError when another bot works on this database."""
        if self._path is None:
            return
        file = self._path.open("a+", encoding="ascii")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            other = file.read().strip() or "another"
            file.close()
            raise StorageError(
                f"A bot (process {other}) is at work on {self._path.with_suffix('')} already. Stop it first, "
                "or give this one another DATABASE_URL; with PostgreSQL several may work together."
            ) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def release(self) -> None:
        """Let the database go."""
        if self._file is not None:
            self._file.close()
            self._file = None
