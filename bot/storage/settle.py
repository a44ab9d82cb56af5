"""What became of a promise, written with its ledger row: sent, later, dead or dropped; channels lost and found."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, and_, update

from bot.model import Channel, PromiseState
from bot.storage import lanes, ledger, notices, payloads, places
from bot.storage.tables import channels, promises, workspaces
from bot.storage.work import LOST, OPEN, Done, Terms

STEP = {"edit": "edited", "delete": "deleted"}  # in the ledger; everything else is posted


def settle(db: Connection, done: Done, terms: Terms, now: float) -> None:
    """Write what became of a taken promise, with its ledger row.

    A receipt is always written; anything else only while the lease is ours, since after it another worker decides.
    """
    promise, channel = done.work.promise, done.work.channel
    ours = and_(promises.c.id == promise.id, promises.c.state == "leased", promises.c.lease_by == terms.worker)
    values: dict[str, object] = {
        "state": done.state,
        "reason": done.reason,
        "doubtful": done.doubtful,
        "plain": done.plain,
        "lease_by": "",
        "lease_until": None,
    }
    if done.state == "sent":
        ours = and_(promises.c.id == promise.id, promises.c.state != "sent")
        values |= {"sent_at": now, "version": done.version}
        if done.receipt:
            values |= {
                "message_id": done.receipt.message_id,
                "permalink": done.receipt.permalink,
                "thread_id": done.receipt.thread_id or promise.thread_id,
            }
    elif done.state == "later":
        values["due_at"] = done.until
    if done.tried and done.doubtful:
        values["tried_at"] = now
    if not db.execute(update(promises).where(ours).values(values)).rowcount:
        return
    if done.state == "sent":
        _sent(db, done, terms, now)
    else:
        _not_sent(db, done, now)
    if done.state == "sent" or done.reason != promise.reason or done.state != "later":
        ledger.write(
            db,
            url=done.work.url,
            step=STEP.get(promise.kind, "posted") if done.state == "sent" else done.state,
            outcome=promise.kind,
            reason=done.reason,
            story_id=done.work.story_id,
            channel_id=channel.id,
            promise_id=promise.id,
            trace=promise.trace,
            now=now,
        )


def _sent(db: Connection, done: Done, terms: Terms, now: float) -> None:
    promise, channel = done.work.promise, done.work.channel
    if promise.kind == "edit":
        card = and_(promises.c.about == promise.about, promises.c.channel_id == channel.id, promises.c.kind == "card")
        db.execute(update(promises).where(card).values(version=done.version))
    if terms.pace_seconds:
        lanes.pause(db, channel.id, now + terms.pace_seconds, "pace")
    if done.work.lost_for is not None:
        found_again(db, channel, now)


def _not_sent(db: Connection, done: Done, now: float) -> None:
    channel = done.work.channel
    if done.lane:
        lanes.pause(db, done.lane, done.until, done.reason)
    if done.tell and not (done.lost and done.work.lost_for is not None and done.state != "dead"):
        notices.tell(db, channel.workspace_id, key=_incident(done), text=_notice(done), avoid=channel.id, now=now)
    if done.lost == "channel":
        gone = done.state == "dead"
        places.set_channel_state(db, channel.id, "gone" if gone else "paused", LOST + done.reason, now)
        if gone:
            waiting = and_(promises.c.channel_id == channel.id, promises.c.state.in_(OPEN))
            db.execute(update(promises).where(waiting).values(state="dead", reason=done.reason))
    elif done.lost == "workspace" and done.work.lost_for is None:
        places.set_workspace(db, channel.workspace_id, now, state="revoked")


def _incident(done: Done) -> str:
    return f"lost {done.work.channel.id}" if done.lost else f"undelivered {done.work.promise.id}"


def _notice(done: Done) -> str:
    channel, reason = done.work.channel, notices.why(done.reason)
    name = f"#{channel.name}" if channel.name else channel.id
    if done.lost == "channel" and done.state == "dead":
        return f"{name} could not be reached for a week ({reason}): it gets no more posts. `retry` there resumes them."
    if done.lost == "channel":
        return f"{name} cannot be reached: {reason}. Its posts wait, and are tried again now and then."
    if done.lost == "workspace":
        return f"Access was refused ({reason}). Posts wait until the bot is installed again."
    what = f" {done.work.url}" if done.work.url else ""
    return f"One message to {name} was given up: {reason}.{what} `retry` tries again."


def found_again(db: Connection, channel: Channel, now: float) -> None:
    """A lost channel answered: it, and its workspace, are as before."""
    lost = and_(channels.c.id == channel.id, channels.c.state_reason.startswith(LOST))
    db.execute(update(channels).where(lost).values(state="ok", state_reason="", state_at=now))
    revoked = and_(workspaces.c.id == channel.workspace_id, workspaces.c.state == "revoked")
    db.execute(update(workspaces).where(revoked).values(state="active", state_at=now))
    lanes.clear(db, channel.workspace_id)


def close(db: Connection, row: Row[Any], state: PromiseState, reason: str, now: float) -> None:
    """Nothing can or need be sent for this promise; the ledger says why."""
    db.execute(
        update(promises)
        .where(promises.c.id == row.id)
        .values(state=state, reason=reason, lease_by="", lease_until=None, doubtful=False)
    )
    story_id, url = payloads.story_url(db, row.about)
    ledger.write(
        db,
        url=url,
        step=state,
        outcome=row.kind,
        reason=reason,
        story_id=story_id,
        channel_id=row.channel_id,
        promise_id=row.id,
        trace=row.trace,
        now=now,
    )
