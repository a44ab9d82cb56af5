"""One new article against the stories it could belong to: the story that tells the same event, or none."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.pipeline.stories.apart import Facts
from bot.pipeline.stories.reasons import root_counts, shared_words
from bot.pipeline.stories.signature import Signature, StorySignature, length

# Mean similarity to the members of a story; tuned on tests/quality/stories for precision first: a false merge tells
# readers that two newsrooms agree.
THRESHOLD = 0.13
# The best single member counts beside the mean, so that a story of many angles still takes its next article in.
_MEAN_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many recent stories there are, and how many of them each looked-up term stands under.

    The look-up of candidates gives both: it returns at most `limit` stories per term, so `limit` means "or more".
    Terms that were not looked up count as rare as their word list says. Nothing else needs to be kept or counted.
    """

    stories: int = 0
    frequency: Mapping[str, int] = field(default_factory=dict)

    def factors(self) -> dict[str, float]:
        """Factor of each term that other stories have too: below 1, down to .2 when most have it."""
        if self.stories <= 1:
            return {}
        found = {}
        for term, count in self.frequency.items():
            if count > 1:
                most = math.log(1 + max(self.stories, count))
                found[term] = max(0.2, (most - math.log(count)) / most)
        return found


@dataclass(frozen=True, slots=True)
class Placement:
    """The story of an article (None: it starts its own), why, and the stories of the same measure's dossier."""

    story_id: str | None
    reasons: tuple[str, ...]
    same_dossier: tuple[str, ...] = ()
    similarity: float = 0.0  # from 0 to 1


def place(
    article: Signature,
    candidates: Sequence[StorySignature],
    statistics: Statistics | None = None,
    *,
    not_these: Collection[str] = (),
) -> Placement:
    """The story to add `article` to. `not_these`: stories a person said it does not belong to.

    Costs the same whatever is stored: linear in `candidates`, each of which has at most a handful of members.
    """
    known = statistics or Statistics()
    factors = known.factors()
    mine = _weighted(article, factors)
    own = Facts.of(article)
    dossier = tuple(story.story_id for story in candidates if _cites(story, article))
    ranked = []
    for story in candidates:
        likes = [_similarity(mine, member, factors) for member in story.members]
        if likes:
            score = _MEAN_SHARE * sum(likes) / len(likes) + (1 - _MEAN_SHARE) * max(likes)
            score *= _facts(story).closeness(own)
            ranked.append((-score, story.story_id, story))
    ranked.sort(key=lambda entry: entry[:2])
    refused = ""
    for negative, story_id, story in ranked:
        score = -negative
        if score < THRESHOLD:
            break
        if story_id in not_these:
            refused = refused or f"a person said it is not the story of {_lead(story)}"
            continue
        facts = _facts(story)
        if why := facts.apart(own):
            refused = refused or f"close to {_lead(story)}, but {why}"
            continue
        if facts.another_country(own):
            refused = refused or f"close to {_lead(story)}, but another country"
            continue
        return Placement(story_id, _reasons(article, story, own, facts), dossier, score)
    if refused:
        return Placement(None, (refused,), dossier)
    if ranked:
        nearest = f"nearest is {_lead(ranked[0][2])}, {-ranked[0][0]:.0%} alike; {THRESHOLD:.0%} are asked for"
        return Placement(None, ("no recent story tells the same", nearest), dossier)
    return Placement(None, ("no recent story shares its words",), dossier)


def _weighted(article: Signature, factors: Mapping[str, float]) -> dict[str, float]:
    """The article's terms, with the frequency of each taken into account, as a vector of length one."""
    weighted = {term: weight * factors.get(term, 1.0) for term, weight in article.weights.items()}
    weighted.update(article.beginnings)
    size = length(weighted)
    return {term: weight / size for term, weight in weighted.items()}


def _similarity(mine: Mapping[str, float], member: Signature, factors: Mapping[str, float]) -> float:
    """Cosine of `mine`, which has length one, and a member under the same factors."""
    weights, beginnings = member.weights, member.beginnings
    total = 0.0
    for term, weight in mine.items():
        if term in weights:
            total += weight * weights[term] * factors.get(term, 1.0)
        elif term in beginnings:
            total += weight * beginnings[term]
    if not total:
        return 0.0
    size = length(weights, beginnings) ** 2
    for term, factor in factors.items():
        if term in weights:
            size -= weights[term] ** 2 * (1 - factor**2)
    return total / math.sqrt(max(size, 1e-12))


def _facts(story: StorySignature) -> Facts:
    facts = Facts.of(story.members[0])
    for member in story.members[1:]:
        facts.take(Facts.of(member))
    return facts


def _cites(story: StorySignature, article: Signature) -> bool:
    return any(not article.measures.isdisjoint(member.measures) for member in story.members)


def _reasons(article: Signature, story: StorySignature, own: Facts, facts: Facts) -> tuple[str, ...]:
    counts = root_counts((article, *story.members))
    reasons = [f"{shared_words(article, counts)}, as does {_lead(story)}"]
    if gap := facts.gap(own):
        hours = gap / 3600
        reasons.append(f"{hours:.0f} hours apart" if hours < 48 else f"{hours / 24:.0f} days apart")
    return tuple(reasons)


def _lead(story: StorySignature) -> str:
    first = story.members[0]
    return f"“{first.title}”" + (f" ({first.outlet})" if first.outlet else "")
