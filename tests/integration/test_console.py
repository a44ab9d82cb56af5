"""The terminal as people use it: pipes, history, completion, files, narrow and wide screens, two languages."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.cells import cell_len
from rich.console import Console as Screen

from bot.model import Edition, EditionItem, EditionSection, Promise
from bot.platforms import console as door
from bot.platforms.console import CHANNEL, PERSON, WORKSPACE, Console, ConsoleOptions, put_beside
from bot.platforms.console_completer import LineCompleter
from bot.storage import governing, places
from tests.filled import NOW, Desk, story_card


async def at_once() -> None:
    """The first poll is over."""


class Terminal:
    """A console that prints into `text`, on the desk's database."""

    def __init__(self, desk: Desk, folder: Path, width: int = 100, **options: object) -> None:
        self.desk = desk
        self.out = io.StringIO()
        self.ended: list[bool] = []
        screen = Screen(file=self.out, width=width, highlight=False)
        made = ConsoleOptions(interactive=False, folder=folder, **options)  # type: ignore[arg-type]
        self.console = Console(
            made, desk.services, ready=at_once, finished=lambda: self.ended.append(True), screen=screen
        )

    @property
    def text(self) -> str:
        """What was printed so far."""
        return self.out.getvalue()

    async def pipe(self, monkeypatch: pytest.MonkeyPatch, *lines: str) -> str:
        """What is printed for lines from a pipe."""
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
        await self.console.start()
        assert self.console._task is not None
        await self.console._task
        return self.text


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(tmp_path)
    made.store.step(places.ensure, WORKSPACE, CHANNEL, NOW.timestamp())
    made.store.step(lambda db: _give_sources(db))
    yield made
    made.close()


def _give_sources(db: object) -> None:
    """The terminal's workspace chose what the desk's chose."""
    from sqlalchemy import insert, select

    from bot.storage.tables import choices

    rows = db.execute(select(choices)).mappings().all()  # type: ignore[attr-defined]
    for row in rows:
        db.execute(insert(choices).values({**row, "workspace_id": WORKSPACE.id}))  # type: ignore[attr-defined]


async def test_lines_from_a_pipe_are_answered_in_order(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(desk, tmp_path)
    text = await terminal.pipe(monkeypatch, "story 2", "", "/aipolicy status", "quit", "latest")
    assert text.index("bill number 2") < text.index("3 stories stored")
    assert "bill number 1" not in text  # nothing after quit
    assert terminal.ended == [True]


async def test_the_end_of_a_pipe_ends_the_bot(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(desk, tmp_path)
    await terminal.pipe(monkeypatch, "help")
    assert terminal.ended == [True]


async def test_a_card_and_its_update_are_printed(desk: Desk, tmp_path: Path) -> None:
    terminal = Terminal(desk, tmp_path)
    card = story_card(2)
    promise = Promise("p1", CHANNEL.id, "card", "2")
    receipt = await terminal.console.sender.send(CHANNEL, promise, replace(card, updated_at=None, changes=()))
    assert "31 votes to 4" in terminal.text
    assert "updated" not in terminal.text
    again = await terminal.console.sender.edit(CHANNEL, replace(promise, message_id=receipt.message_id), card)
    assert again.message_id == receipt.message_id
    assert "a fact was added" in terminal.text.split("updated", 1)[1]


async def test_a_digest_is_printed(desk: Desk, tmp_path: Path) -> None:
    item = EditionItem("2", "Senate passes a bill", "https://example.org/2", "Policy Courier", "Passed")
    edition = Edition(
        "e", CHANNEL.id, "AI policy digest", "Wednesday", (), (EditionSection("passed", "Passed", (item,)),)
    )
    terminal = Terminal(desk, tmp_path)
    await terminal.console.sender.send(CHANNEL, Promise("p2", CHANNEL.id, "edition", "e"), edition)
    assert "Senate passes a bill" in terminal.text


@pytest.mark.parametrize("width", [40, 60, 200])
@pytest.mark.parametrize("locale", ["en", "de"])
async def test_no_line_is_wider_than_the_screen(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, locale: str
) -> None:
    lines = ["help", "help follow", "latest", "story 2 --facts", "why 2", "status", "sources", "sources catalog EU"]
    terminal = Terminal(desk, tmp_path, width)
    text = await terminal.pipe(monkeypatch, f"language {locale}", *lines)
    for line in text.splitlines():
        assert cell_len(line) <= width, line
    assert "31 votes" in " ".join(text.split())


async def test_a_table_keeps_its_words_on_a_narrow_screen(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = await Terminal(desk, tmp_path, 40).pipe(monkeypatch, "sources")
    assert {"Policy", "Courier", "failing:", "refuses", "bot", "(403)"} <= set(text.split())


async def test_files_are_put_beside_and_replace_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    mine = folder / "aipolicy.csv"
    mine.write_text("mine")
    text = await Terminal(desk, folder).pipe(monkeypatch, "export", "sources export")
    assert mine.read_text() == "mine"
    assert "Senate passes chatbot bill" in (folder / "aipolicy-2.csv").read_text("utf-8-sig")
    assert "aipolicy-2.csv" in text.replace("\n", "")
    assert sorted(path.name for path in folder.iterdir()) == ["aipolicy-2.csv", "aipolicy-sources.opml", "aipolicy.csv"]


async def test_a_folder_that_takes_no_file_is_said_and_the_next_line_is_answered(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = await Terminal(desk, tmp_path / "gone").pipe(monkeypatch, "export", "managers")
    assert "cannot be written: No such file or directory." in " ".join(text.split())
    assert "managers add" in text


@pytest.mark.parametrize("name", ["../up.csv", "/etc/up.csv", "..\\up.csv", "a/../../up.csv", ".up.csv"])
def test_a_file_never_leaves_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = put_beside(name, b"1", folder)
    assert path.resolve().parent == folder.resolve()
    assert path.name == "up.csv"


def test_a_link_is_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "outside.csv"
    folder.mkdir()
    outside.write_text("theirs")
    (folder / "up.csv").symlink_to(outside)
    assert put_beside("up.csv", b"mine", folder).name == "up-2.csv"
    assert outside.read_text() == "theirs"


async def test_a_person_reads_german_after_asking_for_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = await Terminal(desk, tmp_path).pipe(
        monkeypatch, "language de Europe/Berlin", "status", "story 2", "lates", "latest 99"
    )
    assert "Eingestellt: Deutsch, Europe/Berlin." in text
    assert "3 Meldungen gespeichert" in text
    assert "02.03.2026" in text
    assert "`lates` ist kein Befehl. Meinten Sie `latest`?" in text
    assert "`count` ist eine Zahl von 1 bis 10, nicht `99`." in text


async def test_cards_come_in_the_language_of_everyone(desk: Desk, tmp_path: Path) -> None:
    desk.store.step(governing.set_workspace, WORKSPACE.id, PERSON, NOW.timestamp(), locale="de", zone="Europe/Berlin")
    terminal = Terminal(desk, tmp_path)
    await terminal.console.start()
    await terminal.console.stop()
    await terminal.console.sender.send(CHANNEL, Promise("p1", CHANNEL.id, "card", "2"), story_card(2))
    assert "02.03.2026" in terminal.text
    assert "aktualisiert 04.03.2026, 10:00 CET" in terminal.text
    assert "Stand war „Im Verfahren“, ist „Verabschiedet“; ein Fakt kam hinzu" in " ".join(
        terminal.text.replace("│", "").split()
    )


async def test_what_was_typed_is_kept_in_the_history(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = tmp_path / "history"
    terminal = Terminal(desk, tmp_path)
    terminal.console.options = replace(terminal.console.options, interactive=True, history=history)
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text("story 2\nquit\n")
        await terminal.console.start()
        assert terminal.console._task is not None
        await terminal.console._task
    assert "+story 2" in history.read_text("utf-8")
    assert "bill number 2" in terminal.text


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("la", "latest"),
        ("sources ", "sources add"),
        ("/aipolicy digest s", "digest schedule"),
        ("sources pause pol", "https://example.org/broken.xml"),
        ("latest --p", "--page"),
        ("tune --strictness s", "strict"),
        ("digest schedule week", "weekly"),
        ("latest copy", "copyright_ip"),
        ("timeline eu", "2024/1689"),
        ("language de europe/berl", "Europe/Berlin"),
    ],
)
async def test_tab_offers_what_fits(desk: Desk, typed: str, offered: str) -> None:
    completer = LineCompleter(desk.services, WORKSPACE, CHANNEL)
    event = CompleteEvent(completion_requested=True)
    found = [one.text async for one in completer.get_completions_async(Document(typed, len(typed)), event)]
    assert offered in found


async def test_a_fault_ends_the_terminal_and_says_so(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(desk, tmp_path)

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(door, "answer_line", fail)
    await terminal.pipe(monkeypatch, "latest")
    assert terminal.ended == [True]


async def test_a_phrase_that_is_typed_stays_a_phrase(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = await Terminal(desk, tmp_path).pipe(
        monkeypatch,
        'rules save kids "age verification" OR topic:children_companions',
        'follow "age verification" --start new',
        'search "chatbot bill"',
        'search "bill chatbot"',
    )
    assert 'Saved kids: "age verification" OR topic:children_companions' in text
    assert 'Only: "age verification"' in text
    assert 'Nothing has all of these words: "bill chatbot"' in text
    assert "bill number 2" in text


async def test_the_log_speaks_of_what_was_changed_not_of_how_it_is_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        "follow --start new",
        "tune --quiet 22:00-07:00 --strictness strict",
        "tune --quiet off --mode digest --threads on",
        "digest schedule weekly 8:00 friday Europe/Berlin --holidays DE",
        "managers add @dana",
        "notices",
        "track EU AI Act",
        "wrong 2 the date is of another bill",
        "mute 2",
    )
    text = await Terminal(desk, tmp_path, 250).pipe(monkeypatch, *lines, "managers", "language de --everyone", "log")
    log = text.split("Änderungen", 1)[1]
    for words in (
        "terminal: alles",
        "Strenge: streng",
        "keine Ruhezeiten",
        "nur Überblicke",
        "terminal: jeden Freitag um 08:00 Europe/Berlin, nicht an Feiertagen von DE",
        "@dana",
        "terminal: EU AI Act (2024/1689)",
        "the date is of another bill",
        "Deutsch",
    ):
        assert words in log, words
    for kept in ("quiet=", "=True", "--day", "console:", ": all "):
        assert kept not in log, kept
    assert "• @dana" in text
