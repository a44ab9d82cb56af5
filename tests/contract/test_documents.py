"""The documents say what the code does: every command, every setting, every module."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import config
from bot.commands import COMMANDS
from tests import documents

README = (documents.ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(documents.documents(), key=str), ids=lambda path: path.name)
def test_documents_are_current(path: Path) -> None:
    assert path.read_text("utf-8") == documents.documents()[path], "run `make docs`"


@pytest.mark.parametrize("name", sorted(config.names()))
def test_every_setting_is_documented(name: str) -> None:
    assert config.names()[name]
    assert f"`{name}`" in README
    assert f"#{name}=" in (documents.ROOT / ".env.example").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(COMMANDS))
def test_every_command_is_documented(path: str) -> None:
    assert f"`{path}" in README
    assert 1 <= len(COMMANDS[path].summary) <= 100


def test_every_module_says_what_lives_there() -> None:
    long = [line for line in documents.files_list().splitlines() if len(line.partition(": ")[2]) > 120]
    nothing = [line for line in documents.files_list().splitlines() if line.endswith(": ")]
    assert not long
    assert not nothing
