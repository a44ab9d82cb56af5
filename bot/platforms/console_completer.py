"""Tab in the terminal: command names first, then what fits the argument, as on Discord."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.commands import COMMANDS, Services
from bot.commands.completion import complete
from bot.commands.spec import Arg, Command
from bot.model import Channel, Workspace


def command_of(words: list[str]) -> tuple[Command, list[str]] | None:
    """The command a half-typed line names, and the words after it."""
    for size in (2, 1):
        path = " ".join(words[:size]).lower()
        if len(words) >= size and path in COMMANDS:
            return COMMANDS[path], words[size:]
    return None


def argument_of(command: Command, words: list[str]) -> Arg | None:
    """The argument that is being typed: after `--name` that one, else the first loose one still open."""
    if len(words) >= 2 and words[-2].startswith("--"):
        return next((arg for arg in command.args if f"--{arg.name}" == words[-2].lower()), None)
    loose = [arg for arg in command.args if not arg.named and arg.kind != "flag"]
    given = sum(1 for word in words[:-1] if not word.startswith("--"))
    if words[-1] and not words[-1].lstrip("#").isdigit():  # a number may be left out: `latest EU`
        loose = [arg for arg in loose if arg.kind not in ("count", "days")]
    if not loose:
        return None
    return loose[min(given, len(loose) - 1)]


def _bare(text: str) -> str:
    """What is typed, without the name people may put before it."""
    return text.lstrip().removeprefix("/aipolicy").lstrip("/ ")


class LineCompleter(Completer):
    """Completes a line of the terminal; what it offers comes from the database, so it is asked asynchronously."""

    def __init__(self, services: Services, workspace: Workspace, channel: Channel) -> None:
        self._services = services
        self._workspace = workspace
        self._channel = channel

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Names of commands only: the rest needs the database."""
        typed = _bare(document.text_before_cursor).lower()
        for path in COMMANDS:
            if path.startswith(typed) and path != typed.rstrip():
                yield Completion(path, start_position=-len(typed), display_meta=COMMANDS[path].summary)

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """Commands, then `--names`, then values."""
        line = _bare(document.text_before_cursor)
        words = line.split(" ")
        found = command_of(words)
        for one in self.get_completions(document, complete_event):  # after `sources ` also `sources add`
            yield one
        if found is None or (len(found[1]) == 0 and not line.endswith(" ")):
            return
        command, rest = found
        typed = rest[-1] if rest else ""
        if typed.startswith("--"):
            for arg in command.args:
                if f"--{arg.name}".startswith(typed):
                    yield Completion(f"--{arg.name}", start_position=-len(typed), display_meta=arg.help)
            return
        argument = argument_of(command, rest or [""])
        if argument is None:
            return
        if argument.choices:
            for choice in argument.choices:
                if choice.startswith(typed.lower()):
                    yield Completion(choice, start_position=-len(typed))
            return
        offered = await complete(
            argument.kind, typed, services=self._services, workspace=self._workspace, channel=self._channel
        )
        for label, value in offered:
            yield Completion(value, start_position=-len(typed), display=label)
