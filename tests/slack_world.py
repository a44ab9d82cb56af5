"""local-slack (npm), a Slack that nobody here wrote: started on a free port, driven as its people would."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from npm import npm

PACKAGE = "local-slack-linux-x64@0.1.8"
TEAM = "T01TEST"
SECRET = "test-signing-secret"
BOT_TOKEN = "xoxb-test-token"
APP_TOKEN = "xapp-test-token"
USERS = (
    {"id": "U1ANNA", "name": "anna", "real_name": "Anna"},
    {"id": "U2BEN", "name": "ben", "real_name": "Ben"},
)
CHANNELS = (
    {"id": "C1NEWS", "name": "news", "members": ["U1ANNA", "U2BEN", "U0BOT"]},
    {"id": "C2OTHER", "name": "other", "members": ["U1ANNA", "U2BEN", "U0BOT"]},
)


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@dataclass
class World:
    """A running local-slack, and what its people can do."""

    base: str
    session: aiohttp.ClientSession
    _ui: aiohttp.ClientWebSocketResponse | None = field(default=None)

    @property
    def api(self) -> str:
        return f"{self.base}/api/"

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        async with self.session.post(f"{self.base}/_control/{path}", json=body) as answer:
            return await answer.json()

    async def command(self, text: str, *, user: str = "U1ANNA", channel: str = "C1NEWS") -> None:
        """Type `/aipolicy text`."""
        await self._post("command", {"channel": channel, "user": user, "command": "/aipolicy", "text": text})

    async def press(
        self, message: dict[str, Any], element: dict[str, Any], *, user: str = "U1ANNA", **extra: Any
    ) -> None:
        """Press a button or choose from a menu in a message."""
        action = {key: element[key] for key in ("type", "action_id", "value") if key in element} | extra
        await self._post(
            "interact", {"channel": message["channel"], "messageTs": message["ts"], "user": user, "action": action}
        )

    async def say(self, text: str, *, user: str = "U1ANNA", channel: str = "C1NEWS") -> None:
        await self._post("message", {"channel": channel, "user": user, "text": text})

    async def open_home(self, user: str = "U1ANNA") -> None:
        await self._post("open-home", {"user": user})

    async def reset(self) -> None:
        await self._post("reset", {})

    async def messages(self, channel: str = "C1NEWS") -> list[dict[str, Any]]:
        async with self.session.get(f"{self.base}/_control/messages/{channel}") as answer:
            found = (await answer.json())["messages"]
            return [one for one in found if one.get("user") == "U0BOT"]

    async def log(self) -> list[dict[str, Any]]:
        async with self.session.get(f"{self.base}/_control/log") as answer:
            return list((await answer.json())["log"])

    async def calls(self, method: str) -> list[dict[str, Any]]:
        """Arguments of the Web API calls of a method, oldest first."""
        return [one["payload"] for one in await self.log() if one.get("label") == method or one.get("name") == method]

    async def screen(self) -> dict[str, Any]:
        """What its page shows: open modals, Home tabs."""
        async with self.session.ws_connect(f"{self.base}/ui") as ui:
            return dict(json.loads((await ui.receive()).data)["state"])

    async def submit(self, values: dict[str, Any], *, user: str = "U1ANNA") -> None:
        """Submit the modal that is on top."""
        async with self.session.ws_connect(f"{self.base}/ui") as ui:
            await ui.receive()
            await ui.send_json({"t": "view_submit", "user": user, "values": values})
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(4):
                    while json.loads((await ui.receive()).data).get("t") not in ("view", "view_errors"):
                        pass

    async def new(
        self, before: int, channel: str = "C1NEWS", *, count: int = 1, seconds: float = 8.0
    ) -> list[dict[str, Any]]:
        """Messages of the bot after the first `before`, as soon as there are `count`."""
        found = await until(lambda: self._enough(channel, before + count), seconds)
        return found[before:]

    async def _enough(self, channel: str, count: int) -> list[dict[str, Any]] | None:
        found = await self.messages(channel)
        return found if len(found) >= count else None

    async def ask(self, text: str, *, user: str = "U1ANNA", channel: str = "C1NEWS") -> dict[str, Any]:
        """Type a command and wait for the answer."""
        before = len(await self.messages(channel))
        await self.command(text, user=user, channel=channel)
        return (await self.new(before, channel))[0]


async def until(look: Callable[[], Any], seconds: float = 8.0) -> Any:
    """What `look` finds as soon as it finds something."""
    async with asyncio.timeout(seconds):
        while True:
            found = look()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return found
            await asyncio.sleep(0.02)


@asynccontextmanager
async def local_slack(folder: Path, *, request_url: str = "") -> AsyncIterator[World]:
    """Start local-slack in Socket Mode, or in events mode posting to `request_url`."""
    port = free_port()
    app: dict[str, Any] = {"mode": "events", "requestUrl": request_url} if request_url else {"mode": "socket"}
    config = folder / "local-slack.json"
    config.write_text(json.dumps({"apps": [app], "users": USERS, "channels": CHANNELS}))
    program = npm(PACKAGE) / "bin" / "local-slack"
    program.chmod(0o755)
    process = subprocess.Popen(
        [str(program), "--config", str(config), "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "HOME": str(folder)},
    )
    try:
        async with aiohttp.ClientSession() as session:
            world = World(f"http://localhost:{port}", session)
            await until(lambda: _answers(world), 20.0)
            yield world
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # it keeps nothing that needs an orderly end
        process.wait()


async def _answers(world: World) -> bool:
    try:
        async with world.session.get(f"{world.base}/_control/state") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


def elements(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Things to press in a message or view, by their label."""
    found: dict[str, dict[str, Any]] = {}
    for block in message.get("blocks") or []:
        for element in [*(block.get("elements") or []), *([block["accessory"]] if "accessory" in block else [])]:
            if element.get("type") == "button":
                found[element["text"]["text"]] = element
            elif element.get("type") == "overflow":
                found["…"] = element
            elif "select" in str(element.get("type")):
                found[element["placeholder"]["text"]] = element
    return found


def words(value: Any) -> str:
    """All the text in a message's blocks, in order."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            return str(value["text"])
        if value.get("type") in ("rich_text_section", "rich_text_quote", "rich_text_preformatted"):
            return "".join(map(words, value["elements"]))
        return " ".join(filter(None, (words(inner) for key, inner in value.items() if key not in ("type", "style"))))
    if isinstance(value, list):
        return " ".join(filter(None, map(words, value)))
    return ""
