"""What stands in a digest and in which order: groups by stage weight, salience by distinct outlets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.model import Card, EditionItem, EditionSection

# Key, title (English, translated when shown), stages. The order is the order on the page.
GROUPS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("top", "Chosen by the editor", frozenset()),
    ("in_force", "In force and enforced", frozenset({"in_force", "enforced"})),
    ("passed", "Signed and passed", frozenset({"signed", "passed"})),
    ("blocked", "Blocked, delayed, ended", frozenset({"struck_down", "rejected", "delayed", "repealed"})),
    ("open", "Proposed and open for comment", frozenset({"proposed", "consultation", "advanced"})),
    ("international", "International", frozenset()),
    ("analysis", "Analysis and announcements", frozenset()),
)
_TITLES = {key: title for key, title, _ in GROUPS}
_BY_STAGE = {stage: key for key, _, stages in GROUPS for stage in stages}


def group_of(card: Card) -> str:
    """The group a story stands in: by its stage; else international ones apart from analysis."""
    frame = card.reading.frame
    if frame.stage and frame.stage.id in _BY_STAGE:
        return _BY_STAGE[frame.stage.id]
    topics = {label.id for label in (frame.topic, *frame.topics_also) if label}
    bodies = [label.id for label in frame.jurisdictions if label.id == "UN" or label.id.startswith("X-")]
    instrument = frame.instrument.id if frame.instrument else ""
    if "international_governance" in topics or bodies or instrument in ("treaty", "declaration"):
        return "international"
    return "analysis"


def outlets_of(card: Card) -> int:
    """Salience: how many distinct outlets tell the story."""
    return len({card.outlet.casefold(), *(one.outlet.casefold() for one in card.also)})


def rank(card: Card, weight: float = 0.0) -> tuple[float, float, float]:
    """Sort key, most telling first; `weight` is what readers' marks add."""
    published = card.published.timestamp() if card.published else 0.0
    return (-(outlets_of(card) + weight), -card.reading.verdict.score, -published)


def choose(
    cards: Sequence[Card],
    most: int,
    weights: Mapping[str, float] | None = None,
    *,
    pinned: Sequence[str] = (),
    order: Sequence[str] = (),
) -> tuple[Card, ...]:
    """At most `most` stories: those in earlier groups first, within a group the most salient.

    Stories an editor `pinned` stand before all groups, in that order; the others keep the editor's `order` within
    their group, where there is one.
    """
    known = weights or {}
    groups = {key: index for index, (key, _, _) in enumerate(GROUPS)}
    top = {story_id: index for index, story_id in enumerate(pinned)}
    place = {story_id: index for index, story_id in enumerate(order)}

    def key(card: Card) -> tuple[int, int, tuple[float, float, float]]:
        own = rank(card, known.get(card.story_id, 0.0))
        if card.story_id in top:
            return groups["top"], top[card.story_id], own
        return groups[group_of(card)], place.get(card.story_id, len(place)), own

    return tuple(sorted(cards, key=key)[:most])


def sections(
    cards: Sequence[Card],
    items: Mapping[str, EditionItem],
    titles: Mapping[str, str] | None = None,
    pinned: Sequence[str] = (),
) -> tuple[EditionSection, ...]:
    """Chosen cards, in their order, as the groups of an edition; empty groups are left out."""
    named = titles or _TITLES
    groups: dict[str, list[EditionItem]] = {}
    for card in cards:
        groups.setdefault("top" if card.story_id in pinned else group_of(card), []).append(items[card.story_id])
    return tuple(EditionSection(key, named[key], tuple(groups[key])) for key, _, _ in GROUPS if key in groups)
