"""Speakers behind long titles, firms, clauses and terms: who said it, as what, or nobody."""

from __future__ import annotations

import pytest

from bot.model import Quote, Slice, Span
from bot.pipeline import quotes
from bot.pipeline.spoken import shown


def speakers(text: str) -> list[tuple[str, str]]:
    return [(quote.speaker, quote.role) for quote in quotes.find(text)]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param(
            "“How is that to end well for a child of nine?” North Plains State University Psychology Professor Ida "
            "Lund told members of the committee Thursday.",
            "Ida Lund",
            "North Plains State University Psychology Professor",
            id="a long institution after a question",
        ),
        pytest.param(
            "“You tell us the machines are worse,” Commerce Committee Ranking Member Sen. Mara Quist, D-Wash. told "
            "a panel of experts.",
            "Mara Quist",
            "Commerce Committee Ranking Member Sen.",
            id="a state's full stop before the verb",
        ),
        pytest.param(
            "Courts are tired of it, said legal ethics expert Tess Halloran, a partner at Norden Ellis Halloran & "
            "Pike LLC.\n\n“I see why they want something harsher this time,” Halloran told the paper.",
            "Tess Halloran",
            "legal ethics expert",
            id="a firm has her name",
        ),
        pytest.param(
            "In the other case, on Wednesday U.S. District Judge Ruth A. Amsel of the northern district rebuked three "
            "lawyers.\n\n“Inventing a precedent is no small thing in my court,” Judge Amsel wrote.",
            "Ruth A. Amsel",
            "U.S. District Judge",
            id="no weekday in a role",
        ),
        pytest.param(
            "“The agency has a history of looking away when it counts,” Owen Marsh, director of litigation for DPWC "
            "said in a prepared statement.",
            "Owen Marsh",
            "director of litigation for DPWC",
            id="an apposition that no comma closes",
        ),
        pytest.param(
            "Sen. Peter Halden leads the panel.\n\nHalden told us that notices from Persona.AI and Modelworks about "
            "age checks suggest makers “understand they are in the wrong on this.”",
            "Peter Halden",
            "Sen.",
            id="what suggests is not who says",
        ),
        pytest.param(
            "Lexica told the court that its use was fair and that copyright law “not only allows, but encourages” "
            "its training because it promotes human creativity.",
            "Lexica",
            "",
            id="a clause behind the words is no speaker",
        ),
        pytest.param(
            "In a first speech since becoming Norland’s first-ever AI minister, Eva Solberg said her country will move "
            "away from “piling one warning on another warning”.",
            "Eva Solberg",
            "Norland’s first-ever AI minister",
            id="a role just taken up",
        ),
        pytest.param(
            "“For small states it makes for terrible optics this close to a vote,” says Wes Harding, who directs tech "
            "policy at the Meridian Foundation.",
            "Wes Harding",
            "who directs tech policy at the Meridian Foundation",
            id="what somebody leads",
        ),
        pytest.param(
            "“It is strange to see no word on outside checks,” said Dr. Rena Okafor, AI ethicist in the school of law.",
            "Rena Okafor",
            "AI ethicist in the school of law",
            id="an ethicist",
        ),
    ],
)
def test_who_speaks_and_as_what(text: str, name: str, role: str) -> None:
    assert (name, role) in speakers(text)
    assert {speaker for speaker, _ in speakers(text)} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The bill went back to the upper house, in the to and fro known as ‘ping pong’. The government refused.",
        "Attorney General Ana Ruiz opened an inquiry. Her office sent out so-called “CIDs” to both firms on Monday.",
        "The city already bars any department from using cameras under a new rule. A board will vote on an ordinance "
        "which makes it unlawful to “obtain, retain, access or use” any such tool.",
    ],
)
def test_terms_and_other_laws_are_said_by_nobody(text: str) -> None:
    assert [speaker for speaker, _ in speakers(text)] == [""]


def test_an_order_is_not_said_by_whom_it_directs() -> None:
    text = (
        "The order directs Attorney General Pia Bonn to make a task force within 30 days whose ‘sole duty shall be to "
        "challenge state laws’ that clash with it."
    )
    assert "Pia Bonn" not in {speaker for speaker, _ in speakers(text)}


def test_single_marks_opened_behind_a_colon_go_on_in_the_next_paragraph() -> None:
    text = (
        "James Lark, partner at Spencer & Pole, said: ‘The model did not keep a copy of the pictures it was shown.\n\n"
        "‘This finding will worry everybody who lives from making pictures.’"
    )
    (quote,) = quotes.find(text)
    assert (quote.speaker, len(quote.parts)) == ("James Lark", 2)


def test_a_chat_read_aloud_is_not_pulled_as_the_readers_own_words() -> None:
    text = (
        "Matthew Reed, a father from Ohio, read out what the chatbot had told his son.\n\n"
        "“‘You are tired of being strong,’ the bot says. ‘Nobody has met you halfway in all these years,’” Reed said."
    )
    assert quotes.pull(text, quotes.find(text), "Parents tell a panel of chatbots") is None


def test_a_comma_before_marks_within_the_words_becomes_a_full_stop() -> None:
    first, second = "Rules will choke this great ‘engine,’", "We need one standard."
    parts = (Slice(first, Span(0, len(first))), Slice(second, Span(50, 50 + len(second))))
    assert shown(Quote(parts, speaker="Jo Doe", breaks=(True,))) == f"Rules will choke this great ‘engine.’ {second}"


def test_a_letter_that_quotes_others_in_the_same_marks_is_one_quotation() -> None:
    text = (
        "The members, led by Rep. Ana Moss, write:\n\n"
        '"For years the country kept strong controls. Experts say that the lack of chips is "the one thing holding it '
        'back."\n\n"Hours after that was said, the sale was approved, and nobody was asked."'
    )
    (quote,) = quotes.find(text)
    assert [part.text[:9] for part in quote.parts] == ["For years", "Hours aft"]
    assert quote.speaker in ("The members", "members", "Ana Moss")
