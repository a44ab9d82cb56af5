"""What a promise delivers, as JSON and back: editions, replies, and the card of a story as it stands now."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.model import (
    Attachment,
    Buttons,
    Card,
    Edition,
    Form,
    Message,
    Part,
    Preview,
    PromiseKind,
    Reply,
    Select,
    Shown,
    Table,
    Words,
)
from bot.storage import codec
from bot.storage.tables import stories

# A part is stored with its name: JSON alone does not tell Words from Table.
_PARTS: dict[str, type[Part]] = {
    kind.__name__: kind for kind in (Words, Table, Shown, Preview, Buttons, Select, Attachment, Form)
}


def dump(message: Edition | Reply) -> str:
    """JSON for `promises.plan(payload=...)`."""
    if isinstance(message, Edition):
        return codec.dump(message)
    parts = [{"kind": type(part).__name__, "value": part} for part in message.parts]
    return codec.dump({"parts": parts, "private": message.private, "error": message.error})


def load_reply(text: str) -> Reply:
    """What `dump` made of a Reply. Raises msgspec.ValidationError or KeyError when it is something else."""
    body = codec.load_any(text)
    parts = tuple(codec.load(_PARTS[part["kind"]], codec.dump(part["value"])) for part in body["parts"])
    return Reply(parts, bool(body["private"]), bool(body["error"]))


def load(db: Connection, kind: PromiseKind, about: str, payload: str) -> Message | None:
    """The message as it has to be shown now; None when there is nothing to show any more.

    A card is read from its story at this moment, so whatever changed since it was promised is in it.

    Raises:
        msgspec.ValidationError, KeyError, ValueError: what is stored cannot be read.
    """
    if kind == "edition":
        return codec.load(Edition, payload)
    if payload:
        return load_reply(payload)
    if kind == "delete" or not about.isdigit():
        return None
    text = db.execute(select(stories.c.card).where(stories.c.id == int(about))).scalar_one_or_none()
    return codec.load(Card, text) if text not in (None, "", "{}") else None


def story_url(db: Connection, about: str) -> tuple[int | None, str]:
    """(story id, address of its leading article) for the ledger; (None, "") for what is not about a story."""
    if not about.isdigit():
        return None, ""
    row = db.execute(select(stories.c.id, stories.c.url).where(stories.c.id == int(about))).one_or_none()
    return (row.id, row.url) if row else (None, "")
