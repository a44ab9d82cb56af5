"""What managers are told about a source, and when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.sources.health import TROUBLES, incident, recovery, stale, trouble

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize("reason", TROUBLES)
def test_every_reason_reads_as_a_sentence_and_has_a_remedy(reason: str) -> None:
    found = trouble(reason)
    assert found.what[0].islower()
    assert not found.what.endswith(".")
    assert found.remedy.endswith(".")


def test_reasons_nobody_listed_fall_back_to_their_class() -> None:
    assert trouble("http-418").what == "refuses the request (418)"
    assert trouble("http-520").what == "has a fault of its own (520)"
    assert trouble("something").reason == "parser"


def test_a_bad_minute_is_no_incident() -> None:
    assert incident(1, "Gazette", "timeout", failures=1, since=NOW, now=NOW) is None
    assert incident(1, "Gazette", "timeout", failures=5, since=NOW - timedelta(hours=1), now=NOW) is None
    assert incident(1, "Gazette", "timeout", failures=2, since=NOW - timedelta(days=1), now=NOW) is None


def test_what_lasts_is_told_once_with_its_remedy() -> None:
    first = incident(1, "Gazette", "http-403", failures=4, since=NOW - timedelta(hours=7), now=NOW)
    second = incident(1, "Gazette", "http-403", failures=9, since=NOW - timedelta(hours=20), now=NOW)
    assert first is not None
    assert second is not None
    assert first.key == second.key
    assert first.message == "Gazette refuses the bot (403)."
    assert "sources add" in first.remedy


def test_what_cannot_mend_itself_is_told_at_once() -> None:
    found = incident(1, "Gazette", "http-410", failures=1, since=NOW, now=NOW)
    assert found is not None
    assert found.message == "Gazette was closed for good (410)."


def test_recovery_closes_the_same_incident() -> None:
    found = incident(1, "Gazette", "certificate", failures=4, since=NOW - timedelta(hours=7), now=NOW)
    assert found is not None
    over = recovery(found, "Gazette")
    assert (over.key, over.over, over.message) == (found.key, True, "Gazette can be read again.")


@pytest.mark.parametrize(
    ("days", "gap", "expected"),
    [(1, 1, False), (13, 1, False), (15, 1, True), (30, 7, False), (71, 7, True), (59, None, False), (61, None, True)],
)
def test_stale(days: int, gap: int | None, expected: bool) -> None:
    assert stale(NOW - timedelta(days=days), timedelta(days=gap) if gap else None, NOW) is expected
    assert not stale(None, None, NOW)
