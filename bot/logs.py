"""How the log looks: key=value on a terminal, JSON elsewhere, and never a secret."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, TextIO

import structlog

# Shapes of secrets, for what arrives inside error messages of libraries.
_SECRET = re.compile(
    r"xox[a-z]-[\w-]+|xoxe\.[\w.-]+|xapp-[\w-]+"  # Slack tokens
    r"|https://hooks\.slack\.com/\S+|https://(?:\w+\.)?discord(?:app)?\.com/api/webhooks/\S+"
    r"|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"  # Discord tokens
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"  # user:password in an address
    r"|(?i:(?<=[?&])(?:token|key|api_key|apikey|secret|access_token|auth)=)[^&\s]+"
)
HIDDEN = "•••"


class Redactor:
    """Replaces secrets in every value of a log line: known ones wherever they stand, others by their shape."""

    def __init__(self, secrets: tuple[str, ...] = ()) -> None:
        known = sorted({secret for secret in secrets if len(secret) >= 6}, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None

    def __call__(self, _logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        for key, value in line.items():
            if isinstance(value, str):
                line[key] = self.clean(value)
        return line

    def clean(self, text: str) -> str:
        """`text` without secrets."""
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        return _SECRET.sub(lambda match: (match[0].split("=")[0] + "=" if "=" in match[0] else "") + HIDDEN, text)


def configure(*, level: str = "info", form: str = "auto", file: str = "", secrets: tuple[str, ...] = ()) -> None:
    """Send our log lines and the libraries' through one place.

    Args:
        form: text, json, or auto (text when the stream is a terminal).
        file: a path to append to; empty for standard error.
        secrets: values that must never appear.
    """
    stream: TextIO = sys.stderr
    if file:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        stream = open(file, "a", encoding="utf-8")  # noqa: SIM115  # open as long as the program runs
    text = form == "text" or (form == "auto" and stream.isatty())
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
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redact, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # What the libraries say at INFO is about themselves; at DEBUG they print tokens and bodies.
    for name in ("discord", "slack_bolt", "slack_sdk", "aiohttp", "apscheduler", "asyncio", "procrastinate", "alembic"):
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
