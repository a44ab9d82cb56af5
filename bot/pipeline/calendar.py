"""When digests go out: wall-clock times in a zone, one slot a local day whatever daylight saving does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Cadence = Literal["daily", "weekdays", "weekly"]
_SEARCH_DAYS = 400  # a year of holidays and more: then there is no slot


@dataclass(frozen=True, slots=True)
class Schedule:
    """A digest's times. `holidays` is a country code of the holidays library, empty for none skipped."""

    cadence: Cadence
    hour: int
    minute: int = 0
    weekday: int = 0  # Monday is 0; only for weekly
    zone: str = "UTC"
    holidays: str = ""


def moment(day: date, at: time, zone: str) -> datetime:
    """The instant of a wall-clock time on a local day, UTC.

    A time that the clocks skip (spring) is moved forward by what they skip, 02:30 to 03:30; one that comes twice
    (autumn) is the first of the two (PEP 495: fold=0 takes the offset before the change).
    """
    local = datetime.combine(day, at, ZoneInfo(zone))
    return local.astimezone(UTC)


def is_slot_day(schedule: Schedule, day: date) -> bool:
    """Whether a digest goes out on this local day."""
    if schedule.cadence == "weekly" and day.weekday() != schedule.weekday:
        return False
    if schedule.cadence == "weekdays" and day.weekday() >= 5:
        return False
    return not (schedule.holidays and is_holiday(schedule.holidays, day))


def is_holiday(country: str, day: date) -> bool:
    """Whether a day is a public holiday (the holidays library; unknown countries have none)."""
    import holidays  # 60 ms to import, only needed where a schedule asks

    code, _, part = country.partition("-")
    try:
        return day in holidays.country_holidays(code, subdiv=part or None, years=day.year)
    except NotImplementedError:  # the holidays library's word for a country it does not know
        return False


def knows_holidays(country: str) -> bool:
    """Whether the holidays library knows a country (DE) or a part of one (US-CA, DE-BY)."""
    import holidays

    code, _, part = country.partition("-")
    supported = holidays.list_supported_countries()
    return code in supported and (not part or part in supported[code])


def next_slot(schedule: Schedule, after: datetime) -> datetime | None:
    """The first slot strictly after an instant, UTC; None when the schedule has none within a year."""
    at = time(schedule.hour, schedule.minute)
    day = after.astimezone(ZoneInfo(schedule.zone)).date() - timedelta(days=1)
    for _ in range(_SEARCH_DAYS):
        if is_slot_day(schedule, day):
            slot = moment(day, at, schedule.zone)
            if slot > after:
                return slot
        day += timedelta(days=1)
    return None


def last_slot(schedule: Schedule, until: datetime) -> datetime | None:
    """The last slot at or before an instant, UTC: after an outage the missed ones become this one."""
    at = time(schedule.hour, schedule.minute)
    day = until.astimezone(ZoneInfo(schedule.zone)).date() + timedelta(days=1)
    for _ in range(_SEARCH_DAYS):
        if is_slot_day(schedule, day):
            slot = moment(day, at, schedule.zone)
            if slot <= until:
                return slot
        day -= timedelta(days=1)
    return None


def slot_name(slot: datetime) -> str:
    """The instant of a slot, ISO 8601 in UTC: with the channel it names exactly one edition.

    Not the local day: who moves a digest from 9:00 to 11:00 at 10:00 gets the one at 11:00 too. A local day the zone
    left out (Apia, 2011-12-30) falls on the instant of the day after, so it makes no second edition.
    """
    return f"{slot.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
