"""Every real command, asked by a reader, a manager and in a direct message, through Discord's own door."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.commands import COMMANDS
from bot.commands.slash import FORMS, ROOT, WHY, places
from bot.commands.spec import Arg, Command
from tests.discord_rules import check, check_components, check_limits, walk, without_nulls
from tests.discord_world import World, add_stories, world

pytestmark = pytest.mark.node  # Discord's schemas are turned by Node

WHERE = places(COMMANDS)
# In a direct message only what everybody may use is there; the second root is for servers alone.
PRIVATE = [path for path in COMMANDS if WHERE[path][0] == ROOT]


@pytest.fixture
async def discord_world(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as made:
        yield made


class Scene:
    """A server with a reader and a manager, and three stories."""

    def __init__(self, made: World) -> None:
        self.world = made
        self.guild = made.env.create_guild()
        self.channel = self.guild.create_text_channel("news")
        keeper = self.guild.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
        self.people = {
            "reader": self.guild.add_member(made.env.create_user("alice")),
            "manager": self.guild.add_member(made.env.create_user("boss"), roles=[keeper]),
        }

    def value(self, arg: Arg) -> Any:
        """Something that fits an argument."""
        if arg.name == "file":
            return ("sources.opml", b"<opml version='2.0'><body/></opml>")
        match arg.kind:
            case "count" | "days":
                return 1
            case "flag":
                return False
            case "url":
                return "https://example.org/feed.xml"
            case "story":
                return "1"
            case "channel":
                return self.channel
            case "person":
                return self.people["reader"]
            case "time":
                return "09:00"
            case "zone":
                return "Europe/Berlin"
            case "place":
                return "DE"
            case "topic":
                return "copyright_ip"
        return arg.choices[0] if arg.choices else "words"

    def options(self, command: Command) -> dict[str, Any]:
        """What the command cannot do without."""
        return {arg.name: self.value(arg) for arg in command.args if arg.required}


@pytest.fixture
async def scene(discord_world: World) -> Scene:
    made = Scene(discord_world)
    await discord_world.env.settle()
    discord_world.store.step(add_stories, f"discord:{made.guild.id}", 3)
    return made


def text_of(answer: Any) -> str:
    shown = answer.response
    assert shown is not None, "Discord was not answered"
    return "\n".join([shown.content, *(part.get("content") or "" for part in walk(shown.components))])


def numbered(body: dict[str, Any]) -> dict[str, Any]:
    """With uploads' numbers as texts: discord.py writes them as numbers, Discord takes both, its OpenAPI says text."""
    data = body.get("data") or {}
    if not data.get("attachments"):
        return body
    files = [{**one, "id": str(one["id"])} for one in data["attachments"]]
    return {**body, "data": {**data, "attachments": files}}


def check_sent(made: World) -> None:
    """Everything that left is valid, pings nobody and keeps Discord's limits."""
    for one in made.env.http_requests:
        if not one.path.endswith("/callback"):
            continue
        data = one.json.get("data") or {}
        if one.json["type"] == 4:
            check("CreateMessageInteractionCallbackRequest", without_nulls(numbered(one.json)))
            check_limits(data)
        elif one.json["type"] == 9:
            check("ModalInteractionCallbackRequest", without_nulls(one.json))
            check_components(data["components"])


async def test_every_command_answers_by_role(scene: Scene) -> None:
    wrong: list[str] = []
    for path, command in COMMANDS.items():
        root, *names = WHERE[path]
        for role, actor in scene.people.items():
            if root != ROOT and role == "reader":
                # Discord hides it; should a server show it nevertheless, the handler refuses as it does for the others.
                assert root not in actor.available_commands(scene.channel)
                continue
            answer = await actor.slash(scene.channel, " ".join((root, *names)), **scene.options(command))
            said = text_of(answer) if answer.response is not None else ""
            refused = "Only managers of this workspace may use `/aipolicy" in said
            if not answer.acknowledged or refused != (command.who == "manager" and role == "reader"):
                wrong.append(f"{role} {path}: {said[:200]}")
            if answer.response is not None and (not answer.ephemeral or "went wrong on our side" in said):
                wrong.append(f"{role} {path}: {said[:200]}")
    assert not wrong
    check_sent(scene.world)


async def test_every_command_answers_in_a_direct_message(scene: Scene) -> None:
    user = scene.world.env.create_user("dora")
    wrong: list[str] = []
    for path in PRIVATE:
        command = COMMANDS[path]
        if any(arg.kind == "channel" and arg.required for arg in command.args):
            continue  # there are no channels to choose from
        answer = await user.slash(" ".join(WHERE[path]), **scene.options(command))
        said = text_of(answer) if answer.response is not None else ""
        if not answer.acknowledged or "went wrong on our side" in said:
            wrong.append(f"{path}: {said[:200]}")
        managed = command.who == "manager" and not command.own  # a person's own direct messages are their own
        if managed != ("Only managers of this workspace" in said):
            wrong.append(f"{path}: {said[:200]}")
    assert not wrong
    check_sent(scene.world)


@pytest.mark.parametrize("path", sorted(FORMS & set(COMMANDS)))
async def test_forms_open_for_managers_and_can_be_sent(scene: Scene, path: str) -> None:
    needs = any(arg.required for arg in COMMANDS[path].args)
    line = " ".join(WHERE[path])
    refused = await scene.people["reader"].slash(scene.channel, line)
    assert "Only managers of this workspace" in text_of(refused)
    shown = await scene.people["manager"].slash(scene.channel, line)
    if not needs:  # it has answered already; its form is behind a button
        shown = await scene.people["manager"].click(shown.response, label="Choose in a form")
    assert shown.modal is not None
    fields = {part["custom_id"]: part for part in walk(shown.modal["components"]) if "custom_id" in part}
    args = {arg.name: arg for arg in COMMANDS[path].args}
    values = {
        name: [scene.value(args[name])] if part["type"] == 3 else str(scene.value(args[name]))
        for name, part in fields.items()
        if args[name].required
    }
    sent = await scene.people["manager"].submit_modal(shown, values)
    assert sent.acknowledged
    check_sent(scene.world)


async def test_every_completed_option_offers_something_valid(scene: Scene) -> None:
    actor = scene.people["manager"]
    for path, command in COMMANDS.items():
        for arg in command.args:
            if arg.kind not in ("source", "topic", "place", "measure", "rule", "zone", "story"):
                continue
            choices = await actor.autocomplete(scene.channel, " ".join(WHERE[path]), arg.name, "")
            assert len(choices) <= 25
            assert all(1 <= len(one["name"]) <= 100 and 1 <= len(one["value"]) <= 100 for one in choices)
            assert choices or arg.kind == "rule", (path, arg.name)


async def test_every_button_and_menu_of_a_card_answers(scene: Scene) -> None:
    actor = scene.people["manager"]
    shown = await actor.slash(scene.channel, "aipolicy latest", count=1)
    for part in list(walk(shown.response.components)):
        if part["type"] == 2 and "custom_id" in part:
            answer = await actor.click(shown.response, custom_id=part["custom_id"])
            assert answer.acknowledged
            assert "is not a command" not in text_of(answer), part["label"]
            assert "Usage:" not in text_of(answer), part["label"]
        if part["type"] == 3:
            for option in part["options"]:
                answer = await actor.select(shown.response, [option["value"]], custom_id=part["custom_id"])
                assert "is not a command" not in text_of(answer), option["label"]
                assert "Usage:" not in text_of(answer), option["label"]
    check_sent(scene.world)


async def test_the_menu_of_a_message_says_why_it_was_posted(scene: Scene) -> None:
    reader = scene.people["reader"]
    await reader.slash(scene.channel, "aipolicy latest", count=1, public=True)
    card = scene.channel.last_message
    answer = await reader.context_menu(scene.channel, WHY, target=card)
    assert answer.ephemeral
    assert "is not a command" not in text_of(answer)
    assert "not one of my cards" not in text_of(answer)
    other = await reader.send(scene.channel, "hello")
    answer = await reader.context_menu(scene.channel, WHY, target=other)
    assert "That message is not one of my cards" in text_of(answer)
