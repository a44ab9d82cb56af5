"""Same item or another: what feeds really do with guids, addresses, titles and dates."""

from __future__ import annotations

import time

import hypothesis.strategies as st
import pytest
from hypothesis import given

from bot.pipeline.identity import Identity, Known, decide, decide_document, distinct, identify

LONG = "The agency said on Monday that the rules for general models will apply from August. " * 3
OTHER = "A court in Munich found that the company had copied the lyrics of nine songs without leave. " * 3


def item(
    guid: str = "a-1",
    url: str = "https://example.org/2025/agency-sets-rules-for-models",
    title: str = "Agency sets out rules for general models",
    text: str = LONG,
    source: int = 1,
    outlet: str = "Example",
) -> Identity:
    return identify(guid=guid, url=url, title=title, text=text, source_id=source, outlet=outlet)


class Shelf:
    """The keys a store would hold: the first article keeps a key, as the store's insert does."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.articles = 0

    def take(self, one: Identity) -> str:
        decision = decide(one, {key: self.known[key] for key in one.keys if key in self.known})
        number = decision.article_id
        if number is None:
            self.articles += 1
            number = self.articles
        if decision.action != "seen":
            for key, stored in list(self.known.items()):
                if stored.article_id == number:
                    self.known[key] = Known(number, one.title_hash, one.text_hash)
        for key in one.keys:
            self.known.setdefault(key, Known(number, one.title_hash, one.text_hash))
        return decision.action


def after(first: Identity, second: Identity) -> str:
    shelf = Shelf()
    shelf.take(first)
    return shelf.take(second)


def test_new_then_seen() -> None:
    shelf = Shelf()
    assert shelf.take(item()) == "new"
    assert shelf.take(item()) == "seen"


def test_one_article_34_times_with_moving_dates_is_one_item() -> None:
    """The public case: guid and address carried the date, which moved on every fetch."""
    shelf = Shelf()
    actions = [
        shelf.take(
            item(
                guid=f"https://example.org/news?date=2025-03-{day % 28 + 1:02}T{day % 24:02}:00",
                url=f"https://example.org/2025/03/{day % 28 + 1:02}/agency-sets-rules-for-models",
            )
        )
        for day in range(34)
    ]
    assert actions == ["new"] + ["seen"] * 33


def test_moving_guid_alone_is_the_same_item() -> None:
    assert after(item(), item(guid="b-9")) == "seen"


def test_feed_that_changes_all_guids_posts_nothing_again() -> None:
    shelf = Shelf()
    feed = [
        (f"https://example.org/2025/story-number-{n}-about-models", f"Report number {n} about the models")
        for n in range(9)
    ]
    for number, (url, title) in enumerate(feed):
        shelf.take(item(f"old-{number}", url, title, LONG + title))
    assert {shelf.take(item(f"new-{n}", url, title, LONG + title)) for n, (url, title) in enumerate(feed)} == {"seen"}


def test_feed_that_moves_to_another_host_posts_nothing_again() -> None:
    moved = item(guid="x", url="https://news.example.com/p/8812", source=2)
    assert after(item(), moved) == "seen"


def test_tracking_parameters_do_not_make_another_item() -> None:
    assert after(item(guid=""), item(guid="", url=item_url() + "?utm_source=rss&utm_medium=feed", text="")) == "seen"


def item_url() -> str:
    return "https://example.org/2025/agency-sets-rules-for-models"


def test_another_headline_at_the_same_address_is_a_change() -> None:
    assert after(item(), item(title="Agency delays rules for general models")) == "changed"


def test_another_text_is_a_change_and_typography_is_not() -> None:
    assert after(item(), item(text=LONG.replace("August", "December"))) == "changed"
    assert after(item(), item(text=LONG.replace(" ", "  ").replace("Monday", "monday"))) == "seen"
    assert after(item(title="It’s the agency’s turn to act"), item(title="It's the agency's turn to act")) == "seen"


def test_text_that_comes_or_goes_is_no_change() -> None:
    assert after(item(), item(text="")) == "seen"
    assert after(item(text=""), item()) == "seen"


def test_hours_ago_in_the_text_are_no_change() -> None:
    assert after(item(text=LONG + " 3 hours ago"), item(text=LONG + " 5 hours ago")) == "seen"


def test_guid_used_again_for_another_item_is_new() -> None:
    other = item(
        url="https://example.org/2025/court-rules-on-song-lyrics",
        title="Court rules on song lyrics in models",
        text=OTHER,
    )
    shelf = Shelf()
    assert [shelf.take(item()), shelf.take(other)] == ["new", "new"]
    assert [shelf.take(item()), shelf.take(other)] == ["seen", "seen"]


def test_guid_alone_is_trusted_when_there_is_no_address() -> None:
    assert after(item(url=""), item(url="", title="Agency delays rules for models", text=OTHER)) == "changed"


def test_weekly_titles_do_not_collide() -> None:
    for title in ("Weekly digest", "Newsletter", "AI policy news of the week", "Minutes", "Update 12 March 2025"):
        first = item("1", "https://example.org/p/101", title, LONG)
        second = item("2", "https://example.org/p/102", title, OTHER)
        assert after(first, second) == "new", title


def test_same_title_in_another_outlet_is_another_article() -> None:
    wire = item(guid="w-1", url="https://other.example/agency-sets-rules-out", source=2, outlet="Other")
    assert after(item(), wire) == "new"


def test_home_page_as_link_of_every_item_identifies_none() -> None:
    first = item("1", "https://example.org/", "Agency sets out rules for models", LONG)
    second = item("2", "https://example.org/", "Court rules on song lyrics in models", OTHER)
    assert after(first, second) == "new"
    shared = [
        item("1", "https://example.org/ai", "First thing of the day", LONG),
        item("2", "https://example.org/ai", "Second thing of it", OTHER),
    ]
    assert [decision.action for decision in decide_document(shared, {})] == ["new", "new"]
    assert not any(one.key("u") for one in distinct(shared))


def test_double_guid_in_one_document_gives_two_items() -> None:
    twins = [
        item("1", "https://example.org/2025/first-story-of-the-day", "First story of the day", LONG),
        item("1", "https://example.org/2025/second-story-of-the-day", "Second story of the day", OTHER),
    ]
    assert [decision.action for decision in decide_document(twins, {})] == ["new", "new"]


def test_item_listed_twice_in_one_document_is_one_item() -> None:
    assert [decision.action for decision in decide_document([item(), item()], {})] == ["new", "seen"]


def test_renamed_long_story_under_new_guid_and_address_is_a_change() -> None:
    long = LONG * 4
    assert (
        after(
            item(text=long), item("z", "https://example.org/2025/agency-delays-its-rules", "Agency delays it all", long)
        )
        == "changed"
    )


def test_every_decision_has_a_reason() -> None:
    assert decide(item(), {}).reason
    known = {key: Known(7, item().title_hash, item().text_hash) for key in item().keys}
    assert decide(item(), known) == decide(item(), dict(reversed(known.items())))
    assert "same" in decide(item(), known).reason


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=200), st.text(max_size=400))
def test_whatever_comes_in_is_seen_the_second_time_if_it_has_any_key(
    guid: str, url: str, title: str, text: str
) -> None:
    one = item(guid, url, title, text)
    shelf = Shelf()
    assert shelf.take(one) == "new"
    expected = {"seen"} if one.key("g") or one.key("u") or (one.key("t") and one.key("x")) else {"seen", "new"}
    assert shelf.take(one) in expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/agency-sets-rules", True),
        ("https://example.org/agency-sets-rules/", True),
        ("https://example.org/a/20240501", True),
        ("https://example.org/read?id=x", True),
        ("https://example.org/2024/agency", False),
        ("https://example.org/agency-rules", False),
        ("https://example.org/a--b-c", False),
    ],
)
def test_an_address_of_ones_own(url: str, expected: bool) -> None:
    assert item(url=url).own_page is expected


def spent(url: str) -> float:
    begun = time.process_time()
    item(url=url)
    return time.process_time() - begun


@pytest.mark.parametrize("piece", ["a-", "1", "a", "1/", "-"])
def test_a_long_address_costs_what_its_length_does(piece: str) -> None:
    small = min(spent(f"https://example.org/{piece * length}/x") for length in (9_999, 10_000))
    large = min(spent(f"https://example.org/{piece * length}/x") for length in (99_999, 100_000))
    assert large <= 12 * small + 0.15
