"""Commands that choose what a channel gets: follow, unfollow, following, and the channel's manners."""

from __future__ import annotations

import re

from bot.commands import choices
from bot.commands.governing import zone_named
from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Button, Buttons, Part, Reply, Shown, Table, Words
from bot.pipeline import jurisdictions, rules, taxonomy
from bot.storage import following, follows, governing, simulating
from bot.storage.follows import Follow, FollowSettings

STARTS = {"now": 1, "last3": 3, "new": 0}

STRICTNESS = {"loose": 0.25, "normal": 0.5, "strict": 0.75}


def strictness_of(request: Request, value: float) -> str:
    """`strictness: strict`, in the asker's language; a number that has no name stays one."""
    name = next((name for name, number in STRICTNESS.items() if number == value), f"{value:.2f}")
    return request.t("strictness: {value}", value=choices.label(name, request.t).lower())


def _listed(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;]", text) if part.strip()]


async def _fields(request: Request, name: str, field: str) -> str:
    """`--topics a,b` as a rule: `(topic:x OR topic:y)`.

    Raises:
        UsageError: there is no such topic, place or source, or nothing was named.
    """
    found = []
    given = str(request.args.get(name, ""))
    if given and not _listed(given):
        raise UsageError(request.t("Nothing is named after `{flag}`.", flag=f"--{name}"))
    for words in _listed(given):
        value: str | None = words
        if field == "topic":
            value = taxonomy.resolve(words, taxonomy.TOPICS)
        elif field == "jurisdiction":
            value = jurisdictions.resolve(words)
        elif field == "source":
            value = await request.services.store.read(following.source_called, request.channel, words)
            if not value:
                raise UsageError(
                    request.t("No source here is called `{words}`. `sources` lists them.", words=words[:80])
                )
        if not value:
            told = request.t("I know no topic called `{words}`.", words=words[:60])
            if field == "jurisdiction":
                told = request.t("I know no place called `{words}`.", words=words[:60])
            raise UsageError(told + request.t(" `help topics` lists them."))
        quoted = f'"{value}"' if re.search(r"[^\w.-]", value) else value
        found.append(f"{field}:{quoted}" if field else quoted)
    joined = " OR ".join(found)
    return f"({joined})" if len(found) > 1 else joined


async def rule_of(request: Request) -> str:
    """The rule a person asked for, in canonical form: typed whole, or put together from filters.

    Raises:
        UsageError: it cannot be read; the place is marked.
    """
    typed = str(request.args.get("rule", ""))
    if typed and " " not in typed:  # perhaps the name of a saved one
        named = await request.services.store.read(simulating.named, request.workspace.id, typed)
        typed = named or typed
    parts = [
        typed,
        await _fields(request, "topics", "topic"),
        await _fields(request, "places", "jurisdiction"),
        await _fields(request, "sources", "source"),
        await _fields(request, "words", ""),
    ]
    kept = [part for part in parts if part.strip()]
    if not kept:
        return ""
    text = kept[0] if len(kept) == 1 else " AND ".join(f"({part})" for part in kept)
    return str(rules.parse(text))


async def follow(request: Request) -> Reply:
    """Follow here: first what would have come, then the choice how to begin."""
    rule = await rule_of(request)
    store = request.services.store
    zone, digest_only = request.workspace.zone, bool(request.args.get("digest_only"))
    start = str(request.args.get("start", ""))
    if not start:
        settings = await store.read(following.wishes, request.channel.id, zone=zone, digest_only=digest_only)
        return await _offer(request, rule, settings)
    old, now = STARTS[start], request.now.timestamp()
    fresh, owed = await store.run(
        following.renew, request.channel, request.person, rule, zone=zone, digest_only=digest_only, old=old, now=now
    )
    request.services.wake()
    text = (
        request.t("This channel follows AI policy now.") if fresh else request.t("Changed what this channel follows.")
    )
    if rule:
        text += " " + request.t("Only: {rule}", rule=rule)
    if owed:
        text += " " + request.t.n("{n} card is on its way.", "{n} cards are on their way.", owed)
    return Reply.say(text)


async def _offer(request: Request, rule: str, settings: FollowSettings) -> Reply:
    store = request.services.store
    cards = await store.read(following.matching, request.workspace.id, rule, settings, following.LOOKED_AT)
    week = request.now.timestamp() - 7 * 86400
    recent = sum(1 for card in cards if card.published and card.published.timestamp() >= week)
    line = "follow"
    if rule:
        line += f" {rule}"
    if request.args.get("digest_only"):
        line += " --digest_only"
    if cards:
        text = request.t.n(
            "This would have posted {n} card in the last 7 days. The newest:",
            "This would have posted {n} cards in the last 7 days. The newest:",
            recent,
        )
    else:
        text = request.t("Nothing stored matches yet. New cards will come as they are found.")
        fresh = Button(request.t("Follow Here"), f"{line} --start new", style="primary")
        return Reply((Words(text), Buttons((fresh,))))
    parts: list[Part] = [Words(text), Shown(cards[0])]
    parts.append(
        Buttons(
            (
                Button(request.t("Start Now"), f"{line} --start now", style="primary"),
                Button(request.t("Post the Last 3"), f"{line} --start last3"),
                Button(request.t("Nothing Old"), f"{line} --start new"),
            )
        )
    )
    return Reply(tuple(parts))


async def unfollow(request: Request) -> Reply:
    """Stop posting here."""
    done = await request.services.store.run(following.stop, request.channel, request.person, request.now.timestamp())
    if not done:
        return Reply.say(request.t("This channel follows nothing."))
    return Reply.say(request.t("This channel gets no more cards. What was posted stays."))


async def list_following(request: Request) -> Reply:
    """What the channels of this workspace follow."""
    mine = await request.services.store.read(follows.of_workspace, request.workspace.id)
    if not mine:
        text = request.t("No channel follows anything yet. Type `follow` in the channel that should get cards.")
        return Reply((Words(text), Buttons((Button(request.t("Follow Here"), "follow"),))))
    rows = tuple(
        (one.channel.name or one.channel.id, one.rule or request.t("everything"), _manners(request, one))
        for one in mine
    )
    return Reply((Table((request.t("Channel"), request.t("What"), request.t("How")), rows),))


def _manners(request: Request, one: Follow) -> str:
    words = []
    if one.channel.state != "ok":
        words.append(request.t("paused: the bot cannot post there"))
    if one.settings.digest_only:
        words.append(request.t("digests only"))
    if one.instant:
        words.append(request.t("at once: {rule}", rule=one.instant))
    if one.settings.quiet:
        words.append(request.t("quiet {hours} {zone}", hours=one.settings.quiet, zone=one.settings.zone))
    if one.settings.strictness != FollowSettings().strictness:
        words.append(strictness_of(request, one.settings.strictness))
    if one.settings.threads:
        words.append(request.t("a thread per {what}", what=request.t(one.settings.threads)))
    elif one.settings.coverage_in_thread:
        words.append(request.t("coverage in threads"))
    return ", ".join(words) or request.t("cards at once")


async def tune(request: Request) -> Reply:
    """A channel's manners: strictness, quiet hours, how many at once, coverage in threads, what comes at once."""
    changes: dict[str, object] = {}
    if "strictness" in request.args:
        changes["strictness"] = STRICTNESS[str(request.args["strictness"])]
    if "quiet" in request.args:
        quiet = str(request.args["quiet"]).replace(" ", "")
        if quiet.lower() in ("off", "none"):
            quiet = ""
        elif not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d-([01]?\d|2[0-3]):[0-5]\d", quiet):
            raise UsageError(request.t("Write quiet hours as 22:00-07:00, or `off`."))
        changes["quiet"] = quiet
        changes["zone"] = request.person.zone or request.workspace.zone
    if "zone" in request.args:
        changes["zone"] = zone_named(request, str(request.args["zone"]))
    if "per_poll" in request.args:
        changes["per_poll"] = int(request.args["per_poll"])
    if "threads" in request.args:
        threads = str(request.args["threads"])
        changes["coverage_in_thread"] = threads in ("on", "story")
        changes["threads"] = threads if threads in ("story", "dossier") else ""
    if "mode" in request.args:
        changes["digest_only"] = request.args["mode"] == "digest"
    now = request.now.timestamp()
    store = request.services.store
    if "at_once" in request.args:
        text = str(request.args["at_once"])
        instant = "" if text.lower() in ("all", "everything") else str(rules.parse(text))
        if not await store.run(following.set_instant, request.channel, request.person, instant, now):
            return Reply.say(request.t("This channel follows nothing yet. Type `follow` first."), error=True)
    if "cards" in request.args:
        await store.run(governing.set_cards, request.workspace.id, str(request.args["cards"]), request.person, now)
    elif not changes and "at_once" not in request.args:
        raise UsageError(
            request.t("Say what to change, for example `tune --quiet 22:00-07:00` or `tune --strictness strict`.")
        )
    if changes and await store.run(following.change, request.channel, request.person, now, **changes) is None:
        return Reply.say(request.t("This channel follows nothing yet. Type `follow` first."), error=True)
    return await list_following(request)


FOLLOWING = (
    Command(
        "follow",
        "Let this channel get cards; shows the newest first and asks",
        follow,
        (
            Arg("rule", "rule", "Words and fields: deepfake topic:privacy_data NOT stage:announced"),
            Arg("topics", "text", "Only these topics, comma between", named=True),
            Arg("places", "text", "Only these places, comma between", named=True),
            Arg("sources", "text", "Only these sources, comma between", named=True),
            Arg("words", "text", "Only with one of these words, comma between", named=True),
            Arg("start", "choice", "How to begin", choices=tuple(STARTS), named=True),
            Arg("digest_only", "flag", "No single cards, only digests"),
        ),
        who="manager",
        example="follow --topics copyright,privacy --places EU,US",
    ),
    Command("unfollow", "Stop posting in this channel", unfollow, who="manager"),
    Command("following", "What the channels here follow", list_following),
    Command(
        "tune",
        "How this channel gets its cards",
        tune,
        (
            Arg(
                "strictness",
                "choice",
                "How sure a card must be about AI policy",
                choices=("loose", "normal", "strict"),
                named=True,
            ),
            Arg("quiet", "word", "Quiet hours, 22:00-07:00 or off", named=True),
            Arg("zone", "zone", "Time zone of the quiet hours", named=True),
            Arg("per_poll", "count", "Cards from one poll, at most", most=100, named=True),
            Arg(
                "threads",
                "choice",
                "New coverage as replies too; on Discord a thread per story or dossier",
                choices=("on", "off", "story", "dossier"),
                named=True,
            ),
            Arg("mode", "choice", "Cards at once, or digests only", choices=("cards", "digest"), named=True),
            Arg("at_once", "rule", "Only these at once, the rest in the digest; `all` for everything", named=True),
            Arg(
                "cards",
                "choice",
                "Discord, for the whole server: how cards look",
                choices=("layout", "embed"),
                named=True,
                door="discord",
            ),
        ),
        who="manager",
        example="tune --quiet 22:00-07:00 --zone Europe/Berlin",
    ),
)
