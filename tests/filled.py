"""A workspace with something of everything in it, for tests that ask every command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.commands import COMMANDS, Services, answer_line
from bot.commands.answer import Door as DoorName
from bot.commands.spec import Arg, Command
from bot.errors import SourceError
from bot.model import (
    Article,
    Card,
    Channel,
    Coverage,
    DateAhead,
    Fact,
    Frame,
    Label,
    Person,
    Quote,
    Reading,
    Reply,
    Slice,
    Source,
    Span,
    Verdict,
    Workspace,
)
from bot.storage import ahead, grouping, ledger, places, sources
from bot.storage.codec import dump
from bot.storage.store import Store
from bot.storage.tables import articles, promises, stories
from bot.storage.tables import sources as source_table

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
OUTLET = "Policy Courier"
URL = "https://example.org/news/{}"
MENTIONS = {"slack": "<@U7DANA|dana>", "discord": "<@7007>"}
GONE = {"sources remove", "unfollow", "rules remove", "untrack", "digest off", "digest discard", "managers remove"}


class Offline:
    """A way out that leads nowhere: every source is unreachable."""

    async def get(self, url: str, **_: Any) -> Any:
        """Refuse."""
        raise SourceError(f"{url} cannot be reached.", reason="unreachable")


def words(text: str) -> Slice:
    """Words as if taken from an article."""
    return Slice(text, Span(0, len(text)))


def story_card(number: int) -> Card:
    """Story 1 is bare, story 2 has everything."""
    headline = f"Senate passes chatbot bill number {number}"
    card = Card(
        str(number),
        number,
        URL.format(number),
        OUTLET,
        Reading(words(headline), verdict=Verdict(True, 0.9)),
        NOW - timedelta(days=number),
        dossier="2024/1689",
    )
    if number != 2:
        return card
    reading = Reading(
        words(headline),
        verdict=Verdict(True, 0.95),
        pull=Quote((words("Children must be safe from machines that flatter them."),), "Ada Brandt", "Senator"),
        facts=(
            Fact(words("the bill passed by 31 votes to 4")),
            Fact(words("a first draft failed last year"), background=True),
        ),
        frame=Frame((Label("US-CA"),), Label("law"), Label("passed", (words("passed"),)), Label("children_companions")),
        dates_ahead=(DateAhead("deadline", date(2026, 3, 20), words("by 20 March"), "comments close by 20 March"),),
        language="en",
    )
    return replace(
        card,
        reading=reading,
        also=(Coverage("Second Paper", "https://second.example/2", "The bill has passed", NOW),),
        confirmed_by=("Second Paper",),
        updated_at=NOW,
        changes=("stage was advanced, is passed", "a fact was added"),
    )


def _told(db: Connection, article_id: int, story_id: int, source_id: int, card: Card, outlet: str, at: float) -> None:
    """One article of a story, with what the bot read in it."""
    title = card.reading.headline.text
    article = Article(card.url, title, title, outlet=outlet)
    db.execute(
        insert(articles).values(
            id=article_id,
            source_id=source_id,
            story_id=story_id,
            url=card.url,
            title=title,
            body=title,
            outlet=outlet,
            authors="[]",
            reading=dump(card.reading),
            signature=dump(grouping.signature_of(article_id, article, card.reading)),
            fetched_at=at,
            published_at=at,
        )
    )


def fill(db: Connection, workspace: Workspace, channel: Channel) -> None:
    """Stories, sources in all states, a trail, something that waits."""
    now = NOW.timestamp()
    places.ensure(db, workspace, channel, now)
    ids = []
    for name in ("feed", "broken", "resting"):
        source = Source(0, "feed", f"https://example.org/{name}.xml", f"{OUTLET} {name}")
        ids.append(sources.add(db, source, now))
        sources.choose(db, workspace.id, ids[-1], by="x:1", now=now, name=source.title)
    db.execute(update(source_table).where(source_table.c.id == ids[0]).values(ok_at=now, due_at=now + 600))
    db.execute(
        update(source_table).where(source_table.c.id == ids[1]).values(failures=4, reason="http-403", failing_at=now)
        if "failing_at" in source_table.c
        else update(source_table).where(source_table.c.id == ids[1]).values(failures=4, reason="http-403")
    )
    for number in (3, 2, 1):
        card = story_card(number)
        at = now - 86400 * number
        frame = card.reading.frame
        db.execute(
            insert(stories).values(
                id=number,
                lead_article_id=number,
                headline=card.reading.headline.text,
                url=card.url,
                outlet=card.outlet,
                card=dump(card),
                stage=frame.stage.id if frame.stage else "",
                measure=card.dossier,
                created_at=at,
                updated_at=at,
            )
        )
        _told(db, number, number, ids[0], card, OUTLET, at)
        ahead.remember(db, number, card, now)
    _told(db, 4, 2, ids[0], story_card(4), "Second Paper", now - 86400)  # another outlet on the second story
    trail = (
        ("seen", "new", "nothing like it was seen before"),
        ("fetched", "failed", "example.org does not answer in time."),
        ("judged", "kept", "about AI: “chatbot”; law, government or courts: “Senate”, “bill”; 0.91 of 1 for AI policy"),
        ("grouped", "joined", "shares “chatbot”, “bill”, as does “Senate votes on chatbots” (Second Paper)"),
        ("planned", "held", "one poll posts 10 at most"),
        ("planned", "skipped", "0.41 of 1 for AI policy; this channel takes 0.50 and more"),
        ("changed", "updated", ""),
        ("posted", "card", ""),
    )
    for step, outcome, reason in trail:
        ledger.write(
            db,
            url=URL.format(2),
            step=step,
            outcome=outcome,
            reason=reason,
            now=now,
            story_id=2,
            article_id=2,
            channel_id=channel.id if step in ("planned", "posted") else "",
        )


class Desk:
    """The workspace with its people; `ask` types a line."""

    def __init__(self, folder: Path, platform: DoorName = "console", locale: str = "en") -> None:
        self.store = Store(f"sqlite:///{folder / 'desk.db'}")
        self.store.open()
        self.platform: DoorName = platform
        self.workspace = Workspace(f"{platform}:W", platform, "Desk", locale, "Europe/Berlin")  # type: ignore[arg-type]
        self.channel = Channel(f"{platform}:C", self.workspace.id, "news")
        self.manager = Person(f"{platform}:M", "Mira", "manager", locale)
        self.reader = Person(f"{platform}:R", "Rune", "reader", locale)
        self.services = Services(self.store, clock=lambda: NOW, door=Offline(), children=None)
        self.store.step(fill, self.workspace, self.channel)

    async def ask(self, line: str, person: Person | None = None, channel: Channel | None = None) -> Reply:
        """A line's answer; the manager asks unless somebody else does. `@dana` comes as the platform writes her."""
        return await answer_line(
            line.replace("@dana", MENTIONS.get(self.platform, "@dana")),
            services=self.services,
            person=person or self.manager,
            workspace=self.workspace,
            channel=channel or self.channel,
            door=self.platform,
        )

    async def settle_in(self) -> None:
        """Follow, schedule, save, track and name, by the commands themselves."""
        for line in (
            "follow --start last3",
            "tune --quiet 22:00-07:00 --strictness strict --threads story",
            "digest schedule weekdays 09:00 --holidays DE --mode both",
            "rules save kids chatbot OR topic:children_companions",
            "track SB 53",
            "save 2",
            "managers add @dana",
            "mute 3",
            "sources pause 3",
            "useful 2",
        ):
            reply = await self.ask(line)
            assert not reply.error, (line, reply)
        await self.ask("not-for-us 1", self.reader)
        self.store.step(_strand)

    def close(self) -> None:
        """Close the database."""
        self.store.close()


def _strand(db: Connection) -> None:
    """One card waits for the digest, another was given up."""
    ids = db.execute(select(promises.c.id).order_by(promises.c.id)).scalars().all()
    for promise_id, state, reason in zip(
        ids, ("held", "dead", "later"), ("quiet hours 22:00-07:00", "http-403", "unreachable"), strict=False
    ):
        db.execute(update(promises).where(promises.c.id == promise_id).values(state=state, reason=reason))


def value_of(arg: Arg) -> str:
    """Something typed that fits an argument."""
    named: Mapping[str, str] = {
        "name": "kids",
        "edition": "console:C@2026-03-04",
        "quiet": "22:00-07:00",
        "holidays": "DE",
        "kind": "page",
        "as": "csv",
        "file": "https://example.org/list.opml",
        "command": "latest",
        "about": "EU",
    }
    if arg.name in named and not (arg.name == "about" and arg.kind == "text"):
        return named[arg.name]
    if arg.choices:
        return arg.choices[0]
    kinds: Mapping[str, str] = {
        "count": "1",
        "days": "30",
        "url": "https://example.org/feed.xml",
        "story": "2",
        "source": "1",
        "time": "09:00",
        "zone": "Europe/Berlin",
        "person": "@dana",
        "topic": "copyright",
        "place": "EU",
        "measure": "EU AI Act",
        "rule": "chatbot",
    }
    return kinds.get(arg.kind, "2" if arg.name == "about" else "chatbot")


def line_of(command: Command, *, whole: bool = False) -> str:
    """The command as one would type it, with what it needs, or with everything it takes."""
    parts = [command.path]
    for arg in sorted(command.args, key=lambda arg: (arg.named or arg.kind == "flag", arg.kind in ("text", "rule"))):
        if not (arg.required or whole):
            continue
        if arg.kind == "flag":
            parts.append(f"--{arg.name}")
        elif arg.named:
            parts.append(f"--{arg.name} {value_of(arg)}")
        else:
            parts.append(value_of(arg))
    return " ".join(parts)


def everything() -> list[str]:
    """Every command as a line, those that take things away last."""
    paths = sorted(COMMANDS, key=lambda path: path in GONE)
    return [line_of(COMMANDS[path]) for path in paths]
