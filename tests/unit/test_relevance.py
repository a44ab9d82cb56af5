"""AI policy or not: the hard cases, the reasons, and strictness."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Article
from bot.pipeline import digest
from bot.pipeline.relevance import judge


@pytest.mark.parametrize(
    "title",
    [
        "EEOC settles first AI hiring bias case",
        "FTC bans Rite Aid from using facial recognition",
        "Clearview fined",
        "Getty sues Stability AI",
        "Newsom vetoes SB 1047",
        "US tightens export controls on AI chips",
        "Bundestag beschließt KI-Gesetz",
        "La CNIL publie ses recommandations sur l'IA",
        "Parliament adopts AI Act",
    ],
)
def test_relevant(title: str) -> None:
    assert judge(title, language="fr" if "CNIL" in title else "en").relevant


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("OpenAI launches new voice mode", "Subscribers get it first."),
        ("AI start-up raises $50m Series B", "The round was led by Index Ventures."),
        ("Nvidia beats earnings forecasts despite export ban", "Quarterly revenue rose; shares jumped."),
        ("Chipmaker's sales surge even as export restrictions shut it out of China", "Its AI accelerators sold out."),
        ("AI outbreak: ban on poultry shows", "Avian influenza was found in a commercial flock."),
        ("AI probe: regulator orders checks", "Air India must inspect its Boeing fleet."),
        ("AI demands inquiry into killings", "Amnesty International called on the government to act."),
        ("Stable policy updates for AI agents", "We study policy optimization in reinforcement learning."),
        ("Access policy engine adds AI", "Zero trust administrators can write policies in plain words."),
        ("Senate passes farm bill", "It extends crop insurance."),
        ("", ""),
    ],
)
def test_not_relevant(title: str, text: str) -> None:
    assert not judge(title, text).relevant


def test_reasons_name_the_words_that_decided() -> None:
    verdict = judge("California governor vetoes AI safety bill")
    assert any("“AI safety bill”" in reason for reason in verdict.reasons)
    assert any("“vetoes”" in reason for reason in verdict.reasons)
    flu = judge("AI found in poultry flock", "Avian influenza spreads.")
    assert flu.reasons == ("AI does not stand for artificial intelligence here: “poultry”, “Avian influenza”, “flock”",)


def test_strictness_moves_the_threshold_not_the_score() -> None:
    loose = judge("AI and workers in Britain", strictness=0.0)
    strict = judge("AI and workers in Britain", strictness=1.0)
    assert loose.score == strict.score
    assert loose.relevant
    assert not strict.relevant
    assert judge("AI and workers in Britain", strictness=7.0).relevant is strict.relevant


def test_soft_words_alone_are_no_policy() -> None:
    assert not judge("A plan for safer AI agents", "Privacy and safety come first, the startup says.").relevant
    assert judge("A plan for safer AI agents", "Privacy and safety come first, the minister says.").relevant


def test_an_entry_without_any_subject_says_so_and_no_more() -> None:
    verdict = judge("Council passes budget", "The mayor signed the ordinance on Friday.")
    assert verdict.reasons == ("nothing says it is about AI",)
    assert verdict.score == judge("AI found in poultry flock", "Avian influenza spreads.").score


def test_a_summary_that_repeats_the_headline_adds_nothing() -> None:
    title = "Minister speaks about AI"
    assert judge(title, title) == judge(title)


def test_french_letters_count_only_in_other_languages() -> None:
    assert judge("IA dans les écoles : la ministre consulte").relevant
    assert not judge("Des Moines, IA, council passes law", language="en").relevant
    assert judge("Le Sénat adopte une loi sur l'IA", language="fr").relevant


def test_a_state_that_releases_something_is_no_product_news() -> None:
    announced = "A deputy secretary told the staff that the chatbot was live."
    assert judge("HHS rolls out ChatGPT to all employees", announced).relevant
    assert not judge("Adobe rolls out ChatGPT to all employees", announced).relevant


def test_a_thing_named_like_a_deed_is_none() -> None:
    assert "“China curbs”" in judge("China curbs AI companions").reasons[1]
    assert "“China curbs”" not in judge("AI boom offsets China curbs").reasons[1]


def test_german_compounds_count_where_the_letters_ki_stand_too() -> None:
    judged = judge("KI hilft Steuerverwaltung", "Finanzministerin Wolf verspricht schnelle Bescheide.")
    assert judged.relevant
    assert judged.reasons[1] == "law, government or courts: “Steuerverwaltung”, “Finanzministerin”"


@given(st.text(), st.text())
def test_any_text_is_judged(title: str, text: str) -> None:
    verdict = judge(title, text)
    assert 0.0 <= verdict.score <= 1.0
    assert verdict.reasons


def test_a_product_or_a_round_of_funding_is_no_measure() -> None:
    launched = digest(Article("https://a.example/1", "OpenAI unveils Sora app for AI clips", summary="It has a code."))
    assert (launched.frame.instrument, launched.frame.stage) == (None, None)
    own = digest(Article("https://a.example/2", "Office unveils code for AI clips", primary=True))
    assert own.frame.instrument


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "quality" / "relevance").glob("*.tsv")), ids=lambda path: path.stem
)
def test_words_beside_the_tables_are_named_where_they_turned_the_scale(path: Path) -> None:
    """German and French have no such words, and a reason names some where there is one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        label, _, rest = line.partition("\t")
        title, _, text = rest.partition("\t")
        if label in ("0", "1"):
            verdict = judge(title, text)
            turned = [reason for reason in verdict.reasons if reason.startswith("words of")]
            assert all("“" in reason for reason in turned)
            if turned:
                assert ("such news" in turned[0]) == verdict.relevant
    german = judge("KI-Kameras gegen Trinker am Steuer", "Ein Rat fragt die Polizei danach, und die will es.")
    assert not [reason for reason in german.reasons if reason.startswith("words of")]
