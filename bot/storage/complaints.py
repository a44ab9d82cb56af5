"""What a database complains of, as a sentence: which database, what is wrong, what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.errors import StorageError

SCARCE_BYTES = 2**20  # less is as good as full: a journal needs some pages


def explain(error: DBAPIError, url: URL) -> StorageError:
    """The complaint of a driver as a StorageError."""
    name = url.database or url.host or "we use"
    text = str(error.orig).lower()
    first = (str(error.orig).strip().splitlines() or [type(error.orig).__name__])[0]
    if "disk i/o error" in text and _disk_is_full(url):
        text = "disk is full"
    for words, sentence in _sentences(name, first):
        if any(word in text for word in words):
            return StorageError(sentence)
    return StorageError(f"The database {name} failed: {first}")


def _disk_is_full(url: URL) -> bool:
    """SQLite calls it an I/O error when a disk is too full to make a journal; also a limit, or a fault."""
    try:
        return shutil.disk_usage(Path(url.database or ".").absolute().parent).free < SCARCE_BYTES
    except OSError:
        return True


def _sentences(name: str, first: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Words of drivers, and what they mean; the first that fits counts."""
    return (
        (
            ("locked",),
            f"The database {name} is locked by another program. Stop the other one, or wait; nothing was lost.",
        ),
        (
            ("readonly", "read-only"),
            f"The database {name} is read-only. Give this user the right to write to the file and its folder.",
        ),
        (
            ("unable to open",),
            f"The database {name} cannot be opened. Check that the folder exists and may be written to.",
        ),
        (
            ("disk is full", "no space left"),
            f"The database {name} could not grow: the disk is full. Free some space; what was promised is kept.",
        ),
        (
            ("disk i/o error",),
            f"The database {name} could not be written: a quota, a file size limit or the disk itself refuses. "
            "What was promised is kept.",
        ),
        (("malformed",), f"The database {name} is damaged. Restore the last backup (docs/operating.md)."),
        (("not a database",), f"The database {name} is not a database of ours. Check DATABASE_URL."),
        (
            ("connection refused",),
            f"The database {name} does not answer. Check that PostgreSQL runs and DATABASE_URL names it.",
        ),
        (("password authentication failed",), f"The database {name} refused the password in DATABASE_URL."),
        (("does not exist",), f"The database {name} said: {first}"),
    )
