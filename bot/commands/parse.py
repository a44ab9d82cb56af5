"""Typed lines to a command and its arguments; forgiving, and clear where it cannot be."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.commands.choices import ALSO_CALLED, CHOICES, CODES
from bot.commands.spec import Arg, Command
from bot.errors import UsageError

# People paste from documents and phones: curly quotation marks and long dashes mean the plain ones.
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "—": "--", " ": " "})
_LEAST_BEGUN = 3  # letters that tell which command was begun
_ALIKE = 0.67  # `hlep` is help, `lst` could be latest; `nosuch` is not search, nor `dossiers` digest
_TRUE = {"", "yes", "true", "on", "1"}
_FALSE = {"no", "false", "off", "0"}


# Arguments in which quotation marks make a phrase: they are kept as typed there, and only group words elsewhere.
_QUOTING = ("rule", "words")
_LINES = ("text", *_QUOTING)  # they take the rest of the line
_NAMES = ("topic", "place", "measure", "source", "story")  # names of several words: so do they, where they stand last
_TOKEN = re.compile(r'(?:"[^"]*"|[^\s"])+')


class Token(str):
    """One word of a line without its quotation marks; `typed` is with them."""

    __slots__ = ("typed",)
    typed: str

    def __new__(cls, typed: str) -> Token:
        """A word as it was typed."""
        token = super().__new__(cls, typed.replace('"', ""))
        token.typed = typed
        return token


def tokens(line: str) -> list[str]:
    """Words of a line, quoted words together; an unpaired quotation mark counts as a letter."""
    plain = re.sub(r"(?<!\S)–(?=\w)", "--", line.translate(_PLAIN))
    return plain.split() if plain.count('"') % 2 else [Token(found) for found in _TOKEN.findall(plain)]


def _joined(arg: Arg, words: Sequence[str]) -> str:
    quoting = arg.kind in _QUOTING
    return " ".join(word.typed if quoting and isinstance(word, Token) else word for word in words)


def find(words: Sequence[str], table: Mapping[str, Command]) -> tuple[Command, list[str]]:
    """The command a line names, and the words left over.

    Raises:
        UsageError: no such command; the message names the nearest ones.
    """
    lowered = [word.lower() for word in words]
    for size in (2, 1):
        path = " ".join(lowered[:size])
        if len(lowered) >= size and path in table:
            command, rest = table[path], list(words[size:])
            takes_words = any(arg.kind != "flag" and not arg.named for arg in command.args)
            if rest and not takes_words and not rest[0].startswith("--") and _group(path, table):
                break  # `sources ad …`: meant for one of the group
            return command, rest
    raise UsageError(unknown(lowered, table))


def unknown(words: Sequence[str], table: Mapping[str, Command]) -> str:
    """A sentence for a line that names no command, with the nearest ones."""
    group = _group(words[0], table) if words else []
    if group:
        tails = [path.split(" ", 1)[1] for path in group]
        near = _near(words[1], tails) if len(words) > 1 else []
        if near:
            return f"`{' '.join(words[:2])}` is not a command. Did you mean `{words[0]} {near[0]}`?"
        return f"`{words[0]}` goes with one of: {', '.join(tails)}."
    said = " ".join(words[:2])
    first = dict.fromkeys(path.split(" ")[0] for path in table)
    near = difflib.get_close_matches(said, table, 1, 0.75) or _near(words[0], first)
    if near:
        return f"`{words[0]}` is not a command. Did you mean `{near[0]}`? `help` lists all."
    return f"`{words[0]}` is not a command. `help` lists all."


def _near(word: str, names: Iterable[str]) -> list[str]:
    """The name a word was meant for, if any: begun alike, or mistyped by a letter or two."""
    known = list(names)
    begun = [name for name in known if len(word) >= _LEAST_BEGUN and name.startswith(word)]
    return begun[:1] or difflib.get_close_matches(word, known, 1, _ALIKE)


def _group(word: str, table: Mapping[str, Command]) -> list[str]:
    return [path for path in table if path.startswith(f"{word} ")]


def convert(arg: Arg, raw: str) -> Any:
    """One typed value as its kind's type.

    Raises:
        UsageError: not of that kind; the message shows an example.
    """
    value = raw.strip()
    if arg.kind in ("count", "days"):
        number = value.lstrip("#")
        if not re.fullmatch(r"[0-9]{1,6}", number) or not 1 <= int(number) <= arg.most:
            raise UsageError(f"`{arg.name}` is a number from 1 to {arg.most}, not `{_short(value)}`.")
        return int(number)
    if arg.kind == "flag":
        if value.lower() in _TRUE:
            return True
        if value.lower() in _FALSE:
            return False
        raise UsageError(f"`--{arg.name}` is either there or not; it takes no value.")
    if arg.kind == "url":
        link = value.strip("<>").split("|")[0]  # Slack wraps what it takes for a link
        if "://" not in link and "." in link and " " not in link:
            link = f"https://{link}"
        if not re.match(r"https?://[^\s/]+\.?[^\s/]*", link):
            raise UsageError(f"`{_short(value)}` is not a web address. Write it like https://example.org/news.")
        return link
    if arg.kind == "time":
        match = re.fullmatch(r"([01]?\d|2[0-3])[:.h]?([0-5]\d)?", value)
        if not match:
            raise UsageError(f"`{_short(value)}` is not a time of day. Write it as 09:00.")
        return f"{int(match[1]):02d}:{match[2] or '00'}"
    if arg.kind == "choice" and arg.choices:
        lowered = value.lower()
        if lowered in arg.choices:
            return lowered
        called = {CHOICES.get(choice, choice).lower(): choice for choice in arg.choices} | ALSO_CALLED
        if called.get(lowered) in arg.choices:
            return called[lowered]
        near = difflib.get_close_matches(lowered, arg.choices, 1, 0.6)
        hint = f" Did you mean `{near[0]}`?" if near else ""
        # A code of two letters says little by itself: `de (Deutsch)`.
        listed = [f"{one} ({CHOICES[one]})" if one in CODES else one for one in arg.choices]
        raise UsageError(f"`{arg.name}` is one of {', '.join(listed)}.{hint}")
    return value


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"


def arguments(command: Command, words: Sequence[str]) -> dict[str, Any]:
    """Arguments of a typed line. Order is free where kinds differ: `latest EU 3` is `latest 3 EU`.

    Raises:
        UsageError: too many, missing or wrong; the message shows how the command is written.
    """
    by_name = {arg.name.replace("_", "-"): arg for arg in command.args}
    given: dict[str, str] = {}
    loose: list[str] = []
    queue = list(words)
    while queue:
        word = queue.pop(0)
        name, _, value = word[2:].partition("=") if word.startswith("--") else ("", "", "")
        name = name.replace("_", "-")
        arg = by_name.get(name.lower()) if name else None
        if name and arg is None:
            near = difflib.get_close_matches(name.lower(), by_name, 1, 0.5)
            hint = f" Did you mean `--{near[0]}`?" if near else ""
            raise UsageError(f"`--{_short(name)}` is not part of `{command.path}`.{hint} Usage: `{command.usage}`")
        if arg is None:
            loose.append(word)
        elif arg.kind == "flag":
            given[arg.name] = value or "yes"
        elif "=" in word:
            given[arg.name] = value
        elif arg.kind in _LINES:
            taken = []
            while queue and not queue[0].startswith("--"):
                taken.append(queue.pop(0))
            given[arg.name] = _joined(arg, taken)
        elif queue:
            given[arg.name] = queue.pop(0)
        else:
            raise UsageError(f"`--{name}` needs a value. Usage: `{command.usage}`")
    open_args = [arg for arg in command.args if arg.name not in given and not arg.named and arg.kind != "flag"]
    _place(command, open_args, loose, given)
    values: dict[str, Any] = {}
    for arg in command.args:
        if arg.name in given:
            values[arg.name] = convert(arg, given[arg.name])
        elif arg.required:
            raise UsageError(f"`{command.path}` needs `{arg.name}`: {arg.help}. Usage: `{command.usage}`")
    return values


def _fits_named(command: Command, word: str, given: dict[str, str]) -> bool:
    """Give a loose word to the one argument that is written as `--name value` and only means it: a zone, a choice."""
    found = [
        arg
        for arg in command.args
        if arg.named
        and arg.name not in given
        and (word.lower() in arg.choices or (arg.kind == "zone" and re.fullmatch(r"[A-Za-z_]+/[\w/+-]+|UTC", word)))
    ]
    if len(found) == 1:
        given[found[0].name] = word
    return len(found) == 1


def _place(command: Command, open_args: list[Arg], loose: list[str], given: dict[str, str]) -> None:
    """Give loose words to the arguments still open, numbers to numbers first."""
    words = list(loose)
    for arg in list(open_args):
        if arg.kind in ("count", "days"):
            number = next((word for word in words if re.fullmatch(r"#?\d+", word)), None)
            if number is not None:
                given[arg.name] = number
                words.remove(number)
                open_args.remove(arg)
    for index, arg in enumerate(open_args):
        if not words:
            return
        if arg.kind in _LINES or (index == len(open_args) - 1 and arg.kind in _NAMES):
            given[arg.name] = _joined(arg, words)
            return
        if arg.kind in ("count", "days"):
            if len(open_args) == 1:  # nothing else can take it: say what is wrong with it
                given[arg.name] = words.pop(0)
            continue
        given[arg.name] = words.pop(0)
    if words := [word for word in words if not _fits_named(command, word, given)]:
        raise UsageError(f"I did not expect `{_short(' '.join(words))}`. Usage: `{command.usage}`")
