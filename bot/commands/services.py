"""What a command may use: the parts of the running bot, put together in app.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.speech import Speech, speech
from bot.storage.store import Store


def utc_now() -> datetime:
    """The only reading of the clock below app.py: doors ask it through `Services.clock`, tests put their own there."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Services:
    """The running bot, as commands and doors see it."""

    store: Store
    speech: Callable[[str], Speech] = speech
    clock: Callable[[], datetime] = utc_now
    wake: Callable[[], None] = lambda: None  # something became due: look now rather than at the next tick
    timed: Callable[[str, str, float], None] = lambda command, door, seconds: None  # for metrics
    public_url: str = ""  # address of the archive, empty when it is off
    limits: Mapping[str, int] = field(default_factory=dict)  # bounds an admin set: sources per workspace, ...
    door: Any = None  # sources.http.Door; None where nothing may be fetched
    children: Any = None  # sources.children.Children
