"""Bylines, dates, titles and bodies of pages, one rule at a time; and pages meant to break the reader."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model import Article
from bot.sources import article, page, page_authors, page_date, page_title

URL = "https://n.example/x"

BYLINES = [
    ("By Jane Doe", ["Jane Doe"]),
    ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
    ("By JANE DOE FOR THE DAILY COURANT", ["Jane Doe"]),
    ("Jane Doe, Political Editor", ["Jane Doe"]),
    ("Jane Doe Senior Reporter", ["Jane Doe"]),
    ("Chief Political Correspondent Jane Doe", ["Jane Doe"]),
    ("Doe, Jane", ["Jane Doe"]),
    ("Jane Doe, John Roe & Ana de la Cruz", ["Jane Doe", "John Roe", "Ana de la Cruz"]),
    ("Von Katrin Böhme, Berlin", ["Katrin Böhme"]),
    ("Par Claire Morel et Hugo Lambert", ["Claire Morel", "Hugo Lambert"]),
    ("Jane Doe, Associated Press", ["Jane Doe"]),
    ("Associated Press", ["Associated Press"]),
    ("Jane Doe | Reuters", ["Jane Doe"]),
    ("Jane O’Neill in Brussels", ["Jane O’Neill"]),
    ("Mary-Ann St. John", ["Mary-Ann St. John"]),
    ("Story by Jane Doe, photos by John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe (jane@example.org)", ["Jane Doe"]),
    ("By Richard (R.J.) Stone", ["Richard (R.J.) Stone"]),
    ("Maria “Mimi” Lopez and John Roe", ["Maria “Mimi” Lopez", "John Roe"]),
    ("More from Jane Doe", ["Jane Doe"]),
    ("View all articles by Jane Doe", ["Jane Doe"]),
    ("Jane Doe | Palma del Mar | 08/01/2014", ["Jane Doe"]),
    ("Reuters | Jane Doe", ["Jane Doe"]),
    ("Jane Doe, MA WellNews Health Desk", ["Jane Doe"]),
    ("JD Marsh", ["JD Marsh"]),
    ("Jane Doe WXYZ Executive Editor", ["Jane Doe"]),
    ("https://facebook.example/janedoe", []),
    ("admin", []),
    ("Newsroom Staff", []),
    ("", []),
]


@pytest.mark.parametrize(("raw", "expected"), BYLINES)
def test_names_of_a_byline(raw: str, expected: list[str]) -> None:
    assert page_authors.names(raw) == expected


DATES = [
    ("2024-04-02T22:15:00-05:00", "2024-04-02T22:15:00-05:00"),
    ("2024-04-02", "2024-04-02T00:00:00+00:00"),
    ("20240402", "2024-04-02T00:00:00+00:00"),
    ("1712055600", "2024-04-02T11:00:00+00:00"),
    ("1712055600000", "2024-04-02T11:00:00+00:00"),
    ("Tue, 02 Apr 2024 11:00:00 GMT", "2024-04-02T11:00:00+00:00"),
    ("April 2, 2024 6:02 PM EDT", "2024-04-02T18:02:00-04:00"),
    ("Updated 2 April 2024", "2024-04-02T00:00:00+00:00"),
    ("08:11, 19 July 2024", "2024-07-19T08:11:00+00:00"),
    ("2. April 2024, 18:42 Uhr", "2024-04-02T18:42:00+00:00"),
    ("1er avril 2024", "2024-04-01T00:00:00+00:00"),
    ("14 de mayo de 2025", "2025-05-14T00:00:00+00:00"),
    ("Sept. 5, 2024", "2024-09-05T00:00:00+00:00"),
    ("23.05.2024", "2024-05-23T00:00:00+00:00"),
]


@pytest.mark.parametrize(("raw", "expected"), DATES)
def test_dates(raw: str, expected: str) -> None:
    moment = page_date.parse(raw)
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize(
    "raw", ["", "soon", "32 May 2024", "2024-13-45", "99/99/9999", "0", "May", "12:30", "9" * 13, "Marble 3, 2024"]
)
def test_no_dates(raw: str) -> None:
    assert page_date.parse(raw) is None


def test_the_order_of_day_and_month_depends_on_the_country() -> None:
    american = page_date.parse("03/04/2024", month_first=True)
    british = page_date.parse("03/04/2024")
    assert american is not None
    assert british is not None
    assert (american.month, american.day) == (3, 4)
    assert (british.month, british.day) == (4, 3)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://n.example/2024/04/02/story", "2024-04-02"),
        ("https://n.example/news/2024/may/07/story", "2024-05-07"),
        ("https://n.example/a-20240402-b", "2024-04-02"),
        ("https://n.example/story-2024", None),
        ("https://n.example/2024/13/45/story", None),
    ],
)
def test_date_in_the_address(url: str, expected: str | None) -> None:
    found = page_date.from_url(url)
    assert (found.date().isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bill passes | The Example Times", "Bill passes"),
        ("Bill passes - The Example Times", "Bill passes"),
        ("The Example Times: Bill passes", "The Example Times: Bill passes"),
        ("The Example Times | Bill passes", "Bill passes"),
        ("Bill passes » Politics » The Example Times", "Bill passes » Politics"),
        ("AI - a risk", "AI - a risk"),
        ("Bill passes — exampletimes.com", "Bill passes"),
    ],
)
def test_title_without_its_outlet(title: str, expected: str) -> None:
    assert page_title.without_outlet(title, ("The Example Times", "exampletimes.com", "exampletimes")) == expected


def made(head: str, body: str) -> page.Page:
    prose = "<p>" + "The committee heard the regulator for two hours on Monday. " * 12 + "</p>"
    return page.read(f"<html><head>{head}</head><body>{body}{prose}</body></html>".encode(), URL)


@pytest.mark.parametrize(
    ("head", "heading", "expected"),
    [
        (
            "<title>Port cities ask for sensor rules » Local » Coast Daily</title>",
            "<h1><span>Port cities ask for sensor rules</span><a href='/'>Coast Daily North</a></h1>",
            "Port cities ask for sensor rules",
        ),
        (
            "<title>人工智能法案今日通过审议 - 示例网 - 两岸</title>",
            "<h1>人工智能法案今日通过审议</h1>",
            "人工智能法案今日通过审议",
        ),
        (
            "<title>新しい規制案を議会に提出 ：例新聞</title>",
            "<h1><span>新しい規制案を議会に提出</span><br><span>編集委員 山田太郎</span></h1>",
            "新しい規制案を議会に提出",
        ),
        (
            "<title>Deepfakes in court: judges ask for a new test of proof - Example Law</title>"
            "<meta property='og:title' content='judges ask for a new test of proof'>",
            "<h1>Deepfakes in court: judges ask for a new test of proof</h1>",
            "Deepfakes in court: judges ask for a new test of proof",
        ),
        (
            "<title>Judges ask for a new test of proof - Example Law</title>",
            "<h1><em>Analysis</em> Judges ask for a new test of proof</h1>",
            "Judges ask for a new test of proof",
        ),
    ],
)
def test_the_part_of_a_heading_that_is_the_headline(head: str, heading: str, expected: str) -> None:
    assert made(head, heading).title == expected


HEADING = "<title>Ministers sign a pact on chips</title>"


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Feb. 23, 2015 -- Ministers signed a pact.", "2015-02-23"),
        ("OTTAWA, March 3, 2024 /PressWire/ -- Ministers signed a pact.", "2024-03-03"),
        ("BERLIN, 3 March 2024 – Ministers signed a pact.", "2024-03-03"),
        ("Ministers signed a pact that ends on March 3, 2024, and renews itself.", None),
    ],
)
def test_the_date_a_report_opens_with(opening: str, expected: str | None) -> None:
    long = opening + " They had talked for a year about who may buy the machines and who may not, they said."
    moment = made(HEADING, f"<h1>Topics</h1><h2>Ministers sign a pact on chips</h2><p>{long}</p>").published
    assert (moment.date().isoformat() if moment else None) == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<meta name='twitter:creator' content='@courant'>", "", ()),
        ("<meta name='twitter:creator' content='Jane Doe'>", "", ("Jane Doe",)),
        ("", "<div class=sidebar>The author: <a rel=author href=/x>Jane Doe</a></div>", ("Jane Doe",)),
        ("", "<div class=sidebar><a rel=author>Jane Doe</a><a rel=author>John Roe</a></div>", ()),
    ],
)
def test_who_signs_where_no_byline_stands(head: str, body: str, expected: tuple[str, ...]) -> None:
    assert made(HEADING + head, "<h1>Ministers sign a pact on chips</h1>" + body).authors == expected


@pytest.mark.parametrize("name", ["publishdate", "pub_date"])
def test_names_of_the_date_in_meta_tags(name: str) -> None:
    moment = made(f"{HEADING}<meta name={name} content='2024-05-29 09:49'>", "").published
    assert moment is not None
    assert moment.date().isoformat() == "2024-05-29"


READERS: dict[str, Callable[[str], object]] = {
    "outlet cut": lambda text: page_title.without_outlet(text, ("The Courant",)),
    "outlet found": lambda text: page_title.outlet_in(text, "courant.example"),
    "byline": page_authors.names,
    "date": page_date.parse,
    "address": page_date.from_url,
    "separator": lambda text: page_title._SEPARATOR.search(text),
    "split": lambda text: page_authors._SPLIT.search(text),
    "cut": lambda text: page_authors._CUT.search(text),
    "prefix": lambda text: page_authors._PREFIX.search(text),
    "dateline": lambda text: page_date._DATELINE.search(text),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", [" ", "\t", "\u00a0", "a", "A ", "1", "- ", "By ", "by\n", "A, ", "a@", "(a", "|"])
def test_a_reader_costs_what_its_text_does(reader: str, piece: str) -> None:
    def spent(count: int) -> float:
        begun = time.process_time()
        READERS[reader](piece * count + "\nX")
        return time.process_time() - begun

    small = min(spent(count) for count in (4_999, 5_000))
    large = min(spent(count) for count in (49_999, 50_000))
    assert large <= 12 * small + 0.15


DEK = "Two nations agree."
MET = "The ministers met on Monday. Two nations agree."


def test_a_repeated_dek_goes_and_the_sentence_stays() -> None:
    text = f"{DEK}\nA title\n{MET}\nAlso Read\nA headline of another story\nThe end came."
    assert page.cleaned(text, "A title", DEK) == f"{MET}\n\nThe end came."


PROSE = (
    "Advertising revenue at the company fell by 12 percent in May.",
    "Sponsored by Senator Jane Doe, the bill would require audits of large models.",
    "Anzeige erstattete der Verein am Montag bei der Polizei in Bonn.",
    "Loading docks were closed.",
    "loading the source of our library;",
    "Newsletter readers had told the agency so.",
    "Publicité ciblée : la CNIL inflige une amende à la société.",
    "Print this out, the judge told them.",
    "Back to topical matters: the vote is on Monday.",
    "Subscribe buttons must be as easy to find as cancel buttons, the rule says.",
    "Sign ups for the scheme opened on Monday, the ministry said.",
    "Share this is what we tell our members, he said.",
)
LABELS = (
    "Advertisement", "ANZEIGE", "Publicité", "Newsletter", "Loading...", "Loading weather data ...",
    "Sponsored content",
    "Abonnieren Sie unseren Newsletter", "Subscribe", "Subscribe to our newsletter", "Sign up for alerts",
    "Print this page",
    "Back to top", "Share this story with a friend", "Share on Facebook", "Follow us on Twitter", "Skip to content",
)  # fmt: skip


@pytest.mark.parametrize("line", PROSE)
def test_a_sentence_that_opens_like_a_label_stays(line: str) -> None:
    text = f"The committee heard the regulator.\n{line}\nIt will vote on Monday."
    assert line in page.cleaned(text, "A title", "")


@pytest.mark.parametrize("line", LABELS)
def test_labels_and_calls_to_readers_go(line: str) -> None:
    text = f"The committee heard the regulator.\n{line}\nIt will vote on Monday."
    assert page.cleaned(text, "A title", "") == "The committee heard the regulator.\n\nIt will vote on Monday."


def test_a_dek_that_stands_once_is_part_of_the_body() -> None:
    assert page.cleaned(f"{DEK}\nThey met.", "A title", DEK) == f"{DEK}\n\nThey met."


def test_the_feed_fills_what_the_page_leaves_open() -> None:
    moment = datetime(2024, 4, 2, 9, tzinfo=UTC)
    html = b"<html><body><div><p>" + b"Some words of an article that goes on. " * 20 + b"</p></div></body></html>"
    found = page.read(
        html, "https://n.example/x", title="From the feed", published=moment, outlet="The Feed", language="en"
    )
    assert (found.title, found.published, found.outlet, found.language) == ("From the feed", moment, "The Feed", "en")


def test_the_page_wins_over_the_feed() -> None:
    html = (
        b"<html lang=de><head><title>A</title><meta property='og:site_name' content='Blatt'>"
        b"<meta property='article:published_time' content='2024-04-01'></head>"
        b"<body><h1>Titel der Seite heute</h1></body></html>"
    )
    moment = datetime(2024, 4, 2, 9, tzinfo=UTC)
    found = page.read(html, URL, title="Titel der Seite", published=moment, outlet="X", language="en")
    assert (found.title, found.outlet, found.language) == ("Titel der Seite heute", "Blatt", "de")
    assert found.published == datetime(2024, 4, 1, tzinfo=UTC)


def test_menus_and_teasers_do_not_speak_for_the_article() -> None:
    teasers = "".join(
        f"<div class=card><a href=/2023/{i}>Story {i}</a><a class=author href=/author/p{i}>Paul Other</a>"
        f"<time datetime=2023-01-0{i % 9 + 1}>Jan {i % 9 + 1}</time></div>"
        for i in range(300)
    )
    story = "<p>The committee will vote on the bill in spring, its chair said in a long interview.</p>" * 8
    html = (
        f"<html><head><title>The main story of today</title></head><body><div>{teasers}</div><main>"
        "<h1>The main story of today</h1><div>By Nora Main</div><time datetime=2024-05-02>May 2</time>"
        f"<article>{story}</article></main><div>{teasers}</div></body></html>"
    )
    found = page.read(html.encode(), URL)
    assert found.authors == ("Nora Main",)
    assert found.published == datetime(2024, 5, 2, tzinfo=UTC)
    assert "Story 7" not in found.text


def test_importing_the_reader_loads_nothing_heavy() -> None:
    code = "import sys, bot.sources.page; print([name in sys.modules for name in ('trafilatura', 'lxml', 'htmldate')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[False, False, False]"


BROKEN = {
    "nothing": b"",
    "blanks": b"   \n ",
    "zeros": b"\x00" * 500,
    "only a tag": b"<html>",
    "deep": b"<div>" * 3000 + b"text" + b"</div>" * 3000,
    "lone surrogate": b"<p>&#xD83D; &#x110000; &#99999999999;</p>",
    "wrong charset": "<meta charset=shift_jis><p>Käse</p>".encode(),
    "unknown charset": b"<meta charset=klingon><p>K\xe4se</p>",
    "binary": bytes(range(256)) * 40,
    "deep json": b"<html><body><script type=application/ld+json>" + b"[" * 100_000 + b"</script><p>x</p></body></html>",
    "odd json": b'<script type=application/ld+json>{"@type":5,"author":{"name":{"a":[1]}},"@id":[]}</script><p>x</p>',
    "frames": b"<frameset><frame src=a></frameset>",
    "xml": b"<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>x</title></item></channel></rss>",
    "bad addresses": b"<head><link rel=canonical href='http://[::1'><meta property='og:url' content='http://['></head>a",
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_pages_give_a_page(name: str) -> None:
    assert page.read(BROKEN[name], "https://n.example/x").url == "https://n.example/x"


TAGS = """
    <html> <head> <title> </title> <body> <h1> </h1> <p> </p> </div> <time_datetime='2024-04-02'> <div_class=byline>
    <meta_name=author_content='Jane_Doe'> <meta_property='og:title'_content='x_|_y'> <a_href=/author/x> </a> By Jane
    <script_type='application/ld+json'> </script> {"@type":"NewsArticle","headline":[1],"author":{"name":null}} [[ "a
    <table> <td> &amp; &#0; <!-- --> ]]> <svg> <br/> words and more words.
"""
PIECES = st.lists(st.sampled_from(TAGS.replace("_", " ").split("\n") + TAGS.split()), max_size=60)
PAGES = st.one_of(st.binary(max_size=300), PIECES.map(lambda tags: " ".join(tags).replace("_", " ").encode()))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_any_bytes_give_a_page(html: bytes) -> None:
    found = page.read(html, "https://n.example/2024/04/02/x")
    assert found.url.startswith("https://")
    assert all(isinstance(author, str) and author for author in found.authors)
    assert "\x00" not in found.text + found.title


def test_an_item_without_a_headline_is_headed_by_its_first_sentence() -> None:
    assert article.opening("Peru drafts an AI bill. It covers banks.") == "Peru drafts an AI bill."
    long = "Peru drafts " + "a very long bill " * 30
    assert article.opening(long) == long[:160].rpartition(" ")[0]
    assert article.opening("x" * 500) == "x" * 160
    assert article.opening(" \n ") == ""
    read = article.read(Article("https://x.example/1", "", "Peru drafts an AI bill. It covers banks."))
    assert read.article.title == read.reading.headline.text == "Peru drafts an AI bill."
