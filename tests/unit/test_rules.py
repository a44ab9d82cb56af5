"""The rule language: what it means, how mistakes are marked, and that nothing typed makes it slow or fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.pipeline.rules import Document, parse

STORY = Document(
    "Court: training AI on books is fair use",
    "A judge in San Francisco ruled for Anthropic. Authors whose books were copied may still claim damages.",
    topic="copyright_ip",
    topics_also=("consumer_competition",),
    jurisdictions=("US-CA",),
    stage="enforced",
    instrument="court",
    source="Reuters, technology",
    language="en-GB",
    outlet="Reuters",
)


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        ("books", True),
        ("BOOKS", True),
        ("book", False),  # a word is a whole word
        ("book*", True),
        ("music", False),
        ("training books", True),  # side by side means AND
        ("training music", False),
        ("music OR books", True),
        ("music or films", False),
        ('"fair use"', True),
        ('"use fair"', False),
        ("fair-use", True),  # a hyphen makes a phrase
        ('"use a judge"', False),  # a phrase does not cross from the headline into the text
        ("„fair use“", True),
        ("books -music", True),
        ("books -judge", False),
        ("NOT music", True),
        ("NOT NOT books", True),
        ("NOT (music OR books)", False),
        ("music films OR books", True),  # AND binds closer than OR
        ("(music OR books) (films OR judge)", True),
        ("judge NEAR/3 francisco", True),
        ("francisco NEAR/3 judge", True),
        ("judge NEAR/2 francisco", False),
        ("judge NEAR authors", True),  # ten words, when no number is given
        ('"san francisco" NEAR/2 ruled', True),
        ("auth* NEAR/3 books", True),
        ("topic:copyright_ip", True),
        ("topic:copyright", True),
        ('topic:"Copyright and IP"', True),
        ("topic:consumer_competition", True),  # a further topic counts
        ("topic:chips_trade", False),
        ("topic:chips_trade,copyright_ip", True),
        ("jurisdiction:US-CA", True),
        ("jurisdiction:california", True),
        ("place:us", True),  # a country stands for its parts
        ("jurisdiction:US-CO", False),
        ('country:"United Kingdom"', False),
        ("stage:enforced", True),
        ("stage:passed", False),
        ("instrument:court", True),
        ("source:reuters", True),
        ('source:"reuters technology"', True),
        ("source:reut", False),
        ("lang:en", True),
        ("lang:de", False),
        ('"or"', False),
        ('"is"', True),
    ],
)
def test_meaning(rule: str, holds: bool) -> None:
    assert parse(rule).matches(STORY) is holds


@pytest.mark.parametrize(
    ("rule", "place", "words"),
    [
        ("books AND", 9, "missing at the end"),
        ("(books OR films", 0, "never closed"),
        ("books)", 5, "no opening one"),
        ("books ()", 6, "nothing in these brackets"),
        ("OR books", 0, "OR stands between"),
        ("books OR AND films", 9, "AND stands between"),
        ('a "fair use', 2, "never closed"),
        ("x topik:y", 2, "no field `topik:`"),
        ("x topic:y", 8, "no topic “y”"),
        ("x stage:", 8, "needs a value"),
        ("jurisdiction:atlantis", 13, "no jurisdiction “atlantis”"),
        ("lang:english", 5, "two letters"),
        ("a NEAR/0 b", 2, "from 1 to 50"),
        ("a NEAR/51 b", 2, "from 1 to 50"),
        ("a NEAR (b c)", 7, "between two words"),
        ("topic:law NEAR b", 0, "between two words"),
        ("a b*", 2, "At least 3 letters"),
        ("a &&", 2, "no word here"),
        ("-", 0, "no word here"),
    ],
)
def test_a_wrong_rule_is_refused_with_the_place_marked(rule: str, place: int, words: str) -> None:
    if rule.startswith("topic:law"):
        rule = rule.replace("law", "copyright_ip")
    with pytest.raises(UsageError) as caught:
        parse(rule)
    sentence, shown, mark = str(caught.value).splitlines()
    assert words in sentence
    assert shown == rule
    assert mark == " " * place + "^"


def test_the_mark_stays_under_the_place_in_a_long_rule() -> None:
    rule = " ".join(["word"] * 100) + " topik:x " + " ".join(["word"] * 60)
    with pytest.raises(UsageError) as caught:
        parse(rule)
    _, shown, mark = str(caught.value).splitlines()
    assert shown[len(mark) - 1 :].startswith("topik:x")
    assert len(shown) < 80


@pytest.mark.parametrize("rule", ["", "   ", "\n", "word " * 201, "(" * 13 + "a" + ")" * 13, "a " * 130])
def test_bounds(rule: str) -> None:
    with pytest.raises(UsageError):
        parse(rule)


@pytest.mark.parametrize(
    ("rule", "canonical"),
    [
        ("books  films", "books AND films"),
        ("books and (films or MUSIC) -art", "books AND (films OR music) AND NOT art"),
        ('"Fair Use"', '"fair use"'),
        ("a near b", "a NEAR/10 b"),
        ("topic:copyright place:germany", "topic:copyright_ip AND jurisdiction:DE"),
        ("((a b) c)", "a AND b AND c"),
        ('"and"', '"and"'),
    ],
)
def test_canonical_form(rule: str, canonical: str) -> None:
    assert str(parse(rule)) == canonical


def test_why_names_what_decided() -> None:
    assert parse("books stage:enforced -music").why(STORY) == (
        "books is in the headline",
        "stage:enforced holds",
        "music is not there",
    )
    assert parse("books AND music").why(STORY) == ("music is not there",)
    assert parse("damages OR music").why(STORY) == ("damages is in the text",)


_PIECES = st.sampled_from(
    [
        "ai",
        "Book*",
        '"fair use"',
        "AND",
        "OR",
        "NOT",
        "-",
        "(",
        ")",
        "NEAR/3",
        "near",
        "topic:copyright",
        "lang:de",
        "source:a-b,c",
        "jurisdiction:EU",
        "stage:passed",
        "“",
        '"',
        ":",
        "&",
        "ß",
        "İ",
        "x-y*",
    ]
)


@given(st.lists(_PIECES, max_size=30).map(" ".join) | st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused_and_reads_back_the_same(typed: str) -> None:
    try:
        rule = parse(typed)
    except UsageError:
        return
    assert parse(str(rule)) == rule
    assert rule.matches(STORY) in (True, False)
    assert rule.why(STORY)


@pytest.mark.parametrize(
    "text",
    ["a " * 500_000, "a" * 1_000_000, "a b " * 250_000, "\u202e\u200b" * 100_000, "é" * 1_000_000, "((((" * 50_000],
)
def test_a_hostile_megabyte_is_answered(text: str) -> None:
    document = Document("a", text)
    rule = parse('"a a a a a a a a a a a a a a a b" OR a NEAR/50 zz OR aaa* NEAR/50 "b a b a b c" OR (b NEAR/1 b zz)')
    assert rule.matches(document) is False
