"""Search hits on both databases: whichever way they are found, they are the newest articles that have all the words."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, insert

from bot.storage import news
from bot.storage.store import Store
from bot.storage.tables import articles, choices, sources, stories, workspaces

COUNT = 400
OWN = 5  # every so many articles are from a source of the workspace


def has(number: int, word: str) -> bool:
    """Whether an article has a word; articles are numbered from the oldest."""
    return {
        "always": True,
        "third": number % 3 == 0,
        "seldom": number % 40 == 0,
        "former": number <= 60,
        "lately": number > 390,
        "never": False,
    }[word]


WORDS = ("always", "third", "seldom", "former", "lately", "never")


@pytest.fixture
def filled(store: Store) -> Store:
    def fill(db: Connection) -> None:
        db.execute(insert(workspaces), [{"id": "slack:W", "platform": "slack"}])
        db.execute(insert(sources), [{"id": n, "kind": "feed", "url": f"https://s{n}.example"} for n in (1, 2)])
        db.execute(insert(choices), [{"workspace_id": "slack:W", "source_id": 1}])
        numbers = range(1, COUNT + 1)
        db.execute(insert(stories), [{"id": n, "created_at": float(n), "updated_at": float(n)} for n in numbers])
        rows = [
            {
                "id": n,
                "source_id": 1 if n % OWN == 0 else 2,
                "story_id": n,
                "url": f"https://x.example/{n}",
                "title": " ".join(word for word in WORDS if has(n, word)),
                "fetched_at": float(n),
            }
            for n in numbers
        ]
        db.execute(insert(articles), rows)

    store.step(fill)
    return store


@pytest.mark.parametrize("workspace", ["", "slack:W"])
@pytest.mark.parametrize("words", [*WORDS, "always third", "third seldom", "former lately"])
@pytest.mark.parametrize("sample", [1, 20, 2_000])
def test_hits_are_the_newest_articles_with_all_words(
    filled: Store, monkeypatch: pytest.MonkeyPatch, sample: int, words: str, workspace: str
) -> None:
    monkeypatch.setattr(news, "_SAMPLE", sample)  # PostgreSQL decides by it; with so few, each of its ways is gone
    wanted = [
        number
        for number in range(COUNT, 0, -1)
        if all(has(number, word) for word in words.split()) and (not workspace or number % OWN == 0)
    ]
    found: list[int] = []
    before: int | None = 2**62
    while before is not None:
        some, before = filled.look(news.hits, words, 7, before, workspace_id=workspace)
        assert len(some) == 7 or before is None
        found += some
    assert found == wanted
