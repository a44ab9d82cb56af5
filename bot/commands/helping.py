"""Help: all commands by purpose in short lines, one command whole, the words for topics and places."""

from __future__ import annotations

from collections.abc import Mapping

from bot.commands import slash
from bot.commands.parse import unknown
from bot.commands.spec import Arg, Command, Request
from bot.model import Part, Reply, Table, Words
from bot.pipeline import taxonomy

# What people come for, in that order; a command belongs where its first word does.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Reading", ("latest", "search", "story", "deadlines", "timeline", "why", "status", "export", "help")),
    ("For yourself", ("save", "saved", "unsave", "useful", "not-for-us", "unmark", "wrong", "language")),
    (
        "This channel",
        ("following", "follow", "unfollow", "tune", "track", "untrack", "mute", "unmute", "simulate", "replay"),
    ),
    ("Digests", ("digest",)),
    ("Sources", ("sources",)),
    ("Rules", ("rules",)),
    ("Looking after the bot", ("managers", "log", "notices", "retry", "split")),
)


async def help_(request: Request) -> Reply:
    """All commands by purpose, a group of them, one whole, or the topics."""
    from bot.commands.table import COMMANDS  # the table holds this command too

    topic = " ".join(str(request.args.get("command", "")).lower().removeprefix("/aipolicy").split())
    if topic in ("topics", "topic", "places"):
        return _topics(request)
    group = {path: command for path, command in COMMANDS.items() if topic and path.startswith(f"{topic} ")}
    if topic in COMMANDS and not group:
        return _one(request, COMMANDS[topic])
    if group:
        whole = {path: command for path, command in COMMANDS.items() if path == topic} | group
        return Reply((_table(request, topic, list(whole.values()), COMMANDS), _note(request)))
    if topic:
        return Reply.say(request.t.again(unknown(topic.split(), COMMANDS)), error=True)
    parts: list[Part] = []
    for title, names in GROUPS:
        mine = [command for path, command in COMMANDS.items() if path.split(" ")[0] in names]
        mine.sort(key=lambda command: names.index(command.path.split(" ")[0]))
        if shown := [command for command in mine if _offered(request, command, COMMANDS)]:
            parts.append(_table(request, request.t(title), shown, COMMANDS))
    return Reply((*parts, _note(request)))


def _offered(request: Request, command: Command, table: Mapping[str, Command]) -> bool:
    """Whether a person may use a command and sees it: Discord shows its second root to managers only."""
    hidden = request.door == "discord" and slash.places(table)[command.path][0] == slash.ADMIN_ROOT
    return command.allowed(request.person, request.channel) and not (hidden and request.person.role != "manager")


def _table(request: Request, title: str, commands: list[Command], table: Mapping[str, Command]) -> Table:
    on_discord = request.door == "discord"  # which shows the options itself
    rows = tuple(
        (slash.typed(command, table) if on_discord else command.short, request.t(command.summary))
        for command in commands
    )
    if request.door == "console":  # where a table is always one, the heading row is title enough
        return Table((title, request.t("What it does")), rows)
    return Table((request.t("Command"), request.t("What it does")), rows, title)


def _note(request: Request) -> Words:
    if request.door == "discord":
        text = request.t(
            "`help` with a command's name shows one whole. Some have the option `public`, to let everybody see."
        )
    elif request.door == "console":
        text = request.t("`help <command>` shows one whole.")
    else:
        text = request.t("`help <command>` shows one whole. Add `--public` to let the channel see an answer.")
    return Words(text)


def _one(request: Request, command: Command) -> Reply:
    from bot.commands import native
    from bot.commands.table import COMMANDS  # the table holds this command too

    t = request.t
    on_discord = request.door == "discord"  # where arguments are options, chosen by name
    start = "/aipolicy " if request.door == "slack" else ""
    typed = slash.typed(command, COMMANDS) if on_discord else f"{start}{command.usage}"
    lines = [t(command.summary) + ".", "", f"{t('Type')}: {typed}"]
    for arg in command.args:
        name = f"--{arg.flag}" if not on_discord and (arg.named or arg.kind == "flag") else arg.name
        choices = f" ({', '.join(arg.choices)})" if arg.choices else ""
        lines.append(f"  {name}: {t(arg.help)}{choices}")
    if command.example:
        lines.append(f"{t('For example')}: {native.line(command.example, request.door, COMMANDS)}")
    if command.who == "manager":
        lines.append(
            t("Only managers may use it; in a direct message, everybody for themselves.")
            if command.own
            else t("Only managers may use it.")
        )
    return Reply.say("\n".join(lines), title=command.path)


def _topics(request: Request) -> Reply:
    rows = tuple((name, taxonomy.label(name, request.locale[:2])) for name in taxonomy.TOPICS)
    stages = ", ".join(taxonomy.STAGES)
    note = request.t("Places go by name or ISO code: EU, Germany, US-CA, UN. Stages: {stages}.", stages=stages)
    return Reply((Table((request.t("Topic"), request.t("Meaning")), rows), Words(note)))


HELPING = (
    Command(
        "help",
        "What you can type",
        help_,
        (Arg("command", "text", "A command, or `topics`"),),
        example="help sources add",
    ),
)
