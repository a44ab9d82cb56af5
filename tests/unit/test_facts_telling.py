"""What a clause is worth: told news, words to the reader, verdicts, duties, the newsroom on itself."""

import pytest

from bot.pipeline.facts import telling

PLAIN = "The ministry published the draft of the regulation in the capital."


def test_plain_news_is_worth_one() -> None:
    assert telling.judged(PLAIN, {"date"}) == (1.0, False)


@pytest.mark.parametrize(
    "part",
    [
        "I think the draft is a good one for the country.",
        "We’ve seen the draft that the ministry made public.",
        "Das ist für unsere Branche kein guter Entwurf der Regierung.",
        "You should read the draft that the ministry made public.",
    ],
)
def test_words_of_or_to_somebody_are_worth_half(part: str) -> None:
    assert telling.judged(part, {"date"})[0] == 0.5


def test_first_person_inside_speech_does_not_count() -> None:
    assert telling.judged("The minister said “we will publish it” on the steps of the court.", {"date"})[0] == 1.0


@pytest.mark.parametrize(
    "part",
    [
        "The vote marks a change of course for the whole ministry.",
        "The draft represents an attempt to please both of the chambers.",
        "The hearing underscored the growing distance between the two chambers.",
        "The draft illustrates how far apart the two chambers are.",
        "The hearing highlighted the distance between the two chambers.",
        "The hearing demonstrates that the two chambers are far apart.",
        "The vote was a pivotal moment for both of the chambers.",
        "The vote was a turning point for both of the chambers.",
        "The draft is more evidence of a rift between the chambers.",
        "What the chambers will do next remains to be seen today.",
        "What the chambers will do next is unclear at present.",
        "The draft met with mixed responses in both of the chambers.",
        "The draft aims to please both of the chambers at once.",
        "The draft is designed to please both of the chambers at once.",
    ],
)
def test_verdicts_on_the_news_are_worth_less(part: str) -> None:
    assert telling.judged(part, set())[0] < 1.0
    assert telling.judged(part, set(), first=True)[0] == 1.0


@pytest.mark.parametrize(
    "part",
    [
        "Providers must keep the records of the system for years.",
        "The law requires providers to keep the records for years.",
        "Providers may not train on the records of their customers.",
        "The ordinance takes effect on the first day of the year.",
        "Das Gesetz tritt am ersten Tag des neuen Jahres an.",
        "Les fournisseurs doivent conserver les registres du système deux ans.",
    ],
)
def test_duties_are_worth_more(part: str) -> None:
    assert telling.binds(part)
    assert telling.judged(part, {"date"})[0] > 1.0


@pytest.mark.parametrize(
    "part",
    [
        "The company did not immediately respond to a request for comment.",
        "The ministry declined to comment on the matter on Monday.",
        "The claims could not be independently verified by the paper.",
        "The company has yet to respond to the letter of the court.",
        "A spokesman was not available on the day of the vote.",
        "Der Minister war zunächst nicht zu erreichen am Tag danach.",
        "Jane Doe is a senior reporter covering courts for the paper.",
        "Founded in 1999, The Example has covered the courts of the region.",
        "Policy Daily is a service of Meridian Communications News of the capital.",
        "Policy Daily provides accurate coverage of new rules for privacy professionals.",
        "The Society exists to promote and protect the research sector of the country.",
        "Please read our comment policy before you write to the editors.",
        "La société n’a pas immédiatement répondu à une demande de l’agence.",
        "Le bureau n’a pas donné de détails sur la nature de la plainte.",
        "Lobbyists applauded the ministry for the text of the draft.",
    ],
)
def test_what_a_newsroom_says_of_itself_or_others_feel_is_weak(part: str) -> None:
    assert telling.judged(part, set())[1]
