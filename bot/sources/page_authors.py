"""Who wrote a page: JSON-LD persons, meta tags, rel=author, byline elements, “By ...” under the headline."""

from __future__ import annotations

import re
from typing import Any

from bot.pipeline.text import word_set
from bot.sources.page_date import aside
from bot.sources.page_signals import Signals, plain, types
from bot.sources.page_title import Near, text_of

_PREFIX = re.compile(
    r"^(?:(?:story|words|written|posted|reported|published|report|article|text|interview|analysis|opinion|photos?|"
    r"reporting|created|"
    r"submitted|compiled|edited|geschrieben|publié|écrit|texte)\s+(?:by|von|par)\b|by\b|von\b|par\b|por\b|di\b|door\b|"
    r"(?:guest )?(?:author|writer|contributor|autor|autorin|auteur)s?\s*:|from\b|"
    r"(?:(?:view )?(?:all|more) )?(?:articles|posts|stories) (?:by|from)\b|more(?: (?:by|from))?\b|(?=\W))"
    r"\s*[:\-|]*\s*",
    re.IGNORECASE,
)
# The next patterns are for texts on one line with single blanks, so none of them repeats a blank.
_BAR = re.compile(r" ?[|•·] ?")
_SPLIT = re.compile(r" ?[;/&] ?| (?:and|und|et|y|e|en|with|mit|avec) ")
_CUT = re.compile(
    r" (?:in|for|at|of|from|reports?|via|on|is|für|aus|pour|à|as told to|updated?|published|posted|last|"
    r"contributed|special (?:to|for))\b.*$"
    r"| ?[(\[<{].*$| [-–—] .*$| ?@\w.*$| ?\b\S{1,64}@\S.*$| ?https?:.*$| ?\d.*$",
    re.IGNORECASE | re.DOTALL,
)
_JOB = word_set(
    "editor editors correspondent correspondents reporter reporters writer writers columnist staff journalist "
    "executive deputy "
    "producer analyst contributor contributors contributing bureau chief director desk team newsroom editorial "
    "managing senior political reporter. redaktion redakteur redakteurin korrespondent journaliste rédaction "
    "rédacteur correspondant service services agencies agency wire press network news newswire associate "
    "assistant professor fellow lecturer partner attorney counsel president ceo founder freelance guest board "
    "admin administrator webmaster author authors published updated minute read follow email share contact "
    "biography bio profile view posts articles website magazine online communications office media department "
    "ministry commission institute secretary minister spokesperson release university intern fellow politics "
    "technology business science health environment education economics world national international local "
    "opinion sport sports features feature"
)
_GENERIC = word_set(
    "admin administrator editor editors staff newsroom guest webmaster anonymous unknown user root author team "
    "redaktion rédaction redaction press office news desk online web publisher system default test none null "
    "undefined reporter wire contributor contributors agencies agency"
)
# Agencies sign as bodies; they are authors where no person is named.
_AGENCIES = frozenset(
    [
        "reuters",
        "associated press",
        "the associated press",
        "ap",
        "afp",
        "agence france-presse",
        "dpa",
        "bloomberg",
        "bloomberg news",
        "pa media",
        "press association",
        "ans",
        "pti",
        "ians",
        "ani",
        "xinhua",
        "kyodo",
        "tass",
        "efe",
        "ansa",
        "epd",
        "kna",
        "sda",
        "apa",
        "the canadian press",
        "canadian press",
        "australian associated press",
        "aap",
        "cna",
        "yonhap",
    ]
)
_NAME = re.compile(r"^[^\W\d_][\w.'’‘`´-]*(?:[ \u00a0](?:[^\W\d_][\w.'’‘`´-]*|[A-Z]\.)){0,5}\.?$")
# What stands inside some names: Richard (R.J.) Eskow, Maria “Mimi” Lopez.
_NICKNAME = re.compile(r"(?<=[^\W\d_]) (?:\((?:[^\W\d_]\.?){1,4}\)|[\"“][^\W\d_][\w .-]{1,20}[\"”]) (?=[^\W\d_])")
_DEGREE = re.compile(r"^(?:M\.?[ADP]\.?|MBA|MPH|MSc|LLM|RN|Ph\.?D\.?)(?: |$)")  # Jane Doe, MA The Outlet
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")  # names written without a space
_PARTICLES = word_set(
    "de da di do dos das del della van von der den ter la le al bin ibn el y e zu und af av du des san st"
)
_META = (
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc:creator",
    "citation_author",
    "byl",
    "article:author_name",
    "article.author",
    "author",
    "authors",
    "article:author",
    "og:author",
    "og:article:author",
    "cxenseparse:author",
    "shareaholic:article_author_name",
    "rbauthors",
    "creator",
    "twitter:data1",
    "twitter:creator",
)
_MARK = re.compile(r"byline|by-line|author|writer|contributor|autor|auteur|signature|journalist", re.IGNORECASE)
_NOT_MARK = re.compile(
    r"bio|about|box|card-list|more|social|follow|image|photo|avatar|comment|date|time|job|title|role|desc",
    re.IGNORECASE,
)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|by|profiles?|staff|journalists?|people|autor(?:en)?|auteurs?|contributors?|writers?|reporters?|"
    r"bio|team|columnists?|person)/[^/?#]+",
    re.IGNORECASE,
)
_BYLINE_TAGS = word_set(
    "a span div p address li h2 h3 h4 h5 h6 strong em cite section header b i font small td dd time"
)
_TEXT_BYLINE = re.compile(
    r"^(?:(?:story |words |written |posted |reported )?by|von|par)\s*:?\s+(?=[A-Z\u00c0-\u00de])", re.IGNORECASE
)


def names(raw: str, outlets: frozenset[str] = frozenset()) -> list[str]:
    """The persons named in a byline as it stands on pages or in meta tags: “By A. Doe, Politics Editor, and B. Roe”."""
    text = " ".join(raw.split())
    if not text or text.startswith(("http", "www.", "/")) or len(text) > 300:
        return []
    bodies: list[str] = []
    for column in _BAR.split(text):  # after the bar that follows the names stand the outlet, the place, the date
        found = _names_in(column, outlets)
        people = [name for name in found if name.lower() not in _AGENCIES]
        if people:
            return people
        bodies = bodies or found
    return bodies


def _names_in(text: str, outlets: frozenset[str]) -> list[str]:
    """Persons and agencies named in one column of a byline."""
    found: list[str] = []
    for part in _SPLIT.split(_PREFIX.sub("", text, count=1)):
        pieces = [piece.strip() for piece in part.split(",")]
        if len(pieces) == 2 and all(piece and " " not in piece for piece in pieces) and not _is_job(pieces[1]):
            pieces = [f"{pieces[1]} {pieces[0]}"]  # Doe, Jane
        for index, piece in enumerate(pieces):
            name = _person(_DEGREE.sub("", piece) if index else piece, outlets)
            if name and name.lower() not in (other.lower() for other in found):
                found.append(name)
    return found


def _is_job(piece: str) -> bool:
    return any(word.strip(".").lower() in _JOB for word in piece.split())


def _person(piece: str, outlets: frozenset[str]) -> str:
    """The name in one piece of a byline, or nothing when it is a job, a place, the outlet or noise."""
    if inner := _NICKNAME.search(piece):
        bare = _person(f"{piece[: inner.start()]} {piece[inner.end() :]}", outlets)
        before = piece[: inner.start()].split()[-1]
        return bare.replace(before, before + inner[0].rstrip(), 1) if f"{before} " in bare else bare
    piece = _PREFIX.sub("", _CUT.sub("", piece), count=1).strip(" \u00a0.,:|-–—*'\"")
    if piece.isupper() and len(piece) > 3 and " " in piece:
        piece = " ".join(
            word if word in ("II", "III", "IV") else word.capitalize() if "-" not in word else word.title()
            for word in piece.split()
        )
    lower = piece.lower()
    if not 2 < len(piece) <= 50 or not _NAME.match(piece) or lower in _GENERIC:
        return ""
    if "".join(char for char in lower if char.isalnum()) in outlets and lower not in _AGENCIES:
        return ""
    if lower in _AGENCIES or _UNSPACED.fullmatch(piece):
        return piece
    words = _without_signs(_without_job(piece.split()))
    if "".join(char for char in "".join(words).lower() if char.isalnum()) in outlets:
        return ""
    if (
        len(words) < 2
        or words[0].lower() in ("the", "die", "les")
        or any(word[0].islower() and word.lower() not in _PARTICLES for word in words)
    ):
        return ""
    return " ".join(words)


def _without_job(words: list[str]) -> list[str]:
    """The name without a job before or after it: Jane Doe Senior Reporter, Chief Correspondent Jane Doe."""
    jobs = [index for index, word in enumerate(words) if word.strip(".,").lower() in _JOB]
    if not jobs:
        return words
    return words[: jobs[0]] if jobs[0] >= 2 else words[jobs[-1] + 1 :]


def _without_signs(words: list[str]) -> list[str]:
    """The name without an outlet's or degree's letters after it: Jane Doe CNN, Jane Doe MD."""
    if len(words) > 2 and words[-1].isalpha() and words[-1].isupper() and 2 <= len(words[-1]) <= 5:
        spelled = not any(word.isupper() and len(word) > 1 for word in words[:-1])
        return words[:-1] if spelled and words[-1] not in ("II", "III", "IV") else words
    return words


def _from_node(signals: Signals, outlets: frozenset[str]) -> tuple[list[str], list[str]]:
    """Persons and organisations the JSON-LD node gives as its authors."""
    people: list[str] = []
    bodies: list[str] = []
    node = signals.article
    authors = node.get("author") or node.get("creator") or signals.other.get("author") or ()
    for author in authors if isinstance(authors, list) else [authors]:
        resolved = signals.resolved(author)
        if isinstance(resolved, str):
            people.extend(names(resolved, outlets))
        elif isinstance(resolved, dict):
            listed = resolved.get("name")
            values = listed if isinstance(listed, list) else [listed]
            if not listed and resolved.get("familyName"):
                values = [f"{plain(resolved.get('givenName'))} {plain(resolved.get('familyName'))}"]
            kinds = types(resolved)
            for value in values:
                given = names(plain(value), outlets)
                is_body = any(kind.endswith("organization") for kind in kinds)
                (bodies if is_body else people).extend(given)
    return _once(people), _once(bodies)


def _once(found: list[str]) -> list[str]:
    seen: dict[str, str] = {}
    for name in found:
        seen.setdefault(" ".join(name.lower().replace(".", "").split()), name)
    return list(seen.values())


def _from_meta(signals: Signals, outlets: frozenset[str]) -> list[str]:
    for name in _META:
        if name == "twitter:data1" and "written" not in signals.first("twitter:label1").lower():
            continue
        found: list[str] = []
        for value in signals.meta.get(name, ())[:10]:
            found.extend(names(value, outlets))
        if found:
            return _once(found)
    return []


def _from_page(near: Near, outlets: frozenset[str]) -> list[str]:
    """Names in elements marked as the byline; the first marked part of the page that gives any."""
    linked: list[str] = []
    marked: list[str] = []
    spoken: list[str] = []
    beside: list[str] = []  # signed in a box beside the article, which may also be a teaser's
    places: dict[str, int] = {}  # how far from the headline each kind was found
    heading = max(0, near.heading)
    scope: Any = None
    looked = 0
    for place, element in enumerate(near.elements):
        tag = element.tag
        if tag not in _BYLINE_TAGS:
            continue
        prop = f"{element.get('itemprop') or ''} {element.get('rel') or ''}".lower()
        marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"
        is_author = "author" in prop or (tag == "a" and _AUTHOR_LINK.search(element.get("href") or "") is not None)
        is_marked = marks != "  " and _MARK.search(marks) is not None
        text = element.text or ""
        is_spoken = len(text) < 200 and _TEXT_BYLINE.match(text.strip() + " X") is not None
        if not (is_author or is_marked or is_spoken):
            continue
        if aside(element):
            if "author" in prop and len(beside) < 8:
                beside.extend(names(text_of(element), outlets))
            continue
        looked += 1
        if looked > 120:
            break
        if is_author and not (is_marked and _NOT_MARK.search(marks)):
            given = names(text_of(element), outlets)
            if given and (scope is None or _near(element, scope)):
                scope = scope if scope is not None else element
                linked.extend(given)
                places.setdefault("linked", _distance(place, heading))
        elif is_spoken and not spoken:
            spoken = names(_TEXT_BYLINE.sub("", _short(element)), outlets)
            places["spoken"] = _distance(place, heading)
        elif is_marked and not marked and not _NOT_MARK.search(marks):
            words = _short(element)
            if _TEXT_BYLINE.match(words) or (1 < len(words.split()) <= 14):
                marked = names(words, outlets)
                places["marked"] = _distance(place, heading)
    groups = {"linked": _once(linked), "marked": _once(marked), "spoken": _once(spoken)}
    nearest = min((places[kind] for kind, found in groups.items() if found), default=0)
    same = [found for kind, found in groups.items() if found and places[kind] <= nearest + _ONE_BYLINE]
    return max(same, key=len, default=_once(beside) if len(set(beside)) == 1 else [])[:8]


_ONE_BYLINE = 12  # elements between the parts of one byline


def _distance(place: int, heading: int) -> int:
    """Elements between the headline and a byline; what stands before the headline counts as farther."""
    return place - heading if place >= heading else heading - place + 100


def _short(element: Any) -> str:
    text = text_of(element)
    return text if len(text) <= 200 else ""


def _near(element: Any, first: Any) -> bool:
    """Whether the element stands in the same byline as the first one: within five levels of a common parent."""
    above = []
    for steps, parent in enumerate(first.iterancestors()):
        if steps >= 4 or parent.tag in ("body", "html", "main", "article"):
            break
        above.append(parent)
    for steps, parent in enumerate(element.iterancestors()):
        if steps >= 5:
            break
        if any(parent is other for other in above):
            return True
    return False


def choose(near: Near, signals: Signals, outlets: tuple[str, ...], visible: str) -> tuple[str, ...]:
    """The authors as readers see them.

    JSON-LD persons first, unless the page shows a byline that holds them and more, or none of them is shown at all;
    then meta tags; then the page's own byline; bodies such as Reuters where no person signs.
    """
    squeezed = frozenset("".join(char for char in name.lower() if char.isalnum()) for name in outlets)
    people, bodies = _from_node(signals, squeezed)
    meta = _from_meta(signals, squeezed)
    shown = _from_page(near, squeezed)
    lower = visible.lower()
    for candidate in (people, meta):
        if not candidate:
            continue
        keys = {name.lower() for name in candidate}
        page_keys = {name.lower() for name in shown}
        if page_keys > keys:
            return tuple(shown)
        if not shown or any(name in lower for name in keys):
            return tuple(candidate)
    return tuple(shown or people or meta or bodies)
