"""What a page says about itself as data: its meta tags and JSON-LD, read once and kept in order."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

# Types of schema.org that describe the article itself; the first ones are trusted before the last.
_ARTICLE_TYPES = (
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "backgroundnewsarticle",
    "opinionnewsarticle",
    "askpublicnewsarticle",
    "reviewnewsarticle",
    "advertisercontentarticle",
    "satiricalarticle",
    "blogposting",
    "liveblogposting",
    "article",
    "report",
    "scholarlyarticle",
    "techarticle",
    "socialmediaposting",
    "govermentservice",
    "review",
)
_DEPTH = 12  # levels of JSON-LD read; real pages nest about five
_NODES = 2000  # nodes of JSON-LD looked at, a bound on the work
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
# Bounded blanks, matched at the ends only: a search over a megabyte of blanks would take hours.
_OPENS = re.compile(r"(?://)?\s{0,20}(?:<!--|<!\[CDATA\[|/\*\s{0,20}<!\[CDATA\[\s{0,20}\*/)")
_CLOSES = re.compile(r"(?://)?\s{0,20}(?:-->|\]\]>|/\*\s{0,20}\]\]>\s{0,20}\*/)\s{0,20};?$")
_TAIL = 80  # code points at the end of a script that its closing comment fits in
_LOOSE = re.compile(
    r'"(headline|datePublished|dateCreated|dateModified|alternativeHeadline|articleBody|description)"\s*:\s*"((?:[^"\\]|\\.){1,100000})"'
)
_LOOSE_AUTHOR = re.compile(r'"author"\s*:\s*[\[{][^\]]{0,400}?"name"\s*:\s*"((?:[^"\\]|\\.){1,120})"')


@dataclass(slots=True)
class Signals:
    """Meta tags by lower-case name (all values in order), and the JSON-LD nodes of the page."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)  # the node that describes this article
    other: dict[str, Any] = field(default_factory=dict)  # the web page's own node, weaker
    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)
    publisher: str = ""

    def first(self, *names: str) -> str:
        """First non-empty value among these meta names."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return ""

    def resolved(self, node: Any) -> Any:
        """The node a reference `{"@id": ...}` points to, or the node itself."""
        if isinstance(node, dict) and "@id" in node and "name" not in node and isinstance(node["@id"], str):
            return self.by_id.get(node["@id"], node)
        return node


def plain(value: Any) -> str:
    """One line of plain text out of a JSON or attribute value; lists give their first text."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str | dict)), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    if not isinstance(value, str):
        return ""
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if "<" in value:
        value = re.sub(r"<[^<>]{0,300}>", "", value)
    return " ".join(value.split())


def read(tree: Any, title: str, url: str) -> Signals:
    """Collect the signals of a parsed page. `title` (a first guess) and `url` tell the article from its teasers."""
    signals = Signals()
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content:
            value = plain(content)
            if value:
                signals.meta.setdefault(name.strip().lower(), []).append(value)
    nodes = list(_nodes(tree))
    for node in nodes:
        identity = node.get("@id")
        if isinstance(identity, str) and len(node) > 1:
            signals.by_id.setdefault(identity, node)
    _choose(signals, nodes, title or signals.first("og:title", "twitter:title"), url)
    return signals


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every typed node of every JSON-LD script, outermost first."""
    left = _NODES
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        stack: list[tuple[Any, int]] = [(_loads(script.text), 0)]
        while stack and left > 0:
            value, depth = stack.pop()
            if isinstance(value, list):
                stack.extend((item, depth + 1) for item in reversed(value[:200]) if depth < _DEPTH)
            elif isinstance(value, dict):
                left -= 1
                yield value
                if depth < _DEPTH:
                    inner = [item for item in value.values() if isinstance(item, dict | list)]
                    stack.extend((item, depth + 1) for item in reversed(inner))


def _loads(raw: str) -> Any:
    """JSON as pages write it: comments around it, entities inside, trailing commas; a few fields when it is broken."""
    text = _OPENS.sub("", raw.strip(), count=1) if raw.lstrip()[:1] in ("/", "<") else raw.strip()
    text = (text[:-_TAIL] + _CLOSES.sub("", text[-_TAIL:])).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    loose: dict[str, Any] = {"@type": "Article"}
    for match in _LOOSE.finditer(text):
        loose.setdefault(match[1], _unescaped(match[2]))
    authors = [_unescaped(match[1]) for match in _LOOSE_AUTHOR.finditer(text)]
    if authors:
        loose["author"] = [{"@type": "Person", "name": name} for name in authors[:5]]
    return loose if len(loose) > 1 else {}


def _unescaped(raw: str) -> str:
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        return raw


def types(node: dict[str, Any]) -> tuple[str, ...]:
    """The node's types, lower case, without their address."""
    kinds = node.get("@type") or node.get("type") or ()
    if isinstance(kinds, str):
        kinds = (kinds,)
    if not isinstance(kinds, list | tuple):
        return ()
    return tuple(kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for kind in kinds if isinstance(kind, str))


def _choose(signals: Signals, nodes: list[dict[str, Any]], title: str, url: str) -> None:
    """Pick the node of this article: of an article type, named like the page, and not one teaser among many."""
    best = -1.0
    wanted = set(title.lower().split())
    slug = url.split("?")[0].split("#")[0].rstrip("/")
    for index, node in enumerate(nodes):
        kinds = types(node)
        if not kinds:
            continue
        if "webpage" in kinds or "itempage" in kinds:
            signals.other = signals.other or node
        publisher = signals.resolved(node.get("publisher"))
        if not signals.publisher and isinstance(publisher, dict | str):
            signals.publisher = plain(publisher)
        rank = next((place for place, kind in enumerate(_ARTICLE_TYPES) if kind in kinds), None)
        if rank is None:
            continue
        headline = plain(node.get("headline") or node.get("name"))
        words = set(headline.lower().split())
        score = 2.0 * len(words & wanted) / max(1, len(words | wanted)) if wanted else 0.0
        where = node.get("mainEntityOfPage") or node.get("url") or ""
        where = where.get("@id", "") if isinstance(where, dict) else where
        if slug and isinstance(where, str) and where.split("?")[0].split("#")[0].rstrip("/") == slug:
            score += 1.0
        score += 0.5 * bool(node.get("datePublished")) + 0.5 * bool(node.get("author")) + 0.3 * bool(headline)
        score -= 0.01 * min(index, 50)
        if score > best:
            best = score
            signals.article = node
