"""Lists of feeds as OPML 2.0, the format every feed reader speaks; reading expands and fetches nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree  # entities are refused before it reads  # nosec B405
from xml.sax.saxutils import escape, quoteattr  # writes only  # nosec B406

from bot.errors import UsageError
from bot.model import Source
from bot.pipeline import text, urls
from bot.sources import KINDS

MOST_BYTES = 4 * 1024 * 1024
_MOST_FEEDS = 5000
_DECLARES = re.compile(r"<!\s*(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)
_BARE_AMPERSAND = re.compile(r"&(?!#?\w{1,32};)")
_KIND, _OPTION = "aipolicyKind", "aipolicyOption-"  # OPML allows attributes of one's own on outlines


def read(data: bytes) -> tuple[Source, ...]:
    """The feeds of an OPML file, each address once, in its order; folders are not kept.

    Raises UsageError when it is no OPML. Entities, document types and external references are not read.
    """
    if len(data) > MOST_BYTES:
        raise UsageError(f"The file is larger than {MOST_BYTES // 1024 // 1024} MiB.")
    words = _text(data)
    if _DECLARES.search(words):
        raise UsageError("The file declares XML entities, which no feed list needs; export it again without them.")
    try:
        root = ElementTree.fromstring(_BARE_AMPERSAND.sub("&amp;", words))  # noqa: S314  # no entities  # nosec B314
    except (ElementTree.ParseError, ValueError) as error:
        raise UsageError("The file is no OPML: it is not XML.") from error
    if root.tag.rpartition("}")[2].lower() != "opml":
        raise UsageError("The file is no OPML: its first element is not <opml>.")
    found: dict[str, Source] = {}
    for source in _sources(root):
        found.setdefault(urls.key(source.url), source)
        if len(found) > _MOST_FEEDS:
            raise UsageError(f"The file lists more than {_MOST_FEEDS:,} feeds.")
    return tuple(found.values())


def write(sources: Iterable[tuple[Source, str]], title: str) -> bytes:
    """An OPML file of these sources, each with the name to show."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', "  <head>"]
    lines += [f"    <title>{escape(_line(title))}</title>", "  </head>", "  <body>"]
    for source, name in sources:
        shown = _line(name or source.title) or source.url
        given = {"type": "rss", "text": shown, "title": shown, "xmlUrl": source.url}
        if source.homepage:
            given["htmlUrl"] = source.homepage
        if source.language:
            given["language"] = source.language
        if source.kind != "feed":
            given[_KIND] = source.kind
            given |= {f"{_OPTION}{option}": str(value) for option, value in source.options.items()}
        lines.append("    <outline " + " ".join(f"{key}={quoteattr(value)}" for key, value in given.items()) + "/>")
    return "\n".join([*lines, "  </body>", "</opml>", ""]).encode()


def _text(data: bytes) -> str:
    """The file as text without its XML declaration; exports are UTF-8 or UTF-16."""
    for codec in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "windows-1252"):
        try:
            words = data.decode(codec)
        except UnicodeDecodeError:
            continue
        return re.sub(r"^\s*<\?xml[^>]*\?>", "", words)
    raise UsageError("The file is in an encoding we cannot read; save it as UTF-8.")


def _line(words: str) -> str:
    return " ".join(text.display(words).split())


def _sources(root: ElementTree.Element) -> Iterator[Source]:
    for outline in root.iter():
        if outline.tag.rpartition("}")[2].lower() != "outline":
            continue
        given = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        address = urls.absolute(given.get("xmlurl", ""))
        if not address:
            continue
        kind = given.get(_KIND.lower(), "feed")
        options = {
            str(name)[len(_OPTION) :]: str(value)
            for name, value in outline.attrib.items()
            if str(name).startswith(_OPTION)
        }
        yield Source(
            id=0,
            kind=kind if kind in KINDS else "feed",
            url=address,
            title=_line(given.get("title") or given.get("text") or "")[:200],
            homepage=urls.absolute(given.get("htmlurl", "")),
            language=given.get("language", "")[:20].lower(),
            options=options if kind in KINDS else {},
        )
