"""What a command is: its row in the table, its typed arguments, the request it gets."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.commands.services import Services
from bot.model import Channel, Person, Reply, Workspace
from bot.speech import Speech

ArgKind = Literal[
    "text",  # the rest of the line
    "words",  # the rest of the line, with "quoted phrases"
    "word",
    "count",  # 1 to `most`
    "days",
    "url",
    "source",  # a source this workspace chose: its number, name or address; completed
    "topic",  # completed from the taxonomy
    "place",  # jurisdiction; completed
    "measure",  # a law by any of its names; completed
    "rule",  # a rule of pipeline.rules, or the name of a saved one; completed
    "story",
    "time",  # 09:00
    "zone",  # IANA name; completed
    "choice",
    "flag",  # --name
    "file",
    "channel",
    "person",
]


@dataclass(frozen=True, slots=True)
class Arg:
    """One argument. Discord shows it as an option, the typed doors as a word or as `--name value`."""

    name: str
    kind: ArgKind
    help: str
    required: bool = False
    choices: tuple[str, ...] = ()
    most: int = 10
    named: bool = False  # only as `--name value` in typed lines
    door: Literal["", "slack", "discord"] = ""  # it means something there only; forms and help elsewhere leave it out

    @property
    def flag(self) -> str:
        """The name as it is typed after two hyphens; underscores are understood too."""
        return self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Request:
    """Who asks what, where and when. `args` holds only what was given, converted to its kind's type.

    Types: count and days are int, flag is bool, file is bytes, everything else is str.
    """

    person: Person
    workspace: Workspace
    channel: Channel
    services: Services
    now: datetime
    args: Mapping[str, Any] = field(default_factory=dict)
    door: Literal["console", "slack", "discord", "web"] = "console"

    @property
    def locale(self) -> str:
        """The asker's language: their own, else the workspace's."""
        return self.person.locale or self.workspace.locale

    @property
    def t(self) -> Speech:
        """What is said to the asker, in their language."""
        return self.services.speech(self.locale)


@dataclass(frozen=True, slots=True)
class Command:
    """One row of COMMANDS: everything a door, the help and the documents need to know."""

    path: str  # "latest", "sources add"
    summary: str  # 1-100 characters, no full stop
    run: Callable[[Request], Awaitable[Reply]]
    args: tuple[Arg, ...] = ()
    who: Literal["anyone", "manager"] = "anyone"
    example: str = ""
    own: bool = False  # it changes only the channel it is given in: in a direct message anyone may, it is their own

    def allowed(self, person: Person, channel: Channel) -> bool:
        """Whether a person may use it in a channel."""
        return self.who == "anyone" or person.role == "manager" or (self.own and channel.kind == "dm")

    @property
    def asked(self) -> tuple[Arg, ...]:
        """What a form asks for: no page of an answer, and no leave to act without the preview the form leads to.

        What is needed comes first, then what is chosen, ticked, and last a rule of one's own.
        """
        asked = (arg for arg in self.args if arg.name not in ("page", "yes"))
        return tuple(sorted(asked, key=lambda arg: (not arg.required, arg.kind == "rule", arg.kind == "flag")))

    @property
    def short(self) -> str:
        """With only what it needs: `sources add <address>`."""
        return " ".join([self.path, *(f"<{arg.name}>" for arg in self.args if arg.required)])

    @property
    def usage(self) -> str:
        """As typed: `sources add <url> [--yes]`."""
        words = [self.path]
        for arg in self.args:
            if arg.kind == "flag":
                words.append(f"[--{arg.flag}]")
                continue
            word = "|".join(arg.choices) if arg.choices else arg.name
            if arg.named:
                word = f"--{arg.flag} <{word}>"
                words.append(word if arg.required else f"[{word}]")
            else:
                words.append(f"<{word}>" if arg.required else f"[{word}]")
        return " ".join(words)
