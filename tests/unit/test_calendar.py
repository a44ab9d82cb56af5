"""Digest times: wall clock in a zone over both daylight-saving nights, weekdays, holidays, missed slots."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.pipeline import calendar
from bot.pipeline.calendar import Schedule


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# Zone, local day, wall clock, the instant in UTC: worked out by hand from each zone's rules.
NIGHTS = [
    ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30"),  # 02:00 becomes 03:00: it is 03:30 then
    ("Europe/Berlin", "2026-03-29", "09:00", "2026-03-29T07:00"),
    ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30"),  # comes twice: the first
    ("Europe/Berlin", "2026-10-25", "09:00", "2026-10-25T08:00"),
    ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30"),
    ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30"),
    ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45"),  # half an hour is skipped
    ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45"),
    ("Asia/Beirut", "2026-03-29", "00:30", "2026-03-28T22:30"),  # the clocks change at midnight
    ("Asia/Beirut", "2026-10-24", "23:30", "2026-10-24T20:30"),
    ("America/Sao_Paulo", "2018-11-04", "00:30", "2018-11-04T03:30"),
    ("America/Sao_Paulo", "2019-02-16", "23:30", "2019-02-17T01:30"),
    ("Africa/Casablanca", "2026-03-22", "02:30", "2026-03-22T02:30"),  # clocks go back for Ramadan, then forward
    ("Africa/Casablanca", "2026-02-15", "02:30", "2026-02-15T01:30"),
    ("Asia/Kathmandu", "2026-03-29", "09:00", "2026-03-29T03:15"),
]


@pytest.mark.parametrize(("zone", "day", "clock", "instant"), NIGHTS)
def test_a_wall_clock_time_is_one_instant(zone: str, day: str, clock: str, instant: str) -> None:
    assert calendar.moment(date.fromisoformat(day), time.fromisoformat(clock), zone) == at(instant)


@pytest.mark.parametrize(("zone", "day", "clock", "instant"), NIGHTS)
def test_each_of_those_nights_has_exactly_one_slot(zone: str, day: str, clock: str, instant: str) -> None:
    hour, minute = (int(part) for part in clock.split(":"))
    schedule = Schedule("daily", hour, minute, zone=zone)
    slot = at(instant)
    assert calendar.next_slot(schedule, slot - timedelta(seconds=1)) == slot
    assert calendar.last_slot(schedule, slot) == slot
    after = calendar.next_slot(schedule, slot)
    assert after is not None
    assert timedelta(hours=22) < after - slot < timedelta(hours=26)
    assert calendar.last_slot(schedule, after - timedelta(seconds=1)) == slot


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut", "Africa/Casablanca", "UTC"]
)
@pytest.mark.parametrize("clock", [(0, 0), (0, 30), (1, 45), (2, 15), (2, 59), (9, 0), (23, 30)])
def test_a_year_has_as_many_slots_as_days(zone: str, clock: tuple[int, int]) -> None:
    schedule = Schedule("daily", *clock, zone=zone)
    slot = at("2025-12-30T00:00")
    found = set()
    while slot < at("2027-01-02T23:59"):
        following = calendar.next_slot(schedule, slot)
        assert following is not None
        assert following > slot
        slot = following
        found.add(calendar.slot_name(slot))
    days = {calendar.moment(date(2026, 1, 1) + timedelta(days=n), time(*clock), zone) for n in range(365)}
    assert {calendar.slot_name(day) for day in days} <= found
    assert len(days) == 365


def test_a_local_day_the_zone_left_out_makes_no_second_slot() -> None:
    # Samoa went from 29 December 2011 straight to the 31st.
    schedule = Schedule("daily", 9, zone="Pacific/Apia")
    first = calendar.next_slot(schedule, at("2011-12-29T12:00"))
    assert first == at("2011-12-29T19:00")  # the 29th, ten hours behind
    second = calendar.next_slot(schedule, first)
    assert second == at("2011-12-30T19:00")  # the 31st, fourteen ahead
    assert calendar.next_slot(schedule, second) == at("2011-12-31T19:00")


def test_weekdays_weekly_and_holidays() -> None:
    friday = at("2026-04-30T20:00")  # a Thursday evening; 1 May is a holiday in Germany
    working = Schedule("weekdays", 9, zone="Europe/Berlin", holidays="DE")
    assert calendar.next_slot(working, friday) == at("2026-05-04T07:00")
    assert calendar.next_slot(Schedule("weekdays", 9, zone="Europe/Berlin"), friday) == at("2026-05-01T07:00")
    assert calendar.next_slot(Schedule("weekly", 9, weekday=6, zone="UTC"), friday) == at("2026-05-03T09:00")
    # Cesar Chavez Day, 31 March, is one in California only.
    there = Schedule("daily", 9, zone="America/Los_Angeles", holidays="US-CA")
    assert calendar.next_slot(there, at("2026-03-30T20:00")) == at("2026-04-01T16:00")


def test_what_holidays_are_known() -> None:
    assert calendar.knows_holidays("DE")
    assert calendar.knows_holidays("DE-BY")
    assert not calendar.knows_holidays("DE-XX")
    assert not calendar.knows_holidays("ATLANTIS")


def test_missed_slots_become_the_last_of_them() -> None:
    schedule = Schedule("daily", 9, zone="Europe/Berlin")
    assert calendar.last_slot(schedule, at("2026-06-10T07:40")) == at("2026-06-10T07:00")  # up again at 9:40
    assert calendar.last_slot(schedule, at("2026-06-10T06:59")) == at("2026-06-09T07:00")
