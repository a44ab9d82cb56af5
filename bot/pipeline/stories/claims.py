"""What a headline commits itself to: who acts, a count of votes, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from bot.pipeline.stories import steps, tokens
from bot.pipeline.stories.companies import SAME_PARTY
from bot.pipeline.stories.places import NAMES, PLACES
from bot.pipeline.text import word_set

# One way only to cut a headline into words, and none longer than a name: else a hostile one costs its length cubed.
_CAPITALISED: Final = r"([A-Z][\w.’'-]{0,60}(?:\s[A-Z][\w.’'-]{0,60}){0,2})"
_ACTOR: Final = re.compile(
    r"\b(?:[Ss]enators?|Sen\.|[Rr]epresentatives?|Rep\.|[Cc]ongress(?:man|woman)|[Gg]overnor|Gov\.|[Jj]udge)\s+"
    + _CAPITALISED
)
_SPONSOR: Final = re.compile(r"\b([A-Z][\w-]{1,60})['’]s (?:[\w-]{1,60} ){0,2}(?:[Bb]ill|[Pp]roposal)\b")
_WINNER: Final = re.compile(
    rf"^{_CAPITALISED}\s(?:[Ww]ins?|[Ww]on|[Ll]oses?|[Ll]ost|[Bb]eats?|[Dd]efeats?) (?:[\w-]{{1,60}} ){{0,3}}"
    r"(?:[Rr]uling|[Cc]ase|[Ss]uit|[Ll]awsuit|[Aa]ppeal|[Cc]ourt|[Tt]rial)\b"
)
_PLAINTIFF: Final = re.compile(
    r"^(.{3,60}?)\s(?:sues?|sued|(?:is|are) suing|takes?|files|verklagt|verklagen)\s+"
    r"(?:[A-Z]|lawsuit|suit|copyright|complaint)"
    r"|\bsued by (?:the )?([A-Z][\w.&’'-]{0,60}(?:,?\s(?:and )?[A-Z][\w.&’'-]{0,60}){0,3})"
)
_NAME_CODES: Final = {name: PLACES[name] for name in NAMES}
_PROPOSER: Final = re.compile(r"^(.{3,40}?)\s(?:unveil|introduce|propose|table|present|file)s?\b")
_PARTIES: Final = (_ACTOR, _SPONSOR, _WINNER)
# In a title one of these patterns takes, a word begins so; cheaper to know word by word.
_PARTY_WORD: Final = re.compile(
    r"(?:[Ss]enators?|Sen|[Rr]epresentatives?|Rep|[Cc]ongress(?:man|woman)|[Gg]overnor|Gov|[Jj]udge|[Bb]ill|[Pp]roposal"
    r"|[Ww]ins?|[Ww]on|[Ll]oses?|[Ll]ost|[Bb]eats?|[Dd]efeats?)\b"
)
_MONEY_WORDS: Final = ("euro", "dollar", "pound", "eur", "usd", "gbp")
_VOTES: Final = re.compile(
    r"\b(\d{2,3})\b(?:[^\d.;:]{0,40}?(?:,|\b(?:to|zu|gegen|against|and|und)\b)\s?|\s?[-–:]\s?)(\d{1,3})\b(?![.,]\d)",
    re.IGNORECASE,
)
_OF_VOTES: Final = re.compile(r"\bvot(?:e[sd]?|ing)\b|stimm", re.IGNORECASE)
_FEW: Final = 4  # words with which a headline without a name tells no event
_AROUND: Final = 40  # characters within which a pair of numbers is said to be votes
_OVERVIEW: Final = r"(?:digest|newsletter|round-?up|rundown|wrap-?up|briefing)"
_ENDS: Final = r"\s*(?:$|[:#|,–—(]|no\b|issue\b|\d)"
_DIGEST: Final = re.compile(
    r"^(?:the|this|our|your|last)\s+(?:[\w'’-]+\s+){0,2}(?:week|month)(?:\s+in\s+[\w\s'’-]{1,30})?\s*(?:$|[:#|,–—(])"
    rf"|^(?:[\w'’-]+\s+){{0,3}}(?:weekly|daily|monthly)\s+(?:[\w'’-]+\s+){{0,3}}(?:{_OVERVIEW}|update|brief|bulletin){_ENDS}"
    rf"|\b(?:ai|policy|news|tech|legal|morning|evening|regulatory)\s+{_OVERVIEW}{_ENDS}"
    r"|(?:^|\s)#\d{1,4}\s*(?:$|[:|–—-])"
    rf"|^{_OVERVIEW}\s*(?:$|#|\d)"
    r"|\bweek in review\b|\bwochen(?:rückblick|überblick|schau)\b|\bpresseschau\b",
    re.IGNORECASE,
)
# One of these stands in every title the pattern takes: cheaper to look for.
_DIGEST_HINTS: Final = (
    "week", "month", "daily", "digest", "newsletter", "round", "rundown", "wrap", "briefing", "wochen",
    "presseschau",
)  # fmt: skip
# Words that tell nothing of an event although few headlines have them: titles of office, bodies that act every day,
# and what all AI policy is about.
_EVERYWHERE: Final = word_set("""
senator senators sen representative representatives rep governor gov mayor judge senate house assembly congress council
commissioner premier chancellor action us eu uk ftc nist doj sec fcc ico cnil garante trade federal
watchdog chatbot chatbots generative ai-generated weekly newsletter digest
""")
DULL: Final = tokens.COMMON_STEMS | {tokens.stem(word) for word in _EVERYWHERE}
# One of these in a headline, and it is about AI: such headlines are so alike that a neighbour's neighbour is soon
# another event.
AI: Final = frozenset(
    tokens.stem(word)
    for word in word_set(
        "ai artificial chatbot chatgpt gpt openai anthropic claude deepfake deepseek algorithm llm gpai"
    )
)
COMPANIES: Final = frozenset(SAME_PARTY)
# The trade's own nouns: a headline made of these alone (`AI law`) could head any article.
_TRADE: Final = frozenset(
    tokens.stem(word)
    for word in word_set("""
ai artificial intelligence law bill act regulation regulator rule policy legislation framework governance safety model
week weekly new news update proposal draft order measure sign signed passed approved adopted vote explained
""")
)


class Signs(NamedTuple):
    """What a word lets expect in its headline; without it, nothing is looked for."""

    party: bool
    digest: bool
    votes: bool
    digit: bool
    money: bool


def signs(word: str) -> Signs:
    """The signs of one word as written."""
    low = word.lower()
    return Signs(
        _PARTY_WORD.match(word) is not None,
        any(hint in low for hint in _DIGEST_HINTS),
        _OF_VOTES.search(word) is not None,
        any(character.isdigit() for character in word),
        any(unit in low for unit in _MONEY_WORDS),
    )


def parties(title: str) -> tuple[str, ...]:
    """Roots of the parties of a headline: who acts by title of office (`Senator Hawley`), whose bill it is, and who
    wins or loses.
    """
    found = []
    for pattern in _PARTIES:
        for match in pattern.finditer(title):
            found += _names(match[1])
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def plaintiffs(title: str) -> frozenset[str]:
    """Those who sue by a headline, as roots or as codes of places: `Ziff Davis sues OpenAI`, `Meta sued by Texas`.
    Those told by a plural (`Authors sue`) may be anybody.
    """
    return _acting(_PLAINTIFF, title, PLACES)


@lru_cache(maxsize=4096)
def proposers(title: str) -> frozenset[str]:
    """Those who lay a bill before others by a headline: `Hawley unveils AI bill`; as roots or as codes of places."""
    return _acting(_PROPOSER, title, _NAME_CODES)


def _acting(pattern: re.Pattern[str], title: str, codes: Mapping[str, str]) -> frozenset[str]:
    found = set()
    for match in pattern.finditer(title):
        for word in tokens.words(next(group for group in match.groups() if group)):
            root, weight, _ = tokens.read(word)
            if word in codes:
                found.add(codes[word])
            elif word[0].isupper() and word[-1] != "s" and weight >= 1.0 and root not in DULL:
                found.add(party(root))
    return frozenset(found)


def companies(words: Iterable[str]) -> frozenset[str]:
    """Companies of the trade a headline names, each by one name."""
    return frozenset(
        found for word in words if (found := SAME_PARTY.get(tokens.read(word).root)) and not word.islower()
    )


def _names(words: str) -> list[str]:
    """Parties of a capitalised run, which ends at a verb of procedure: `Newsom Vetoes AI Safety Bill`. A run that names
    a place, or who governs a state, says who acts by its place.
    """
    found = []
    for word in tokens.words(words):
        if steps.hint(word).rank < steps.NO_STEP:
            break
        if word in NAMES or PLACES.get(word, "").startswith("US-"):
            return []
        root, weight, _ = tokens.read(word)
        if weight >= 1.0 and root not in DULL:
            found.append(party(root))
    return found


def party(root: str) -> str:
    """One name for a party known by several."""
    return SAME_PARTY.get(root, root)


def votes(text: str) -> tuple[str, ...]:
    """Counts of votes a text reports, in one form whatever its language: `380-250`."""
    if not _OF_VOTES.search(text):
        return ()
    found = [
        f"{match[1]}-{match[2]}"
        for match in _VOTES.finditer(text)
        if _OF_VOTES.search(text, max(0, match.start() - _AROUND), match.end() + _AROUND)
    ]
    return tuple(dict.fromkeys(found))


def is_digest(title: str) -> bool:
    """Whether a headline announces a recurring overview: each tells of many events, and of none."""
    return _DIGEST.search(title) is not None


def says_little(words: Iterable[str]) -> bool:
    """Whether a headline is a few nouns of the trade, with no name among them: `AI law`."""
    roots = [root for word in words if (root := tokens.read(word).root)]
    return bool(roots) and len(roots) <= _FEW and _TRADE.issuperset(roots)
