"""`aipolicy card --jsonl`: whatever stands on a line, one line of JSON answers it, and the run goes on."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests import program

ANSWER = "The Senate passed the bill on Tuesday. “We owe people an answer when a machine says no,” said Jane Doe."
GERMAN = (
    "Der Bundestag hat das Gesetz über künstliche Intelligenz am Donnerstag beschlossen. "
    "„Wir schützen die Menschen vor den Risiken, ohne die Forschung zu bremsen“, sagte Digitalministerin Anna Berger. "
    "Es tritt im Januar in Kraft und gilt für alle Behörden des Bundes."
)


def run(lines: Iterable[bytes | dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of one run to these lines."""
    raw = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "card", "--jsonl", "-"], input=raw, capture_output=True, check=True, timeout=120
    )
    assert done.stderr == b""
    answers: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return answers


def test_every_line_is_answered_in_order_and_bad_ones_say_why(tmp_path: Path) -> None:
    lines: list[bytes | dict[str, Any]] = [
        {"id": "good", "text": ANSWER},
        b"{broken",
        b"[]",
        b'"words"',
        b"",
        b"[" * 100_000,
        b'{"id": 1e999, "text": "x"}',
        b'{"id": NaN, "text": "x"}',
        {"id": "nothing"},
        {"id": "number", "text": 5},
        {"id": "gone", "path": str(tmp_path / "gone.html")},
        {"id": "folder", "path": str(tmp_path)},
        {"id": "nul", "path": "a\0b"},
        {"id": "date", "text": ANSWER, "published": "some time ago"},
        b'{"id": "latin", "text": "caf\xe9"}',
        b'\xef\xbb\xbf{"id": "marked", "text": "x"}',
        {"id": "last", "text": ANSWER},
    ]
    answers = run(lines)
    assert [one["id"] for one in answers] == [
        "good", None, None, None, None, None, None, "nothing", "number", "gone", "folder", "nul", "date", "latin",
        "marked", "last",
    ]  # fmt: skip
    bad = [one["id"] for one in answers if "error" in one]
    assert bad == [None, None, None, None, None, None, "nothing", "number", "gone", "folder", "nul", "date"]
    assert all(one["error"] for one in answers if "error" in one)
    assert answers[0]["quote"] == answers[-1]["quote"]
    assert answers[-1]["quote"]["speaker"] == "Jane Doe"


def test_files_without_end_cost_one_line_and_the_run_goes_on(tmp_path: Path) -> None:
    pipe, large = tmp_path / "pipe", tmp_path / "large.html"
    os.mkfifo(pipe)
    with large.open("wb") as opened:
        opened.truncate(3_000_000_000)  # a hole: it takes no room on the disk
    answers = run(
        [
            {"id": "device", "path": "/dev/zero"},
            {"id": "pipe", "path": str(pipe)},
            {"id": "large", "path": str(large)},
            {"id": "last", "text": ANSWER},
        ]
    )
    assert ["error" in one for one in answers] == [True, True, True, False]
    assert "is no file" in answers[0]["error"]
    assert "is no file" in answers[1]["error"]
    assert "larger than 10 MiB" in answers[2]["error"]


NO_PAGES = {
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\0\0\0\1\0\x08\6" + bytes(range(256)) * 40,
    "pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + b"The minister said. " * 400,
    "gzip": gzip.compress(b"<html><p>The minister said so.</p>" * 90 + bytes(range(256)), mtime=0),
    "tar": b"page.html" + bytes(503) + b"<html><p>Hello</p></html>",
}


@pytest.mark.parametrize("kind", NO_PAGES)
def test_a_file_that_is_no_page_is_refused_in_one_line(kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"page.{kind}"
    file.write_bytes(NO_PAGES[kind])
    wrong, last = run([{"id": kind, "path": str(file)}, {"id": "last", "text": ANSWER}])
    assert wrong == {"id": kind, "error": f"{file} is neither a web page nor plain text: it holds other data."}
    assert last["id"] == "last"
    assert "body" in last
    done = subprocess.run([sys.executable, "-m", "bot", "card", str(file)], capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"neither a web page nor plain text" in done.stderr.replace(b"\n", b" ")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "windows-1252", "utf-16", "shift_jis", "koi8-r"])
def test_a_page_in_any_charset_is_a_page(charset: str, tmp_path: Path) -> None:
    words = {"shift_jis": "大臣は法案について語った。", "koi8-r": "Министр рассказал о законе. "}
    file = tmp_path / "page.html"
    page = f"<html><head><meta charset={charset}></head><body><p>{words.get(charset, 'Le café est fermé. ') * 30}</p>"
    file.write_bytes(page.encode(charset))
    (answer,) = run([{"id": 1, "path": str(file)}])
    assert words.get(charset, "Le café est fermé.").strip() in answer["body"]


def test_a_line_without_an_id_is_answered_with_its_number() -> None:
    answers = run(
        [{"id": 0, "text": ANSWER}, b"", {"text": ANSWER}, b"{broken", {"id": None}, {"id": "z", "text": ANSWER}]
    )
    assert [(one["id"], one.get("line")) for one in answers] == [
        (0, None),
        (None, 3),
        (None, 4),
        (None, 5),
        ("z", None),
    ]
    assert ["error" in one for one in answers] == [False, False, True, True, False]


def test_a_story_is_named_after_the_line_where_its_article_has_no_id() -> None:
    lines = b'\n{"title": "Ministers sign a pact on chips"}\n{"id": 7, "title": "A court fines a search company"}\n'
    done = subprocess.run(
        [sys.executable, "-m", "bot", "stories", "--jsonl", "-"], input=lines, capture_output=True, check=True
    )
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (first["id"], first["line"], first["story"]) == (None, 2, "line 2")
    assert (second["id"], second["story"]) == (7, "7")
    assert "line" not in second


def test_hostile_texts_are_answered() -> None:
    sentence = "Lawmakers passed the bill on Tuesday, said Sen. Jane Doe. “We must act now,” she added. "
    texts = {
        "article": sentence * 11_000,
        "one word": "a" * 1_000_000,
        "marks": '"' * 1_000_000,
        "open marks": "“" * 200_000,
        "digits": "12/34 " * 170_000,
        "blank": "\n" * 1_000_000,
        "capitals": "Aaa Bbb " * 125_000,
        "stops": "." * 1_000_000,
        "hidden": "\u200b\u202e\ufeff" * 100_000,
        "half pairs": "He said \ud83d “We \udc00 must act now for the people of this country”.",
        "nul": "The law\0 passed. “It is good for all the people of this country,” said Jane Doe.",
    }
    answers = run({"id": name, "text": text} for name, text in texts.items())
    assert [one["id"] for one in answers] == list(texts)
    for one in answers:
        assert one["body"] == texts[one["id"]]
        for fact in one["facts"]:
            assert [one["body"][start:end] for start, end in fact["spans"]] == [fact["text"]]
        for quote in one["quotes"]:
            assert [one["body"][start:end] for start, end in quote["spans"]] == [quote["text"]]


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<",
        "plain words",
        "<html><body><p>" + "<div>" * 20_000 + "Hello</p>",
        "<?xml version='1.0' encoding='utf-16'?><html><h1>Hi</h1></html>",
        "<html><head><meta charset=utf-7></head><body><p>\0</p></body></html>",
        "\ud800<html><p>x</p>",
        "<html><script>" + "x" * 200_000,
        "<!--" * 50_000,
        "%PDF-1.7\n" + "\x01" * 5000,
    ],
    ids=["empty", "mark", "text", "deep", "utf-16", "utf-7", "half pair", "script", "comments", "pdf"],
)
def test_any_html_is_answered(page: str) -> None:
    (answer,) = run([{"id": 1, "html": page}])
    assert answer["id"] == 1


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ("2024-04-01", "2024-04-01T00:00:00+00:00"),
        ("2024-04-01T10:00:00Z", "2024-04-01T10:00:00+00:00"),
        ("Mon, 01 Apr 2024 10:00:00 GMT", "2024-04-01T10:00:00+00:00"),
        (1711965600, "2024-04-01T10:00:00+00:00"),
        ("1711965600", "2024-04-01T10:00:00+00:00"),
        (1711965600000, "2024-04-01T10:00:00+00:00"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
        ("9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59-12:00"),
        ("May 1, 2025", "2025-05-01T00:00:00+00:00"),
        ("1 May 2025", "2025-05-01T00:00:00+00:00"),
        ("Thursday, May 1, 2025 at 3:04 PM EDT", "2025-05-01T15:04:00-04:00"),
        ("1. Mai 2025", "2025-05-01T00:00:00+00:00"),
        ("31/12/2025", "2025-12-31T00:00:00+00:00"),
        ("2025/05/01", "2025-05-01T00:00:00+00:00"),
        (None, None),
        ("", None),
    ],
)
def test_dates_in_many_forms(published: object, found: str | None) -> None:
    (answer,) = run([{"id": 1, "text": "The law passed in May. A vote is due by June 3.", "published": published}])
    assert answer["published"] == found


@pytest.mark.parametrize(
    ("published", "why"),
    [
        ("05/01/2025", "`published` can be two dates: '05/01/2025'. Write it like 2025-05-01."),
        ("May 2025", "`published` is no date: 'May 2025'. Write it like 2025-05-01."),
        ("32 May 2025", "`published` is no date: '32 May 2025'. Write it like 2025-05-01."),
        (True, "`published` is no date: 'True'. Write it like 2025-05-01."),
    ],
)
def test_a_date_that_is_none_or_two_says_how_to_write_it(published: object, why: str) -> None:
    (answer,) = run([{"id": 1, "text": "The law passed in May.", "published": published}])
    assert answer == {"id": 1, "error": why}


def test_a_wrong_language_does_not_cost_the_quote() -> None:
    answers = run({"id": code, "text": GERMAN, "lang": code} for code in ("", "de", "DE-at", "en", "xx", "german"))
    assert [one["quote"] and one["quote"]["speaker"] for one in answers] == ["Anna Berger"] * 6


def test_another_language_gives_headline_and_no_quote() -> None:
    text = "El Congreso aprobó la ley.\n\n«No podemos esperar más tiempo», dijo la ministra Ana López."
    (answer,) = run([{"id": 1, "title": "España aprueba una ley", "outlet": "El Diario", "text": text, "lang": "es"}])
    assert (answer["headline"], answer["outlet"], answer["quote"]) == ("España aprueba una ley", "El Diario", None)


def test_answers_come_out_before_the_input_ends() -> None:
    with program.running(program.command("card", "--jsonl", "-"), stdin=subprocess.PIPE, stderr=None) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"id": 1, "text": ANSWER}) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        process.communicate(timeout=60)
        assert process.returncode == 0


def test_a_missing_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "card", "--jsonl", str(tmp_path / "gone.jsonl")], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"cannot be read" in done.stderr
    assert b"Traceback" not in done.stderr
