"""Discord's text: escapes that hold against foreign words, safe links, and the limits of messages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from bot.pipeline.text import display
from bot.pipeline.urls import absolute
from bot.render.plain import one_line, shorten, units

# docs.discord.com/developers: resources/message, components/reference, interactions (read August 2026).
MOST_CONTENT = 2000
MOST_COMPONENTS = 40
MOST_DISPLAYED = 4000  # over all text displays of a message; discord.py's LayoutView names it, the reference does not
MOST_BUTTONS = 5  # in one row
MOST_ROWS = 5  # in a message without Components V2
MOST_OPTIONS = 25
MOST_LABEL = 80
MOST_OPTION = 100
MOST_PLACEHOLDER = 150
MOST_CUSTOM_ID = 100
MOST_URL = 512  # of a link button
MOST_EMBEDS = 10
MOST_EMBED_TOTAL = 6000  # over all embeds of a message
MOST_EMBED_TITLE = 256
MOST_EMBED_DESCRIPTION = 4096
MOST_EMBED_FIELD = 1024
MOST_EMBED_FIELDS = 25
MOST_EMBED_AUTHOR = 256
MOST_EMBED_FOOTER = 2048
MOST_THREAD_NAME = 100
# Ours: what we fill of a message, leaving room for the row that turns pages.
FULL_DISPLAYED = 3800
FULL_COMPONENTS = 34

GAP = "\u200b"  # shows nothing and keeps Discord from reading on
_MARKS = re.compile(r"([\\*_~`|\[\]()])")
_LINE_START = re.compile(r"^([^\S\n]*)([#>+-])", re.MULTILINE)
_NUMBERED = re.compile(r"^([^\S\n]*\d{1,9})\.", re.MULTILINE)
_PINGS = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_ANGLE = re.compile(r"<(?=\S)")
_SCHEME = re.compile(r"://")
_INVITE = re.compile(r"(discord(?:app)?\.(?:gg|com|me|io|li))(?=/)", re.IGNORECASE)
_MESSAGE = re.compile(
    r"https://discord\.com/channels/(?:\d{1,20}|@me)/\d{1,20}(?:/\d{1,20})?"
)  # joins nobody to anything
_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\[\]\\]+[^\s<>\"'`|\[\]\\.,;:!?)}…”’]")
_CODE = re.compile(r"`([^`\n]{1,300})`")
_URL_ESCAPES = {ord(char): f"%{ord(char):02X}" for char in "()[]<>\"'`|\\ "}


def escape(text: str) -> str:
    """Foreign words as Discord markdown that shows exactly these words.

    Masked links, headings, quotes, lists, spoilers and code lose their meaning; mentions, channel links, timestamps,
    addresses and invites are kept from being recognised by a character nobody sees. discord.py's `escape_markdown`
    misses the second masked link of a text, labels over lines and a bare `](http…)`.
    """
    shown = _MARKS.sub(r"\\\1", display(text))
    shown = _NUMBERED.sub(r"\1\\.", _LINE_START.sub(r"\1\\\2", shown))
    return _defused(shown)


def _defused(text: str) -> str:
    text = _PINGS.sub("@" + GAP, text)
    text = _ANGLE.sub("<" + GAP, text)
    text = _SCHEME.sub(":" + GAP + "//", text)
    return _INVITE.sub(lambda match: match[1].replace(".", "." + GAP), text)


def escape_line(text: str) -> str:
    """Foreign words on one line."""
    return escape(one_line(text))


def fit(text: str, most: int) -> str:
    """Foreign words on one line, escaped and then at most `most` long however Discord counts; cut at a word."""
    line = one_line(text)
    room = most
    while True:
        escaped = escape(shorten(line, room))
        over = units(escaped) - most
        if over <= 0 or room <= 1:
            return escaped if over <= 0 else ""
        room = max(1, min(room - over, units(line) - over))


def spoken(text: str) -> str:
    """Our own sentences, which may carry foreign words: `code` between back-ticks and web addresses keep working."""
    out: list[str] = []
    done = 0
    for match in _CODE.finditer(text):
        out.append(_linked(text[done : match.start()]))
        out.append(f"`{_PINGS.sub('@' + GAP, display(match[1]))}`")
        done = match.end()
    out.append(_linked(text[done:]))
    return "".join(out)


def _linked(text: str) -> str:
    out: list[str] = []
    done = 0
    for match in _ADDRESS.finditer(text):
        safe = address(match[0])
        if not safe:
            continue
        out.append(escape(text[done : match.start()]))
        out.append(f"<{safe}>")  # angle brackets keep Discord from unfurling
        done = match.end()
    out.append(escape(text[done:]))
    return "".join(out)


def address(url: str, most: int = 1000) -> str:
    """An address people can be sent to, safe inside `[…](…)`; empty for javascript:, data:, invites and the like.

    `most` is our bound for masked links, for which Discord names none; link buttons take 512.
    """
    safe = absolute(url).translate(_URL_ESCAPES)
    invites = _INVITE.search(safe) and not _MESSAGE.fullmatch(safe)
    return "" if units(safe) > most or invites else safe


def link(label: str, url: str, most: int = 256) -> str:
    """A masked link, or the escaped label alone when the address may not be linked."""
    safe = address(url)
    words = fit(label, most)
    return f"[{words}]({safe})" if safe and words.strip() else words


def fence(text: str) -> str:
    """Text in a code block that it cannot leave."""
    inside = _PINGS.sub("@" + GAP, display(text)).replace("``", "`" + GAP + "`")
    return f"```\n{inside}\n```"


def day_token(moment: datetime) -> str:
    """A day the reader's Discord writes in their zone and language."""
    return f"<t:{int(moment.timestamp())}:d>"


def time_token(moment: datetime) -> str:
    """An hour and minute the reader's Discord writes in their zone and language."""
    return f"<t:{int(moment.timestamp())}:t>"


def joined(parts: Iterable[str], by: str = " · ") -> str:
    """The parts that say something, joined."""
    return by.join(part for part in parts if part)


def plain(text: str, most: int) -> str:
    """One line for places that read no markdown (labels, options, footers); never empty, which Discord refuses."""
    return shorten(_PINGS.sub("@" + GAP, one_line(text)), most) or "–"
