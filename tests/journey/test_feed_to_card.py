"""From a feed to a card on every platform: what is new is posted once, what is known never again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.storage import ledger, news
from bot.storage.planning import Limits
from bot.storage.store import Store
from tests.feeds_world import FeedsWorld, Item, feeds_world, later

VETO = Item(
    "veto",
    "Governor vetoes bill on safety tests for large AI models",
    "The governor vetoed SB 1047, which would have required safety tests of the largest AI models.",
    (
        "The governor of California vetoed SB 1047 on Sunday, the bill that would have required developers of the "
        "largest artificial intelligence models to test them for catastrophic harm.",
        "“This bill looks at the size of a model rather than at the risk of its use,” said Governor Ana Torres in a "
        "letter to the legislature. The Senate had passed the bill by 30 votes to 9.",
        "The bill covered models that cost more than $100 million to train. The attorney general could have sued.",
    ),
    "Mon, 02 Mar 2026 09:30:00 GMT",
)
FINE = Item(
    "fine",
    "Data protection authority fines chatbot maker €15 million",
    "The Italian authority fined the maker of an AI chatbot €15 million under the GDPR.",
    (
        "Italy's data protection authority fined the maker of an AI chatbot €15 million on Monday for training on "
        "personal data without a legal basis.",
        "“Companies that build artificial intelligence have to respect the rights of people whose data they use,” said "
        "Pasquale Rossi, who chairs the authority.",
        "The company must also run an information campaign for six months. It has 30 days to appeal in court.",
    ),
    "Mon, 02 Mar 2026 10:30:00 GMT",
)
PHONE = Item(
    "phone", "Ten best phones of the spring", "Our testers compared cameras and batteries.", ("Nothing here.",)
)


@pytest.fixture
def on_disk(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    return store


def shown(world: FeedsWorld, platform: str) -> list[str]:
    return [post.shown for post in world.platforms[platform].posts]


async def test_200_then_304_then_changed_posts_each_story_once_per_platform(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack", "discord") as world:
        world.publish("gazette", [VETO, PHONE])
        await world.follow("slack", "discord")
        await world.choose("gazette", "slack", "discord")

        first = await world.poll()
        assert (first.fetched, first.entries, first.new) == (1, 2, 2)
        second = await world.poll()
        assert second.unchanged == 1
        world.publish("gazette", [FINE, VETO, PHONE])
        third = await world.poll()
        assert third.new == 1
        for _ in range(2):
            await world.poll()

        for platform in ("slack", "discord"):
            assert shown(world, platform) == [VETO.title, FINE.title]
            assert world.platforms[platform].edits == []
    on_disk.close()


async def test_a_card_is_made_of_the_articles_own_words(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [VETO])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        (card,) = await on_disk.read(news.latest, 5)
        assert card.reading.pull is not None
        assert (
            card.reading.pull.parts[0].text
            == "This bill looks at the size of a model rather than at the risk of its use,"
        )
        assert card.reading.pull.speaker == "Ana Torres"
        assert any("SB 1047" in fact.slice.text for fact in card.reading.facts)
        assert [label.id for label in card.reading.frame.jurisdictions] == ["US-CA"]
        assert card.reading.frame.stage is not None
        assert card.reading.frame.stage.id == "rejected"
    on_disk.close()


async def test_moving_dates_post_once_and_edit_never(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        await world.follow("slack")
        await world.choose("gazette", "slack")
        for hour in range(34):
            moved = Item(VETO.slug, VETO.title, VETO.teaser, VETO.body, later(VETO.published, hour))
            world.publish("gazette", [moved])
            await world.poll()
        assert shown(world, "slack") == [VETO.title]
        assert world.platforms["slack"].edits == []
    on_disk.close()


async def test_a_feed_with_all_new_guids_posts_nothing_again(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [VETO, FINE])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        renamed = [Item(i.slug, i.title, i.teaser, i.body, i.published, f"new-{i.slug}") for i in (VETO, FINE)]
        world.publish("gazette", renamed)
        await world.poll()
        assert sorted(shown(world, "slack")) == sorted([VETO.title, FINE.title])
    on_disk.close()


async def test_a_feed_that_moves_with_all_its_addresses_posts_nothing_again(on_disk: Store) -> None:
    """Another system: another feed address, another address and guid for every item, the dates of the move."""
    async with feeds_world(on_disk, "slack", "discord") as world:
        world.publish("gazette", [VETO, FINE])
        await world.follow("slack", "discord")
        await world.choose("gazette", "slack", "discord")
        await world.poll()
        moved = [
            Item(f"archive/2026/{i.slug}.html", i.title, i.teaser, i.body, later(i.published, 1), f"urn:cms:{i.slug}")
            for i in (VETO, FINE)
        ]
        world.publish("neue-gazette", moved)
        world.origin.serve("/gazette.xml", b"", status=301, headers={"Location": world.origin.url("/neue-gazette.xml")})
        for _ in range(3):
            await world.poll()
        for platform in ("slack", "discord"):
            assert sorted(shown(world, platform)) == sorted([VETO.title, FINE.title])
            assert world.platforms[platform].edits == []
    on_disk.close()


async def test_a_changed_headline_edits_the_card_once(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack", "discord") as world:
        world.publish("gazette", [VETO])
        await world.follow("slack", "discord")
        await world.choose("gazette", "slack", "discord")
        await world.poll()
        corrected = Item(
            VETO.slug,
            "Governor vetoes bill on safety tests for the largest AI models",
            VETO.teaser,
            VETO.body,
            VETO.published,
        )
        world.publish("gazette", [corrected])
        await world.poll()
        await world.poll()
        for platform in ("slack", "discord"):
            assert shown(world, platform) == [VETO.title]
            assert [edit.shown for edit in world.platforms[platform].edits] == [corrected.title]
    on_disk.close()


async def test_a_withdrawn_article_is_marked_on_its_card(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack", "discord") as world:
        world.publish("gazette", [VETO, FINE])
        await world.follow("slack", "discord")
        await world.choose("gazette", "slack", "discord")
        await world.poll()
        taken = Item(VETO.slug, "Withdrawn: " + VETO.title, "This article has been withdrawn.", (), VETO.published)
        changed = Item(FINE.slug, FINE.title + " after complaint", FINE.teaser, FINE.body, FINE.published)
        world.publish("gazette", [taken, changed])
        world.origin.serve("/fine", b"gone", status=410)
        await world.poll()
        await world.poll()
        for platform in ("slack", "discord"):
            assert sorted(shown(world, platform)) == sorted([VETO.title, FINE.title])
            assert len(world.platforms[platform].edits) == 2
        assert all(card.withdrawn for card in await on_disk.read(news.latest, 5))
        rows = await on_disk.read(ledger.for_url, world.origin.url("/veto"))
        assert [row.outcome for row in rows].count("withdrawn") == 1

        again = Item(VETO.slug, "Corrected: " + VETO.title, VETO.teaser, VETO.body, VETO.published)
        world.publish("gazette", [again])  # it comes back
        await world.poll()
        assert len(world.platforms["slack"].edits) == 3
        assert [card.withdrawn for card in await on_disk.read(news.latest, 5) if card.url.endswith("/veto")] == [False]
    on_disk.close()


async def test_five_outlets_on_one_event_make_one_message_and_edits(on_disk: Store) -> None:
    lead = (
        "The United States and the United Kingdom signed a memorandum of understanding on AI safety testing on Monday."
    )
    titles = (
        "US and UK sign memorandum on AI safety testing",
        "UK and US sign memorandum of understanding on AI safety",
        "Memorandum on AI safety testing signed by US and UK",
        "US, UK sign AI safety testing memorandum",
        "Britain and US sign memorandum of understanding on testing AI safety",
    )
    async with feeds_world(on_disk, "slack", "discord") as world:
        await world.follow("slack", "discord")
        for number, title in enumerate(titles):
            world.publish(f"outlet{number}", [Item(f"memo{number}", title, lead, (lead, "It takes effect at once."))])
            await world.choose(f"outlet{number}", "slack", "discord")
            await world.poll(10)
        await world.poll(10)
        for platform in ("slack", "discord"):
            assert shown(world, platform) == [titles[0]]
            assert 1 <= len(world.platforms[platform].edits) <= 4
        (card,) = await on_disk.read(news.latest, 5)
        assert len(card.also) == 4
    on_disk.close()


async def test_what_was_there_before_is_seen_and_not_posted(on_disk: Store) -> None:
    old = [
        Item(
            f"old{n}",
            f"Parliament debates AI bill number {n} in committee",
            "The AI bill is debated.",
            (),
            "Tue, 03 Feb 2026 10:00:00 GMT",
        )
        for n in range(30)
    ]
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", old)
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        assert shown(world, "slack") == []
        world.publish("gazette", [FINE, *old])
        await world.poll()
        assert shown(world, "slack") == [FINE.title]
    on_disk.close()


async def test_an_archive_that_moves_its_dates_or_guids_stays_an_archive(on_disk: Store) -> None:
    """What was only remembered at first sight is known again by two of guid, address and headline."""
    old = [
        Item(f"old{n}", f"Parliament debates AI bill number {n} in committee", "The AI bill is debated.", (),
             "Tue, 03 Feb 2026 10:00:00 GMT")
        for n in range(30)
    ]  # fmt: skip
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", old)
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        for changes in (
            {"published": "Tue, 03 Mar 2026 11:00:00 GMT"},
            {"guid": "another {}"},
            {"title": "Committee takes up AI bill {}"},
            {"teaser": "Now with 12 comments."},
        ):
            moved = [
                replace(one, **{name: text.format(at) for name, text in changes.items()}) for at, one in enumerate(old)
            ]
            world.publish("gazette", moved)
            await world.poll()
            assert shown(world, "slack") == [], changes
            world.publish("gazette", [FINE, *moved])
            old = moved
        await world.poll()
        assert shown(world, "slack") == [FINE.title]
    on_disk.close()


async def test_dates_of_the_past_the_future_and_none_post_once_each(on_disk: Store) -> None:
    titles = {
        "Peru's congress passes law against election deepfakes": "Mon, 01 Jan 2001 10:00:00 GMT",
        "Kenya opens consultation on AI in lending decisions": "",
        "Japan's cabinet adopts AI promotion strategy": "Mon, 03 Mar 2031 10:00:00 GMT",
        "Norway's privacy regulator fines face recognition firm": "Mon, 02 Mar 2026 10:00:00 GMT",
    }
    items = [
        Item(f"law{n}", title, f"{title}, officials said of the AI rules.", (), when)
        for n, (title, when) in enumerate(titles.items())
    ]
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        world.publish("gazette", items)
        await world.poll()
        redated = [Item(i.slug, i.title, i.teaser, (), "Tue, 03 Mar 2026 22:00:00 GMT") for i in items]
        world.publish("gazette", redated)
        await world.poll(120)
        world.publish("elsewhere", redated)  # the feed moves to another address
        await world.choose("elsewhere", "slack")
        await world.poll(120)
        await world.poll(120)
        assert sorted(post.shown for post in world.platforms["slack"].posts if post.kind == "card") == sorted(titles)
        assert world.platforms["slack"].edits == []
    on_disk.close()


async def test_a_poll_posts_no_more_than_its_cap_and_keeps_the_rest(on_disk: Store) -> None:
    titles = (
        "Peru's congress passes law against election deepfakes",
        "Kenya opens consultation on AI in lending decisions",
        "Japan's cabinet adopts AI promotion strategy",
        "Court in Hamburg rules on copyright and AI training data",
        "Norway's privacy regulator fines face recognition firm",
        "US tightens export controls on AI chips",
    )
    items = [Item(f"law{n}", title, f"{title}, officials said on Monday.") for n, title in enumerate(titles)]
    async with feeds_world(on_disk, "slack", limits=Limits(first_posts=5, posts_per_poll=3)) as world:
        world.publish("gazette", [])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        world.publish("gazette", items)
        await world.poll()
        assert len(shown(world, "slack")) == 3
        rows = await on_disk.read(ledger.for_url, world.origin.url("/law0"))
        assert any(row.step == "planned" for row in rows)
    on_disk.close()


async def test_one_bad_source_stops_no_other(on_disk: Store) -> None:
    async with feeds_world(on_disk, "slack") as world:
        world.origin.serve("/broken.xml", b"<html><body>Not a feed</body></html>", content_type="text/html")
        world.publish("gazette", [VETO])
        await world.follow("slack")
        await world.choose("broken", "slack")
        await world.choose("gazette", "slack")
        summary = await world.poll()
        assert summary.failed.total() == 1
        assert shown(world, "slack") == [VETO.title]
    on_disk.close()


async def test_news_about_other_things_has_no_page_fetched(on_disk: Store) -> None:
    """Title and summary are judged first; a page is asked for only when they leave the entry in."""
    other = Item("cup", "Rovers win the cup final after extra time", "A late goal decided the match.", ("The match.",))
    ours = Item(
        "audit",
        "Regulator orders audits of AI hiring tools",
        "The regulator ordered yearly audits of artificial intelligence in hiring.",
        ("The regulator ordered yearly audits of artificial intelligence that sorts applications.",),
    )
    async with feeds_world(on_disk, "slack") as world:
        world.publish("gazette", [other])
        await world.follow("slack")
        await world.choose("gazette", "slack")
        await world.poll()
        world.publish("gazette", [ours, replace(other, slug="cup-2", title=f"{other.title}, again"), other])
        await world.poll()
        assert len(world.origin.asked_for("/audit")) == 1
        assert world.origin.asked_for("/cup") == world.origin.asked_for("/cup-2") == []
    on_disk.close()


async def test_an_item_that_dresses_up_at_every_look_is_new_once(tmp_path: Path) -> None:
    """Guid, date and campaign mark change each time; `poll --json` counts what is truly new."""
    store = Store(f"sqlite:///{tmp_path / 'bot.db'}")
    store.open()
    law, sport = "Senate passes bill on artificial intelligence in hiring", "Cup final ends in a draw after extra time"

    def dressed(look: int) -> list[Item]:
        day = f"Mon, 0{look} Mar 2026 10:00:00 GMT"
        return [
            Item(
                f"{slug}?utm_campaign=mail{look}", title, f"{title}, it was said.", published=day, guid=f"{slug}-{look}"
            )
            for slug, title in (("law", law), ("sport", sport))
        ]

    async with feeds_world(store, "slack") as world:
        await world.follow("slack")
        await world.choose("gazette", "slack")
        counted = []
        for look in (1, 2, 3):
            world.publish("gazette", dressed(look))
            counted.append((await world.poll()).new)
        assert counted == [2, 0, 0]
        world.publish("gazette", [*dressed(4), Item("other", "Commission opens inquiry into an AI chatbot maker")])
        assert (await world.poll()).new == 1
    store.close()
