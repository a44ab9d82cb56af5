"""Behind the last page every list says so and leads back; examples of help are typed as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.answer import Door
from bot.model import Buttons, Reply, Words
from tests.filled import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def said(reply: Reply) -> str:
    return "\n".join(part.text for part in reply.parts if isinstance(part, Words))


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("saved", 2),
        ("log", 9),
        ("sources catalog starter", 50),
        ("latest 3 passed", 4),
        ("search chatbot --most 5", 7),
    ],
)
async def test_a_page_behind_the_last_says_so_and_leads_back(desk: Desk, line: str, page: int) -> None:
    await desk.ask("save 2")
    await desk.ask("follow --start new")
    reply = await desk.ask(f"{line} --page {page}")
    assert said(reply) == "That was all."
    assert [one.line for part in reply.parts if isinstance(part, Buttons) for one in part.buttons] == [
        f"{line} --page {page - 1}"
    ]


async def test_an_empty_first_page_still_says_what_is_empty(desk: Desk) -> None:
    assert "Your list is empty" in said(await desk.ask("saved"))
    assert "Nobody changed anything yet" in said(await desk.ask("log"))


@pytest.mark.parametrize(
    ("door", "locale", "example"),
    [
        ("console", "en", "For example: latest 3 EU"),
        ("console", "de", "Zum Beispiel: latest 3 EU"),
        ("slack", "en", "For example: /aipolicy latest 3 EU"),
        ("discord", "en", "For example: /aipolicy latest count:3 about:EU"),
    ],
)
async def test_the_example_is_as_typed_there(tmp_path: Path, door: Door, locale: str, example: str) -> None:
    desk = Desk(tmp_path, door, locale)
    try:
        assert example in said(await desk.ask("help latest")).splitlines()
    finally:
        desk.close()
