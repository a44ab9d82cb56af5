"""An article is taken out of its story and put back, on both databases: cards, lists, saved items, the log."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.errors import UsageError
from bot.model import Person
from bot.storage import audit, condition, keeping, news, promises, splitting
from bot.storage.store import Store
from bot.storage.tables import marks, stories
from bot.storage.tables import promises as promise_table
from tests.filled import NOW, Desk

AT = NOW.timestamp()
MIRA = Person("console:M", "Mira", "manager")
SECOND = "article:4"  # told by another outlet, in story 2


@pytest.fixture
def desk(store: Store, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("tests.filled.Store", lambda _url: store)
    made = Desk(tmp_path)  # type: ignore[arg-type]  # a folder, which the store at hand does not need
    if not store.is_sqlite:  # the desk's stories were given their numbers by hand
        store.step(lambda db: db.execute(select(func.setval(func.pg_get_serial_sequence("stories", "id"), 10))))
    return made


async def _sent(desk: Desk, story_id: int) -> None:
    """The channel has the story's card."""
    place = {"channel_id": desk.channel.id, "workspace_id": desk.workspace.id}
    desk.store.step(lambda db: promises.plan(db, kind="card", about=str(story_id), now=AT, **place))
    where = (promise_table.c.about == str(story_id)) & (promise_table.c.kind == "card")
    desk.store.step(lambda db: db.execute(promise_table.update().where(where).values(state="sent", message_id="m")))


def _owed(desk: Desk, story_id: int) -> list[str]:
    about = select(promise_table.c.kind).where(promise_table.c.about == str(story_id)).order_by(promise_table.c.seq)
    return list(desk.store.look(lambda db: db.execute(about).scalars().all()))


async def test_out_and_back_leaves_one_story_and_takes_the_other_card_away(desk: Desk) -> None:
    store, mine = desk.store, desk.workspace.id
    assert [one.id for one in store.look(splitting.separable, 2, mine, 25)] == [4, 2]
    fresh, article_id = store.step(splitting.split, SECOND, mine, MIRA, AT)
    assert article_id == 4
    assert store.look(splitting.separable, 2, mine, 25) == ()  # the last one of a story stays
    with pytest.raises(UsageError, match="alone in its story"):
        store.step(splitting.split, SECOND, mine, MIRA, AT)
    await _sent(desk, fresh)
    store.step(keeping.save, MIRA.id, fresh, AT)

    assert store.step(splitting.rejoin, SECOND, mine, MIRA, AT + 60) == 2
    assert _owed(desk, fresh) == ["card", "delete"]
    assert {card.story_id for card in store.look(news.latest, 10, workspace_id=mine)} == {"1", "2", "3"}
    assert news_of_all(store)[-1] == str(fresh)  # the shell is last in any list, and told by nobody
    assert [card.story_id for card in store.look(keeping.saved_cards, MIRA.id, 5)] == ["2"]
    assert store.look(news.story, str(fresh), workspace_id=mine) is None
    kept = [row.action for row in store.look(audit.newest, mine, 2)]
    assert kept == ["rejoin", "split"]
    with pytest.raises(UsageError, match="not taken out"):
        store.step(splitting.rejoin, SECOND, mine, MIRA, AT + 60)

    again, _ = store.step(splitting.split, SECOND, mine, MIRA, AT + 120)
    assert again > fresh  # a number is never given twice, or its card would count as posted


async def test_marks_go_with_the_article_and_the_shell_is_counted_no_more(desk: Desk) -> None:
    store, mine, here = desk.store, desk.workspace.id, desk.channel.id
    fresh, _ = store.step(splitting.split, SECOND, mine, MIRA, AT)
    assert store.look(condition.of_workspace, mine, AT).stories == 4
    store.step(keeping.mark, here, 2, "console:OLD", "not_for_us", AT)
    store.step(keeping.mark, here, fresh, "console:OLD", "useful", AT + 10)
    store.step(keeping.mark, here, fresh, MIRA.id, "useful", AT + 10)
    store.step(keeping.mark, here, fresh, MIRA.id, "wrong", AT + 10)
    store.step(keeping.mark, here, fresh, "console:NEW", "useful", AT + 10)
    store.step(keeping.mark, here, 2, "console:NEW", "not_for_us", AT + 20)

    store.step(splitting.rejoin, SECOND, mine, MIRA, AT + 60)
    given = select(marks.c.story_id, marks.c.person_id, marks.c.mark)
    assert {tuple(row) for row in store.look(lambda db: db.execute(given).all())} == {
        (2, "console:OLD", "useful"),
        (2, "console:NEW", "not_for_us"),
        (2, MIRA.id, "useful"),
        (2, MIRA.id, "wrong"),
    }
    lead = select(stories.c.lead_article_id).where(stories.c.id == fresh)
    assert store.look(lambda db: db.execute(lead).scalar_one()) is None
    assert store.look(condition.of_workspace, mine, AT).stories == 3
    assert store.step(keeping.unmark, here, 2, MIRA.id)


def news_of_all(store: Store) -> list[str]:
    """Ids of all stories as lists show them, newest first."""
    newest = select(stories.c.id).order_by(stories.c.created_at.desc(), stories.c.id.desc())
    return [str(one) for one in store.look(lambda db: db.execute(newest).scalars().all())]
