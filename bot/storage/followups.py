"""What follows a card that was posted: its edits in place, and notes under it. In the transaction of what changed."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, bindparam, select, update

from bot.model import Card, Reply
from bot.speech import speech
from bot.storage import follows, payloads, places, promises
from bot.storage.tables import promises as promise_table
from bot.storage.tables import stories

EDIT_EVERY_SECONDS = 300.0  # one edit of a card at most in so long
# Built once: building a statement costs more than running it.
_POSTED = (
    select(
        promise_table.c.channel_id, promise_table.c.workspace_id, promise_table.c.thread_id, promise_table.c.message_id
    )
    .where(promise_table.c.about == bindparam("this_story"), promise_table.c.kind == "card")
    .where(promise_table.c.version < bindparam("this_version"))
    .where(promise_table.c.state.in_(("sent", "leased", "planned", "later", "held")))
)
_SENT = select(promise_table.c.channel_id, promise_table.c.workspace_id).where(
    promise_table.c.about == bindparam("this_story"), promise_table.c.kind == "card", promise_table.c.state == "sent"
)


def edits(db: Connection, card: Card, now: float, trace: str) -> tuple[str, ...]:
    """Promise the edit of a grown or corrected card wherever it was posted, not more often than every few minutes.

    Returns the ids of the channels that are owed one.
    """
    posted = db.execute(_POSTED, {"this_story": card.story_id, "this_version": card.version}).all()
    if not posted:
        return ()
    edited = db.execute(select(stories.c.edited_at).where(stories.c.id == int(card.story_id))).scalar_one_or_none()
    due = now
    if edited is not None:  # the last edit, or the next one that is owed already; a clock set back holds nothing up
        due = max(now, edited + EDIT_EVERY_SECONDS) if edited <= now else min(edited, now + EDIT_EVERY_SECONDS)
    owed = [promises.Owed(row.channel_id, row.workspace_id, due) for row in posted]
    planned = promises.plan_all(db, "edit", card.story_id, owed, now=now, version=card.version, trace=trace)
    db.execute(update(stories).where(stories.c.id == int(card.story_id)).values(edited_at=due))
    return tuple(planned)


def changed(db: Connection, card: Card, words: str, now: float, trace: str) -> tuple[str, ...]:
    """Promise a note about a material change, in each team's language, wherever the card was posted."""

    @cache
    def told(workspace_id: str) -> str:
        return payloads.dump(Reply.say(speech(places.locale_of(db, workspace_id)).again(words)))

    posted = db.execute(_SENT, {"this_story": card.story_id})
    owed = [promises.Owed(row.channel_id, row.workspace_id, now, told(row.workspace_id)) for row in posted.all()]
    return _notes(db, card, owed, now, trace)


def covered(db: Connection, card: Card, words: str, now: float, trace: str) -> tuple[str, ...]:
    """Promise a note about new coverage, in the outlet's own words, in channels that want it and have the card."""
    posted = db.execute(_SENT, {"this_story": card.story_id}).all()
    wanting = follows.wanting_coverage(db, [row.channel_id for row in posted])
    said = payloads.dump(Reply.say(words))
    owed = [promises.Owed(row.channel_id, row.workspace_id, now, said) for row in posted if row.channel_id in wanting]
    return _notes(db, card, owed, now, trace)


def _notes(db: Connection, card: Card, owed: list[promises.Owed], now: float, trace: str) -> tuple[str, ...]:
    return tuple(promises.plan_all(db, "note", card.story_id, owed, now=now, version=card.version, trace=trace))
