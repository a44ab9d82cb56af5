"""Scraps of HTML, as feeds carry them in titles and summaries, to plain text."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

from bot.pipeline import text

MOST = 200_000  # characters of markup that are read; a summary is some hundred
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "select", "form"}
)
_BREAKS = text.word_set(
    "p div br li ul ol tr td th table h1 h2 h3 h4 h5 h6 blockquote section article header footer figure hr dd dt"
)
_PARSER = lxml.html.HTMLParser(
    encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
)
_MARKUP = re.compile(r"<[a-zA-Z!/?]|&")


def plain(html: str) -> str:
    """One line of clean text: tags gone, entities undone once, scripts and forms left out, nothing hidden."""
    html = html[:MOST]
    if not _MARKUP.search(html):
        return one_line(html)
    try:
        root = lxml.html.document_fromstring(f"<div>{_encodable(html)}</div>", parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return one_line(re.sub(r"<[^>]*>", " ", html))
    return one_line("".join(_words(root)))


def one_line(raw: str) -> str:
    """Text that is plain already: hidden characters gone, white space folded."""
    return " ".join(text.display(raw).split())


def _words(root: lxml.html.HtmlElement) -> list[str]:
    """Texts in reading order, a space where a block begins or ends."""
    words: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            if tag in _BREAKS:
                words.append(" ")
            if element.text and not silent:
                words.append(element.text)
            continue
        silent -= tag in _SILENT
        if tag in _BREAKS:
            words.append(" ")
        if element.tail and not silent:
            words.append(element.tail)
    return words


def _encodable(html: str) -> str:
    """lxml takes no NUL and no half surrogates."""
    return html.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
