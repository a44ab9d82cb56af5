"""Pictures of the bot on Slack, made by slack-blocks-to-jsx in Chromium: `python tests/pictures/slack.py [FOLDER]`."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from npm import node, npm  # noqa: E402  # after the path is set
from playwright.async_api import async_playwright  # noqa: E402
from slack_probe import CARD, piece  # noqa: E402

from bot.model import (  # noqa: E402
    Button,
    Buttons,
    Card,
    Coverage,
    Edition,
    EditionItem,
    EditionSection,
    Fact,
    Person,
    Quote,
    Reply,
    Shown,
    Table,
    Words,
)
from bot.platforms.slack_home import home_view  # noqa: E402
from bot.render import slack  # noqa: E402
from bot.render.slack_edition import edition_parts  # noqa: E402
from bot.speech import speech  # noqa: E402

RENDERER = ("slack-blocks-to-jsx@1.1.1", "react@19", "react-dom@19")
WIDTH = 720

SHOWN: Card = replace(
    CARD,
    reading=replace(
        CARD.reading,
        pull=Quote(
            (piece("Nobody should have to guess whether the voice on the phone is a person,"),),
            "Ana Prado",
            "rapporteur of the bill",
        ),
        facts=(
            Fact(piece("Parliament adopted the bill on labelling synthetic speech by 312 votes to 201")),
            Fact(piece("Providers must mark generated audio in a way machines can read from 2 August 2027")),
            Fact(piece("the data protection authority may fine up to 2 million euros"), background=True),
        ),
    ),
    also=(
        *CARD.also,
        Coverage("Data Desk", "https://desk.example/a", "a"),
        Coverage("Wire", "https://wire.example/b", "b"),
    ),
    differs=(),
    updated_at=datetime(2026, 3, 1, 14, 5, tzinfo=UTC),
    changes=("a second outlet reports the same quote",),
)

DIGEST = Edition(
    "weekly",
    "slack:C1",
    "AI policy this week",
    "Monday 2 March 2026, 09:00 Europe/Berlin",
    dates=(
        ("9 Mar 2026", "Comments close on the draft code for general-purpose models", "https://news.example/code"),
        ("2 Aug 2026", "Duties for high-risk systems begin", "https://news.example/duties"),
    ),
    sections=(
        EditionSection(
            "passed",
            "Signed and passed",
            (
                EditionItem("1", CARD.reading.headline.text, CARD.url, "The Example", "Law › Passed", 4),
                EditionItem(
                    "2",
                    "Two governments sign a pact on testing frontier models",
                    "https://news.example/2",
                    "Wire",
                    "Agreement › Signed",
                    3,
                ),
            ),
        ),
        EditionSection(
            "open",
            "Proposed and open for comment",
            (
                EditionItem(
                    "3",
                    "Regulator asks how schools use chatbots",
                    "https://news.example/3",
                    "Data Desk",
                    "Consultation › Open until 20 March",
                ),
            ),
        ),
    ),
    closing="3 stories from 9 sources, 1 source silent",
)


async def _ask(path: str) -> Reply:
    """What the commands of the Home tab answer in this picture."""
    answers = {
        "following": Reply(
            (
                Table(
                    ("Channel", "Rule", "How"),
                    (
                        ("#ai-policy", "everything", "cards at once, digest Mondays 09:00"),
                        ("#privacy", "topic:privacy_data", "digest only"),
                    ),
                ),
            )
        ),
        "sources": Reply(
            (
                Table(
                    ("Source", "State"),
                    (
                        ("The Example", "fine, 4 new today"),
                        ("Data Desk", "fine"),
                        ("Wire", "403 since Sunday: give the new feed address"),
                    ),
                    links=("https://news.example", "https://desk.example", "https://wire.example"),
                ),
                Buttons((Button("Check Now", "sources check"), Button("Catalogue", "sources catalog"))),
            )
        ),
        "deadlines": Reply(
            (
                Table(
                    ("Day", "What"),
                    (
                        ("9 March", "Comments close on the draft code"),
                        ("2 August", "Duties for high-risk systems begin"),
                    ),
                ),
            )
        ),
        "saved": Reply((Words("Two saved stories."), Shown(replace(SHOWN, also=(), updated_at=None)))),
    }
    return answers[path]


async def _same(reply: Reply) -> Reply:
    return reply


async def pictures(folder: Path) -> None:
    """Write slack-card.png, slack-digest.png and slack-home.png."""
    from bot.commands import COMMANDS

    for path in ("following", "sources", "deadlines", "saved"):
        COMMANDS.setdefault(path, COMMANDS["latest"])
    home = await home_view(
        _ask,
        person=Person("slack:U1", "Anna", "manager"),
        locale="en",
        zone="Europe/Berlin",
        say=speech("en"),
        archive="https://bot.example/archive",
        shorten=_same,
    )
    surfaces: dict[str, Any] = {
        "slack-card": list(slack.card(SHOWN, "en", "Europe/Berlin").blocks),
        "slack-digest": list(edition_parts(DIGEST)[0].blocks),
        "slack-home": home["blocks"],
    }
    package = npm(*RENDERER)
    with tempfile.TemporaryDirectory() as scratch:
        page = await asyncio.to_thread(_html, package, surfaces, Path(scratch))
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            tab = await browser.new_page(viewport={"width": WIDTH, "height": 900}, device_scale_factor=2)
            await tab.goto(page.as_uri())
            folder.mkdir(parents=True, exist_ok=True)
            for name in surfaces:
                await tab.locator(f"#{name}").screenshot(path=folder / f"{name}.png")
            await browser.close()


def _html(package: Path, surfaces: dict[str, Any], scratch: Path) -> Path:
    """All surfaces on one page, each in a box with its name as id."""
    # This renderer shows `verbatim` text as it stands; Slack only leaves out its own guesses at links and mentions.
    (scratch / "surfaces.json").write_text(json.dumps(_unmarked(surfaces)))
    program = f"""
const {{createElement: e}} = require('react');
const {{renderToStaticMarkup}} = require('react-dom/server');
const {{Message}} = require('slack-blocks-to-jsx');
const surfaces = JSON.parse(require('fs').readFileSync({json.dumps(str(scratch / "surfaces.json"))}));
const logo = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#1f3a5f"/>' +
  '<text x="18" y="24" font-size="15" font-family="sans-serif" fill="white" text-anchor="middle">AI</text></svg>');
let out = '';
for (const [name, blocks] of Object.entries(surfaces)) {{
  const message = e(Message, {{blocks, logo, name: 'AI Policy', time: new Date('2026-03-02T08:00:00Z'), theme: 'light',
    withoutWrapper: name.endsWith('home')}});
  out += `<div class="box" id="${{name}}">${{renderToStaticMarkup(message)}}</div>`;
}}
process.stdout.write(out);
"""
    script = package.parent.parent / "render.cjs"
    script.write_text(program)
    body = subprocess.run([*node(), str(script)], cwd=script.parent, capture_output=True, check=True, timeout=60).stdout
    style = (package / "dist" / "style.css").read_text()
    page = scratch / "page.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><style>{style}</style><style>body{{margin:0;background:#fff;"
        "font-family:Lato,'Noto Sans',sans-serif}.box{padding:16px;width:680px;background:#fff}</style>" + body.decode()
    )
    return page


def _unmarked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unmarked(inner) for key, inner in value.items() if key != "verbatim"}
    return [_unmarked(inner) for inner in value] if isinstance(value, list) else value


if __name__ == "__main__":
    asyncio.run(pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"))
