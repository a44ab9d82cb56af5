"""Who has the clock: one process of all that could, by an advisory lock that dies with its connection."""

from __future__ import annotations

import asyncio
import time

import psycopg
import structlog

log = structlog.get_logger()

CLOCK_KEY = 0x61_69_70_6F_6C_69_63_79  # "aipolicy"
CHECK_SECONDS = 5.0
# A leader whose machine vanished is found dead by PostgreSQL after about 14 s, so another leads within 30.
_KEEPALIVES = (
    "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3 -c tcp_user_timeout=14000"
)


# A leader that answers no more but whose connection lives (a stopped or stuck process) is put off: PostgreSQL knows
# when each connection last did anything, and the leader does something at every look.
STALE_LOOKS = 3
_PUT_OFF = """
    SELECT pg_terminate_backend(held.pid)
    FROM pg_locks held JOIN pg_stat_activity seen USING (pid)
    WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 1
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND ((held.classid::bigint << 32) | held.objid::bigint) = %s
    AND seen.state_change < clock_timestamp() - make_interval(secs => %s)
"""


class Leader:
    """`leads` tells whether this process has the clock; `run` keeps trying to have it.

    Two may believe so for at most `check_seconds` after a connection broke. That does no harm: what is due is
    leased row by row, and the same job never waits twice.
    """

    def __init__(self, dsn: str, *, name: str, key: int = CLOCK_KEY, check_seconds: float = CHECK_SECONDS) -> None:
        self._dsn, self._name, self._key, self._check = dsn, name, key, check_seconds
        self._connection: psycopg.AsyncConnection[tuple[object, ...]] | None = None
        self._holds = False
        self._seen = 0.0  # monotonic time of the last look that found us leading

    @property
    def leads(self) -> bool:
        """Whether we have the clock; not after a sleep in which another may have taken it."""
        return self._holds and time.monotonic() - self._seen < STALE_LOOKS * self._check

    async def run(self) -> None:
        """Try to lead, and look whether we still do, until cancelled."""
        try:
            while True:
                put_off = await self._look()
                await asyncio.sleep(self._check / 10 if put_off else self._check)
        finally:
            await self._close()

    async def _look(self) -> bool:
        """One look; True when a leader that was stuck has just been put off."""
        began = time.monotonic()
        try:
            if self._connection is None:
                self._connection = await psycopg.AsyncConnection.connect(
                    self._dsn, autocommit=True, connect_timeout=5, options=_KEEPALIVES
                )
            async with asyncio.timeout(self._check):
                if self._holds:
                    await self._connection.execute("SELECT 1")
                    self._seen = began
                    return False
                cursor = await self._connection.execute("SELECT pg_try_advisory_lock(%s)", (self._key,))
                row = await cursor.fetchone()
                if row is None or not row[0]:
                    cursor = await self._connection.execute(_PUT_OFF, (self._key, STALE_LOOKS * self._check))
                    stuck = await cursor.fetchall()
                    if stuck:
                        log.warning("the process that has the clock does not stir; taking over", process=self._name)
                    return bool(stuck)
            self._holds, self._seen = True, began
            log.info("has the clock", process=self._name)
        except (psycopg.Error, TimeoutError, OSError) as error:
            if self._holds:
                log.warning("lost the clock", process=self._name, reason=type(error).__name__)
            await self._close()
        return False

    async def _close(self) -> None:
        self._holds = False
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
