"""How the log looks: key=value on a terminal, JSON elsewhere, and never a secret."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import structlog

from bot.pipeline import redact

SHORTEST = 6  # characters of a known secret that is looked for: a shorter one would hide ordinary words
# What these say at INFO is about themselves; at DEBUG they print tokens, codes and bodies.
_LOUD = ("discord", "slack", "slack_bolt", "slack_sdk", "aiohttp", "apscheduler", "asyncio", "procrastinate", "alembic",
         "psycopg", "sqlalchemy", "urllib3", "trafilatura", "htmldate")  # fmt: skip


class Redactor:
    """Replaces secrets in every value of a log line: known ones wherever they stand, others by their shape."""

    def __init__(self, secrets: tuple[str, ...] = ()) -> None:
        spellings = {form for secret in secrets if len(secret) >= SHORTEST for form in _spellings(secret)}
        known = sorted(spellings, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None

    def __call__(self, _logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        for key, value in line.items():
            if not key.startswith("_"):  # structlog's own: the record and what belongs to it, taken out before printing
                line[key] = self._value(value)
        return line

    def _value(self, value: Any) -> Any:
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, Mapping):
            return {self.clean(str(key)): self._value(one) for key, one in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._value(one) for one in value]
        return self.clean(value if isinstance(value, str) else str(value))

    def clean(self, text: str) -> str:
        """`text` without secrets."""
        if self._known is not None:
            text = self._known.sub(redact.HIDDEN, text)
        return redact.text(text)


def _spellings(secret: str) -> set[str]:
    """A secret as it may stand in a text: as it is, in an address, in JSON."""
    return {secret, quote(secret, safe=""), quote(secret), quote_plus(secret), json.dumps(secret)[1:-1]}


def _own(path: str, flags: int) -> int:
    """Opens a file that, when it is new, only its owner may read: lines name channels and people."""
    return os.open(path, flags, 0o600)


class LogFile(logging.Handler):
    """Appends lines to a file; a disk that refuses one costs log lines, never the program or its screen.

    The first refusal is said once on standard error; the first line that is taken again says how many are missing.
    Nothing is buffered: what the disk refused is not tried again behind the next line, nor at the end.

    Raises:
        OSError: on making it, when the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file = open(path, "ab", buffering=0, opener=_own)  # noqa: SIM115  # closed with the handler
        self._missing = 0
        self._cut = False  # the last write was taken in part: the next line begins with a line end

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line, and before it what was missed."""
        try:
            line = self.format(record)
        except Exception:  # logging's own rule: a line that cannot be made is said, not raised
            self.handleError(record)
            return
        try:
            if self._missing:
                self._write(self._gap(record))
                self._missing = 0
            self._write(line)
        except OSError as error:
            self._refused(error)

    def close(self) -> None:
        """Close the file; a disk that refuses even that is left alone."""
        with contextlib.suppress(OSError):
            self._file.close()
        super().close()

    def _write(self, line: str) -> None:
        rest = ("\n" * self._cut + line + "\n").encode("utf-8", "backslashreplace")
        while rest:
            taken = self._file.write(rest) or 0
            self._cut = 0 < taken < len(rest) or (self._cut and not taken)
            rest = rest[taken:]

    def _gap(self, record: logging.LogRecord) -> str:
        words = f"{self._missing} log lines could not be written here before this one"
        said = logging.LogRecord(record.name, logging.WARNING, record.pathname, record.lineno, words, None, None)
        return self.format(said)

    def _refused(self, error: OSError) -> None:
        self._missing += 1
        if self._missing == 1:
            why = error.strerror or type(error).__name__
            words = f"The log file {self._path} cannot be written ({why}). The bot goes on; make room there."
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write(words + "\n")
                sys.stderr.flush()


def configure(*, level: str = "info", form: str = "auto", file: str = "", secrets: tuple[str, ...] = ()) -> None:
    """Send our log lines and the libraries' through one place.

    Args:
        form: text, json, or auto (text when the stream is a terminal).
        file: a path to append to; empty for standard error.
        secrets: values that must never appear.
    """
    handler: logging.Handler = LogFile(Path(file)) if file else logging.StreamHandler(sys.stderr)
    text = form == "text" or (form == "auto" and not file and sys.stderr.isatty())
    redact = Redactor(secrets)
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        redact,
    ]
    renderer: Any = (
        structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"])
        if text
        else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redact, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _LOUD:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
