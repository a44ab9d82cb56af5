"""The delivery rules as a table: every kind of failure, and what becomes of the promise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.deliver import rules
from bot.deliver.rules import DAY, HOUR, after, backoff, may_repeat, probe
from bot.errors import AccessRevoked, ChannelLost, Doubtful, MessageLost, PayloadRefused, TryLater
from bot.model import Promise

CARD = Promise("c1", "slack:C1", "card", "7", attempts=1)
EDIT = Promise("e1", "slack:C1", "edit", "7", attempts=1)
DOUBT = Promise("c1", "slack:C1", "card", "7", attempts=2, doubtful=True)
PLAIN = Promise("c1", "slack:C1", "card", "7", attempts=2, plain=1)
TIRED = Promise("c1", "slack:C1", "card", "7", attempts=8)

LATER_ON = TryLater("slow down", reason="http-429", after=30)
SOON = TryLater("server error", reason="http-500")
ALL = TryLater("global limit", reason="http-429", after=5, everywhere=True)
FOREVER = TryLater("slow down", reason="http-429", after=10**9)

# what happened, to which promise, how old it is -> state, who waits with it, doubtful, managers told
TABLE = [
    ("429 says when", LATER_ON, CARD, 0, ("later", "channel", False, False)),
    ("5xx before the post", SOON, CARD, 0, ("later", "channel", False, False)),
    ("the whole platform is limited", ALL, CARD, 0, ("later", "everywhere", False, False)),
    ("away for two days", SOON, CARD, 2 * DAY, ("later", "channel", False, False)),
    ("away for four days", SOON, CARD, 4 * DAY, ("dead", "", False, True)),
    ("we may not look now", SOON, DOUBT, 0, ("later", "channel", True, False)),
    ("no answer to a post", Doubtful("no answer", reason="timeout"), CARD, 0, ("later", "", True, False)),
    ("no answer to an edit", Doubtful("no answer", reason="timeout"), EDIT, 0, ("later", "", False, False)),
    ("our own limit on time", TimeoutError(), CARD, 0, ("later", "", True, False)),
    ("content refused", PayloadRefused("no", reason="invalid_blocks"), CARD, 0, ("later", "", False, False)),
    ("plain content refused", PayloadRefused("no", reason="invalid_blocks"), PLAIN, 0, ("dead", "", False, True)),
    ("channel closed to us", ChannelLost("no", reason="not_in_channel"), CARD, 0, ("later", "channel", False, True)),
    ("token refused", AccessRevoked("no", reason="invalid_auth"), CARD, 0, ("later", "workspace", False, True)),
    ("the message to edit is gone", MessageLost("no", reason="gone"), EDIT, 0, ("dropped", "", False, False)),
    ("the thread of a new card is gone", MessageLost("no", reason="gone"), CARD, 0, ("dead", "", False, True)),
    ("a fault of ours", ZeroDivisionError("x"), CARD, 0, ("later", "", True, False)),
    ("a fault of ours at an edit", ZeroDivisionError("x"), EDIT, 0, ("later", "", False, False)),
    ("a fault of ours, the eighth time", ZeroDivisionError("x"), TIRED, 0, ("dead", "", True, True)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("error", "promise", "age", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_becomes_of_a_promise(
    error: BaseException, promise: Promise, age: float, expected: tuple[str, str, bool, bool]
) -> None:
    verdict = after(error, promise, age=age)
    assert (verdict.state, verdict.pause, verdict.doubtful, verdict.tell) == expected


def test_the_platform_says_how_long_and_is_believed_up_to_an_hour() -> None:
    assert after(LATER_ON, CARD, age=0).wait == 30
    assert after(FOREVER, CARD, age=0).wait == HOUR
    assert after(TryLater("x", reason="http-429", after=-5), CARD, age=0).wait == 0


def test_a_refused_payload_is_sent_plainer_at_once() -> None:
    verdict = after(PayloadRefused("no", reason="invalid_blocks"), CARD, age=0)
    assert (verdict.plain, verdict.wait) == (1, 0)


def test_a_refused_doubtful_post_did_not_arrive() -> None:
    assert not after(PayloadRefused("no", reason="invalid_blocks"), DOUBT, age=0).doubtful


def test_a_lost_channel_is_gone_after_a_week() -> None:
    lost = ChannelLost("no", reason="is_archived")
    assert after(lost, CARD, age=0, lost_for=6 * DAY).state == "later"
    gone = after(lost, CARD, age=0, lost_for=8 * DAY)
    assert (gone.state, gone.lost, gone.tell) == ("dead", "channel", True)


def test_doubt_nobody_may_settle_ends_after_a_day_and_says_so() -> None:
    verdict = after(TryLater("no", reason="missing_scope"), DOUBT, age=HOUR, since_try=DAY + 1)
    assert (verdict.state, verdict.tell, verdict.doubtful) == ("dead", True, True)
    assert verdict.reason == "cannot tell whether it arrived (missing_scope)"


@given(st.integers(1, 10**6), st.text(max_size=25))
def test_backoff_grows_to_a_quarter_of_an_hour_and_stays(attempts: int, key: str) -> None:
    assert 2 <= backoff(attempts, key) <= 1.25 * 900
    assert backoff(attempts, key) <= backoff(attempts + 1, key)


def test_backoff_spreads_channels() -> None:
    assert len({backoff(3, f"c{number}") for number in range(50)}) > 20


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 600), (2, 1200), (5, 9600), (7, 21600), (10**6, 21600)])
def test_a_lost_place_is_tried_less_and_less_often(attempts: int, seconds: float) -> None:
    assert probe(attempts) == seconds


@pytest.mark.parametrize(
    ("since", "window", "expected"),
    [(10, 120, True), (119.9, 120, True), (120, 120, False), (-5, 120, False), (None, 120, False), (1, 0, False)],
)
def test_repeating_is_safe_only_within_the_window(since: float | None, window: float, expected: bool) -> None:
    assert may_repeat(since, window) is expected


@given(st.floats(0, 10 * DAY), st.booleans(), st.integers(1, 50), st.sampled_from([0.0, 1.0, 8 * DAY]))
def test_no_rule_forgets_a_promise_or_a_doubt(age: float, doubtful: bool, attempts: int, lost_for: float) -> None:
    promise = Promise("c1", "slack:C1", "card", "7", attempts=attempts, doubtful=doubtful)
    for _, error, *_ in TABLE:
        verdict = after(error, promise, age=age, lost_for=lost_for)
        assert verdict.reason
        assert verdict.wait <= rules.PROBE_MOST
        assert verdict.state in ("later", "dead", "dropped")
        assert verdict.tell or verdict.state != "dead"
        if doubtful and not isinstance(error, PayloadRefused | MessageLost):
            assert verdict.doubtful
