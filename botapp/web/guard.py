"""The way out: which URLs are opened, and to which addresses a connection may go.

A name is looked up once a connection, every answer is checked, and the socket is opened to the very
address that was checked; a name that leads elsewhere a moment later changes nothing. The socket itself is
the last gate: whatever spelling of a host got that far, it is not made for an address that is not public.
"""

import ipaddress
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import psutil
from yarl import URL

from botapp.web.errors import LinkRefused
from botapp.web.lookup import look_up

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Lookup = Callable[[str], Awaitable[list[str]]]
PORTS = frozenset({80, 443})
LONGEST_URL = 2048

# Python counts these as global, and they are not open to everybody or lead to an IPv4 address inside.
_CLOSED: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = (
    ipaddress.IPv4Network("192.0.0.0/24"),  # protocols; a cloud's metadata among them
    ipaddress.IPv4Network("192.31.196.0/24"),  # answers nearby, whoever's network it is: AS112
    ipaddress.IPv4Network("192.52.193.0/24"),  # relays of multicast
    ipaddress.IPv4Network("192.175.48.0/24"),  # AS112 as well
    ipaddress.IPv6Network("2620:4f:8000::/48"),  # and again
    ipaddress.IPv4Network("192.88.99.0/24"),  # relays of 6to4
    ipaddress.IPv4Network("168.63.129.16/32"),  # a cloud's service for its own machines
    ipaddress.IPv6Network("2002::/16"),  # 6to4: an IPv4 address inside
    ipaddress.IPv6Network("2001::/23"),  # protocols, Teredo among them
    ipaddress.IPv6Network("3fff::/20"),  # documentation
)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_FAMILIES = (socket.AF_INET, socket.AF_INET6)


def is_public(address: Address) -> bool:
    """Whether everybody in the internet can reach it, and it is not one of this machine's own.

    IPv6 must be global unicast, which leaves out every way to write an IPv4 address in it.
    """
    if address.version == 6 and address not in _GLOBAL_UNICAST:
        return False
    is_special = address.is_multicast or any(address in network for network in _CLOSED)
    return address.is_global and not is_special and address not in own_addresses()


@cache
def own_addresses() -> frozenset[Address]:
    """Addresses of this machine's interfaces: what it serves to itself stands behind no firewall."""
    found = [a.address for nets in psutil.net_if_addrs().values() for a in nets if a.family in _FAMILIES]
    return frozenset(ipaddress.ip_address(address.partition("%")[0]) for address in found)


@dataclass(frozen=True)
class Internet:
    """What a reader may reach.

    `places` are names that are never looked up, each with the address and port it leads to whatever they
    are: the sandbox's page and the servers of tests. Nobody reaches one of them by its address.
    """

    lookup: Lookup = look_up
    is_public: Callable[[Address], bool] = is_public
    ports: frozenset[int] = PORTS
    places: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    def check(self, url: URL) -> None:
        """Raises LinkRefused for what is not opened whatever its host's address is."""
        if url.scheme not in ("http", "https") or not url.raw_host or len(str(url)) > LONGEST_URL:
            raise LinkRefused
        if url.user is not None or url.password is not None or url.port not in self.ports:
            raise LinkRefused
        if (address := parsed(url.raw_host)) is not None and not self.is_public(address):
            raise LinkRefused

    async def find(self, host: str, port: int) -> list[tuple[str, int]]:
        """Addresses and ports to connect to. Raises LinkRefused if one of the answers is not public."""
        if place := self.places.get(host.rstrip(".").lower()):
            return [place]
        addresses = await self.lookup(host)
        if not addresses or not all(self._is_open(address) for address in addresses):
            raise LinkRefused
        return [(address, port) for address in addresses]

    def open_socket(self, family: int, kind: int, protocol: int, place: tuple[str, int]) -> socket.socket:
        """A socket that is about to be connected to `place`. Raises LinkRefused."""
        if place not in self.places.values() and not (self._is_open(place[0]) and place[1] in self.ports):
            raise LinkRefused
        return socket.socket(family, kind, protocol)

    def _is_open(self, text: str) -> bool:
        address = parsed(text)
        return address is not None and self.is_public(address)


def parsed(host: str) -> Address | None:
    """The address that a host spells out in the usual way, None for anything else."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def url_of(text: str, *, base: URL | None = None) -> URL:
    """A URL as it will be opened. Raises LinkRefused for what is none."""
    try:
        url = URL(text.strip())
        return base.join(url) if base is not None else url
    except ValueError as error:
        raise LinkRefused from error
