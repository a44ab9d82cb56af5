"""A digest of several messages: split between stories, the rest in the thread of the first, in order."""

from __future__ import annotations

import json

import pytest

from bot.errors import TryLater
from bot.model import Edition, EditionItem, EditionSection
from bot.render.discord import edition_parts as discord_parts
from bot.render.discord import payload
from bot.render.slack_edition import edition_parts as slack_parts
from bot.storage import payloads, promises
from bot.storage.store import Store
from tests.delivering import NOON, Hand, Recorder, deliverer, seed, states


def edition(stories: int, channel: str = "slack:C1") -> Edition:
    """A digest whose stories have long second lines."""
    sections = tuple(
        EditionSection(
            key,
            key.title(),
            tuple(
                EditionItem(
                    str(n),
                    f"<<{n}>> A headline that is as long as headlines in newspapers of record are & longer",
                    f"https://example.org/{n}",
                    "Outlet",
                    f"Proposed · closing day 1 May 2026 · the {n}th regulator would let people see what was done <<{n}",
                )
                for n in range(first, first + stories // 3)
            ),
        )
        for key, first in (("in_force", 1), ("open", 1 + stories // 3), ("analysis", 1 + 2 * (stories // 3)))
    )
    return Edition(f"{channel}@2026-03-02T09:00Z", channel, "AI policy digest", "Monday", (), sections, "That is all.")


def assert_whole(shown: list[str], stories: int) -> None:
    """Each story stands in exactly one message, with both of its lines."""
    for number in range(1, stories + 1):
        stood = [text.count(f"<{number}>> A headline") for text in shown]
        below = [text.count(f" {number}th regulator") for text in shown]
        assert sum(stood) == 1, number
        assert stood == below, number


def test_sixty_stories_are_never_cut_on_slack() -> None:
    parts = slack_parts(edition(60))
    assert len(parts) > 1
    shown = [json.dumps(part.blocks, ensure_ascii=False) for part in parts]
    assert_whole(shown, 60)
    for part, text in zip(parts, shown, strict=True):
        assert len(part.blocks) <= 50
        assert len(text) < 40_000
        assert part.blocks[-1]["type"] != "header"
    assert "That is all." in shown[-1]


@pytest.mark.parametrize("shape", ["v2", "embed"])
def test_sixty_stories_are_never_cut_on_discord(shape: str) -> None:
    made = edition(60, "discord:1")
    count = discord_parts(made, "en")
    assert count > 1
    bodies = [payload(made, shape, "en", lambda line: line[:90], part=n).body for n in range(count)]  # type: ignore[arg-type]
    shown = [json.dumps(body, ensure_ascii=False) for body in bodies]
    # The menu under a message names the stories once more; only texts count.
    texts = [text.replace("\\\\", "").replace("&amp;", "&") for text in shown]
    for number in range(1, 61):
        assert sum(f"the {number}th regulator" in text for text in texts) == 1, number


def plan(store: Store, made: Edition, parts: int) -> None:
    def step(db: object) -> None:
        for part in range(parts):
            promises.plan(
                db,  # type: ignore[arg-type]  # a connection
                channel_id=made.channel_id,
                workspace_id="slack:T1",
                kind="edition",
                about=made.id,
                part=part,
                now=NOON,
                payload=payloads.dump(made),
            )

    store.step(lambda db: seed(db, made.channel_id))
    store.step(step)


async def test_the_rest_belongs_to_the_first_message(store: Store) -> None:
    clock = Hand()
    slack = Recorder(clock)
    plan(store, edition(60), 3)
    await deliverer(store, clock, slack).drain()
    assert [(post.kind, post.about) for post in slack.posts] == [
        ("edition", ""),
        ("edition", "m1"),
        ("edition", "m1"),
    ]


async def test_the_rest_waits_for_the_first(store: Store) -> None:
    clock = Hand()
    slack = Recorder(clock, faults={"edition": [TryLater("later", reason="http-503", after=60)]})
    plan(store, edition(60), 2)
    keeper = deliverer(store, clock, slack)
    await keeper.drain()
    assert slack.posts == []
    clock.now += 3600
    await keeper.drain()
    assert [post.about for post in slack.posts] == ["", "m1"]
    assert {state for _, state, _ in store.look(states)} == {"sent"}
