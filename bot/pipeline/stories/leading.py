"""Which article of a story leads its card."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Article


def lead(articles: Sequence[Article]) -> int:
    """Index of the article that leads: the first primary source (government, legislature, court, regulator), else the
    first article. Of several primary ones the earliest; undated articles come last; the order given breaks ties.

    Raises ValueError for no articles.
    """

    def rank(index: int) -> tuple[bool, bool, float, int]:
        article = articles[index]
        at = article.published.timestamp() if article.published else 0.0
        return (not article.primary, article.published is None, at, index)

    return min(range(len(articles)), key=rank)
