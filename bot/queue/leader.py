"""Who has the clock: one process of all that could, by an advisory lock that dies with its connection."""

from __future__ import annotations

import asyncio

import psycopg
import structlog

log = structlog.get_logger()

CLOCK_KEY = 0x61_69_70_6F_6C_69_63_79  # "aipolicy"
CHECK_SECONDS = 5.0
# A leader whose machine vanished is found dead by PostgreSQL after about 14 s, so another leads within 30.
_KEEPALIVES = (
    "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3 -c tcp_user_timeout=14000"
)


class Leader:
    """`leads` tells whether this process has the clock; `run` keeps trying to have it.

    Two may believe so for at most `check_seconds` after a connection broke. That does no harm: what is due is
    leased row by row, and the same job never waits twice.
    """

    def __init__(self, dsn: str, *, name: str, key: int = CLOCK_KEY, check_seconds: float = CHECK_SECONDS) -> None:
        self._dsn, self._name, self._key, self._check = dsn, name, key, check_seconds
        self._connection: psycopg.AsyncConnection[tuple[object, ...]] | None = None
        self.leads = False

    async def run(self) -> None:
        """Try to lead, and look whether we still do, until cancelled."""
        try:
            while True:
                await self._look()
                await asyncio.sleep(self._check)
        finally:
            await self._close()

    async def _look(self) -> None:
        try:
            if self._connection is None:
                self._connection = await psycopg.AsyncConnection.connect(
                    self._dsn, autocommit=True, connect_timeout=5, options=_KEEPALIVES
                )
            async with asyncio.timeout(self._check):
                if self.leads:
                    await self._connection.execute("SELECT 1")
                    return
                cursor = await self._connection.execute("SELECT pg_try_advisory_lock(%s)", (self._key,))
                row = await cursor.fetchone()
            if row is not None and row[0]:
                self.leads = True
                log.info("has the clock", process=self._name)
        except (psycopg.Error, TimeoutError, OSError) as error:
            if self.leads:
                log.warning("lost the clock", process=self._name, reason=type(error).__name__)
            await self._close()

    async def _close(self) -> None:
        self.leads = False
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
