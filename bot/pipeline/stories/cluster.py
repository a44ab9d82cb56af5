"""A batch of articles into stories: the same stories whatever order the articles come in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.pipeline.stories.apart import Facts
from bot.pipeline.stories.linkage import Leader, Vector, average_link, similar_pairs
from bot.pipeline.stories.reasons import because
from bot.pipeline.stories.signature import Signature

# Tuned on the development headlines (half of the stories; verified on the other half), see score_stories.py.
FIRST_LOOK = 0.15  # mean similarity at which the first look groups, to learn which terms go into many stories
THRESHOLD = 0.08  # mean similarity of a story
_SOFT_IDF = 0.25  # power of the inverse frequency in articles: a big story's own words must not lose by being many
_STORY_IDF = 2.0  # power of the inverse frequency in stories
_CAP = 24  # groups a term is followed into at the first look
_PAIR_CAP = 60  # and when pairs are compared
_EXACT = 1_000  # up to here every article is a group of its own before average link; above, close ones are joined first
_CLOSE = 0.15


@dataclass(frozen=True, slots=True)
class Assignment:
    """The story of one article; `story` is the id of its first article. `reasons` are sentences for people."""

    id: str
    story: str
    reasons: tuple[str, ...] = ()


def cluster(articles: Iterable[Signature]) -> list[Assignment]:
    """Every article with its story, in the order given. Linear in the articles; deterministic in any order of them."""
    given = list(articles)
    order = sorted(range(len(given)), key=lambda index: _place(given[index]))
    ordered = [given[index] for index in order]
    groups = _grouped(ordered)
    first: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for index, group in enumerate(groups):
        first.setdefault(group, index)
        members.setdefault(group, []).append(index)
    found: list[Assignment | None] = [None] * len(given)
    for indices in members.values():
        story = [ordered[index] for index in indices]
        for index, reasons in zip(indices, because(story), strict=True):
            found[order[index]] = Assignment(ordered[index].id, story[0].id, reasons)
    return [assignment for assignment in found if assignment is not None]


def _place(one: Signature) -> tuple[bool, float, str, str, str]:
    return (one.at is None, one.at or 0.0, one.title, one.outlet, one.id)


def _grouped(articles: Sequence[Signature]) -> list[int]:
    """A group number per article."""
    number = len(articles)
    frequency: dict[str, int] = {}
    for article in articles:
        for term in article.weights:
            frequency[term] = frequency.get(term, 0) + 1
    most = math.log(1 + number) + 1
    soft = {term: (most - math.log(1 + count)) ** _SOFT_IDF for term, count in frequency.items()}
    look = Leader(FIRST_LOOK, _CAP)
    for article in articles:
        look.add(_vector(article, soft))
    most = math.log(1 + len(look.sizes)) + 1
    rare = {term: (most - math.log(1 + count)) ** _STORY_IDF for term, count in look.spread().items()}

    facts: list[Facts] = []
    close = Leader(_CLOSE if number > _EXACT else math.inf, _CAP)
    groups = []
    for article in articles:
        own = Facts.of(article)
        group = close.add(_vector(article, rare), partial(_together, facts, own))
        if group == len(facts):
            facts.append(own)
        else:
            facts[group].take(own)
        groups.append(group)
    near = similar_pairs(close, THRESHOLD, _PAIR_CAP, lambda one, other: facts[one].closeness(facts[other]))

    def apart(survivor: int, other: int) -> bool:
        if facts[survivor].apart(facts[other]):
            return True
        facts[survivor].take(facts[other])
        return False

    roots = average_link(near, close.sizes, THRESHOLD, apart)
    return [roots[group] for group in groups]


def _together(facts: Sequence[Facts], own: Facts, group: int) -> bool:
    return not facts[group].apart(own)


def _vector(article: Signature, statistics: Mapping[str, float]) -> Vector:
    weighted = [(term, weight * statistics[term]) for term, weight in article.weights.items()]
    length = math.sqrt(sum(weight * weight for _, weight in weighted)) or 1.0
    return [(term, weight / length) for term, weight in weighted]
