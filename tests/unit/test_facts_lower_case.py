"""Texts whose capitals were taken away, and those cut into tokens, give the same facts as they were written."""

from __future__ import annotations

import pytest

from bot.pipeline import facts
from bot.pipeline.facts.prose import lower_case, raised

NEWS = (
    "Rotterdam, Netherlands (CNN) -- A Dutch airline said Wednesday it will refund 4,000 passengers after a computer "
    "fault cancelled 61 flights. The carrier, Blue Wing, blamed an update that its supplier installed overnight. The "
    "fault was first seen at Rotterdam airport, where Mr. Berg and 900 others slept on camp beds at £30 each. But the "
    "airport has opened again. Now he is on his way home. Dutch regulators have opened an inquiry."
)
TOKENS = (
    "rotterdam , netherlands -lrb- cnn -rrb- -- a dutch airline said wednesday it will refund 4,000 passengers after a "
    "computer fault cancelled 61 flights . the carrier , blue wing , blamed an update that its supplier installed "
    "overnight . `` we failed our customers , '' said chief executive nora bakker . the fault was first seen at "
    "rotterdam airport , where mr. berg and 900 others slept on camp beds at £ 30 each . however , the airport has "
    "opened again . dutch regulators have opened an inquiry . it could fine the airline 2 million euros ."
)


def shown(text: str) -> list[str]:
    return [fact.slice.text for fact in facts.choose("", text, facts.extract(text))]


def test_capitals_do_not_matter_to_what_is_told() -> None:
    assert [fact.lower() for fact in shown(NEWS)] == shown(NEWS.lower())


@pytest.mark.parametrize("text", [NEWS.lower(), TOKENS])
def test_facts_are_verbatim_and_begin_behind_the_dateline(text: str) -> None:
    found = shown(text)
    assert found[0].startswith("a dutch airline said wednesday it will refund 4,000 passengers")
    assert 3 <= len(found) <= 5
    assert all(fact in text for fact in found)
    assert not [fact for fact in found if fact.startswith(("now he", "it ", "berg", "however"))]


def test_tokens_with_capitals_are_read_alike() -> None:
    text = (
        "Rotterdam , Netherlands -LRB- CNN -RRB- -- A Dutch airline said Wednesday it will refund 4,000 passengers . "
        "`` We failed our customers . '' The carrier , Blue Wing , blamed an update that its supplier installed "
        "overnight . The fault was first seen at Rotterdam airport , where 900 people slept on camp beds . Dutch "
        "regulators have opened an inquiry ."
    )
    found = shown(text)
    assert found[:2] == [
        "A Dutch airline said Wednesday it will refund 4,000 passengers",
        "The carrier , Blue Wing , blamed an update that its supplier installed overnight",
    ]


def test_speech_in_tokens_is_no_fact() -> None:
    assert not [fact for fact in shown(TOKENS) if "customers" in fact]


def test_only_a_text_without_capitals_is_raised() -> None:
    assert lower_case(NEWS.lower())
    assert lower_case(TOKENS)
    assert not lower_case(NEWS)
    assert not lower_case("東京の裁判所は火曜日、二社に罰金を科した。" * 40)
    again = raised(TOKENS)
    assert len(again) == len(TOKENS)
    assert again.lower() == TOKENS


def test_a_stamp_is_no_fact() -> None:
    text = (
        "published : . 14:11 est , 25 october 2013 . | . updated : . 15:36 est , 25 october 2013 . the bishop of "
        "northfield has exposed hundreds of people in three towns to hepatitis a . the state has warned anyone who "
        "went to five churches , and told 300 families to see a doctor . the diocese announced on monday that the "
        "bishop is taking time off ."
    )
    assert not [fact for fact in shown(text) if "est ," in fact]


@pytest.mark.parametrize("dateline", ["montgomery , ala. -- ", "new york - ", "washington -- ", "rangoon , burma - "])
def test_a_dateline_without_capitals_goes(dateline: str) -> None:
    text = dateline + TOKENS.split(" -- ", 1)[1]
    assert shown(text)[0].startswith("a dutch airline said wednesday")


def test_a_subject_before_a_dash_stays() -> None:
    text = "the old airline -- a dutch one -- will refund 4,000 passengers . " + TOKENS.split(" . ", 1)[1]
    assert shown(text)[0].startswith("the old airline -- a dutch one -- will refund")
