"""From an entry and its page to a read article, in one visit to a child process."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.model import Article, Reading
from bot.pipeline import digest
from bot.pipeline import text as texts

_MOST_HEADLINE = 160  # characters
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what was found in it."""

    article: Article
    reading: Reading


def read(article: Article, html: bytes = b"", url: str = "", charset: str = "") -> Read:
    """Read `article`; with `html` its text and what its feed left out come from the page.

    Runs in a child process. The feed's title, date and outlet are kept where it gives them.
    """
    if html:
        from bot.sources import page as pages  # trafilatura is heavy, and only children read pages

        page = pages.read(
            html,
            url or article.url,
            charset=charset,
            title=article.title,
            published=article.published,
            outlet=article.outlet,
            language=article.language,
        )
        article = replace(
            article,
            title=article.title or page.title,
            text=page.text if len(page.text) >= len(article.summary) // 2 else article.summary,
            outlet=article.outlet or page.outlet,
            authors=article.authors or page.authors,
            published=article.published or page.published,
            language=article.language or page.language,
        )
    if not article.title:
        article = replace(article, title=opening(article.text))
    return Read(article, digest(article))


def opening(body: str) -> str:
    """The headline of an item that has none: its first sentence, or as many whole words of it as fit."""
    begin = body[:_LOOKED_AT]
    first = next(iter(texts.sentences(begin)), None)
    if first is None:
        return ""
    words = " ".join(begin[first.start : first.end].split())
    return (
        words
        if len(words) <= _MOST_HEADLINE
        else words[: _MOST_HEADLINE + 1].rpartition(" ")[0] or words[:_MOST_HEADLINE]
    )
