"""Answers people on Discord: commands, buttons, menus, forms and completion, acknowledged in time."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.commands import COMMANDS, answer, answer_line, native
from bot.commands.completion import complete
from bot.commands.services import Services
from bot.commands.slash import FORMS
from bot.commands.spec import Command
from bot.errors import BotError, UsageError
from bot.model import Form, Person, Reply
from bot.platforms import discord_form
from bot.platforms.discord_ask import Ask, bare, chosen, read
from bot.platforms.discord_objects import edit_arguments, send_arguments
from bot.platforms.discord_sender import keep_lines
from bot.platforms.discord_who import Asked, is_private, language, look, manages, places_of, remember, subjects
from bot.render.discord import Page, payload, reply_pages
from bot.render.discord_ids import Ids, Press, read_value
from bot.render.discord_ids import read as read_id
from bot.speech import Speech
from bot.storage import presses

log = structlog.get_logger()

# Discord gives 3 s for the first answer, we give ourselves .3 at p99 (`bench/acknowledging.py`). What takes longer than
# this is acknowledged first and answered afterwards.
PATIENCE_SECONDS = 0.06
MOST_FILE = 5_000_000  # bytes; an OPML file of 10,000 feeds has about 2 MB
MOST_FOLLOWUPS = 5  # where the bot is not in the server itself (interactions/receiving-and-responding)

_PAGE = re.compile(r" --page \d{1,4}$")
_OF_STORY = re.compile(r"(?:save|story|useful|not-for-us) (\d+)")  # lines of a card's buttons


class Door:
    """The one way in for interactions. Nothing raised here reaches discord.py."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @asynccontextmanager
    async def _counted(self, interaction: discord.Interaction) -> AsyncIterator[None]:
        """Count an answer as under way, and put what goes wrong at the door into words."""
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        except BotError as error:
            await self._tell(interaction, self._speech(interaction).again(str(error)))
        except discord.HTTPException as error:  # nothing can be said to this interaction any more
            log.warning("answer lost", door="discord", status=error.status, code=error.code)
        except Exception:
            log.exception("answer failed", door="discord")
            say = self._speech(interaction)
            await self._tell(interaction, say("That went wrong on our side. The log says what happened."))
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def finish(self, seconds: float) -> None:
        """Wait for the answers under way, but no longer than this."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), seconds)

    # ------------------------------------------------------------------ what Discord sends

    async def command(self, interaction: discord.Interaction, path: str, values: dict[str, Any]) -> None:
        """A slash command."""
        async with self._counted(interaction):
            await self._command(interaction, path, values)

    async def interaction(self, interaction: discord.Interaction) -> None:
        """A button, a menu or a sent form; they are told apart by their custom id alone, so restarts do not matter."""
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            async with self._counted(interaction):
                await self._pressed(interaction)

    async def _command(self, interaction: discord.Interaction, path: str, values: dict[str, Any]) -> None:
        public = bool(values.pop("public", False))
        kinds = {arg.name: arg.kind for arg in COMMANDS[path].args}
        try:
            args = {
                name: await _value(value, kinds.get(name, "text"))
                for name, value in values.items()
                if value is not None
            }
        except (BotError, discord.HTTPException) as error:
            await self._tell(interaction, self._speech(interaction).again(str(error)))
            return
        await self._serve(interaction, Ask(path=path, args=args), public=public)

    async def _pressed(self, interaction: discord.Interaction) -> None:
        data: dict[str, Any] = dict(interaction.data or {})
        say = self._speech(interaction)
        press = read_id(str(data.get("custom_id", "")))
        if press is None:
            await self._tell(
                interaction,
                self._speech(interaction)("That button is from an older version of the bot. Ask again, please."),
            )
            return
        line = await self._line(press.line, press.stored)
        if line is None:
            await self._tell(interaction, say("That button is too old. Ask again, please."))
            return
        if interaction.type is discord.InteractionType.modal_submit:
            await self._submitted(interaction, press, read(line), data)
        elif press.act == "choose":
            values = data.get("values") or [""]
            value = await self._line(*read_value(str(values[0])))
            await self._serve(interaction, Ask(chosen(line, value or "")))
        elif press.act == "page":
            await self._turn(interaction, read(line), press.number)
        elif press.act == "form":
            await self._open(interaction, read(line), press.number)
        elif _PAGE.search(line) and interaction.message is not None and interaction.message.flags.ephemeral:
            await self._turn(interaction, read(line), 0)  # in an answer only its asker sees, and can do without
        else:
            await self._serve(interaction, read(line))

    async def explain(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Why a message was posted, from the menu of the message: the story is in its buttons."""
        async with self._counted(interaction):
            story = next((match[1] for line in _lines(message.components) if (match := _OF_STORY.fullmatch(line))), "")
            if story:
                await self._serve(interaction, Ask(f"why {story}"))
                return
            say = self._speech(interaction)
            await self._tell(interaction, say("That message is not one of my cards. `why` with a link explains any."))

    async def completion(self, interaction: discord.Interaction, kind: str, typed: str) -> list[Any]:
        """Choices while a person types; none rather than an error."""
        try:
            person, workspace, channel = await self._who(interaction, store=False)
            pairs = await complete(
                kind, typed, services=self._services, workspace=workspace, channel=channel, locale=person.locale
            )
        except BotError as error:
            log.warning("completion", door="discord", kind=kind, reason=str(error))
            return []
        return [app_commands.Choice(name=label, value=value) for label, value in pairs]

    # ------------------------------------------------------------------ answering

    async def _serve(self, interaction: discord.Interaction, ask: Ask, *, public: bool = False) -> None:
        """Answer in time; a command without what it needs gets its form."""
        needs = bare(ask)
        if needs is not None:
            await self._open(interaction, Ask(path=needs.path, args=ask.args), 0)
            return
        try:
            reply, _, locale = await self._in_time(interaction, self._answered(interaction, ask, public), public)
        except BotError as error:
            await self._tell(interaction, self._speech(interaction).again(str(error)))
            return
        form = next((part for part in reply.parts if isinstance(part, Form)), None)
        if form is not None and len(reply.parts) == 1 and not interaction.response.is_done():
            await self._open(interaction, Ask(path=form.command, args=form.values), 0, title=form.title)
            return
        line = ask.text() if ask.keepable else ""
        await self._show(interaction, self._with_form(reply, ask, locale), locale, line)

    def _with_form(self, reply: Reply, ask: Ask, locale: str) -> Reply:
        """The answer with a button to the command's form, where it was asked bare and a line is not good for all."""
        path = ask.path or ask.line.strip().lower()
        if reply.error or path not in FORMS or ask.args or any(isinstance(part, Form) for part in reply.parts):
            return reply
        opener = Form(path, self._services.speech(locale)("Choose in a form"))
        return replace(reply, parts=(*reply.parts, opener))

    async def _answered(self, interaction: discord.Interaction, ask: Ask, public: bool) -> tuple[Reply, Asked, str]:
        asked = await self._who(interaction)
        person, workspace, channel = asked
        common: dict[str, Any] = {
            "services": self._services,
            "person": person,
            "workspace": workspace,
            "channel": channel,
            "door": "discord",
        }
        if ask.path:
            reply = await answer(ask.path, ask.args, public=public, **common)
        else:
            reply = await answer_line(ask.line, **common)
        # What one asks for alone is in one's own language; what everybody sees is in the workspace's.
        locale = (person.locale or workspace.locale) if reply.private else workspace.locale
        return reply, asked, locale

    async def _in_time(
        self, interaction: discord.Interaction, work: Awaitable[tuple[Reply, Asked, str]], public: bool
    ) -> tuple[Reply, Asked, str]:
        task = asyncio.ensure_future(work)
        done, _ = await asyncio.wait({task}, timeout=PATIENCE_SECONDS)
        if not done:
            try:
                await interaction.response.defer(ephemeral=not public, thinking=True)
            except discord.HTTPException as error:
                log.warning("not acknowledged", door="discord", status=error.status, code=error.code)
        return await task

    async def _show(self, interaction: discord.Interaction, reply: Reply, locale: str, line: str) -> None:
        pages = reply_pages(reply, locale, presses.key, line)
        await self._keep(pages[0])
        sending = pages[:1] if line else pages[:MOST_FOLLOWUPS]
        for page in sending:
            await self._post(interaction, page, reply, locale)

    async def _post(self, interaction: discord.Interaction, page: Page, reply: Reply, locale: str) -> None:
        """One message of the answer; a plainer one when Discord refuses it."""
        try:
            await self._send(interaction, send_arguments(page.body, page.files), reply.private)
            return
        except (discord.HTTPException, ValueError, TypeError) as error:
            status = getattr(error, "status", 400)
            log.warning("answer refused", door="discord", status=status, code=getattr(error, "code", 0))
            if status != 400:  # 404: too late, the token is dead; nothing can be said there any more
                return
        plainer = payload(replace(reply, private=True), "text", locale, presses.key)
        try:
            await self._send(interaction, send_arguments(plainer.body), reply.private)
        except discord.HTTPException as error:
            log.warning("answer lost", door="discord", status=error.status, code=error.code)

    async def _send(self, interaction: discord.Interaction, arguments: dict[str, Any], private: bool) -> None:
        if interaction.response.is_done():
            await interaction.followup.send(ephemeral=private, **arguments)
        else:
            await interaction.response.send_message(ephemeral=private, **arguments)

    def _speech(self, interaction: discord.Interaction) -> Speech:
        """The language of the asker's own Discord: for what goes wrong before we know who asks."""
        return self._services.speech(language(interaction.locale))

    async def _outdated(self, interaction: discord.Interaction) -> None:
        say = self._speech(interaction)
        await self._tell(interaction, say("That form is from an older version of the bot. Ask again, please."))

    async def _tell(self, interaction: discord.Interaction, words: str) -> None:
        """A short private answer for what went wrong at the door itself."""
        said = Reply.say(native.sentence(words, "discord"), error=True)
        await self._show(interaction, said, language(interaction.locale), "")

    # ------------------------------------------------------------------ pages and forms

    async def _turn(self, interaction: discord.Interaction, ask: Ask, number: int) -> None:
        """Show another page of an answer in place, asking again as this person."""
        await interaction.response.defer()
        reply, _, locale = await self._answered(interaction, ask, False)
        if reply.error:  # a mistake does not take the place of what was there
            await self._show(interaction, reply, locale, "")
            return
        pages = reply_pages(reply, locale, presses.key, ask.text())
        page = pages[min(number, len(pages) - 1)]
        await self._keep(page)
        try:
            await interaction.edit_original_response(**edit_arguments(page.body))
        except discord.HTTPException as error:
            log.warning("page lost", door="discord", status=error.status, code=error.code)

    async def _open(self, interaction: discord.Interaction, ask: Ask, step: int, *, title: str = "") -> None:
        """Open a command's form. Who may not use the command is told so instead of being asked for its details."""
        command = COMMANDS.get(ask.path)
        if command is None or not discord_form.steps(command):
            await self._tell(
                interaction,
                self._speech(interaction)("That form is from an older version of the bot. Ask again, please."),
            )
            return
        person, workspace, channel = await self._who(interaction)
        say = self._services.speech(person.locale or workspace.locale)
        if not command.allowed(person, channel):
            sentence = say("Only managers of this workspace may use `{path}`.", path=command.path)
            refusal = Reply.say(native.sentence(sentence, "discord"), error=True)
            await self._show(interaction, refusal, person.locale or workspace.locale, "")
            return
        step = min(step, len(discord_form.steps(command)) - 1)
        ids = Ids(presses.key)
        custom_id = ids.of("form", ask.text(), step)
        await self._services.store.run(keep_lines, ids.stored, self._services.clock().timestamp())
        await interaction.response.send_modal(discord_form.modal(command, custom_id, step, ask.args, say, title))

    async def _submitted(self, interaction: discord.Interaction, press: Press, ask: Ask, data: dict[str, Any]) -> None:
        command = COMMANDS.get(ask.path)
        if command is None:
            await self._tell(
                interaction,
                self._speech(interaction)("That form is from an older version of the bot. Ask again, please."),
            )
            return
        fields = _known_ids(command, discord_form.submitted(data.get("components")), data)
        args = {name: value for name, value in ask.args.items() if name not in _asked(command, press.number)} | fields
        whole = Ask(path=command.path, args=args)
        reply, _, locale = await self._in_time(interaction, self._answered(interaction, whole, False), False)
        if not reply.error and press.number + 1 < len(discord_form.steps(command)):
            filled = {name: str(value) for name, value in args.items()}
            more = Form(command.path, self._services.speech(locale)("More settings"), filled, press.number + 1)
            reply = replace(reply, parts=(*reply.parts, more))
        await self._show(interaction, reply, locale, "")

    # ------------------------------------------------------------------ who asks, and what was stored

    async def _who(self, interaction: discord.Interaction, *, store: bool = True) -> Asked:
        workspace, channel = places_of(interaction)
        user = interaction.user
        person = Person(f"discord:{user.id}", user.display_name)
        private = is_private(interaction)
        asked, fresh = await self._services.store.read(
            look,
            workspace,
            channel,
            person,
            [] if private else subjects(interaction),
            not private and manages(interaction),
        )
        if fresh and store:
            now = self._services.clock().timestamp()
            kept = await self._services.store.run(remember, workspace, channel, now)
            asked = (asked[0], *kept)
        return asked

    async def _line(self, line: str, stored: bool) -> str | None:
        return await self._services.store.read(presses.get, line) if stored else line

    async def _keep(self, page: Page) -> None:
        if page.stored:
            await self._services.store.run(keep_lines, page.stored, self._services.clock().timestamp())


def _lines(components: Iterable[Any]) -> Iterator[str]:
    """Command lines behind a message's buttons."""
    for component in components:
        press = read_id(str(getattr(component, "custom_id", None) or ""))
        if press is not None and not press.stored:
            yield press.line
        yield from _lines(getattr(component, "children", ()))


def _asked(command: Command, step: int) -> set[str]:
    """Names of the fields a step asks for: what was left empty there is taken away, not kept."""
    groups = discord_form.steps(command)
    return {arg.name for arg in groups[step]} if step < len(groups) else set()


def _known_ids(command: Command, fields: dict[str, str], data: dict[str, Any]) -> dict[str, str]:
    """Chosen channels, people and roles as mentions, the way they are typed."""
    roles = (data.get("resolved") or {}).get("roles") or {}
    kinds = {arg.name: arg.kind for arg in command.args}
    found: dict[str, str] = {}
    for name, value in fields.items():
        kind = kinds.get(name)
        if kind is None:
            continue
        if kind == "channel":
            value = f"<#{value}>"
        elif kind == "person":
            value = f"<@&{value}>" if value in roles else f"<@{value}>"
        found[name] = value
    return found


async def _value(value: Any, kind: str) -> Any:
    """An option as commands take it: mentions as they are typed, a file as bytes or, where text is wanted, as text."""
    if isinstance(value, discord.Attachment):
        if value.size > MOST_FILE:
            raise UsageError(f"That file is larger than {MOST_FILE // 1_000_000} MB.")
        data = await value.read()
        return data if kind == "file" else data.decode("utf-8", "replace")
    if isinstance(value, discord.abc.User | discord.Role | discord.abc.GuildChannel | discord.Thread):
        return value.mention.replace("<@!", "<@")
    if isinstance(value, app_commands.AppCommandChannel | app_commands.AppCommandThread):
        return value.mention
    return value
