"""What stands in a digest and in which order: groups by stage, salience by outlets, what an editor decides."""

from __future__ import annotations

from bot.model import Card, Coverage, EditionItem, Frame, Label, Reading, Slice, Span, Verdict
from bot.pipeline import edition


def label(name: str) -> Label:
    return Label(name)


def card(story: str, stage: str = "", outlets: int = 1, score: float = 0.6, topic: str = "", place: str = "") -> Card:
    frame = Frame(
        stage=label(stage) if stage else None,
        topic=label(topic) if topic else None,
        jurisdictions=(label(place),) if place else (),
    )
    headline = f"Story {story}"
    reading = Reading(Slice(headline, Span(0, len(headline)), "title"), frame=frame, verdict=Verdict(True, score))
    also = tuple(Coverage(f"Outlet {n}", f"https://o{n}.example/{story}", "") for n in range(1, outlets))
    return Card(story, int(story), f"https://example.org/{story}", "Outlet 0", reading, also=also)


def ids(cards: tuple[Card, ...]) -> list[str]:
    return [one.story_id for one in cards]


def test_groups_follow_the_weight_of_their_stage() -> None:
    found = edition.choose(
        [card("1"), card("2", "proposed"), card("3", place="UN"), card("4", "delayed"), card("5", "signed"),
         card("6", "in_force")],
        10,
    )  # fmt: skip
    assert ids(found) == ["6", "5", "4", "2", "3", "1"]


def test_within_a_group_distinct_outlets_decide_then_marks() -> None:
    cards = [card("1", "proposed"), card("2", "proposed", outlets=3), card("3", "proposed", outlets=2)]
    assert ids(edition.choose(cards, 10)) == ["2", "3", "1"]
    assert ids(edition.choose(cards, 10, {"2": -3.0, "1": 2.0})) == ["1", "3", "2"]


def test_at_most_so_many_and_a_pinned_story_is_always_among_them() -> None:
    cards = [card(str(n), "in_force") for n in range(1, 9)] + [card("9")]
    assert len(edition.choose(cards, 3)) == 3
    assert ids(edition.choose(cards, 3, pinned=("9",)))[0] == "9"
    assert ids(edition.choose(cards, 9, pinned=("9", "4")))[:2] == ["9", "4"]


def test_an_editors_order_holds_within_a_group_only() -> None:
    cards = [card("1", "in_force"), card("2", "proposed", outlets=4), card("3", "proposed")]
    assert ids(edition.choose(cards, 9, order=("3", "2", "1"))) == ["1", "3", "2"]


def test_sections_are_in_order_without_empty_ones() -> None:
    chosen = edition.choose([card("1"), card("2", "enforced"), card("3", "passed")], 9, pinned=("1",))
    items = {one.story_id: EditionItem(one.story_id, one.story_id, one.url, one.outlet, "") for one in chosen}
    found = edition.sections(chosen, items, pinned=("1",))
    assert [(part.key, [item.story_id for item in part.items]) for part in found] == [
        ("top", ["1"]),
        ("in_force", ["2"]),
        ("passed", ["3"]),
    ]
