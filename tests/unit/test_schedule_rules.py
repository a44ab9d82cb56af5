"""When a source is due next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.schedule import (
    Asked,
    Bounds,
    due_after_answer,
    due_after_failure,
    fresh_seconds,
    http_date,
    interval,
    retry_after,
)

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)  # a Tuesday
BOUNDS = Bounds(shortest=300, longest=4 * 3600, usual=1800)
SENT = "Tue, 06 Jan 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"cache-control": "max-age=600"}, 600),
        ({"cache-control": "public, max-age=600, must-revalidate"}, 600),
        ({"cache-control": 'max-age="600"'}, 600),
        ({"cache-control": "max-age=600", "age": "100"}, 500),
        ({"cache-control": "max-age=600", "age": "9999"}, 0),
        ({"cache-control": "max-age=-5"}, 0),
        ({"cache-control": "max-age=soon"}, 0),
        ({"cache-control": "max-age=99999999999999999999999999"}, 86400),
        ({"cache-control": "no-cache", "expires": "Tue, 06 Jan 2026 13:00:00 GMT", "date": SENT}, 0),
        ({"expires": "Tue, 06 Jan 2026 13:00:00 GMT", "date": SENT}, 3600),
        ({"expires": "Fri, 31 Dec 9999 23:59:59 GMT", "date": SENT}, 86400),
        ({"expires": "Tue, 06 Jan 2026 11:00:00 GMT", "date": SENT}, 0),
        ({"expires": "0", "date": SENT}, 0),
        ({"expires": "Tue, 06 Jan 2026 13:00:00 GMT"}, 0),
    ],
)
def test_freshness(headers: dict[str, str], seconds: float) -> None:
    assert fresh_seconds(headers) == seconds


@pytest.mark.parametrize(
    ("given_", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("99999999999999999999", 86400),
        ("Tue, 06 Jan 2026 12:10:00 GMT", 600),
        ("Tue, 06 Jan 2026 11:00:00 GMT", 0),
        ("Fri, 31 Dec 2099 23:59:59 GMT", 86400),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after(given_: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": given_}, NOW) == seconds


def test_interval_follows_what_a_source_publishes() -> None:
    hourly = [NOW - timedelta(hours=hours) for hours in range(10)]
    assert interval(0, news=True, published=hourly, bounds=BOUNDS) == 900  # four looks per item
    daily = [NOW - timedelta(days=days) for days in range(10)]
    assert interval(1800, news=True, published=daily, bounds=BOUNDS) == 1800  # news never makes it slower
    minutes = [NOW - timedelta(minutes=minutes) for minutes in range(10)]
    assert interval(1800, news=True, published=minutes, bounds=BOUNDS) == 300  # bounded
    assert interval(1800, news=True, published=[], bounds=BOUNDS) == 900  # no dates: half


def test_interval_grows_while_nothing_is_published_and_stays_bounded() -> None:
    seconds = 0.0
    for _ in range(40):
        before, seconds = seconds, interval(seconds, news=False, published=(), bounds=BOUNDS)
        assert seconds >= before
    assert seconds == BOUNDS.longest


def test_due_waits_as_long_as_the_origin_asks_within_the_admins_bounds() -> None:
    def minutes(asked: Asked, seconds: float = 600) -> float:
        return (due_after_answer("7", NOW, seconds, asked, BOUNDS) - NOW).total_seconds() / 60

    assert 10 <= minutes(Asked()) <= 11
    assert 60 <= minutes(Asked(fresh_seconds=3600)) <= 66
    assert 90 <= minutes(Asked(ttl_minutes=90)) <= 99
    assert 240 <= minutes(Asked(ttl_minutes=10**9)) <= 264
    assert 5 <= minutes(Asked(), seconds=1) <= 5.5
    assert 10 <= minutes(Asked(fresh_seconds=float("nan"))) <= 11


def test_skipped_hours_and_days() -> None:
    due = due_after_answer("7", NOW, 600, Asked(skip_hours=(12, 13, 14)), BOUNDS)
    assert (due.day, due.hour) == (6, 15)
    due = due_after_answer("7", NOW, 600, Asked(skip_days=(1,)), BOUNDS)
    assert (due.day, due.hour) == (7, 0)
    everything = Asked(skip_hours=tuple(range(24)), skip_days=tuple(range(7)))
    assert due_after_answer("7", NOW, 600, everything, BOUNDS) < NOW + timedelta(minutes=12)


def test_jitter_spreads_sources_and_is_the_same_for_the_same_poll() -> None:
    dues = {due_after_answer(str(number), NOW, 3600, Asked(), BOUNDS) for number in range(100)}
    assert len(dues) > 95
    assert due_after_answer("7", NOW, 3600, Asked(), BOUNDS) == due_after_answer("7", NOW, 3600, Asked(), BOUNDS)


def test_failures_are_retried_soon_and_then_ever_later() -> None:
    waits = [
        (due_after_failure("7", NOW, 1800, failures, None, BOUNDS) - NOW).total_seconds() for failures in range(1, 12)
    ]
    assert 300 <= waits[0] <= 330
    assert 600 <= waits[1] <= 660
    assert all(later >= earlier * 0.9 for earlier, later in pairwise(waits))
    assert waits[-1] <= 6 * 3600 * 1.1


def test_retry_after_is_kept_to() -> None:
    wait = (due_after_failure("7", NOW, 1800, 1, 7200, BOUNDS) - NOW).total_seconds()
    assert 7200 <= wait <= 7920


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_in_headers(one: str, other: str) -> None:
    headers = {"cache-control": one, "expires": other, "date": one, "age": other, "retry-after": one}
    assert 0 <= fresh_seconds(headers) <= 86400
    wait = retry_after(headers, NOW)
    assert wait is None or 0 <= wait <= 86400
    http_date(one)
