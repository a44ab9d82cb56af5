"""Sources by the many: the catalogue that ships, OPML in and out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from bot import catalog
from bot.commands.reading import ended, turns
from bot.commands.spec import Arg, Command, Request
from bot.errors import SourceError, UsageError
from bot.model import Attachment, Button, Buttons, Reply, Source, Table, Words
from bot.pipeline import jurisdictions, redact
from bot.sources import opml
from bot.speech import language_of
from bot.storage import selecting
from bot.storage import sources as steps

CATALOG_PAGE = 15


async def list_catalog(request: Request) -> Reply:
    """The shipped catalogue, whole or by a word; `--add` takes what is shown."""
    words = str(request.args.get("words", "")).strip()
    entries = catalog.search(words)
    if not entries:
        return Reply.say(request.t("The catalogue has nothing for `{words}`.", words=words[:80]), error=True)
    if request.args.get("add"):
        return await _add_entries(request, entries)
    page = int(request.args.get("page", 1))
    part = entries[(page - 1) * CATALOG_PAGE : page * CATALOG_PAGE]
    if not part:
        return ended(request, f"sources catalog {words}".strip())
    rows = tuple(
        (
            entry.id,
            f"{entry.name} ★" if entry.starter else entry.name,
            _place(request, entry.jurisdiction),
            request.t(entry.group.replace("_", " ")),
        )
        for entry in part
    )
    columns = (request.t("Name"), request.t("Source"), request.t("Place"), request.t("Kind"))
    title = request.t.n("{n} source in the catalogue", "{n} sources in the catalogue", len(entries))
    if any(entry.starter for entry in part):
        title += request.t(" (★ in the starter set)")
    buttons = []
    if words:
        buttons.append(Button(request.t("Add These"), f"sources catalog {words} --add"))
    else:
        buttons.append(Button(request.t("Add the Starter Set"), "sources catalog starter --add", style="primary"))
    buttons += turns(request, f"sources catalog {words}".strip(), more=page * CATALOG_PAGE < len(entries))
    return Reply((Table(columns, rows, title, tuple(entry.url for entry in part)), Buttons(tuple(buttons))))


def _place(request: Request, code: str) -> str:
    """A place of the catalogue in words: `US`, `US-*` (its states), `X-GLOBAL`, `X-W3C` (a body without a place)."""
    language = language_of(request.locale)
    if code.endswith("-*"):
        return request.t("{country}, its states", country=jurisdictions.name(code[:-2], language))
    return jurisdictions.name(code, language).removeprefix("X-")


async def _add_entries(request: Request, entries: Sequence[catalog.CatalogEntry]) -> Reply:
    if request.person.role != "manager":
        return Reply.say(request.t("Only managers of this workspace may add sources."), error=True)
    chosen = [entry.source() for entry in entries]
    added = await _choose_all(request, chosen)
    return Reply.say(_added(request, added, len(chosen) - added))


def _added(request: Request, added: int, known: int) -> str:
    words = request.t.n("{n} source was added.", "{n} sources were added.", added)
    if known:
        words += " " + request.t.n("{n} was there already.", "{n} were there already.", known)
    return words


async def _choose_all(request: Request, chosen: Sequence[Source]) -> int:
    limit = request.services.limits.get("sources", 500)
    mine = {one.source.url for one in await request.services.store.read(steps.chosen, request.workspace.id)}
    have, fresh_ones = len(mine), [source for source in chosen if source.url not in mine]
    if have + len(fresh_ones) > limit:
        raise UsageError(
            request.t("That would make {n} sources; {limit} is the most.", n=have + len(fresh_ones), limit=limit)
        )
    now = request.now.timestamp()
    added = 0
    for source in chosen:
        _, fresh = await request.services.store.run(selecting.choose, request.workspace.id, source, request.person, now)
        added += fresh
    request.services.wake()
    return added


async def export(request: Request) -> Reply:
    """The sources as OPML, for any feed reader."""
    mine = await request.services.store.read(steps.chosen, request.workspace.id)
    return Reply(
        (
            Words(request.t.n("{n} source.", "{n} sources.", len(mine))),
            Attachment("aipolicy-sources.opml", "text/x-opml", as_opml(request, mine)),
        )
    )


def as_opml(request: Request, listed: Iterable[steps.Chosen]) -> bytes:
    """Sources as OPML; an address may hold a key, which only managers see."""
    manager = request.person.role == "manager"
    named = [
        (one.source if manager else replace(one.source, url=redact.address(one.source.url)), one.name) for one in listed
    ]
    return opml.write(named, request.t("AI policy sources"))


async def import_(request: Request) -> Reply:
    """Take the feeds of an OPML file: its text, or the address it can be fetched from."""
    given = str(request.args["file"]).strip()
    if given.startswith(("http://", "https://")):
        try:
            data = (await request.services.door.get(given, accept="text/x-opml, application/xml, */*")).body
        except SourceError as error:
            return Reply.say(request.t.again(str(error)), error=True)
    elif request.door == "console" and not given.startswith("<"):
        data = await asyncio.to_thread(_file, request, given)
    else:
        data = given.encode()
    found = opml.read(data)
    if not found:
        raise UsageError(request.t("There is no feed in that file. OPML lists feeds as outlines with an xmlUrl."))
    added = await _choose_all(request, found)
    return Reply.say(_added(request, added, len(found) - added))


def _file(request: Request, name: str) -> bytes:
    """A file beside the terminal; people on Slack and Discord have no files here."""
    try:
        return Path(name).expanduser().read_bytes()
    except OSError as error:
        raise UsageError(
            request.t("{name} cannot be read: {why}.", name=name[:200], why=request.t.again(error.strerror or ""))
        ) from error


STOCKING = (
    Command(
        "sources catalog",
        "The sources that ship with the bot",
        list_catalog,
        (
            Arg("words", "text", "Words, a place, a kind, or `starter`"),
            Arg("add", "flag", "Add all that fit"),
            Arg("page", "count", "Which page", most=100, named=True),
        ),
        example="sources catalog EU",
    ),
    Command("sources export", "The sources as an OPML file", export),
    Command(
        "sources import",
        "Add the feeds of an OPML file",
        import_,
        (Arg("file", "text", "The file's address, its text, or on the terminal its name", required=True),),
        who="manager",
    ),
)
