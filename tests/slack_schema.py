"""Independent checks of Slack payloads: JSON Schema made from @slack/types, and the limits types cannot say.

The schema is generated once per package version with npm's ts-json-schema-generator and kept beside the packages.
"""

from __future__ import annotations

import json
import subprocess
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft7Validator
from npm import node, npm

TYPES, GENERATOR = "@slack/types@3.2.0", "ts-json-schema-generator@2.4.0"


@cache
def definitions() -> dict[str, Any]:
    """The types of @slack/types as JSON Schema definitions, extra properties forbidden."""
    types = npm(TYPES, GENERATOR)
    home = types.parent.parent.parent
    made = home / "slack.schema.json"
    if not made.exists():
        (home / "entry.ts").write_text('export type { KnownBlock, HomeView, ModalView } from "@slack/types";\n')
        options = {"module": "node16", "moduleResolution": "node16", "strict": True, "skipLibCheck": True}
        (home / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": ["entry.ts"]}))
        program = home / "node_modules/ts-json-schema-generator/bin/ts-json-schema-generator.js"
        arguments = ["--path", "entry.ts", "--tsconfig", "tsconfig.json", "--type", "*", "--jsDoc", "none"]
        said = subprocess.run(
            [*node(), str(program), *arguments], cwd=home, capture_output=True, check=True, timeout=120
        )
        made.write_bytes(said.stdout)
    found = dict(json.loads(made.read_text())["definitions"])
    found["AnyBlock"] = {"$ref": "#/definitions/KnownBlock"}  # the package also lets any {type} pass
    return found


@cache
def _validator(kind: str) -> Draft7Validator:
    return Draft7Validator({"$ref": f"#/definitions/{kind}", "definitions": definitions()})


def _constants(shape: dict[str, Any]) -> set[str]:
    """The values of `type` a definition allows."""
    if "$ref" in shape:
        return _constants(definitions()[shape["$ref"].rpartition("/")[2]])
    if "properties" in shape:
        kind = shape["properties"].get("type", {})
        return {kind["const"]} if "const" in kind else set(kind.get("enum", ()))
    return {one for inner in shape.get("anyOf", shape.get("allOf", ())) for one in _constants(inner)}


@cache
def _block_types() -> dict[str, str]:
    """`section` -> SectionBlock."""
    names = [choice["$ref"].rpartition("/")[2] for choice in definitions()["KnownBlock"]["anyOf"]]
    return {kind: name for name in names for kind in _constants(definitions()[name])}


def invalid(blocks: list[dict[str, Any]]) -> list[str]:
    """What the schema says against blocks; empty when they are valid."""
    out = []
    for block in blocks:
        kind = _block_types().get(block["type"])
        if kind is None:
            out.append(f"unknown block {block['type']}")
            continue
        for error in _validator(kind).iter_errors(block):
            worst = min(error.context or [error], key=lambda inner: -len(inner.path))
            out.append(f"{block['type']}/{'/'.join(map(str, worst.path))}: {worst.message[:300]}")
    return out


def invalid_view(view: dict[str, Any]) -> list[str]:
    """What the schema says against a modal or Home view."""
    name = "HomeView" if view["type"] == "home" else "ModalView"
    shell = {**view, "blocks": []}
    return [error.message[:300] for error in _validator(name).iter_errors(shell)] + invalid(view["blocks"])


# --------------------------------------------------------------------------- limits, written from Slack's reference


def longest(words: str) -> int:
    """Length in UTF-16 units, the stricter way to count."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


LIMITS = {"header": 150, "section": 3000, "button": 75, "option": 75, "label": 2000, "placeholder": 150, "title": 24}


def problems(blocks: list[dict[str, Any]], *, view: bool = False) -> list[str]:
    """Limits the blocks of one message or view break; empty when none."""
    out: list[str] = []
    if len(blocks) > (100 if view else 50):
        out.append(f"{len(blocks)} blocks")
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        out.append("double block_id")
    out += [f"block_id of {len(one)}" for one in ids if len(one) > 255]
    actions = [one["action_id"] for block in blocks for one in _things(block) if "action_id" in one]
    if not view and len(actions) != len(set(actions)):
        out.append("double action_id")
    out += [f"action_id of {longest(one)}" for one in actions if longest(one) > 255]
    if sum(block["type"] == "table" for block in blocks) > 1:
        out.append("two tables")
    if not view and (total := sum(map(_seen, blocks))) > 13_200:
        out.append(f"{total} characters in all")
    if len(json.dumps(blocks)) > 250_000:
        out.append("over 250 kB")
    for block in blocks:
        out += _block(block)
    return out


def _things(block: dict[str, Any]) -> list[dict[str, Any]]:
    single = [block[key] for key in ("accessory", "element") if key in block]
    return single + (block.get("elements") or [] if block["type"] in ("actions", "context_actions") else [])


def _seen(value: Any) -> int:
    if isinstance(value, dict):
        return sum(longest(v) if k == "text" and isinstance(v, str) else _seen(v) for k, v in value.items())
    return sum(map(_seen, value)) if isinstance(value, list) else 0


def _text(value: dict[str, Any], most: int, what: str) -> list[str]:
    size = longest(value["text"])
    return [] if 1 <= size <= most else [f"{what} of {size}"]


def _block(block: dict[str, Any]) -> list[str]:
    kind = block["type"]
    out: list[str] = []
    if kind == "header":
        out += _text(block["text"], 150, "header")
    elif kind == "section":
        out += _text(block["text"], 3000, "section")
    elif kind == "context":
        count = len(block["elements"])
        out += [] if 1 <= count <= 10 else [f"{count} context elements"]
        out += [problem for one in block["elements"] for problem in _text(one, 3000, "context")]
    elif kind == "actions":
        count = len(block["elements"])
        out += [] if 1 <= count <= 25 else [f"{count} actions"]
    elif kind == "table":
        out += _table(block)
    elif kind == "rich_text":
        out += [] if block["elements"] else ["empty rich text"]
        out += [f"empty {part['type']}" for part in block["elements"] if not part["elements"]]
    elif kind == "input":
        out += _text(block["label"], 2000, "label")
        out += _text(block["hint"], 2000, "hint") if "hint" in block else []
    for one in _things(block):
        out += _thing(one)
    out += [f"address {url[:60]}" for url in addresses(block) if not _good(url)]
    out += [f"empty text in {kind}" for words in _texts(block) if not words]
    return out


def _thing(one: dict[str, Any]) -> list[str]:
    out: list[str] = []
    if one["type"] == "button":
        out += _text(one["text"], 75, "button")
        out += ["value over 2000"] if longest(one.get("value", "")) > 2000 else []
    if "placeholder" in one:
        out += _text(one["placeholder"], 150, "placeholder")
    if "options" in one:
        most = {"overflow": 5, "checkboxes": 10, "radio_buttons": 10}.get(one["type"], 100)
        out += [] if 1 <= len(one["options"]) <= most else [f"{len(one['options'])} options"]
        for option in one["options"]:
            out += _text(option["text"], 75, "option")
            out += [] if 1 <= longest(option["value"]) <= 150 else ["option value"]
    return out


def _table(block: dict[str, Any]) -> list[str]:
    rows = block["rows"]
    out = [] if 1 <= len(rows) <= 100 else [f"{len(rows)} rows"]
    widths = {len(row) for row in rows}
    out += [] if len(widths) == 1 and max(widths) <= 20 else [f"columns {sorted(widths)}"]
    out += ["over 10,000 characters in a table"] if _seen(rows) > 10_000 else []
    return out


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [one for k, v in value.items() for one in ([v] if k == "text" and isinstance(v, str) else _texts(v))]
    return [one for inner in value for one in _texts(inner)] if isinstance(value, list) else []


def addresses(value: Any) -> list[str]:
    """Every address in a payload."""
    if isinstance(value, dict):
        return [one for k, v in value.items() for one in ([v] if k == "url" else addresses(v))]
    return [one for inner in value for one in addresses(inner)] if isinstance(value, list) else []


def _good(url: str) -> bool:
    return urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).netloc) and len(url) <= 3000
