"""Keep promises: hand each message to its platform, record the receipt, wait, hold or give up by rule."""

from __future__ import annotations

from typing import Protocol

from bot.model import Channel, Message, Promise, Receipt


class Sender(Protocol):
    """What delivery needs of a platform. Every failure is a DeliveryError of the right kind.

    `send` must make a repeat harmless where the platform can (Discord: `promise.id` is the enforced nonce) and put
    `promise.id` where `find` can see it elsewhere (Slack: message metadata).
    """

    platform: str

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
