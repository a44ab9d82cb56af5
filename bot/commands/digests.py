"""Commands for digests: when, what it would be now, an editor's yes; and the dates ahead."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import Connection

from bot import editions
from bot.commands.governing import zone_named
from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Attachment, Edition, Part, Preview, Reply, Table, Words
from bot.pipeline import calendar
from bot.pipeline.calendar import Schedule
from bot.render import ics, plain
from bot.storage import audit, following, follows, promises
from bot.storage import editions as shelf
from bot.storage.editions import Planned
from bot.storage.follows import FollowSettings

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _archive(request: Request) -> str:
    return request.services.public_url


def _here(request: Request, planned: Planned | None) -> Planned:
    """The digest of this channel, or what it would be if it were asked for without further words."""
    if planned is not None:
        return planned
    schedule = Schedule("daily", 9, zone=request.workspace.zone)
    return Planned(request.channel, schedule, 20, False, False, None, None, request.workspace.locale)


async def now(request: Request) -> Reply:
    """Publish everything kept for the digest now, ahead of its time."""
    count = await request.services.store.run(_now, request)
    request.services.wake()
    if not count:
        return Reply.say(request.t("Nothing is kept for a digest here."))
    return Reply.say(
        request.t.n("The digest is on its way, with {n} story.", "The digest is on its way, with {n} stories.", count)
    )


def _now(db: Connection, request: Request) -> int:
    seconds = request.now.timestamp()
    planned = _here(request, shelf.get(db, request.channel.id))
    edition_id = f"{planned.channel.id}@{request.now:%Y-%m-%dT%H:%M:%S}"
    material = shelf.material(db, planned.channel, seconds, zone=planned.schedule.zone)
    made = editions.make(planned, material, request.now, edition_id=edition_id, archive=_archive(request))
    if not made.story_ids or not shelf.begin(db, planned, edition_id, seconds, seconds):
        return 0
    editions.publish(db, planned, made, seconds)
    audit.write(db, request.workspace.id, request.person, "digest now", edition_id, seconds)
    return len(made.story_ids)


async def preview(request: Request) -> Reply:
    """What the digest would say now; nothing is posted."""
    made = await request.services.store.read(_preview, request)
    if not made.story_ids:
        return Reply.say(request.t("Nothing is kept for a digest here yet."))
    return Reply((Words(request.t("A preview; nothing is posted.")), Preview(made.edition)))


def _preview(db: Connection, request: Request) -> editions.Made:
    planned = _here(request, shelf.get(db, request.channel.id))
    material = shelf.material(db, planned.channel, request.now.timestamp(), zone=planned.schedule.zone)
    return editions.make(planned, material, request.now, edition_id="preview", archive=_archive(request))


async def schedule(request: Request) -> Reply:
    """Ask for a digest in this channel, or show when it comes."""
    store = request.services.store
    if "cadence" not in request.args:
        known = await store.read(shelf.of_workspace, request.workspace.id)
        # Other people's direct messages are theirs alone.
        planned = [one for one in known if one.channel.kind != "dm" or one.channel.id == request.channel.id]
        if not planned:
            return Reply.say(request.t("No digest is scheduled. For example: `digest schedule weekdays 09:00`"))
        rows = tuple((one.channel.name or one.channel.id, _when(request, one), _next(request, one)) for one in planned)
        return Reply((Table((request.t("Channel"), request.t("When"), request.t("The next one")), rows),))
    asked = schedule_of(request)
    most = int(request.args.get("most", 20))
    mode = str(request.args.get("mode", ""))
    next_at = await store.run(
        _save,
        request,
        asked,
        most,
        request.args.get("nothing") == "say",
        bool(request.args.get("approve")),
        mode != "both",
    )
    if next_at is None:
        return Reply.say(request.t("There is no such day within a year."), error=True)
    told = [
        request.t(
            "A digest comes here {when}. The next one: {time}.",
            when=when_of(request, asked),
            time=plain.moment_text(_moment(next_at), request.locale, asked.zone),
        )
    ]
    if mode:
        told.append(request.t("Cards and digests" if mode == "both" else "Digests only") + ".")
    if request.args.get("approve"):
        told.append(request.t("Managers see a draft first") + ".")
    return Reply.say(" ".join(told))


def _when(request: Request, one: Planned) -> str:
    """When a digest comes, and that managers see a draft first where they do."""
    when = when_of(request, one.schedule)
    return f"{when}; {request.t('Managers see a draft first')}" if one.approve else when


def schedule_of(request: Request) -> Schedule:
    """The schedule that a request's arguments describe.

    Raises:
        UsageError: no such zone, or no holidays known there.
    """
    hour, _, minute = str(request.args.get("at", "09:00")).partition(":")
    zone = (
        zone_named(request, str(request.args["zone"]))
        if "zone" in request.args
        else (request.person.zone or request.workspace.zone)
    )
    country = str(request.args.get("holidays", "")).upper()
    if country in ("OFF", "NONE"):
        country = ""
    if country and not calendar.knows_holidays(country):
        raise UsageError(request.t("I know no holidays of `{country}`; write DE, US or US-CA.", country=country[:20]))
    weekday = WEEKDAYS.index(str(request.args.get("day", "monday")))
    return Schedule(request.args["cadence"], int(hour), int(minute), weekday, zone, country)


def _save(
    db: Connection,
    request: Request,
    asked: Schedule,
    most: int,
    say_nothing: bool,
    approve: bool,
    digest_only: bool,
) -> float | None:
    seconds = request.now.timestamp()
    follow = follows.get(db, request.channel.id)
    if follow is None:
        settings = FollowSettings(digest_only=digest_only, zone=asked.zone)
        following.begin(db, request.channel, request.person, "", settings, old=0, now=seconds)
    elif digest_only != follow.settings.digest_only and "mode" in request.args:
        following.change(db, request.channel, request.person, seconds, digest_only=digest_only)
    audit.write(db, request.workspace.id, request.person, "digest schedule", _written(request, asked), seconds)
    return shelf.save(
        db,
        request.channel,
        asked,
        most=most,
        say_nothing=say_nothing,
        approve=approve,
        by=request.person.id,
        now=seconds,
    )


def _written(request: Request, asked: Schedule) -> str:
    """Where and when, the latter as it would be typed: for the log, which reads it again with `schedule_of`."""
    place = request.channel.name or request.channel.id
    day = f" --day {WEEKDAYS[asked.weekday]}" if asked.cadence == "weekly" else ""
    rest = f" --holidays {asked.holidays}" if asked.holidays else ""
    return f"{place}: {asked.cadence} {asked.hour:02d}:{asked.minute:02d}{day} --zone {asked.zone}{rest}"


def when_of(request: Request, asked: Schedule) -> str:
    """`every day at 09:00 Europe/Berlin`, in the asker's language."""
    time = f"{asked.hour:02d}:{asked.minute:02d} {asked.zone}"
    words = {
        "daily": request.t("every day at {time}", time=time),
        "weekdays": request.t("Monday to Friday at {time}", time=time),
        "weekly": request.t("every {day} at {time}", day=request.t(WEEKDAYS[asked.weekday].title()), time=time),
    }[asked.cadence]
    return words + (request.t(", not on holidays of {country}", country=asked.holidays) if asked.holidays else "")


def _next(request: Request, one: Planned) -> str:
    if one.next_at is None:
        return request.t("never")
    return plain.moment_text(_moment(one.next_at), request.locale, one.schedule.zone)


async def off(request: Request) -> Reply:
    """No more digests here; cards come at once again, and what is kept waits for `digest now`."""
    if not await request.services.store.run(_off, request):
        return Reply.say(request.t("No digest is scheduled here."))
    kept = len(await request.services.store.read(promises.held, request.channel.id))
    words = request.t("No more digests here.")
    if kept:
        words += " " + request.t.n(
            "{n} story is still kept; `digest now` posts it.",
            "{n} stories are still kept; `digest now` posts them.",
            kept,
        )
    return Reply.say(words)


def _off(db: Connection, request: Request) -> bool:
    seconds = request.now.timestamp()
    done = shelf.remove(db, request.channel.id)
    if done:
        following.change(db, request.channel, request.person, seconds, digest_only=False)
        audit.write(db, request.workspace.id, request.person, "digest off", request.channel.id, seconds)
    return done


def _draft(db: Connection, request: Request) -> tuple[Edition, Planned]:
    """The draft a person named, of their own workspace.

    Raises:
        UsageError: there is none, or it was decided already.
    """
    edition_id = str(request.args["edition"])
    found = shelf.find(db, edition_id)
    planned = shelf.get(db, found[2]) if found else None
    if found is None or planned is None or planned.channel.workspace_id != request.workspace.id:
        raise UsageError(request.t("There is no such draft."))
    if found[1] != "draft":
        raise UsageError(request.t("That draft was decided already."))
    return found[0], planned


async def approve(request: Request) -> Reply:
    """Publish a draft as its editor left it."""
    count = await request.services.store.run(_approve, request)
    request.services.wake()
    return Reply.say(
        request.t.n("The digest is on its way, with {n} story.", "The digest is on its way, with {n} stories.", count)
    )


def _approve(db: Connection, request: Request) -> int:
    edition, planned = _draft(db, request)
    seconds = request.now.timestamp()
    made = editions.remake(db, planned, edition.id, request.now, _archive(request))
    if not made.story_ids:
        raise UsageError(request.t("No story is left in that draft. Discard it, or wait for the next one."))
    editions.publish(db, planned, made, seconds)
    dropped = tuple(shelf.editor_choices(db, edition.id)["dropped"])
    shelf.covered(db, planned.channel.id, dropped, "an editor left it out of the digest", seconds)
    audit.write(db, request.workspace.id, request.person, "digest approve", edition.id, seconds)
    return len(made.story_ids)


async def discard(request: Request) -> Reply:
    """Let a draft go; its stories wait for the next digest."""
    await request.services.store.run(_discard, request)
    return Reply.say(request.t("This digest is not published. Its stories wait for the next one."))


def _discard(db: Connection, request: Request) -> None:
    edition, _ = _draft(db, request)
    seconds = request.now.timestamp()
    shelf.settle(db, edition.id, "skipped", None, seconds)
    audit.write(db, request.workspace.id, request.person, "digest discard", edition.id, seconds)


async def drop(request: Request) -> Reply:
    """Take a story out of a draft."""
    return await _edit(request, "dropped")


async def pin(request: Request) -> Reply:
    """Move a story to the top of a draft."""
    return await _edit(request, "pinned")


async def move(request: Request) -> Reply:
    """Move a story of a draft up within its group, or down."""
    return await _edit(request, "order")


async def _edit(request: Request, where: str) -> Reply:
    return editions.draft_reply(await request.services.store.run(_change, request, where), request.t)


def _change(db: Connection, request: Request, where: str) -> editions.Made:
    edition, planned = _draft(db, request)
    story_id = str(request.args["story"])
    chosen = shelf.editor_choices(db, edition.id)
    shown = editions.remake(db, planned, edition.id, request.now, _archive(request)).edition
    groups = [[item.story_id for item in part.items] for part in shown.sections]
    mine = next((group for group in groups if story_id in group), None)
    if mine is None:
        raise UsageError(request.t("That story is not in the draft."))
    if where == "order":
        at = mine.index(story_id)
        to = max(0, at - 1) if request.args.get("where", "up") == "up" else at + 1
        mine.insert(to, mine.pop(at))
        pinned = set(chosen["pinned"])
        chosen["order"] = [one for group in groups for one in group]
        chosen["pinned"] = [one for one in chosen["order"] if one in pinned]
    else:
        chosen[where] = [story_id, *(one for one in chosen[where] if one != story_id)]
    shelf.save_choices(db, edition.id, chosen)
    audit.write(
        db, request.workspace.id, request.person, f"digest {where}", f"{edition.id} {story_id}", request.now.timestamp()
    )
    return editions.remake(db, planned, edition.id, request.now, _archive(request))


async def deadlines(request: Request) -> Reply:
    """Dates ahead in the stories this channel was told, soonest first, also as a calendar file."""
    days = int(request.args.get("days", 60))
    found = await request.services.store.read(shelf.ahead_rows, request.channel, request.now.timestamp(), days)
    if not found:
        return Reply.say(
            request.t.n("No dates are known for tomorrow.", "No dates are known for the next {n} days.", days)
        )
    locale = request.locale
    rows = tuple(
        (
            editions.day_text(date.fromisoformat(one.on_date), locale),
            request.t(editions.DATE_WORDS.get(one.kind, "date")),
            plain.shorten(plain.one_line(one.what), 150),
            plain.shorten(plain.one_line(one.headline), 80),
        )
        for one in found
    )
    columns = (request.t("Day"), request.t("What"), request.t("The words"), request.t("Story"))
    parts: list[Part] = [Table(columns, rows, request.t("Dates ahead"), tuple(one.url for one in found))]
    if request.args.get("ics"):
        data = ics.calendar(found, request.now, request.t("AI policy dates"))
        parts.append(Attachment("aipolicy-dates.ics", "text/calendar", data))
    return Reply(tuple(parts))


_EDITION = Arg("edition", "word", "The draft's name", required=True)
_STORY = Arg("story", "story", "The story's number", required=True)
_PLACE = Arg("where", "choice", "Which way", choices=("up", "down"))

DIGESTS = (
    Command("digest now", "Publish what is kept for the digest now", now, who="manager", own=True),
    Command("digest preview", "What the digest would say now, only for you", preview),
    Command(
        "digest schedule",
        "When a digest comes here; without words, when they come",
        schedule,
        (
            Arg("cadence", "choice", "How often", choices=("daily", "weekdays", "weekly")),
            Arg("at", "time", "Time of day, for example 09:00"),
            Arg("day", "choice", "Day of a weekly digest", choices=WEEKDAYS, named=True),
            Arg("zone", "zone", "Time zone, for example Europe/Berlin", named=True),
            Arg("holidays", "word", "Skip holidays of a country: DE, US-CA", named=True),
            Arg("most", "count", "Stories at most", most=50, named=True),
            Arg("nothing", "choice", "When there is nothing new", choices=("say", "skip"), named=True),
            Arg("mode", "choice", "Only the digest, or cards at once too", choices=("digest", "both"), named=True),
            Arg("approve", "flag", "Managers see a draft first"),
        ),
        who="manager",
        own=True,
        example="digest schedule weekdays 08:30 --zone Europe/Berlin --holidays DE",
    ),
    Command("digest off", "No more digests here", off, who="manager", own=True),
    Command("digest approve", "Publish a draft", approve, (_EDITION,), who="manager"),
    Command("digest discard", "Let a draft go", discard, (_EDITION,), who="manager"),
    Command("digest drop", "Take a story out of a draft", drop, (_EDITION, _STORY), who="manager"),
    Command("digest pin", "Move a story to the top of a draft", pin, (_EDITION, _STORY), who="manager"),
    Command(
        "digest move",
        "Move a story of a draft up or down",
        move,
        (_EDITION, _STORY, _PLACE),
        who="manager",
        example="digest move slack:C1@2026-03-04T0900 42 up",
    ),
    Command(
        "deadlines",
        "Deadlines, hearings and start dates ahead",
        deadlines,
        (
            Arg("days", "days", "How far ahead, 1 to 3650", most=3650),
            Arg("ics", "flag", "Also as a calendar file"),
        ),
        example="deadlines 30",
    ),
)
