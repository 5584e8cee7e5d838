"""Fetching for others: only what anybody on the internet could fetch, so that no inner address is reached."""

from __future__ import annotations

import ipaddress
import socket

import httpx


def guarded_transport() -> httpx.HTTPTransport:
    """Return a transport that connects to public addresses only; every redirect passes through it again."""
    return _Guarded(retries=0)


class _Guarded(httpx.HTTPTransport):
    """Looks a host up itself and connects to the address that it has checked: no second look-up can differ."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to a checked address; raises httpx.ConnectError for any that is not public."""
        host = request.url.host
        address = _public_address(host, request.url.port or (443 if request.url.scheme == "https" else 80))
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)  # the Host header was set from the name before
        response = super().handle_request(request)
        request.url = request.url.copy_with(host=host)
        return response


def _public_address(host: str, port: int) -> str:
    """Return the first address of a host; raises httpx.ConnectError where one of them is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError(f"name resolution of {host!r} failed") from error
    addresses = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    for address in addresses:
        if not is_public(address):
            raise httpx.ConnectError(f"{host} is at {address}, which is not on the public internet")
    return str(addresses[0])


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Tell whether an address, or the IPv4 address inside it, is one of the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return is_public(inner)
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        return address in _GLOBAL_UNICAST and address.is_global
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not address.is_multicast


_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_SPECIAL = (ipaddress.ip_network("192.0.0.0/24"), ipaddress.ip_network("192.88.99.0/24"))
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
