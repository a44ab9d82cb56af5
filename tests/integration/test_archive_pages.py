"""The archive over HTTP: what its pages say, whom they answer, validators, feeds, and what hostile text becomes."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import aiohttp
import feedparser
import icalendar
import pytest
from aiohttp import ClientSession
from multidict import CIMultiDictProxy
from sqlalchemy import select
from sqlalchemy import text as sql_text

from bot.commands import Services
from bot.metrics import Metrics
from bot.model import (
    Card,
    Coverage,
    Difference,
    Edition,
    EditionItem,
    EditionSection,
    Fact,
    Frame,
    Label,
    Quote,
    Reading,
    Slice,
    Span,
    Workspace,
)
from bot.storage import archive as archive_steps
from bot.storage import editions as edition_steps
from bot.storage import places
from bot.storage.store import Store
from bot.storage.tables import articles
from bot.web import archive
from bot.web.server import Web
from tests.archive_world import CHANNEL, NOW, copied, plain_card, prepare, serving, tell, withdraw
from tests.archive_world import EDITION as EDITION_ID

EDITION = f"/editions/{EDITION_ID}"


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare(tmp_path_factory.mktemp("newsroom"))


@pytest.fixture
def store(newsroom: Path, tmp_path: Path) -> Iterator[Store]:
    with copied(newsroom, tmp_path) as store:
        yield store


@dataclass
class Answer:
    status: int
    headers: CIMultiDictProxy[str]
    text: str


class Site:
    """A browser without a browser."""

    def __init__(self, url: str, session: ClientSession) -> None:
        self.url = url
        self.session = session

    async def get(self, path: str, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.session.get(self.url + path, headers=named) as response:
            return Answer(response.status, response.headers, await response.text())


@pytest.fixture
async def site(store: Store) -> AsyncIterator[Site]:
    async with serving(store) as url, ClientSession() as session:
        yield Site(url, session)


@pytest.fixture
async def public(store: Store) -> AsyncIterator[Site]:
    async with serving(store, "public", "https://policy.example/archive") as url, ClientSession() as session:
        yield Site(url, session)


class Outline(HTMLParser):
    """Headings, links and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


async def story_id(site: Site, words: str) -> str:
    found = await site.get(f"/?q={quote(words)}")
    match = re.search(r'href="/stories/(\d+)"', found.text)
    assert match, words
    return match[1]


# ------------------------------------------------------------------ what pages say


async def test_the_index_lists_stories_dates_digests_and_feeds(site: Site) -> None:
    page = await site.get("/")
    assert page.status == 200
    assert "EU AI Act enters into force, with duties phased in over three years" in page.text
    assert "Washington" not in Outline(page.text).links
    assert "2 Feb 2025" in page.text
    assert EDITION in page.text
    outline = Outline(page.text)
    feeds = {(one["type"], one["href"]) for one in outline.named("link") if one.get("type", "") and "rel" in one}
    assert ("application/atom+xml", "/feeds/all.atom") in feeds
    assert ("application/rss+xml", "/feeds/all.rss") in feeds
    assert ("application/feed+json", "/feeds/all.json") in feeds
    assert [one["lang"] for one in outline.named("html")] == ["en"]
    assert {one["href"] for one in outline.named("link") if one["rel"] == "canonical"} == {site.url + "/"}
    assert outline.headings[0] == 1


async def test_search_finds_and_narrows(site: Site) -> None:
    found = await site.get("/?q=clearview")
    assert "Netherlands fines Clearview AI" in found.text
    assert "Colorado enacts" not in found.text
    assert "noindex" in found.text
    for query in ("topic=biometrics_policing", "stage=enforced&jurisdiction=NL", "jurisdiction=netherlands"):
        page = await site.get("/?" + query)
        assert "Netherlands fines Clearview AI" in page.text, query
        assert "Colorado enacts" not in page.text, query
    both = await site.get("/?q=clearview&jurisdiction=US")
    assert "No story has all of this" in both.text
    assert 'value="clearview"' in both.text
    phrase = await site.get("/?q=" + quote('"first agreement of its kind"'))
    assert "UK and United States sign memorandum" in phrase.text


async def test_a_story_page_has_card_coverage_evidence_and_timeline(site: Site) -> None:
    page = await site.get(f"/stories/{await story_id(site, 'phased in over three years')}")
    text = page.text
    assert "“AI has the potential to change the way we work and live" in text
    assert "Margrethe Vestager" in text
    assert "Summit and Statehouse" in text
    assert "The EU&#39;s AI Act is in force. What applies when" in text
    for heading in ("Facts", "Dates", "Also told by", "Evidence", "Timeline"):
        assert f">{heading}</h2>" in text
    assert "<mark>apply from 2 February 2025</mark>" in text
    assert "#:~:text=Bans%20on%20practices%20such%20as%20social%20scoring%20apply%20from%202%20February%202025." in text
    assert "2 Aug 2026" in text
    assert "/measures/2024/1689" in text
    outline = Outline(text)
    assert outline.headings == sorted(outline.headings, key=lambda level: level > 1)
    assert {one.get("scope") for one in outline.named("th")} == {"col", "row"}


async def test_every_sentence_of_evidence_stands_in_the_article(site: Site, store: Store) -> None:
    rows = store.look(lambda db: db.execute(select(articles.c.title, articles.c.summary, articles.c.body)).all())
    known = " ".join(" ".join(" ".join(part.split()) for part in row) for row in rows)
    seen = 0
    for number in range(1, 11):
        page = await site.get(f"/stories/{number}")
        evidence = page.text.partition('class="evidence"')[2].partition("</ol>")[0]
        for sentence in re.findall(r"<blockquote[^>]*><p>(.*?)</p>", evidence, re.DOTALL):
            words = html.unescape(re.sub(r"</?mark>", "", sentence))
            assert " ".join(words.split()) in known
            seen += 1
    assert seen >= 40


async def test_article_bodies_are_never_shown(public: Site, store: Store) -> None:
    bodies = store.look(lambda db: [row.body for row in db.execute(select(articles.c.body))])
    pages = ["/", EDITION, "/dates", "/feeds/all.rss", "/feeds/all.json", *(f"/stories/{n}" for n in range(1, 11))]
    for path in pages:
        text = (await public.get(path)).text
        for body in bodies:
            for paragraph in body.split("\n\n"):
                if paragraph.count(". ") >= 3:
                    assert paragraph not in text


async def test_an_edition_page_leads_to_its_stories(site: Site) -> None:
    page = await site.get(EDITION)
    assert page.status == 200
    for words in ("AI policy digest", "Monday, 20 January 2025", "Dates ahead", "In force and enforced"):
        assert words in page.text
    assert "9 stories from 4 outlets" in page.text
    assert "this channel takes digests only" not in page.text
    assert len(re.findall(r'<h3 dir="auto"><a href="/stories/\d+">', page.text)) == 9
    assert (await site.get("/editions/slack:C1@1999-01-01")).status == 404
    listed = await site.get("/editions")
    assert EDITION in listed.text


async def test_drafts_are_not_shown(site: Site, store: Store) -> None:
    def draft(db: object) -> None:
        edition_steps.settle(db, EDITION_ID, "draft", None, NOW.timestamp())  # type: ignore[arg-type]

    store.step(draft)
    assert (await site.get(EDITION)).status == 404
    assert EDITION not in (await site.get("/editions")).text


async def test_a_measure_is_found_by_any_of_its_names(site: Site) -> None:
    for name in ("2024/1689", "2024%2F1689", "EU%20AI%20Act", "eu ai act"):
        page = await site.get(f"/measures/{name}")
        assert page.status == 200, name
        assert '<h1 dir="auto">EU AI Act</h1>' in page.text
        assert "EU AI Act enters into force" in page.text
    assert (await site.get("/measures/nothing%20of%20the%20kind")).status == 404


async def test_a_withdrawn_story_says_so_and_repeats_nothing(site: Site, store: Store) -> None:
    number = await story_id(site, "clearview")
    store.step(withdraw, int(number))
    page = await site.get(f"/stories/{number}")
    assert "Withdrawn by its source" in page.text
    assert "noindex" in page.text
    assert "facial recognition" not in page.text.partition("<main")[2]
    assert "Evidence" not in page.text
    listed = await site.get("/")
    assert "Withdrawn by its source" in listed.text


async def test_pages_speak_german_where_labels_do(site: Site) -> None:
    page = await site.get("/stories/1", Accept_Language="de-DE,de;q=0.9")
    assert '<html lang="de">' in page.text
    assert "In Kraft" in page.text
    assert "01.08.2024" in page.text
    for heading in ("Belege", "Verlauf"):
        assert f">{heading}</h2>" in page.text
    assert page.headers["Content-Language"] == "de"
    asked = await site.get("/?lang=de")
    assert '<html lang="de">' in asked.text
    assert "/stories/1?lang=de" in asked.text
    assert (await site.get("/?lang=xx")).text.count('<html lang="en">') == 1


async def test_links_inside_lead_somewhere(site: Site) -> None:
    todo, seen = ["/"], {"/"}
    while todo:
        page = await site.get(todo.pop())
        assert page.status == 200
        if "html" not in page.headers["Content-Type"]:
            continue
        for link in Outline(page.text).links:
            url = urlsplit(urljoin(site.url, link))
            path = url.path + (f"?{url.query}" if url.query else "")
            ours = link.startswith("/") and "lang=" not in path and not re.match(r"/feeds/\w[\w-]*\.", path)
            if ours and path not in seen and len(seen) < 120:
                seen.add(path)
                todo.append(path)
    assert {"/dates.ics", "/feeds", EDITION, f"/channels/{CHANNEL.id}/feed.rss"} <= {
        one.partition("?")[0] for one in seen
    }


# ------------------------------------------------------------------ paging


async def test_pages_of_the_list_go_on_until_the_end_without_repeats(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "PAGE_STORIES", 3)
    path, seen = "/", []
    for _ in range(6):
        page = await site.get(path)
        seen += re.findall(r'<h2 dir="auto"[^>]*><a href="/stories/(\d+)"', page.text)
        older = re.search(r'<a class="on" href="([^"]+)" rel="next"', page.text)
        if not older:
            break
        path = older[1].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 9
    assert "Back to the newest" in page.text


async def test_pages_of_a_search_go_on(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "PAGE_STORIES", 2)
    first = await site.get("/?q=AI")
    assert 'href="/?q=AI&amp;page=2"' in first.text
    second = await site.get("/?q=AI&page=2")
    found = [re.findall(r'<h2 dir="auto"[^>]*><a href="/stories/(\d+)"', one.text) for one in (first, second)]
    assert [len(one) for one in found] == [2, 2]
    assert not set(found[0]) & set(found[1])


# ------------------------------------------------------------------ whom it answers


async def test_a_local_archive_answers_this_machine_only(site: Site) -> None:
    port = urlsplit(site.url).port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}", "aipolicy.localhost"):
        assert (await site.get("/", Host=host)).status == 200, host
    for host in ("policy.example", "127.0.0.1.policy.example", "10.0.0.1", "0.0.0.0", "", "[", "a b"):
        assert (await site.get("/", Host=host)).status in (400, 403), host
    assert (await site.get("/", X_Forwarded_For="198.51.100.7")).status == 403
    assert (await site.get("/feeds/all.rss", Host="policy.example")).status == 403
    assert (await site.get("/healthz", Host="policy.example")).status == 200


async def test_a_public_archive_answers_all_and_hides_channels(public: Site, store: Store) -> None:
    page = await public.get("/", Host="policy.example")
    assert page.status == 200
    assert CHANNEL.id not in page.text
    assert quote(CHANNEL.id, safe="") not in page.text
    link = re.search(r'href="/archive(/editions/[\w-]+)"', page.text)
    assert link
    edition = await public.get(link[1])
    assert "9 stories from 4 outlets" in edition.text
    assert CHANNEL.id not in edition.text
    channel = re.search(r'href="/archive(/channels/[\w-]+)"', edition.text)
    assert channel
    assert channel[1] == store.step(archive_steps.public_path, CHANNEL.id, NOW.timestamp())
    assert "Digests of ai-policy" in (await public.get(channel[1])).text
    assert len(feedparser.parse((await public.get(channel[1] + "/feed.atom")).text).entries) == 9
    for raw in (
        EDITION,
        f"/channels/{CHANNEL.id}",
        f"/channels/{CHANNEL.id}/feed.rss",
        f"/channels/{CHANNEL.id}/dates.ics",
    ):
        assert (await public.get(raw)).status == 404
    assert '<link rel="canonical" href="https://policy.example/archive/">' in page.text


async def test_a_public_archive_without_an_address_of_its_own_takes_the_one_it_was_asked_at(store: Store) -> None:
    async with serving(store, "public") as url, ClientSession() as session:
        site = Site(url, session)
        assert 'href="http://news.example:8080/"' in (await site.get("/", Host="news.example:8080")).text
        for host in ("", "[", "a b"):
            assert (await site.get("/", Host=host)).status == 400


async def test_a_public_archive_of_several_teams_lists_no_digests(public: Site, store: Store) -> None:
    edition = re.search(r'href="/archive(/editions/[\w-]+)"', (await public.get("/")).text)
    assert edition
    store.step(places.ensure, Workspace("discord:9", "discord", "Others"), None, NOW.timestamp())
    assert "/editions/" not in (await public.get("/")).text
    listed = await public.get("/editions")
    assert "Several teams" in listed.text
    assert "/editions/" not in listed.text
    assert (await public.get(edition[1])).status == 200


# ------------------------------------------------------------------ validators


@pytest.mark.parametrize(
    "path", ["/", "/stories/1", "/feeds/all.rss", "/feeds/all.atom", "/feeds/all.json", "/dates.ics"]
)
async def test_what_did_not_change_is_answered_with_304(site: Site, path: str) -> None:
    first = await site.get(path)
    assert first.headers["ETag"].startswith('W/"')
    assert first.headers["Cache-Control"].startswith("private, max-age=")
    assert "Accept-Language" in first.headers["Vary"]
    again = await site.get(path, If_None_Match=first.headers["ETag"])
    assert (again.status, again.text) == (304, "")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert (await site.get(path, If_None_Match='"other", ' + first.headers["ETag"])).status == 304
    assert (await site.get(path, If_None_Match='"other"')).status == 200


async def test_feeds_say_when_they_changed(site: Site, store: Store) -> None:
    first = await site.get("/feeds/all.rss")
    changed = first.headers["Last-Modified"]
    assert changed == "Mon, 20 Jan 2025 08:00:00 GMT"
    assert (await site.get("/feeds/all.rss", If_Modified_Since=changed)).status == 304
    assert (await site.get("/feeds/all.rss", If_Modified_Since="Sun, 19 Jan 2025 08:00:00 GMT")).status == 200
    # A validator that does not match wins over a date that does (RFC 9110).
    both = await site.get("/feeds/all.rss", If_None_Match='"other"', If_Modified_Since=changed)
    assert both.status == 200
    store.step(tell, plain_card("50", "One more story"), NOW.timestamp() + 60)
    later = await site.get("/feeds/all.rss", If_None_Match=first.headers["ETag"], If_Modified_Since=changed)
    assert later.status == 200
    assert "One more story" in later.text


async def test_static_files_may_be_kept_because_their_address_changes(site: Site) -> None:
    page = await site.get("/")
    link = next(one["href"] for one in Outline(page.text).named("link") if one["rel"] == "stylesheet")
    assert link
    style = await site.get(link)
    assert style.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "max-age=31536000" in style.headers["Cache-Control"]
    assert (await site.get("/static/../server.py")).status == 404
    assert (await site.get("/static/%2e%2e%2fserver.py")).status == 404


async def test_pages_allow_no_script_and_no_frame(site: Site) -> None:
    page = await site.get("/stories/1")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "<script" not in page.text
    assert " style=" not in page.text


# ------------------------------------------------------------------ feeds out


async def test_feeds_read_back_as_what_they_are(site: Site) -> None:
    for form, version in (("rss", "rss20"), ("atom", "atom10")):
        answer = await site.get(f"/feeds/all.{form}")
        assert answer.headers["Content-Type"] == f"application/{form}+xml; charset=utf-8"
        feed = feedparser.parse(answer.text.encode(), response_headers={"content-type": answer.headers["Content-Type"]})
        assert not feed.bozo
        assert feed.version == version
        assert feed.feed.title == "AI policy: all stories"
        assert feed.feed.language == "en"
        assert len(feed.entries) == 9
        entry = next(one for one in feed.entries if "EU AI Act enters" in one.title)
        assert entry.link.endswith("/stories/1")
        assert entry.id == site.url + "/stories/1"
        assert entry.published_parsed[:5] == (2024, 8, 1, 7, 30)
        assert "Margrethe Vestager" in entry.summary
        assert "<li>Bans on practices" in entry.summary
        assert {"AI regulation", "Law", "In force", "European Union"} == {tag.term for tag in entry.tags}
        assert {"self"} <= {one.rel for one in feed.feed.links}
    data = await (await site.session.get(site.url + "/feeds/all.json")).json(content_type="application/feed+json")
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["feed_url"] == site.url + "/feeds/all.json"
    assert len({item["id"] for item in data["items"]}) == 9
    item = next(one for one in data["items"] if one["id"].endswith("/stories/1"))
    assert item["external_url"].endswith("/ledger/eu-ai-act-enters-into-force")
    assert item["date_published"] == "2024-08-01T07:30:00+00:00"


async def test_feeds_of_topics_places_and_channels(site: Site) -> None:
    for path, count in (("us", 5), ("US-CA", 1), ("nl", 1), ("biometrics_policing", 1), ("fr", 0)):
        answer = await site.get(f"/feeds/{path}.atom")
        assert answer.status == 200
        feed = feedparser.parse(answer.text)
        assert not feed.bozo
        assert len(feed.entries) == count, path
    for path in ("/feeds/nowhere.rss", "/feeds/all.html", "/feeds/all", "/channels/slack:nobody/feed.rss"):
        assert (await site.get(path)).status == 404, path
    channel = feedparser.parse((await site.get(f"/channels/{CHANNEL.id}/feed.rss")).text)
    assert channel.feed.title == "AI policy: ai-policy"
    assert len(channel.entries) == 9


async def test_calendars_read_back(site: Site) -> None:
    for path in ("/dates.ics", f"/channels/{CHANNEL.id}/dates.ics"):
        answer = await site.get(path)
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        events = icalendar.Calendar.from_ical(answer.text).walk("VEVENT")
        assert {str(event["dtstart"].dt) for event in events} >= {"2025-02-02", "2025-05-15", "2025-08-02"}
    page = await site.get("/dates")
    assert "The comment period ends on 15 May 2025." in page.text


# ------------------------------------------------------------------ bad input


@pytest.mark.parametrize(
    "path",
    [
        "/stories/0", "/stories/-1", "/stories/x", "/stories/99999999999999999999", "/stories/%00", "/stories/1%2f2",
        "/stories/%F0%9F%92%A9", "/stories/١", "/editions/%ff%fe", "/editions/%00", "/measures/%00",
        "/measures/%ED%A0%80", "/channels/%00", "/channels/%ff/feed.rss", "/feeds/%00.rss", "/static/%00",
        "/wp-login.php", "/.env", "/%2e%2e/etc", "/measures/" + "a" * 5000,
    ],
)  # fmt: skip
async def test_addresses_that_lead_nowhere_say_so_kindly(site: Site, path: str) -> None:
    page = await site.get(path)
    assert page.status == 404
    assert "<h1>Not found</h1>" in page.text
    assert "All stories" in page.text
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "query",
    [
        "q=%00", "q=%ED%A0%80", "q=%ff", "q=" + "a" * 3000, "q=" + quote('"') * 50,
        "q=" + quote("NEAR( * ^ : - AND OR"), "q=" + quote("'; DROP TABLE stories; --"), "q=%20%20", "q=!!!", "q=a&q=b",
        "topic=%00&stage=x&instrument=%ff",
        "jurisdiction=%00", "before=x", "before=1~", "before=1~x", "before=" + "9" * 40 + "~1",
        "before=1~" + "9" * 40,
        "before=nan~1", "page=0", "page=-1", "page=99999", "page=%D9%A1", "page=1e9", "lang=%00", "q=a&page=9999",
        "&&&=&=", "q[]=1",
    ],
)  # fmt: skip
async def test_any_query_is_answered(site: Site, query: str) -> None:
    for path in ("/", "/editions", f"/channels/{CHANNEL.id}"):
        assert (await site.get(f"{path}?{query}")).status == 200


async def test_a_database_that_fails_is_said_kindly(site: Site, store: Store) -> None:
    store.step(lambda db: db.execute(sql_text("DROP TABLE dates")))
    page = await site.get("/stories/1")
    assert page.status == 503
    assert "Please try again in a minute." in page.text
    assert page.headers["Retry-After"] == "60"
    assert "dates" not in page.text.partition("<main")[2]


# ------------------------------------------------------------------ text of strangers

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{7*7}}{% raw %}\u202egpj.exe\u2066"


def evil_card() -> Card:
    body = Slice(EVIL, Span(0, len(EVIL)))
    reading = Reading(
        Slice(EVIL, Span(0, len(EVIL)), "title"),
        pull=Quote((body,), EVIL, EVIL),
        facts=(Fact(body), Fact(body, background=True)),
        frame=Frame(
            (Label("<b>", (body,)), Label("US", (body,))), Label(EVIL), Label('"onclick="x'), Label("</title>")
        ),
        language='en" onload="x',
    )
    return Card(
        "66",
        66,
        "javascript:alert(document.cookie)",
        EVIL,
        reading,
        authors=(EVIL,),
        also=(Coverage(EVIL, "data:text/html,<script>x</script>", EVIL), Coverage("b", "JaVaScRiPt:x", "\u202eb")),
        confirmed_by=(EVIL,),
        differs=(Difference(EVIL, (EVIL, "2"), (EVIL,)),),
        updated_at=NOW,
        changes=(EVIL,),
        dossier='x"><script>',
    )


async def test_hostile_text_stays_text(site: Site, store: Store) -> None:
    store.step(tell, evil_card(), NOW.timestamp() + 5, EVIL, topics=" </title> ")
    paths = (
        "/",
        "/stories/66",
        "/measures/" + quote('x"><script>', safe=""),
        "/?q=" + quote(EVIL),
        "/?topic=" + quote(EVIL),
    )
    for path in paths:
        page = await site.get(path)
        assert page.status == 200, path
        outline = Outline(page.text)
        assert not outline.named("script"), path
        assert not [one for _, one in outline.tags for name in one if name.startswith("on")], path
        assert all(urlsplit(link).scheme in ("", "http", "https") for link in outline.links), path
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", page.text), path
        assert "49" not in re.sub(r"\d\d:49|:49|\d49\d*|49\d", "", page.text.partition("<main")[2]) or path == "/", path
        assert "{{7*7}}" in page.text or path.startswith(("/?topic", "/measures")), path
    for form in ("rss", "atom"):
        feed = feedparser.parse((await site.get(f"/feeds/all.{form}")).text)
        assert not feed.bozo
        assert any("{{7*7}}" in entry.title for entry in feed.entries)
    raw = (await site.get("/feeds/all.json")).text
    assert "javascript:" not in raw.lower()


async def test_an_edition_with_hostile_text_stays_text(site: Site, store: Store) -> None:
    item = EditionItem("66", EVIL, "javascript:x", EVIL, EVIL)
    made = Edition(
        EDITION_ID, CHANNEL.id, EVIL, EVIL, ((EVIL, EVIL, "javascript:x"),),
        (EditionSection('"><b>', EVIL, (item,)),), EVIL,
    )  # fmt: skip
    store.step(edition_steps.settle, made.id, "published", made, NOW.timestamp())
    for path in (EDITION, "/editions", f"/channels/{CHANNEL.id}", "/"):
        outline = Outline((await site.get(path)).text)
        assert not outline.named("script")
        assert not [link for link in outline.links if "javascript" in link]


async def test_right_to_left_and_joined_text_stays_whole(site: Site, store: Store) -> None:
    title = "قانون الذكاء الاصطناعي 👩‍⚖️ नियम"
    store.step(tell, plain_card("70", title), NOW.timestamp())
    page = await site.get("/stories/70")
    assert title in page.text
    assert '<h1 dir="auto" lang="en">' in page.text


async def test_head_and_other_methods(site: Site) -> None:
    async with site.session.head(site.url + "/") as response:
        assert response.status == 200
        assert await response.read() == b""
    async with site.session.post(site.url + "/", data="x") as response:
        assert response.status == 405


async def test_without_the_archives_routes_there_are_no_pages(store: Store) -> None:
    web = Web(Services(store, clock=lambda: NOW), Metrics(), host="127.0.0.1", port=0)
    await web.start()
    try:
        async with aiohttp.request("GET", f"http://127.0.0.1:{web.port}/") as response:
            assert response.status == 404
    finally:
        await web.stop()
