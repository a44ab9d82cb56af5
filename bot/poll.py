"""Poll: source to entries to decision to reading to one transaction; one bad source never stops the others."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy import Connection

from bot import failpoints
from bot.errors import BotError, SourceError
from bot.model import Entry, Source
from bot.opening import Opener, words
from bot.pipeline import changes, relevance, urls
from bot.pipeline import identity as identities
from bot.pipeline.identity import Identity
from bot.queue import Queue
from bot.sources import attention, discovery, health
from bot.sources.children import Children
from bot.sources.chooser import Chooser
from bot.sources.fetch import Polled, SourceState, fetch
from bot.sources.http import Door
from bot.sources.schedule import Bounds
from bot.storage import incidents, keys, owing, shelf
from bot.storage import sources as source_steps
from bot.storage.codec import dump, load
from bot.storage.incidents import Told
from bot.storage.planning import Limits
from bot.storage.shelf import Arrived, Note
from bot.storage.sources import Due
from bot.storage.store import Store

log = structlog.get_logger()

PAGES_AGAIN = 8  # pages that failed earlier, read again beside one cycle; together, so that they hold nobody up
PAGES_AT_ONCE = 2  # of one source, as many as the door lets to one host


@dataclass(slots=True)
class Summary:
    """What a cycle did; `aipolicy poll --json` prints it."""

    feeds: int = 0
    fetched: int = 0
    unchanged: int = 0
    entries: int = 0
    new: int = 0
    relevant: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    channels: dict[str, None] = field(default_factory=dict)  # owed something now
    spent: Counter[str] = field(default_factory=Counter)  # cards each channel got


Notice = Callable[[Connection, Source, SourceState], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """The hub a feed may offer, and who is told of it."""

    notice: Notice
    source: Source
    state: SourceState


@dataclass(frozen=True, slots=True)
class Quiet:
    """A poll that brought nothing to tell: nothing at all, or entries that were left out. Recorded with others."""

    row: source_steps.Polled
    poll: shelf.Poll | None = None
    arrivals: tuple[Arrived, ...] = ()


class Poller:
    """Looks at sources and stores what they bring. Holds no state between polls but its parts."""

    def __init__(
        self,
        store: Store,
        door: Door,
        children: Children,
        *,
        bounds: Bounds | None = None,
        limits: Limits | None = None,
        keys: Mapping[str, str] | None = None,
        worker: str = "local",
        at_once: int = 16,
        may_fetch: Callable[[str], Awaitable[bool | None]] | None = None,
        chooser: Chooser | None = None,
        notice: Notice | None = None,
    ) -> None:
        """
        Args:
            may_fetch: says whether robots.txt lets us read an article page; see `Opener`.
            notice: told of the hub a feed offers (WebSub), in the transaction that stores what the feed brought.
        """
        self._store = store
        self._door = door
        self._children = children
        self._bounds = bounds or Bounds()
        self._limits = limits or Limits()
        self._keys = keys or {}
        self._worker = worker
        self._at_once = at_once
        self._opener = Opener(door, children, may_fetch=may_fetch, chooser=chooser)
        self._notice = notice
        self._queue: Queue | None = None
        self._stopping = False

    def use(self, queue: Queue) -> None:
        """Tell this queue of channels that are owed something."""
        self._queue = queue

    def stop(self) -> None:
        """Begin no other source; those under way are finished."""
        self._stopping = True

    async def cycle(
        self,
        clock: Callable[[], datetime],
        *,
        only: Sequence[int] = (),
        most: int = 0,
        progress: Callable[[int], None] | None = None,
    ) -> Summary:
        """Poll what is due now (or `only` these), `at_once` together; sources that brought nothing to tell
        are recorded together. `most` bounds how many are begun, 0 for all."""
        summary = Summary()
        queue: asyncio.Queue[Due] = asyncio.Queue()
        quiet: list[Quiet] = []
        asked = list(only)
        exhausted = asyncio.Event()

        async def refill() -> None:
            room = min(200, most - summary.feeds) if most else 200
            if room <= 0 or self._stopping or (only and not asked):
                exhausted.set()
                return
            some = asked[:room]
            del asked[:room]
            now = clock().timestamp()
            for due in await self._store.run(source_steps.take_due, now, room, self._worker, only=some):
                summary.feeds += 1
                queue.put_nowait(due)
            if queue.empty():
                exhausted.set()

        async def work() -> None:
            while True:
                async with taking:
                    if queue.empty() and not exhausted.is_set():
                        await refill()
                    if queue.empty() or self._stopping:
                        return
                    due = queue.get_nowait()
                done = await self._guarded(due, clock(), summary)
                if done is not None:
                    quiet.append(done)
                    if len(quiet) >= 100:
                        batch = quiet.copy()
                        quiet.clear()
                        await self._store.run(_store_quiet, batch, clock().timestamp())
                if progress:
                    progress(1)

        taking = asyncio.Lock()
        try:
            await asyncio.gather(self._reopen(clock, summary), *(work() for _ in range(self._at_once)))
        finally:
            if quiet:
                await self._store.run(_store_quiet, quiet, clock().timestamp())
        return summary

    async def _guarded(self, due: Due, now: datetime, summary: Summary) -> Quiet | None:
        """One source; whatever goes wrong with it stays its own. Returns what is still to be recorded."""
        try:
            return await self.one(due, now, summary)
        except BotError as error:
            summary.failed["storage"] += 1
            log.error("poll", source=due.source.id, outcome="failed", reason=str(error))
        except Exception:
            summary.failed["internal"] += 1
            log.exception("poll", source=due.source.id, outcome="failed", reason="internal")
            later = replace(self._row(due, self._failed(due, now), now), reason="internal")
            await self._store.run(source_steps.mark, [later], now.timestamp())
        return None

    def _failed(self, due: Due, now: datetime) -> Polled:
        from bot.sources.fetch import failed

        error = SourceError("Reading the source failed on our side.", reason="parser")
        return failed(due.source, self._state(due), error, now, self._bounds)

    @staticmethod
    def _state(due: Due) -> SourceState:
        state = load(SourceState, due.polling) if due.polling != "{}" else SourceState()
        return replace(state, known=due.items)

    def _row(self, due: Due, polled: Polled, now: datetime) -> source_steps.Polled:
        """What the source's own row keeps of a poll."""
        state = polled.state
        about = polled.about
        again = polled.due
        if due.pushed and polled.outcome != "failed":  # looking is only the safety net then
            again = max(again, now + timedelta(seconds=self._bounds.longest))
        return source_steps.Polled(
            due.source.id,
            dump(replace(state, known=b"")),
            state.known if state.known != due.items else None,
            again.timestamp(),
            ok=polled.outcome != "failed",
            new=bool(polled.new),
            failures=state.failures,
            reason=polled.reason,
            title=about.title if about else "",
            homepage=about.homepage if about else "",
            url=polled.move_to,
            retired=polled.retired,
        )

    async def one(self, due: Due, now: datetime, summary: Summary) -> Quiet | None:
        """Poll one source. What brought nothing to tell is returned for the caller to record with others; all else is
        stored here, in one transaction with what it brought."""
        state = self._state(due)
        polled = await fetch(due.source, state, self._door, self._children, now, bounds=self._bounds, keys=self._keys)
        row = self._row(due, polled, now)
        summary.entries += polled.total
        if polled.outcome == "failed":
            summary.failed[polled.reason] += 1
            log.info("poll", source=due.source.id, outcome="failed", reason=polled.reason)
            found = attention.failing(due.source, polled, now)
            told = None
            if found is not None:
                address = await self._new_address(due, found.reason, now)
                told = Told(found.reason, found.message, found.remedy, address)
            await self._store.run(incidents.after_failure, due.source, row, told, now.timestamp())
            return None
        if polled.outcome == "unchanged" or not (polled.entries or polled.deleted):
            summary.unchanged += polled.outcome == "unchanged"
            summary.fetched += polled.outcome != "unchanged"
            quiet = attention.quiet(due.source, polled, now)
            row = replace(row, reason=quiet)
            if quiet != due.reason or row.url:
                told = _silence(due.source, quiet) if quiet else None
                await self._store.run(incidents.after_answer, due.source, row, due.reason, told, now.timestamp())
                return None
            return Quiet(row)
        summary.fetched += 1
        source = due.source
        if not source.title and polled.about:
            source = replace(source, title=polled.about.title)
        arrivals, known = await self._look(source, polled, now)
        new = max(0, polled.new - known)  # an item whose bytes alone are new is none
        poll = shelf.Poll(source.id, polled.first, self._limits, now.timestamp())
        offer = Offer(self._notice, source, polled.state) if self._notice else None
        if not (offer or due.reason or row.url or any(one.reading or one.withdrawn for one in arrivals)):
            summary.new += new
            log.info("poll", source=source.id, outcome="read", new=new, kept=0, owed=0)
            return Quiet(row, poll, tuple(arrivals))
        owed = await self._store.run(_store, row, poll, arrivals, summary.spent, due.reason, self._queue, offer)
        failpoints.hit("plan.after-commit")
        summary.new += new
        kept = [one for one in arrivals if one.reading is not None]
        summary.relevant += len(kept)
        summary.channels.update(dict.fromkeys(owed))
        for one in kept:  # `trace` is the same in the ledger and on the delivery's line: one search follows an article
            log.info(
                "article", source=source.id, outcome="kept", url=one.url, score=round(one.score, 2), trace=one.trace
            )
        log.info("poll", source=source.id, outcome="read", new=new, kept=len(kept), owed=len(owed))
        return None

    async def _reopen(self, clock: Callable[[], datetime], summary: Summary) -> None:
        """Read pages again that failed when their entries were new; their cards follow in place."""
        try:
            owed = await self._store.run(owing.take, clock().timestamp(), PAGES_AGAIN)
        except BotError as error:  # the sources say so too, each for itself
            log.error("reopen", outcome="failed", reason=str(error))
            return
        await asyncio.gather(*(self._again(one, clock(), summary) for one in owed))

    async def _again(self, owed: owing.Owed, now: datetime, summary: Summary) -> None:
        source, entry = owed.source, owed.entry
        try:
            item = _identity(source, entry, owed.outlet)
            first = relevance.judge(entry.title, entry.summary, outlet=owed.outlet, language=entry.language or "en")
            arrived = await self._opener.open(source, entry, owed.outlet, replace(item, keys=()), first, owed.trace)
            poll = shelf.Poll(source.id, False, self._limits, now.timestamp())
            told = await self._store.run(_store_again, owed, poll, arrived, self._queue)
        except BotError as error:  # it comes back when its lease ends
            log.error("reopen", source=source.id, outcome="failed", reason=str(error), trace=owed.trace)
            return
        except Exception:
            log.exception("reopen", source=source.id, outcome="failed", reason="internal", trace=owed.trace)
            return
        summary.channels.update(dict.fromkeys(told))
        outcome = "missing" if arrived.missing else "read"
        log.info("reopen", source=source.id, outcome=outcome, tries=owed.tries, trace=owed.trace)

    async def _new_address(self, due: Due, reason: str, now: datetime) -> str:
        """Where the feed of a source that seems given up is now, if its home page names another one."""
        home = due.source.homepage
        if not home or not attention.perhaps_elsewhere(reason):
            return ""
        if await self._store.read(source_steps.has_incident, due.source.id):
            return ""
        try:
            found = await discovery.discover(home, self._door, self._children, now)
        except SourceError:
            return ""
        return next((one.source.url for one in found if one.source.url != due.source.url), "")

    async def _look(self, source: Source, polled: Polled, now: datetime) -> tuple[list[Arrived], int]:
        """Decide, judge and read the entries of one poll; oldest first. And how many of them were known before."""
        outlets = [entry.outlet or source.title or urls.host(source.url) for entry in polled.entries]
        items = [_identity(source, entry, outlet) for entry, outlet in zip(polled.entries, outlets, strict=True)]
        gone = [_identity(source, Entry(guid, "", ""), "") for guid in polled.deleted]
        met = await self._store.read(keys.known, [key for item in (*items, *gone) for key in item.keys])
        decisions = identities.decide_document(items, met)
        items = list(identities.distinct(items))  # a key that two items share identifies neither
        gate = asyncio.Semaphore(PAGES_AT_ONCE)
        found = [_taken_back(item) for item in gone if any(met[key].article_id > 0 for key in item.keys if key in met)]
        opened, again = [], 0
        for entry, outlet, item, decision in zip(polled.entries, outlets, items, decisions, strict=True):
            again += decision.action != "new" or entry.raw_hash in polled.returned
            if decision.action == "seen" or (decision.action == "new" and entry.raw_hash in polled.returned):
                continue
            trace = hashlib.blake2b(f"{source.id} {entry.guid} {entry.url} {now}".encode(), digest_size=6).hexdigest()
            log.debug("entry", source=source.id, outcome=decision.action, url=entry.url, trace=trace)
            seen = Note("seen", decision.action, decision.reason)
            known = decision.action == "changed" and (decision.article_id or 0) > 0
            if known and changes.is_withdrawn(entry.title, entry.summary):
                found.append(Arrived(entry.url, item, 0.0, (seen,), trace=trace, withdrawn=True))
                continue
            first = relevance.judge(entry.title, entry.summary, outlet=outlet, language=entry.language or "en")
            if first.relevant:
                one = self._opener.open(source, entry, outlet, item, first, trace, seen=(seen,), known=known, gate=gate)
                opened.append(one)
                continue
            note = Note("judged", "left out", words(first.score, first.reasons))
            found.append(Arrived(entry.url, item, first.score, (seen, note), trace=trace))
        if opened:
            found += await asyncio.gather(*opened)
        return sorted(found, key=_arrival_order), again


def _identity(source: Source, entry: Entry, outlet: str) -> Identity:
    return identities.identify(
        guid=entry.guid,
        url=entry.url,
        title=entry.title,
        text=entry.content_html or entry.summary,
        source_id=source.id,
        outlet=outlet,
    )


def _taken_back(item: Identity) -> Arrived:
    """An article that the feed itself says is deleted (RFC 6721)."""
    return Arrived("", item, 0.0, (Note("seen", "changed", "its feed says that it was deleted"),), withdrawn=True)


def _silence(source: Source, reason: str) -> Told:
    found = health.trouble(reason)
    return Told(reason, f"{source.title or source.url} {found.what}.", found.remedy)


def _arrival_order(arrived: Arrived) -> tuple[float, str]:
    published = arrived.article.published if arrived.article else None
    return (published or datetime.fromtimestamp(0, UTC)).timestamp(), arrived.url


def _store_quiet(db: Connection, quiet: Sequence[Quiet], now: float) -> None:
    """Record what quiet polls left out, then their sources' validators, in one transaction."""
    shelf.leave_out(db, [(one.poll, arrived) for one in quiet if one.poll for arrived in one.arrivals])
    source_steps.mark(db, [one.row for one in quiet], now)
    failpoints.hit("plan.before-commit")


def _store_again(
    db: Connection, owed: owing.Owed, poll: shelf.Poll, arrived: Arrived, queue: Queue | None
) -> tuple[str, ...]:
    """What became of a page that was owed, with the edits it brings, in one transaction."""
    told = shelf.reread(db, owed, arrived, poll)
    if queue is not None and told:
        queue.deliver(db, told)
    return told


def _store(
    db: Connection,
    row: source_steps.Polled,
    poll: shelf.Poll,
    arrivals: Sequence[Arrived],
    spent: Counter[str],
    was: str,
    queue: Queue | None,
    offer: Offer | None,
) -> tuple[str, ...]:
    """Articles, stories, cards, promises, ledger; the source's validators move last, all in one transaction."""
    owed = shelf.take(db, poll, arrivals, spent)
    source = source_steps.get(db, row.source_id) if was or row.url else None
    if source is not None:
        incidents.after_answer(db, source, row, was, None, poll.now)
    else:
        source_steps.mark(db, [row], poll.now)
    if offer is not None:
        offer.notice(db, offer.source, offer.state)
    if queue is not None and owed:
        queue.deliver(db, owed)
    failpoints.hit("plan.before-commit")
    return owed
