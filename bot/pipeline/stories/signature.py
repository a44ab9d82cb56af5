"""What the matcher keeps of one article: weighted terms, measures, step, time; and what a story is made of."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.pipeline.stories import steps, tokens

# A word of the headline counts once, of the summary and the lead less; tuned on tests/quality/stories.
_TITLE, _SUMMARY, _LEAD = 1.0, 0.5, 0.3
_LEAD_CHARACTERS = 700
_MOST_TERMS = 160  # a summary may be a whole article: bounded memory per article
INDEX_TERMS = 12  # terms an article is found by
_MEASURE_WEIGHT = 1.5
_MEMBERS = 8  # articles of a story a new one is compared with

MEASURE_MARK = "#"
BEGINNING_MARK = "^"


@dataclass(frozen=True, slots=True)
class Signature:
    """One article as the matcher sees it. `weights` are before statistics; terms beginning with `#` are measures,
    with `^` beginnings of words. `at` is seconds since 1970, or None when the article has no date.
    """

    id: str
    title: str
    weights: Mapping[str, float]
    measures: frozenset[str] = frozenset()  # cited in headline, summary or lead
    about: frozenset[str] = frozenset()  # cited in the headline; if none there, the first one cited below it
    step: str = ""
    at: float | None = None
    outlet: str = ""
    language: str = ""


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
    pipeline found already (Frame.measures, Frame.stage.id); the headline's own words go before the stage given.
    """
    weights: dict[str, float] = {}
    for word in tokens.words(title):
        weights.update(tokens.terms(word))
    opening = ""
    if summary or text:
        opening = f"{summary} {text[:_LEAD_CHARACTERS]}"
        _add(weights, summary, _SUMMARY)
        _add(weights, text[:_LEAD_CHARACTERS], _LEAD)
    titled = steps.measures_in(title)
    below = steps.measures_in(opening) if opening else ()
    about = titled or below[:1]
    for token in (*titled, *below, *measures):
        weights[MEASURE_MARK + token] = _MEASURE_WEIGHT if token in about else _MEASURE_WEIGHT * _SUMMARY
    at = None
    if published is not None:
        at = (published if published.tzinfo else published.replace(tzinfo=UTC)).timestamp()
    cited = frozenset((*titled, *below, *measures))
    step = steps.step(title) or stage
    return Signature(id, title, weights, cited, frozenset(about), step, at, outlet, language)


def terms(one: Signature, limit: int = INDEX_TERMS) -> tuple[str, ...]:
    """The strongest terms of an article, under which storage lists its story: measures, then rare-looking words."""
    usable = [item for item in one.weights.items() if not item[0].startswith(BEGINNING_MARK)]
    usable.sort(key=lambda item: (-item[1], -len(item[0]), item[0]))
    return tuple(term for term, _ in usable[:limit])


def norm(weights: Mapping[str, float]) -> float:
    """Euclidean length, 1 for an empty vector so that nothing is divided by nought."""
    return math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0


def _add(weights: dict[str, float], text: str, share: float) -> None:
    """Add a field's terms, each once: a word of the headline gains by standing there too."""
    met = set()
    for word in tokens.words(text):
        for term, weight in tokens.terms(word):
            if term not in met:
                met.add(term)
                if term in weights or len(weights) < _MOST_TERMS:
                    weights[term] = weights.get(term, 0.0) + weight * share
