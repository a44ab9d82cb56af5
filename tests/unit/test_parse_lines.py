"""Typed lines: forgiving where they can be, clear where they cannot."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.parse import arguments, convert, find, tokens
from bot.commands.spec import Arg, Command, Request
from bot.errors import UsageError
from bot.model import Reply


async def _nothing(_request: Request) -> Reply:
    return Reply()


TABLE = {
    command.path: command
    for command in (
        Command(
            "latest",
            "newest",
            _nothing,
            (
                Arg("count", "count", "How many"),
                Arg("about", "topic", "What"),
                Arg("page", "count", "Page", named=True),
            ),
        ),
        Command("search", "words", _nothing, (Arg("words", "text", "Words to look for", required=True),)),
        Command("sources", "list", _nothing),
        Command(
            "sources add",
            "add",
            _nothing,
            (Arg("address", "url", "An address", required=True), Arg("yes", "flag", "Do not ask")),
        ),
        Command(
            "digest schedule",
            "when",
            _nothing,
            (
                Arg("cadence", "choice", "How often", choices=("daily", "weekly")),
                Arg("at", "time", "When"),
                Arg("day", "choice", "Day", choices=("monday", "friday"), named=True),
                Arg("zone", "zone", "Zone", named=True),
                Arg("nothing", "choice", "If nothing is new", choices=("say", "skip"), named=True),
            ),
        ),
        Command("find", "words", _nothing, (Arg("words", "words", "Words", required=True),)),
        Command("follow", "rule", _nothing, (Arg("rule", "rule", "A rule"), Arg("start", "word", "How", named=True))),
        Command("language", "yours", _nothing, (Arg("language", "choice", "The language", choices=("en", "de")),)),
    )
}


def read(line: str) -> tuple[str, dict[str, object]]:
    command, rest = find(tokens(line), TABLE)
    return command.path, arguments(command, rest)


@pytest.mark.parametrize(
    ("line", "path", "args"),
    [
        ("latest", "latest", {}),
        ("latest 3", "latest", {"count": 3}),
        ("LATEST 3 EU", "latest", {"count": 3, "about": "EU"}),
        ("latest EU 3", "latest", {"count": 3, "about": "EU"}),
        ("latest South Korea", "latest", {"about": "South Korea"}),
        ("latest #2", "latest", {"count": 2}),
        ("latest --page 2", "latest", {"page": 2}),
        ("latest —page=2", "latest", {"page": 2}),
        ("search deepfake election", "search", {"words": "deepfake election"}),
        ("search “code of practice”", "search", {"words": "code of practice"}),
        ("sources", "sources", {}),
        ("sources add example.org/feed", "sources add", {"address": "https://example.org/feed"}),
        (
            "sources add <https://example.org/feed|example.org> --yes",
            "sources add",
            {"address": "https://example.org/feed", "yes": True},
        ),
        ("digest schedule Daily", "digest schedule", {"cadence": "daily"}),
        (
            "digest schedule weekly 8:30 Friday Asia/Tokyo skip",
            "digest schedule",
            {"cadence": "weekly", "at": "08:30", "day": "friday", "zone": "Asia/Tokyo", "nothing": "skip"},
        ),
        ("find “code of practice” draft", "find", {"words": '"code of practice" draft'}),
        (
            'follow ("age check" OR topic:"children companions") NOT «opinion poll» --start now',
            "follow",
            {"rule": '("age check" OR topic:"children companions") NOT "opinion poll"', "start": "now"},
        ),
        ('follow --rule "facial recognition" police', "follow", {"rule": '"facial recognition" police'}),
        ('follow "never closed', "follow", {"rule": '"never closed'}),
        ("language Deutsch", "language", {"language": "de"}),
        ("language german", "language", {"language": "de"}),
        ("language English", "language", {"language": "en"}),
    ],
)
def test_a_line_is_understood(line: str, path: str, args: dict[str, object]) -> None:
    assert read(line) == (path, args)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("latset", "Did you mean `latest`?"),
        ("sources ad x.org", "Did you mean `sources add`?"),
        ("sources add a.org b.org", "I did not expect `b.org`"),
        ("latest 30", "`count` is a number from 1 to 10, not `30`."),
        ("search", "`search` needs `words`: Words to look for."),
        ("sources add", "`sources add` needs `address`: An address."),
        ("sources add nonsense", "not a web address"),
        ("digest schedule dayly", "Did you mean `daily`?"),
        ("latest --pgae 2", "Did you mean `--page`?"),
        ("latest --page", "`--page` needs a value."),
        ("xyzzy", "`xyzzy` is not a command. `help` lists all."),
        ("nosuch", "`nosuch` is not a command. `help` lists all."),  # `search` shares half its letters
        ("lat", "Did you mean `latest`?"),
        ("serach", "Did you mean `search`?"),
        ("language fr", "`language` is one of en (English), de (Deutsch)."),
        ("digest schedule daily Berlin", "`Berlin` is not a time of day"),
    ],
)
def test_a_mistake_is_explained(line: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(line)
    assert says in str(caught.value)


@given(st.text(max_size=300))
def test_nothing_typed_breaks_the_reading(line: str) -> None:
    if not tokens(line):
        return
    with contextlib.suppress(UsageError):
        path, args = read(line)
        assert path in TABLE
        assert set(args) <= {arg.name for arg in TABLE[path].args}


@pytest.mark.parametrize(("typed", "time"), [("9", "09:00"), ("09:30", "09:30"), ("930", "09:30"), ("7h15", "07:15")])
def test_times_of_day(typed: str, time: str) -> None:
    assert convert(Arg("at", "time", "When"), typed) == time
