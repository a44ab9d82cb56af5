"""People with their roles, as written around their names."""

from __future__ import annotations

import pytest
from hypothesis import given

from bot.pipeline import people
from tests.unit.test_text import TRICKY

CASES = [
    (
        "It was signed by U.S. Secretary of Commerce Gina Raimondo on Monday.",
        "Gina Raimondo",
        "U.S. Secretary of Commerce",
    ),
    ("British Technology Secretary Michelle Donelan spoke.", "Michelle Donelan", "British Technology Secretary"),
    ("In October, US President Joe Biden signed it.", "Joe Biden", "US President"),
    ("Then Sen. Lydia Marsh objected.", "Lydia Marsh", "Sen."),
    ("Former Hewlett-Packard CEO Carly Fiorina said no.", "Carly Fiorina", "Former Hewlett-Packard CEO"),
    ("OpenAI chief executive Sam Altman agreed.", "Sam Altman", "OpenAI chief executive"),
    (
        "Larry Sabato, director of the Center for Politics, agreed.",
        "Larry Sabato",
        "director of the Center for Politics",
    ),
    (
        "Dana Whitfield, a professor of law at Yale who studies it, agreed.",
        "Dana Whitfield",
        "professor of law at Yale",
    ),
    ("said the bill's sponsor, Jane Doe.", "Jane Doe", "bill's sponsor"),
    ("Ministerpräsident meets Digitalministerin Petra Lindner in Kiel.", "Petra Lindner", "Digitalministerin"),
    ("a déclaré la ministre du Numérique, Claire Fontaine, mardi.", "Claire Fontaine", "ministre du Numérique"),
    ("Secretary of State Hillary Clinton flew out.", "Hillary Clinton", "Secretary of State"),
    ("White House press secretary Josh Earnest said so.", "Josh Earnest", "White House press secretary"),
    ("Attorney General Loretta Lynch said so.", "Loretta Lynch", "Attorney General"),
    ("Minister Khalid al-Rashid said so.", "Khalid al-Rashid", "Minister"),
    ("Commission President Ursula von der Leyen said so.", "Ursula von der Leyen", "Commission President"),
    ("George W. Bush and nobody else.", "George W. Bush", ""),
    ("said FTC Chair Lina M. Khan on Monday.", "Lina M. Khan", "FTC Chair"),
    ("La ministre de la Culture Rosa Datelli a signé.", "Rosa Datelli", "ministre de la Culture"),
    (
        "le secrétaire d’État chargé du Numérique Jean-Luc Barro.",
        "Jean-Luc Barro",
        "secrétaire d’État chargé du Numérique",
    ),
    ("selon la présidente de la Commission Ursula von Lund.", "Ursula von Lund", "présidente de la Commission"),
    ("salue l’eurodéputé Marc Tanneur.", "Marc Tanneur", "eurodéputé"),
    ("a reçu la députée écologiste Cyrielle Chatenoud.", "Cyrielle Chatenoud", "députée écologiste"),
    ("Das sagte die Hamburger Datenschützerin Anna Weber.", "Anna Weber", "Hamburger Datenschützerin"),
    ("Der Chef der Bundesnetzagentur Klaus Mühlen warnte.", "Klaus Mühlen", "Chef der Bundesnetzagentur"),
    ("Die Vorsitzende des Ausschusses Tabea Rössel kam.", "Tabea Rössel", "Vorsitzende des Ausschusses"),
    ("It runs Meta AI and more.", "Meta AI", None),
    (
        "Nima Singh Gulati, ACLU senior legislative counsel, spoke.",
        "Nima Singh Gulati",
        "ACLU senior legislative counsel",
    ),
    ("Mary Poe, ACLU tech and civil liberties attorney, spoke.", "Mary Poe", "ACLU tech and civil liberties attorney"),
    ("Mary Poe, Ohio voters told the chair, is right.", "Mary Poe", ""),
    ("A spokesman for the inquiry, John Dickens, agreed.", "John Dickens", "spokesman for the inquiry"),
    ("Das sagte Matthias Marz vom CCC.", "Matthias Marz", ""),
    ("It is More Important Than Winning Votes.", "More Important Than Winning", None),
    (
        "Minister of State (MoS) for Trade & Technology Rajesh Chander said so.",
        "Rajesh Chander",
        "Minister of State (MoS) for Trade & Technology",
    ),
    ("the minister of Digital Affairs Jane Doe said so.", "Jane Doe", "minister of Digital Affairs"),
    ("The Vice-President, Shri Jagdeep Dhanuk today spoke.", "Jagdeep Dhanuk", "Vice-President"),
    ("Bitkom-Präsident Dr. Ralf Winter betont das.", "Ralf Winter", "Bitkom-Präsident"),
    ("Das meint der Verleger Tom Brandt.", "Tom Brandt", "Verleger"),
    ("Das fordert Lena von Hagen, die Vorsitzende des Vereins.", "Lena von Hagen", "Vorsitzende des Vereins"),
    ("Sa présidente, Marie Laurens, a ajouté.", "Marie Laurens", "présidente"),
    ("« C’est une faute », juge Karim Benoît, avocat des plaignants.", "Karim Benoît", "avocat des plaignants"),
    ("tabled by Baroness Bea Kidder OBE, a film director.", "Bea Kidder", "film director"),
]


@pytest.mark.parametrize(("sentence", "name", "role"), CASES)
def test_name_and_role(sentence: str, name: str, role: str | None) -> None:
    found = {mention.data["name"]: mention.data["role"] for mention in people.find(sentence)}
    assert found.get(name) == role


def test_a_portfolio_belongs_to_the_role() -> None:
    (found,) = people.find("The rule may shut rivals out, said competition chief Teresa Ribera on Tuesday.")
    assert (found.data["name"], found.data["role"]) == ("Teresa Ribera", "competition chief")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Todd Byrne of the Chamber of Progress objected.", "Todd Byrne", "Chamber of Progress"),
        ("The CFWU's John Sutter objected.", "John Sutter", "CFWU"),
        ("Mike Prince of Indiana objected.", "Mike Prince", None),
        (
            "It cites the Planning Act. The Clean Rivers Society's Lynn Snider spoke.",
            "Lynn Snider",
            "Clean Rivers Society",
        ),
        (
            "Sens. Jon Hale and Rick Blume met. Blume, chair of the subcommittee, spoke.",
            "Rick Blume",
            "chair of the subcommittee",
        ),
        ("Julia Kern ist Datenschutzbeauftragte des Landes.", "Julia Kern", "Datenschutzbeauftragte des Landes"),
        (
            "Julia Kern is the director of the centre. Julia Kern of the Hall Institute spoke.",
            "Julia Kern",
            "director of the centre",
        ),
    ],
)
def test_the_body_stands_in_for_a_role(text: str, name: str, role: str | None) -> None:
    found = people.scan(text).role_of(name)
    assert (found.role if found else None) == role


def test_slice_covers_role_and_name() -> None:
    sentence = "signed by U.S. Secretary of Commerce Gina Raimondo."
    (mention,) = people.find(sentence)
    assert mention.kind == "person"
    assert mention.slice.text == "U.S. Secretary of Commerce Gina Raimondo"
    assert mention.data["last"] == "Raimondo"


@pytest.mark.parametrize(
    "sentence",
    [
        "They met at Bletchley Park in Washington DC.",
        "The House Judiciary Committee and the Federal Trade Commission wrote to Microsoft Research.",
        "On Thursday, New York passed the Artificial Intelligence Act.",
        "Recognizing AI as a technology, AI firms agreed. AI matters.",
        "The European Union AI Office published the General Purpose Code.",
    ],
)
def test_places_and_bodies_are_not_people(sentence: str) -> None:
    assert people.find(sentence) == ()


def test_last_name_with_office_is_the_person_named_in_full() -> None:
    found = people.find("President Obama spoke. Later Barack Obama flew home.")
    assert [mention.data["name"] for mention in found] == ["Barack Obama", "Barack Obama"]


def test_the_fullest_name_wins() -> None:
    found = people.scan("Donald Trump spoke. Mr. Trump left. Donald J. Trump came back.")
    full = found.fullest("Trump", 30)
    assert full is not None
    assert full.name == "Donald J. Trump"


def test_namesakes_are_told_apart_by_title() -> None:
    found = people.scan("Bill Clinton spoke. Hillary Clinton listened. Mr. Clinton left.")
    he = found.fullest("Clinton", 60, "he")
    assert he is not None
    assert he.name == "Bill Clinton"


@given(TRICKY)
def test_mentions_are_slices(whole: str) -> None:
    for mention in people.find(whole):
        span = mention.slice.span
        assert whole[span.start : span.end] == mention.slice.text
        assert mention.data["name"]
