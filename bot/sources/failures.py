"""What went wrong with a request, as an error with its reason; nothing secret is named."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime

import aiohttp

from bot.errors import SourceError, SourceGone
from bot.pipeline import urls
from bot.sources import schedule
from bot.sources.health import trouble


def failure(reason: str, url: str) -> SourceError:
    """The error for a reason. It names the host only: paths and queries of feeds may hold tokens."""
    found = trouble(reason)
    return SourceError(f"{urls.host(url) or 'The address'} {found.what}.", reason=reason, remedy=found.remedy)


def refusal(status: int, url: str, headers: Mapping[str, str]) -> SourceError:
    """The error for an answer that is neither 2xx nor 304; 410 has a class of its own."""
    error = failure(f"http-{status}" if 400 <= status < 600 else "bad-http", url)
    if status == 410:
        error = SourceGone(str(error), reason=error.reason, remedy=error.remedy)
    error.retry_after = schedule.retry_after(headers, datetime.now(UTC))
    return error


def reason_of(error: Exception) -> str:
    """The word for what went wrong, from aiohttp's exceptions (client_exceptions.py of 3.14)."""
    text = str(error)
    if "is not public (" in text:
        return "private-address"
    if "(odd port)" in text:
        return "bad-address"
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return "certificate"
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "dns"
    if isinstance(error, aiohttp.ClientConnectorSSLError | ssl.SSLError):
        return "tls"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "unreachable"
    if isinstance(error, aiohttp.InvalidURL):
        return "bad-address"
    if isinstance(error, aiohttp.ClientResponseError):
        return "bad-http"
    if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ServerConnectionError | OSError):
        return "broken-off"
    return "bad-http"
