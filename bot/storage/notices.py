"""Telling the people who look after a workspace, through a promise to a channel they can still read."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.model import Button, Buttons, Reply, Words
from bot.speech import speech
from bot.storage import payloads, places, promises
from bot.storage.codec import load_any
from bot.storage.tables import channels, follows, workspaces

ALERTS = "alerts"  # workspace setting: id of the channel that gets notices

# What the platforms' answers mean, for the sentence managers read; anything else is shown as it came.
_WORDS = {
    "channel_not_found": "the channel does not exist, or the bot was not invited to it",
    "not_in_channel": "the bot is not in the channel; invite it",
    "is_archived": "the channel is archived",
    "http-403": "the bot lacks the permission to post there",
    "http-404": "the channel does not exist any more",
    "http-503": "the platform is not available now",
    "unreachable": "the platform cannot be reached",
    "no-answer": "the platform did not answer",
    "timeout": "the platform did not answer",
    "ratelimited": "the platform asks us to wait",
    "token-refused": "the platform refuses our token",
    "interrupted": "the bot was stopped in the middle",
    "outage": "the platform was away for long",
    "card-waits": "its card is not posted yet",
}


def tell(
    db: Connection,
    workspace_id: str,
    *,
    key: str,
    text: str,
    now: float,
    avoid: str = "",
    trace: str = "",
    buttons: tuple[Button, ...] = (),
) -> str | None:
    """Promise a notice to a workspace; `key` names the incident, which is told once a day at most.

    It goes to the workspace's alerts channel if it chose one, else to the first channel that follows and works,
    never to `avoid`. None when nobody can be told there now (`status` and the log say it anyway), or was told.
    """
    channel_id = where(db, workspace_id, avoid)
    if channel_id is None:
        return None
    text = speech(places.locale_of(db, workspace_id)).again(text)
    return promises.plan(
        db,
        channel_id=channel_id,
        workspace_id=workspace_id,
        kind="notice",
        about=key,
        version=int(now // 86400),
        payload=payloads.dump(Reply((Words(text), Buttons(buttons)) if buttons else (Words(text),))),
        trace=trace,
        now=now,
    )


def why(reason: str) -> str:
    """A platform's reason as words."""
    return _WORDS.get(reason, reason)


def where(db: Connection, workspace_id: str, avoid: str = "") -> str | None:
    """The channel that hears notices of a workspace, never `avoid`; None when there is none."""
    settings = db.execute(select(workspaces.c.settings).where(workspaces.c.id == workspace_id)).scalar_one_or_none()
    wanted = load_any(settings).get(ALERTS, "") if settings else ""
    rows = db.execute(
        select(channels.c.id)
        .join(follows, follows.c.channel_id == channels.c.id, isouter=True)
        .where(channels.c.workspace_id == workspace_id, channels.c.state == "ok", channels.c.id != avoid)
        .where(((follows.c.state == "active") & (channels.c.kind != "dm")) | (channels.c.id == wanted))
        .order_by(follows.c.since_at, channels.c.id)
    )
    usable = list(rows.scalars())
    return wanted if wanted in usable else (usable[0] if usable else None)
