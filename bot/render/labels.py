"""The policy frame as people read it: flags, kind of measure, stage, topic."""

from __future__ import annotations

from bot.model import Card, Frame
from bot.pipeline import jurisdictions, taxonomy
from bot.pipeline.dossiers import Step


def places(card: Card) -> str:
    """`🇪🇺 🇺🇸 California`: flags, and the short name of what has none of its own: a part of a country, a body."""
    marks = []
    for label in card.reading.frame.jurisdictions:
        flag = jurisdictions.flag(label.id)
        name = jurisdictions.short(label.id) if "-" in label.id or not flag else ""
        marks.append(" ".join(part for part in (flag, name) if part))
    return " ".join(dict.fromkeys(marks))


def step(card: Card, locale: str = "en") -> str:
    """`Agreement › Signed`; what is unknown is left out."""
    frame = card.reading.frame
    kind = taxonomy.label(frame.instrument.id, locale) if frame.instrument else ""
    return " › ".join(part for part in (kind, stage(frame, locale)) if part)


def stage(frame: Frame, locale: str = "en") -> str:
    """How far the measure has come, in the words for its kind, empty when unknown: `Adopted` for a rule."""
    if frame.stage is None:
        return ""
    proof = " ".join(part.text for part in frame.stage.evidence)
    return taxonomy.stage(frame.stage.id, frame.instrument.id if frame.instrument else "", locale, proof)


def reached(step: Step, locale: str = "en") -> str:
    """The stage of a measure's timeline, in the same words as on the card it comes from."""
    return taxonomy.stage(step.stage, step.instrument, locale, step.evidence.text if step.evidence else "")


def topic(card: Card, locale: str = "en") -> str:
    """The story's topic, empty when unknown."""
    label = card.reading.frame.topic
    return taxonomy.label(label.id, locale) if label else ""


def line(card: Card, locale: str = "en") -> str:
    """All labels in one line: `🇺🇸 🇬🇧  Agreement › Signed · AI safety and testing`."""
    words = " · ".join(part for part in (step(card, locale), topic(card, locale)) if part)
    return "  ".join(part for part in (places(card), words) if part)
