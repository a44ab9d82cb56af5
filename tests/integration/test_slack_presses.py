"""Everything on Slack that can be pressed is pressed, as Slack sends it: Home, its menus, forms, answers, a card."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from filled import NOW, Desk, Offline, value_of
from slack_api import Api, slack_api
from slack_schema import invalid_view, problems
from slack_world import until, words

from bot.commands import COMMANDS, Services
from bot.commands.spec import Arg
from bot.platforms import slack_forms as forms
from bot.platforms.slack import Slack, SlackOptions
from bot.storage import installs, places
from bot.storage.seal import Sealer

pytestmark = pytest.mark.node  # Slack's schema is made by Node

SEALER = Sealer(["k" * 43])
WRONG = ("went wrong on our side", "is not a command", "Usage:", "too old", "Only managers")


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with slack_api() as found:
        yield found


@pytest.fixture
async def slack(api: Api, tmp_path: Path) -> AsyncIterator[Slack]:
    """A workspace with something of everything, of which U1 is a manager."""
    desk = Desk(tmp_path, "slack")
    await desk.settle_in()
    desk.store.step(places.add_manager, "slack:W", "slack:U1", "slack:U1", 0.0)
    desk.store.step(installs.save, installs.Install("slack:W", installs.Secrets("xoxb-1")), SEALER, 0.0)
    options = SlackOptions(
        client_id="1", client_secret="2", signing_secret="3", api_url=api.url, mode="http", sealer=SEALER
    )
    found = Slack(options, Services(desk.store, clock=lambda: NOW, door=Offline()))
    await found.start()
    yield found
    await found.stop()
    desk.close()


async def interact(slack: Slack, **payload: Any) -> dict[str, Any]:
    """One interaction; the acknowledgement's body."""
    whole = {"team": {"id": "W"}, "user": {"id": "U1", "team_id": "W"}, "trigger_id": "1.2", **payload}
    status, _, body = await slack.dispatch(
        urlencode({"payload": json.dumps(whole)}), {"content-type": "application/x-www-form-urlencoded"}
    )
    assert status == 200
    return dict(json.loads(body)) if body.startswith("{") else {}


def presses(view: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(label, action) of every button, and of every option of every menu, in a view."""
    for block in view["blocks"]:
        for element in block.get("elements") or ():
            common = {"type": element["type"], "block_id": block.get("block_id", "b"), "action_ts": "1"}
            if "action_id" in element:
                common["action_id"] = element["action_id"]
            if element["type"] == "button":
                yield element["text"]["text"], {**common, "value": element.get("value", "")}
            for option in element.get("options") or ():
                yield option["text"]["text"], {**common, "selected_option": option}


def good(view: dict[str, Any], label: str) -> dict[str, Any]:
    """A view Slack takes, that says nothing went wrong."""
    assert problems(view["blocks"], view=True) == [], label
    assert invalid_view(view) == [], label
    said = words(view["blocks"])
    assert said.strip(), label
    assert not any(phrase in said for phrase in WRONG), (label, said[:300])
    return view


async def home(slack: Slack, api: Api) -> dict[str, Any]:
    before = len(api.of("views.publish"))
    inner = {"type": "app_home_opened", "user": "U1", "channel": "D9", "tab": "home"}
    body = {"type": "event_callback", "team_id": "W", "event_id": f"Ev{before}", "event": inner}
    await slack.dispatch(json.dumps(body), {"content-type": "application/json"})
    return dict((await until(lambda: api.of("views.publish")[before:]))[0]["view"])


async def pressed(slack: Slack, api: Api, method: str, view: dict[str, Any], action: dict[str, Any]) -> dict[str, Any]:
    before = len(api.of(method))
    await interact(slack, type="block_actions", view=view, actions=[action])
    return dict((await until(lambda: api.of(method)[before:]))[0]["view"])


async def test_everything_on_home_opens_something(slack: Slack, api: Api) -> None:
    shown = good(await home(slack, api), "Home")
    labels = []
    for label, action in presses(shown):
        if action["action_id"].startswith("open"):
            await interact(slack, type="block_actions", view={**shown, "id": "V0"}, actions=[action])
            continue
        good(await pressed(slack, api, "views.open", {**shown, "id": "V0"}, action), label)
        labels.append(label)
    assert {"Add a Source", "Follow in a Channel", "Schedule a Digest", "Latest"} <= set(labels)
    assert set(COMMANDS) <= set(labels)


async def test_everything_in_an_answer_changes_its_modal(slack: Slack, api: Api) -> None:
    """Every button and menu of every answer that Home can open, once each."""
    shown = await home(slack, api)
    seen: set[str] = set()
    for label, action in list(presses(shown)):
        if action["action_id"].startswith("open"):
            continue
        first = await pressed(slack, api, "views.open", {**shown, "id": "V0"}, action)
        for inner, one in presses(first):
            chosen = one.get("value") or one.get("selected_option", {}).get("value", "")
            line = f"{one['action_id'].partition(':')[0]} {chosen}"
            if line in seen or one["action_id"].startswith("open"):
                continue
            seen.add(line)
            method = "views.push" if line.startswith("form") and "{" in line else "views.update"
            good(await pressed(slack, api, method, {**first, "id": "V1"}, one), f"{label} > {inner}")
    assert len(seen) > 20, seen


def given(arg: Arg, block: dict[str, Any]) -> dict[str, Any]:
    """What a person puts into one field, as Slack sends it for its kind of element."""
    element, value = block["element"], value_of(arg)
    option = {"text": {"type": "plain_text", "text": "x"}, "value": value}
    match element["type"]:
        case "static_select":
            return {"selected_option": element["options"][0]}
        case "multi_static_select":
            return {"selected_options": element["options"][:2]}
        case "external_select":
            return {"selected_option": option}
        case "multi_external_select":
            return {"selected_options": [{**option, "value": "EU"}, {**option, "value": "US-CA"}]}
        case "checkboxes":
            return {"selected_options": element["options"]}
        case "timepicker":
            return {"selected_time": value}
        case "users_select":
            return {"selected_user": "U2"}
        case "conversations_select":
            return {"selected_conversation": "C"}
    return {"value": value}


@pytest.mark.parametrize("whole", [False, True], ids=["what it needs", "every field"])
async def test_every_form_can_be_sent(slack: Slack, api: Api, whole: bool) -> None:
    """From Home, with the channel chosen in the form: what was typed is understood, whatever the answer is."""
    shown = await home(slack, api)
    menus = [(label, action) for label, action in presses(shown) if action["type"] == "static_select"]
    sent = 0
    for label, action in menus:
        view = await pressed(slack, api, "views.open", {**shown, "id": "V0"}, action)
        if view["callback_id"] != forms.FORM:
            continue
        args = {arg.name: arg for arg in COMMANDS[label].args}
        values: dict[str, Any] = {}
        for block in view["blocks"]:
            if block["type"] != "input":
                continue
            name, element = block["block_id"], block["element"]
            if name == forms.CHANNEL:
                values[name] = {"value": {"type": element["type"], "selected_conversation": "C"}}
            elif whole or not block.get("optional"):
                values[name] = {element["action_id"]: {"type": element["type"], **given(args[name], block)}}
        state = {**view, "id": "V1", "state": {"values": values}}
        answer = await interact(slack, type="view_submission", view=state)
        assert answer["response_action"] == "update", (label, answer)
        said = words(answer["view"]["blocks"])
        assert "went wrong on our side" not in said, label
        assert "Only managers" not in said, label
        sent += 1
    assert sent > 30
