"""Who may do what: every command, for readers and managers, at every door; a refused command changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.commands import COMMANDS, answer
from bot.commands.answer import Door
from bot.commands.logbook import ACTIONS
from bot.commands.parse import arguments, find, tokens
from bot.commands.slash import ADMIN_ROOT, ROOT
from bot.commands.slash import places as slash_places
from bot.model import Channel, Person, Reply, Words
from bot.storage import places
from bot.storage.tables import audit, metadata
from tests.filled import Desk, everything, line_of

DOORS: tuple[Door, ...] = ("console", "slack", "discord")
MANAGERS_ONLY = [path for path, command in COMMANDS.items() if command.who == "manager"]
FOR_ALL = [path for path, command in COMMANDS.items() if command.who == "anyone"]
WHERE = slash_places(COMMANDS)
# What an ordinary reader can do and where it is written down: their own list, marks, language, and reports.
WRITES_FOR_ONESELF = {"save", "unsave", "useful", "not-for-us", "unmark", "wrong", "language"}
REFUSED = "Only managers of this workspace may use `{path}`."


def state(db: Connection) -> dict[str, str]:
    """A hash of every table's rows."""
    found = {}
    for table in metadata.sorted_tables:
        rows = sorted(repr(tuple(row)) for row in db.execute(select(table)))
        found[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def said(reply: Reply) -> str:
    """The words of an answer."""
    return "\n".join(part.text for part in reply.parts if isinstance(part, Words))


@pytest.fixture(params=DOORS)
async def desk(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(tmp_path, request.param)
    await made.settle_in()
    yield made
    made.close()


async def typed_in(desk: Desk, path: str, person: Person, channel: Channel | None = None) -> Reply:
    """The command as Discord's options or a form give it."""
    line = line_of(COMMANDS[path])
    command, rest = find(tokens(line), COMMANDS)
    given: dict[str, Any] = arguments(command, rest)
    return await answer(
        path,
        given,
        services=desk.services,
        person=person,
        workspace=desk.workspace,
        channel=channel or desk.channel,
        door=desk.platform,
    )


async def test_readers_are_refused_and_nothing_changes(desk: Desk) -> None:
    before = desk.store.step(state)
    for path in MANAGERS_ONLY:
        typed = {"console": path, "slack": f"/aipolicy {path}", "discord": "/" + " ".join(WHERE[path])}[desk.platform]
        for reply in (
            await desk.ask(line_of(COMMANDS[path]), desk.reader),
            await desk.ask(line_of(COMMANDS[path], whole=True), desk.reader),
            await desk.ask(f"{line_of(COMMANDS[path])} --public", desk.reader),
            await typed_in(desk, path, desk.reader),
        ):
            assert reply.error, path
            assert reply.private, path
            assert said(reply) == REFUSED.format(path=typed)
    assert desk.store.step(state) == before


async def test_managers_are_let_through(desk: Desk) -> None:
    for path in COMMANDS:
        reply = await desk.ask(line_of(COMMANDS[path]))
        assert "Only managers" not in said(reply), path
        assert "went wrong on our side" not in said(reply), path


async def test_readers_may_read(desk: Desk) -> None:
    before = desk.store.step(state)
    for path in FOR_ALL:
        if path in WRITES_FOR_ONESELF:
            continue
        for reply in (await desk.ask(line_of(COMMANDS[path]), desk.reader), await typed_in(desk, path, desk.reader)):
            assert "Only managers" not in said(reply), path
            assert "went wrong on our side" not in said(reply), path
    assert desk.store.step(state) == before  # reading writes nothing


async def test_what_readers_write_is_their_own(desk: Desk) -> None:
    before = desk.store.step(state)
    for line in ("save 1", "unsave 1", "useful 1", "not-for-us 1", "unmark 1", "wrong 1 the stage", "language de"):
        reply = await desk.ask(line, desk.reader)
        assert not reply.error, line
    after = desk.store.step(state)
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {"saved", "marks", "people", "audit", "feedback", "saves"}, changed


@pytest.mark.parametrize(
    "line", ["sources catalog starter --add", "language de --everyone", "language --zone Europe/Berlin --everyone"]
)
async def test_options_that_write_for_all_are_for_managers(desk: Desk, line: str) -> None:
    before = desk.store.step(state)
    reply = await desk.ask(line, desk.reader)
    assert reply.error
    assert "Only managers" in said(reply) or "is one of" in said(reply)
    assert desk.store.step(state) == before


async def test_what_is_offered_to_readers_is_theirs_to_press(desk: Desk) -> None:
    """`help` names to readers only what they may use."""
    shown = await desk.ask("help", desk.reader)
    rows = [row for part in shown.parts for row in getattr(part, "rows", ())]
    names = {row[0].removeprefix("/aipolicy ").split(" <")[0] for row in rows}
    if desk.platform == "discord":  # which has other names for some, and hides a root from readers
        assert len(rows) == sum(WHERE[path][0] == ROOT for path in FOR_ALL)
        assert not any(ADMIN_ROOT in row[0] for row in rows)
    else:
        assert names == set(FOR_ALL)


async def test_a_command_of_ones_own_is_open_in_a_direct_message_only(desk: Desk) -> None:
    private = Channel(f"{desk.platform}:D", desk.workspace.id, "", "dm")
    desk.store.step(places.ensure, desk.workspace, private, 0.0)
    for path in MANAGERS_ONLY:
        command = COMMANDS[path]
        reply = await desk.ask(line_of(command), desk.reader, private)
        assert ("Only managers" in said(reply)) is not command.own, path
        assert command.allowed(desk.reader, private) is command.own
        assert not command.allowed(desk.reader, desk.channel)


def test_only_digests_are_open_in_direct_messages() -> None:
    assert {path for path, command in COMMANDS.items() if command.own} <= {
        path for path in COMMANDS if path.startswith("digest ")
    }


@pytest.mark.parametrize("door", DOORS)
async def test_nobody_manages_a_fresh_workspace_unless_the_platform_says_so(door: Door, tmp_path: Path) -> None:
    desk = Desk(tmp_path, door)
    try:
        assert desk.store.step(places.list_managers, desk.workspace.id) == ()
        nobody = Person(f"{door}:N", "Nora")
        assert nobody.role == "reader"
        for path in MANAGERS_ONLY:
            assert (await desk.ask(line_of(COMMANDS[path]), nobody)).error, path
    finally:
        desk.close()


async def test_managing_one_workspace_is_no_right_in_another(desk: Desk) -> None:
    await desk.ask("managers add @dana")
    other = replace(desk.workspace, id=f"{desk.platform}:OTHER")
    desk.store.step(places.ensure, other, None, 0.0)
    assert desk.store.step(places.list_managers, other.id) == ()
    assert desk.store.step(places.list_managers, desk.workspace.id)


async def test_every_change_by_a_manager_is_in_the_log(desk: Desk) -> None:
    """`log` names who changed what for each command that changes what a workspace gets."""
    for line, action in (
        ("sources resume 3", "Source resumed"),
        ("tune --quiet off", "How a channel gets its cards changed"),
        ("rules remove kids", "Rule removed"),
        ("untrack SB 53", "Measure tracked no more"),
        ("digest off", "Digests turned off"),
        ("unfollow", "Channel follows no more"),
    ):
        reply = await desk.ask(line)
        assert not reply.error, (line, reply)
        rows = [row for part in (await desk.ask("log")).parts for row in getattr(part, "rows", ())]
        assert (rows[0][1], rows[0][2]) == ("Mira", action) or any(
            (row[1], row[2]) == ("Mira", action) for row in rows
        ), line


async def test_the_log_has_words_for_everything_it_keeps(desk: Desk) -> None:
    for line in everything():
        await desk.ask(line)
    kept = set(desk.store.step(lambda db: db.execute(select(audit.c.action)).scalars().all()))
    assert len(kept) > 15
    assert kept <= ACTIONS.keys()
