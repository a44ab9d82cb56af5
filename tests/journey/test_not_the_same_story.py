"""A card of three outlets, on each platform: its coverage is opened, one article taken out of the story, and put back.

All of it is done as people do it: sources and following by command, the rest by pressing what the bot offers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.slack import Slack, SlackOptions
from bot.storage import places
from bot.storage.store import Store
from tests.discord_rules import walk
from tests.discord_world import newsroom, world
from tests.slack_world import APP_TOKEN, BOT_TOKEN, elements, local_slack, words
from tests.three_outlets import OUTLETS, TITLES, press, told_by

pytestmark = pytest.mark.node

MENU = "Not the same story …"


# ---------------------------------------------------------------- Slack


def _option(menu: dict[str, Any], outlet: str) -> dict[str, Any]:
    return next(one for one in menu["options"] if one["text"]["text"].startswith(outlet))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    yield store
    store.close()


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(inner, dict):
            yield inner
        yield from _walk(inner)


async def test_on_slack(tmp_path: Path, store: Store) -> None:
    async with local_slack(tmp_path) as slack_world, press(store) as outlets:
        slack = Slack(SlackOptions(BOT_TOKEN, APP_TOKEN, api_url=slack_world.api), outlets.services)
        outlets.through("slack", slack.sender)
        await slack.start()
        try:
            store.step(places.add_manager, "slack:T01TEST", "slack:U1ANNA", "test", 0.0)

            async def cards() -> list[dict[str, Any]]:
                return [one for one in await slack_world.messages() if one.get("subtype") != "ephemeral"]

            async def answer_to(act: Any) -> dict[str, Any]:
                before = len(await slack_world.messages())
                await act
                return (await slack_world.new(before))[0]

            for outlet in OUTLETS:
                await slack_world.ask(f"sources add {outlets.feed(outlet)} --yes")
            await slack_world.ask("follow --start new")
            await outlets.turn()
            await outlets.tell()
            [card] = await cards()
            assert "Coverage (2)" in elements(card)

            shown = await answer_to(slack_world.press(card, elements(card)["Coverage (2)"], user="U2BEN"))
            assert all(outlet in words(shown["blocks"]) for outlet in OUTLETS)
            assert MENU not in elements(shown)  # a reader can look, not change
            shown = await answer_to(slack_world.press(card, elements(card)["Coverage (2)"]))
            menu = elements(shown)[MENU]
            assert [one["text"]["text"].partition(":")[0] for one in menu["options"]] == [*reversed(OUTLETS)]

            chosen = {"selected_option": _option(menu, "Herald")}
            refused = await answer_to(slack_world.press(shown, menu, user="U2BEN", **chosen))
            assert "Only managers" in words(refused["blocks"])
            done = await answer_to(slack_world.press(shown, menu, **chosen))
            assert "Taken out." in words(done["blocks"])

            await outlets.turn()
            [edited, own] = await cards()
            assert edited["ts"] == card["ts"]
            assert "Coverage (1)" in elements(edited)
            assert "Herald" not in words(edited["blocks"])
            assert TITLES["Herald"] in words(own["blocks"])

            outlets.publish("Herald", told_by("Herald", "Safe Algorithms Act on AI passed by the Senate, at last"))
            await outlets.turn()
            await outlets.turn()
            [edited, own] = await cards()  # the same article again stays where it was put
            assert "at last" in words(own["blocks"])
            assert "Coverage (1)" in elements(edited)
            shown_log = await slack_world.ask("log")
            assert {"type": "user", "user_id": "U1ANNA"} in list(_walk(shown_log["blocks"]))  # Slack shows the name
            log = words(shown_log["blocks"])
            assert "Article taken out of its story" in log
            assert "/herald, from story 1 to 2" in log

            back = await answer_to(slack_world.press(done, elements(done)["Undo"]))
            assert "Put back." in words(back["blocks"])
            await outlets.turn()
            [whole] = await cards()  # its own card is taken away
            assert whole["ts"] == card["ts"]
            assert "Coverage (2)" in elements(whole)
            assert "Article put back into its story" in words((await slack_world.ask("log"))["blocks"])
            again = await answer_to(slack_world.press(done, elements(done)["Undo"]))
            assert "This article was not taken out of a story." in words(again["blocks"])
        finally:
            await slack.stop()


# ---------------------------------------------------------------- Discord


def _said(message: Any) -> str:
    parts = [one if isinstance(one, dict) else one.to_dict() for one in message.components]
    return "\n".join(part.get("content") or part.get("label") or "" for part in walk(parts))


def _shown(answer: Any) -> Any:
    return answer.response or answer.followups[0]


async def test_on_discord(tmp_path: Path, store: Store) -> None:
    async with press(store) as outlets, world(tmp_path, services=outlets.services) as made:
        outlets.through("discord", made.platform.sender)
        channel, boss, alice = await newsroom(made)

        def cards() -> list[Any]:
            return list(channel.history())

        for outlet in OUTLETS:
            await boss.slash(channel, "aipolicy sources add", address=outlets.feed(outlet), yes=True)
        await boss.slash(channel, "aipolicy follow", start="new")
        await outlets.turn()
        await outlets.tell()
        [card] = cards()
        assert "Coverage (2)" in _said(card)

        shown = _shown(await alice.click(card, label="Coverage (2)"))
        assert all(outlet in _said(shown) for outlet in OUTLETS)
        assert not any(part["type"] == 3 and part.get("placeholder") == MENU for part in walk(shown.components))
        opened = await boss.click(card, label="Coverage (2)")
        shown = _shown(opened)
        [menu] = [part for part in walk(shown.components) if part.get("placeholder") == MENU]
        value = next(one["value"] for one in menu["options"] if one["label"].startswith("Herald"))
        done = _shown(await boss.select(shown, [value], custom_id=menu["custom_id"]))
        assert "Taken out." in _said(done)

        await outlets.turn()
        [first, second] = sorted(cards(), key=lambda one: one.id)
        assert first.id == card.id
        assert "Coverage (1)" in _said(first)
        assert TITLES["Herald"] in _said(second)
        outlets.publish("Herald", told_by("Herald", "Safe Algorithms Act on AI passed by the Senate, at last"))
        await outlets.turn()
        await outlets.turn()
        [first, second] = sorted(cards(), key=lambda one: one.id)
        assert "at last" in _said(second)
        assert "Coverage (1)" in _said(first)
        log = _said(_shown(await boss.slash(channel, "aipolicy-admin log")))
        assert "Article taken out of its story" in log
        assert f"<@{boss.id}>" in log  # Discord shows the name
        assert all(
            one.json["data"]["allowed_mentions"]["parse"] == []
            for one in made.env.http_requests
            if one.path.endswith("/callback") and "allowed_mentions" in (one.json.get("data") or {})
        )

        back = _shown(await boss.click(done, label="Undo"))
        assert "Put back." in _said(back)
        await outlets.turn()
        [whole] = cards()
        assert whole.id == card.id
        assert "Coverage (2)" in _said(whole)
        log = _said(_shown(await boss.slash(channel, "aipolicy-admin log")))
        assert "Article put back into its story" in log
