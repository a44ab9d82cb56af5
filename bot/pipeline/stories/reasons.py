"""Why an article stands in its story, in words people can check against the two headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from bot.pipeline.stories import tokens
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
    """The article's strongest words that others of its story have too, as it writes them."""
    shared = {}
    for word in article.words:
        root, weight, _ = tokens.read(word)
        if root and counts.get(root, 0) > 1:
            shared[word] = -weight * counts[root]
    words = sorted(shared, key=shared.__getitem__)[:_MOST_WORDS]
    if article.about:
        words = [*sorted(cited for cited in article.about if counts.get(MEASURE_MARK + cited, 0) > 1), *words]
    counted = sorted(term[1:] for term in article.weights if term[0] == VOTES_MARK and counts.get(term, 0) > 1)
    words = [*(f"{count} votes" for count in counted), *words]
    if not words and len(article.weights) <= len(article.words):
        return "close to the same headlines"
    if not words:
        return "its summary tells the same"
    quoted = "”, “".join(words)
    return f"shares “{quoted}”"
