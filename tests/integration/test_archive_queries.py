"""The archive's lists on both databases: order, paging, narrowing within a bound, what a channel was told."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select

from bot.model import Card, Channel, Edition, Frame, Label, Slice, Span, Workspace
from bot.storage import archive, migrate, places
from bot.storage.archive import Cursor, cursor, newest
from bot.storage.codec import dump
from bot.storage.news import Wanted
from bot.storage.store import Store
from bot.storage.tables import dates, editions, promises
from tests.archive_world import NOW, plain_card, tell

AT = NOW.timestamp()
TEAM = Workspace("slack:T", "slack", "Team")


def labelled(number: int, topic: str = "", place: str = "", stage: str = "") -> Card:
    frame = Frame(
        (Label(place),) if place else (), None, Label(stage) if stage else None, Label(topic) if topic else None
    )
    card = plain_card(str(number), f"Story {number}")
    return replace(card, reading=replace(card.reading, frame=frame))


def fill(db: Connection, count: int) -> None:
    """Three stories a second; every 10th is about copyright, every 15th from California, every 7th in force."""
    for number in range(1, count + 1):
        card = labelled(
            number,
            "copyright_ip" if number % 10 == 0 else "privacy_data",
            "US-CA" if number % 15 == 0 else "US" if number % 2 else "FR",
            "in_force" if number % 7 == 0 else "",
        )
        tell(db, card, AT + number // 3)


def walk(store: Store, about: Wanted, count: int) -> list[list[int]]:
    """Pages of story ids until there is no older one."""
    pages, before = [], None
    for _ in range(50):
        found = store.look(newest, about, before, count)
        pages.append([int(one.card.story_id) for one in found.stories])
        if found.older is None:
            return pages
        before = cursor(str(found.older))
        assert before == found.older
    raise AssertionError("it never ends")


def test_pages_hold_every_story_once_newest_first(store: Store) -> None:
    store.step(fill, 50)
    pages = walk(store, Wanted(), 8)
    assert [len(page) for page in pages] == [8] * 6 + [2]
    assert [one for page in pages for one in page] == list(range(50, 0, -1))


@pytest.mark.parametrize(
    ("about", "found"),
    [
        (Wanted(topic="copyright_ip"), [60, 50, 40, 30, 20, 10]),
        (Wanted(jurisdiction="US-CA"), [60, 45, 30, 15]),
        (Wanted(topic="copyright_ip", jurisdiction="US"), [60, 30]),
        (Wanted(stage="in_force", jurisdiction="US-CA"), []),
        (Wanted(stage="in_force", topic="copyright_ip"), []),
        (Wanted(topic="copyright"), []),
        (Wanted(topic="%"), []),
    ],
)
def test_a_list_is_narrowed_to_labels(store: Store, about: Wanted, found: list[int]) -> None:
    store.step(fill, 60)
    assert [one for page in walk(store, about, 4) for one in page] == found


def test_a_rare_label_is_looked_for_in_steps(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "SCANNED", 16)
    store.step(fill, 60)
    pages = walk(store, Wanted(jurisdiction="US-CA"), 4)
    # 60..45 hold two of them, 44..29 one, 28..13 one, and the last twelve none.
    assert pages == [[60, 45], [30], [15], []]


def test_narrowing_reads_its_index_alone(tmp_path: Path) -> None:
    """On SQLite a story's labels stand behind its card in the row; only the index keeps this cheap."""
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    store.close()
    plain = sqlite3.connect(tmp_path / "bot.db")
    plan = " ".join(
        str(row[3])
        for row in plain.execute(
            "EXPLAIN QUERY PLAN SELECT id, created_at, topics, jurisdictions, instrument, stage FROM stories "
            "WHERE (created_at, id) < (5.0, 3) ORDER BY created_at DESC, id DESC LIMIT 20000"
        )
    )
    plain.close()
    assert "COVERING INDEX stories_labels" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("text", ["", "x", "1", "1~", "~1", "-1~1", "1e5~1", "nan~1", "1~\x00", "1~" + "a" * 400])
def test_other_texts_are_no_place_in_a_list(text: str) -> None:
    assert cursor(text) is None


def test_a_place_in_a_list_that_names_no_story_shows_nothing(store: Store) -> None:
    store.step(fill, 3)
    assert store.look(newest, Wanted(), Cursor(AT * 2, "slack:C"), 5).stories == ()
    assert store.look(newest, Wanted(), Cursor(AT * 2, "9" * 30), 5).stories == ()


def digest(db: Connection, number: int, channel: str, state: str = "published") -> None:
    made = Edition(f"{channel}@{number:03}", channel, f"Digest {number}", "Monday")
    body = dump(made) if state not in ("skipped", "begun") else "{}"
    db.execute(
        insert(editions).values(id=made.id, channel_id=channel, state=state, body=body, slot_at=AT + number // 2)
    )


def test_digests_in_pages_of_all_and_of_one_channel(store: Store) -> None:
    def write(db: Connection) -> None:
        for channel in ("slack:A", "slack:B"):
            places.ensure(db, TEAM, Channel(channel, TEAM.id, channel[-1].lower()), AT)
        for number in range(1, 8):
            digest(db, number, "slack:A" if number % 2 else "slack:B")
        digest(db, 8, "slack:A", "draft")
        digest(db, 9, "slack:A", "skipped")
        digest(db, 10, "slack:B", "empty")

    store.step(write)
    found, before = [], None
    for _ in range(5):
        page = store.look(archive.edition_list, before, 3)
        found += [row.edition.id for row in page.editions]
        before = page.older
        if before is None:
            break
    assert found == [  # within one second by id
        "slack:B@010", "slack:B@006", "slack:A@007", "slack:B@004", "slack:A@005", "slack:B@002", "slack:A@003",
        "slack:A@001",
    ]  # fmt: skip
    mine = store.look(archive.edition_list, None, 10, "slack:A")
    assert [row.edition.title for row in mine.editions] == ["Digest 7", "Digest 5", "Digest 3", "Digest 1"]
    assert {row.channel_name for row in mine.editions} == {"a"}
    middle = store.look(archive.edition, "slack:A@003")
    assert middle is not None
    assert middle[1:] == ("slack:A@001", "slack:A@005")
    assert store.look(archive.edition, "slack:A@008") is None
    assert store.look(archive.edition, "slack:A@009") is None


def test_one_team_or_several(store: Store) -> None:
    store.step(places.ensure, Workspace("console:local", "console"), None, AT)
    store.step(places.ensure, TEAM, None, AT)
    assert not store.look(archive.several_teams)
    store.step(places.ensure, Workspace("discord:9", "discord"), None, AT)
    assert store.look(archive.several_teams)


def test_a_channels_stories_are_those_it_was_shown(store: Store) -> None:
    def write(db: Connection) -> None:
        fill(db, 6)
        rows = [
            (1, "sent", "", "slack:A"),
            (2, "dropped", "in the digest slack:A@2025", "slack:A"),
            (3, "dropped", "the channel left", "slack:A"),
            (4, "held", "quiet hours", "slack:A"),
            (5, "dead", "refused", "slack:A"),
            (6, "sent", "", "slack:B"),
        ]
        for number, state, reason, channel in rows:
            db.execute(
                insert(promises).values(
                    id=f"p{number}", seq=number, channel_id=channel, kind="card", about=str(number), state=state,
                    reason=reason, due_at=AT, created_at=AT + number,
                )
            )  # fmt: skip

    store.step(write)
    assert [one.card.story_id for one in store.look(archive.told, "slack:A", 10)] == ["2", "1"]
    assert store.look(archive.told, "slack:C", 10) == ()


def test_dates_ahead_leave_out_the_past_and_the_withdrawn(store: Store) -> None:
    def write(db: Connection) -> None:
        tell(db, plain_card("1", "Stands"), AT)
        tell(db, plain_card("2", "Withdrawn"), AT, withdrawn=True)
        for number, (story, day) in enumerate(
            [(1, "2025-01-19"), (1, "2025-01-20"), (1, "2025-03-01"), (2, "2025-02-01"), (1, "2027-01-01")]
        ):
            words = dump(Slice("x", Span(0, 1)))
            db.execute(
                insert(dates).values(
                    story_id=story,
                    kind="deadline",
                    on_date=day,
                    what=f"{number}",
                    words=words,
                    article_id=1,
                    updated_at=AT,
                )
            )

    store.step(write)
    assert [one.on_date for one in store.look(archive.ahead, AT)] == ["2025-01-20", "2025-03-01"]


def test_the_key_is_made_once(store: Store) -> None:
    assert store.step(archive.key, "first", AT) == "first"
    assert store.step(archive.key, "second", AT) == "first"


def test_a_database_from_before_gets_the_indexes(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'old.db'}")
    store.open()
    store.close()
    wanted = {"stories_labels", "editions_newest", "editions_of_channel"}
    old = sqlite3.connect(tmp_path / "old.db")
    for name in wanted:
        old.execute(f"DROP INDEX {name}")
    old.execute("UPDATE alembic_version SET version_num = '0001'")
    old.commit()
    old.close()
    again = Store(f"sqlite:///{tmp_path / 'old.db'}")
    again.open()
    assert migrate.scripts().get_current_head() == again.look(lambda db: migrate.current(db))
    again.close()
    new = sqlite3.connect(tmp_path / "old.db")
    found = {row[0] for row in new.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    new.close()
    assert wanted <= found


def test_a_story_that_is_not_there(store: Store) -> None:
    store.step(fill, 1)
    assert store.look(archive.story, "1") is not None
    for name in ("2", "", "x", "-1", "1 ", "１", "9" * 40):
        assert store.look(archive.story, name) is None
    assert store.look(lambda db: db.execute(select(1)).scalar()) == 1
