"""Answers on Slack: a line is run, its reply shown where it was asked, forms opened, files sent."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import structlog

from bot.commands import COMMANDS, Command, Services, answer, answer_line, native
from bot.commands.parse import tokens
from bot.commands.slash import FORMS, HERE
from bot.errors import BotError, DeliveryError
from bot.model import Attachment, Channel, Form, Part, Reply, Shown, Words
from bot.platforms import slack_forms as forms
from bot.platforms.slack_askers import Asker
from bot.platforms.slack_errors import explained
from bot.platforms.slack_files import upload
from bot.platforms.slack_forms import Where
from bot.platforms.slack_lines import first_of, paged, shortened
from bot.platforms.slack_payloads import team_of
from bot.platforms.slack_surfaces import Surface
from bot.platforms.slack_workspaces import Workspaces
from bot.render import plain
from bot.render import slack as render
from bot.render.slack import Payload
from bot.render.slack_parts import groups
from bot.render.slack_text import MOST_VIEW_BLOCKS, rich, section, spoken, text
from bot.speech import Speech
from bot.storage import places

log = structlog.get_logger()

COUNT_SECONDS = 1.0  # of the three in which a form may be opened


class Answers:
    """Shows replies at the surface of whoever asked, and counts what is under way."""

    def __init__(self, workspaces: Workspaces, services: Services) -> None:
        self._workspaces = workspaces
        self._services = services
        self._running: set[asyncio.Task[Any]] = set()

    def also(self, task: asyncio.Task[Any]) -> None:
        """Count a task as an answer under way until it is done."""
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def finish(self, seconds: float) -> None:
        """Wait for the answers under way, at most so long; what is left is cancelled."""
        running = {task for task in self._running if task is not asyncio.current_task()}
        if running:
            _, late = await asyncio.wait(running, timeout=seconds)
            for task in late:
                task.cancel()

    @asynccontextmanager
    async def under_way(self, body: Mapping[str, Any] | None = None) -> AsyncIterator[None]:
        """Count an answer as under way; when it fails, say why to whoever asked, as far as they can be reached."""
        task = asyncio.current_task()
        assert task is not None
        self._running.add(task)
        try:
            yield
        except BotError as error:
            log.warning("slack answer failed", reason=getattr(error, "reason", type(error).__name__), error=str(error))
            await self._apologise(body, error)
        except Exception as error:  # a fault of ours: the person is told, the others go on
            log.exception("slack answer failed")
            await self._apologise(body, error)
        finally:
            self._running.discard(task)

    async def _apologise(self, body: Mapping[str, Any] | None, error: Exception) -> None:
        if not body:
            return
        with contextlib.suppress(BotError):
            surface = await self._reach(body)
            if (body.get("event") or {}).get("type") == "app_home_opened":
                view = await self.sorry_view(error, body)
                home = {"type": "home", "blocks": view["blocks"]}
                async with explained(repeatable=True):
                    await surface.client.views_publish(user_id=surface.user, view=home)
                return
            if surface.view_id or surface.trigger_id:
                view = await self.sorry_view(error, body)
                if await (surface.update(view) if surface.view_id else surface.open(view)):
                    return
            reply = Reply.say(await self._sorry(error, body), error=True)
            await surface.show(render.pages(reply)[0], private=True, reply=reply, locale="en", zone="UTC")

    async def _reach(self, body: Mapping[str, Any]) -> Surface:
        """Where whoever asked can be told that it failed: the answer's address, the modal, over Home, a message."""
        if body.get("response_url"):
            return Surface(self._workspaces.bare(), self._workspaces, response_url=str(body["response_url"]))
        enterprise = str(body.get("enterprise_id") or (body.get("enterprise") or {}).get("id") or "")
        workspace_id = await self._workspaces.installed_in(team_of(body) or enterprise)
        event, view = body.get("event") or {}, body.get("view") or {}
        user = str(event.get("user") or (body.get("user") or {}).get("id") or "")
        return Surface(
            await self._workspaces.client(workspace_id, enterprise),
            self._workspaces,
            view_id=str(view.get("id") or "") if view.get("type") == "modal" else "",
            trigger_id=str(body.get("trigger_id") or ""),
            channel=str(event.get("channel") or "") or await self._workspaces.direct(workspace_id, user, enterprise),
            thread=str(event.get("thread_ts") or ""),
            user=user,
        )

    async def _sorry(self, error: Exception, body: Mapping[str, Any]) -> str:
        """Why it failed, in the workspace's language; of faults of ours only that they are ours."""
        words = (
            str(error) if isinstance(error, BotError) else "That went wrong on our side. The log says what happened."
        )
        with contextlib.suppress(BotError):
            workspace_id = await self._workspaces.installed_in(team_of(body))
            locale = await self._services.store.read(places.locale_of, workspace_id)
            return self._services.speech(locale).again(words)
        return words

    async def sorry_view(self, error: Exception, body: Mapping[str, Any]) -> dict[str, Any]:
        """A modal that says why it failed."""
        words = await self._sorry(error, body)
        return forms.answer_view(
            "", [rich(section([text("⚠ "), *spoken(words)]))], Where("", ""), self._services.speech("en")
        )

    async def line(self, line: str, asker: Asker) -> Reply:
        """The reply to a line, with the rights of whoever asks."""
        return await answer_line(
            line,
            services=self._services,
            person=asker.person,
            workspace=asker.workspace,
            channel=asker.channel,
            door="slack",
        )

    async def run(self, line: str, asker: Asker, title: str = "") -> None:
        """Run a line and show the answer where it was asked."""
        reply = await self.line(line, asker)
        if reply.error and (command := _unfinished(line)):
            say = self.say(asker)
            reply = replace(reply, parts=(*reply.parts, Form(command.path, say("Fill In a Form"))))
        elif not reply.error and (command := _in_form(line)) and not _has_form(reply):
            reply = replace(reply, parts=(*reply.parts, Form(command.path, self.say(asker)("Choose in a form"))))
        await self.show(reply, asker, title or line)

    async def too_old(self, asker: Asker) -> None:
        """For a button whose stored line was cleared away."""
        await self.show(Reply.say(self.say(asker)("That button is too old. Please ask again.")), asker, "")

    async def show(self, reply: Reply, asker: Asker, title: str) -> None:
        """Show a reply where it was asked: in the modal, over Home, after the command, or as a message."""
        match reply.parts:
            case (Form() as form,) if form.command in COMMANDS and not reply.error:  # beside words it is a button
                if await self.open_form(form, asker):
                    return
        reply = await self.with_files(reply, asker)
        surface = asker.surface
        if surface.view_id or (not surface.response_url and surface.trigger_id):
            where = Where("", bare(asker.channel))
            view = await self.view(title, reply, where, asker)
            shown = await surface.update(view) if surface.view_id else await surface.open(view)
            if shown:
                return
            surface = replace(surface, view_id="", trigger_id="")
        page = await paged(reply, self._services, asker.locale, asker.zone)
        await surface.show(page, private=reply.private, reply=reply, locale=asker.locale, zone=asker.zone)

    async def view(self, title: str, reply: Reply, where: Where, asker: Asker) -> dict[str, Any]:
        """An answer as a modal: tables as lists, and buttons for the pages after the first."""
        say = self.say(asker)
        reply = await shortened(reply, self._services)
        found = groups(
            reply,
            asker.locale,
            cards=lambda card, short: render.card_blocks(card, asker.locale, asker.zone, short=short),
            tables=False,
        )
        pages = [
            Payload("", render.numbered(blocks, f"a{number}"))
            for number, blocks in enumerate(render.packed(found, MOST_VIEW_BLOCKS - 1) or [[]])
        ]
        first = await first_of(pages, self._services, asker.locale, private=True)
        return forms.answer_view(title_of(title, say), first.blocks, where, say)

    async def with_files(self, reply: Reply, asker: Asker) -> Reply:
        """Files go to the asker's direct messages, where only they see them."""
        files = [part for part in reply.parts if isinstance(part, Attachment)]
        if not files:
            return reply
        say = self.say(asker)
        rest: list[Part] = [part for part in reply.parts if not isinstance(part, Attachment)]
        for file in files:
            try:
                await upload(asker.surface.client, self._workspaces.session, asker.surface.user, file)
                rest.append(Words(say("I sent you {name} in a direct message.", name=file.name)))
            except DeliveryError as error:
                log.warning("slack file not sent", reason=error.reason)
                rest.append(
                    Words(say("Slack did not take the file {name} ({reason}).", name=file.name, reason=error.reason))
                )
        return replace(reply, parts=tuple(rest))

    def say(self, asker: Asker) -> Speech:
        return self._services.speech(asker.locale)

    async def open_form(self, form: Form, asker: Asker, *, from_home: bool = False) -> bool:
        """Open the modal of a command. Managers' forms are only shown to managers; running checks again."""
        command = COMMANDS[form.command]
        if not command.allowed(asker.person, asker.channel):
            reply = await self.line(f"help {command.path}", asker)
            refusal = self.say(asker)("Only managers of this workspace may use `{path}`.", path=command.path)
            refusal = native.sentence(refusal, "slack")
            view = await self.view(
                command.path, Reply((Words(refusal), *reply.parts), error=True), Where("", bare(asker.channel)), asker
            )
            return await asker.surface.open(view)
        where = Where(command.path, bare(asker.channel), from_home and command.path in HERE, form.values, from_home)
        options = await forms.options_of(command, asker.workspace, self._services, asker.locale)
        count = await self._first_count(command, form.values, asker)
        view = forms.form(command, where, self.say(asker), options, zone=asker.zone, title=form.title, count=count)
        return await asker.surface.open(view)

    async def _first_count(self, command: Command, given: Mapping[str, str], asker: Asker) -> str:
        """What the form says before anything is typed; empty when counting takes too long for Slack's 3 seconds."""
        if command.path not in forms.LIVE:
            return ""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(COUNT_SECONDS):
                return await self.counted(command, given, asker)
        return ""

    async def counted(self, command: Command, given: Mapping[str, str], asker: Asker) -> str:
        """What a command says it would do with these values, on one line."""
        reply = await answer(
            command.path,
            {arg.name: given[arg.name] for arg in command.args if given.get(arg.name) and arg.name != "start"},
            services=self._services,
            person=asker.person,
            workspace=asker.workspace,
            channel=asker.channel,
            door="slack",
        )
        words = next((part.text for part in reply.parts if isinstance(part, Words)), "")
        card = next((part.card for part in reply.parts if isinstance(part, Shown)), None)
        return f"{words} {plain.headline(card, asker.locale)}" if card else words


def _has_form(reply: Reply) -> bool:
    return any(isinstance(part, Form) for part in reply.parts)


def _in_form(line: str) -> Command | None:
    """The command of a line that names nothing else, where a form shows more than a line is good for."""
    words = [word for word in tokens(line) if word.lower() not in ("/aipolicy", "aipolicy")]
    command = COMMANDS.get(" ".join(words).lower())
    return command if command is not None and command.path in FORMS else None


def _unfinished(line: str) -> Command | None:
    """The command a line names without anything it needs: there a form helps."""
    words = [word for word in tokens(line) if word.lower() not in ("/aipolicy", "aipolicy", "--public")]
    command = COMMANDS.get(" ".join(words[:2]).lower()) or COMMANDS.get(" ".join(words[:1]).lower())
    if command is None or len(words) > len(command.path.split()):
        return None
    return command if any(arg.required for arg in command.args) else None


def bare(channel: Channel) -> str:
    return channel.id.partition(":")[2]


def title_of(line: str, say: Speech) -> str:
    """A modal's title: what the command of a line is called above its form, else the command as it is typed."""
    words = line.split()
    two = " ".join(words[:2])
    return forms.titled(two if two in COMMANDS else (words[0] if words else ""), say)
