"""Lines too long for a button and answers too long for a message: kept aside, fetched back when pressed."""

from __future__ import annotations

from dataclasses import replace

from bot.commands import Services
from bot.model import Button, Buttons, Part, Reply, Select
from bot.render import slack as render
from bot.render.plain import units
from bot.render.slack import Payload
from bot.render.slack_text import MOST_BUTTON_VALUE
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
            case Select() if units(part.line) > MOST_PICK:
                parts.append(replace(part, line=await _kept(part.line, services)))
            case _:
                parts.append(part)
    return replace(reply, parts=tuple(parts))


async def _button(button: Button, services: Services) -> Button:
    if button.url or units(button.line) <= MOST_BUTTON_VALUE:
        return button
    return replace(button, line=await _kept(button.line, services))


async def _kept(line: str, services: Services) -> str:
    return MARK + await services.store.run(presses.put, line, services.clock().timestamp())


async def line_of(value: str, services: Services) -> str | None:
    """The line a button or menu stands for; None when it was cleared away long ago."""
    if not value.startswith(MARK):
        return value
    return await services.store.read(presses.get, value.removeprefix(MARK))


async def paged(reply: Reply, services: Services, locale: str, zone: str) -> Payload:
    """The first page of an answer; each page's More button carries the id of the next one."""
    pages = render.pages(await shortened(reply, services), locale, zone)
    following = ""
    for page in reversed(pages[1:]):
        body = dump({"text": page.text, "blocks": page.blocks, "more": following, "private": reply.private})
        following = await services.store.run(presses.put, body, services.clock().timestamp())
    return render.with_more(pages[0], following, locale) if following else pages[0]


async def next_page(press_id: str, services: Services, locale: str) -> tuple[Payload, bool] | None:
    """A stored page and whether only the asker may see it; None when it was cleared away."""
    body = await services.store.read(presses.get, press_id)
    if body is None:
        return None
    found = load(dict, body)
    page = Payload(found["text"], tuple(found["blocks"]))
    shown = render.with_more(page, found["more"], locale) if found["more"] else page
    return shown, bool(found["private"])
