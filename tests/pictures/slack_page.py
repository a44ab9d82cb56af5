"""Slack's surfaces as pictures: blocks drawn by slack-blocks-to-jsx, in the frames Slack puts around them."""

from __future__ import annotations

import asyncio
import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import async_playwright

from tests.npm import node, npm
from tests.pictures.files import keep
from tests.prepare import browser as find_browser

RENDERER = ("slack-blocks-to-jsx@1.1.1", "react@19", "react-dom@19")
WIDTH = 640  # of Slack's own column of messages
PAGE = Path(__file__).with_name("slack_page.cjs")
STYLE = Path(__file__).with_name("slack_page.css")


@dataclass(frozen=True)
class Said:
    """One message."""

    blocks: Sequence[dict[str, Any]]
    at: str = ""  # 2024-09-30T16:25:00Z
    alone: bool = False  # only whoever asked sees it
    edited: bool = False
    who: str = ""  # a person; empty for the bot
    text: str = ""  # what a person typed
    menu: bool = False  # the menu behind its three dots is open


@dataclass(frozen=True)
class Surface:
    """One picture: messages, the first of them with the others as its thread, or a view."""

    name: str
    messages: Sequence[Said] = ()
    thread: bool = False
    view: dict[str, Any] = field(default_factory=dict)  # a modal or a Home tab, as the bot gave it to Slack
    height: int = 0  # of a long one only so much is shown


async def draw(surfaces: Sequence[Surface], folder: Path, locale: str = "en-GB") -> None:
    """Write `slack-NAME.png` for each."""
    package = await asyncio.to_thread(npm, *RENDERER)
    with tempfile.TemporaryDirectory() as scratch:
        page = await asyncio.to_thread(_html, package, surfaces, Path(scratch))
        async with async_playwright() as started:
            browser = await started.chromium.launch(
                executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"]
            )
            tab = await browser.new_page(
                viewport={"width": WIDTH + 40, "height": 900}, device_scale_factor=1.25, locale=locale
            )
            await tab.goto(page.as_uri())
            folder.mkdir(parents=True, exist_ok=True)
            for surface in surfaces:
                keep(await tab.locator(f"#surface-{surface.name}").screenshot(), folder / f"slack-{surface.name}.png")
            await browser.close()


def _html(package: Path, surfaces: Sequence[Surface], scratch: Path) -> Path:
    """All surfaces on one page, each in a box with its name as id."""
    # This renderer shows `verbatim` text as it stands; Slack only leaves out its own guesses at links and mentions.
    given = scratch / "surfaces.json"
    given.write_text(json.dumps(_unmarked([asdict(one) for one in surfaces])))
    script = package.parent.parent / PAGE.name  # beside the packages it asks for
    script.write_text(PAGE.read_text("utf-8"))
    body = subprocess.run(
        [*node(), str(script), str(given)],
        cwd=script.parent,
        capture_output=True,
        check=True,
        timeout=120,
        env={"TZ": "Europe/London", "PATH": "/usr/bin:/bin"},
    ).stdout
    page = scratch / "page.html"
    style = (package / "dist" / "style.css").read_text("utf-8") + STYLE.read_text("utf-8")
    page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{body.decode()}")
    return page


def _unmarked(value: Any) -> Any:
    if isinstance(value, dict) and value.get("type") == "raw_text":  # whose `#4` this renderer takes for a heading
        line = {"type": "rich_text_section", "elements": [{"type": "text", "text": value["text"]}]}
        return {"type": "rich_text", "elements": [line]}
    if isinstance(value, dict):
        return {key: _unmarked(inner) for key, inner in value.items() if key != "verbatim"}
    return [_unmarked(inner) for inner in value] if isinstance(value, list | tuple) else value
