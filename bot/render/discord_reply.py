"""Answers for Discord: parts into pages that each fit one message, files beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.model import Attachment, Button, Buttons, Form, Preview, Reply, Select, Shown, Table, Words
from bot.render.discord_card import card_parts, short_parts
from bot.render.discord_edition import edition_parts
from bot.render.discord_ids import Ids
from bot.render.discord_parts import (
    CONTAINER,
    Part,
    button,
    container,
    count,
    displayed,
    file,
    file_name,
    menu,
    message,
    rows,
    text,
)
from bot.render.discord_text import (
    FULL_COMPONENTS,
    FULL_DISPLAYED,
    escape_line,
    fence,
    fit,
    joined,
    link,
    spoken,
)
from bot.render.plain import one_line, person, shorten, units, with_people
from bot.speech import Speech, speech

FULL_CARDS = 3  # an answer with more cards shows them short, with a menu to open one
ERROR = 0xC0392B
BULLET = "• "  # how commands write a list in plain text
MOST_FILES = 5  # Discord takes 10; each counts as a component
_MOST_BLOCK = 3000
_MOST_ROW_WIDTH = 56  # characters a phone shows in a code block without breaking lines


@dataclass(frozen=True, slots=True)
class Page:
    """One message of an answer: its body, its files, and the lines that must be stored for its buttons to work."""

    body: Part
    files: tuple[Attachment, ...] = ()
    stored: dict[str, str] = field(default_factory=dict)


def _pieces(words: str, most: int) -> Iterator[str]:
    """Text in pieces of at most `most`, cut between lines where it can be."""
    piece = ""
    for line in words.split("\n"):
        while units(line) > most:
            head = shorten(line, most).rstrip("…") or line[: most // 2]
            if piece:
                yield piece
                piece = ""
            yield head
            line = line[len(head) :].lstrip()
        longer = f"{piece}\n{line}" if piece else line
        if units(longer) > most:
            yield piece
            piece = line
        else:
            piece = longer
    if piece.strip():
        yield piece


def _words(part: Words) -> Iterator[list[Part]]:
    title = f"### {fit(part.title, 250)}" if part.title.strip() else ""
    if part.code:
        pieces = [fence(piece) for piece in _pieces(part.text, _MOST_BLOCK - 100)]
    else:
        said = (_listed(_said(piece, part.people)) for piece in _pieces(part.text, _MOST_BLOCK // 2))
        pieces = [piece for piece in said if piece.strip()]
    for at, piece in enumerate(pieces or [""]):
        shown = joined((title if at == 0 else "", piece), "\n")
        if shown:
            yield [text(shown)]


def _listed(said: str) -> str:
    """What commands write behind bullets, as Discord's own lists."""
    return "\n".join(f"- {line.removeprefix(BULLET)}" if line.startswith(BULLET) else line for line in said.split("\n"))


def _said(piece: str, people: Sequence[str]) -> str:
    """Our own sentences, each id of a person or role in them as a mention."""
    return "".join(_mention(words) if words in people else spoken(words) for words in with_people(piece, people))


def _mention(subject: str) -> str:
    """A person or role as Discord shows them; it pings nobody in an answer."""
    if subject.startswith("discord:"):
        return "<@" + subject.removeprefix("discord:").replace("role:", "&") + ">"
    return spoken(person(subject))


def _cell(cell: str, part: Table) -> str:
    """A cell: a person as a mention; our own sentence with a command in it, where the command shows as one."""
    if cell in part.people:
        return _mention(cell)
    return spoken(shorten(one_line(cell), 300)) if cell.count("`") > 1 else fit(cell, 300)


def _narrow(part: Table) -> str:
    """The table in columns of letters, if a phone can show it; else empty."""
    table = [part.columns, *part.rows]
    widths = [max(len(one_line(row[at])) for row in table if at < len(row)) for at in range(len(part.columns))]
    if any(part.links) or part.people or len(part.columns) < 3 or sum(widths) + 2 * len(widths) > _MOST_ROW_WIDTH:
        return ""
    lines = ["  ".join(one_line(cell).ljust(width) for cell, width in zip(row, widths, strict=False)) for row in table]
    return "\n".join(line.rstrip() for line in lines)


def _table(part: Table) -> Iterator[list[Part]]:
    title = f"### {fit(part.title, 250)}" if part.title.strip() else ""
    if narrow := _narrow(part):
        yield from _words(Words(narrow, part.title, code=True))
        return
    lines: list[str] = []
    for at, row in enumerate(part.rows):
        url = part.links[at] if at < len(part.links) else ""
        cells = [_cell(cell, part) for cell in row if one_line(cell)]
        if not cells:
            continue
        first = link(row[0], url, 300) if url and one_line(row[0]) else f"**{cells[0]}**"
        lines.append("- " + joined((first, *cells[1:])))
    if title:
        lines.insert(0, title)
    for piece in _pieces("\n".join(lines), _MOST_BLOCK):
        yield [text(piece)]


def _cards(parts: list[Shown], locale: str, ids: Ids, say: Speech) -> Iterator[list[Part]]:
    if len(parts) <= FULL_CARDS:
        for part in parts:
            yield card_parts(part.card, locale, ids)
        return
    for part in parts:
        yield short_parts(part.card, locale)
    options = [(part.card.reading.headline.text, f"story {part.card.story_id}") for part in parts]
    chooser = menu(say("Open a card"), "{}", options, ids)
    if chooser is not None:
        yield [chooser]


def _form(part: Form, say: Speech, ids: Ids, *, alone: bool) -> list[Part]:
    """A form as a button that opens it: for answers that came too late to open it at once, or beside other buttons."""
    style: Literal["plain", "primary"] = "primary" if alone else "plain"
    opener = button(Button(part.title or say("Fill in the form"), part.command, style=style), ids)
    if opener is None:
        return []
    opener["custom_id"] = ids.of("form", form_line(part), part.step)
    return [{"type": 1, "components": [opener]}]


def form_line(part: Form) -> str:
    """What a form continues, as stored behind its button: the command and what is filled in already."""
    return json.dumps({"do": part.command, "with": dict(part.values)}, ensure_ascii=False, separators=(",", ":"))


def _blocks(reply: Reply, locale: str, ids: Ids, say: Speech) -> Iterator[list[Part]]:
    """Groups of components that stay together."""
    shown = [part for part in reply.parts if isinstance(part, Shown)]
    form = next((part for part in reply.parts if isinstance(part, Form)), None)
    first = True
    alone = not any(isinstance(part, Buttons) for part in reply.parts)
    for part in reply.parts:
        match part:
            case Words():
                yield from _words(part)
            case Table():
                yield from _table(part)
            case Shown() if first:
                first = False
                yield from _cards(shown, locale, ids, say)
            case Preview():
                yield from edition_parts(part.edition, locale, ids)
            case Buttons():
                yield rows(part.buttons, ids)
            case Select():
                chooser = menu(part.placeholder, part.line, part.options, ids)
                if chooser is not None:
                    yield [chooser]
            case Form() if part is form:  # one form is asked at a time
                yield _form(part, say, ids, alone=alone)
            case Attachment() | Shown() | Form():
                pass


def _attached(reply: Reply) -> tuple[Attachment, ...]:
    """The answer's files, at most as many as a message takes, each under a name of its own that Discord keeps."""
    found: dict[str, Attachment] = {}
    for part in reply.parts:
        if isinstance(part, Attachment):
            name = file_name(part.name)
            if name in found:
                name = f"{len(found)}-{name}"
            found[name] = replace(part, name=name)
    return tuple(found.values())[:MOST_FILES]


def reply_pages(reply: Reply, locale: str, key: Callable[[str], str], line: str = "") -> tuple[Page, ...]:
    """The answer as messages, at least one. With `line`, each page has buttons that run it again for the other pages.

    Args:
        key: id of a command line that is too long for a button.
        line: the command line that was answered.
    """
    say = speech(locale)
    ids = Ids(key)
    pages: list[list[Part]] = [[]]
    for block in _blocks(reply, locale, ids, say):
        page = pages[-1]
        together = [*page, *block]
        if page and (displayed(together) > FULL_DISPLAYED or count(together) > FULL_COMPONENTS):
            pages.append([])
        pages[-1] += block
    files = _attached(reply)
    if not pages[0] and not files:
        pages[0] = [text(escape_line(say("Nothing to show.")))]
    if reply.error:
        pages = [_marked(page) for page in pages]
    made = []
    for number, page in enumerate(pages):
        if len(pages) > 1 and line:
            page = [*page, _turner(number, len(pages), line, ids, say)]
        if number == 0:
            page = [*page, *(file(one.name) for one in files)]
        made.append(Page(message(page), files if number == 0 else (), ids.stored))
    return tuple(made)


def _marked(page: list[Part]) -> list[Part]:
    """An error in a red box; a box cannot stand in another."""
    return page if not page or any(part["type"] == CONTAINER for part in page) else [container(page, ERROR)]


def _turner(number: int, of: int, line: str, ids: Ids, say: Speech) -> Part:
    """Buttons to the page before and after; Discord's custom ids keep the place, so nothing must be remembered."""
    turns: list[Part] = []
    for label, to in ((say("Back"), number - 1), (say("Next"), number + 1)):
        turn: Part = {"type": 2, "style": 2, "label": label, "custom_id": ids.of("page", line, max(to, 0))}
        if not 0 <= to < of:
            turn["disabled"] = True
            turn["custom_id"] = ids.of("page", line, 900 + len(turns))  # unique, never pressed
        turns.append(turn)
    here: Part = {"type": 2, "style": 2, "label": f"{number + 1} / {of}", "disabled": True}
    here["custom_id"] = ids.of("page", line, 990)
    return {"type": 1, "components": [turns[0], here, turns[1]]}
