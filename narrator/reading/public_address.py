"""Which network addresses a page from the open web may lead to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

_NAT64 = ip_network("64:ff9b::/96")
_COMPATIBLE = ip_network("::/96")
_GLOBAL_UNICAST = ip_network("2000::/3")
_SPECIAL = tuple(
    ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    )
)
"""IANA special-purpose registries, RFC 6890; what Python knows of them differs by version."""
_INTRANET = tuple(
    ip_network(network)
    for network in (
        *("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
        *("::1/128", "fc00::/7"),
    )
)


def may_connect(address: str, *, allow_private: bool = False) -> bool:
    """Whether an IP address is on the open internet, or in an intranet where that is allowed.

    An IPv4 address inside an IPv6 one (mapped, compatible, NAT64) is judged as itself. Link-local addresses
    are never allowed: clouds keep their keys there.

    >>> may_connect("93.184.215.14"), may_connect("64:ff9b::7f00:1")
    (True, False)
    >>> may_connect("10.0.0.1", allow_private=True), may_connect("169.254.169.254", allow_private=True)
    (True, False)
    """
    try:
        ip = _inner(ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    return _is_public(ip) or (
        allow_private and any(ip in net for net in _INTRANET if net.version == ip.version)
    )


def _inner(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address stands for, where it does."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip.ipv4_mapped:
        return ip.ipv4_mapped
    translated = ip in _NAT64 or (ip in _COMPATIBLE and int(ip) > 1)
    return IPv4Address(int(ip) & 0xFFFFFFFF) if translated else ip


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    unicast = isinstance(ip, IPv4Address) or ip in _GLOBAL_UNICAST
    return unicast and not _is_in(ip, _SPECIAL)


def _is_in(ip: IPv4Address | IPv6Address, networks: tuple[IPv4Network | IPv6Network, ...]) -> bool:
    return any(ip in network for network in networks)
