"""Which addresses may be connected to."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ConfigError
from bot.sources.addresses import denied, parse_allowed

PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.1.2.3 169.254.0.1
169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.0.192 192.0.2.1 192.31.196.1
192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255 192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9
224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16
:: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe
64:ff9b:1::1 100::1 100:0:0:1::1 200::1 2001::1 2001:0:7f00:1:: 2001:2::1 2001:10::1 2001:20::1 2001:db8::1
2002:7f00:1:: 2002:a9fe:a9fe:: 2620:4f:8000::1 3fff::1 3fff:fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1
fe80::1%eth0 febf::1 fec0::1 feff::1 ff02::1 ff0e::1
""".split()  # noqa: SIM905
PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.215.14 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 168.63.129.17
169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0
223.255.255.255 2001:4860:4860::8888 2606:4700:4700::1111 2a00:1450:4001:80b::200e 2620:4f:7fff::1 3ffe::1
2001:200::1
""".split()  # noqa: SIM905


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    assert denied(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert denied(address) == ""


@pytest.mark.parametrize(
    "text", ["", "localhost", "127.1", "0x7f000001", "2130706433", "127.0.0.1:80", "[::1]", "1.2.3.4.5"]
)
def test_what_is_no_address_is_denied(text: str) -> None:
    assert denied(text) == "not an address"


@given(st.ip_addresses())
def test_denies_at_least_what_the_standard_library_calls_private(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if not address.is_global or address.is_multicast:
        assert denied(str(address))


def test_an_admin_opens_ranges_and_hosts() -> None:
    allowed = parse_allowed("10.0.0.0/8, fd00::/8 feeds.internal:8443,[::1]:8080, 192.168.7.7")
    assert allowed.opens("10.1.2.3")
    assert allowed.opens("fd00::1")
    assert allowed.opens("192.168.7.7")
    assert not allowed.opens("192.168.7.8")
    assert not allowed.opens("127.0.0.1")
    assert allowed.hosts == {("feeds.internal", 8443), ("::1", 8080)}
    assert not parse_allowed("").opens("127.0.0.1")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "10.0.0.0/8 everything",
            "holds everything, which is neither a range of addresses (10.0.0.0/8) nor a host with ",
        ),
        (
            "10.0.0.0/8 everything 10.0.0.0/99 http://x:80 a@b:80",
            "holds everything, 10.0.0.0/99, http://x:80, a@b:80, which are neither ranges of addresses (10.0.0.0/8) "
            "nor hosts with their ports (feeds.example.org:8080).",
        ),
    ],
)
def test_what_cannot_be_read_is_named(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as refused:
        parse_allowed(text)
    assert told in str(refused.value)
