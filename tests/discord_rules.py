"""Discord's rules for payloads: its own OpenAPI as JSON Schema, and the limits no schema knows."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tests.npm import node, npm

SPEC, ZOD = "discord-api-spec@10.0.266135", "zod@4.1.12"
NAMES = (
    "MessageCreateRequest",
    "MessageEditRequestPartial",
    "CreateForumThreadRequest",
    "IncomingWebhookInteractionRequest",
    "CreateMessageInteractionCallbackRequest",
    "ModalInteractionCallbackRequest",
    "ApplicationCommandUpdateRequest",
)
V2 = 1 << 15
COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")


def _strict(schema: Any) -> Any:
    """Objects take no keys but their own: a misspelt key must not pass."""
    if isinstance(schema, dict):
        inner = {key: _strict(value) for key, value in schema.items()}
        if "properties" in inner and "additionalProperties" not in inner:
            inner["additionalProperties"] = False
        return inner
    return [_strict(one) for one in schema] if isinstance(schema, list) else schema


@cache
def _schemas() -> dict[str, Draft202012Validator]:
    modules = npm(SPEC, ZOD).parent
    script = Path(__file__).parent / "schemas" / "discord.mjs"
    done = subprocess.run([*node(), str(script), str(modules), *NAMES], capture_output=True, text=True, check=True)
    return {name: Draft202012Validator(_strict(schema)) for name, schema in json.loads(done.stdout).items()}


def check(name: str, body: Any) -> None:
    """The body is what Discord's OpenAPI says it should be."""
    errors = [f"{list(error.path)}: {error.message[:300]}" for error in _schemas()[name].iter_errors(body)]
    assert not errors, errors


def lengths(text: str) -> tuple[int, int]:
    """(code points, UTF-16 units)."""
    return len(text), len(text.encode("utf-16-le", "surrogatepass")) // 2


def within(text: str, most: int, *, least: int = 0) -> None:
    """At most `most` however it is counted."""
    assert least <= len(text)
    assert max(lengths(text)) <= most, (lengths(text), most, text[:80])


def walk(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, nested ones too."""
    for part in parts:
        yield part
        yield from walk(part.get("components", []))
        for key in ("accessory", "component"):
            if key in part:
                yield from walk([part[key]])


def check_components(parts: list[dict[str, Any]]) -> None:
    """What holds for components of any message."""
    ids = [part["custom_id"] for part in walk(parts) if "custom_id" in part]
    assert len(ids) == len(set(ids)), ids
    numbers = [part["id"] for part in walk(parts) if part.get("id")]
    assert len(numbers) == len(set(numbers))
    for part in walk(parts):
        if "custom_id" in part:
            within(part["custom_id"], 100, least=1)
        match part["type"]:
            case 1:
                inside = part["components"]
                menus = sum(one["type"] == 3 for one in inside)
                assert 1 <= len(inside) <= (1 if menus else 5)
            case 2:
                within(part["label"], 80, least=1)
                assert ("url" in part) != ("custom_id" in part)
                assert ("url" in part) == (part["style"] == 5)
                if "url" in part:
                    within(part["url"], 512)
                    assert re.match(r"https?://[^/\s]", part["url"])
            case 3:
                options = part["options"]
                assert 1 <= len(options) <= 25
                assert len({option["value"] for option in options}) == len(options)
                for option in options:
                    within(option["label"], 100, least=1)
                    within(option["value"], 100, least=1)
                within(part.get("placeholder") or "", 150)


def check_limits(body: dict[str, Any]) -> None:
    """Limits of a message that the schema does not know, or has wrong (content may have 2,000, not 4,000)."""
    parts = body.get("components") or []
    check_components(parts)
    mentions = body["allowed_mentions"]
    assert mentions["parse"] == []
    assert not mentions.get("users")
    assert not mentions.get("roles")
    if (body.get("flags") or 0) & V2:
        assert not body.get("content")
        assert not body.get("embeds")
        assert 1 <= sum(1 for _ in walk(parts)) <= 40
        texts = [part["content"] for part in walk(parts) if part["type"] == 10]
        assert all(text.strip() for text in texts)
        within("".join(texts), 4000)
        for part in parts:
            if part["type"] == 17:
                assert part["components"]
                assert all(inner["type"] in (1, 9, 10, 12, 13, 14) for inner in part["components"])
        return
    assert all(row["type"] == 1 for row in parts)
    assert len(parts) <= 5
    within(body.get("content") or "", 2000)
    embeds = body.get("embeds") or []
    assert body.get("content") or embeds
    assert len(embeds) <= 10
    everything = ""
    for embed in embeds:
        within(embed.get("title", ""), 256)
        within(embed.get("description", ""), 4096)
        within(embed.get("author", {}).get("name", ""), 256)
        within(embed.get("footer", {}).get("text", ""), 2048)
        everything += embed.get("title", "") + embed.get("description", "")
        everything += embed.get("author", {}).get("name", "") + embed.get("footer", {}).get("text", "")
        assert len(embed.get("fields", [])) <= 25
        for field in embed.get("fields", []):
            within(field["name"], 256, least=1)
            within(field["value"], 1024, least=1)
            everything += field["name"] + field["value"]
    within(everything, 6000)


def check_tree(commands: list[dict[str, Any]]) -> None:
    """Rules of bulk registration (interactions/application-commands) that neither schema nor simulator knows."""
    assert len(commands) <= 100
    for command in commands:
        if command["type"] != 1:  # in a menu: any name of 1 to 32 characters, no description
            for name in _names(command):
                within(name, 32, least=1)
            continue
        _check_options(command, 0)
        assert tree_size(command) <= 8000, (command["name"], tree_size(command))


def _names(part: dict[str, Any]) -> Iterator[str]:
    yield part["name"]
    yield from (part.get("name_localizations") or {}).values()


def _check_options(part: dict[str, Any], depth: int) -> None:
    for name in _names(part):
        assert COMMAND_NAME.fullmatch(name), name
        assert name == name.lower()
    for text in (part["description"], *(part.get("description_localizations") or {}).values()):
        within(text, 100, least=1)
    options = part.get("options") or []
    assert len(options) <= 25
    for locale in ("", *{locale for option in options for locale in option.get("name_localizations") or {}}):
        shown = [(option.get("name_localizations") or {}).get(locale, option["name"]) for option in options]
        assert len(shown) == len(set(shown)), (part["name"], shown)
    branches = [option for option in options if option["type"] in (1, 2)]
    assert not branches or len(branches) == len(options), f"{part['name']} mixes sub-commands and options"
    if branches:
        assert depth < 2
    required = [bool(option.get("required")) for option in options]
    assert required == sorted(required, reverse=True), f"{part['name']}: required after optional"
    for option in options:
        if option["type"] == 2:
            assert depth == 0
        assert not (option.get("autocomplete") and option.get("choices"))
        choices = option.get("choices") or []
        assert len(choices) <= 25
        assert len({choice["name"] for choice in choices}) == len(choices)
        for choice in choices:
            within(choice["name"], 100, least=1)
            within(str(choice["value"]), 100, least=1)
        _check_options(option, depth + 1)


def tree_size(part: dict[str, Any]) -> int:
    """Characters counted against 8,000: names, descriptions and choice values, the longest language of each."""
    total = max(map(len, _names(part)))
    total += max(map(len, (part["description"], *(part.get("description_localizations") or {}).values())))
    total += sum(len(choice["name"]) + len(str(choice["value"])) for choice in part.get("choices") or [])
    return total + sum(tree_size(option) for option in part.get("options") or [])


def without_nulls(value: Any) -> Any:
    """A payload as JSON readers see it, keys set to null left out."""
    if isinstance(value, dict):
        return {key: without_nulls(inner) for key, inner in value.items() if inner is not None}
    return [without_nulls(inner) for inner in value] if isinstance(value, list) else value
