"""Putting articles on the shelf: one transaction for article, story, card, promises and ledger."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from bot.model import Article, Card, Entry, Reading
from bot.pipeline import cards, changes, compare
from bot.pipeline.changes import Change
from bot.pipeline.identity import Decision, Identity, decide
from bot.storage import ahead, followups, grouping, keys, ledger, owing, planning
from bot.storage.codec import dump, load
from bot.storage.planning import Arrival, Limits
from bot.storage.tables import articles
from bot.storage.tables import stories as story_table

# Built once: building a statement costs more than running it. Columns come with the parameters of each run.
_INSERT_ARTICLE = insert(articles)
_UPDATE_ARTICLE = update(articles).where(articles.c.id == bindparam("this_id"))
_UPDATE_STORY = update(story_table).where(story_table.c.id == bindparam("this_id"))
_CARD = select(story_table.c.card, story_table.c.created_at).where(story_table.c.id == bindparam("this_id"))
_GROUPING = 0x5741_F001  # our advisory lock for placing articles into stories


@dataclass(frozen=True, slots=True)
class Note:
    """One line for the ledger, gathered before the transaction."""

    step: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An entry that was looked at. Without a reading it was left out, and only remembered."""

    url: str
    identity: Identity
    score: float
    notes: tuple[Note, ...] = ()
    article: Article | None = None
    reading: Reading | None = None
    trace: str = ""
    withdrawn: bool = False  # a known article that its source took back
    missing: Entry | None = None  # its page failed, and is owed


@dataclass(frozen=True, slots=True)
class Poll:
    """What the arrivals of one poll have in common."""

    source_id: int
    first_reading: bool
    limits: Limits
    now: float


def take(db: Connection, poll: Poll, arrivals: Sequence[Arrived], spent: MutableMapping[str, int]) -> tuple[str, ...]:
    """Store what a poll brought, oldest first; ids of the channels that are owed something now.

    `spent` counts the cards each channel got in this cycle, over all its sources; it is counted on here.

    The decision is taken again here, because another process may have stored the same item meanwhile.
    """
    owed: dict[str, None] = {}
    if any(one.reading for one in arrivals):
        alone(db)
    leave_out(db, [(poll, one) for one in arrivals if one.reading is None and not one.withdrawn])
    for arrived in arrivals:
        if arrived.withdrawn:
            owed.update(dict.fromkeys(_withdraw(db, arrived, poll)))
            continue
        if arrived.article is None or arrived.reading is None:
            continue
        decision = decide(arrived.identity, keys.known(db, arrived.identity.keys))
        ledger.write_all(db, _noted(arrived, poll))
        owed.update(dict.fromkeys(_take_one(db, poll, arrived, arrived.article, arrived.reading, decision, spent)))
    return tuple(owed)


def alone(db: Connection) -> None:
    """Nobody else puts articles into stories, or takes them out, until this transaction ends: two workers that bring
    one story at once must see each other's. SQLite has one writer anyway."""
    if db.dialect.name == "postgresql":
        db.execute(select(func.pg_advisory_xact_lock(_GROUPING)))


def leave_out(db: Connection, arrivals: Sequence[tuple[Poll, Arrived]]) -> None:
    """Remember entries that are none of ours, so that `why` can tell; three statements for all of them."""
    if not arrivals:
        return
    met = keys.known(db, [key for _, one in arrivals for key in one.identity.keys])
    keys.remember_all(
        db,
        [(one.identity, decide(one.identity, met).article_id or keys.left_out_id(one.identity)) for _, one in arrivals],
        arrivals[0][0].now,
    )
    ledger.write_all(db, [row for poll, one in arrivals for row in _noted(one, poll)])


def _noted(arrived: Arrived, poll: Poll) -> list[dict[str, object]]:
    return [
        ledger.entry(
            url=arrived.url,
            step=note.step,
            outcome=note.outcome,
            reason=note.reason,
            now=poll.now,
            source_id=poll.source_id,
            trace=arrived.trace,
        )
        for note in arrived.notes
    ]


def _take_one(
    db: Connection,
    poll: Poll,
    arrived: Arrived,
    article: Article,
    reading: Reading,
    decision: Decision,
    spent: MutableMapping[str, int],
) -> tuple[str, ...]:
    if decision.action == "seen" and (decision.article_id or 0) > 0:
        _write(db, arrived, poll, "seen", "duplicate", decision.reason, article_id=decision.article_id)
        keys.remember(db, arrived.identity, decision.article_id or 0, poll.now)
        return ()
    if decision.action == "changed" and (decision.article_id or 0) > 0:
        return change(db, decision.article_id or 0, arrived, poll)
    article_id = _insert(db, poll, arrived, article, reading)
    keys.remember(db, arrived.identity, article_id, poll.now)
    if arrived.missing is not None:
        owing.owe(db, article_id, poll.source_id, arrived.missing, article.outlet, arrived.trace, poll.now)
    signature = grouping.signature_of(article_id, article, reading)
    day = grouping.day_of(article, poll.now)
    placement = grouping.place(db, signature, day)
    fresh = placement.story_id is None
    # What a first reading finds is as old as it says, so that `latest` is in order of news, not of discovery.
    published = article.published.timestamp() if article.published and poll.first_reading else poll.now
    story_id = grouping.begin(db, min(published, poll.now)) if placement.story_id is None else int(placement.story_id)
    db.execute(_UPDATE_ARTICLE, {"this_id": article_id, "story_id": story_id, "signature": dump(signature)})
    grouping.index(db, story_id, signature, day)
    outcome = "new story" if fresh else "joined"
    _write(
        db, arrived, poll, "grouped", outcome, "; ".join(placement.reasons), article_id=article_id, story_id=story_id
    )
    card, _ = settle(db, story_id, poll.now)
    arrival = Arrival(poll.source_id, article.url, reading.verdict.score, poll.first_reading, poll.now, arrived.trace)
    planned = planning.plan_story(db, card, arrival, poll.limits, spent)
    edited = followups.edits(db, card, poll.now, arrived.trace)
    if not fresh:
        words = f"{article.outlet}: {article.title}\n{article.url}"
        replied = followups.covered(db, card, words, poll.now, arrived.trace)
        return (*planned, *edited, *replied)
    return (*planned, *edited)


def _insert(db: Connection, poll: Poll, arrived: Arrived, article: Article, reading: Reading) -> int:
    values = {"source_id": poll.source_id, "fetched_at": poll.now, "trace": arrived.trace}
    done = db.execute(_INSERT_ARTICLE, {**values, **_values(arrived, article, reading)})
    key = done.inserted_primary_key
    assert key is not None
    return int(key[0])


def _values(arrived: Arrived, article: Article, reading: Reading) -> dict[str, object]:
    return {
        "url": article.url,
        "title": article.title,
        "summary": article.summary,
        "body": article.text,
        "outlet": article.outlet,
        "authors": dump(article.authors),
        "language": reading.language,
        "primary_source": article.primary,
        "title_hash": arrived.identity.title_hash,
        "text_hash": arrived.identity.text_hash,
        "score": reading.verdict.score,
        "reading": dump(reading),
        "published_at": article.published.timestamp() if article.published else None,
    }


def change(db: Connection, article_id: int, arrived: Arrived, poll: Poll) -> tuple[str, ...]:
    """An article that changed: its story's card follows, in place."""
    assert arrived.article is not None
    assert arrived.reading is not None
    article = arrived.article
    before = db.execute(select(articles.c.published_at, articles.c.story_id).where(articles.c.id == article_id)).one()
    values = _values(arrived, article, arrived.reading)
    if before.published_at is not None:
        values["published_at"] = before.published_at  # a feed that moves its dates moves nothing here
    values["state"] = "ok"  # what was taken back may come again
    db.execute(update(articles).where(articles.c.id == article_id).values(changed_at=poll.now, **values))
    keys.remember(db, arrived.identity, article_id, poll.now)
    completed = owing.forget(db, article_id)
    if arrived.missing is not None:
        owing.owe(db, article_id, poll.source_id, arrived.missing, article.outlet, arrived.trace, poll.now)
    _write(db, arrived, poll, "changed", "updated", article_id=article_id, story_id=before.story_id)
    if before.story_id is None:
        return ()
    # What a page adds to a card that had only its feed's words corrects nothing.
    card, found = settle(db, int(before.story_id), poll.now, corrects=not completed)
    owed = followups.edits(db, card, poll.now, arrived.trace)
    material = "; ".join(one.words for one in found if one.material)
    if material:
        owed += followups.changed(db, card, material, poll.now, arrived.trace)
    return owed


def _withdraw(db: Connection, arrived: Arrived, poll: Poll) -> tuple[str, ...]:
    """An article that its source took back: its story's card says so, or is led by another article from now on."""
    article_id = decide(arrived.identity, keys.known(db, arrived.identity.keys)).article_id or 0
    row = db.execute(
        select(articles.c.story_id, articles.c.url, articles.c.trace).where(articles.c.id == article_id)
    ).one_or_none()
    if row is not None and not arrived.url:  # deleted by its guid alone
        arrived = replace(arrived, url=row.url, trace=row.trace)
    ledger.write_all(db, _noted(arrived, poll))
    if row is None:  # never carded: there is nothing to take back
        keys.remember(db, arrived.identity, article_id or keys.left_out_id(arrived.identity), poll.now)
        return ()
    db.execute(update(articles).where(articles.c.id == article_id).values(state="withdrawn", changed_at=poll.now))
    keys.remember(db, arrived.identity, article_id, poll.now)
    owing.forget(db, article_id)
    _write(db, arrived, poll, "changed", "withdrawn", article_id=article_id, story_id=row.story_id)
    if row.story_id is None:
        return ()
    card, _ = settle(db, int(row.story_id), poll.now)
    return followups.edits(db, card, poll.now, arrived.trace)


def reread(db: Connection, owed: owing.Owed, arrived: Arrived, poll: Poll) -> tuple[str, ...]:
    """What became of a page that was owed: the card follows in place when it came; else it is owed later or given up.

    Nothing happens if the entry changed meanwhile: then its page was read with it.
    """
    if arrived.missing is not None:
        if owing.failed(db, owed.article_id, owed.tries, poll.now):
            words = "the page never came; the card stays as the feed gave it"
            _write(db, arrived, poll, "read", "failed", words, article_id=owed.article_id)
        return ()
    if not owing.stands(db, owed.article_id, owed.tries):
        return ()
    ledger.write_all(db, _noted(arrived, poll))
    if arrived.article is None or arrived.reading is None:  # its page says it is none of ours; the card was posted
        owing.forget(db, owed.article_id)
        return ()
    return change(db, owed.article_id, arrived, poll)


def settle(db: Connection, story_id: int, now: float, *, corrects: bool = True) -> tuple[Card, tuple[Change, ...]]:
    """Make a story's card anew from its articles: the card, and what was corrected on it.

    Its version rises only when readers would see a difference.
    """
    told = [
        cards.Told(article_id, article, reading, withdrawn)
        for article_id, article, reading, withdrawn in grouping.members(db, story_id)
    ]
    row = db.execute(_CARD, {"this_id": story_id}).one()
    # The first to arrive leads, until a primary source does; a withdrawn article leads only when no other is left.
    standing = [index for index, one in enumerate(told) if not one.withdrawn] or list(range(len(told)))
    lead = next((index for index in standing if told[index].article.primary), standing[0])
    confirmed, differs = compare.across([one for one in told if not one.withdrawn], told[lead].article_id)
    measures = told[lead].reading.frame.measures
    new = cards.build(
        str(story_id),
        told,
        lead,
        confirmed_by=confirmed,
        differs=differs,
        dossier=measures[0] if measures else "",
    )
    found: tuple[Change, ...] = ()
    if row.card != "{}":
        old = load(Card, row.card)
        found = changes.between(old, new) if corrects else ()
        new = cards.succeed(old, new, tuple(one.words for one in found), datetime.fromtimestamp(now, UTC))
        if new is old:
            return old, ()
    _store_card(db, story_id, new, told, now)
    ahead.remember(db, story_id, new, now)
    return new, found


def _store_card(db: Connection, story_id: int, card: Card, told: Sequence[cards.Told], now: float) -> None:
    frame = card.reading.frame
    topics = [label.id for label in (frame.topic, *frame.topics_also) if label]
    db.execute(
        _UPDATE_STORY,
        {
            "this_id": story_id,
            "lead_article_id": card.article_id,
            "version": card.version,
            "headline": card.reading.headline.text,
            "url": card.url,
            "outlet": card.outlet,
            "card": dump(card),
            "topic": frame.topic.id if frame.topic else "",
            "topics": f" {' '.join(topics)} ",
            "jurisdictions": f" {' '.join(label.id for label in frame.jurisdictions)} ",
            "instrument": frame.instrument.id if frame.instrument else "",
            "stage": frame.stage.id if frame.stage else "",
            "measure": card.dossier,
            "primary_source": any(one.article.primary for one in told),
            "outlets": len({one.article.outlet.casefold() for one in told}),
            "score": max(one.reading.verdict.score for one in told),
            "withdrawn": card.withdrawn,
            "updated_at": now,
        },
    )


def _write(
    db: Connection,
    arrived: Arrived,
    poll: Poll,
    step: str,
    outcome: str,
    reason: str = "",
    *,
    article_id: int | None = None,
    story_id: int | None = None,
) -> None:
    ledger.write(
        db,
        url=arrived.url,
        step=step,
        outcome=outcome,
        reason=reason,
        now=poll.now,
        article_id=article_id,
        story_id=story_id,
        source_id=poll.source_id,
        trace=arrived.trace,
    )
