"""Reading what was found: the newest cards, one story, search, what a source brought."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, exists, select, text

from bot.model import Card
from bot.pipeline import jurisdictions, taxonomy
from bot.storage.codec import load
from bot.storage.tables import articles, choices, stories

# Ranking every hit of a common word costs seconds at a million articles; the newest few hundred are ranked.
RANKED_HITS = 300
ENOUGH_HITS = 100  # that may be seen; then no more are looked for
# Hits taken at a time until enough of them may be seen; each time the words are looked for anew.
WINDOWS, WINDOWS_OF_OWN = (RANKED_HITS, 1_200, 2_400), (ENOUGH_HITS, 1_200, 2_400)
# A narrowed list looks at so many of the newest stories, then at more; the last is about a year of a busy deployment
# and 0.1 s. What is older is found by `search` and in the archive.
LOOKED_THROUGH = (2_000, 20_000, 200_000)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `latest` and `search` may be narrowed to. Empty means all."""

    topic: str = ""
    jurisdiction: str = ""
    stage: str = ""
    instrument: str = ""


def wanted(words: str) -> Wanted | None:
    """A topic, jurisdiction, stage or instrument from people's words; None if it is none of them."""
    if not words.strip():
        return Wanted()
    place = jurisdictions.resolve(words)
    if place:
        return Wanted(jurisdiction=place)
    if topic := taxonomy.resolve(words, taxonomy.TOPICS):
        return Wanted(topic=topic)
    if stage := taxonomy.resolve(words, taxonomy.STAGES):
        return Wanted(stage=stage)
    if instrument := taxonomy.resolve(words, taxonomy.INSTRUMENTS):
        return Wanted(instrument=instrument)
    return None


def _narrow(query: Select[Any], about: Wanted, labels: FromClause = stories) -> Select[Any]:
    if about.topic:
        query = query.where(labels.c.topics.contains(f" {about.topic} ", autoescape=True))
    if about.jurisdiction:
        # US also finds US-CA: parts follow their whole with a hyphen.
        spaced = labels.c.jurisdictions.contains(f" {about.jurisdiction} ", autoescape=True)
        parts = labels.c.jurisdictions.contains(f" {about.jurisdiction}-", autoescape=True)
        query = query.where(spaced | parts)
    if about.stage:
        query = query.where(labels.c.stage == about.stage)
    if about.instrument:
        query = query.where(labels.c.instrument == about.instrument)
    return query


def of_workspace(query: Select[Any], workspace_id: str, story_id: ColumnElement[int] = stories.c.id) -> Select[Any]:
    """Only stories that one of the workspace's own sources told."""
    if not workspace_id:
        return query
    told = (
        select(articles.c.id)
        .join(choices, choices.c.source_id == articles.c.source_id)
        .where(articles.c.story_id == story_id, choices.c.workspace_id == workspace_id)
    )
    return query.where(exists(told))


def latest(
    db: Connection, count: int, about: Wanted | None = None, *, workspace_id: str = "", skip: int = 0
) -> tuple[Card, ...]:
    """The newest cards a workspace may see, newest first.

    Narrowed, it looks at the newest `LOOKED_THROUGH` stories at most: a rare label must not cost a look at all.
    """
    about = about or Wanted()
    newest = (stories.c.created_at.desc(), stories.c.id.desc())
    if about == Wanted():
        query = of_workspace(select(stories.c.card), workspace_id).order_by(*newest)
        return tuple(load(Card, row.card) for row in db.execute(query.limit(count).offset(skip)))
    found: list[int] = []
    for most in LOOKED_THROUGH:
        # Only columns of the index `stories_labels`, so that no card is read that is not shown.
        columns = (stories.c.id, stories.c.created_at, stories.c.topics, stories.c.jurisdictions)
        window = select(*columns, stories.c.instrument, stories.c.stage).order_by(*newest).limit(most).subquery()
        query = of_workspace(_narrow(select(window.c.id), about, window), workspace_id, window.c.id)
        query = query.order_by(window.c.created_at.desc(), window.c.id.desc()).limit(count).offset(skip)
        found = [int(one) for one in db.execute(query).scalars()]
        if len(found) == count:
            break
    return stories_by_ids(db, found)


def story(db: Connection, story_id: str, *, workspace_id: str = "") -> Card | None:
    """The card of one story, as it stands; with a workspace, only if one of its own sources told it."""
    if not story_id.isascii() or not story_id.isdigit() or len(story_id) > 15:
        return None
    query = of_workspace(select(stories.c.card).where(stories.c.id == int(story_id)), workspace_id)
    found = db.execute(query).scalar_one_or_none()
    return load(Card, found) if found else None


def stories_by_ids(db: Connection, ids: Sequence[int]) -> tuple[Card, ...]:
    """Cards of these stories, in that order; those that are not there are left out."""
    rows = db.execute(select(stories.c.id, stories.c.card).where(stories.c.id.in_(list(ids))))
    cards = {int(row.id): load(Card, row.card) for row in rows}
    return tuple(cards[one] for one in ids if one in cards)


def terms(words: str) -> tuple[tuple[str, ...], ...]:
    """What to look for: words and "quoted phrases", at most 12; everything else in the text is dropped."""
    found = []
    for match in re.finditer(r'["“”„«»]([^"“”„«»]{1,200})["“”„«»]|(\S{1,100})', words):
        parts = tuple(re.findall(r"\w+", match[1] or match[2]))
        if parts:
            found.append(parts)
    return tuple(found[:12])


_NEWEST = 2**62
# A workspace searches what its own sources told; "" is everybody.
_SQLITE_HITS = text(
    "SELECT f.rowid, a.story_id FROM articles_fts f JOIN articles a ON a.id = f.rowid "
    "WHERE articles_fts MATCH :query AND f.rowid < :before AND (:workspace = '' OR a.source_id IN "
    "(SELECT source_id FROM choices WHERE workspace_id = :workspace)) ORDER BY f.rowid DESC LIMIT :most"
)
# PostgreSQL's index of words keeps no order. A common word is found by going back from the newest article, a rare one
# by taking all its hits. The planner guesses badly which is cheaper (60 ms instead of 9 at a million articles, and all
# articles for a word that fell out of use), so the newest are looked at first: how many of them have it.
_SAMPLE = 2_000  # articles: 3 ms
_WINDOW = 100_000  # articles gone back through at most
_POSTGRES_SAMPLE = text(
    "SELECT id, story_id, :workspace = '' OR source_id IN "
    "(SELECT source_id FROM choices WHERE workspace_id = :workspace) AS mine FROM "
    "(SELECT id, story_id, source_id, words FROM articles WHERE id < :before ORDER BY id DESC LIMIT :window) newest "
    "WHERE words @@ to_tsquery('simple', :query) ORDER BY id DESC"
)
_POSTGRES_BACK = text(
    "SELECT id, story_id FROM "
    "(SELECT id, story_id, source_id, words FROM articles WHERE id < :before ORDER BY id DESC LIMIT :window) newest "
    "WHERE words @@ to_tsquery('simple', :query) AND (:workspace = '' OR source_id IN "
    "(SELECT source_id FROM choices WHERE workspace_id = :workspace)) ORDER BY id DESC LIMIT :most"
)
_POSTGRES_ALL = text(
    "WITH found AS MATERIALIZED (SELECT id, story_id FROM articles WHERE words @@ to_tsquery('simple', :query) "
    "AND id < :before AND (:workspace = '' OR source_id IN "
    "(SELECT source_id FROM choices WHERE workspace_id = :workspace))) "
    "SELECT id, story_id FROM found ORDER BY id DESC LIMIT :most"
)


def hits(
    db: Connection, words: str, most: int = RANKED_HITS, before: int = _NEWEST, *, workspace_id: str = ""
) -> tuple[tuple[int, ...], int | None]:
    """(stories whose articles have all the words, newest first, each once; where to go on, None at the end).

    With a workspace only articles of its own sources count.
    """
    asked = terms(words)
    if not asked:
        return (), None
    given = {"most": most, "before": before, "workspace": workspace_id}
    if db.dialect.name == "sqlite":
        query = " ".join('"' + " ".join(parts) + '"' for parts in asked)
        rows = db.execute(_SQLITE_HITS, {**given, "query": query}).all()
    else:
        query = " & ".join("(" + " <-> ".join(parts) + ")" for parts in asked)
        rows = _postgres_hits(db, {**given, "query": query}, most)
    found = tuple(dict.fromkeys(int(row[1]) for row in rows if row[1] is not None))
    return found, int(rows[-1][0]) if len(rows) == most else None


def _postgres_hits(db: Connection, given: dict[str, Any], most: int) -> Sequence[Row[Any]]:
    sample = db.execute(_POSTGRES_SAMPLE, {**given, "window": _SAMPLE}).all()
    mine = [row for row in sample if row.mine]
    if len(mine) >= most:
        return mine[:most]
    if mine:
        stored = int(sample[0][0])  # ids are counted up
        back, all_hits = most * _SAMPLE // len(mine), len(sample) * stored // _SAMPLE
        if back < min(all_hits, _WINDOW):
            rows = db.execute(_POSTGRES_BACK, {**given, "window": 2 * back}).all()
            if len(rows) == most:
                return rows
    return db.execute(_POSTGRES_ALL, given).all()


def search(
    db: Connection,
    words: str,
    count: int,
    about: Wanted | None = None,
    *,
    workspace_id: str = "",
    skip: int = 0,
) -> tuple[Card, ...]:
    """Cards of stories that have all the words; those with more of them in the headline first, then newest."""
    ids = ranked(db, words, about, workspace_id=workspace_id)
    return stories_by_ids(db, ids[skip : skip + count])


def ranked(db: Connection, words: str, about: Wanted | None = None, *, workspace_id: str = "") -> tuple[int, ...]:
    """Ids of the stories that have all the words, in the order of `search`. Only what is shown is read whole.

    Hits are taken newest first until enough of them may be seen here: other workspaces' and other topics' do not count.
    """
    order: dict[int, str] = {}
    before: int | None = _NEWEST
    for most in WINDOWS_OF_OWN if workspace_id else WINDOWS:
        if before is None or len(order) >= ENOUGH_HITS:
            break
        found, before = hits(db, words, most, before, workspace_id=workspace_id)
        if not found:
            break
        query = _narrow(select(stories.c.id, stories.c.headline), about or Wanted())
        query = query.where(stories.c.id.in_(list(found)))
        headlines = {int(row.id): row.headline.casefold() for row in db.execute(query)}
        order.update((one, headlines[one]) for one in found if one in headlines and one not in order)
    wanted_words = [word.casefold() for parts in terms(words) for word in parts]
    # Newest first, and sorting keeps that among equals.
    return tuple(sorted(order, key=lambda one: -sum(word in order[one] for word in wanted_words)))


def shown_with(card: Card, note: str) -> Card:
    """The card with one more note under it."""
    return replace(card, notes=(*card.notes, note))
