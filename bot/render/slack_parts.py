"""The parts of a reply as Block Kit blocks: words, tables, buttons, menus."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from bot.model import Attachment, Button, Buttons, Card, Form, Preview, Reply, Select, Shown, Table, Words
from bot.render.plain import one_line, person, shorten, units, with_people
from bot.render.slack_edition_blocks import edition_groups
from bot.render.slack_text import (
    MOST_ACTION_ID,
    MOST_ACTIONS,
    MOST_BUTTON,
    MOST_BUTTON_VALUE,
    MOST_ELEMENT,
    MOST_OPTION_TEXT,
    MOST_OPTION_VALUE,
    MOST_OPTIONS,
    MOST_OVERFLOW,
    MOST_TABLE_CHARACTERS,
    MOST_TABLE_COLUMNS,
    MOST_TABLE_ROWS,
    Block,
    address,
    bullets,
    link,
    plain_text,
    rich,
    section,
    spoken,
    text,
)
from bot.speech import Speech, speech

FULL_CARDS = 3  # an answer with more cards shows them short, each with a button that opens it
MOST_CELL = 300
BULLET = "• "  # how commands write a list in plain text
# A table's text may be 10,000 characters; the rest of the message needs room under the total.
TABLE_CHARACTERS = min(MOST_TABLE_CHARACTERS, 9000)


def groups(
    reply: Reply, locale: str, *, cards: Callable[[Card, bool], list[Block]], tables: bool = True
) -> list[list[Block]]:
    """The blocks of each part; a group stays in one message.

    Args:
        cards: a card's blocks, whole or short.
        tables: False where Slack shows none (modals). It takes one in a message: several are shown as lists.
    """
    say = speech(locale)
    tables = tables and sum(isinstance(part, Table) for part in reply.parts) == 1
    short = sum(isinstance(part, Shown) for part in reply.parts) > FULL_CARDS
    alone = not any(isinstance(part, Buttons) for part in reply.parts)
    out: list[list[Block]] = []
    for index, part in enumerate(reply.parts):
        match part:
            case Words():
                out += words(part, first=index == 0, error=reply.error)
            case Table():
                out += table(part) if tables else listing(part)
            case Shown():
                line: list[Block] = [{"type": "divider"}] if index and isinstance(reply.parts[index - 1], Shown) else []
                out.append([*line, *cards(part.card, short)])
            case Preview():
                out += edition_groups(part.edition, say)
            case Buttons():
                out += [[{"type": "actions", "elements": row}] for row in _rows(actions(part.buttons))]
            case Select():
                out += [[{"type": "actions", "elements": row}] for row in _rows(selects(part))]
            case Attachment():
                out.append([rich(section([text(say("File: {name}", name=one_line(part.name)))]))])
            case Form():
                out.append([{"type": "actions", "elements": [form_button(part, say, alone=alone)]}])
    return out


def _rows(elements: Sequence[Block]) -> Iterable[list[Block]]:
    """Rows of elements as Slack wraps them nicely; one block takes at most 25."""
    return (list(elements[at : at + MOST_ACTIONS]) for at in range(0, len(elements), MOST_ACTIONS))


def words(part: Words, *, first: bool = False, error: bool = False) -> list[list[Block]]:
    """Plain text as rich text, long ones over several blocks; nothing in it is parsed but our own back-ticks."""
    pieces = _pieces(part.text) if part.text.strip() else []
    out: list[list[Block]] = []
    title = [text(one_line(part.title) + "\n", bold=True)] if part.title.strip() else []
    if error and first and not title:
        title = [text("⚠ ")]
    for index, piece in enumerate(pieces or [""]):
        head = title if index == 0 else []
        if part.code:
            shown: list[Block] = [section(head)] if head else []
            shown.append({"type": "rich_text_preformatted", "elements": [text(piece)]})
            out.append([rich(*shown)])
        elif piece or head:
            out.append([rich(*_lines(head, piece, part.people))])
    return out


def _lines(head: list[Block], piece: str, people: Sequence[str]) -> list[Block]:
    """Sections of text, and lists of what stands behind bullets."""
    out: list[Block] = []
    for listed, lines in groupby(piece.splitlines(), lambda line: line.startswith(BULLET)):
        if listed:
            out += [section(head)] if head else []
            out.append(bullets([_said(line.removeprefix(BULLET), people) for line in lines]))
        else:
            words = "\n".join(lines)
            out.append(section([*head, *(_said(words, people) if words else [])]))
        head = []
    return out or [section(head)]


def _said(piece: str, people: Sequence[str]) -> list[Block]:
    """Our own sentences, each id of a person in them as a mention."""
    out: list[Block] = []
    for words in filter(None, with_people(piece, people)):
        out += [_mention(words)] if words in people else spoken(words)
    return out


def _mention(subject: str) -> Block:
    """A person as Slack shows them; it notifies nobody in an answer."""
    if subject.startswith("slack:"):
        return {"type": "user", "user_id": subject.removeprefix("slack:")}
    return text(person(subject))


def _pieces(whole: str) -> list[str]:
    """Text cut between lines, or inside a line that is too long, into pieces of at most MOST_ELEMENT units."""
    pieces: list[str] = []
    current = ""
    for line in whole.strip("\n").splitlines():
        while units(line) > MOST_ELEMENT:
            cut = shorten(line, MOST_ELEMENT)
            kept = cut.removesuffix("…")
            if current:
                pieces.append(current)
                current = ""
            pieces.append(kept or line[:1000])
            line = line[len(kept or line[:1000]) :].lstrip()
        joined = f"{current}\n{line}" if current else line
        if units(joined) > MOST_ELEMENT:
            pieces.append(current)
            joined = line
        current = joined
    return [*pieces, current] if current.strip() else pieces


def table(part: Table) -> list[list[Block]]:
    """A table block with the first column linked; long ones over several, each with its heading row."""
    columns = part.columns[:MOST_TABLE_COLUMNS]
    heading = [_cell(name, bold=True) for name in columns]
    out: list[list[Block]] = []
    rows: list[list[Block]] = []
    used = 0

    def close() -> None:
        nonlocal rows, used
        if rows or not out:
            block: Block = {
                "type": "table",
                "rows": [heading, *rows],
                "column_settings": [{"is_wrapped": True} for _ in columns],
            }
            title = [rich(section([text(one_line(part.title), bold=True)]))] if part.title and not out else []
            out.append([*title, block])
        rows, used = [], 0

    if not columns:
        return listing(part)
    for index, row in enumerate(part.rows):
        url = part.links[index] if index < len(part.links) else ""
        cells = [_cell(value, url if at == 0 else "", part.people) for at, value in enumerate(row[: len(columns)])]
        cells += [_cell("") for _ in range(len(columns) - len(cells))]
        weight = sum(units(one_line(value)[:MOST_CELL]) for value in row) + len(url)
        if rows and (len(rows) >= MOST_TABLE_ROWS - 1 or used + weight > TABLE_CHARACTERS):
            close()
        rows.append(cells)
        used += weight
    close()
    return out


def _cell(value: str, url: str = "", people: Sequence[str] = (), *, bold: bool = False) -> Block:
    if value in people:
        return {"type": "rich_text", "elements": [section([_mention(value)])]}
    shown = shorten(one_line(value), MOST_CELL) or "–"
    if url and address(url):
        return {"type": "rich_text", "elements": [section([link(url, shown)])]}
    if bold:
        return {"type": "rich_text", "elements": [section([text(shown, bold=True)])]}
    if shown.count("`") > 1:  # a sentence of ours with a command in it
        return {"type": "rich_text", "elements": [section(spoken(shown))]}
    return {"type": "raw_text", "text": shown}


def _first(cell: str, url: str, people: Sequence[str]) -> Block:
    if cell in people:
        return _mention(cell)
    return link(url, cell, bold=True) if url else text(cell, bold=True)


def listing(part: Table) -> list[list[Block]]:
    """A table as a list, first column strong, where table blocks are not allowed."""
    lines: list[list[Block]] = []
    for index, row in enumerate(part.rows):
        url = part.links[index] if index < len(part.links) else ""
        cells = [shorten(one_line(cell), MOST_CELL) for cell in row]
        line = [_first(cells[0], url, part.people)] if cells else []
        for cell in filter(None, cells[1:]):
            said = [_mention(cell)] if cell in part.people else spoken(cell) if cell.count("`") > 1 else [text(cell)]
            line += [text(" · "), *said]
        if line:
            lines.append(line)
    title = [section([text(one_line(part.title) + "\n", bold=True)])] if part.title else []
    return [[rich(*(title if at == 0 else []), bullets(lines[at : at + 20]))] for at in range(0, len(lines), 20)] or (
        [[rich(*title)]] if title else []
    )


# --------------------------------------------------------------------------- things to press


def actions(buttons: Iterable[Button]) -> list[Block]:
    """Buttons; one that could not work on Slack (no line that fits, no safe address) is left out."""
    return [element for button in buttons if (element := button_element(button)) is not None]


def button_element(button: Button) -> Block | None:
    """One button: `line:` runs its command line, `open:` only opens an address."""
    element: Block = {"type": "button", "text": plain_text(button.label, MOST_BUTTON)}
    if button.url:
        if not (url := address(button.url)):
            return None
        element |= {"action_id": "open", "url": url}
    elif button.line and units(button.line) <= MOST_BUTTON_VALUE:
        element |= {"action_id": "line", "value": button.line}
    else:
        return None
    if button.style != "plain":
        element["style"] = button.style
    return element


def overflow(buttons: Sequence[Button]) -> Block:
    """The menu behind three dots."""
    options = [
        {"text": plain_text(button.label, MOST_OPTION_TEXT), "value": button.line}
        for button in buttons
        if button.line and units(button.line) <= MOST_OPTION_VALUE
    ]
    return {"type": "overflow", "action_id": "menu", "options": options[:MOST_OVERFLOW]}


def selects(part: Select) -> list[Block]:
    """A menu, or several when it has more than 100 options; the line is its action id, `{}` for the choice."""
    fit = [
        {"text": plain_text(label, MOST_OPTION_TEXT), "value": value}
        for label, value in part.options
        if value and units(value) <= MOST_OPTION_VALUE
    ]
    if units(part.line) > MOST_ACTION_ID - 12:
        return []
    return [
        {
            "type": "static_select",
            "action_id": f"pick:{part.line}",
            "placeholder": plain_text(part.placeholder, 150),
            "options": fit[at : at + MOST_OPTIONS],
        }
        for at in range(0, len(fit), MOST_OPTIONS)
    ]


def form_button(form: Form, say: Speech, *, alone: bool = True) -> Block:
    """Opens a form: when the modal cannot open by itself because the three seconds have passed, or beside others."""
    value = json.dumps({"command": form.command, "values": dict(form.values)}, ensure_ascii=False)
    if units(value) > MOST_BUTTON_VALUE:
        value = json.dumps({"command": form.command, "values": {}})
    label = one_line(form.title) or say("Open the form")
    element: Block = {"type": "button", "text": plain_text(label, MOST_BUTTON), "action_id": "form", "value": value}
    return {**element, "style": "primary"} if alone else element
