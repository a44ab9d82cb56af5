"""The headline of a page: the best among its h1, JSON-LD, Open Graph and title element, without the outlet's name."""

from __future__ import annotations

import re
from typing import Any

from bot.pipeline.text import word_set
from bot.sources.page_signals import Signals, plain

_SEPARATOR = re.compile(r"\s+[|•·—–«»:~⁄\\/‹›]+\s+|\s+-+\s+|\s*[|»]\s*|(?<=\w)\s*[—]\s*(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_KICKER = re.compile(r"(?:watch|video|live|exclusive|breaking|opinion|analysis|photos?)\s*[:|]\s*", re.IGNORECASE)
_NOT_TITLES = word_set(
    "home homepage news blog article articles untitled search menu press releases release latest newsroom index page"
)


_BLOCKS = word_set("br div p li ul ol h1 h2 h3 h4 h5 h6 section article td tr table dd dt header footer figure time")


def words(text: str) -> frozenset[str]:
    """Lower-case words, for comparing titles that differ in marks only."""
    return frozenset(word.lower() for word in _WORD.findall(text))


def alike(one: str, two: str) -> float:
    """Share of common words, 0 to 1."""
    left, right = words(one), words(two)
    return len(left & right) / max(1, len(left | right))


def text_of(element: Any) -> str:
    """Visible text of an element on one line, without scripts, styles and hidden spans."""
    parts: list[str] = []
    stack = [(element, False)]
    while stack:
        node, closing = stack.pop()
        if closing:
            if node.tag in _BLOCKS:
                parts.append(" ")
            if node is not element and node.tail:
                parts.append(node.tail)
            continue
        stack.append((node, True))
        tag = node.tag
        if not isinstance(tag, str) or tag in ("script", "style", "svg", "noscript", "button", "template"):
            continue
        if tag in _BLOCKS:
            parts.append(" ")
        if node is not element and _hidden(node):
            continue
        if node.text:
            parts.append(node.text)
        stack.extend((child, False) for child in reversed(node))
    return " ".join("".join(parts).split())


def _hidden(node: Any) -> bool:
    marks = f"{node.get('class') or ''} {node.get('style') or ''}".lower()
    return (
        "sr-only" in marks
        or "visually-hidden" in marks
        or "screen-reader" in marks
        or "visuallyhidden" in marks
        or "display:none" in marks.replace(" ", "")
    )


def without_outlet(title: str, outlets: tuple[str, ...], others: tuple[str, ...] = ()) -> str:
    """`title` without “ | Outlet” at its end or start.

    A part goes when it names the outlet or its host, or when what is left is another of the page's own titles.
    """
    title = " ".join(title.split())
    known = {"".join(_WORD.findall(name.lower())) for name in outlets if name}
    known.discard("")
    for _ in range(4):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            return title
        for left, right, part in (
            (0, cuts[-1].start(), title[cuts[-1].end() :]),
            (cuts[0].end(), len(title), title[: cuts[0].start()]),
        ):
            rest = title[left:right].strip()
            squeezed = "".join(_WORD.findall(part.lower()))
            named = any(
                squeezed == name or (len(squeezed) > 3 and (squeezed in name or name in squeezed)) for name in known
            )
            if rest and ((named and len(part) < 60) or any(rest == other for other in others)):
                title = rest
                break
        else:
            return title
    return title


def outlet_names(signals: Signals, host: str, outlet: str) -> tuple[str, ...]:
    """Every name the outlet may carry in a title: site name, publisher, handle, host without its ending."""
    labels = [label for label in host.lower().removeprefix("www.").split(".") if len(label) > 2]
    names = [
        outlet,
        signals.publisher,
        signals.first("og:site_name"),
        signals.first("application-name"),
        signals.first("apple-mobile-web-app-title"),
        signals.first("twitter:site").lstrip("@"),
        signals.first("dc.publisher", "dcterms.publisher", "citation_publisher", "article:publisher_name", "publisher"),
        host.removeprefix("www."),
        *labels[:-1],
    ]
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _headings(tree: Any) -> list[str]:
    """Texts of the h1 elements (all of them, in order), of those marked as the headline first."""
    marked: list[str] = []
    rest: list[str] = []
    for element in tree.iter("h1"):
        text = text_of(element)
        if not text or len(text) > 300:
            continue
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('id') or ''}".lower()
        (marked if "headline" in marks or "title" in marks else rest).append(text)
    return marked + rest


def choose(tree: Any, signals: Signals, host: str, outlet: str, hint: str) -> str:
    """The headline as readers see it.

    An h1 that agrees with what the page says about itself elsewhere wins: Open Graph and JSON-LD titles are often
    rewritten for search engines and feeds. Without such an h1, the title most of the other signals support.
    """
    names = outlet_names(signals, host, outlet)
    headings = [heading for heading in _headings(tree) if not _only_outlet(heading, names)]
    element = tree.find(".//title")
    head = text_of(element) if element is not None else ""
    json_title = plain(signals.article.get("headline") or signals.article.get("name"))
    og = signals.first(
        "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"
    )
    pool = tuple(text for text in (*headings, json_title, hint) if text)
    declared = [
        text for text in (without_outlet(og, names, pool), json_title, hint, without_outlet(head, names, pool)) if text
    ]
    if headings:
        best = max(headings, key=lambda heading: max((alike(heading, text) for text in declared), default=0.0))
        support = max((_support(best, text) for text in declared), default=0.0)
        if not declared or support >= 0.4 or (len(headings) == 1 and len(best.split()) >= 4 and support >= 0.15):
            return _tidy(without_outlet(best, names), declared)
        if len(headings) == 1 and len(best.split()) >= 5 and best.lower() not in _NOT_TITLES and not json_title:
            return _tidy(without_outlet(best, names), declared)
    for level in ("h2", "h3"):
        for element in list(tree.iter(level))[:40]:
            text = text_of(element)
            if len(text.split()) >= 3 and any(alike(text, other) >= 0.8 for other in declared):
                return text
    if not declared:
        return headings[0] if headings else ""
    return max(declared, key=lambda text: sum(alike(text, other) for other in declared) - 0.01 * declared.index(text))


_BEFORE_HEADLINE = 40  # elements before the headline in which a byline or date may stand
_AFTER_HEADLINE = 700  # and after it


def around(tree: Any, headline: str) -> list[Any]:
    """The elements near the headline, in reading order; all of the page's when no heading shows it.

    Menus above the article and teasers below it carry names and dates of other articles, often hundreds of them.
    """
    order = [element for element in tree.iter() if isinstance(element.tag, str)]
    for index, element in enumerate(order):
        if element.tag in ("h1", "h2", "h3") and headline and alike(text_of(element), headline) >= 0.8:
            return order[max(0, index - _BEFORE_HEADLINE) : index + _AFTER_HEADLINE]
    return order


def _support(heading: str, other: str) -> float:
    """How well another title supports the heading: common words, or all of the shorter one."""
    left, right = words(heading), words(other)
    common = len(left & right)
    shorter = min(len(left), len(right))
    return max(common / max(1, len(left | right)), 0.8 * common / shorter if shorter >= 3 else 0.0)


def _only_outlet(heading: str, names: tuple[str, ...]) -> bool:
    squeezed = "".join(_WORD.findall(heading.lower()))
    return (
        not squeezed
        or squeezed in _NOT_TITLES
        or any(squeezed == "".join(_WORD.findall(name.lower())) for name in names)
    )


def _tidy(heading: str, declared: list[str]) -> str:
    """The heading without a kicker the other titles do not have, and not in capitals when they are not."""
    heading = heading.strip(" |\u00a0")
    for text in declared:
        if (
            heading != text
            and len(text.split()) >= 4
            and heading.endswith(text)
            and not heading[: -len(text)].rstrip().endswith(",")
        ):
            return text
        if heading.isupper() and heading.lower() == text.lower():
            return text
    return heading


def outlet_in(title: str, host: str) -> str:
    """The part of a title element that names the outlet: the last one that its host's name contains."""
    squeezed_host = "".join(_WORD.findall(host.lower().removeprefix("www.").rpartition(".")[0]))
    for part in reversed(_SEPARATOR.split(title)):
        squeezed = "".join(_WORD.findall((part or "").lower()))
        if (
            len(squeezed) >= 4
            and squeezed_host
            and (squeezed in squeezed_host or squeezed_host in squeezed)
            and len(part) < 50
        ):
            return str(part.strip())
    return ""
