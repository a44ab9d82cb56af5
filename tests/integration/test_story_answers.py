"""Answers about one story and about sources say each thing once, in the words that stand on the card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from bot.model import Buttons, Channel, Reply, Shown, Table, Words
from bot.storage.tables import incidents, sources
from tests.filled import NOW, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, "slack")
    yield made
    made.close()


def tables(reply: Reply) -> list[Table]:
    return [part for part in reply.parts if isinstance(part, Table)]


def lines(reply: Reply) -> list[str]:
    return [button.line for part in reply.parts if isinstance(part, Buttons) for button in part.buttons]


async def test_coverage_alone_names_everybody_and_does_not_repeat_the_card(desk: Desk) -> None:
    reply = await desk.ask("story 2 --coverage")
    assert not any(isinstance(part, Shown) for part in reply.parts)
    (table,) = tables(reply)
    assert [row[0] for row in table.rows] == ["Policy Courier", "Second Paper"]
    assert table.title == "Coverage: Senate passes chatbot bill number 2"
    whole = await desk.ask("story 2")
    assert isinstance(whole.parts[0], Shown)
    assert [row[0] for row in tables(whole)[0].rows] == ["Second Paper"], "the card above names its own outlet"


async def test_all_facts_stand_alone_with_the_labels_of_the_card(desk: Desk) -> None:
    reply = await desk.ask("story 2 --facts")
    assert [type(part) for part in reply.parts] == [Words] * 3, "no card, no coverage: the button stands under them"
    facts, labels = reply.parts[1:]
    assert isinstance(facts, Words)
    assert facts.text.splitlines() == [
        "• the bill passed by 31 votes to 4",
        "• Background: a first draft failed last year",
    ]
    assert isinstance(labels, Words)
    assert "• Passed: “passed”" in labels.text


async def test_why_tells_the_day_once_and_offers_to_post_only_where_the_card_is_not(desk: Desk) -> None:
    here = await desk.ask("why 2")
    first, *others = [row[0] for row in tables(here)[0].rows]
    assert first == "4 Mar 2026, 10:00 CET"
    assert set(others) == {"10:00"}
    assert not any(line.startswith("replay") for line in lines(here))
    elsewhere = await desk.ask("why 2", channel=Channel("slack:C9", desk.workspace.id, "other"))
    assert any(line.startswith("replay") for line in lines(elsewhere))


async def test_sources_are_named_first_and_what_to_do_is_told_where_there_is_something(desk: Desk) -> None:
    told = (
        "The site blocks readers like this one: ask it to admit the bot, or try `sources add <page>` for another feed."
    )
    opened = {"source_id": 2, "reason": "http-403", "remedy": told, "opened_at": NOW.timestamp()}
    desk.store.step(lambda db: db.execute(insert(incidents).values(opened)))
    (table,) = tables(await desk.ask("sources"))
    assert table.columns == ("Source", "No.", "State", "What to do")
    broken = next(row for row in table.rows if row[0].endswith("broken"))
    assert broken[1] == "#2"
    assert broken[3].endswith("or try “sources add <page>” for another feed.")
    desk.store.step(lambda db: db.execute(update(sources).values(failures=0)))
    (table,) = tables(await desk.ask("sources"))
    assert table.columns == ("Source", "No.", "State")
    assert {len(row) for row in table.rows} == {3}
