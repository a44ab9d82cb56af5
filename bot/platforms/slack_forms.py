"""Modals made from a command's arguments: one input per argument, checked before it runs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.commands import Arg, Command, Services, choices
from bot.commands.completion import complete
from bot.commands.parse import convert
from bot.errors import UsageError
from bot.model import Workspace
from bot.pipeline import taxonomy
from bot.render.plain import language, shorten, units
from bot.render.slack_text import (
    MOST_HEADER,
    MOST_LABEL,
    MOST_METADATA,
    MOST_OPTION_TEXT,
    MOST_OPTION_VALUE,
    MOST_OPTIONS,
    MOST_TITLE,
    Block,
    plain_text,
    rich,
    section,
    spoken,
    text,
)
from bot.speech import Speech
from bot.storage import sources

FORM = "form"  # callback id of a modal that asks
SHOWN = "shown"  # callback id of a modal that shows an answer
CHANNEL = "_where"  # block id of the channel the command is about, when the modal was opened from the Home tab
COUNTED = "_counted"  # block id of the live count
# Commands that only say what they would do until they are told how to begin: their count is shown while typing.
LIVE = ("follow",)

# What of a form says which cards come; each change of one is counted anew.
COUNTED_ARGS = ("rule", "topics", "places", "sources", "words")

# Kinds whose values are searched for while typing; of those in AS_TYPED the typed words themselves are a choice too.
FOUND = ("source", "topic", "place", "measure", "zone", "story")
AS_TYPED = ("source", "measure", "story", "topic")

Option = tuple[str, str]  # (label, value)


@dataclass(frozen=True, slots=True)
class Where:
    """What a modal remembers: the command, and the channel it is about. Travels in private_metadata."""

    command: str = ""
    channel: str = ""  # Slack's id
    pick: bool = False  # the channel is asked for in the modal
    values: Mapping[str, str] = field(default_factory=dict)
    home: bool = False  # it was opened on the Home tab, which shows what becomes of it

    def dump(self) -> str:
        """At most 3,000 characters; filled-in values are left out when they do not fit (the inputs show them)."""
        kept = {"command": self.command, "channel": self.channel, "pick": self.pick, "home": self.home}
        whole = json.dumps(kept)
        return whole if units(whole) <= MOST_METADATA else "{}"

    @classmethod
    def load(cls, raw: str) -> Where:
        """Read `dump`'s text; empty where it is not ours."""
        try:
            found = json.loads(raw or "{}")
        except ValueError:
            return cls()
        if not isinstance(found, dict):
            return cls()
        where = cls(str(found.get("command", "")), str(found.get("channel", "")), bool(found.get("pick")))
        return replace(where, home=bool(found.get("home")))


async def options_of(
    command: Command, workspace: Workspace, services: Services, locale: str
) -> dict[str, list[Option]]:
    """What each argument can be chosen from, by its name; arguments that are typed are not in it."""
    found: dict[str, list[Option]] = {}
    say = services.speech(locale)
    for arg in command.args:
        if arg.kind == "choice":
            found[arg.name] = [(choices.label(choice, say), choice) for choice in arg.choices]
        elif (arg.kind == "topic" and arg.name.startswith("topic")) or arg.name == "topics":
            found[arg.name] = [(taxonomy.label(topic, language(locale)), topic) for topic in taxonomy.TOPICS]
        elif arg.kind == "source" or arg.name == "sources":
            mine = await services.store.read(sources.chosen, workspace.id)
            found[arg.name] = [(one.name, one.name if arg.name == "sources" else str(one.source.id)) for one in mine]
    return {name: options for name, options in found.items() if 0 < len(options) <= MOST_OPTIONS}


def form(
    command: Command,
    where: Where,
    say: Speech,
    options: Mapping[str, Sequence[Option]],
    *,
    zone: str = "",
    title: str = "",
    count: str = "",
) -> Block:
    """The modal that asks for a command's arguments."""
    blocks: list[Block] = [
        {"type": "context", "block_id": "_about", "elements": [plain_text(say(command.summary), 300)]}
    ]
    if where.pick:
        blocks.append(_channel(where, say))
    asked = sorted(command.asked, key=lambda arg: arg.kind == "rule" and not arg.required)  # few write rules
    for arg in (arg for arg in asked if arg.door in ("", "slack")):
        given = where.values.get(arg.name, zone if arg.kind == "zone" else "")
        live = command.path in LIVE and (arg.name in COUNTED_ARGS or arg.kind == "rule")
        blocks.append(_input(arg, given, say, options.get(arg.name), live=live))
    if command.path in LIVE:
        blocks.append(counted(count or say("What this would have posted is counted here while you choose.")))
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": where.dump(),
        "title": plain_text(title or titled(command.path, say), MOST_TITLE),
        "submit": plain_text(say("Go On"), MOST_TITLE),
        "close": plain_text(say("Cancel"), MOST_TITLE),
        "blocks": blocks,
    }


def titled(path: str, say: Speech) -> str:
    """A modal's title: a command's own, else as it is typed, whole if there is room: `/aipolicy sources pause`."""
    if path in choices.TITLES:
        return say(choices.TITLES[path])
    whole = f"/aipolicy {path}".strip()
    return whole if len(whole) <= MOST_TITLE else path


def counted(words: str) -> Block:
    """The line under the inputs that says how much a rule would post."""
    return {"type": "context", "block_id": COUNTED, "elements": [plain_text(words, 300)]}


def _channel(where: Where, say: Speech) -> Block:
    element: Block = {
        "type": "conversations_select",
        "action_id": "value",
        "placeholder": plain_text(say("Your direct messages"), 150),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    if where.channel.startswith(("C", "G")):
        element["initial_conversation"] = where.channel
    return {
        "type": "input",
        "block_id": CHANNEL,
        "optional": True,
        "label": plain_text(say("Channel"), MOST_LABEL),
        "element": element,
        "hint": plain_text(say("Leave it empty for your direct messages with me."), MOST_LABEL),
    }


async def found(kind: str, typed: str, asked: Mapping[str, Any], services: Services) -> list[Block]:
    """Options for what was typed so far into a field of a kind; `asked` are complete's keywords."""
    pairs = list(await complete(kind, typed, services=services, **asked))
    if kind in AS_TYPED and typed.strip() and all(value != typed.strip() for _, value in pairs):
        pairs.append((typed.strip(), typed.strip()))
    return [_option(words, value) for words, value in pairs[:MOST_OPTIONS]]


def _option(words: str, value: str) -> Block:
    return {"text": plain_text(words, MOST_OPTION_TEXT), "value": value[:MOST_OPTION_VALUE]}


def _input(arg: Arg, given: str, say: Speech, options: Sequence[Option] | None, *, live: bool) -> Block:
    """One argument as the input that suits its kind."""
    name, hint = choices.field(arg, say)
    block: Block = {
        "type": "input",
        "block_id": arg.name,
        "optional": not arg.required,
        "label": plain_text(name, MOST_LABEL),
    }
    if hint:
        block["hint"] = plain_text(hint, MOST_LABEL)
    element: Block = {"action_id": "value"}
    if options is not None:
        shown = [_option(words, value) for words, value in options]
        many = arg.kind == "text"
        element |= {"type": "multi_static_select" if many else "static_select", "options": shown}
        element["placeholder"] = plain_text(say("Choose") if arg.kind == "choice" else say("Any"), 150)
        if many:
            block["hint"] = _unlisted(arg, say)
        chosen = [option for option in shown if option["value"] in given.split(",") and given]
        if chosen:
            element |= {"initial_options": chosen} if many else {"initial_option": chosen[0]}
    elif arg.name == "places":
        element = {
            "type": "multi_external_select",
            "action_id": "find:place",
            "min_query_length": 0,
            "placeholder": plain_text(say("Any"), 150),
        }
        block["hint"] = _unlisted(arg, say)
        chosen = [_option(place.strip(), place.strip()) for place in given.split(",") if place.strip()]
        if chosen:
            element["initial_options"] = chosen
    elif arg.kind == "flag":
        option = _option(say(arg.help), "yes")
        element |= {"type": "checkboxes", "options": [option]}
        if given in ("yes", "true", "on"):
            element["initial_options"] = [option]
        block["optional"] = True
        block.pop("hint", None)
    elif arg.kind in ("count", "days"):
        element |= {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": str(arg.most)}
    elif arg.kind in FOUND:
        element = {
            "type": "external_select",
            "action_id": f"find:{arg.kind}",
            "min_query_length": 0,
            "placeholder": plain_text(say("Type to search"), 150),
        }
        if given:
            element["initial_option"] = _option(given, given)
    elif arg.kind == "time":
        element |= {"type": "timepicker", "placeholder": plain_text("09:00", 150)}
        if given:
            element["initial_time"] = given
    elif arg.kind == "channel":
        element |= {"type": "conversations_select", "default_to_current_conversation": True}
    elif arg.kind == "person":
        element |= {"type": "users_select"}
    elif arg.kind == "file":
        element |= {"type": "file_input", "max_files": 1}
    else:
        element |= {"type": "plain_text_input", "max_length": 1000}
        if live:
            element["dispatch_action_config"] = {"trigger_actions_on": ["on_enter_pressed", "on_character_entered"]}
    if given and element["type"] in ("plain_text_input", "number_input"):
        element["initial_value"] = shorten(given, 1000)
    if live:
        block["dispatch_action"] = True
    block["element"] = element
    return block


def _unlisted(arg: Arg, say: Speech) -> Block:
    """What an argument is for, without how a list is typed: here it is chosen."""
    return plain_text(say(arg.help).partition(",")[0], MOST_LABEL)


def given_values(state: Mapping[str, Any]) -> dict[str, str]:
    """What was put into a modal, by block id, as the texts people would type; a file as its Slack id."""
    found: dict[str, str] = {}
    for block_id, elements in state.items():
        for element in elements.values():
            chosen = element.get("selected_option")
            several = element.get("selected_options")
            conversation = element.get("selected_conversation") or element.get("selected_channel")
            person = element.get("selected_user")
            files = element.get("files")
            value = element.get("value") or element.get("selected_time") or ""
            if chosen:
                value = chosen["value"]
            elif several:
                value = ",".join(option["value"] for option in several)
            elif conversation:
                value = conversation if block_id == CHANNEL else f"slack:{conversation}"
            elif person:
                value = f"slack:{person}"
            elif files:
                value = str(files[0]["id"])
            if value:
                found[block_id] = str(value)
    return found


def wrong(command: Command, given: Mapping[str, str], say: Speech) -> dict[str, str]:
    """What to say under each input, by block id; empty when all can be read."""
    errors: dict[str, str] = {}
    for arg in command.args:
        value = given.get(arg.name, "")
        if not value:
            if arg.required:
                errors[arg.name] = say("Please fill this in.")
            continue
        if arg.kind == "file":
            continue
        try:
            convert(arg, value)
        except UsageError as error:
            errors[arg.name] = shorten(say.again(str(error)).replace("`", "“", 1).replace("`", "”"), 300)
    return errors


def answer_view(title: str, blocks: Sequence[Block], where: Where, say: Speech) -> Block:
    """A modal that shows an answer; its buttons go on working in it."""
    return {
        "type": "modal",
        "callback_id": SHOWN,
        "private_metadata": where.dump(),
        "title": plain_text(title or say("AI policy"), MOST_TITLE),
        "close": plain_text(say("Close"), MOST_TITLE),
        "blocks": list(blocks) or [rich(section([text(say("Done."))]))],
    }


def waiting_view(title: str, where: Where, say: Speech) -> Block:
    """Shown while an answer takes longer than Slack waits for."""
    return answer_view(title, [rich(section(spoken(say("One moment …"))))], where, say)


def heading(words: str) -> Block:
    """A heading between parts of a view."""
    return {"type": "header", "text": plain_text(words, MOST_HEADER)}
