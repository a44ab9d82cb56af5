"""The archive: editions, stories, measures, dates, search and feeds as pages that need no script."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from aiohttp import web

from bot.model import Edition
from bot.pipeline import jurisdictions, taxonomy
from bot.render import ics, plain
from bot.speech import speech
from bot.storage import archive as shelf
from bot.storage import editions as edition_steps
from bot.storage import news
from bot.storage.archive_names import Names
from bot.storage.news import Wanted
from bot.web import feeds_out, pages
from bot.web.archive_answers import Answers, Archive, Missing
from bot.web.archive_evidence import Texts, proofs
from bot.web.pages import Page, Reader

__all__ = ["Archive", "routes"]

PAGE_STORIES = 20
PAGE_EDITIONS = 30
MOST_QUERY = 200  # characters of a search that are read
MOST_PAGES = news.RANKED_HITS // PAGE_STORIES
FEED_SECONDS = 300
STATIC_SECONDS = 31_536_000  # its address changes with its content


def routes(archive: Archive) -> list[web.RouteDef]:
    """The archive's routes. The last one answers every other address with a page that says so."""
    made = Pages(archive)
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


def _held_reasons(edition: Edition) -> set[str]:
    return {item.held_reason for section in edition.sections for item in section.items}


def _text(request: web.Request, name: str, most: int = MOST_QUERY) -> str:
    return plain.one_line(request.query.get(name, "")[: most * 4])[:most]


class Pages(Answers):
    """A handler for each route."""

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
            found = await self.store.read(shelf.search, query, about, PAGE_STORIES + 1, skip)
            stories = found[:PAGE_STORIES]
            if len(found) > PAGE_STORIES and at < MOST_PAGES:
                older = reader.link("/", **chosen, page=at + 1)
        else:
            listed = await self.store.read(shelf.newest, about, before, PAGE_STORIES)
            stories = listed.stories
            older = reader.link("/", **chosen, before=listed.older) if listed.older else ""
        now = self.archive.clock().timestamp()
        first = before is None and at == 1
        beside = await self.store.read(shelf.front, now, with_editions=self.archive.mode == "local")
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
        return self.html(
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
        found = await self.store.read(shelf.story, request.match_info["story"])
        if found is None:
            raise Missing(say("There is no story under this address. It may have been removed, or never existed."))
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
        return self.html(
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
        apart = self.archive.mode == "public" and await self.store.read(shelf.several_teams)
        before = self._before(request, names)
        listed = shelf.EditionList(())
        if not apart:
            listed = await self.store.read(shelf.edition_list, before, PAGE_EDITIONS)
        page = Page(say("Digests"), "/editions", {"before": request.query.get("before", "") if before else ""})
        older = reader.link("/editions", before=self._after(listed, names)) if listed.older else ""
        return self.html(
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
        found = await self.store.read(shelf.edition, names.back(request.match_info["edition"]))
        if found is None:
            raise Missing(say("There is no digest under this address."))
        row, earlier, later = found
        page = Page(
            f"{plain.one_line(row.edition.title)}, {plain.one_line(row.edition.when)}",
            f"/editions/{names.out(row.edition.id)}",
            about=plain.one_line(row.edition.closing),
            feeds=(("channel", f"/channels/{names.out(row.edition.channel_id)}/feed"),),
        )
        return self.html(
            request,
            "edition.html",
            page,
            reader,
            row=row,
            edition=row.edition,
            # Why stories waited is the channel's own matter, and worth a word only where it is not always the same.
            reasons=self.archive.mode == "local" and len(_held_reasons(row.edition)) > 1,
            earlier=names.out(earlier),
            later=names.out(later),
            channel=names.out(row.edition.channel_id),
        )

    async def measure(self, request: web.Request, reader: Reader) -> web.Response:
        """The timeline of a law or bill."""
        say = speech(reader.locale)
        words = plain.one_line(request.match_info["measure"][:MOST_QUERY])
        name, steps, cards = await self.store.read(shelf.measure, words)
        if not cards:
            raise Missing(say("No story about {measure} yet.", measure=name or words))
        title = pages.measure_name(name, cards)
        page = Page(title, f"/measures/{name}", feeds=(("all", "/feeds/all"),))
        return self.html(request, "measure.html", page, reader, name=name, steps=steps, stories=cards)

    async def dates(self, request: web.Request, reader: Reader) -> web.Response:
        """Dates ahead."""
        say = speech(reader.locale)
        found = await self.store.read(shelf.ahead, self.archive.clock().timestamp())
        return self.html(request, "dates.html", Page(say("Dates ahead"), "/dates"), reader, dates=found)

    async def feeds(self, request: web.Request, reader: Reader) -> web.Response:
        """Which feeds there are."""
        channels = await self.store.read(shelf.followed_channels) if self.archive.mode == "local" else ()
        page = Page(speech(reader.locale)("Feeds"), "/feeds", feeds=(("all", "/feeds/all"),))
        return self.html(request, "feeds.html", page, reader, channels=channels)

    async def channel(self, request: web.Request, reader: Reader) -> web.Response:
        """A channel's digests, and its feeds."""
        say = speech(reader.locale)
        names = await self.names()
        channel_id = names.back(request.match_info["channel"])
        found = await self.store.read(shelf.channel, channel_id) if channel_id else None
        if found is None:
            raise Missing(say("There is no channel under this address."))
        before = self._before(request, names)
        listed = await self.store.read(shelf.edition_list, before, PAGE_EDITIONS, found.id)
        path = f"/channels/{names.out(found.id)}"
        page = Page(
            say("Digests of {channel}", channel=plain.one_line(found.name)) if found.name else say("Digests"),
            path,
            feeds=(("channel", f"{path}/feed"),),
            indexed=False,
        )
        older = reader.link(path, before=self._after(listed, names)) if listed.older else ""
        return self.html(
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
            raise Missing(say("There is no feed under this address. The page “Feeds” lists all of them."))
        listed = await self.store.read(shelf.newest, about, None, feeds_out.MOST)
        chosen = {"topic": about.topic, "jurisdiction": about.jurisdiction}
        return self._feed(request, reader, title, reader.whole("/", **chosen), listed.stories)

    async def channel_feed(self, request: web.Request, reader: Reader) -> web.Response:
        """What one channel was shown."""
        say = speech(reader.locale)
        names = await self.names()
        channel_id = names.back(request.match_info["channel"])
        found = await self.store.read(shelf.channel, channel_id) if channel_id else None
        if found is None:
            raise Missing(say("There is no channel under this address."))
        stories = await self.store.read(shelf.told, found.id, feeds_out.MOST)
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
        return self.answer(request, body, feeds_out.MIME[form], seconds=FEED_SECONDS, modified=modified)

    async def dates_file(self, request: web.Request, reader: Reader) -> web.Response:
        """Dates ahead of all stories as iCalendar."""
        found = await self.store.read(shelf.ahead, self.archive.clock().timestamp())
        return self._calendar(request, reader, found)

    async def channel_dates(self, request: web.Request, reader: Reader) -> web.Response:
        """Dates ahead of the stories one channel was told."""
        names = await self.names()
        channel_id = names.back(request.match_info["channel"])
        found = await self.store.read(shelf.channel, channel_id) if channel_id else None
        if found is None:
            raise Missing(speech(reader.locale)("There is no channel under this address."))
        now = self.archive.clock().timestamp()
        told = await self.store.read(edition_steps.ahead_rows, found, now, shelf.DAYS_AHEAD)
        return self._calendar(request, reader, told)

    def _calendar(self, request: web.Request, reader: Reader, found: tuple[edition_steps.Ahead, ...]) -> web.Response:
        # The stamp is when the newest of them changed, not now: an unchanged calendar has unchanged bytes.
        stamp = datetime.fromtimestamp(int(max((one.updated_at for one in found), default=0.0)), UTC)
        body = ics.calendar(found, stamp, speech(reader.locale)("AI policy: dates ahead"))
        more = {"Content-Disposition": 'inline; filename="dates.ics"'}
        return self.answer(request, body, "text/calendar", seconds=FEED_SECONDS, more=more)

    async def static(self, request: web.Request, reader: Reader) -> web.Response:
        """The style sheet and the icon."""
        name = request.match_info["file"]
        if name not in pages.STATIC:
            raise Missing(speech(reader.locale)("There is no page under this address."))
        return self.answer(request, pages.static(name)[0], pages.STATIC[name], seconds=STATIC_SECONDS)

    async def robots(self, request: web.Request, _reader: Reader) -> web.Response:
        """What search engines may read (RFC 9309): nothing on a private machine, no searches in public."""
        rules = "Disallow: /*?*q=\nDisallow: /channels/\n" if self.archive.mode == "public" else "Disallow: /\n"
        return self.answer(request, f"User-agent: *\n{rules}".encode(), "text/plain")

    async def nothing(self, _request: web.Request, reader: Reader) -> web.Response:
        """Every other address."""
        raise Missing(speech(reader.locale)("There is no page under this address."))
