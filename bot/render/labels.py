"""The policy frame as people read it: flags, kind of measure, stage, topic."""

from __future__ import annotations

from bot.model import Card
from bot.pipeline import jurisdictions, taxonomy


def places(card: Card) -> str:
    """Flags of the story's jurisdictions, their short names where there is no flag."""
    codes = [label.id for label in card.reading.frame.jurisdictions]
    return " ".join(jurisdictions.flag(code) or jurisdictions.short(code) for code in codes)


def step(card: Card, locale: str = "en") -> str:
    """`Agreement › Signed`; what is unknown is left out."""
    frame = card.reading.frame
    return " › ".join(taxonomy.label(label.id, locale) for label in (frame.instrument, frame.stage) if label)


def topic(card: Card, locale: str = "en") -> str:
    """The story's topic, empty when unknown."""
    label = card.reading.frame.topic
    return taxonomy.label(label.id, locale) if label else ""


def line(card: Card, locale: str = "en") -> str:
    """All labels in one line: `🇺🇸 🇬🇧  Agreement › Signed · AI safety and testing`."""
    words = " · ".join(part for part in (step(card, locale), topic(card, locale)) if part)
    return "  ".join(part for part in (places(card), words) if part)
