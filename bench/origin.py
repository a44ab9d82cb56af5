"""A thousand feeds on loopback, served by a process of its own so that its work is not counted."""

from __future__ import annotations

import asyncio
import gzip
import random
import sys
from datetime import datetime, timedelta
from email.utils import format_datetime
from hashlib import md5

ITEMS = 35
_TEXT = (
    "the commission said on monday that rules for general purpose models would apply from august while ministers "
    "agreed a plan for oversight of high risk systems across the union and its members a bill in the senate would let "
    "the regulator fine developers that skip safety tests and an institute for security is to publish what it found"
)
_WORDS = _TEXT.split()


def feed(number: int, newest: int) -> bytes:
    """RSS 2.0 with 35 items, the way common publishing systems write it; `newest` is the number of its first item."""
    items = []
    for item in range(newest, newest - ITEMS, -1):
        chance = random.Random(number * 100_003 + item)
        title = " ".join(chance.choices(_WORDS, k=9)).capitalize()
        teaser = " ".join(chance.choices(_WORDS, k=60)).capitalize()
        day = format_datetime(_Server.since + timedelta(hours=item, minutes=number % 60), usegmt=True)
        items.append(
            f"<item><title>{title} {item}</title><link>https://news{number}.example.org/{item}?utm_source=rss</link>"
            f"<pubDate>{day}</pubDate><dc:creator><![CDATA[Ada Writer]]></dc:creator>"
            f"<category><![CDATA[Policy]]></category><category><![CDATA[AI]]></category>"
            f'<guid isPermaLink="false">https://news{number}.example.org/?p={item}</guid>'
            f'<description><![CDATA[<p>{teaser}. <a href="/{item}">Read more</a></p>]]></description></item>'
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f'<title>News {number}</title><atom:link href="https://news{number}.example.org/feed/" rel="self" '
        f'type="application/rss+xml" /><link>https://news{number}.example.org</link>'
        "<description>All of it</description>"
        "<language>en-US</language>" + "".join(items) + "</channel></rss>"
    ).encode()


class _Server(asyncio.Protocol):
    """Just enough HTTP/1.1: `/feed/N` with validators, `/plain/N` without; `/change/P` gives P % two new items each."""

    bodies: dict[int, bytes]
    since: datetime  # when item 0 of every feed was published

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._buffer = b""

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            self._transport.write(self._respond(head))

    def _respond(self, head: bytes) -> bytes:
        _, kind, number = head.split(b" ", 2)[1].split(b"/")
        if kind == b"change":
            self.bodies.update(_packed(range(0, len(self.bodies), 100 // int(number)), ITEMS + 2))
            return b"HTTP/1.1 204 No Content\r\n\r\n"
        body = self.bodies[int(number)]
        tag = b'"' + md5(body, usedforsecurity=False).hexdigest().encode() + b'"'
        if kind == b"feed" and tag in head:
            return b"HTTP/1.1 304 Not Modified\r\nETag: " + tag + b"\r\n\r\n"
        validator = b"ETag: " + tag + b"\r\n" if kind == b"feed" else b""
        return (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=UTF-8\r\nContent-Encoding: gzip\r\n"
            + validator
            + b"Content-Length: %d\r\n\r\n" % len(body)
            + body
        )


def _packed(numbers: range, newest: int) -> dict[int, bytes]:
    return {number: gzip.compress(feed(number, newest), 6, mtime=0) for number in numbers}


async def _serve(count: int, now: datetime) -> None:
    _Server.since = now - timedelta(hours=ITEMS + 4)
    _Server.bodies = _packed(range(count), ITEMS)
    server = await asyncio.get_running_loop().create_server(_Server, "0.0.0.0", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), datetime.fromisoformat(sys.argv[2])))
