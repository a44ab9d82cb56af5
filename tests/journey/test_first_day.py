"""A new manager's first day on each platform: sources, following, people, muting, and every mistake on the way."""

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
from tests.three_outlets import press

pytestmark = pytest.mark.node


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    yield store
    store.close()


async def test_on_slack(tmp_path: Path, store: Store) -> None:
    async with local_slack(tmp_path) as slack_world, press(store) as outlets:
        slack = Slack(SlackOptions(BOT_TOKEN, APP_TOKEN, api_url=slack_world.api), outlets.services)
        outlets.through("slack", slack.sender)
        await slack.start()
        try:
            store.step(places.add_manager, "slack:T01TEST", "slack:U1ANNA", "test", 0.0)
            gazette = outlets.feed("Gazette")
            day: list[tuple[str, str, tuple[str, ...]]] = [
                ("sources add https://", "is not a web address. Write it like https://example.org/news.", ()),
                (f"sources add {gazette}", "Nothing it has now is about AI policy", ("Start",)),
                (f"sources add {gazette} --yes", "Gazette is a source now, number 1", ()),
                (f"sources add {gazette}", "Gazette is among your sources already, number 1.", ()),
                (f"sources add {outlets.feed('Herald')} --yes", "Herald is a source now", ()),
                ("follow --topics nonsense", "I know no topic called nonsense.", ()),
                ("follow --places Atlantis", "I know no place called Atlantis.", ()),
                ("follow", "Nothing stored matches yet.", ("Follow Here", "Choose in a form")),
                ("follow --start new", "This channel follows AI policy now.", ()),
                ("save 1", "There is no story 1. /aipolicy latest shows the newest.", ()),
                ("managers add <@U2BEN|ben>", "may change things here now.", ()),
                ("managers add ben", "Name a person or role by mentioning them", ()),
                ("mute The Gazette", "I know no outlet called The Gazette here.", ()),
                ("mute gazette", "Gazette is not posted in this channel any more.", ("Undo",)),
                ("unmute", "Muted here: Gazette.", ("Let in again …",)),
                ("unmute Gazette", "Gazette is posted here again.", ()),
                ("help mute", "Type: /aipolicy mute <story>", ()),
                ("rules", "For example: /aipolicy rules save courts", ()),
            ]
            for typed, said, pressed in day:
                answer = await slack_world.ask(typed)
                assert said in words(answer["blocks"]), typed
                assert tuple(elements(answer)) == pressed, typed
            allowed = await slack_world.ask("unfollow", user="U2BEN")  # named a moment ago
            assert "This channel gets no more cards." in words(allowed["blocks"])
            named = await slack_world.ask("managers remove <@U2BEN|ben>")
            assert "is a manager no more." in words(named["blocks"])
        finally:
            await slack.stop()


def _said(answer: Any) -> str:
    shown = answer.response or answer.followups[0]
    return "\n".join(part.get("content") or part.get("label") or "" for part in walk(shown.components))


async def test_on_discord(tmp_path: Path, store: Store) -> None:
    async with press(store) as outlets, world(tmp_path, services=outlets.services) as made:
        outlets.through("discord", made.platform.sender)
        channel, boss, alice = await newsroom(made)
        gazette = outlets.feed("Gazette")
        day: list[tuple[str, dict[str, Any], str]] = [
            ("sources add", {"address": "https://"}, "is not a web address. Write it like <https://example.org/news>."),
            ("sources add", {"address": gazette}, "Nothing it has now is about AI policy"),
            ("sources add", {"address": gazette, "yes": True}, "Gazette is a source now, number 1"),
            ("sources add", {"address": gazette}, "Gazette is among your sources already, number 1."),
            ("follow", {"places": "Atlantis"}, "I know no place called `Atlantis`."),
            ("follow", {}, "Follow Here"),
            ("follow", {"start": "new"}, "This channel follows AI policy now."),
            ("save", {"story": "1"}, "There is no story 1. `/aipolicy latest` shows the newest."),
            ("card mute", {"story": "gazette"}, "Gazette is not posted in this channel any more."),
            ("card unmute", {}, "Muted here: Gazette."),
            ("card unmute", {"story": "Gazette"}, "Gazette is posted here again."),
            ("help", {"command": "mute"}, "Type: /aipolicy card mute"),
            ("tune", {}, "for example `/aipolicy tune quiet:22:00-07:00`"),
            ("rules list", {}, "For example: `/aipolicy rules save name:courts"),
        ]
        for line, options, said in day:
            answer = await boss.slash(channel, f"aipolicy {line}", **options)
            assert answer.ephemeral
            assert said in _said(answer), (line, options)
            assert ("Choose in a form" in _said(answer)) == (line == "follow" and not options), (line, options)
        refused = _said(await alice.slash(channel, "aipolicy unfollow"))
        assert "Only managers of this workspace may use `/aipolicy unfollow`." in refused
        assert f"<@{alice.id}> may change things" in _said(
            await boss.slash(channel, "aipolicy-admin managers add", who=alice)
        )
        assert "gets no more cards" in _said(await alice.slash(channel, "aipolicy unfollow"))


async def test_a_form_on_discord_offers_the_topics_and_no_shortcut_past_the_preview(
    tmp_path: Path, store: Store
) -> None:
    async with press(store) as outlets, world(tmp_path, services=outlets.services) as made:
        channel, boss, _ = await newsroom(made)
        adding = await boss.slash(channel, "aipolicy sources add")
        assert adding.modal["title"] == "Add a Source"
        fields = [part["custom_id"] for part in walk(adding.modal["components"]) if "custom_id" in part]
        assert fields == ["address", "kind"]
        offered = await boss.slash(channel, "aipolicy follow")
        form = await boss.click(offered.response, label="Choose in a form")
        [topics] = [part for part in walk(form.modal["components"]) if part.get("custom_id") == "topics"]
        assert {"Copyright", "Privacy"} & {option["label"].split()[0] for option in topics["options"]}
        sent = await boss.submit_modal(form, {"topics": ["copyright_ip", "privacy_data"]})
        begun = await boss.click(sent.response, label="Follow Here")
        assert "Only: topic:copyright_ip OR topic:privacy_data" in _said(begun).replace("\\", "")
