"""A batch of articles into stories: the same stories whatever order the articles come in."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from bot.pipeline.stories import tokens
from bot.pipeline.stories.apart import Facts
from bot.pipeline.stories.linkage import Groups, average_link, blend, lend
from bot.pipeline.stories.reasons import because
from bot.pipeline.stories.signature import Signature, length

# Tuned on the development headlines and on tests/quality/stories; score_stories.py repeats the figures.
THRESHOLD = 0.09  # mean similarity of a story
FIRST_LOOK = 0.15  # mean similarity at which the first look groups, to learn which terms go into many stories
_CAP = 24  # groups a term is followed into at the first look
_PAIR_CAP = 30  # and when pairs are compared
# Up to so many articles each is a group of its own before average link, and beginnings of words count too. Above, the
# groups of a stricter first look are linked, on whole words: a third of the time, .01 of BCubed F1 less.
_EXACT = 1_000
_DULL, _DULL_SHARE, _DULL_ARTICLES = 0.2, 0.1, 12  # factor at the first look of a term in so many of the articles
CLOSE = 0.25
# How headlines without a text lean on their neighbours: on how many, with what share, and the factor that brings such a
# similarity to THRESHOLD. Single headlines and groups of the first look differ. Chosen on the development headlines
# (days, halves of their stories, and uneven stories): days gain .012 of BCubed F1, all at once .014.
_LEAN = (3, 0.5, THRESHOLD / 0.12)
_LEAN_GROUPS = (5, 1.0, THRESHOLD / 0.13)
# Of a day's bare headlines, how they are written counts beside their words: cosine of runs of so many letters, with
# that share, from that similarity. Chosen on the development headlines, where shares of .3 to .6 give the
# same within .003: a day gains .006 of BCubed F1 at two fifths of the speed.
_RUN, _WRITTEN, _LEAST_WRITTEN = 4, 0.4, 0.04


class Assignment(NamedTuple):
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
    """A group number per article: a first look, then average link with what it taught about the terms."""
    exact = len(articles) <= _EXACT
    threshold = FIRST_LOOK if exact else CLOSE
    having = Counter(chain.from_iterable([article.weights for article in articles]))
    dull = _dull(having, len(articles))
    single = {term for term, count in having.items() if count == 1}  # makes no two articles alike
    look = Groups()
    facts: list[Facts] = []
    labels: list[int] = []
    leaning: list[bool] = []
    for article in articles:
        own, weights = Facts.of(article), article.weights
        if not dull.isdisjoint(weights):
            weights = {term: weight * _DULL if term in dull else weight for term, weight in weights.items()}
        size = length(weights)
        weights = {term: weight for term, weight in weights.items() if term not in single}
        label = look.nearest(weights, size, threshold, _CAP, partial(_together, facts, own))
        look.put(label, weights, size)
        if label == len(facts):
            facts.append(own)
        else:
            facts[label].take(own)
        labels.append(label)
        leaning.append(own.leans)
    counts = look.spread()
    counts.update(dict.fromkeys(single, 1.0))
    if exact:
        counts.update(_spread_of_beginnings(articles, labels))
    most = math.log(1 + len(look.sizes)) + 1
    rare = {term: most - math.log(1 + count) for term, count in counts.items()}
    rarer = {term: weight * weight for term, weight in rare.items()}
    if exact:
        labels = list(range(len(articles)))
        facts = [Facts.of(article) for article in articles]
    groups = Groups()
    for index, (article, label) in enumerate(zip(articles, labels, strict=True)):
        factor = rare if leaning[index] else rarer
        weights = {term: weight * factor[term] for term, weight in article.weights.items()}
        if exact:
            weights.update([(start, weight * factor[start]) for start, weight in article.beginnings.items()])
        size = length(weights)
        if not exact:  # a term of one group makes no two groups alike
            weights = {term: weight for term, weight in weights.items() if counts[term] > 1.0}
        groups.put(label, weights, size)
    bare = [some.leans for some in facts]

    def closeness(one: int, other: int) -> float:
        return facts[one].closeness(facts[other])

    near = groups.similar(THRESHOLD / 2 if exact else THRESHOLD, _PAIR_CAP, closeness)
    if exact and any(bare):
        written = _letters(articles, bare).similar(_LEAST_WRITTEN, _PAIR_CAP, closeness)
        near = blend(near, written, bare, _WRITTEN)
    near = lend(near, groups.sizes, bare, *(_LEAN if exact else _LEAN_GROUPS))

    def apart(survivor: int, other: int) -> bool:
        if facts[survivor].apart(facts[other]):
            return True
        facts[survivor].take(facts[other])
        return False

    roots = average_link(near, groups.sizes, THRESHOLD, apart)
    return [roots[label] for label in labels]


def _letters(articles: Sequence[Signature], bare: Sequence[bool]) -> Groups:
    """Each bare headline as a vector of its runs of letters, rare ones weighing more; the others as empty ones."""
    runs = [_runs(article.title) if own else Counter() for article, own in zip(articles, bare, strict=True)]
    having = Counter(chain.from_iterable(runs))
    most = math.log(len(articles))
    found = Groups()
    for index, own in enumerate(runs):
        weights = {run: (1 + math.log(count)) * (most - math.log(having[run])) for run, count in own.items()}
        found.put(index, weights, length(weights))
    return found


def _runs(title: str) -> Counter[str]:
    words = f" {' '.join(tokens.words(title.lower()))} "
    return Counter(words[start : start + _RUN] for start in range(len(words) - _RUN + 1))


def _dull(having: Mapping[str, int], articles: int) -> set[str]:
    """Terms that go through the whole batch ("AI" on an AI-policy day, a table's "trading update for ...")."""
    most = max(_DULL_ARTICLES, _DULL_SHARE * articles)
    return {term for term, count in having.items() if count > most}


def _spread_of_beginnings(articles: Sequence[Signature], labels: Sequence[int]) -> dict[str, float]:
    having: dict[str, set[int]] = {}
    for article, label in zip(articles, labels, strict=True):
        for start in article.beginnings:
            having.setdefault(start, set()).add(label)
    return {start: len(some) for start, some in having.items()}


def _together(facts: Sequence[Facts], own: Facts, group: int) -> bool:
    return not facts[group].apart(own)
