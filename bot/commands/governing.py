"""Commands that keep order: who may change things, what was changed, language and zone, how the bot is doing."""

from __future__ import annotations

import difflib
import re
from datetime import UTC, datetime
from zoneinfo import available_timezones

from bot.commands import choices
from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Button, Buttons, Part, Reply, Table, Words
from bot.render import plain
from bot.speech import LOCALES, language_of
from bot.storage import condition, governing, notices, places

KINDS = {
    "card": "card",
    "edit": "update of a card",
    "note": "note in a thread",
    "delete": "card to take back",
    "edition": "digest",
    "notice": "notice",
    "reminder": "reminder",
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


async def managers(request: Request) -> Reply:
    """Who may change things here, besides the platform's own administrators."""
    found = await request.services.store.read(places.list_managers, request.workspace.id)
    t = request.t
    if not found:
        return Reply.say(
            t("Nobody was named. Administrators of this workspace may change things; `managers add` names more.")
        )
    return Reply((Words("\n".join(f"• {subject}" for subject in found), t("Managers"), people=found),))


# What a person's or role's id looks like on the platforms that have ids: anything else names nobody there.
_IDS = {"slack": re.compile(r"[UW][A-Z0-9]+"), "discord": re.compile(r"\d{1,20}")}


def mentionable(request: Request, subject: str) -> bool:
    """Whether the door shows a name for an id by itself: `slack:U1` on Slack, `discord:role:5` on Discord."""
    known = _IDS.get(request.door)
    start, _, rest = subject.partition(":")
    return known is not None and start == request.door and bool(known.fullmatch(rest.removeprefix("role:")))


def subject_of(request: Request) -> str:
    """A person or role as platforms write a mention: <@U1>, <@&5>, @U1, an id, or one as doors name it: slack:U1.

    Raises:
        UsageError: it is none.
    """
    raw = str(request.args["who"]).strip().strip("<>").split("|")[0]
    platform = request.workspace.platform
    raw = raw.removeprefix(f"{platform}:")
    role = "role:" if raw.startswith("@&") else ""
    who = raw.lstrip("@!&")
    known = _IDS.get(platform)
    if not who or " " in who or len(who) > 40 or (known and not known.fullmatch(who)):
        raise UsageError(request.t("Name a person or role by mentioning them, for example `managers add @dana`."))
    return f"{platform}:{role}{who}"


def _of(subject: str, sentence: str) -> Reply:
    return Reply((Words(sentence, people=(subject,)),))


async def add_manager(request: Request) -> Reply:
    """Let a person or role change things here."""
    subject = subject_of(request)
    now = request.now.timestamp()
    done = await request.services.store.run(governing.add_manager, request.workspace.id, subject, request.person, now)
    if not done:
        return _of(subject, request.t("{who} is a manager already.", who=subject))
    return _of(subject, request.t("{who} may change things here now.", who=subject))


async def remove_manager(request: Request) -> Reply:
    """Take that right away again."""
    subject = subject_of(request)
    now = request.now.timestamp()
    done = await request.services.store.run(
        governing.remove_manager, request.workspace.id, subject, request.person, now
    )
    if not done:
        return _of(subject, request.t("{who} was not a manager.", who=subject))
    return _of(subject, request.t("{who} is a manager no more.", who=subject))


async def language(request: Request) -> Reply:
    """The language and time zone for yourself, or with --everyone for the workspace."""
    values: dict[str, str] = {}
    if "language" in request.args:
        values["locale"] = str(request.args["language"])
    if "zone" in request.args:
        values["zone"] = zone_named(request, str(request.args["zone"]))
    if not values:
        return Reply.say(
            request.t(
                "You read {locale}, times are shown in {zone}.",
                locale=choices.label(language_of(request.locale), request.t),
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
    say = request.services.speech(values.get("locale", request.locale))
    words = ", ".join(choices.label(value, say) for value in values.values())
    return Reply.say(say("Set to {what}.", what=words))


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
            Arg("language", "choice", "The language", choices=LOCALES),
            Arg("zone", "zone", "The time zone, for example Europe/Berlin"),
            Arg("everyone", "flag", "For the whole workspace"),
        ),
        example="language de Europe/Berlin",
    ),
    Command("notices", "Tell managers here about problems", tell_here, who="manager"),
)
