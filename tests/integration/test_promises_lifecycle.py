"""Promises from plan to receipt, on SQLite and PostgreSQL: order, independence, rules, edits, digests, leases."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from delivering import NOON, Hand, Recorder, deliverer, promise, seed, states, tell_story
from sqlalchemy import insert, select, update

from bot.deliver import Limits
from bot.errors import AccessRevoked, ChannelLost, Doubtful, MessageLost, PayloadRefused, TryLater
from bot.model import Edition, Reply
from bot.storage import ledger, payloads, places, promises
from bot.storage.store import Store
from bot.storage.tables import follows, schedules
from bot.storage.tables import promises as table

ONE, TWO = "slack:C1", "slack:C2"
SLOW = TryLater("slow down", reason="http-429", after=30)
DOWN = TryLater("server error", reason="http-500")
LOST_ANSWER = Doubtful("no answer", reason="timeout")


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def slack(clock: Hand) -> Recorder:
    return Recorder(clock)


def fill(store: Store, *pairs: tuple[str, int]) -> None:
    """Two channels; the named stories promised to the named channels."""

    def step(db):  # type: ignore[no-untyped-def]
        seed(db, ONE, TWO)
        for _, number in pairs:
            tell_story(db, number, f"Story {number}")
        for channel, number in pairs:
            promise(db, channel, number)

    store.step(step)


# --------------------------------------------------------------------------- the plain way


async def test_a_promise_is_kept_once_and_the_ledger_says_so(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    assert store.step(promise, ONE, 1) is None  # planned before
    first = await deliverer(store, clock, slack).drain()
    second = await deliverer(store, clock, slack, worker="w2").drain()
    assert (dict(first), dict(second)) == ({"sent": 1}, {})
    assert slack.shown() == ["Story 1"]
    rows = store.look(ledger.for_url, "https://example.org/1")
    assert [(row.step, row.outcome, row.channel_id) for row in rows] == [("posted", "card", ONE)]
    kept = store.look(promises.find, slack.posts[0].promise)
    assert kept is not None
    assert (kept.state, kept.message_id) == ("sent", "m1")


async def test_promise_ids_fit_a_discord_nonce(store: Store) -> None:
    fill(store, (ONE, 1))
    ids = [store.step(promise, ONE, 9, kind, payload="x") for kind in ("edition", "notice", "reminder")]
    assert all(identity and len(identity) == 25 and identity.isalnum() for identity in ids)
    assert len(set(ids)) == 3


async def test_order_is_kept_within_a_channel_and_no_channel_delays_another(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1), (ONE, 2), (TWO, 3), (ONE, 4), (TWO, 5))
    slack.faults[ONE] = [SLOW]
    await deliverer(store, clock, slack).drain()
    assert slack.shown(ONE) == []
    assert slack.shown(TWO) == ["Story 3", "Story 5"]
    clock.now += 29
    await deliverer(store, clock, slack).drain()
    assert slack.shown(ONE) == []
    clock.now += 2
    await deliverer(store, clock, slack).drain()
    assert slack.shown(ONE) == ["Story 1", "Story 2", "Story 4"]


async def test_one_message_a_second_in_a_slack_channel(store: Store, clock: Hand, slack: Recorder) -> None:
    slack.limits = Limits(pace_seconds=1.0)
    fill(store, *((ONE, number) for number in range(1, 6)))
    await deliverer(store, clock, slack).drain()
    times = [post.at for post in slack.posts]
    assert len(times) == 5
    assert min(later - sooner for sooner, later in pairwise(times)) >= 1.0


async def test_workers_share_the_limit_of_the_whole_platform(store: Store, clock: Hand, slack: Recorder) -> None:
    slack.limits = Limits(per_second=10.0)
    fill(store, *((channel, number) for number in range(1, 7) for channel in (ONE, TWO)))
    workers = [deliverer(store, clock, slack, worker=name) for name in ("w1", "w2")]
    for _ in range(4):
        for worker in workers:
            await worker.drain()
    assert len(slack.posts) == 12
    assert slack.posts[-1].at - slack.posts[0].at >= 11 * 0.1 - 1e-3


async def test_scheduled_messages_wait_without_holding_up_the_others(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1))
    store.step(tell_story, 2, "Story 2")
    store.step(tell_story, 3, "Story 3")
    store.step(promise, ONE, 2, due_at=NOON + 3600)  # quiet hours
    store.step(promise, ONE, 3)
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 1", "Story 3"]
    clock.now += 3600
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 1", "Story 3", "Story 2"]


async def test_editions_notices_and_notes_carry_their_own_words(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    edition = Edition("d1", ONE, "This week", "8:00 UTC")
    store.step(promise, ONE, 100, "edition", payload=payloads.dump(edition))
    store.step(promise, ONE, 101, "notice", payload=payloads.dump(Reply.say("A source failed.")))
    await deliverer(store, clock, slack).drain()
    store.step(promise, ONE, 1, "note", version=2, payload=payloads.dump(Reply.say("Now five outlets.")))
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 1", "", "A source failed.", "Now five outlets."]
    assert [post.about for post in slack.posts] == ["", "", "", "m1"]  # the note knows the card it belongs to


async def test_what_cannot_be_read_is_given_up_and_the_next_goes_out(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store)
    store.step(promise, ONE, 100, "notice", payload="{broken")
    store.step(promise, ONE, 999)  # a story that is not there
    store.step(promise, ONE, 101, "notice", payload=payloads.dump(Reply.say("Still here.")))
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Still here."]
    assert store.look(states) == [
        ("notice", "dead", "unreadable"),
        ("card", "dropped", "nothing-to-show"),
        ("notice", "sent", ""),
    ]


# --------------------------------------------------------------------------- failures


async def test_an_hour_without_the_platform_loses_nothing(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (ONE, 2), (TWO, 3))
    for _ in range(60):
        slack.faults = {ONE: [DOWN], TWO: [DOWN]}
        await deliverer(store, clock, slack).drain()
        clock.now += 60
    slack.faults = {}
    for _ in range(20):
        clock.now += 60
        await deliverer(store, clock, slack).drain()
    assert slack.shown(ONE) == ["Story 1", "Story 2"]
    assert slack.shown(TWO) == ["Story 3"]


async def test_a_global_limit_stops_every_channel_until_it_ends(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (TWO, 2))
    slack.limits = Limits(everywhere="workspace")
    slack.faults[ONE] = [TryLater("all", reason="http-429", after=20, everywhere=True)]
    await deliverer(store, clock, slack).serve(ONE)
    assert slack.faults[ONE] == []
    store.step(seed, "slack:C3")
    store.step(promise, "slack:C3", 1)
    clock.now += 19
    await deliverer(store, clock, slack, worker="w2").drain()
    assert slack.posts == []
    clock.now += 2
    await deliverer(store, clock, slack).drain()
    assert sorted(post.channel for post in slack.posts) == [ONE, TWO, "slack:C3"]


async def test_a_lost_answer_is_looked_for_and_not_repeated(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    slack.late[ONE] = [LOST_ANSWER]
    await deliverer(store, clock, slack).drain()
    assert store.look(states)[0] == ("card", "later", "timeout")
    clock.now += 10
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 1", "Story 2"]
    assert slack.looks == 1
    kept = store.look(promises.find, slack.posts[0].promise)
    assert kept is not None
    assert (kept.state, kept.message_id, kept.doubtful) == ("sent", "m1", False)


async def test_a_lost_request_is_looked_for_and_sent(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    slack.faults[ONE] = [LOST_ANSWER]
    await deliverer(store, clock, slack).drain()
    clock.now += 10
    await deliverer(store, clock, slack).drain()
    assert (slack.shown(), slack.looks) == (["Story 1"], 1)


async def test_while_we_may_not_look_we_wait_and_say_so(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    slack.late[ONE] = [LOST_ANSWER]
    slack.blind = [TryLater("history is limited", reason="history-limited", after=60)] * 3
    for _ in range(5):
        await deliverer(store, clock, slack).drain()
        clock.now += 61
    assert slack.shown() == ["Story 1"]
    rows = store.look(ledger.for_url, "https://example.org/1")
    assert [(row.step, row.reason) for row in rows] == [
        ("later", "timeout"),
        ("later", "history-limited"),
        ("posted", "found after a doubtful try"),
    ]


async def test_a_doubt_that_lasts_does_not_hold_up_the_channel(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    slack.late[ONE] = [LOST_ANSWER]
    slack.blind = [TryLater("no scope", reason="missing_scope", after=300)] * 1000
    for _ in range(6):
        await deliverer(store, clock, slack).drain()
        clock.now += 301
    assert slack.shown() == ["Story 1", "Story 2"]
    clock.now += 86400
    await deliverer(store, clock, slack).drain()
    assert store.look(states)[0] == ("card", "dead", "cannot tell whether it arrived (missing_scope)")
    slack.blind = []
    store.step(promises.retry, clock(), channel_id=ONE)
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 1", "Story 2"]
    assert store.look(states)[0][1] == "sent"


async def test_discord_repeats_with_the_same_nonce_and_looks_only_after_its_window(store: Store, clock: Hand) -> None:
    discord = Recorder(clock, "discord", Limits(repeat_seconds=120))
    store.step(seed, "discord:1", workspace="discord:9")
    for number in (1, 2):
        store.step(tell_story, number, f"Story {number}")
        store.step(promise, "discord:1", number)
    discord.faults["discord:1"] = [LOST_ANSWER]
    await deliverer(store, clock, discord).drain()
    clock.now += 60
    await deliverer(store, clock, discord).drain()
    assert (discord.shown(), discord.looks) == (["Story 1", "Story 2"], 0)
    store.step(tell_story, 3, "Story 3")
    store.step(promise, "discord:1", 3, now=clock())
    discord.late["discord:1"] = [LOST_ANSWER]
    await deliverer(store, clock, discord).drain()
    clock.now += 500
    await deliverer(store, clock, discord).drain()
    assert (discord.shown(), discord.looks) == (["Story 1", "Story 2", "Story 3"], 1)


async def test_refused_content_is_sent_plainer_then_given_up_and_managers_told(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    store.step(follow, TWO)
    refused = PayloadRefused("no", reason="invalid_blocks")
    slack.faults[ONE] = [refused]
    await deliverer(store, clock, slack).drain()
    assert [(post.shown, post.plain) for post in slack.posts] == [("Story 1", 1), ("Story 2", 0)]
    store.step(tell_story, 3, "Story 3")
    store.step(promise, ONE, 3)
    slack.faults[ONE] = [refused, refused]
    await deliverer(store, clock, slack).drain()
    await deliverer(store, clock, slack).drain()
    assert store.look(states, ONE)[2] == ("card", "dead", "invalid_blocks")
    assert "https://example.org/3" in slack.shown(TWO)[0]


async def test_a_lost_channel_waits_is_told_of_and_comes_back(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (ONE, 2), (TWO, 3))
    store.step(follow, TWO)
    slack.faults[ONE] = [ChannelLost("no", reason="not_in_channel")] * 3
    for _ in range(40):
        await deliverer(store, clock, slack).drain()
        clock.now += 60
    channel = store.look(places.find_channel, ONE)
    assert channel is not None
    assert channel.state == "paused"
    assert slack.shown(TWO) == [
        "Story 3",
        "#C1 cannot be reached: the bot is not in the channel; invite it. "
        "Its posts wait, and are tried again now and then.",
    ]
    for _ in range(100):
        clock.now += 60
        await deliverer(store, clock, slack).drain()
    assert slack.shown(ONE) == ["Story 1", "Story 2"]
    channel = store.look(places.find_channel, ONE)
    assert channel is not None
    assert channel.state == "ok"


async def test_a_channel_lost_for_a_week_is_gone_until_somebody_says_retry(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    slack.faults[ONE] = [ChannelLost("no", reason="is_archived")] * 1000
    for _ in range(40):
        await deliverer(store, clock, slack).drain()
        clock.now += 6 * 3600
    channel = store.look(places.find_channel, ONE)
    assert channel is not None
    assert channel.state == "gone"
    assert store.look(states) == [("card", "dead", "is_archived")] * 2
    slack.faults = {}
    assert store.step(promises.retry, clock(), channel_id=ONE) == 2
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 1", "Story 2"]


async def test_a_refused_token_stops_its_workspace_only(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (TWO, 2))
    store.step(seed, "slack:C9", workspace="slack:T2")
    store.step(promise, "slack:C9", 1)
    slack.faults[ONE] = [AccessRevoked("no", reason="token_revoked")]
    await deliverer(store, clock, slack).serve(ONE)
    await deliverer(store, clock, slack).drain()
    clock.now += 300
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 1"]
    home = store.look(places.find_workspace, "slack:T1")
    assert home is not None
    assert home.state == "revoked"
    store.step(promises.retry, clock(), workspace_id="slack:T1")  # installed again
    await deliverer(store, clock, slack).drain()
    assert sorted(slack.shown()) == ["Story 1", "Story 1", "Story 2"]


async def test_a_fault_of_ours_never_stops_the_channel_for_good(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    slack.faults["card"] = [ZeroDivisionError("ours")] * 8
    for _ in range(30):
        await deliverer(store, clock, slack).drain()
        clock.now += 60
    assert store.look(states)[0] == ("card", "dead", "ZeroDivisionError")
    assert slack.shown() == ["Story 2"]


async def test_a_paused_or_removed_place_gets_nothing(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (TWO, 2))
    store.step(places.set_channel_state, ONE, "paused", "by a manager", NOON)
    store.step(places.set_workspace, "slack:T1", NOON, state="removed")
    await deliverer(store, clock, slack).drain()
    assert slack.posts == []
    store.step(places.set_workspace, "slack:T1", NOON, state="active")
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 2"]


# --------------------------------------------------------------------------- edits and deletions


async def test_an_edit_of_an_unsent_card_changes_what_will_be_sent(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    store.step(tell_story, 1, "Story 1, corrected", version=2)
    assert store.step(promise, ONE, 1, "edit", version=2) is None
    await deliverer(store, clock, slack).drain()
    assert (slack.shown(), slack.edits) == (["Story 1, corrected"], [])


async def test_edits_that_pile_up_become_one(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    await deliverer(store, clock, slack).drain()
    for version in (2, 3, 4):
        store.step(tell_story, 1, f"Version {version}", version=version)
        store.step(promise, ONE, 1, "edit", version=version)
    await deliverer(store, clock, slack).drain()
    assert [(edit.message_id, edit.shown) for edit in slack.edits] == [("m1", "Version 4")]
    assert [state for _, state, _ in store.look(states)] == ["sent", "dropped", "dropped", "sent"]


async def test_an_edit_that_was_already_shown_is_not_sent(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    slack.late[ONE] = [LOST_ANSWER]
    await deliverer(store, clock, slack).drain()  # may be there, so the edit is a promise of its own
    store.step(tell_story, 1, "Corrected", version=2)
    assert store.step(promise, ONE, 1, "edit", version=2) is not None
    slack.posts.clear()  # it never arrived: the repeat shows version 2 already
    clock.now += 60
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Corrected"]
    assert slack.edits == []
    assert store.look(states)[1] == ("edit", "dropped", "already-shown")


async def test_what_arrived_before_the_correction_is_corrected(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    slack.late[ONE] = [LOST_ANSWER]
    await deliverer(store, clock, slack).drain()
    store.step(tell_story, 1, "Corrected", version=2)
    store.step(promise, ONE, 1, "edit", version=2)
    clock.now += 60
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 1"]  # found, as it was
    assert [edit.shown for edit in slack.edits] == ["Corrected"]


async def test_deleting_what_was_not_sent_sends_nothing(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    assert store.step(promise, ONE, 1, "delete") is None
    await deliverer(store, clock, slack).drain()
    assert (slack.posts, slack.deleted) == ([], [])
    assert store.look(states) == [("card", "dropped", "withdrawn")]


async def test_a_deletion_takes_the_place_of_edits_and_survives_failures(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1))
    await deliverer(store, clock, slack).drain()
    store.step(tell_story, 1, "Version 2", version=2)
    store.step(promise, ONE, 1, "edit", version=2)
    store.step(promise, ONE, 1, "delete")
    slack.faults["delete"] = [DOWN, LOST_ANSWER]
    for _ in range(5):
        await deliverer(store, clock, slack).drain()
        clock.now += 60
    assert (slack.edits, slack.deleted) == ([], ["m1"])


async def test_an_edit_whose_message_is_gone_is_let_go(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1))
    await deliverer(store, clock, slack).drain()
    store.step(tell_story, 1, "Version 2", version=2)
    store.step(promise, ONE, 1, "edit", version=2)
    slack.faults["edit"] = [MessageLost("no", reason="message_not_found")]
    await deliverer(store, clock, slack).drain()
    assert store.look(states)[1] == ("edit", "dropped", "message-gone")


# --------------------------------------------------------------------------- held for a digest


async def test_held_promises_wait_for_the_digest_and_are_counted_there(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    first, second = (row.id for row in store.look(lambda db: db.execute(select(table).order_by(table.c.seq)).all()))
    assert store.step(promises.hold, first, "quiet hours 22:00-08:00")
    assert store.step(promises.hold, second, "cap")
    await deliverer(store, clock, slack).drain()
    assert slack.posts == []
    held = store.look(promises.held, ONE)
    assert [(one.about, one.reason) for one in held] == [("1", "quiet hours 22:00-08:00"), ("2", "cap")]
    assert store.step(promises.fold, [first], "d1") == 1
    assert store.step(promises.release, second, NOON)
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 2"]
    assert not store.step(promises.hold, second, "cap")  # it left
    store.step(tell_story, 1, "Version 2", version=2)
    store.step(promise, ONE, 1, "edit", version=2)
    await deliverer(store, clock, slack).drain()
    assert slack.edits == []


async def test_after_a_long_outage_the_digest_takes_what_would_be_a_flood(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, *((ONE, number) for number in range(1, 13)), (TWO, 20))
    store.step(lambda db: db.execute(insert(schedules).values(channel_id=ONE, cadence="daily", hour=8)))
    clock.now += 3 * 3600
    await deliverer(store, clock, slack).drain()
    assert slack.shown(ONE) == [f"Story {number}" for number in range(8, 13)]
    assert {one.reason for one in store.look(promises.held, ONE)} == {"outage"}
    assert len(store.look(promises.held, ONE)) == 7
    assert slack.shown(TWO) == ["Story 20"]  # no digest: it is sent, late


async def test_leaving_drops_what_is_owed(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (TWO, 2))
    assert store.step(promises.drop_unsent, ONE, "unfollowed") == 1
    await deliverer(store, clock, slack).drain()
    assert slack.shown() == ["Story 2"]


# --------------------------------------------------------------------------- workers


async def test_a_channel_is_served_by_one_worker_and_a_dead_worker_is_replaced(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    slack.late[ONE] = [KeyboardInterrupt()]  # the worker dies between the post and the receipt
    with pytest.raises(KeyboardInterrupt):
        await deliverer(store, clock, slack).serve(ONE)
    other = deliverer(store, clock, slack, worker="w2")
    await other.drain()
    assert slack.shown() == ["Story 1"]  # the lease still holds
    clock.now += 121
    await other.drain()
    assert slack.shown() == ["Story 1", "Story 2"]
    assert slack.looks == 1


async def test_the_only_process_takes_up_what_the_last_one_left(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    slack.late[ONE] = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        await deliverer(store, clock, slack).serve(ONE)
    other = deliverer(store, clock, slack, worker="w2")
    assert await other.recover() == 1
    await other.drain()
    assert slack.shown() == ["Story 1"]  # a request that left may still be on its way
    clock.now += 31
    await other.drain()
    assert slack.shown() == ["Story 1", "Story 2"]


async def test_a_receipt_that_comes_after_the_lease_is_still_written(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1))
    late = deliverer(store, clock, slack)

    async def slow_answer(*_: object) -> None:
        clock.now += 500
        store.step(lambda db: db.execute(update(table).values(lease_by="w2", lease_until=clock() + 100)))

    slack_send = slack.send

    async def send(*call):  # type: ignore[no-untyped-def]
        receipt = await slack_send(*call)
        await slow_answer()
        return receipt

    slack.send = send  # type: ignore[method-assign]
    await late.serve(ONE)
    assert store.look(states) == [("card", "sent", "")]


async def test_stopping_finishes_the_message_under_way_and_takes_no_more(
    store: Store, clock: Hand, slack: Recorder
) -> None:
    fill(store, (ONE, 1), (ONE, 2))
    worker = deliverer(store, clock, slack)
    slack_send = slack.send

    async def send(*call):  # type: ignore[no-untyped-def]
        worker.stop()
        return await slack_send(*call)

    slack.send = send  # type: ignore[method-assign]
    await worker.drain()
    assert [state for _, state, _ in store.look(states)] == ["sent", "planned"]
    slack.send = slack_send  # type: ignore[method-assign]
    await deliverer(store, clock, slack, worker="w2").drain()
    assert slack.shown() == ["Story 1", "Story 2"]


def follow(db, channel: str) -> None:  # type: ignore[no-untyped-def]
    db.execute(insert(follows).values(channel_id=channel, workspace_id="slack:T1", since_at=NOON))


async def test_a_channel_that_hangs_delays_no_other(store: Store, clock: Hand, slack: Recorder) -> None:
    fill(store, (ONE, 1), (TWO, 2))
    begun, go = asyncio.Event(), asyncio.Event()
    slack_send = slack.send

    async def send(channel, *more):  # type: ignore[no-untyped-def]
        if channel.id == ONE:
            begun.set()
            await go.wait()
        return await slack_send(channel, *more)

    slack.send = send  # type: ignore[method-assign]
    bot = deliverer(store, clock, slack)
    assert await bot.sweep() == 2
    await begun.wait()
    while not slack.posts:
        await asyncio.sleep(0.001)
    store.step(tell_story, 3, "Story 3")
    store.step(promise, TWO, 3)
    while len(slack.posts) < 2:
        await bot.sweep()
        await asyncio.sleep(0.001)
    assert slack.shown() == ["Story 2", "Story 3"]
    go.set()
    await bot.settled()
    assert slack.shown(ONE) == ["Story 1"]
