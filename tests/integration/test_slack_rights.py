"""Who may do what on Slack: every command x every kind of person x every door, by payloads as Slack documents them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from filled import Offline, line_of, value_of
from slack_api import MEMBER, Api, slack_api
from slack_world import until, words

from bot.commands import COMMANDS, Command, Services
from bot.commands.slash import HERE
from bot.model import Channel, Workspace
from bot.platforms import slack_forms as forms
from bot.platforms.slack import Slack, SlackOptions
from bot.storage import installs, places
from bot.storage.seal import Sealer
from bot.storage.store import Store

SEALER = Sealer(["k" * 43])
REFUSED = "Only managers of this workspace may use"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Role:
    """What Slack says of a person, and what that lets them do."""

    user: dict[str, Any]
    named: bool = False  # by `managers add`, or as the one who installed the app
    single: bool = False  # one workspace, whose token is in the settings
    manager: bool = False
    channel: str = "C1"


ROLES = {
    "reader": Role({}),
    "manager by name": Role({}, named=True, manager=True),
    "workspace admin, own app": Role({"is_admin": True}, single=True, manager=True),
    "workspace owner, own app": Role({"is_owner": True}, single=True, manager=True),
    "member, own app": Role({}, single=True),
    "workspace admin, installed app": Role({"is_admin": True}),
    "guest": Role({"is_restricted": True}, named=True),
    "single-channel guest": Role({"is_restricted": True, "is_ultra_restricted": True}, named=True, single=True),
    "member of another team in a shared channel": Role({"team_id": "T2"}, named=True),
    "admin of another team in a shared channel": Role(
        {"team_id": "T2", "is_admin": True, "is_stranger": True}, single=True
    ),
    "someone deactivated": Role({"deleted": True}, named=True),
    "another bot": Role({"is_bot": True}, named=True),
    "manager in a channel of another team": Role({}, named=True, channel="C7"),
    "member of the organisation": Role(
        {"team_id": "E1", "enterprise_user": {"teams": ["T1"]}}, named=True, manager=True
    ),
}


@dataclass
class Desk:
    """A bot, its Slack, and the answers people got."""

    slack: Slack
    api: Api
    hook: str
    role: Role
    said: list[dict[str, Any]] = field(default_factory=list)
    numbers: Any = field(default_factory=lambda: count(1))

    async def post(self, body: dict[str, Any], kind: str) -> dict[str, Any]:
        """One request of Slack's; the acknowledgement's body."""
        content = json.dumps(body) if kind == "application/json" else urlencode(body)
        status, _, answer = await self.slack.dispatch(content, {"content-type": kind})
        assert status == 200
        return dict(json.loads(answer)) if answer.startswith("{") else {}

    async def interact(self, payload: dict[str, Any]) -> dict[str, Any]:
        whole = {"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"}, "trigger_id": "1.2", **payload}
        return await self.post({"payload": json.dumps(whole)}, FORM)

    async def event(self, **inner: Any) -> None:
        envelope = {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{next(self.numbers)}", "event": inner}
        await self.post(envelope, "application/json")

    async def after(self, method: str, act: Callable[[], Awaitable[Any]]) -> str:
        """The words of the first thing sent by a Web API method after an act."""
        before = len(self.api.of(method))
        await act()
        sent = (await until(lambda: self.api.of(method)[before:]))[0]
        return words((sent.get("view") or sent)["blocks"])

    async def hooked(self, act: Callable[[], Awaitable[Any]]) -> str:
        """The words of the first answer that came to the response_url after an act."""
        before = len(self.said)
        await act()
        return words((await until(lambda: self.said[before:]))[0]["blocks"])


Door = Callable[[Desk, Command], Awaitable[str]]


async def slash(desk: Desk, command: Command) -> str:
    """/aipolicy ..."""
    body = {
        "command": "/aipolicy",
        "text": line_of(command),
        "user_id": "U1",
        "team_id": "T1",
        "channel_id": desk.role.channel,
        "response_url": desk.hook,
    }
    return await desk.hooked(lambda: desk.post(body, FORM))


async def public(desk: Desk, command: Command) -> str:
    """/aipolicy ... --public"""
    body = {
        "command": "/aipolicy",
        "text": line_of(command, whole=True) + " --public",
        "user_id": "U1",
        "team_id": "T1",
        "channel_id": desk.role.channel,
        "response_url": desk.hook,
    }
    return await desk.hooked(lambda: desk.post(body, FORM))


async def mention(desk: Desk, command: Command) -> str:
    """@AI Policy ... in a thread."""
    told = {"channel": desk.role.channel, "user": "U1", "thread_ts": "1.1", "ts": "1.2"}
    return await desk.after(
        "chat.postEphemeral",
        lambda: desk.event(type="app_mention", text=f"<@U0BOT> {line_of(command)}", **told),
    )


async def button(desk: Desk, command: Command) -> str:
    """A button under a message in the channel."""
    pressed = {"type": "button", "action_id": "line:0", "value": line_of(command), "block_id": "b", "action_ts": "1"}
    payload = {
        "type": "block_actions",
        "channel": {"id": desk.role.channel},
        "response_url": desk.hook,
        "actions": [pressed],
    }
    return await desk.hooked(lambda: desk.interact(payload))


async def menu(desk: Desk, command: Command) -> str:
    """The menu under a card."""
    chosen = {"text": {"type": "plain_text", "text": "x"}, "value": line_of(command)}
    pressed = {"type": "overflow", "action_id": "menu:5", "selected_option": chosen, "block_id": "b", "action_ts": "1"}
    payload = {
        "type": "block_actions",
        "channel": {"id": desk.role.channel},
        "response_url": desk.hook,
        "actions": [pressed],
    }
    return await desk.hooked(lambda: desk.interact(payload))


async def modal(desk: Desk, command: Command) -> str:
    """A button inside a modal."""
    view = {
        "id": "V7",
        "type": "modal",
        "callback_id": "shown",
        "private_metadata": json.dumps({"command": "", "channel": desk.role.channel}),
        "blocks": [],
    }
    pressed = {"type": "button", "action_id": "line:0", "value": line_of(command), "block_id": "b", "action_ts": "1"}
    return await desk.after(
        "views.update", lambda: desk.interact({"type": "block_actions", "view": view, "actions": [pressed]})
    )


async def submitted(desk: Desk, command: Command) -> str:
    """A form sent, also one that was never opened for this person."""
    values = {arg.name: {"value": _given(value_of(arg))} for arg in command.args if arg.required}
    view = {
        "id": "V8",
        "type": "modal",
        "callback_id": "form",
        "private_metadata": json.dumps({"command": command.path, "channel": desk.role.channel}),
        "state": {"values": values},
        "blocks": [],
    }
    answer = await desk.interact({"type": "view_submission", "view": view})
    shown = words(answer["view"]["blocks"])
    if "One moment" in shown:
        shown = words((await until(lambda: desk.api.of("views.update")))[-1]["view"]["blocks"])
    return shown


def _given(value: str) -> dict[str, Any]:
    return {"type": "plain_text_input", "value": value}


DOORS: tuple[Door, ...] = (slash, public, mention, button, menu, modal, submitted)


@asynccontextmanager
async def _desk(role: Role, folder: Path) -> AsyncIterator[Desk]:
    async with slack_api() as api:
        api.users["U1"] = {**MEMBER, **role.user}
        store = Store(f"sqlite:///{folder / 'bot.db'}")
        store.open()
        here = Channel("slack:C1", "slack:T1", "news")
        store.step(places.ensure, Workspace("slack:T1", "slack", "Desk"), here, 0.0)
        store.step(places.ensure, Workspace("slack:T2", "slack"), Channel("slack:C7", "slack:T2", "shared"), 0.0)
        if role.named:
            store.step(places.add_manager, "slack:T1", "slack:U1", "slack:U1", 0.0)
        kept = installs.Install("slack:T1", installs.Secrets("xoxb-1"), bot_user="U0BOT")
        store.step(installs.save, kept, SEALER, 0.0)
        options = SlackOptions(
            "xoxb-1" if role.single else "",
            client_id="1",
            client_secret="2",
            signing_secret="3",
            api_url=api.url,
            mode="http",
            sealer=SEALER,
        )
        slack = Slack(options, Services(store, door=Offline()))
        await slack.start()
        desk = Desk(slack, api, "", role)

        async def take(request: web.Request) -> web.Response:
            desk.said.append(await request.json())
            return web.Response(text="ok")

        app = web.Application()
        app.router.add_post("/hook", take)
        server = TestServer(app)
        await server.start_server()
        desk.hook = str(server.make_url("/hook"))
        try:
            yield desk
        finally:
            await slack.stop()
            await server.close()
            store.close()


@pytest.mark.slow
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
@pytest.mark.parametrize("role", ROLES)
async def test_every_command_at_every_door(role: str, door: Door, tmp_path: Path) -> None:
    wrong = []
    async with _desk(ROLES[role], tmp_path) as desk:
        for path, command in COMMANDS.items():
            said = await door(desk, command)
            refused = REFUSED in said
            if refused != (command.who == "manager" and not ROLES[role].manager):
                wrong.append(f"{path}: {said[:150]}")
            if "went wrong on our side" in said or not said.strip():
                wrong.append(f"{path}: {said[:150]}")
    assert not wrong


@pytest.mark.parametrize("role", ROLES)
async def test_forms_open_only_for_those_who_may_send_them(role: str, tmp_path: Path) -> None:
    """From Home, whatever a changed client sends: the form for those who may, else a sentence."""
    async with _desk(ROLES[role], tmp_path) as desk:
        for path, command in COMMANDS.items():
            pressed = {
                "type": "static_select",
                "action_id": "form:9",
                "selected_option": {"value": json.dumps({"command": path})},
                "block_id": "b",
                "action_ts": "1",
            }
            home = {"id": "V0", "type": "home", "private_metadata": "", "blocks": []}
            before = len(desk.api.of("views.open"))
            await desk.interact({"type": "block_actions", "view": home, "actions": [pressed]})
            view = (await until(lambda before=before: desk.api.of("views.open")[before:]))[0]["view"]
            # From Home the conversation is the person's own, where only what is their own is theirs to change.
            may = command.who == "anyone" or command.own or (ROLES[role].manager)
            if ROLES[role].channel != "C1":
                may = may or command.who == "manager"
            assert (REFUSED in words(view["blocks"])) is not may, path
            asks = bool(command.asked) or path in HERE
            assert view["callback_id"] == (forms.FORM if may and asks else "shown"), path


@pytest.mark.parametrize("role", ROLES)
async def test_direct_messages_are_ones_own(role: str, tmp_path: Path) -> None:
    async with _desk(ROLES[role], tmp_path) as desk:
        for path, command in COMMANDS.items():
            told = {"channel": "D9", "channel_type": "im", "user": "U1", "ts": "1.2", "text": line_of(command)}
            said = await desk.after("chat.postMessage", lambda told=told: desk.event(type="message", **told))
            manager = ROLES[role].manager or ROLES[role].channel != "C1"
            assert (REFUSED in said) == (command.who == "manager" and not command.own and not manager), path
