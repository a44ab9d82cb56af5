"""`doctor` and the platforms: what each finds, in one sentence, with what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from slack_api import slack_api
from sqlalchemy import func, select

from bot import doctor
from bot.app import Bot, Plan
from bot.commands import Services
from bot.errors import BotError, ConfigError, DeliveryError
from bot.platforms.discord import Discord, DiscordOptions
from bot.platforms.discord_examine import NEEDED
from bot.platforms.slack import Slack, SlackOptions
from bot.render.slack_manifest import SCOPES
from bot.storage.store import Store
from bot.storage.tables import workspaces
from tests import program
from tests.loopback import Origin
from tests.running import settings


@pytest.fixture
def store(tmp_path: Path) -> Any:
    found = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    found.open()
    yield found
    found.close()


def answer(scopes: str) -> web.Response:
    """auth.test with the header that names the token's scopes."""
    said = {
        "ok": True,
        "team": "Desk",
        "team_id": "T1",
        "user_id": "U0",
        "bot_id": "B0",
        "url": "https://desk.example/",
    }
    return web.json_response(said, headers={"X-OAuth-Scopes": scopes} if scopes else {})


@pytest.mark.parametrize(
    ("scopes", "words"),
    [
        (",".join(SCOPES), "The token works in Desk. It has the scopes it needs."),
        (",".join([*SCOPES, "admin"]), "The token works in Desk. It has more scopes than the bot needs: admin."),
        ("", "The token works in Desk. Slack does not say which scopes it has."),
    ],
)
async def test_slacks_scopes_are_read(store: Store, scopes: str, words: str) -> None:
    async with slack_api() as api:
        api.script["auth.test"] = [answer(scopes), answer(scopes)]
        slack = Slack(SlackOptions(bot_token="xoxb-1", mode="http", api_url=api.url), Services(store))
        assert await slack.examine() == words


async def test_missing_scopes_are_named_with_what_to_do(store: Store) -> None:
    have = ",".join(one for one in SCOPES if one != "files:write")
    async with slack_api() as api:
        api.script["auth.test"] = [answer(have), answer(have)]
        slack = Slack(SlackOptions(bot_token="xoxb-1", mode="http", api_url=api.url), Services(store))
        with pytest.raises(ConfigError, match=r"lacks the scopes files:write. Add them at"):
            await slack.examine()


async def test_a_refused_slack_token_is_named(store: Store) -> None:
    async with slack_api() as api:
        api.script["auth.test"] = [{"ok": False, "error": "token_revoked"}]
        slack = Slack(SlackOptions(bot_token="xoxb-1", mode="http", api_url=api.url), Services(store))
        with pytest.raises(ConfigError, match="SLACK_BOT_TOKEN"):
            await slack.examine()
        api.script["apps.connections.open"] = [{"ok": False, "error": "invalid_auth"}]
        slack = Slack(SlackOptions(bot_token="xoxb-1", app_token="xapp-1", api_url=api.url), Services(store))
        with pytest.raises(ConfigError, match=r"SLACK_APP_TOKEN \(invalid_auth\)"):
            await slack.examine()


def discord_origin(origin: Origin, permissions: int, flags: int = 0) -> str:
    """A Discord that says who we are and what one server lets us do."""
    me = {"id": "900", "username": "policy", "discriminator": "0", "avatar": None, "bot": True}
    about = {
        "id": "900", "name": "policy", "icon": None, "description": "", "bot_public": True, "flags": flags,
        "bot_require_code_grant": False, "verify_key": "x", "owner": me,
    }  # fmt: skip
    guilds = [{"id": "1", "name": "Newsroom", "icon": None, "owner": False, "permissions": str(permissions)}]
    for path, said in (("/users/@me", me), ("/oauth2/applications/@me", about), ("/users/@me/guilds", guilds)):
        origin.serve(f"/d{path}", json.dumps(said).encode(), content_type="application/json", validators=False)
    return origin.url("/d")


async def test_discords_permissions_are_read(store: Store) -> None:
    async with Origin() as origin:
        url = discord_origin(origin, NEEDED.value)
        told = await Discord(DiscordOptions("token", url), Services(store)).examine()
        assert told == "The token works as policy, in 1 servers, each with the permissions it needs."
        url = discord_origin(origin, 8)  # administrator
        assert "each with the permissions" in await Discord(DiscordOptions("token", url), Services(store)).examine()
        url = discord_origin(origin, NEEDED.value, flags=1 << 18)
        told = await Discord(DiscordOptions("token", url), Services(store)).examine()
        assert told.endswith("Privileged intents are on at the application's Bot page; none is needed.")


async def test_what_a_server_does_not_allow_is_named(store: Store) -> None:
    async with Origin() as origin:
        url = discord_origin(origin, NEEDED.value & ~(1 << 14))
        with pytest.raises(ConfigError, match=r"Newsroom \(embed links\). Give its role"):
            await Discord(DiscordOptions("token", url), Services(store)).examine()


@pytest.mark.parametrize("status", [401, 500])
async def test_a_discord_that_refuses_or_fails_is_one_sentence(store: Store, status: int) -> None:
    async with Origin() as origin:
        origin.serve("/d/users/@me", b'{"message": "no", "code": 0}', status=status, content_type="application/json")
        found = Discord(DiscordOptions("canary-token", origin.url("/d")), Services(store))
        if status == 500:  # discord.py would try five times over 25 seconds
            found.client.http.max_ratelimit_timeout = 1
            origin.serve("/d/users/@me", b"{}", status=503, content_type="application/json")
        with pytest.raises((BotError, DeliveryError)) as caught:
            await found.examine()
        assert "DISCORD_TOKEN" in str(caught.value) or "cannot be reached" in str(caught.value)
        assert "canary" not in f"{caught.value} {found._options!r}"


async def test_everything_is_looked_at_and_nothing_changed(tmp_path: Path) -> None:
    found = settings(tmp_path, AIPOLICY_PUBLIC_URL="https://bot.example", AIPOLICY_SECRET_KEYS="")
    bot = Bot(found, Plan(work=False, web=False))
    bot.store.open()
    seen = {one.what: one async for one in doctor.examine(bot, ())}
    assert seen["database"].state == "fine"
    assert seen["platforms"].state == "look"
    assert seen["sources"].remedy.startswith("`sources catalog starter --add`")
    assert seen["websub"].state == "look"
    assert {"clock", "contact", "workspaces", "channels", "promises"} <= set(seen)
    assert all(one.words.endswith((".", "free.")) for one in seen.values())
    assert all(one.remedy for one in seen.values() if one.state != "fine")
    await bot.close()


async def test_a_database_that_is_not_there_is_not_made_and_the_rest_is_looked_at(tmp_path: Path) -> None:
    async with slack_api() as api:
        api.script["auth.test"] = [answer(",".join(SCOPES)), answer(",".join(SCOPES))]
        found = settings(
            tmp_path / "none",
            AIPOLICY_LOG_FILE=str(tmp_path / "logs" / "bot.log"),
            SLACK_BOT_TOKEN="xoxb-1",
            SLACK_SIGNING_SECRET="signing-secret",
            SLACK_API_URL=api.url,
        )
        bot = Bot(found, Plan(work=False, web=False))
        seen = {one.what: one async for one in doctor.examine(bot, ("slack",))}
        await bot.close()
    assert seen["database"].state == "look"
    assert seen["database"].remedy == "The first start makes it."
    assert seen["slack"].words.startswith("The token works in Desk.")
    assert seen["log"].state == "fine"
    assert list(tmp_path.iterdir()) == []


def test_a_database_others_may_open_and_a_log_that_cannot_grow_are_named(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir(0o555)
    found = {"DATABASE_URL": f"sqlite:///{tmp_path}/bot.db", "AIPOLICY_LOG_FILE": str(tmp_path / "logs" / "bot.log")}
    assert program.run(tmp_path, "migrate", **found).returncode == 0
    (tmp_path / "bot.db").chmod(0o644)
    done = program.run(tmp_path, "doctor", under=program.UNPRIVILEGED, COLUMNS="400", **found)
    assert done.returncode == 1
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert (
        f"look   database: Other users of this machine may open {tmp_path}/bot.db. Run `chmod 600 {tmp_path}/bot.db*`."
        in lines
    )
    assert f"broken log: {tmp_path}/logs/bot.log cannot be written. Give this user the right, or another file." in lines


async def test_looking_at_slack_remembers_no_workspace(store: Store) -> None:
    async with slack_api() as api:
        api.script["auth.test"] = [answer(",".join(SCOPES)), answer(",".join(SCOPES))]
        await Slack(SlackOptions(bot_token="xoxb-1", mode="http", api_url=api.url), Services(store)).examine()
    assert store.look(lambda db: db.execute(select(func.count()).select_from(workspaces)).scalar_one()) == 0
