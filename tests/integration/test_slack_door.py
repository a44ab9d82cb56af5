"""Slack's door with payloads as Slack documents them: views, Home, shortcuts, searching, channels, uninstalling."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from filled import fill
from slack_api import MEMBER, Api, slack_api
from slack_probe import CARD, NOON, probes  # noqa: F401  # a fixture
from slack_schema import invalid_view
from slack_world import elements, until, words

from bot.commands import COMMANDS, Command, Services
from bot.model import Channel, Reply, Words, Workspace
from bot.platforms import slack_answers, slack_door
from bot.platforms import slack_forms as forms
from bot.platforms.slack import Slack, SlackOptions
from bot.platforms.slack_answers import Answers
from bot.platforms.slack_payloads import links_of, story_of, typed
from bot.platforms.slack_people import profile
from bot.render import slack as render
from bot.speech import speech
from bot.storage import follows, installs, lanes, places
from bot.storage.follows import FollowSettings
from bot.storage.seal import Sealer
from bot.storage.store import Store

pytestmark = pytest.mark.usefixtures("probes")

SEALER = Sealer(["k" * 43])


class Hooks:
    """Answers that came to a response_url."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        self.said.append(await request.json())
        return web.Response(text="ok")


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with slack_api() as found:
        found.users["U2"] = {**MEMBER, "id": "U2", "locale": "en-GB"}
        yield found


@pytest.fixture
async def hooks() -> AsyncIterator[Hooks]:
    found = Hooks()
    app = web.Application()
    app.router.add_post("/hook", found.take)
    server = TestServer(app)
    await server.start_server()
    found.url = str(server.make_url("/hook"))
    yield found
    await server.close()


@pytest.fixture
def store(tmp_path: Path) -> Any:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    yield store
    store.close()


@pytest.fixture
async def slack(api: Api, store: Store) -> AsyncIterator[Slack]:
    """Installed in T1 by U1."""
    store.step(places.ensure, Workspace("slack:T1", "slack", "Desk"), Channel("slack:C1", "slack:T1", "news"), 0.0)
    store.step(places.add_manager, "slack:T1", "slack:U1", "slack:U1", 0.0)
    secrets = installs.Secrets("xoxb-1")
    store.step(installs.save, installs.Install("slack:T1", secrets, bot_user="U0BOT"), SEALER, 0.0)
    options = SlackOptions(
        client_id="1", client_secret="2", signing_secret="3", api_url=api.url, mode="http", sealer=SEALER
    )
    found = Slack(options, Services(store, clock=lambda: NOON))
    await found.start()
    yield found
    await found.stop()


async def send(slack: Slack, payload: dict[str, Any]) -> dict[str, Any]:
    """Post an interaction; the acknowledgement's body."""
    status, _, body = await slack.dispatch(
        urlencode({"payload": json.dumps(payload)}), {"content-type": "application/x-www-form-urlencoded"}
    )
    assert status == 200
    return dict(json.loads(body)) if body else {}


async def event(slack: Slack, inner: dict[str, Any], number: str = "Ev1", team: str = "T1") -> None:
    body = {"type": "event_callback", "team_id": team, "event_id": number, "event": inner}
    status, _, _ = await slack.dispatch(json.dumps(body), {"content-type": "application/json"})
    assert status == 200


def base(user: str = "U1", **more: Any) -> dict[str, Any]:
    return {"team": {"id": "T1"}, "user": {"id": user, "team_id": "T1"}, "trigger_id": "1.2.3", **more}


def action(element: dict[str, Any], **more: Any) -> dict[str, Any]:
    kept = {key: element[key] for key in ("type", "action_id", "value") if key in element}
    return {**kept, "block_id": "b", "action_ts": "1", **more}


# --------------------------------------------------------------------------- Home


async def _home(slack: Slack, api: Api, user: str = "U1") -> dict[str, Any]:
    before = len(api.of("views.publish"))
    await event(slack, {"type": "app_home_opened", "user": user, "channel": "D9", "tab": "home"}, f"Ev{user}{before}")
    return (await until(lambda: api.of("views.publish")[before:]))[0]["view"]


@pytest.mark.parametrize("here", [True, False])
async def test_home_opens_forms_and_asks_for_the_channel_where_it_matters(
    slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch, *, here: bool
) -> None:
    monkeypatch.setattr(slack_answers, "HERE", frozenset({"probe all"} if here else ()))
    home = await _home(slack, api)
    manage = elements(home)["Manage …"]
    option = next(option for option in manage["options"] if option["text"]["text"] == "probe all")
    pressed = base(view={**home, "id": "V0", "type": "home"}, type="block_actions")
    await send(slack, {**pressed, "actions": [action(manage, selected_option=option)]})
    view = (await until(lambda: api.of("views.open")))[0]["view"]
    asked = {block["block_id"]: block for block in view["blocks"]}
    assert (forms.CHANNEL in asked) is here
    if here:
        assert asked[forms.CHANNEL]["element"]["type"] == "conversations_select"
        assert asked[forms.CHANNEL]["optional"]

    state = {
        **({forms.CHANNEL: {"value": {"type": "conversations_select", "selected_conversation": "C1"}}} if here else {}),
        "url": {"value": {"type": "plain_text_input", "value": "https://a.example"}},
    }
    submitted = base(type="view_submission", view={**view, "id": "V1", "type": "modal", "state": {"values": state}})
    answer = await send(slack, submitted)
    assert answer["response_action"] == "update"
    assert "heard url=https://a.example" in words(answer["view"]["blocks"])
    assert json.loads(answer["view"]["private_metadata"])["channel"].startswith("C1" if here else "D")
    await until(lambda: len(api.of("views.publish")) == 2)  # Home shows what changed


async def test_an_answer_from_home_opens_in_a_modal(slack: Slack, api: Api) -> None:
    home = await _home(slack, api)
    latest = elements(home)["Latest"]
    await send(slack, base(type="block_actions", view={**home, "id": "V0"}, actions=[action(latest)]))
    view = (await until(lambda: api.of("views.open")))[0]["view"]
    assert view["callback_id"] == "shown"
    assert view["title"]["text"] == "/aipolicy latest"


async def test_buttons_in_a_modal_change_that_modal_and_keep_its_channel(
    slack: Slack,
    api: Api,
    probes: list[Any],  # noqa: F811
) -> None:
    view = {
        "id": "V7",
        "type": "modal",
        "callback_id": "shown",
        "private_metadata": json.dumps({"command": "probe all", "channel": "C1"}),
        "blocks": [],
    }
    pressed = {"type": "button", "action_id": "line:0", "value": "probe echo inside"}
    await send(slack, base(type="block_actions", view=view, actions=[action(pressed)]))
    updated = (await until(lambda: api.of("views.update")))[0]
    assert updated["view_id"] == "V7"
    assert "heard words=inside" in words(updated["view"]["blocks"])
    assert probes[-1][3] == "slack:C1"


async def test_a_slow_form_shows_that_it_works_and_then_its_answer(
    slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = asyncio.Event()
    echo = COMMANDS["probe echo"]

    async def slow(request: Any) -> Any:
        await release.wait()
        return await echo.run(request)

    monkeypatch.setattr(slack_door, "FORM_SECONDS", 0.05)
    monkeypatch.setitem(COMMANDS, "probe slow", Command("probe slow", "Takes its time", slow, echo.args))
    state = {"words": {"value": {"type": "plain_text_input", "value": "patience"}}}
    view = {
        "id": "V8",
        "type": "modal",
        "callback_id": "form",
        "private_metadata": json.dumps({"command": "probe slow", "channel": "C1"}),
        "state": {"values": state},
        "blocks": [],
    }
    answer = await send(slack, base(type="view_submission", view=view))
    assert "One moment" in words(answer["view"]["blocks"])
    release.set()
    updated = (await until(lambda: api.of("views.update")))[0]
    assert "heard words=patience" in words(updated["view"]["blocks"])


async def test_a_slow_command_is_acknowledged_first(
    slack: Slack, hooks: Hooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = asyncio.Event()
    echo = COMMANDS["probe echo"]

    async def slow(request: Any) -> Any:
        await release.wait()
        return await echo.run(request)

    monkeypatch.setitem(COMMANDS, "probe slow", Command("probe slow", "Takes its time", slow, echo.args))
    status, _, body = await slack.dispatch(*_typed("probe slow patience", "U1", "C1", hooks))
    assert (status, body, hooks.said) == (200, "", [])  # acknowledged while the answer is not even there
    release.set()
    said = (await until(lambda: hooks.said))[0]
    assert "heard words=patience" in words(said["blocks"])


async def test_a_fault_of_ours_is_said_and_stays_alone(
    slack: Slack, hooks: Hooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(request: Any) -> Any:
        raise RuntimeError("a secret detail")

    monkeypatch.setitem(COMMANDS, "probe broken", Command("probe broken", "Breaks", broken))
    await slack.dispatch(*_typed("probe broken", "U1", "C1", hooks))
    said = (await until(lambda: hooks.said))[0]
    assert "went wrong on our side" in words(said["blocks"])
    assert "secret detail" not in str(said)
    await slack.dispatch(*_typed("probe echo on", "U1", "C1", hooks))
    await until(lambda: hooks.said[1:])


async def _broken(*_: Any, **__: Any) -> Any:
    raise RuntimeError("a secret detail")


FAULT = "went wrong on our side"


async def test_a_fault_after_a_press_in_home_opens_a_line_about_it(
    slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = await _home(slack, api)
    monkeypatch.setattr(slack_door, "line_of", _broken)
    await send(slack, base(type="block_actions", view={**home, "id": "V0"}, actions=[action(elements(home)["Latest"])]))
    view = (await until(lambda: api.of("views.open")))[0]["view"]
    assert FAULT in words(view["blocks"])
    assert "secret" not in str(view)
    assert invalid_view(view) == []


async def test_a_fault_after_a_press_in_a_modal_is_said_in_it(
    slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slack_door, "line_of", _broken)
    view = {"id": "V7", "type": "modal", "callback_id": "shown", "private_metadata": "", "blocks": []}
    pressed = {"type": "button", "action_id": "line:0", "value": "probe echo inside"}
    await send(slack, base(type="block_actions", view=view, actions=[action(pressed)]))
    updated = (await until(lambda: api.of("views.update")))[0]
    assert updated["view_id"] == "V7"
    assert FAULT in words(updated["view"]["blocks"])


async def test_a_fault_while_a_form_counts_leaves_the_form_alone(
    slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    async def broken(*_: Any, **__: Any) -> Any:
        asked.append(1)
        raise RuntimeError("a secret detail")

    monkeypatch.setattr(Answers, "counted", broken)
    where = json.dumps({"command": "follow", "channel": "C1"})
    view = {"id": "V7", "type": "modal", "callback_id": "form", "private_metadata": where, "blocks": []}
    typed = {"type": "plain_text_input", "action_id": "value", "value": "chatbot"}
    await send(slack, base(type="block_actions", view=view, actions=[action(typed)]))
    await until(lambda: asked)
    await slack._door.finish(1.0)
    assert not api.of("views.update")


async def test_a_fault_after_a_form_is_sent_takes_its_place(
    slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "with_files", _broken)
    view = {
        "id": "V8",
        "type": "modal",
        "callback_id": "form",
        "private_metadata": json.dumps({"command": "probe echo", "channel": "C1"}),
        "state": {"values": {"words": {"value": {"type": "plain_text_input", "value": "hello"}}}},
        "blocks": [],
    }
    answer = await send(slack, base(type="view_submission", view=view))
    assert answer["response_action"] == "update"
    assert FAULT in words(answer["view"]["blocks"])
    assert invalid_view(answer["view"]) == []


async def test_a_fault_after_a_mention_or_with_home_is_said_there(
    slack: Slack, api: Api, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.step(places.set_workspace, "slack:T1", 0.0, locale="de")
    monkeypatch.setattr(Answers, "run", _broken)
    said = {"type": "app_mention", "user": "U1", "channel": "C1", "text": "<@U0BOT> latest", "thread_ts": "7.7"}
    await event(slack, said, "EvM")
    told = (await until(lambda: api.of("chat.postEphemeral")))[0]
    assert (told["channel"], told["user"], told["thread_ts"]) == ("C1", "U1", "7.7")
    assert "Das ging auf unserer Seite schief" in words(told["blocks"])
    monkeypatch.setattr(slack_door, "home_view", _broken)
    assert "Das ging auf unserer Seite schief" in words((await _home(slack, api))["blocks"])


@pytest.mark.parametrize("alone", [True, False])
async def test_more_and_back_turn_the_pages_of_an_answer_only_its_asker_sees(
    slack: Slack, hooks: Hooks, monkeypatch: pytest.MonkeyPatch, *, alone: bool
) -> None:
    async def long(request: Any) -> Reply:
        return Reply(tuple(Words(f"Paragraph {number}. " + "word " * 500) for number in range(12)))

    monkeypatch.setitem(COMMANDS, "probe long", Command("probe long", "Long", long))
    await slack.dispatch(*_typed("probe long", "U1", "C1", hooks))
    first = (await until(lambda: hooks.said))[0]
    assert not first["replace_original"]
    assert [label for label in elements(first) if label in ("Back", "More")] == ["More"]

    async def press(shown: dict[str, Any], label: str) -> dict[str, Any]:
        before = len(hooks.said)
        container = {"type": "message", "is_ephemeral": alone}
        pressed = base(type="block_actions", container=container, channel={"id": "C1"}, response_url=hooks.url)
        await send(slack, {**pressed, "actions": [action(elements(shown)[label])]})
        return (await until(lambda: hooks.said[before:]))[0]

    second = await press(first, "More")
    assert second["replace_original"] is alone
    assert words(second["blocks"]) != words(first["blocks"])
    again = await press(second, "Back")
    assert words(again["blocks"]) == words(first["blocks"])
    line = {"type": "button", "action_id": "line:0", "value": "probe echo x --page 2"}
    before = len(hooks.said)
    container = {"type": "message", "is_ephemeral": alone}
    pressed = base(type="block_actions", container=container, channel={"id": "C1"}, response_url=hooks.url)
    await send(slack, {**pressed, "actions": [action(line)]})
    refused = (await until(lambda: hooks.said[before:]))[0]
    assert not refused["replace_original"]  # a mistake does not take the place of what was there


async def test_more_and_back_turn_the_pages_of_a_modal(slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    async def long(request: Any) -> Reply:
        return Reply(tuple(Words(f"Paragraph {number}.") for number in range(150)))

    monkeypatch.setitem(COMMANDS, "probe long", Command("probe long", "Long", long))
    shown = {"id": "V7", "type": "modal", "callback_id": "shown", "private_metadata": "", "blocks": []}

    async def press(view: dict[str, Any], element: dict[str, Any]) -> dict[str, Any]:
        before = len(api.of("views.update"))
        await send(slack, base(type="block_actions", view={**view, "id": "V7"}, actions=[action(element)]))
        return dict((await until(lambda: api.of("views.update")[before:]))[0]["view"])

    first = await press(shown, {"type": "button", "action_id": "line:0", "value": "probe long"})
    second = await press(first, elements(first)["More"])
    again = await press(second, elements(second)["Back"])
    for view in (first, second, again):
        assert invalid_view(view) == []
        assert view["title"]["text"] == "/aipolicy probe long"
        assert "Type" not in words(view["blocks"])
    said = [words(view["blocks"]) for view in (first, second, again)]
    assert "Paragraph 149." in said[1]
    assert "Paragraph 0." not in said[1]
    assert said[2] == said[0]
    assert "More" not in elements(second)


async def test_a_database_that_is_gone_is_said_in_one_sentence(slack: Slack, hooks: Hooks, store: Store) -> None:
    def broken(db: Any) -> None:
        db.exec_driver_sql("DROP TABLE people")

    store.step(broken)
    await slack.dispatch(*_typed("probe echo hello", "U1", "C1", hooks))
    said = (await until(lambda: hooks.said))[0]
    assert "The database" in words(said["blocks"])
    assert said["response_type"] == "ephemeral"


async def test_searching_in_a_form_finds_values_and_what_was_typed(slack: Slack, api: Api) -> None:
    asked = base(type="block_suggestion", block_id="zone", action_id="find:zone", value="berl", view={"type": "modal"})
    found = await send(slack, asked)
    assert "Europe/Berlin" in [option["value"] for option in found["options"]]
    asked = base(
        type="block_suggestion", block_id="m", action_id="find:measure", value="HB 9999", view={"type": "modal"}
    )
    assert (await send(slack, asked))["options"][-1]["value"] == "HB 9999"


async def _follow_form(slack: Slack, api: Api) -> dict[str, Any]:
    """The form behind Home's button."""
    button = elements(await _home(slack, api))["Follow in a Channel"]
    before = len(api.of("views.open"))
    home = {"id": "V0", "type": "home", "blocks": []}
    await send(slack, base(type="block_actions", view=home, actions=[action(button)]))
    return dict((await until(lambda: api.of("views.open")[before:]))[0]["view"])


def _count(view: dict[str, Any]) -> str:
    return words(next(block for block in view["blocks"] if block["block_id"] == forms.COUNTED))


async def test_follow_is_counted_anew_with_every_filter(slack: Slack, api: Api, store: Store) -> None:
    """Each field that says which cards come is dispatched, and the line under them follows; no other field is."""
    workspace, channel = Workspace("slack:T1", "slack"), Channel("slack:C1", "slack:T1", "news")
    store.step(fill, workspace, channel)
    view = await _follow_form(slack, api)
    assert _count(view).endswith("The newest: Senate passes chatbot bill number 1 (Policy Courier)")
    inputs = {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}
    live = {name for name, block in inputs.items() if block.get("dispatch_action")}
    assert live == {"rule", "topics", "places", "sources", "words"}
    assert inputs["places"]["element"]["type"] == "multi_external_select"
    chosen = [{"text": {"type": "plain_text", "text": "California"}, "value": "US-CA"}]
    states: list[tuple[str, str, dict[str, Any], str]] = [
        ("rule", "value", {"type": "plain_text_input", "value": "number 2"}, "bill number 2"),
        ("words", "value", {"type": "plain_text_input", "value": "turnips"}, "Nothing stored matches yet"),
        ("places", "find:place", {"type": "multi_external_select", "selected_options": chosen}, "bill number 2"),
        (
            "topics",
            "value",
            {"type": "multi_static_select", "selected_options": [{"value": "privacy_data"}]},
            "Nothing stored matches yet",
        ),
        ("rule", "value", {"type": "plain_text_input", "value": "(number"}, "never closed"),
    ]
    for block, name, given, expected in states:
        before = len(api.of("views.update"))
        shown = {**view, "id": "V9", "type": "modal", "state": {"values": {block: {name: given}}}}
        await send(slack, base(type="block_actions", view=shown, actions=[action({**given, "action_id": name})]))
        updated = (await until(lambda before=before: api.of("views.update")[before:]))[0]
        assert updated["view_id"] == "V9"
        assert expected in _count(updated["view"]), block
        assert [one for one in updated["view"]["blocks"] if one["block_id"] != forms.COUNTED] == [
            one for one in view["blocks"] if one["block_id"] != forms.COUNTED
        ]


async def test_only_the_newest_count_is_shown(slack: Slack, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    """People type faster than we count: what was counted for an earlier letter is not shown after a later one."""
    release = asyncio.Event()
    echo = COMMANDS["probe echo"]

    async def counting(request: Any) -> Any:
        if request.args.get("words") == "a":
            await release.wait()
        return await echo.run(request)

    monkeypatch.setattr(forms, "LIVE", ("probe echo",))
    monkeypatch.setitem(COMMANDS, "probe echo", Command("probe echo", "Slow at first", counting, echo.args))
    view = {
        "id": "V9",
        "type": "modal",
        "callback_id": "form",
        "private_metadata": json.dumps({"command": "probe echo", "channel": "C1"}),
        "title": {"type": "plain_text", "text": "t"},
        "blocks": [forms.counted("nothing yet")],
    }
    for typed_words in ("a", "ab"):
        given = {"type": "plain_text_input", "action_id": "value", "value": typed_words}
        state = {"values": {"words": {"value": given}}}
        await send(slack, base(type="block_actions", view={**view, "state": state}, actions=[action(given)]))
    updated = (await until(lambda: api.of("views.update")))[0]["view"]
    assert words(updated["blocks"]) == "heard words=ab"
    release.set()
    await slack.stop()  # waits for what is under way
    assert len(api.of("views.update")) == 1


# --------------------------------------------------------------------------- shortcuts


async def test_why_on_a_card_asks_about_its_story_and_on_others_about_their_link(
    slack: Slack, hooks: Hooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    echo = COMMANDS["probe echo"]
    monkeypatch.setitem(COMMANDS, "why", Command("why", "Why", echo.run, echo.args))
    card = {"blocks": json.loads(json.dumps(render.card(CARD).blocks)), "text": "x"}
    other = {"text": "see <https://a.example/b?c=1&amp;d=2|this> and <@U1>"}
    for message, expected in ((card, "heard words=7"), (other, "heard words=https://a.example/b?c=1&d=2")):
        shortcut = base(
            type="message_action",
            callback_id="why_posted",
            channel={"id": "C1", "name": "news"},
            message=message,
            response_url=hooks.url,
        )
        before = len(hooks.said)
        await send(slack, shortcut)
        said = (await until(lambda before=before: hooks.said[before:]))[0]
        assert expected in words(said["blocks"])
        assert said["response_type"] == "ephemeral"


async def test_a_feed_is_only_offered_when_asked_for(
    slack: Slack, hooks: Hooks, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    echo = COMMANDS["probe echo"]
    monkeypatch.setitem(COMMANDS, "sources add", Command("sources add", "Add", echo.run, echo.args))
    await event(
        slack,
        {"type": "message", "channel_type": "channel", "user": "U1", "text": "<https://a.example>", "channel": "C1"},
    )
    shortcut = base(type="message_action", callback_id="add_feed", channel={"id": "C1"}, response_url=hooks.url)
    cases = [("no link", "There is no link"), ("<https://a.example/x>", "heard words=https://a.example/x")]
    for text, expected in cases:
        before = len(hooks.said)
        await send(slack, {**shortcut, "message": {"text": text}})
        said = (await until(lambda before=before: hooks.said[before:]))[0]
        assert expected in words(said["blocks"])
    two = {"text": "<https://a.example> <https://b.example>"}
    await send(slack, {**shortcut, "message": two})
    said = (await until(lambda: hooks.said[2:]))[0]
    assert [one["value"] for one in elements(said).values()] == [
        "sources add https://a.example",
        "sources add https://b.example",
    ]
    assert len(hooks.said) == 3  # the message itself was not answered


# --------------------------------------------------------------------------- rights


@pytest.mark.parametrize(
    ("user", "manager"),
    [
        ({}, True),
        ({"is_restricted": True}, False),
        ({"is_ultra_restricted": True}, False),
        ({"is_stranger": True}, False),
        ({"deleted": True}, False),
        ({"is_bot": True}, False),
        ({"team_id": "T2"}, False),
        ({"team_id": "E1", "enterprise_user": {"teams": ["T1", "T5"]}}, True),
    ],
)
async def test_every_managers_command_asks_who_it_is(
    slack: Slack, api: Api, hooks: Hooks, user: dict[str, Any], manager: bool
) -> None:
    """U1 was made a manager; what Slack says of them now decides whether they still are one."""
    api.users["U1"] = {**MEMBER, **user}
    command = {
        "command": "/aipolicy",
        "text": "probe all --url https://a.example",
        "user_id": "U1",
        "team_id": "T1",
        "channel_id": "C1",
        "response_url": hooks.url,
    }
    await slack.dispatch(urlencode(command), {"content-type": "application/x-www-form-urlencoded"})
    said = (await until(lambda: hooks.said))[0]
    assert ("heard" in words(said["blocks"])) == manager


ROLES: dict[str, tuple[dict[str, Any], bool]] = {
    "manager": ({}, True),
    "reader": ({"id": "U2"}, False),
    "guest": ({"is_restricted": True}, False),
    "stranger": ({"is_stranger": True, "team_id": "T2"}, False),
}


@pytest.mark.parametrize("role", ROLES)
async def test_every_command_for_every_role(slack: Slack, api: Api, hooks: Hooks, role: str) -> None:
    """Reading is for all, writing for managers, whatever the command; nothing of a refused one runs."""
    said_of_them, manager = ROLES[role]
    user = str(said_of_them.get("id", "U1"))
    api.users[user] = {**MEMBER, "id": user, **said_of_them}
    sample = {"url": "https://a.example/", "count": "1", "days": "1", "time": "09:00"}
    for path, command in list(COMMANDS.items()):
        before = len(hooks.said)
        given = " ".join(
            f"--{arg.name.replace('_', '-')}={arg.choices[0] if arg.choices else sample.get(arg.kind, '1')}"
            for arg in command.args
            if arg.required
        )
        await slack.dispatch(*_typed(f"{path} {given}", user, "C1", hooks))
        said = (await until(lambda before=before: hooks.said[before:] or api.of("chat.postMessage")))[0]
        refused = "Only managers" in words(said["blocks"])
        assert refused == (command.who == "manager" and not manager), path


def _typed(text: str, user: str, channel: str, hooks: Hooks) -> tuple[str, dict[str, str]]:
    """A slash command as Slack posts it."""
    line = {
        "command": "/aipolicy",
        "text": text,
        "user_id": user,
        "team_id": "T1",
        "channel_id": channel,
        "response_url": hooks.url,
    }
    return urlencode(line), {"content-type": "application/x-www-form-urlencoded"}


async def test_a_shared_channel_is_its_own_workspaces_to_change(
    slack: Slack, api: Api, hooks: Hooks, store: Store
) -> None:
    """A manager of T1 types in a channel that T2 brought in: they may read there, not change."""
    store.step(places.ensure, Workspace("slack:T2", "slack"), Channel("slack:C7", "slack:T2", "shared"), 0.0)
    await slack.dispatch(*_typed("probe all --url https://a.example", "U1", "C7", hooks))
    await slack.dispatch(*_typed("probe echo reading", "U1", "C7", hooks))
    await until(lambda: len(hooks.said) == 2)
    assert sorted("heard" in words(said["blocks"]) for said in hooks.said) == [False, True]


def test_admins_count_as_managers_only_with_the_single_token() -> None:
    teams = frozenset({"T1"})
    assert profile({"team_id": "T1", "is_admin": True}, teams).admin
    assert profile({"team_id": "T1", "is_owner": True}, teams).admin
    assert not profile({"team_id": "T1"}, teams).admin
    assert not profile({"team_id": "T2", "is_admin": True}, teams).admin
    assert not profile({"team_id": "T1", "is_admin": True, "is_restricted": True}, teams).admin
    assert not profile({}, teams).member


async def test_people_are_answered_in_their_language(api: Api, store: Store, hooks: Hooks) -> None:
    """What they chose here, else what their Slack speaks where the workspace chose nothing, else the workspace's."""
    asked: list[str] = []

    def listening(locale: str) -> Any:
        asked.append(locale)
        return speech(locale)

    api.users |= {"U1": {**MEMBER, "locale": "de-AT"}, "U2": {**MEMBER, "id": "U2", "locale": "ja-JP"}}
    slack = Slack(
        SlackOptions("xoxb-1", signing_secret="s", mode="http", api_url=api.url),
        Services(store, speech=listening, clock=lambda: NOON),
    )
    await slack.start()
    cases = [("U1", "", "en", "de-AT"), ("U2", "", "en", "en"), ("U2", "", "de", "de"), ("U1", "en", "de", "en")]
    for user, chosen, workspace, expected in cases:
        store.step(places.set_person, f"slack:{user}", "slack:T1", locale=chosen)
        store.step(places.set_workspace, "slack:T1", 0.0, locale=workspace)
        asked.clear()
        before = len(hooks.said)
        await slack.dispatch(*_typed("probe all", user, "C1", hooks))
        await until(lambda before=before: hooks.said[before:])
        assert set(asked) == {expected}, (user, chosen, workspace)
    await slack.stop()


# --------------------------------------------------------------------------- what happens to channels


async def test_channels_pause_with_grace_and_resume_by_themselves(slack: Slack, api: Api, store: Store) -> None:
    channel = Channel("slack:C1", "slack:T1", "news")
    store.step(follows.save, channel, rule="", instant="", settings=FollowSettings(), by="slack:U1", now=0.0)
    store.step(lanes.pause, "slack:C1", NOON.timestamp() + 3600, "is_archived")
    steps = [
        ({"type": "channel_archive", "channel": "C1", "user": "U2"}, "paused"),
        ({"type": "channel_unarchive", "channel": "C1", "user": "U2"}, "ok"),
        ({"type": "channel_left", "channel": "C1"}, "paused"),
        ({"type": "member_joined_channel", "channel": "C1", "user": "U2"}, "paused"),
        ({"type": "member_joined_channel", "channel": "C1", "user": "U0BOT"}, "ok"),
        ({"type": "channel_deleted", "channel": "C1"}, "gone"),
    ]
    for number, (inner, state) in enumerate(steps):
        await event(slack, inner, f"Ev{number}")
        await until(lambda state=state: _state(store) == state)
        if state == "ok":
            assert store.look(lanes.longest, "slack:C1").until == 0.0  # tried at once
    assert store.look(follows.get, "slack:C1") is not None  # nothing is deleted
    told = [sent["text"] for sent in await until(lambda: api.of("chat.postMessage")) if sent["channel"] == "DU1"]
    assert told[0].startswith("#news was archived, so nothing is posted there.")


def _state(store: Store) -> str:
    channel = store.look(places.find_channel, "slack:C1")
    assert channel is not None
    return channel.state


async def test_an_event_sent_again_counts_once(slack: Slack, api: Api) -> None:
    said = {
        "type": "message",
        "channel_type": "im",
        "user": "U1",
        "channel": "D1",
        "text": "probe echo once",
        "ts": "1",
    }
    await event(slack, said, "EvX")
    await event(slack, said, "EvX")
    await event(slack, {**said, "text": "probe echo twice"}, "EvY")
    sent = await until(lambda: len(api.of("chat.postMessage")) >= 2 and api.of("chat.postMessage"))
    assert ["once" in words(one["blocks"]) for one in sent] == [True, False]


async def test_uninstalling_and_revoking_stop_everything_and_delete_nothing(
    slack: Slack, api: Api, store: Store
) -> None:
    await event(slack, {"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}}, "Ev1")  # a person's token only
    await event(slack, {"type": "app_uninstalled"}, "Ev2")
    await until(lambda: store.look(places.find_workspace, "slack:T1").state == "removed")
    found = store.look(installs.find, "slack:T1", SEALER)
    assert found is not None
    assert found.state == "removed"
    assert store.look(places.list_managers, "slack:T1") == ("slack:U1",)
    assert store.look(places.find_channel, "slack:C1") is not None


# --------------------------------------------------------------------------- reading payloads


def test_what_slack_encodes_is_read_as_it_was_typed() -> None:
    assert typed("a &lt;b&gt; &amp;amp;") == "a <b> &amp;"
    assert typed("<https://a.example/?x=1&amp;y=2>") == "https://a.example/?x=1&y=2"
    assert typed("<mailto:a@b.example|a@b.example>") == "a@b.example"
    assert typed("<!channel> in <#C1|news> by <@U1>") == "@channel in slack:C1 by slack:U1"
    assert links_of({"text": "<javascript:x|y> <#C1|news>"}) == ()
    assert story_of({"blocks": [{"type": "actions", "elements": [{"value": "story 7"}]}]}) == ""
