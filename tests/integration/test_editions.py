"""Digests on a real database: a year without a gap or a repeat, drafts, dates ahead, reminders."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import Connection, select

from bot import editions
from bot.model import Card, Channel, DateAhead, Edition, Person, Reading, Slice, Span, Verdict, Words, Workspace
from bot.pipeline import calendar
from bot.pipeline.calendar import Schedule
from bot.storage import ahead, following, payloads, places, promises
from bot.storage import editions as shelf
from bot.storage.codec import load
from bot.storage.follows import FollowSettings
from bot.storage.store import Store
from bot.storage.tables import editions as edition_table
from bot.storage.tables import promises as promise_table
from tests.delivering import promise, seed, tell_story

DANA = Person("slack:U1", "dana", "manager")
SCHEDULES = {
    "slack:berlin": Schedule("daily", 2, 30, zone="Europe/Berlin"),
    "slack:newyork": Schedule("weekdays", 9, zone="America/New_York", holidays="US"),
    "slack:howe": Schedule("daily", 2, 15, zone="Australia/Lord_Howe"),
    "slack:beirut": Schedule("daily", 0, 30, zone="Asia/Beirut"),
    "slack:casablanca": Schedule("weekdays", 2, 30, zone="Africa/Casablanca"),
    "slack:apia": Schedule("weekly", 8, weekday=0, zone="Pacific/Apia"),
}
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def tick(store: Store, now: datetime) -> list[str]:
    """What app.py does every half minute."""
    return [store.step(editions.run, planned, now) for planned in store.look(shelf.due, now.timestamp())]


def begin(db: Connection, name: str, schedule: Schedule, now: datetime, **more: object) -> None:
    """A channel with a digest, following everything."""
    seed(db, name, now=now.timestamp())
    channel = Channel(name, "slack:T1", name)
    settings = FollowSettings(digest_only=True)
    following.begin(db, channel, DANA, "", settings, old=0, now=now.timestamp())
    values = {"most": 20, "say_nothing": False, "approve": False, **more}
    shelf.save(db, channel, schedule, by=DANA.id, now=now.timestamp(), **values)  # type: ignore[arg-type]  # bools


def keep(db: Connection, channel: str, number: int, now: datetime, reason: str = "quiet hours 22:00-07:00") -> None:
    """A story that waits for a channel's digest."""
    tell_story(db, number, f"Story {number}", now=now.timestamp())
    identity = promise(db, channel, number, now=now.timestamp())
    assert identity is not None
    promises.hold(db, identity, reason)


def slots(schedule: Schedule, since: datetime, until: datetime) -> list[datetime]:
    """Every slot by the calendar on the wall, one a day."""
    day, found = since.date() - timedelta(days=1), set()
    while day <= until.date() + timedelta(days=1):
        if calendar.is_slot_day(schedule, day):
            found.add(calendar.moment(day, time(schedule.hour, schedule.minute), schedule.zone))
        day += timedelta(days=1)
    return sorted(slot for slot in found if since < slot <= until)


def published(store: Store) -> dict[str, list[str]]:
    """Edition ids by channel."""
    found: dict[str, list[str]] = {name: [] for name in SCHEDULES}
    for row in store.look(lambda db: db.execute(select(edition_table).order_by(edition_table.c.slot_at)).all()):
        found[row.channel_id].append(row.id.partition("@")[2])
    return found


@pytest.mark.slow
def test_a_year_of_digests_has_none_missing_and_none_twice(store: Store) -> None:
    """Two processes on one clock that is late, stands still for a day, and jumps a day back and forward."""
    chance = random.Random(26)
    until = NEW_YEAR + timedelta(days=365)
    for name, schedule in SCHEDULES.items():
        store.step(begin, name, schedule, NEW_YEAR, most=3)
    expected = {name: slots(schedule, NEW_YEAR, until) for name, schedule in SCHEDULES.items()}
    moments = sorted({slot for found in expected.values() for slot in found})
    missed: dict[str, set[datetime]] = {name: set() for name in SCHEDULES}
    told, told_on = 0, NEW_YEAR.date()
    now = NEW_YEAR
    other = Store(store.url.render_as_string(hide_password=False))
    for moment in moments:
        if moment < now:
            continue  # the bot was down then
        if moment.day % 3 == 0 and moment.date() != told_on:
            told, told_on = told + 1, moment.date()
            for name in SCHEDULES:
                store.step(keep, name, told, moment - timedelta(minutes=5))
        trouble = chance.random()
        if trouble < 0.02:
            now = moment + timedelta(hours=50)  # down for two days: of several slots the last one is made
            for name, found in expected.items():
                missed[name] |= set([slot for slot in found if moment <= slot <= now][:-1])
        elif trouble < 0.08:
            now = moment + timedelta(minutes=40)  # down at 9:00, up at 9:40
            for name, found in expected.items():
                missed[name] |= set([slot for slot in found if moment <= slot <= now][:-1])
        else:
            now = moment + timedelta(seconds=chance.randrange(30))
        tick(store, now)
        tick(other, now)
        tick(store, now - timedelta(days=1))  # the clock was set back, and right again
        tick(store, now + timedelta(seconds=30))
    other.close()
    found = published(store)
    for name in SCHEDULES:
        assert found[name] == [calendar.slot_name(slot) for slot in expected[name] if slot not in missed[name]]
    rows = store.look(lambda db: db.execute(select(promise_table)).all())
    parts = [row.id for row in rows if row.kind == "edition"]
    assert len(parts) == len(set(parts))
    # Every story stood in one edition of every channel, at most three in one, and none was lost.
    for name in SCHEDULES:
        stood: list[str] = []
        bodies = {row.about: row.payload for row in rows if row.kind == "edition" and row.channel_id == name}
        for body in bodies.values():
            stories = [item.story_id for part in load(Edition, body).sections for item in part.items]
            assert len(stories) <= 3
            stood += stories
        held = [row.about for row in rows if row.channel_id == name and row.kind == "card" and row.state == "held"]
        assert sorted([*stood, *held], key=int) == [str(number) for number in range(1, told + 1)]
        assert len(held) < 10  # since the last one


def test_a_clock_a_day_ahead_makes_that_days_digest_once(store: Store) -> None:
    store.step(begin, "slack:C1", Schedule("daily", 9), at("2026-03-02T08:00"), say_nothing=True)
    assert tick(store, at("2026-03-02T09:00:10")) == ["empty"]
    assert tick(store, at("2026-03-03T12:00")) == ["empty"]  # the clock was a day ahead
    for clock in ("2026-03-02T12:01", "2026-03-03T08:59", "2026-03-03T09:00:20", "2026-03-03T12:00"):
        assert tick(store, at(clock)) == []
    assert tick(store, at("2026-03-04T09:00:05")) == ["empty"]


def test_many_processes_at_once_make_one(store: Store) -> None:
    store.step(begin, "slack:C1", Schedule("daily", 9), at("2026-03-02T08:00"))
    store.step(keep, "slack:C1", 1, at("2026-03-02T08:10"))
    url = store.url.render_as_string(hide_password=False)
    stores = [Store(url) for _ in range(4)]
    now = at("2026-03-02T09:00:10")
    (planned,) = store.look(shelf.due, now.timestamp())
    with ThreadPoolExecutor(4) as threads:
        outcomes = list(threads.map(lambda one: one.step(editions.run, planned, now), stores))
    for one in stores:
        one.close()
    assert sorted(outcomes) == ["", "", "", "published"]
    assert len(store.look(lambda db: db.execute(select(edition_table)).all())) == 1


def test_a_time_moved_later_on_the_same_day_is_kept(store: Store) -> None:
    store.step(begin, "slack:C1", Schedule("daily", 9), at("2026-03-02T08:00"), say_nothing=True)
    assert tick(store, at("2026-03-02T09:00:10")) == ["empty"]
    store.step(begin, "slack:C1", Schedule("daily", 11), at("2026-03-02T10:00"), say_nothing=True)
    assert tick(store, at("2026-03-02T11:00:10")) == ["empty"]


def test_nothing_new_is_said_or_skipped(store: Store) -> None:
    store.step(begin, "slack:said", Schedule("daily", 9), at("2026-03-02T08:00"), say_nothing=True)
    store.step(begin, "slack:skipped", Schedule("daily", 9), at("2026-03-02T08:00"))
    assert sorted(tick(store, at("2026-03-02T09:00:10"))) == ["empty", "skipped"]
    (row,) = store.look(lambda db: db.execute(select(promise_table).where(promise_table.c.kind == "edition")).all())
    assert row.channel_id == "slack:said"
    assert "Nothing new." in row.payload


def test_what_was_held_back_is_in_it_and_counted(store: Store) -> None:
    now = at("2026-03-02T08:00")
    store.step(begin, "slack:C1", Schedule("daily", 9), now, most=3)
    reasons = ("quiet hours 22:00-07:00", "outage", "this channel takes digests only", "one poll posts 10 at most")
    for number, reason in enumerate(reasons, 1):
        store.step(keep, "slack:C1", number, now, reason)
    assert tick(store, at("2026-03-02T09:00:10")) == ["published"]
    first = store.look(shelf.find, "slack:C1@2026-03-02T09:00Z")
    assert first is not None
    assert sum(len(part.items) for part in first[0].sections) == 3
    assert "3 stories from 1 outlet" in first[0].closing
    assert "1 more waits for the next one." in first[0].closing
    assert tick(store, at("2026-03-03T09:00:10")) == ["published"]
    second = store.look(shelf.find, "slack:C1@2026-03-03T09:00Z")
    assert second is not None
    stood = [item for edition in (first[0], second[0]) for part in edition.sections for item in part.items]
    assert sorted(item.story_id for item in stood) == ["1", "2", "3", "4"]
    # The one that waited by the channel's own choice is not "held back".
    assert [item.story_id for item in stood if not item.held_reason] == ["3"]


def test_the_dates_ahead_are_those_of_the_channels_own_day(store: Store) -> None:
    now = at("2026-03-02T08:00")
    store.step(begin, "slack:C1", Schedule("daily", 9, zone="Pacific/Apia"), now, say_nothing=True)
    store.step(keep, "slack:C1", 1, now)
    said = [
        dated(kind, date(2026, 3, day), f"It is on the {day}th of March.")
        for kind, day in (("deadline", 2), ("hearing", 3), ("effective", 9))
    ]
    every = tuple(one for card in said for one in card.reading.dates_ahead)
    card = replace(said[0], reading=replace(said[0].reading, dates_ahead=every))
    store.step(ahead.remember, 1, card, 1.0)
    # 9:00 on the 3rd in Samoa is 20:00 on the 2nd in UTC: the 2nd is over there.
    assert tick(store, at("2026-03-02T20:00:10")) == ["published"]
    found = store.look(shelf.find, "slack:C1@2026-03-02T20:00Z")
    assert found is not None
    assert [when for when, _, _ in found[0].dates] == ["3 Mar 2026", "9 Mar 2026"]


def dated(kind: str, on: date, what: str, article: int = 1) -> Card:
    slice_ = Slice(what, Span(0, len(what)), "body")
    one = DateAhead(kind, on, slice_, what)  # type: ignore[arg-type]  # a kind by construction
    reading = Reading(slice_, dates_ahead=(one,), verdict=Verdict(True, 1.0))
    return Card("1", article, "https://example.org/1", "Example", reading)


def test_two_dates_of_one_sentence_are_two_dates(store: Store) -> None:
    now = at("2025-12-15T08:00")
    store.step(seed, "slack:C1", now=now.timestamp())
    store.step(keep, "slack:C1", 1, now)
    what = "Rules for models apply from 2 August 2026, and all others from 2 August 2027."
    first, second = dated("application", date(2026, 8, 2), what), dated("application", date(2027, 8, 2), what)
    both = first.reading.dates_ahead + second.reading.dates_ahead
    card = replace(first, reading=replace(first.reading, dates_ahead=both))
    store.step(ahead.remember, 1, card, 100.0)
    channel = Channel("slack:C1", "slack:T1")
    found = store.look(shelf.ahead_rows, channel, now.timestamp(), 1000)
    assert [one.on_date for one in found] == ["2026-08-02", "2027-08-02"]
    # One of them is said no more: it goes, and the other stays as it is.
    store.step(ahead.remember, 1, replace(first, reading=replace(first.reading, dates_ahead=both[1:])), 200.0)
    assert [one.on_date for one in store.look(shelf.ahead_rows, channel, now.timestamp(), 1000)] == ["2027-08-02"]


def test_a_moved_date_is_the_same_row(store: Store) -> None:
    now = at("2026-03-02T08:00")
    store.step(seed, "slack:C1", now=now.timestamp())
    store.step(keep, "slack:C1", 1, now)
    channel = Channel("slack:C1", "slack:T1")
    store.step(ahead.remember, 1, dated("deadline", date(2026, 4, 1), "Comments close on 1 April."), 100.0)
    (before,) = store.look(shelf.ahead_rows, channel, now.timestamp(), 90)
    store.step(ahead.remember, 1, dated("deadline", date(2026, 5, 1), "Comments now close on 1 May."), 200.0)
    (after,) = store.look(shelf.ahead_rows, channel, now.timestamp(), 90)
    assert (after.date_id, after.on_date) == (before.date_id, "2026-05-01")
    assert after.updated_at > before.updated_at
    # Another article of the story that says the same words of another day moves it too.
    store.step(ahead.remember, 1, dated("deadline", date(2026, 4, 20), before.what, article=2), 300.0)
    (again,) = store.look(shelf.ahead_rows, channel, now.timestamp(), 90)
    assert (again.date_id, again.on_date) == (before.date_id, "2026-04-20")


def _words(payload: str) -> str:
    part = payloads.load_reply(payload).parts[0]
    assert isinstance(part, Words)
    return part.text


def reminders(store: Store) -> list[str]:
    rows = store.look(lambda db: db.execute(select(promise_table).where(promise_table.c.kind == "reminder")).all())
    return [
        f"{datetime.fromtimestamp(row.due_at, UTC):%m-%dT%H:%M} {_words(row.payload)[:12]}"
        for row in sorted(rows, key=lambda row: row.due_at)
    ]


def remind_world(store: Store) -> None:
    now = at("2026-03-01T08:00")
    berlin = Workspace("slack:T1", "slack", "Team", zone="Europe/Berlin")
    store.step(places.ensure, berlin, None, now.timestamp())
    store.step(begin, "slack:C1", Schedule("daily", 9), now)
    store.step(keep, "slack:C1", 1, now)
    store.step(ahead.remember, 1, dated("deadline", date(2026, 3, 20), "Comments close on 20 March."), 1.0)


def test_reminders_come_seven_days_and_one_day_before_once_each(store: Store) -> None:
    remind_world(store)
    hour = at("2026-03-01T08:00")
    while hour < at("2026-03-25T00:00"):
        store.step(editions.remind, hour)
        hour += timedelta(hours=5)
    # At nine in Berlin.
    assert [one[:11] for one in reminders(store)] == ["03-13T08:00", "03-19T08:00"]
    assert reminders(store)[0].endswith("In 7 days, 2")
    assert reminders(store)[1].endswith("Tomorrow, 20")


def test_a_reminder_whose_day_was_missed_comes_a_little_late(store: Store) -> None:
    remind_world(store)
    for clock in ("2026-03-10T12:00", "2026-03-14T15:00", "2026-03-17T12:00", "2026-03-20T06:00", "2026-03-21T06:00"):
        store.step(editions.remind, at(clock))
    assert [one[:11] for one in reminders(store)] == ["03-14T15:00", "03-20T08:00"]
    assert reminders(store)[0].endswith("In 6 days, 2")
    assert reminders(store)[1].endswith("Today, 20 Ma")


def test_a_moved_date_is_reminded_of_anew(store: Store) -> None:
    remind_world(store)
    store.step(editions.remind, at("2026-03-13T12:00"))
    store.step(ahead.remember, 1, dated("deadline", date(2026, 4, 2), "Comments close on 2 April."), 2.0)
    for day in ("2026-03-19", "2026-03-26", "2026-04-01"):
        store.step(editions.remind, at(f"{day}T12:00"))
    assert [one[:5] for one in reminders(store)] == ["03-13", "03-26", "04-01"]
