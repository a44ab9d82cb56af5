"""Who is owed a card and when: each limit of a channel, its boundary and its reason, on a real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from bot.model import Card, Channel, Person, Reading, Slice, Source, Span, Verdict
from bot.pipeline.calendar import Schedule
from bot.storage import editions, following, keeping, ledger, planning, sources
from bot.storage.follows import FollowSettings
from bot.storage.planning import Arrival, Limits
from bot.storage.store import Store
from bot.storage.tables import promises as promise_table
from tests.delivering import NOON, seed

DANA = Person("slack:U1", "dana", "manager")
HOUR = 3600.0
LIMITS = Limits(first_posts=100, posts_per_poll=100, posts_per_source_hour=3)
CHANNEL = Channel("slack:C1", "slack:T1", "news")


class Shelf:
    """A channel that follows, two sources it chose, and stories that arrive from them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.told = 0
        store.step(self._begin)

    def _begin(self, db: Connection) -> None:
        seed(db, CHANNEL.id, now=NOON)
        following.begin(db, CHANNEL, DANA, "", FollowSettings(), old=0, now=NOON)
        self.sources = [
            sources.add(db, Source(0, "feed", f"https://{name}.example.org/feed", name), NOON)
            for name in ("gazette", "herald")
        ]
        for source_id in self.sources:
            sources.choose(db, CHANNEL.workspace_id, source_id, by=DANA.id, now=NOON)

    def settings(self, **more: object) -> None:
        self.store.step(following.change, CHANNEL, DANA, NOON, **more)

    def arrive(
        self,
        after: float = 0.0,
        *,
        source: int = 0,
        limits: Limits = LIMITS,
        spent: dict[str, int] | None = None,
        **more: object,
    ) -> tuple[str, str, float]:
        """A story arrives `after` seconds after it began: (state, reason, due in seconds after it began)."""
        self.told += 1
        name, title = str(self.told), f"Regulator opens inquiry number {self.told}"
        reading = Reading(Slice(title, Span(0, len(title)), "title"), verdict=Verdict(True, 1.0))
        card = Card(name, self.told, f"https://example.org/{name}", "Gazette", reading)
        arrival = Arrival(self.sources[source], card.url, 1.0, False, NOON + after)
        counted = {} if spent is None else spent
        self.store.step(planning.plan_story, card, replace(arrival, **more), limits, counted)  # type: ignore[arg-type]
        rows = self.store.look(lambda db: db.execute(select(promise_table).where(promise_table.c.about == name)).all())
        (told,) = self.store.look(ledger.for_url, card.url)
        if not rows:
            return "skipped", told.reason, after
        (row,) = rows
        assert told.outcome == row.state
        return row.state, told.reason, row.due_at - NOON


@pytest.fixture
def shelf(store: Store) -> Shelf:
    return Shelf(store)


AN_HOUR = "one source posts 3 an hour at most"


def test_a_source_posts_so_many_an_hour_and_the_rest_is_kept_for_the_digest(shelf: Shelf) -> None:
    assert [shelf.arrive(minute * 60)[:2] for minute in (0, 10, 20)] == [("planned", "")] * 3
    assert shelf.arrive(30 * 60)[:2] == ("held", AN_HOUR)
    assert shelf.arrive(59 * 60)[:2] == ("held", AN_HOUR)
    # An hour after the first card there is room for one more: what was held takes no room.
    assert shelf.arrive(HOUR)[:2] == ("planned", "")
    assert shelf.arrive(HOUR + 60)[:2] == ("held", AN_HOUR)


def test_each_source_and_each_channel_has_its_own_hour(shelf: Shelf, store: Store) -> None:
    for _ in range(3):
        assert shelf.arrive()[0] == "planned"
    assert shelf.arrive(60)[:2] == ("held", AN_HOUR)
    assert shelf.arrive(60, source=1)[:2] == ("planned", "")

    def another(db: Connection) -> None:
        seed(db, "slack:C2", now=NOON)
        following.begin(db, Channel("slack:C2", "slack:T1", "laws"), DANA, "", FollowSettings(), old=0, now=NOON + 60)

    store.step(another)
    card = Card(
        "99", 99, "https://example.org/99", "Gazette", Reading(Slice("A", Span(0, 1)), verdict=Verdict(True, 1.0))
    )
    arrival = Arrival(shelf.sources[0], card.url, 1.0, False, NOON + 120)
    store.step(planning.plan_story, card, arrival, LIMITS, {})
    rows = store.look(lambda db: db.execute(select(promise_table).where(promise_table.c.about == "99")).all())
    assert {row.channel_id: row.state for row in rows} == {"slack:C1": "held", "slack:C2": "planned"}


def test_one_poll_and_a_first_reading_have_their_own_bounds(shelf: Shelf) -> None:
    spent: dict[str, int] = {}
    few = replace(LIMITS, posts_per_poll=2, posts_per_source_hour=100)
    said = [shelf.arrive(limits=few, spent=spent)[:2] for _ in range(3)]
    assert said == [("planned", ""), ("planned", ""), ("held", "one poll posts 2 at most")]
    assert shelf.arrive(60, limits=few, spent={})[:2] == ("planned", "")  # the next poll begins anew

    first = replace(LIMITS, first_posts=1, posts_per_source_hour=100)
    spent = {}
    shelf.settings(backlog=5)
    said = [shelf.arrive(limits=first, spent=spent, first_reading=True)[:2] for _ in range(2)]
    assert said == [("planned", ""), ("held", "a first reading posts 1 at most")]
    shelf.settings(backlog=0)
    assert shelf.arrive(spent={}, first_reading=True)[:2] == (
        "skipped",
        "it was there before this channel began to follow",
    )


def test_quiet_hours_wait_for_their_end_or_for_the_digest(shelf: Shelf, store: Store) -> None:
    shelf.settings(quiet="07:00-09:30")  # the clock of these tests stands at 8:00 UTC
    assert shelf.arrive() == ("planned", "after the quiet hours 07:00-09:30", 1.5 * HOUR)
    schedule = Schedule("daily", 18)
    store.step(editions.save, CHANNEL, schedule, by=DANA.id, now=NOON, most=20, say_nothing=False, approve=False)
    assert shelf.arrive(60)[:2] == ("held", "quiet hours 07:00-09:30")


@pytest.mark.parametrize(
    ("change", "arrival", "reason"),
    [
        (
            lambda db: following.change(db, CHANNEL, DANA, NOON, strictness=1.0),
            {"score": 0.5},
            "0.50 of 1 for AI policy",
        ),
        (
            lambda db: following.begin(db, CHANNEL, DANA, "kazoo", FollowSettings(), old=0, now=NOON),
            {},
            "this channel's rule leaves it out",
        ),
        (lambda db: keeping.mute(db, CHANNEL, "Gazette", DANA, NOON, on=True), {}, "this channel muted Gazette"),
    ],
)
def test_what_a_channel_does_not_want_is_skipped_with_the_reason(
    shelf: Shelf, store: Store, change: Callable[[Connection], object], arrival: dict[str, object], reason: str
) -> None:
    store.step(change)
    state, why, _ = shelf.arrive(**arrival)  # type: ignore[arg-type]  # fields of an arrival
    assert state == "skipped"
    assert why.startswith(reason)


def test_a_channel_of_digests_has_every_card_held(shelf: Shelf) -> None:
    shelf.settings(digest_only=True)
    assert shelf.arrive()[:2] == ("held", planning.DIGEST_ONLY)
