"""emulate (npm), a Slack Web API that keeps messages, metadata, scopes and OAuth: started on a free port."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from npm import node, npm
from slack_world import free_port, until

PACKAGE = "emulate@0.12.2"
TOKEN = "xoxb-emulated"


@asynccontextmanager
async def emulate(folder: Path, *, redirect: str = "", scopes: tuple[str, ...] = ()) -> AsyncIterator[str]:
    """Its base address. One app that may be installed, one token, channels general and random."""
    port = free_port()
    seed = {
        "slack": {
            "team": {"name": "Desk", "domain": "desk"},
            "users": [{"name": "anna", "real_name": "Anna", "email": "anna@desk.example"}],
            "channels": [{"name": "general"}, {"name": "random"}],
            "bots": [{"name": "aipolicy"}],
            "oauth_apps": [
                {
                    "client_id": "1.2",
                    "client_secret": "s3cret",
                    "app_id": "A1",
                    "name": "AI Policy",
                    "redirect_uris": [redirect],
                    "scopes": list(scopes),
                    "bot_name": "aipolicy",
                }
            ],
            "tokens": [{"token": TOKEN, "user": "anna", "scopes": list(scopes)}],
            "strict_scopes": True,
        }
    }
    config = folder / "emulate.json"
    config.write_text(json.dumps(seed))
    package = npm(PACKAGE)
    entry = json.loads((package / "package.json").read_text())["bin"]
    program = package / (entry if isinstance(entry, str) else entry["emulate"])
    process = subprocess.Popen(
        [*node(), str(program), "--service", "slack", "--port", str(port), "--seed", str(config)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
    )
    base = f"http://localhost:{port}"
    try:
        async with aiohttp.ClientSession() as session:
            await until(lambda: _answers(session, base), 30.0)
        yield base
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # it keeps nothing that needs an orderly end
        process.wait()


async def _answers(session: aiohttp.ClientSession, base: str) -> bool:
    try:
        async with session.post(f"{base}/api/auth.test", headers={"Authorization": f"Bearer {TOKEN}"}) as answer:
            return answer.status < 500
    except aiohttp.ClientError:
        return False


def choices(page: str) -> list[dict[str, str]]:
    """The forms of its user picker: one for each person who may say yes."""
    found = []
    for form in re.findall(r"<form.*?</form>", page, re.DOTALL):
        fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form))
        found.append(fields)
    return found
