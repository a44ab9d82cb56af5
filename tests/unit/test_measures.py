"""Citations of laws, orders and standards become one token each; other numbers stay numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pipeline import measures


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Newsom vetoed SB 1047 and signed Assembly Bill 2013.", ["sb 1047", "ab 2013"]),
        ("S.B. 24-205, known as Senate Bill 24-205", ["sb 24-205", "sb 24-205"]),
        ("H.R. 1 passed; S. 2714 did not.", ["hr 1", "s 2714"]),
        ("S6953B/A6453B", ["s 6953b", "a 6453b"]),
        ("Executive Order 14110 (E.O. 14110) and EO-14179", ["eo 14110", "eo 14110", "eo 14179"]),
        ("Newsom's executive order N-12-23", ["eo n-12-23"]),
        ("memo M-24-10 replaced by M-25-21", ["m-24-10", "m-25-21"]),
        ("Canada's Bill C-27 is no relation of Case C-252/21", ["c-27", "c-252/21"]),
        ("Regulation (EU) 2024/1689 and Directive 2019/790", ["2024/1689", "2019/790"]),
        ("COM(2021) 206", ["com/2021/206"]),
        ("ISO/IEC 42001:2023, NIST AI 600-1 and GB 45438-2025", ["iso 42001", "nist ai 600-1", "gb 45438"]),
        ("A/RES/78/265 follows A/78/L.49", ["a/78/265", "a/78/l.49"]),
        ("Brazil's Bill 2338/2023 (PL 2338/2023)", ["pl 2338/2023", "pl 2338/2023"]),
        ("Ontario's Bill 194", ["bill 194"]),
        ("case 1:23-cv-11195 in Manhattan", ["1:23-cv-11195"]),
        ("the EU AI Act and the GDPR", ["2024/1689", "2016/679"]),
        ("Brussels says the AI Act applies", ["2024/1689"]),
        ("Seoul's AI Basic Act", ["kr ai basic act"]),
        ("the Colorado AI Act", ["sb 24-205"]),
        ("die KI-Verordnung und die DSGVO", ["2024/1689", "2016/679"]),
        ("le règlement sur l'IA et le RGPD", ["2024/1689", "2016/679"]),
        ("Texas's AI Act has no number here", []),  # no union in sight: whose act is not proved
        ("In 2024, 19 people paid $1,500 on 12/03/2025 for 10-20 days at 14:30.", []),
        ("Section 12 of the act; page 30; GPT-4 and H100 chips; Q3 2025", []),
        ("a bill 300 pages long", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [mention.data["id"] for mention in measures.find(text)] == tokens


@pytest.mark.parametrize(
    ("words", "token"),
    [
        ("Senate Bill 1047", "sb 1047"),
        ("SB 1047", "sb 1047"),
        ("sb 1047", "sb 1047"),
        ("EU AI Act", "2024/1689"),
        ("AI Act", "2024/1689"),
        ("Regulation (EU) 2024/1689", "2024/1689"),
        ("Executive Order 14110", "eo 14110"),
        ("  Something   Else ", "something else"),
    ],
)
def test_canonical(words: str, token: str) -> None:
    assert measures.canonical(words) == token


@given(st.text(alphabet=st.sampled_from("SB HRCEO.-/:()0123456789 aActLwuU§º\u200b\u202e😀\n"), max_size=300))
def test_every_mention_is_a_slice_and_none_overlap_by_number(text: str) -> None:
    end = 0
    for mention in measures.find(text):
        span = mention.slice.span
        assert text[span.start : span.end] == mention.slice.text
        if mention.data["by"] == "number":
            assert span.start >= end
            end = span.end


@pytest.mark.parametrize("piece", ["1 ", "S. 1 ", "SB 1", "2024/1689", "1-1-", "No. ", "(((1"])
def test_a_hostile_text_is_read(piece: str) -> None:
    assert measures.find(piece * (300_000 // len(piece))) is not None
