"""Cards, answers and digests as Discord's payloads, from the full layout to plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.model import Attachment, Card, Edition, Message, Reply
from bot.render import plain
from bot.render.discord_card import card_embed_message, card_message
from bot.render.discord_edition import edition_messages
from bot.render.discord_ids import Ids
from bot.render.discord_parts import CONTAINER, NO_PINGS, ROW, TEXT, Part
from bot.render.discord_reply import Page, reply_pages
from bot.render.discord_text import (
    FULL_DISPLAYED,
    MOST_CONTENT,
    MOST_EMBED_DESCRIPTION,
    MOST_EMBEDS,
    MOST_ROWS,
    escape,
)
from bot.render.plain import shorten, units

Shape = Literal["v2", "embed", "text"]
SHAPES: tuple[Shape, ...] = ("v2", "embed", "text")  # each plainer than the one before

__all__ = ["SHAPES", "Page", "Payload", "Shape", "edition_parts", "payload", "reply_pages", "without_rows"]


@dataclass(frozen=True, slots=True)
class Payload:
    """A body for POST or PATCH of a message, and the lines that must be stored for its buttons to work."""

    body: Part
    stored: dict[str, str] = field(default_factory=dict)


def payload(
    message: Message, shape: Shape, locale: str, key: Callable[[str], str], *, part: int = 0, zone: str = "UTC"
) -> Payload:
    """What one promise delivers, in one shape.

    Args:
        key: id of a command line that is too long for a button (storage.presses.key).
        part: which message of a digest.
    """
    ids = Ids(key)
    if shape == "text":
        return Payload(_text(message, locale, zone, part, ids))
    if isinstance(message, Card):
        make = card_message if shape == "v2" else card_embed_message
        return Payload(make(message, locale, ids), ids.stored)
    if isinstance(message, Edition):
        parts = edition_messages(message, locale, ids)
        body = parts[min(part, len(parts) - 1)]
        return Payload(body if shape == "v2" else _embedded(body, message, locale), ids.stored)
    worded = replace(message, parts=tuple(part for part in message.parts if not isinstance(part, Attachment)))
    pages = reply_pages(worded, locale, key)  # a promise carries no files
    page = pages[min(part, len(pages) - 1)]
    return Payload(page.body if shape == "v2" else _embedded(page.body, message, locale), page.stored)


def edition_parts(edition: Edition, locale: str) -> int:
    """How many messages a digest takes."""
    return len(edition_messages(edition, locale, Ids(str)))


def _text(message: Message, locale: str, zone: str, part: int, ids: Ids) -> Part:
    match message:
        case Card():
            words = plain.card(message, locale, zone)
        case Edition():
            shown = edition_messages(message, locale, ids)
            body = shown[min(part, len(shown) - 1)]
            words = "\n".join(piece["content"] for piece in _texts(body))
            return {"content": shorten(words, MOST_CONTENT), "allowed_mentions": NO_PINGS}
        case Reply():
            words = plain.reply(message, locale, zone)
    content = ""
    for line in words.split("\n"):
        longer = f"{content}\n{escape(line)}" if content else escape(line)
        if units(longer) > MOST_CONTENT:
            break
        content = longer
    return {"content": content or escape(plain.fallback(message, locale)), "allowed_mentions": NO_PINGS}


def _texts(body: Part) -> list[Part]:
    found: list[Part] = []
    for part in body["components"]:
        if part["type"] == TEXT:
            found.append(part)
        elif part["type"] == CONTAINER:
            found += [inner for inner in part["components"] if inner["type"] == TEXT]
    return found


def as_embeds(body: Part) -> Part:
    """A layout as embeds: each box one embed with its colour, text between them embeds without, rows below."""
    embeds: list[Part] = []
    below: list[Part] = []
    room = FULL_DISPLAYED
    for part in body["components"]:
        inner = part["components"] if part["type"] == CONTAINER else [part]
        below += [piece for piece in inner if piece["type"] == ROW]
        words = "\n".join(piece["content"] for piece in inner if piece["type"] == TEXT)[:MOST_EMBED_DESCRIPTION]
        if not words or room < units(words):
            continue
        room -= units(words)
        colour = part.get("accent_color")
        last = embeds[-1] if embeds else None
        together = f"{last['description']}\n{words}" if last else ""
        if last is not None and last.get("color") == colour and units(together) <= MOST_EMBED_DESCRIPTION:
            last["description"] = together
        elif len(embeds) < MOST_EMBEDS:
            embeds.append({"description": words} if colour is None else {"description": words, "color": colour})
    return {"embeds": embeds, "components": below[:MOST_ROWS], "allowed_mentions": NO_PINGS}


def _embedded(body: Part, message: Message, locale: str) -> Part:
    """`as_embeds`, with a line of text where there is nothing but buttons: Discord refuses a message without words."""
    made = as_embeds(body)
    return made if made["embeds"] else {**made, "content": escape(plain.fallback(message, locale))}


def without_rows(body: Part) -> Part:
    """The body without anything to press: the first thing to leave out when Discord refuses it."""
    if "components" not in body:
        return body
    kept = [
        {**part, "components": [inner for inner in part["components"] if inner["type"] != ROW]}
        if part["type"] == CONTAINER
        else part
        for part in body["components"]
        if part["type"] != ROW
    ]
    return {**body, "components": kept}
