"""What forms and menus call commands, their arguments and the values to choose from; typed and stored are the ids."""

from __future__ import annotations

import re
from typing import Final

from bot.commands.spec import Arg, Command
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

# Arguments whose name alone says too little above a field; all others are called by their name.
FIELDS: Final[dict[str, str]] = {
    "all": "Paused ones too",
    "approve": "Draft first",
    "as": "Format",
    "at": "Time of day",
    "at_once": "At once",
    "cadence": "How often",
    "cards": "Look of cards",
    "day": "Weekday",
    "digest_only": "Digests only",
    "ics": "Calendar file",
    "kind": "Kind of source",
    "mode": "Cards and digests",
    "most": "How many at most",
    "nothing": "When there is nothing new",
    "per_poll": "Cards per poll",
    "quiet": "Quiet hours",
    "start": "How to begin",
    "undo": "Put it back",
    "where": "Direction",
    "who": "Person or role",
    "zone": "Time zone",
}
# Of forms people open often; at most 24 characters, which is what Slack shows.
TITLES: Final[dict[str, str]] = {
    "sources add": "Add a Source",
    "follow": "Follow in a Channel",
    "digest schedule": "Schedule a Digest",
    "rules save": "Save a Rule",
    "tune": "Tune This Channel",
}

CODES: Final = frozenset(LOCALES)  # values that say little to people by themselves
ALSO_CALLED: Final[dict[str, str]] = {"german": "de", "englisch": "en"}  # typed for a value, besides its name above


def label(choice: str, say: Speech) -> str:
    """A value as people read it; one without a name of its own as it is typed."""
    return say(CHOICES.get(choice, choice))


def field(arg: Arg, say: Speech) -> tuple[str, str]:
    """(label, hint) of an argument's field; the hint does not say the label again."""
    name, hint = say(FIELDS.get(arg.name, arg.name.replace("_", " ").capitalize())), say(arg.help)
    rest = hint.removeprefix(name)
    if not rest:
        return name, ""
    return name, rest[2:3].upper() + rest[3:] if rest != hint and rest.startswith(", ") else hint


def title(command: Command, say: Speech) -> str:
    """What a form is headed: its own title, else what the command does, without how."""
    return re.split(r"[:;,] ", say(TITLES.get(command.path, command.summary)), maxsplit=1)[0]
