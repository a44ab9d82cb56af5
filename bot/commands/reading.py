"""Commands for everybody: read what the bot found."""

from __future__ import annotations

from bot.commands.spec import Arg, Command, Request
from bot.model import Reply, Shown
from bot.storage import news


async def latest(request: Request) -> Reply:
    """The newest cards, newest first, optionally of one topic or jurisdiction."""
    cards = await request.services.store.read(
        news.latest, request.args.get("count", 3), request.args.get("about", ""), workspace_id=request.workspace.id
    )
    if not cards:
        return Reply.say(request.t("Nothing yet."))
    return Reply(tuple(Shown(card) for card in cards))


READING = (
    Command(
        "latest",
        "The newest cards, of one topic or place if you name it",
        latest,
        (
            Arg("count", "count", "How many, 1 to 10"),
            Arg("about", "topic", "A topic or a jurisdiction, for example EU"),
        ),
        example="latest 3 EU",
    ),
)
