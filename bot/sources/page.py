"""A web page read: main text, headline, authors, date, outlet, language. Heavy: runs in a child process."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from bot.model import Page
from bot.pipeline import boilerplate
from bot.sources import page_authors, page_date, page_signals, page_title

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_DROPPED = frozenset(
    ("headline", "related", "empty", "footer", "promotion")
)  # kinds of boilerplate that leave the body
_LONGEST = 10 * 1024 * 1024  # bytes read of one page; the fetcher allows no more either
_LOOKED_AT = 64 * 1024  # bytes that tell text from other data
_CONTROLS = bytes(range(9)) + bytes((11, *range(14, 27), *range(28, 32), 127))  # not tab, line and page ends, escape
_FEW_CONTROLS = 0.01  # of all bytes; bytes of no meaning hold a tenth, pages that hold any at all a few
_SHORT_BODY = 250  # characters; below that another reading of the page is tried


def read(
    html: bytes,
    url: str = "",
    *,
    charset: str = "",
    title: str = "",
    published: datetime | None = None,
    outlet: str = "",
    language: str = "",
) -> Page:
    """Everything a page says about itself and its main text; fields it does not give are empty.

    Args:
        html: the page as fetched.
        url: its address after redirects.
        charset: from the Content-Type header, if it named one.
        title, published, outlet, language: what the feed entry said, used as further signals, not as overrides.

    `published` keeps the zone the page gives, so its day is the outlet's own. Never fetches anything and raises
    nothing for any bytes; of what is no page nothing is read. About 5 ms of CPU for an ordinary page.
    """
    tree = _tree(html[:_LONGEST], charset) if is_text(html) else None
    if tree is None:
        return Page(url=url, title=title, published=published, outlet=outlet, language=language)
    signals = page_signals.read(tree, title, url)
    canonical = _canonical(tree, signals, url)
    host = urlsplit(_safe(canonical or url)).hostname or ""
    lang = _language(tree, signals) or language
    names = page_title.outlet_names(signals, host, outlet)
    headline = page_title.choose(tree, signals, host, outlet, title)
    visible = page_title.text_of(tree.find("body") if tree.find("body") is not None else tree)
    near = page_title.around(tree, headline)
    authors = page_authors.choose(near, signals, names, visible)
    moment = page_date.choose(tree, near, signals, canonical or url, lang, published)
    dek = _dek(signals, headline)
    return Page(
        url=url,
        canonical=canonical,
        title=headline,
        authors=authors,
        published=moment,
        outlet=_outlet(tree, signals, host, outlet),
        language=lang.split("-")[0].split("_")[0].lower(),
        dek=dek,
        text=_body(tree, signals, url, headline, dek),
    )


def is_text(data: bytes) -> bool:
    """Whether bytes can be a page: text in any charset, not a picture, a PDF, an archive or a program.

    Such files open with their own marks or are full of control characters, which text has no use for.
    """
    head = data[:_LOOKED_AT]
    if head.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return not head.startswith(b"%PDF-") and controls <= _FEW_CONTROLS * len(head)


def _tree(html: bytes, charset: str) -> Any:
    """The parsed page, or None if there is nothing to parse."""
    from lxml import etree
    from lxml import html as lxml_html

    text = _decoded(html, charset)
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text, count=1)
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text)
    if not text.strip():
        return None
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, ValueError, etree.XMLSyntaxError):
        return None
    return tree if tree.tag == "html" else None


def _decoded(html: bytes, charset: str) -> str:
    """The page as text: byte-order mark, then UTF-8 if it is that, then the header's charset, then the page's own."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if html.startswith(mark):
            return html.decode(name, "replace").lstrip("\ufeff")
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _META_CHARSET.search(html, 0, 4096)
    for name in (charset, declared[1].decode("ascii") if declared else "", "windows-1252"):
        alias = "windows-1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name
        try:
            if alias and alias.lower().replace("-", "") != "utf8":
                return html.decode(alias)
        except (LookupError, UnicodeDecodeError):
            continue
    return html.decode("utf-8", "replace")


def _safe(url: str) -> str:
    try:
        urlsplit(url)
    except ValueError:
        return ""
    return url


def _canonical(tree: Any, signals: page_signals.Signals, url: str) -> str:
    """The address the page gives for itself, absolute; empty if it gives none."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return _absolute(url, link.get("href"))
    return _absolute(url, signals.first("og:url")) if signals.first("og:url") else ""


def _absolute(base: str, href: str) -> str:
    try:
        whole = urljoin(base, href.strip())
        return whole if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname else ""
    except ValueError:
        return ""


def _language(tree: Any, signals: page_signals.Signals) -> str:
    value = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    value = value or signals.first("og:locale", "content-language", "language", "dc.language", "dcterms.language")
    value = value or page_signals.plain(signals.article.get("inLanguage"))
    return value if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value) else ""


def _outlet(tree: Any, signals: page_signals.Signals, host: str, outlet: str) -> str:
    """The outlet's name as the page gives it; its host when nothing names it."""
    name = signals.first("og:site_name") or signals.publisher or outlet or signals.first("application-name")
    element = tree.find(".//title")
    if not name and element is not None:
        name = page_title.outlet_in(page_title.text_of(element), host)
    return name if name and len(name) <= 80 else outlet or host.removeprefix("www.")


def _dek(signals: page_signals.Signals, headline: str) -> str:
    """The page's own one-sentence description, if it is more than the headline again."""
    for value in (
        signals.first("og:description"),
        page_signals.plain(signals.article.get("description")),
        signals.first("description", "twitter:description", "dc.description", "dcterms.description"),
    ):
        if value and page_title.alike(value, headline) < 0.9:
            return value
    return ""


def _body(tree: Any, signals: page_signals.Signals, url: str, headline: str, dek: str) -> str:
    """Main text, paragraphs divided by blank lines, without repeated headline and dek, link blocks and footers."""
    from trafilatura import bare_extraction

    try:
        document: Any = bare_extraction(tree, url=url or None, fast=True, include_comments=False, include_tables=True)
    except Exception:  # trafilatura raises assorted errors on hostile pages; a page without text is still a page
        document = None
    text = str(document.text or "") if document is not None else ""
    if len(text) < _SHORT_BODY:
        spoken = page_signals.plain(signals.article.get("articleBody"))
        text = spoken if len(spoken) > len(text) else text
    return cleaned(text, headline, dek)


def cleaned(text: str, headline: str, dek: str) -> str:
    """`text` without boilerplate lines and without a dek that comes again; no sentence of the body is lost."""
    dropped = [block.span for block in boilerplate.blocks(text, headline) if block.kind in _DROPPED]
    dropped.reverse()  # the next one last
    lines: list[str] = []
    position = 0
    for line in text.split("\n"):
        start = position + len(line) - len(line.lstrip())
        position += len(line) + 1
        while dropped and dropped[-1].end <= start:
            dropped.pop()
        if line.strip() and not (dropped and dropped[-1].start <= start):
            lines.append(line.strip())
    if dek and lines:
        wanted = boilerplate.folded(dek)
        if boilerplate.folded(lines[0]) == wanted and any(wanted in boilerplate.folded(line) for line in lines[1:]):
            del lines[0]
    return "\n\n".join(lines)
