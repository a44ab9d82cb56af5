"""`aipolicy stories --jsonl`: one answer for each line, and a story's name is its own whatever the ids are."""

from __future__ import annotations

import json

from bot import batch


def answers(*lines: object) -> list[dict[str, object]]:
    return list(batch.grouped(json.dumps(line).encode() if not isinstance(line, bytes) else line for line in lines))


def test_a_story_is_named_after_one_of_its_articles() -> None:
    found = answers(
        {"id": 7, "title": "Senate passes chatbot bill SB 77 in Ohio", "outlet": "A"},
        {"id": "b", "title": "Ohio Senate passes SB 77 on chatbots", "outlet": "B"},
        {"id": "c", "title": "Japan's cabinet adopts its first basic plan for AI"},
    )
    assert found[0]["story"] == found[1]["story"]
    assert found[0]["story"] in ("7", "b")
    assert found[2]["story"] == "c"


def test_lines_with_one_id_or_none_are_not_one_story() -> None:
    found = answers(
        {"id": "same", "title": "Senate passes chatbot bill SB 77 in Ohio"},
        {"id": "same", "title": "Japan's cabinet adopts its first basic plan for AI"},
        {"title": "Court in Brazil stops training on users' posts"},
        {"title": "Regulator in Kenya opens consultation on credit scoring"},
    )
    assert len({one["story"] for one in found}) == 4
    assert [one["id"] for one in found] == ["same", "same", None, None]


def test_a_bad_line_says_why_and_the_others_are_grouped() -> None:
    found = answers(b"{", {"id": "x", "title": "Fine", "published": "soon"}, {"id": "y", "title": "Ohio passes SB 77"})
    assert str(found[0]["error"]).startswith("not JSON")
    assert found[1] == {"id": "x", "error": "`published` is no date: 'soon'. Write it like 2025-05-01."}
    assert found[2]["story"] == "y"
