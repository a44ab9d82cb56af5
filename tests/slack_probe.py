"""Cards and commands for Slack's tests: one card with everything on it, one command of every kind of answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.commands import COMMANDS, Arg, Command, Request
from bot.model import (
    Attachment,
    Button,
    Buttons,
    Card,
    Channel,
    Coverage,
    Difference,
    Edition,
    EditionItem,
    EditionSection,
    Fact,
    Form,
    Frame,
    Label,
    Part,
    Promise,
    Quote,
    Reading,
    Reply,
    Select,
    Shown,
    Slice,
    Span,
    Table,
    Words,
)

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
CHANNEL = Channel("slack:C1NEWS", "slack:T01TEST", "news")


def piece(words: str) -> Slice:
    return Slice(words, Span(0, len(words)))


CARD = Card(
    story_id="7",
    article_id=70,
    url="https://news.example/parliament-labels",
    outlet="The Example",
    reading=Reading(
        headline=piece("Parliament votes to label synthetic speech"),
        pull=Quote((piece("Nobody should have to guess whether a voice is real,"),), "Ana Prado", "the rapporteur"),
        facts=(
            Fact(piece("Parliament adopted the bill by 312 votes to 201")),
            Fact(piece("fines reach 2 million euros"), background=True),
        ),
        frame=Frame((Label("EU"),), Label("law"), Label("passed"), Label("deepfakes_content")),
    ),
    published=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    also=(Coverage("Second Paper", "https://second.example/a", "Deputies back labels"),),
    confirmed_by=("Second Paper",),
    differs=(Difference("votes", ("312", "311"), ("The Example", "Second Paper")),),
)

EDITION = Edition(
    "daily-1",
    CHANNEL.id,
    "AI policy, 2 March",
    "Monday 09:00 Europe/Berlin",
    dates=(("9 Mar", "Comments close on the draft code", "https://news.example/code"),),
    sections=(
        EditionSection(
            "passed",
            "Signed and passed",
            tuple(
                EditionItem(
                    str(n), f"Story number {n}", f"https://news.example/{n}", "The Example", "Passed", outlets=n
                )
                for n in range(1, 61)
            ),
        ),
    ),
    closing="60 stories from 12 sources, 1 source silent",
)


def promise(name: str, *, kind: str = "card", **more: object) -> Promise:
    """A promise as delivery hands it over."""
    return Promise(name, CHANNEL.id, kind, "7", due=NOON, **more)  # type: ignore[arg-type]  # kinds by construction


RAN: list[tuple[str, dict[str, object], str, str]] = []  # (path, arguments, person, channel)


def _answers(*parts: Part, private: bool = True):  # type: ignore[no-untyped-def]
    async def run(request: Request) -> Reply:
        RAN.append(("", dict(request.args), request.person.id, request.channel.id))
        return Reply(parts, private=private)

    return run


async def _echo(request: Request) -> Reply:
    RAN.append(("probe echo", dict(request.args), request.person.id, request.channel.id))
    return Reply.say("heard " + " ".join(f"{key}={value}" for key, value in sorted(request.args.items())))


LONG_CHOICE = "longer than an option's value may be " * 5
LONG = "\n".join(f"Line {n}: " + "words " * 20 for n in range(200))
PROBES = (
    Command("probe echo", "Says what it was given", _echo, (Arg("words", "text", "Any words"),)),
    Command(
        "probe all",
        "Takes every kind of argument",
        _echo,
        (
            Arg("words", "text", "Any words"),
            Arg("word", "word", "One word", named=True),
            Arg("count", "count", "A number", named=True),
            Arg("url", "url", "An address", required=True, named=True),
            Arg("mode", "choice", "How", choices=("fast", "slow"), named=True),
            Arg("at", "time", "When", named=True),
            Arg("zone", "zone", "Time zone", named=True),
            Arg("source", "source", "A source", named=True),
            Arg("topics", "text", "Topics, comma between", named=True),
            Arg("place", "place", "A place", named=True),
            Arg("who", "person", "A person", named=True),
            Arg("channel", "channel", "A channel", named=True),
            Arg("file", "file", "A file", named=True),
            Arg("loud", "flag", "Loudly"),
        ),
        who="manager",
    ),
    Command("probe long", "A long answer", _answers(Words(LONG), Table(("A", "B"), (("1", "2"),) * 120))),
    Command(
        "probe press",
        "Things to press",
        _answers(
            Words("Choose `one` at https://news.example/help"),
            Buttons(
                (
                    Button("Echo", "probe echo pressed"),
                    Button("Far", "probe echo " + "far " * 600),
                    Button("Danger", "probe echo danger", style="danger"),
                    Button("Go", url="https://news.example/go"),
                )
            ),
            Select("Pick one", "probe echo {}", (("Blue", "blue"), ("Dark red", "dark red"), ("Long", LONG_CHOICE))),
        ),
    ),
    Command("probe form", "Asks with a form", _answers(Form("probe all", "Everything", {"words": "given before"}))),
    Command(
        "probe file", "Answers with a file", _answers(Words("Here."), Attachment("a.csv", "text/csv", b"a,b\n1,2\n"))
    ),
    Command("probe card", "Shows a card", _answers(Shown(CARD))),
    Command("probe fail", "Breaks", _answers()),
)


@pytest.fixture
def probes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, object], str, str]]:
    """The probe commands are in the table; yields what ran."""
    for command in PROBES:
        monkeypatch.setitem(COMMANDS, command.path, command)
    RAN.clear()
    return RAN
