"""The web part: health, readiness, metrics, and the routes other parts bring."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import structlog
from aiohttp import web

from bot.commands import Services
from bot.errors import BotError, ConfigError
from bot.metrics import Metrics
from bot.storage import pulse

log = structlog.get_logger()

READY_SECONDS = 5.0
# What every page says to browsers: nothing from elsewhere, no script, no framing.
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Web:
    """One HTTP server for all web parts. `start`, then `stop`; `port` is known after the start."""

    def __init__(self, services: Services, metrics: Metrics, *, host: str, port: int) -> None:
        self._services = services
        self._metrics = metrics
        self._host = host
        self.port = port
        self.app = web.Application(middlewares=[_headers], client_max_size=1024 * 1024)
        self.app.add_routes(
            [
                web.get("/healthz", self._live),
                web.get("/readyz", self._ready),
                web.get("/metrics", self._counters),
            ]
        )
        self._runner: web.AppRunner | None = None

    def add(self, routes: Iterable[web.AbstractRouteDef]) -> None:
        """More routes, before the start: the archive, Slack's HTTP door."""
        self.app.add_routes(routes)

    async def start(self) -> None:
        """Listen. Raises ConfigError when the port is taken."""
        self._runner = web.AppRunner(self.app, access_log=None)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self.port).start()
        except OSError as error:
            await self._runner.cleanup()
            self._runner = None
            raise ConfigError(
                f"Port {self.port} on {self._host} cannot be used ({error.strerror}). Choose another with PORT."
            ) from error
        self.port = self._runner.addresses[0][1]
        log.info("web", host=self._host, port=self.port)

    async def stop(self) -> None:
        """Finish the answers under way and stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _live(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def _ready(self, _request: web.Request) -> web.Response:
        """Whether the database answers, which everything needs."""
        try:
            async with asyncio.timeout(READY_SECONDS):
                await self._services.store.read(pulse.alive)
        except (BotError, TimeoutError) as error:
            return web.json_response({"status": "not ready", "reason": str(error) or "slow database"}, status=503)
        return web.json_response({"status": "ready"})

    async def _counters(self, _request: web.Request) -> web.Response:
        """Counters of this process, and the state of the deployment as the database has it, if it answers."""
        metrics = self._metrics
        try:
            async with asyncio.timeout(READY_SECONDS):
                found = await self._services.store.read(pulse.read, self._services.clock().timestamp())
        except (BotError, TimeoutError):
            metrics.database.set(0)
        else:
            metrics.database.set(1)
            _show(metrics, found)
        if self._services.children is not None:
            metrics.killed(self._services.children.killed)
        return web.Response(body=metrics.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})


def _show(metrics: Metrics, found: pulse.Pulse) -> None:
    for state in ("planned", "leased", "later", "held", "dead"):
        metrics.promises.labels(state).set(found.promises.get(state, 0))
    for age, _ in pulse.AGES:
        metrics.waiting.labels(age).set(found.due.get(age, 0))
    for queue in ("poll", "deliver"):
        metrics.queue.labels(queue).set(found.jobs.get(queue, 0))
    for state in ("new", "asked", "active", "denied"):
        metrics.hubs.labels(state).set(found.hubs.get(state, 0))
    metrics.oldest.set(found.oldest_due)
    metrics.sources_known.set(found.sources)
    metrics.sources_due.set(found.sources_due)
    metrics.sources_failing.set(found.sources_failing)


@web.middleware
async def _headers(request: web.Request, handler: web.Handler) -> web.StreamResponse:  # type: ignore[name-defined]  # aiohttp exports no name for it
    try:
        response: web.StreamResponse = await handler(request)
    except web.HTTPException as refused:
        _protect(refused)
        raise
    _protect(response)
    return response


def _protect(response: web.StreamResponse) -> None:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
