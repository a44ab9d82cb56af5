"""Commands for everybody: the newest cards, one story, search."""

from __future__ import annotations

import difflib
from datetime import datetime

from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Button, Buttons, Card, Part, Reply, Select, Shown, Table, Words
from bot.pipeline import jurisdictions, taxonomy
from bot.render import plain
from bot.storage import news, splitting

DEFAULT_COUNT = 3
MOST_SEPARABLE = 25  # of the newest; what a menu on Discord takes
PAGE = Arg("page", "count", "Which page of a long answer", most=500, named=True)


def _nameable() -> list[str]:
    return [*taxonomy.TOPICS, *taxonomy.STAGES, *taxonomy.INSTRUMENTS]


def narrowed(request: Request, name: str = "about") -> news.Wanted:
    """The topic, place, stage or kind of measure a person named.

    Raises:
        UsageError: it is none; the message says what can be named.
    """
    words = str(request.args.get(name, ""))
    found = news.wanted(words)
    if found is None:
        close = difflib.get_close_matches(words.lower(), _nameable(), 1, 0.6)
        hint = request.t(" Did you mean `{near}`?", near=close[0]) if close else ""
        raise UsageError(
            request.t("I know no topic or place called `{words}`.", words=words[:60])
            + hint
            + request.t(" `help topics` lists them.")
        )
    return found


def paged(request: Request, cards: tuple[Card, ...], count: int, line: str) -> Reply:
    """Cards, and buttons for the pages around them: there may be more where the page is full."""
    parts: list[Part] = [Shown(card) for card in cards]
    if buttons := turns(request, line, more=len(cards) == count):
        parts.append(Buttons(buttons))
    return Reply(tuple(parts))


def turns(request: Request, line: str, *, more: bool) -> tuple[Button, ...]:
    """Buttons for the page before and, if there is more, the one after; `line` is the command without its page."""
    page = int(request.args.get("page", 1))
    back = (Button(request.t("Back"), f"{line} --page {page - 1}"),) if page > 1 else ()
    return (*back, Button(request.t("More"), f"{line} --page {page + 1}")) if more else back


async def latest(request: Request) -> Reply:
    """The newest cards, newest first, optionally of one topic or place."""
    count = int(request.args.get("count", DEFAULT_COUNT))
    about = narrowed(request)
    page = int(request.args.get("page", 1))
    cards = await request.services.store.read(
        news.latest, count, about, workspace_id=request.workspace.id, skip=(page - 1) * count
    )
    if not cards:
        if page > 1:
            return Reply.say(request.t("That was all."))
        if about != news.Wanted():
            return Reply.say(request.t("Nothing on that yet."))
        return Reply.say(request.t("Nothing yet. `status` says when the next source is read."))
    words = str(request.args.get("about", ""))
    return paged(request, cards, count, f"latest {count} {words}".strip())


async def search(request: Request) -> Reply:
    """Stories whose articles have all the words, newest among the best."""
    words = str(request.args["words"])
    if not news.terms(words):
        raise UsageError(request.t("Type at least one word to look for, for example `search deepfake election`."))
    count = int(request.args.get("most", 5))
    page = int(request.args.get("page", 1))
    about = narrowed(request)
    cards = await request.services.store.read(
        news.search, words, count, about, workspace_id=request.workspace.id, skip=(page - 1) * count
    )
    if not cards:
        return Reply.say(request.t("Nothing has all of these words: {words}", words=words[:200]))
    more = f" --about {request.args['about']}" if request.args.get("about") else ""
    return paged(request, cards, count, f"search {words} --most {count}{more}")


async def story(request: Request) -> Reply:
    """One story: its card, all its coverage, all its facts."""
    card = await request.services.store.read(
        news.story, str(request.args["story"]).lstrip("#"), workspace_id=request.workspace.id
    )
    if card is None:
        return Reply.say(
            request.t("There is no story {id}. `latest` shows the newest.", id=str(request.args["story"])[:30]),
            error=True,
        )
    parts: list[Part] = [Shown(card)]
    if card.also:
        rows = tuple((one.outlet, one.title, _day(request, one.published)) for one in card.also)
        columns = (request.t("Outlet"), request.t("Headline"), request.t("Date"))
        parts.append(Table(columns, rows, request.t("Coverage"), tuple(one.url for one in card.also)))
        if request.person.role == "manager":
            parts += await _separable(request, int(card.story_id))
    if request.args.get("facts"):
        parts.append(_all_facts(request, card))
    return Reply(tuple(parts))


async def _separable(request: Request, story_id: int) -> tuple[Select, ...]:
    """A menu to take one article out of the story; none where nothing in it is this workspace's to take out."""
    found = await request.services.store.read(splitting.separable, story_id, request.workspace.id, MOST_SEPARABLE)
    options = tuple((f"{one.outlet}: {one.title}", one.url) for one in found)
    return (Select(request.t("Not the same story …"), "split {}", options),) if options else ()


def _day(request: Request, moment: datetime | None) -> str:
    return plain.day(moment, request.locale, request.person.zone or request.workspace.zone) if moment else ""


def _all_facts(request: Request, card: Card) -> Words:
    lines = []
    for fact in card.reading.facts:
        mark = request.t("Background: ") if fact.background else ""
        lines.append(f"• {mark}{fact.slice.text}")
    frame = card.reading.frame
    for label in (*frame.jurisdictions, frame.instrument, frame.stage, frame.topic):
        if label is not None:
            proof = "; ".join(f"“{words.text}”" for words in label.evidence) or request.t("given by the source as data")
            name = (jurisdictions.name if jurisdictions.known(label.id) else taxonomy.label)(
                label.id, request.locale[:2]
            )
            lines.append(f"{name}: {proof}")
    for quote in card.reading.quotes:
        said = " … ".join(part.text for part in quote.parts)
        lines.append(f"“{said}” {quote.speaker}".rstrip())
    return Words("\n".join(lines) or request.t("Nothing more was found."), request.t("Everything found, word for word"))


READING = (
    Command(
        "latest",
        "The newest cards, of one topic or place if you name it",
        latest,
        (
            Arg("count", "count", "How many, 1 to 10"),
            Arg("about", "topic", "A topic, place, stage or kind of measure, for example EU"),
            PAGE,
        ),
        example="latest 3 EU",
    ),
    Command(
        "search",
        "Stories that have all your words",
        search,
        (
            Arg("words", "words", 'Words or a "quoted phrase"', required=True),
            Arg("about", "topic", "Only this topic, place or stage", named=True),
            Arg("most", "count", "How many, 1 to 10", named=True),
            PAGE,
        ),
        example='search "code of practice" copyright',
    ),
    Command(
        "story",
        "One story with all its coverage",
        story,
        (
            Arg("story", "story", "The story's number, as on its card", required=True),
            Arg("facts", "flag", "Also everything else that was found in it"),
        ),
        example="story 42 --facts",
    ),
)
