"""Cards, replies and editions as plain text: the terminal's body, and every platform's fallback."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from bot.model import (
    Attachment,
    Button,
    Buttons,
    Card,
    Edition,
    EditionItem,
    Fact,
    Form,
    Message,
    Preview,
    Quote,
    Reply,
    Select,
    Shown,
    Table,
    Words,
)
from bot.pipeline.spoken import shown
from bot.pipeline.text import display
from bot.speech import Speech, speech

OUTLETS_NAMED = 2  # "also: Hunton, Networking+ and 3 more"
FACTS_SHOWN = 4  # of up to five: a card is read in seconds


def one_line(text: str) -> str:
    """Text safe to show, on one line."""
    return " ".join(display(text).split())


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut at a word with an ellipsis; the whole text when it fits.

    Counts UTF-16 units, the larger of the two ways platforms count; never cuts inside a joined emoji or flag.
    """
    if units(text) <= most:
        return text
    room = most - 1
    kept = 0
    for cluster in clusters(text):
        size = units(cluster)
        if size > room:
            break
        room -= size
        kept += len(cluster)
    cut = text[:kept]
    space = cut.rfind(" ")
    if space > kept // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:–—-") + "…"


def units(text: str) -> int:
    """Length in UTF-16 code units; never less than the number of code points."""
    return len(text) + sum(char > "\uffff" for char in text)


def clusters(text: str) -> list[str]:
    """Text as people count letters: a flag, a family emoji or a letter with its marks is one."""
    if text.isascii():
        return list(text)
    import regex  # 60 ms to import, only needed for text beyond ASCII

    found: list[str] = regex.findall(r"\X", text)
    return found


def quote_text(quote: Quote) -> str:
    """The quoted words on one line, without marks around them."""
    return one_line(shown(quote))


def speaker_text(quote: Quote) -> str:
    """`Michelle Donelan, British Technology Secretary`; empty when the article names nobody."""
    return ", ".join(one_line(part) for part in (quote.speaker, quote.role) if part)


def also_text(card: Card, say: Speech) -> str:
    """`also: Hunton, Networking+ and 3 more`; empty when nobody else carries the story."""
    seen = {one_line(card.outlet).casefold()}
    names: list[str] = []
    for coverage in card.also:
        name = one_line(coverage.outlet)
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            names.append(name)
    if not names:
        return ""
    listed = ", ".join(names[:OUTLETS_NAMED])
    more = len(names) - OUTLETS_NAMED
    return (
        say("also: {outlets} and {count} more", outlets=listed, count=more)
        if more > 0
        else (say("also: {outlets}", outlets=listed))
    )


def card_facts(card: Card) -> tuple[Fact, ...]:
    """The facts a card shows, the story's own before background; all of them are one press away."""
    return card.reading.facts[:FACTS_SHOWN]


def fact_text(fact: Fact, say: Speech) -> str:
    """A fact on one line; background facts say so."""
    words = one_line(fact.slice.text)
    return f"{say('Background')}: {words}" if fact.background else words


def person(subject: str) -> str:
    """`@U1` for the person `slack:U1`, `@&5` for the role `discord:role:5`: as one would type it."""
    tail = subject.partition(":")[2]
    return f"@&{tail[5:]}" if tail.startswith("role:") else f"@{tail}"


def peopled(part: Words) -> str:
    """The text with its people as one would type them."""
    return "".join(person(piece) if piece in part.people else piece for piece in with_people(part.text, part.people))


def with_people(text: str, people: Sequence[str]) -> list[str]:
    """Text cut so that every id of a person stands alone."""
    if not people:
        return [text]
    longest_first = sorted(people, key=len, reverse=True)
    return re.split("(" + "|".join(map(re.escape, longest_first)) + ")", text)


def day(moment: datetime, locale: str, zone: str = "UTC") -> str:
    """A date as the reader's language writes it: 2 Apr 2024."""
    return format_date(moment.astimezone(ZoneInfo(zone)).date(), "medium", locale=known_locale(locale))


def moment_text(moment: datetime, locale: str, zone: str = "UTC") -> str:
    """`4 Mar 2026, 10:00 CET`: as the reader's language writes them, no month as a number where orders differ."""
    local = moment.astimezone(ZoneInfo(zone))
    known = known_locale(locale)
    date, time = format_date(local.date(), "medium", locale=known), format_time(local.timetz(), "short", locale=known)
    return f"{date}, {time} {local.tzname() or zone}"


def hour(moment: datetime, locale: str, zone: str = "UTC") -> str:
    """The time of day alone: `10:00`."""
    return format_time(moment.astimezone(ZoneInfo(zone)).timetz(), "short", locale=known_locale(locale))


def language(locale: str) -> str:
    """`de` of `de-AT`."""
    return locale.replace("_", "-").split("-")[0].lower()


def known_locale(locale: str) -> str:
    """A locale Babel knows: what a platform reports, in Babel's spelling; British English for plain `en`."""
    name = locale.replace("-", "_")
    if name in ("en", ""):
        return "en_GB"
    return name if name.split("_")[0] in ("en", "de") and len(name) <= 5 else "en_GB"


def differences(card: Card, say: Speech) -> tuple[str, ...]:
    """`differs: 60 / 61 (hubs)`, one line each."""
    return tuple(
        say("differs: {values} ({what})", values=" / ".join(map(one_line, found.values)), what=one_line(found.what))
        for found in card.differs
    )


def changed_text(card: Card, say: Speech, when: str) -> str:
    """`updated 14:05: new headline`; empty for a card that stands as it was posted. `when` is shown as given."""
    if card.updated_at is None:
        return ""
    what = "; ".join(one_line(say.again(change)) for change in card.changes)
    return say("updated {time}: {what}", time=when, what=what) if what else say("updated {time}", time=when)


def card(card: Card, locale: str = "en", zone: str = "UTC") -> str:
    """One story as lines of text."""
    say = speech(locale)
    reading = card.reading
    lines = [say("Withdrawn by its source")] if card.withdrawn else []
    lines.append(one_line(reading.headline.text))
    where = [one_line(card.outlet)]
    if card.published:
        where.append(day(card.published, locale, zone))
    where.append(also_text(card, say))
    lines.append(" · ".join(part for part in where if part))
    if reading.pull:
        lines.append(f"“{quote_text(reading.pull)}”")
        if speaker := speaker_text(reading.pull):
            lines.append(f"  {speaker}")
    lines += [f"• {fact_text(fact, say)}" for fact in card_facts(card)]
    lines += differences(card, say)
    if card.updated_at:
        lines.append(changed_text(card, say, moment_text(card.updated_at, locale, zone)))
    lines += (one_line(say.again(note)) for note in card.notes)
    lines.append(card.url)
    return "\n".join(line for line in lines if line)


def headline(card: Card, locale: str = "en") -> str:
    """One line that says the point: `US and UK Join Forces on AI Security (CDO Magazine)`."""
    title = one_line(card.reading.headline.text)
    line = f"{title} ({one_line(card.outlet)})" if card.outlet else title
    return f"{speech(locale)('Withdrawn')}: {line}" if card.withdrawn else line


def cell_text(cell: str, part: Table) -> str:
    """A table's cell on one line, a person in it as one would type them."""
    return person(cell) if cell in part.people else one_line(cell)


def _table(part: Table) -> str:
    rows = [tuple(cell_text(cell, part) for cell in row) for row in part.rows]
    widths = [
        max((len(row[column]) for row in (part.columns, *rows) if column < len(row)), default=0)
        for column in range(len(part.columns))
    ]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=False)).rstrip()

    lines = [part.title] if part.title else []
    return "\n".join([*lines, line(part.columns), line(["-" * width for width in widths]), *map(line, rows)])


def _button(button: Button) -> str:
    return f"{button.label}: {button.url or button.line}"


def reply(reply: Reply, locale: str = "en", zone: str = "UTC") -> str:
    """An answer as text; buttons become the lines to type."""
    say = speech(locale)
    out: list[str] = []
    for part in reply.parts:
        match part:
            case Words():
                out.append("\n".join(filter(None, (display(part.title), display(peopled(part))))))
            case Table():
                out.append(_table(part))
            case Shown():
                out.append(card(part.card, locale, zone))
            case Preview():
                out.append(edition(part.edition, locale))
            case Buttons():
                out.append("\n".join(map(_button, part.buttons)))
            case Select():
                out.append(part.placeholder + "\n" + "\n".join(f"  {label}" for label, _ in part.options))
            case Attachment():
                out.append(say("File: {name}", name=part.name))
            case Form():
                out.append(say("To go on, type: {line}", line=part.command))
    return "\n\n".join(out)


def item_below(item: EditionItem, say: Speech) -> str:
    """The second line of a story in an edition: stage or first fact, outlet, how many carry it, why it waited."""
    below = [one_line(item.line), one_line(item.outlet)]
    if item.outlets > 1:
        below.append(say("{count} outlets", count=item.outlets))
    below.append(one_line(item.held_reason))
    return " · ".join(part for part in below if part)


def item_text(item: EditionItem, say: Speech) -> str:
    """A story in an edition: headline, second line, address."""
    lines = (one_line(item.headline), item_below(item, say), item.url)
    return "\n  ".join(line for line in lines if line)


def edition(edition: Edition, locale: str = "en") -> str:
    """A digest as text."""
    say = speech(locale)
    when = [one_line(edition.when), *([say("Draft, not published yet")] if edition.draft else [])]
    out = [f"{one_line(edition.title)}\n{' · '.join(filter(None, when))}"]
    if edition.dates:
        dates = "\n".join(f"{when}  {one_line(what)}" for when, what, _ in edition.dates)
        out.append(f"{say('Dates ahead')}\n{dates}")
    for section in edition.sections:
        items = "\n".join(item_text(item, say) for item in section.items)
        out.append(f"{one_line(section.title)}\n{items}")
    out.append(one_line(edition.closing))
    return "\n\n".join(part for part in out if part)


def fallback(message: Message, locale: str = "en", most: int = 300) -> str:
    """One line that says the point, for notifications and screen readers; never empty."""
    match message:
        case Card():
            line = headline(message, locale)
        case Edition():
            line = " · ".join(one_line(part) for part in (message.title, message.when) if part)
        case Reply():
            line = one_line(reply(message, locale))
    return shorten(line, most) or speech(locale)("AI policy")
