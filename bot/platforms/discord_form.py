"""Forms made from a command's arguments: five fields in a modal, the rest behind a second step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
from discord import ui

from bot.commands import choices
from bot.commands.spec import Arg, Command
from bot.pipeline import taxonomy
from bot.render.discord_text import MOST_OPTIONS, MOST_PLACEHOLDER, plain
from bot.render.plain import shorten
from bot.speech import Speech

FIELDS = 5  # top-level components of a modal (components/reference)
MOST_TITLE = 45
MOST_LABEL = 45
MOST_DESCRIPTION = 100
MOST_TEXT = 4000
_LONG = {"text", "words", "rule"}


def steps(command: Command) -> tuple[tuple[Arg, ...], ...]:
    """The arguments in groups of five, what is required first and a rule, which few write, last; files are uploads."""
    args = sorted(
        (arg for arg in command.asked if arg.kind != "file" and arg.door in ("", "discord")),
        key=lambda arg: (not arg.required, arg.kind == "rule" and not arg.required, arg.kind == "flag", arg.named),
    )
    return tuple(tuple(args[at : at + FIELDS]) for at in range(0, len(args), FIELDS))


def _component(arg: Arg, value: str, say: Speech) -> ui.Item[Any]:
    if arg.kind == "flag":
        options = [
            discord.SelectOption(label=say("Yes"), value="yes", default=value == "yes"),
            discord.SelectOption(label=say("No"), value="no", default=value == "no"),
        ]
        return ui.Select(custom_id=arg.name, options=options, required=arg.required, placeholder=say("No"))
    if arg.choices:
        options = [
            discord.SelectOption(label=choices.label(choice, say), value=choice, default=choice == value)
            for choice in arg.choices[:MOST_OPTIONS]
        ]
        return ui.Select(custom_id=arg.name, options=options, required=arg.required)
    if arg.name == "topics":
        chosen = {part.strip() for part in value.split(",")}
        options = [
            discord.SelectOption(label=taxonomy.label(topic, say.language), value=topic, default=topic in chosen)
            for topic in [*taxonomy.TOPICS][:MOST_OPTIONS]
        ]
        return ui.Select(custom_id=arg.name, options=options, required=arg.required, max_values=len(options))
    if arg.kind == "channel":
        return ui.ChannelSelect(custom_id=arg.name, required=arg.required)
    if arg.kind == "person":
        return ui.MentionableSelect(custom_id=arg.name, required=arg.required)
    return ui.TextInput(
        custom_id=arg.name,
        style=discord.TextStyle.long if arg.kind in _LONG else discord.TextStyle.short,
        default=shorten(value, MOST_TEXT) or None,
        placeholder=shorten(_example(arg), MOST_PLACEHOLDER - 50) or None,
        required=arg.required,
        max_length=6 if arg.kind in ("count", "days") else None,
    )


def _example(arg: Arg) -> str:
    return {"url": "https://example.org/news", "time": "09:00", "zone": "Europe/Berlin"}.get(arg.kind, "")


def modal(
    command: Command, custom_id: str, step: int, values: Mapping[str, Any], say: Speech, title: str = ""
) -> ui.Modal:
    """The form of one step; `values` are filled in already. It is finished: what is sent back comes by its id."""
    form = ui.Modal(title=plain(title or choices.title(command, say), MOST_TITLE), custom_id=custom_id)
    for arg in steps(command)[step]:
        given = values.get(arg.name, "")
        text = ("yes" if given else "no") if isinstance(given, bool) else str(given)
        name, hint = choices.field(arg, say)
        if arg.name == "topics":  # chosen here: how a list of them is typed is no help
            hint = hint.partition(",")[0]
        form.add_item(
            ui.Label(
                text=plain(name, MOST_LABEL),
                description=plain(hint, MOST_DESCRIPTION) if hint else None,
                component=_component(arg, text, say),
            )
        )
    form.stop()
    return form


def submitted(components: Any) -> dict[str, str]:
    """Field name -> value of a form that was sent; empty fields are left out."""
    found: dict[str, str] = {}
    for outer in components or ():
        for part in (outer.get("component"), *(outer.get("components") or ())):
            if not part or "custom_id" not in part:
                continue
            values = part.get("values")
            value = str(part.get("value") or "") if values is None else ",".join(map(str, values))
            if value:
                found[part["custom_id"]] = value
    return found
