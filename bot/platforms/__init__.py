"""PLATFORMS, loaded by name on demand, so that no chat SDK loads unasked."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

from bot.deliver import Sender

PLATFORMS = {
    "console": "bot.platforms.console:Console",
    "slack": "bot.platforms.slack:Slack",
    "discord": "bot.platforms.discord:Discord",
}


class Platform(Protocol):
    """A door for people and a sender for promises."""

    sender: Sender

    async def start(self) -> None:
        """Connect and begin to answer. Raises ConfigError when a token is refused, with what to do."""
        ...

    async def examine(self) -> str:
        """For `doctor`, without `start`: one sentence about tokens, scopes and rights, and let go of everything.

        Raises ConfigError or a DeliveryError with what is wrong and what to do.
        """
        ...

    async def stop(self) -> None:
        """Finish the answers under way and disconnect."""
        ...


def load(name: str) -> Any:
    """The class of a platform, importing its SDK now."""
    module, _, attribute = PLATFORMS[name].partition(":")
    return getattr(import_module(module), attribute)
