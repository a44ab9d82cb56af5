"""Talking to the bot on Discord, in SimCord: commands, rights, buttons, menus, forms, completion, restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.commands import COMMANDS
from bot.commands.spec import Arg, Command, Request
from bot.errors import StorageError
from bot.model import Attachment, Button, Buttons, Form, Reply, Select, Table, Words
from bot.platforms import discord_door
from bot.storage import places
from tests.discord_rules import check, check_components, check_limits, walk, without_nulls
from tests.discord_world import NOW, World, add_stories, world

pytestmark = pytest.mark.node  # Discord's schemas are turned by Node


async def echo(request: Request) -> Reply:
    """Says what arrived, so a test can see it."""
    given = ", ".join(f"{name}={value}" for name, value in sorted(request.args.items()))
    return Reply.say(f"{request.person.role} asked {given or 'nothing'}")


async def long(request: Request) -> Reply:
    """Three pages."""
    return Reply(tuple(Words(f"Paragraph {number}. " + "word " * 250) for number in range(6)))


async def asks(request: Request) -> Reply:
    """A form with one field filled in already."""
    return Reply((Form("t-form", "Tell me", {"word": "kept"}),))


async def asks_late(request: Request) -> Reply:
    """A form after longer than Discord waits."""
    await asyncio.sleep(5)
    return await asks(request)


async def presses(request: Request) -> Reply:
    """Something of everything that can be pressed."""
    return Reply(
        (
            Words("What now?"),
            Buttons(
                (
                    Button("Short", "t-echo short"),
                    Button("Long", "t-echo " + "long " * 40),
                    Button("Site", url="https://example.org/"),
                    Button("Bare", "t-need"),
                )
            ),
            Select("Which?", "t-echo {}", (("One", "first choice"), ("Two", "second"))),
            Select("Whole line?", "{}", (("Far", "t-echo " + "far " * 40),)),
        )
    )


async def slow(request: Request) -> Reply:
    """Takes longer than Discord waits."""
    await asyncio.sleep(5)
    return Reply.say("At last.")


async def breaks(request: Request) -> Reply:
    """A fault of ours."""
    raise RuntimeError("secret detail")


async def locked(request: Request) -> Reply:
    """A fault of the database."""
    raise StorageError("The database is locked by another program.")


async def files(request: Request) -> Reply:
    """A file and a table."""
    table = Table(
        ("Name", "State"), (("Courier", "ok"), ("Gazette", "silent")), "Sources", ("https://example.org/", "")
    )
    return Reply((table, Attachment("sources.opml", "text/xml", b"<opml/>")))


WORD = Arg("word", "text", "Any word")
ADDED = (
    Command("t-echo", "Say it back", echo, (WORD, Arg("count", "count", "A number", most=50), Arg("on", "flag", "On"))),
    Command("t-need", "Needs a word", echo, (Arg("word", "text", "Any word", required=True),)),
    Command("t-person", "Needs a person", echo, (Arg("who", "person", "Who", required=True),)),
    Command("t-place", "Needs a channel", echo, (Arg("where", "channel", "Where", required=True),)),
    Command("t-import", "Takes a file", echo, (Arg("file", "text", "The file", required=True),)),
    Command("t-long", "Long answer", long),
    Command("t-asks", "Asks back", asks),
    Command("t-late", "Asks back late", asks_late),
    Command("t-press", "Things to press", presses),
    Command("t-slow", "Slow answer", slow),
    Command("t-breaks", "Breaks", breaks),
    Command("t-locked", "Locked", locked),
    Command("t-files", "Files", files),
    Command(
        "t-form",
        "A form",
        echo,
        (
            WORD,
            Arg("kind", "choice", "Which kind", choices=("small", "large")),
            Arg("on", "flag", "On or off"),
            Arg("count", "count", "A number", most=50),
            Arg("zone", "zone", "Time zone"),
            Arg("where", "channel", "Where"),
            Arg("who", "person", "Who"),
        ),
    ),
    Command("t-admin", "For managers", echo, (Arg("word", "text", "Any word", required=True),), who="manager"),
)


WHOLE = dict(COMMANDS)  # as every other test finds it, in its order


@pytest.fixture
def fewer_commands() -> Iterator[None]:
    """A few commands of the test's own beside some real ones (Discord takes 25 under one root); all in order after."""
    kept = {path: WHOLE[path] for path in WHOLE if path in ("latest", "search", "help")}
    COMMANDS.clear()
    COMMANDS.update(kept | {command.path: command for command in ADDED})
    yield
    COMMANDS.clear()
    COMMANDS.update(WHOLE)


@pytest.fixture
async def discord_world(tmp_path: Path, fewer_commands: None) -> AsyncIterator[World]:
    async with world(tmp_path, settle_timeout=5.0) as made:  # below what the slow commands sleep
        yield made


class Scene:
    """A server with a reader and an owner."""

    def __init__(self, made: World) -> None:
        self.world = made
        self.guild = made.env.create_guild()
        self.channel = self.guild.create_text_channel("news")
        self.alice = self.guild.add_member(made.env.create_user("alice"))
        keeper = self.guild.create_role("Keeper", permissions=discord.Permissions(manage_guild=True))
        self.boss = self.guild.add_member(made.env.create_user("boss"), roles=[keeper])

    async def ask(self, line: str, by: Any = None, /, **options: Any) -> Any:
        return await (by or self.alice).slash(self.channel, f"aipolicy {line}", **options)


@pytest.fixture
async def scene(discord_world: World) -> Scene:
    made = Scene(discord_world)
    await discord_world.env.settle()
    return made


def text_of(answer: Any) -> str:
    """Everything a person can read in an answer."""
    shown = answer.response or (answer.followups[0] if answer.followups else None)
    assert shown is not None
    parts = [part.get("content") or part.get("label") or "" for part in walk(shown.components)]
    return "\n".join([shown.content, *parts])


def callbacks(made: World) -> list[dict[str, Any]]:
    return [one.json for one in made.env.http_requests if one.path.endswith("/callback")]


# ---------------------------------------------------------------- commands


async def test_latest_shows_the_newest_card_privately(scene: Scene) -> None:
    nothing = await scene.ask("latest", count=1)
    assert nothing.ephemeral
    scene.world.store.step(add_stories, f"discord:{scene.guild.id}", 2)

    answer = await scene.ask("latest", count=1)

    assert answer.ephemeral
    assert "Two governments agree to test AI models together" in text_of(answer)
    assert "https://example.org/news/joint-testing-2" in text_of(answer)
    [*_, sent] = callbacks(scene.world)
    check("CreateMessageInteractionCallbackRequest", without_nulls(sent))
    check_limits(sent["data"])


async def test_public_answers_are_for_everybody(scene: Scene) -> None:
    scene.world.store.step(add_stories, f"discord:{scene.guild.id}", 1)
    await scene.ask("latest")
    answer = await scene.ask("latest", public=True)
    assert not answer.ephemeral
    assert scene.channel.last_message is not None


async def test_options_arrive_typed(scene: Scene) -> None:
    answer = await scene.ask("t-echo", word="two words", count=7, on=True)
    assert "reader asked count=7, on=True, word=two words" in text_of(answer)


async def test_people_roles_channels_and_files_arrive_as_they_are_typed(scene: Scene) -> None:
    assert f"who=<\u200b@{scene.boss.id}>" in text_of(await scene.ask("t-person", who=scene.boss))
    role = scene.guild.roles["Keeper"]
    assert f"who=<\u200b@&{role.id}>" in text_of(await scene.ask("t-person", who=role))
    assert f"where=<\u200b#{scene.channel.id}>" in text_of(await scene.ask("t-place", where=scene.channel))
    assert "file=hello" in text_of(await scene.ask("t-import", file=("a.opml", b"hello")))


async def test_a_file_comes_with_the_answer(scene: Scene) -> None:
    answer = await scene.ask("t-files")
    assert "Courier" in text_of(answer)
    assert [one.filename for one in answer.response.attachments] == ["sources.opml"]
    assert [part["file"]["url"] for part in answer.response.components if part["type"] == 13] != []


async def test_a_slow_answer_is_acknowledged_first(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord_door, "PATIENCE_SECONDS", 0.0)  # SimCord's clock makes every real wait short
    answer = await scene.ask("t-slow")
    assert answer.deferred
    assert answer.ephemeral
    await scene.world.env.advance_time(6)
    assert "At last." in text_of(answer)


async def test_a_form_that_comes_too_late_waits_behind_a_button(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord_door, "PATIENCE_SECONDS", 0.0)
    answer = await scene.ask("t-late")
    assert answer.deferred
    await scene.world.env.advance_time(6)
    opened = await scene.alice.click(answer.response, label="Tell me")
    assert opened.modal is not None


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("t-breaks", "That went wrong on our side."),
        ("t-locked", "The database is locked by another program."),
    ],
)
async def test_failures_are_sentences(scene: Scene, line: str, sentence: str) -> None:
    answer = await scene.ask(line)
    assert sentence in text_of(answer)
    assert "secret detail" not in text_of(answer)


async def test_a_refused_answer_is_given_plainer(scene: Scene) -> None:
    scene.world.env.inject_error("POST", "/interactions/*/callback", status=400, code=50035)
    answer = await scene.ask("t-echo", word="still here")
    assert "still here" in answer.response.content


# ---------------------------------------------------------------- rights


async def test_a_reader_may_not_and_a_keeper_may(scene: Scene) -> None:
    refused = await scene.ask("t-admin", word="x")
    assert "Only managers of this workspace may use `/aipolicy t-admin`." in text_of(refused)
    allowed = await scene.ask("t-admin", scene.boss, word="x")
    assert "manager asked word=x" in text_of(allowed)


async def test_named_people_and_roles_are_managers_until_the_name_is_taken_back(scene: Scene) -> None:
    trusted = scene.guild.create_role("Editors")
    bob = scene.guild.add_member(scene.world.env.create_user("bob"), roles=[trusted])
    await scene.ask("t-echo")
    store, workspace = scene.world.store, f"discord:{scene.guild.id}"
    assert "Only managers" in text_of(await scene.ask("t-admin", bob, word="x"))
    for subject in (f"discord:role:{trusted.id}", f"discord:{bob.id}"):
        store.step(places.add_manager, workspace, subject, "discord:1", NOW.timestamp())
        assert "manager asked" in text_of(await scene.ask("t-admin", bob, word="x"))
        store.step(places.remove_manager, workspace, subject)
        assert "Only managers" in text_of(await scene.ask("t-admin", bob, word="x"))


async def test_the_owner_is_a_manager(scene: Scene) -> None:
    owner = scene.guild.add_member(scene.guild.owner)
    assert "manager asked" in text_of(await scene.ask("t-admin", owner, word="x"))


async def test_in_a_direct_message_everybody_reads(scene: Scene) -> None:
    user = scene.world.env.create_user("dora")
    answer = await user.slash("aipolicy t-echo", word="hi")
    assert "reader asked word=hi" in text_of(answer)
    refused = await user.slash("aipolicy t-admin", word="x")
    assert "Only managers" in text_of(refused)
    workspace = scene.world.store.look(places.find_workspace, f"discord:dm:{user.id}")
    assert workspace is not None


# ---------------------------------------------------------------- pressing


async def test_buttons_and_menus_run_their_lines(scene: Scene) -> None:
    shown = await scene.ask("t-press")
    check_components(shown.response.components)
    assert "reader asked word=short" in text_of(await scene.alice.click(shown.response, label="Short"))
    assert "long long long" in text_of(await scene.alice.click(shown.response, label="Long"))
    menus = [part for part in walk(shown.response.components) if part["type"] == 3]
    one = await scene.alice.select(shown.response, ["first choice"], custom_id=menus[0]["custom_id"])
    assert "word=first choice" in text_of(one)
    far = await scene.alice.select(shown.response, [menus[1]["options"][0]["value"]], custom_id=menus[1]["custom_id"])
    assert "far far far" in text_of(far)


async def test_a_button_has_the_rights_of_who_presses_it(scene: Scene) -> None:
    scene.world.store.step(add_stories, f"discord:{scene.guild.id}", 1)
    await scene.ask("t-echo")
    card = await scene.ask("latest", scene.boss, public=True)
    pressed = await scene.alice.click(card.response, label="Save")
    assert pressed.ephemeral


async def test_pressing_works_after_a_restart(scene: Scene) -> None:
    shown = await scene.ask("t-press")
    await scene.world.env.restart_bot(scene.world.again().client)
    assert "reader asked word=short" in text_of(await scene.alice.click(shown.response, label="Short"))
    assert "long long long" in text_of(await scene.alice.click(shown.response, label="Long"))


async def test_a_form_sent_after_a_restart_arrives(scene: Scene) -> None:
    shown = await scene.ask("t-asks")
    await scene.world.env.restart_bot(scene.world.again().client)
    sent = await scene.alice.submit_modal(shown, {"word": "late"})
    assert "word=late" in text_of(sent)


async def test_what_we_do_not_know_is_said(scene: Scene) -> None:
    shown = await scene.ask("t-press")
    stored = next(part for part in walk(shown.response.components) if part.get("custom_id", "").startswith("r1="))
    scene.world.store.step(lambda db: db.exec_driver_sql("DELETE FROM presses"))
    pressed = await scene.alice.click(shown.response, custom_id=stored["custom_id"])
    assert "too old" in text_of(pressed)


async def test_pages_turn_in_place(scene: Scene) -> None:
    shown = await scene.ask("t-long")
    assert "Paragraph 0." in text_of(shown)
    assert "1 / 3" in text_of(shown) or "1 / 2" in text_of(shown)
    turned = await scene.alice.click(shown.response, label="Next")
    assert turned.response is None or turned.response.id == shown.response.id
    assert "Paragraph 0." not in text_of(shown)
    await scene.alice.click(shown.response, label="Back")
    assert "Paragraph 0." in text_of(shown)


async def test_more_takes_the_place_of_an_answer_only_its_asker_sees(scene: Scene) -> None:
    scene.world.store.step(add_stories, f"discord:{scene.guild.id}", 4)
    shown = await scene.ask("latest", count=2)
    alone = shown.response
    assert "joint-testing-4" in text_of(shown)
    turned = await scene.alice.click(alone, label="More")
    assert not turned.followups
    assert "joint-testing-2" in text_of(shown)
    assert "joint-testing-4" not in text_of(shown)
    await scene.alice.click(alone, label="Back")
    assert "joint-testing-4" in text_of(shown)
    seen = await scene.ask("latest", count=2, public=True)
    other = await scene.boss.click(seen.response, label="More")
    assert "joint-testing-4" in text_of(seen)  # what everybody reads stays; the next page is the presser's own
    assert "joint-testing-2" in text_of(other)


async def test_a_database_that_fails_is_said_wherever_one_presses(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = await scene.ask("t-press")

    async def fails(*_: Any, **__: Any) -> Any:
        raise StorageError("The database is locked by another program.")

    monkeypatch.setattr(type(scene.world.store), "read", fails)
    for label in ("Short", "Long", "Bare"):
        assert "The database is locked" in text_of(await scene.alice.click(shown.response, label=label))
    assert "The database is locked" in text_of(await scene.ask("t-echo"))
    assert await scene.alice.autocomplete(scene.channel, "aipolicy latest", "about", "x") == []


# ---------------------------------------------------------------- forms


async def test_a_form_shows_five_fields_and_goes_on_behind_a_button(scene: Scene) -> None:
    shown = await scene.ask("t-asks")
    modal = shown.modal
    assert modal is not None
    check("ModalInteractionCallbackRequest", without_nulls(callbacks(scene.world)[-1]))
    assert modal["title"] == "Tell me"
    assert len(modal["components"]) == 5
    fields = {part["custom_id"]: part for part in walk(modal["components"]) if "custom_id" in part}
    assert fields["word"]["value"] == "kept"

    sent = await scene.alice.submit_modal(shown, {"word": "changed", "kind": ["large"]})
    assert "reader asked kind=large, word=changed" in text_of(sent)

    more = await scene.alice.click(sent.response, label="More settings")
    assert more.modal is not None
    assert {part["custom_id"] for part in walk(more.modal["components"]) if "custom_id" in part} == {"who", "on"}
    done = await scene.alice.submit_modal(more, {"who": [scene.boss], "on": ["yes"]})
    assert f"reader asked kind=large, on=True, who=<\u200b@{scene.boss.id}>, word=changed" in text_of(done)


async def test_a_button_without_what_it_needs_opens_the_form(scene: Scene) -> None:
    shown = await scene.ask("t-press")
    opened = await scene.alice.click(shown.response, label="Bare")
    assert opened.modal is not None
    sent = await scene.alice.submit_modal(opened, {"word": "given now"})
    assert "word=given now" in text_of(sent)


async def test_a_form_for_managers_does_not_open_for_readers(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.ask("t-echo")
    refused = await scene.ask("t-press")
    assert refused.modal is None
    ask = discord_door.Ask(path="t-admin")
    assert ask.text() == '{"do":"t-admin","with":{}}'


# ---------------------------------------------------------------- completion


@pytest.mark.parametrize(
    ("typed", "value"), [("copyr", "copyright_ip"), ("germ", "DE"), ("in force", "in_force"), ("", "frontier_safety")]
)
async def test_topics_and_places_are_completed(scene: Scene, typed: str, value: str) -> None:
    choices = await scene.alice.autocomplete(scene.channel, "aipolicy latest", "about", typed)
    assert value in [one["value"] for one in choices]
    assert len(choices) <= 25


async def test_completion_survives_anything(scene: Scene) -> None:
    for typed in ("(((", "\\", "*" * 90, "'; DROP TABLE stories"):
        assert await scene.alice.autocomplete(scene.channel, "aipolicy latest", "about", typed) == []


# ---------------------------------------------------------------- registration


async def test_commands_are_registered_only_when_they_changed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def synced() -> int:
        return sum(one.method == "PUT" and one.path.endswith("/commands") for one in scene.world.env.http_requests)

    assert synced() == 1
    await scene.world.env.restart_bot(scene.world.again().client)
    assert synced() == 1
    monkeypatch.setitem(COMMANDS, "t-new", Command("t-new", "New", echo))
    await scene.world.env.restart_bot(scene.world.again().client)
    assert synced() == 2


async def test_a_refused_registration_does_not_stop_the_bot(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "t-new", Command("t-new", "New", echo))
    scene.world.env.inject_error("PUT", "/applications/*/commands", status=400, code=50035)
    await scene.world.env.restart_bot(scene.world.again().client)
    assert "reader asked" in text_of(await scene.ask("t-echo"))
    await scene.world.env.restart_bot(scene.world.again().client)  # the next start tries again
    assert "reader asked" in text_of(await scene.ask("t-new"))


async def test_two_shards_answer_like_one(tmp_path: Path) -> None:
    async with world(tmp_path, shards=2) as made:
        assert isinstance(made.platform.client, discord.AutoShardedClient)
        for name in ("first", "second", "third"):
            guild = made.env.create_guild(name=name)
            channel = guild.create_text_channel("news")
            actor = guild.add_member(made.env.create_user(name))
            answer = await actor.slash(channel, "aipolicy help")
            assert "/aipolicy latest" in text_of(answer)


def test_no_privileged_intents(discord_world: World) -> None:
    intents = discord_world.platform.client.intents
    assert (intents.members, intents.presences, intents.message_content) == (False, False, False)


def test_other_tests_find_the_commands_in_their_order() -> None:
    assert list(COMMANDS.items()) == list(WHOLE.items())
