"""The door between us and strangers: politeness, validators, redirects, what it says of itself."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.errors import SourceError, SourceGone
from bot.sources.addresses import NOTHING, parse_allowed
from bot.sources.http import Door, Limits
from tests.loopback import ALLOW_LOOPBACK, Origin

FAST = Limits(retry_pause=0.0)


@pytest_asyncio.fixture
async def origin() -> AsyncIterator[Origin]:
    async with Origin() as running:
        yield running


@pytest_asyncio.fixture
async def door() -> AsyncIterator[Door]:
    async with Door(allowed=ALLOW_LOOPBACK, contact="https://bot.example/about", limits=FAST) as opened:
        yield opened


async def test_says_who_it_is_and_keeps_no_cookies(origin: Origin, door: Door) -> None:
    origin.serve("/", b"x", headers={"Set-Cookie": "id=1"})
    await door.get(origin.url())
    await door.get(origin.url())
    for asked in origin.asked:
        assert asked.headers["user-agent"] == "aipolicy-bot/0.1.0 (+https://bot.example/about)"
        assert asked.headers["accept-encoding"] == "gzip, deflate, br, zstd"
        assert "cookie" not in asked.headers
        assert "authorization" not in asked.headers
        assert "referer" not in asked.headers


async def test_validators_bring_a_304(origin: Origin, door: Door) -> None:
    origin.serve("/f", b"body", headers={"Last-Modified": "Mon, 05 Jan 2026 10:00:00 GMT"})
    first = await door.get(origin.url("/f"))
    second = await door.get(origin.url("/f"), etag=first.headers["etag"], last_modified=first.headers["last-modified"])
    assert (first.body, first.unchanged) == (b"body", False)
    assert (second.status, second.body, second.unchanged) == (304, b"", True)
    assert origin.asked[1].headers["if-modified-since"] == "Mon, 05 Jan 2026 10:00:00 GMT"


async def test_the_same_bytes_are_known_by_their_hash(origin: Origin, door: Door) -> None:
    served = origin.serve("/f", b"body", validators=False)
    first = await door.get(origin.url("/f"))
    assert (await door.get(origin.url("/f"), known_hash=first.wire_hash)).unchanged
    served.body = b"other"
    assert (await door.get(origin.url("/f"), known_hash=first.wire_hash)).body == b"other"


async def test_redirects_say_where_a_source_moved(origin: Origin, door: Door) -> None:
    origin.serve("/new", b"here")
    origin.serve("/old", status=301, headers={"Location": "/mid"})
    origin.serve("/mid", status=308, headers={"Location": "/new"})
    origin.serve("/temporary", status=302, headers={"Location": "/old"})
    answer = await door.get(origin.url("/old"))
    assert (answer.body, answer.url, answer.moved_to) == (b"here", origin.url("/new"), origin.url("/new"))
    assert (await door.get(origin.url("/temporary"))).moved_to == ""


async def test_keys_stay_with_their_host(origin: Origin, door: Door) -> None:
    async with Origin("127.0.0.2") as other:
        other.serve("/", b"x")
        origin.serve("/", status=302, headers={"Location": other.url("/")})
        await door.get(origin.url("/"), headers={"X-Api-Key": "secret"})
        assert origin.asked[0].headers["x-api-key"] == "secret"
        assert "x-api-key" not in other.asked[0].headers


async def test_410_and_429(origin: Origin, door: Door) -> None:
    origin.serve("/gone", status=410)
    origin.serve("/busy", status=429, headers={"Retry-After": "90"})
    with pytest.raises(SourceGone):
        await door.get(origin.url("/gone"))
    with pytest.raises(SourceError, match="less often") as busy:
        await door.get(origin.url("/busy"))
    assert (busy.value.reason, busy.value.retry_after) == ("http-429", 90)
    assert len(origin.asked_for("/busy")) == 1


async def test_errors_name_the_host_and_never_the_path_or_query(origin: Origin, door: Door) -> None:
    with pytest.raises(SourceError) as failed:
        await door.get(origin.url("/private/t0ken?key=s3cret"))
    assert "127.0.0.1" in str(failed.value)
    assert "t0ken" not in str(failed.value)
    assert "s3cret" not in str(failed.value)


async def test_at_most_two_requests_to_one_host(origin: Origin, door: Door) -> None:
    together = most = 0
    gate = asyncio.Event()

    async def slow(request: web.Request) -> web.Response:
        nonlocal together, most
        together += 1
        most = max(most, together)
        if most == 2:
            gate.set()
        await gate.wait()
        together -= 1
        return web.Response(body=b"x")

    origin.handle("/slow", slow)
    await asyncio.gather(*(door.get(origin.url("/slow")) for _ in range(8)))
    assert most == 2


async def test_waiting_for_a_place_costs_no_time_of_the_request(origin: Origin) -> None:
    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(0.15)
        return web.Response(body=b"x")

    origin.handle("/slow", slow)
    async with Door(allowed=ALLOW_LOOPBACK, limits=Limits(fetch=0.4, request=0.4)) as door:
        answers = await asyncio.gather(*(door.get(origin.url("/slow")) for _ in range(10)))
    assert len(answers) == 10


async def test_hosts_that_hang_do_not_hold_up_the_rest() -> None:
    """Three hosts hang on a door with two places; the fourth is served all the same, long before they end."""
    gate = asyncio.Event()

    async def hang(request: web.Request) -> web.Response:
        await gate.wait()
        return web.Response(body=b"late")

    async with Origin("127.0.0.1") as one, Origin("127.0.0.2") as two, Origin("127.0.0.3") as three, Origin() as fine:
        fine.serve("/", b"x")
        limits = Limits(lively=0.02)
        async with Door(allowed=ALLOW_LOOPBACK, at_once=2, limits=limits) as door:
            late = []
            for origin in (one, two, three):
                origin.handle("/", hang)
                late.append(asyncio.create_task(door.get(origin.url())))
            await asyncio.sleep(0)
            answer = await door.get(fine.url().replace("127.0.0.1", "localhost"))
            assert answer.body == b"x"
            assert not any(task.done() for task in late)
            gate.set()
            assert [answer.body for answer in await asyncio.gather(*late)] == [b"late"] * 3


async def test_decodes_what_servers_pack(origin: Origin, door: Door) -> None:
    origin.serve("/f", b"body" * 1000, packed=True)
    answer = await door.get(origin.url("/f"))
    assert answer.body == b"body" * 1000
    assert answer.wire_bytes == len(gzip.compress(b"body" * 1000, mtime=0))


async def test_limit_of_the_caller(origin: Origin, door: Door) -> None:
    origin.serve("/f", b"a" * 5000)
    with pytest.raises(SourceError) as big:
        await door.get(origin.url("/f"), limit=4096)
    assert big.value.reason == "too-big"


async def test_post_goes_out_once(origin: Origin, door: Door) -> None:
    origin.serve("/hook", b"ok")
    answer = await door.post(origin.url("/hook"), b'{"a": 1}', content_type="application/json")
    assert answer.body == b"ok"
    (asked,) = origin.asked
    assert (asked.method, asked.body, asked.headers["content-type"]) == ("POST", b'{"a": 1}', "application/json")
    origin.serve("/moved", status=307, headers={"Location": "/hook"})
    with pytest.raises(SourceError):
        await door.post(origin.url("/moved"), b"x", content_type="text/plain")
    assert len(origin.asked_for("/hook")) == 1


async def test_nothing_private_is_reached_by_any_way(origin: Origin) -> None:
    origin.serve("/", b"secret")
    async with Door(allowed=NOTHING, limits=FAST) as door:
        for host in (
            "127.0.0.1",
            "localhost",
            "0.0.0.0",
            "127.1",
            "2130706433",
            "0x7f000001",
            "017700000001",
            "127.0.0.1.",
        ):
            with pytest.raises(SourceError) as refused:
                await door.get(f"http://{host}:{origin.port}/")
            assert refused.value.reason in ("private-address", "bad-address")
            with pytest.raises(SourceError):
                await door.post(f"http://{host}:{origin.port}/", b"x", content_type="text/plain")
    assert origin.asked == []


async def test_an_admin_opens_one_host_and_port_only(origin: Origin) -> None:
    origin.serve("/", b"x")
    async with Origin() as other, Door(allowed=parse_allowed(f"127.0.0.1:{origin.port}"), limits=FAST) as door:
        assert (await door.get(origin.url())).body == b"x"
        with pytest.raises(SourceError):
            await door.get(other.url())
        assert other.asked == []


async def test_proxies_and_netrc_of_the_environment_are_not_used(
    origin: Origin, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.2:9/")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.2:9/")
    origin.serve("/", b"x")
    assert (await door.get(origin.url())).body == b"x"


def certificate(folder: Path, host: str, days: int) -> ssl.SSLContext:
    """A server's context with a certificate of its own making."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=10))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.mark.parametrize(
    ("host", "days", "trusted", "fine"),
    [
        ("localhost", 10, True, True),
        ("localhost", 10, False, False),
        ("other.example", 10, True, False),
        ("localhost", -5, True, False),
    ],
)
async def test_certificates_are_checked(tmp_path: Path, host: str, days: int, trusted: bool, fine: bool) -> None:
    context = certificate(tmp_path, host, days)

    async def hello(request: web.BaseRequest) -> web.Response:
        return web.Response(body=b"hello")

    runner = web.ServerRunner(web.Server(hello))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    port = runner.addresses[0][1]
    tls = ssl.create_default_context(cafile=str(tmp_path / "server.pem")) if trusted else None
    try:
        async with Door(allowed=parse_allowed("127.0.0.0/8 ::1/128"), limits=FAST, tls=tls) as door:
            if fine:
                assert (await door.get(f"https://localhost:{port}/")).body == b"hello"
            else:
                with pytest.raises(SourceError) as refused:
                    await door.get(f"https://localhost:{port}/")
                assert refused.value.reason == "certificate"
    finally:
        await runner.cleanup()


async def test_https_to_a_plain_port(origin: Origin, door: Door) -> None:
    with pytest.raises(SourceError) as refused:
        await door.get(origin.url("/").replace("http:", "https:"))
    assert refused.value.reason in ("tls", "broken-off")


@pytest.mark.parametrize("how", ["says nothing", "drips", "hangs up", "speaks another tongue", "stops after its hello"])
async def test_a_tls_handshake_that_goes_wrong(tmp_path: Path, how: str) -> None:
    """A slow or broken handshake ends like any other slow or broken answer, and a healthy host is served meanwhile."""
    context = certificate(tmp_path, "localhost", 10)

    meeting: set[asyncio.Task[None]] = set()

    def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(answer(reader, writer))
        meeting.add(task)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await shake(reader, writer)
        finally:
            writer.close()

    async def shake(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hello = await reader.read(2048)
        if how == "says nothing":
            await asyncio.sleep(5)
        elif how == "drips":
            for _ in range(100):
                writer.write(b"\x16\x03\x03\x40\x00"[:1])
                await asyncio.sleep(0.05)
        elif how == "speaks another tongue":
            writer.write(b"220 mail.example ESMTP\r\n" * 100)
        elif how == "stops after its hello":
            incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
            server = context.wrap_bio(incoming, outgoing, server_side=True)
            incoming.write(hello)
            with contextlib.suppress(ssl.SSLWantReadError):
                server.do_handshake()
            writer.write(outgoing.read()[:40])
            await asyncio.sleep(5)

    listening = await asyncio.start_server(meet, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    tls = ssl.create_default_context(cafile=str(tmp_path / "server.pem"))
    limits = Limits(fetch=1.6, request=0.9, connect=0.8, silence=0.6, retry_pause=0.01)
    try:
        async with (
            Origin() as healthy,
            Door(allowed=parse_allowed("127.0.0.0/8 ::1/128"), limits=limits, tls=tls) as door,
        ):
            healthy.serve("/fine", b"fine")
            bad = [asyncio.create_task(door.get(f"https://localhost:{port}/{number}")) for number in range(10)]
            assert (await door.get(healthy.url("/fine"))).body == b"fine"
            assert not all(task.done() for task in bad) or how in ("hangs up", "speaks another tongue")
            for found in await asyncio.gather(*bad, return_exceptions=True):
                assert isinstance(found, SourceError)
                assert found.reason in ("timeout", "tls", "broken-off", "unreachable")
    finally:
        listening.close()
        for task in meeting:
            task.cancel()
        await asyncio.gather(*meeting, return_exceptions=True)
        await listening.wait_closed()
