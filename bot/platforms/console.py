"""The terminal as a full platform: cards as they come, every command typed, history, pipes."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import structlog
from rich.console import Console as Screen
from rich.text import Text

from bot.commands import Services, answer_line
from bot.deliver import Limits
from bot.errors import UsageError
from bot.model import Attachment, Channel, Message, Person, Promise, Receipt, Reply, Workspace
from bot.render import terminal
from bot.storage import places

log = structlog.get_logger()

WORKSPACE = Workspace("console:local", "console", "This terminal")
CHANNEL = Channel("console:here", "console:local", "terminal")
PERSON = Person("console:you", "you", "manager")
END = {"quit", "exit", "bye"}


@dataclass(frozen=True, slots=True)
class ConsoleOptions:
    """What parts.py decides for the terminal."""

    workspace: Workspace = WORKSPACE
    greeting: str = ""
    history: Path | None = None  # None: no history is kept
    interactive: bool = True  # False: lines come from a pipe
    folder: Path = Path()  # where files that answers carry are put


class Printer:
    """Delivers promises by printing them."""

    platform = "console"
    limits = Limits()

    def __init__(self, screen: Screen, workspace: Workspace) -> None:
        self._screen = screen
        self.workspace = workspace  # as it was last read: its language and zone can be changed by a command
        self._numbers = itertools.count(1)

    def _show(self, message: Message) -> None:
        self._screen.print(terminal.message(message, self.workspace.locale, self.workspace.zone))

    async def send(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        """Print; the number is only good for this run."""
        self._show(message)
        return Receipt(f"line-{next(self._numbers)}")

    async def edit(self, channel: Channel, promise: Promise, message: Message) -> Receipt:
        """A terminal cannot take words back: print the card as it is now."""
        self._show(message)
        return Receipt(promise.message_id)

    async def delete(self, channel: Channel, promise: Promise) -> None:
        """What is printed stays."""

    async def find(self, channel: Channel, promise: Promise) -> Receipt | None:
        """Nobody can tell what an earlier run printed; printing again is the lesser harm."""
        return None


class Console:
    """Reads lines, answers them, and prints cards above the prompt."""

    def __init__(
        self,
        options: ConsoleOptions,
        services: Services,
        *,
        ready: Callable[[], Awaitable[None]],
        finished: Callable[[], None],
        screen: Screen | None = None,
    ) -> None:
        """`ready` returns when the first poll is over and its cards are out; `finished` asks the bot to stop."""
        self.options = options
        self.services = services
        self.screen = screen or Screen(highlight=False, soft_wrap=False)
        self.sender = Printer(self.screen, options.workspace)
        self._ready = ready
        self._finished = finished
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Greet and begin to read lines."""
        now = self.services.clock().timestamp()
        self.sender.workspace, _ = await self.services.store.run(places.ensure, self.options.workspace, CHANNEL, now)
        if self.options.greeting:
            self.screen.print(self.options.greeting)
        self._task = asyncio.create_task(self._read(), name="console")

    async def stop(self) -> None:
        """Stop reading."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def answer(self, line: str) -> Reply:
        """Answer one line as the person at this terminal."""
        workspace, person = await self._asker()
        return await answer_line(
            line,
            services=self.services,
            person=person,
            workspace=workspace,
            channel=CHANNEL,
            door="console",
        )

    async def _asker(self) -> tuple[Workspace, Person]:
        """The workspace and the person with the language and zone they chose."""
        store, given = self.services.store, self.options.workspace
        workspace = await store.read(places.find_workspace, given.id) or given
        self.sender.workspace = workspace
        locale, zone = await store.read(places.person_settings, PERSON.id, workspace.id)
        return workspace, replace(PERSON, locale=locale, zone=zone)

    async def _read(self) -> None:
        try:
            if self.options.interactive:
                await self._converse()
            else:
                await self._pipe()
        except Exception:
            log.exception("console", outcome="failed")
        finally:
            self._finished()

    async def _pipe(self) -> None:
        await self._ready()
        while True:
            line = await asyncio.to_thread(sys.stdin.readline)
            if not line or line.strip().lower() in END:
                return
            if line.strip():
                await self._say(line.strip())

    async def _converse(self) -> None:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import FileHistory, InMemoryHistory
        from prompt_toolkit.patch_stdout import patch_stdout

        from bot.platforms.console_completer import LineCompleter

        history = FileHistory(str(self.options.history)) if self.options.history else InMemoryHistory()
        completer = LineCompleter(self.services, (await self._asker())[0], CHANNEL)
        session: PromptSession[str] = PromptSession(history=history, completer=completer, complete_while_typing=False)
        with patch_stdout(raw=True):
            while True:
                try:
                    line = await session.prompt_async("/aipolicy ")
                except (EOFError, KeyboardInterrupt):
                    return
                if line.strip().lower() in END:
                    return
                if line.strip():
                    await self._say(line.strip())

    async def _say(self, line: str) -> None:
        reply = await self.answer(line)
        workspace, person = await self._asker()
        try:
            kept = await asyncio.to_thread(keep_files, reply, self.options.folder)
        except UsageError as error:
            said = self.services.speech(person.locale or workspace.locale).again(str(error))
            self.screen.print(Text(said))
            return
        self.screen.print(terminal.reply(kept, person.locale or workspace.locale, person.zone or workspace.zone))


def keep_files(reply: Reply, folder: Path) -> Reply:
    """Write the files of an answer into a folder; the answer with the names they got there."""
    return replace(
        reply,
        parts=tuple(
            replace(part, name=str(put_beside(part.name, part.data, folder))) if isinstance(part, Attachment) else part
            for part in reply.parts
        ),
    )


def put_beside(name: str, data: bytes, folder: Path) -> Path:
    """Write a file into a folder, never over another one: `news.csv`, then `news-2.csv`."""
    plain = Path(name.replace("\\", "/")).name.lstrip(".") or "file"
    stem, suffix = Path(plain).stem, Path(plain).suffix
    for number in itertools.count(1):
        path = folder / (plain if number == 1 else f"{stem}-{number}{suffix}")
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
        return path
    raise AssertionError("counting ended")
