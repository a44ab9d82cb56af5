"""The headline of a page: the best among its h1, JSON-LD, Open Graph and title element, without the outlet's name."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from bot.pipeline.text import word_set
from bot.sources.page_signals import Signals, plain

# For texts whose blanks are single ones: a run of blanks before a mark would be read once from each of its blanks.
_SEPARATOR = re.compile(r"\s[|•·—–«»:~⁄\\/‹›]+\s|\s-+\s|\s?[|»]\s?|(?<=\w)\s?—\s?(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_NOT_TITLES = word_set(
    "home homepage news blog article articles untitled search menu press releases release latest newsroom index page"
)

# Sections that stand between a headline and its outlet (“Headline - Politics - The Outlet”), in three languages.
_SECTIONS = word_set(
    "politics news world business opinion technology tech insights publications blog economy national international "
    "local us uk europe analysis commentary articles article science health environment education money law legal "
    "politik wirtschaft digital netzwelt panorama ausland inland kultur wissen meinung nachrichten aktuelles "
    "politique économie société monde actualités actualité idées culture numérique"
)
_ENDINGS = word_set("com org net gov edu int info news eus biz mil gouv gob govt blog press media online")
_NAMED_SHARE = 0.4  # of a part's letters, that the outlet's name must make up when the part says more than the name
_BLOCKS = word_set("br div p li ul ol h1 h2 h3 h4 h5 h6 section article td tr table dd dt header footer figure time")


def words(text: str) -> frozenset[str]:
    """Lower-case words, for comparing titles that differ in marks only."""
    return frozenset(word.lower() for word in _WORD.findall(text))


def alike(one: str, two: str) -> float:
    """Share of common words, 0 to 1."""
    left, right = words(one), words(two)
    return len(left & right) / max(1, len(left | right))


def squeezed(text: str) -> str:
    """Letters and digits only, lower case, without accents: Libération is the outlet of liberation.fr."""
    plain_letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(_WORD.findall("".join(char for char in plain_letters if not unicodedata.combining(char))))


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
    known = {squeezed(name) for name in outlets if name}
    known.discard("")
    for _ in range(4):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            return title
        ends = [(0, cuts[-1].start(), title[cuts[-1].end() :]), (cuts[0].end(), len(title), title[: cuts[0].start()])]
        if len(cuts) > 1 and title[cuts[-1].end() :].lower() in _SECTIONS:  # Headline - Outlet - Section
            ends.append((0, cuts[-2].start(), title[cuts[-2].end() : cuts[-1].start()]))
        for left, right, part in ends:
            rest = title[left:right].strip()
            if rest and ((len(part) < 60 and _names(part, known)) or any(rest == other for other in others)):
                title = _without_section(rest) if left == 0 else rest
                break
        else:
            return title
    return title


def _names(part: str, known: set[str]) -> bool:
    """Whether this part of a title names the outlet: it is its name, or mostly its name, or a piece of it."""
    letters = squeezed(part)
    return any(
        letters == name
        or (len(letters) > 3 and letters in name)
        or (len(letters) > 3 and name in letters and len(name) >= _NAMED_SHARE * len(letters))
        for name in known
    )


def _without_section(title: str) -> str:
    """`title` without the section's name that stood before the outlet's."""
    cuts = list(_SEPARATOR.finditer(title))
    if cuts and title[cuts[-1].end() :].lower() in _SECTIONS and len(title[: cuts[-1].start()].split()) >= 3:
        return title[: cuts[-1].start()].strip()
    return title


def outlet_names(signals: Signals, host: str, outlet: str) -> tuple[str, ...]:
    """Every name the outlet may carry in a title: site name, publisher, handle, host without its ending."""
    labels = [label for label in host.lower().removeprefix("www.").split(".")[:-1] if len(label) > 2]
    names = [
        outlet,
        signals.publisher,
        signals.first("og:site_name"),
        signals.first("application-name"),
        signals.first("apple-mobile-web-app-title"),
        signals.first("twitter:site").lstrip("@"),
        signals.first("dc.publisher", "dcterms.publisher", "citation_publisher", "article:publisher_name", "publisher"),
        host.removeprefix("www."),
        *(label for label in labels if label not in _ENDINGS),
    ]
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _headings(tree: Any, declared: tuple[str, ...]) -> list[str]:
    """Texts of the h1 elements (all of them, in order), of those marked as the headline first."""
    marked: list[str] = []
    rest: list[str] = []
    for element in tree.iter("h1"):
        text = _headline_of(element, declared)
        if not text or len(text) > 300:
            continue
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('id') or ''}".lower()
        (marked if "headline" in marks or "title" in marks else rest).append(text)
    return marked + rest


def _headline_of(heading: Any, declared: tuple[str, ...]) -> str:
    """The text of a heading, or of the one part of it that the page's other titles begin with and the whole is not.

    Some headings also hold the outlet's name, a byline or a kicker, each in an element of its own.
    """
    whole = text_of(heading)
    if len(heading) == 0 or any(_begins(other, whole) for other in declared):
        return whole
    parts = [heading.text or ""]
    for child in heading:
        parts += [text_of(child), child.tail or ""]
    parts = [" ".join(part.split()) for part in parts]
    return next((part for part in parts if _telling(part) and any(_begins(other, part) for other in declared)), whole)


def _begins(title: str, start: str) -> bool:
    """Whether `title` is `start`, alone or with something set off after it: the outlet, a section, a note."""
    after = title[len(start) :].lstrip()[:1] if start and title.startswith(start) else "x"
    return not after.isalnum()


def _telling(text: str) -> bool:
    """Whether a text can be a headline: three words, or ten letters where words are not written apart."""
    found = _WORD.findall(text)
    return len(found) >= 3 or (len(text) >= 10 and ord(text[0]) >= _UNSPACED_FROM)


_UNSPACED_FROM = 0x0E00  # Thai; from here on most scripts write words without blanks between them


def choose(tree: Any, signals: Signals, host: str, outlet: str, hint: str) -> str:
    """The headline as readers see it.

    An h1 that agrees with what the page says about itself elsewhere wins: Open Graph and JSON-LD titles are often
    rewritten for search engines and feeds. Without such an h1, the title most of the other signals support.
    """
    names = outlet_names(signals, host, outlet)
    element = tree.find(".//title")
    head = text_of(element) if element is not None else ""
    json_title = plain(signals.article.get("headline") or signals.article.get("name"))
    og = signals.first(
        "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"
    )
    headings = [
        heading for heading in _headings(tree, (head, og, json_title, hint)) if not _only_outlet(heading, names)
    ]
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
        seconds = (text_of(element) for element in list(tree.iter("h2"))[:10])
        return headings[0] if headings else next((text for text in seconds if len(text.split()) >= 4), "")
    return max(declared, key=lambda text: sum(alike(text, other) for other in declared) - 0.01 * declared.index(text))


_BEFORE_HEADLINE = 40  # elements before the headline in which a byline or date may stand
_AFTER_HEADLINE = 700  # and after it


class Near(NamedTuple):
    """The elements near the headline, in reading order, and which of them is the headline (-1: none is)."""

    elements: list[Any]
    heading: int


def around(tree: Any, headline: str) -> Near:
    """The elements near the headline; all of the page's, from its first h1, when no heading shows it.

    Menus above the article and teasers below it carry names and dates of other articles, often hundreds of them.
    """
    order = [element for element in tree.iter() if isinstance(element.tag, str)]
    for index, element in enumerate(order):
        if element.tag in ("h1", "h2", "h3") and headline and alike(text_of(element), headline) >= 0.8:
            first = max(0, index - _BEFORE_HEADLINE)
            return Near(order[first : index + _AFTER_HEADLINE], index - first)
    return Near(order, next((index for index, element in enumerate(order) if element.tag == "h1"), -1))


def _support(heading: str, other: str) -> float:
    """How well another title supports the heading: common words, or all of the shorter one."""
    if _telling(heading) and _begins(other, heading):
        return 1.0
    left, right = words(heading), words(other)
    common = len(left & right)
    shorter = min(len(left), len(right))
    return max(common / max(1, len(left | right)), 0.8 * common / shorter if shorter >= 3 else 0.0)


def _only_outlet(heading: str, names: tuple[str, ...]) -> bool:
    letters = squeezed(heading)
    return not letters or letters in _NOT_TITLES or any(letters == squeezed(name) for name in names)


def _tidy(heading: str, declared: list[str]) -> str:
    """The heading without a kicker the other titles do not have, and not in capitals when they are not."""
    heading = heading.strip(" |\u00a0")
    confirmed = any(_begins(text, heading) for text in declared)
    for text in declared:
        if (
            not confirmed
            and heading != text
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
    labels = host.lower().removeprefix("www.").split(".")[:-1]
    known = {squeezed(label) for label in labels if len(label) > 2 and label not in _ENDINGS}
    for part in reversed(_SEPARATOR.split(title)):
        if part and len(part) < 50 and _names(part, known):
            return str(part.strip())
    return ""
