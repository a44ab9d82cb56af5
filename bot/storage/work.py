"""A worker's side of a promise: what it is given to do, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model import Channel, Message, Promise, PromiseState, Receipt

OPEN = ("planned", "later", "leased")
LOST = "lost: "  # how `channels.state_reason` begins when the platform, not a person, paused the channel


@dataclass(frozen=True, slots=True)
class Terms:
    """What taking a promise needs to know of the platform and the worker. Times in seconds."""

    worker: str
    lease_seconds: float
    pace_seconds: float = 0.0
    spacing_seconds: float = 0.0  # between two requests to the whole platform
    repeat_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Work:
    """One promise, taken: nobody else has it until the lease ends."""

    promise: Promise
    channel: Channel
    message: Message | None
    url: str
    story_id: int | None
    age: float
    since_try: float | None  # since the post that may have arrived left; None when there was none
    lost_for: float | None  # since the channel or workspace was found lost; None when it is fine
    at: float  # not before this moment: requests to the platform are spaced


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do now. `until` 0 means: until something new is promised."""

    until: float = 0.0


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a taken promise; `lane` pauses `until` with it, `lost` is whom the platform lost."""

    work: Work
    state: PromiseState
    reason: str = ""
    receipt: Receipt | None = None
    version: int = 1  # of the card the message shows
    until: float = 0.0
    doubtful: bool = False
    plain: int = 0
    lane: str = ""
    lost: str = ""  # channel or workspace
    tried: bool = False  # a post left during this try
    tell: bool = False  # managers have to know
