"""One look at one source: ask politely, read what is new, say when to look again. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from bot.errors import SourceError, SourceGone
from bot.model import Entry, Source
from bot.pipeline import urls
from bot.sources import kind_of, request_for, schedule
from bot.sources.children import Children
from bot.sources.health import trouble
from bot.sources.http import Answer, Door
from bot.sources.parsed import About, Document, Parsed
from bot.sources.schedule import Asked, Bounds

FIRST_ENTRIES = (
    5  # read on first sight, as many as a first run may post; the rest of what stands there is only remembered
)
LATER_ENTRIES = 100  # read at one later poll
_MOST_KNOWN = 24_000  # hashes and marks remembered for one source, 8 bytes each; 3 marks for an item never read
# A permanent redirect counts once three polls, a day apart or more, were led to the same place.
_MOVED_POLLS, _MOVED_SPAN = 3, timedelta(days=1)
_HASH = 8

Outcome = Literal["unchanged", "read", "failed"]


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is remembered of a source between two looks; stored by the caller."""

    etag: str = ""
    last_modified: str = ""
    wire_hash: bytes = b""  # of the last answer's bytes
    known: bytes = b""  # hashes of items met, 8 bytes each, newest document first
    last: int = 0  # how many of them, from the first on, are items of the last document
    returned: bytes = b""  # of items that came back to the last document: read again if they stay
    met: bool = False  # it answered well at least once
    interval: float = 0.0  # seconds, adaptive; 0: nothing known yet
    failures: int = 0  # in a row
    reason: str = ""  # of the last failure
    failing_since: datetime | None = None
    newest: datetime | None = None  # latest publication met
    ttl_minutes: float = 0.0
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()
    hub: str = ""
    self_url: str = ""
    moved_to: str = ""  # where permanent redirects lead, until confirmed
    moved_since: datetime | None = None
    moved_polls: int = 0
    retired: bool = False  # answered 410


@dataclass(frozen=True, slots=True)
class Polled:
    """What one look brought.

    Attributes:
        entries: new ones, newest first. On the first look only the newest few of what stands there.
        first: it was the first look at this source; seed quietly.
        outcome, reason: `failed` with a word from health.TROUBLES; `read` may carry the reason `empty`.
        message, remedy: the failure in people's words.
        due: when to look again.
        total, new: items in the document, and of these not known before (entries may be fewer).
        returned: raw hashes of items that were met, left the document or changed, and came back as they had been:
            entries with these are never new, but may be a change taken back.
        deleted: guids of entries that the feed says are gone.
        move_to: a confirmed new address; the caller changes the source and tells its managers.
        retired: it answered 410; the caller retires it and tells its managers. `due` still says when to look again.
        about: what the feed says of itself, when it was read.
    """

    source_id: int
    state: SourceState
    due: datetime
    outcome: Outcome
    entries: tuple[Entry, ...] = ()
    first: bool = False
    reason: str = ""
    message: str = ""
    remedy: str = ""
    total: int = 0
    new: int = 0
    returned: frozenset[str] = frozenset()
    deleted: tuple[str, ...] = ()
    wire_bytes: int = 0
    seconds: float = 0.0
    url: str = ""
    charset: str = ""
    move_to: str = ""
    retired: bool = False
    about: About | None = None


async def fetch(
    source: Source,
    state: SourceState,
    door: Door,
    children: Children,
    now: datetime,
    *,
    bounds: Bounds | None = None,
    keys: Mapping[str, str] | None = None,
    first_entries: int = FIRST_ENTRIES,
) -> Polled:
    """Look at `source` once. Never raises SourceError: a failure is a result, with its reason and its next try."""
    bounds = bounds or Bounds()
    try:
        request = request_for(source, keys or {}, now)
        answer = await door.get(
            request.url,
            etag=state.etag,
            last_modified=state.last_modified,
            known_hash=state.wire_hash,
            headers=request.headers,
            accept=kind_of(source).accept,
        )
        if answer.status == 304 and not (state.etag or state.last_modified):
            raise SourceError("It says nothing changed, to somebody who knows nothing.", reason="bad-http")
        if answer.unchanged:
            return _unchanged(source, state, answer, now, bounds)
        document = Document(
            source,
            answer.body,
            answer.url,
            now,
            answer.headers,
            _without(state.known, state.returned),
            LATER_ENTRIES if state.met else first_entries,
        )
        parsed = await children.run(kind_of(source).parse, document, returns=Parsed)
    except SourceError as error:
        return failed(source, state, error, now, bounds)
    return _read(source, state, answer, parsed, now, bounds)


def failed(source: Source, state: SourceState, error: SourceError, now: datetime, bounds: Bounds) -> Polled:
    """The result of a look that failed."""
    failures = state.failures + 1
    gone = isinstance(error, SourceGone)
    after = replace(
        state,
        failures=failures,
        reason=error.reason,
        failing_since=state.failing_since or now,
        retired=state.retired or gone,
    )
    found = trouble(error.reason)
    usual = state.interval or bounds.usual
    due = schedule.due_after_failure(str(source.id), now, usual, failures, error.retry_after, bounds)
    name = source.title or urls.host(source.url) or "The source"
    return Polled(
        source.id,
        after,
        max(due, now + timedelta(days=1)) if gone else due,
        "failed",
        reason=error.reason,
        message=f"{name} {found.what}.",
        remedy=error.remedy or found.remedy,
        retired=gone,
    )


def _unchanged(source: Source, state: SourceState, answer: Answer, now: datetime, bounds: Bounds) -> Polled:
    after = _answered(state, answer, now)
    return _next(source, after, answer, Parsed(), now, bounds, "unchanged", first=False)


def _read(source: Source, state: SourceState, answer: Answer, parsed: Parsed, now: datetime, bounds: Bounds) -> Polled:
    after = _answered(state, answer, now)
    dates = [entry.published for entry in parsed.entries if entry.published]
    about = parsed.about
    items = _pieces(parsed.hashes[: parsed.total * _HASH])
    returned = b"" if not state.met else _came_back(items, state)
    after = replace(
        after,
        wire_hash=answer.wire_hash,
        known=_remembered(parsed.hashes, state.known),
        last=len(items),
        returned=returned,
        met=True,
        newest=max([*dates, state.newest] if state.newest else dates, default=None),
        reason="" if parsed.total else "empty",
    )
    if about is not None:
        after = replace(
            after,
            ttl_minutes=about.ttl_minutes,
            skip_hours=about.skip_hours,
            skip_days=about.skip_days,
            hub=about.hub or _link(answer, "hub"),
            self_url=about.self_url or _link(answer, "self"),
        )
    if returned:  # the next look must read, even if nothing changes any more
        after = replace(after, wire_hash=b"", etag="", last_modified="")
    again = frozenset(piece.hex() for piece in _pieces(state.returned))
    known = sum(entry.raw_hash in again for entry in parsed.entries)
    parsed = replace(parsed, new=parsed.new - known)
    looked = _next(source, after, answer, parsed, now, bounds, "read", first=not state.met)
    return replace(looked, returned=again, deleted=parsed.deleted)


def _next(
    source: Source,
    after: SourceState,
    answer: Answer,
    parsed: Parsed,
    now: datetime,
    bounds: Bounds,
    outcome: Outcome,
    *,
    first: bool,
) -> Polled:
    published = [entry.published for entry in parsed.entries if entry.published]
    seconds = schedule.interval(after.interval, news=bool(parsed.new), published=published, bounds=bounds)
    asked = Asked(schedule.fresh_seconds(answer.headers), after.ttl_minutes, after.skip_hours, after.skip_days)
    confirmed = after.moved_to if _moved_for_good(after, now) else ""
    found = trouble(after.reason) if after.reason else None
    return Polled(
        source.id,
        replace(after, interval=seconds),
        schedule.due_after_answer(str(source.id), now, seconds, asked, bounds),
        outcome,
        entries=parsed.entries,
        first=first,
        reason=after.reason,
        message=f"{source.title or urls.host(source.url)} {found.what}." if found else "",
        remedy=found.remedy if found else "",
        total=parsed.total,
        new=parsed.new,
        wire_bytes=answer.wire_bytes,
        seconds=answer.seconds,
        url=answer.url,
        charset=answer.charset,
        move_to=confirmed,
        about=parsed.about,
    )


def _answered(state: SourceState, answer: Answer, now: datetime) -> SourceState:
    """The state after any good answer: failures forgotten, validators kept, redirects counted."""
    after = state
    if state.failures or (state.reason and state.reason != "empty"):
        after = replace(after, failures=0, reason="", failing_since=None, retired=False)
    headers = answer.headers
    etag, modified = headers.get("etag", ""), headers.get("last-modified", "")
    if answer.status == 304:  # a 304 may leave them out: then the old ones hold
        etag, modified = etag or state.etag, modified or state.last_modified
    if (etag, modified) != (state.etag, state.last_modified):
        after = replace(after, etag=etag[:1000], last_modified=modified[:100])
    if answer.moved_to != state.moved_to:
        return replace(after, moved_to=answer.moved_to, moved_since=now, moved_polls=1 if answer.moved_to else 0)
    if answer.moved_to:
        return replace(after, moved_polls=state.moved_polls + 1)
    return after


def _moved_for_good(state: SourceState, now: datetime) -> bool:
    return (
        bool(state.moved_to)
        and state.moved_since is not None
        and state.moved_polls >= _MOVED_POLLS
        and now - state.moved_since >= _MOVED_SPAN
    )


def _remembered(hashes: bytes, before: bytes) -> bytes:
    """Hashes of the present document, then those met earlier, without repeats and within bounds. Marks stand right
    behind the hashes of their document, so they outlast the hashes of documents before it.

    Older ones are kept as long again as the document and its marks, because items leave a feed and come back.
    """
    pieces = _pieces(hashes)
    room = min(_MOST_KNOWN, max(5 * len(pieces), 400))
    for at in range(0, len(before), _HASH):
        if len(pieces) >= room:
            break
        pieces.setdefault(before[at : at + _HASH])
    return b"".join(list(pieces)[:_MOST_KNOWN])


def _came_back(items: Collection[bytes], state: SourceState) -> bytes:
    """Hashes of items that were met before, but not in the last document: a change may have been taken back.

    They are read again at the next look, if they stay: servers behind one name often answer from two states in turn.
    """
    last = frozenset(_pieces(state.known[: state.last * _HASH]))
    if not last:  # nothing stood there, or a state of before this was counted
        return b""
    before = frozenset(_pieces(state.known)) - last
    return b"".join(item for item in items if item in before)


def _without(known: bytes, left_out: bytes) -> bytes:
    if not left_out:
        return known
    out = frozenset(_pieces(left_out))
    return b"".join(piece for piece in _pieces(known) if piece not in out)


def _pieces(hashes: bytes) -> dict[bytes, None]:
    """The hashes in their order, each once."""
    return dict.fromkeys(hashes[at : at + _HASH] for at in range(0, len(hashes), _HASH))


def _link(answer: Answer, rel: str) -> str:
    """The target of a Link header with this relation (RFC 8288), absolute; empty if there is none."""
    for part in answer.headers.get("link", "")[:4000].split(","):
        target, _, parameters = part.strip().partition(">")
        if target.startswith("<") and f'rel="{rel}"' in parameters.replace("'", '"').replace(
            f"rel={rel}", f'rel="{rel}"'
        ):
            return urls.absolute(target[1:], answer.url)
    return ""
