"""What stands in a digest and in which order: groups by stage weight, salience by distinct outlets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.model import Card, EditionItem, EditionSection

# Key, title (English, translated when shown), stages. The order is the order on the page.
GROUPS: tuple[tuple[str, str, frozenset[str]], ...] = (
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


def choose(cards: Sequence[Card], most: int, weights: Mapping[str, float] | None = None) -> tuple[Card, ...]:
    """At most `most` stories: those in earlier groups first, within a group the most salient."""
    known = weights or {}
    order = {key: index for index, (key, _, _) in enumerate(GROUPS)}
    ranked = sorted(cards, key=lambda card: (order[group_of(card)], rank(card, known.get(card.story_id, 0.0))))
    return tuple(ranked[:most])


def sections(
    cards: Sequence[Card], items: Mapping[str, EditionItem], titles: Mapping[str, str] | None = None
) -> tuple[EditionSection, ...]:
    """Chosen cards, in their order, as the groups of an edition; empty groups are left out."""
    named = titles or _TITLES
    groups: dict[str, list[EditionItem]] = {}
    for card in cards:
        groups.setdefault(group_of(card), []).append(items[card.story_id])
    return tuple(EditionSection(key, named[key], tuple(groups[key])) for key, _, _ in GROUPS if key in groups)
