"""Direct quotations: marks, speakers, roles, joining, and the one to pull."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Quote
from bot.pipeline import people, quotes
from tests.unit.test_text import TRICKY


def only(text: str, language: str = "en") -> Quote:
    found = quotes.find(text, language)
    assert len(found) == 1, [part.text for quote in found for part in quote.parts]
    return found[0]


def words(text: str, language: str = "en") -> list[str]:
    return [part.text for quote in quotes.find(text, language) for part in quote.parts]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We will act on it now," he said.', ["We will act on it now,"]),
        ("“We will act on it now,” he said.", ["We will act on it now,"]),
        ("'We will act on people's data now,' said Ann.", ["We will act on people's data now,"]),
        ("‘We will act on people’s data now,’ said Ann.", ["We will act on people’s data now,"]),
        ("''We will act on it now,'' Mr. Poe said.", ["We will act on it now,"]),
        ("„Wir handeln jetzt sofort“, sagte er.", ["Wir handeln jetzt sofort"]),
        ("»Wir handeln jetzt sofort«, sagte er.", ["Wir handeln jetzt sofort"]),
        ("« Nous agissons maintenant », dit-il.", ["Nous agissons maintenant"]),
        ("He asked, “Did she say ‘not now’ to you?”", ["Did she say ‘not now’ to you?"]),
        ('The 6\'2" man said: "We act on it now."', ["We act on it now."]),
        ("The workers' rights and the firms' duties are listed.", []),
        ("It's the dogs' dinner, isn't it, and '90s music.", []),
        ("“Unclosed words in the middle of nothing", ["Unclosed words in the middle of nothing"]),
    ],
)
def test_marks(text: str, wanted: list[str]) -> None:
    assert words(text) == wanted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It is a good rule for us," said Jane Poe.', "Jane Poe"),
        ('"It is a good rule for us," Jane Poe, the panel\'s chair, said on Monday.', "Jane Poe"),
        ('"It is a good rule for us," Jane Poe of Ohio told reporters.', "Jane Poe"),
        ('Jane Poe said: "It is a good rule for us."', "Jane Poe"),
        ('Jane Poe, who chairs the panel, wrote that "it is a good rule for us."', "Jane Poe"),
        ('Speaking in Ohio on Monday, Jane Poe called the bill "a good rule for us all."', "Jane Poe"),
        ('Jane Poe arrived late. "It is a good rule for us," she said.', "Jane Poe"),
        ('Jane Poe met John Roe. "It is a good rule for us," she said.', "Jane Poe"),
        ('Jane Poe spoke after John Roe. "It is a good rule for us," he said.', "John Roe"),
        ('Jane Poe said no, adding: "It is a good rule for us."', "Jane Poe"),
        ('According to Jane Poe, "it is a good rule for us all."', "Jane Poe"),
        ('"It is a good rule for us," said the panel\'s chair, Jane Poe.', "Jane Poe"),
        ('"It is a good rule for us," said a White House official.', "a White House official"),
        ('"It is a good rule for us," the report said.', "the report"),
        ('The Commerce Department said the rule "is a good one for us."', "Commerce Department"),
        ('Senator Jane Poe spoke.\n\n"It is a good rule for us," the senator said.', "Jane Poe"),
        ('Jane Poe spoke first:\n\n"It is a good rule for us all."', "Jane Poe"),
        ('"Is it a good rule for us?" Jane Poe asked.', "Jane Poe"),
        ('MANCHESTER, N.H. - Jane Poe said: "It is a good rule for us."', "Jane Poe"),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_pronoun_follows_its_gender_and_a_later_full_name_is_used() -> None:
    text = 'Ms. Poe met Mr. Roe. "It is a good rule for us," she said.\n\nJane Poe and John Roe left.'
    assert only(text).speaker == "Jane Poe"


def test_interrupted_halves_are_one_quotation_and_roles_come_from_earlier() -> None:
    text = (
        "It was signed by Danish Digital Minister Karen Holm.\n\n"
        "“This is the first treaty of its kind,” said Holm. “It will not be the last.”"
    )
    quote = only(text)
    assert [part.text for part in quote.parts] == ["This is the first treaty of its kind,", "It will not be the last."]
    assert (quote.speaker, quote.role) == ("Karen Holm", "Danish Digital Minister")
    assert quote.attribution is not None
    assert quote.attribution.text == "said Holm"
    assert quote.role_slice is not None
    assert quote.role_slice.text == "Danish Digital Minister Karen Holm"
    assert quotes.shown(quote) == "This is the first treaty of its kind. It will not be the last."


def test_an_interruption_inside_a_sentence_keeps_its_comma() -> None:
    quote = only("“If it passes,” Jane Poe said, “I will go to court over it.”")
    assert quotes.shown(quote) == "If it passes, I will go to court over it."


def test_paragraphs_with_an_opening_mark_each_are_one_quotation() -> None:
    found = quotes.find("Jane Poe said: “We measured it twice.\n\n“Then we did it again.\n\n“And it held.”")
    assert [len(one.parts) for one in found] == [3]
    assert found[0].speaker == "Jane Poe"


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "smart" city has "high-risk" cameras.',
        'Lawmakers filed the "Safe and Open Model Testing Act" on Monday.',
        'The term "consequential decision" means a decision about housing.',
        "‘Not on our watch’: council freezes plan\n\nThe council voted on Monday.",
    ],
)
def test_words_in_marks_that_nobody_says_are_never_pulled(text: str) -> None:
    assert quotes.pull(text, quotes.find(text)) is None


def test_whole_sentence_is_pulled_before_a_fragment() -> None:
    text = (
        'Jane Poe said the rule "would make every single vendor think twice about us."\n\n'
        '"Every vendor should publish what its model was tested on," said John Roe, the panel\'s chair.'
    )
    pulled = quotes.pull(text, quotes.find(text))
    assert pulled is not None
    assert pulled.speaker == "John Roe"


def test_round_ups_show_no_quotation() -> None:
    text = (
        'Good morning and welcome to the newsletter.\n\n"Every vendor should publish its tests today," said Jane Poe.'
    )
    assert quotes.pull(text, quotes.find(text)) is None
    assert quotes.pull(text[48:], quotes.find(text[48:]), "Weekly round-up: chips and courts") is None


def test_other_languages_show_none() -> None:
    assert quotes.find("«La norma protege a los ciudadanos», dijo la ministra Carmen Robles.", "es") == ()


@given(TRICKY)
def test_every_slice_is_where_it_says(text: str) -> None:
    check(text, quotes.find(text))


BITS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "''",
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "\n\n",
        "\n",
        ". ",
        ", ",
        " said ",
        " Jane Poe ",
        " she ",
        " the senator ",
        " that ",
        " who ",
        "Mr. ",
        ": ",
        "— ",
        "> ",
        "POE: ",
        "We will act on it now",
        "?",
        "!",
        " (R-Ohio) ",
        "\u202e",
        "😀",
    ]
)


@given(st.lists(BITS, max_size=60).map("".join), st.sampled_from(["en", "de", "fr"]))
@settings(max_examples=300)
def test_every_slice_is_where_it_says_in_texts_like_articles(text: str, language: str) -> None:
    check(text, quotes.find(text, language))


def check(text: str, found: tuple[Quote, ...]) -> None:
    at = 0
    for quote in found:
        for part in quote.parts:
            assert at <= part.span.start < part.span.end
            at = part.span.end
        for piece in (*quote.parts, quote.attribution, quote.speaker_slice, quote.role_slice):
            if piece is not None:
                assert text[piece.span.start : piece.span.end] == piece.text
        quotes.shown(quote)
    quotes.pull(text, found)


ARTICLE = (
    "The panel met on Monday. “We will look at every model before it is sold,” said Sen. Jane Poe, who leads it. "
    "“Nobody else does.” Critics called the plan “far too slow for a market that moves each week.”\n\n"
    "Commissioner John Roe told reporters that the rule “is ready to be signed.” He left at noon.\n\n"
)
HOSTILE = {
    "article": ARTICLE,
    "straight marks": '"',
    "curly marks": "“",
    "pairs": "“a b” and ",
    "low and high": "„a“ ",
    "guillemets": "«a» »b« ",
    "apostrophes": "'a ",
    "capitals": "A",
    "names": "Jane Poe ",
    "verbs": "he said, ",
    "full stops": ". ",
    "initials": "A. ",
    "brackets": ") ",
    "open paragraphs": "“a b c d\n\n",
    "signatures": "“A b c d.”\n\n— Jane Poe\n\n",
    "who": "“a b c d” said Poe, who ",
    "labels": "POE: a b c d\n\nROE: a b c\n\n",
}


@pytest.mark.parametrize("text", ["’’POE: “", "‟ Words before the next “mark” here", "’’We said so,’’ said Poe."])
def test_any_mark_may_open(text: str) -> None:
    assert all(text[part.span.start : part.span.end] == part.text for q in quotes.find(text) for part in q.parts)


def spent(text: str) -> float:
    """CPU seconds to find the quotations and people of a text, the best of three, without the garbage collector's."""
    best = float("inf")
    gc.disable()
    try:
        for _ in range(3):
            people.scan.cache_clear()
            begun = time.process_time()
            quotes.pull(text, quotes.find(text))
            people.find(text)
            best = min(best, time.process_time() - begun)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    small = (HOSTILE[name] * 8_000)[:8_000]
    large = (HOSTILE[name] * 80_000)[:80_000]
    assert spent(large) < 15 * spent(small) + 0.05  # ten times the text; room for a busy machine


@pytest.mark.parametrize("name", ["straight marks", "pairs", "names", "capitals", "article"])
def test_a_megabyte_is_read(name: str) -> None:
    text = (HOSTILE[name] * 1_000_000)[:1_000_000]
    begun = time.process_time()
    quotes.find(text)
    assert time.process_time() - begun < 20
