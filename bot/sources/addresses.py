"""Which network addresses the bot may connect to: an explicit deny table, and what an admin opened."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from bot.errors import ConfigError

# Everything that is not one public machine, from the IANA special-purpose registries (RFC 6890 and its updates).
# `ipaddress.is_global` of Python 3.11 is not used: it calls 192.0.0.192, NAT64, 6to4, multicast and more public.
_DENIED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private, RFC 1918
        "100.64.0.0/10",  # carrier-grade NAT, also Alibaba's metadata service 100.100.100.200
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local: metadata services of AWS, GCP, Azure, Oracle, DigitalOcean
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # IETF protocol assignments, Oracle's metadata service 192.0.0.192
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/3",  # multicast, reserved, broadcast
        "168.63.129.16/32",  # Azure's platform address: public by number, internal by use
        # Public IPv6 is 2000::/3; this leaves out ::1, IPv4-mapped and -compatible, NAT64 (64:ff9b::/96 and its local
        # twin), unique local with AWS's fd00:ec2::254, link-local, site-local, multicast and all unassigned space.
        "::/3",
        "4000::/2",
        "8000::/1",
        "2001::/23",  # Teredo, benchmarking, ORCHID, AMT and other protocols
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)
USUAL_PORTS = frozenset({80, 443})


@dataclass(frozen=True, slots=True)
class Allowed:
    """What an admin opened: `networks` on every port, and single `hosts` (name or address, port)."""

    networks: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()
    hosts: frozenset[tuple[str, int]] = frozenset()

    def opens(self, address: str) -> bool:
        """True if this numeric address lies in an opened network."""
        if not self.networks:
            return False
        number = _number(address)
        return number is not None and any(number.version == net.version and number in net for net in self.networks)


NOTHING = Allowed()


def parse_allowed(text: str) -> Allowed:
    """Read `10.0.0.0/8, [::1]:8080, feeds.internal:8443`. Raises ConfigError naming each part it cannot read."""
    networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network] = []
    hosts: set[tuple[str, int]] = set()
    wrong: list[str] = []
    for part in text.replace(",", " ").split():
        try:
            networks.append(ipaddress.ip_network(part.strip("[]"), strict=False))
            continue
        except ValueError:
            pass
        try:
            parts = urlsplit(f"//{part}")
            if not parts.hostname or not parts.port or parts.path or "@" in part:
                raise ValueError(part)
            hosts.add((parts.hostname.rstrip("."), parts.port))
        except ValueError:
            wrong.append(part)
    if len(wrong) > 1:
        raise ConfigError(
            f"AIPOLICY_FETCH_ALLOW holds {', '.join(wrong)}, which are neither ranges of addresses (10.0.0.0/8) nor "
            "hosts with their ports (feeds.example.org:8080)."
        )
    if wrong:
        raise ConfigError(
            f"AIPOLICY_FETCH_ALLOW holds {wrong[0]}, which is neither a range of addresses (10.0.0.0/8) nor a host "
            "with its port (feeds.example.org:8080)."
        )
    return Allowed(tuple(networks), frozenset(hosts))


@lru_cache(maxsize=4096)
def denied(address: str) -> str:
    """Why this numeric address must not be connected to, as the range it lies in; empty if it is public."""
    number = _number(address)
    if number is None:
        return "not an address"
    for network in _DENIED:
        if number.version == network.version and number in network:
            return str(network)
    return ""


def _number(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
