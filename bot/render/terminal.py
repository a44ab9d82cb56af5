"""Cards, replies and editions for the terminal, as rich renderables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table as Grid
from rich.text import Text

from bot.model import Attachment, Buttons, Card, Edition, Form, Message, Preview, Reply, Select, Shown, Table, Words
from bot.pipeline.text import display
from bot.render import labels, plain
from bot.speech import Speech, speech

# Accent by stage, as on the other platforms: green when it binds, yellow on its way, red when it is stopped.
_COLOURS = {
    "in_force": "green",
    "enforced": "green",
    "signed": "green",
    "passed": "green",
    "advanced": "yellow",
    "consultation": "yellow",
    "proposed": "yellow",
    "delayed": "red",
    "rejected": "red",
    "struck_down": "red",
    "repealed": "red",
}


def colour(card: Card) -> str:
    """Colour of a card's frame."""
    stage = card.reading.frame.stage
    return _COLOURS.get(stage.id, "cyan") if stage else "cyan"


def card(card: Card, locale: str = "en", zone: str = "UTC") -> RenderableType:
    """One story in a frame: labels, headline, quote, facts, where to read it."""
    say = speech(locale)
    return Panel(
        Group(*_card_lines(card, say, locale, zone)),
        box=box.ROUNDED,
        border_style=colour(card),
        padding=(0, 1),
        subtitle=Text(f"#{card.story_id}", style="dim"),
        subtitle_align="right",
    )


def _card_lines(card: Card, say: Speech, locale: str, zone: str) -> Iterator[RenderableType]:
    reading = card.reading
    if card.withdrawn:
        yield Text(say("Withdrawn by its source"), style="bold red")
    if line := labels.line(card, locale):
        yield Text(line, style=colour(card))
    yield Text(plain.one_line(reading.headline.text), style=f"bold link {card.url}")
    where = [plain.one_line(card.outlet)]
    if card.published:
        where.append(plain.day(card.published, locale, zone))
    where.append(plain.also_text(card, say))
    yield Text(" · ".join(part for part in where if part), style="dim")
    if reading.pull:
        tick = " ✓" if card.confirmed_by else ""
        quote = Text(f"“{plain.quote_text(reading.pull)}”{tick}", style="italic")
        if speaker := plain.speaker_text(reading.pull):
            quote.append(f"\n{speaker}", style="not italic bold")
        yield Padding(quote, (1, 2, 0, 2))
    if reading.facts:
        facts = Grid.grid(padding=(0, 1))
        for fact in plain.card_facts(card):
            facts.add_row("•", Text(plain.fact_text(fact, say)))
        yield Padding(facts, (1, 0, 0, 0))
    for line in plain.differences(card, say):
        yield Text(line, style="yellow")
    if card.updated_at:
        yield Text(plain.changed_text(card, say, plain.moment_text(card.updated_at, locale, zone)), style="yellow")
    for note in card.notes:
        yield Text(plain.one_line(say.again(note)), style="dim")
    yield Text(card.url, style="blue underline", overflow="fold")


def reply(reply: Reply, locale: str = "en", zone: str = "UTC") -> RenderableType:
    """An answer; buttons become the lines to type."""
    return Group(*(_part(part, reply, locale, zone) for part in reply.parts))


@dataclass(frozen=True, slots=True)
class _Lines:
    """What can be done, (label, line to type): side by side where all have room, else the line below, never cut."""

    rows: tuple[tuple[str, str], ...]

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """As wide as the terminal is."""
        rows = [(Text(f"▸ {label}", style="cyan"), Text(line, style="bold")) for label, line in self.rows]
        widest = [max((row[side].cell_len for row in rows), default=0) for side in (0, 1)]
        if sum(widest) + 4 <= options.max_width:
            grid = Grid.grid(padding=(0, 2))
            for row in rows:
                grid.add_row(*row)
            yield grid
            return
        for label, line in rows:
            yield label
            line.overflow = "fold"
            yield Padding(line, (0, 0, 0, 2))


def _part(part: object, whole: Reply, locale: str, zone: str) -> RenderableType:
    say = speech(locale)
    match part:
        case Words():
            text = Text(style="red" if whole.error else "")
            if part.title:
                text.append(f"{display(part.title)}\n", style="bold")
            return text.append(display(plain.peopled(part)))
        case Table():
            return _table(part)
        case Shown():
            return card(part.card, locale, zone)
        case Preview():
            return edition(part.edition, locale)
        case Buttons():
            return _Lines(tuple((button.label, button.url or button.line) for button in part.buttons))
        case Select():
            lines = _Lines(tuple((label, part.line.replace("{}", value)) for label, value in part.options))
            return Group(Text(part.placeholder), lines)
        case Attachment():
            return Text(say("File: {name}", name=part.name), style="cyan")
        case Form():
            return Text(say("To go on, type: {line}", line=part.command), style="cyan")
    return Text("")


def _table(part: Table) -> RenderableType:
    grid = Grid(box=box.SIMPLE_HEAD, title=part.title or None, title_justify="left", pad_edge=False)
    for column in part.columns:
        grid.add_column(column, overflow="fold", no_wrap=False)
    for number, row in enumerate(part.rows):
        link = part.links[number] if number < len(part.links) else ""
        cells = [Text(plain.cell_text(cell, part)) for cell in row]
        if link and cells:
            cells[0].stylize(f"link {link}")
        grid.add_row(*cells)
    return grid


def edition(edition: Edition, locale: str = "en") -> RenderableType:
    """A digest in a frame."""
    return Panel(Text(plain.edition(edition, locale)), box=box.DOUBLE, border_style="magenta", padding=(0, 1))


def message(message: Message, locale: str = "en", zone: str = "UTC") -> RenderableType:
    """Whatever a promise delivers."""
    match message:
        case Card():
            return card(message, locale, zone)
        case Edition():
            return edition(message, locale)
        case Reply():
            return reply(message, locale, zone)
