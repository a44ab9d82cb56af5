"""A reader's own tools: save, my list, useful or not for us, mute, wrong, export."""

from __future__ import annotations

import csv
import io

from sqlalchemy import Connection

from bot.commands.reading import PAGE, ended, narrowed, paged
from bot.commands.spec import Arg, Command, Request
from bot.commands.stocking import as_opml
from bot.errors import UsageError
from bot.model import Attachment, Button, Buttons, Card, Reply, Select, Words
from bot.render import ics, labels, plain
from bot.storage import audit, keeping, news, sources
from bot.storage import editions as shelf
from bot.storage.codec import dump

LIST_PAGE = 5


async def _card(request: Request) -> Card:
    """The story a person named, by its number.

    Raises:
        UsageError: there is none.
    """
    raw = str(request.args["story"]).lstrip("#")
    card = await request.services.store.read(news.story, raw, workspace_id=request.workspace.id)
    if card is None:
        raise UsageError(request.t("There is no story {id}. `latest` shows the newest.", id=raw[:30]))
    return card


async def save(request: Request) -> Reply:
    """Put a story on your own list."""
    card = await _card(request)
    now = request.now.timestamp()
    done = await request.services.store.run(keeping.save, request.person.id, int(card.story_id), now)
    text = request.t("Saved. `saved` shows your list.") if done else request.t("It is on your list already.")
    undo = Button(request.t("Undo"), f"unsave {card.story_id}")
    return Reply((Words(text), Buttons((undo,))))


async def unsave(request: Request) -> Reply:
    """Take a story off your list."""
    card = await _card(request)
    done = await request.services.store.run(keeping.unsave, request.person.id, int(card.story_id))
    return Reply.say(request.t("Taken off your list.") if done else request.t("It was not on your list."))


async def saved(request: Request) -> Reply:
    """Your list, newest first; only you see it."""
    page = int(request.args.get("page", 1))
    cards = await request.services.store.read(keeping.saved_cards, request.person.id, LIST_PAGE, (page - 1) * LIST_PAGE)
    if not cards:
        if page > 1:
            return ended(request, "saved")
        return Reply.say(request.t("Your list is empty. Save puts a story on it."))
    return paged(request, cards, LIST_PAGE, "saved")


async def useful(request: Request) -> Reply:
    """Tell the bot that this is what the channel wants."""
    return await _mark(request, "useful")


async def not_for_us(request: Request) -> Reply:
    """Tell the bot that this is not what the channel wants."""
    return await _mark(request, "not_for_us")


async def _mark(request: Request, what: str) -> Reply:
    card = await _card(request)
    now = request.now.timestamp()
    found = await request.services.store.run(
        keeping.mark, request.channel.id, int(card.story_id), request.person.id, what, now
    )
    t = request.t
    text = t("Noted: useful.") if what == "useful" else t("Noted: not for us.")
    if found.not_for_us > found.useful:
        text += " " + t.n(
            "{outlet} is shown less in this channel's digests, because {n} reader marked its stories so.",
            "{outlet} is shown less in this channel's digests, because {n} readers marked its stories so.",
            found.not_for_us,
            outlet=found.outlet,
        )
    elif found.useful > found.not_for_us:
        text += " " + t.n(
            "{outlet} is shown more in this channel's digests, because {n} reader found it useful.",
            "{outlet} is shown more in this channel's digests, because {n} readers found it useful.",
            found.useful,
            outlet=found.outlet,
        )
    elif found.useful:
        text += " " + t(
            "As many readers found {outlet} useful as not: its place in this channel's digests stays.",
            outlet=found.outlet,
        )
    return Reply((Words(text), Buttons((Button(t("Undo"), f"unmark {card.story_id}"),))))


async def unmark(request: Request) -> Reply:
    """Take your mark back."""
    card = await _card(request)
    done = await request.services.store.run(keeping.unmark, request.channel.id, int(card.story_id), request.person.id)
    return Reply.say(request.t("Your mark is gone.") if done else request.t("You had not marked it."))


async def wrong(request: Request) -> Reply:
    """Report a wrong tag or quote; managers see it in the log."""
    card = await _card(request)
    await request.services.store.run(_report, request, card)
    return Reply.say(request.t("Thank you. It is in the log for the managers, with the words that proved each label."))


def _report(db: Connection, request: Request, card: Card) -> None:
    now = request.now.timestamp()
    keeping.mark(db, request.channel.id, int(card.story_id), request.person.id, "wrong", now)
    note = str(request.args.get("note", ""))
    told = " · ".join(part for part in (labels.step(card), labels.topic(card)) if part)
    detail = ": ".join(part for part in (f"#{card.story_id} {told}".strip(), note) if part)
    audit.write(db, request.workspace.id, request.person, "wrong tag or quote", detail, now)


async def mute(request: Request) -> Reply:
    """Keep an outlet out of this channel."""
    outlet = await _outlet(request)
    done = await request.services.store.run(
        keeping.mute, request.channel, outlet, request.person, request.now.timestamp(), on=True
    )
    text = (
        request.t("{outlet} is not posted in this channel any more.", outlet=outlet)
        if done
        else request.t("{outlet} was muted here already.", outlet=outlet)
    )
    return Reply((Words(text), Buttons((Button(request.t("Undo"), f"unmute {outlet}"),))))


async def unmute(request: Request) -> Reply:
    """Let an outlet in again; without one, list what is muted."""
    if not request.args.get("story"):
        found = await request.services.store.read(keeping.muted, request.channel.id)
        if not found:
            return Reply.say(request.t("Nothing is muted here."))
        menu = Select(request.t("Let in again …"), "unmute {}", tuple((outlet, outlet) for outlet in found))
        return Reply((Words(request.t("Muted here: {outlets}.", outlets=", ".join(found))), menu))
    outlet = await _outlet(request)
    done = await request.services.store.run(
        keeping.mute, request.channel, outlet, request.person, request.now.timestamp(), on=False
    )
    if not done:
        return Reply.say(request.t("{outlet} was not muted here.", outlet=outlet))
    return Reply.say(request.t("{outlet} is posted here again.", outlet=outlet))


async def _outlet(request: Request) -> str:
    """The outlet a person named, itself or by one of its stories.

    Raises:
        UsageError: there is no such story, or no outlet of that name is known here.
    """
    raw = str(request.args["story"]).strip()
    if raw.lstrip("#").isdecimal():
        return (await _card(request)).outlet
    found = await request.services.store.read(keeping.outlets, request.channel, raw)
    if not found:
        raise UsageError(
            request.t(
                "I know no outlet called {name} here. Name it as on its cards, or a story's number.", name=raw[:60]
            )
        )
    return found


async def export(request: Request) -> Reply:
    """What a search finds, as a file: CSV, JSON, a calendar of its dates, or the sources that told it as OPML."""
    words = str(request.args.get("words", ""))
    about = narrowed(request)
    store = request.services.store
    if words:
        cards = await store.read(news.search, words, 200, about, workspace_id=request.workspace.id)
    else:
        cards = await store.read(news.latest, 200, about, workspace_id=request.workspace.id)
    if not cards:
        return Reply.say(request.t("Nothing to export."))
    kind = str(request.args.get("as", "csv"))
    found = Words(request.t.n("{n} story.", "{n} stories.", len(cards)))
    if kind == "json":
        return Reply((found, Attachment("aipolicy.json", "application/json", dump(cards).encode())))
    if kind == "ics":
        rows = await store.read(shelf.ahead_rows, request.channel, request.now.timestamp(), 3650, all_told=True)
        wanted = {card.story_id for card in cards}
        dated = [row for row in rows if row.story_id in wanted]
        data = ics.calendar(dated, request.now, request.t("AI policy dates"))
        return Reply((found, Attachment("aipolicy.ics", "text/calendar", data)))
    if kind == "opml":
        told = await store.read(sources.that_told, request.workspace.id, [int(card.story_id) for card in cards])
        data = as_opml(request, told)
        return Reply((found, Attachment("aipolicy.opml", "text/x-opml", data)))
    return Reply((found, Attachment("aipolicy.csv", "text/csv", as_csv(cards))))


def as_csv(cards: tuple[Card, ...]) -> bytes:
    """Cards as CSV (RFC 4180, UTF-8 with a mark for Excel). A cell that looks like a formula is disarmed."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        (
            "story",
            "headline",
            "outlet",
            "published",
            "jurisdictions",
            "instrument",
            "stage",
            "topic",
            "quote",
            "speaker",
            "facts",
            "url",
        )
    )
    for card in cards:
        frame, pull = card.reading.frame, card.reading.pull
        row = (
            card.story_id,
            plain.one_line(card.reading.headline.text),
            plain.one_line(card.outlet),
            f"{card.published:%Y-%m-%d}" if card.published else "",
            " ".join(label.id for label in frame.jurisdictions),
            frame.instrument.id if frame.instrument else "",
            frame.stage.id if frame.stage else "",
            frame.topic.id if frame.topic else "",
            plain.quote_text(pull) if pull else "",
            pull.speaker if pull else "",
            " | ".join(plain.one_line(fact.slice.text) for fact in card.reading.facts),
            card.url,
        )
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


_STORY = Arg("story", "story", "The story's number", required=True)

KEEPING = (
    Command("save", "Put a story on your own list", save, (_STORY,)),
    Command("saved", "Your list", saved, (PAGE,)),
    Command("unsave", "Take a story off your list", unsave, (_STORY,)),
    Command("useful", "Say that a story is what this channel wants", useful, (_STORY,)),
    Command("not-for-us", "Say that a story is not what this channel wants", not_for_us, (_STORY,)),
    Command("unmark", "Take your mark of a story back", unmark, (_STORY,)),
    Command(
        "wrong",
        "Report a wrong tag or quote",
        wrong,
        (_STORY, Arg("note", "text", "What is wrong")),
    ),
    Command(
        "mute",
        "Keep an outlet out of this channel",
        mute,
        (Arg("story", "story", "The outlet, or the number of one of its stories", required=True),),
        who="manager",
    ),
    Command(
        "unmute",
        "Let an outlet in again; alone, list what is muted",
        unmute,
        (Arg("story", "story", "The outlet, or the number of one of its stories"),),
        who="manager",
    ),
    Command(
        "export",
        "What a search finds, as a file",
        export,
        (
            Arg("words", "words", "Words to look for; none for the newest"),
            Arg("as", "choice", "The form", choices=("csv", "json", "opml", "ics"), named=True),
            Arg("about", "topic", "Only this topic, place or stage", named=True),
        ),
        example="export copyright --as csv",
    ),
)
