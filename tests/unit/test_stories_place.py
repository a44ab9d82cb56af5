"""One article against the stories it may belong to: placed with reasons, kept apart with reasons."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
from hypothesis import given, settings

from bot.model import Article
from bot.pipeline.stories import (
    Signature,
    Statistics,
    StorySignature,
    lead,
    place,
    signature,
    steps,
    terms,
)

DAY = datetime(2025, 9, 29, 19, tzinfo=UTC)
SIGNED = "Newsom signs SB 53, first US law on frontier AI safety"


def sign(id: str, title: str, hours: float = 0, **more: str) -> Signature:
    return signature(id, title, more.pop("text", ""), published=DAY + timedelta(hours=hours), **more)  # type: ignore[arg-type]


def story(*members: Signature) -> StorySignature:
    found = StorySignature(members[0].id, ())
    for member in members:
        found = found.grown(member)
    return found


def test_another_outlet_joins_with_reasons() -> None:
    first = sign("1", SIGNED, outlet="Wire")
    found = place(sign("2", "Governor Newsom signs SB 53 on frontier AI", 2), [story(first)])
    assert found.story_id == "1"
    assert found.reasons[0].count("53") == 2  # once as SB 53, once in the other headline
    assert found.reasons[0].startswith("shares “SB 53”, ")
    assert "“SB”" not in found.reasons[0]
    assert SIGNED in found.reasons[0]
    assert "Wire" in found.reasons[0]
    assert found.same_dossier == ("1",)


def test_two_steps_of_one_measure_are_two_stories_of_one_dossier() -> None:
    """Lower house in April, enacted in May: the instrument id keeps them in one dossier, the step apart."""
    april = signature("1", "Lower house passes AI bill SB 53", published=datetime(2025, 4, 10, tzinfo=UTC))
    may = signature("2", "AI bill SB 53 enacted", published=datetime(2025, 5, 2, tzinfo=UTC))
    found = place(may, [story(april)])
    assert found.story_id is None
    assert found.same_dossier == ("1",)
    next_day = signature("3", "Governor signs AI bill SB 53", published=datetime(2025, 4, 11, tzinfo=UTC))
    found = place(next_day, [story(april)])
    assert found.story_id is None
    assert "another step" in found.reasons[0]


def test_two_chambers_are_two_stories() -> None:
    house = sign("1", "House passes Take It Down Act on intimate deepfakes")
    assert place(sign("2", "Senate passes Take It Down Act on intimate deepfakes", 30), [story(house)]).story_id is None


def test_two_bills_alike_are_two_stories() -> None:
    first = sign("1", "Newsom signs SB 243 on companion chatbots for children")
    found = place(sign("2", "Newsom signs AB 1064 on companion chatbots for children", 1), [story(first)])
    assert found.story_id is None
    assert "another measure" in found.reasons[0]


def test_window_is_five_days_and_longer_for_the_same_measure() -> None:
    first = sign("1", "Munich court rules against OpenAI over song lyrics")
    same = "Munich court rules against OpenAI over song lyrics"
    assert place(sign("2", same, 4.5 * 24), [story(first)]).story_id == "1"
    late = place(sign("3", same, 6 * 24), [story(first)])
    assert late.story_id is None
    assert "6 days apart" in late.reasons[0]
    assert place(sign("4", SIGNED, 9 * 24), [story(sign("1", SIGNED))]).story_id == "1"
    assert place(sign("5", SIGNED, 30 * 24), [story(sign("1", SIGNED))]).story_id is None


def test_a_person_said_no() -> None:
    first = sign("1", SIGNED)
    found = place(sign("2", SIGNED, 1), [story(first)], not_these=["1"])
    assert found.story_id is None
    assert "a person said" in found.reasons[0]


def test_german_and_english_reports_meet_in_names_and_numbers() -> None:
    first = sign("1", "Italy fines OpenAI 15 million euros over ChatGPT privacy breach")
    german = sign("2", "Italien: 15 Millionen Euro Strafe für OpenAI wegen ChatGPT", 3, language="de")
    assert place(german, [story(first)]).story_id == "1"


def test_numbers_are_one_in_both_languages() -> None:
    english = sign("1", "Fine of 30.5 million, 193,000 affected")
    german = sign("2", "Strafe von 30,5 Millionen, 193.000 betroffen")
    assert {"30.5", "193000"} <= english.weights.keys() & german.weights.keys()


def test_common_words_alone_join_nothing() -> None:
    first = sign("1", "Texas governor signs AI law")
    found = place(
        sign("2", "Utah governor signs AI law", 1),
        [story(first)],
        Statistics(500, {"govern": 40, "sign": 40, "law": 40, "ai": 40}),
    )
    assert found.story_id is None
    assert found.reasons


def test_terms_are_few_and_hold_every_measure() -> None:
    one = sign(
        "1", SIGNED, summary="The bill, also known as Senate Bill 53, applies with Regulation (EU) 2024/1689 in mind."
    )
    found = terms(one)
    assert found[0] == "#sb 53"
    assert "#2024/1689" in found
    assert "newsom" in found
    assert len(found) <= 12
    assert found == terms(
        sign(
            "9",
            SIGNED,
            summary=one.title
            and "The bill, also known as Senate Bill 53, applies with Regulation (EU) 2024/1689 in mind.",
        )
    )


def test_stories_remember_the_first_and_the_newest_articles_only() -> None:
    grown = story(*(sign(str(number), f"{SIGNED} {number}", number) for number in range(30)))
    assert (grown.articles, len(grown.members)) == (30, 8)
    assert [member.id for member in grown.members] == ["0", "23", "24", "25", "26", "27", "28", "29"]
    assert [member.id for member in grown.without("29").members][-1] == "28"


def test_nothing_to_compare_with() -> None:
    assert place(sign("1", ""), []).story_id is None
    assert place(sign("1", ""), [story(sign("2", ""))]).story_id is None


def test_stage_given_by_the_frame_counts_for_a_measure_only() -> None:
    assert signature("1", "What SB 53 means", stage="signed").step == "signed"
    assert signature("1", "What the law means", stage="signed").step == ""
    assert signature("1", "Governor vetoes SB 53", stage="signed").step == "rejected"


def test_lead_is_the_first_until_a_primary_source_arrives() -> None:
    press = Article("https://a.example/1", "A", published=DAY)
    earlier = Article("https://b.example/1", "B", published=DAY - timedelta(hours=1))
    official = Article("https://gov.example/1", "C", published=DAY + timedelta(hours=5), primary=True)
    assert lead([press, earlier]) == 1
    assert lead([press, earlier, official]) == 2
    assert lead([Article("https://a.example/2", "A"), press]) == 1


ARRIVING = {
    "lyrics": ("German court rules against OpenAI over song lyrics", "OpenAI loses song lyrics case in German court"),
    "faces": ("Dutch watchdog fines Clearview over faces", "Clearview fined by Dutch watchdog over face database"),
    "sb 53": (SIGNED, "Governor Newsom signs SB 53 on frontier AI"),
    "sb 53, earlier": (
        "California Senate passes SB 53 on frontier AI",
        "SB 53 on frontier AI passes California Senate",
    ),
}


@given(st.permutations([title for titles in ARRIVING.values() for title in titles]))
@settings(max_examples=40, deadline=None)
def test_articles_arriving_in_any_order_end_in_the_same_stories(titles: list[str]) -> None:
    known: list[StorySignature] = []
    for number, title in enumerate(titles):
        article = sign(title, title, number)
        found = place(article, known)
        assert found.reasons
        if found.story_id is None:
            known.append(story(article))
        else:
            known = [one.grown(article) if one.story_id == found.story_id else one for one in known]
    assert {frozenset(member.title for member in one.members) for one in known} == {
        frozenset(titles) for titles in ARRIVING.values()
    }


def test_two_countries_with_one_wording_are_two_stories() -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    peru = signature("1", "Parliament of Peru passes AI law on deepfakes", published=at, outlet="a", stage="passed")
    kenya = signature("2", "Parliament of Kenya passes AI law on chips", published=at, outlet="b", stage="passed")
    again = signature("3", "Peru's parliament passes law on AI deepfakes", published=at, outlet="c", stage="passed")
    story = StorySignature("1", (peru,), 1)
    assert place(kenya, [story]).story_id is None
    assert "another country" in place(kenya, [story]).reasons[0]
    assert place(again, [story]).story_id == "1"


def test_a_vote_to_delay_and_a_signature_under_it_are_two_steps() -> None:
    vote = signature("1", "Assembly approves delaying Colorado AI Act", published=DAY)
    plain = signature("2", "Colorado delays AI Act until June", published=DAY)
    signed = signature("3", "Polis signs bill delaying Colorado AI Act", published=DAY)
    assert (vote.step, plain.step, signed.step) == ("delayed/passed", "delayed", "delayed/signed")
    assert steps.different_steps(vote.step, signed.step)
    assert not steps.different_steps(vote.step, "passed")
    assert not steps.different_steps(signed.step, "delayed/signed")


def test_a_mistyped_number_does_not_part_an_article_that_has_the_right_one_too() -> None:
    right = signature("1", "California governor vetoes AI safety bill", "SB 1047 was vetoed on Sunday.", published=DAY)
    typed = signature(
        "2", "Governor rejects AI safety bill", "He rejected SB 1048. On Sunday he vetoed SB 1047.", published=DAY
    )
    assert typed.about == {"sb 1047", "sb 1048"}
    assert not steps.different_measures(right.about, typed.about)


def test_a_commentary_two_weeks_later_on_the_same_step_joins() -> None:
    first = signature("1", "Hochul signs RAISE Act on frontier AI safety", published=DAY)
    later = signature("2", "New York enacts RAISE Act on frontier AI safety", published=DAY + timedelta(days=14))
    found = place(later, [StorySignature("s", (first,))])
    assert found.story_id == "s"
    assert (
        place(later._replace(about=frozenset(), measures=frozenset()), [StorySignature("s", (first,))]).story_id is None
    )


def test_a_text_without_a_summary_begins_with_one() -> None:
    first = "The commission in Bogotá fined the chain of pharmacies 4 billion pesos on Tuesday for its cameras. "
    rest = "Shops elsewhere use such systems, too, and hardly anybody asks their customers what they think of it. " * 3
    plain = signature("1", "Pharmacies fined", first + rest)
    given = signature("1", "Pharmacies fined", rest, summary=first)
    assert plain.weights["bogotá"] == given.weights["bogotá"] == 0.5
    assert plain.weights["elsewher"] == given.weights["elsewher"] < 0.5
    endless = signature("1", "Pharmacies fined", "bogotá " + "pharmacy" * 100)
    assert endless.weights["bogotá"] == 0.5
