"""Digests by command: asked for, looked at, edited, published; and a person's own in a direct message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import editions
from bot.commands.table import COMMANDS
from bot.model import Buttons, Channel, Preview, Reply, Select, Table, Words
from bot.render import plain
from bot.storage import editions as shelf
from bot.storage import follows, payloads, places, promises
from bot.storage.tables import promises as table
from bot.storage.tables import sources
from tests.delivering import promise, tell_story
from tests.filled import NOW, Desk

OWN = ("digest now", "digest schedule", "digest off")


@pytest.fixture(params=["slack", "discord"])
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    made = Desk(tmp_path, request.param)
    yield made
    made.close()


def said(reply: Reply) -> str:
    shown = tuple(part for part in reply.parts if isinstance(part, Words | Preview))
    return plain.reply(Reply(shown))


def keep(desk: Desk, *numbers: int, channel: Channel | None = None, hours: float = 0.0) -> None:
    """Stories that wait for the digest of a channel."""
    where = channel or desk.channel
    now = NOW.timestamp() + hours * 3600

    def step(db: object) -> None:
        for number in numbers:
            tell_story(db, number, f"Story {number}", now=now)  # type: ignore[arg-type]  # a connection
            identity = promise(db, where.id, number, now=now)  # type: ignore[arg-type]
            assert identity is not None
            promises.hold(db, identity, "quiet hours 22:00-07:00")  # type: ignore[arg-type]

    desk.store.step(step)


def published(desk: Desk, channel: Channel | None = None) -> list[list[str]]:
    """Story ids of every published edition of a channel, in their order."""
    rows = desk.store.look(shelf.published, 10)
    wanted = (channel or desk.channel).id
    return [
        [item.story_id for part in body.sections for item in part.items]
        for _, body in reversed(rows)
        if body.channel_id == wanted
    ]


def tick(desk: Desk, hours: float) -> list[str]:
    now = NOW + timedelta(hours=hours)
    return [desk.store.step(editions.run, planned, now) for planned in desk.store.look(shelf.due, now.timestamp())]


async def test_asked_for_looked_at_and_ended(desk: Desk) -> None:
    assert "09:00" in said(await desk.ask("digest schedule weekdays 09:00 --zone Europe/Berlin --holidays DE"))
    table = (await desk.ask("digest schedule")).parts[0]
    assert isinstance(table, Table)
    assert "Monday to Friday at 09:00 Europe/Berlin, not on holidays of DE" in table.rows[0]
    keep(desk, 51, 52)
    preview = said(await desk.ask("digest preview"))
    assert "Story 51" in preview
    assert "3 sources read, 1 silent or failing." in preview
    desk.store.step(lambda db: db.execute(update(sources).values(failures=0)))
    assert "3 sources read. " in said(await desk.ask("digest preview"))
    assert published(desk) == []
    assert "2 stories" in said(await desk.ask("digest now"))
    assert published(desk) == [["51", "52"]]
    assert said(await desk.ask("digest now")) == "Nothing is kept for a digest here."
    keep(desk, 53)
    assert "digest now` posts it" in said(await desk.ask("digest off"))
    assert tick(desk, 24 * 7) == []


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("digest schedule hourly", "daily"),
        ("digest schedule daily 25:00", "09:00"),
        ("digest schedule daily --zone Mars/Olympus", "Mars/Olympus"),
        ("digest schedule daily --holidays XX", "XX"),
        ("digest approve nothing-here", "no such draft"),
    ],
)
async def test_what_cannot_be_is_said(desk: Desk, line: str, answer: str) -> None:
    reply = await desk.ask(line)
    assert reply.error
    assert answer in said(reply)


async def draft_of(desk: Desk) -> tuple[str, Reply]:
    """The draft the managers were sent: its name, and the message."""
    (row,) = [one for one in desk.store.look(promises.waiting, desk.workspace.id, most=99) if one.about[:6] == "draft "]
    found = desk.store.look(lambda db: promises.find(db, row.id))
    assert found is not None
    payload = desk.store.look(lambda db: db.execute(select(table.c.payload).where(table.c.id == row.id)).scalar_one())
    return row.about.removeprefix("draft "), payloads.load_reply(payload)


async def test_a_draft_is_edited_then_published_as_its_editor_left_it(desk: Desk) -> None:
    await desk.ask("digest schedule daily 11:00 --zone UTC --approve")
    keep(desk, 51, 52, 53, 54)
    assert tick(desk, 2.01) == ["draft"]
    name, message = await draft_of(desk)
    actions = [part.line if isinstance(part, Select) else "" for part in message.parts]
    assert [line.split()[1] for line in actions if line] == ["drop", "pin", "move"]
    assert [b.line.split()[1] for part in message.parts if isinstance(part, Buttons) for b in part.buttons] == [
        "approve",
        "discard",
    ]
    assert published(desk) == []
    keep(desk, 55, hours=3)  # what comes after the draft waits for the next one
    for line in (f"digest drop {name} 52", f"digest pin {name} 54", f"digest move {name} 53 up"):
        assert not (await desk.ask(line)).error, line
    await desk.ask(f"digest move {name} 51 up")
    assert (await desk.ask(f"digest drop {name} 999")).error
    assert "3 stories" in said(await desk.ask(f"digest approve {name}"))
    assert published(desk) == [["54", "51", "53"]]
    assert "decided already" in said(await desk.ask(f"digest approve {name}"))
    # The dropped story is not offered again; the late one is.
    waiting = {one.about for one in desk.store.look(promises.held, desk.channel.id)}
    assert "52" not in waiting
    assert "55" in waiting


async def test_a_discarded_draft_leaves_its_stories_to_the_next(desk: Desk) -> None:
    await desk.ask("digest schedule daily 11:00 --zone UTC --approve")
    keep(desk, 51)
    tick(desk, 2.01)
    name, _ = await draft_of(desk)
    assert not (await desk.ask(f"digest discard {name}")).error
    assert {one.about for one in desk.store.look(promises.held, desk.channel.id)} == {"51"}
    assert published(desk) == []


async def test_only_managers_may_in_a_channel_and_anyone_in_their_own_messages(desk: Desk) -> None:
    own = Channel(f"{desk.platform}:D1", desk.workspace.id, "Rune", "dm")
    for line in ("digest schedule daily 09:00", "digest off", "digest now"):
        assert (await desk.ask(line, desk.reader)).error, line
    desk.store.step(places.ensure, desk.workspace, own, NOW.timestamp())
    reply = await desk.ask("digest schedule daily 11:00 --zone UTC", desk.reader, own)
    assert not reply.error, reply
    for path, command in COMMANDS.items():
        if command.who == "manager" and path not in OWN and not command.own:
            assert not command.allowed(desk.reader, own), path
    keep(desk, 51, channel=own)
    assert tick(desk, 2.01) == ["published"]
    assert published(desk, own) == [["51"]]
    assert published(desk) == []
    # What a person gets by themselves is not shown to others.
    other = await desk.ask("digest schedule")
    assert "Rune" not in str(other)
    assert "Rune" in str(await desk.ask("digest schedule", desk.reader, own))
    assert not (await desk.ask("digest off", desk.reader, own)).error


async def test_marks_move_a_story_and_the_digest_says_why(desk: Desk) -> None:
    await desk.ask("digest schedule daily 11:00 --zone UTC")

    def hold(db: object) -> None:
        for number in (1, 3):
            identity = promise(db, desk.channel.id, number, now=NOW.timestamp())  # type: ignore[arg-type]
            promises.hold(db, identity or "", "quiet hours 22:00-07:00")  # type: ignore[arg-type]  # a connection

    desk.store.step(hold)
    await desk.ask("not-for-us 1", desk.reader)
    assert "shown less because 1 reader marked" in said(await desk.ask("digest preview"))
    await desk.ask("useful 1", desk.reader)
    await desk.ask("useful 3")
    assert "shown more because 2 readers found" in said(await desk.ask("digest preview"))
    await desk.ask("unmark 1", desk.reader)
    await desk.ask("unmark 3")
    assert "shown" not in said(await desk.ask("digest preview"))


async def test_a_channel_that_follows_nothing_may_have_both_and_the_answer_says_so(desk: Desk) -> None:
    answer = said(await desk.ask("digest schedule daily 11:00 --zone UTC --mode both --approve"))
    assert "Cards and digests." in answer
    assert "Managers see a draft first." in answer
    table = (await desk.ask("digest schedule")).parts[0]
    assert isinstance(table, Table)
    assert "Managers see a draft first" in table.rows[0][1]
    follow = desk.store.look(follows.get, desk.channel.id)
    assert follow is not None
    assert not follow.settings.digest_only
