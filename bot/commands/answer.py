"""One way to answer: find the command, check the right, convert the arguments, run it, put failures in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from time import perf_counter
from typing import Any, Literal

import structlog

from bot.commands import native
from bot.commands.parse import arguments, convert, find, tokens
from bot.commands.services import Services
from bot.commands.spec import Command, Request
from bot.commands.table import COMMANDS
from bot.errors import BotError, NotAllowed, UsageError
from bot.model import Channel, Person, Reply, Workspace

log = structlog.get_logger()

Door = Literal["console", "slack", "discord", "web"]


async def answer_line(
    line: str, *, services: Services, person: Person, workspace: Workspace, channel: Channel, door: Door
) -> Reply:
    """Answer a typed line such as `latest 3 EU`. Never raises for anything a person typed or the world did."""
    words = [word for word in tokens(line) if word]
    if words and words[0].lower() in ("/aipolicy", "aipolicy"):
        words = words[1:]
    public = any(word.lower() == "--public" for word in words)
    words = [word for word in words if word.lower() != "--public"] or ["help"]
    if words[-1].lower() in ("--help", "-h"):
        words = ["help", *words[:-1]]
    try:
        command, rest = find(words, COMMANDS)
        args = arguments(command, rest)
    except UsageError as error:
        say = services.speech(person.locale or workspace.locale)
        return Reply.say(native.sentence(say.again(str(error)), door), error=True)
    return await _run(command, args, services, person, workspace, channel, door, public)


async def answer(
    path: str,
    args: Mapping[str, Any],
    *,
    services: Services,
    person: Person,
    workspace: Workspace,
    channel: Channel,
    door: Door,
    public: bool = False,
) -> Reply:
    """Answer a command whose arguments came typed (Discord options, a form); texts are converted, None left out."""
    command = COMMANDS[path]
    try:
        values = {
            arg.name: convert(arg, given) if isinstance(given, str) else given
            for arg in command.args
            if (given := args.get(arg.name)) is not None and given != ""
        }
        for arg in command.args:
            if arg.required and arg.name not in values:
                raise UsageError(f"`{path}` needs `{arg.name}`: {arg.help}.")
    except UsageError as error:
        say = services.speech(person.locale or workspace.locale)
        return Reply.say(native.sentence(say.again(str(error)), door), error=True)
    return await _run(command, values, services, person, workspace, channel, door, public)


async def _run(
    command: Command,
    args: Mapping[str, Any],
    services: Services,
    person: Person,
    workspace: Workspace,
    channel: Channel,
    door: Door,
    public: bool,
) -> Reply:
    now = services.clock()
    request = Request(person, workspace, channel, services, now, args, door)
    began = perf_counter()
    try:
        if not command.allowed(person, channel):
            raise NotAllowed(request.t("Only managers of this workspace may use `{path}`.", path=command.path))
        reply = await command.run(request)
    except BotError as error:
        log.info("answered", command=command.path, door=door, outcome="refused", reason=type(error).__name__)
        return Reply.say(native.sentence(request.t.again(str(error)), door), error=True)
    except Exception:
        log.exception("answered", command=command.path, door=door, outcome="failed")
        return Reply.say(
            request.t("That went wrong on our side. Nothing was changed; the log says what happened."), error=True
        )
    finally:
        services.timed(command.path, door, perf_counter() - began)
    log.info("answered", command=command.path, door=door, outcome="error" if reply.error else "ok")
    reply = native.reply(reply, door)
    return replace(reply, private=False) if public and not reply.error else reply
