"""The archive: editions, stories, measures, dates, search and feeds as pages that need no script."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

import structlog
from aiohttp import ETag, hdrs, web

from bot.errors import StorageError
from bot.model import Edition
from bot.pipeline import jurisdictions, taxonomy
from bot.render import ics, plain
from bot.speech import LOCALES, speech
from bot.storage import archive as shelf
from bot.storage import editions as edition_steps
from bot.storage import news
from bot.storage.archive_names import Names, fresh_key
from bot.storage.news import Wanted
from bot.storage.store import Store
from bot.web import feeds_out, pages
from bot.web.archive_evidence import Texts, proofs
from bot.web.pages import Page, Reader

log = structlog.get_logger()

PAGE_STORIES = 20
PAGE_EDITIONS = 30
MOST_QUERY = 200  # characters of a search that are read
MOST_PAGES = news.RANKED_HITS // PAGE_STORIES
PAGE_SECONDS = 60  # how long others may keep a public page
FEED_SECONDS = 300
STATIC_SECONDS = 31_536_000  # its address changes with its content

_HOST = re.compile(r"([\w.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?", re.ASCII)
Handler = Callable[[web.Request, Reader], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True)
class Archive:
    """What the archive needs; put together in app.py. `public_url` is the address it is reached at from outside."""

    store: Store
    clock: Callable[[], datetime]
    mode: Literal["local", "public"]
    public_url: str = ""


def routes(archive: Archive) -> list[web.RouteDef]:
    """The archive's routes. The last one answers every other address with a page that says so."""
    made = _Pages(archive)
    return [
        web.get("/", made.page(made.index)),
        web.get("/stories/{story}", made.page(made.story)),
        web.get("/editions", made.page(made.editions)),
        web.get("/editions/{edition}", made.page(made.edition)),
        web.get("/measures/{measure:.+}", made.page(made.measure)),
        web.get("/dates", made.page(made.dates)),
        web.get("/dates.ics", made.page(made.dates_file)),
        web.get("/feeds", made.page(made.feeds)),
        web.get(r"/feeds/{name}.{form:rss|atom|json}", made.page(made.feed)),
        web.get("/channels/{channel}", made.page(made.channel)),
        web.get(r"/channels/{channel}/feed.{form:rss|atom|json}", made.page(made.channel_feed)),
        web.get("/channels/{channel}/dates.ics", made.page(made.channel_dates)),
        web.get("/static/{file}", made.page(made.static)),
        web.get("/robots.txt", made.page(made.robots)),
        web.get("/{other:.*}", made.page(made.nothing)),
    ]


class _Missing(Exception):
    """There is no such page; the text says what was looked for."""


def _is_here(request: web.Request) -> bool:
    """Whether a request comes from this machine itself: not forwarded, and asked for under a name of this machine.

    The name matters: a page elsewhere can point a host name of its own to 127.0.0.1 and read what it shows.
    """
    if any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "X-Real-IP")):
        return False
    try:
        peer = ipaddress.ip_address((request.remote or "").partition("%")[0])
        host = (urlsplit(f"//{request.host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    peer = getattr(peer, "ipv4_mapped", None) or peer
    try:
        named = host == "localhost" or host.endswith(".localhost") or ipaddress.ip_address(host).is_loopback
    except ValueError:
        named = False
    return bool(peer.is_loopback) and named


def _held_reasons(edition: Edition) -> set[str]:
    return {item.held_reason for section in edition.sections for item in section.items}


def _text(request: web.Request, name: str, most: int = MOST_QUERY) -> str:
    return plain.one_line(request.query.get(name, "")[: most * 4])[:most]


class _Pages:
    """The handlers, with what they share."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._store = archive.store
        self._names: Names | None = Names() if archive.mode == "local" else None
        self._root = urlsplit(archive.public_url).path.rstrip("/") if archive.mode == "public" else ""

    # ------------------------------------------------------------------ around every page

    def page(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
        """A handler with what all have in common: who may read, the language, friendly failures, validators."""

        async def answer(request: web.Request) -> web.Response:
            if self._archive.mode == "local" and not _is_here(request):
                say = speech(pages.language(request.headers.get(hdrs.ACCEPT_LANGUAGE, "")))
                return web.Response(status=403, text=say("This archive answers only on the machine it runs on."))
            reader = self._reader(request)
            try:
                return await handler(request, reader)
            except _Missing as missing:
                return self._message(reader, 404, speech(reader.locale)("Not found"), str(missing))
            except StorageError as error:
                log.warning("archive", outcome="failed", path=request.path, reason=str(error))
                say = speech(reader.locale)
                words = say("The archive cannot be read just now. Please try again in a minute.")
                return self._message(reader, 503, say("Not available"), words)

        return answer

    def _reader(self, request: web.Request) -> Reader:
        asked = request.query.get("lang", "")
        locale = asked if asked in LOCALES else pages.language(request.headers.get(hdrs.ACCEPT_LANGUAGE, ""))
        if self._archive.mode == "public" and self._archive.public_url:
            base = self._archive.public_url.rstrip("/")
        else:
            if not _HOST.fullmatch(request.host):
                raise web.HTTPBadRequest
            base = str(request.url.origin())
        return Reader(locale, asked in LOCALES, self._root, base)

    async def names(self) -> Names:
        """What channels and editions are called in addresses."""
        if self._names is None:
            key = await self._store.run(shelf.key, fresh_key(), self._archive.clock().timestamp())
            self._names = Names(key)
        return self._names

    def _message(self, reader: Reader, status: int, title: str, words: str) -> web.Response:
        html = pages.render("message.html", Page(title, "", indexed=False), reader, text=words, status=status)
        response = web.Response(status=status, text=html, content_type="text/html")
        response.headers[hdrs.CACHE_CONTROL] = "no-store"
        if status == 503:
            response.headers[hdrs.RETRY_AFTER] = "60"
        return response

    def _answer(
        self,
        request: web.Request,
        body: bytes,
        mime: str,
        *,
        seconds: int = PAGE_SECONDS,
        modified: datetime | None = None,
        more: Mapping[str, str] | None = None,
    ) -> web.Response:
        """A 200, or a 304 when the reader has the same already (RFC 9110, section 13.2.2)."""
        # Weak: the same page may leave compressed or not.
        tag = hashlib.blake2b(body, digest_size=12).hexdigest()
        if request.if_none_match:
            same = any(one.value in (tag, "*") for one in request.if_none_match)
        else:
            since = request.if_modified_since
            same = modified is not None and since is not None and modified.replace(microsecond=0) <= since
        text = mime.startswith("text/") or mime.endswith(("+xml", "json"))
        response = web.Response(status=304) if same else web.Response(body=body)
        if not same:
            response.headers[hdrs.CONTENT_TYPE] = f"{mime}; charset=utf-8" if text else mime
            response.enable_compression()
        response.etag = ETag(tag, is_weak=True)
        if modified is not None:
            response.last_modified = modified
        shared = "public" if self._archive.mode == "public" else "private"
        response.headers[hdrs.CACHE_CONTROL] = f"{shared}, max-age={seconds}"
        response.headers[hdrs.VARY] = "Accept-Language, Accept-Encoding"
        response.headers.update(more or {})
        return response

    def _html(self, request: web.Request, template: str, page: Page, reader: Reader, **values: object) -> web.Response:
        html = pages.render(template, page, reader, **values)
        return self._answer(
            request, html.encode("utf-8", "replace"), "text/html", more={"Content-Language": reader.locale}
        )

    # ------------------------------------------------------------------ pages

    async def index(self, request: web.Request, reader: Reader) -> web.Response:
        """Newest stories, or those a search finds."""
        say = speech(reader.locale)
        query = _text(request, "q")
        about = Wanted(
            topic=taxonomy.resolve(_text(request, "topic", 60), taxonomy.TOPICS) or "",
            jurisdiction=jurisdictions.resolve(_text(request, "jurisdiction", 60)) or "",
            stage=taxonomy.resolve(_text(request, "stage", 60), taxonomy.STAGES) or "",
            instrument=taxonomy.resolve(_text(request, "instrument", 60), taxonomy.INSTRUMENTS) or "",
        )
        chosen = {
            "q": query,
            "topic": about.topic,
            "jurisdiction": about.jurisdiction,
            "stage": about.stage,
            "instrument": about.instrument,
        }
        before = shelf.cursor(request.query.get("before", ""))
        number = request.query.get("page", "1")
        at = min(int(number), MOST_PAGES) if re.fullmatch(r"[1-9]\d{0,3}", number, re.ASCII) else 1
        older = ""
        if news.terms(query):
            skip = (at - 1) * PAGE_STORIES
            found = await self._store.read(shelf.search, query, about, PAGE_STORIES + 1, skip)
            stories = found[:PAGE_STORIES]
            if len(found) > PAGE_STORIES and at < MOST_PAGES:
                older = reader.link("/", **chosen, page=at + 1)
        else:
            listed = await self._store.read(shelf.newest, about, before, PAGE_STORIES)
            stories = listed.stories
            older = reader.link("/", **chosen, before=listed.older) if listed.older else ""
        now = self._archive.clock().timestamp()
        first = before is None and at == 1
        beside = await self._store.read(shelf.front, now, with_editions=self._archive.mode == "local")
        names = await self.names()
        searched = any(chosen.values())
        page = Page(
            say("Search") if searched else say("AI policy archive"),
            "/",
            {**{name: value for name, value in chosen.items() if value}, "before": before or ""},
            say("AI policy news, one card per story, with the sentences that prove it."),
            (self._feed_for(about), *((("all stories", "/feeds/all"),) if searched else ())),
            indexed=not query,
        )
        return self._html(
            request,
            "index.html",
            page,
            reader,
            stories=[one.card for one in stories],
            chosen=chosen,
            searched=searched,
            first=first,
            older=older,
            beside=beside,
            name_of=names.out,
        )

    @staticmethod
    def _feed_for(about: Wanted) -> tuple[str, str]:
        name = about.topic or about.jurisdiction.lower() or "all"
        return (name, f"/feeds/{name}")

    async def story(self, request: web.Request, reader: Reader) -> web.Response:
        """One story."""
        say = speech(reader.locale)
        found = await self._store.read(shelf.story, request.match_info["story"])
        if found is None:
            raise _Missing(say("There is no story under this address. It may have been removed, or never existed."))
        card = found.card
        texts = Texts(card.reading.headline.text, found.summary, found.body)
        evidence = () if card.withdrawn else proofs(card, texts, say, reader.locale)
        about = plain.shorten(plain.quote_text(card.reading.pull), 200) if card.reading.pull else ""
        page = Page(
            plain.one_line(card.reading.headline.text),
            f"/stories/{card.story_id}",
            about=about,
            feeds=(("all", "/feeds/all"),),
            indexed=not card.withdrawn,
        )
        moved = {(one.kind, one.on_date): one.moved_from for one in found.dates if one.moved_from}
        return self._html(
            request,
            "story.html",
            page,
            reader,
            card=card,
            dates=sorted(card.reading.dates_ahead, key=lambda one: one.on),
            moved=moved,
            steps=found.steps,
            measure=pages.measure_name(card.dossier, (card,)),
            evidence=evidence,
        )

    async def editions(self, request: web.Request, reader: Reader) -> web.Response:
        """Every edition, newest first, where one team uses the bot."""
        say = speech(reader.locale)
        names = await self.names()
        apart = self._archive.mode == "public" and await self._store.read(shelf.several_teams)
        before = self._before(request, names)
        listed = shelf.EditionList(())
        if not apart:
            listed = await self._store.read(shelf.edition_list, before, PAGE_EDITIONS)
        page = Page(say("Digests"), "/editions", {"before": request.query.get("before", "") if before else ""})
        older = reader.link("/editions", before=self._after(listed, names)) if listed.older else ""
        return self._html(
            request,
            "editions.html",
            page,
            reader,
            editions=listed.editions,
            first=before is None,
            older=older,
            name_of=names.out,
            channel="",
            apart=apart,
        )

    @staticmethod
    def _before(request: web.Request, names: Names) -> shelf.Cursor | None:
        asked = shelf.cursor(request.query.get("before", ""))
        id = names.back(asked.id) if asked else ""
        return shelf.Cursor(asked.at, id) if asked and id else None

    @staticmethod
    def _after(listed: shelf.EditionList, names: Names) -> str:
        return str(shelf.Cursor(listed.older.at, names.out(listed.older.id))) if listed.older else ""

    async def edition(self, request: web.Request, reader: Reader) -> web.Response:
        """One edition."""
        say = speech(reader.locale)
        names = await self.names()
        found = await self._store.read(shelf.edition, names.back(request.match_info["edition"]))
        if found is None:
            raise _Missing(say("There is no digest under this address."))
        row, earlier, later = found
        page = Page(
            f"{plain.one_line(row.edition.title)}, {plain.one_line(row.edition.when)}",
            f"/editions/{names.out(row.edition.id)}",
            about=plain.one_line(row.edition.closing),
            feeds=(("channel", f"/channels/{names.out(row.edition.channel_id)}/feed"),),
        )
        return self._html(
            request,
            "edition.html",
            page,
            reader,
            row=row,
            edition=row.edition,
            # Why stories waited is the channel's own matter, and worth a word only where it is not always the same.
            reasons=self._archive.mode == "local" and len(_held_reasons(row.edition)) > 1,
            earlier=names.out(earlier),
            later=names.out(later),
            channel=names.out(row.edition.channel_id),
        )

    async def measure(self, request: web.Request, reader: Reader) -> web.Response:
        """The timeline of a law or bill."""
        say = speech(reader.locale)
        words = plain.one_line(request.match_info["measure"][:MOST_QUERY])
        name, steps, cards = await self._store.read(shelf.measure, words)
        if not cards:
            raise _Missing(say("No story about {measure} yet.", measure=name or words))
        title = pages.measure_name(name, cards)
        page = Page(title, f"/measures/{name}", feeds=(("all", "/feeds/all"),))
        return self._html(request, "measure.html", page, reader, name=name, steps=steps, stories=cards)

    async def dates(self, request: web.Request, reader: Reader) -> web.Response:
        """Dates ahead."""
        say = speech(reader.locale)
        found = await self._store.read(shelf.ahead, self._archive.clock().timestamp())
        return self._html(request, "dates.html", Page(say("Dates ahead"), "/dates"), reader, dates=found)

    async def feeds(self, request: web.Request, reader: Reader) -> web.Response:
        """Which feeds there are."""
        channels = await self._store.read(shelf.followed_channels) if self._archive.mode == "local" else ()
        page = Page(speech(reader.locale)("Feeds"), "/feeds", feeds=(("all", "/feeds/all"),))
        return self._html(request, "feeds.html", page, reader, channels=channels)

    async def channel(self, request: web.Request, reader: Reader) -> web.Response:
        """A channel's digests, and its feeds."""
        say = speech(reader.locale)
        names = await self.names()
        channel_id = names.back(request.match_info["channel"])
        found = await self._store.read(shelf.channel, channel_id) if channel_id else None
        if found is None:
            raise _Missing(say("There is no channel under this address."))
        before = self._before(request, names)
        listed = await self._store.read(shelf.edition_list, before, PAGE_EDITIONS, found.id)
        path = f"/channels/{names.out(found.id)}"
        page = Page(
            say("Digests of {channel}", channel=plain.one_line(found.name)) if found.name else say("Digests"),
            path,
            feeds=(("channel", f"{path}/feed"),),
            indexed=False,
        )
        older = reader.link(path, before=self._after(listed, names)) if listed.older else ""
        return self._html(
            request,
            "editions.html",
            page,
            reader,
            editions=listed.editions,
            first=before is None,
            older=older,
            name_of=names.out,
            channel=names.out(found.id),
            apart=False,
        )

    # ------------------------------------------------------------------ feeds and files

    async def feed(self, request: web.Request, reader: Reader) -> web.Response:
        """Stories of a topic, a place, or all."""
        say = speech(reader.locale)
        name = request.match_info["name"].lower()
        if name in taxonomy.TOPICS:
            about, title = Wanted(topic=name), taxonomy.label(name, reader.locale)
        elif jurisdictions.known(name.upper()):
            about, title = Wanted(jurisdiction=name.upper()), jurisdictions.name(name.upper(), reader.locale)
        elif name == "all":
            about, title = Wanted(), say("all stories")
        else:
            raise _Missing(say("There is no feed under this address. The page “Feeds” lists all of them."))
        listed = await self._store.read(shelf.newest, about, None, feeds_out.MOST)
        chosen = {"topic": about.topic, "jurisdiction": about.jurisdiction}
        return self._feed(request, reader, title, reader.whole("/", **chosen), listed.stories)

    async def channel_feed(self, request: web.Request, reader: Reader) -> web.Response:
        """What one channel was shown."""
        say = speech(reader.locale)
        names = await self.names()
        channel_id = names.back(request.match_info["channel"])
        found = await self._store.read(shelf.channel, channel_id) if channel_id else None
        if found is None:
            raise _Missing(say("There is no channel under this address."))
        stories = await self._store.read(shelf.told, found.id, feeds_out.MOST)
        page = reader.whole(f"/channels/{names.out(found.id)}")
        return self._feed(request, reader, plain.one_line(found.name) or say("this channel"), page, stories)

    def _feed(
        self, request: web.Request, reader: Reader, title: str, page: str, stories: tuple[shelf.Listed, ...]
    ) -> web.Response:
        say = speech(reader.locale)
        form = request.match_info["form"]
        path = request.rel_url.path
        feed = feeds_out.Feed(
            title=say("AI policy: {name}", name=title),
            about=say("AI policy news, one card per story, with the sentences that prove it."),
            page=page,
            url=reader.whole(path, lang=reader.locale if reader.asked else ""),
            language=reader.locale,
            stories=stories,
            story_url=lambda story_id: reader.whole(f"/stories/{story_id}"),
        )
        body = feeds_out.write(feed, form, say)
        modified = feeds_out.modified(stories)
        return self._answer(request, body, feeds_out.MIME[form], seconds=FEED_SECONDS, modified=modified)

    async def dates_file(self, request: web.Request, reader: Reader) -> web.Response:
        """Dates ahead of all stories as iCalendar."""
        found = await self._store.read(shelf.ahead, self._archive.clock().timestamp())
        return self._calendar(request, reader, found)

    async def channel_dates(self, request: web.Request, reader: Reader) -> web.Response:
        """Dates ahead of the stories one channel was told."""
        names = await self.names()
        channel_id = names.back(request.match_info["channel"])
        found = await self._store.read(shelf.channel, channel_id) if channel_id else None
        if found is None:
            raise _Missing(speech(reader.locale)("There is no channel under this address."))
        now = self._archive.clock().timestamp()
        told = await self._store.read(edition_steps.ahead_rows, found, now, shelf.DAYS_AHEAD)
        return self._calendar(request, reader, told)

    def _calendar(self, request: web.Request, reader: Reader, found: tuple[edition_steps.Ahead, ...]) -> web.Response:
        # The stamp is when the newest of them changed, not now: an unchanged calendar has unchanged bytes.
        stamp = datetime.fromtimestamp(int(max((one.updated_at for one in found), default=0.0)), UTC)
        body = ics.calendar(found, stamp, speech(reader.locale)("AI policy: dates ahead"))
        more = {"Content-Disposition": 'inline; filename="dates.ics"'}
        return self._answer(request, body, "text/calendar", seconds=FEED_SECONDS, more=more)

    async def static(self, request: web.Request, reader: Reader) -> web.Response:
        """The style sheet and the icon."""
        name = request.match_info["file"]
        if name not in pages.STATIC:
            raise _Missing(speech(reader.locale)("There is no page under this address."))
        return self._answer(request, pages.static(name)[0], pages.STATIC[name], seconds=STATIC_SECONDS)

    async def robots(self, request: web.Request, _reader: Reader) -> web.Response:
        """What search engines may read (RFC 9309): nothing on a private machine, no searches in public."""
        rules = "Disallow: /*?*q=\nDisallow: /channels/\n" if self._archive.mode == "public" else "Disallow: /\n"
        return self._answer(request, f"User-agent: *\n{rules}".encode(), "text/plain")

    async def nothing(self, _request: web.Request, reader: Reader) -> web.Response:
        """Every other address."""
        raise _Missing(speech(reader.locale)("There is no page under this address."))
