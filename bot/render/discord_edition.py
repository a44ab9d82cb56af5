"""A digest for Discord: messages split between stories, one in the channel, the rest in its thread."""

from __future__ import annotations

from collections.abc import Iterator

from bot.model import Edition, EditionItem, EditionSection
from bot.render.discord_ids import Ids
from bot.render.discord_parts import Part, container, menu, message, text
from bot.render.discord_text import FULL_DISPLAYED, address, escape_line, fit, joined, link, plain
from bot.render.plain import units
from bot.speech import Speech, speech

# Edge of each group, by its weight (issue: in force, passed, blocked, open, international, analysis).
SECTION_COLOURS = {
    "in_force": 0x1E8449,
    "passed": 0x2E86C1,
    "blocked": 0xB03A2E,
    "open": 0xF5B041,
    "international": 0x3B6EA5,
    "analysis": 0x95A5A6,
}
_MOST_ITEMS = 20  # in one message: its menu opens as many, and its containers stay few
_MOST_DATES = 12
_MOST_DATES_TEXT = 1800


def _item(item: EditionItem, say: Speech) -> str:
    """Two lines: headline, then stage or closing day, outlet and how many carry it."""
    below = joined(
        (
            fit(item.line, 220),
            fit(item.outlet, 80),
            escape_line(say("{count} outlets", count=item.outlets)) if item.outlets > 1 else "",
            f"[{escape_line(say('Archive'))}]({page})" if (page := address(item.archive_url)) else "",
            fit(item.held_reason, 120),
        )
    )
    return joined((f"- {link(item.headline, item.url, 220)}", f"  {below}" if below else ""), "\n")


def _dates(edition: Edition, say: Speech) -> str:
    """The dates ahead, soonest first, as many whole lines as there is room for; how many more there are."""
    lines: list[str] = []
    room = _MOST_DATES_TEXT
    for when, what, url in edition.dates[:_MOST_DATES]:
        line = f"- **{fit(when, 60)}** · {link(what, url, 200) if url else fit(what, 200)}"
        room -= units(line) + 1
        if room < 0:
            break
        lines.append(line)
    more = len(edition.dates) - len(lines)
    if more > 0:
        lines.append("-# " + escape_line(say("and {count} more", count=more)))
    return joined((f"### {escape_line(say('Dates ahead'))}", *lines), "\n") if lines else ""


def _pieces(edition: Edition, say: Speech) -> Iterator[tuple[EditionSection, EditionItem, str]]:
    for section in edition.sections:
        for item in section.items:
            yield section, item, _item(item, say)


class _Message:
    """One message under construction: blocks of text per section, in order."""

    def __init__(self, head: str = "") -> None:
        self.head = head
        self.sections: list[tuple[EditionSection, list[str]]] = []
        self.items: list[EditionItem] = []
        self.size = units(head)

    def room_for(self, section: EditionSection, shown: str) -> bool:
        title = 0 if self.sections and self.sections[-1][0] is section else 260
        return len(self.items) < _MOST_ITEMS and self.size + title + units(shown) + 1 <= FULL_DISPLAYED - 300

    def add(self, section: EditionSection, item: EditionItem, shown: str) -> None:
        if not self.sections or self.sections[-1][0] is not section:
            title = f"### {fit(section.title, 200)}"
            self.sections.append((section, [title]))
            self.size += units(title) + 1
        self.sections[-1][1].append(shown)
        self.items.append(item)
        self.size += units(shown) + 1

    def parts(self, ids: Ids, closing: str, say: Speech) -> list[Part]:
        made: list[Part] = [text(self.head)] if self.head else []
        for section, lines in self.sections:
            made.append(container([text("\n".join(lines))], SECTION_COLOURS.get(section.key)))
        if closing:
            made.append(text(closing))
        stories = [(plain(item.headline, 100), f"story {item.story_id}") for item in self.items if item.story_id]
        chooser = menu(say("Open a card"), "{}", stories, ids)
        return [*made, chooser] if chooser is not None else made


def edition_messages(edition: Edition, locale: str, ids: Ids) -> tuple[Part, ...]:
    """The digest as messages; a story is never divided."""
    return tuple(map(message, edition_parts(edition, locale, ids)))


def edition_parts(edition: Edition, locale: str, ids: Ids) -> tuple[list[Part], ...]:
    """The components of each message.

    The first holds title, hour with zone and the dates ahead; the last ends with the closing line.
    """
    say = speech(locale)
    draft = f"**{escape_line(say('Draft, not published yet'))}**" if edition.draft else ""
    title = f"## {fit(edition.title, 200) or escape_line(say('Digest'))}"
    when = f"-# {fit(edition.when, 200)}" if edition.when.strip() else ""
    messages = [_Message(joined((draft, title, when, _dates(edition, say)), "\n"))]
    for section, item, shown in _pieces(edition, say):
        if not messages[-1].room_for(section, shown):
            messages.append(_Message())
        messages[-1].add(section, item, shown)
    closing = f"-# {fit(edition.closing, 280)}" if edition.closing.strip() else ""
    last = len(messages) - 1
    return tuple(one.parts(ids, closing if at == last else "", say) for at, one in enumerate(messages))
