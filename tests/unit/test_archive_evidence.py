"""Evidence on story pages: sentences found by their spans, and links to them at the source."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Card, Fact, Frame, Label, Quote, Reading, Slice, Span
from bot.speech import speech
from bot.storage.archive_names import Names, fresh_key
from bot.web.archive_evidence import MOST_SHOWN, Texts, fragment, proofs, sentence_around
from bot.web.pages import language, measure_name

BODY = (
    "The council met on Tuesday. It adopted the rule on labels, by 12 votes to 3, after a long night.\n\n"
    "“We kept our word,” said Mayor Lena Ost. Critics, among them the union, called it a first step.\n\n"
    "The rule applies from 1 March 2027."
)
URL = "https://news.example/rule"


def piece(words: str, body: str = BODY) -> Slice:
    start = body.index(words)
    return Slice(words, Span(start, start + len(words)))


def card(**reading: object) -> Card:
    made = Reading(Slice("Council adopts rule on labels", Span(0, 29), "title"), **reading)  # type: ignore[arg-type]
    return Card("1", 1, URL, "News", made)


def shown(card: Card, body: str = BODY) -> list[tuple[tuple[str, ...], str, list[str]]]:
    texts = Texts(card.reading.headline.text, "", body)
    return [
        (one.claims, "".join(text for text, _ in one.pieces), [text for text, proves in one.pieces if proves])
        for one in proofs(card, texts, speech("en"), "en")
    ]


# ------------------------------------------------------------------ links


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a plain sentence", "a%20plain%20sentence"),
        ("by 12 votes, to 3", "by%2012%20votes%2C%20to%203"),
        ("high-risk systems", "high%2Drisk%20systems"),
        ("R&D", "R%26D"),
        ("über 30 %", "%C3%BCber%2030%20%25"),
        ("#1 & <b>", "%231%20%26%20%3Cb%3E"),
        ("line\nbreak", "line%20break"),
    ],
)
def test_a_fragment_escapes_what_the_directive_reads(words: str, found: str) -> None:
    assert fragment("https://news.example/a", words) == f"https://news.example/a#:~:text={found}"


def test_a_fragment_of_a_long_sentence_names_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(100))
    link = fragment(URL, words)
    assert link == (
        URL
        + "#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word94%20word95%20word96%20word97%20word98%20word99"
    )


def test_a_fragment_keeps_the_address_own_one_and_takes_a_prefix() -> None:
    assert fragment(URL + "#part", "words") == URL + "#part:~:text=words"
    assert fragment(URL, "words", "in front, of") == URL + "#:~:text=in%20front%2C%20of-,words"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "//user@host/", "ftp://x.example/"])
def test_only_web_addresses_are_linked(url: str) -> None:
    assert fragment(url, "words") == ""


@given(st.text(max_size=400), st.text(max_size=60))
def test_any_words_make_a_link_without_raw_syntax(words: str, before: str) -> None:
    link = fragment(URL, words, before)
    directive = link.partition(":~:text=")[2]
    assert link.startswith(URL)
    assert "-" not in directive.replace("-,", "")
    assert "&" not in directive
    assert directive.isascii()
    if directive and "," not in directive:
        assert unquote(directive).encode() == " ".join(words.split()).encode("utf-8", "replace")


# ------------------------------------------------------------------ sentences


def test_a_fact_is_shown_in_its_sentence() -> None:
    fact = Fact(piece("It adopted the rule on labels"))
    assert shown(card(facts=(fact,))) == [
        (
            ("Fact",),
            "It adopted the rule on labels, by 12 votes to 3, after a long night.",
            ["It adopted the rule on labels"],
        )
    ]


def test_a_fact_that_is_its_sentence_is_not_marked() -> None:
    fact = Fact(piece("The rule applies from 1 March 2027"))
    stage = Label("in_force", (piece("applies from"),))
    assert shown(card(facts=(fact,), frame=Frame(stage=stage))) == [
        (("Fact", "Stage: In force"), "The rule applies from 1 March 2027.", ["applies from"])
    ]


def test_a_quote_and_its_speaker_are_proved_by_one_sentence() -> None:
    pull = Quote((piece("We kept our word,"),), "Lena Ost", "Mayor", role_slice=piece("Mayor Lena Ost"))
    assert shown(card(pull=pull)) == [
        (("Quote: Lena Ost",), "“We kept our word,” said Mayor Lena Ost.", ["We kept our word,", "Mayor Lena Ost"])
    ]


def test_words_of_the_headline_come_first_and_reading_order_holds() -> None:
    found = shown(
        card(
            facts=(Fact(piece("The rule applies from 1 March 2027")), Fact(piece("The council met on Tuesday"))),
            frame=Frame(instrument=Label("regulation", (Slice("rule", Span(15, 19), "title"),))),
        )
    )
    assert [one[1] for one in found] == [
        "Council adopts rule on labels",
        "The council met on Tuesday.",
        "The rule applies from 1 March 2027.",
    ]


def test_words_whose_text_is_gone_stand_alone() -> None:
    fact = Fact(piece("It adopted the rule on labels"))
    assert shown(card(facts=(fact,)), "") == [(("Fact",), "It adopted the rule on labels", [])]
    assert shown(card(facts=(fact,)), BODY.replace("adopted", "refused")) == [
        (("Fact",), "It adopted the rule on labels", [])
    ]


def test_a_sentence_that_stands_twice_is_told_apart_by_what_is_in_front() -> None:
    body = "The bill passed.\n\nIn the Senate things were calm. The bill passed."
    words = Slice("The bill passed", Span(50, 65))
    assert body[50:65] == words.text
    (found,) = proofs(card(facts=(Fact(words),)), Texts("Title", "", body), speech("en"), "en")
    assert found.url == URL + "#:~:text=things%20were%20calm.-,The%20bill%20passed."


def test_an_endless_sentence_is_shown_around_the_words() -> None:
    body = "so " * 2000 + "the minister signed it " + "and " * 2000
    ((_, text, marked),) = shown(card(facts=(Fact(piece("minister signed it", body)),)), body)
    assert marked == ["minister signed it"]
    assert len(text) <= MOST_SHOWN + 10
    assert text.startswith("… ")
    assert text.endswith(" …")


def test_what_hides_or_reorders_is_left_out() -> None:
    body = "The \u202erule\u202c ap\u200bplies now."
    fact = Fact(Slice("ap\u200bplies", Span(11, 19)))
    ((_, text, marked),) = shown(card(facts=(fact,)), body)
    assert text == "The rule applies now."
    assert marked == ["applies"]


@given(st.text(alphabet="ab. \n!?“”,", max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_the_sentence_holds_its_words_wherever_they_stand(text: str, start: int, end: int) -> None:
    span = Span(min(start, end, len(text)), min(max(start, end), len(text)))
    whole = sentence_around(text, span)
    assert 0 <= whole.start <= span.start <= span.end <= whole.end <= len(text)


# ------------------------------------------------------------------ names, languages


def test_sealed_names_come_back_and_cannot_be_made_up() -> None:
    key = fresh_key()
    names = Names(key)
    sealed = names.out("slack:C123")
    assert "C123" not in sealed
    assert Names(key).out("slack:C123") == sealed
    assert names.back(sealed) == "slack:C123"
    assert Names(fresh_key()).back(sealed) == ""
    for made_up in ("slack:C123", sealed[:-1], sealed + "A", "", "%%%", "ä" * 40, "A" * 5000):
        assert names.back(made_up) == ""


@pytest.mark.parametrize(
    ("accept", "found"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("fr, en;q=0.5, de;q=0.4", "en"),
        ("en;q=0.2, DE-ch ;q=0.7", "de"),
        ("de;q=0, en", "en"),
        ("*;q=1", "en"),
        (";;;,,,q=x" * 500, "en"),
    ],
)
def test_the_language_is_what_the_reader_likes_best(accept: str, found: str) -> None:
    assert language(accept) == found


def test_a_measure_is_called_what_headlines_call_it() -> None:
    title = "Governor vetoes Senate Bill 1047"
    told = Card("1", 1, URL, "News", Reading(Slice(title, Span(0, len(title)), "title")))
    assert measure_name("sb 1047", (told,)) == "Senate Bill 1047"
    assert measure_name("ab 2013", ()) == "AB 2013"
    assert measure_name("2024/1689", (told,)) == "EU AI Act (2024/1689)"
