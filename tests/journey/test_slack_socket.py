"""Slack in Socket Mode on local-slack: commands, buttons, menus, modals, Home, files, posts and edits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from slack_probe import CARD, CHANNEL, EDITION, probes, promise  # noqa: F401  # a fixture
from slack_world import APP_TOKEN, BOT_TOKEN, World, elements, local_slack, until, words

from bot.commands import Services
from bot.errors import ChannelLost, MessageLost
from bot.model import Channel, Reply
from bot.platforms.slack import Slack, SlackOptions
from bot.storage import places
from bot.storage.store import Store

pytestmark = [pytest.mark.node, pytest.mark.usefixtures("probes")]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with local_slack(tmp_path) as found:
        yield found


@pytest.fixture
def store(tmp_path: Path) -> Any:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    yield store
    store.close()


@pytest.fixture
async def slack(world: World, store: Store) -> AsyncIterator[Slack]:
    door = Slack(SlackOptions(BOT_TOKEN, APP_TOKEN, api_url=world.api), Services(store))
    await door.start()
    store.step(places.add_manager, "slack:T01TEST", "slack:U1ANNA", "test", 0.0)
    yield door
    await door.stop()


async def test_commands_answer_their_asker_alone_unless_told_otherwise(world: World, slack: Slack) -> None:
    conversation = [
        ("probe echo hello", "heard words=hello"),
        ("PROBE ECHO “two words” –public", "heard words=two words"),
        ("probe ecko", "probe echo"),
        ("help probe echo", "probe echo"),
        ("probe all", "needs url: An address"),
        (
            "probe echo &lt;b&gt; &amp; <https://a.example/x|a.example> <#C1NEWS|news>",
            "<b> & https://a.example/x slack:C1NEWS",
        ),
    ]
    for typed, expected in conversation:
        answer = await world.ask(typed)
        assert expected in words(answer["blocks"]), typed
        assert (answer.get("subtype") == "ephemeral") == ("public" not in typed), typed


async def test_readers_cannot_change_things(world: World, slack: Slack, probes: list[Any]) -> None:  # noqa: F811
    refused = await world.ask("probe all --url https://a.example", user="U2BEN")
    assert "Only managers" in words(refused["blocks"])
    allowed = await world.ask("probe all --url https://a.example", user="U1ANNA")
    assert "heard url=https://a.example" in words(allowed["blocks"])
    assert [person for _, _, person, _ in probes] == ["slack:U1ANNA"]


async def test_every_button_and_menu_runs_its_line_as_the_presser(
    world: World,
    slack: Slack,
    probes: list[Any],  # noqa: F811
) -> None:
    answer = await world.ask("probe press")
    found = elements(answer)
    assert list(found) == ["Echo", "Far", "Danger", "Go", "Pick one"]
    assert found["Far"]["value"].startswith("~")  # the line is longer than a button's value may be
    before = len(await world.messages())
    await world.press(answer, found["Echo"], user="U2BEN")
    assert "heard words=pressed" in words((await world.new(before))[0]["blocks"])
    await world.press(answer, found["Far"], user="U2BEN")
    assert "far far" in words((await world.new(before + 1))[0]["blocks"])
    option = found["Pick one"]["options"][1]
    await world.press(answer, found["Pick one"], user="U2BEN", selected_option=option)
    assert "heard words=dark red" in words((await world.new(before + 2))[0]["blocks"])
    await world.press(answer, found["Pick one"], user="U2BEN", selected_option=found["Pick one"]["options"][2])
    assert "heard words=longer than an option's value may be longer" in words(
        (await world.new(before + 3))[0]["blocks"]
    )
    await world.press(answer, found["Go"], user="U2BEN")  # only opens an address
    assert [person for _, _, person, _ in probes[1:]] == ["slack:U2BEN"] * 4


async def test_long_answers_page_with_a_button(world: World, slack: Slack) -> None:
    page = await world.ask("probe long")
    pages = [page]
    while "More" in elements(pages[-1]):
        before = len(await world.messages())
        await world.press(pages[-1], elements(pages[-1])["More"])
        pages += await world.new(before)
    assert len(pages) >= 3
    whole = " ".join(words(one["blocks"]) for one in pages)
    assert all(f"Line {n}:" in whole for n in range(200))
    assert sum(block["type"] == "table" for one in pages for block in one["blocks"]) >= 2
    assert all(sum(block["type"] == "table" for block in one["blocks"]) <= 1 for one in pages)
    assert all(one["subtype"] == "ephemeral" for one in pages)


async def test_a_form_is_checked_in_the_modal_and_then_runs(
    world: World,
    slack: Slack,
    probes: list[Any],  # noqa: F811
) -> None:
    await world.command("probe form")
    view = await until(lambda: _modal(world))
    inputs = {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}
    kinds = {name: block["element"]["type"] for name, block in inputs.items()}
    assert kinds == {
        "words": "plain_text_input",
        "word": "plain_text_input",
        "count": "number_input",
        "url": "plain_text_input",
        "mode": "static_select",
        "at": "timepicker",
        "zone": "external_select",
        "source": "external_select",
        "topics": "multi_static_select",
        "place": "external_select",
        "who": "users_select",
        "channel": "conversations_select",
        "file": "file_input",
        "loud": "checkboxes",
    }
    assert inputs["words"]["element"]["initial_value"] == "given before"

    async with world.session.ws_connect(f"{world.base}/ui") as ui:
        await ui.receive()
        wrong = {"url": {"value": {"type": "plain_text_input", "value": "not an address"}}}
        await ui.send_json({"t": "view_submit", "user": "U1ANNA", "values": wrong})
        errors = await until(lambda: _next(ui, "view_errors"))
    assert "web address" in errors["errors"]["url"]

    await world.submit(
        {
            "url": {"value": {"type": "plain_text_input", "value": "a.example/feed"}},
            "mode": {"value": {"type": "static_select", "selected_option": {"value": "slow"}}},
            "at": {"value": {"type": "timepicker", "selected_time": "09:30"}},
            "zone": {"find:zone": {"type": "external_select", "selected_option": {"value": "Europe/Berlin"}}},
            "topics": {
                "value": {
                    "type": "multi_static_select",
                    "selected_options": [{"value": "privacy_data"}, {"value": "copyright_ip"}],
                }
            },
            "who": {"value": {"type": "users_select", "selected_user": "U2BEN"}},
            "channel": {"value": {"type": "conversations_select", "selected_conversation": "C2OTHER"}},
            "loud": {"value": {"type": "checkboxes", "selected_options": [{"value": "yes"}]}},
        }
    )
    shown = await until(lambda: _modal(world, "shown"))
    assert "heard" in words(shown["blocks"])
    path, args, person, channel = probes[-1]
    assert (path, person, channel) == ("probe echo", "slack:U1ANNA", "slack:C1NEWS")
    assert args == {
        "url": "https://a.example/feed",
        "mode": "slow",
        "at": "09:30",
        "zone": "Europe/Berlin",
        "topics": "privacy_data,copyright_ip",
        "who": "slack:U2BEN",
        "channel": "slack:C2OTHER",
        "loud": True,
    }


async def test_a_command_without_what_it_needs_says_so_and_offers_its_form(world: World, slack: Slack) -> None:
    answer = await world.ask("probe all")
    assert "needs url: An address" in words(answer["blocks"])
    await world.press(answer, elements(answer)["Fill In a Form"])
    view = await until(lambda: _modal(world))
    assert view["title"]["text"] == "/aipolicy probe all"


async def test_a_form_for_managers_does_not_open_for_readers(world: World, slack: Slack) -> None:
    await world.command("probe form", user="U2BEN")
    view = await until(lambda: _modal(world, "shown"))
    assert "Only managers" in words(view["blocks"])


async def test_home_shows_what_there_is_and_offers_managers_their_forms(world: World, slack: Slack) -> None:
    await world.open_home("U1ANNA")
    home = await until(lambda: _home(world, "U1ANNA"))
    offered = elements(home)
    assert {"Read …", "Manage …"} <= set(offered)
    assert "You are a manager here." in words(home["blocks"])
    managed = [option["text"]["text"] for option in offered["Manage …"]["options"]]
    assert "probe all" in managed
    await world.open_home("U2BEN")
    theirs = await until(lambda: _home(world, "U2BEN"))
    assert "Manage …" not in elements(theirs)
    assert "Add a Source" not in elements(theirs)


async def test_direct_messages_and_mentions_are_command_lines(world: World, slack: Slack) -> None:
    await world.open_home("U1ANNA")  # opens the conversation
    state = await world.screen()
    direct = next(channel["id"] for channel in state["channels"] if channel.get("is_im"))
    await world.say("probe echo direct", channel=direct)
    assert "heard words=direct" in words((await world.new(0, direct))[0]["blocks"])
    await world.say("<@U0BOT> probe echo mentioned", channel="C1NEWS")
    mentioned = (await world.new(0))[0]
    assert "heard words=mentioned" in words(mentioned["blocks"])
    assert mentioned["subtype"] == "ephemeral"


async def test_a_file_comes_as_a_direct_message(world: World, slack: Slack) -> None:
    answer = await world.ask("probe file")
    assert "I sent you a.csv" in words(answer["blocks"])
    state = await world.screen()
    direct = next(channel["id"] for channel in state["channels"] if channel.get("is_im"))
    sent = (await world.new(0, direct))[0]
    assert [file["name"] for file in sent["files"]] == ["a.csv"]


async def test_a_card_is_posted_edited_in_place_noted_in_its_thread_and_taken_away(world: World, slack: Slack) -> None:
    receipt = await slack.sender.send(CHANNEL, promise("c1"), CARD)
    assert receipt.permalink.endswith(f"/archives/C1NEWS/p{receipt.message_id.replace('.', '')}")
    posted = (await world.messages())[0]
    assert posted["text"] == "Parliament votes to label synthetic speech (The Example)"
    assert [block["type"] for block in posted["blocks"]] == ["section", "context", "rich_text", "context", "actions"]
    assert list(elements(posted)) == ["Read", "Coverage (1)", "Save", "Useful", "Not for us", "…"]

    grown = type(CARD)(**{name: getattr(CARD, name) for name in CARD.__slots__} | {"version": 2, "withdrawn": True})
    await slack.sender.edit(CHANNEL, promise("e1", kind="edit", message_id=receipt.message_id), grown)
    edited = (await world.messages())[0]
    assert edited["ts"] == posted["ts"]
    assert "Withdrawn by its source" in words(edited["blocks"])

    noted = await slack.sender.send(
        CHANNEL, promise("n1", kind="note", thread_id=receipt.message_id), Reply.say("Now 315 votes")
    )
    assert (await world.messages())[1]["thread_ts"] == receipt.message_id
    assert noted.permalink.endswith(f"?thread_ts={receipt.message_id}&cid=C1NEWS")

    await slack.sender.delete(CHANNEL, promise("x1", kind="delete", message_id=receipt.message_id))
    await slack.sender.delete(CHANNEL, promise("x1", kind="delete", message_id=receipt.message_id))
    assert [one["ts"] for one in await world.messages()] == [noted.message_id]
    with pytest.raises(MessageLost):
        await slack.sender.edit(CHANNEL, promise("e2", kind="edit", message_id=receipt.message_id), CARD)
    with pytest.raises(ChannelLost):
        await slack.sender.send(Channel("slack:C9GONE", CHANNEL.workspace_id), promise("c2"), CARD)


async def test_an_edition_goes_out_in_parts_as_a_thread(world: World, slack: Slack) -> None:
    first = await slack.sender.send(CHANNEL, promise("d0", kind="edition"), EDITION)
    await slack.sender.send(CHANNEL, promise("d1", kind="edition", part=1, thread_id=first.message_id), EDITION)
    shown = await world.messages()
    assert shown[1]["thread_ts"] == shown[0]["ts"]
    whole = " ".join(words(one["blocks"]) for one in shown)
    assert all(f"Story number {n}\n" in whole for n in range(1, 61))
    assert "60 stories from 12 sources" in words(shown[1]["blocks"])


async def test_a_posted_card_answers_its_menu_after_a_restart(world: World, slack: Slack, store: Store) -> None:
    await slack.sender.send(CHANNEL, promise("c1"), CARD)
    posted = (await world.messages())[0]
    await slack.stop()
    again = Slack(SlackOptions(BOT_TOKEN, APP_TOKEN, api_url=world.api), Services(store))
    await again.start()
    try:
        option = elements(posted)["…"]["options"][0]
        await world.press(posted, elements(posted)["…"], selected_option=option)
        answered = (await world.new(1))[0]
        assert answered["subtype"] == "ephemeral"
    finally:
        await again.stop()


async def _modal(world: World, callback: str = "form") -> dict[str, Any] | None:
    stack = (await world.screen())["modalStack"]
    return stack[-1] if stack and stack[-1]["callback_id"] == callback else None


async def _home(world: World, user: str) -> dict[str, Any] | None:
    return dict((await world.screen())["homeViews"].get(user) or {}).get("A01APP")


async def _next(ui: Any, kind: str) -> dict[str, Any] | None:
    message = (await ui.receive()).json()
    return message if message.get("t") == kind else None
