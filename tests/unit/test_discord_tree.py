"""Discord's command tree: every command has its place, and Discord's rules for bulk registration hold."""

from __future__ import annotations

import re
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.commands import COMMANDS
from bot.commands.slash import ADMIN_ROOT, ROOT, places
from bot.commands.spec import Arg, Command, Request
from bot.model import Reply
from bot.platforms import discord_tree
from tests.discord_rules import check, check_tree, without_nulls


async def nothing(*_: Any) -> Any:
    return []


async def run(_: Request) -> Reply:
    return Reply()


def command(path: str, *args: Arg, who: Any = "anyone") -> Command:
    return Command(path, f"What {path} does", run, args, who=who)


SAMPLE = {
    one.path: one
    for one in (
        command("latest", Arg("count", "count", "How many"), Arg("about", "topic", "Of what")),
        command("sources"),
        command("sources list-all", Arg("page", "count", "Which page", most=500)),
        command("sources add", Arg("yes", "flag", "Without asking"), Arg("address", "url", "Where", required=True)),
        command("sources import", Arg("file", "text", "The file", required=True)),
        command("digest show"),
        command("digest list"),
        command("digest"),
        command("managers"),
        command("managers add", Arg("who", "person", "The person or role", required=True)),
        command("tune", Arg("mode", "choice", "How", choices=("cards", "digest")), Arg("at-once", "rule", "What")),
        command("export", Arg("as", "choice", "Which kind", choices=("csv", "opml"))),
        command("not-for-us", Arg("story", "story", "Which card", required=True)),
        command("simulate", Arg("channel", "channel", "Where"), Arg("days", "days", "How many", most=60)),
    )
}


async def tree_of(table: dict[str, Command]) -> list[dict[str, Any]]:
    client = discord.Client(intents=discord.Intents(guilds=True))
    tree: app_commands.CommandTree[Any] = app_commands.CommandTree(client)
    discord_tree.build(tree, table, nothing, nothing, nothing)
    return await discord_tree.payloads(tree)


def leaves(part: dict[str, Any], above: tuple[str, ...] = ()) -> dict[tuple[str, ...], dict[str, Any]]:
    here = (*above, part["name"])
    inner = [option for option in part.get("options") or [] if option["type"] in (1, 2)]
    if not inner:
        return {here: part}
    return {path: leaf for option in inner for path, leaf in leaves(option, here).items()}


@pytest.mark.node
@pytest.mark.parametrize("table", [SAMPLE, COMMANDS], ids=["sample", "real"])
async def test_discord_takes_the_tree(table: dict[str, Command]) -> None:
    payloads = await tree_of(table)
    check_tree(payloads)
    for payload in payloads:
        payload.pop("nsfw", None)  # in Discord's reference, though not in its OpenAPI
        check("ApplicationCommandUpdateRequest", without_nulls(payload))


@pytest.mark.parametrize("table", [SAMPLE, COMMANDS], ids=["sample", "real"])
async def test_every_command_has_one_place(table: dict[str, Command]) -> None:
    where = places(table)
    assert set(where) == set(table)
    assert len(set(where.values())) == len(table)
    found = {path for payload in await tree_of(table) if payload["type"] == 1 for path in leaves(payload)}
    assert found == set(where.values())


def test_a_base_with_sub_commands_is_its_list() -> None:
    where = places(SAMPLE)
    assert where["latest"] == (ROOT, "latest")
    assert where["sources"] == (ROOT, "sources", "list")
    assert where["sources add"] == (ROOT, "sources", "add")
    assert where["digest"] == (ROOT, "digest", "all")  # `list` and `show` are commands of their own
    assert where["not-for-us"] == (ROOT, "card", "not-for-us")
    assert where["managers"] == (ADMIN_ROOT, "managers", "list")


async def test_options_are_typed() -> None:
    found = {path: leaf for payload in await tree_of(SAMPLE) for path, leaf in leaves(payload).items()}
    count, about, public = found[ROOT, "latest"]["options"]
    assert (count["type"], count["min_value"], count["max_value"]) == (4, 1, 10)
    assert (about["type"], about["autocomplete"]) == (3, True)
    assert (public["name"], public["type"]) == ("public", 5)
    address, yes = found[ROOT, "sources", "add"]["options"]
    assert (address["name"], address["required"], yes["type"]) == ("address", False, 5)  # its form opens when left out
    [file] = found[ROOT, "sources", "import"]["options"]
    assert (file["type"], file["required"]) == (11, True)
    [who] = found[ADMIN_ROOT, "managers", "add"]["options"]
    assert who["type"] == 9
    mode, at_once = found[ROOT, "tune"]["options"]
    assert [choice["value"] for choice in mode["choices"]] == ["cards", "digest"]
    assert at_once["name"] == "at-once"
    channel, days = found[ROOT, "simulate"]["options"]
    assert (channel["type"], days["max_value"]) == (7, 60)
    assert set(channel["channel_types"]) >= {0, 11, 15}


async def test_who_sees_what_where() -> None:
    by_name = {payload["name"]: payload for payload in await tree_of(SAMPLE)}
    everybody, admins = by_name[ROOT], by_name[ADMIN_ROOT]
    assert everybody["default_member_permissions"] is None
    assert (set(everybody["contexts"]), set(everybody["integration_types"])) == ({0, 1, 2}, {0, 1})
    assert admins["default_member_permissions"] == discord.Permissions(manage_guild=True).value
    assert (admins["contexts"], admins["integration_types"]) == ([0], [0])


async def test_the_fingerprint_changes_with_the_tree_only() -> None:
    first = discord_tree.fingerprint(await tree_of(SAMPLE))
    assert discord_tree.fingerprint(await tree_of(SAMPLE)) == first
    changed = {**SAMPLE, "help": command("help")}
    assert discord_tree.fingerprint(await tree_of(changed)) != first


async def test_names_and_options_are_german_too() -> None:
    found = {path: leaf for payload in await tree_of(SAMPLE) for path, leaf in leaves(payload).items()}
    latest = found[ROOT, "latest"]
    assert latest["name_localizations"] == {"de": "neueste"}
    assert latest["options"][0]["name_localizations"] == {"de": "anzahl"}


async def test_german_names_are_names() -> None:
    for payload in await tree_of(COMMANDS):
        for path, leaf in leaves(payload).items() if payload["type"] == 1 else ():
            for name in (leaf.get("name_localizations") or {}).values():
                assert re.fullmatch(r"[-_\w]{1,32}", name), (path, name)
                assert name == name.lower()
