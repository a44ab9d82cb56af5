"""A batch of articles into stories: in any order the same, apart what must be apart."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
from hypothesis import given, settings

from bot.pipeline.stories import Signature, cluster, signature
from bot.pipeline.stories.linkage import Groups, average_link, blend, lend

DAY = datetime(2025, 11, 11, 10, tzinfo=UTC)
EVENTS = {
    "lyrics": (
        "German court rules against OpenAI over song lyrics",
        "OpenAI loses song lyrics case in German court",
        "Munich judges: OpenAI copied song lyrics",
    ),
    "clearview": (
        "Dutch watchdog fines Clearview over face database",
        "Clearview fined by Dutch privacy watchdog for face database",
    ),
    "nvidia": ("Nvidia to resume H20 chip sales to China", "US lets Nvidia sell H20 chips to China again"),
    "alone": ("Canada names its first minister for artificial intelligence",),
}


def batch(hours: float = 1.0) -> list[tuple[str, Signature]]:
    titles = [(event, title) for event, some in EVENTS.items() for title in some]
    return [
        (event, signature(str(number), title, published=DAY + timedelta(hours=number * hours)))
        for number, (event, title) in enumerate(titles)
    ]


def groups(signatures: list[Signature]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in cluster(signatures):
        found.setdefault(one.story, set()).add(one.id)
    return {frozenset(some) for some in found.values()}


def test_events_become_stories_named_after_their_first_article() -> None:
    given_ = batch()
    found = cluster([one for _, one in given_])
    assert [one.id for one in found] == [one.id for _, one in given_]
    first = {event: one.id for event, one in reversed(given_)}
    assert [one.story for one in found] == [first[event] for event, _ in given_]


def test_every_article_has_reasons() -> None:
    found = {one.id: one.reasons for one in cluster([one for _, one in batch()])}
    assert found["0"] == ("first of 3 articles",)
    assert "“OpenAI”" in found["1"][0]
    assert found["7"] == ("no other article tells this story",)


@given(st.permutations(range(8)))
@settings(max_examples=40, deadline=None)
def test_any_order_gives_the_same_stories(order: list[int]) -> None:
    signatures = [one for _, one in batch()]
    assert groups([signatures[index] for index in order]) == groups(signatures)


@given(st.lists(st.text(max_size=60), max_size=30), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_titles_in_any_order(titles: list[str], rnd: random.Random) -> None:
    signatures = [signature(str(number), title) for number, title in enumerate(titles)]
    shuffled = list(signatures)
    rnd.shuffle(shuffled)
    assert groups(shuffled) == groups(signatures)
    assert sorted(one.id for one in cluster(signatures)) == sorted(one.id for one in signatures)


def test_large_batches_take_the_short_way_and_keep_the_stories() -> None:
    heads = ("Bram", "Celt", "Dorn", "Fisk", "Gard", "Holm", "Jarn", "Kost", "Lind", "Mork")
    names = [f"{head}{tail}" for head in heads for tail in range(60)]
    signatures = []
    for number, name in enumerate(names):
        for copy in range(2):
            title = f"{name} {'wins' if copy else 'gets'} permit for {name} reactor"
            signatures.append(signature(f"{number}/{copy}", title, published=DAY + timedelta(minutes=number)))
    assert len(signatures) > 1000
    found = groups(signatures)
    assert found == {frozenset((f"{number}/0", f"{number}/1")) for number in range(len(names))}


def test_same_headline_weeks_apart_is_two_stories() -> None:
    title = "Commission publishes minutes of the board on general models"
    apart = [signature("1", title, published=DAY), signature("2", title, published=DAY + timedelta(days=14))]
    assert groups(apart) == {frozenset("1"), frozenset("2")}


def test_steps_stay_apart_in_a_batch() -> None:
    steps = [
        signature("1", "Senate passes SB 53 on frontier AI", published=DAY),
        signature("2", "Senate approves SB 53, bill on frontier AI", published=DAY),
        signature("3", "Newsom signs SB 53 on frontier AI", published=DAY + timedelta(days=2)),
        signature("4", "SB 53 on frontier AI signed by Newsom", published=DAY + timedelta(days=2)),
    ]
    assert groups(steps) == {frozenset("12"), frozenset("34")}


def test_empty_batch_and_empty_titles() -> None:
    assert cluster([]) == []
    assert groups([signature("1", ""), signature("2", "")]) == {frozenset("1"), frozenset("2")}


def test_average_link_does_not_chain() -> None:
    """a-b and b-c are close, a-c is far: single link joins all three, average link does not."""
    found = Groups()
    for number, vector in enumerate(({"x": 1.0}, {"x": 0.8, "y": 0.6}, {"y": 1.0})):
        found.put(number, vector, 1.0)
    near = found.similar(0.5, 10, lambda one, other: 1.0)
    roots = average_link(near, found.sizes, 0.5, lambda one, other: False)
    assert roots[0] == roots[1]
    assert roots[2] != roots[0]


def test_headlines_that_share_no_word_meet_through_a_third() -> None:
    """Two headlines of one plunge share no word; the one between them has words of both."""
    titles = (
        "Copper plunges to lowest since autumn",
        "Copper plunges as Beijing exports shrink",
        "Beijing exports shrink",
    )
    found = cluster([signature(str(number), title, published=DAY) for number, title in enumerate(titles)])
    assert len({one.story for one in found}) == 1


def test_only_bare_headlines_lean_on_their_neighbours() -> None:
    near = [{1: 0.5}, {0: 0.5, 2: 0.5}, {1: 0.5}]
    leaning = lend([dict(row) for row in near], [1, 1, 1], [True, True, True], 3, 0.5, 1.0)
    assert leaning[0][2] == leaning[2][0] == 0.25 * (0.5 + 0.5)
    assert leaning[0][1] == leaning[1][0]
    texts = lend([dict(row) for row in near], [1, 1, 1], [True, False, True], 3, 0.5, 1.0)
    assert texts == near


def test_bare_headlines_are_alike_in_letters_too_and_texts_are_not() -> None:
    near = [{1: 0.4, 2: 0.4}, {0: 0.4}, {0: 0.4}]
    letters = [{1: 0.2}, {0: 0.2, 2: 0.9}, {1: 0.9}]
    mixed = blend(near, letters, [True, True, False], 0.5)
    assert mixed[0] == {1: 0.2 + 0.1, 2: 0.4}
    assert mixed[2] == near[2]
