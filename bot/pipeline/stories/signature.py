"""What the matcher keeps of one article: weighted terms, measures, step, time; and what a story is made of."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from bot.pipeline.stories import claims, deeds, money, steps, tokens
from bot.pipeline.stories.places import DAILY

# A word of the headline counts once, of the summary and the lead less; tuned on tests/quality/stories.
_SUMMARY, _LEAD = 0.5, 0.2
_LEAST_SUMMARY, _SUMMARY_CHARACTERS, _LEAD_CHARACTERS = 60, 180, 700
_MOST_TERMS = 160  # a summary may be a whole article: bounded memory per article
INDEX_TERMS = 12  # terms an article is found by
MEASURE_MARK = "#"
# Factor of a name in a headline without a text, on something else than AI; letters of a word that would have a capital
# where all have one. Over the development headlines with their dates, without, and with dates spread over hours, a
# day gains .003 to .008 of BCubed F1; headlines on AI name the same few companies, and lose.
_NAME, _RUNNING = 1.3, 5
_VOTES_WEIGHT = 1.5
VOTES_MARK = "="  # a count of votes: the same in every language
_MEASURE_WEIGHT = 1.5
STEP_MARK = "/"  # the step a headline tells: the same for `probes`, `opens inquiry` and `ermittelt`
_STEP_WEIGHT = 0.8
PLACE_MARK = "@"  # a place its headline names, whatever it calls it
MARKS = (STEP_MARK, PLACE_MARK)  # neither tells one event from another, nor is an article found by them
_PLACE_WEIGHT, _DAILY_WEIGHT = 0.8, 0.5
_MEMBERS = 8  # articles of a story a new one is compared with
_NONE: frozenset[str] = frozenset()


class Signature(NamedTuple):
    """One article as the matcher sees it; weights are before statistics. `at` is seconds since 1970, if known."""

    id: str
    title: str
    words: list[str]  # of the title, as written
    weights: dict[str, float]  # roots of words, numbers, and measures marked with `#`
    beginnings: dict[str, float]  # of words, marked with `^`
    measures: frozenset[str] = _NONE  # cited in headline, summary or lead
    about: frozenset[str] = _NONE  # cited in the headline; if none there, the first one cited below it
    step: str = ""
    at: float | None = None
    outlet: str = ""
    language: str = ""
    places: frozenset[str] = _NONE  # states and countries the headline names
    amounts: tuple[tuple[str, float], ...] = ()  # of money in the headline, (currency, value)
    parties: tuple[str, ...] = ()  # who acts by office, sponsors, wins or loses in the headline
    deed: bool = False  # whether a word in the headline may tell of something done to somebody
    against: frozenset[str] = _NONE  # whom something was done to in the headline: sued, fined, investigated
    alone: str = ""  # why it joins no story whatever it shares


class _Signs(NamedTuple):
    """What a word lets expect in its headline; without it, nothing is looked for."""

    party: bool
    digest: bool
    votes: bool
    digit: bool
    money: bool
    deed: bool


@dataclass(frozen=True, slots=True)
class StorySignature:
    """A story as the matcher sees it: its first article and the newest ones, oldest first."""

    story_id: str
    members: tuple[Signature, ...]
    articles: int = 0

    def grown(self, member: Signature) -> StorySignature:
        """The story with one more article; the first one stays, of the others the newest."""
        members = (*self.members, member)
        kept = members if len(members) <= _MEMBERS else (members[0], *members[-(_MEMBERS - 1) :])
        return StorySignature(self.story_id, kept, self.articles + 1)

    def without(self, article_id: str) -> StorySignature:
        """The story after a person took an article out."""
        kept = tuple(member for member in self.members if member.id != article_id)
        return StorySignature(self.story_id, kept, max(self.articles - 1, len(kept)))


def signature(
    id: str,
    title: str,
    text: str = "",
    *,
    summary: str = "",
    published: datetime | None = None,
    outlet: str = "",
    language: str = "",
    measures: Collection[str] = (),
    stage: str = "",
) -> Signature:
    """The signature of one article. `text` is its body, of which the lead is read. `measures` and `stage` are what the
    pipeline found already (Frame.measures, Frame.stage.id); the stage given counts when the headline names no step and
    the article is about a measure.
    """
    weights: dict[str, float] = {}
    beginnings: dict[str, float] = {}
    words = tokens.words(title)
    rank, phrase, cites, number_next = steps.NO_STEP, False, False, False
    party = votes = digit = deed = False
    priced = "$" in title or "€" in title or "£" in title
    digest = "#" in title
    places: tuple[str, ...] = ()
    aside = False
    for word in words:
        (root, weight, start), (own_rank, in_phrase, opens, number, citing, place, after), signs = _read(word)
        if root:
            weights[root] = weight
            if start:
                beginnings[start] = weight * tokens.BEGINNING_SHARE
        if own_rank < rank:
            rank = own_rank
        if opens or (number and number_next):
            cites = True
        if place and not aside:
            places = (*places, place)
        aside = after
        if in_phrase:
            phrase = True
        if signs is not None:
            party, digest, votes = party or signs.party, digest or signs.digest, votes or signs.votes
            digit, priced = digit or signs.digit, priced or signs.money
            deed = deed or signs.deed
        number_next = citing
    titled = steps.measures_in(title) if cites else ()
    step = steps.step(title, rank, phrase)
    about = cited = _NONE
    below: tuple[str, ...] = ()
    if summary or text:
        if not summary:
            summary, text = _beginning(text)
        lead = text[:_LEAD_CHARACTERS]
        below = steps.measures_in(f"{summary} {lead}")
        if step:
            weights[STEP_MARK + steps.stage(step)] = _STEP_WEIGHT
        for place in dict.fromkeys(places):
            weights[PLACE_MARK + place] = _DAILY_WEIGHT if place in DAILY else _PLACE_WEIGHT
        _add(weights, beginnings, summary, _SUMMARY)
        _add(weights, beginnings, lead, _LEAD)
        counted = claims.votes(f"{title}. {summary} {lead}")
    else:
        counted = claims.votes(title) if votes else ()
        if any(word.islower() and len(word) >= _RUNNING for word in words) and claims.AI.isdisjoint(weights):
            for root in [tokens.read(word).root for word in words if word[0].isupper()]:
                if root and weights[root] == 1.0:  # a name, since not all words have capitals, and none the trade uses
                    weights[root] = _NAME
    for count in counted:
        weights[VOTES_MARK + count] = _VOTES_WEIGHT
    if titled or below or measures:
        about = frozenset(titled or steps.of_one_series(below))
        cited = frozenset((*titled, *below, *measures))
        for token in sorted(cited):
            weights[MEASURE_MARK + token] = _MEASURE_WEIGHT if token in about else _MEASURE_WEIGHT * _SUMMARY
    at = None
    if published is not None:
        at = (published if published.tzinfo else published.replace(tzinfo=UTC)).timestamp()
    named = frozenset(places) if places else _NONE
    step = step or (stage if about else "")
    alone = "an overview of many events" if digest and claims.is_digest(title) else ""
    return Signature(
        id,
        title,
        words,
        weights,
        beginnings,
        cited,
        about,
        step,
        at,
        outlet,
        language,
        named,
        money.amounts(title) if digit and priced else (),
        claims.parties(title) if party else (),
        deed,
        deeds.acted_on(title) if deed else _NONE,
        alone,
    )


def terms(one: Signature, limit: int = INDEX_TERMS) -> tuple[str, ...]:
    """The strongest terms of an article, under which storage lists its story: measures, then rare-looking words."""
    told = [(term, weight) for term, weight in one.weights.items() if term[0] not in MARKS]
    ranked = sorted(told, key=lambda item: (-item[1], -len(item[0]), item[0]))
    return tuple(term for term, _ in ranked[:limit])


def length(*parts: Mapping[str, float]) -> float:
    """Euclidean length of a vector given in parts; 1 for an empty one, so that nothing is divided by nought."""
    return math.sqrt(sum([sum([weight * weight for weight in part.values()]) for part in parts])) or 1.0


@lru_cache(maxsize=50_000)
def _read(word: str) -> tuple[tokens.Reading, steps.Hint, _Signs | None]:
    signs = _Signs(*claims.signs(word), deeds.signs(word))
    return tokens.read(word), steps.hint(word), signs if any(signs) else None


def _beginning(text: str) -> tuple[str, str]:
    """What of a text would stand in its summary, had it one: its first whole sentences; and the rest."""
    if len(text) <= _SUMMARY_CHARACTERS:
        return text, ""
    cut = max(text.rfind(mark, _LEAST_SUMMARY, _SUMMARY_CHARACTERS) for mark in (". ", "! ", "? "))
    if cut < 0:
        cut = text.rfind(" ", 0, _SUMMARY_CHARACTERS)
    return text[: cut + 1], text[cut + 1 :]


def _add(weights: dict[str, float], beginnings: dict[str, float], text: str, share: float) -> None:
    """Add a field's terms, each once: a word of the headline gains by standing there too."""
    for word in dict.fromkeys(tokens.words(text)):
        root, weight, start = tokens.read(word)
        if root and (root in weights or len(weights) < _MOST_TERMS):
            weights[root] = weights.get(root, 0.0) + weight * share
            if start:
                beginnings[start] = beginnings.get(start, 0.0) + weight * tokens.BEGINNING_SHARE * share
