"""Pictures of the bot on Discord, as SimCord renders them: `python -m tests.pictures.discord [FOLDER]`."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import async_playwright

from bot.model import Channel, Edition, EditionItem, EditionSection, Promise, Workspace
from bot.storage import places
from tests.discord_world import NOW, World, add_stories, model_card, world

EDITION = Edition(
    "e1",
    "",
    "AI policy this week",
    "Wednesday 4 March 2026, 09:00 Europe/London",
    (
        ("20 March 2026", "Comments on the draft rule for automated hiring close", "https://example.org/hiring"),
        ("2 August 2026", "Duties for high-risk systems begin", "https://example.org/duties"),
    ),
    (
        EditionSection(
            "in_force",
            "In force and enforced",
            (
                EditionItem(
                    "1", "Regulator fines chatbot maker over children’s data", "https://example.org/fine", "Data Desk",
                    "Enforcement › Enforced · Privacy and data", 4,
                ),
            ),
        ),
        EditionSection(
            "passed",
            "Signed and passed",
            (
                EditionItem(
                    "2", "Two governments agree to test AI models together", "https://example.org/testing",
                    "Policy Courier", "Agreement › Signed · AI safety and testing", 5,
                ),
                EditionItem(
                    "3", "Parliament adopts labelling duty for synthetic media", "https://example.org/labels",
                    "Chamber Watch", "Law › Passed · Deepfakes and content", 3,
                ),
            ),
        ),
        EditionSection(
            "open",
            "Proposed and open for comment",
            (
                EditionItem(
                    "4", "Draft rule would audit hiring software", "https://example.org/hiring", "Labour Brief",
                    "Regulation › Open for comment · closes on 20 March", 2,
                ),
            ),
        ),
    ),
    "4 stories from 14 sources; all sources answered",
)  # fmt: skip


async def browser(folder: Path) -> None:
    """Let Playwright find the machine's own Chromium: a link where it looks for the one it would download."""
    own = shutil.which("chromium") or shutil.which("chromium-browser")
    if own is None:
        return
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(folder)
    async with async_playwright() as started:
        try:
            await (await started.chromium.launch()).close()
        except PlaywrightError as error:
            wanted = re.search(r"Executable doesn't exist at (\S+)", str(error))
            if wanted is None:
                raise
            link = Path(wanted[1])
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(own)


async def take(made: World, channel: Any, viewer: Any, target: Any, path: Path, height: int) -> None:
    """One picture of one message."""
    async with made.env.preview(
        channel, viewers=[viewer], layout="message", width=820, height=height, presentation_time=NOW
    ) as preview:
        await preview.screenshot(path, viewer=viewer, target=target, mode="surface", allow_incomplete=True)


async def pictures(folder: Path) -> None:
    """A card, a digest and the help."""
    with tempfile.TemporaryDirectory() as data:
        async with world(Path(data)) as made:
            made.env.backend.bot_user.name = "AI Policy"
            guild = made.env.create_guild(name="Newsroom")
            channel = guild.create_text_channel("ai-policy")
            await made.env.settle()
            viewer = guild.add_member(made.env.create_user("alice"))
            workspace = f"discord:{guild.id}"
            place = Channel(f"discord:{channel.id}", workspace, "ai-policy")
            made.store.step(places.ensure, Workspace(workspace, "discord"), place, NOW.timestamp())
            made.store.step(add_stories, workspace, 1)
            sender = made.platform.sender
            await sender.send(place, Promise("c1", place.id, "card", "1"), model_card())
            await take(made, channel, viewer, channel.last_message, folder / "discord-card.png", 900)
            await sender.send(place, Promise("d1", place.id, "edition", "e1"), EDITION)
            await take(made, channel, viewer, channel.last_message, folder / "discord-digest.png", 1200)
            help_answer = await viewer.slash(channel, "aipolicy help")
            await take(made, channel, viewer, help_answer, folder / "discord-help.png", 1400)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as browsers:
        asyncio.run(browser(Path(browsers)))
        asyncio.run(pictures(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")))
