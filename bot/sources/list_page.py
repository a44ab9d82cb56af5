"""A web page without a feed: the links of its list are the items, told by the shape they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import parse_qsl, unquote, urlsplit

import lxml.html
from lxml import etree

from bot.errors import SourceError
from bot.model import Entry
from bot.pipeline import urls
from bot.sources import PATTERN, fragments, scan
from bot.sources.entries import clipped, sensible_date
from bot.sources.parsed import About, Document, Found, Link, Parsed

_LEAST_LINKS = 3
_LEAST_WORDS = 3.0  # on average, in the link texts of a list of articles; menus have one or two
_MOST_LINKS = 2000
_MENUS = frozenset({"nav", "footer", "aside", "header"})
_CARDS = frozenset({"li", "article", "tr", "section"})
_CARD_CLASS = re.compile(r"card|item|entry|post|teaser|result|row|listing", re.IGNORECASE)
_SLUG = re.compile(r"^[^/]*[-_][^/]*[-_][^/]*$|^[^/]{24,}$")
_NUMBER = re.compile(r"^\d+$")
_DATED = re.compile(
    r"\b(\d{4}-\d{2}-\d{2})\b|\b(\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4})\b"
    r"|\b([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\b"
)
_DAY_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


def find(body: bytes, url: str, charset: str = "") -> tuple[Found, ...]:
    """The lists of articles a page seems to hold, likeliest first; at most three, for a person to choose from."""
    groups: dict[str, dict[str, Link]] = defaultdict(dict)
    home = urls.host(url)
    for link in _links(tree_of(body, charset), url):
        if urls.host(link.url) == home and urls.key(link.url) != urls.key(url):
            _keep(groups[shape(link.url)], link)
    ranked = []
    for pattern, links in groups.items():
        words = sum(len(link.text.split()) for link in links.values()) / max(1, len(links))
        dated = sum(bool(link.day) for link in links.values()) / max(1, len(links))
        if len(links) >= _LEAST_LINKS and words >= _LEAST_WORDS and "{" in pattern:
            ranked.append((min(len(links), 30) * min(words, 12.0) * (1 + dated), pattern))
    ranked.sort(reverse=True)
    return tuple(Found(pattern, tuple(groups[pattern].values())) for _, pattern in ranked[:3])


def parse(document: Document) -> Parsed:
    """Links of the page that fit the source's pattern and are new. Raises SourceError `no-match` if none fits."""
    pattern = str(document.source.options.get(PATTERN, ""))
    tree = tree_of(document.body, charset_of(document))
    links: dict[str, Link] = {}
    for link in _links(tree, document.url):
        if shape(link.url) == pattern:
            _keep(links, link)
    if not links:
        raise SourceError("holds no link of the known shape", reason="no-match")
    known = document.known_hashes()
    hashes = [scan.item_hash(key.encode()) for key in links]
    new = [(link, name) for link, name in zip(links.values(), hashes, strict=True) if name not in known]
    title = clipped(fragments.one_line("".join(tree.xpath("string(//title)"))), 200)
    return Parsed(
        entries=tuple(_entry(link, name, document) for link, name in new[: document.most]),
        hashes=b"".join(hashes),
        total=len(links),
        new=len(new),
        about=About(title, document.url, clipped(str(tree.get("lang") or ""), 20).lower()),
    )


def shape(url: str) -> str:
    """What addresses of one list have in common: numbers and long names of the path are left open.

    `/news/2026/03/senate-passes-bill` and `/news/2025/11/house-holds-hearing` are both `/news/{n}/{n}/{s}`.
    """
    parts = urlsplit(url)
    segments = [_open(segment) for segment in unquote(parts.path, errors="replace").split("/")]
    names = sorted(f"{name}={{}}" for name, _ in parse_qsl(parts.query)[:10])
    return "/".join(segments) + (f"?{'&'.join(names)}" if names else "")


def _open(segment: str) -> str:
    stem, dot, ending = segment.rpartition(".")
    if dot and ending.isalpha() and len(ending) <= 5:
        return f"{_open(stem)}.{ending}"
    if _NUMBER.match(segment):
        return "{n}"
    return "{s}" if _SLUG.match(segment) else segment.replace("{", "").replace("}", "")


def tree_of(body: bytes, charset: str) -> lxml.html.HtmlElement:
    """The page as a tree. Raises SourceError `malformed`."""
    try:
        parser = lxml.html.HTMLParser(encoding=charset or None, no_network=True, huge_tree=False)
    except LookupError:
        parser = lxml.html.HTMLParser(no_network=True, huge_tree=False)
    try:
        return lxml.html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("is no page that can be read", reason="malformed") from error


def charset_of(document: Document) -> str:
    """Charset of the Content-Type, empty if it names none."""
    _, _, given = document.headers.get("content-type", "").lower().partition("charset=")
    return given.split(";")[0].strip(" \"'")[:40]


def _links(tree: lxml.html.HtmlElement, url: str) -> Iterator[Link]:
    base = urls.absolute(
        next(iter(tree.xpath("string(//base/@href)") and [tree.xpath("string(//base/@href)")]), ""), url
    )
    for count, anchor in enumerate(tree.iter("a")):
        if count >= _MOST_LINKS:
            return
        target = urls.canonical(anchor.get("href") or "", base or url)
        card, in_menu = _card(anchor)
        if not target or in_menu:
            continue
        text = _said(anchor)[:500]
        heading = _first(card, "h1", "h2", "h3", "h4") if card is not None else ""
        paragraph = _first(card, "p") if card is not None else ""
        shown = heading if heading and len(text.split()) < _LEAST_WORDS else text
        if shown:
            yield Link(
                target, shown, paragraph if paragraph != shown else "", _day(card if card is not None else anchor)
            )


def _card(anchor: lxml.html.HtmlElement) -> tuple[lxml.html.HtmlElement | None, bool]:
    """The box around a link that belongs to it alone, and whether the link stands in a menu."""
    card = None
    for steps, element in enumerate(anchor.iterancestors()):
        if element.tag in _MENUS and element.tag != "header":
            return card, True
        if element.tag == "header" and element.getparent() is not None and element.getparent().tag == "body":
            return card, True
        looks = element.tag in _CARDS or (element.tag == "div" and _CARD_CLASS.search(element.get("class") or ""))
        if card is None and steps < 5 and looks:
            card = element
    return card, False


def _said(element: lxml.html.HtmlElement) -> str:
    """Its words, divided where elements meet."""
    return fragments.one_line(" ".join(element.itertext("*")))


def _first(element: lxml.html.HtmlElement, *tags: str) -> str:
    for found in element.iter(*tags):
        if text := _said(found)[:1000]:
            return text
    return ""


def _day(element: lxml.html.HtmlElement) -> str:
    for time in element.iter("time"):
        if given := (time.get("datetime") or ""):
            return given[:40]
    found = _DATED.search(_said(element)[:2000])
    if not found:
        return ""
    if found[1]:
        return found[1]
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b|[.,]", "", found[2] or found[3])
    for form in _DAY_FORMATS:
        try:
            return datetime.strptime(words, form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    return ""


def _keep(links: dict[str, Link], link: Link) -> None:
    """One link per page; of several texts (picture, headline, read more) the longest."""
    name = urls.key(link.url)
    before = links.get(name)
    if before is None or len(link.text) > len(before.text):
        links[name] = link


def _entry(link: Link, name: bytes, document: Document) -> Entry:
    published = None
    try:
        moment = datetime.fromisoformat(link.day) if link.day else None
        if moment is not None:
            published = sensible_date(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment, document.now)
    except ValueError:
        pass
    return Entry(
        guid=link.url,
        url=link.url,
        title=clipped(link.text, 500),
        summary=link.summary,
        published=published,
        raw_hash=name.hex(),
    )
