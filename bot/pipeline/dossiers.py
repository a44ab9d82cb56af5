"""A measure over time: the steps it took with their evidence, and which of them its followers hear of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.model import Card, Slice
from bot.pipeline import measures


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a measure: stage id (`passed`, `signed`, ...), when it was told, the words that prove it."""

    stage: str
    when: datetime | None
    evidence: Slice | None
    story_id: str
    primary: bool = False
    outlet: str = ""
    url: str = ""
    instrument: str = ""  # what kind of measure it is: a rule is adopted where a bill is passed


@dataclass(frozen=True, slots=True)
class DossierState:
    """What a dossier's followers know: the newest step, and the primary sources they were shown."""

    stage: str = ""
    primary_outlets: frozenset[str] = frozenset()


def name(words: str) -> str:
    """The dossier people mean by `words`, in whatever alias or case: “EU AI Act” and “2024/1689” are one, as are
    “sb53” and “Senate Bill 53”. Words that name no known measure stand for themselves, in lower case.
    """
    for written in (words, words.upper()):
        if measures.find(written):
            return measures.canonical(written)
    return measures.canonical(words)


def of(card: Card) -> str:
    """The dossier a card belongs to: the first measure of its frame; empty when the story is about none."""
    return card.dossier or next(iter(card.reading.frame.measures), "")


def timeline(cards: Sequence[Card]) -> tuple[Step, ...]:
    """The steps of one dossier, oldest first: a stage told by several stories in a row is one step.

    A primary source's card stands for the step when there is one, else the first card that told it. Cards without a
    stage, and withdrawn ones, are no step. Undated cards come last, in the order given.
    """
    told = [card for card in cards if card.reading.frame.stage is not None and not card.withdrawn]
    dated = sorted((card for card in told if card.published is not None), key=_when)
    steps: list[Step] = []
    for card in [*dated, *(card for card in told if card.published is None)]:
        step = _step(card)
        if not steps or steps[-1].stage != step.stage:
            steps.append(step)
        elif step.primary and not steps[-1].primary:
            steps[-1] = step
    return tuple(steps)


def state(cards: Sequence[Card]) -> DossierState:
    """What followers know once they have seen these cards."""
    steps = timeline(cards)
    outlets = (card.outlet for card in cards if card.primary and not card.withdrawn)
    return DossierState(steps[-1].stage if steps else "", frozenset(outlet.casefold() for outlet in outlets))


def is_news(known: DossierState, card: Card) -> bool:
    """Whether followers of the dossier hear of this card: another stage, or a primary source they were not shown.

    More coverage of the same step, and comment that names no step, is left to the channel's own feed.
    """
    if card.withdrawn:
        return False
    stage = card.reading.frame.stage
    if stage is not None and stage.id != known.stage:
        return True
    return card.primary and card.outlet.casefold() not in known.primary_outlets


def why(known: DossierState, card: Card) -> str:
    """The reason for `is_news`, in words for the card's note; empty when it is no news."""
    if not is_news(known, card):
        return ""
    stage = card.reading.frame.stage
    if stage is not None and stage.id != known.stage:
        now = stage.id.replace("_", " ")
        return f"now {now}, was {known.stage.replace('_', ' ')}" if known.stage else f"first step seen: {now}"
    return f"new primary source: {card.outlet}"


def _step(card: Card) -> Step:
    stage, kind = card.reading.frame.stage, card.reading.frame.instrument
    assert stage is not None
    evidence = stage.evidence[0] if stage.evidence else None
    return Step(
        stage.id, card.published, evidence, card.story_id, card.primary, card.outlet, card.url, kind.id if kind else ""
    )


def _when(card: Card) -> tuple[datetime, bool, str]:
    assert card.published is not None
    return card.published, not card.primary, card.story_id
