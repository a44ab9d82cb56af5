"""The terminal as a full platform: cards as they come, every command typed, history, pipes."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import structlog
from rich.console import Console as Screen

from bot.commands import Services, answer_line
from bot.deliver import Limits
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
    """What app.py decides for the terminal."""

    workspace: Workspace = WORKSPACE
    greeting: str = ""
    history: Path | None = None  # None: no history is kept
    interactive: bool = True  # False: lines come from a pipe


class Printer:
    """Delivers promises by printing them."""

    platform = "console"
    limits = Limits()

    def __init__(self, screen: Screen, workspace: Workspace) -> None:
        self._screen = screen
        self._workspace = workspace
        self._numbers = itertools.count(1)

    def _show(self, message: Message) -> None:
        self._screen.print(terminal.message(message, self._workspace.locale, self._workspace.zone))

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
        await self.services.store.run(places.ensure, self.options.workspace, CHANNEL, now)
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
        return await answer_line(
            line,
            services=self.services,
            person=PERSON,
            workspace=self.options.workspace,
            channel=CHANNEL,
            door="console",
        )

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
        completer = LineCompleter(self.services, self.options.workspace, CHANNEL)
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
        self.screen.print(terminal.reply(reply, self.options.workspace.locale, self.options.workspace.zone))
        for part in reply.parts:
            if isinstance(part, Attachment):
                path = Path(part.name).name
                await asyncio.to_thread(Path(path).write_bytes, part.data)
                self.screen.print(f"  ./{path}")
