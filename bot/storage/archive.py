"""What the archive's pages read: newest stories, one story with its article, editions, dates, a channel's stories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, select, tuple_

from bot.model import Card, Channel, Edition
from bot.pipeline import dossiers
from bot.pipeline.dossiers import Step
from bot.storage import meta, news, upsert
from bot.storage.archive_names import Names, fresh_key
from bot.storage.codec import load
from bot.storage.dossiers import cards_of
from bot.storage.editions import Ahead
from bot.storage.news import Wanted
from bot.storage.tables import articles, channels, dates, editions, promises, stories, workspaces
from bot.storage.tables import meta as meta_table

# A narrowed list looks at this many stories a page at most, newest first, in the index `stories_labels`, and goes on
# from there: 20,000 rows of it take about 10 ms, however rare the label is and however much is stored.
SCANNED = 20_000
DAYS_AHEAD = 366
MOST_DATES = 200
_KEY = "archive key"


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list that is newest first: the time (UTC seconds) and id of the last row shown."""

    at: float
    id: str

    def __str__(self) -> str:
        return f"{self.at!r}~{self.id}"


def cursor(text: str) -> Cursor | None:
    """Read `str(Cursor)`; None for anything else."""
    match = re.fullmatch(r"(\d{1,12}(?:\.\d{1,9})?)~([^\x00-\x1f\x7f]{1,300})", text)
    return Cursor(float(match[1]), match[2]) if match else None


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in a list. Times are UTC seconds."""

    card: Card
    created_at: float
    updated_at: float


@dataclass(frozen=True, slots=True)
class StoryList:
    """One page of stories; `older` leads on, also when nothing was found among the stories looked at."""

    stories: tuple[Listed, ...]
    older: Cursor | None = None


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A published edition. `slot_at` is UTC seconds."""

    edition: Edition
    slot_at: float
    channel_name: str = ""
    locale: str = "en"


@dataclass(frozen=True, slots=True)
class EditionList:
    """One page of editions."""

    editions: tuple[EditionRow, ...]
    older: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a story; `moved_from` is the ISO day it was before."""

    on_date: str
    kind: str
    what: str
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story with the texts of the article that leads it, for the sentences of its evidence."""

    card: Card
    created_at: float
    updated_at: float
    body: str = ""
    summary: str = ""
    dates: tuple[Dated, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Front:
    """What stands beside the stories on the first page."""

    editions: tuple[EditionRow, ...] = ()
    dates: tuple[Ahead, ...] = ()


# --------------------------------------------------------------------------- stories


def newest(db: Connection, about: Wanted, before: Cursor | None, count: int) -> StoryList:
    """One page of stories, newest first, narrowed to `about`."""
    place = tuple_(stories.c.created_at, stories.c.id)
    narrow = about != Wanted()
    looked = select(
        stories.c.id,
        stories.c.created_at,
        stories.c.topics,
        stories.c.jurisdictions,
        stories.c.instrument,
        stories.c.stage,
    )
    looked = looked.order_by(stories.c.created_at.desc(), stories.c.id.desc())
    if before is not None:
        if not before.id.isdigit() or len(before.id) > 15:
            return StoryList(())
        looked = looked.where(place < (before.at, int(before.id)))
    window = looked.limit(SCANNED if narrow else count + 1).subquery()
    found = db.execute(
        select(window.c.id, window.c.created_at)
        .where(*_labels(window, about))
        .order_by(window.c.created_at.desc(), window.c.id.desc())
        .limit(count + 1)
    ).all()
    shown = found[:count]
    older: Cursor | None = None
    if len(found) > count:
        older = Cursor(shown[-1].created_at, str(shown[-1].id))
    elif narrow:
        last = db.execute(looked.limit(1).offset(SCANNED - 1)).first()
        older = Cursor(last.created_at, str(last.id)) if last else None
    return StoryList(listed(db, [int(row.id) for row in shown]), older)


def _labels(table: FromClause, about: Wanted) -> list[ColumnElement[bool]]:
    tests: list[ColumnElement[bool]] = []
    if about.topic:
        tests.append(table.c.topics.contains(f" {about.topic} ", autoescape=True))
    if about.jurisdiction:  # US also finds US-CA
        whole = table.c.jurisdictions.contains(f" {about.jurisdiction} ", autoescape=True)
        tests.append(whole | table.c.jurisdictions.contains(f" {about.jurisdiction}-", autoescape=True))
    if about.stage:
        tests.append(table.c.stage == about.stage)
    if about.instrument:
        tests.append(table.c.instrument == about.instrument)
    return tests


def listed(db: Connection, ids: Sequence[int]) -> tuple[Listed, ...]:
    """These stories in that order; those that are not there are left out."""
    if not ids:
        return ()
    rows = db.execute(
        select(stories.c.id, stories.c.card, stories.c.created_at, stories.c.updated_at).where(
            stories.c.id.in_(list(ids))
        )
    )
    known = {int(row.id): Listed(load(Card, row.card), row.created_at, row.updated_at) for row in rows}
    return tuple(known[one] for one in ids if one in known)


def search(db: Connection, words: str, about: Wanted, count: int, skip: int) -> tuple[Listed, ...]:
    """Stories that have all the words, best first; `skip` those already shown."""
    return listed(db, news.ranked(db, words, about)[skip : skip + count])


def story(db: Connection, story_id: str) -> StoryPage | None:
    """Everything a story's page shows, or None."""
    if not re.fullmatch(r"\d{1,15}", story_id, re.ASCII):
        return None
    row = db.execute(
        select(stories.c.card, stories.c.created_at, stories.c.updated_at).where(stories.c.id == int(story_id))
    ).one_or_none()
    if row is None:
        return None
    card = load(Card, row.card)
    article = db.execute(
        select(articles.c.body, articles.c.summary).where(articles.c.id == card.article_id)
    ).one_or_none()
    told = db.execute(select(dates).where(dates.c.story_id == int(story_id)).order_by(dates.c.on_date, dates.c.id))
    return StoryPage(
        card,
        row.created_at,
        row.updated_at,
        article.body if article else "",
        article.summary if article else "",
        tuple(Dated(one.on_date, one.kind, one.what, one.moved_from) for one in told),
        dossiers.timeline(cards_of(db, card.dossier)) if card.dossier else (),
    )


def measure(db: Connection, words: str) -> tuple[str, tuple[Step, ...], tuple[Card, ...]]:
    """(name, steps, stories newest first) of a measure by any of its names."""
    name = dossiers.name(words)
    cards = cards_of(db, name) if name else ()
    return name, dossiers.timeline(cards), cards[::-1]


# --------------------------------------------------------------------------- editions


def _edition_rows() -> Any:
    return (
        select(
            editions.c.id,
            editions.c.body,
            editions.c.slot_at,
            channels.c.name.label("channel_name"),
            workspaces.c.locale,
        )
        .join(channels, channels.c.id == editions.c.channel_id, isouter=True)
        .join(workspaces, workspaces.c.id == channels.c.workspace_id, isouter=True)
        .where(editions.c.state.in_(("published", "empty")), editions.c.body != "{}")
    )


def _as_edition(row: Any) -> EditionRow:
    return EditionRow(load(Edition, row.body), row.slot_at, row.channel_name or "", row.locale or "en")


def edition_list(db: Connection, before: Cursor | None, count: int, channel_id: str = "") -> EditionList:
    """One page of published editions, newest first; of one channel when it is named."""
    query = _edition_rows().order_by(editions.c.slot_at.desc(), editions.c.id.desc()).limit(count + 1)
    if channel_id:
        query = query.where(editions.c.channel_id == channel_id)
    if before is not None:
        query = query.where(tuple_(editions.c.slot_at, editions.c.id) < (before.at, before.id))
    rows = db.execute(query).all()
    older = Cursor(rows[count - 1].slot_at, rows[count - 1].id) if len(rows) > count else None
    return EditionList(tuple(_as_edition(row) for row in rows[:count]), older)


def edition(db: Connection, edition_id: str) -> tuple[EditionRow, str, str] | None:
    """(the edition, ids of the ones before and after it in its channel, empty at the ends); None for drafts."""
    row = db.execute(_edition_rows().where(editions.c.id == edition_id)).one_or_none()
    if row is None:
        return None
    found = _as_edition(row)
    near = (
        select(editions.c.id)
        .where(editions.c.channel_id == found.edition.channel_id)
        .where(editions.c.state.in_(("published", "empty")), editions.c.body != "{}")
        .limit(1)
    )
    earlier = db.execute(near.where(editions.c.slot_at < found.slot_at).order_by(editions.c.slot_at.desc())).scalar()
    later = db.execute(near.where(editions.c.slot_at > found.slot_at).order_by(editions.c.slot_at)).scalar()
    return found, earlier or "", later or ""


def several_teams(db: Connection) -> bool:
    """Whether more than one workspace uses this bot: then no list shows the editions of all."""
    teams = db.execute(select(workspaces.c.id).where(workspaces.c.platform != "console").limit(2)).all()
    return len(teams) > 1


# --------------------------------------------------------------------------- dates


def ahead(db: Connection, now: float, most: int = MOST_DATES, days: int = DAYS_AHEAD) -> tuple[Ahead, ...]:
    """Dates of all stories that stand, soonest first."""
    today = datetime.fromtimestamp(now, UTC).date()
    rows = db.execute(
        select(dates, stories.c.headline, stories.c.url)
        .join(stories, stories.c.id == dates.c.story_id)
        .where(dates.c.on_date >= today.isoformat(), dates.c.on_date <= (today + timedelta(days=days)).isoformat())
        .where(stories.c.withdrawn.is_(False))
        .order_by(dates.c.on_date, dates.c.id)
        .limit(most)
    )
    return tuple(
        Ahead(int(r.id), r.on_date, r.kind, r.what, str(r.story_id), r.headline, r.url, r.updated_at or 0.0)
        for r in rows
    )


def front(db: Connection, now: float, *, with_editions: bool, most: int = 5) -> Front:
    """What stands beside the stories; without editions where several teams share the bot and the archive is public."""
    found = edition_list(db, None, most).editions if with_editions or not several_teams(db) else ()
    return Front(found, ahead(db, now, most))


# --------------------------------------------------------------------------- channels


def channel(db: Connection, channel_id: str) -> Channel | None:
    """A channel by its id."""
    row = db.execute(select(channels).where(channels.c.id == channel_id)).one_or_none()
    return Channel(row.id, row.workspace_id, row.name, row.kind, row.state) if row else None


def followed_channels(db: Connection, most: int = 50) -> tuple[Channel, ...]:
    """Channels that are still there, by name: for the archive of this machine only."""
    rows = db.execute(select(channels).where(channels.c.state != "gone").order_by(channels.c.name).limit(most))
    return tuple(Channel(row.id, row.workspace_id, row.name, row.kind, row.state) for row in rows)


def told(db: Connection, channel_id: str, count: int) -> tuple[Listed, ...]:
    """The stories a channel was shown, as cards or in a digest, newest first."""
    posted = promises.c.state == "sent"
    in_digest = (promises.c.state == "dropped") & promises.c.reason.startswith("in the digest ", autoescape=True)
    rows = db.execute(
        select(promises.c.about)
        .where(promises.c.channel_id == channel_id, promises.c.kind == "card", posted | in_digest)
        .order_by(promises.c.created_at.desc(), promises.c.id.desc())
        .limit(count)
    )
    return listed(db, [int(row.about) for row in rows if row.about.isdigit()])


def key(db: Connection, fresh: str, now: float) -> str:
    """The key that hides channels' ids in public addresses; `fresh` becomes it when there is none yet."""
    db.execute(
        upsert.insert(db.dialect.name, meta_table).values(key=_KEY, value=fresh, at=now).on_conflict_do_nothing()
    )
    return meta.get(db, _KEY)


def public_path(db: Connection, channel_id: str, now: float) -> str:
    """Where a channel's digests and feeds stand in a public archive: add it to the archive's address."""
    return f"/channels/{Names(key(db, fresh_key(), now)).out(channel_id)}"
