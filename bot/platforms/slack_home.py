"""The Home tab: what this workspace follows, its sources, dates ahead, saved items, and every command as a form."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from bot.commands import COMMANDS, Command
from bot.commands.choices import TITLES
from bot.model import Person, Reply
from bot.platforms.slack_forms import heading
from bot.render import slack as render
from bot.render.slack_parts import groups
from bot.render.slack_text import (
    MOST_CHARACTERS,
    MOST_OPTION_TEXT,
    MOST_OPTION_VALUE,
    MOST_OPTIONS,
    MOST_VIEW_BLOCKS,
    Block,
    plain_text,
    rich,
    section,
    size,
    spoken,
)
from bot.speech import Speech

MOST_SECTION_BLOCKS = 20
# All of Home; a view may have 250 kB and 100 blocks.
MOST_SECTION_CHARACTERS = MOST_CHARACTERS // 4


def sections(say: Speech) -> tuple[tuple[str, str], ...]:
    """(command, heading) of what Home shows; a command that is not there is left out."""
    return (
        ("following", say("What we follow")),
        ("sources", say("Sources and their health")),
        ("deadlines", say("Dates ahead")),
        ("saved", say("My saved items")),
    )


def first_steps(say: Speech) -> tuple[tuple[str, str], ...]:
    """(command, button) of the three things a new workspace needs first."""
    return tuple((path, say(TITLES[path])) for path in ("sources add", "follow", "digest schedule"))


async def home_view(
    ask: Callable[[str], Awaitable[Reply]],
    *,
    person: Person,
    locale: str,
    zone: str,
    say: Speech,
    archive: str = "",
    shorten: Callable[[Reply], Awaitable[Reply]],
) -> dict[str, Any]:
    """The Home tab of one person; what they may not do is not offered.

    Args:
        ask: answers a command without arguments for this person.
        shorten: keeps lines aside that are too long for a button.
    """
    manager = person.role == "manager"
    blocks: list[Block] = [{"type": "header", "text": plain_text(say("AI policy"), 150)}]
    blocks.append({"type": "actions", "elements": _first(manager, say)})
    for path, title in sections(say):
        if path not in COMMANDS:
            continue
        reply = await shorten(await ask(path))
        blocks += [{"type": "divider"}, heading(title), *_shown(reply, locale, zone, say, path)]
    blocks += [{"type": "divider"}, heading(say("Everything else"))]
    menus = _menus([command for command in COMMANDS.values() if manager or command.who == "anyone"], say)
    blocks.append({"type": "actions", "elements": menus})
    if archive:
        link = {"type": "button", "text": plain_text(say("Archive"), 75), "action_id": "open", "url": archive}
        blocks.append({"type": "actions", "elements": [link]})
    role = say("You are a manager here.") if manager else say("You can read here; managers can change things.")
    blocks.append({"type": "context", "elements": [plain_text(role, 300)]})
    return {"type": "home", "callback_id": "home", "blocks": list(render.numbered(blocks[:MOST_VIEW_BLOCKS], "h"))}


def _first(manager: bool, say: Speech) -> list[Block]:
    buttons = [
        _button(label, path, primary=index == 0)
        for index, (path, label) in enumerate(first_steps(say))
        if manager and path in COMMANDS
    ]
    return [*buttons, {"type": "button", "text": plain_text(say("Latest"), 75), "action_id": "line", "value": "latest"}]


def _button(label: str, path: str, *, primary: bool = False) -> Block:
    element: Block = {
        "type": "button",
        "text": plain_text(label, 75),
        "action_id": "form",
        "value": json.dumps({"command": path}),
    }
    return {**element, "style": "primary"} if primary else element


def _shown(reply: Reply, locale: str, zone: str, say: Speech, path: str) -> list[Block]:
    """As much of an answer as fits, and a button for all of it."""
    found = groups(
        reply, locale, cards=lambda card, _: render.card_blocks(card, locale, zone, short=True), tables=False
    )
    blocks: list[Block] = []
    for group in found:
        if len(blocks) + len(group) > MOST_SECTION_BLOCKS or size(blocks) + size(group) > MOST_SECTION_CHARACTERS:
            button = {"type": "button", "text": plain_text(say("Show All"), 75), "action_id": "line", "value": path}
            return [*blocks, {"type": "actions", "elements": [button]}]
        blocks += group
    return blocks or [rich(section(spoken(say("Nothing yet."))))]


def _menus(commands: list[Command], say: Speech) -> list[Block]:
    """Menus of all commands, those for managers apart; choosing one opens its form."""
    out: list[Block] = []
    for who, label in (("anyone", say("Read …")), ("manager", say("Manage …"))):
        options = []
        for command in commands:
            value = json.dumps({"command": command.path})
            if command.who == who and len(value) <= MOST_OPTION_VALUE:
                about = plain_text(say(command.summary), MOST_OPTION_TEXT)
                options.append(
                    {"text": plain_text(command.path, MOST_OPTION_TEXT), "value": value, "description": about}
                )
        out += [
            {
                "type": "static_select",
                "action_id": "form",
                "placeholder": plain_text(label, 150),
                "options": options[at : at + MOST_OPTIONS],
            }
            for at in range(0, len(options), MOST_OPTIONS)
        ]
    return out
