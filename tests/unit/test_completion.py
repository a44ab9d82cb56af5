"""Completion: what fits what was typed, best first, never more than 25, never longer than Discord takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.completion import complete, narrow
from bot.commands.services import Services
from bot.model import Channel, Workspace
from bot.storage import places, sources
from bot.storage.store import Store
from tests.discord_world import NOW, add_stories

WORKSPACE = Workspace("discord:1", "discord", "Newsroom", zone="Europe/Berlin")
CHANNEL = Channel("discord:77", WORKSPACE.id)

PAIRS = (("Data protection", "privacy"), ("Protection of minors", "minors"), ("Overprotective", "over"), ("Chips", "x"))


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("prot", ["minors", "privacy", "over"]),  # begins with it, a word does, somewhere inside
        ("CHIPS", ["x"]),
        ("x", ["x"]),
        ("", ["privacy", "minors", "over", "x"]),
        ("nothing like it", []),
    ],
)
def test_what_begins_with_it_comes_first(typed: str, values: list[str]) -> None:
    assert [value for _, value in narrow(PAIRS, typed)] == values


@given(st.lists(st.tuples(st.text(max_size=150), st.text(max_size=150))), st.text(max_size=40))
def test_discord_takes_whatever_comes_out(pairs: list[tuple[str, str]], typed: str) -> None:
    found = narrow(pairs, typed)
    assert len(found) <= 25
    assert len({value for _, value in found}) == len(found)
    assert all(1 <= len(label) <= 100 and 1 <= len(value) <= 100 for label, value in found)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    store = Store(f"sqlite:///{tmp_path / 'news.db'}")
    store.open()
    store.step(places.ensure, WORKSPACE, CHANNEL, NOW.timestamp())
    store.step(add_stories, WORKSPACE.id, 2)
    yield Services(store, clock=lambda: NOW)
    store.close()


@pytest.mark.parametrize(
    ("kind", "typed", "locale", "expected"),
    [
        ("source", "cour", "", ("Policy Courier", "https://example.org/feed.xml")),
        ("topic", "testing", "", ("AI safety and testing", "frontier_safety")),
        ("topic", "Urheber", "de", ("Urheberrecht", "copyright_ip")),
        ("place", "calif", "", ("California", "US-CA")),
        ("place", "Deutsch", "de", ("Deutschland", "DE")),
        ("measure", "eu ai", "", ("EU AI Act (2024/1689)", "2024/1689")),
        ("zone", "", "", ("Europe/Berlin", "Europe/Berlin")),
        ("zone", "new_y", "", ("America/New_York", "America/New_York")),
        ("story", "two gov", "", ("Two governments agree to test AI models together", "2")),
    ],
)
async def test_each_kind(services: Services, kind: str, typed: str, locale: str, expected: tuple[str, str]) -> None:
    found = await complete(kind, typed, services=services, workspace=WORKSPACE, channel=CHANNEL, locale=locale)
    assert expected in found
    assert found[0] == expected or kind in ("place", "measure", "topic")


async def test_only_the_workspaces_own_sources(services: Services) -> None:
    other = Workspace("discord:2", "discord")
    services.store.step(places.ensure, other, None, NOW.timestamp())
    assert await complete("source", "", services=services, workspace=other, channel=CHANNEL) == ()
    assert services.store.look(sources.count, WORKSPACE.id) == 1
