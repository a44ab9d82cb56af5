"""Dates ahead as an iCalendar file or feed (RFC 5545, by the icalendar library)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.render.plain import one_line


class Dated(Protocol):
    """One date of a story, as storage gives it."""

    @property
    def date_id(self) -> int: ...
    @property
    def on_date(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def headline(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def updated_at(self) -> float: ...


def calendar(found: Iterable[Dated], now: datetime, name: str) -> bytes:
    """All-day events. A date that moves keeps its UID and gets a higher SEQUENCE, so calendars move it in place."""
    from icalendar import Calendar, Event  # 4 MB, for who asks for a calendar

    book = Calendar()
    book.add("prodid", "-//aipolicy-bot//dates ahead//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", name)
    book.add("method", "PUBLISH")
    for one in found:
        day = date.fromisoformat(one.on_date)
        event = Event()
        event.add("uid", f"date-{one.date_id}@aipolicy-bot")
        event.add("dtstamp", now)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", one_line(one.headline) or one_line(one.what))
        event.add("description", f"{one.kind}: {one_line(one.what)}\n{one.url}")
        if one.url:
            event.add("url", one.url)
        event.add("sequence", int(one.updated_at))
        event.add("transp", "TRANSPARENT")
        book.add_component(event)
    data: bytes = book.to_ical()
    return data
