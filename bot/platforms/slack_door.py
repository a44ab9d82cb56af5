"""Slack's door for people: commands, buttons, menus, forms, shortcuts and direct messages become command lines."""

from __future__ import annotations

import asyncio
import itertools
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp

from bot.commands import COMMANDS, Command, Services, answer
from bot.commands.slash import HERE
from bot.errors import BotError
from bot.model import Button, Buttons, Form, Reply, Words
from bot.platforms import slack_forms as forms
from bot.platforms.slack_answers import Answers, bare, title_of
from bot.platforms.slack_askers import Asker, Askers
from bot.platforms.slack_errors import explained
from bot.platforms.slack_files import fetch
from bot.platforms.slack_forms import Where
from bot.platforms.slack_home import home_view
from bot.platforms.slack_lines import line_of, page_of, shortened
from bot.platforms.slack_payloads import event_body, links_of, story_of, typed
from bot.platforms.slack_people import People
from bot.platforms.slack_workspaces import Workspaces

log = structlog.get_logger()

# A form is acknowledged after so long at most; what takes longer is shown when it is there.
FORM_SECONDS = 0.25


class Door:
    """Everything people can do on Slack. Each listener acknowledges first and answers afterwards."""

    def __init__(self, workspaces: Workspaces, people: People, services: Services) -> None:
        self._workspaces = workspaces
        self._answers = Answers(workspaces, services)
        self._askers = Askers(workspaces, people, services)
        self._services = services
        self._turns = itertools.count()
        self._counting: dict[str, int] = {}  # view id -> the newest count under way for it

    def listen(self, app: AsyncApp) -> None:
        """Register the listeners."""
        app.command(re.compile(r"^/"))(self._command)
        app.action(re.compile(r"^(line|menu|pick|more|form|value|find)(:|$)"))(self._action)
        app.action(re.compile(r"^open(:|$)"))(self._opened)
        app.options(re.compile(r"^find:"))(self._typing)
        app.view(forms.FORM)(self._submitted)
        app.view(forms.SHOWN)(self._closed)
        app.view_closed(re.compile(""))(self._closed)
        app.shortcut("why_posted")(self._why)
        app.shortcut("add_feed")(self._add_feed)
        app.event("app_home_opened")(self._home_opened)
        app.event("app_mention")(self._mentioned)
        app.event("message")(self._message)

    async def finish(self, seconds: float) -> None:
        """Wait for the answers under way, at most so long; what is left is cancelled."""
        await self._answers.finish(seconds)

    # ----------------------------------------------------------------------- commands and buttons

    async def _command(self, ack: Callable[..., Awaitable[None]], body: dict[str, Any]) -> None:
        await ack()
        async with self._answers.under_way(body):
            asker = await self._askers.of(body)
            await self._answers.run(typed(str(body.get("text") or "")), asker)

    async def _opened(self, ack: Callable[..., Awaitable[None]]) -> None:
        await ack()  # a button that only opens an address

    async def _closed(self, ack: Callable[..., Awaitable[None]]) -> None:
        await ack()

    async def _action(self, ack: Callable[..., Awaitable[None]], body: dict[str, Any], action: dict[str, Any]) -> None:
        await ack()
        kind, _, rest = str(action.get("action_id") or "").partition(":")
        counting = kind in ("value", "find")  # while a form is filled in: a fault must not take its place
        async with self._answers.under_way(None if counting else body):
            view = body.get("view") or {}
            where = Where.load(str(view.get("private_metadata") or ""))
            asker = await self._askers.of(body, channel=where.channel, view=view)
            value = str(action.get("value") or (action.get("selected_option") or {}).get("value") or "")
            if counting:
                await self._count(view, where, asker)
            elif kind == "form":
                await self._form_pressed(value, asker, from_home=view.get("type") == "home")
            elif kind == "more":
                await self._more(value, asker, body)
            elif value:
                await self._pressed(kind, rest, value, asker, body)

    async def _pressed(self, kind: str, rest: str, value: str, asker: Asker, body: Mapping[str, Any]) -> None:
        if kind == "pick":
            template = await line_of(rest.partition(":")[2], self._services)
            chosen = await line_of(value, self._services)
            line = template.replace("{}", _quoted(chosen)) if template and chosen else None
        else:
            line = await line_of(value, self._services)
        if line is None:
            await self._answers.show(
                Reply.say(self._answers.say(asker)("That button is too old. Please ask again.")), asker, ""
            )
            return
        reply = await self._answers.line(line, asker)
        turned = turning(asker, body) if _PAGE.search(line) and not reply.error else asker
        await self._answers.show(reply, turned, line)
        if (body.get("view") or {}).get("type") == "home":
            await self._publish_home(asker)

    async def _more(self, value: str, asker: Asker, body: Mapping[str, Any]) -> None:
        found = await page_of(value, self._services, asker.locale)
        if found is None:
            await self._answers.show(
                Reply.say(self._answers.say(asker)("That button is too old. Please ask again.")), asker, ""
            )
            return
        page, private = found
        view = body.get("view") or {}
        if view.get("type") == "modal":
            where = Where.load(str(view.get("private_metadata") or ""))
            title = str((view.get("title") or {}).get("text") or "")
            await asker.surface.update(forms.answer_view(title, page.blocks, where, self._answers.say(asker)))
            return
        await turning(asker, body).surface.show(
            page, private=private, reply=Reply.say(page.text), locale=asker.locale, zone=asker.zone
        )

    # ----------------------------------------------------------------------- forms

    async def _form_pressed(self, value: str, asker: Asker, *, from_home: bool) -> None:
        try:
            found = json.loads(value)
            form = Form(str(found["command"]), values={str(k): str(v) for k, v in found.get("values", {}).items()})
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        command = COMMANDS.get(form.command)
        if command is None:
            return
        if not command.asked and not (from_home and command.path in HERE):
            await self._answers.run(command.path, asker)
            return
        if not await self._answers.open_form(form, asker, from_home=from_home):
            say = self._answers.say(asker)
            text = say(
                "Slack gave me no time to open the form. Press again, or type `/aipolicy {usage}`.", usage=command.usage
            )
            await self._answers.show(Reply.say(text, error=True), asker, command.path)

    async def _typing(self, ack: Callable[..., Awaitable[None]], body: dict[str, Any]) -> None:
        """What fits what is being typed into a field of a form."""
        where = Where.load(str((body.get("view") or {}).get("private_metadata") or ""))
        try:
            asker = await self._askers.of(body, channel=where.channel)
            asked = {"workspace": asker.workspace, "channel": asker.channel, "locale": asker.locale}
            kind = str(body.get("action_id") or "").partition(":")[2]
            options = await forms.found(kind, str(body.get("value") or ""), asked, self._services)
        except BotError as error:
            log.warning("slack options not found", reason=type(error).__name__)
            options = []
        await ack(options=options)

    async def _count(self, view: Mapping[str, Any], where: Where, asker: Asker) -> None:
        """What a rule would have posted, shown under it while it is typed and chosen."""
        command = COMMANDS.get(where.command)
        if command is None or command.path not in forms.LIVE:
            return
        view_id, turn = str(view.get("id") or ""), next(self._turns)
        self._counting[view_id] = turn
        given = forms.given_values((view.get("state") or {}).get("values") or {})
        words = await self._answers.counted(command, given, asker)
        if self._counting.get(view_id) != turn:  # something newer was typed meanwhile
            return
        del self._counting[view_id]
        blocks = [forms.counted(words) if block.get("block_id") == forms.COUNTED else block for block in view["blocks"]]
        kept = ("type", "callback_id", "private_metadata", "title", "submit", "close")
        await asker.surface.update({**{key: view[key] for key in kept if view.get(key)}, "blocks": blocks})

    async def _answer(self, command: Command, given: Mapping[str, str], asker: Asker) -> Reply:
        args: dict[str, Any] = {arg.name: given[arg.name] for arg in command.args if given.get(arg.name)}
        for arg in command.args:
            if arg.kind == "file" and arg.name in args:
                args[arg.name] = await fetch(asker.surface.client, self._workspaces.session, str(args[arg.name]))
        return await answer(
            command.path,
            args,
            services=self._services,
            person=asker.person,
            workspace=asker.workspace,
            channel=asker.channel,
            door="slack",
        )

    async def _submitted(self, ack: Callable[..., Awaitable[None]], body: dict[str, Any], view: dict[str, Any]) -> None:
        async with self._answers.under_way(body):
            where = Where.load(str(view.get("private_metadata") or ""))
            command = COMMANDS.get(where.command)
            if command is None:
                await ack()
                return
            given = forms.given_values((view.get("state") or {}).get("values") or {})
            say = self._services.speech("en")  # who asks is not known yet; Slack itself asks for what is required
            if errors := forms.wrong(command, given, say):
                await ack(response_action="errors", errors=errors)
                return
            task = asyncio.create_task(self._form_answer(command, given, where, body, view))
            self._answers.also(task)
            done, _ = await asyncio.wait({task}, timeout=FORM_SECONDS)
            if done and (fault := task.exception()) is not None:
                log.error("slack form failed", command=command.path, exc_info=fault)
                view = await self._answers.sorry_view(
                    fault if isinstance(fault, Exception) else BotError("The bot is stopping."), body
                )
                await ack(response_action="update", view=view)
                return
            if done:
                asker, answered = task.result()
                await ack(response_action="update", view=answered)
            else:
                await ack(response_action="update", view=forms.waiting_view(title_of(command.path, say), where, say))
                asker, answered = await task
                await asker.surface.update(answered)
            if where.home:
                await self._publish_home(asker)

    async def _form_answer(
        self, command: Command, given: Mapping[str, str], where: Where, body: Mapping[str, Any], view: Mapping[str, Any]
    ) -> tuple[Asker, dict[str, Any]]:
        """Who asked, and the view that answers."""
        channel = given.get(forms.CHANNEL, "") if where.pick else where.channel
        asker = await self._askers.of(body, channel=channel, view=view)
        try:
            reply = await self._answers.with_files(await self._answer(command, given, asker), asker)
        except BotError as error:
            reply = Reply.say(self._answers.say(asker).again(str(error)), error=True)
        if reply.error:
            again = Form(command.path, self._answers.say(asker)("Try Again"), dict(given))
            reply = replace(reply, parts=(*reply.parts, again))
        after = Where(command.path, bare(asker.channel))
        return asker, await self._answers.view(command.path, reply, after, asker)

    # ----------------------------------------------------------------------- shortcuts and messages

    async def _why(self, ack: Callable[..., Awaitable[None]], body: dict[str, Any]) -> None:
        """ "Why was this posted" on a message: by the story on its card, else by the first link in it."""
        await ack()
        async with self._answers.under_way(body):
            asker = await self._askers.of(body)
            message = body.get("message") or {}
            about = story_of(message) or next(iter(links_of(message)), "")
            if not about:
                text = self._answers.say(asker)(
                    "There is no link in that message. Use it on a card or on a message with a link."
                )
                await self._answers.show(Reply.say(text, error=True), asker, "why")
                return
            await self._answers.run(f"why {about}", asker)

    async def _add_feed(self, ack: Callable[..., Awaitable[None]], body: dict[str, Any]) -> None:
        """ "Add this site's feed" on a message: the ordinary command, with its preview and question."""
        await ack()
        async with self._answers.under_way(body):
            asker = await self._askers.of(body)
            found = links_of(body.get("message") or {})
            say = self._answers.say(asker)
            if not found:
                await self._answers.show(
                    Reply.say(say("There is no link in that message."), error=True), asker, "sources add"
                )
            elif len(found) == 1:
                await self._answers.run(f"sources add {found[0]}", asker)
            else:
                buttons = Buttons(tuple(Button(url, f"sources add {url}") for url in found[:5]))
                await self._answers.show(Reply((Words(say("Which site?")), buttons)), asker, "sources add")

    async def _mentioned(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        """`@AI Policy latest 3` works where slash commands do not: in threads."""
        async with self._answers.under_way(body):
            await self._said(body, event, re.sub(r"^\s*<@[^>]+>", "", str(event.get("text") or "")))

    async def _message(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        """A direct message to the bot is a command line."""
        if event.get("channel_type") != "im" or event.get("subtype") or event.get("bot_id") or not event.get("user"):
            return
        async with self._answers.under_way(body):
            await self._said(body, event, str(event.get("text") or ""))

    async def _said(self, body: Mapping[str, Any], event: Mapping[str, Any], text: str) -> None:
        channel = str(event.get("channel") or "")
        asker = await self._askers.of(event_body(body, str(event.get("user") or "")), channel=channel)
        asker = replace(asker, surface=replace(asker.surface, thread=str(event.get("thread_ts") or "")))
        await self._answers.run(typed(text), asker)

    async def _home_opened(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        if event.get("tab") not in (None, "home"):
            return
        async with self._answers.under_way(body):
            channel = str(event.get("channel") or "")
            asker = await self._askers.of(event_body(body, str(event.get("user") or "")), channel=channel)
            await self._publish_home(asker)

    async def _publish_home(self, asker: Asker) -> None:
        view = await home_view(
            lambda path: answer(
                path,
                {},
                services=self._services,
                person=asker.person,
                workspace=asker.workspace,
                channel=asker.channel,
                door="slack",
            ),
            person=asker.person,
            locale=asker.locale,
            zone=asker.zone,
            say=self._answers.say(asker),
            archive=self._services.public_url,
            shorten=lambda reply: shortened(reply, self._services),
        )
        async with explained(repeatable=True):
            await asker.surface.client.views_publish(user_id=asker.surface.user, view=view)


_PAGE = re.compile(r" --page \d+$")


def turning(asker: Asker, body: Mapping[str, Any]) -> Asker:
    """Answered in the place of the message the button stands in, if only the asker sees it."""
    alone = bool((body.get("container") or {}).get("is_ephemeral"))
    return replace(asker, surface=replace(asker.surface, turns=alone))


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value and '"' not in value else value
