"""Digests: what goes in, when, and one set of promises per channel and slot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib import import_module
from zoneinfo import ZoneInfo

from babel.dates import format_date
from sqlalchemy import Connection

from bot.model import Button, Buttons, Card, Edition, EditionItem, Part, Preview, Reply, Select, Words
from bot.pipeline import calendar, edition
from bot.render import labels, plain
from bot.speech import Speech, speech
from bot.storage import editions as shelf
from bot.storage import news, notices, payloads, promises
from bot.storage.editions import Material, Planned

# How many messages an edition takes on a platform that bounds them; the others take one.
_PARTS = {"slack": "bot.render.slack_edition:edition_parts", "discord": "bot.render.discord:edition_parts"}
DATE_WORDS = {
    "deadline": "deadline",
    "hearing": "hearing",
    "effective": "takes effect",
    "application": "applies",
    "event": "date",
}


@dataclass(frozen=True, slots=True)
class Made:
    """An edition as it would stand now, and which stories are in it."""

    edition: Edition
    story_ids: tuple[str, ...]
    left_over: int


def day_text(day: date, locale: str) -> str:
    """A day as the reader's language writes it."""
    return format_date(day, "medium", locale=plain.known_locale(locale))


def make(
    planned: Planned,
    material: Material,
    now: datetime,
    *,
    edition_id: str,
    archive: str = "",
    dropped: Sequence[str] = (),
    pinned: Sequence[str] = (),
    order: Sequence[str] = (),
    draft: bool = False,
) -> Made:
    """The edition of a channel from its material, as its editor left it.

    Pinned stories come before all others, dropped ones not at all, and the rest in the editor's order if there is one.
    """
    say = speech(planned.locale)
    local = now.astimezone(ZoneInfo(planned.schedule.zone))
    wanted = [card for card in material.cards if card.story_id not in dropped]
    weights = {story_id: float(useful - against) for story_id, (useful, against) in material.marks.items()}
    chosen = edition.choose(wanted, planned.most, weights, pinned=pinned, order=order)
    items = {card.story_id: _item(card, material, say, planned.locale, archive) for card in chosen}
    titles = {key: say(title) for key, title, _ in edition.GROUPS}
    cards = {card.story_id: card for card in material.cards}
    left_over = len(wanted) - len(chosen)
    made = Edition(
        id=edition_id,
        channel_id=planned.channel.id,
        title=say("AI policy digest"),
        when=f"{format_date(local.date(), 'full', locale=plain.known_locale(planned.locale))}, "
        f"{local:%H:%M} {planned.schedule.zone}",
        dates=tuple(
            (
                day_text(date.fromisoformat(day), planned.locale),
                f"{say(DATE_WORDS.get(kind, 'date'))}: {what or cards[story_id].reading.headline.text}"
                if what or story_id in cards
                else say(DATE_WORDS.get(kind, "date")),
                f"{archive}/stories/{story_id}" if archive else cards[story_id].url if story_id in cards else "",
            )
            for day, kind, what, story_id in material.dates
        ),
        sections=edition.sections(chosen, items, titles, pinned),
        closing=_closing(chosen, material, left_over, say),
        draft=draft,
    )
    return Made(made, tuple(card.story_id for card in chosen), left_over)


def _item(card: Card, material: Material, say: Speech, locale: str, archive: str) -> EditionItem:
    closing = [
        say("{what} {day}", what=say(DATE_WORDS[one.kind]), day=day_text(one.on, locale))
        for one in card.reading.dates_ahead
        if one.kind in ("deadline", "effective", "application")
    ]
    facts = [plain.one_line(fact.slice.text) for fact in card.reading.facts if not fact.background]
    first = [part for part in (labels.step(card, locale), *closing[:1]) if part]
    useful, against = material.marks.get(card.story_id, (0, 0))
    if against > useful:
        first.append(
            say.n(
                "shown less because {n} reader marked {outlet} not for us",
                "shown less because {n} readers marked {outlet} not for us",
                against,
                outlet=card.outlet,
            )
        )
    elif useful > against:
        first.append(
            say.n(
                "shown more because {n} reader found {outlet} useful",
                "shown more because {n} readers found {outlet} useful",
                useful,
                outlet=card.outlet,
            )
        )
    line = " · ".join([*first, plain.shorten(facts[0], 160)] if facts else first)
    return EditionItem(
        card.story_id,
        plain.one_line(card.reading.headline.text),
        card.url,
        plain.one_line(card.outlet),
        line,
        edition.outlets_of(card),
        say.again(material.held.get(card.story_id, "")),
        f"{archive}/stories/{card.story_id}" if archive else "",
    )


def _closing(chosen: Sequence[Card], material: Material, left_over: int, say: Speech) -> str:
    outlets = {card.outlet.casefold() for card in chosen} | {one.outlet.casefold() for c in chosen for one in c.also}
    counted = {
        "stories": say.n("{n} story", "{n} stories", len(chosen)),
        "outlets": say.n("{n} outlet", "{n} outlets", len(outlets)),
        "sources": say.n("{n} source", "{n} sources", material.sources),
    }
    quiet = material.quiet_sources
    words = (
        say("{stories} from {outlets}; {sources} read, {quiet} silent or failing.", **counted, quiet=quiet)
        if quiet
        else say("{stories} from {outlets}; {sources} read.", **counted)
    )
    held = sum(1 for card in chosen if material.held.get(card.story_id))
    if held:
        words += " " + say.n("{n} was kept for this digest.", "{n} were kept for this digest.", held)
    if left_over:
        words += " " + say.n("{n} more waits for the next one.", "{n} more wait for the next one.", left_over)
    return words


def parts_of(made: Edition, platform: str, locale: str) -> int:
    """How many messages an edition takes on a platform."""
    if platform not in _PARTS:
        return 1
    module, _, name = _PARTS[platform].partition(":")
    count: Callable[[Edition, str], int | Sequence[object]] = getattr(import_module(module), name)
    found = count(made, locale)
    return found if isinstance(found, int) else len(found)


def publish(db: Connection, planned: Planned, made: Made, now: float, state: str = "published") -> int:
    """Promise every part of an edition, and let go what it covers. How many messages.

    `state` is `published`, or `empty` for one that says that nothing is new.
    """
    whole = replace(made.edition, draft=False)
    count = parts_of(whole, planned.channel.id.partition(":")[0], planned.locale)
    body = payloads.dump(whole)
    for part in range(count):
        promises.plan(
            db,
            channel_id=planned.channel.id,
            workspace_id=planned.channel.workspace_id,
            kind="edition",
            about=whole.id,
            part=part,
            now=now,
            payload=body,
            trace=whole.id,
        )
    shelf.covered(db, planned.channel.id, made.story_ids, f"in the digest {whole.id}", now)
    shelf.settle(db, whole.id, state, whole, now)
    return count


def run(db: Connection, planned: Planned, now: datetime, archive: str = "") -> str:
    """Do what is due for one channel, in one transaction: published, draft, empty, skipped, or "" when another did."""
    seconds = now.timestamp()
    current = shelf.get(db, planned.channel.id)
    if current is None or current.next_at is None or current.next_at > seconds:
        return ""
    slot = calendar.last_slot(current.schedule, now)
    if slot is None:
        shelf.move_on(db, current, seconds)
        return ""
    edition_id = f"{current.channel.id}@{calendar.slot_name(slot)}"
    outcome = ""
    if shelf.begin(db, current, edition_id, slot.timestamp(), seconds):
        outcome = _fill(db, current, edition_id, now, archive)
    shelf.move_on(db, current, seconds)
    return outcome


def _fill(db: Connection, planned: Planned, edition_id: str, now: datetime, archive: str) -> str:
    seconds = now.timestamp()
    material = shelf.material(db, planned.channel, seconds, zone=planned.schedule.zone)
    made = make(planned, material, now, edition_id=edition_id, archive=archive, draft=planned.approve)
    if not made.story_ids and not planned.say_nothing:
        shelf.settle(db, edition_id, "skipped", None, seconds)
        return "skipped"
    if not made.story_ids:
        nothing = replace(made, edition=replace(made.edition, closing=_nothing(planned, made)))
        publish(db, planned, nothing, seconds, "empty")
        return "empty"
    if planned.approve:
        shelf.settle(db, edition_id, "draft", made.edition, seconds)
        show_draft(db, planned, made, seconds)
        return "draft"
    publish(db, planned, made, seconds)
    return "published"


def _nothing(planned: Planned, made: Made) -> str:
    return f"{speech(planned.locale)('Nothing new.')} {made.edition.closing}"


def remake(db: Connection, planned: Planned, edition_id: str, now: datetime, archive: str = "") -> Made:
    """A draft as it stands with its editor's decisions."""
    chosen = shelf.editor_choices(db, edition_id)
    until = shelf.drafted_at(db, edition_id)
    material = shelf.material(db, planned.channel, now.timestamp(), zone=planned.schedule.zone, until=until)
    return make(
        planned,
        material,
        now,
        edition_id=edition_id,
        archive=archive,
        dropped=chosen["dropped"],
        pinned=chosen["pinned"],
        order=chosen["order"],
        draft=True,
    )


def draft_reply(made: Made, say: Speech) -> Reply:
    """A draft with what an editor can do to it."""
    edition_id = made.edition.id
    stories = [(item.headline[:75], item.story_id) for part in made.edition.sections for item in part.items][:25]
    parts: list[Part] = [Preview(made.edition)]
    if stories:
        parts.append(Select(say("Drop a story"), f"digest drop {edition_id} {{}}", tuple(stories)))
        parts.append(Select(say("Pin a story to the top"), f"digest pin {edition_id} {{}}", tuple(stories)))
        parts.append(Select(say("Move a story up"), f"digest move {edition_id} {{}}", tuple(stories)))
    parts.append(
        Buttons(
            (
                Button(say("Publish"), f"digest approve {edition_id}", style="primary"),
                Button(say("Do Not Publish"), f"digest discard {edition_id}", style="danger"),
            )
        )
    )
    return Reply(tuple(parts))


def show_draft(db: Connection, planned: Planned, made: Made, now: float) -> None:
    """Send a draft to the managers."""
    reply = draft_reply(made, speech(planned.locale))
    channel_id = notices.where(db, planned.channel.workspace_id, avoid=planned.channel.id) or planned.channel.id
    promises.plan(
        db,
        channel_id=channel_id,
        workspace_id=planned.channel.workspace_id,
        kind="notice",
        about=f"draft {made.edition.id}",
        now=now,
        payload=payloads.dump(reply),
        trace=made.edition.id,
    )


def remind(db: Connection, now: datetime) -> int:
    """Promise reminders 7 and 1 days before dates, in channels that follow; each once. How many."""
    count = 0
    for row in shelf.to_remind(db, now.timestamp()):
        card = news.story(db, row.story_id)
        say = speech(row.locale)
        headline = plain.one_line(card.reading.headline.text) if card else row.what
        day = day_text(date.fromisoformat(row.on_date), row.locale)
        when = say("Today") if row.days == 0 else say.n("Tomorrow", "In {n} days", row.days)
        words = f"{when}, {day}: {say(DATE_WORDS.get(row.kind, 'date'))}\n{plain.one_line(row.what)}\n{headline}"
        buttons = (Button(say("Read"), url=card.url),) if card else ()
        reply = Reply((Words(words, say("Date ahead")), Buttons(buttons)) if buttons else (Words(words),))
        planned = promises.plan(
            db,
            channel_id=row.channel_id,
            workspace_id=row.workspace_id,
            kind="reminder",
            about=f"date {row.date_id} {row.on_date}",
            version=row.before,
            now=now.timestamp(),
            due_at=max(row.at, now.timestamp()),
            payload=payloads.dump(reply),
        )
        count += planned is not None
    return count
