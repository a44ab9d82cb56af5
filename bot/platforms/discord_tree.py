"""Discord's command tree, made from COMMANDS: groups, typed options, completion, two languages."""

from __future__ import annotations

import hashlib
import inspect
import json
import keyword
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Union

import discord
from discord import app_commands
from discord.app_commands import AppCommandContext, AppInstallationType, locale_str

from bot.commands.choices import CHOICES
from bot.commands.slash import ADMIN_ROOT, FORMS, GERMAN, PUBLIC, ROOT, WHY, Placed, places
from bot.commands.spec import Arg, Command
from bot.speech import speech

COMPLETED = frozenset({"source", "topic", "place", "measure", "rule", "zone", "story"})
PUBLIC_HELP = "Show the answer to everybody here"
ROOTS = {
    ROOT: "AI-policy news: read, follow, look after sources",
    ADMIN_ROOT: "Look after the AI-policy bot of this server",
}
MOST_TREE = 8000
MOST_DESCRIPTION = 100

Respond = Callable[[discord.Interaction, str, dict[str, Any]], Awaitable[None]]
Complete = Callable[[discord.Interaction, str, str], Awaitable[list[app_commands.Choice[str]]]]


class _Channel(app_commands.Transformer):
    """A channel cards can go to; discord.py's own annotation would also name a type the API does not know yet."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        kinds = discord.ChannelType
        return [kinds.text, kinds.news, kinds.forum, kinds.public_thread, kinds.private_thread, kinds.news_thread]

    async def transform(self, interaction: discord.Interaction, value: Any, /) -> Any:
        return value


def _annotation(arg: Arg) -> Any:
    if arg.name == "file":  # typed doors take the file's text or address; Discord takes the file
        return discord.Attachment
    match arg.kind:
        case "count" | "days":
            return app_commands.Range[int, 1, arg.most]
        case "flag":
            return bool
        case "file":
            return discord.Attachment
        case "channel":
            return app_commands.Transform[Any, _Channel]
        case "person":
            return Union[discord.Member, discord.Role]  # noqa: UP007  # discord.py reads it at run time
        case _:
            return str


def _callback(command: Command, respond: Respond, complete: Complete) -> Callable[..., Any]:
    """A function with the signature discord.py reads the options from."""
    args = sorted(command.args, key=lambda arg: not arg.required)
    names = {_identifier(arg.name): arg for arg in args}
    public = command.path in PUBLIC

    async def run(interaction: discord.Interaction, **values: Any) -> None:
        given = {names[name].name if name in names else name: value for name, value in values.items()}
        await respond(interaction, command.path, given)

    kind = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_ONLY, annotation=discord.Interaction),
        *(
            inspect.Parameter(
                name,
                kind,
                annotation=_annotation(arg),
                default=inspect.Parameter.empty if arg.required and command.path not in FORMS else None,
            )
            for name, arg in names.items()
        ),
    ]
    if public:
        parameters.append(inspect.Parameter("public", kind, annotation=bool, default=False))
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what inspect.signature reads
    texts = {name: described(arg.help) for name, arg in names.items()} | ({"public": PUBLIC_HELP} if public else {})
    if texts:
        run = app_commands.describe(**texts)(run)
    renamed = {name: arg.name for name, arg in names.items() if name != arg.name}
    if renamed:
        run = app_commands.rename(**renamed)(run)
    choices = {
        name: [app_commands.Choice(name=CHOICES.get(choice, choice), value=choice) for choice in arg.choices[:25]]
        for name, arg in names.items()
        if arg.choices and arg.kind not in ("count", "days", "flag")
    }
    if choices:
        run = app_commands.choices(**choices)(run)
    completed = {name: _completer(arg, complete) for name, arg in names.items() if arg.kind in COMPLETED}
    if completed:
        run = app_commands.autocomplete(**completed)(run)
    return run


def _identifier(name: str) -> str:
    """An option's name as a parameter's: `at-once` is at_once, `as` is as_."""
    plain = name.replace("-", "_")
    return f"{plain}_" if keyword.iskeyword(plain) else plain


def _completer(arg: Arg, complete: Complete) -> Any:
    async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return await complete(interaction, arg.kind, current)

    return suggest


def described(text: str) -> str:
    """A description Discord takes: 1 to 100 characters."""
    return text if len(text) <= MOST_DESCRIPTION else text[: MOST_DESCRIPTION - 1] + "…"


def build(
    tree: app_commands.CommandTree[Any],
    table: Mapping[str, Command],
    respond: Respond,
    complete: Complete,
    explain: Callable[[discord.Interaction, discord.Message], Awaitable[None]] | None = None,
) -> None:
    """Put every command into the tree, and `explain` into the menu of messages.

    Raises:
        ValueError: Discord's rules do not allow the table.
    """
    where = places(table)
    anywhere = AppCommandContext(guild=True, dm_channel=True, private_channel=True)
    roots = {
        ROOT: app_commands.Group(
            name=ROOT,
            description=ROOTS[ROOT],
            allowed_contexts=anywhere,
            allowed_installs=AppInstallationType(guild=True, user=True),
        ),
        ADMIN_ROOT: app_commands.Group(
            name=ADMIN_ROOT,
            description=ROOTS[ADMIN_ROOT],
            allowed_contexts=AppCommandContext(guild=True),
            allowed_installs=AppInstallationType(guild=True),
            default_permissions=discord.Permissions(manage_guild=True),
        ),
    }
    groups: dict[tuple[str, str], app_commands.Group] = {}
    for path, command in table.items():
        root, *names = where[path]
        parent = roots[root]
        if len(names) == 2:
            at = (root, names[0])
            if at not in groups:
                groups[at] = app_commands.Group(
                    name=names[0],
                    description=described(_about(at, where)),
                    parent=parent,
                )
            parent = groups[at]
        parent.add_command(
            app_commands.Command(
                name=names[-1],
                description=described(command.summary),
                callback=_callback(command, respond, complete),
            )
        )
    for group in roots.values():
        if group.commands:
            tree.add_command(group)
    if explain is not None:

        async def why(interaction: discord.Interaction, message: discord.Message) -> None:
            await explain(interaction, message)

        tree.add_command(app_commands.ContextMenu(name=WHY, callback=why, allowed_contexts=anywhere))


def _about(group: tuple[str, str], where: Mapping[str, Placed]) -> str:
    names = [place[2] for place in where.values() if place[:2] == group]
    return f"{group[1].capitalize()}: {', '.join(names)}"


class Translator(app_commands.Translator):
    """German names, and descriptions from the catalogue."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The text in a language of ours; None where we have none or Discord would refuse it."""
        if locale is not discord.Locale.german:
            return None
        where = context.location
        place = app_commands.TranslationContextLocation
        if where in (place.command_name, place.group_name, place.parameter_name):
            return GERMAN.get(string.message)
        say = speech("de")
        translated = say(string.message)
        return None if translated == string.message else described(translated)


async def payloads(tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
    """What a sync would register."""
    translator = tree.translator or Translator()
    return [await command.get_translated_payload(tree, translator) for command in tree.get_commands()]


def fingerprint(tree_payloads: list[dict[str, Any]]) -> str:
    """The same for the same tree, in every process."""
    return hashlib.blake2b(json.dumps(tree_payloads, sort_keys=True).encode(), digest_size=16).hexdigest()


def size(command: Mapping[str, Any]) -> int:
    """Characters of a top-level command as Discord counts them against 8,000.

    Names, descriptions and choice values of the command and everything in it; of a text in several languages the
    longest counts (interactions/application-commands).
    """

    def longest(part: Mapping[str, Any], key: str) -> int:
        return max(len(text) for text in (part.get(key) or "", *(part.get(f"{key}_localizations") or {}).values()))

    total = longest(command, "name") + longest(command, "description")
    for choice in command.get("choices") or ():
        total += longest(choice, "name") + len(str(choice["value"]))
    return total + sum(size(option) for option in command.get("options") or ())
