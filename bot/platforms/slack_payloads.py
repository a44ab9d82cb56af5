"""Reading Slack's payloads: what was typed, which story or links a message is about."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

_ENCODED = re.compile(r"<([#@!]?)([^<>|]*)(?:\|([^<>]*))?>")


def typed(text: str) -> str:
    """What a person typed: links, channels and people as plain words, the three escapes undone once."""

    def word(match: re.Match[str]) -> str:
        sign, target, label = match[1], match[2], match[3]
        if sign in ("#", "@"):
            return f"slack:{target}"
        if sign == "!":
            return f"@{label or target}"
        return target.removeprefix("mailto:")

    return html.unescape(_ENCODED.sub(word, text))


def event_body(body: Mapping[str, Any], user: str) -> dict[str, Any]:
    """The parts of an event's envelope that say who and where."""
    return {"user_id": user, "team_id": team_of(body), "enterprise_id": body.get("enterprise_id")}


def team_of(body: Mapping[str, Any]) -> str:
    """The team in which the app is installed that a payload is for; in shared channels others are named as well."""
    installed = [str(one.get("team_id") or "") for one in body.get("authorizations") or ()]
    installed.append(str((body.get("view") or {}).get("app_installed_team_id") or ""))
    installed.append(str(body.get("team_id") or (body.get("team") or {}).get("id") or ""))
    return next((team for team in installed if team), "")


def _pieces(value: Any) -> list[Mapping[str, Any]]:
    """Every mapping inside a message, outermost first."""
    found: list[Mapping[str, Any]] = []
    if isinstance(value, Mapping):
        found.append(value)
        for inner in value.values():
            found += _pieces(inner)
    elif isinstance(value, list):
        for inner in value:
            found += _pieces(inner)
    return found


def story_of(message: Mapping[str, Any]) -> str:
    """The story a card of ours is about, from the line its menu carries; empty for other messages."""
    for piece in _pieces(message.get("blocks") or []):
        if str(piece.get("value") or "").startswith("why "):
            return str(piece["value"]).removeprefix("why ")
    return ""


def links_of(message: Mapping[str, Any]) -> tuple[str, ...]:
    """Web addresses in a message, in order, each once."""
    found = [str(piece["url"]) for piece in _pieces(message.get("blocks") or []) if piece.get("url")]
    found += [match[2] for match in _ENCODED.finditer(str(message.get("text") or "")) if not match[1]]
    found += [str(piece.get("from_url") or "") for piece in message.get("attachments") or []]
    return tuple(dict.fromkeys(html.unescape(url) for url in found if url.startswith(("http://", "https://"))))
