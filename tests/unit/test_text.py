"""Cleaning, paragraphs, sentences, words and language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Span
from bot.pipeline import text

TRICKY = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("aB .,!?\n\t\"'“”‘’„«»-—()[]&;<>$€0123")),
        st.sampled_from(list("\u00a0\u202e\u2066\u2069\u200b\u200c\u200d\u200f\ufeff\ud800\udc00😀🇩")),
        st.characters(),
    ),
    max_size=300,
)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("AI &amp; law", "AI & law"),
        ("AT&amp;amp;T", "AT&amp;T"),  # once, not twice
        ("  two\n lines\u00a0here ", "two lines here"),
        ("a\u202eb\u2066c\u2069d", "abcd"),
        ("pass\u200bword\ufeff", "password"),
        ("broken \ud83d pair", "broken \ufffd pair"),
        ("nul\x00byte", "nulbyte"),
        ("&#0;x", "\ufffdx"),
    ],
)
def test_clean(raw: str, wanted: str) -> None:
    assert text.clean(raw) == wanted


@pytest.mark.parametrize(
    "honest",
    [
        "قانون الذكاء الاصطناعي",
        "חוק הבינה המלאכותית\u200f, 2026",
        "می\u200cخواهم",
        "👩\u200d⚖️ 👨\u200d👩\u200d👧 🇪🇺 ❤️",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "人工知能法　第三条",
        "Tiếng Việt: Luật",
        "क्\u200dष",
    ],
)
def test_honest_text_is_shown_as_it_is(honest: str) -> None:
    assert text.display(honest) == honest


@pytest.mark.parametrize(
    ("tricky", "wanted"),
    [
        ("safe\u202egpj.exe", "safegpj.exe"),
        ("Zalgo" + "\u0301" * 40 + "!", "Zalgo" + "\u0301" * 4 + "!"),
        ("Zalgo" + "\u0301\u200b" * 40 + "!", "Zalgo" + "\u0301" * 4 + "!"),  # hidden characters between the marks
        ("Ring" + "\u20dd\u0489\u1dc3\ufe20" * 9, "Ring\u20dd\u0489\u1dc3\ufe20"),
        ("tag\U000e0041\U000e0042ged", "tagged"),
        ("left\u200fright", "leftright"),  # a mark of direction without any right-to-left letter
    ],
)
def test_display_takes_tricks_away(tricky: str, wanted: str) -> None:
    assert text.display(tricky) == wanted


def cut(whole: str, spans: tuple[Span, ...]) -> list[str]:
    return [whole[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    "wanted",
    [
        ["The U.S. Senate met.", "It voted 51 to 49."],
        ["Mr. J. R. Smith paid $3.5 million.", "Dr. Lee did not."],
        ["He moved to the U.S. in 2019.", "Acme Inc. followed."],
        ["The panel met at 2:30 p.m.", "Sen. Ana Ruiz spoke first."],
        ["The vote is at 10 a.m. Tuesday, or 3 p.m. Eastern.", "Members may change it."],
        ["The suit names Kelly Works Inc.", "Gov. Joan Hill signed the act."],
        ["Then U.S. Sen. Ana Ruiz and Calif. Gov. Joan Hill met under rule No. 5 of the body."],
        ["Die Behörde erhält 18 Mio. Euro und 120 Stellen.", "Nr. 3 gilt z. B. ab dem 3. Mai."],
        ["Das Gesetz kam in der 20. Legislaturperiode zum 2. Senat.", "Er entschied am 3. Oktober."],
        ["Geltung hat die Regel seit dem 3.", "Der Rat stimmte zu."],
        ["“Why?” Smith asked.", "“Because.”", "He left."],
        ["The rule takes effect Jan. 5.", "Sen. Marsh objected!"],
        ["See Sec. 4 and No. 12.", "Then read on."],
        ["Am 3. März sagte er: „Nein.“", "Das war z. B. der Grund."],
        ["Der Abs. 2 gilt.", "Dr. Weber widersprach."],
        ["M. Dupont a dit : « Non. »", "Elle part."],
        ["It cost 1.5 percent… Nobody knew.", "End"],
        ["He asked: “Is it safe?” and left.", "(It was.)", "Done."],
        ["Only Sen. Holt voted no.", "Moss accused the others.", "See no. 5 and Docket no. FTC-2026 for more."],
    ],
)
def test_sentences(wanted: list[str]) -> None:
    whole = " ".join(wanted)
    if wanted[0].startswith("It cost"):
        wanted = ["It cost 1.5 percent…", "Nobody knew.", "End"]
    assert cut(whole, text.sentences(whole)) == wanted


def test_paragraphs_divide_at_blank_lines_and_at_single_breaks() -> None:
    whole = "Headline\n\nFirst paragraph.\nAlso Read\nAnother headline\n\n \n Last one. "
    assert cut(whole, text.paragraphs(whole)) == [
        "Headline",
        "First paragraph.",
        "Also Read",
        "Another headline",
        "Last one.",
    ]


def test_paragraphs_keep_wrapped_lines_together() -> None:
    whole = (
        "The rule was published on Monday after a long\nconsultation with providers and with the people\n"
        "who have to live with the decisions of such\nsystems every day of the year.\n\nIt is short."
    )
    assert len(text.paragraphs(whole)) == 2


def test_trim() -> None:
    assert text.trim("  ab ", Span(0, 5)) == Span(2, 4)
    assert text.trim("   ", Span(0, 3)) == Span(3, 3)


def test_words() -> None:
    assert text.words("Don’t ban AI-made ads (3.5%).") == ("Don’t", "ban", "AI-made", "ads", "3.5")


@pytest.mark.parametrize(
    ("sample", "code"),
    [
        ("The Senate passed the bill and the House will vote on it.", "en"),
        ("US and UK Join Forces on AI Security", "en"),
        ("", "en"),
        ("GPT-5", "en"),
        ("Der Bundestag hat das Gesetz beschlossen, und die Länder sind nicht einverstanden.", "de"),
        ("Le gouvernement a présenté la loi sur les données, mais elle ne plaît pas aux entreprises.", "fr"),
        ("La Comisión aprobó el reglamento que entra en vigor este año para las empresas.", "es"),
        ("Il governo ha approvato la legge che non piace alle imprese del settore, ma è una svolta.", "it"),
        ("De regering heeft het voorstel aangenomen en dat is niet voor iedereen goed.", "nl"),
        ("Правительство приняло закон об искусственном интеллекте", "ru"),
        ("Уряд ухвалив закон про штучний інтелект", "uk"),
        ("政府は人工知能に関する法律を可決した", "ja"),
        ("政府通过了人工智能法", "zh"),
        ("정부는 인공지능 법을 통과시켰다", "ko"),
        ("أقرت الحكومة قانون الذكاء الاصطناعي", "ar"),
        ("הממשלה אישרה את חוק הבינה המלאכותית", "he"),
        ("Autoren verklagen KI-Firma", "de"),
        ("Perquisition dans l'affaire de l'IA", "fr"),
    ],
)
def test_language(sample: str, code: str) -> None:
    assert text.language(sample) == code


@given(TRICKY)
def test_spans_lie_in_the_text_in_order(whole: str) -> None:
    for spans in (text.paragraphs(whole), text.sentences(whole)):
        at = 0
        for span in spans:
            assert at <= span.start < span.end <= len(whole)
            at = span.end


@given(TRICKY)
def test_every_visible_word_is_in_some_sentence(whole: str) -> None:
    inside = sum(sum(not char.isspace() for char in whole[s.start : s.end]) for s in text.sentences(whole))
    assert inside == sum(not char.isspace() for char in whole)


PIECES = st.lists(
    st.sampled_from([*"Aa1 \x00\x1b\u0301\u0489\u20e3\u200b\u200d\ufe0f\u202e❤👩人ن\ud83d\U000e0041\U000e0100"]),
    max_size=40,
)


@given(st.one_of(TRICKY, PIECES.map("".join)))
def test_display_can_be_encoded_and_does_nothing_the_second_time(whole: str) -> None:
    shown = text.display(whole)
    shown.encode("utf-8")
    assert text.display(shown) == shown
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff\x00")
    assert len(text.language(whole)) == 2
