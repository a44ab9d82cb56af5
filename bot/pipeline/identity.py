"""Is this item new, changed or seen? Several keys at once, and the decision taken from what they meet.

No date takes part: back-dated, undated, future-dated and re-dated items are told apart by their keys alone, so an
item whose date moves on every fetch stays one item, and no watermark can swallow a late one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from bot.pipeline import urls
from bot.pipeline.text import word_set

Action = Literal["new", "changed", "seen"]

_LEAST_TITLE_WORDS = 4  # a shorter title ("Weekly digest", "Minutes") names a series, not an item
_SURE_TITLE_WORDS = 6  # from here on a title alone can stand for its item
_LEAST_TEXT = 160  # characters of folded text; a shorter text is often the same under many items
_SURE_TEXT = 600  # from here on a text alone can stand for its item: a new headline over the same story
_DIGEST_BYTES = 10

_MARKS = re.compile(r"[^\w%€$£]+")
_AGO = re.compile(r"\b\d+ (?:second|minute|hour|day|week)s? ago\b|\bvor \d+ (?:minute|stunde|tag)(?:e?n)?\b")
# What a recurring title is made of: taken away, nothing may be left that names one item.
_SERIES = word_set(
    "the a an and of for in on to our your from with at by this "
    "daily weekly monthly quarterly annual week month day year morning evening afternoon today edition issue no "
    "number vol volume part episode digest newsletter news update updates roundup round up review recap briefing brief "
    "bulletin summary minutes agenda press release releases statement announcement report podcast video live blog "
    "links reading list calendar notes top stories headlines what need know week's day's ai policy tech technology "
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "wochenrückblick newsletter ausgabe woche tag monat der die das und im vom zum "
    "januar februar märz mai juni juli oktober dezember"
)
# Last path segments under which many items live; such an address says where to look, not which item.
_SHARED_PAGES = word_set(
    "news latest updates update blog home feed rss newsletter newsletters articles press media press-releases events "
    "publications index aktuelles presse actualites actualités archive en de fr es"
)


class Known(NamedTuple):
    """The stored article a key belongs to, with the hashes it had when last read."""

    article_id: int
    title_hash: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What an item can be recognised by. `keys` go into the store, each pointing to its article."""

    keys: tuple[str, ...]  # `g:` guid, `u:` address, `t:` title, `x:` text; strongest first
    title_hash: str
    text_hash: str  # empty when the item has no text
    title_words: int = 0  # words left when dates and words of series are taken away
    text_length: int = 0  # characters of folded text
    own_page: bool = False  # the address reads like one item's: a number, or a headline in hyphens

    def key(self, kind: str) -> str:
        """The key of that kind (`g`, `u`, `t` or `x`), or empty."""
        return next((key for key in self.keys if key.startswith(kind + ":")), "")


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with an item, the article it belongs to unless new, and why, as a sentence for the ledger."""

    action: Action
    article_id: int | None
    reason: str


def identify(*, guid: str, url: str, title: str, text: str, source_id: int | str, outlet: str) -> Identity:
    """All keys of one item. `outlet` is the outlet's name or host: it scopes title and text, so that the same wire
    report in two newspapers stays two articles. `text` is what the feed gives (content, else summary), without markup.
    """
    title_folded, text_folded = fold(title), fold(text)
    telling = [word for word in title_folded.split() if word not in _SERIES and not word.isdigit()]
    scope = fold(outlet) or f"source {source_id}"
    keys = []
    if guid.strip():
        keys.append(f"g:{source_id}:{_hash(guid.strip())}")
    address = _address(url)
    if address:
        keys.append(f"u:{_hash(address)}")
    if len(telling) >= _LEAST_TITLE_WORDS:
        keys.append(f"t:{_hash(scope + '|' + title_folded)}")
    if len(text_folded) >= _LEAST_TEXT:
        keys.append(f"x:{_hash(scope + '|' + text_folded)}")
    return Identity(
        tuple(keys),
        _hash(title_folded),
        _hash(text_folded) if text_folded else "",
        len(telling),
        len(text_folded),
        _own_page(address),
    )


def distinct(items: Sequence[Identity]) -> tuple[Identity, ...]:
    """The items of one document, without the keys that two different items of it share.

    A guid or address under two titles with two texts identifies neither. The same item listed twice keeps its keys.
    """
    holders: defaultdict[str, list[Identity]] = defaultdict(list)
    for item in items:
        for key in item.keys:
            holders[key].append(item)
    shared = {key for key, some in holders.items() if len(some) > 1 and any(not _same(some[0], x) for x in some)}
    if not shared:
        return tuple(items)
    return tuple(replace(item, keys=tuple(k for k in item.keys if k not in shared)) for item in items)


def decide_document(items: Sequence[Identity], known: Mapping[str, Known]) -> tuple[Decision, ...]:
    """`decide` for the items of one document, in its order; an item listed twice is decided once.

    The second listing of a new item is "seen" with no article id, since the store has not given one yet.
    """
    met: dict[str, Known] = {}
    decisions = []
    for number, item in enumerate(distinct(items), start=1):
        decision = decide(item, known)
        if decision.action == "new":
            if met and decide(item, met).action != "new":
                decision = Decision("seen", None, "listed twice in one document")
            else:
                met.update((key, Known(-number, item.title_hash, item.text_hash)) for key in item.keys)
        decisions.append(decision)
    return tuple(decisions)


def decide(item: Identity, known: Mapping[str, Known]) -> Decision:
    """New, changed or seen. `known` holds the stored article of each key of `item` that the store knows.

    The article with the most matching keys is the candidate (then the strongest key, then the oldest article).
    """
    meets: defaultdict[int, list[str]] = defaultdict(list)
    for key in item.keys:
        if key in known:
            meets[known[key].article_id].append(key)
    if not meets:
        return Decision("new", None, "nothing like it was seen before")
    refusals = []
    for article_id in sorted(meets, key=lambda one: (-len(meets[one]), item.keys.index(meets[one][0]), one)):
        matching = meets[article_id]
        stored = known[matching[0]]
        words = _recognised(item, "".join(sorted({key[0] for key in matching})), stored)
        if not words.startswith("same"):
            refusals.append(words)
            continue
        if stored.title_hash != item.title_hash:
            return Decision("changed", article_id, f"{words}, with another headline")
        if item.text_hash and stored.text_hash and stored.text_hash != item.text_hash:
            return Decision("changed", article_id, f"{words}, with another text")
        return Decision("seen", article_id, words)
    return Decision("new", None, refusals[0])


def fold(text: str) -> str:
    """Text as identity sees it: compatible letters, lower case, no marks, no “3 hours ago”; words by one blank."""
    folded = " ".join(_MARKS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).split())
    return " ".join(_AGO.sub(" ", folded).split()) if " ago" in folded or "vor " in folded else folded


def _recognised(item: Identity, matching: str, stored: Known) -> str:
    """Why the stored article is the same item (begins with “same”), or why it is not. `matching`: kinds of keys."""
    title = stored.title_hash == item.title_hash
    text = bool(item.text_hash) and stored.text_hash == item.text_hash
    if "u" in matching:
        if "g" in matching:
            return "same address and guid"
        if title or text or item.own_page or not item.key("g"):
            return "same address"
        return "its address is one page for many items: guid, title and text are others"
    if "g" in matching:
        if text or (title and item.title_words):
            return "same guid and title" if title else "same guid and text"
        if not item.key("u"):
            return "same guid"
        return "its guid was used for another item, with another address, title and text"
    if text and title:
        return "same title and text under another guid and address"
    if text and item.text_length >= _SURE_TEXT:
        return "same long text under another guid and address"
    if title and "t" in matching and not (item.text_hash and stored.text_hash):
        return "same title, and no text to tell them apart"
    if title and "t" in matching and item.title_words >= _SURE_TITLE_WORDS and item.text_length < _LEAST_TEXT:
        return "same long title"
    return "only its title or a short text was seen before, under another guid and address"


def _same(one: Identity, other: Identity) -> bool:
    if one.title_hash != other.title_hash:
        return bool(one.text_hash) and one.text_hash == other.text_hash
    return one.title_words > 0 or one.text_hash == other.text_hash


def _address(url: str) -> str:
    """The address when it can stand for one item: not a home page, not a page that lists many."""
    address = urls.key(url) if url.strip() else ""
    if not address:
        return ""
    parts = urlsplit("//" + address)
    segments = [segment for segment in parts.path.lower().split("/") if segment]
    if parts.query or any(mark in parts.fragment for mark in "!/"):
        return address
    if not segments or segments[-1] in _SHARED_PAGES:
        return ""
    return address


def _own_page(address: str) -> bool:
    """Whether the address reads like one item's: by a query, or a number or three hyphened words in its last part."""
    if "?" in address or "#" in address:
        return True
    last = address.removesuffix("/").rpartition("/")[2]
    words = last.split("-")
    return any(map(str.isdecimal, last)) or any(all(words[at : at + 3]) for at in range(len(words) - 2))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
