"""Plain payloads into discord.py's own objects, so that everything leaves through its public methods."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.model import Attachment

Item = ui.Item[Any]


def _item(part: dict[str, Any]) -> Item:
    match part["type"]:
        case 1:
            return ui.ActionRow(*map(_item, part["components"]))
        case 2:
            return ui.Button(
                style=discord.ButtonStyle(part["style"]),
                label=part["label"],
                custom_id=part.get("custom_id"),
                url=part.get("url"),
                disabled=part.get("disabled", False),
                id=part.get("id"),
            )
        case 3:
            return ui.Select(
                custom_id=part["custom_id"],
                placeholder=part.get("placeholder"),
                options=[discord.SelectOption(**option) for option in part["options"]],
                id=part.get("id"),
            )
        case 10:
            return ui.TextDisplay(part["content"], id=part.get("id"))
        case 13:
            return ui.File(part["file"]["url"], id=part.get("id"))
        case 14:
            return ui.Separator(visible=part["divider"], spacing=discord.SeparatorSpacing(part["spacing"]))
        case 17:
            children = map(_item, part["components"])
            return ui.Container(*children, accent_colour=part.get("accent_color"), id=part.get("id"))
        case other:
            raise ValueError(f"no such component here: {other}")


def view_of(body: dict[str, Any]) -> ui.LayoutView | ui.View | None:
    """The body's components. The view is finished already: discord.py keeps no trace of it, presses come by id."""
    components = body.get("components", [])
    if not components:
        return None
    view: ui.LayoutView | ui.View
    if "flags" in body:
        view = ui.LayoutView(timeout=None)
        for part in components:
            view.add_item(_item(part))
    else:
        view = ui.View(timeout=None)
        for number, row in enumerate(components):
            for part in row["components"]:
                item = _item(part)
                item.row = number
                view.add_item(item)
    view.stop()
    return view


def files_of(files: Sequence[Attachment]) -> list[discord.File]:
    """Attachments as uploads."""
    return [discord.File(io.BytesIO(file.data), file.name) for file in files]


def send_arguments(body: dict[str, Any], files: Sequence[Attachment] = ()) -> dict[str, Any]:
    """Keyword arguments for `send` of channels, interactions and follow-ups."""
    arguments: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none()}
    if body.get("content"):
        arguments["content"] = body["content"]
    if body.get("embeds"):
        arguments["embeds"] = [discord.Embed.from_dict(embed) for embed in body["embeds"]]
    view = view_of(body)
    if view is not None:
        arguments["view"] = view
    if files:
        arguments["files"] = files_of(files)
    return arguments


def edit_arguments(body: dict[str, Any]) -> dict[str, Any]:
    """Keyword arguments for `edit` of a message: what the body does not have is taken away."""
    layout = "flags" in body
    arguments: dict[str, Any] = {"allowed_mentions": discord.AllowedMentions.none(), "view": view_of(body)}
    if not layout:  # a layout may carry neither
        arguments["content"] = body.get("content") or None
        arguments["embeds"] = [discord.Embed.from_dict(embed) for embed in body.get("embeds", [])]
    return arguments
