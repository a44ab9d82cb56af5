"""Forum channels: a thread per card, with the tags a guild made for its topics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord

from bot.model import Card, Message
from bot.pipeline import jurisdictions, taxonomy

MOST_TAGS = 5


def _names(card: Card) -> list[str]:
    """What a guild may have called a tag for this card, most telling first; lower case."""
    frame = card.reading.frame
    labels = [label for label in (frame.topic, *frame.topics_also, frame.instrument, frame.stage) if label is not None]
    names = [name for label in labels for name in (label.id.replace("_", " "), *map_languages(label.id))]
    for place in frame.jurisdictions:
        names += [place.id, jurisdictions.short(place.id), jurisdictions.name(place.id, "en")]
        names.append(jurisdictions.name(place.id, "de"))
    return [name.casefold() for name in names]


def map_languages(label_id: str) -> tuple[str, str]:
    """A label in both languages of the interface."""
    return taxonomy.label(label_id, "en"), taxonomy.label(label_id, "de")


def tags_for(forum: discord.ForumChannel, message: Message) -> list[discord.ForumTag]:
    """Up to five of the forum's tags that fit; where a tag is required and none fits, one that says so or the first."""
    by_name = {tag.name.casefold(): tag for tag in forum.available_tags}
    found: dict[int, discord.ForumTag] = {}
    if isinstance(message, Card):
        for name in _names(message):
            if name in by_name:
                found.setdefault(by_name[name].id, by_name[name])
    chosen = list(found.values())[:MOST_TAGS]
    if not chosen and forum.flags.require_tag and forum.available_tags:
        chosen = [by_name.get("other") or by_name.get("andere") or forum.available_tags[0]]
    return chosen


async def post_thread(
    forum: discord.ForumChannel,
    name: str,
    tags: Sequence[discord.ForumTag],
    arguments: dict[str, Any],
) -> tuple[int, int]:
    """Open a thread with its first message; (thread id, message id), which on Discord are the same.

    Discord takes no nonce here, and discord.py repeats a post after a 5xx by itself: `find` is what tells.
    """
    made = await forum.create_thread(name=name, applied_tags=tags, **arguments)
    return made.thread.id, made.message.id
