"""A card, an answer and an edition as Slack's blocks, word for word."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from slack_probe import CARD, EDITION, piece
from slack_schema import invalid, problems
from slack_world import elements, words

from bot.__main__ import cli
from bot.model import Button, Buttons, Fact, Frame, Label, Preview, Reading, Reply, Select, Shown, Table, Words
from bot.render import plain, slack
from bot.render.slack_edition import edition_parts
from bot.render.slack_manifest import SCOPES, manifest


def test_a_card_reads_as_designed() -> None:
    shown = slack.card(CARD).blocks
    assert shown[0]["text"]["text"] == (
        "🇪🇺  *Law* › *Passed*  ·  Deepfakes and content\n"
        "*<https://news.example/parliament-labels|Parliament votes to label synthetic speech>*"
    )
    german = slack.card(CARD, "de-AT").blocks[0]["text"]["text"]
    assert german.startswith("🇪🇺  *Gesetz* › *Verabschiedet*  ·  Deepfakes und Inhalte\n")
    assert (
        shown[1]["elements"][0]["text"]
        == "The Example  ·  <!date^1772357400^{date_short}|1 Mar 2026>  ·  also: Second Paper"
    )
    quote, facts = shown[2]["elements"]
    assert words(quote) == (
        "“Nobody should have to guess whether a voice is real.”\n"
        "Ana Prado, the rapporteur  ✓ same words in Second Paper"
    )
    assert [words(line) for line in facts["elements"]] == [
        "Parliament adopted the bill by 312 votes to 201",
        "Background: fines reach 2 million euros",
    ]
    assert words(shown[3]["elements"]) == "differs: 312 / 311 (votes)"
    buttons = elements({"blocks": shown})
    assert {label: one.get("value") or one.get("url") for label, one in buttons.items() if label != "…"} == {
        "Read": "https://news.example/parliament-labels",
        "Coverage (1)": "story 7 --coverage",
        "Save": "save 7",
        "Useful": "useful 7",
        "Not for us": "not-for-us 7",
    }
    assert [option["value"] for option in buttons["…"]["options"]] == [
        "story 7 --facts",
        "wrong 7",
        "mute 7",
        "why 7",
    ]


def test_what_is_unknown_is_not_shown() -> None:
    bare = replace(CARD, reading=Reading(piece("Only a headline")), published=None, also=(), differs=(), outlet="")
    shown = slack.card(bare).blocks
    assert [block["type"] for block in shown] == ["section", "actions"]
    assert shown[0]["text"]["text"] == "*<https://news.example/parliament-labels|Only a headline>*"
    assert "Coverage" not in str(elements({"blocks": shown}))


@pytest.mark.parametrize(
    "headline",
    ["Is *this* bold?", "the _quiet_ clause", "new `codes` of conduct", "~half~ of it", "a :flag-us: moves"],
)
def test_a_headline_that_mrkdwn_would_change_is_shown_as_rich_text(headline: str) -> None:
    risky = replace(CARD, reading=replace(CARD.reading, headline=piece(headline)))
    first = slack.card(risky).blocks[0]
    assert first["type"] == "rich_text"
    *_, title = first["elements"][0]["elements"]
    assert title == {
        "type": "link",
        "url": "https://news.example/parliament-labels",
        "text": headline,
        "style": {"bold": True},
    }


def test_nothing_in_an_article_pings_links_or_breaks_out() -> None:
    foreign = "<!channel> & <https://evil.example|bank> a > b"
    card = replace(
        CARD,
        outlet=foreign,
        url="javascript:alert(1)",
        reading=replace(CARD.reading, headline=piece(foreign), facts=(Fact(piece("<@U1> *x* <!here>")),)),
    )
    shown = slack.card(card)
    assert shown.text == (
        "&lt;!channel&gt; &amp; &lt;https://evil.example|bank&gt; a &gt; b "
        "(&lt;!channel&gt; &amp; &lt;https://evil.example|bank&gt; a &gt; b)"
    )
    assert shown.blocks[0]["text"]["text"].endswith(
        "*&lt;!channel&gt; &amp; &lt;https://evil.example|bank&gt; a &gt; b*"
    )
    fact = shown.blocks[2]["elements"][1]["elements"][0]["elements"][0]
    assert fact == {"type": "text", "text": "<@U1> *x* <!here>"}
    assert "Read" not in elements({"blocks": shown.blocks})  # an address nobody may be sent to


def test_a_card_says_that_it_was_updated_and_withdrawn() -> None:
    at = datetime(2026, 3, 1, 14, 5, tzinfo=UTC)
    grown = replace(CARD, updated_at=at, changes=("new vote count",), differs=(), notes=("3 more wait for the digest",))
    notes = slack.card(grown, zone="Europe/Berlin").blocks[3]["elements"]
    assert notes[0]["text"].startswith("updated <!date^1772373900^{time}|")
    assert notes[0]["text"].endswith(">: new vote count")
    assert notes[1]["text"] == "3 more wait for the digest"
    gone = slack.card(replace(CARD, withdrawn=True))
    assert gone.text.startswith("Withdrawn: ")
    assert gone.blocks[0]["text"]["text"].startswith("*Withdrawn by its source*")
    assert "~<https://news.example/" in gone.blocks[0]["text"]["text"]
    assert "Save" not in elements({"blocks": gone.blocks})


def test_many_places_stay_one_line() -> None:
    places = tuple(Label(code) for code in ("US", "GB", "FR", "DE", "JP", "KR", "BR", "IN", "CA", "AU", "EU", "UN"))
    shown = slack.card(replace(CARD, reading=replace(CARD.reading, frame=Frame(places))))
    assert "\n*<" in shown.blocks[0]["text"]["text"]


def test_people_are_mentioned_where_their_ids_stand_and_nowhere_else() -> None:
    part = Words("slack:U12 and slack:U1 may change things; slack:U9 is only text.", people=("slack:U1", "slack:U12"))
    reply = Reply((part,))
    (block,) = slack.pages(reply)[0].blocks
    (line,) = block["elements"]
    assert [one.get("user_id") or one["text"] for one in line["elements"]] == [
        "U12", " and ", "U1", " may change things; slack:U9 is only text.",
    ]  # fmt: skip
    assert invalid([block]) == []
    assert plain.reply(reply) == "@U12 and @U1 may change things; slack:U9 is only text."


def test_words_keep_their_code_and_links() -> None:
    blocks = slack.pages(Reply((Words("Type `latest 3`, see https://bot.example/help.", title="Help"),)))[0].blocks
    assert blocks[0]["elements"][0]["elements"] == [
        {"type": "text", "text": "Help\n", "style": {"bold": True}},
        {"type": "text", "text": "Type "},
        {"type": "text", "text": "latest 3", "style": {"code": True}},
        {"type": "text", "text": ", see "},
        {"type": "link", "text": "https://bot.example/help", "url": "https://bot.example/help"},
        {"type": "text", "text": "."},
    ]


def test_a_table_is_a_table_with_its_links() -> None:
    part = Table(("Source", "State"), (("The Example", "ok"), ("Other", "")), links=("https://news.example/", ""))
    block = slack.pages(Reply((part,)))[0].blocks[0]
    assert block["type"] == "table"
    assert [[words(cell) for cell in row] for row in block["rows"]] == [
        ["Source", "State"],
        ["The Example", "ok"],
        ["Other", "–"],
    ]
    assert block["rows"][1][0]["elements"][0]["elements"][0]["url"] == "https://news.example/"


def test_buttons_that_cannot_work_are_left_out_and_ids_differ() -> None:
    part = Buttons(
        (
            Button("Run", "latest"),
            Button("Bad", url="javascript:x"),
            Button("None"),
            Button("Go", url="https://a.example"),
        )
    )
    pick = Select("Pick", "sources check {}", (("One", "1"),))
    block, menu = slack.pages(Reply((part, pick)))[0].blocks
    assert [one["action_id"] for one in block["elements"]] == ["line:0", "open:1"]
    assert menu["elements"][0]["action_id"] == "pick:2:sources check {}"


def test_an_edition_is_cut_between_stories() -> None:
    parts = edition_parts(EDITION)
    assert len(parts) == 2
    whole = "\n".join(words(list(part.blocks)) for part in parts)
    assert [f"Story number {n}\n" in whole for n in range(1, 61)] == [True] * 60
    assert parts[0].text == "AI policy, 2 March · Monday 09:00 Europe/Berlin"
    heads = [block["text"]["text"] for block in parts[0].blocks if block["type"] == "header"]
    assert heads == ["AI policy, 2 March", "Dates ahead", "Signed and passed"]
    assert whole.endswith("60 stories from 12 sources, 1 source silent")


def test_lines_behind_bullets_are_a_list_and_more_than_three_cards_are_short() -> None:
    (page,) = slack.pages(Reply((Words("Before:\n• one\n• two", "Title"),)))
    kinds = [part["type"] for part in page.blocks[0]["elements"]]
    assert kinds == ["rich_text_section", "rich_text_list"]
    assert words(page.blocks[0]["elements"][1]) == "one two"
    many = [block for one in slack.pages(Reply((Shown(CARD),) * 4)) for block in one.blocks]
    assert [block["type"] for block in many].count("divider") == 3
    opened = [block["accessory"]["value"] for block in many if "accessory" in block]
    assert opened == ["story 7"] * 4
    few = [block for one in slack.pages(Reply((Shown(CARD),) * 3)) for block in one.blocks]
    assert not any("accessory" in block for block in few)


def test_an_edition_inside_an_answer_looks_as_it_will_in_its_channel() -> None:
    alone = [block for part in edition_parts(EDITION) for block in part.blocks]
    inside = [block for page in slack.pages(Reply((Preview(EDITION),))) for block in page.blocks]
    assert [words(block) for block in inside] == [words(block) for block in alone]
    assert [block["type"] for block in inside] == [block["type"] for block in alone]


@pytest.mark.node
def test_the_checks_notice_what_is_wrong() -> None:
    """Otherwise the properties would pass on anything."""
    good = [dict(block) for block in slack.card(CARD).blocks]
    assert invalid(good) == []
    assert problems(good) == []
    section, actions = dict(good[0]), dict(good[4])
    assert invalid([{**section, "text": {"type": "mrkdwn"}}])
    assert invalid([{**section, "colour": "red"}])
    assert invalid([{"type": "section2"}])
    assert problems([section, section]) == ["double block_id"]
    assert problems([actions, {**actions, "block_id": "other"}]) == ["double action_id"]
    long = {**section, "text": {"type": "mrkdwn", "text": "x" * 3001}}
    assert problems([long]) == ["section of 3001"]
    assert problems([{**section, "block_id": str(n)} for n in range(51)])[0] == "51 blocks"
    assert problems([{"type": "header", "text": {"text": "", "type": "plain_text"}}])


def test_the_manifest_in_the_package_is_this_one() -> None:
    shipped = (resources.files("bot") / "catalog" / "slack-manifest.yaml").read_text()
    assert yaml.safe_load(shipped) == manifest()


@pytest.mark.parametrize("address", ["", "https://bot.example"])
def test_the_manifest_is_printed_as_json_and_as_yaml(address: str) -> None:
    for options, read in (([], json.loads), (["--yaml"], yaml.safe_load)):
        done = CliRunner().invoke(cli, ["slack", "manifest", *([address] if address else []), *options])
        assert done.exit_code == 0
        assert read(done.stdout) == manifest(address)


@pytest.mark.parametrize("address", ["bot.example", "http://bot.example"])
def test_no_manifest_is_printed_for_an_address_that_slack_refuses(address: str) -> None:
    done = CliRunner().invoke(cli, ["slack", "manifest", address])
    assert done.exit_code == 1
    assert done.stdout == ""
    assert f"{address} is no address for Slack. It starts with https://." in done.stderr


def test_the_manifest_asks_for_the_least_and_fits() -> None:
    socket, http = manifest(), manifest("https://bot.example/")
    assert socket["settings"]["socket_mode_enabled"] is True
    assert "request_url" not in socket["settings"]["event_subscriptions"]
    assert http["settings"]["socket_mode_enabled"] is False
    addresses = {
        http["settings"]["event_subscriptions"]["request_url"],
        http["settings"]["interactivity"]["request_url"],
        http["features"]["slash_commands"][0]["url"],
    }
    assert addresses == {"https://bot.example/slack/events"}
    assert http["oauth_config"]["redirect_urls"] == ["https://bot.example/slack/oauth_redirect"]
    assert socket["oauth_config"]["scopes"]["bot"] == list(SCOPES)
    assert not {"admin", "channels:manage", "users:read.email", "links:read"} & set(SCOPES)
    assert len(socket["display_information"]["description"]) <= 140
    assert all(len(one["name"]) <= 24 for one in socket["features"]["shortcuts"])


def _rows(document: str) -> list[str]:
    return [line for line in document.splitlines() if line.startswith("| `")]


def test_the_document_says_what_each_scope_is_for() -> None:
    document = (Path(__file__).parents[2] / "docs" / "slack.md").read_text()
    rows = dict(line.removeprefix("| ").removesuffix(" |").split(" | ", 1) for line in _rows(document))
    assert rows == {f"`{scope}`": why for scope, why in SCOPES.items()}
