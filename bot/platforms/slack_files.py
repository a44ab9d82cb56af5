"""Files on Slack: what an answer carries goes up, what a form was given comes down."""

from __future__ import annotations

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import PayloadRefused, UsageError
from bot.model import Attachment
from bot.platforms.slack_errors import explained

MOST_BYTES = 5 * 1024 * 1024  # an OPML file of 10,000 feeds has about 2 MB


async def upload(client: AsyncWebClient, session: aiohttp.ClientSession, user: str, file: Attachment) -> None:
    """Send a file to a person's direct messages. Raises DeliveryError."""
    async with explained():
        opened = await client.conversations_open(users=user)
        ticket = await client.files_getUploadURLExternal(filename=file.name, length=len(file.data))
        async with session.post(ticket["upload_url"], data=file.data) as answer:
            if answer.status >= 400:
                raise PayloadRefused("Slack refused the file.", reason=f"http-{answer.status}")
        await client.files_completeUploadExternal(
            files=[{"id": ticket["file_id"], "title": file.name}], channel_id=opened["channel"]["id"]
        )


async def fetch(client: AsyncWebClient, session: aiohttp.ClientSession, file_id: str) -> bytes:
    """The bytes of a file a person put into a form.

    Raises:
        UsageError: it is too big, or Slack does not give it.
    """
    async with explained(repeatable=True):
        info = (await client.files_info(file=file_id))["file"]
        size, url = int(info.get("size") or 0), str(info.get("url_private_download") or info.get("url_private") or "")
        if size > MOST_BYTES:
            raise UsageError(f"That file has {size // 1024} kB; at most {MOST_BYTES // 1024} kB can be read.")
        async with session.get(url, headers={"Authorization": f"Bearer {client.token}"}) as answer:
            if answer.status != 200:
                raise UsageError("Slack did not give me that file. The app needs the scope files:read.")
            body = await answer.content.read(MOST_BYTES + 1)
            while len(body) <= MOST_BYTES and (more := await answer.content.read(MOST_BYTES)):
                body += more
    if len(body) > MOST_BYTES:
        raise UsageError(f"At most {MOST_BYTES // 1024} kB can be read.")
    return bytes(body)
