"""Which clauses tell of what lies before the story, in English, German and French."""

from __future__ import annotations

from datetime import date

import pytest

from bot.pipeline import facts
from bot.pipeline.facts import earlier

PUBLISHED = date(2026, 2, 4)


def told_earlier(clause: str, published: date | None = PUBLISHED) -> bool:
    dates = [
        (mention.slice.span.start, mention)
        for mention in facts.dates.find(facts.Scan(clause, published))
        if mention.kind == "date"
    ]
    return earlier.tells(clause, dates, published)


@pytest.mark.parametrize(
    "clause",
    [
        "Oregon passed a similar ban last year",
        "The regulation was adopted in 2024",
        "Previously, ministers relied on voluntary pledges",
        "Since 2023, four provinces have set up registers of algorithms",
        "In 2022 the authority fined the same company £7.5 million",
        "The upper house had already rejected an earlier draft",
        "The Assembly had voted 119-22 for the bill in June",
        "Lawmakers agreed in November to changes that the governor had sought",
        "Three years ago the ministry dropped a plan for a licence",
        "Bereits 2024 hatte das Kabinett einen ersten Entwurf vorgelegt",
        "Die Verordnung war im Sommer 2024 in Kraft getreten",
        "Im vergangenen Jahr verhängte die Behörde eine Strafe",
        "En 2022, la CNIL avait déjà sanctionné une autre société",
        "L'Italie avait adopté une décision similaire",
    ],
)
def test_background(clause: str) -> None:
    assert told_earlier(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "The committee voted 14-6 on Tuesday to advance the bill",
        "The law, which was passed in 2024, requires employers to warn applicants",
        "The agency fined the firm for failing to check ages between May 2023 and November 2024",
        "The rules take effect in March 2027",
        "In June, the commission will publish a code of practice",
        "The regulator said the company had ignored two warnings",
        "Exports rose 4% from last year",
        "The IT Rules, 2021 would oblige platforms to label what machines made",
        "The Data Act of 2018 was struck down on Monday",
        "Eight inches of snow had fallen by 6 p.m.",
        "The company had 300,000 users in Norway",
        "Der Bundestag hat am Donnerstag das Gesetz beschlossen",
        "Die Fraktion war skeptisch",
        "Le Sénat doit examiner le texte le 12 avril",
    ],
)
def test_the_story_itself(clause: str) -> None:
    assert not told_earlier(clause)


def test_without_a_day_of_publication_dates_prove_nothing() -> None:
    assert not told_earlier("The regulation was adopted in 2024", None)


def test_a_card_marks_background_and_says_it_last() -> None:
    text = (
        "Quebec's privacy commission fined a grocery chain C$2 million on Monday for scanning shoppers' faces.\n\n"
        "The chain must delete the images within 30 days and pay for an audit by Deloitte.\n\n"
        "The commission stopped a similar test at a pharmacy in 2024. British Columbia had reached the same view in "
        "April 2023 after an inquiry into four hardware stores.\n\n"
        "The chain may appeal to the Court of Quebec until March 6."
    )
    found = facts.choose("Quebec fines grocer", text, facts.extract(text), published=PUBLISHED)
    marks = [fact.background for fact in found]
    assert marks == sorted(marks)
    assert {fact.slice.text[:20] for fact in found if fact.background} == {
        "The commission stopp",
        "British Columbia had",
    }
