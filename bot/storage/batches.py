"""Many values in batches: a statement takes only so many at a time, and SQLite fewer than PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

BATCH = 500


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in their order, up to 500 at a time."""
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]
