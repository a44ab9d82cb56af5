"""A story's card for Discord: a layout with the stage as accent colour, or an embed."""

from __future__ import annotations

from datetime import UTC

from bot.model import Card
from bot.pipeline import jurisdictions, taxonomy
from bot.render.card_actions import card_buttons, card_menu
from bot.render.discord_ids import Ids
from bot.render.discord_parts import NO_PINGS, Part, container, menu, message, rows, separator, text
from bot.render.discord_text import (
    MOST_EMBED_AUTHOR,
    MOST_EMBED_DESCRIPTION,
    MOST_EMBED_FIELD,
    MOST_EMBED_FOOTER,
    MOST_EMBED_TITLE,
    address,
    day_token,
    escape_line,
    fit,
    joined,
    link,
    plain,
    time_token,
)
from bot.render.labels import step
from bot.render.plain import also_text, card_facts, differences, quote_text, speaker_text, units
from bot.speech import Speech, speech

# Weight by colour, from ended (grey, red) over under way (amber, blue) to binding (green); 3894949 is the model card's.
COLOURS = {
    "repealed": 0x7F8C8D,
    "struck_down": 0xB03A2E,
    "rejected": 0xC0392B,
    "delayed": 0xD68910,
    "enforced": 0x6C3483,
    "in_force": 0x1E8449,
    "signed": 3894949,
    "passed": 0x2E86C1,
    "advanced": 0x5DADE2,
    "consultation": 0xF1C40F,
    "proposed": 0xF5B041,
    "announced": 0x95A5A6,
}
WITHDRAWN = 0x4D4D4D
UNKNOWN = 0x607D8B

# Bounds of the pieces, in UTF-16 units after escaping; together they stay under what one message may show.
_MOST_LABELS = 240
_MOST_HEADLINE = 300
_MOST_LINE = 360
_MOST_QUOTE = 900
_MOST_SPEAKER = 200
_MOST_FACT = 340
_MOST_CARD = 3500
_MOST_EMBED_TAIL = 600  # fields, author and footer share the 6,000 with it
_FLAGS = 4


def colour(card: Card) -> int:
    """The edge of the card: its stage."""
    if card.withdrawn:
        return WITHDRAWN
    stage = card.reading.frame.stage
    return COLOURS.get(stage.id, UNKNOWN) if stage else UNKNOWN


def labels(card: Card, locale: str) -> str:
    """`🇺🇸 🇬🇧  **Agreement › Signed**  ·  AI safety and testing`; what is unknown is left out."""
    frame = card.reading.frame
    places = [place.id for place in frame.jurisdictions][:_FLAGS]
    flags: list[str] = []
    for place in places:
        flag = jurisdictions.flag(place)
        # A part of a country or a body shares its flag with others: say its name beside it.
        name = jurisdictions.short(place) if "-" in place or not flag else ""
        mark = joined((flag, escape_line(name)), " ")
        if mark and mark not in flags:
            flags.append(mark)
    act = escape_line(step(card, locale[:2]))
    topic = escape_line(taxonomy.label(frame.topic.id, locale[:2])) if frame.topic else ""
    return joined((" ".join(flags), joined((f"**{act}**" if act else "", topic), "  ·  ")), "  ")


def _head(card: Card, locale: str, say: Speech) -> str:
    lines: list[str] = []
    if card.withdrawn:
        lines.append(f"**{escape_line(say('Withdrawn by its source'))}**")
    elif line := labels(card, locale):
        lines.append(line)
    title = link(card.reading.headline.text, card.url, _MOST_HEADLINE)
    lines.append(f"### {f'~~{title}~~' if card.withdrawn else title}")
    where = joined(
        (
            fit(card.outlet, 120),
            escape_line(say("primary source")) if card.primary else "",
            day_token(card.published) if card.published else "",
            fit(also_text(card, say), 200),
        )
    )
    if where:
        lines.append(f"-# {where}")
    return "\n".join(lines)


def _quote(card: Card, say: Speech) -> str:
    pull = card.reading.pull
    if pull is None or not quote_text(pull):
        return ""
    lines = [f"> “{fit(quote_text(pull), _MOST_QUOTE)}”"]
    name, _, role = speaker_text(pull).partition(", ") if pull.speaker else ("", "", speaker_text(pull))
    said = joined((f"**{fit(name, 100)}**" if name else "", fit(role, _MOST_SPEAKER - 100)), ", ")
    if card.confirmed_by:
        outlets = ", ".join(card.confirmed_by[:3])
        said = joined((said, "✓ " + fit(say("also quoted by {outlets}", outlets=outlets), 160)))
    if said:
        lines.append(f"> {said}")
    return "\n".join(lines)


def _facts(card: Card, say: Speech, room: int) -> str:
    """The facts as a list, whole ones only, as many as there is room for."""
    background = f"*{escape_line(say('Background'))}:* "
    lines = [
        f"- {background if fact.background else ''}{fit(fact.slice.text, _MOST_FACT)}" for fact in card_facts(card)
    ]
    return _whole(lines, room)


def _tail(card: Card, say: Speech, room: int) -> str:
    """What changed, what differs and what else there is to say; whole lines, as many as there is room for."""
    lines: list[str] = []
    if card.updated_at is not None:
        when = escape_line(say("updated {time}", time="")).strip()
        what = fit("; ".join(map(say.again, card.changes)), _MOST_LINE)
        lines.append(f"-# {when} {time_token(card.updated_at)}{': ' + what if what else ''}")
    beside = (*differences(card, say)[:3], *map(say.again, card.notes[:3]))
    lines += [f"-# {fit(line, _MOST_LINE)}" for line in beside if line.strip()]
    return _whole(lines, room)


def _whole(lines: list[str], room: int) -> str:
    kept: list[str] = []
    for line in lines:
        room -= units(line) + 1
        if room < 0:
            break
        kept.append(line)
    return "\n".join(kept)


def card_parts(card: Card, locale: str, ids: Ids) -> list[Part]:
    """The card as one container: 8 to 14 components and at most 3,500 characters."""
    say = speech(locale)
    head, quote = _head(card, locale, say), "" if card.withdrawn else _quote(card, say)
    room = _MOST_CARD - units(head) - units(quote)
    tail = _tail(card, say, room // 2)
    facts = "" if card.withdrawn else _facts(card, say, room - units(tail))
    parts = [text(head)]
    if quote:
        parts.append(text(quote))
    if facts:
        parts += [separator(), text(facts)]
    if tail:
        parts.append(text(tail))
    parts += rows(card_buttons(card, say), ids)
    more = menu(say("More"), "{}", [(entry.label, entry.line) for entry in card_menu(card, say)], ids)
    if more is not None:
        parts.append(more)
    return [container(parts, colour(card))]


def short_parts(card: Card, locale: str) -> list[Part]:
    """A card as one of many in an answer: labels, headline, outlet and the first fact."""
    say = speech(locale)
    fact = next((fact for fact in card.reading.facts if not fact.background), None)
    body = _head(card, locale, say) + (f"\n{fit(fact.slice.text, 240)}" if fact and not card.withdrawn else "")
    return [container([text(body)], colour(card))]


def card_message(card: Card, locale: str, ids: Ids) -> Part:
    """The card as a Components V2 message."""
    return message(card_parts(card, locale, ids))


def _field(name: str, lines: list[str]) -> Part | None:
    value = ""
    for line in lines:
        longer = joined((value, line), "\n")
        if units(longer) > MOST_EMBED_FIELD:
            break
        value = longer
    return {"name": plain(name, 256), "value": value} if value else None


def card_embed(card: Card, locale: str) -> Part:
    """The card as one embed."""
    say = speech(locale)
    head = f"**{escape_line(say('Withdrawn by its source'))}**" if card.withdrawn else labels(card, locale)
    quote = "" if card.withdrawn else _quote(card, say)
    embed: Part = {
        "title": fit(card.reading.headline.text, MOST_EMBED_TITLE) or "–",
        "color": colour(card),
    }
    room = MOST_EMBED_DESCRIPTION - units(head) - units(quote) - 4
    if description := joined((head, quote, _tail(card, say, min(room, _MOST_EMBED_TAIL))), "\n\n"):
        embed["description"] = description
    if url := address(card.url):
        embed["url"] = url
    if card.outlet.strip():
        embed["author"] = {"name": plain(card.outlet, MOST_EMBED_AUTHOR)}
    if card.published:
        embed["timestamp"] = card.published.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    own = [f"• {fit(fact.slice.text, _MOST_FACT)}" for fact in card_facts(card) if not fact.background]
    background = [f"• {fit(fact.slice.text, _MOST_FACT)}" for fact in card_facts(card) if fact.background]
    fields = [] if card.withdrawn else [_field(say("Key facts"), own), _field(say("Background"), background)]
    if kept := [field for field in fields if field is not None]:
        embed["fields"] = kept
    footer = joined((say("primary source") if card.primary else "", also_text(card, say)))
    if footer:
        embed["footer"] = {"text": plain(footer, MOST_EMBED_FOOTER)}
    return embed


def card_embed_message(card: Card, locale: str, ids: Ids) -> Part:
    """The card as an embed with its buttons: for guilds that chose embeds, and when Discord refuses the layout."""
    say = speech(locale)
    below = rows(card_buttons(card, say), ids)
    more = menu(say("More"), "{}", [(entry.label, entry.line) for entry in card_menu(card, say)], ids)
    return {
        "embeds": [card_embed(card, locale)],
        "components": [*below, more] if more is not None else below,
        "allowed_mentions": NO_PINGS,
    }
