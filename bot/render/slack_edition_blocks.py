"""A digest as groups of Slack's blocks that stay together: as messages of its own, or inside an answer."""

from __future__ import annotations

from bot.model import Edition, EditionItem
from bot.render.plain import item_below, one_line, shorten
from bot.render.slack_text import (
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
from bot.speech import Speech

MOST_HEADLINE = 300
MOST_LINE = 400
DATES_A_BLOCK = 10


def edition_groups(edition: Edition, say: Speech) -> list[list[Block]]:
    """Title and hour, the dates ahead, each story below the heading of its section, the closing line."""
    groups = [_opening(edition, say), *_dates(edition, say)]
    for part in edition.sections:
        for index, item in enumerate(part.items):
            shown = _item(item, say)
            if index == 0:  # a heading never stands alone at the end of a message
                shown = [{"type": "header", "text": plain_text(part.title, MOST_HEADER)}, *shown]
            groups.append(shown)
    if one_line(edition.closing):
        groups.append([{"type": "context", "elements": [plain_text(edition.closing, MOST_SECTION)]}])
    return groups


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
            lines.append([text(f"{shorten(one_line(day), 60)}  ", bold=True), link(url, words) if url else text(words)])
        body = rich(bullets(lines))
        title: Block = {"type": "header", "text": plain_text(say("Dates ahead"), MOST_HEADER)}
        out.append([body] if at else [title, body])
    return out


def _item(item: EditionItem, say: Speech) -> list[Block]:
    """Two lines: the headline as the link, then stage, first fact, outlets."""
    title = shorten(one_line(item.headline), MOST_HEADLINE)
    below = shorten(item_below(item, say), MOST_LINE)
    return [rich(section([link(item.url, title, bold=True), *([text("\n" + below)] if below else [])]))]
