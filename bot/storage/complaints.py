"""What a database complains of, as a sentence: which database, what is wrong, what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.errors import StorageError

# Words of drivers, in lower case, and what they mean; the first that fits counts.
_WORDS = (
    ("locked", "locked"),
    ("readonly", "readonly"),
    ("read-only", "readonly"),
    ("unable to open", "unopened"),
    ("disk is full", "full"),
    ("no space left", "full"),
    ("disk i/o error", "refused"),
    ("malformed", "damaged"),
    ("not a database", "strange"),
    ("connection refused", "silent"),
    ("password authentication failed", "password"),
    ("does not exist", "missing"),
)
SCARCE_BYTES = 2**20  # less is as good as full: a journal needs some pages


def explain(error: DBAPIError, url: URL) -> StorageError:
    """The complaint of a driver as a StorageError."""
    text = str(error.orig).lower()
    first = (str(error.orig).strip().splitlines() or [type(error.orig).__name__])[0]
    meaning = next((meaning for words, meaning in _WORDS if words in text), "failed")
    if meaning == "refused" and _disk_is_full(url):
        meaning = "full"
    return StorageError(_sentences(url.database or url.host or "?", first)[meaning])


def _disk_is_full(url: URL) -> bool:
    """SQLite calls it an I/O error when a disk is too full to make a journal; also a limit, or a fault."""
    try:
        return shutil.disk_usage(Path(url.database or ".").absolute().parent).free < SCARCE_BYTES
    except OSError:
        return True


def _sentences(name: str, first: str) -> dict[str, str]:
    """What each meaning is in words, with what to do."""
    return {
        "locked": (f"The database {name} is locked by another program. Stop the other one, or wait; nothing was lost."),
        "readonly": f"The database {name} is read-only. Give this user the right to write to the file and its folder.",
        "unopened": f"The database {name} cannot be opened. Check that the folder exists and may be written to.",
        "full": f"The database {name} could not grow: the disk is full. Free some space; what was promised is kept.",
        "refused": (
            f"The database {name} could not be written: a quota, a file size limit or the disk itself refuses. "
            "What was promised is kept."
        ),
        "damaged": f"The database {name} is damaged. Restore the last backup (docs/operating.md).",
        "strange": f"The database {name} is not a database of ours. Check DATABASE_URL.",
        "silent": f"The database {name} does not answer. Check that PostgreSQL runs and DATABASE_URL names it.",
        "password": f"The database {name} refused the password in DATABASE_URL.",
        "missing": f"The database {name} said: {first}",
        "failed": f"The database {name} failed: {first}",
    }
