"""Where work waits: in this process, or on PostgreSQL through procrastinate. Jobs only wake; tables are the truth."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

__all__ = ["Handlers", "Queue"]


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is done with work. A handler that raises is logged and, on PostgreSQL, tried again a few times."""

    poll: Callable[[int], Awaitable[object]]  # a source's id
    deliver: Callable[[str], Awaitable[object]]  # a channel's id


class Queue(Protocol):
    """A place where work waits.

    The same source or channel waits once however often it is asked for, and is never worked on twice at a time.
    Losing a job loses nothing: sources know when they are due and promises what is owed, and whoever has the clock
    sweeps over both.
    """

    def poll(self, db: Connection, source_ids: Collection[int]) -> None:
        """Have these sources read, once this transaction is committed."""
        ...

    def deliver(self, db: Connection, channel_ids: Collection[str]) -> None:
        """Have these channels served, once this transaction is committed. Call it last in the transaction."""
        ...

    async def run(self, handlers: Handlers) -> None:
        """Work until cancelled or stopped. Raises StorageError when the database cannot be reached at the start."""
        ...

    async def stop(self) -> None:
        """Take no more work, and return when what is under way is finished or was given up."""
        ...

    async def mend(self) -> int:
        """Have the work of workers that died done by others; how many jobs. For whoever has the clock."""
        ...
