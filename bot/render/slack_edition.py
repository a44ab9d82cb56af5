"""Editions as Slack messages: the first in the channel, the rest as its thread, never cut inside a story."""

from __future__ import annotations

from bot.model import Edition, EditionItem
from bot.render.plain import item_below, one_line, shorten
from bot.render.slack import Payload, fallback, numbered, packed
from bot.render.slack_text import (
    MOST_BLOCKS,
    MOST_HEADER,
    MOST_SECTION,
    Block,
    bullets,
    link,
    plain_text,
    rich,
    section,
    text,
)
from bot.speech import Speech, speech

MOST_HEADLINE = 300
MOST_LINE = 400
DATES_A_BLOCK = 10


def edition_parts(edition: Edition, locale: str = "en") -> tuple[Payload, ...]:
    """A digest as messages within Slack's limits: part 0 goes to the channel, the others into its thread."""
    say = speech(locale)
    groups = [_opening(edition, say), *_dates(edition, say)]
    for part in edition.sections:
        for index, item in enumerate(part.items):
            shown = _item(item, say)
            if index == 0:  # a heading never stands alone at the end of a message
                shown = [{"type": "header", "text": plain_text(part.title, MOST_HEADER)}, *shown]
            groups.append(shown)
    if one_line(edition.closing):
        groups.append([{"type": "context", "elements": [plain_text(edition.closing, MOST_SECTION)]}])
    line = fallback(edition, locale)
    return tuple(
        Payload(line, numbered(blocks, f"{edition.id[-150:]}.{index}"))
        for index, blocks in enumerate(packed(groups, MOST_BLOCKS))
    )


def _opening(edition: Edition, say: Speech) -> list[Block]:
    blocks: list[Block] = [{"type": "header", "text": plain_text(edition.title, MOST_HEADER)}]
    when = [one_line(edition.when)] if one_line(edition.when) else []
    if edition.draft:
        when.append(say("Draft, not published yet"))
    if when:
        blocks.append({"type": "context", "elements": [plain_text(" · ".join(when), MOST_SECTION)]})
    return blocks


def _dates(edition: Edition, say: Speech) -> list[list[Block]]:
    out: list[list[Block]] = []
    for at in range(0, len(edition.dates), DATES_A_BLOCK):
        lines = []
        for day, what, url in edition.dates[at : at + DATES_A_BLOCK]:
            words = shorten(one_line(what), MOST_LINE)
            lines.append([text(f"{one_line(day)}  ", bold=True), link(url, words) if url else text(words)])
        body = rich(bullets(lines))
        title: Block = {"type": "header", "text": plain_text(say("Dates ahead"), MOST_HEADER)}
        out.append([body] if at else [title, body])
    return out


def _item(item: EditionItem, say: Speech) -> list[Block]:
    """Two lines: the headline as the link, then stage, first fact, outlets."""
    title = shorten(one_line(item.headline), MOST_HEADLINE)
    below = shorten(item_below(item, say), MOST_LINE)
    return [rich(section([link(item.url, title, bold=True), *([text("\n" + below)] if below else [])]))]
