"""Pictures of the bot on Slack: what the real program answers at local-slack, drawn by slack_page."""

from __future__ import annotations

import json
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.model import Person
from bot.platforms.slack import Slack, SlackOptions
from bot.storage import places as place_steps
from bot.storage.store import Store
from tests.pictures.newsroom import BEGIN, HOSTS, Bot, newsroom, places
from tests.pictures.slack_page import Said, Surface, draw
from tests.slack_world import APP_TOKEN, BOT_TOKEN, World, elements, local_slack, until, words

ANNA = Person("slack:U1ANNA", "Anna", "manager")
HOME, NEWS = places("slack", "T01TEST", "C1NEWS", "news")
OTHER = "C2OTHER"


@dataclass
class Desk:
    """A newsroom of two people on Slack, and what was seen of it."""

    bot: Bot
    slack: Slack
    world: World
    seen: list[Surface] = field(default_factory=list)

    @property
    def clock(self) -> str:
        return self.bot.now.isoformat()

    async def card(self, headline: str) -> dict[str, Any]:
        """The message with a story's card, as it stands now."""
        return next(one for one in await self.world.messages() if headline in words(one["blocks"]))

    async def ask(self, name: str, line: str, *, top: int = 0, **more: Any) -> dict[str, Any]:
        """Type a command and keep its answer, of a long one so many pixels from above."""
        answer = await self.world.ask(line, **more)
        self.keep(name, answer, top=top)
        return answer

    def keep(
        self, name: str, *messages: dict[str, Any], menu: bool = False, thread: bool = False, top: int = 0
    ) -> None:
        said = [
            Said(one["blocks"], self.clock, one.get("subtype") == "ephemeral", bool(one.get("edited")), menu=menu)
            if one.get("user") == "U0BOT"
            else Said((), self.clock, who="Anna", text=f"@AI Policy {str(one['text']).partition('> ')[2]}")
            for one in messages
        ]
        self.seen.append(Surface(name, said, thread, height=top))

    async def press(self, message: dict[str, Any], label: str) -> dict[str, Any]:
        """Press a button and take the answer."""
        before = len(await self.world.messages(message["channel"]))
        found = next(one for name, one in elements(message).items() if name.startswith(label))
        await self.world.press(message, found)
        return (await self.world.new(before, message["channel"]))[0]

    async def form(self, line: str, label: str, channel: str = "C1NEWS") -> dict[str, Any]:
        """The modal behind the button of a command's answer."""
        answer = await self.world.ask(line, channel=channel)
        await self.world.press(answer, elements(answer)[label])
        return await self.modal("form")

    async def modal(self, kind: str, wanted: Callable[[dict[str, Any]], bool] = bool) -> dict[str, Any]:
        """The modal on top, as soon as it is of a kind and as wanted."""

        async def look() -> dict[str, Any] | None:
            stack = (await self.world.screen())["modalStack"]
            top = stack[-1] if stack else {}
            return dict(top) if top.get("callback_id") == kind and wanted(top) else None

        found = await until(look)
        assert isinstance(found, dict)
        return found

    async def choose(self, view: dict[str, Any], block_id: str, **chosen: Any) -> None:
        """Choose in a field of an open modal, as Slack tells the bot; local-slack has no such thing."""
        block = next(one for one in view["blocks"] if one.get("block_id") == block_id)
        element = block["element"]
        state = {block_id: {element["action_id"]: {"type": element["type"], **chosen}}}
        told = {
            "type": "block_actions",
            "team": {"id": "T01TEST"},
            "user": {"id": "U1ANNA", "team_id": "T01TEST"},
            "view": {**view, "state": {"values": state}},
            "actions": [{"action_id": element["action_id"], "block_id": block_id, "type": element["type"], **chosen}],
        }
        body = f"payload={json.dumps(told).replace('%', '%25').replace('&', '%26').replace('+', '%2B')}"
        status, _, _ = await self.slack.dispatch(body, {"content-type": "application/x-www-form-urlencoded"})
        assert status == 200

    async def follow_form(self, name: str, label: str, topic: str) -> None:
        """The form of `follow` with a topic chosen in it, and what it counts then."""
        form = await self.form("follow", label)
        chosen = [one for one in _options(form, "topics") if topic in one["text"]["text"]]
        before = _count(form)
        await self.choose(form, "topics", selected_options=chosen)
        counted = await self.modal("form", lambda view: _count(view) != before)
        topics = next(one for one in counted["blocks"] if one.get("block_id") == "topics")
        topics["element"]["initial_options"] = chosen  # what the person sees chosen in it
        self.seen.append(Surface(name, view=counted))

    async def digest(self, name: str) -> None:
        """What is kept for the other channel's digest goes out."""
        await self.world.ask("digest now", channel=OTHER)
        await self.bot.deliver()
        posted = [one for one in await self.world.messages(OTHER) if one.get("subtype") != "ephemeral"]
        self.keep(name, posted[-1])

    async def thread(self, card: dict[str, Any]) -> None:
        """What stands under a card, and a question asked there."""
        said = {"channel": "C1NEWS", "user": "U1ANNA", "text": "<@U0BOT> timeline SB 1047", "thread_ts": card["ts"]}
        async with self.world.session.ws_connect(f"{self.world.base}/ui") as ui:
            await ui.receive()
            before = len(await self.world.messages())
            await ui.send_json({"t": "post_message", **said})
            await self.world.new(before)
        async with self.world.session.get(f"{self.world.base}/_control/messages/C1NEWS") as answer:
            every = (await answer.json())["messages"]
        below = [one for one in every if one.get("thread_ts") == card["ts"] and one["ts"] != card["ts"]]
        self.keep("thread", card, *below, thread=True)

    async def home(self, name: str, user: str, height: int = 0) -> None:
        """Open the Home tab."""
        await self.world.open_home(user)

        async def look() -> dict[str, Any] | None:
            return dict((await self.world.screen())["homeViews"].get(user) or {}).get("A01APP")

        self.seen.append(Surface(name, view=await until(look), height=height))


@asynccontextmanager
async def desk(folder: Path, begin: datetime = BEGIN) -> AsyncIterator[Desk]:
    """The bot at local-slack, with nothing chosen yet."""
    store = Store(f"sqlite:///{folder / 'bot.db'}")
    store.open()
    try:
        async with local_slack(folder) as world, newsroom(store, begin) as bot:
            slack = Slack(SlackOptions(BOT_TOKEN, APP_TOKEN, api_url=world.api), bot.services)
            await slack.start()
            try:
                await store.run(place_steps.ensure, HOME, NEWS, bot.hand.now)
                await store.run(place_steps.add_manager, HOME.id, ANNA.id, "test", bot.hand.now)
                bot.senders["slack"] = slack.sender
                yield Desk(bot, slack, world)
            finally:
                await slack.stop()
    finally:
        store.close()


def _text(value: str) -> dict[str, Any]:
    return {"value": {"type": "plain_text_input", "value": value}}


async def reading(at: Desk) -> None:
    """Cards come; people press and ask."""
    await at.bot.choose(HOME, ANNA, "ledger", "summit", "docket", "wire")
    for line in ("language en Europe/London --everyone", "language en Europe/London"):  # hers, over her Slack's zone
        await at.world.ask(line)
    await at.world.ask("follow --start new")
    await at.world.ask("follow --digest_only --start new", channel=OTHER)
    await at.bot.until(datetime(2024, 4, 3, 9, tzinfo=UTC))
    await at.bot.turn(60)
    memo = await at.card("Washington and London")
    at.keep("card", memo)
    at.keep("card-menu", memo, menu=True)
    at.keep("coverage", await at.press(memo, "Coverage"))
    form = await at.form("sources add", "Fill In a Form")
    at.seen.append(Surface("add-source-form", view=form))
    await at.world.submit({"address": _text(f"https://{HOSTS['bulletin']}")})
    at.seen.append(
        Surface("add-source", view=await at.modal("shown", lambda view: "Bulletin" in words(view["blocks"])))
    )
    await at.bot.choose(HOME, ANNA, "bulletin")
    await at.world.ask("tune --threads story")
    await at.bot.until(datetime(2024, 10, 2, 9, tzinfo=UTC))
    await at.bot.turn(60)
    grown = await at.card("SB 1047")
    at.keep("card-corrected", await at.card("FTC announces"))
    await at.thread(grown)
    story = elements(grown)["Save"]["value"].partition(" ")[2]
    await at.ask("latest", "latest")
    await at.ask("search", "search AI")
    await at.ask("why", f"why {story}")
    await at.ask("facts", f"story {story} --facts")
    await at.ask("help", "help", top=620)
    await at.ask("help-command", "help follow")
    await at.ask("sources", "sources")
    await at.ask("deadlines", "deadlines 365")
    await at.ask("timeline", "timeline SB 1047")
    for line in (f"save {story}", "save 1"):
        await at.world.ask(line)


async def managing(at: Desk) -> None:
    """Forms, a digest, a source that fails, Home."""
    await at.follow_form("follow-form", "Choose in a form", "Consumers")
    form = await at.form("digest schedule", "Choose in a form", OTHER)
    at.seen.append(Surface("digest-form", view=form))
    await at.world.ask("digest schedule weekly 09:00 --day monday --zone Europe/London --most 6", channel=OTHER)
    await at.ask("digest-preview", "digest preview", channel=OTHER)
    await at.digest("digest")
    before = len(await at.world.messages())
    at.bot.room.shut.add("wire")
    for _ in range(8):
        await at.bot.turn(180)
    at.keep("incident", (await at.world.new(before))[0])
    await at.home("home", "U1ANNA", 900)
    await at.home("home-reader", "U2BEN", 900)


async def german(at: Desk) -> None:
    """The same in German."""
    await at.bot.choose(HOME, ANNA, "depesche", "summit")
    for line in ("language de Europe/Berlin --everyone", "language de Europe/Berlin"):
        await at.world.ask(line)
    await at.world.ask("follow --start new")
    await at.world.ask("follow --digest_only --start new", channel=OTHER)
    await at.bot.until(datetime(2024, 9, 7, 9, tzinfo=UTC))
    await at.bot.turn(60)
    at.keep("german-card", await at.card("Bußgeld"))
    await at.ask("german-help", "help", top=420)
    await at.follow_form("german-follow-form", "Im Formular auswählen", "Biometrie")
    await at.world.ask("digest schedule weekly 09:00 --day monday --zone Europe/Berlin --most 6", channel=OTHER)
    await at.digest("german-digest")
    await at.home("german-home", "U1ANNA", 900)


def _count(view: dict[str, Any]) -> str:
    return words(next(one for one in view["blocks"] if one.get("block_id") == "_counted"))


def _options(view: dict[str, Any], block_id: str) -> list[dict[str, Any]]:
    return list(next(one for one in view["blocks"] if one.get("block_id") == block_id)["element"]["options"])


async def pictures(folder: Path) -> None:
    """Every surface, and some in German."""
    with tempfile.TemporaryDirectory() as data:
        async with desk(Path(data)) as at:
            await reading(at)
            await managing(at)
        await draw(at.seen, folder)
    with tempfile.TemporaryDirectory() as data:
        async with desk(Path(data), datetime(2024, 7, 30, 9, tzinfo=UTC)) as at:
            await german(at)
        await draw(at.seen, folder, "de-DE")
