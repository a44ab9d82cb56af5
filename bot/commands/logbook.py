"""What people changed here, in words: the log keeps what was typed and ids, its reader sees names and sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.commands import choices
from bot.commands.digests import DIGESTS, schedule_of, when_of
from bot.commands.following import strictness_of
from bot.commands.governing import mentionable
from bot.commands.parse import arguments, tokens
from bot.commands.reading import ended, turns
from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Buttons, Part, Reply, Table
from bot.pipeline import measure_titles, taxonomy
from bot.render import plain
from bot.speech import language_of
from bot.storage import audit, places

LOG_ROWS = 15

# What the log keeps (storage.audit's `action`) as people read it; kept are the commands' own names.
ACTIONS = {
    "managers add": "Manager named",
    "managers remove": "Manager removed",
    "language": "Language or zone changed for everyone",
    "notices": "Place of the notices changed",
    "cards": "Look of cards changed",
    "retry": "Given-up messages tried again",
    "replay": "Story posted after all",
    "split": "Article taken out of its story",
    "rejoin": "Article put back into its story",
    "sources add": "Source added",
    "sources remove": "Source removed",
    "sources pause": "Source paused",
    "sources resume": "Source resumed",
    "mute": "Outlet muted",
    "unmute": "Outlet let in again",
    "follow": "Channel follows",
    "follow settings": "How a channel gets its cards changed",
    "at once": "What comes at once changed",
    "unfollow": "Channel follows no more",
    "rules save": "Rule saved",
    "rules remove": "Rule removed",
    "track": "Measure tracked",
    "untrack": "Measure tracked no more",
    "digest now": "Digest published at once",
    "digest schedule": "Digest scheduled",
    "digest off": "Digests turned off",
    "digest approve": "Draft published",
    "digest discard": "Draft let go",
    "digest dropped": "Story taken out of a draft",
    "digest pinned": "Story moved to the top of a draft",
    "digest order": "Story moved in a draft",
    "wrong tag or quote": "Wrong tag or quote reported",
    "slack removed": "The app was uninstalled from Slack",
    "slack revoked": "Slack took the app's token back",
}


Names = Mapping[str, str]  # what ids of channels and people are called


async def log(request: Request) -> Reply:
    """The last changes people made here."""
    page = int(request.args.get("page", 1))
    store = request.services.store
    rows = await store.read(audit.newest, request.workspace.id, LOG_ROWS + 1, (page - 1) * LOG_ROWS)
    if not rows:
        if page > 1:
            return ended(request, "log")
        return Reply.say(request.t("Nobody changed anything yet."))
    names = await store.read(_names, request.workspace.id)
    zone = request.person.zone or request.workspace.zone
    locale = request.locale
    shown = tuple(
        (
            plain.moment_text(datetime.fromtimestamp(row.at, UTC), locale, zone),
            _who(request, row),
            request.t(ACTIONS.get(row.action, row.action)),
            detail(request, row, names),
        )
        for row in rows[:LOG_ROWS]
    )
    t = request.t
    columns = (t("When"), t("Who"), t("What"), t("Detail"))
    people = tuple({cell for row in shown for cell in row if mentionable(request, cell)})
    parts: list[Part] = [Table(columns, shown, t("Changes"), people=people)]
    if buttons := turns(request, "log", more=len(rows) > LOG_ROWS):
        parts.append(Buttons(buttons))
    return Reply(tuple(parts))


def _who(request: Request, row: audit.Row) -> str:
    """Who did it: an id the platform shows as a mention; else their name."""
    if mentionable(request, row.person_id):
        return row.person_id
    return request.t("you") if row.person_id == "console:you" else row.person


def _names(db: Connection, workspace_id: str) -> Names:
    channels = {one.id: one.name for one in places.channels_of(db, workspace_id) if one.name}
    return audit.names(db, workspace_id) | channels


def detail(request: Request, row: audit.Row, names: Names) -> str:
    """What was changed, in the reader's words."""
    told = _TELLERS.get(row.action)
    return told(request, row.detail, names) if told else request.t.again(row.detail)


def _person(request: Request, subject: str, names: Names) -> str:
    if mentionable(request, subject):
        return subject
    return names.get(subject) or plain.person(subject)


def _language(request: Request, kept: str, _names: Names) -> str:
    return ", ".join(choices.label(value, request.t) for value in kept.split(", "))


def _channel(_request: Request, kept: str, names: Names) -> str:
    return names.get(kept, kept)


def _edition(request: Request, kept: str, names: Names) -> str:
    """`console:here@2026-11-27T09:00:00 5`: an edition's id, perhaps with a story's number."""
    edition, _, story = kept.partition(" ")
    channel, at, slot = edition.rpartition("@")
    where = f"{names.get(channel, channel)} {slot.replace('T', ' ')}" if at else names.get(edition, edition)
    return f"{where} #{story}" if story else where


def _follow(request: Request, kept: str, _names: Names) -> str:
    """`news: all`, `news: copyright`: a channel and its rule."""
    channel, colon, rule = kept.partition(": ")
    return f"{channel}: {request.t('everything')}" if colon and rule == "all" else kept


def _settings(request: Request, kept: str, _names: Names) -> str:
    """`news: quiet=22:00-07:00, zone=UTC`: a channel and its settings by name."""
    channel, colon, written = kept.partition(": ")
    values = dict(one.partition("=")[::2] for one in written.split(", "))
    said = [words for name, value in values.items() if (words := _setting(request, name, value, values))]
    return f"{channel}: {', '.join(said)}" if colon else kept


def _schedule(request: Request, kept: str, _names: Names) -> str:
    """`news: weekly 09:00 --day monday --zone UTC`: a channel and what was typed after `digest schedule`."""
    channel, _, written = kept.rpartition(": ")
    try:
        args = arguments(next(one for one in DIGESTS if one.path == "digest schedule"), tokens(written))
        when = when_of(request, schedule_of(replace(request, args=args)))
    except UsageError:  # written by a release that took other words
        return kept
    return f"{channel}: {when}" if channel else when


def _setting(request: Request, name: str, value: str, values: Mapping[str, str]) -> str:
    t = request.t
    match name:
        case "quiet":
            hours = t("quiet {hours} {zone}", hours=value, zone=values.get("zone", ""))
            return hours.strip() if value else t("no quiet hours")
        case "zone":
            return "" if "quiet" in values else value
        case "strictness":
            return strictness_of(request, float(value))
        case "per_poll":
            return t("at most {n} at once", n=value)
        case "digest_only":
            return t("digests only") if value == "True" else t("cards at once")
        case "threads":
            return t("a thread per {what}", what=t(value)) if value else ""
        case "coverage_in_thread":
            if values.get("threads"):
                return ""
            return t("coverage in threads") if value == "True" else t("no threads")
    return f"{name} {value}"


def _reported(request: Request, kept: str, _names: Names) -> str:
    """`#1 Law › Advanced · AI regulation: a note`: a story's number, its labels in the reader's language, the note."""
    head, colon, note = kept.partition(": ")
    number, blank, labels = head.partition(" ")
    language = language_of(request.locale)
    said = re.split(r"( [›·] )", labels)
    said[::2] = [_label(words, language) for words in said[::2]]
    return f"{number}{blank}{''.join(said)}{colon}{note}"


def _label(words: str, language: str) -> str:
    for terms in (taxonomy.INSTRUMENTS, taxonomy.STAGES, taxonomy.TOPICS):
        if found := taxonomy.resolve(words, terms):
            return taxonomy.label(found, language)
    return words


def _moved(request: Request, kept: str, _names: Names) -> str:
    """`https://... from story 4 to 9`: an article's address and where it was put."""
    url, _, way = kept.rpartition(" from story ")
    old, _, new = way.partition(" to ")
    return request.t("{url}, from story {old} to {new}", url=url, old=old, new=new) if url and new else kept


def _tracked(_request: Request, kept: str, _names: Names) -> str:
    channel, colon, measure = kept.partition(": ")
    return f"{channel}: {measure_titles.title(measure)}" if colon else kept


def _count(request: Request, kept: str, _names: Names) -> str:
    return request.t.n("{n} message", "{n} messages", int(kept)) if kept.isdecimal() else kept


_TELLERS: Mapping[str, Callable[[Request, str, Names], str]] = {
    "managers add": _person,
    "managers remove": _person,
    "language": _language,
    "notices": _channel,
    "retry": _count,
    "wrong tag or quote": _reported,
    "split": _moved,
    "rejoin": _moved,
    "follow": _follow,
    "follow settings": _settings,
    "at once": _follow,
    "digest schedule": _schedule,
    "track": _tracked,
    "untrack": _tracked,
    "digest now": _edition,
    "digest off": _edition,
    "digest approve": _edition,
    "digest discard": _edition,
    "digest dropped": _edition,
    "digest pinned": _edition,
    "digest order": _edition,
}

LOGBOOK = (
    Command("log", "Who changed what", log, (Arg("page", "count", "Which page", most=500, named=True),), who="manager"),
)
