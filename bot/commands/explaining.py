"""Why: what happened to an address, post it after all, what a rule would have posted, saved rules."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from bot.commands.following import rule_of
from bot.commands.governing import KINDS
from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Button, Buttons, Card, Channel, Part, Reply, Table, Words
from bot.pipeline import rules, text
from bot.pipeline.stories.vocabulary import STOP
from bot.render import plain
from bot.storage import explaining, follows, places, simulating, sources, splitting
from bot.storage.ledger import Row

STEPS = {
    "seen": "first seen",
    "fetched": "page",
    "read": "reading",
    "judged": "is it AI policy",
    "grouped": "story",
    "planned": "channel",
    "posted": "posted",
    "edited": "edited",
    "deleted": "taken back",
    "noted": "note in the thread",
    "held": "kept for the digest",
    "dropped": "not posted",
    "dead": "given up",
    "later": "waits",
    "changed": "changed at its source",
    "withdrawn": "withdrawn",
}


OUTCOMES = {
    "new": "new",
    "seen": "known already",
    "changed": "changed",
    "duplicate": "known already",
    "feed": "from the feed",
    "page": "from its page",
    "failed": "failed",
    "not allowed": "not allowed",
    "kept": "kept",
    "left out": "left out",
    "new story": "a new story",
    "joined": "joined a story",
    "updated": "updated",
    "planned": "is on its way",
    "held": "kept for the digest",
    "skipped": "not for this channel",
    "split": "taken out of its story",
    "withdrawn": "withdrawn",
    **KINDS,
}


async def why(request: Request) -> Reply:
    """What happened to an address, in order, in words; for any address ever seen."""
    about = str(request.args["about"]).strip().strip("<>").split("|")[0]
    found = await request.services.store.read(explaining.trail, about, request.workspace.id)
    if not found.rows:
        archives = await request.services.store.read(sources.remembering, request.workspace.id, about)
        if archives:
            return Reply.say(
                request.t(
                    "This stood in {source} already when that source was first read. What is there before is only "
                    "remembered, so that nothing old is posted: it was not read or judged.",
                    source=", ".join(archives[:3]),
                )
            )
        return Reply.say(
            request.t(
                "This address was never seen: {about}\nNo source here has brought it. `sources add` adds its outlet.",
                about=about[:300],
            )
        )
    locale = request.locale
    zone = request.person.zone or request.workspace.zone
    rows, before = [], ""
    for row in found.rows:
        at = datetime.fromtimestamp(row.at, UTC)
        day = plain.day(at, locale, zone)
        when = plain.hour(at, locale, zone) if day == before else plain.moment_text(at, locale, zone)
        rows.append((when, request.t(STEPS.get(row.step, row.step)), _words(request, row, found)))
        before = day
    title = found.title or about
    parts: list[Part] = [
        Table((request.t("When"), request.t("Step"), request.t("What happened")), tuple(rows), title[:200])
    ]
    if found.permalinks:
        parts.append(Words("\n".join(found.permalinks), request.t("Posted at")))
    if request.person.role == "manager" and found.article_id is not None:
        buttons = []
        if not _stands(found, request.channel):
            buttons.append(Button(request.t("Post It Here After All"), f"replay article:{found.article_id}"))
        if found.together:
            buttons.append(Button(request.t("Not the Same Story"), f"split article:{found.article_id}"))
        if buttons:
            parts.append(Buttons(tuple(buttons)))
    return Reply(tuple(parts))


def _stands(found: explaining.Trail, channel: Channel) -> bool:
    """Whether the story's card is in a channel: posted there, and not taken back since."""
    steps = [row.step for row in found.rows if row.channel_id == channel.id and row.step in ("posted", "deleted")]
    return steps[-1:] == ["posted"]


def _words(request: Request, row: Row, found: explaining.Trail) -> str:
    """`kept for the digest (news): quiet hours 22:00-07:00`."""
    words = request.t(OUTCOMES.get(row.outcome, row.outcome)) if row.outcome else ""
    if row.channel_id:
        name = found.channels.get(row.channel_id, row.channel_id)
        words = f"{words} ({name})" if words else name
    return ": ".join(part for part in (words, request.t.again(row.reason) if row.reason else "") if part)


async def replay(request: Request) -> Reply:
    """Post a story here after all."""
    about = str(request.args["about"])
    done = await request.services.store.run(
        explaining.replay, about, request.channel, request.person, request.now.timestamp()
    )
    request.services.wake()
    return Reply.say(request.t.again(done))


async def split(request: Request) -> Reply:
    """Not the same story: take an article out of the story it was put in, or put it back."""
    t, about = request.t, str(request.args["about"])
    asked = (about, request.workspace.id, request.person, request.now.timestamp())
    if request.args.get("undo"):
        back = await request.services.store.run(splitting.rejoin, *asked)
        request.services.wake()
        return Reply.say(t("Put back. It is told in story {id} again; its own card is taken away.", id=back))
    done, article_id = await request.services.store.run(splitting.split, *asked)
    request.services.wake()
    words = t("Taken out. It is story {id} now, and will not be joined to the old one again.", id=done)
    return Reply((Words(words), Buttons((Button(t("Undo"), f"split article:{article_id} --undo"),))))


async def simulate(request: Request) -> Reply:
    """What a channel's rule, or another one, would have posted in the last days."""
    days = int(request.args.get("days", 14))
    rule = await rule_of(request)
    channel = await _channel(request)
    follow = await request.services.store.read(follows.get, channel.id)
    if not rule and follow is not None:
        rule = follow.rule
    settings = follow.settings if follow else follows.FollowSettings()
    now = request.now.timestamp()
    cards = await request.services.store.read(
        simulating.would_post, request.workspace.id, rule, settings, now - days * 86400, now, channel.id
    )
    t = request.t
    span = t.n("the last 24 hours", "the last {n} days", days)
    if rule:
        head = t.n(
            "`{rule}` would have posted {n} card in {span}.",
            "`{rule}` would have posted {n} cards in {span}.",
            len(cards),
            rule=rule,
            span=span,
        )
    else:
        head = t.n(
            "Without a rule, {n} card would have been posted in {span}.",
            "Without a rule, {n} cards would have been posted in {span}.",
            len(cards),
            span=span,
        )
    if not cards:
        return Reply.say(head)
    by_day = Counter(f"{card.published:%Y-%m-%d}" if card.published else t("undated") for card in cards)
    busiest = t("The busiest day had {n}.", n=max(by_day.values()))
    rows = tuple((word, str(count)) for word, count in noisiest(cards))
    parts: list[Part] = [
        Words(f"{head} {busiest}"),
        Table((t("Word"), t("Cards")), rows, t("The noisiest words")),
        Words("\n".join(f"• {plain.headline(card, request.locale)}" for card in cards[:10]), t("The newest")),
    ]
    if request.person.role == "manager" and channel.id == request.channel.id:
        parts.append(Buttons((Button(t("Follow with This Rule"), f"follow {rule}".strip()),)))
    return Reply(tuple(parts))


async def _channel(request: Request) -> Channel:
    """The channel a person named as `--channel`, or the one they are in.

    Raises:
        UsageError: this workspace has none of that name, or several.
    """
    raw = str(request.args.get("channel", ""))
    if not raw:
        return request.channel
    name = raw.strip("<>#").partition("|")[0]  # as Slack and Discord write a channel that was chosen
    found = await request.services.store.read(places.channels_named, name, request.workspace.id)
    if len(found) > 1:
        ids = ", ".join(one.id for one in found[:5])
        raise UsageError(request.t("Several channels are called {name}: {ids}.", name=raw[:50], ids=ids))
    if not found:
        raise UsageError(
            request.t("I know no channel {name} here. `following` lists those that follow.", name=raw[:50])
        )
    return found[0]


def noisiest(cards: tuple[Card, ...], count: int = 8) -> list[tuple[str, int]]:
    """Words that stand in the most headlines: what to exclude when a rule lets too much through."""
    met: Counter[str] = Counter()
    for card in cards:
        lows = {word.lower() for word in text.words(card.reading.headline.text) if len(word) > 3}
        met.update(lows - STOP)
    return sorted(met.items(), key=lambda one: (-one[1], one[0]))[:count]


async def list_rules(request: Request) -> Reply:
    """Saved rules of this workspace."""
    found = await request.services.store.read(simulating.saved, request.workspace.id)
    if not found:
        return Reply.say(
            request.t("No rule is saved. For example: `rules save courts stage:struck_down OR instrument:court`")
        )
    return Reply((Table((request.t("Name"), request.t("Rule")), found),))


async def save_rule(request: Request) -> Reply:
    """Save a rule under a name; says first what it would have posted."""
    name = str(request.args["name"]).lower()
    if not name.replace("-", "").replace("_", "").isalnum() or len(name) > 30:
        raise UsageError(request.t("A rule's name is one word of letters and digits."))
    rule = str(rules.parse(str(request.args["rule"])))
    store, now = request.services.store, request.now.timestamp()
    cards = await store.read(
        simulating.would_post, request.workspace.id, rule, follows.FollowSettings(), now - 14 * 86400, now
    )
    await store.run(simulating.save, request.workspace.id, name, rule, request.person, now)
    return Reply.say(
        request.t.n(
            "Saved {name}: {rule}\nIn the last 14 days it would have posted {n} card.",
            "Saved {name}: {rule}\nIn the last 14 days it would have posted {n} cards.",
            len(cards),
            name=name,
            rule=rule,
        )
    )


async def remove_rule(request: Request) -> Reply:
    """Forget a saved rule; channels that follow with it keep it."""
    name = str(request.args["name"]).lower()
    now = request.now.timestamp()
    done = await request.services.store.run(simulating.remove, request.workspace.id, name, request.person, now)
    return Reply.say(request.t("Forgotten.") if done else request.t("There is no rule {name}.", name=name[:30]))


_ABOUT = Arg("about", "text", "The article's address, or a story's number", required=True)

EXPLAINING = (
    Command(
        "why", "What happened to an article, step by step", why, (_ABOUT,), example="why https://example.org/news/1"
    ),
    Command("replay", "Post a story in this channel after all", replay, (_ABOUT,), who="manager"),
    Command(
        "split",
        "Not the same story: take an article out of its story",
        split,
        (_ABOUT, Arg("undo", "flag", "Put it back into the story it was taken out of")),
        who="manager",
    ),
    Command(
        "simulate",
        "What a rule would have posted in the last days",
        simulate,
        (
            Arg("rule", "rule", "The rule; without one, this channel's"),
            Arg("days", "days", "How many days back", most=3650, named=True),
            Arg("channel", "channel", "The channel whose rule and manners count; without one, this one", named=True),
        ),
        example="simulate copyright NOT music --days 30",
    ),
    Command("rules", "The saved rules", list_rules),
    Command(
        "rules save",
        "Save a rule under a name",
        save_rule,
        (
            Arg("name", "word", "One word", required=True),
            Arg("rule", "rule", "Words and fields, with AND, OR, NOT, NEAR", required=True),
        ),
        who="manager",
        example='rules save kids "age verification" OR topic:children_companions',
    ),
    Command(
        "rules remove",
        "Forget a saved rule",
        remove_rule,
        (Arg("name", "rule", "Its name", required=True),),
        who="manager",
    ),
)
