"""Cards and replies as Block Kit messages within Slack's limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.model import Button, Card, Message, Quote, Reply
from bot.render import labels, plain
from bot.render.card_actions import card_buttons, card_menu
from bot.render.plain import language, one_line, shorten
from bot.render.slack_parts import actions, groups, overflow
from bot.render.slack_text import (
    MOST_BLOCKS,
    MOST_CHARACTERS,
    MOST_CONTEXT_ELEMENTS,
    MOST_FALLBACK,
    MOST_SECTION,
    Block,
    address,
    bullets,
    date_token,
    escape,
    is_plain,
    link,
    mrkdwn,
    plain_text,
    rich,
    section,
    size,
    text,
)
from bot.speech import Speech, speech

MOST_HEADLINE = 300
MOST_FLAGS = 60
MOST_QUOTE = 900
MOST_FACT = 500
MOST_NOTE = 300
STEP = " › "


@dataclass(frozen=True, slots=True)
class Payload:
    """One Slack message: the blocks, and the line for notifications and screen readers."""

    text: str
    blocks: tuple[Block, ...]

    def fields(self) -> dict[str, Any]:
        """As arguments of chat.postMessage and chat.update. Links never unfurl: the card says enough."""
        return {"text": self.text, "blocks": list(self.blocks), "unfurl_links": False, "unfurl_media": False}


def fallback(message: Message, locale: str = "en") -> str:
    """The top-level `text`, which Slack parses too: one line that says the point, escaped."""
    line = plain.fallback(message, locale, MOST_FALLBACK)
    return escape(line)


def card(card: Card, locale: str = "en", zone: str = "UTC") -> Payload:
    """A story's card as one message."""
    return Payload(fallback(card, locale), numbered(card_blocks(card, locale, zone), f"{card.story_id}.{card.version}"))


def card_blocks(card: Card, locale: str = "en", zone: str = "UTC", *, short: bool = False) -> list[Block]:
    """A card's blocks, without ids: header, context, quote and facts, notes, actions.

    `short`: among many others only header, context, the first fact, and a button that opens the card.
    """
    say = speech(locale)
    blocks = [_header(card, say, locale), _context(card, say, locale, zone)]
    if short:
        return [block for block in _shortened(card, blocks, say) if block.get("elements") or block.get("text")]
    if body := _body(card, say):
        blocks.append(body)
    if notes := _notes(card, say, locale, zone):
        blocks.append({"type": "context", "elements": notes[:MOST_CONTEXT_ELEMENTS]})
    blocks.append(_actions(card, say))
    return [block for block in blocks if block.get("elements") or block.get("text")]


def _shortened(card: Card, blocks: list[Block], say: Speech) -> list[Block]:
    """Header and context with the first fact below, and a button to open the card, in the header where it takes one."""
    words = next((one_line(fact.slice.text) for fact in card.reading.facts if not fact.background), "")
    if words:
        blocks.append(rich(section([text(shorten(words, MOST_FACT))])))
    row = actions((Button(say("Open"), f"story {card.story_id}"),))
    if blocks[0]["type"] == "section" and row:
        blocks[0] = {**blocks[0], "accessory": row[0]}
        return blocks
    return [*blocks, {"type": "actions", "elements": row}]


def _header(card: Card, say: Speech, locale: str) -> Block:
    """Labels, then the headline as the link. A headline that mrkdwn could misread goes into rich text instead."""
    flags, topic = shorten(labels.places(card), MOST_FLAGS), labels.topic(card, language(locale))
    steps = [step for step in labels.step(card, language(locale)).split(STEP) if step]
    mark = say("Withdrawn by its source") if card.withdrawn else ""
    title = shorten(one_line(card.reading.headline.text), MOST_HEADLINE) or one_line(card.outlet) or "–"
    url = address(card.url)
    strong = STEP.join(f"*{escape(step)}*" for step in steps)
    kind = "  ".join(part for part in (escape(flags), strong) if part)
    above = "  ·  ".join(part for part in (f"*{mark}*" if mark else "", kind, escape(topic)) if part)
    name = f"<{url.replace('&', '&amp;')}|{escape(title)}>" if url else escape(title)
    below = f"~{name}~" if card.withdrawn else f"*{name}*"
    words = f"{above}\n{below}" if above else below
    if is_plain(title) and len(words) <= MOST_SECTION:
        return {"type": "section", "text": mrkdwn(words)}
    line: list[Block] = []
    for part in (mark, flags, *steps, topic):
        if part:
            gap = "" if not line else STEP if part in steps[1:] else "  ·  "
            line += [text(gap)] if gap else []
            line.append(text(part, bold=part == mark or part in steps))
    if line:
        line.append(text("\n"))
    return rich(section([*line, link(url, title, bold=True, strike=card.withdrawn)]))


def _context(card: Card, say: Speech, locale: str, zone: str) -> Block:
    """Outlet, date in the reader's zone, who else carries it."""
    outlet, also = one_line(card.outlet), plain.also_text(card, say)
    when = plain.day(card.published, locale, zone) if card.published else ""
    if is_plain(outlet) and is_plain(also):
        token = date_token(card.published, "{date_short}", when) if card.published else ""
        parts = [shorten(escape(outlet), 200), token, shorten(escape(also), 400)]
        line = "  ·  ".join(part for part in parts if part)
        return {"type": "context", "elements": [mrkdwn(line)] if line else []}
    line = "  ·  ".join(part for part in (shorten(outlet, 200), when, shorten(also, 400)) if part)
    return {"type": "context", "elements": [plain_text(line, MOST_SECTION)] if line else []}


def _body(card: Card, say: Speech) -> Block | None:
    parts: list[Block] = []
    if card.reading.pull and plain.quote_text(card.reading.pull):
        parts.append({"type": "rich_text_quote", "elements": _quote(card.reading.pull, card.confirmed_by, say)})
    lines = []
    for fact in plain.card_facts(card):
        words = shorten(one_line(fact.slice.text), MOST_FACT)
        if words:
            prefix = [text(f"{say('Background')}: ", italic=True)] if fact.background else []
            lines.append([*prefix, text(words)])
    if lines:
        parts.append(bullets(lines))
    return rich(*parts) if parts else None


def _quote(quote: Quote, confirmed_by: tuple[str, ...], say: Speech) -> list[Block]:
    speaker, role = one_line(quote.speaker), one_line(quote.role)
    words = f"“{shorten(plain.quote_text(quote), MOST_QUOTE)}”"
    line = [text(words + "\n" if speaker or role or confirmed_by else words)]
    if speaker:
        line.append(text(shorten(speaker, 150), bold=True))
    if role:
        line.append(text((", " if speaker else "") + shorten(role, 200)))
    if confirmed_by:
        outlets = shorten(", ".join(map(one_line, confirmed_by[:3])), 200)
        tick = say("✓ same words in {outlets}", outlets=outlets)
        line.append(text(("  " if speaker or role else "") + tick, italic=True))
    return line


def _notes(card: Card, say: Speech, locale: str, zone: str) -> list[Block]:
    """What changed, where outlets differ, and whatever the reader should know about this card."""
    notes: list[Block] = []
    if card.updated_at:
        notes.append(_updated(card, card.updated_at, say, locale, zone))
    notes += [plain_text(line, MOST_NOTE) for line in plain.differences(card, say)]
    notes += [plain_text(say.again(line), MOST_NOTE) for line in card.notes if one_line(line)]
    return notes


def _updated(card: Card, moment: datetime, say: Speech, locale: str, zone: str) -> Block:
    exact = plain.moment_text(moment, locale, zone)
    line = plain.changed_text(card, say, exact)
    if not is_plain(line):
        return plain_text(line, MOST_NOTE)
    hole = "\ue000"  # a private character stands where the date goes while the words are cut and escaped
    shown = escape(shorten(plain.changed_text(card, say, hole), MOST_NOTE))
    return mrkdwn(shown.replace(hole, date_token(moment, "{time}", exact)))


def _actions(card: Card, say: Speech) -> Block:
    row = actions(card_buttons(card, say))
    menu = overflow(card_menu(card, say))
    return {"type": "actions", "elements": [*row, menu]}


# --------------------------------------------------------------------------- replies


def pages(reply: Reply, locale: str = "en", zone: str = "UTC") -> tuple[Payload, ...]:
    """An answer as messages: as few as its limits allow, cut between parts, never inside a card. Never empty."""
    line = fallback(reply, locale)
    found = groups(reply, locale, cards=lambda one, short: card_blocks(one, locale, zone, short=short))
    payloads = [
        Payload(line, numbered(blocks, f"p{index}")) for index, blocks in enumerate(packed(found, MOST_BLOCKS - 1))
    ]
    if payloads:
        return tuple(payloads)
    return (Payload(line, numbered([rich(section([text(speech(locale)("Done."))]))], "p0")),)


def packed(found: Iterable[list[Block]], most: int) -> list[list[Block]]:
    """Groups of blocks that belong together, put into messages of at most `most` blocks and one table each."""
    out: list[list[Block]] = []
    used = tables = 0
    for group in found:
        weight = size(group)
        has_table = sum(block["type"] == "table" for block in group)
        full = out and (len(out[-1]) + len(group) > most or used + weight > MOST_CHARACTERS or (tables and has_table))
        if not out or full:
            out.append([])
            used = tables = 0
            group = group[1:] if group and group[0]["type"] == "divider" else group  # nothing stands above it there
        out[-1] += group
        used += weight
        tables += has_table
    return out


def numbered(blocks: Iterable[Block], prefix: str) -> tuple[Block, ...]:
    """The same blocks with ids that are unique in the message; Slack refuses doubles."""
    out: list[Block] = []
    count = 0
    for index, block in enumerate(blocks):
        copy = {**block, "block_id": f"{prefix}.{index}"[:255]}
        if block["type"] in ("actions", "context_actions"):
            elements = []
            for element in block["elements"]:
                kind, _, rest = element["action_id"].partition(":")
                elements.append({**element, "action_id": f"{kind}:{count}:{rest}" if rest else f"{kind}:{count}"})
                count += 1
            copy["elements"] = elements
        elif "accessory" in block:
            copy["accessory"] = {**block["accessory"], "action_id": f"{block['accessory']['action_id']}:{count}"}
            count += 1
        out.append(copy)
    return tuple(out)


def with_turns(payload: Payload, press_id: str, number: int, count: int, locale: str = "en") -> Payload:
    """Page `number` (from 0) of `count` with the buttons that show the one before and the one after."""
    around = [(speech(locale)("Back"), number - 1), (speech(locale)("More"), number + 1)]
    buttons = [
        {"type": "button", "text": plain_text(label, 75), "action_id": f"more:{to}", "value": f"{press_id} {to}"}
        for label, to in around
        if 0 <= to < count
    ]
    block: Block = {"type": "actions", "block_id": f"more.{number}.{press_id}"[:255], "elements": buttons}
    return Payload(payload.text, (*payload.blocks, block))


def without(payload: Payload, refused: Iterable[int], message: Message, locale: str, zone: str = "UTC") -> Payload:
    """A plainer payload after Slack refused some blocks: without those, or all as plain text."""
    gone = set(refused)
    left = tuple(block for index, block in enumerate(payload.blocks) if index not in gone)
    return Payload(payload.text, left) if gone and left else plain_payload(message, locale, zone)


def plain_payload(message: Message, locale: str = "en", zone: str = "UTC") -> Payload:
    """The whole message as text without blocks, for when Slack refuses them."""
    match message:
        case Card():
            words = plain.card(message, locale, zone)
        case Reply():
            words = plain.reply(message, locale, zone)
        case _:
            words = plain.edition(message, locale)
    return Payload(shorten("\n".join(escape(line) for line in words.splitlines()), MOST_SECTION) or "–", ())
