"""Behind `why` and `replay`: a trail of ledger rows, a card owed after all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from bot.errors import UsageError
from bot.model import Channel, Person
from bot.storage import audit, ledger, news, promises
from bot.storage.ledger import Row
from bot.storage.tables import articles, channels, choices
from bot.storage.tables import promises as promise_table

MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Trail:
    """What is known of an address. `channels` are the names of this workspace's own; `together`: others tell it too."""

    rows: tuple[Row, ...]
    url: str
    title: str
    story_id: int | None
    permalinks: tuple[str, ...]
    channels: Mapping[str, str]
    together: bool = False
    article_id: int | None = None


def _article(db: Connection, about: str, workspace_id: str) -> tuple[int | None, int | None, str, str]:
    """(article, story, address, title) people mean by an address or a story's number, if a source of theirs told it.

    Menus name an article itself, `article:7`: what the ledger knew of its address may be cleared away.
    """
    if named := re.fullmatch(r"article:([0-9]{1,15})", about.strip()):
        return _told(db, int(named[1]), workspace_id) or (None, None, "", "")
    number = about.strip().lstrip("#")
    if re.fullmatch(r"[0-9]{1,15}", number):
        card = news.story(db, number, workspace_id=workspace_id)
        return (card.article_id, int(number), card.url, card.reading.headline.text) if card else (None, None, "", "")
    for row in ledger.for_url(db, about):
        if row.article_id is not None and row.article_id > 0 and (found := _told(db, row.article_id, workspace_id)):
            return found
    return None, None, about, ""


def _told(db: Connection, article_id: int, workspace_id: str) -> tuple[int, int, str, str] | None:
    row = db.execute(
        select(articles.c.story_id, articles.c.url, articles.c.title).where(articles.c.id == article_id)
    ).one_or_none()
    if row is None or not news.story(db, str(row.story_id), workspace_id=workspace_id):
        return None
    return article_id, int(row.story_id), str(row.url), str(row.title)


def trail(db: Connection, about: str, workspace_id: str) -> Trail:
    """Everything that happened to an address, as far as this workspace may see it: what its own sources brought and
    what its own channels got."""
    article_id, story_id, url, title = _article(db, about, workspace_id)
    rows = list(ledger.for_url(db, url or about))
    if story_id is not None:
        have = {(row.at, row.step, row.channel_id, row.promise_id) for row in rows}
        later = [row for row in ledger.for_story(db, story_id) if row.channel_id]
        rows += [row for row in later if (row.at, row.step, row.channel_id, row.promise_id) not in have]
    mine = {
        row.id: row.name or row.id
        for row in db.execute(select(channels.c.id, channels.c.name).where(channels.c.workspace_id == workspace_id))
    }
    own = set(db.execute(select(choices.c.source_id).where(choices.c.workspace_id == workspace_id)).scalars())
    seen = [
        row
        for row in sorted(rows, key=lambda row: row.at)
        if (row.channel_id in mine if row.channel_id else row.source_id is None or row.source_id in own)
    ]
    links = db.execute(
        select(promise_table.c.permalink).where(
            promise_table.c.about == str(story_id or ""),
            promise_table.c.kind == "card",
            promise_table.c.workspace_id == workspace_id,
            promise_table.c.permalink != "",
        )
    )
    told = db.execute(select(articles.c.id).where(articles.c.story_id == story_id).limit(2)).all() if story_id else ()
    shown = tuple(seen[-MOST_ROWS:])
    return Trail(shown, url, title, story_id, tuple(row.permalink for row in links), mine, len(told) > 1, article_id)


def story_of(db: Connection, about: str, workspace_id: str) -> tuple[int, int, str]:
    """(article, story, address) people mean by an address or a story's number.

    Raises:
        UsageError: no source of theirs brought it.
    """
    article_id, story_id, url, _ = _article(db, about, workspace_id)
    if article_id is None or story_id is None:
        raise UsageError("No article your sources brought has this address. `why` says what is known of it.")
    return article_id, story_id, url


def replay(db: Connection, about: str, channel: Channel, person: Person, now: float) -> str:
    """Owe a story's card to a channel after all; what was done, as a sentence.

    Raises:
        UsageError: no story has this address.
    """
    _, story_id, url = story_of(db, about, channel.workspace_id)
    table = promise_table.c
    known = db.execute(
        select(table.id, table.state).where(
            table.about == str(story_id), table.channel_id == channel.id, table.kind == "card"
        )
    ).one_or_none()
    if known is not None and known.state == "sent":
        return "It was posted here already."
    if known is not None and known.state in ("planned", "leased", "later"):
        return "It is on its way here already."
    if known is not None:
        db.execute(
            update(promise_table)
            .where(table.id == known.id)
            .values(state="planned", due_at=now, attempts=0, reason="a manager asked for it")
        )
        promise_id: str | None = known.id
    else:
        promise_id = promises.plan(
            db,
            channel_id=channel.id,
            workspace_id=channel.workspace_id,
            kind="card",
            about=str(story_id),
            now=now,
            trace=f"replay:{person.id}",
        )
    audit.write(db, channel.workspace_id, person, "replay", f"{channel.name or channel.id}: {url}", now)
    ledger.write(
        db,
        url=url,
        step="planned",
        outcome="planned",
        reason="a manager asked for it",
        now=now,
        story_id=story_id,
        channel_id=channel.id,
        promise_id=promise_id or "",
    )
    return "It is on its way here."
