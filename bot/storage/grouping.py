"""Stories on the shelf: candidates for an article at a cost that does not grow, joining, splitting, re-carding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Insert,
    Select,
    Text,
    bindparam,
    func,
    insert,
    literal,
    select,
    union_all,
)

from bot.model import Article, Reading
from bot.pipeline import stories
from bot.pipeline.stories import MEASURE_MARK, Placement, Signature, Statistics, StorySignature
from bot.storage import upsert
from bot.storage.codec import load, load_any
from bot.storage.tables import articles, splits, story_terms
from bot.storage.tables import stories as story_table

WINDOW_DAYS = 5  # articles on one event, across outlets
MEASURE_WINDOW_DAYS = 60  # longer when they name the same measure
_PER_TERM = 40  # stories looked at for one term
_CANDIDATES = 16  # stories compared in full
_MEMBERS = 8
# A card is made of the first articles of its story, its first primary sources and its newest articles: a story of two
# thousand costs what one of a hundred does.
_FIRST_TOLD, _NEWEST_TOLD = 24, 100
_COUNTED = 3000  # recent stories counted at most: only their order of size matters


def day_of(article: Article, now: float) -> int:
    """Day an article is about, as days since 1970: when it was published, today if undated or in the future."""
    at = article.published.timestamp() if article.published else now
    return int(min(at, now) // 86400)


def signature_of(article_id: int, article: Article, reading: Reading) -> Signature:
    """The matcher's view of an article."""
    return stories.signature(
        str(article_id),
        article.title,
        article.text,
        summary=article.summary,
        published=article.published,
        outlet=article.outlet,
        language=reading.language,
        measures=reading.frame.measures,
        stage=reading.frame.stage.id if reading.frame.stage else "",
    )


def candidates(db: Connection, article: Signature, day: int) -> tuple[tuple[StorySignature, ...], Statistics]:
    """Recent stories that share a strong term with the article, those that share most first."""
    wanted = stories.terms(article)
    if not wanted:
        return (), Statistics()
    frequency: Counter[str] = Counter()
    shared: Counter[int] = Counter()
    asked: dict[str, object] = {}
    for number, term in enumerate(wanted):
        window = MEASURE_WINDOW_DAYS if term.startswith(MEASURE_MARK) else WINDOW_DAYS
        asked |= {f"term{number}": term, f"from{number}": day - window, f"to{number}": day + window}
    for row in db.execute(_looks(len(wanted)), asked):
        frequency[row.term] += 1
        shared[int(row.story_id)] += 1
    nearest = [story_id for story_id, _ in sorted(shared.items(), key=lambda one: (-one[1], -one[0]))[:_CANDIDATES]]
    count = int(db.execute(_RECENT, {"since": (day - WINDOW_DAYS) * 86400.0}).scalar_one())
    return _signatures(db, nearest), Statistics(count, dict(frequency))


@lru_cache(64)
def _looks(count: int) -> CompoundSelect[tuple[str, int]]:
    """One statement that looks so many terms up, each by its own stretch of the index."""
    looks = []
    for number in range(count):
        look = (
            select(bindparam(f"term{number}", type_=Text).label("term"), story_terms.c.story_id)
            .where(story_terms.c.term == bindparam(f"term{number}", type_=Text))
            .where(story_terms.c.day.between(bindparam(f"from{number}"), bindparam(f"to{number}")))
            .order_by(story_terms.c.day.desc())
            .limit(_PER_TERM)
            .subquery()
        )
        looks.append(select(look.c.term, look.c.story_id))
    return union_all(*looks)


_RECENT = select(func.count()).select_from(
    select(literal(1)).where(story_table.c.created_at >= bindparam("since")).limit(_COUNTED).subquery()
)


def _signatures(db: Connection, story_ids: Sequence[int]) -> tuple[StorySignature, ...]:
    """Each story's first article and its newest ones: a story of a thousand articles costs what one of eight does."""
    found: dict[int, list[Signature]] = {one: [] for one in story_ids}
    counts: dict[int, int] = {}
    for row in db.execute(_ENDS, {"story_ids": list(story_ids)}) if story_ids else ():
        if row.signature:
            found[int(row.story_id)].append(load(Signature, row.signature))
            counts[int(row.story_id)] = int(row.n)
    return tuple(StorySignature(str(one), tuple(members), counts[one]) for one, members in found.items() if members)


def _ends() -> Select[Any]:
    ranked = (
        select(
            articles.c.id,
            articles.c.story_id,
            func.row_number().over(partition_by=articles.c.story_id, order_by=articles.c.id).label("first"),
            func.row_number().over(partition_by=articles.c.story_id, order_by=articles.c.id.desc()).label("last"),
            func.count().over(partition_by=articles.c.story_id).label("n"),
        )
        .where(articles.c.story_id.in_(bindparam("story_ids", expanding=True)), articles.c.state == "ok")
        .subquery()
    )
    return (
        select(ranked.c.story_id, ranked.c.n, articles.c.signature)
        .join(articles, articles.c.id == ranked.c.id)
        .where((ranked.c.first == 1) | (ranked.c.last < _MEMBERS))
        .order_by(ranked.c.id)
    )


# Built once: building a statement costs more than running it.
_ENDS = _ends()
_APART = select(splits.c.story_id).where(splits.c.article_id == bindparam("this_id"))


def _members_of() -> Select[Any]:
    own = articles.c.story_id == bindparam("this_id")
    first = select(articles.c.id).where(own).order_by(articles.c.id).limit(_FIRST_TOLD).subquery()
    newest = select(articles.c.id).where(own).order_by(articles.c.id.desc()).limit(_NEWEST_TOLD).subquery()
    primary = (
        select(articles.c.id)
        .where(own, articles.c.primary_source.is_(True))
        .order_by(articles.c.id)
        .limit(_FIRST_TOLD)
        .subquery()
    )
    wanted = union_all(*(select(some.c.id) for some in (first, newest, primary)))
    return select(articles).where(articles.c.id.in_(wanted)).order_by(articles.c.id)


_MEMBERS_OF = _members_of()
_BEGIN = insert(story_table)


def place(db: Connection, article: Signature, day: int) -> Placement:
    """The story an article belongs to, or none. People's "not the same story" is respected."""
    found, statistics = candidates(db, article, day)
    apart: tuple[str, ...] = ()
    if article.id.isdigit():
        rows = db.execute(_APART, {"this_id": int(article.id)})
        apart = tuple(str(row.story_id) for row in rows)
    return stories.place(article, found, statistics, not_these=apart)


def index(db: Connection, story_id: int, article: Signature, day: int) -> None:
    """List a story under an article's terms."""
    rows = [{"term": term, "story_id": story_id, "day": day} for term in stories.terms(article)]
    if not rows:
        return
    db.execute(_index_statement(db.dialect.name), rows)


@lru_cache
def _index_statement(dialect: str) -> Insert:
    statement = upsert.insert(dialect, story_terms)
    newest = func.greatest if dialect == "postgresql" else func.max
    return statement.on_conflict_do_update(
        index_elements=[story_terms.c.term, story_terms.c.story_id],
        set_={"day": newest(story_terms.c.day, statement.excluded.day)},
    )


def reindex(db: Connection, story_id: int) -> None:
    """List a story anew after an article left it."""
    db.execute(story_terms.delete().where(story_terms.c.story_id == story_id))
    rows = db.execute(
        select(articles.c.signature, articles.c.published_at, articles.c.fetched_at).where(
            articles.c.story_id == story_id
        )
    )
    for row in rows.all():
        at = min(row.published_at or row.fetched_at, row.fetched_at)
        index(db, story_id, load(Signature, row.signature), int(at // 86400))


def begin(db: Connection, now: float) -> int:
    """A new story, still empty."""
    done = db.execute(_BEGIN, {"created_at": now, "updated_at": now})
    key = done.inserted_primary_key
    assert key is not None
    return int(key[0])


@lru_cache(256)  # a story that grows is made anew from all of its articles each time; a reading is some 10 kB
def _reading(text: str) -> Reading:
    return load(Reading, text)


def members(db: Connection, story_id: int) -> list[tuple[int, Article, Reading, bool]]:
    """The articles a story's card is made of, as they arrived: id, article without its body, reading, withdrawn."""
    rows = db.execute(_MEMBERS_OF, {"this_id": story_id})
    return [
        (
            int(row.id),
            Article(
                row.url,
                row.title,
                "",
                row.summary,
                row.outlet,
                tuple(load_any(row.authors)),
                None if row.published_at is None else datetime.fromtimestamp(row.published_at, UTC),
                row.language,
                bool(row.primary_source),
            ),
            _reading(row.reading),
            row.state == "withdrawn",
        )
        for row in rows
    ]
