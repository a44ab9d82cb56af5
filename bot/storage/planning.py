"""Who is owed a story's card, and when: rules, caps, quiet hours; each answer with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from bot.model import Card, Channel
from bot.pipeline import measure_titles, relevance, rules
from bot.pipeline.dossiers import why as why_news
from bot.storage import dossiers, follows, keeping, ledger, promises, sources
from bot.storage.batches import batches
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
    teams = sources.workspaces_of(db, arrival.source_id)
    had = _with_card(db, card.story_id)
    following = [follow for follow in follows.active(db, teams) if follow.channel.id not in had]
    about = document(card)
    matches = cache(lambda rule: _rule(rule).matches(about))  # many channels share few rules
    owed: list[str] = []
    for some in batches(following):
        unwanted = {follow.channel.id: _unwanted(follow, arrival.score, matches) for follow in some}
        standing = _standing(db, [name for name, why in unwanted.items() if not why], card, arrival)
        verdicts = []
        for follow in some:
            name = follow.channel.id
            if unwanted[name]:
                verdict = Verdict("skipped", unwanted[name], arrival.now)
            else:
                verdict = _judge(card, follow, arrival, limits, spent.get(name, 0), standing, matches)
            verdicts.append((follow.channel, verdict))
            if verdict.outcome == "planned":
                spent[name] = spent.get(name, 0) + 1
        owed += _promise(db, card, arrival, verdicts)
    return (*owed, *_plan_trackers(db, card, arrival, teams, had | frozenset(owed)))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a story is to one channel."""

    outcome: str  # planned, held, skipped
    reason: str
    due_at: float


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database knows of some channels that a story may go to."""

    muting: frozenset[str] = frozenset()  # do not want its outlet
    recent: Mapping[str, int] = field(default_factory=dict)  # cards of this source in the last hour
    scheduled: frozenset[str] = frozenset()  # what is held goes out in a digest


def _standing(db: Connection, names: Sequence[str], card: Card, arrival: Arrival) -> Standing:
    if not names:
        return Standing()
    table = promise_table.c
    recent = db.execute(
        select(table.channel_id, func.count())
        .where(
            table.channel_id.in_(names),
            table.created_at > arrival.now - 3600,
            table.kind == "card",
            table.source_id == arrival.source_id,
            table.state != "held",
        )
        .group_by(table.channel_id)
    )
    scheduled = db.execute(select(schedules.c.channel_id).where(schedules.c.channel_id.in_(names)))
    return Standing(
        keeping.muting(db, names, card.outlet),
        {name: int(count) for name, count in recent},
        frozenset(scheduled.scalars()),
    )


def _promise(
    db: Connection,
    card: Card,
    arrival: Arrival,
    verdicts: Sequence[tuple[Channel, Verdict]],
    *,
    counted: bool = True,
) -> tuple[str, ...]:
    """Promise the card where it is wanted, and write down what was decided everywhere; the channels promised.

    `counted`: among what its source may post in an hour.
    """
    planned = promises.plan_all(
        db,
        "card",
        card.story_id,
        [
            promises.Owed(
                channel.id,
                channel.workspace_id,
                verdict.due_at,
                held=verdict.reason if verdict.outcome == "held" else "",
            )
            for channel, verdict in verdicts
            if verdict.outcome != "skipped"
        ],
        now=arrival.now,
        version=card.version,
        source_id=arrival.source_id if counted else None,
        trace=arrival.trace,
    )
    ledger.write_all(
        db,
        [
            ledger.entry(
                url=arrival.url,
                step="planned",
                outcome=verdict.outcome,
                reason=verdict.reason,
                now=arrival.now,
                story_id=int(card.story_id),
                source_id=arrival.source_id,
                channel_id=channel.id,
                promise_id=planned.get(channel.id, ""),
                trace=arrival.trace,
            )
            for channel, verdict in verdicts
        ],
    )
    return tuple(planned)


def _plan_trackers(
    db: Connection, card: Card, arrival: Arrival, teams: tuple[str, ...], had: frozenset[str]
) -> tuple[str, ...]:
    """Promise the card to channels that track its measure, when it is news to them, whatever their rule says."""
    tracking = dossiers.trackers(db, card.dossier, teams)
    if not tracking:
        return ()
    known = dossiers.before(db, card.dossier, card)
    measure = measure_titles.title(card.dossier)
    owed: list[str] = []
    for some in batches(tracking):
        told = [(one.channel, why_news(replace(known, stage=one.last_stage), card)) for one in some]
        news = [(channel, words) for channel, words in told if words]
        verdicts = [
            (channel, Verdict("planned", f"{measure} is tracked here: {why}", arrival.now))
            for channel, why in news
            if channel.id not in had
        ]
        owed += _promise(db, card, arrival, verdicts, counted=False)
        dossiers.told(db, card.dossier, [channel.id for channel, _ in news], card)
    return tuple(owed)


def _unwanted(follow: Follow, score: float, matches: Callable[[str], bool]) -> str:
    """Why a channel's own wishes leave a story out; empty when they do not."""
    least = relevance.threshold(follow.settings.strictness)
    if score < least:
        return f"{score:.2f} of 1 for AI policy; this channel takes {least:.2f} and more"
    if follow.rule and not matches(follow.rule):
        return "this channel's rule leaves it out"
    return ""


def _judge(
    card: Card,
    follow: Follow,
    arrival: Arrival,
    limits: Limits,
    count: int,
    standing: Standing,
    matches: Callable[[str], bool],
) -> Verdict:
    """What becomes of a story that a channel's wishes do not leave out; `count` cards of this poll it has already."""
    settings, now, name = follow.settings, arrival.now, follow.channel.id
    if name in standing.muting:
        return Verdict("skipped", f"this channel muted {card.outlet}", now)
    if arrival.first_reading:
        old = card.published is None or card.published.timestamp() < follow.since_at
        if old and count >= settings.backlog:
            return Verdict("skipped", "it was there before this channel began to follow", now)
        if count >= limits.first_posts:
            return Verdict("held", f"a first reading posts {limits.first_posts} at most", now)
    per_poll = settings.per_poll or limits.posts_per_poll
    if count >= per_poll:
        return Verdict("held", f"one poll posts {per_poll} at most", now)
    if standing.recent.get(name, 0) >= limits.posts_per_source_hour:
        return Verdict("held", f"one source posts {limits.posts_per_source_hour} an hour at most", now)
    if settings.digest_only:
        return Verdict("held", DIGEST_ONLY, now)
    if follow.instant and not matches(follow.instant):
        return Verdict("held", NOT_AT_ONCE, now)
    until = quiet_until(settings, now)
    if until is not None:
        if name in standing.scheduled:
            return Verdict("held", f"quiet hours {settings.quiet}", now)
        return Verdict("planned", f"after the quiet hours {settings.quiet}", until)
    return Verdict("planned", "", now)


def _with_card(db: Connection, story_id: str) -> frozenset[str]:
    """The channels that were promised this story before."""
    table = promise_table.c
    found = db.execute(select(table.channel_id).where(table.about == story_id, table.kind == "card"))
    return frozenset(found.scalars())


def has_card(db: Connection, story_id: str, channel_id: str) -> bool:
    """Whether this channel was promised this story before."""
    table = promise_table.c
    found = db.execute(
        select(table.id).where(table.about == story_id, table.channel_id == channel_id, table.kind == "card").limit(1)
    )
    return found.one_or_none() is not None
