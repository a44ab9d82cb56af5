"""Commands for everybody: the newest cards, one story, search."""

from __future__ import annotations

import difflib
from datetime import datetime

from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Button, Buttons, Card, Frame, Label, Part, Reply, Select, Shown, Table, Words
from bot.pipeline import jurisdictions, taxonomy
from bot.render import labels, plain
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


def ended(request: Request, line: str) -> Reply:
    """A page behind the last one; `line` as for `turns`."""
    back = turns(request, line, more=False)
    return Reply((Words(request.t("That was all.")), *((Buttons(back),) if back else ())))


async def latest(request: Request) -> Reply:
    """The newest cards, newest first, optionally of one topic or place."""
    count = int(request.args.get("count", DEFAULT_COUNT))
    about = narrowed(request)
    page = int(request.args.get("page", 1))
    cards = await request.services.store.read(
        news.latest, count, about, workspace_id=request.workspace.id, skip=(page - 1) * count
    )
    words = str(request.args.get("about", ""))
    line = f"latest {count} {words}".strip()
    if not cards:
        if page > 1:
            return ended(request, line)
        if about != news.Wanted():
            return Reply.say(request.t("Nothing on that yet."))
        return Reply.say(request.t("Nothing yet. `status` says when the next source is read."))
    return paged(request, cards, count, line)


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
    more = f" --about {request.args['about']}" if request.args.get("about") else ""
    line = f"search {words} --most {count}{more}"
    if not cards:
        if page > 1:
            return ended(request, line)
        return Reply.say(request.t("Nothing has all of these words: {words}", words=words[:200]))
    return paged(request, cards, count, line)


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
    coverage, facts = bool(request.args.get("coverage")), bool(request.args.get("facts"))
    parts: list[Part] = []
    if not coverage and not facts:
        parts.append(Shown(card))
    if (card.also and not facts) or coverage:
        parts.append(_coverage(request, card, whole=coverage))
        if request.person.role == "manager":
            parts += await _separable(request, int(card.story_id))
    if facts:
        parts += _all_facts(request, card)
    return Reply(tuple(parts))


def _coverage(request: Request, card: Card, *, whole: bool) -> Table:
    """Who tells a story: under its card the others, alone (`whole`) everybody, below its headline."""
    told = [(one.outlet, one.title, one.published, one.url) for one in card.also]
    if whole:
        told.insert(0, (card.outlet, card.reading.headline.text, card.published, card.url))
    rows = tuple((outlet, title, _day(request, when)) for outlet, title, when, _ in told)
    columns = (request.t("Outlet"), request.t("Headline"), request.t("Date"))
    name = f"{request.t('Coverage')}: {card.reading.headline.text}" if whole else request.t("Coverage")
    return Table(columns, rows, name, tuple(url for *_, url in told))


async def _separable(request: Request, story_id: int) -> tuple[Select, ...]:
    """A menu to take one article out of the story; none where nothing in it is this workspace's to take out."""
    found = await request.services.store.read(splitting.separable, story_id, request.workspace.id, MOST_SEPARABLE)
    options = tuple((f"{one.outlet}: {one.title}", f"article:{one.id}") for one in found)
    return (Select(request.t("Not the same story …"), "split {}", options),) if options else ()


def _day(request: Request, moment: datetime | None) -> str:
    return plain.day(moment, request.locale, request.person.zone or request.workspace.zone) if moment else ""


def _all_facts(request: Request, card: Card) -> list[Part]:
    """Everything that was found in a story's article, word for word: facts, quotations, what proves its labels."""
    parts: list[Part] = [Words(request.t("Everything found, word for word."), card.reading.headline.text)]
    facts = [
        f"• {request.t('Background: ') if fact.background else ''}{fact.slice.text}" for fact in card.reading.facts
    ]
    if facts:
        parts.append(Words("\n".join(facts), request.t("Facts")))
    quotes = []
    for quote in card.reading.quotes:
        said = " … ".join(part.text for part in quote.parts)
        quotes.append(f"• “{said}” {quote.speaker}".rstrip())
    if quotes:
        parts.append(Words("\n".join(quotes), request.t("Quotations")))
    lines, frame = [], card.reading.frame
    for label in (*frame.jurisdictions, frame.instrument, frame.stage, frame.topic):
        if label is not None:
            proof = "; ".join(f"“{words.text}”" for words in label.evidence) or request.t("given by the source as data")
            lines.append(f"• {_called(label, frame, plain.language(request.locale))}: {proof}")
    if lines:
        parts.append(Words("\n".join(lines), request.t("Labels, and the words that prove them")))
    return parts


def _called(label: Label, frame: Frame, language: str) -> str:
    """What readers see for a label: a place's name, a stage in the words for its kind of measure."""
    if label is frame.stage:
        return labels.stage(frame, language)
    return (jurisdictions.name if jurisdictions.known(label.id) else taxonomy.label)(label.id, language)


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
            Arg("facts", "flag", "Everything that was found in it, word for word"),
            Arg("coverage", "flag", "Only who tells it"),
        ),
        example="story 42 --facts",
    ),
)
