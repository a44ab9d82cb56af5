"""WebSub over HTTP: asks hubs for pushes, answers their checks, and has a source looked at when a push is signed."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import structlog
from aiohttp import web
from sqlalchemy import Connection

from bot.errors import BotError, SourceError
from bot.model import Source
from bot.sources import websub
from bot.sources.fetch import SourceState
from bot.sources.http import Door
from bot.storage import hubs
from bot.storage.hubs import Stored
from bot.storage.seal import Sealer
from bot.storage.store import Store

log = structlog.get_logger()

PATH = "/websub"
MOST_AT_ONCE = 50  # subscriptions asked for in one round
LOOK_PAUSE = 10.0  # seconds between two looks at one source, however often its hub says there is news

# Tells the poller, in its transaction, which hub a feed offers.
Notice = Callable[[Connection, Source, SourceState], None]


@dataclass(frozen=True, slots=True)
class WebSub:
    """Subscribes to hubs and listens to them; put together in parts.py.

    Attributes:
        public_url: address hubs reach us at.
        look: has this source polled now; called after a push that carried our signature.
    """

    store: Store
    door: Door
    sealer: Sealer
    public_url: str
    clock: Callable[[], datetime]
    look: Callable[[int], Awaitable[None]]
    _looks: dict[int, float] = field(default_factory=dict)  # source -> when it was or will be looked at, on the loop
    _later: set[asyncio.Task[None]] = field(default_factory=set)

    # ------------------------------------------------------------------ subscribing

    def notice(self, db: Connection, source: Source, state: SourceState) -> None:
        """Remember the hub a feed offers. A step, run in the transaction that stores what the feed brought."""
        hub, topic = websub.offered(source, state)
        if not hub:
            hubs.withdraw(db, source.id)
        elif hubs.offer(db, self.sealer, source.id, hub, topic):
            log.info("websub", source=source.id, outcome="offered")

    async def ask_due(self) -> int:
        """Ask the hubs whose turn it is: new ones, and leases that near their end; how many were asked.

        A hub that refuses is asked again later, by `websub.due`; polling goes on meanwhile.
        """
        now = self.clock()
        due = [
            one.source_id
            for one in await self.store.read(hubs.standings)
            if websub.due(_judged(one.source_id, one.state, one.asked_at, one.lease_until), now)
        ]
        for source_id in due[:MOST_AT_ONCE]:
            await self._ask(source_id, now)
        return len(due[:MOST_AT_ONCE])

    async def _ask(self, source_id: int, now: datetime) -> None:
        stored = await self.store.read(hubs.get, self.sealer, source_id)
        if stored is None:
            return
        # Written first: the hub may call back before it answers. A running lease stays what it is until renewed.
        state = "active" if stored.state == "active" else "asked"
        await self.store.run(hubs.save, replace(stored, state=state, asked_at=now.timestamp()))
        try:
            await websub.ask(self.door, self._subscription(stored))
        except SourceError as error:
            log.warning("websub", source=source_id, outcome="hub failed", reason=error.reason)
        else:
            log.info("websub", source=source_id, outcome="asked")

    def _subscription(self, stored: Stored) -> websub.Subscription:
        judged = _judged(stored.source_id, stored.state, stored.asked_at, stored.lease_until)
        callback = f"{self.public_url.rstrip('/')}{PATH}/{stored.source_id}/{stored.path}"
        return replace(judged, hub=stored.hub, topic=stored.topic, callback=callback, secret=stored.secret)

    # ------------------------------------------------------------------ listening

    def routes(self) -> list[web.RouteDef]:
        """Where hubs reach us."""
        where = f"{PATH}/{{source:[0-9]{{1,18}}}}/{{path:[A-Za-z0-9_-]{{1,80}}}}"
        return [web.get(where, self._checked), web.post(where, self._pushed)]

    async def _found(self, request: web.Request) -> Stored | None:
        try:
            stored = await self.store.read(hubs.get, self.sealer, int(request.match_info["source"]))
        except BotError as error:
            log.error("websub", source=request.match_info["source"], outcome="failed", reason=str(error))
            raise web.HTTPServiceUnavailable(text="try again later") from error
        given = request.match_info["path"].encode()
        return stored if stored is not None and hmac.compare_digest(given, stored.path.encode()) else None

    async def _checked(self, request: web.Request) -> web.Response:
        """A hub asks whether we meant it."""
        stored = await self._found(request)
        subscription = self._subscription(stored) if stored else None
        verdict = websub.verify(subscription, dict(request.query), self.clock())
        if stored is not None and verdict.after is not None:
            after = verdict.after
            changed = replace(
                stored, state=after.state, asked_at=_seconds(after.asked_at), lease_until=_seconds(after.expires)
            )
            try:
                await self.store.run(hubs.save, changed)
            except BotError as error:
                raise web.HTTPServiceUnavailable(text="try again later") from error
            log.info("websub", source=stored.source_id, outcome=after.state, reason=verdict.reason)
        return web.Response(status=verdict.status, text=verdict.body)

    async def _pushed(self, request: web.Request) -> web.Response:
        """A hub brings news: what is signed with our secret is a reason to look at the source at once.

        The body itself is not believed: the source's own address is read, so a hub can make nothing up.
        """
        stored = await self._found(request)
        if stored is None:
            return web.Response(status=404)
        try:
            body = await request.clone(client_max_size=websub.MOST_PUSHED).read()
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        headers = {name.lower(): value for name, value in request.headers.items()}
        verdict = websub.received(self._subscription(stored), body, headers, self.clock())
        if verdict.reason:
            log.warning("websub", source=stored.source_id, outcome="refused", reason=verdict.reason)
        elif verdict.status == 202:
            log.info("websub", source=stored.source_id, outcome="pushed")
            await self._look_soon(stored.source_id)
        return web.Response(status=verdict.status)

    async def _look_soon(self, source_id: int) -> None:
        """Look now, or when the pause after the last look is over; what comes meanwhile is seen by that look."""
        loop = asyncio.get_running_loop()
        now, last = loop.time(), self._looks.get(source_id, -LOOK_PAUSE)
        if last > now:
            return
        self._looks[source_id] = at = max(now, last + LOOK_PAUSE)
        if at <= now:
            await self.look(source_id)
        else:
            loop.call_at(at, self._begin, source_id)

    def _begin(self, source_id: int) -> None:
        task = asyncio.ensure_future(self._look_after_pause(source_id))
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _look_after_pause(self, source_id: int) -> None:
        try:
            await self.look(source_id)
        except BotError as error:  # the next poll is the safety net
            log.error("websub", source=source_id, outcome="failed", reason=str(error))


def _judged(source_id: int, state: str, asked_at: float | None, lease_until: float | None) -> websub.Subscription:
    """A stored subscription as the rules see it, without addresses and secret."""
    return websub.Subscription(
        source_id,
        "",
        "",
        "",
        "",
        "active" if state == "active" else "denied" if state == "denied" else "asked",
        _time(lease_until),
        None if state == "new" else _time(asked_at),
    )


def _time(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()
