"""Which addresses may be asked: those of the open net; of this machine and private networks only what is allowed.

Invariant: what was looked up is what is connected to: a name that turns local between two look-ups gains nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

import httpx

Resolve = Callable[[str, int], Sequence[str]]


class RefusedError(Exception):
    """An address that is not asked, and why."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address with the one number that is connected to."""

    url: httpx.URL
    number: str

    @property
    def host(self) -> str:
        """Its name, with the port where one is given."""
        return self.url.netloc.decode("ascii")

    @property
    def origin(self) -> str:
        """Scheme and host."""
        return f"{self.url.scheme}://{self.host}"

    def request(self, client: httpx.Client, headers: dict[str, str]) -> httpx.Request:
        """A request to that number, in the name of its host."""
        number = f"[{self.number}]" if ":" in self.number else self.number
        named = {"Host": self.host, **headers}
        extensions = {"sni_hostname": self.url.host}
        return client.build_request("GET", self.url.copy_with(host=number), headers=named, extensions=extensions)


def resolve(host: str, port: int) -> list[str]:
    """The numbers of a name. Raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def checked(url: str, allow: Collection[str], look_up: Resolve = resolve) -> Target:
    """An address that may be asked. Raises RefusedError."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise RefusedError("it is no address") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise RefusedError("only http and https are asked")
    if parsed.userinfo:
        raise RefusedError("it carries a login")
    try:
        numbers = look_up(parsed.host, parsed.port or (443 if parsed.scheme == "https" else 80))
    except (OSError, UnicodeError) as error:
        raise RefusedError("its host is not found") from error
    if not numbers:
        raise RefusedError("its host is not found")
    local = [number for number in numbers if not ip_address(number.partition("%")[0]).is_global]
    if local and parsed.netloc.decode("ascii") not in allow:
        raise RefusedError(f"it leads to a private address ({local[0]}); allow names hosts that may")
    return Target(parsed, numbers[0])
