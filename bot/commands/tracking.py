"""Commands for dossiers: a measure's timeline, and channels that hear when it moves."""

from __future__ import annotations

from bot.commands.spec import Arg, Command, Request
from bot.model import Button, Buttons, Part, Reply, Table, Words
from bot.pipeline.measure_titles import title
from bot.render import labels, plain
from bot.storage import dossiers


async def timeline(request: Request) -> Reply:
    """The stages of a measure with dates and the words that prove them."""
    words = str(request.args["measure"])
    measure, steps = await request.services.store.read(dossiers.timeline, words)
    if not steps:
        known = await request.services.store.read(dossiers.known)
        names = ", ".join(title(name) for name, _ in known[:10])
        hint = " " + request.t("Known are: {names}.", names=names) if names else ""
        return Reply.say(request.t("No story about {measure} yet.", measure=title(measure)) + hint)
    locale = request.locale
    zone = request.person.zone or request.workspace.zone
    rows = tuple(
        (
            plain.day(step.when, locale, zone) if step.when else "",
            labels.reached(step, plain.language(locale)),
            f"“{plain.one_line(step.evidence.text)}”" if step.evidence else "",
            f"{step.outlet} #{step.story_id}",
        )
        for step in steps
    )
    t = request.t
    columns = (t("Date"), t("Stage"), t("The words"), t("Story"))
    table = Table(columns, rows, title(measure), tuple(step.url for step in steps))
    parts: list[Part] = [table]
    if request.person.role == "manager":
        parts.append(Buttons((Button(t("Track Here"), f"track {measure}"),)))
    return Reply(tuple(parts))


async def track(request: Request) -> Reply:
    """Hear in this channel when a measure changes its stage or a primary source speaks."""
    if not request.args.get("measure"):
        mine = await request.services.store.read(dossiers.tracked, request.channel.id)
        if not mine:
            return Reply.say(request.t("This channel tracks no measure. For example: `track EU AI Act`"))
        return Reply((Table((request.t("Tracked here"),), tuple((title(name),) for name in mine)),))
    measure, fresh = await request.services.store.run(
        dossiers.track, request.channel, str(request.args["measure"]), request.person, request.now.timestamp()
    )
    if not fresh:
        return Reply.say(request.t("{measure} is tracked here already.", measure=title(measure)))
    text = request.t(
        "This channel hears when {measure} changes its stage or a primary source speaks.", measure=title(measure)
    )
    _, steps = await request.services.store.read(dossiers.timeline, measure)
    if not steps:
        return Reply.say(text + " " + request.t("No story is about it yet."))
    return Reply((Words(text), Buttons((Button(request.t("Timeline"), f"timeline {measure}"),))))


async def untrack(request: Request) -> Reply:
    """Stop that."""
    measure, done = await request.services.store.run(
        dossiers.untrack, request.channel, str(request.args["measure"]), request.person, request.now.timestamp()
    )
    if not done:
        return Reply.say(request.t("{measure} was not tracked here.", measure=title(measure)))
    return Reply.say(request.t("{measure} is not tracked here any more.", measure=title(measure)))


TRACKING = (
    Command(
        "timeline",
        "The stages of a measure, with dates and evidence",
        timeline,
        (Arg("measure", "measure", "The law or bill, by any of its names", required=True),),
        example="timeline EU AI Act",
    ),
    Command(
        "track",
        "Hear in this channel when a measure moves; alone, list them",
        track,
        (Arg("measure", "measure", "The law or bill, by any of its names"),),
        who="manager",
        example="track SB 53",
    ),
    Command(
        "untrack",
        "Stop tracking a measure here",
        untrack,
        (Arg("measure", "measure", "The law or bill, by any of its names", required=True),),
        who="manager",
    ),
)
