"""Slack's text: escapes, rich text elements, and the limits of Block Kit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.pipeline.text import display
from bot.pipeline.urls import absolute
from bot.render.plain import one_line, shorten, units

Block = dict[str, Any]

# https://docs.slack.dev/reference/block-kit/blocks and the pages of each element, read November 2026.
MOST_BLOCKS = 50
MOST_VIEW_BLOCKS = 100
MOST_SECTION = 3000
MOST_HEADER = 150
MOST_CONTEXT_ELEMENTS = 10
MOST_ACTIONS = 25
MOST_BUTTON = 75
MOST_BUTTON_VALUE = 2000
MOST_OPTION_TEXT = 75
MOST_OPTION_VALUE = 150
MOST_OPTIONS = 100
MOST_OVERFLOW = 5
MOST_ACTION_ID = 255
MOST_URL = 3000
MOST_LABEL = 2000
MOST_TITLE = 24
MOST_METADATA = 3000
MOST_TABLE_ROWS = 100
MOST_TABLE_COLUMNS = 20
MOST_TABLE_CHARACTERS = 10_000
MOST_FALLBACK = 300
# Not in the reference: messages with more over all blocks are refused as msg_blocks_too_long from about 13,200 on.
MOST_CHARACTERS = 12_000
# Ours: one rich text element longer than this is cut; a card's quote and facts are far shorter.
MOST_ELEMENT = 2900

# What mrkdwn may read as formatting or an emoji even where `verbatim` keeps links and mentions out.
_FORMATTING = re.compile(r"[*_~`]|:[a-z0-9_+'-]+:", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"'`|]+[^\s<>\"'`|.,;:!?)\]}…”’]")


def escape(text: str) -> str:
    """Foreign text for mrkdwn: exactly the three characters Slack names are escaped, lines are joined."""
    return one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def is_plain(text: str) -> bool:
    """True when mrkdwn shows the escaped text as it stands; otherwise it belongs in rich text or plain text."""
    return not _FORMATTING.search(text)


def address(url: str) -> str:
    """An address people can be sent to, safe inside `<…|…>`; empty for javascript:, data: and the like."""
    safe = absolute(url)
    return "" if len(safe) > MOST_URL else safe.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E")


def mrkdwn(text: str) -> Block:
    """A mrkdwn object in which nothing but our own marks means anything."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain_text(text: str, most: int) -> Block:
    """A plain_text object; emoji codes stay as typed. Never empty, which Slack refuses."""
    return {"type": "plain_text", "text": shorten(one_line(text), most) or "–", "emoji": False}


def date_token(moment: datetime, form: str, fallback: str) -> str:
    """A moment the reader's Slack writes in their zone and language; `form` such as `{date_short}` or `{time}`."""
    return f"<!date^{int(moment.timestamp())}^{form}|{escape(fallback)}>"


def text(words: str, *, bold: bool = False, italic: bool = False, code: bool = False, strike: bool = False) -> Block:
    """A rich text element: nothing in it is parsed."""
    element: Block = {"type": "text", "text": shorten(display(words), MOST_ELEMENT) or " "}
    style = {name: True for name, on in (("bold", bold), ("italic", italic), ("code", code), ("strike", strike)) if on}
    if style:
        element["style"] = style
    return element


def link(url: str, label: str, *, bold: bool = False, strike: bool = False) -> Block:
    """A rich text link, or the label alone when the address may not be linked."""
    element = text(one_line(label), bold=bold, strike=strike)
    safe = address(url)
    return {**element, "type": "link", "url": safe} if safe else element


def spoken(words: str) -> list[Block]:
    """Our own sentences as rich text elements: `code` between back-ticks, web addresses as links to themselves."""
    elements: list[Block] = []
    for index, piece in enumerate(display(words).split("`")):
        if not piece:
            continue
        if index % 2:
            elements.append(text(piece, code=True))
            continue
        done = 0
        for match in _ADDRESS.finditer(piece):
            if match.start() > done:
                elements.append(text(piece[done : match.start()]))
            elements.append(link(match[0], match[0]))
            done = match.end()
        if done < len(piece):
            elements.append(text(piece[done:]))
    return elements or [text(" ")]


def section(elements: Iterable[Block]) -> Block:
    """A line of rich text."""
    return {"type": "rich_text_section", "elements": list(elements)}


def rich(*parts: Block, block_id: str = "") -> Block:
    """A rich text block."""
    block: Block = {"type": "rich_text", "elements": list(parts)}
    if block_id:
        block["block_id"] = block_id
    return block


def bullets(lines: Iterable[Sequence[Block]]) -> Block:
    """A bulleted list, one entry per line of elements."""
    return {"type": "rich_text_list", "style": "bullet", "elements": [section(line) for line in lines]}


def size(value: Any) -> int:
    """Characters people see in a block or a list of them, as `msg_blocks_too_long` counts: texts, labels, addresses."""
    if isinstance(value, dict):
        return sum(
            units(inner) if key in ("text", "url", "alt_text", "value") and isinstance(inner, str) else size(inner)
            for key, inner in value.items()
        )
    return sum(map(size, value)) if isinstance(value, list) else 0


def json_size(value: Any) -> int:
    """Bytes of a payload as it is sent."""
    return len(json.dumps(value))
