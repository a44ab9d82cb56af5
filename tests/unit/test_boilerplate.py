"""Lines around an essay that are no part of what it says."""

from __future__ import annotations

import pytest

from bot.pipeline import boilerplate

_ESSAY = "Congress is about to act.\n\nIt must read the bill first."


@pytest.mark.parametrize(
    "line",
    [
        "The writer is a professor at Northfield State University.",
        "The author leads the policy lab at Acme.",
        "Ines Holt is a senior fellow at the Harbour Institute.",
        "Paul Martin is an associate professor of law at Leeds and the author of a book on copyright.",
    ],
)
def test_who_wrote_an_essay_is_a_notice_at_its_end_only(line: str) -> None:
    last = boilerplate.spans(f"{_ESSAY}\n\n{line}")
    assert [span.start for span in last] == [len(_ESSAY) + 2]
    assert not boilerplate.spans(f"{_ESSAY}\n\n{line}\n\nThe vote is on Monday.\n\nIt may slip.")
    assert not boilerplate.spans(line)


@pytest.mark.parametrize(
    "line",
    [
        "The bill is a threat to researchers at universities.",
        "The European Commission is a supporter of researchers in Europe.",
        "The writer is suing the lab over its training data.",
        "Ines Holt is the minister who signed the order.",
        "“Paul Martin is a professor at Leeds,” the judge said.",
    ],
)
def test_last_lines_of_news_are_prose(line: str) -> None:
    assert not boilerplate.spans(f"{_ESSAY}\n\n{line}")
