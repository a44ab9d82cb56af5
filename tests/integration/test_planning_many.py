"""One story and more channels than fit into one statement: each is told apart from the others as if it were alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from delivering import NOON, seed, tell_story
from sqlalchemy import Connection, func, insert, select, update

from bot.model import Card, Channel, Frame, Label, Person, Source
from bot.storage import follows, followups, keeping, news, planning, sources
from bot.storage.codec import dump
from bot.storage.follows import FollowSettings
from bot.storage.planning import Arrival, Limits
from bot.storage.store import Store
from bot.storage.tables import ledger, promises, schedules, stories, tracks

COUNT = 1_204  # three statements
DANA = Person("slack:U1", "dana", "manager")
NIGHT = "11:00-13:30"  # NOON is 2027-01-15, 08:00 UTC, 12:00 in Dubai
ZONE = "Asia/Dubai"
# What every seventh channel follows, and what becomes of the story there: (settings, rule, instant, outcome).
WISHES: tuple[tuple[FollowSettings, str, str, str], ...] = (
    (FollowSettings(), "", "", "planned"),
    (FollowSettings(), "fishing", "", "skipped"),
    (FollowSettings(), "privacy", "", "planned"),
    (FollowSettings(strictness=1.0), "", "", "skipped"),
    (FollowSettings(digest_only=True), "", "", "held"),
    (FollowSettings(quiet=NIGHT, zone=ZONE), "", "", "planned"),
    (FollowSettings(), "", "fishing", "held"),
)


def name(number: int) -> str:
    return f"slack:C{number:05}"


def numbers(kind: int) -> range:
    """The channels with one of the wishes."""
    return range(kind, COUNT, len(WISHES))


def prepare(db: Connection) -> int:
    """Channels that follow, one source, one story; the source's id."""
    seed(db, *(name(number) for number in range(COUNT)))
    for number in range(COUNT):
        settings, rule, instant, _ = WISHES[number % len(WISHES)]
        channel = Channel(name(number), "slack:T1")
        follows.save(db, channel, rule=rule, instant=instant, settings=settings, by=DANA.id, now=NOON - 10)
    source_id = sources.add(db, Source(0, "feed", "https://example.org/feed"), NOON)
    sources.choose(db, "slack:T1", source_id, by=DANA.id, now=NOON)
    tell_story(db, 1, "Senate passes the privacy bill")
    return source_id


def story(db: Connection, number: int = 1) -> Card:
    found = news.story(db, str(number))
    assert found is not None
    return found


def plan(db: Connection, source_id: int, number: int = 1, spent: dict[str, int] | None = None) -> tuple[str, ...]:
    arrival = Arrival(source_id, "https://example.org/1", 0.6, False, NOON, "t1")
    return planning.plan_story(db, story(db, number), arrival, Limits(), {} if spent is None else spent)


def outcomes(db: Connection) -> list[tuple[str, str, str]]:
    """(channel, outcome, promise) of every decision, by channel."""
    rows = db.execute(
        select(ledger.c.channel_id, ledger.c.outcome, ledger.c.promise_id)
        .where(ledger.c.step == "planned")
        .order_by(ledger.c.channel_id)
    )
    return [(row.channel_id, row.outcome, row.promise_id) for row in rows]


def states(db: Connection, kind: str = "card") -> Counter[str]:
    rows = db.execute(select(promises.c.state, func.count()).where(promises.c.kind == kind).group_by(promises.c.state))
    return Counter({row.state: int(row[1]) for row in rows})


def expected(outcome: str) -> int:
    return sum(len(numbers(kind)) for kind, wish in enumerate(WISHES) if wish[3] == outcome)


def test_each_channel_gets_what_its_own_wishes_say(store: Store) -> None:
    source_id = store.step(prepare)
    spent: dict[str, int] = {}
    owed = store.step(plan, source_id, spent=spent)
    told = store.look(outcomes)
    assert [(channel, outcome) for channel, outcome, _ in told] == [
        (name(number), WISHES[number % len(WISHES)][3]) for number in range(COUNT)
    ]
    assert {bool(promise) for _, outcome, promise in told if outcome == "skipped"} == {False}
    assert {bool(promise) for _, outcome, promise in told if outcome != "skipped"} == {True}
    assert set(owed) == {channel for channel, outcome, _ in told if outcome != "skipped"}
    assert len(owed) == len(set(owed))
    assert store.look(states) == Counter(planned=expected("planned"), held=expected("held"))
    assert set(spent.values()) == {1}
    assert set(spent) == {channel for channel, outcome, _ in told if outcome == "planned"}
    late = store.look(
        lambda db: set(db.execute(select(promises.c.channel_id).where(promises.c.due_at > NOON)).scalars())
    )
    assert late == {name(number) for number in numbers(5)}  # after their quiet hours
    assert store.step(plan, source_id) == ()  # once is enough
    assert len(store.look(outcomes)) == COUNT + expected("skipped")  # only who has none is asked again


def test_mutes_digests_and_the_hourly_bound_are_each_channels_own(store: Store) -> None:
    source_id = store.step(prepare)
    muting, digest, full = name(0), name(5), name(7)

    def differ(db: Connection) -> None:
        keeping.mute(db, Channel(muting, "slack:T1"), "Example", DANA, NOON, on=True)
        db.execute(insert(schedules).values(channel_id=digest, zone=ZONE, cadence="daily", hour=8, next_at=NOON + 9))
        for number in range(2, 2 + Limits().posts_per_source_hour):
            tell_story(db, number, f"Story {number}")
            values = {"about": str(number), "kind": "card", "seq": number, "source_id": source_id, "state": "sent"}
            for channel, age in ((full, 60), (name(14), 3700)):
                row = {"id": f"{channel} {number}", "channel_id": channel, "due_at": NOON, "created_at": NOON - age}
                db.execute(insert(promises).values(**values, **row))

    store.step(differ)
    store.step(plan, source_id)
    reasons = store.look(
        lambda db: {
            row.channel_id: (row.outcome, row.reason) for row in db.execute(select(ledger)) if row.step == "planned"
        }
    )
    assert reasons[muting] == ("skipped", "this channel muted Example")
    assert reasons[digest] == ("held", f"quiet hours {NIGHT}")
    assert reasons[full] == ("held", f"one source posts {Limits().posts_per_source_hour} an hour at most")
    assert reasons[name(14)] == ("planned", "")  # an hour has passed there
    assert reasons[name(21)] == ("planned", "")


def test_order_within_a_channel_goes_on(store: Store) -> None:
    source_id = store.step(prepare)
    store.step(tell_story, 2, "Senate passes the second bill")
    store.step(plan, source_id)
    store.step(plan, source_id, 2)
    rows = store.look(
        lambda db: [
            tuple(row)
            for row in db.execute(
                select(promises.c.about, promises.c.seq).where(promises.c.channel_id == name(700)).order_by("seq")
            )
        ]
    )
    assert rows == [("1", 1), ("2", 2)]


def test_an_edit_reaches_all_who_have_the_card_and_is_part_of_it_elsewhere(store: Store) -> None:
    source_id = store.step(prepare)
    store.step(plan, source_id)
    sent = [name(number) for number in numbers(0)]

    def grow(db: Connection, version: int) -> tuple[str, ...]:
        return followups.edits(db, replace(story(db), version=version), NOON + version, "t2")

    def arrive(db: Connection) -> None:
        here = promises.c.channel_id.in_(sent) & (promises.c.kind == "card")
        db.execute(update(promises).where(here).values(state="sent", message_id="m"))

    store.step(arrive)
    assert set(store.step(grow, 2)) == set(sent)
    unsent = store.look(
        lambda db: set(
            db.execute(
                select(promises.c.version).where(promises.c.kind == "card", promises.c.state != "sent")
            ).scalars()
        )
    )
    assert unsent == {2}  # they show the newest version anyway
    assert set(store.step(grow, 3)) == set(sent)
    assert store.look(states, "edit") == Counter(planned=len(sent), dropped=len(sent))


def test_a_change_is_told_in_each_teams_language_and_coverage_where_it_is_wanted(store: Store) -> None:
    source_id = store.step(prepare)
    store.step(plan, source_id)
    wanting = [name(number) for number in (0, 7, 700)]

    def arrive(db: Connection) -> None:
        here = promises.c.kind == "card"
        db.execute(update(promises).where(here, promises.c.state == "planned").values(state="sent", message_id="m"))
        for channel in wanting:
            settings = FollowSettings(coverage_in_thread=True)
            follows.save(db, Channel(channel, "slack:T1"), rule="", instant="", settings=settings, by=DANA.id, now=NOON)

    store.step(arrive)
    card = store.look(story)
    assert set(store.step(followups.covered, card, "Courier: more", NOON, "t3")) == set(wanting)
    told = store.step(followups.changed, replace(card, version=2), "the vote is 52 to 48", NOON, "t4")
    assert len(told) == expected("planned")


@pytest.mark.parametrize("also", [(), (1, 8, 15)], ids=["followers", "others"])
def test_trackers_are_promised_once_and_remember_what_they_were_told(store: Store, also: Sequence[int]) -> None:
    """A channel that follows and tracks gets one card; one whose rule leaves the story out gets it as a tracker."""
    source_id = store.step(prepare)
    tracking = [name(number) for number in (*numbers(0), *also)]

    def begin(db: Connection) -> None:
        rows = [
            {"channel_id": channel, "measure": "sb 1047", "last_stage": "", "by": DANA.id, "at": NOON}
            for channel in tracking
        ]
        db.execute(insert(tracks), rows)
        card = story(db)
        frame = Frame(stage=Label("passed", ()), measures=("sb 1047",))
        card = replace(card, dossier="sb 1047", reading=replace(card.reading, frame=frame))
        db.execute(update(stories).where(stories.c.id == 1).values(card=dump(card), measure="sb 1047"))

    store.step(begin)
    owed = store.step(plan, source_id)
    assert len(owed) == len(set(owed)) == expected("planned") + expected("held") + len(also)
    assert {name(number) for number in also} <= set(owed)
    stages = store.look(lambda db: [row.last_stage for row in db.execute(select(tracks))])
    assert stages == ["passed"] * len(tracking)
