"""Components V2 as plain dicts, and what they count against Discord's limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.model import Button
from bot.render.discord_ids import Ids
from bot.render.discord_text import (
    MOST_BUTTONS,
    MOST_LABEL,
    MOST_OPTION,
    MOST_OPTIONS,
    MOST_PLACEHOLDER,
    MOST_URL,
    address,
    plain,
)
from bot.render.plain import units

Part = dict[str, Any]

V2_FLAG = 1 << 15
ROW, BUTTON, MENU, TEXT, FILE, SEPARATOR, CONTAINER = 1, 2, 3, 10, 13, 14, 17
_STYLES = {"primary": 1, "plain": 2, "danger": 4}
_LINK_STYLE = 5
NO_PINGS: Part = {"parse": []}


def text(content: str) -> Part:
    """A text display."""
    return {"type": TEXT, "content": content}


def separator() -> Part:
    """A thin line."""
    return {"type": SEPARATOR, "divider": True, "spacing": 1}


def container(parts: Sequence[Part], colour: int | None = None) -> Part:
    """A box with a coloured edge."""
    box: Part = {"type": CONTAINER, "components": list(parts)}
    if colour is not None:
        box["accent_color"] = colour
    return box


def file_name(name: str) -> str:
    """A name Discord keeps as it is: others it changes, and the layout would not find its file."""
    return re.sub(r"[^A-Za-z0-9._-]+", "_", name).strip("._")[-100:] or "file"


def file(name: str) -> Part:
    """An uploaded file, shown: what a layout does not mention is not seen."""
    return {"type": FILE, "file": {"url": f"attachment://{file_name(name)}"}}


def button(pressed: Button, ids: Ids) -> Part | None:
    """A button; None when it would open an address Discord or we refuse."""
    label = plain(pressed.label, MOST_LABEL)
    if pressed.url:
        url = address(pressed.url, MOST_URL)
        return {"type": BUTTON, "style": _LINK_STYLE, "label": label, "url": url} if url else None
    if not pressed.line:
        return None
    return {"type": BUTTON, "style": _STYLES[pressed.style], "label": label, "custom_id": ids.of("run", pressed.line)}


def rows(buttons: Iterable[Button], ids: Ids) -> list[Part]:
    """Buttons in rows of five."""
    made = [part for part in (button(one, ids) for one in buttons) if part is not None]
    return [{"type": ROW, "components": made[at : at + MOST_BUTTONS]} for at in range(0, len(made), MOST_BUTTONS)]


def menu(placeholder: str, line: str, options: Sequence[tuple[str, str]], ids: Ids) -> Part | None:
    """A row with a menu; the chosen value replaces `{}` in `line`. None without options, which Discord refuses."""
    entries: list[Part] = []
    taken: set[str] = set()
    for label, given in options:
        value = ids.value(given)
        if value in taken or len(entries) == MOST_OPTIONS:
            continue
        taken.add(value)
        entries.append({"label": plain(label, MOST_OPTION), "value": value})
    if not entries:
        return None
    chooser: Part = {
        "type": MENU,
        "custom_id": ids.of("choose", line),
        "options": entries,
        "placeholder": plain(placeholder, MOST_PLACEHOLDER),
    }
    return {"type": ROW, "components": [chooser]}


def walk(parts: Iterable[Part]) -> Iterator[Part]:
    """Every component, nested ones too."""
    for part in parts:
        yield part
        yield from walk(part.get("components", ()))
        if "accessory" in part:
            yield from walk((part["accessory"],))


def count(parts: Iterable[Part]) -> int:
    """Components as Discord counts them: nested ones too."""
    return sum(1 for _ in walk(parts))


def displayed(parts: Iterable[Part]) -> int:
    """UTF-16 units over all text displays; never less than the code points."""
    return sum(units(part["content"]) for part in walk(parts) if part["type"] == TEXT)


def message(parts: Sequence[Part]) -> Part:
    """The body of a Components V2 message that cannot ping anybody."""
    return {"flags": V2_FLAG, "allowed_mentions": NO_PINGS, "components": list(parts)}
