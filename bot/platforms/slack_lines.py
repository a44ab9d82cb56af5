"""Lines too long for a button and answers too long for a message: kept aside, fetched back when pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.commands import Services
from bot.model import Button, Buttons, Part, Reply, Select
from bot.render import slack as render
from bot.render.plain import units
from bot.render.slack import Payload
from bot.render.slack_text import MOST_BUTTON_VALUE, MOST_OPTION_VALUE
from bot.storage import presses
from bot.storage.codec import dump, load

# A value that begins so is the id of a stored line; no command does.
MARK = "~"
MOST_PICK = 200  # a menu's line stands in its action id, which has 255 characters


async def shortened(reply: Reply, services: Services) -> Reply:
    """The reply with lines that do not fit replaced by ids of stored ones."""
    parts: list[Part] = []
    for part in reply.parts:
        match part:
            case Buttons():
                parts.append(Buttons(tuple([await _button(button, services) for button in part.buttons])))
            case Select():
                parts.append(await _menu(part, services))
            case _:
                parts.append(part)
    return replace(reply, parts=tuple(parts))


async def _button(button: Button, services: Services) -> Button:
    if button.url or units(button.line) <= MOST_BUTTON_VALUE:
        return button
    return replace(button, line=await _kept(button.line, services))


async def _menu(part: Select, services: Services) -> Select:
    line = await _kept(part.line, services) if units(part.line) > MOST_PICK else part.line
    options = [
        (label, await _kept(value, services) if units(value) > MOST_OPTION_VALUE else value)
        for label, value in part.options
    ]
    return replace(part, line=line, options=tuple(options))


async def _kept(line: str, services: Services) -> str:
    return MARK + await services.store.run(presses.put, line, services.clock().timestamp())


async def line_of(value: str, services: Services) -> str | None:
    """The line a button or menu stands for; None when it was cleared away long ago."""
    if not value.startswith(MARK):
        return value
    return await services.store.read(presses.get, value.removeprefix(MARK))


async def paged(reply: Reply, services: Services, locale: str, zone: str) -> Payload:
    """The first page of an answer in a message."""
    pages = render.pages(await shortened(reply, services), locale, zone)
    return await first_of(pages, services, locale, private=reply.private)


async def first_of(pages: Sequence[Payload], services: Services, locale: str, *, private: bool) -> Payload:
    """The first page; where there are several, its buttons carry the id of all of them and a number."""
    if len(pages) == 1:
        return pages[0]
    kept = [{"text": page.text, "blocks": page.blocks} for page in pages]
    body = dump({"pages": kept, "private": private})
    press_id = await services.store.run(presses.put, body, services.clock().timestamp())
    return render.with_turns(pages[0], press_id, 0, len(pages), locale)


async def page_of(value: str, services: Services, locale: str) -> tuple[Payload, bool] | None:
    """The page a button stands for and whether only the asker may see it; None when it was cleared away."""
    press_id, _, number = value.partition(" ")
    body = await services.store.read(presses.get, press_id)
    if body is None or not number.isdecimal():
        return None
    found = load(dict, body)
    pages, at = found["pages"], int(number)
    if at >= len(pages):
        return None
    page = Payload(pages[at]["text"], tuple(pages[at]["blocks"]))
    return render.with_turns(page, press_id, at, len(pages), locale), bool(found["private"])
