"""Pictures of the archive's pages with the demo newsroom's stories: `python tests/pictures/web.py [FOLDER]`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from playwright.async_api import async_playwright  # noqa: E402  # after the path is set

from tests.archive_world import EDITION, copied, prepare, serving  # noqa: E402
from tests.prepare import browser as find_browser  # noqa: E402

WIDTH = 960
PICTURES = {"web-edition": (f"/editions/{EDITION}", 1122), "web-story": ("/stories/1", 1768)}  # address, height


async def pictures(database: Path, folder: Path) -> None:
    """Write web-edition.png and web-story.png."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, copied(database, Path(scratch)) as store:
        async with serving(store) as url, async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=find_browser(),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            for name, (path, height) in PICTURES.items():
                tab = await browser.new_page(
                    viewport={"width": WIDTH, "height": height},
                    device_scale_factor=1.5,
                    color_scheme="light",
                    locale="en-GB",
                )
                await tab.goto(url + path)
                await tab.screenshot(path=folder / f"{name}.png")
            await browser.close()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(pictures(prepare(Path(scratch)), folder))


if __name__ == "__main__":
    main()
