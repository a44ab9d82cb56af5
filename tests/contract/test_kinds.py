"""What holds for every kind of source: read a real answer, read nothing twice, and fail only on purpose."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.errors import SourceError, UsageError
from bot.model import Entry, Source
from bot.pipeline.taxonomy import INSTRUMENTS, STAGES
from bot.sources import KINDS, kind_of, request_for
from bot.sources.children import Children
from bot.sources.fetch import SourceState, fetch
from bot.sources.health import TROUBLES
from bot.sources.http import Door, Limits
from bot.sources.parsed import Document, Parsed
from tests.loopback import ALLOW_LOOPBACK, Origin

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
KEYS = {"congress": "k-1", "openstates": "k-2", "legiscan": "k-3"}
ANSWERS = {path.stem: path for path in (Path(__file__).parent.parent / "data" / "kinds").iterdir()}
TYPES = {".xml": "application/xml", ".json": "application/json", ".html": "text/html; charset=utf-8"}
# What a person reading the answer would put down: title, address, day, and what is given as data.
EXPECTED: dict[str, list[tuple[str, str, str, dict[str, str]]]] = {
    "feed": [
        ("Minister sets out plan for frontier AI tests", "https://host.example/news/frontier-tests", "2026-01-05", {}),
        ("Consultation on AI in hiring closes in March", "https://department.example/news/hiring", "2026-01-03", {}),
    ],
    "json_feed": [
        ("What the chip rule changes", "https://lab.example/2", "2026-01-05", {}),
        ("", "https://gazette.example/order", "", {}),
    ],
    "federal_register": [
        (
            "Reporting of Large Computing Clusters",
            "https://www.federalregister.gov/documents/2026/01/06/2026-00101/reporting",
            "2026-01-06",
            {"type": "PRORULE", "deadline": "2026-03-09", "jurisdiction": "US"},
        ),
        (
            "Removing Barriers to AI Exports",
            "https://www.federalregister.gov/documents/2026/01/05/2026-00090/exports",
            "2026-01-05",
            {"type": "PRESDOCU", "effective": "2026-01-05", "jurisdiction": "US"},
        ),
    ],
    "govuk": [
        (
            "Copyright and AI: options",
            "https://www.gov.uk/government/consultations/copyright-and-ai-options",
            "2026-01-05",
            {"type": "open_consultation", "stage": "consultation", "deadline": "2026-03-31", "jurisdiction": "GB"},
        ),
        (
            "AI assurance roadmap",
            "https://www.gov.uk/government/publications/ai-assurance-roadmap",
            "2026-01-02",
            {"type": "guidance", "jurisdiction": "GB"},
        ),
    ],
    "congress": [
        (
            "S. 4021: Frontier AI Testing Act",
            "https://www.congress.gov/bill/119th-congress/senate-bill/4021",
            "2026-01-02",
            {"stage": "proposed", "instrument": "law", "jurisdiction": "US"},
        ),
        (
            "H.R. 77: Election Deepfakes Act",
            "https://www.congress.gov/bill/119th-congress/house-bill/77",
            "2025-12-30",
            {"stage": "signed", "instrument": "law", "jurisdiction": "US"},
        ),
    ],
    "openstates": [
        (
            "SB 53: Artificial intelligence: transparency",
            "https://openstates.org/ca/bills/20252026/SB53/",
            "2026-01-03",
            {"stage": "signed", "instrument": "law", "jurisdiction": "US-CA"},
        ),
        (
            "HB 12: Automated hiring",
            "https://openstates.org/tx/bills/89/HB12/",
            "2026-01-02",
            {"stage": "rejected", "instrument": "law", "jurisdiction": "US-TX"},
        ),
    ],
    "legiscan": [
        (
            "SB205: High-risk AI systems",
            "https://legiscan.com/CO/bill/SB205/2026",
            "2026-01-04",
            {"stage": "proposed", "instrument": "law", "jurisdiction": "US-CO"},
        ),
        (
            "HB77: Election Deepfakes Act",
            "https://legiscan.com/US/bill/HB77/2026",
            "2026-01-02",
            {"stage": "advanced", "instrument": "law", "jurisdiction": "US"},
        ),
    ],
    "google_news": [
        ("Singapore drafts AI agent guide", "https://harbour.example/tech/agent-guide", "2026-01-05", {}),
        (
            "Taiwan passes basic law - with caveats",
            "https://news.google.com/rss/articles/CBMiAU_yqLNewFormTokenThatHidesItsAddress123456?oc=5",
            "2026-01-04",
            {},
        ),
    ],
    "page": [
        (
            "Board adopts AI audit rules",
            "https://host.example/updates/2026/board-adopts-ai-audit-rules",
            "2026-01-05",
            {},
        ),
        (
            "Board hears from three labs",
            "https://host.example/updates/2026/board-hears-from-three-labs",
            "2026-01-02",
            {},
        ),
        ("Call for views on chatbots", "https://host.example/updates/2025/call-for-views-on-chatbots", "", {}),
    ],
}


def source(kind: str, url: str = "https://host.example/list") -> Source:
    return Source(3, kind, url, options={"pattern": "/updates/{n}/{s}"} if kind == "page" else {})


def parser(kind: str) -> Callable[[Document], Parsed]:
    module, _, name = KINDS[kind].parse.partition(":")
    found: Callable[[Document], Parsed] = getattr(import_module(module), name)
    return found


def document(kind: str, body: bytes, known: bytes = b"") -> Document:
    media = TYPES[ANSWERS[kind].suffix]
    return Document(source(kind), body, "https://host.example/list", NOW, {"content-type": media}, known)


def shown(entries: tuple[Entry, ...]) -> list[tuple[str, str, str, dict[str, Any]]]:
    return [
        (one.title, one.url, one.published.date().isoformat() if one.published else "", dict(one.hints))
        for one in entries
    ]


def test_every_kind_has_an_answer_to_be_judged_by() -> None:
    assert set(ANSWERS) == set(KINDS) == set(EXPECTED)


@pytest.mark.parametrize("kind", KINDS)
def test_reads_a_real_answer(kind: str) -> None:
    parsed = parser(kind)(document(kind, ANSWERS[kind].read_bytes()))
    assert shown(parsed.entries) == EXPECTED[kind]
    for entry in parsed.entries:
        assert entry.guid
        assert entry.raw_hash
        assert str(entry.hints.get("stage", "passed")) in STAGES
        assert str(entry.hints.get("instrument", "law")) in INSTRUMENTS


@pytest.mark.parametrize("kind", KINDS)
def test_reads_nothing_twice(kind: str) -> None:
    body = ANSWERS[kind].read_bytes()
    first = parser(kind)(document(kind, body))
    second = parser(kind)(document(kind, body, first.hashes))
    assert second.entries == ()
    assert second.hashes == first.hashes
    assert (second.total, second.new) == (first.total, 0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "body",
    [
        b"", b"   ", b"\x00\x00", b"null", b"[]", b"{}", b"[[[[", b'{"results": 3}', b'{"bills": [1, null, "x", {}]}',
        b"<", b'{"searchresult": {"0": 1, "x": {}}}', b"a" * 5000, b'{"a":' * 50_000, b"9" * 100_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": [{}, 5]}',
        b'{"results": [{"title": {"a": 1}, "html_url": [], "link": 4, "agencies": {"x": 1}}]}',
    ],
)  # fmt: skip
def test_fails_only_on_purpose(kind: str, body: bytes) -> None:
    try:
        parser(kind)(document(kind, body))
    except SourceError as error:
        reason = error.reason
    else:
        reason = "malformed"
    assert reason in TROUBLES


@pytest.mark.parametrize("kind", KINDS)
def test_fails_only_on_purpose_whatever_is_changed(kind: str) -> None:
    """Real answers with bytes cut out, doubled and changed."""
    good = ANSWERS[kind].read_bytes()

    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(st.integers(0, len(good)), st.integers(0, 60), st.binary(max_size=8))
    @example(0, 0, b"")
    def changed(at: int, size: int, other: bytes) -> None:
        try:
            parsed = parser(kind)(document(kind, good[:at] + other + good[at + size :]))
        except SourceError as error:
            assert error.reason in TROUBLES  # noqa: PT017  # both outcomes are right
        else:
            assert all(entry.url == "" or entry.url.startswith(("http://", "https://")) for entry in parsed.entries)

    changed()


STRANGE: tuple[Any, ...] = (
    None, True, 5, -1, 10**400, float("inf"), float("nan"), "", " ", "²", "\ud83d", "AI\x00", "\u202e", "x" * 5000,
    "http://[", "javascript:alert(1)", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", [], {}, [[None]],
    {"name": {"name": []}}, ["AI", 5, None, {}],
)  # fmt: skip


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(*here, name) for name, _ in inside] + [far for name, one in inside for far in paths(one, (*here, name))]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if ANSWERS[kind].suffix == ".json"])
def test_any_value_may_be_anything(kind: str) -> None:
    """Every value of a real answer in turn becomes every strange one; what is read can be kept."""
    good = ANSWERS[kind].read_text("utf-8")
    for path in paths(json.loads(good)):
        for strange in STRANGE:
            answer = json.loads(good)
            place = answer
            for name in path[:-1]:
                place = place[name]
            place[path[-1]] = strange
            try:
                parsed = parser(kind)(document(kind, json.dumps(answer).encode()))
            except SourceError as error:
                assert error.reason in TROUBLES  # noqa: PT017  # both outcomes are right
            else:
                assert msgspec.msgpack.decode(msgspec.msgpack.encode(parsed), type=Parsed) == parsed


@pytest.mark.parametrize("kind", KINDS)
def test_asks_for_what_it_needs_and_keeps_keys_out_of_the_source(kind: str) -> None:
    asked = request_for(source(kind, "https://host.example/list?q=ai"), KEYS, NOW)
    assert asked.url.startswith("https://host.example/list?")
    assert "q=ai" in asked.url
    if name := KINDS[kind].key:
        assert KEYS[name] in asked.headers.values() or f"key={KEYS[name]}" in asked.url
        with pytest.raises(SourceError) as missing:
            request_for(source(kind), {}, NOW)
        assert missing.value.reason == "no-key"


@pytest.mark.parametrize("kind", KINDS)
async def test_over_http(kind: str) -> None:
    async with Origin() as origin, Door(allowed=ALLOW_LOOPBACK, limits=Limits(retry_pause=0.0)) as door:
        path = ANSWERS[kind]
        served = origin.serve("/list", path.read_bytes(), content_type=TYPES[path.suffix])
        children = Children(size=1)
        try:
            one = source(kind, origin.url("/list"))
            first = await fetch(one, SourceState(), door, children, NOW, keys=KEYS)
            assert (first.outcome, first.first, len(first.entries)) == ("read", True, len(EXPECTED[kind]))
            assert (await fetch(one, first.state, door, children, NOW, keys=KEYS)).outcome == "unchanged"
            served.validators = False
            again = await fetch(one, first.state, door, children, NOW, keys=KEYS)
            assert (again.outcome, again.entries) == ("unchanged", ())
            for asked in origin.asked:
                assert asked.headers["accept"] == KINDS[kind].accept
        finally:
            await children.close()


def test_a_kind_nobody_knows() -> None:
    with pytest.raises(UsageError, match="is no kind of source"):
        kind_of(source("carrier_pigeon"))
