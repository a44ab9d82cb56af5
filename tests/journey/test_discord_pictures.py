"""Discord's surfaces are drawn by SimCord in a real browser: the pictures in docs/ can be made anew at any time."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.pictures.discord import browser, pictures

pytestmark = [pytest.mark.slow, pytest.mark.browser]


async def test_a_card_a_digest_and_the_help_are_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", "")
    await browser(tmp_path / "browsers")
    await pictures(tmp_path)
    for name in ("card", "digest", "help"):
        data = (tmp_path / f"discord-{name}.png").read_bytes()
        width, height = struct.unpack(">II", data[16:24])  # the IHDR chunk of a PNG
        assert data.startswith(b"\x89PNG")
        assert width >= 500
        assert height >= 300
