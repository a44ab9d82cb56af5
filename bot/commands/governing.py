"""Commands that keep order: who may change things, what was changed, language and zone, how the bot is doing."""

from __future__ import annotations

import difflib
from datetime import UTC, datetime
from zoneinfo import available_timezones

from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Button, Buttons, Part, Reply, Table, Words
from bot.render import plain
from bot.speech import LOCALES
from bot.storage import audit, condition, governing, notices, places

LOG_ROWS = 15
KINDS = {
    "card": "card",
    "edit": "update of a card",
    "note": "note in a thread",
    "delete": "card to take back",
    "edition": "digest",
    "notice": "notice",
    "reminder": "reminder",
}

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


async def status(request: Request) -> Reply:
    """How this workspace and the bot are doing: sources, channels, what is owed and why it waits."""
    now = request.now.timestamp()
    found = await request.services.store.read(condition.of_workspace, request.workspace.id, now)
    t = request.t
    zone = request.person.zone or request.workspace.zone
    locale = request.locale
    lines = [
        t.n(
            "{n} source, {failing} failing, {paused} paused.",
            "{n} sources, {failing} failing, {paused} paused.",
            found.sources,
            failing=found.failing,
            paused=found.paused,
        ),
        t.n("{n} channel follows.", "{n} channels follow.", found.channels),
        t.n(
            "{n} story stored, {day} new in 24 hours.",
            "{n} stories stored, {day} new in 24 hours.",
            found.stories,
            day=found.new_stories,
        ),
        t.n(
            "{n} message posted in 24 hours, {open} on the way, {held} kept for the digest, {dead} given up.",
            "{n} messages posted in 24 hours, {open} on the way, {held} kept for the digest, {dead} given up.",
            found.sent,
            open=found.open,
            held=found.held,
            dead=found.dead,
        ),
    ]
    if found.next_poll is not None:
        moment = datetime.fromtimestamp(max(found.next_poll, now), UTC)
        lines.append(t("Next, a source is read: {time}.", time=plain.moment_text(moment, locale, zone)))
    parts: list[Part] = [Words("\n".join(lines), t("Status"))]
    if found.waiting:
        rows = tuple(
            (place, t(KINDS.get(kind, kind)), str(count), t.again(notices.why(reason)))
            for place, kind, count, reason in found.waiting
        )
        parts.append(Table((t("Channel"), t("What"), t("How many"), t("Why it waits")), rows, t("Waiting")))
    if found.dead and request.person.role == "manager":
        parts.append(Buttons((Button(t("Try Again"), "retry"),)))
    return Reply(tuple(parts))


async def retry(request: Request) -> Reply:
    """Try again what was given up."""
    now = request.now.timestamp()
    count = await request.services.store.run(governing.retry, request.workspace.id, request.person, now)
    request.services.wake()
    if not count:
        return Reply.say(request.t("Nothing was given up here."))
    return Reply.say(request.t.n("{n} message is tried again.", "{n} messages are tried again.", count))


async def log(request: Request) -> Reply:
    """The last changes people made here."""
    page = int(request.args.get("page", 1))
    rows = await request.services.store.read(audit.newest, request.workspace.id, LOG_ROWS + 1, (page - 1) * LOG_ROWS)
    if not rows:
        return Reply.say(request.t("Nobody changed anything yet."))
    zone = request.person.zone or request.workspace.zone
    locale = request.locale
    shown = tuple(
        (
            plain.moment_text(datetime.fromtimestamp(row.at, UTC), locale, zone),
            row.person,
            request.t(ACTIONS.get(row.action, row.action)),
            row.detail,
        )
        for row in rows[:LOG_ROWS]
    )
    t = request.t
    parts: list[Part] = [Table((t("When"), t("Who"), t("What"), t("Detail")), shown, t("Changes"))]
    if len(rows) > LOG_ROWS:
        parts.append(Buttons((Button(t("More"), f"log --page {page + 1}"),)))
    return Reply(tuple(parts))


async def managers(request: Request) -> Reply:
    """Who may change things here, besides the platform's own administrators."""
    found = await request.services.store.read(places.list_managers, request.workspace.id)
    t = request.t
    if not found:
        return Reply.say(
            t("Nobody was named. Administrators of this workspace may change things; `managers add` names more.")
        )
    return Reply((Table((t("Manager"),), tuple((_mention(subject),) for subject in found)),))


def _mention(subject: str) -> str:
    platform, _, rest = subject.partition(":")
    if rest.startswith("role:"):
        return f"{platform}: role {rest[5:]}"
    return f"{platform}: {rest}"


def subject_of(request: Request) -> str:
    """A person or role as platforms write a mention: <@U1>, <@&5>, @U1, an id.

    Raises:
        UsageError: it is none.
    """
    raw = str(request.args["who"]).strip().strip("<>").split("|")[0]
    platform = request.workspace.platform
    if raw.startswith("@&"):
        return f"{platform}:role:{raw[2:]}"
    who = raw.lstrip("@!")
    if not who or " " in who or len(who) > 40:
        raise UsageError(request.t("Name a person or role by mentioning them, for example `managers add @dana`."))
    return f"{platform}:{who}"


async def add_manager(request: Request) -> Reply:
    """Let a person or role change things here."""
    subject = subject_of(request)
    now = request.now.timestamp()
    done = await request.services.store.run(governing.add_manager, request.workspace.id, subject, request.person, now)
    if not done:
        return Reply.say(request.t("{who} is a manager already.", who=_mention(subject)))
    return Reply.say(request.t("{who} may change things here now.", who=_mention(subject)))


async def remove_manager(request: Request) -> Reply:
    """Take that right away again."""
    subject = subject_of(request)
    now = request.now.timestamp()
    done = await request.services.store.run(
        governing.remove_manager, request.workspace.id, subject, request.person, now
    )
    if not done:
        return Reply.say(request.t("{who} was not a manager.", who=_mention(subject)))
    return Reply.say(request.t("{who} is a manager no more.", who=_mention(subject)))


async def language(request: Request) -> Reply:
    """The language and time zone for yourself, or with --everyone for the workspace."""
    values: dict[str, str] = {}
    if "locale" in request.args:
        values["locale"] = str(request.args["locale"])
    if "zone" in request.args:
        values["zone"] = zone_named(request, str(request.args["zone"]))
    if not values:
        return Reply.say(
            request.t(
                "You read {locale}, times are shown in {zone}.",
                locale=request.locale,
                zone=request.person.zone or request.workspace.zone,
            )
        )
    now = request.now.timestamp()
    store = request.services.store
    if request.args.get("everyone"):
        if request.person.role != "manager":
            return Reply.say(request.t("Only managers may change it for everyone."), error=True)
        await store.run(governing.set_workspace, request.workspace.id, request.person, now, **values)
    else:
        await store.run(places.set_person, request.person.id, request.workspace.id, **values)
    words = ", ".join(values.values())
    return Reply.say(
        request.services.speech(values.get("locale", request.workspace.locale))("Set to {what}.", what=words)
    )


def zone_named(request: Request, words: str) -> str:
    """An IANA zone by its name, in any case.

    Raises:
        UsageError: there is none of that name.
    """
    zones = {name.lower(): name for name in available_timezones()}
    found = zones.get(words.strip().lower().replace(" ", "_"))
    if found:
        return found
    near = difflib.get_close_matches(words.lower(), zones, 1, 0.6)
    hint = request.t(" Did you mean `{near}`?", near=zones[near[0]]) if near else ""
    raise UsageError(request.t("`{words}` is not a time zone; write it like Europe/Berlin.", words=words[:40]) + hint)


async def tell_here(request: Request) -> Reply:
    """Send the bot's notices for managers to this channel."""
    now = request.now.timestamp()
    await request.services.store.run(
        governing.set_notices, request.workspace.id, request.channel.id, request.person, now
    )
    return Reply.say(request.t("Problems with sources and channels are told here from now on."))


GOVERNING = (
    Command("status", "How the sources, the channels and the bot are doing", status),
    Command("retry", "Try again to post what was given up", retry, who="manager"),
    Command("log", "Who changed what", log, (Arg("page", "count", "Which page", most=500, named=True),), who="manager"),
    Command("managers", "Who may change things here", managers),
    Command(
        "managers add",
        "Let a person or role change things",
        add_manager,
        (Arg("who", "person", "The person or role", required=True),),
        who="manager",
    ),
    Command(
        "managers remove",
        "Take that right away",
        remove_manager,
        (Arg("who", "person", "The person or role", required=True),),
        who="manager",
    ),
    Command(
        "language",
        "Your language and time zone, or everyone's",
        language,
        (
            Arg("locale", "choice", "The language", choices=LOCALES),
            Arg("zone", "zone", "The time zone, for example Europe/Berlin"),
            Arg("everyone", "flag", "For the whole workspace"),
        ),
        example="language de Europe/Berlin",
    ),
    Command("notices", "Tell managers here about problems", tell_here, who="manager"),
)
