"""Headlines lose outlet and section whatever the host's ending; bylines lose outlets and what is no name."""

import pytest

from bot.model import Page
from bot.sources import page


def _read(head: str, host: str, byline: str = "", h1: str = "") -> Page:
    heading = f"<h1>{h1}</h1>" if h1 else ""
    signed = f'<p class="byline">{byline}</p>' if byline else ""
    html = (
        f'<html lang="en"><head><title>{head}</title></head><body>{heading}{signed}'
        "<p>The committee met on Tuesday and agreed to the plan after a long debate.</p></body></html>"
    )
    return page.read(html.encode(), f"https://{host}/a/story")


TITLES = [
    ("Panel passes the bill - Politics - The Washington Post", "www.washingtonpost.com", "Panel passes the bill"),
    ("BBC News - Panel passes the bill", "www.bbc.co.uk", "Panel passes the bill"),
    ("KI-Gesetz: Bundestag stimmt zu - DER SPIEGEL - Politik", "www.spiegel.de", "KI-Gesetz: Bundestag stimmt zu"),
    ("Un vote serré au Sénat – Libération", "www.liberation.fr", "Un vote serré au Sénat"),
    ("AI Act: what next? | Insights | Baker & Roe LLP", "www.bakerroe.com", "AI Act: what next?"),
    (
        "H.R.1 - 119th Congress (2025-2026): AI Act | Congress.gov | Library of Congress",
        "www.congress.gov",
        "H.R.1 - 119th Congress (2025-2026): AI Act",
    ),
    # What is no outlet and no section stays.
    ("The verdict is in - at last", "www.example.org", "The verdict is in - at last"),
    ("Big tech - Politics", "www.example.org", "Big tech - Politics"),
]


@pytest.mark.parametrize(("head", "host", "wanted"), TITLES)
def test_a_title_element_loses_outlet_and_section(head: str, host: str, wanted: str) -> None:
    assert _read(head, host).title == wanted


def test_a_page_without_any_title_is_named_by_its_first_heading() -> None:
    html = b"<html><body><h2>Menu</h2><h2>Panel passes the bill</h2><p>It met on Tuesday.</p></body></html>"
    assert page.read(html, "https://example.org/a").title == "Panel passes the bill"


BYLINES = [
    ("By Jane Doe CNN", ("Jane Doe",)),
    ("By Jane Doe Special to the Times", ("Jane Doe",)),
    ("Jane Doe | The Outlet", ("Jane Doe",)),
    ("By JANE DOE", ("Jane Doe",)),
    ("By John Roe III", ("John Roe III",)),
]


@pytest.mark.parametrize(("byline", "wanted"), BYLINES)
def test_a_byline_keeps_names_only(byline: str, wanted: tuple[str, ...]) -> None:
    assert _read("Panel passes the bill today", "example.org", byline, "Panel passes the bill today").authors == wanted


def test_the_outlet_is_named_where_the_host_has_two_endings() -> None:
    assert _read("BBC News - Panel passes the bill", "www.bbc.co.uk").outlet == "BBC News"


BLANKS = " " * 300_000  # took minutes when the comment marks around JSON-LD were searched for everywhere


@pytest.mark.parametrize(
    "script",
    [
        "{}",
        "<!--{}-->",
        "//<![CDATA[\n{}\n//]]>",
        "/* <![CDATA[ */ {} /* ]]> */",
        BLANKS + "{}" + BLANKS,
        "<!-- " + BLANKS + "{}" + BLANKS + "-->",
    ],
)
def test_json_ld_is_read_in_comments_and_among_blanks(script: str) -> None:
    data = '{"@type": "NewsArticle", "headline": "Panel passes the bill",' + " " * 1000 + '"author": "Jane Doe"}'
    html = f'<html><head><script type="application/ld+json">{script.replace("{}", data)}</script></head><body>'
    found = page.read(html.encode() + b"<p>It met.</p></body></html>", "https://example.org/a")
    assert (found.title, found.authors) == ("Panel passes the bill", ("Jane Doe",))
