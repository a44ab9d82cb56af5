"""A platform that records, a clock that is set by hand, and small steps to fill a database with."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select, update

from bot.deliver import Deliverer, Limits
from bot.model import Card, Channel, Message, Promise, Reading, Receipt, Reply, Slice, Span, Words, Workspace
from bot.storage import places, promises
from bot.storage.codec import dump
from bot.storage.store import Store
from bot.storage.tables import promises as table
from bot.storage.tables import stories

NOON = 1_800_000_000.0


class Hand:
    """A clock that only moves when told, or when somebody sleeps."""

    def __init__(self, now: float = NOON) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += max(seconds, 0.0)


@dataclass(frozen=True)
class Posted:
    """A message the recorder keeps. `shown` is the card's headline, or the words of a reply."""

    channel: str
    promise: str
    kind: str
    shown: str
    at: float
    message_id: str
    plain: int = 0
    about: str = ""  # the message a note belongs to


@dataclass
class Recorder:
    """A platform in memory. `faults[x]` are raised, one per request, for channel or promise kind x.

    A fault in `late` is raised after the message was taken: the answer got lost on the way back.
    """

    clock: Hand
    platform: str = "slack"
    limits: Limits = field(default_factory=Limits)
    faults: dict[str, list[BaseException]] = field(default_factory=dict)
    late: dict[str, list[BaseException]] = field(default_factory=dict)
    blind: list[BaseException] = field(default_factory=list)  # raised by `find`
    posts: list[Posted] = field(default_factory=list)
    edits: list[Posted] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    looks: int = 0

    async def send(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        self._fail(self.faults, channel, promise)
        first = [post for post in self.posts if post.promise == promise.id]
        if first and self.clock() - first[0].at < self.limits.repeat_seconds * 2.5:
            posted = first[0]  # an enforced nonce
        else:
            posted = self._post(channel, promise, message, f"m{len(self.posts) + 1}")
            self.posts.append(posted)
        self._fail(self.late, channel, promise)
        return Receipt(posted.message_id)

    async def edit(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        self._fail(self.faults, channel, promise)
        self.edits.append(self._post(channel, promise, message, promise.message_id))
        self._fail(self.late, channel, promise)
        return Receipt(promise.message_id)

    async def delete(self, channel: Channel, promise: Promise) -> None:
        self._fail(self.faults, channel, promise)
        self.deleted.append(promise.message_id)

    async def find(self, channel: Channel, promise: Promise) -> Receipt | None:
        self.looks += 1
        if self.blind:
            raise self.blind.pop(0)
        return next((Receipt(post.message_id) for post in self.posts if post.promise == promise.id), None)

    def _post(self, channel: Channel, promise: Promise, message: Message, message_id: str) -> Posted:
        shown = message.reading.headline.text if isinstance(message, Card) else ""
        if isinstance(message, Reply):
            shown = " ".join(part.text for part in message.parts if isinstance(part, Words))
        return Posted(
            channel.id, promise.id, promise.kind, shown, self.clock(), message_id, promise.plain, promise.message_id
        )

    def _fail(self, faults: dict[str, list[BaseException]], channel: Channel, promise: Promise) -> None:
        for key in (channel.id, promise.kind):
            if faults.get(key):
                raise faults[key].pop(0)

    def shown(self, channel: str = "") -> list[str]:
        """What was posted, in order; of one channel, if named."""
        return [post.shown for post in self.posts if channel in ("", post.channel)]


def seed(db: Connection, *channels: str, now: float = NOON, workspace: str = "slack:T1") -> None:
    """Remember a workspace and its channels."""
    platform = workspace.partition(":")[0]
    for name in channels:
        home = Workspace(workspace, platform)  # type: ignore[arg-type]  # a platform by construction
        places.ensure(db, home, Channel(name, workspace, name.partition(":")[2]), now)


def tell_story(db: Connection, number: int, headline: str, version: int = 1, now: float = NOON) -> None:
    """Store a story, or its next version, with a card that shows `headline`."""
    url = f"https://example.org/{number}"
    slice_ = Slice(headline, Span(0, len(headline)), "title")
    card = Card(str(number), number, url, "Example", Reading(slice_), version=version)
    values = {"version": version, "headline": headline, "url": url, "card": dump(card), "updated_at": now}
    if not db.execute(update(stories).where(stories.c.id == number).values(values)).rowcount:
        db.execute(insert(stories).values(id=number, created_at=now, **values))


def promise(db: Connection, channel: str, number: int, kind: str = "card", **more: object) -> str | None:
    """Promise a story to a channel."""
    more.setdefault("now", NOON)
    workspace = places.find_channel(db, channel)
    return promises.plan(
        db,
        channel_id=channel,
        workspace_id=workspace.workspace_id if workspace else "",
        kind=kind,  # type: ignore[arg-type]  # a kind by construction
        about=str(number),
        **more,  # type: ignore[arg-type]  # passed through
    )


def states(db: Connection, channel: str = "") -> list[tuple[str, str, str]]:
    """(kind, state, reason) of every promise, in order; of one channel, if named."""
    query = select(table).order_by(table.c.channel_id, table.c.seq)
    return [(row.kind, row.state, row.reason) for row in db.execute(query) if channel in ("", row.channel_id)]


def deliverer(store: Store, clock: Hand, *senders: Recorder, worker: str = "w1", **more: float) -> Deliverer:
    """A Deliverer on a hand-set clock; on PostgreSQL its own clock is not asked."""
    made = Deliverer(
        store,
        {sender.platform: sender for sender in senders},
        worker=worker,
        clock=clock,
        sleep=clock.sleep,
        shared_clock=False,
        **more,
    )  # type: ignore[arg-type]  # numbers only
    return made
