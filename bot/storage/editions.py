"""Digests on the shelf: schedules, what an edition is made of, and exactly one edition per channel and slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, true, update

from bot.model import Card, Channel, Edition
from bot.pipeline import calendar
from bot.pipeline.calendar import Schedule
from bot.storage import keeping, planning, upsert
from bot.storage.codec import dump, load, load_any
from bot.storage.tables import (
    channels,
    choices,
    dates,
    editions,
    follows,
    promises,
    schedules,
    sources,
    stories,
    workspaces,
)

DATES_AHEAD_DAYS = 60
MOST_DATES = 8
SILENT_DAYS = 14  # a source that brought nothing for so long is called silent


@dataclass(frozen=True, slots=True)
class Planned:
    """A channel's digest as it was asked for. Times are UTC seconds."""

    channel: Channel
    schedule: Schedule
    most: int
    say_nothing: bool
    approve: bool
    next_at: float | None
    covered_until: float | None
    locale: str = "en"


@dataclass(frozen=True, slots=True)
class Material:
    """What an edition is made of."""

    cards: tuple[Card, ...]
    held: Mapping[str, str]  # story id to the reason it was held back, of those that would have been posted at once
    dates: tuple[tuple[str, str, str, str], ...]  # ISO day, kind, what, story id
    marks: Mapping[str, tuple[int, int]]  # story id to how many readers found its outlet useful, and not for them
    sources: int
    quiet_sources: int  # silent or failing


def _as_planned(row: Row[tuple[object, ...]]) -> Planned:
    channel = Channel(row.channel_id, row.workspace_id, row.name, row.kind, row.channel_state)
    schedule = Schedule(row.cadence, row.hour, row.minute, row.weekday, row.zone, row.holidays)
    return Planned(
        channel,
        schedule,
        row.most,
        bool(row.say_nothing),
        bool(row.approve),
        row.next_at,
        row.covered_until,
        row.locale,
    )


_PLANNED = (
    select(
        schedules,
        channels.c.workspace_id,
        channels.c.name,
        channels.c.kind,
        channels.c.state.label("channel_state"),
        workspaces.c.locale,
    )
    .join(channels, channels.c.id == schedules.c.channel_id)
    .join(workspaces, workspaces.c.id == channels.c.workspace_id)
)


def get(db: Connection, channel_id: str) -> Planned | None:
    """The digest of a channel, if it has one."""
    row = db.execute(_PLANNED.where(schedules.c.channel_id == channel_id)).one_or_none()
    return _as_planned(row) if row else None


def due(db: Connection, now: float) -> tuple[Planned, ...]:
    """Digests whose time has come."""
    rows = db.execute(_PLANNED.where(schedules.c.next_at <= now).order_by(schedules.c.next_at))
    return tuple(_as_planned(row) for row in rows)


def of_workspace(db: Connection, workspace_id: str) -> tuple[Planned, ...]:
    """All digests of a workspace."""
    rows = db.execute(_PLANNED.where(channels.c.workspace_id == workspace_id).order_by(schedules.c.channel_id))
    return tuple(_as_planned(row) for row in rows)


def save(
    db: Connection,
    channel: Channel,
    schedule: Schedule,
    *,
    most: int,
    say_nothing: bool,
    approve: bool,
    by: str,
    now: float,
) -> float | None:
    """Ask for a digest, or change it; when the next one goes out. What was covered stays covered."""
    slot = calendar.next_slot(schedule, datetime.fromtimestamp(now, UTC))
    next_at = slot.timestamp() if slot else None
    values = {
        "cadence": schedule.cadence,
        "hour": schedule.hour,
        "minute": schedule.minute,
        "weekday": schedule.weekday,
        "zone": schedule.zone,
        "holidays": schedule.holidays,
        "most": most,
        "say_nothing": say_nothing,
        "approve": approve,
        "by": by,
        "next_at": next_at,
    }
    if db.execute(update(schedules).where(schedules.c.channel_id == channel.id).values(**values)).rowcount == 0:
        db.execute(insert(schedules).values(channel_id=channel.id, covered_until=now, **values))
    return next_at


def remove(db: Connection, channel_id: str) -> bool:
    """No more digests here. What is held for them stays: `digest now` publishes it, `status` counts it."""
    done = db.execute(delete(schedules).where(schedules.c.channel_id == channel_id)).rowcount > 0
    return done


def material(
    db: Connection, channel: Channel, now: float, *, zone: str = "UTC", until: float | None = None
) -> Material:
    """What a digest for this channel would be made of now: everything held back, dates ahead, the sources' state.

    Args:
        zone: whose day "today" is, for the dates ahead.
        until: only what was held by then, UTC seconds: a draft is what its editor saw.
    """
    rows = db.execute(
        select(stories.c.card, promises.c.reason)
        .join(promises, promises.c.about == func.cast(stories.c.id, promises.c.about.type))
        .where(promises.c.channel_id == channel.id, promises.c.kind == "card", promises.c.state == "held")
        .where(stories.c.withdrawn.is_(False), true() if until is None else promises.c.created_at <= until)
        .order_by(promises.c.seq)
    ).all()
    cards = tuple(load(Card, row.card) for row in rows)
    by_choice = (planning.DIGEST_ONLY, planning.NOT_AT_ONCE)
    held = {card.story_id: row.reason for card, row in zip(cards, rows, strict=True) if row.reason not in by_choice}
    mine = select(choices.c.source_id).where(
        choices.c.workspace_id == channel.workspace_id, choices.c.state == "active"
    )
    count = db.execute(select(func.count()).select_from(sources).where(sources.c.id.in_(mine))).scalar_one()
    silent = (sources.c.failures > 0) | (
        func.coalesce(sources.c.new_at, sources.c.added_at) < now - SILENT_DAYS * 86400
    )
    quiet = db.execute(select(func.count()).select_from(sources).where(sources.c.id.in_(mine), silent)).scalar_one()
    return Material(
        cards,
        held,
        ahead(db, channel.id, now, DATES_AHEAD_DAYS, zone)[:MOST_DATES],
        _marks(db, channel.id, cards),
        int(count),
        int(quiet),
    )


def ahead(
    db: Connection, channel_id: str, now: float, days: int, zone: str = "UTC"
) -> tuple[tuple[str, str, str, str], ...]:
    """Dates of stories this channel was told, soonest first: ISO day, kind, what, story id. Today is the zone's."""
    today = datetime.fromtimestamp(now, ZoneInfo(zone)).date()
    last = today + timedelta(days=days)
    told = exists().where(
        promises.c.about == func.cast(dates.c.story_id, promises.c.about.type),
        promises.c.channel_id == channel_id,
        promises.c.kind == "card",
    )
    rows = db.execute(
        select(dates)
        .join(stories, stories.c.id == dates.c.story_id)
        .where(dates.c.on_date >= today.isoformat(), dates.c.on_date <= last.isoformat(), told)
        .where(stories.c.withdrawn.is_(False))
        .order_by(dates.c.on_date, dates.c.id)
    )
    return tuple((row.on_date, row.kind, row.what, str(row.story_id)) for row in rows)


@dataclass(frozen=True, slots=True)
class Ahead:
    """One date of a story, with the story."""

    date_id: int
    on_date: str
    kind: str
    what: str
    story_id: str
    headline: str
    url: str
    updated_at: float


def ahead_rows(db: Connection, channel: Channel, now: float, days: int, *, all_told: bool = False) -> tuple[Ahead, ...]:
    """Dates ahead a channel was told of, soonest first; every known one for the terminal or with `all_told`."""
    today = datetime.fromtimestamp(now, UTC).date()
    last = today + timedelta(days=days)
    query = (
        select(dates, stories.c.headline, stories.c.url)
        .join(stories, stories.c.id == dates.c.story_id)
        .where(dates.c.on_date >= today.isoformat(), dates.c.on_date <= last.isoformat())
        .where(stories.c.withdrawn.is_(False))
        .order_by(dates.c.on_date, dates.c.id)
        .limit(200)
    )
    if not all_told:
        told = exists().where(
            promises.c.about == func.cast(dates.c.story_id, promises.c.about.type),
            promises.c.channel_id == channel.id,
            promises.c.kind == "card",
        )
        query = query.where(told)
    return tuple(
        Ahead(int(r.id), r.on_date, r.kind, r.what, str(r.story_id), r.headline, r.url, r.updated_at or 0.0)
        for r in db.execute(query)
    )


def _marks(db: Connection, channel_id: str, cards: tuple[Card, ...]) -> dict[str, tuple[int, int]]:
    """How many of this channel's readers found the outlet of each story useful, and not for them."""
    marks = keeping.outlet_marks(db, channel_id)
    return {card.story_id: found for card in cards if (found := marks.get(card.outlet.casefold()))}


def begin(db: Connection, planned: Planned, edition_id: str, slot: float, now: float) -> bool:
    """Claim a slot: True for exactly one of all who try, in all processes, for all time."""
    done = db.execute(
        upsert.insert(db.dialect.name, editions)
        .values(
            id=edition_id,
            channel_id=planned.channel.id,
            state="begun",
            slot_at=slot,
            from_at=planned.covered_until,
            until_at=now,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=[editions.c.id])
        .returning(editions.c.id)
    )
    return done.scalar_one_or_none() is not None


def move_on(db: Connection, planned: Planned, now: float) -> float | None:
    """Set the next slot after `now`; returns it."""
    slot = calendar.next_slot(planned.schedule, datetime.fromtimestamp(now, UTC))
    next_at = slot.timestamp() if slot else None
    db.execute(
        update(schedules).where(schedules.c.channel_id == planned.channel.id).values(next_at=next_at, covered_until=now)
    )
    return next_at


def settle(db: Connection, edition_id: str, state: str, edition: Edition | None, now: float) -> None:
    """What became of an edition: published, draft, empty (said), skipped."""
    values: dict[str, object] = {"state": state}
    if edition is not None:
        values["body"] = dump(edition)
    if state in ("published", "empty"):
        values["published_at"] = now
    db.execute(update(editions).where(editions.c.id == edition_id).values(**values))


def find(db: Connection, edition_id: str) -> tuple[Edition, str, str] | None:
    """(edition, state, channel id) by its id. Whoever else decides on it waits until this transaction is over."""
    row = db.execute(select(editions).where(editions.c.id == edition_id).with_for_update()).one_or_none()
    if row is None or row.body == "{}":
        return None
    return load(Edition, row.body), row.state, row.channel_id


def drafted_at(db: Connection, edition_id: str) -> float | None:
    """Until when an edition's material was taken, UTC seconds."""
    return db.execute(select(editions.c.until_at).where(editions.c.id == edition_id)).scalar_one_or_none()


def editor_choices(db: Connection, edition_id: str) -> dict[str, list[str]]:
    """What an editor decided on a draft: lists of story ids under `dropped`, `pinned`, and `order`."""
    text = db.execute(select(editions.c.choices).where(editions.c.id == edition_id)).scalar_one_or_none()
    found = load_any(text) if text else {}
    return {key: list(found.get(key, ())) for key in ("dropped", "pinned", "order")}


def save_choices(db: Connection, edition_id: str, chosen: Mapping[str, list[str]]) -> None:
    """Keep an editor's decisions."""
    db.execute(update(editions).where(editions.c.id == edition_id).values(choices=dump(dict(chosen))))


def covered(db: Connection, channel_id: str, story_ids: tuple[str, ...], reason: str, now: float) -> None:
    """The held cards of these stories are in a digest now: they are owed no more."""
    for start in range(0, len(story_ids), 400):
        db.execute(
            update(promises)
            .where(
                promises.c.channel_id == channel_id,
                promises.c.kind == "card",
                promises.c.state == "held",
                promises.c.about.in_(story_ids[start : start + 400]),
            )
            .values(state="dropped", reason=reason, sent_at=now)
        )


def published(db: Connection, count: int, skip: int = 0) -> tuple[tuple[str, Edition], ...]:
    """Published editions, newest first, for the archive."""
    rows = db.execute(
        select(editions.c.id, editions.c.body)
        .where(editions.c.state == "published")
        .order_by(editions.c.slot_at.desc(), editions.c.id)
        .limit(count)
        .offset(skip)
    )
    return tuple((row.id, load(Edition, row.body)) for row in rows)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A date that comes in `days` days, for one channel."""

    channel_id: str
    workspace_id: str
    locale: str
    date_id: int
    story_id: str
    kind: str
    on_date: str
    what: str
    days: int  # that are left
    before: int  # which of the two reminders it is: 7 or 1
    at: float  # when to send it, UTC seconds


# A reminder is due on this day before the date; when the bot was down then, a little later rather than never.
REMINDED_DAYS = {7: (7, 6, 5), 1: (1, 0)}
REMIND_AT = time(9)  # in the workspace's zone


def to_remind(db: Connection, now: float) -> tuple[Reminder, ...]:
    """Dates seven days or one day ahead, for every channel that was told their story and follows.

    "Today" is that of each channel's workspace. A date that a channel heard of only after a reminder's day gets none
    for that day.
    """
    utc = datetime.fromtimestamp(now, UTC)
    first, last = utc.date() - timedelta(days=1), utc.date() + timedelta(days=max(REMINDED_DAYS) + 1)
    rows = db.execute(
        select(
            dates,
            promises.c.channel_id,
            promises.c.workspace_id,
            promises.c.created_at.label("told_at"),
            workspaces.c.locale,
            workspaces.c.zone,
        )
        .join(promises, promises.c.about == func.cast(dates.c.story_id, promises.c.about.type))
        .join(follows, follows.c.channel_id == promises.c.channel_id)
        .join(workspaces, workspaces.c.id == promises.c.workspace_id)
        .join(stories, stories.c.id == dates.c.story_id)
        .where(
            dates.c.on_date.between(first.isoformat(), last.isoformat()),
            promises.c.kind == "card",
            follows.c.state == "active",
            stories.c.withdrawn.is_(False),
        )
        .order_by(dates.c.on_date, dates.c.id, promises.c.channel_id)
    )
    found = []
    for row in rows:
        zone = ZoneInfo(row.zone)
        today = utc.astimezone(zone).date()
        on = date.fromisoformat(row.on_date)
        left = (on - today).days
        before = next((days for days, good in REMINDED_DAYS.items() if left in good), None)
        if before is None:
            continue
        told = datetime.fromtimestamp(row.told_at, zone).date()
        if left != before and told > on - timedelta(days=before):
            continue
        found.append(
            Reminder(
                row.channel_id,
                row.workspace_id,
                row.locale,
                int(row.id),
                str(row.story_id),
                row.kind,
                row.on_date,
                row.what,
                left,
                before,
                datetime.combine(today, REMIND_AT, zone).timestamp(),
            )
        )
    return tuple(found)
