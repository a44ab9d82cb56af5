"""Discord payloads: the model card, valid for Discord's own schema, inside its limits for any input."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.model import (
    Attachment,
    Button,
    Buttons,
    Card,
    Coverage,
    DateAhead,
    Difference,
    Edition,
    EditionItem,
    EditionSection,
    Fact,
    Form,
    Frame,
    Label,
    Preview,
    Quote,
    Reading,
    Reply,
    Select,
    Shown,
    Table,
    Verdict,
    Words,
)
from bot.render.discord import SHAPES, edition_parts, payload, reply_pages, without_rows
from bot.render.discord_card import COLOURS
from bot.render.discord_ids import Ids, read, read_value
from bot.render.discord_text import escape
from bot.storage.presses import key
from tests.discord_rules import check, check_limits, walk
from tests.discord_world import model_card, words

# Everything that has ever been used to break out of a chat message, and honest text that must survive.
NASTY = (
    "@everyone and @here <@123> <@!123> <@&55> <#9> </aipolicy latest:1> <t:1:R> <:x:1> <id:customize>",
    "[free money](https://evil.example) and [more](http://evil.example)",
    "](https://evil.example) [a\nb](https://evil.example)",
    "**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block``` > quote\n# head\n-# small\n1. one\n- two",
    "join discord.gg/abcdef or https://discord.com/invite/abcdef",
    "\u202etxt.exe\u202c \u200bhidden\u2066x\u2069",
    "javascript:alert(1) data:text/html,x",
    "\\ \\* \\[ trailing \\",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇺🇸 é́́́́́ العربية עברית 日本語",
    "\ud83d half a pair",
    "x" * 5000,
    "🇺🇸" * 900,
    "(" * 3000,
)

anything = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=400), st.text(alphabet="[]()*_`~|<>@#\\\n-1.👩‍ ", max_size=200)
)
addresses = st.one_of(
    st.just("https://example.org/a"),
    st.sampled_from(
        [
            "javascript:alert(1)",
            "",
            "https://example.org/" + "a" * 700,
            "https://example.org/a_(b)[c]?d=(e)&f=<g>",
            "https://user:pass@example.org/",
            "https://discord.gg/abc",
            "ftp://example.org/x",
            "//example.org/x y",
        ]
    ),
    anything,
)
moments = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2099, 1, 1), timezones=st.just(UTC))
slices = anything.map(words)
labels = st.sampled_from([*COLOURS, "agreement", "frontier_safety", "no_such_label"]).map(Label)
places = st.sampled_from(["US", "GB", "EU", "US-CA", "GB-SCT", "X-OECD", "ZZ", ""]).map(Label)
frames = st.builds(
    Frame,
    jurisdictions=st.lists(places, max_size=6).map(tuple),
    instrument=st.none() | labels,
    stage=st.none() | labels,
    topic=st.none() | labels,
)
quotes = st.builds(Quote, parts=st.lists(slices, min_size=1, max_size=3).map(tuple), speaker=anything, role=anything)
readings = st.builds(
    Reading,
    headline=slices,
    verdict=st.just(Verdict(True, 1.0)),
    pull=st.none() | quotes,
    facts=st.lists(st.builds(Fact, slice=slices, background=st.booleans()), max_size=6).map(tuple),
    frame=frames,
    dates_ahead=st.just(tuple[DateAhead, ...]()),
)
cards = st.builds(
    Card,
    story_id=st.integers(1, 10**12).map(str),
    article_id=st.just(1),
    url=addresses,
    outlet=anything,
    reading=readings,
    published=st.none() | moments,
    primary=st.booleans(),
    also=st.lists(st.builds(Coverage, outlet=anything, url=addresses, title=anything), max_size=6).map(tuple),
    confirmed_by=st.lists(anything, max_size=4).map(tuple),
    differs=st.lists(
        st.builds(Difference, what=anything, values=st.lists(anything, max_size=3).map(tuple)), max_size=4
    ).map(tuple),
    updated_at=st.none() | moments,
    changes=st.lists(anything, max_size=3).map(tuple),
    withdrawn=st.booleans(),
    notes=st.lists(anything, max_size=4).map(tuple),
)
lines = st.one_of(anything, st.sampled_from(["latest 3", "sources add https://example.org --yes", "x" * 300]))
buttons = st.builds(
    Button,
    label=anything,
    line=lines,
    url=st.just("") | addresses,
    style=st.sampled_from(["plain", "primary", "danger"]),
)
parts = st.one_of(
    st.builds(Words, text=anything, title=anything, code=st.booleans()),
    st.lists(anything, min_size=1, max_size=5).flatmap(
        lambda columns: st.builds(
            Table,
            columns=st.just(tuple(columns)),
            rows=st.lists(st.tuples(*[anything] * len(columns)), max_size=30).map(tuple),
            title=anything,
            links=st.lists(addresses, max_size=5).map(tuple),
        )
    ),
    st.builds(Shown, card=cards),
    st.deferred(lambda: editions).map(Preview),
    st.builds(Buttons, buttons=st.lists(buttons, max_size=12).map(tuple)),
    st.builds(
        Select,
        placeholder=anything,
        line=st.sampled_from(["{}", "story {}", "x" * 120 + " {}"]),
        options=st.lists(st.tuples(anything, anything), max_size=40).map(tuple),
    ),
    st.builds(Attachment, name=st.just("a.csv"), mime=st.just("text/csv"), data=st.binary(max_size=10)),
    st.builds(Form, command=st.just("sources add"), title=anything, values=st.dictionaries(st.just("url"), anything)),
)
replies = st.builds(Reply, parts=st.lists(parts, max_size=8).map(tuple), error=st.booleans())
items = st.builds(
    EditionItem,
    story_id=st.integers(1, 10**9).map(str),
    headline=anything,
    url=addresses,
    outlet=anything,
    line=anything,
    outlets=st.integers(1, 99),
    held_reason=anything,
    archive_url=addresses,
)
sections = st.builds(
    EditionSection,
    key=st.sampled_from(["in_force", "passed", "blocked", "open", "international", "analysis", "other"]),
    title=anything,
    items=st.lists(items, max_size=12).map(tuple),
)
editions = st.builds(
    Edition,
    id=st.just("e1"),
    channel_id=st.just("discord:1"),
    title=anything,
    when=anything,
    dates=st.lists(st.tuples(anything, anything, addresses), max_size=20).map(tuple),
    sections=st.lists(sections, max_size=6).map(tuple),
    closing=anything,
    draft=st.booleans(),
)
often = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def shown_texts(body: dict[str, Any]) -> list[str]:
    """Every string Discord reads as markdown."""
    found = [part["content"] for part in walk(body.get("components") or []) if part["type"] == 10]
    for embed in body.get("embeds") or []:
        found += [embed.get("title", ""), embed.get("description", "")]
        found += [field["value"] for field in embed.get("fields", [])]
    return [*found, body.get("content") or ""]


MASKED = re.compile(r"(?<!\\)(?:\\\\)*\]\(([^)]*)\)")


def assert_tame(body: dict[str, Any], own_addresses: set[str]) -> None:
    """Nothing foreign pings, opens, hides or reorders."""
    for text in shown_texts(body):
        unfenced = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        assert not re.search(r"@(everyone|here)", text)
        assert not re.search(r"<(@|#|:|a:|/|id:)", unfenced)
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
        assert not re.search(r"discord(app)?\.(gg|com/invite)/", unfenced, re.IGNORECASE)
        for target in MASKED.findall(unfenced):
            assert re.match(r"https?://", target), target
            assert "evil.example" not in target or target in own_addresses


# ---------------------------------------------------------------- the model card


def test_the_card_reads_as_the_model_does() -> None:
    body = payload(model_card(), "v2", "en", key).body
    assert body["flags"] == 32768
    assert body["allowed_mentions"] == {"parse": []}
    [box] = body["components"]
    head, quote, line, facts, row, more = box["components"]
    assert (box["type"], box["accent_color"]) == (17, 3894949)
    assert head["content"] == (
        "🇺🇸 🇬🇧  **Agreement › Signed**  ·  AI safety and testing\n"
        "### [Two governments agree to test AI models together](https://example.org/news/joint-testing-1)\n"
        "-# Policy Courier · <t:1772452800:d> · also: Hunter, Networker and 1 more"
    )
    assert quote["content"] == (
        "> “No country can judge these systems alone. Testing them together is how we keep up.”\n"
        "> **Ada Brandt**, Minister for Technology"
    )
    assert line == {"type": 14, "divider": True, "spacing": 1}
    assert facts["content"] == (
        "- memorandum of understanding signed by both ministers in Washington on Monday\n"
        "- the institutes will run at least one joint test on a publicly available model\n"
        "- *Background:* the ministry set aside £100 million for nine research hubs last year"
    )
    assert row["components"][0] == {
        "type": 2,
        "style": 5,
        "label": "Read",
        "url": "https://example.org/news/joint-testing-1",
    }
    assert [button["label"] for button in row["components"][1:]] == ["Coverage (3)", "Save", "Useful", "Not for us"]
    assert row["components"][1]["custom_id"] == "r0:story 1 --coverage"
    assert more["components"][0]["type"] == 3


def test_the_embed_reads_as_the_model_does() -> None:
    body = payload(model_card(), "embed", "en", key).body
    [embed] = body["embeds"]
    assert embed["author"] == {"name": "Policy Courier"}
    assert embed["title"] == "Two governments agree to test AI models together"
    assert embed["color"] == 3894949
    assert embed["timestamp"] == "2026-03-02T12:00:00Z"
    assert embed["footer"] == {"text": "also: Hunter, Networker and 1 more"}
    assert [field["name"] for field in embed["fields"]] == ["Key facts", "Background"]
    assert embed["fields"][0]["value"].startswith("• memorandum of understanding signed")
    assert embed["description"].startswith("🇺🇸 🇬🇧  **Agreement › Signed**")


def test_german_labels() -> None:
    [box] = payload(model_card(), "v2", "de", key).body["components"]
    assert "**Abkommen › Unterzeichnet**  ·  KI-Sicherheit und Tests" in box["components"][0]["content"]


def test_unknown_is_left_out_and_no_quote_leaves_no_gap() -> None:
    card = model_card()
    bare = replace(card, reading=replace(card.reading, frame=Frame(), pull=None, facts=()), published=None, also=())
    [box] = payload(bare, "v2", "en", key).body["components"]
    kinds = [part["type"] for part in box["components"]]
    assert kinds == [10, 1, 1]
    assert box["components"][0]["content"] == (
        "### [Two governments agree to test AI models together](https://example.org/news/joint-testing-1)\n"
        "-# Policy Courier"
    )


def test_an_update_and_a_difference_are_said() -> None:
    card = model_card(
        updated_at=datetime(2026, 3, 3, 14, 5, tzinfo=UTC),
        changes=("new headline",),
        differs=(Difference("hubs", ("60", "61")),),
        notes=("3 more from this source wait for the digest",),
        primary=True,
        confirmed_by=("Hunter",),
    )
    text = "\n".join(shown_texts(payload(card, "v2", "en", key).body))
    assert "-# updated <t:1772546700:t>: new headline" in text
    assert "-# differs: 60 / 61 \\(hubs\\)" in text
    assert "-# 3 more from this source wait for the digest" in text
    assert "primary source" in text
    assert "✓ also quoted by Hunter" in text


def test_a_withdrawn_card_says_so_and_shows_no_claims() -> None:
    body = payload(model_card(withdrawn=True), "v2", "en", key).body
    text = "\n".join(shown_texts(body))
    assert "**Withdrawn by its source**" in text
    assert "No country can judge" not in text
    assert "memorandum" not in text


@pytest.mark.parametrize(("stage", "colour"), sorted(COLOURS.items()))
def test_the_edge_is_the_stage(stage: str, colour: int) -> None:
    card = model_card()
    frame = replace(card.reading.frame, stage=Label(stage))
    [box] = payload(replace(card, reading=replace(card.reading, frame=frame)), "v2", "en", key).body["components"]
    assert box["accent_color"] == colour


# ---------------------------------------------------------------- any input


@pytest.mark.node
@often
@given(cards)
@example(model_card(url="javascript:alert(1)"))
def test_any_card_is_valid_in_every_shape(card: Card) -> None:
    for shape in SHAPES:
        for body in (payload(card, shape, "de", key).body, without_rows(payload(card, shape, "en", key).body)):
            check("MessageCreateRequest", body)
            check_limits(body)
            assert_tame(body, {card.url})


@pytest.mark.node
@often
@given(replies)
@example(Reply((Form("sources add", "Add a source"),)))
@example(Reply((Attachment("a.csv", "text/csv", b""),), error=True))
def test_any_answer_is_valid_on_every_page(reply: Reply) -> None:
    for page in reply_pages(reply, "en", key, "latest 3"):
        check("MessageCreateRequest", page.body)
        check_limits(page.body)
    for shape in SHAPES:
        body = payload(reply, shape, "en", key).body
        check("MessageCreateRequest", body)
        check_limits(body)


@pytest.mark.node
@often
@given(editions)
def test_any_digest_is_valid_in_every_part(edition: Edition) -> None:
    for part in range(edition_parts(edition, "en")):
        for shape in SHAPES:
            body = payload(edition, shape, "en", key, part=part).body
            check("MessageCreateRequest", body)
            check_limits(body)


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_foreign_breaks_out(nasty: str) -> None:
    card = model_card(outlet=nasty, notes=(nasty,), changes=(nasty,), updated_at=datetime(2026, 3, 3, tzinfo=UTC))
    reading = replace(
        card.reading, headline=words(nasty), pull=Quote((words(nasty),), nasty, nasty), facts=(Fact(words(nasty)),)
    )
    for shape in SHAPES:
        body = payload(replace(card, reading=reading), shape, "en", key).body
        assert_tame(body, {card.url})


def test_honest_writing_survives() -> None:
    honest = "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇺🇸 العربية עברית 日本語 naïve"
    card = model_card()
    body = payload(replace(card, reading=replace(card.reading, headline=words(honest))), "v2", "en", key).body
    assert f"[{honest}](" in shown_texts(body)[0]


@pytest.mark.node
@pytest.mark.parametrize("filler", ["word ", "(x) ", "🇺🇸 ", "a_b*c "])
def test_a_card_that_is_too_long_everywhere_still_fits(filler: str) -> None:
    long = filler * 1500
    card = model_card(
        url="https://example.org/" + "a" * 970,
        outlet=long,
        notes=(long,) * 5,
        changes=(long,) * 5,
        confirmed_by=(long,) * 5,
        differs=(Difference(long, (long, long)),) * 4,
        updated_at=datetime(2026, 3, 3, tzinfo=UTC),
        primary=True,
        also=tuple(Coverage(f"{number} {long}", "https://example.org/x", long) for number in range(9)),
    )
    reading = replace(
        card.reading,
        headline=words(long),
        pull=Quote((words(long), words(long)), long, long),
        facts=(Fact(words(long)), Fact(words(long)), *(Fact(words(long), background=True) for _ in range(3))),
    )
    for shape in SHAPES:
        body = payload(replace(card, reading=reading), shape, "en", key).body
        check("MessageCreateRequest", body)
        check_limits(body)
    assert "\n- " in "\n" + "\n".join(shown_texts(payload(replace(card, reading=reading), "v2", "en", key).body))


# ---------------------------------------------------------------- digests, pages, ids


def edition(stories: int) -> Edition:
    made = tuple(
        EditionItem(
            str(number),
            f"Story number {number} about a law on automated decisions in public offices",
            f"https://example.org/{number}",
            "Policy Courier",
            "Law › Passed · closes on 4 May",
            outlets=3,
        )
        for number in range(stories)
    )
    return Edition(
        "e1",
        "discord:1",
        "AI policy this week",
        "Wednesday 4 March 2026, 09:00 Europe/Berlin",
        (("4 May 2026", "Comments on the draft rule close", "https://example.org/rule"),),
        (
            EditionSection("in_force", "In force", made[: stories // 2]),
            EditionSection("open", "Open", made[stories // 2 :]),
        ),
        "12 stories from 9 sources, 1 source silent",
    )


def test_a_digest_keeps_every_story_whole_and_in_order() -> None:
    whole = edition(60)
    bodies = [payload(whole, "v2", "en", key, part=part).body for part in range(edition_parts(whole, "en"))]
    assert len(bodies) > 1
    text = "\n".join("\n".join(shown_texts(body)) for body in bodies)
    found = [int(number) for number in re.findall(r"Story number (\d+) about a law", text)]
    assert found == list(range(60))
    assert text.count("Law › Passed · closes on 4 May") == 60
    assert "### Dates ahead\n- **4 May 2026** · [Comments on the draft rule close](https://example.org/rule)" in text
    assert shown_texts(bodies[-1])[-2] == "-# 12 stories from 9 sources, 1 source silent"


def test_lines_behind_bullets_are_a_list() -> None:
    (page,) = reply_pages(Reply((Words("Before:\n• one *two*\n• three", "Title"),)), "en", key)
    assert shown_texts(page.body)[:1] == ["### Title\nBefore:\n- one \\*two\\*\n- three"]


def test_a_digest_inside_an_answer_looks_as_it_will_in_its_channel() -> None:
    whole = edition(12)
    (alone,) = [payload(whole, "v2", "en", key, part=0).body]
    (page,) = reply_pages(Reply((Words("A preview."), Preview(whole))), "en", key)
    assert shown_texts(page.body) == ["A preview.", *shown_texts(alone)]


@pytest.mark.node
def test_a_digest_that_is_too_long_everywhere_still_fits() -> None:
    long, far = "(very) long_words " * 300, "https://example.org/" + "a" * 970
    item = EditionItem("7", long, far, long, long, 3, long, far)
    sections = tuple(EditionSection(name, long, (item,) * 4) for name in ("in_force", "open"))
    whole = Edition("e1", "discord:1", long, long, ((long, long, far),) * 20, sections, long, draft=True)
    assert edition_parts(whole, "en") >= 8
    for part in range(edition_parts(whole, "en")):
        for shape in SHAPES:
            body = payload(whole, shape, "en", key, part=part).body
            check("MessageCreateRequest", body)
            check_limits(body)


def test_a_long_answer_turns_pages() -> None:
    reply = Reply(tuple(Words(f"Paragraph {number}. " + "word " * 250) for number in range(8)))
    pages = reply_pages(reply, "en", key, "sources list")
    assert len(pages) > 1
    row = pages[0].body["components"][-1]["components"]
    assert [one["label"] for one in row] == ["Back", f"1 / {len(pages)}", "Next"]
    press = read(row[2]["custom_id"])
    assert press is not None
    assert (press.act, press.number, press.line, press.stored) == ("page", 1, "sources list", False)


def test_many_cards_are_shown_short_with_a_menu() -> None:
    reply = Reply(tuple(Shown(model_card(str(number))) for number in range(1, 11)))
    [page] = reply_pages(reply, "en", key, "latest 10")[:1]
    boxes = [part for part in page.body["components"] if part["type"] == 17]
    assert len(boxes) >= 4
    everything = [part for one in reply_pages(reply, "en", key, "latest 10") for part in walk(one.body["components"])]
    [menu] = [part for part in everything if part["type"] == 3]
    assert menu["options"][0]["value"] == "story 1"


def test_a_line_too_long_for_a_button_is_stored() -> None:
    ids = Ids(key)
    long = "follow --words " + "artificial intelligence, " * 10
    press = read(ids.of("run", long))
    assert press is not None
    assert press.stored
    assert ids.stored == {press.line: long}
    name, stored = read_value(ids.value(long))
    assert (stored, ids.stored[name]) == (True, long)


@pytest.mark.parametrize("piece", ["\n", " ", "1", "@", "<", "`", "h"])
def test_escaping_costs_what_the_text_does(piece: str) -> None:
    def spent(count: int) -> float:
        begun = time.process_time()
        escape(piece * count + "x")
        return time.process_time() - begun

    small = min(spent(count) for count in (2_999, 3_000))
    large = min(spent(count) for count in (29_999, 30_000))
    assert large <= 12 * small + 0.15


@given(st.text(max_size=300), st.sampled_from(["run", "choose", "page", "form"]))
def test_ids_say_what_they_were_made_of(line: str, act: Any) -> None:
    ids = Ids(key)
    press = read(ids.of(act, line, 3))
    assert press is not None
    assert (press.act, press.number) == (act, 3)
    assert (ids.stored[press.line] if press.stored else press.line) == line


def test_people_and_roles_are_mentioned_where_their_ids_stand() -> None:
    people = ("discord:17", "discord:role:5")
    page = payload(
        Reply((Words("discord:role:5 and discord:17, not <@99> or discord:8", people=people),)), "v2", "en", key
    )
    said = "\n".join(shown_texts(page.body))
    assert "<@&5> and <@17>, not " in said
    assert "<@99>" not in said
    assert "<@8>" not in said
