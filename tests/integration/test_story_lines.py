"""`aipolicy stories --jsonl`: one line in, one line out, the same stories whatever order the lines come in."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

Line = dict[str, Any]


def run(lines: Iterable[bytes | Line]) -> list[Line]:
    """The answers of one run to these lines."""
    raw = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "stories", "--jsonl", "-"],
        input=raw,
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def line(id: str, outlet: str, published: str, title: str, text: str) -> Line:
    return {"id": id, "outlet": outlet, "published": published, "title": title, "text": text}


LINES = [
    line(
        "p1", "Gaceta", "2026-05-04T10:00:00Z", "Uruguay's Senate passes bill on facial recognition",
        "Senators voted 17 to 13 for the bill, which lets police use cameras only with a judge's leave.",
    ),
    line(
        "p2", "Wire", "2026-05-04T12:30:00Z", "Facial recognition bill clears the Senate in Uruguay",
        "The bill passed by 17 votes to 13 and needs a judge's leave for police cameras.",
    ),
    line(
        "p3", "Depesche", "2026-05-04T15:00:00Z", "Uruguays Senat billigt Gesetz zu Gesichtserkennung",
        "17 Senatoren stimmten dafür, 13 dagegen; die Polizei braucht künftig eine richterliche Erlaubnis.",
    ),
    line(
        "s1", "Gaceta", "2026-05-29T10:00:00Z", "Uruguay's president signs facial recognition bill into law",
        "The law takes effect in July.",
    ),
    line(
        "s2", "Wire", "2026-05-29T11:00:00Z", "Facial recognition law signed in Uruguay",
        "The president signed the bill; it takes effect in July.",
    ),
    line(
        "f1", "Wire", "2026-05-05T09:00:00Z", "Norway fines Strava 2 million kroner over training data",
        "The privacy authority says runners were not asked.",
    ),
    line(
        "f2", "Fjord", "2026-05-05T09:30:00Z", "Strava fined by Norwegian privacy authority",
        "Runs of two million people trained a model; the fine is 2 million kroner.",
    ),
]  # fmt: skip
STORIES = {frozenset(("p1", "p2", "p3")), frozenset(("s1", "s2")), frozenset(("f1", "f2"))}


def grouped(answers: list[Line]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for answer in answers:
        found.setdefault(answer["story"], set()).add(answer["id"])
    return {frozenset(some) for some in found.values()}


def test_two_languages_two_steps_and_another_event() -> None:
    answers = run(LINES)
    assert [set(answer) for answer in answers] == [{"id", "story", "reasons"}] * len(LINES)
    assert [answer["id"] for answer in answers] == [one["id"] for one in LINES]
    assert grouped(answers) == STORIES
    assert all(answer["reasons"] and all(isinstance(one, str) for one in answer["reasons"]) for answer in answers)
    assert {answer["story"] for answer in answers} == {"p1", "s1", "f1"}  # a story is named after its first article


def test_any_order_gives_the_same_stories() -> None:
    for seed in range(3):
        shuffled = random.Random(seed).sample(LINES, len(LINES))
        answers = run(shuffled)
        assert [answer["id"] for answer in answers] == [one["id"] for one in shuffled]
        assert grouped(answers) == STORIES


def test_a_bad_line_is_answered_and_the_rest_is_grouped() -> None:
    answers = run([LINES[0], b"{broken", {**LINES[1], "published": "some day"}, b"", {"id": 7}, *LINES[2:]])
    assert [answer["id"] for answer in answers] == ["p1", None, "p2", 7, "p3", "s1", "s2", "f1", "f2"]
    assert [("error" in answer) for answer in answers] == [False, True, True] + [False] * 6
    good = [answer for answer in answers if "error" not in answer and answer["id"] != 7]
    assert grouped(good) == {frozenset(("p1", "p3")), frozenset(("s1", "s2")), frozenset(("f1", "f2"))}
