"""The policy frame in a reader's words: flags, kind of act, stage, topic; nothing where it is unknown."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model import Frame, Label
from bot.speech import Speech

FLAGS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Labels:
    """Words for one card's label line; any may be empty."""

    flags: str = ""
    act: str = ""
    stage: str = ""
    topic: str = ""

    @property
    def steps(self) -> tuple[str, ...]:
        """Kind of act, then stage: `Agreement › Signed`."""
        return tuple(word for word in (self.act, self.stage) if word)


def flag(code: str) -> str:
    """Flag of `US`, `US-CA`, `EU` or `UN`; other codes (`X-OECD`) have none."""
    head = code.split("-")[0].upper()
    if len(head) != 2 or not head.isascii() or not head.isalpha():
        return ""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in head)


def _name(label: Label | None, say: Speech) -> str:
    if label is None or label.id == "unknown":
        return ""
    return say(label.id.replace("_", " ").capitalize())


def labels(frame: Frame, say: Speech) -> Labels:
    """The label line of a frame."""
    flags = list(dict.fromkeys(flag(label.id) for label in frame.jurisdictions))
    return Labels(
        " ".join(sign for sign in flags if sign)
        if len(flags) <= FLAGS_SHOWN
        else " ".join(sign for sign in flags[:FLAGS_SHOWN] if sign) + f" +{len(flags) - FLAGS_SHOWN}",
        _name(frame.instrument, say),
        _name(frame.stage, say),
        _name(frame.topic, say),
    )
