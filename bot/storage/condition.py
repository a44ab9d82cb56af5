"""How a workspace is doing, counted."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from bot.storage import sources as source_steps
from bot.storage.tables import channels, choices, follows, promises, sources, stories

DAY = 86400.0
_OPEN = ("planned", "leased", "later")


@dataclass(frozen=True, slots=True)
class Condition:
    """Counts for `status`. `waiting` rows: channel, kind of message, how many, why."""

    sources: int
    failing: int
    paused: int
    channels: int
    stories: int
    new_stories: int
    sent: int
    open: int
    held: int
    dead: int
    next_poll: float | None
    waiting: tuple[tuple[str, str, int, str], ...] = ()


def of_workspace(db: Connection, workspace_id: str, now: float) -> Condition:
    """The condition of one workspace at `now` (UTC seconds)."""
    mine = select(choices.c.source_id).where(choices.c.workspace_id == workspace_id)

    def count(query: object) -> int:
        return int(db.execute(query).scalar_one())  # type: ignore[call-overload]  # any select of one count

    total = select(func.count())
    ours = promises.c.workspace_id == workspace_id
    by_state = {
        row.state: int(row.n)
        for row in db.execute(
            select(promises.c.state, func.count().label("n"))
            .where(ours, promises.c.state.in_((*_OPEN, "held", "dead")))
            .group_by(promises.c.state)
        )
    }
    waiting = db.execute(
        select(channels.c.name, channels.c.id, promises.c.kind, promises.c.reason, func.count().label("n"))
        .join(channels, channels.c.id == promises.c.channel_id)
        .where(ours, promises.c.state.in_(("later", "held", "dead")))
        .group_by(channels.c.name, channels.c.id, promises.c.kind, promises.c.reason)
        .order_by(func.count().desc())
        .limit(10)
    )
    told = stories.c.created_at > 0  # not the shells of stories that were joined again, see storage.splitting
    return Condition(
        sources=count(total.select_from(choices).where(choices.c.workspace_id == workspace_id)),
        failing=count(total.select_from(sources).where(sources.c.id.in_(mine), sources.c.failures > 0)),
        paused=count(
            total.select_from(choices).where(choices.c.workspace_id == workspace_id, choices.c.state == "paused")
        ),
        channels=count(
            total.select_from(follows).where(follows.c.workspace_id == workspace_id, follows.c.state == "active")
        ),
        stories=count(total.select_from(stories).where(told)),
        new_stories=count(total.select_from(stories).where(stories.c.created_at > now - DAY)),
        sent=count(total.select_from(promises).where(ours, promises.c.sent_at > now - DAY)),
        open=sum(by_state.get(state, 0) for state in _OPEN),
        held=by_state.get("held", 0),
        dead=by_state.get("dead", 0),
        next_poll=source_steps.next_due(db),
        waiting=tuple((row.name or row.id, row.kind, int(row.n), row.reason) for row in waiting),
    )
