"""Commands that choose sources: list, add with a preview, remove, pause, check, catalogue, OPML."""

from __future__ import annotations

import re

from bot.commands.spec import Arg, Command, Request
from bot.errors import SourceError, UsageError
from bot.model import Button, Buttons, Part, Reply, Source, Table, Words
from bot.pipeline import redact, relevance, urls
from bot.render import plain
from bot.sources import discovery, health
from bot.storage import selecting
from bot.storage import sources as steps
from bot.storage.sources import Chosen

SHOWN_ENTRIES = 3
CATALOG_PAGE = 15


def state_of(request: Request, one: Chosen) -> str:
    """A source's health in a few words."""
    if one.paused:
        return request.t("paused")
    if one.state == "retired":
        return request.t("retired: the address is gone for good")
    if one.failures:
        return request.t("failing: {what}", what=request.t.again(health.trouble(one.reason).what))
    if one.ok_at is None:
        return request.t("not read yet")
    return request.t("fine")


async def list_sources(request: Request) -> Reply:
    """The sources of this workspace with their health."""
    mine = await request.services.store.read(steps.chosen, request.workspace.id)
    if not mine:
        return Reply(
            (
                Words(request.t("This workspace has no sources yet.")),
                Buttons(
                    (
                        Button(request.t("Add the Starter Set"), "sources catalog starter --add", style="primary"),
                        Button(request.t("Show the Catalogue"), "sources catalog"),
                    )
                ),
            )
        )
    # Cells show back-ticks as they stand; what to do is told where there is something to do.
    todo = [re.sub("`([^`]*)`", "“\\1”", request.t.again(one.remedy)) if one.failures else "" for one in mine]
    columns: tuple[str, ...] = (request.t("Source"), request.t("No."), request.t("State"), request.t("What to do"))
    rows: tuple[tuple[str, ...], ...] = tuple(
        (one.name, f"#{one.source.id}", state_of(request, one), what) for one, what in zip(mine, todo, strict=True)
    )
    if not any(todo):
        columns, rows = columns[:-1], tuple(row[:-1] for row in rows)
    title = request.t.n("{n} source", "{n} sources", len(mine))
    return Reply(
        (Table(columns, rows, title, tuple(one.source.homepage or redact.address(one.source.url) for one in mine)),)
    )


async def find_one(request: Request) -> Chosen:
    """The source a person named.

    Raises:
        UsageError: none or several fit.
    """
    words = str(request.args["source"])
    found = await request.services.store.read(steps.find, request.workspace.id, words)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(request.t("No source here is called `{words}`. `sources` lists them.", words=words[:80]))
    names = ", ".join(f"{one.source.id} {one.name}" for one in found[:5])
    raise UsageError(request.t("Several sources fit: {names}. Name one by its number.", names=names))


async def add(request: Request) -> Reply:
    """Find the feed behind an address, show what it would post, and ask before starting."""
    limit = request.services.limits.get("sources", 500)
    if await request.services.store.read(steps.count, request.workspace.id) >= limit:
        raise UsageError(request.t("This workspace has {n} sources, which is the most. Remove one first.", n=limit))
    address = str(request.args["address"])
    if request.args.get("yes"):
        return await _start(request, address)
    services = request.services
    try:
        found = await discovery.discover(address, services.door, services.children, request.now)
    except SourceError as error:
        remedy = f" {request.t.again(error.remedy)}" if error.remedy else ""
        return Reply.say(request.t.again(str(error)) + remedy, error=True)
    if not found:
        return Reply.say(
            request.t(
                "No feed and no list of articles was found at {url}. Give the address of the news page or the feed.",
                url=redact.address(address),
            ),
            error=True,
        )
    best = found[0]
    parts: list[Part] = [_preview(request, best)]
    buttons = []
    mine = await request.services.store.read(steps.chosen, request.workspace.id)
    known = next((one for one in mine if one.source.url == best.source.url), None)
    if known is not None:
        parts.append(Words(_known(request, known.name, known.source.id)))
    else:
        buttons.append(Button(request.t("Start"), _start_line(best.source), style="primary"))
    buttons += [
        Button(
            request.t("Use {name} Instead", name=(other.source.title or redact.address(other.source.url))[:40]),
            f"sources add {other.source.url}",
        )
        for other in found[1:3]
    ]
    if buttons:
        parts.append(Buttons(tuple(buttons)))
    return Reply(tuple(parts))


def _known(request: Request, name: str, source_id: int) -> str:
    return request.t("{name} is among your sources already, number {id}.", name=name, id=source_id)


def _start_line(source: Source) -> str:
    line = f"sources add {source.url} --yes"
    return line if source.kind == "feed" else f"{line} --kind {source.kind}"


def _preview(request: Request, found: discovery.Candidate) -> Words:
    name = found.source.title or urls.host(found.source.url)
    lines = [redact.address(found.source.url), ""]
    kept = [entry for entry in found.entries if relevance.judge(entry.title, entry.summary).relevant]
    if not found.entries:
        lines.append(request.t("It can be read, and has no entries now."))
    elif kept:
        counted = request.t.n("{n} entry", "{n} entries", len(found.entries))
        lines.append(request.t("It has {entries} now, and would post {m} of them:", entries=counted, m=len(kept)))
        lines += [f"• {entry.title}" for entry in kept[:SHOWN_ENTRIES]]
    else:
        lines.append(request.t("Nothing it has now is about AI policy. The newest:"))
        lines += [f"• {entry.title}" for entry in found.entries[:SHOWN_ENTRIES]]
    return Words("\n".join(lines), name)


async def _start(request: Request, address: str) -> Reply:
    store, now = request.services.store, request.now.timestamp()
    kind = str(request.args.get("kind", "")) or "feed"
    services = request.services
    try:
        found = await discovery.discover(address, services.door, services.children, request.now)
    except SourceError as error:
        remedy = f" {request.t.again(error.remedy)}" if error.remedy else ""
        return Reply.say(request.t.again(str(error)) + remedy, error=True)
    match = next((one.source for one in found if one.source.url == address and one.source.kind == kind), None)
    source = match or (found[0].source if found else None)  # a page was named: the first feed behind it
    if source is None:
        return Reply.say(
            request.t("No feed and no list of articles was found at {url}.", url=redact.address(address)), error=True
        )
    source_id, fresh = await store.run(selecting.choose, request.workspace.id, source, request.person, now)
    request.services.wake()
    name = source.title or redact.address(source.url)
    if not fresh:
        return Reply.say(_known(request, name, source_id))
    return Reply.say(
        request.t(
            "{name} is a source now, number {id}. What is new will be posted where it fits.", name=name, id=source_id
        )
    )


async def remove(request: Request) -> Reply:
    """Take a source from this workspace; what it brought stays."""
    one = await find_one(request)
    if not request.args.get("yes") and request.door != "console":
        return Reply(
            (
                Words(request.t("Remove {name}? What it brought stays readable.", name=one.name)),
                Buttons((Button(request.t("Remove"), f"sources remove {one.source.id} --yes", style="danger"),)),
            )
        )
    now = request.now.timestamp()
    await request.services.store.run(selecting.unchoose, request.workspace.id, one, request.person, now)
    return Reply.say(request.t("{name} is not a source any more.", name=one.name))


async def pause(request: Request) -> Reply:
    """Let a source rest; nothing of it is posted until it is resumed."""
    return await _set_paused(request, True)


async def resume(request: Request) -> Reply:
    """Wake a paused source."""
    return await _set_paused(request, False)


async def _set_paused(request: Request, paused: bool) -> Reply:
    one = await find_one(request)
    now = request.now.timestamp()
    done = await request.services.store.run(
        selecting.set_paused, request.workspace.id, one, paused, request.person, now
    )
    if paused:
        text = request.t("{name} rests until you resume it.", name=one.name)
        return Reply.say(text if done else request.t("{name} rests already.", name=one.name))
    request.services.wake()
    text = request.t("{name} is read again.", name=one.name)
    return Reply.say(text if done else request.t("{name} was not paused.", name=one.name))


async def check(request: Request) -> Reply:
    """Look at one source or all now: reachable, fresh, items, full text, validators; what to do."""
    mine = await request.services.store.read(steps.chosen, request.workspace.id)
    if request.args.get("source"):
        mine = (await find_one(request),)
    elif not request.args.get("all"):
        mine = tuple(one for one in mine if not one.paused)
    if not mine:
        return Reply.say(request.t("There is nothing to check. `sources add <url>` adds a source."))
    services, zone = request.services, request.person.zone or request.workspace.zone
    found = await discovery.check_all([one.source for one in mine], services.door, services.children, request.now)
    t = request.t
    columns = {
        t("Source"): [one.name for one in mine],
        t("State"): [t("fine") if each.fine else t.again(each.state) for each in found],
        t("Items"): [str(each.items) for each in found],
        t("Newest"): [plain.day(each.newest, request.locale, zone) if each.newest else "" for each in found],
        t("Text"): [t(each.text) if each.text else "–" for each in found],
    }
    # What is as it should be everywhere needs no column: a terminal has 80 characters.
    if any(each.fine and not each.validators for each in found):
        columns[t("Validators")] = [each.validators or "–" for each in found]
    if any(each.charset.lower() not in ("", "utf-8", "us-ascii") for each in found):
        columns[t("Charset")] = [each.charset for each in found]
    rows = tuple(zip(*columns.values(), strict=True))
    todo: dict[str, list[str]] = {}
    for one, result in zip(mine, found, strict=True):
        if result.remedy:
            todo.setdefault(request.t.again(result.remedy), []).append(one.name)
    bad = sum(1 for one in found if not one.fine)
    lines = [
        request.t("All can be read.")
        if not bad
        else request.t.n("{n} of {m} needs a look.", "{n} of {m} need a look.", bad, m=len(found))
    ]
    lines += [f"{', '.join(names)}: {remedy}" for remedy, names in todo.items()]
    return Reply((Table(tuple(columns), rows), Words("\n".join(lines))), error=bool(bad) and request.door == "console")


_SOURCE = Arg("source", "source", "The source's number, name or address", required=True)

CHOOSING = (
    Command("sources", "The sources of this workspace and how they are", list_sources),
    Command(
        "sources add",
        "Add a source: finds its feed, shows what it would post, asks",
        add,
        (
            Arg("address", "url", "Address of the feed or of the news page", required=True),
            Arg("yes", "flag", "Start without asking"),
            Arg("kind", "word", "Kind of source, when it is not a feed", named=True),
        ),
        who="manager",
        example="sources add https://www.gov.uk/search/news-and-communications",
    ),
    Command(
        "sources remove",
        "Take a source from this workspace",
        remove,
        (_SOURCE, Arg("yes", "flag", "Without asking")),
        who="manager",
    ),
    Command("sources pause", "Let a source rest", pause, (_SOURCE,), who="manager"),
    Command("sources resume", "Read a resting source again", resume, (_SOURCE,), who="manager"),
    Command(
        "sources check",
        "Look at sources now and say what is wrong",
        check,
        (
            Arg("source", "source", "Only this one"),
            Arg("all", "flag", "Also the paused ones"),
        ),
        who="manager",
    ),
)
