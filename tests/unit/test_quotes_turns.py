"""Whose words are whose where clauses nest, and which words stand for what their speaker means."""

from __future__ import annotations

import pytest

from bot.model import Quote
from bot.pipeline import quotes


def pulled(text: str, title: str = "Minister and parliament at odds over AI rules") -> Quote | None:
    return quotes.pull(text, quotes.find(text), title)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "While the Productivity Board warned of new rules which “could stifle the growth of a whole sector”, "
            "it said the government should press on with tests.",
            "Productivity Board",
            id="a fronted clause speaks for itself",
        ),
        pytest.param(
            "While Lexica argued the bill “would be unworkable for every developer in the state”, the senator said she "
            "would press on.",
            "Lexica",
            id="not the opponent of the main clause",
        ),
        pytest.param(
            "The judge seemed to agree with the praise by the lawyer Justin Nolan, who represents the writers and "
            "described the deal as “the largest recovery of its kind that anybody has seen.”",
            "Justin Nolan",
            id="the second verb of a relative clause",
        ),
        pytest.param(
            "This label led to an order from Defense Secretary Paul Hagen stating that “no contractor that trades "
            "with the army may use the tools of the firm.”",
            "Paul Hagen",
            id="an order from somebody",
        ),
    ],
)
def test_the_clause_that_holds_the_words_gives_the_speaker(text: str, name: str) -> None:
    assert [quote.speaker for quote in quotes.find(text)] == [name]


def test_while_before_a_plain_attribution_changes_nothing() -> None:
    text = "“While we welcome the plan, we will read every line of it with care,” the union said on Monday."
    assert [quote.speaker for quote in quotes.find(text)] == ["union"] or "union" in quotes.find(text)[0].speaker


def test_a_holding_of_another_case_is_not_pulled() -> None:
    text = (
        "Sanctioned was the lawyer Ada Hamill. In her brief, Ms. Hamill cited a ruling as a case in which “the Eastern "
        "District transferred a suit that had been filed in the wrong court.” No such case exists."
    )
    assert pulled(text) is None


def test_a_concession_yields_to_what_it_leads_up_to() -> None:
    text = (
        "Commissioner Stephen Kline spoke to the press. “Like any new technology, these tools come with their risks,” "
        "Kline said.\n\n“But we can meet many of these risks by mending the rules that we have already,” he said."
    )
    chosen = pulled(text)
    assert chosen is not None
    assert chosen.parts[0].text.startswith("But we can meet")


def test_a_long_statement_is_pulled_by_its_first_sentences() -> None:
    first = "Our state leads the country once more with a strong and sensible standard for the safety of AI"
    more = " ".join(f"This law also builds on rule number {n} of our neighbours to the west of us." for n in range(8))
    text = f"Governor Kathy Holm signed the bill. “{first}. {more}” Governor Holm said."
    chosen = pulled(text)
    assert chosen is not None
    (part,) = chosen.parts
    assert text[part.span.start : part.span.end] == part.text
    assert part.text.startswith(first)
    assert part.text.endswith(".")
    assert len(part.text.split()) <= 60


def test_what_a_news_agency_writes_is_not_pulled() -> None:
    text = "The country has “the first comprehensive set of laws on these machines in the world”, Reuters reports."
    assert pulled(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "A deepfake of Senator Jane Moss says: “I will vote for the machines and for nobody else in this town.”",
        "In the fake audio, President Joe Ross says “you should not go to the polls on Tuesday at all”.",
        "A robocall with a cloned voice of President Joe Ross said “save your vote for the November election.”",
        "Ein Deepfake von Kanzler Hans Meier sagt: „Ich werde alle Bürger dieses Landes an Maschinen verkaufen.“",
        "Senator Jane Moss denied that “the bill was written by the lobbyists of the industry in one night”.",
        "Senator Jane Moss never said “the bill was written by the lobbyists of the industry in one night”.",
        "“The bill was written by the lobbyists of the industry in one night,” Senator Jane Moss did not say.",
    ],
)
def test_what_a_fake_says_or_somebody_denies_is_not_pulled(text: str) -> None:
    language = "de" if text.startswith("Ein ") else "en"
    assert quotes.pull(text, quotes.find(text, language), "A bill and its critics", language) is None


def test_a_denial_of_something_else_is_pulled() -> None:
    text = "Senator Jane Moss denied the charge: “I have never taken a cent from the industry in my whole life.”"
    chosen = pulled(text)
    assert chosen is not None
    assert chosen.speaker == "Jane Moss"


def test_a_long_statement_is_not_cut_before_it_turns_or_after_a_question() -> None:
    praise = "I support this bill on machines because it would help us all in our daily work and in our lives at home."
    turn = "But it is not ready, and I will vote against it today for all of those whom it forgets in our towns."
    more = " ".join(f"That is my reason number {n} for the vote that I will cast here today." for n in range(5))
    text = f"Senator Jane Moss took the floor. “{praise} {turn} {more}” Moss said."
    chosen = pulled(text)
    assert chosen is None or turn[:20] in chosen.parts[0].text
