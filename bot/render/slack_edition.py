"""Editions as Slack messages: the first in the channel, the rest as its thread, never cut inside a story."""

from __future__ import annotations

from bot.model import Edition
from bot.render.slack import Payload, fallback, numbered, packed
from bot.render.slack_edition_blocks import edition_groups
from bot.render.slack_text import MOST_BLOCKS
from bot.speech import speech


def edition_parts(edition: Edition, locale: str = "en") -> tuple[Payload, ...]:
    """A digest as messages within Slack's limits: part 0 goes to the channel, the others into its thread."""
    line = fallback(edition, locale)
    return tuple(
        Payload(line, numbered(blocks, f"{edition.id[-150:]}.{index}"))
        for index, blocks in enumerate(packed(edition_groups(edition, speech(locale)), MOST_BLOCKS))
    )
