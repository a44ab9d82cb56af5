"""What `aipolicy doctor` finds out about Discord: the token, the intents, and what each server lets the bot do."""

from __future__ import annotations

import aiohttp
import discord

from bot.errors import ConfigError, TryLater

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    embed_links=True,
    read_message_history=True,
)
_PRIVILEGED = (
    "gateway_presence", "gateway_presence_limited", "gateway_guild_members", "gateway_guild_members_limited",
    "gateway_message_content", "gateway_message_content_limited",
)  # fmt: skip
_MOST_NAMED = 5


async def examine(client: discord.Client) -> str:
    """One sentence about a client that is logged in.

    Raises:
        ConfigError: a server does not let the bot do what it needs; the message names both.
        TryLater: Discord cannot be reached.
    """
    try:
        flags = (await client.application_info()).flags
        guilds = await client.http.get_guilds(200)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        raise TryLater("Discord cannot be asked just now.", reason="unreachable") from error
    lacking = []
    for guild in guilds:
        have = discord.Permissions(int(guild.get("permissions", 0)))
        missing = [name for name, needed in NEEDED if needed and not (getattr(have, name) or have.administrator)]
        if missing:
            lacking.append(f"{guild['name']} ({', '.join(name.replace('_', ' ') for name in missing)})")
    if lacking:
        raise ConfigError(
            f"The bot may not do all it needs in {'; '.join(lacking[:_MOST_NAMED])}. Give its role these permissions."
        )
    name = client.user.name if client.user else "the bot"
    words = f"The token works as {name}, in {len(guilds)} servers, each with the permissions it needs."
    if any(getattr(flags, intent) for intent in _PRIVILEGED):
        words += " Privileged intents are on at the application's Bot page; none is needed."
    return words
