"""A channel that follows already is given another rule, and rules are made of filters that name something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.model import Reply, Table, Words
from bot.storage import follows
from tests.filled import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def said(reply: Reply) -> str:
    return "\n".join(part.text for part in reply.parts if isinstance(part, Words))


def followed(desk: Desk) -> follows.Follow:
    found = desk.store.look(follows.get, desk.channel.id)
    assert found is not None
    return found


async def test_a_new_rule_keeps_how_the_channel_gets_its_cards(desk: Desk) -> None:
    await desk.ask("follow --start new")
    await desk.ask("tune --strictness strict --mode digest --threads story --quiet 22:00-07:00")
    await desk.ask("tune --at-once chatbot")
    before = followed(desk)
    assert not (await desk.ask("follow --topics chips_trade --start new")).error
    after = followed(desk)
    assert after.rule == "topic:chips_trade"
    assert (after.settings, after.instant) == (before.settings, before.instant)
    assert after.settings.strictness == 0.75
    [shown] = (await desk.ask("following")).parts
    assert isinstance(shown, Table)
    assert "digests only" in shown.rows[0][2]


async def test_digests_only_is_turned_on_by_its_flag_and_off_by_tune(desk: Desk) -> None:
    await desk.ask("follow --start new")
    await desk.ask("follow chatbot --digest-only --start new")
    assert followed(desk).settings.digest_only
    await desk.ask("follow deepfake --start new")
    assert followed(desk).settings.digest_only
    await desk.ask("tune --mode cards")
    assert not followed(desk).settings.digest_only


@pytest.mark.parametrize("flag", ["topics", "places", "sources", "words"])
async def test_a_filter_that_names_nothing_is_refused(desk: Desk, flag: str) -> None:
    reply = await desk.ask(f'follow --{flag} "," --start new')
    assert reply.error
    assert f"--{flag}" in said(reply)
    assert desk.store.look(follows.get, desk.channel.id) is None


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("1", 'source:"policy courier feed"'),
        ("#1", 'source:"policy courier feed"'),
        ('"policy courier"', 'source:"policy courier"'),
        ("courier,1", 'source:courier OR source:"policy courier feed"'),
        ("https://example.org/feed.xml", 'source:"policy courier feed"'),
    ],
)
async def test_a_source_goes_by_number_address_or_words_of_its_name(desk: Desk, typed: str, rule: str) -> None:
    reply = await desk.ask(f"follow --sources {typed} --start new")
    assert not reply.error, said(reply)
    assert followed(desk).rule == rule


@pytest.mark.parametrize("typed", ["99", "Nowhere", "Cour", "https://example.org/none.xml", "courier,99"])
async def test_a_source_that_is_none_here_is_refused(desk: Desk, typed: str) -> None:
    reply = await desk.ask(f"follow --sources {typed} --start new")
    assert reply.error
    assert "No source here is called" in said(reply)
    assert desk.store.look(follows.get, desk.channel.id) is None
