"""Sources and who chose them; the one due index; incidents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, and_, bindparam, delete, func, insert, or_, select, true, update

from bot.model import Source
from bot.pipeline import marks, redact
from bot.storage import hubs
from bot.storage.codec import dump, load_any
from bot.storage.tables import articles, choices, incidents, sources

# A poll is over long before this (40 s a fetch, 10 s a document); after it another process may take the source.
LEASE_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Chosen:
    """A source as one workspace sees it. Times are UTC seconds."""

    source: Source
    name: str
    paused: bool
    state: str
    failures: int
    reason: str
    ok_at: float | None
    new_at: float | None
    due_at: float | None
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A source to poll now, with what polling remembered of it."""

    source: Source
    polling: str  # sources.SourceState as JSON
    items: bytes
    pushed: bool = False  # a WebSub hub tells of news: looking now and then is enough
    reason: str = ""  # what was wrong at the last look


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll leaves behind."""

    source_id: int
    polling: str
    items: bytes | None  # None: unchanged
    due_at: float
    ok: bool
    new: bool
    failures: int
    reason: str = ""
    title: str = ""
    homepage: str = ""
    url: str = ""  # the address it moved to, confirmed
    retired: bool = False


def as_source(row: Row[tuple[object, ...]]) -> Source:
    """A row of `sources` as the noun."""
    return Source(
        row.id,
        row.kind,
        row.url,
        row.title,
        row.homepage,
        row.grp,
        row.jurisdiction,
        row.language,
        load_any(row.options),
    )


# Built once: building a statement costs more than running it.
_AT_ADDRESS = select(sources.c.id, sources.c.state).where(sources.c.url == bindparam("this_url"))
_INSERT = insert(sources)


def add(db: Connection, source: Source, now: float) -> int:
    """Remember an address, due at once; the id it has already if it is known."""
    known = db.execute(_AT_ADDRESS, {"this_url": source.url}).one_or_none()
    if known is not None:
        if known.state != "active":  # somebody wants it again: try again
            db.execute(update(sources).where(sources.c.id == known.id).values(state="active", due_at=now, failures=0))
        return int(known.id)
    done = db.execute(
        _INSERT,
        {
            "kind": source.kind,
            "url": source.url,
            "title": source.title,
            "homepage": source.homepage,
            "grp": source.group,
            "jurisdiction": source.jurisdiction,
            "language": source.language,
            "options": dump(source.options),
            "due_at": now,
            "added_at": now,
        },
    )
    key = done.inserted_primary_key
    assert key is not None
    return int(key[0])


def choose(db: Connection, workspace_id: str, source_id: int, *, by: str, now: float, name: str = "") -> bool:
    """Let a workspace have a source; False if it had it."""
    match = and_(choices.c.workspace_id == workspace_id, choices.c.source_id == source_id)
    if db.execute(select(choices.c.source_id).where(match)).one_or_none():
        return False
    db.execute(
        insert(choices).values(workspace_id=workspace_id, source_id=source_id, name=name, added_by=by, added_at=now)
    )
    return True


def unchoose(db: Connection, workspace_id: str, source_id: int) -> bool:
    """Take a source from a workspace; it is polled on only if another workspace chose it."""
    match = and_(choices.c.workspace_id == workspace_id, choices.c.source_id == source_id)
    return db.execute(delete(choices).where(match)).rowcount > 0


def set_paused(db: Connection, workspace_id: str, source_id: int, paused: bool) -> bool:
    """Pause or resume a source for a workspace; False if nothing changed."""
    state = "paused" if paused else "active"
    done = db.execute(
        update(choices)
        .where(choices.c.workspace_id == workspace_id, choices.c.source_id == source_id, choices.c.state != state)
        .values(state=state)
    )
    return done.rowcount > 0


def known_addresses(db: Connection, addresses: Sequence[str]) -> dict[str, int]:
    """Ids of those of these addresses that are polled already."""
    found: dict[str, int] = {}
    for start in range(0, len(addresses), 500):
        some = sources.c.url.in_(list(addresses[start : start + 500]))
        rows = db.execute(select(sources.c.url, sources.c.id).where(some, sources.c.state == "active"))
        found.update({row.url: int(row.id) for row in rows})
    return found


def choose_all(db: Connection, workspace_id: str, source_ids: Iterable[int], *, by: str, now: float) -> int:
    """Let a workspace have many sources; how many it had not."""
    mine = select(choices.c.source_id).where(choices.c.workspace_id == workspace_id)
    had = {int(found) for found in db.execute(mine).scalars()}
    fresh = [one for one in dict.fromkeys(source_ids) if one not in had]
    rows = [{"workspace_id": workspace_id, "source_id": one, "added_by": by, "added_at": now} for one in fresh]
    if rows:
        db.execute(insert(choices), rows)
    return len(rows)


_REMEDY = (
    select(incidents.c.remedy)
    .where(incidents.c.source_id == sources.c.id, incidents.c.closed_at.is_(None))
    .order_by(incidents.c.id.desc())
    .limit(1)
    .scalar_subquery()
)


def chosen(db: Connection, workspace_id: str) -> tuple[Chosen, ...]:
    """The sources of a workspace, by name."""
    rows = db.execute(
        select(
            sources,
            choices.c.name.label("own_name"),
            choices.c.state.label("choice_state"),
            _REMEDY.label("remedy"),
        )
        .join(choices, choices.c.source_id == sources.c.id)
        .where(choices.c.workspace_id == workspace_id)
    )
    found = [
        Chosen(
            as_source(row),
            row.own_name or row.title or redact.address(row.url),
            row.choice_state == "paused",
            row.state,
            row.failures,
            row.reason,
            row.ok_at,
            row.new_at,
            row.due_at,
            row.remedy or "",
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.name.lower(), one.source.id)))


def remembering(db: Connection, workspace_id: str, url: str) -> tuple[str, ...]:
    """Names of a workspace's sources that held an address in their archive, which is remembered and not read."""
    mark = marks.link(url)
    rows = db.execute(
        select(sources.c["items"], sources.c.title, sources.c.url, choices.c.name)
        .join(choices, choices.c.source_id == sources.c.id)
        .where(choices.c.workspace_id == workspace_id, sources.c["items"].is_not(None))
    )
    found = [row.name or row.title or redact.address(row.url) for row in rows if marks.holds(row.items, mark)]
    return tuple(sorted(found, key=str.lower))


def that_told(db: Connection, workspace_id: str, story_ids: Sequence[int]) -> tuple[Chosen, ...]:
    """Those of a workspace's sources that brought an article of one of these stories, by name."""
    told = select(articles.c.source_id).where(articles.c.story_id.in_(list(story_ids))).distinct()
    ids = set(db.execute(told).scalars())
    return tuple(one for one in chosen(db, workspace_id) if one.source.id in ids)


def find(db: Connection, workspace_id: str, words: str) -> tuple[Chosen, ...]:
    """Sources of a workspace that a person may mean: by number, address, exact name, or part of the name."""
    mine = chosen(db, workspace_id)
    wanted = words.strip().lower()
    number = wanted.lstrip("#")
    exact = [
        one
        for one in mine
        if (number.isdigit() and one.source.id == int(number))
        or wanted in (one.source.url.lower(), one.source.homepage.lower(), one.name.lower())
    ]
    if exact:
        return tuple(exact)
    return tuple(one for one in mine if wanted and (wanted in one.name.lower() or wanted in one.source.url.lower()))


def get(db: Connection, source_id: int) -> Source | None:
    """One source by id."""
    row = db.execute(select(sources).where(sources.c.id == source_id)).one_or_none()
    return as_source(row) if row else None


def count(db: Connection, workspace_id: str) -> int:
    """How many sources a workspace chose."""
    found = db.execute(select(func.count()).select_from(choices).where(choices.c.workspace_id == workspace_id))
    return int(found.scalar_one())


def workspaces_of(db: Connection, source_id: int) -> tuple[str, ...]:
    """Workspaces that have a source and did not pause it."""
    return tuple(db.execute(_WORKSPACES, {"this_id": source_id}).scalars())


_WORKSPACES = select(choices.c.workspace_id).where(
    choices.c.source_id == bindparam("this_id"), choices.c.state == "active"
)
_WANTED = select(choices.c.source_id).where(choices.c.state == "active", choices.c.source_id == sources.c.id)


def take_due(db: Connection, now: float, limit: int, worker: str, *, only: Sequence[int] = ()) -> tuple[Due, ...]:
    """Lease up to `limit` sources that are due and wanted by somebody, longest due first."""
    free = or_(sources.c.lease_until.is_(None), sources.c.lease_until <= now, sources.c.lease_until > now + 86400)
    query = select(sources).where(sources.c.state == "active", free, _WANTED.exists())
    if only:
        query = query.where(sources.c.id.in_(list(only)))
    else:
        query = query.where(sources.c.due_at <= now)
    query = query.order_by(sources.c.due_at).limit(limit)
    if db.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    rows = db.execute(query).all()
    if rows:
        db.execute(
            update(sources)
            .where(sources.c.id.in_([row.id for row in rows]))
            .values(lease_until=now + LEASE_SECONDS, lease_by=worker)
        )
    pushed = hubs.pushed(db, [row.id for row in rows], now) if rows else frozenset()
    return tuple(Due(as_source(row), row.polling, row.items or b"", row.id in pushed, row.reason) for row in rows)


def release(db: Connection, worker: str = "") -> int:
    """Give back the sources a worker took and did not finish, or everybody's when this process is the only one."""
    taken = sources.c.lease_until.is_not(None) & ((sources.c.lease_by == worker) if worker else true())
    return db.execute(update(sources).where(taken).values(lease_until=None, lease_by="")).rowcount


def due_ids(db: Connection, now: float, limit: int) -> tuple[int, ...]:
    """Sources that are due and that nobody is looking at, longest due first."""
    free = or_(sources.c.lease_until.is_(None), sources.c.lease_until <= now)
    rows = db.execute(
        select(sources.c.id)
        .where(sources.c.state == "active", free, sources.c.due_at <= now, _WANTED.exists())
        .order_by(sources.c.due_at)
        .limit(limit)
    )
    return tuple(int(row.id) for row in rows)


def next_due(db: Connection) -> float | None:
    """When the next source becomes due."""
    found = db.execute(select(func.min(sources.c.due_at)).where(sources.c.state == "active", _WANTED.exists()))
    value = found.scalar_one_or_none()
    return None if value is None else float(value)


def due_count(db: Connection, now: float) -> int:
    """How many sources are due now."""
    query = select(func.count()).select_from(sources)
    found = db.execute(query.where(sources.c.state == "active", sources.c.due_at <= now, _WANTED.exists()))
    return int(found.scalar_one())


def make_due(db: Connection, source_ids: Iterable[int], now: float) -> None:
    """Poll these at the next tick."""
    db.execute(update(sources).where(sources.c.id.in_(list(source_ids))).values(due_at=now, lease_until=None))


_MARK = (
    update(sources)
    .where(sources.c.id == bindparam("b_id"))
    .values(
        polling=bindparam("b_polling"),
        due_at=bindparam("b_due"),
        lease_until=None,
        lease_by="",
        failures=bindparam("b_failures"),
        reason=bindparam("b_reason"),
        ok_at=func.coalesce(bindparam("b_ok"), sources.c.ok_at),
        new_at=func.coalesce(bindparam("b_new"), sources.c.new_at),
        items=func.coalesce(bindparam("b_items"), sources.c["items"]),
        title=func.coalesce(func.nullif(sources.c.title, ""), bindparam("b_title")),
        homepage=func.coalesce(func.nullif(sources.c.homepage, ""), bindparam("b_homepage")),
    )
)


def mark(db: Connection, polls: Sequence[Polled], now: float) -> None:
    """Record polls; the validators move here, in the same transaction as what they brought."""
    if not polls:
        return
    db.execute(
        _MARK,
        [
            {
                "b_id": one.source_id,
                "b_polling": one.polling,
                "b_due": one.due_at,
                "b_failures": one.failures,
                "b_reason": one.reason,
                "b_ok": now if one.ok else None,
                "b_new": now if one.new else None,
                "b_items": one.items,
                "b_title": one.title,
                "b_homepage": one.homepage,
            }
            for one in polls
        ],
    )
    for one in polls:
        values: dict[str, object] = {}
        if one.retired:
            values["state"] = "retired"
        if one.url and not _taken(db, one.url):
            values["url"] = one.url
        if values:
            db.execute(update(sources).where(sources.c.id == one.source_id).values(**values))


def _taken(db: Connection, url: str) -> bool:
    return db.execute(select(sources.c.id).where(sources.c.url == url)).one_or_none() is not None


def open_incident(db: Connection, source_id: int, reason: str, remedy: str, now: float) -> bool:
    """Begin an incident; False while the same one is open (one message per incident)."""
    going = db.execute(
        select(incidents.c.id, incidents.c.reason).where(
            incidents.c.source_id == source_id, incidents.c.closed_at.is_(None)
        )
    ).first()
    if going is not None:
        if going.reason != reason:
            db.execute(update(incidents).where(incidents.c.id == going.id).values(reason=reason, remedy=remedy))
        return False
    db.execute(insert(incidents).values(source_id=source_id, reason=reason, remedy=remedy, opened_at=now))
    return True


def has_incident(db: Connection, source_id: int) -> bool:
    """Whether an incident of a source is open."""
    going = select(incidents.c.id).where(incidents.c.source_id == source_id, incidents.c.closed_at.is_(None))
    return db.execute(going.limit(1)).one_or_none() is not None


def close_incident(db: Connection, source_id: int, now: float) -> bool:
    """End the incident of a source; True if there was one."""
    done = db.execute(
        update(incidents)
        .where(incidents.c.source_id == source_id, incidents.c.closed_at.is_(None))
        .values(closed_at=now)
    )
    return done.rowcount > 0


def published_counts(db: Connection, source_ids: Iterable[int], since: float) -> dict[int, int]:
    """Articles each source brought since a time."""
    rows = db.execute(
        select(articles.c.source_id, func.count())
        .where(articles.c.source_id.in_(list(source_ids)), articles.c.fetched_at >= since)
        .group_by(articles.c.source_id)
    )
    return {int(row[0]): int(row[1]) for row in rows}
