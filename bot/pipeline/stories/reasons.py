"""Why an article stands in its story, in words people can check against the two headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from bot.pipeline import measures
from bot.pipeline.stories import steps, tokens
from bot.pipeline.stories.signature import MEASURE_MARK, VOTES_MARK, Signature

_MOST_WORDS = 4


def because(story: Sequence[Signature]) -> list[tuple[str, ...]]:
    """Reasons for each article of a story, which begins with its first article."""
    if len(story) == 1:
        return [("no other article tells this story",)]
    counts = root_counts(story)
    lead = f"with “{story[0].title}”" + (f" ({story[0].outlet})" if story[0].outlet else "")
    return [(f"first of {len(story)} articles",), *((shared_words(article, counts), lead) for article in story[1:])]


def root_counts(story: Iterable[Signature]) -> Counter[str]:
    """How many articles have each term."""
    return Counter(chain.from_iterable(article.weights for article in story))


def shared_words(article: Signature, counts: Mapping[str, int]) -> str:
    """The article's strongest words that others of its story have too, as it writes them; a measure's number is told
    once, as it is printed, and not again word by word.
    """
    cited = sorted(token for token in article.about if counts.get(MEASURE_MARK + token, 0) > 1)
    shared: dict[str, tuple[float, str]] = {}
    for word in _beside_measures(article.title) if article.about else article.words:
        root, weight, _ = tokens.read(word)
        if root and counts.get(root, 0) > 1:
            shared.setdefault(root, (-weight * counts[root], word))
    words = [word for _, word in sorted(shared.values(), key=lambda entry: entry[0])[:_MOST_WORDS]]
    words = [*(steps.written(token) for token in cited), *words]
    counted = sorted(term[1:] for term in article.weights if term[0] == VOTES_MARK and counts.get(term, 0) > 1)
    words = [*(f"{count} votes" for count in counted), *words]
    if not words and len(article.weights) <= len(article.words):
        return "close to the same headlines"
    if not words:
        return "its summary tells the same"
    quoted = "”, “".join(words)
    return f"shares “{quoted}”"


def _beside_measures(title: str) -> list[str]:
    """Words of a headline beside the measures it cites."""
    rest = title
    for mention in reversed(measures.find(title)):
        rest = f"{rest[: mention.slice.span.start]} {rest[mention.slice.span.end :]}"
    return tokens.words(rest)
