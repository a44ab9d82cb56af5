"""The calendar file, read back with another library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import ics

from bot.render.ics import calendar

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    date_id: int = 7
    on_date: str = "2026-06-03"
    kind: str = "deadline"
    what: str = "Comments close on 3 June; write to the agency, not to us."
    story_id: str = "3"
    headline: str = "Agency asks, again, what AI rules should be"
    url: str = "https://example.org/a"
    updated_at: float = 1_777_000_000.0


def read(data: bytes) -> list[ics.Event]:
    return sorted(ics.Calendar(data.decode()).events)


def test_another_library_reads_the_same() -> None:
    (event,) = read(calendar([Row()], NOW, "AI policy dates"))
    assert event.name == "Agency asks, again, what AI rules should be"
    assert event.begin.date() == date(2026, 6, 3)
    assert event.all_day
    assert event.uid == "date-7@aipolicy-bot"
    assert event.description.startswith("deadline: Comments close on 3 June; write to the agency, not to us.")
    assert event.url == "https://example.org/a"


def test_a_moved_date_keeps_its_event_and_raises_the_sequence() -> None:
    before = calendar([Row()], NOW, "x").decode()
    after = calendar([Row(on_date="2026-07-01", updated_at=1_777_000_060.0)], NOW, "x").decode()
    assert read(before.encode())[0].uid == read(after.encode())[0].uid
    assert read(after.encode())[0].begin.date() == date(2026, 7, 1)

    def sequence(text: str) -> int:
        return int(next(line for line in text.splitlines() if line.startswith("SEQUENCE:"))[9:])

    assert sequence(after) > sequence(before)


def test_hostile_words_stay_words() -> None:
    rows = [Row(headline="End\r\nEND:VCALENDAR\r\nBEGIN:VALARM", what="a;b,c\\n" + "wörter " * 60)]
    (event,) = read(calendar(rows, NOW, "x"))
    assert "END:VCALENDAR" in event.name
    assert event.description.count("wörter") == 60


def test_nothing_ahead_is_still_a_calendar() -> None:
    assert read(calendar([], NOW, "x")) == []
