"""What the values an argument can be chosen from are called in forms and menus; typed and stored are the values."""

from __future__ import annotations

from typing import Final

from bot.speech import LOCALES, Speech

CHOICES: Final[dict[str, str]] = {
    "now": "With the newest card",
    "last3": "With the last 3 cards",
    "new": "Only with what is new",
    "loose": "Loose",
    "normal": "Normal",
    "strict": "Strict",
    "on": "On",
    "off": "Off",
    "story": "Per story",
    "dossier": "Per measure",
    "cards": "Cards at once",
    "digest": "Digests only",
    "both": "Cards and digests",
    "layout": "Layout with buttons inside",
    "embed": "Embeds",
    "daily": "Every day",
    "weekdays": "Monday to Friday",
    "weekly": "Once a week",
    "monday": "Monday",
    "tuesday": "Tuesday",
    "wednesday": "Wednesday",
    "thursday": "Thursday",
    "friday": "Friday",
    "saturday": "Saturday",
    "sunday": "Sunday",
    "say": "Say that there is nothing",
    "skip": "Send nothing",
    "csv": "CSV",
    "json": "JSON",
    "opml": "OPML",
    "ics": "Calendar (ICS)",
    "up": "Up",
    "down": "Down",
    "en": "English",
    "de": "Deutsch",
}

CODES: Final = frozenset(LOCALES)  # values that say little to people by themselves
ALSO_CALLED: Final[dict[str, str]] = {"german": "de", "englisch": "en"}  # typed for a value, besides its name above


def label(choice: str, say: Speech) -> str:
    """A value as people read it; one without a name of its own as it is typed."""
    return say(CHOICES.get(choice, choice))
