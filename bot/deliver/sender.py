"""What delivery needs of a platform: a Sender and its Limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from bot.model import Channel, Message, Promise, Receipt


@dataclass(frozen=True, slots=True)
class Limits:
    """Facts about a platform that all workers share. Times in seconds; 0 means there is no such limit."""

    pace_seconds: float = 0.0  # between two messages to one channel
    per_second: float = 0.0  # requests a second for the whole platform
    # For so long after a try, sending again gives the first message back (Discord's enforced nonce).
    repeat_seconds: float = 0.0
    # Whom "wait, everywhere" is about: Slack limits an app in one workspace, Discord a bot as a whole.
    everywhere: Literal["workspace", "platform"] = "platform"


class Sender(Protocol):
    """What delivery needs of a platform. Every failure is a DeliveryError of the right kind.

    `send` must make a repeat harmless where the platform can (Discord: `promise.id` is the enforced nonce) and put
    `promise.id` where `find` can see it elsewhere (Slack: message metadata). With `promise.plain` it sends plain
    text only, because the platform refused the full message. A call ends within `deliver.TRY_SECONDS` or is cut off.
    """

    platform: str
    limits: Limits

    async def send(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        """Post; for kind `note` into the thread of `promise.thread_id`."""
        ...

    async def edit(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        """Replace the content of `promise.message_id`. Raises MessageLost when it is not there."""
        ...

    async def delete(self, channel: Channel, promise: Promise) -> None:
        """Take `promise.message_id` away; its absence is success."""
        ...

    async def find(self, channel: Channel, promise: Promise) -> Receipt | None:
        """Look whether a doubtful try arrived. Raises TryLater when the platform will not say now."""
        ...
