"""Who is owed a story's card, and when: rules, caps, quiet hours; each answer with its reason."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select, update

from bot.model import Card
from bot.pipeline import measure_titles, relevance, rules
from bot.storage import dossiers, follows, keeping, ledger, promises, sources
from bot.storage.follows import Follow
from bot.storage.tables import promises as promise_table
from bot.storage.tables import schedules


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds an admin set (config.py)."""

    first_posts: int = 5
    posts_per_poll: int = 10
    posts_per_source_hour: int = 20


# Why a card is for the digest by choice, not held back: digests neither explain nor count it.
DIGEST_ONLY = "this channel takes digests only"
NOT_AT_ONCE = "it is not among what this channel wants at once"


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a story's article came: from which source, and whether it belongs to what was there before we looked."""

    source_id: int
    url: str
    score: float
    first_reading: bool
    now: float
    trace: str = ""


@lru_cache(maxsize=4096)
def _rule(text: str) -> rules.Rule:
    """A channel's rule, read once; rules are values and the text is canonical."""
    return rules.parse(text)


def document(card: Card, *, source: str = "") -> rules.Document:
    """A card as rules see it."""
    frame = card.reading.frame
    words = [fact.slice.text for fact in card.reading.facts]
    if card.reading.pull:
        words += [part.text for part in card.reading.pull.parts]
    if card.reading.dek:
        words.append(card.reading.dek.text)
    return rules.Document(
        title=card.reading.headline.text,
        text=" ".join(words),
        topic=frame.topic.id if frame.topic else "",
        topics_also=tuple(label.id for label in frame.topics_also),
        jurisdictions=tuple(label.id for label in frame.jurisdictions),
        stage=frame.stage.id if frame.stage else "",
        instrument=frame.instrument.id if frame.instrument else "",
        source=source or card.outlet,
        language=card.reading.language,
        outlet=card.outlet,
    )


def quiet_until(settings: follows.FollowSettings, now: float) -> float | None:
    """End of the quiet hours `now` falls into, UTC seconds; None outside them."""
    if not settings.quiet:
        return None
    begin, _, end = settings.quiet.partition("-")
    local = datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(settings.zone))
    minutes = local.hour * 60 + local.minute
    first, last = _minutes(begin), _minutes(end)
    inside = first <= minutes < last if first <= last else minutes >= first or minutes < last
    if not inside:
        return None
    ends = local.replace(hour=last // 60, minute=last % 60, second=0, microsecond=0)
    if ends <= local:
        ends += timedelta(days=1)
    return ends.astimezone(UTC).timestamp()


def _minutes(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes or 0)


def plan_story(
    db: Connection, card: Card, arrival: Arrival, limits: Limits, spent: MutableMapping[str, int]
) -> tuple[str, ...]:
    """Promise a story's card to every channel that follows it and was not promised it yet.

    `spent` counts the cards each channel got from this poll. Returns the ids of the channels that were promised.
    """
    owed = []
    about = document(card)
    for follow in follows.active(db, sources.workspaces_of(db, arrival.source_id)):
        channel_id = follow.channel.id
        if has_card(db, card.story_id, channel_id):
            continue
        outcome, reason, due_at = _judge(db, card, about, follow, arrival, limits, spent)
        promise_id = ""
        if outcome != "skipped":
            planned = promises.plan(
                db,
                channel_id=channel_id,
                workspace_id=follow.channel.workspace_id,
                kind="card",
                about=card.story_id,
                now=arrival.now,
                due_at=due_at,
                version=card.version,
                trace=arrival.trace,
            )
            promise_id = planned or ""
            values: dict[str, object] = {"source_id": arrival.source_id}
            if outcome == "held":
                values |= {"state": "held", "reason": reason}
            else:
                spent[channel_id] = spent.get(channel_id, 0) + 1
            db.execute(update(promise_table).where(promise_table.c.id == promise_id).values(**values))
            owed.append(channel_id)
        ledger.write(
            db,
            url=arrival.url,
            step="planned",
            outcome=outcome,
            reason=reason,
            now=arrival.now,
            story_id=int(card.story_id),
            source_id=arrival.source_id,
            channel_id=channel_id,
            promise_id=promise_id,
            trace=arrival.trace,
        )
    return (*owed, *_plan_trackers(db, card, arrival))


def _plan_trackers(db: Connection, card: Card, arrival: Arrival) -> tuple[str, ...]:
    """Promise the card to channels that track its measure, when it is news to them, whatever their rule says."""
    owed = []
    for one in dossiers.trackers(db, card.dossier, sources.workspaces_of(db, arrival.source_id)):
        why = dossiers.news_for(db, one, card)
        if why and not has_card(db, card.story_id, one.channel.id):
            promise_id = promises.plan(
                db,
                channel_id=one.channel.id,
                workspace_id=one.channel.workspace_id,
                kind="card",
                about=card.story_id,
                now=arrival.now,
                version=card.version,
                trace=arrival.trace,
            )
            owed.append(one.channel.id)
            measure = measure_titles.title(one.measure)
            ledger.write(
                db,
                url=arrival.url,
                step="planned",
                outcome="planned",
                reason=f"{measure} is tracked here: {why}",
                now=arrival.now,
                story_id=int(card.story_id),
                source_id=arrival.source_id,
                channel_id=one.channel.id,
                promise_id=promise_id or "",
                trace=arrival.trace,
            )
        if why:
            dossiers.told(db, one, card)
    return tuple(owed)


def _judge(
    db: Connection,
    card: Card,
    about: rules.Document,
    follow: Follow,
    arrival: Arrival,
    limits: Limits,
    spent: MutableMapping[str, int],
) -> tuple[str, str, float]:
    """(planned | held | skipped, why, when) for one channel."""
    settings, now = follow.settings, arrival.now
    least = relevance.threshold(settings.strictness)
    if arrival.score < least:
        return "skipped", f"its score {arrival.score:.2f} is under this channel's {least:.2f}", now
    if follow.rule and not _rule(follow.rule).matches(about):
        return "skipped", "this channel's rule leaves it out", now
    if keeping.is_muted(db, follow.channel.id, card.outlet):
        return "skipped", f"this channel muted {card.outlet}", now
    count = spent.get(follow.channel.id, 0)
    if arrival.first_reading:
        old = card.published is None or card.published.timestamp() < follow.since_at
        if old and count >= settings.backlog:
            return "skipped", "it was there before this channel began to follow", now
        if count >= limits.first_posts:
            return "held", f"a first reading posts {limits.first_posts} at most", now
    per_poll = settings.per_poll or limits.posts_per_poll
    if count >= per_poll:
        return "held", f"one poll posts {per_poll} at most", now
    if _of_source_in_hour(db, follow.channel.id, arrival) >= limits.posts_per_source_hour:
        return "held", f"one source posts {limits.posts_per_source_hour} an hour at most", now
    if settings.digest_only:
        return "held", DIGEST_ONLY, now
    if follow.instant and not _rule(follow.instant).matches(about):
        return "held", NOT_AT_ONCE, now
    until = quiet_until(settings, now)
    if until is not None:
        if has_schedule(db, follow.channel.id):
            return "held", f"quiet hours {settings.quiet}", now
        return "planned", f"after the quiet hours {settings.quiet}", until
    return "planned", "", now


def _of_source_in_hour(db: Connection, channel_id: str, arrival: Arrival) -> int:
    table = promise_table.c
    found = db.execute(
        select(func.count()).where(
            table.channel_id == channel_id,
            table.created_at > arrival.now - 3600,
            table.kind == "card",
            table.source_id == arrival.source_id,
            table.state != "held",
        )
    )
    return int(found.scalar_one())


def has_card(db: Connection, story_id: str, channel_id: str) -> bool:
    """Whether this channel was promised this story before."""
    table = promise_table.c
    found = db.execute(
        select(table.id).where(table.about == story_id, table.channel_id == channel_id, table.kind == "card").limit(1)
    )
    return found.one_or_none() is not None


def has_schedule(db: Connection, channel_id: str) -> bool:
    """Whether held cards will go out in a digest."""
    return (
        db.execute(select(schedules.c.channel_id).where(schedules.c.channel_id == channel_id)).one_or_none() is not None
    )
