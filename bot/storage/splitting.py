"""Not the same story: an article taken out of its story by a manager, and put back; remembered and audited."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from bot.errors import UsageError
from bot.model import Person
from bot.storage import audit, followups, grouping, keeping, ledger, planning, promises, shelf, sources
from bot.storage.explaining import story_of
from bot.storage.tables import articles, choices, dates, splits, stories, story_terms
from bot.storage.tables import promises as promise_table


@dataclass(frozen=True, slots=True)
class Told:
    """One article of a story, as far as a menu needs it."""

    id: int
    outlet: str
    title: str


def separable(db: Connection, story_id: int, workspace_id: str, most: int) -> tuple[Told, ...]:
    """What a workspace may take out of a story, newest first: articles of its own sources, if another one stays."""
    own = (articles.c.story_id == story_id) & (choices.c.workspace_id == workspace_id)
    rows = db.execute(
        select(articles.c.id, articles.c.outlet, articles.c.title)
        .join(choices, choices.c.source_id == articles.c.source_id)
        .where(own)
        .order_by(articles.c.id.desc())
        .limit(most)
    ).all()
    count = db.execute(select(articles.c.id).where(articles.c.story_id == story_id).limit(2)).all()
    return tuple(Told(row.id, row.outlet, row.title) for row in rows) if len(count) > 1 else ()


def _own(db: Connection, about: str, workspace_id: str) -> tuple[int, int, int, str, tuple[str, ...]]:
    """(article, story, source, address, workspaces that have the source) of an article a workspace may move.

    Raises:
        UsageError: no article has this address, or it is another workspace's.
    """
    shelf.alone(db)
    article_id, story_id, url = story_of(db, about, workspace_id)
    source_id = int(db.execute(select(articles.c.source_id).where(articles.c.id == article_id)).scalar_one())
    owners = sources.workspaces_of(db, source_id)
    if workspace_id not in owners:
        raise UsageError("This article came from a source that is not yours, so it is not yours to take out.")
    return article_id, story_id, source_id, url, owners


def split(db: Connection, about: str, workspace_id: str, person: Person, now: float) -> tuple[int, int]:
    """Take an article out of its story for good; the number of its own new story, and its own.

    Only an article of one of the workspace's own sources. It is owed as a card of its own to the channels that follow
    it, and the decision stands in the log of every workspace that has the source.

    Raises:
        UsageError: no article has this address, it is another workspace's, or it is alone in its story.
    """
    article_id, story_id, source_id, url, owners = _own(db, about, workspace_id)
    if not _others(db, story_id, article_id):
        raise UsageError("This article is alone in its story already.")
    db.execute(delete(splits).where(splits.c.article_id == article_id, splits.c.story_id == story_id))
    db.execute(insert(splits).values(article_id=article_id, story_id=story_id, by=person.id, at=now))
    told_at = db.execute(select(stories.c.created_at).where(stories.c.id == story_id)).scalar_one()
    fresh = grouping.begin(db, told_at)  # as old as the story it leaves: nothing new happened
    db.execute(update(articles).where(articles.c.id == article_id).values(story_id=fresh))
    db.execute(update(dates).where(dates.c.article_id == article_id).values(story_id=fresh))
    grouping.reindex(db, story_id)
    grouping.reindex(db, fresh)
    own, _ = shelf.settle(db, fresh, now)
    left, _ = shelf.settle(db, story_id, now)
    trace = f"split:{article_id}"
    followups.edits(db, left, now, trace)
    reason = "a manager said it is not the same story"
    _moved(db, url, "split", reason, now, article_id, fresh, source_id)
    arrival = planning.Arrival(source_id, url, own.reading.verdict.score, False, now, trace)
    planning.plan_story(db, own, arrival, planning.Limits(), {})
    for owner in owners:
        audit.write(db, owner, person, "split", f"{url} from story {story_id} to {fresh}", now)
    return fresh, article_id


def rejoin(db: Connection, about: str, workspace_id: str, person: Person, now: float) -> int:
    """Put an article back into the story it was last taken out of; that story's number.

    The card it got of its own is taken back where it was posted, and the story it comes back to is edited.

    Raises:
        UsageError: as for `split`; or it was taken out of no story.
    """
    article_id, fresh, source_id, url, owners = _own(db, about, workspace_id)
    apart = select(splits.c.story_id).join(stories, stories.c.id == splits.c.story_id)
    newest = apart.where(splits.c.article_id == article_id).order_by(splits.c.at.desc()).limit(1)
    back = db.execute(newest).scalar_one_or_none()
    if back is None or back == fresh:
        raise UsageError("This article was not taken out of a story.")
    story_id = int(back)
    db.execute(delete(splits).where(splits.c.article_id == article_id, splits.c.story_id == story_id))
    db.execute(update(articles).where(articles.c.id == article_id).values(story_id=story_id))
    db.execute(delete(dates).where(dates.c.article_id == article_id, dates.c.story_id == fresh))
    trace = f"rejoin:{article_id}"
    if _others(db, fresh, article_id):
        grouping.reindex(db, fresh)
        rest, _ = shelf.settle(db, fresh, now)
        followups.edits(db, rest, now, trace)
    else:
        _dissolve(db, fresh, story_id, now, trace)
    grouping.reindex(db, story_id)
    card, _ = shelf.settle(db, story_id, now)
    followups.edits(db, card, now, trace)
    reason = "a manager put it back"
    _moved(db, url, "joined", reason, now, article_id, story_id, source_id)
    for owner in owners:
        audit.write(db, owner, person, "rejoin", f"{url} from story {fresh} to {story_id}", now)
    return story_id


def _moved(
    db: Connection, url: str, outcome: str, reason: str, now: float, article_id: int, story_id: int, source_id: int
) -> None:
    ledger.write(
        db,
        url=url,
        step="grouped",
        outcome=outcome,
        reason=reason,
        now=now,
        article_id=article_id,
        story_id=story_id,
        source_id=source_id,
    )


def _others(db: Connection, story_id: int, article_id: int) -> bool:
    """Whether a story has another article than this one."""
    other = select(articles.c.id).where(articles.c.story_id == story_id, articles.c.id != article_id).limit(1)
    return db.execute(other).first() is not None


def _dissolve(db: Connection, story_id: int, into: int, now: float, trace: str) -> None:
    """A story that has no article left: its cards are taken back; what readers saved and marked moves to the other."""
    posted = db.execute(
        select(promise_table.c.channel_id, promise_table.c.workspace_id)
        .where(promise_table.c.about == str(story_id), promise_table.c.kind == "card")
        .where(promise_table.c.state.in_(("sent", "leased", *promises.UNSENT)))
    )
    owed = [promises.Owed(row.channel_id, row.workspace_id, now) for row in posted]
    promises.plan_all(db, "delete", str(story_id), owed, now=now, trace=trace)
    keeping.move(db, story_id, into, now)
    for table in (story_terms, dates, splits):
        db.execute(delete(table).where(table.c.story_id == story_id))
    # The row stays, out of all lists: its number must never be another story's, whose card would count as posted.
    bare: dict[str, object] = dict.fromkeys(("measure", "topics", "jurisdictions", "stage", "instrument"), "")
    bare |= {"lead_article_id": None, "created_at": 0.0}
    db.execute(update(stories).where(stories.c.id == story_id).values(bare))
