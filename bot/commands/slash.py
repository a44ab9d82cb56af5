"""Where each command stands among Discord's slash commands, and what it is called there."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands.spec import Command

ROOT = "aipolicy"
# Discord hides commands by right for a whole top-level command only. Everything of the daily work is in ROOT for all
# to see, and each handler checks the right again; looking after the bot itself has a root of its own.
ADMIN_ROOT = "aipolicy-admin"
ADMIN = frozenset({"managers", "log", "retry", "replay", "notices"})
# Mostly pressed under a card, seldom typed: one group, since a root has room for 25.
CARD = "card"
ON_CARDS = frozenset({"facts", "useful", "not-for-us", "wrong", "mute", "unmute", "unmark", "split", "unsave"})
# A command that has sub-commands cannot be called itself: `sources` is `sources list`, or `show` where that is taken.
BARE = ("list", "show", "all")
# Typed without what they need, these open a form, so nothing of theirs is required; where they need nothing, the
# answer has a button that opens it.
FORMS = frozenset({"sources add", "digest schedule", "follow", "rules save"})
# What they do or tell depends on the channel they are given in: a form that opens elsewhere asks for one.
HERE = frozenset(
    {"follow", "unfollow", "tune", "digest now", "digest preview", "digest schedule", "digest off", "deadlines"}
    | {"track", "untrack", "mute", "unmute", "useful", "not-for-us", "unmark", "wrong", "replay", "notices"}
)
# Answers worth showing to everybody; Discord's options count against 8,000 characters, so not all have it.
PUBLIC = frozenset({"latest", "search", "story", "deadlines", "timeline"})

WHY = "Why was this posted"  # in the menu of a message

Placed = tuple[str, ...]  # root, (group,) name

# German names of commands and options; descriptions come from the catalogue like everything else people read.
GERMAN = {
    "latest": "neueste",
    "search": "suche",
    "story": "meldung",
    "help": "hilfe",
    "status": "status",
    "why": "warum",
    "deadlines": "fristen",
    "timeline": "verlauf",
    "track": "beobachten",
    "untrack": "nicht-beobachten",
    "tracking": "beobachtet",
    "save": "merken",
    "saved": "gemerkt",
    "unsave": "vergessen",
    "follow": "folgen",
    "unfollow": "entfolgen",
    "following": "gefolgt",
    "tune": "einstellen",
    "sources": "quellen",
    "list": "liste",
    "show": "zeigen",
    "add": "hinzufügen",
    "remove": "entfernen",
    "pause": "anhalten",
    "resume": "fortsetzen",
    "check": "prüfen",
    "catalog": "katalog",
    "import": "einlesen",
    "export": "ausgeben",
    "digest": "überblick",
    "now": "jetzt",
    "preview": "vorschau",
    "schedule": "zeitplan",
    "off": "aus",
    "approve": "freigeben",
    "discard": "verwerfen",
    "drop": "streichen",
    "pin": "anheften",
    "move": "verschieben",
    "unmark": "zurücknehmen",
    "rules": "regeln",
    "try": "testen",
    "managers": "verwalter",
    "log": "protokoll",
    "retry": "erneut",
    "replay": "nachholen",
    "simulate": "durchspielen",
    "notices": "hinweise",
    "language": "sprache",
    "card": "karte",
    "facts": "fakten",
    "coverage": "berichte",
    "useful": "nützlich",
    "not-for-us": "nichts-für-uns",
    "wrong": "falsch",
    "mute": "stumm",
    "unmute": "laut",
    "split": "trennen",
    WHY: "Warum wurde das gepostet",
    # options
    "count": "anzahl",
    "about": "worum",
    "words": "wörter",
    "most": "höchstens",
    "page": "seite",
    "public": "öffentlich",
    "source": "quelle",
    "address": "adresse",
    "topics": "themen",
    "places": "orte",
    "rule": "regel",
    "start": "beginn",
    "days": "tage",
    "zone": "zeitzone",
    "who": "wer",
    "file": "datei",
    "command": "befehl",
    "channel": "kanal",
    "measure": "vorhaben",
    "everyone": "alle",
    "kind": "art",
    "hour": "stunde",
    "quiet": "ruhe",
    "strictness": "strenge",
    "all": "alle",
    "as": "format",
    "at": "uhrzeit",
    "at_once": "sofort",
    "cadence": "rhythmus",
    "cards": "karten",
    "day": "tag",
    "digest_only": "nur-überblick",
    "edition": "ausgabe",
    "holidays": "feiertage",
    "ics": "kalenderdatei",
    "mode": "modus",
    "name": "name",
    "note": "bemerkung",
    "nothing": "wenn-nichts",
    "per_poll": "je-abruf",
    "threads": "threads",
    "undo": "rückgängig",
    "where": "wohin",
    "yes": "ja",
}


def places(table: Mapping[str, Command]) -> dict[str, Placed]:
    """Where each command stands in Discord's tree: path -> (root, name) or (root, group, name)."""
    groups = {path.split(" ")[0] for path in table if " " in path}
    found: dict[str, Placed] = {}
    for path in table:
        first, _, rest = path.partition(" ")
        root = ADMIN_ROOT if first in ADMIN else ROOT
        if path in ON_CARDS:
            found[path] = (root, CARD, first)
        elif first not in groups:
            found[path] = (root, first)
        elif rest:
            found[path] = (root, first, rest.replace(" ", "-"))
        else:
            free = next(name for name in BARE if f"{first} {name}" not in table)
            found[path] = (root, first, free)
    return found


def typed(command: Command, table: Mapping[str, Command]) -> str:
    """As it is typed on Discord, options left to Discord itself: `/aipolicy sources add`."""
    return "/" + " ".join(places(table)[command.path])
