"""What channels follow: the rule, the settings, since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from bot.model import Channel
from bot.storage.batches import batches
from bot.storage.codec import dump, load
from bot.storage.tables import channels, follows, workspaces


@dataclass(frozen=True, slots=True)
class FollowSettings:
    """A channel's wishes. Times of day are `22:00-07:00` in `zone`; empty means none."""

    backlog: int = 0  # older cards it chose to see from the first reading of a source
    strictness: float = 0.5  # 0 to 1, as pipeline.relevance takes it
    quiet: str = ""
    zone: str = "UTC"
    digest_only: bool = False
    coverage_in_thread: bool = False  # new coverage also as a reply in the card's thread
    threads: str = ""  # Discord: `story` opens a thread under each card, `dossier` keeps one per measure
    per_poll: int = 0  # 0: the deployment's own bound
    lookback_days: int = 0


@dataclass(frozen=True, slots=True)
class Follow:
    """A channel that follows, with its rule in canonical form (empty: everything its workspace's sources bring)."""

    channel: Channel
    rule: str
    instant: str
    settings: FollowSettings
    state: str
    since_at: float
    by: str = ""


@lru_cache(1024)  # most channels of a deployment have one of a few settings
def _settings(text: str) -> FollowSettings:
    return load(FollowSettings, text)


def _as_follow(row: Row[tuple[object, ...]]) -> Follow:
    channel = Channel(row.channel_id, row.workspace_id, row.name, row.kind, row.channel_state)
    return Follow(channel, row.rule, row.instant, _settings(row.settings), row.state, row.since_at, row.by)


_ALL = (
    select(
        follows,
        channels.c.name,
        channels.c.kind,
        channels.c.state.label("channel_state"),
        workspaces.c.state.label("ws"),
    )
    .join(channels, channels.c.id == follows.c.channel_id)
    .join(workspaces, workspaces.c.id == follows.c.workspace_id)
)


# Built once: building a statement costs more than running it.
_ACTIVE = _ALL.where(
    follows.c.workspace_id.in_(bindparam("these", expanding=True)),
    follows.c.state == "active",
    channels.c.state != "gone",
    workspaces.c.state != "removed",
).order_by(follows.c.since_at, follows.c.channel_id)


def get(db: Connection, channel_id: str) -> Follow | None:
    """What this channel follows, if it does."""
    row = db.execute(_ALL.where(follows.c.channel_id == channel_id)).one_or_none()
    return _as_follow(row) if row else None


def of_workspace(db: Connection, workspace_id: str) -> tuple[Follow, ...]:
    """Channels of a workspace that follow."""
    rows = db.execute(_ALL.where(follows.c.workspace_id == workspace_id).order_by(follows.c.since_at))
    return tuple(_as_follow(row) for row in rows)


def active(db: Connection, workspace_ids: tuple[str, ...]) -> tuple[Follow, ...]:
    """Channels of these workspaces that are owed cards. A paused channel is owed them too: they wait for it."""
    rows = db.execute(_ACTIVE, {"these": list(workspace_ids)}) if workspace_ids else ()
    return tuple(_as_follow(row) for row in rows)


def wanting_coverage(db: Connection, channel_ids: Sequence[str]) -> frozenset[str]:
    """Those of these channels that want new coverage as a reply under their card."""
    found: list[str] = []
    for some in batches(channel_ids):
        rows = db.execute(select(follows.c.channel_id, follows.c.settings).where(follows.c.channel_id.in_(some)))
        found += [row.channel_id for row in rows if _settings(row.settings).coverage_in_thread]
    return frozenset(found)


def save(
    db: Connection,
    channel: Channel,
    *,
    rule: str,
    instant: str,
    settings: FollowSettings,
    by: str,
    now: float,
) -> bool:
    """Begin to follow, or change how; True if the channel is new to it. `since_at` stays from the first time."""
    values = {"rule": rule, "instant": instant, "settings": dump(settings), "state": "active", "by": by}
    if db.execute(update(follows).where(follows.c.channel_id == channel.id).values(**values)).rowcount:
        return False
    db.execute(insert(follows).values(channel_id=channel.id, workspace_id=channel.workspace_id, since_at=now, **values))
    return True


def remove(db: Connection, channel_id: str) -> bool:
    """Stop following; True if it did follow."""
    return db.execute(delete(follows).where(follows.c.channel_id == channel_id)).rowcount > 0
