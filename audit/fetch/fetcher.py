"""A visitor with manners: robots.txt, a pause between two requests to a host, one at a time, no more than asked.

Invariant: nothing is asked of an address that `guard` did not pass, nor of a redirect's target before it passed too.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime

import httpx
from protego import Protego

from audit import __version__
from audit.fetch.guard import RefusedError, Resolve, Target, checked, resolve
from audit.fetch.settings import Settings

REDIRECTS = 5
LONGEST_PAUSE = 60.0  # seconds: a host that asks for more is not asked again in this run
MOST_BYTES = 20_000_000
MOST_SECONDS = 60.0  # of one answer, from first to last byte
ROBOTS_BYTES = 500_000
STATE = ("etag", "last-modified")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the address that answered, status, headers as they came, body, and what led there."""

    url: str
    status: int
    headers: httpx.Headers
    body: bytes
    led: tuple[Answer, ...] = ()


@dataclass(slots=True)
class Fetcher:
    """What is known of the hosts of one run."""

    settings: Settings
    look_up: Resolve = resolve
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    client: httpx.Client = field(
        default_factory=lambda: httpx.Client(follow_redirects=False, timeout=20, trust_env=False)
    )
    _robots: dict[str, Protego] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)  # when a host was asked last
    _closed: dict[str, str] = field(default_factory=dict)  # hosts that are left alone, and why

    @property
    def agent(self) -> str:
        """Who asks."""
        return f"Secondhand/{__version__} ({self.settings.agent or 'local audit; no contact given'})"

    def get(self, url: str, known: dict[str, str]) -> Answer:
        """The answer of an address, redirects followed. `known`: headers of the copy that is held; 304 where it stands.

        Raises RefusedError where it may not be asked or does not answer.
        """
        led = tuple[Answer, ...]()
        for _ in range(REDIRECTS + 1):
            target = checked(url, self.settings.allow, self.look_up)
            self._pass_robots(target)
            answer = self._ask(target, _conditions(known), MOST_BYTES)
            where = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or not where:
                return replace(answer, led=led)
            led = (*led, answer)
            url, known = str(target.url.join(where)), {}
        raise RefusedError(f"it leads on more than {REDIRECTS} times")

    def _pass_robots(self, target: Target) -> None:
        if target.origin not in self._robots:
            self._robots[target.origin] = self._read_robots(target)
        rules = self._robots[target.origin]
        if not rules.can_fetch(str(target.url), self.agent):
            raise RefusedError("robots.txt asks not to")
        if (rules.crawl_delay(self.agent) or 0) > LONGEST_PAUSE:
            raise RefusedError("robots.txt asks for a longer pause than a run lasts")

    def _read_robots(self, target: Target) -> Protego:
        """Rules of a host: none where it has none; where they cannot be read, nothing is allowed."""
        try:
            place = checked(f"{target.origin}/robots.txt", self.settings.allow, self.look_up)
            answer = self._ask(place, {}, ROBOTS_BYTES)
        except RefusedError:
            return Protego.parse("User-agent: *\nDisallow: /")
        if answer.status == 200:
            return Protego.parse(answer.body.decode("utf-8", "replace"))
        return Protego.parse("" if 400 <= answer.status < 500 else "User-agent: *\nDisallow: /")

    def _ask(self, target: Target, headers: dict[str, str], most: int) -> Answer:
        self._wait(target)
        try:
            asked = target.request(self.client, {"User-Agent": self.agent, **headers})
            reply = self.client.send(asked, stream=True)
            try:
                body = self._body(reply, most)
            finally:
                reply.close()
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise RefusedError(f"it does not answer ({type(error).__name__})") from error
        finally:
            self._asked[target.host] = self.clock()
        if reply.status_code in (429, 503):
            self._close(target, reply)
        return Answer(str(target.url), reply.status_code, reply.headers, body)

    def _wait(self, target: Target) -> None:
        if target.host in self._closed:
            raise RefusedError(self._closed[target.host])
        rules = self._robots.get(target.origin)
        pause = max(self.settings.delay, float((rules and rules.crawl_delay(self.agent)) or 0))
        if target.host in self._asked:
            left = self._asked[target.host] + pause - self.clock()
            if left > 0:
                self.sleep(left)

    def _body(self, reply: httpx.Response, most: int) -> bytes:
        started, parts, size = self.clock(), list[bytes](), 0
        for part in reply.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > most:
                raise RefusedError(f"it is longer than {most // 1_000_000} MB")
            if self.clock() - started > MOST_SECONDS:
                raise RefusedError(f"its answer took longer than {MOST_SECONDS:.0f} seconds")
        return b"".join(parts)

    def _close(self, target: Target, reply: httpx.Response) -> None:
        """A host that has enough is left alone for this run."""
        later = reply.headers.get("retry-after", "")
        self._closed[target.host] = f"its host asked to come later ({later or reply.status_code})"
        raise RefusedError(self._closed[target.host])


def _conditions(known: dict[str, str]) -> dict[str, str]:
    names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    return {names[key]: value for key, value in known.items() if key in names and _is_plain(key, value)}


def _is_plain(key: str, value: str) -> bool:
    """Whether a remembered header may be sent back: one line, and of a date one that is one."""
    if not value.isprintable() or not value.isascii():
        return False
    if key == "last-modified":
        try:
            parsedate_to_datetime(value)
        except (TypeError, ValueError):
            return False
    return True
